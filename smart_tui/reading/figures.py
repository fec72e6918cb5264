"""The grammar of numbers over tokens: digits with separators, number words, multipliers, halves, clock times."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from smart_tui.reading.phrases import Token
from smart_tui.reading.words import NumberWords

_LONGEST = 27
"""Digits and separators of a number; longer ones are out of bounds, and would be rounded by decimal arithmetic."""
_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_HEAD = re.compile(r"[1-9]\d{0,2}")
_TAIL = re.compile(r"(\d{3})(?:[.,](\d+))?")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ROUND = 100
_TEN = 10
_TWENTY = 20
_THOUSAND = 1000
_SHORT = 4
"""Letters of a multiplier that is cut short: mio, milj."""
_SHORTEST, _WORD = 6, 3
"""Letters of a number of several words in one, and of the words that cannot be one of them."""


class Figure(NamedTuple):
    """A number found in tokens: its value, other values it could have, and the index of the token after it."""

    value: Decimal
    others: tuple[Decimal, ...]
    end: int
    worded: bool = False
    """Written in words, or multiplied by one."""
    factor: int = 1
    """What a multiplier behind it made of it: 1000 for 35K."""


def figure_at(toks: Sequence[Token], at: int, words: NumberWords, *, articles: bool = False) -> Figure | None:
    """The number without sign that begins at token `at`; `articles`: "a" and "en" count as one."""
    if at >= len(toks):
        return None
    tok = toks[at]
    if tok.kind == "num":
        found = _digits_at(toks, at, words)
    elif tok.text in _FRACTIONS:
        return Figure(_FRACTIONS[tok.text], (), at + 1)
    elif tok.kind == "mark" and tok.text in ".," and at + 1 < len(toks) and toks[at + 1].text.isdecimal():
        # ".5" is a number only where nothing stands before it, or it would eat the end of a sentence.
        if at or toks[1].space or len(toks[1].text) > _LONGEST:
            return None
        return Figure(Decimal(f"0.{toks[1].text}"), (), at + 2)
    else:
        found = _worded_at(toks, at, words, articles)
    return None if found is None else _extended(found, toks, words)


def value_of(text: str, words: NumberWords) -> tuple[Decimal, tuple[Decimal, ...]] | None:
    """The value of digits with separators, as the language writes them, and what else they could mean."""
    if len(text) > _LONGEST or not text[-1].isdecimal():
        return None
    marks = [c for c in text if not c.isdecimal()]
    if not marks:
        return Decimal(text), ()
    if any(mark not in ".," for mark in marks):
        return None
    if len(marks) == 1:
        return _one_mark(text, marks[0], words)
    whole, _, fraction = text.rpartition(marks[-1])
    if marks[-1] in marks[:-1]:
        return (Decimal(text.replace(marks[0], "")), ()) if _GROUPED[marks[0]].fullmatch(text) else None
    if not _GROUPED[marks[0]].fullmatch(whole):
        return None
    return Decimal(f"{whole.replace(marks[0], '')}.{fraction}"), ()


def _one_mark(text: str, mark: str, words: NumberWords) -> tuple[Decimal, tuple[Decimal, ...]]:
    small, large = Decimal(text.replace(mark, ".")), Decimal(text.replace(mark, ""))
    if not _GROUPED[mark].fullmatch(text):
        return small, ()
    if mark == words.thousands:
        return large, ()
    if mark == words.decimal:
        return small, (large,)
    return large, (small,)


def _digits_at(toks: Sequence[Token], at: int, words: NumberWords) -> Figure | None:
    first = toks[at].text
    if not _HEAD.fullmatch(first):
        read = value_of(first, words)
        return None if read is None else Figure(read[0], read[1], at + 1)
    digits, fraction, end = [first], "", at + 1
    while end < len(toks) and not fraction and toks[end].space == 1:
        group = _TAIL.fullmatch(toks[end].text)
        if group is None or len(digits) > _LONGEST // 3:
            break
        digits.append(group[1])
        fraction = group[2] or ""
        end += 1
    whole = "".join(digits)
    return Figure(Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole), (), end)


def _worded_at(toks: Sequence[Token], at: int, words: NumberWords, articles: bool) -> Figure | None:
    text = toks[at].text
    if text in words.halves:
        return Figure(Decimal(words.halves[text]), (), at + 1, True)
    compound = _compound(text, words)
    if compound:
        return Figure(Decimal(compound), (), at + 1, True)
    total, current, end, seen = 0, 0, at, False
    while end < len(toks) and total < 10**15:
        text = toks[end].text
        value = words.small.get(text, words.tens.get(text))
        if value is None and articles and not seen and text in words.articles:
            value = 1
        if value is not None:
            if seen and not _fits(current, value):
                break
            current += value
        elif text in words.hundred and current < _ROUND:
            current = max(current, 1) * _ROUND
        elif text in words.multipliers and len(text) > 1 and (seen or not _is_cut_short(text)):
            total, current = total + max(current, 1) * words.multipliers[text], 0
        elif not (seen and _joins(toks, end, words, current, total)):
            break
        else:
            end += 1
            continue
        seen, end = True, end + 1
    return Figure(Decimal(total + current), (), end, True) if seen else None


def _compound(text: str, words: NumberWords) -> int:
    """The number written as one word of several: tiotusen, tohundrede, tvåhundrafemtio; 0 if it is none."""
    large = {**dict.fromkeys(words.hundred, _ROUND), **words.multipliers}
    if not _SHORTEST <= len(text) <= _LONGEST or text in large or not any(w in text for w in large if len(w) > _WORD):
        return 0
    total = current = 0
    while text:
        piece = next((text[:size] for size in range(len(text), 1, -1) if _is_piece(text[:size], words, large)), "")
        if not piece:
            return 0
        text = text[len(piece) :]
        value = words.small.get(piece, words.tens.get(piece, 0))
        if piece not in large:
            current += value
        elif large[piece] == _ROUND:
            current = max(current, 1) * _ROUND
        else:
            total, current = total + max(current, 1) * large[piece], 0
    return total + current


def _is_piece(text: str, words: NumberWords, large: Mapping[str, int]) -> bool:
    return text in words.small or text in words.tens or text in large


def _fits(current: int, value: int) -> bool:
    if value >= _ROUND or current == 0:
        return current == 0
    below = current % _ROUND
    return below == 0 or (value < _TEN and below % _TEN == 0 and below >= _TWENTY)


def _joins(toks: Sequence[Token], at: int, words: NumberWords, current: int, total: int) -> bool:
    """Whether an "and" or a hyphen at `at` stands inside a number, as in "one hundred and five"."""
    if at + 1 >= len(toks):
        return False
    following = toks[at + 1].text
    if toks[at].text == "-" and not toks[at].space and not toks[at + 1].space:
        return following in words.small and current % _ROUND >= _TWENTY and words.small[following] < _TEN
    known = following in words.small or following in words.tens
    return toks[at].text in words.joiners and known and (current >= _ROUND or (current == 0 and total >= _THOUSAND))


def _extended(found: Figure, toks: Sequence[Token], words: NumberWords) -> Figure:
    """The number with the fraction and the multiplier that stand behind it: 1½, two and a half, 35K, 2 mio."""
    value, others, end, worded, multiplied = found
    if end < len(toks) and toks[end].text in _FRACTIONS and value == value.to_integral_value():
        value, end = value + _FRACTIONS[toks[end].text], end + 1
    elif end + 1 < len(toks) and toks[end].text in words.joiners:
        half = end + 2 if toks[end + 1].text in words.articles else end + 1
        if half < len(toks) and words.halves.get(toks[half].text) == "0.5":
            value, others, end, worded = value + Decimal("0.5"), (), half + 1, True
    if end < len(toks) and toks[end].text in words.multipliers and found.value < 10**12:
        letter = len(toks[end].text) == 1
        if (toks[end].text == "k" and not toks[end].space) or not letter:
            multiplied = words.multipliers[toks[end].text]
            value, others, end, worded = value * multiplied, (), end + 1, True
            if end < len(toks) and toks[end].text == "." and not toks[end].space and _is_cut_short(toks[end - 1].text):
                end += 1
    elif end < len(toks) and toks[end].text in words.hundred and found.value < _ROUND and not found.worded:
        value, others, end, worded = value * _ROUND, (), end + 1, True
    return Figure(value, others, end, worded, multiplied)


def _is_cut_short(multiplier: str) -> bool:
    """Whether it is written in short, perhaps with a dot: mio., bn."""
    return len(multiplier) <= _SHORT


def clock_at(toks: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """A span of time from token `at`, in seconds: `1:30` (hours and minutes), `1:07:24`, `1h30`, `1 h 30 min`."""
    written = _CLOCK.fullmatch(toks[at].text) if at < len(toks) else None
    if written is not None:
        return Decimal(int(written[1]) * 3600 + int(written[2]) * 60 + int(written[3] or 0)), at + 1
    seconds, end, last = Decimal(0), at, ""
    while end < len(toks):
        number = figure_at(toks, end, words)
        if number is None or (last and number.value >= 60):
            break
        unit = words.time_units.get(toks[number.end].text) if number.end < len(toks) else None
        if unit is None and last in ("h", "min") and number.end == end + 1 and not toks[end].space:
            unit = "min" if last == "h" else "s"
            number = number._replace(end=end)
        if unit is None or (last and _SECONDS[unit] >= _SECONDS[last]):
            break
        seconds, end, last = seconds + number.value * _SECONDS[unit], number.end + 1, unit
    return (seconds, end) if last else None


_SECONDS = {"h": 3600, "min": 60, "s": 1}
