"""What the demo's person did in ten months: a dozen and a half active goals, and some that rest, wait or are over.

Every kind of measure, every state and every status, whatever day today is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from smart_tui.demo.athome import at_home
from smart_tui.demo.diary import HOLIDAY, INTERNATIONAL, NORDIC, Diary, days_between, spread
from smart_tui.demo.goaltext import Texts
from smart_tui.demo.journal import journal_entries
from smart_tui.demo.reviews import DROPPED_AT, ENDED_AT, RAISED_AT, weekly_reviews
from smart_tui.demo.reviewtext import Written
from smart_tui.demo.shop import shop
from smart_tui.domain.calendar import add_months, week_start
from smart_tui.domain.goal import Direction, Kind, Measure, Outcome, Period, Reading


def diary(texts: Texts, written: Written, language: str, today: date) -> Diary:
    """All deeds up to `today`, in one language."""
    told = Diary(texts, language, today)
    for tell in (
        _this_week,
        _steps,
        _books,
        _revenue,
        _closed,
        _meetings,
        _visits,
        _launch,
        _conversion,
        _speaking,
        _savings,
        _pulse,
        _coffee,
        _waiting,
        shop,
        at_home,
    ):
        tell(told)
    journal_entries(told, written)
    weekly_reviews(told, written)
    return told


def _this_week(told: Diary) -> None:
    """What was promised for this week on the Sunday before it: some of it is done."""
    monday = week_start(told.today)
    for key, done in (("visits", False), ("launch", False), ("newsletter", True), ("bicycle", True)):
        told.promise(key, monday - timedelta(days=1), monday, told.today if done else None)
    friday = monday + timedelta(days=4)
    told.promise("speaking", monday - timedelta(days=1), friday, friday if friday < told.today else None)


def _steps(told: Diary) -> None:
    """A quota of a week, met in most of them: on track."""
    start = week_start(told.ago(294))
    measure = Measure(
        Kind.QUOTA, start, Decimal(70_000), period=Period.WEEK, direction=Direction.AT_LEAST, step=Decimal(500)
    )
    told.goal("steps", NORDIC, measure, start + timedelta(weeks=52) - timedelta(days=1))
    told.entries("steps", _daily_steps(start, told.today))
    told.confidence("steps", [(told.ago(60), 7), (told.ago(32), 8), (told.ago(4), 8)])


def _daily_steps(start: date, today: date) -> Iterator[tuple[date, int | None]]:
    this_week = week_start(today)
    for day in days_between(start, today):
        weeks_back = (this_week - week_start(day)).days // 7
        if HOLIDAY[1] <= (today - day).days <= HOLIDAY[0]:
            continue
        if weeks_back == 17 and day.weekday() < 3:
            yield day, None
            continue
        usual = 8_900 if weeks_back % 9 == 5 else 10_300
        yield day, usual + 70 * (day.toordinal() * 37 % 23) - 500 * (day.weekday() == 2) + 900 * (day.weekday() == 6)


def _books(told: Diary) -> None:
    """A total whose target was raised on the way: a little late."""
    start = told.ago(300)
    told.goal("books", INTERNATIONAL, Measure(Kind.TOTAL, start, Decimal(20), step=Decimal(1)), told.ago(-65))
    told.new_version("books", Measure(Kind.TOTAL, told.sunday(RAISED_AT), Decimal(24), step=Decimal(1)))
    read = (290, 275, 262, 250, 236, 224, 210, 196, 180, 166, 148, 131, 110, 88, 61, 36, 8)
    told.entries("books", [(told.ago(days), 1) for days in read])
    told.confidence("books", [(told.ago(120), 6), (told.ago(40), 7), (told.ago(9), 8)])


def _revenue(told: Diary) -> None:
    """The amount of a whole span, ten percent over the last one: on track."""
    start = told.ago(297)
    measure = Measure(
        Kind.LEVEL,
        start,
        baseline=Decimal(480_000),
        change_percent=Decimal(10),
        reading=Reading.SPAN,
        step=Decimal(500),
    )
    told.goal("revenue", INTERNATIONAL, measure, add_months(start, 12) - timedelta(days=1))
    weeks = [day for day in days_between(start, told.today) if (day - start).days % 7 == 6]
    told.entries("revenue", [(day, 10_350 + 150 * (number * 29 % 13 - 6)) for number, day in enumerate(weeks)])


def _closed(told: Diary) -> None:
    """Four goals that are over, one with each outcome."""
    growing = Measure(
        Kind.LEVEL,
        told.ago(285),
        baseline=Decimal(1_840),
        change_percent=Decimal(15),
        reading=Reading.LEVEL,
        step=Decimal(10),
    )
    told.goal("list", INTERNATIONAL, growing, told.ago(130))
    told.entries("list", spread(told.today, 285, 137, (1_846, 1_871, 1_904, 1_938, 1_990, 2_031, 2_074, 2_122)))
    told.finish("list", told.ago(128), Outcome.ACHIEVED)
    faster = Measure(Kind.LEVEL, told.ago(260), Decimal(55), baseline=Decimal(62), step=Decimal("0.5"))
    told.goal("run", NORDIC, faster, told.ago(130))
    told.entries("run", spread(told.today, 255, 104, ("61.5", "60.5", "60", "58.5", "58", "57.5", "57")))
    told.finish("run", told.ago(98), Outcome.PARTLY)
    weekly = Measure(Kind.QUOTA, told.ago(250), Decimal(1), period=Period.WEEK, direction=Direction.AT_LEAST)
    told.goal("posts", INTERNATIONAL, weekly, told.ago(90))
    told.entries("posts", [(told.ago(days), 1) for days in (246, 239, 232, 218, 204, 176, 140)])
    told.finish("posts", told.sunday(ENDED_AT), Outcome.MISSED)
    told.goal("spanish", NORDIC, Measure(Kind.TOTAL, told.ago(240), Decimal(1_000), step=Decimal(10)), told.ago(20))
    told.entries("spanish", [(told.ago(238 - 6 * week), 30) for week in range(9)])
    told.finish("spanish", told.sunday(DROPPED_AT), Outcome.DROPPED)


def _meetings(told: Diary) -> None:
    """A quota that was missed twice lately: at risk."""
    start = week_start(told.ago(161))
    measure = Measure(Kind.QUOTA, start, Decimal(8), period=Period.WEEK, direction=Direction.AT_LEAST, step=Decimal(1))
    told.goal("meetings", NORDIC, measure, start + timedelta(weeks=40) - timedelta(days=1))
    told.entries("meetings", _weekly_meetings(start, told.today))
    told.activity_done("meetings", 1, start + timedelta(days=1))
    told.confidence("meetings", [(told.ago(34), 8), (told.ago(20), 7), (told.ago(6), 6)])


def _weekly_meetings(start: date, today: date) -> Iterator[tuple[date, int | None]]:
    this_week = week_start(today)
    patterns = ((2, 2, 1, 2, 1), (2, 2, 2, 2, 1), (1, 2, 2, 2, 2))
    for day in days_between(start, today):
        weeks_back = (this_week - week_start(day)).days // 7
        if day.weekday() > 4:
            continue
        if weeks_back == 0:
            held = (2, 1, 2, 0, 0)[day.weekday()]
        elif weeks_back in (2, 5, 13):
            held = (1, 2, 1, 1, 0)[day.weekday()]
        elif weeks_back == 8 and day.weekday() < 2:
            yield day, None
            continue
        else:
            held = patterns[weeks_back % 3][day.weekday()]
        if held:
            yield day, held


def _visits(told: Diary) -> None:
    """Twenty percent more a month, four months in: on track."""
    start = add_months(told.today.replace(day=1), -4)
    measure = Measure(
        Kind.LEVEL,
        start,
        baseline=Decimal(12_400),
        baseline_on=start - timedelta(days=1),
        baseline_period=Period.MONTH,
        change_percent=Decimal(20),
        reading=Reading.PER_PERIOD,
        period=Period.MONTH,
        step=Decimal(100),
    )
    told.goal("visits", INTERNATIONAL, measure, add_months(start, 6) - timedelta(days=1))
    ends = [add_months(start, months) - timedelta(days=1) for months in range(1, 5)]
    told.entries("visits", list(zip(ends, (12_790, 13_240, 13_710, 14_180), strict=True)))
    told.activity_done("visits", 0, start + timedelta(days=2))
    told.confidence("visits", [(day, sure) for day, sure in zip(ends, (6, 8, 8, 7), strict=True)])


def _launch(told: Diary) -> None:
    """Four milestones, the third overdue: behind."""
    start = told.ago(96)
    told.goal("launch", INTERNATIONAL, Measure(Kind.MILESTONES, start), told.ago(-24))
    told.milestones("launch", start, ((told.ago(70), 1), (told.ago(38), 1), (told.ago(16), 2), (told.ago(-20), 4)))
    told.milestone_done("launch", 0, told.ago(72))
    told.milestone_done("launch", 1, told.ago(33))
    told.activity_done("launch", 0, told.ago(80))
    told.confidence("launch", [(told.ago(50), 8), (told.ago(22), 6), (told.ago(5), 5)])


def _conversion(told: Diary) -> None:
    """A level that fell short, past its deadline: missed."""
    measure = Measure(Kind.LEVEL, told.ago(95), Decimal(8), baseline=Decimal(5), step=Decimal("0.1"))
    told.goal("conversion", INTERNATIONAL, measure, told.ago(3))
    told.entries("conversion", spread(told.today, 91, 4, ("5.1", "5.4", "5.6", "6.2", "6.3", "6.9", "7.1", "7.4")))


def _speaking(told: Diary) -> None:
    """Judged on five levels: at risk."""
    told.goal("speaking", NORDIC, Measure(Kind.RATING, told.ago(90)), told.ago(-90))
    told.entries("speaking", [(told.ago(80), -2), (told.ago(52), -2), (told.ago(24), -1), (told.ago(11), -1)])


def _savings(told: Diary) -> None:
    """A total that is reached and not closed yet: achieved."""
    measure = Measure(Kind.TOTAL, told.ago(85), Decimal(2_700), step=Decimal(50))
    told.goal("savings", INTERNATIONAL, measure, told.ago(-30))
    told.entries("savings", spread(told.today, 80, 2, (300, 450, 250, 400, 600, 350, 400)))


def _pulse(told: Diary) -> None:
    """Between two limits, and nothing written for weeks: stale."""
    measure = Measure(Kind.WITHIN, told.ago(84), low=Decimal(50), high=Decimal(60), step=Decimal(1))
    told.goal("pulse", NORDIC, measure, fields={"review_on": told.ago(-28)})
    told.entries("pulse", spread(told.today, 82, 33, (62, 60, 61, 58, 57, 59, 58, 57)))


def _coffee(told: Diary) -> None:
    """At most two a day, kept on nearly all days: on track. Nothing is said of the last weekend."""
    start = told.ago(58)
    measure = Measure(Kind.QUOTA, start, Decimal(2), period=Period.DAY, direction=Direction.AT_MOST, step=Decimal(1))
    told.goal("coffee", NORDIC, measure, told.ago(-60))
    days = list(days_between(start, told.ago(1)))
    cups = [(day, 3 if (told.today - day).days % 11 == 5 else 1 + day.toordinal() % 2) for day in days]
    told.entries(
        "coffee", [each for each in cups if each[0] not in (told.sunday(1), told.sunday(1) - timedelta(days=1))]
    )


def _waiting(told: Diary) -> None:
    """One goal that needs its baseline, a draft, and one for some day."""
    growing = Measure(Kind.LEVEL, told.ago(9), change_percent=Decimal(25), reading=Reading.LEVEL, step=Decimal(10))
    told.goal("followers", INTERNATIONAL, growing, told.ago(-150))
    told.draft("presence", INTERNATIONAL, told.ago(6), {"step": "measurable"})
    told.draft("walk", INTERNATIONAL, told.ago(45))
    told.park("walk", told.ago(45), add_months(told.today.replace(day=1), 4))
