"""Goals with how they stand today, as the commands that print them need them, and as programs read them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.cli.json import Json
from smart_tui.domain.goal import Assessment, Entry, Goal, Kind, State
from smart_tui.domain.quantity import plain
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess, order_key
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import Reader
from smart_tui.text.statement import statement
from smart_tui.text.status import reason

STATES = (State.ACTIVE, State.PAUSED, State.DRAFT, State.CLOSED)
"""The order in which the command line prints goals."""

PLACES = 6
"""Decimals of progress and expected."""


class Standing(NamedTuple):
    """One goal, its entries, and how it stands today; in a list the entries are only counted."""

    goal: Goal
    entries: Sequence[Entry]
    assessment: Assessment
    recorded: int = 0


def standings(reader: Reader, today: date, settings: Settings) -> list[Standing]:
    """All goals by state and then in the order of the list; raises StoreError.

    A parent with nothing of its own to be measured by stands as the goals below it do.
    """
    kept = queries.standings(reader, STATES, today, settings)
    family: Mapping[int, Assessment] = {}
    if any(each.goal.parent_id is not None for each in kept):
        from smart_tui.domain.family import stand_by_children

        family = stand_by_children([(each.goal, each.assessment) for each in kept])
    found = [Standing(each.goal, (), family.get(each.goal.id, each.assessment), each.entries) for each in kept]
    found.sort(key=lambda each: (STATES.index(each.goal.state), *order_key(each.goal, each.assessment, today)))
    return found


def standing(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings) -> Standing:
    """A goal with how it stands today."""
    return Standing(goal, entries, assess(goal, entries, today, settings), len(entries))


def as_json(each: Standing, today: date, words: Words, settings: Settings) -> Json:
    """The fields of one goal in `list --json`: values as decimal strings, dates ISO, codes English."""
    goal, assessment = each.goal, each.assessment
    measure = goal.measure
    return {
        "no": goal.no,
        "uuid": goal.uuid,
        "title": goal.title,
        "statement": statement(goal, today, words, settings),
        "state": goal.state.value,
        "model": goal.model,
        "area": goal.area,
        "tags": list(goal.tags),
        "kind": measure.kind.value if measure else None,
        "unit": measure.unit if measure else None,
        "baseline": amount(measure.baseline) if measure else None,
        "target": amount(target(each)),
        "value": amount(assessment.value),
        "progress": share(assessment.progress),
        "expected": share(assessment.expected),
        "status": assessment.status.value if assessment.status else None,
        "reason": reason(assessment, goal, words, today),
        "reason_code": assessment.reason.code or None,
        "start": iso(goal.start),
        "deadline": iso(goal.deadline),
        "entries": each.recorded,
    }


def target(each: Standing) -> Decimal | None:
    """The absolute value to reach, of a whole period for a quota; the weight of all milestones."""
    measure = each.goal.measure
    if measure is None or measure.kind is Kind.MILESTONES:
        return each.assessment.target
    return measure.goal_value


def amount(value: Decimal | None) -> str | None:
    """A value as an exact decimal string."""
    return None if value is None else format(plain(value), "f")


def share(value: Decimal | None) -> float | None:
    """A share, 0 to 1."""
    return None if value is None else float(round(value, PLACES))


def iso(day: date | None) -> str | None:
    """A date as YYYY-MM-DD."""
    return None if day is None else day.isoformat()
