"""Goals with how they stand: figures that were kept where they still hold, computed from the entries where not.

Kept figures are believed when they are of this day, these rules and these settings, and every trigger is there
that drops them when anything they depend on changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import (
    Assessment,
    Direction,
    Entry,
    Goal,
    Kind,
    Measure,
    Milestone,
    Period,
    Reading,
    State,
)
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import RULES, assess
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.figures import decode
from smart_tui.store.queries import rows
from smart_tui.store.queries.goals import listed

WATCHING = 15
"""So many triggers watch over the kept figures."""
TOGETHER = 50
"""The entries of so many goals are read at once."""

_WATCHED = f"(SELECT count(*) = {WATCHING} FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'standing_*')"
_KEPT = f"""
SELECT goal_id, CASE WHEN valid_for = ? AND {_WATCHED} THEN figures END, entries, last_on,
       CASE WHEN {_WATCHED} THEN stamp END
FROM standing"""
_BRIEF = f"""
SELECT goal.id, CASE WHEN valid_for = ? AND {_WATCHED} THEN figures END, entries, no, title, state, model, language,
       deadline, review_on, area_id, parent_id, weight, measure.id, valid_from, kind, target, measure.unit, baseline,
       change_percent, reading, period, direction, low, high, running, untargeted
FROM goal LEFT JOIN standing ON standing.goal_id = goal.id LEFT JOIN measure ON measure.goal_id = goal.id"""
_KINDS = {str(kind): kind for kind in Kind}
_STATES = {str(state): state for state in State}
_PERIODS: Mapping[str | None, Period | None] = {None: None, **{str(period): period for period in Period}}
_READINGS: Mapping[str | None, Reading | None] = {None: None, **{str(reading): reading for reading in Reading}}
_SIDES: Mapping[str | None, Direction | None] = {None: None, **{str(side): side for side in Direction}}


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
    return " ".join([today.isoformat(), str(RULES), week, *(str(setting) for setting in settings)])


def standings(
    reader: Reader, states: Sequence[State], today: date, settings: Settings, whole: bool = False
) -> list[Standing]:
    """The goals in any of these states, by number, without what `goals.listed` leaves out; raises StoreError."""
    marks = ", ".join("?" * len(states))
    return _listed(reader, f"goal.state IN ({marks})", [str(state) for state in states], today, settings, whole)


def brief_standings(reader: Reader, state: State, today: date, settings: Settings) -> list[Standing]:
    """The goals of one state in no order, with no more than the row of a list says; raises StoreError.

    Goals whose figures were kept come with the newest version of their measure only, without pauses,
    and without texts that a row does not show.
    """
    found: dict[int, Standing] = {}
    rest: set[int] = set()
    wanted = str(state)
    parts = f"{rows.MILESTONE} WHERE goal_id IN (SELECT id FROM goal WHERE state = ?) ORDER BY due IS NULL, due, id"
    asked: list[Query] = [
        (f"{_BRIEF} WHERE state = ?", (valid_for(today, settings), wanted)),
        ("SELECT id, name FROM area", ()),
        (parts, (wanted,)),
    ]
    goals, areas, milestones = reader.gather(asked)
    names: dict[int, str] = dict(areas)
    planned = rows.grouped(reader, "milestone", milestones, rows.milestone)
    for row in goals:
        key = row[0]
        if row[1] is None:
            rest.add(key)
            continue
        try:
            made = _brief(row, names, planned.get(key, ()))
        except rows.UNDERSTOOD:
            rest.add(key)
            continue
        if key not in found or _later(made.goal, found[key].goal):
            found[key] = made
    if not rest:
        return list(found.values())
    return [*(each for key, each in found.items() if key not in rest), *_by_id(reader, rest, today, settings)]


def _by_id(reader: Reader, ids: Iterable[int], today: date, settings: Settings) -> Iterator[Standing]:
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
    if row is None or row[1] is None:
        return None
    try:
        return Standing(goal, decode(row[1]), int(row[2]), rows.day(row[3]))
    except rows.UNDERSTOOD:
        return None


def _computed(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings, stamp: int | None) -> Standing:
    last_on = entries[-1].on if entries else None
    return Standing(goal, assess(goal, entries, today, settings), len(entries), last_on, stamp)


def _later(goal: Goal, other: Goal) -> bool:
    mine, its = goal.measures[0], other.measures[0]
    return (mine.valid_from, mine.id) > (its.valid_from, its.id)


def _brief(row: Row, areas: Mapping[int, str], milestones: Sequence[Milestone]) -> Standing:
    (
        key, figures, entries, no, title, state, model, language, deadline, review_on, area, parent, weight,
        measure_id, valid_from, kind, target, unit, baseline, change, reading, period, direction, low, high,
        running, untargeted,
    ) = row  # fmt: skip
    measures: tuple[Measure, ...] = ()
    if measure_id is not None:
        measure = Measure(
            _KINDS[kind],
            date.fromisoformat(valid_from),
            rows.amount(target),
            rows.string(unit),
            rows.amount(baseline),
            change_percent=rows.amount(change),
            reading=_READINGS[reading],
            period=_PERIODS[period],
            direction=_SIDES[direction],
            low=rows.amount(low),
            high=rows.amount(high),
            running=bool(running),
            untargeted=bool(untargeted),
            id=measure_id,
        )
        measures = (measure,)
    goal = Goal(
        key,
        "",
        no,
        rows.string(title),
        _STATES[state],
        model,
        language,
        deadline=rows.day(deadline),
        review_on=rows.day(review_on),
        area=areas[area] if area else "",
        parent_id=parent,
        measures=measures,
        milestones=tuple(milestones),
        weight=weight,
    )
    return Standing(goal, decode(figures), entries)
