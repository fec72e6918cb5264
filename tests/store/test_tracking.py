"""What tracking asks of the store: counts of answers, counts that begin anew, weights, parents, holidays, weeks."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest

from smart_tui.domain.goal import Goal, Kind, Measure, Pause
from smart_tui.domain.measure import RESET, goal_days
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history, measures, plans
from smart_tui.store.commands.settings import set_first_weekday
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, books, contents, full_goal

DAY = timedelta(days=1)


def _goal(store: Store, measure: Measure) -> int:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Plain")
    store.run_sync(measures.set_measure, goal_id, measure)
    return goal_id


def _refusal(act: Callable[[], object]) -> tuple[str, object, object]:
    with pytest.raises(StoreError) as refused:
        act()
    return refused.value.code, refused.value.params.get("field"), refused.value.params.get("reason")


def _shown(store: Store, goal_id: int) -> list[tuple[str | None, tuple[int, int, int] | None, str]]:
    found = store.read(queries.entries, goal_id)
    return [(None if entry.value is None else str(entry.value), entry.counts, entry.source) for entry in found]


def test_a_score_is_stored_with_the_counts_it_comes_from(store: Store) -> None:
    goal_id = _goal(store, Measure(Kind.LEVEL, MONDAY, target=Decimal(40), entered_as="nps"))
    entry_id = store.run_sync(entries.check_in, goal_id, MONDAY, counts=(12, 5, 3))
    assert _shown(store, goal_id) == [("45", (12, 5, 3), "")]
    store.run_sync(entries.check_in, goal_id, MONDAY, counts=(1, 1, 1), mode="set")
    assert _shown(store, goal_id) == [("0", (1, 1, 1), "")]
    store.run_sync(entries.edit_entry, entry_id, note="by phone")
    assert _shown(store, goal_id) == [("0", (1, 1, 1), "")]
    store.run_sync(entries.edit_entry, entry_id, counts=(2, 1, 0))
    assert _shown(store, goal_id) == [("66.666667", (2, 1, 0), "")]
    store.run_sync(entries.edit_entry, entry_id, value=Decimal(30))
    assert _shown(store, goal_id) == [("30", None, "")]
    store.run_sync(history.undo)
    store.run_sync(entries.edit_entry, entry_id, excused=True)
    assert _shown(store, goal_id) == [(None, None, "")]


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ((1, 2), "not_a_list"),
        ("1/2/3", "not_a_list"),
        ((0, 0, 0), "missing"),
        ((1, -1, 2), "out_of_range"),
        ((1, 10**10, 2), "out_of_range"),
        ((1, 2.5, 2), "not_a_number"),
    ],
)
def test_counts_that_are_none_are_refused(store: Store, counts: tuple[int, ...], reason: str) -> None:
    goal_id = _goal(store, Measure(Kind.LEVEL, MONDAY))
    refused = _refusal(lambda: store.run_sync(entries.check_in, goal_id, MONDAY, counts=counts))
    assert refused == ("invalid", "counts", reason)
    assert store.read(queries.entries, goal_id) == ()


def test_a_running_count_that_began_anew_adds_nothing_then(store: Store) -> None:
    goal_id = _goal(store, books("500")._replace(running=True, baseline=Decimal(1000)))
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1200))
    store.run_sync(entries.check_in, goal_id, MONDAY + DAY, Decimal(30), mode="reset")
    store.run_sync(entries.check_in, goal_id, MONDAY + DAY, Decimal(40))
    assert _amounts(store, goal_id) == [Decimal(200), Decimal(10)]
    store.run_sync(entries.check_in, goal_id, MONDAY + DAY, Decimal(50), mode="set")
    assert _shown(store, goal_id) == [("1200", None, ""), ("30", None, RESET), ("50", None, "")]
    assert _amounts(store, goal_id) == [Decimal(200), Decimal(20)]
    store.run_sync(entries.check_in, goal_id, MONDAY + 2 * DAY, Decimal(5), mode="change")
    assert _amounts(store, goal_id) == [Decimal(200), Decimal(20), Decimal(5)]


def test_only_a_running_count_can_begin_anew(store: Store) -> None:
    goal_id = _goal(store, books())
    refused = _refusal(lambda: store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1), mode="reset"))
    assert refused == ("invalid", "mode", "unknown")


def _amounts(store: Store, goal_id: int) -> list[Decimal | None]:
    goal = store.read(queries.goal, goal_id)
    return [day.value for day in goal_days(goal, store.read(queries.entries, goal_id), date(2026, 12, 31))]


def test_a_goal_weighs_one_until_said_otherwise_and_leaves_its_parent(store: Store) -> None:
    parent, child = full_goal(store), full_goal(store, "Chapter")
    assert store.read(queries.goal, child).weight == 1
    store.run_sync(goals.set_fields, child, {"parent_id": parent, "weight": 1000})
    for weight, reason in ((0, "out_of_range"), (1001, "out_of_range"), ("3", "not_a_number"), (True, "not_a_number")):
        refused = _refusal(partial(store.run_sync, goals.set_fields, child, {"weight": weight}))
        assert refused == ("invalid", "weight", reason)
    assert _placed(store.read(queries.goal, child)) == (parent, 1000)
    store.run_sync(goals.set_fields, child, {"parent_id": None})
    assert _placed(store.read(queries.goal, child)) == (None, 1000)
    store.run_sync(history.undo)
    store.run_sync(history.undo)
    assert _placed(store.read(queries.goal, child)) == (None, 1)


def _placed(goal: Goal) -> tuple[int | None, int]:
    return goal.parent_id, goal.weight


def test_a_holiday_lets_every_active_goal_rest_as_one_step(store: Store, path: str) -> None:
    one, two = full_goal(store), full_goal(store, "Chapter")
    draft = _goal(store, books())
    before = contents(path)
    first, last = date(2026, 7, 1), date(2026, 7, 14)
    assert store.run_sync(goals.pause_everything, first, last) == 2
    for goal_id in (one, two):
        pauses = store.read(queries.goal, goal_id).pauses
        assert [(pause.first, pause.last) for pause in pauses][1:] == [(first, last)]
    assert store.read(queries.goal, draft).pauses == ()
    group = store.run_sync(history.undo)
    assert (group.operation, group.params["title"], group.params["others"]) == ("pause", "Read more", 1)
    assert contents(path) == before
    refused = _refusal(lambda: store.run_sync(goals.pause_everything, last, first))
    assert refused == ("invalid", "last", "before_first")
    assert Pause(first, last) not in store.read(queries.goal, one).pauses


def test_the_confidence_of_a_day_can_be_taken_away_again(store: Store) -> None:
    goal_id = full_goal(store)
    store.run_sync(plans.set_confidence, goal_id, MONDAY + DAY, 4)
    store.run_sync(plans.delete_confidence, goal_id, MONDAY)
    assert [(each.on, each.value) for each in store.read(queries.goal, goal_id).confidence] == [(MONDAY + DAY, 4)]
    assert _refusal(lambda: store.run_sync(plans.delete_confidence, goal_id, MONDAY))[0] == "not_found"
    store.run_sync(history.undo)
    assert len(store.read(queries.goal, goal_id).confidence) == 2


def test_another_first_weekday_counts_from_the_next_week_and_is_remembered(store: Store) -> None:
    store.run_sync(set_first_weekday, 6, MONDAY + 2 * DAY)
    week = store.read(queries.settings).first_weekday
    assert (int(week), week.history) == (6, "2026-03-09:6")  # type: ignore[attr-defined]
    store.run_sync(set_first_weekday, 6, MONDAY + 60 * DAY)
    assert store.read(queries.raw_setting, "first_weekday_changes") == "2026-03-09:6"
    store.run_sync(set_first_weekday, 0, date(2026, 4, 1))
    assert store.read(queries.raw_setting, "first_weekday_changes") == "2026-03-09:6,2026-04-05:0"
    assert _refusal(lambda: store.run_sync(set_first_weekday, 7, MONDAY)) == (
        "invalid",
        "first_weekday",
        "out_of_range",
    )


def test_a_first_weekday_chosen_before_there_was_a_history_held_always(store: Store) -> None:
    from smart_tui.store.commands.settings import set_setting

    store.run_sync(set_setting, "first_weekday", "5")
    store.run_sync(set_first_weekday, 0, MONDAY)
    assert store.read(queries.raw_setting, "first_weekday_changes") == "0001-01-01:5,2026-03-07:0"
