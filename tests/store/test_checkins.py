"""Check-ins: a value or an excuse on a day, and how a day's value is changed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Combine, EntryState, Kind, Measure
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, books

LATER = date(2026, 5, 4)
DAY = timedelta(days=1)


def _values(store: Store, goal_id: int) -> list[tuple[date, str | None, str]]:
    return [
        (entry.on, None if entry.value is None else str(entry.value), entry.note)
        for entry in store.read(queries.entries, goal_id)
    ]


def _goal(store: Store, measure: Measure | None = None) -> int:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Plain")
    if measure is not None:
        store.run_sync(measures.set_measure, goal_id, measure)
    return goal_id


def test_a_plain_check_in_adds_and_set_makes_the_days_value(store: Store) -> None:
    goal_id = _goal(store, books())
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(2), note="a")
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(3), note="b")
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(-1), mode="change")
    assert [value for _, value, _ in _values(store, goal_id)] == ["2", "3", "-1"]
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(10), mode="set", note="c")
    assert _values(store, goal_id) == [(MONDAY, "10", "a; b; c")]
    store.run_sync(entries.check_in, goal_id, LATER, Decimal(1), mode="set")
    assert _values(store, goal_id)[1] == (LATER, "1", "")


def test_changing_a_level_makes_a_new_reading_from_the_latest(store: Store) -> None:
    goal_id = _goal(store, Measure(Kind.LEVEL, MONDAY, target=Decimal(80), unit="kg"))
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal("84.5"))
    store.run_sync(entries.check_in, goal_id, LATER + DAY, Decimal(70))
    store.run_sync(entries.check_in, goal_id, LATER, Decimal("-0.3"), mode="change")
    assert (LATER, "84.2", "") in _values(store, goal_id)
    store.run_sync(entries.check_in, goal_id, LATER, Decimal("-0.2"), mode="change")
    assert [value for on, value, _ in _values(store, goal_id) if on == LATER] == ["84.2", "84"]


def test_changing_a_running_count_goes_on_from_the_last_count(store: Store) -> None:
    goal_id = _goal(store, books()._replace(running=True))
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1200))
    store.run_sync(entries.check_in, goal_id, LATER, Decimal(30), mode="change")
    assert [value for _, value, _ in _values(store, goal_id)] == ["1200", "1230"]


@pytest.mark.parametrize(("combine", "value"), [(Combine.MAX, "9"), (Combine.MIN, "3"), (Combine.MEAN, "6")])
def test_changing_a_combined_day_changes_what_the_day_shows(store: Store, combine: Combine, value: str) -> None:
    goal_id = _goal(store, Measure(Kind.LEVEL, MONDAY, combine=combine))
    for reading in ("2", "8"):
        store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(reading))
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1), mode="change")
    assert _values(store, goal_id) == [(MONDAY, value, "")]


def test_unknown_zero_and_excused_are_three_things(store: Store) -> None:
    goal_id = _goal(store, books())
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(0))
    store.run_sync(entries.check_in, goal_id, LATER, excused=True, note="ill")
    zero, excused = store.read(queries.entries, goal_id)
    assert (zero.state, zero.value) == (EntryState.VALUE, Decimal(0))
    assert (excused.state, excused.value, excused.note) == (EntryState.EXCUSED, None, "ill")
    store.run_sync(entries.check_in, goal_id, LATER, excused=True, note="very ill")
    assert _values(store, goal_id)[1:] == [(LATER, None, "very ill")]


def test_an_entry_may_become_an_excuse_and_a_value_again(store: Store) -> None:
    goal_id = _goal(store, books())
    entry_id = store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(2))
    store.run_sync(entries.edit_entry, entry_id, excused=True)
    with pytest.raises(StoreError, match="missing"):
        store.run_sync(entries.edit_entry, entry_id, excused=False)
    assert _values(store, goal_id) == [(MONDAY, None, "")]
    store.run_sync(entries.edit_entry, entry_id, value=Decimal("2.25"), on=LATER)
    assert _values(store, goal_id) == [(LATER, "2.25", "")]
    with pytest.raises(StoreError, match="mode"):
        store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1), mode="odd")


def test_a_rating_takes_its_five_levels_only(store: Store) -> None:
    goal_id = _goal(store, Measure(Kind.RATING, MONDAY))
    entry_id = store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(-2))
    for value in (Decimal(3), Decimal("0.5")):
        with pytest.raises(StoreError) as caught:
            store.run_sync(entries.check_in, goal_id, MONDAY, value)
        assert caught.value.params["reason"] == "not_a_level"
        with pytest.raises(StoreError):
            store.run_sync(entries.edit_entry, entry_id, value=value)
