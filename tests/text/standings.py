"""Goals with entries, standing in every way a goal can stand."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smart_tui.domain.goal import (
    Confidence,
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


def weekly(before: int, sums: tuple[int, ...]) -> Given:
    """A total: what there was nine weeks ago, then the sums of the weeks up to the last whole one."""
    weeks = tuple((weeks_ago(len(sums) - at, 3), amount) for at, amount in enumerate(sums))
    return ((weeks_ago(9), before), *weeks)


def readings(values: str) -> Given:
    """One reading a week, the last of them today."""
    figures = values.split()
    return tuple((TODAY - timedelta(weeks=len(figures) - 1 - at), value) for at, value in enumerate(figures))


def last_weeks(values: str) -> Given:
    """An amount for each of the weeks before the running one; a third one is the running week's."""
    figures = values.split()
    running = len(figures) == 3
    return tuple((weeks_ago(len(figures) - at - running), value) for at, value in enumerate(figures))


def months(first: int, amounts: tuple[int, ...]) -> Given:
    """An amount on the last day of each month from `first` on."""
    return tuple((date(2026, first + at + 1, 1) - timedelta(days=1), amount) for at, amount in enumerate(amounts))


def sure(value: int, days_ago: int) -> Confidence:
    return Confidence(TODAY - timedelta(days=days_ago), value)


