"""Numbers as people type them -> exact decimals. What could mean two things is returned as such, not guessed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.figures import Figure, clock_at, figure_at
from smart_tui.reading.phrases import Token, normal, tokens
from smart_tui.reading.words import NumberWords, number_words

LIMIT = 10**12
"""Values stay below this, and have at most six decimals."""
_STEP = Decimal("0.000001")
_LONGEST = 120
_SECONDS = {"h": 3600, "min": 60, "s": 1}


class NumberReading(NamedTuple):
    """A number that was read: its exact value and what stood around it."""

    value: Decimal
    text: str
    """What was read, as typed."""
    ambiguous: tuple[Decimal, ...] = ()
    """What else the same writing could mean: `1.000` in English is 1 or 1000."""
    percent: bool = False
    time: bool = False
    """Written as a span of time; the value is in the unit that was asked for."""
    unit: str = ""
    """The currency or percent sign that was typed with the number."""
    signed: bool = False
    """Typed with a plus or a minus."""


def read_number(text: str, lang: str, *, time: bool | str | None = False) -> NumberReading:
    """The number that the whole text is.

    `time`: "h", "min" or "s" (True is "h") where the unit is a time, so that `1:30` and `1h30` are read, in
    that unit. Raises `ReadingError` with a number.* code.
    """
    plain_text = normal(text).strip()
    if not plain_text:
        raise ReadingError("number.empty")
    if len(plain_text) > _LONGEST:
        raise ReadingError("number.unreadable", {"text": shown(plain_text)})
    toks = tokens(plain_text)
    unit = "h" if time is True else (time or "")
    return bounded(_whole(toks, plain_text, number_words(lang), unit), plain_text)


def time_unit(unit: str, lang: str) -> str | None:
    """ "h", "min" or "s" if the unit of a measure is a time, otherwise None."""
    return number_words(lang).time_units.get(normal(unit).strip().lower().rstrip("."))


def plain(value: Decimal, lang: str) -> str:
    """A value as one would type it: no thousands, the language's decimal mark; `read_number` gives the value back."""
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    whole, _, fraction = digits.partition(".")
    if not fraction:
        return "0" if whole in ("-0", "") else whole
    # Three decimals could be read as thousands; a fourth says that they are not.
    return f"{whole}{number_words(lang).decimal}{fraction}{'0' if len(fraction) == 3 else ''}"


def bounded(reading: NumberReading, text: str) -> NumberReading:
    """The reading, if its value can be stored; other meanings that cannot are dropped."""
    problem = _problem(reading.value)
    if problem:
        raise ReadingError(problem, {"text": shown(text)})
    others = tuple(v for v in reading.ambiguous if not _problem(v) and v != reading.value)
    return reading._replace(value=tidy(reading.value), ambiguous=tuple(tidy(v) for v in others))


def storable(value: Decimal) -> bool:
    """Whether a value is within the bounds of what is stored."""
    return not _problem(value)


def _problem(value: Decimal) -> str:
    if abs(value) >= LIMIT:
        return "number.too_large"
    return "number.too_precise" if value != value.quantize(_STEP) else ""


def tidy(value: Decimal) -> Decimal:
    """The value without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _whole(toks: Sequence[Token], text: str, words: NumberWords, unit: str) -> NumberReading:
    sign, at = _sign(toks, words)
    prefix = ""
    if at < len(toks) and toks[at].text in words.currencies:
        prefix, at = toks[at].text, at + 1
        if at < len(toks) and toks[at].text == "." and len(toks) > at + 1 and toks[at + 1].space:
            at += 1
    if unit:
        clock = clock_at(toks, at, words)
        if clock is not None and clock[1] == len(toks):
            seconds = clock[0] / 60 if unit == "s" and ":" in text and text.count(":") == 1 else clock[0]
            value = (sign * seconds / _SECONDS[unit]).quantize(_STEP)
            return NumberReading(value, text, time=True, signed=at > 0)
    found = figure_at(toks, at, words, articles=True)
    if found is None or (found.end == at + 1 and toks[at].text in ("a", "an")):
        clocked = at < len(toks) and clock_at(toks, at, words) is not None
        raise ReadingError("number.clock" if clocked else "number.unreadable", {"text": shown(text)})
    return _with_rest(found, toks, text, words, NumberReading(sign * found.value, text, unit=prefix, signed=at > 0))


def _sign(toks: Sequence[Token], words: NumberWords) -> tuple[int, int]:
    if not toks:
        return 1, 0
    if toks[0].text in ("-", "−", "–") or toks[0].text in words.minus:
        return -1, 1
    return 1, int(toks[0].text in ("+", "plus"))


def _with_rest(
    found: Figure, toks: Sequence[Token], text: str, words: NumberWords, reading: NumberReading
) -> NumberReading:
    sign = -1 if reading.value < 0 else 1
    reading = reading._replace(ambiguous=tuple(sign * v for v in found.others))
    rest = toks[found.end :]
    if not rest:
        return reading
    if len(rest) == 2 and rest[0].text == "per" and rest[1].text == "cent":
        return reading._replace(percent=True, unit="%")
    stop = len(rest) == 2 and rest[1].text == "." and not rest[1].space
    if len(rest) == 1 or stop:
        if rest[0].text in words.percent:
            return reading._replace(percent=True, unit="%")
        if rest[0].text in words.currencies and not reading.unit:
            return reading._replace(unit=rest[0].text)
    left = text[rest[0].start :]
    if all(tok.kind == "mark" for tok in rest) or any(tok.kind == "num" and not tok.space for tok in rest[:1]):
        raise ReadingError("number.unreadable", {"text": shown(text)})
    raise ReadingError("number.rest", {"number": text[: rest[0].start].strip(), "rest": shown(left)})
