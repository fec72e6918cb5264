"""Goals with everything the person said about them, many in few statements."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from smart_tui.domain.goal import Goal, Outcome, State
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import rows

GOAL = """
SELECT goal.id, goal.uuid, no, title, state, model, language, statement, start, deadline, review_on, wake_on,
       coalesce(area.name, ''), owner, people, parent_id, step, outcome, lesson, closed_on, created_at, updated_at,
       weight
FROM goal LEFT JOIN area ON area.id = goal.area_id"""

_CHILDREN: tuple[tuple[str, str, str, Callable[[Row], Any]], ...] = (
    ("answer", rows.ANSWER, "id", rows.answer),
    ("measure", rows.MEASURE, "valid_from, id", rows.measure),
    ("pause", rows.PAUSE, "first, id", rows.pause),
    ("milestone", rows.MILESTONE, "due IS NULL, due, id", rows.milestone),
    ("activity", rows.ACTIVITY, "due IS NULL, due, id", rows.activity),
    ("plan", rows.PLAN, "id", rows.plan),
    ("confidence", rows.CONFIDENCE, "day, id", rows.confidence),
    ("tag", rows.TAG, "id", rows.tag),
    ("dismissal", rows.DISMISSAL, "id", rows.dismissal),
)
_LISTED = ("measure", "pause", "milestone", "tag")
"""The children that a goal needs to be judged and listed; drafts need them all."""
_STATES = {str(state): state for state in State}
_NOTHING: dict[str, str] = {}
_NOT_ONE: frozenset[str] = frozenset()

VIEWS = {"drafts": State.DRAFT, "active": State.ACTIVE, "paused": State.PAUSED, "closed": State.CLOSED}


def goals(reader: Reader, states: Sequence[State] = tuple(State)) -> tuple[Goal, ...]:
    """The goals in any of these states, by number, each complete but for its entries."""
    if set(states) == set(State):
        return _load(reader, "", ())
    marks = ", ".join("?" * len(states))
    return _load(reader, f"goal.state IN ({marks})", [str(state) for state in states])


def goal(reader: Reader, goal_id: int) -> Goal:
    """One goal; raises StoreError not_found, or damaged when its row cannot be understood."""
    found = _load(reader, "goal.id = ?", (goal_id,))
    if found:
        return found[0]
    if ("goal", goal_id) in reader.damaged and reader.rows("SELECT 1 FROM goal WHERE id = ?", (goal_id,)):
        raise StoreError("damaged", path=reader.path)
    raise StoreError("not_found", ref=goal_id, table="goal")


def goals_of(reader: Reader, ids: Sequence[int]) -> tuple[Goal, ...]:
    """These goals in their order, each complete but for its entries; one that is not there is left out."""
    found: dict[int, Goal] = {}
    for at in range(0, len(ids), rows.CHUNK):
        part = ids[at : at + rows.CHUNK]
        marks = ", ".join("?" * len(part))
        found |= {each.id: each for each in _load(reader, f"goal.id IN ({marks})", part)}
    return tuple(found[id] for id in ids if id in found)


def below(reader: Reader, goal_id: int) -> tuple[Goal, ...]:
    """The goals that serve a goal, and those that serve these, by number."""
    direct = "goal.parent_id = ?"
    return _load(
        reader, f"{direct} OR goal.parent_id IN (SELECT id FROM goal AS p WHERE p.parent_id = ?)", (goal_id,) * 2
    )


def find(reader: Reader, ref: str) -> Goal:
    """The goal that a number ("3", "#3"), a UUID, or an unambiguous title or part of one names.

    Raises StoreError not_found (ref) or ambiguous (ref, candidates: number and title of each).
    """
    wanted = ref.strip()
    number = wanted.removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) < 18:
        found = reader.rows("SELECT id FROM goal WHERE no = ?", (int(number),))
        if found:
            return goal(reader, found[0][0])
    named = [
        (row[0], row[1], row[2], str(row[3]).casefold())
        for row in reader.rows("SELECT id, no, uuid, title FROM goal ORDER BY no")
    ]
    folded = wanted.casefold()
    if not folded:
        raise StoreError("not_found", ref=ref, table="goal")
    for matching in (
        [row for row in named if row[2] == folded],
        [row for row in named if row[3] == folded],
        [row for row in named if row[3].startswith(folded)],
        [row for row in named if folded in row[3]],
    ):
        if len(matching) == 1:
            return goal(reader, matching[0][0])
        if matching:
            ids = {row[0] for row in matching}
            titles = reader.rows("SELECT id, no, title FROM goal ORDER BY no")
            raise StoreError(
                "ambiguous", ref=ref, candidates=tuple((no, title) for id_, no, title in titles if id_ in ids)
            )
    raise StoreError("not_found", ref=ref, table="goal")


def counts(reader: Reader) -> dict[str, int]:
    """How many goals each view holds: active, drafts, paused, closed."""
    found: dict[str, int] = dict(reader.rows("SELECT state, count(*) FROM goal GROUP BY state"))
    return {view: int(found.get(str(state), 0)) for view, state in VIEWS.items()}


def due(reader: Reader, today: date) -> tuple[int, int]:
    """How many parked drafts have woken by today, and how many active goals were to be looked at again by now."""
    woken = "coalesce(sum(state = 'draft' AND wake_on <= ?), 0)"
    again = "coalesce(sum(state = 'active' AND review_on <= ?), 0)"
    day = today.isoformat()
    found = reader.rows(f"SELECT {woken}, {again} FROM goal", (day, day))
    return (int(found[0][0]), int(found[0][1])) if found else (0, 0)


def listed(
    reader: Reader, condition: str, params: Sequence[object], also: Query, whole: bool = False
) -> tuple[tuple[Goal, ...], list[Row]]:
    """The goals that fulfil a condition as they are listed, and the rows of another query of the same moment.

    Only drafts come with answers, activities, plans and confidence; with `whole` all do.
    """
    asked = _asked(condition, params, condition if whole else f"{condition} AND goal.state = 'draft'")
    found = reader.gather([*asked, also])
    return _made(reader, found[:-1]), found[-1]


def all_beside(reader: Reader, others: Sequence[Query]) -> tuple[tuple[Goal, ...], list[list[Row]]]:
    """All goals by number, each complete but for its entries, and the rows of other queries of the same moment."""
    asked = _asked("", (), "")
    found = reader.gather([*asked, *others])
    return _made(reader, found[: len(asked)]), found[len(asked) :]


def _load(reader: Reader, condition: str, params: Sequence[object]) -> tuple[Goal, ...]:
    return _made(reader, reader.gather(_asked(condition, params, condition)))


def _asked(condition: str, params: Sequence[object], unlisted: str) -> list[Query]:
    """The queries for goals that fulfil `condition`; children that are not listed only of those in `unlisted`."""
    where = f" WHERE {condition}" if condition else ""
    asked: list[Query] = [(f"{GOAL}{where} ORDER BY no", params)]
    for table, sql, order, _ in _CHILDREN:
        those = condition if table in _LISTED else unlisted
        among = f" WHERE goal_id IN (SELECT goal.id FROM goal WHERE {those})" if those else ""
        asked.append((f"{sql}{among} ORDER BY {order}", params))
    return asked


def _made(reader: Reader, found: Sequence[list[Row]]) -> tuple[Goal, ...]:
    children: list[dict[int, list[Any]]] = [
        rows.grouped(reader, table, part, make) for (table, _, _, make), part in zip(_CHILDREN, found[1:], strict=True)
    ]

    def make(row: Row) -> Goal:
        return _goal(row, children)

    return tuple(rows.read(reader, "goal", found[0], make))


def _goal(row: Row, children: list[dict[int, list[Any]]]) -> Goal:
    key = row[0]
    answers, measures, pauses, milestones, activities, plans, confidence, tags, dismissed = (
        part.get(key, ()) for part in children
    )
    start, deadline = row[8], row[9]
    return Goal(
        id=key,
        uuid=rows.string(row[1]),
        no=int(row[2]),
        title=rows.string(row[3]),
        state=_STATES[row[4]],
        model=row[5],
        language=row[6],
        statement=rows.string(row[7]),
        start=None if start is None else date.fromisoformat(start),
        deadline=None if deadline is None else date.fromisoformat(deadline),
        review_on=rows.day(row[10]),
        wake_on=rows.day(row[11]),
        area=row[12],
        tags=tuple(tags),
        owner=rows.string(row[13]),
        people=rows.string(row[14]),
        parent_id=row[15],
        step=row[16],
        answers=dict(answers) if answers else _NOTHING,
        measures=tuple(measures),
        pauses=tuple(pauses),
        milestones=tuple(milestones),
        activities=tuple(activities),
        plans=tuple(plans),
        confidence=tuple(confidence),
        outcome=None if row[17] is None else Outcome(row[17]),
        lesson=rows.string(row[18]),
        closed_on=rows.day(row[19]),
        created_at=rows.instant(row[20]),
        updated_at=rows.instant(row[21]),
        weight=int(row[22]),
        dismissed=frozenset(dismissed) if dismissed else _NOT_ONE,
    )
