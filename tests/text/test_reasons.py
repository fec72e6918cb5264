"""The few words behind a status say what it rests on."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Period, Reason, State, Status
from smart_tui.i18n import words
from smart_tui.text.status import reason

TODAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("met", "status", "said"),
    [(6, Status.AT_RISK, "6 av 8 veckor"), (7, Status.ON_TRACK, "nått")],
)
def test_a_met_week_does_not_explain_a_risk_that_the_record_makes(met: int, status: Status, said: str) -> None:
    measure = Measure(Kind.QUOTA, TODAY, Decimal(8), "möten", period=Period.WEEK)
    goal = Goal(1, "u", 1, "x", State.ACTIVE, "nordic", "sv", measures=(measure,))
    params = {"met": met, "judged": 8, "wanted": 80, "missing": Decimal(0), "ends": date(2026, 1, 18)}
    assert reason(Assessment(status, Reason("period", params)), goal, words("sv"), TODAY) == said
