"""The net promoter score: three counts of answers -> points, and how far they may be off.

Source: Reichheld 2003, "The one number you need to grow" (9 and 10 promote, 7 and 8 are passive, 0 to 6
detract); the margin is that of a mean of answers worth +1, 0 and -1 in a large sample.
"""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

NPS = "nps"
"""The `entered_as` of a level whose readings are three counts."""

_SIX = Decimal("0.000001")
_Z = Decimal("1.96")


class Counts(NamedTuple):
    """How many answered 9 or 10, 7 or 8, and 0 to 6."""

    promoters: int
    passives: int
    detractors: int


def answers(counts: Counts) -> int:
    """How many answered at all."""
    return sum(counts)


def nps(counts: Counts) -> Decimal:
    """Share of promoters less share of detractors, in points from -100 to 100, rounded to six decimals.

    Raises ValueError for a negative count and where nobody answered.
    """
    return _decimal(100 * _share(counts))


def margin(counts: Counts) -> Decimal | None:
    """Half the width of the 95 % interval in points: 1.96 · 100 · sqrt((p + d - (p - d)²) / n), six decimals.

    p and d are the shares of promoters and detractors, so that the root holds the variance of an answer
    worth +1, 0 or -1. None with fewer than two answers. It is an approximation for some twenty answers and
    more; where all answered alike it is zero. Raises ValueError like `nps`.
    """
    share, all_of_them = _share(counts), answers(counts)
    if all_of_them < 2:
        return None
    variance = (Fraction(counts.promoters + counts.detractors, all_of_them) - share * share) / all_of_them
    with localcontext() as context:
        context.prec = 40
        root = (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
        return (100 * _Z * root).quantize(_SIX, ROUND_HALF_EVEN)


def _share(counts: Counts) -> Fraction:
    if min(counts) < 0 or not any(counts):
        raise ValueError("counts")
    return Fraction(counts.promoters - counts.detractors, answers(counts))


def _decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_SIX, ROUND_HALF_EVEN)
