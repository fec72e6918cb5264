"""Goals with how they stand: figures that were kept where they still hold, computed from the entries where not.

Kept figures are believed when they are of this day, these rules and these settings, and every trigger is there
that drops them when anything they depend on changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import Assessment, Entry, Goal, State
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import RULES, assess
from smart_tui.store.connection import Reader, Row
from smart_tui.store.queries import rows
from smart_tui.store.queries.goals import listed

WATCHING = 15
"""So many triggers watch over the kept figures."""
TOGETHER = 50
"""The entries of so many goals are read at once."""

WATCHED = f"(SELECT count(*) = {WATCHING} FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'standing_*')"
_KEPT = f"""
SELECT goal_id, CASE WHEN valid_for = ? AND {WATCHED} THEN figures END, entries, last_on,
       CASE WHEN {WATCHED} THEN stamp END
FROM standing"""

STAMPS = f"SELECT goal_id, stamp FROM standing WHERE {WATCHED}"
"""What changes with every row a goal is judged by; nothing while a trigger is missing."""


class Standing(NamedTuple):
    """A goal as it is listed, how it stands, and how many entries it has, the last of them on `last_on`."""

    goal: Goal
    assessment: Assessment
    entries: int = 0
    last_on: date | None = None
    stamp: int | None = None
    """For figures that were computed and may be kept: the stamp they were computed under."""


def valid_for(today: date, settings: Settings) -> str:
    """What kept figures hold for, besides the rows they were computed from: the day, the rules, the settings."""
    week = getattr(settings.first_weekday, "history", "")
    judged_by = settings._replace(review_weekday=None, review_prompts=())
    return " ".join([today.isoformat(), str(RULES), week, *(str(setting) for setting in judged_by)])


def standings(
    reader: Reader, states: Sequence[State], today: date, settings: Settings, whole: bool = False
) -> list[Standing]:
    """The goals in any of these states, by number, without what `goals.listed` leaves out; raises StoreError."""
    marks = ", ".join("?" * len(states))
    return _listed(reader, f"goal.state IN ({marks})", [str(state) for state in states], today, settings, whole)


def standings_where(
    reader: Reader, condition: str, params: Sequence[object], today: date, settings: Settings
) -> list[Standing]:
    """The goals that fulfil a condition of SQL, by number, each complete but for its entries; raises StoreError."""
    return _listed(reader, condition, params, today, settings, whole=True)


def kept(reader: Reader, goal_ids: Sequence[int], today: date, settings: Settings) -> dict[int, Assessment]:
    """How these goals stand, by id, as far as that was kept and still holds; raises StoreError."""
    found: dict[int, Assessment] = {}
    for at in range(0, len(goal_ids), rows.CHUNK):
        part = goal_ids[at : at + rows.CHUNK]
        among = f" WHERE goal_id IN ({', '.join('?' * len(part))})"
        for row in reader.rows(_KEPT + among, (valid_for(today, settings), *part)):
            assessment = _read(row[1])
            if assessment is not None:
                found[row[0]] = assessment
    return found


def standings_of(reader: Reader, ids: Iterable[int], today: date, settings: Settings) -> Iterator[Standing]:
    """The same of these goals."""
    wanted = sorted(ids)
    for at in range(0, len(wanted), rows.CHUNK):
        part = wanted[at : at + rows.CHUNK]
        yield from _listed(reader, f"goal.id IN ({', '.join('?' * len(part))})", part, today, settings)


def _listed(
    reader: Reader,
    condition: str,
    params: Sequence[object],
    today: date,
    settings: Settings,
    whole: bool = False,
) -> list[Standing]:
    among = f" WHERE goal_id IN (SELECT goal.id FROM goal WHERE {condition})"
    also = (_KEPT + among, (valid_for(today, settings), *params))
    goals, kept = listed(reader, condition, params, also, whole)
    known = {row[0]: row for row in kept}
    found = {goal.id: standing for goal in goals if (standing := _kept(goal, known.get(goal.id))) is not None}
    rest = [goal for goal in goals if goal.id not in found]
    for at in range(0, len(rest), TOGETHER):
        part = rest[at : at + TOGETHER]
        entries = rows.figures_of(reader, [goal.id for goal in part])
        for goal in part:
            stamp = known[goal.id][4] if goal.id in known else None
            found[goal.id] = _computed(goal, entries.get(goal.id, ()), today, settings, stamp)
    if reader.damaged:
        # What cannot be read is said each time, and that only who reads it can do.
        return [found[goal.id]._replace(stamp=None) for goal in goals]
    return [found[goal.id] for goal in goals]


def _kept(goal: Goal, row: Row | None) -> Standing | None:
    assessment = None if row is None else _read(row[1])
    if row is None or assessment is None:
        return None
    try:
        return Standing(goal, assessment, int(row[2]), rows.day(row[3]))
    except rows.UNDERSTOOD:
        return None


def _read(figures: str | None) -> Assessment | None:
    if figures is None:
        return None
    # Where nothing was kept, as in a file that only the command line opens, a start need not load it.
    from smart_tui.store.figures import decode

    try:
        return decode(figures)
    except rows.UNDERSTOOD:
        return None


def _computed(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings, stamp: int | None) -> Standing:
    last_on = entries[-1].on if entries else None
    return Standing(goal, assess(goal, entries, today, settings), len(entries), last_on, stamp)
