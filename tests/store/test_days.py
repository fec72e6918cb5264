"""A day recorded for several goals, emptied, and foretold by the rules as the store then writes it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.checkin import effect
from smart_tui.domain.goal import Combine, Kind, Measure
from smart_tui.domain.measure import goal_days
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures
from smart_tui.store.commands.days import Deed, clear_day, record_all
from smart_tui.store.commands.history import undo
from smart_tui.store.store import Store

TODAY = date(2026, 1, 15)
BOOKS = Measure(Kind.TOTAL, TODAY, target=Decimal(24), unit="books")
MEASURES = (
    BOOKS,
    BOOKS._replace(running=True, baseline=Decimal(3)),
    BOOKS._replace(combine=Combine.MAX),
    Measure(Kind.LEVEL, TODAY, baseline=Decimal(84), target=Decimal(78)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(str(tmp_path_factory.mktemp("days") / "goals.db"))


def made(store: Store, measure: Measure = BOOKS) -> int:
    goal_id = store.run_sync(goals.create, "nordic", "en", "Read books")
    store.run_sync(measures.set_measure, goal_id, measure)
    return store.run_sync(goals.activate, goal_id, TODAY)


def test_a_day_of_several_goals_is_one_step_to_undo(store: Store) -> None:
    ids = [made(store), made(store)]
    deeds = [Deed(ids[0], Decimal(1), mode="set"), Deed(ids[1], excused=True, note="ill")]
    assert store.run_sync(record_all, TODAY, deeds) == 2
    assert [store.read(queries.entries, id)[0].value for id in ids] == [1, None]
    group = store.run_sync(undo)
    assert (group.operation, group.params["others"], group.params["on"]) == ("check_ins", 1, "2026-01-15")
    assert [list(store.read(queries.entries, id)) for id in ids] == [[], []]


def test_an_emptied_day_comes_back_whole(store: Store) -> None:
    goal_id = made(store)
    for value in (1, 2):
        store.run_sync(entries.check_in, goal_id, TODAY, Decimal(value), note=f"n{value}")
    store.run_sync(entries.check_in, goal_id, TODAY - timedelta(days=1), Decimal(9))
    before = store.read(queries.entries, goal_id)
    assert store.run_sync(clear_day, goal_id, TODAY) == 2
    assert [entry.value for entry in store.read(queries.entries, goal_id)] == [9]
    store.run_sync(undo)
    assert store.read(queries.entries, goal_id) == before


STEPS = st.tuples(
    st.sampled_from(("add", "set", "change", "reset", "excused")), st.integers(0, 3), st.integers(-5, 20).map(Decimal)
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(MEASURES), st.lists(STEPS, min_size=1, max_size=6))
def test_what_a_check_in_would_do_is_what_the_store_does(
    store: Store, measure: Measure, steps: list[tuple[str, int, Decimal]]
) -> None:
    goal_id = made(store, measure)
    for mode, back, value in steps:
        if mode == "reset" and not measure.running:
            continue
        on = TODAY - timedelta(days=back)
        goal = store.read(queries.goal, goal_id)
        foretold = effect(goal, store.read(queries.entries, goal_id), on, mode, None if mode == "excused" else value)
        if mode == "excused":
            store.run_sync(entries.check_in, goal_id, on, excused=True)
        else:
            store.run_sync(entries.check_in, goal_id, on, value, mode=mode)
        days = goal_days(goal, store.read(queries.entries, goal_id), on)
        assert foretold.after == next((day.value for day in days if day.on == on), None)
