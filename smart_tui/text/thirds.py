"""Numbers that no decimals can write out, as a third in percent: how many of their decimals are said."""

from decimal import Decimal

_WRITTEN = 2
"""Decimals that a person may well have typed."""


def decimals_said(value: Decimal) -> int | None:
    """The most decimals to say of a number: one of 33.333333, and all (None) of what a person may have typed."""
    exponent = value.normalize().as_tuple().exponent
    return 1 if isinstance(exponent, int) and exponent < -_WRITTEN else None
