"""What the demo's person does outside work: the bicycle, the piano, the band, sleep, and two weeks of holiday."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from smart_tui.demo.diary import HOLIDAY, NORDIC, Diary, days_between
from smart_tui.demo.reviews import RESTED_AT
from smart_tui.domain.calendar import add_months, week_start
from smart_tui.domain.goal import Direction, Kind, Measure, Period

WORKDAYS = 0b0011111
"""Monday to Friday as a mask of weekdays."""
SHORT = (16, 41)
"""Before so many workdays the piano got less time than it should."""


def at_home(told: Diary) -> None:
    """Tell of all of them."""
    told.holiday(told.ago(HOLIDAY[0]), told.ago(HOLIDAY[1]))
    _guitar(told)
    _piano(told)
    _sleep(told)
    _bicycle(told)


def _guitar(told: Diary) -> None:
    """A quota of a month that rests: paused."""
    start = add_months(told.today.replace(day=1), -6)
    measure = Measure(Kind.QUOTA, start, Decimal(4), period=Period.MONTH, direction=Direction.AT_LEAST, step=Decimal(1))
    told.goal("guitar", NORDIC, measure, told.ago(-120))
    evenings = [day for day in days_between(start, told.sunday(RESTED_AT)) if day.weekday() == 3 or day.day == 20]
    told.entries("guitar", [(day, 1) for day in evenings if day.day not in (8, 9)])
    told.pause("guitar", told.sunday(RESTED_AT))


def _piano(told: Diary) -> None:
    """A quota of a day, on weekdays: nearly always met."""
    start = week_start(told.ago(72))
    measure = Measure(
        Kind.QUOTA,
        start,
        Decimal(20),
        period=Period.DAY,
        direction=Direction.AT_LEAST,
        weekdays=WORKDAYS,
        step=Decimal(5),
    )
    told.goal("piano", NORDIC, measure, told.ago(-75))
    told.entries("piano", _practice(start, told.ago(1)))
    told.confidence("piano", [(told.ago(60), 6), (told.ago(33), 8), (told.ago(5), 9)])


def _practice(start: date, last: date) -> Iterator[tuple[date, int | None]]:
    workdays = [day for day in days_between(start, last) if day.weekday() < 5]
    for back, day in enumerate(reversed(workdays)):
        if back == 9:
            yield day, None
        else:
            yield day, 10 if back in SHORT else 20 + 5 * (day.toordinal() * 7 % 4)


def _sleep(told: Diary) -> None:
    """Written down every morning and never judged."""
    start = told.ago(31)
    told.goal(
        "sleep",
        NORDIC,
        Measure(Kind.LEVEL, start, untargeted=True, step=Decimal("0.25")),
        fields={"review_on": told.ago(-41)},
    )
    nights = list(days_between(start, told.ago(1)))
    told.entries("sleep", [(day, Decimal(26 + day.toordinal() * 5 % 7) / 4) for day in nights])


def _bicycle(told: Diary) -> None:
    """A running count that began anew with another computer; too young for a forecast."""
    start = told.ago(19)
    measure = Measure(Kind.TOTAL, start, Decimal(3_000), baseline=Decimal(1_240), running=True, step=Decimal(10))
    told.goal("bicycle", NORDIC, measure, add_months(start, 12) - timedelta(days=1))
    told.entries("bicycle", [(told.ago(days), count) for days, count in ((17, 1_291), (14, 1_347), (11, 1_408))])
    told.began_anew("bicycle", told.ago(8), 0)
    told.entries("bicycle", [(told.ago(days), count) for days, count in ((6, 44), (3, 103), (1, 151))])