NO_UNIT = ("", "", "")
PAGES, KILOS = ("pages", "sider", "sidor"), ("kg", "kg", "kg")
PULSE = ("bpm", "slag/min", "slag/min")
BOOKS_24 = measured(Kind.TOTAL, 24)
MEET_8 = measured(Kind.QUOTA, 8, **WEEKLY)
STEPS = measured(Kind.QUOTA, 70000, **WEEKLY)
COFFEE = measured(Kind.QUOTA, 2, period=Period.DAY, direction=Direction.AT_MOST)
RATE = measured(Kind.LEVEL, 8, baseline=5)
WEIGHT = measured(Kind.LEVEL, 78, baseline=84)
PAGES_4000 = measured(Kind.TOTAL, 4000)
MONTHLY_VISITS = measured(Kind.LEVEL, **MONTHLY)
BAND = measured(Kind.WITHIN, low=50, high=60)
WEEKEND_RUN = measured(Kind.QUOTA, 1, period=Period.DAY, weekdays=0b1100000)
SOME_WEEKS: Given = tuple((weeks_ago(count), 8 if count % 3 else 4) for count in range(8, 0, -1))
PARTS = (
    Milestone(1, "", "Sketch", date(2026, 3, 1), done_on=date(2026, 3, 1)),
    Milestone(2, "", "Prototype", date(2026, 7, 12)),
    Milestone(3, "", "Launch", date(2026, 12, 1)),
)
DUE_TODAY = PARTS[1]._replace(due=TODAY)

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
    standing("milestones, one due today", NO_UNIT, measured(Kind.MILESTONES), milestones=(DUE_TODAY, PARTS[2])),
    standing("done or not", NO_UNIT, measured(Kind.MILESTONES)),
    standing("rating", NO_UNIT, measured(Kind.RATING), ((date(2026, 7, 3), -1),)),
    standing("no target", BOOKS, measured(Kind.TOTAL, untargeted=True), ((TODAY, 3),)),
    standing("paused", BOOKS, BOOKS_24, state=State.PAUSED, pauses=(Pause(date(2026, 7, 1)),)),
    standing("draft", BOOKS, BOOKS_24, state=State.DRAFT),
    standing("total by its forecast, on track", BOOKS, BOOKS_24, weekly(15, (1,) * 8)),
    standing("total by its forecast, at risk", PAGES, PAGES_4000, weekly(1100, (100, 130, 40, 110, 60, 140, 20, 100))),
    standing("total by its forecast, behind", PAGES, PAGES_4000, weekly(400, (100, 90, 110, 95, 105, 100, 98, 102))),
    standing("total by its forecast, no end", BOOKS, BOOKS_24, weekly(3, (0, 0, 0, 4, 0, 0, 0, 1))),
    standing("total without any pace", BOOKS, BOOKS_24, weekly(9, (0,) * 8)),
    standing(
        "total with a forecast and no deadline", BOOKS, BOOKS_24, weekly(9, (1, 0, 2, 1, 1, 0, 1, 1)), deadline=None
    ),
    standing("total too young for a forecast", BOOKS, BOOKS_24, ((TODAY, 1),), start=weeks_ago(1)),
    standing("total on the line", PAGES, PAGES_4000, (*weekly(2000, ()), (TODAY, 160)), start=weeks_ago(28)),
    standing("level by its forecast", KILOS, WEIGHT, readings("84 83.4 83.1 82.6 82.3 81.7 81.4 80.9 80.6 80.3 80")),
    standing("level that leads away", KILOS, WEIGHT, readings("81 81.2 81.3 81.6 81.7 81.8 82 82.3 82.4")),
    standing("level with a trend and no date", KILOS, WEIGHT, readings("82.5 82 81.4 81 80.5")),
    standing("level before the line", KILOS, WEIGHT, readings("80")),
    standing("relative, three months", VISITS, MONTHLY_VISITS, months(4, (12700, 13100, 13500))),
    standing("quota at risk by its last eight", MEETINGS, MEET_8, last_weeks("8 8 4 8 8 5 8 8"), start=weeks_ago(8)),
    standing("quota at risk by its last week", MEETINGS, MEET_8, last_weeks("8 5"), start=weeks_ago(2)),
    standing(
        "quota with a week unknown", MEETINGS, MEET_8, ((weeks_ago(3), 8), (weeks_ago(2, 6), 8)), start=weeks_ago(3)
    ),
    standing("quota whose best days are not enough", MEETINGS, MEET_8, last_weeks("8 8 1"), start=weeks_ago(2)),
    standing("quota that begins in the middle of a week", MEETINGS, MEET_8, ((TODAY, 2),), start=weeks_ago(0, 1)),
    standing("quota that asks for nothing today", NO_UNIT, WEEKEND_RUN, ((weeks_ago(1, 5), 1),), start=weeks_ago(2)),
    standing("quota without a target", CUPS, COFFEE._replace(untargeted=True), ((TODAY, 3),)),
    standing("quota reached", MEETINGS, MEET_8, last_weeks("8 8 8"), start=weeks_ago(2), deadline=weeks_ago(0, 1)),
    standing("quota missed", MEETINGS, MEET_8, last_weeks("8 5 2"), start=weeks_ago(2), deadline=weeks_ago(0, 1)),
    standing("keep within, some outside", PULSE, BAND, readings("55 63 57 58 52"), start=weeks_ago(6)),
    standing("keep within, outside", PULSE, BAND, readings("63"), start=weeks_ago(1)),
    standing("level stale", KILOS, WEIGHT),
    standing("keep within, missed", PULSE, BAND, readings("63 66 57"), deadline=weeks_ago(0, 1)),
    standing("rating stale", NO_UNIT, measured(Kind.RATING), ((date(2026, 2, 1), 1),)),
    standing("rating not begun", NO_UNIT, measured(Kind.RATING), start=date(2026, 8, 1)),
    standing(
        "sure of a goal behind",
        BOOKS,
        BOOKS_24,
        weekly(0, (0, 1, 0, 0, 1, 0, 1, 0)),
        confidence=(sure(8, 3), sure(5, 40)),
    ),
    standing("unsure of a goal on track", BOOKS, BOOKS_24, weekly(15, (1,) * 8), confidence=(sure(3, 40),)),
    standing("closed", BOOKS, BOOKS_24, ((TODAY, 20),), state=State.CLOSED, outcome=Outcome.PARTLY, closed_on=TODAY),
)


def goal_of(example: Example, language: str) -> Goal:
    """The goal in a language, as active unless the standing says otherwise."""
    return example.goal(language)
