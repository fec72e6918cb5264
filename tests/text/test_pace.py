"""What a target asks for in human units."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Goal, Kind, Measure, Period, Reading, State
from smart_tui.i18n import words
from smart_tui.text.pace import pace

TODAY = date(2026, 1, 15)


def goal(measure: Measure, deadline: date | None) -> Goal:
    return Goal(1, "u", 1, "x", State.DRAFT, "international", "en", deadline=deadline, measures=(measure,))


@pytest.mark.parametrize(
    ("measure", "deadline", "said"),
    [
        (
            Measure(
                Kind.LEVEL,
                TODAY,
                unit="visits",
                baseline=Decimal(12400),
                change_percent=Decimal(20),
                reading=Reading.PER_PERIOD,
                period=Period.MONTH,
            ),
            date(2026, 7, 15),
            "That is +413 visits a month, about +3.1% a month.",
        ),
        (Measure(Kind.TOTAL, TODAY, Decimal(24), "books"), date(2027, 1, 14), "That is +2 books a month."),
        (
            Measure(Kind.LEVEL, TODAY, Decimal(8), "%", Decimal(5)),
            date(2026, 4, 15),
            "That is +1 percentage point a month.",
        ),
        (Measure(Kind.TOTAL, TODAY, Decimal(24), "books"), None, ""),
        (Measure(Kind.TOTAL, TODAY, Decimal(24), "books"), TODAY, ""),
        (Measure(Kind.QUOTA, TODAY, Decimal(8), period=Period.WEEK), date(2026, 7, 15), ""),
    ],
)
def test_the_pace_is_said_in_units_a_person_can_picture(measure: Measure, deadline: date | None, said: str) -> None:
    assert pace(goal(measure, deadline), TODAY, words("en")) == said
