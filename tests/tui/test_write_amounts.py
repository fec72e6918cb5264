"""What no goal can ask for is refused beside its field, and never stands in the goal."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Direction, Kind, Measure, Period
from smart_tui.i18n import words
from smart_tui.text.statement import statement
from smart_tui.tui.typed import read_measure
from tests.text.test_statement import goal

TODAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("kind", "target", "direction", "kept"),
    [
        ("total", "0", "", None),
        ("total", "24", "", Decimal(24)),
        ("quota", "0", "at_least", None),
        ("quota", "0", "at_most", Decimal(0)),
        ("quota", "-3", "at_most", None),
    ],
)
def test_a_target_that_asks_for_nothing_is_no_target(
    kind: str, target: str, direction: str, kept: Decimal | None
) -> None:
    texts = {"kind": kind, "target": target, "direction": direction, "period": "week"}
    measure = read_measure(texts, "en", TODAY, None)
    assert measure is not None and measure.target == kept


def test_limits_the_wrong_way_round_do_not_get_into_the_statement() -> None:
    limits = Measure(Kind.WITHIN, TODAY, low=Decimal(60), high=Decimal(50), unit="beats")
    assert statement(goal("A calm pulse", limits), TODAY, words("en")) == "A calm pulse."


def test_a_ceiling_of_none_says_what_it_is() -> None:
    none = Measure(Kind.QUOTA, TODAY, Decimal(0), "cigarettes", period=Period.DAY, direction=Direction.AT_MOST)
    assert "at most 0 cigarettes a day" in statement(goal("Smoke less", none), TODAY, words("en"))
