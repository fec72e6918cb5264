from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.quantity import (
    as_decimal,
    default_step,
    from_micro,
    plain,
    round_down_to_step,
    round_up_to_step,
    seventieth,
    to_micro,
)


@given(st.integers(-(10**18) + 1, 10**18 - 1))
@settings(max_examples=200)
def test_every_stored_amount_comes_back_the_same(millionths: int) -> None:
    value = from_micro(millionths)
    assert to_micro(value) == millionths
    assert "E" not in str(value)
    assert not ("." in str(value) and str(value).endswith("0"))


@pytest.mark.parametrize("text", ["0.0000001", "1e12", "-1e12", "NaN", "Infinity", "-1000000000000.5"])
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        to_micro(D(text))


def test_large_amounts_keep_every_decimal() -> None:
    assert to_micro(D("999999999999.999999")) == 10**18 - 1
    assert from_micro(10**18 - 1) == D("999999999999.999999")


def test_plain_values_have_neither_exponent_nor_trailing_zeros() -> None:
    assert [str(plain(D(text))) for text in ("1E+4", "14880.0", "0.50", "-0", "0E+3")] == [
        "10000",
        "14880",
        "0.5",
        "0",
        "0",
    ]


@given(
    st.decimals(-10_000, 10_000, places=4),
    st.sampled_from([D("0.05"), D("0.1"), D(1), D(5), D(1000)]),
)
@settings(max_examples=100)
def test_rounding_goes_to_the_next_step_on_its_side(value: D, step: D) -> None:
    up, down = round_up_to_step(value, step), round_down_to_step(value, step)
    assert down <= value <= up
    assert up - value < step
    assert value - down < step
    assert up % step == 0


@pytest.mark.parametrize(
    ("target", "step"),
    [("24", "1"), ("8", "1"), ("10000", "100"), ("14880", "200"), ("70000", "1000"), ("4.3", "0.05"), ("0", "1")],
)
def test_a_step_is_one_or_about_a_seventieth_of_the_target(target: str, step: str) -> None:
    assert default_step(D(target)) == D(step)


def test_a_seventieth_comes_in_one_two_five_steps() -> None:
    assert [seventieth(D(amount)) for amount in (8, 350, 700, 3000)] == [D("0.1"), D(5), D(10), D(50)]
    assert seventieth(D("0.000001")) == D("0.000001")


def test_fractions_become_amounts_rounded_half_to_even() -> None:
    cases = {Fraction(1, 3): "0.333333333", Fraction(-1, 3): "-0.333333333", Fraction(7, 3): "2.333333"}
    cases |= {Fraction(10): "10", Fraction(5, 2 * 10**9): "0.000000002", Fraction(2, 3): "0.666666667"}
    assert {value: as_decimal(value) for value in cases} == {value: D(text) for value, text in cases.items()}
