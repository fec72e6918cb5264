"""The online shop, the larger goal that several goals at work serve, and what its customers say."""

from datetime import timedelta
from decimal import Decimal

from smart_tui.demo.diary import INTERNATIONAL, NORDIC, Diary, spread
from smart_tui.domain.goal import Direction, Kind, Measure, Period

COUNTED = ((22, 17, 11), (23, 18, 9), (24, 18, 8), (23, 16, 9), (26, 17, 7))
"""Promoters, passives and detractors, month after month."""
ANSWERED = ("3.8", "3.9", "3.8", "3.9", "4.0", "3.9", "4.0", "4.1", "4.0", "4.1", "4.2", "4.1")
"""The mean answer of each week, on a scale from 1 to 5."""


def shop(told: Diary) -> None:
    """Tell of the shop, of what serves it, and of the letters that go out to its customers."""
    _newsletter(told)
    _recommend(told)
    _satisfaction(told)
    begun = told.ago(92)
    told.larger_goal("shop", INTERNATIONAL, begun, told.ago(-270))
    for key, weight in (("revenue", 3), ("visits", 2), ("recommend", 1)):
        told.serves(key, "shop", begun, weight)
    told.serves("satisfaction", "shop", told.ago(80))
    told.serves("followers", "visits", told.ago(9))


def _newsletter(told: Diary) -> None:
    """A quota of a quarter."""
    measure = Measure(
        Kind.QUOTA,
        told.ago(270),
        Decimal(3),
        period=Period.QUARTER,
        direction=Direction.AT_LEAST,
        step=Decimal(1),
    )
    told.goal("newsletter", INTERNATIONAL, measure, told.ago(-95))
    told.entries("newsletter", [(told.ago(days), 1) for days in range(264, 3, -26) if days != 134])


def _recommend(told: Diary) -> None:
    """A level from three counts, read once a month: a trend in words, no dates."""
    start = told.ago(150)
    measure = Measure(
        Kind.LEVEL,
        start,
        Decimal(40),
        baseline=Decimal(18),
        baseline_on=start - timedelta(days=6),
        entered_as="nps",
        step=Decimal(1),
    )
    told.goal("recommend", INTERNATIONAL, measure, told.ago(-35))
    told.counts("recommend", [(told.ago(141 - 30 * month), counted) for month, counted in enumerate(COUNTED)])
    told.confidence("recommend", [(told.ago(70), 6), (told.ago(21), 7)])


def _satisfaction(told: Diary) -> None:
    """A level on a scale, read every week: dates between which it may be reached."""
    measure = Measure(
        Kind.LEVEL,
        told.ago(84),
        Decimal("4.3"),
        baseline=Decimal("3.8"),
        entered_as="scale",
        low=Decimal(1),
        high=Decimal(5),
        step=Decimal("0.1"),
    )
    told.goal("satisfaction", NORDIC, measure, told.ago(-130))
    told.entries("satisfaction", spread(told.today, 81, 4, ANSWERED))
    told.confidence("satisfaction", [(told.ago(46), 5), (told.ago(4), 4)])
