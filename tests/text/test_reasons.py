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


@pytest.mark.parametrize(("gap", "said"), [("0.04", "on the line"), ("-0.04", "on the line"), ("0.05", "0.05 behind")])
def test_less_than_half_a_step_is_no_distance_from_the_line(gap: str, said: str) -> None:
    measure = Measure(Kind.LEVEL, date(2026, 1, 1), Decimal("4.3"), baseline=Decimal("3.8"), step=Decimal("0.1"))
    goal = Goal(1, "", 1, "Serve well", State.ACTIVE, "nordic", "en", measures=(measure,))
    params = {"gap": Decimal(gap), "line": Decimal("4.2"), "value": Decimal("4.2") - Decimal(gap)}
    found = Assessment(Status.ON_TRACK, Reason("gap", params))
    assert reason(found, goal, words("en"), date(2026, 1, 15)) == said
