"""The net promoter score and its margin."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.nps import Counts, margin, nps

SOME = st.tuples(*(st.integers(0, 10**6),) * 3).filter(any).map(lambda three: Counts(*three))


def test_the_score_is_the_share_of_promoters_less_that_of_detractors() -> None:
    assert nps(Counts(12, 5, 3)) == 45
    assert nps(Counts(1, 1, 1)) == 0
    assert nps(Counts(0, 0, 7)) == -100
    assert nps(Counts(2, 0, 1)) == Decimal("33.333333")


def test_the_margin_is_the_95_percent_interval_of_a_mean_answer() -> None:
    # p = 0.6, d = 0.15: variance 0.75 - 0.45² = 0.5475, and 196 · sqrt(0.5475 / 20) = 32.429...
    found = margin(Counts(12, 5, 3))
    assert found is not None
    assert round(found, 3) == Decimal("32.429")
    assert margin(Counts(9, 0, 0)) == 0
    assert margin(Counts(0, 1, 0)) is None


@pytest.mark.parametrize("counts", [Counts(0, 0, 0), Counts(-1, 2, 3)])
def test_no_answers_and_negative_counts_have_no_score(counts: Counts) -> None:
    with pytest.raises(ValueError, match="counts"):
        nps(counts)


@settings(max_examples=80)
@given(SOME)
def test_the_score_keeps_its_range_and_turns_with_its_counts(counts: Counts) -> None:
    assert -100 <= nps(counts) <= 100
    turned = Counts(counts.detractors, counts.passives, counts.promoters)
    assert nps(turned) == -nps(counts)
    assert margin(turned) == margin(counts)
