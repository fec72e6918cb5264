"""Rows -> domain values, defensively; and the reads that need one table only."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from smart_tui.domain.goal import (
    Activity,
    Combine,
    Confidence,
    Direction,
    Entry,
    EntryState,
    Horizon,
    IfThenPlan,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Promise,
    Reading,
)
from smart_tui.domain.quantity import from_micro
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import Reader, Row

T = TypeVar("T")

ENTRY = "SELECT id, goal_id, uuid, day, state, value, note, recorded_at, source, source_id, counts FROM entry"
FIGURE = "SELECT id, goal_id, day, state, value, source FROM entry"
UNDERSTOOD = (ValueError, TypeError, KeyError, ArithmeticError, AttributeError, RecursionError)
"""What a row of unexpected content raises while it is read."""

_STATES = {str(state): state for state in EntryState}
CHUNK = 500
"""So many ids are named in one query at most."""


_SETTINGS = """
SELECT key, value FROM setting UNION ALL
SELECT NULL, (SELECT last FROM review WHERE finished_at IS NOT NULL AND last IS date(last, '+0 days')
              ORDER BY last DESC LIMIT 1)"""
"""The settings, and under no key up to which day was reviewed."""


def settings(reader: Reader) -> Settings:
    """The settings that change what data mean; unreadable ones keep their default."""
    found: dict[str | None, str | None] = dict(reader.rows(_SETTINGS))
    reviewed_until = day(found.pop(None, None))
    return Settings.read({str(key): str(value) for key, value in found.items()}, reviewed_until)


def raw_setting(reader: Reader, key: str) -> str | None:
    """A setting as stored, or None."""
    found = reader.rows("SELECT value FROM setting WHERE key = ?", (key,))
    return str(found[0][0]) if found else None


def entries(reader: Reader, goal_id: int) -> tuple[Entry, ...]:
    """The entries of a goal by day, and within a day in the order of recording."""
    return tuple(entries_of(reader, (goal_id,)).get(goal_id, ()))


def entries_of(reader: Reader, goal_ids: Iterable[int]) -> dict[int, list[Entry]]:
    """The entries of many goals, each list in the order of `entries`; goals without entries are missing."""
    return _by_goal(reader, ENTRY, goal_ids, entry)


def figures_of(reader: Reader, goal_ids: Iterable[int]) -> dict[int, list[Entry]]:
    """The same with only what a goal is judged by: uuid, note and the moment of recording are left empty."""
    return _by_goal(reader, FIGURE, goal_ids, figure)


def _by_goal(reader: Reader, sql: str, goal_ids: Iterable[int], make: Callable[[Row], Entry]) -> dict[int, list[Entry]]:
    wanted = list(goal_ids)
    if len(wanted) > CHUNK:
        allowed = set(wanted)
        rows = [row for row in reader.rows(f"{sql} ORDER BY goal_id, day, id") if row[1] in allowed]
    else:
        marks = ", ".join("?" * len(wanted))
        rows = reader.rows(f"{sql} WHERE goal_id IN ({marks}) ORDER BY goal_id, day, id", wanted)
    return grouped(reader, "entry", rows, make)


def read(reader: Reader, table: str, rows: Sequence[Row], make: Callable[[Row], T]) -> Iterable[T]:
    """Each row made into a value; rows that cannot be are counted as damaged. The id comes first in a row."""
    for row in rows:
        try:
            value = make(row)
        except UNDERSTOOD:
            reader.damaged.add((table, row[0] if isinstance(row[0], int) else 0))
        else:
            yield value


def grouped(reader: Reader, table: str, rows: Sequence[Row], make: Callable[[Row], T]) -> dict[int, list[T]]:
    """The values by goal; rows hold their id first and the goal's id second."""
    found: dict[int, list[T]] = {}
    for row in rows:
        try:
            found.setdefault(row[1], []).append(make(row))
        except UNDERSTOOD:
            reader.damaged.add((table, row[0] if isinstance(row[0], int) else 0))
    return found


@lru_cache(maxsize=4096)
def day(text: str | None) -> date | None:
    """A stored day, or None."""
    return None if text is None else date.fromisoformat(text)


@lru_cache(maxsize=4096, typed=True)
def amount(millionths: int | None) -> Decimal | None:
    """A stored amount, or None."""
    if millionths is None:
        return None
    if type(millionths) is not int:
        raise TypeError("an amount that is not whole")
    return from_micro(millionths)


def instant(text: str | None) -> datetime | None:
    """A stored instant, aware and in UTC, or None."""
    return None if text is None else datetime.fromisoformat(text)


def string(text: object) -> str:
    """A stored text."""
    if type(text) is not str:
        raise TypeError("a text that is not one")
    return text


def entry(row: Row) -> Entry:
    """An entry, from the columns of ENTRY."""
    key, goal_id, uuid, on, stored_state, stored_value, note, recorded_at, source, source_id, counts = row
    state, value, civil = _STATES[stored_state], amount(stored_value), day(on)
    if civil is None or (state is EntryState.VALUE) != (value is not None):
        raise ValueError("an entry without its day or value")
    recorded, told = instant(recorded_at), None if counts is None else _counts(counts)
    return Entry(key, uuid, goal_id, civil, state, value, string(note), recorded, source, source_id, told)


