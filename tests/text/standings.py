"""Goals with entries, standing in every way a goal can stand."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smart_tui.domain.goal import (
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Outcome,
    Pause,
    Period,
    Reading,
    State,
)
from tests.text.examples import MONTHLY, PERCENT, WEEKLY, Example, measured

START, TODAY, END = date(2026, 1, 1), date(2026, 7, 15), date(2026, 12, 31)
BOOKS, MEETINGS = ("books", "bøger", "böcker"), ("meetings", "møder", "möten")
VISITS, CUPS = ("visits", "besøg", "besök"), ("cups", "kopper", "koppar")
YEAR: dict[str, Any] = {"start": START, "deadline": END}
Given = tuple[tuple[date, int | str | None], ...]


def entries(given: Given) -> list[Entry]:
    """Entries from days and figures; None is an excuse."""
    return [
        Entry(number, "", 1, on, EntryState.EXCUSED if value is None else EntryState.VALUE, decimal(value))
        for number, (on, value) in enumerate(given, 1)
    ]


def decimal(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def since(measure: Measure) -> Measure:
    return measure._replace(valid_from=START)


def standing(
    name: str,
    units: tuple[str, str, str],
    measure: Measure | None,
    given: Given = (),
    **fields: Any,
) -> tuple[Example, list[Entry]]:
    title = (name.capitalize(),) * 3
    fields = {**YEAR, **fields}
    return Example(name, title, units, since(measure) if measure else None, fields), entries(given)


def weeks_ago(count: int, weekday: int = 0) -> date:
    """A weekday of the week so many weeks before the running one."""
    return TODAY - timedelta(days=TODAY.weekday() - weekday + 7 * count)


NO_UNIT = ("", "", "")
BOOKS_24 = measured(Kind.TOTAL, 24)
MEET_8 = measured(Kind.QUOTA, 8, **WEEKLY)
STEPS = measured(Kind.QUOTA, 70000, **WEEKLY)
COFFEE = measured(Kind.QUOTA, 2, period=Period.DAY, direction=Direction.AT_MOST)
RATE = measured(Kind.LEVEL, 8, baseline=5)
WEIGHT = measured(Kind.LEVEL, 78, baseline=84)
SOME_WEEKS: Given = tuple((weeks_ago(count), 8 if count % 3 else 4) for count in range(8, 0, -1))
PARTS = (
    Milestone(1, "", "Sketch", date(2026, 3, 1), done_on=date(2026, 3, 1)),
    Milestone(2, "", "Prototype", date(2026, 7, 12)),
    Milestone(3, "", "Launch", date(2026, 12, 1)),
)

STANDINGS = (
    standing("total behind", BOOKS, BOOKS_24, ((TODAY, 8),)),
    standing("total ahead", BOOKS, BOOKS_24, ((TODAY, 15),)),
    standing("total without a deadline", BOOKS, BOOKS_24, ((TODAY, 15),), deadline=None),
    standing("total reached", BOOKS, BOOKS_24, ((TODAY, 24),)),
    standing("total not begun", BOOKS, BOOKS_24, start=date(2026, 8, 1)),
    standing("total stale", BOOKS, BOOKS_24, ((date(2026, 3, 1), 5),)),
    standing("total missed", BOOKS, BOOKS_24, ((date(2026, 6, 1), 20),), deadline=date(2026, 7, 12)),
    standing("level in percent, behind", PERCENT, RATE, ((TODAY, "6.2"),)),
    standing("level downwards, behind", ("kg", "kg", "kg"), WEIGHT, ((TODAY, 82),)),
    standing("level before its first reading", PERCENT, RATE, start=date(2026, 7, 13)),
    standing("relative, an amount a month", VISITS, measured(Kind.LEVEL, **MONTHLY), ((date(2026, 6, 30), 13144),)),
    standing("relative without a baseline", VISITS, measured(Kind.LEVEL, change_percent=20, reading=Reading.LEVEL)),
    standing("quota with some to go", MEETINGS, MEET_8, (*SOME_WEEKS, (TODAY, 5))),
    standing("quota with a day excused", MEETINGS, MEET_8, (*SOME_WEEKS, (weeks_ago(0), None), (TODAY, 5))),
    standing("quota met early", MEETINGS, MEET_8, (*SOME_WEEKS, (TODAY, 9))),
    standing("quota far behind", MEETINGS, MEET_8, tuple((weeks_ago(n), 2) for n in range(8, 0, -1))),
    standing("quota in large numbers", NO_UNIT, STEPS, ((weeks_ago(1), 71000), (TODAY, 61400)), start=weeks_ago(1)),
    standing("quota at most, room left", CUPS, COFFEE, ((TODAY, 1),), start=date(2026, 7, 14)),
    standing("quota at most, exceeded", CUPS, COFFEE, ((TODAY, 3),), start=date(2026, 7, 14)),
    standing("keep within", ("bpm", "slag/min", "slag/min"), measured(Kind.WITHIN, low=50, high=60), ((TODAY, 55),)),
    standing("milestones, one late", NO_UNIT, measured(Kind.MILESTONES), milestones=PARTS),
    standing("milestones, the next", NO_UNIT, measured(Kind.MILESTONES), milestones=(PARTS[0], PARTS[2])),
    standing("done or not", NO_UNIT, measured(Kind.MILESTONES)),
    standing("rating", NO_UNIT, measured(Kind.RATING), ((date(2026, 7, 3), -1),)),
    standing("no target", BOOKS, measured(Kind.TOTAL, untargeted=True), ((TODAY, 3),)),
    standing("paused", BOOKS, BOOKS_24, state=State.PAUSED, pauses=(Pause(date(2026, 7, 1)),)),
    standing("draft", BOOKS, BOOKS_24, state=State.DRAFT),
    standing("closed", BOOKS, BOOKS_24, ((TODAY, 20),), state=State.CLOSED, outcome=Outcome.PARTLY, closed_on=TODAY),
)


def goal_of(example: Example, language: str) -> Goal:
    """The goal in a language, as active unless the standing says otherwise."""
    return example.goal(language)
