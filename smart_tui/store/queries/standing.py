"""Goals with how they stand: figures that were kept where they still hold, computed from the entries where not.

Kept figures are believed when they are of this day, these rules and these settings, and every trigger is there
that drops them when anything they depend on changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
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
from smart_tui.store.figures import decode, glance
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
_AREA, _PARENT, _VERSION, _VALID_FROM = 10, 11, 13, 14
"""Where the ids of area, parent and version, and the first day of the version stand in such a row."""

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


class Brief:
    """A goal whose figures were kept, as a row of a list needs it; raises ValueError when they cannot be read.

    What a list is ordered by is there at once, the rest is made when it is asked for: of a long list
    few rows are on the screen. The goal has the newest version of its measure only, no pauses, and no
    texts that a row does not show.
    """

    __slots__ = ("_areas", "_made", "_row", "ends", "entries", "id", "milestones", "no", "parent_id", "status", "title")

    def __init__(self, row: Row, areas: Mapping[int, str], milestones: Sequence[Milestone]) -> None:
        self.id: int = row[0]
        self.entries: int = row[2]
        self.no: int = row[3]
        self.title: str = row[4]
        self.parent_id: int | None = row[_PARENT]
        self.status, self.ends = glance(row[1])
        self.milestones = milestones
        self._areas = areas
        self._row = row
        self._made: tuple[Goal, Assessment] | None = None

    @property
    def area(self) -> str:
        """The goal's area, "" for none."""
        return self._areas.get(self._row[_AREA], "")

    @property
    def goal(self) -> Goal:
        """The goal, as far as a row shows it."""
        return self._both()[0]

    @property
    def assessment(self) -> Assessment:
        """How it stands."""
        return self._both()[1]

    def newer(self, row: Row) -> None:
        """Take the version of the measure in another row of the same goal, if it is the newer one."""
        if (row[_VALID_FROM], row[_VERSION]) > (self._row[_VALID_FROM], self._row[_VERSION]):
            self._row = row

    def _both(self) -> tuple[Goal, Assessment]:
        if self._made is None:
            self._made = _brief(self._row, self.area, self.milestones), decode(self._row[1])
        return self._made


class Briefly(NamedTuple):
    """The goals of a list: those whose figures were kept, and those whose figures had to be computed."""

    kept: list[Brief]
    computed: Sequence[Standing] = ()


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


def kept(reader: Reader, goal_ids: Sequence[int], today: date, settings: Settings) -> dict[int, Assessment]:
    """How these goals stand, by id, as far as that was kept and still holds; raises StoreError."""
    found: dict[int, Assessment] = {}
    for at in range(0, len(goal_ids), rows.CHUNK):
        part = goal_ids[at : at + rows.CHUNK]
        among = f" WHERE goal_id IN ({', '.join('?' * len(part))})"
        for row in reader.rows(_KEPT + among, (valid_for(today, settings), *part)):
            if row[1] is not None:
                with suppress(*rows.UNDERSTOOD):
                    found[row[0]] = decode(row[1])
    return found


def brief_standings(reader: Reader, state: State, today: date, settings: Settings) -> Briefly:
    """The goals of one state in no order, with no more than the row of a list says; raises StoreError."""
    wanted = str(state)
    parts = f"{rows.MILESTONE} WHERE goal_id IN (SELECT id FROM goal WHERE state = ?) ORDER BY due IS NULL, due, id"
    asked: list[Query] = [
        (f"{_BRIEF} WHERE state = ?", (valid_for(today, settings), wanted)),
        ("SELECT id, name FROM area", ()),
        (parts, (wanted,)),
    ]
    goals, areas, milestones = reader.gather(asked)
    names = {key: str(name) for key, name in areas}
    planned = rows.grouped(reader, "milestone", milestones, rows.milestone)
    found: dict[int, Brief] = {}
    rest: set[int] = set()
    for row in goals:
        key, figures = row[0], row[1]
        if figures is None:
            rest.add(key)
        elif key in found:
            found[key].newer(row)
        else:
            try:
                found[key] = Brief(row, names, planned.get(key, ()))
            except rows.UNDERSTOOD:
                rest.add(key)
    if not rest:
        return Briefly(list(found.values()))
    kept = [each for key, each in found.items() if key not in rest]
    return Briefly(kept, list(_by_id(reader, rest, today, settings)))


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


def _brief(row: Row, area: str, milestones: Sequence[Milestone]) -> Goal:
    (
        key, _figures, _entries, no, title, state, model, language, deadline, review_on, _area, parent, weight,
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
    return Goal(
        key,
        "",
        no,
        rows.string(title),
        _STATES[state],
        model,
        language,
        deadline=rows.day(deadline),
        review_on=rows.day(review_on),
        area=area,
        parent_id=parent,
        measures=measures,
        milestones=tuple(milestones),
        weight=weight,
    )