def _counts(stored: str) -> tuple[int, int, int]:
    """Promoters, passives and detractors."""
    promoters, passives, detractors = (int(count) for count in stored.split("/"))
    return promoters, passives, detractors


def figure(row: Row) -> Entry:
    """An entry with only what a goal is judged by, from the columns of FIGURE."""
    key, goal_id, on, stored_state, stored_value, source = row
    state, value, civil = _STATES[stored_state], amount(stored_value), day(on)
    if civil is None or (state is EntryState.VALUE) != (value is not None):
        raise ValueError("an entry without its day or value")
    return Entry(key, "", goal_id, civil, state, value, "", None, source)


MEASURE = """
SELECT id, goal_id, valid_from, kind, target, unit, baseline, baseline_on, baseline_period, change_percent, reading,
       period, direction, share_wanted, weekdays, step, what_counts, combine, running, silence_is_zero, untargeted,
       low, high, levels, entered_as, reason, keep_line
FROM measure"""


def measure(row: Row) -> Measure:
    """A version of a measure, from the columns of MEASURE."""
    return Measure(
        kind=Kind(row[3]),
        valid_from=date.fromisoformat(row[2]),
        target=amount(row[4]),
        unit=string(row[5]),
        baseline=amount(row[6]),
        baseline_on=day(row[7]),
        baseline_period=None if row[8] is None else Period(row[8]),
        change_percent=amount(row[9]),
        reading=None if row[10] is None else Reading(row[10]),
        period=None if row[11] is None else Period(row[11]),
        direction=None if row[12] is None else Direction(row[12]),
        share_wanted=None if row[13] is None else int(row[13]),
        weekdays=int(row[14]),
        step=amount(row[15]),
        what_counts=string(row[16]),
        combine=None if row[17] is None else Combine(row[17]),
        running=bool(row[18]),
        silence_is_zero=bool(row[19]),
        untargeted=bool(row[20]),
        low=amount(row[21]),
        high=amount(row[22]),
        levels=() if row[23] == "[]" else _texts(row[23]),
        entered_as=string(row[24]),
        reason=string(row[25]),
        keep_line=bool(row[26]),
        id=row[0],
    )


def _texts(stored: str) -> tuple[str, ...]:
    """The texts of a stored JSON array."""
    # The usual array needs no parser, whose import a start would feel: no escapes, texts only.
    if stored.startswith('["') and stored.endswith('"]') and "\\" not in stored:
        return tuple(stored[2:-2].split('", "'))
    import json

    return tuple(string(text) for text in json.loads(stored))


PAUSE = "SELECT id, goal_id, first, last FROM pause"
MILESTONE = "SELECT id, goal_id, uuid, title, due, weight, done_on FROM milestone"
ACTIVITY = "SELECT id, goal_id, uuid, what, time, place, due, horizon, done_on, outcome, reason FROM activity"
PLAN = 'SELECT id, goal_id, uuid, situation, action FROM "plan"'
CONFIDENCE = "SELECT id, goal_id, day, value FROM confidence"
TAG = "SELECT id, goal_id, name FROM tag"
ANSWER = "SELECT id, goal_id, question, text FROM answer"
DISMISSAL = "SELECT id, goal_id, code FROM dismissal"


def pause(row: Row) -> Pause:
    """A pause, from the columns of PAUSE."""
    return Pause(date.fromisoformat(row[2]), day(row[3]), row[0])


def milestone(row: Row) -> Milestone:
    """A milestone, from the columns of MILESTONE."""
    return Milestone(row[0], row[2], string(row[3]), day(row[4]), int(row[5]), day(row[6]))


def activity(row: Row) -> Activity:
    """An activity, from the columns of ACTIVITY."""
    outcome = None if row[9] is None else Promise(row[9])
    where, due, horizon, done_on = string(row[5]), day(row[6]), Horizon(row[7]), day(row[8])
    return Activity(
        row[0], row[2], string(row[3]), string(row[4]), where, due, horizon, done_on, outcome, string(row[10])
    )


def plan(row: Row) -> IfThenPlan:
    """An if-then plan, from the columns of PLAN."""
    return IfThenPlan(row[0], row[2], string(row[3]), string(row[4]))


def confidence(row: Row) -> Confidence:
    """A day's confidence, from the columns of CONFIDENCE."""
    return Confidence(date.fromisoformat(row[2]), int(row[3]), row[0])


def tag(row: Row) -> str:
    """A tag, from the columns of TAG."""
    return string(row[2])


def answer(row: Row) -> tuple[str, str]:
    """A question and its answer, from the columns of ANSWER."""
    return string(row[2]), string(row[3])


def dismissal(row: Row) -> str:
    """The code of a dismissed remark, from the columns of DISMISSAL."""
    return string(row[2])
