"""A list of goals by figures that were kept: all of it is ordered, and only what is looked at is made."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import Assessment, Direction, Goal, Kind, Measure, Milestone, Period, Reading, State
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.figures import decode, glance
from smart_tui.store.queries import rows
from smart_tui.store.queries.standing import WATCHED, Standing, standings_of, valid_for

_BRIEF = f"""
SELECT goal.id, CASE WHEN valid_for = ? AND {WATCHED} THEN figures END, entries, no, title, state, model, language,
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
    return Briefly(kept, list(standings_of(reader, rest, today, settings)))


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
