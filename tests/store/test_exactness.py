"""What was stored comes back exactly, and what cannot be stored is refused with its field."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_tui.domain.cleaning import clean_line, clean_text, clean_title
from smart_tui.domain.goal import (
    Combine,
    Direction,
    EntryState,
    Kind,
    Measure,
    Period,
    Reading,
)
from smart_tui.store import queries
from smart_tui.store.changes import instant
from smart_tui.store.commands import entries, goals, history, measures, plans
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, full_goal

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MARKUP = ("[", "]", "[/]", "[@click=app.quit]", "{0}", "%", "_", "'", '"', "\\", "=1+1", "x ", "'; DROP TABLE goal; --")
MARKS = (
    "\x00",
    "\x1b]52;c;AA\x07",
    "\x85",
    "\n",
    "\t",
    " ",
    "\u202e",
    "\ud800",
    "\ufeff",
    "e\u0301",
    "å",
    "👨\u200d👧",
    "x",
)
TOKENS = st.sampled_from(MARKUP + MARKS)
HOSTILE = st.one_of(st.lists(TOKENS, max_size=10).map("".join), st.text(st.characters(), max_size=40))
AMOUNTS = st.integers(-(10**18) + 1, 10**18 - 1).map(lambda micro: Decimal(micro).scaleb(-6))
MAYBE = st.none() | AMOUNTS
DAYS = st.dates()


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[Store, int]]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder + "/smart-tui.db")
        yield store, store.run_sync(goals.create, "nordic", "en", title="Exact")
        store.close()


MEASURES = st.builds(
    Measure,
    kind=st.sampled_from(Kind),
    valid_from=DAYS,
    target=MAYBE,
    unit=HOSTILE.map(clean_line),
    baseline=MAYBE,
    baseline_on=st.none() | DAYS,
    baseline_period=st.none() | st.sampled_from(Period),
    change_percent=MAYBE,
    reading=st.none() | st.sampled_from(Reading),
    period=st.none() | st.sampled_from(Period),
    direction=st.none() | st.sampled_from(Direction),
    share_wanted=st.none() | st.integers(1, 100),
    weekdays=st.integers(1, 127),
    step=st.none() | AMOUNTS.filter(lambda step: step > 0),
    what_counts=HOSTILE.map(clean_text),
    combine=st.none() | st.sampled_from(Combine),
    running=st.booleans(),
    silence_is_zero=st.booleans(),
    untargeted=st.booleans(),
    low=MAYBE,
    high=MAYBE,
    levels=st.just(()) | st.tuples(*[HOSTILE.map(clean_line)] * 5),
    entered_as=st.sampled_from(["plain", "scale", "nps"]),
    reason=HOSTILE.map(clean_text),
    keep_line=st.booleans(),
)


@QUICK
@given(value=AMOUNTS, on=DAYS, note=HOSTILE)
def test_an_entry_comes_back_exactly(shared: tuple[Store, int], value: Decimal, on: date, note: str) -> None:
    store, goal_id = shared
    entry_id = store.run_sync(entries.check_in, goal_id, on, value, note=note)
    (entry,) = [found for found in store.read(queries.entries, goal_id) if found.id == entry_id]
    assert (entry.value, entry.on, entry.note, entry.state) == (value, on, clean_line(note), EntryState.VALUE)
    store.run_sync(history.undo)
    assert entry_id not in [found.id for found in store.read(queries.entries, goal_id)]
    store.run_sync(history.redo)
    assert entry in store.read(queries.entries, goal_id)


@QUICK
@given(measure=MEASURES)
def test_a_measure_comes_back_exactly_and_through_undo(shared: tuple[Store, int], measure: Measure) -> None:
    store, goal_id = shared
    old = store.read(queries.goal, goal_id).measure
    measure_id = store.run_sync(measures.set_measure, goal_id, measure)
    wanted = measure._replace(id=measure_id)
    assert store.read(queries.goal, goal_id).measure == wanted
    if old != wanted:
        store.run_sync(history.undo)
        assert store.read(queries.goal, goal_id).measure == old
        store.run_sync(history.redo)
        assert store.read(queries.goal, goal_id).measure == wanted


@QUICK
@given(text=HOSTILE, days=st.tuples(*[st.none() | DAYS] * 4))
def test_text_and_days_come_back_cleaned_but_complete(
    shared: tuple[Store, int], text: str, days: tuple[date | None, ...]
) -> None:
    store, goal_id = shared
    store.run_sync(goals.set_answer, goal_id, "specific.why", text)
    start, deadline, review_on, wake_on = days
    values = {"start": start, "deadline": deadline, "review_on": review_on, "wake_on": wake_on}
    names = {"title": text, "statement": text, "area": text, "owner": text, "people": text, "tags": (text, "second")}
    store.run_sync(goals.set_fields, goal_id, {**values, **names})
    goal = store.read(queries.goal, goal_id)
    assert goal.answers.get("specific.why", "") == clean_text(text)
    assert (goal.start, goal.deadline, goal.review_on, goal.wake_on) == days
    line = clean_line(text)
    assert (goal.title, goal.statement) == (clean_title(text), clean_text(text))
    assert (goal.area, goal.owner, goal.people) == (line, line, line)
    assert goal.tags == tuple(dict.fromkeys(tag for tag in (line, "second") if tag))
    assert goal == store.read(queries.find, goal.uuid)


@given(
    at=st.datetimes(
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45)), timezone(-timedelta(hours=11))])
    )
)
def test_instants_are_kept_to_the_microsecond_in_an_order_text_keeps(at: datetime) -> None:
    try:
        stored = instant(at)
    except OverflowError:
        return
    assert datetime.fromisoformat(stored) == at
    assert len(stored) == 32


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1.0000001"),
        Decimal("1e999"),
        Decimal(10) ** 12,
        -(Decimal(10) ** 12),
        Decimal("nan"),
        Decimal("snan"),
        Decimal("-inf"),
        2**63,
        int("9" * 400),
        1.5,
        float("nan"),
        "1",
        True,
        None,
        b"1",
    ],
)
def test_a_value_that_cannot_be_exact_is_refused(store: Store, value: object) -> None:
    goal_id = full_goal(store)
    before = store.read(queries.history)
    for mode in ("add", "set", "change"):
        with pytest.raises(StoreError) as refused:
            store.run_sync(entries.check_in, goal_id, MONDAY, value, mode=mode)  # type: ignore[arg-type]
        assert refused.value.code == "invalid"
        assert refused.value.params["field"] == "value"
    assert len(store.read(queries.entries, goal_id)) == 1
    assert store.read(queries.history) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deadline", "2026-01-01"),
        ("deadline", datetime(2026, 1, 1, tzinfo=UTC)),
        ("title", None),
        ("title", 7),
        ("title", " \n "),
        ("model", ""),
        ("tags", "one"),
        ("tags", (1,)),
        ("parent_id", "1"),
        ("parent_id", 1.5),
        ("state", "active"),
        ("no", 9),
        ("uuid", "x"),
    ],
)
def test_a_field_that_is_not_one_or_not_of_its_kind_is_refused(store: Store, field: str, value: object) -> None:
    goal_id = full_goal(store)
    before = store.read(queries.goal, goal_id)
    with pytest.raises(StoreError) as refused:
        store.run_sync(goals.set_fields, goal_id, {"owner": "me", field: value})
    assert (refused.value.code, refused.value.params["field"]) == ("invalid", field)
    assert store.read(queries.goal, goal_id) == before


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "odd"},
        {"weekdays": 0},
        {"weekdays": 128},
        {"share_wanted": 101},
        {"step": Decimal(0)},
        {"levels": ("a",)},
        {"target": Decimal("0.0000001")},
        {"period": "hour"},
        {"valid_from": None},
        {"entered_as": ""},
        {"unit": 5},
    ],
)
def test_a_measure_that_cannot_be_is_refused(store: Store, change: dict[str, object]) -> None:
    goal_id = full_goal(store)
    measure = store.read(queries.goal, goal_id).measure
    assert measure is not None
    with pytest.raises(StoreError) as refused:
        store.run_sync(measures.set_measure, goal_id, measure._replace(**change))  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.params["field"]) == ("invalid", next(iter(change)))
    assert store.read(queries.goal, goal_id).measure == measure


@pytest.mark.parametrize("value", [0, 11, True, 5.0, "5"])
def test_confidence_is_one_to_ten(store: Store, value: object) -> None:
    goal_id = full_goal(store)
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(plans.set_confidence, goal_id, MONDAY, value)  # type: ignore[arg-type]


def test_the_tables_themselves_refuse_what_no_command_would_write(store: Store, path: str) -> None:
    import sqlite3

    full_goal(store)
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "UPDATE entry SET value = NULL",
        "UPDATE entry SET state = 'excused'",
        "UPDATE entry SET value = 1.5",
        "UPDATE entry SET value = 'x'",
        "UPDATE entry SET value = 1000000000000000000",
        "UPDATE entry SET day = '2026-02-30'",
        "UPDATE entry SET day = 5",
        "UPDATE goal SET state = 'closed'",
        "UPDATE goal SET title = ' '",
        "UPDATE goal SET deadline = '2026-1-1'",
        "UPDATE measure SET weekdays = 0",
        "UPDATE measure SET kind = 'x'",
        "UPDATE pause SET last = '2020-01-01'",
        "UPDATE confidence SET value = 11",
        "INSERT INTO tag (goal_id, name) VALUES (1, 'home')",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    connection.close()
