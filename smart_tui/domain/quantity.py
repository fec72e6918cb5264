"""Exact amounts: millionths for storage, steps, and rounding toward more or toward less."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

MICRO = 1_000_000
LIMIT = Decimal(10) ** 12
"""Values are smaller than this, either side of zero."""

_MILLIONTH = Decimal("0.000001")
_ONE = Decimal(1)


def to_micro(value: Decimal) -> int:
    """`value` in whole millionths; raises ValueError for more than six decimals, 10**12 and above, or no number."""
    if not value.is_finite() or abs(value) >= LIMIT:
        raise ValueError(f"not a value below {LIMIT}: {value}")
    millionths = value.scaleb(6)
    whole = int(millionths)
    if millionths != whole:
        raise ValueError(f"more than six decimals: {value}")
    return whole


def from_micro(millionths: int) -> Decimal:
    """The value of whole millionths, without trailing zeros and without an exponent."""
    return _scaled(millionths, 6)


def plain(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without an exponent (`1E+4` becomes `10000`)."""
    short = value.normalize()
    exponent = short.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        return short.quantize(_ONE)
    return short if short else Decimal(0)


def as_decimal(value: Fraction) -> Decimal:
    """A fraction as a value: to six decimals when it has a whole part, else to nine, half to even."""
    top, bottom = value.numerator, value.denominator
    if bottom == 1:
        return Decimal(top)
    places = 6 if abs(top) >= bottom else 9
    whole, rest = divmod(top * 10**places, bottom)
    if 2 * rest > bottom or (2 * rest == bottom and whole & 1):
        whole += 1
    return _scaled(whole, places)


def round_up_to_step(value: Decimal | Fraction, step: Decimal) -> Decimal:
    """The smallest multiple of `step` (above zero) that is at least `value`."""
    return plain(ceil(Fraction(value) / Fraction(step)) * step)


def round_down_to_step(value: Decimal | Fraction, step: Decimal) -> Decimal:
    """The greatest multiple of `step` (above zero) that is at most `value`."""
    return plain(floor(Fraction(value) / Fraction(step)) * step)


def seventieth(amount: Decimal) -> Decimal:
    """About a seventieth of `amount` in 1-2-5 steps, one millionth at least; 1 for zero (product rules, Tracking)."""
    part = abs(amount) / 70
    if not part:
        return _ONE
    exponent = part.adjusted()
    mantissa = part.scaleb(-exponent)
    if mantissa < Decimal("1.5"):
        digit = 1
    elif mantissa < Decimal("3.5"):
        digit = 2
    elif mantissa < Decimal("7.5"):
        digit = 5
    else:
        digit = 10
    return max(plain(Decimal(digit).scaleb(exponent)), _MILLIONTH)


def default_step(target: Decimal) -> Decimal:
    """The step a count moves by: 1, or about a seventieth of a large or a fractional target."""
    step = seventieth(target)
    if step < 1 and target == target.to_integral_value():
        return _ONE
    return step


def _scaled(amount: int, places: int) -> Decimal:
    sign, rest = ("-", -amount) if amount < 0 else ("", amount)
    whole, part = divmod(rest, 10**places)
    if not part:
        return Decimal(f"{sign}{whole}")
    return Decimal(f"{sign}{whole}.{part:0{places}d}".rstrip("0"))
