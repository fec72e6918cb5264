"""Text to tokens, and phrase patterns over tokens: the machinery under all the grammars here.

A pattern is written as data, `in|within [the] [next] {span}`: words, alternatives with `|`, optional
parts in brackets, and slots in braces that a grammar fills with its own small readers.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar
from unicodedata import decimal, normalize

_TOKEN = re.compile(r"(?P<num>[0-9]+(?:[.,:/-][0-9]+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)")

Value = TypeVar("Value")
_WIDE_DIGIT = re.compile(r"(?![0-9])\d")


class Token(NamedTuple):
    """A word, a number as written (`1.000,5`, `12/8`) or one mark; `start` and `end` are places in the text."""

    kind: str
    """"word", "num" or "mark"."""
    text: str
    """In lower case, with straight apostrophes."""
    start: int
    end: int
    space: int
    """How many blank characters stand before it."""


def normal(text: str) -> str:
    """The text in NFC with ASCII digits; places in readings refer to this form (cleaned text has it already)."""
    return _WIDE_DIGIT.sub(lambda m: str(decimal(m[0])), normalize("NFC", text))


def tokens(text: str) -> list[Token]:
    """The tokens of a text in `normal` form, in order."""
    return [*_tokens(text)]


@lru_cache(maxsize=8)  # each reader and each judge of a sentence takes it apart anew
def _tokens(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        word = match[0].lower().replace("’", "'")
        found.append(Token(match.lastgroup or "mark", word, start, match.end(), start - end))
        end = match.end()
    return tuple(found)


def without_final_dot(toks: list[Token]) -> list[Token]:
    """The tokens without a full stop behind the last word; a dot behind figures belongs to them."""
    dotted = len(toks) > 1 and toks[-1].text == "." and not toks[-1].space
    return toks[:-1] if dotted and toks[-2].kind == "word" else toks


class Part(NamedTuple):
    """One element of a pattern: literal words or a slot."""

    words: frozenset[str]
    slot: str
    optional: bool


class Pattern(NamedTuple):
    """A compiled pattern and the name of what it means."""

    meaning: str
    parts: tuple[Part, ...]


class Match(NamedTuple):
    """A pattern found: its meaning, what the slots read, and the index of the token after it."""

    meaning: str
    slots: Mapping[str, object]
    end: int


SlotReader = Callable[[Sequence[Token], int], tuple[object, int] | None]


class Patterns(NamedTuple):
    """Patterns indexed by the words, and by the slots, that they can begin with."""

    by_word: Mapping[str, tuple[Pattern, ...]]
    by_slot: Mapping[str, tuple[Pattern, ...]]

    def longest(self, toks: Sequence[Token], at: int, slots: Mapping[str, SlotReader]) -> Match | None:
        """The longest match that begins at token `at`; the earlier pattern wins a tie."""
        best: Match | None = None
        for found in self.every(toks, at, slots):
            if best is None or found.end > best.end:
                best = found
        return best

    def every(self, toks: Sequence[Token], at: int, slots: Mapping[str, SlotReader]) -> list[Match]:
        """All matches that begin at token `at`."""
        found: list[Match] = []
        slotted = [patterns for name, patterns in self.by_slot.items() if slots[name](toks, at) is not None]
        worded = self.by_word.get(toks[at].text, ())
        for pattern in chain(worded, *slotted) if slotted else worded:
            values: dict[str, object] = {}
            end = _match(pattern.parts, 0, toks, at, slots, values)
            if end is not None:
                found.append(Match(pattern.meaning, values, end))
        return found


def compiled(source: Mapping[str, Sequence[str]]) -> Patterns:
    """Index patterns, given by meaning."""
    by_word: dict[str, list[Pattern]] = {}
    by_slot: dict[str, list[Pattern]] = {}
    for meaning, phrases in source.items():
        for phrase in phrases:
            pattern = Pattern(meaning, tuple(_part(piece) for piece in phrase.split()))
            words, slots = _beginnings(pattern.parts)
            for word in words:
                by_word.setdefault(word, []).append(pattern)
            for slot in slots:
                by_slot.setdefault(slot, []).append(pattern)
    return Patterns(
        {word: tuple(found) for word, found in by_word.items()}, {slot: tuple(found) for slot, found in by_slot.items()}
    )


def _part(piece: str) -> Part:
    optional = piece.startswith("[")
    piece = piece.strip("[]") if optional else piece
    if piece.startswith("{"):
        return Part(frozenset(), piece.strip("{}"), optional)
    return Part(frozenset(piece.split("|")), "", optional)


def _beginnings(parts: Sequence[Part]) -> tuple[set[str], set[str]]:
    """The words and the slots that a pattern can begin with."""
    words: set[str] = set()
    slots: set[str] = set()
    for part in parts:
        words |= part.words
        slots |= {part.slot} if part.slot else set()
        if not part.optional:
            break
    return words, slots


def known_phrases(known: Mapping[str, Value]) -> Callable[[Sequence[Token], int], tuple[Value, int] | None]:
    """A reader of the longest of some phrases: what it stands for, and the index after it."""
    lengths: dict[str, int] = {}
    for phrase in known:
        first, *_ = pieces = phrase.split()
        lengths[first] = max(len(pieces), lengths.get(first, 0))

    def read(toks: Sequence[Token], at: int) -> tuple[Value, int] | None:
        for length in range(min(lengths.get(toks[at].text, 0), len(toks) - at), 0, -1):
            value = known.get(" ".join(tok.text for tok in toks[at : at + length]))
            if value is not None:
                return value, at + length
        return None

    return read


def _match(
    parts: Sequence[Part],
    k: int,
    toks: Sequence[Token],
    at: int,
    slots: Mapping[str, SlotReader],
    values: dict[str, object],
) -> int | None:
    if k == len(parts):
        return at
    part = parts[k]
    if at < len(toks):
        if part.slot:
            read = slots[part.slot](toks, at)
            if read is not None:
                end = _match(parts, k + 1, toks, read[1], slots, values)
                if end is not None:
                    values.setdefault(part.slot, read[0])
                    return end
        elif toks[at].text in part.words:
            end = _match(parts, k + 1, toks, at + 1, slots, values)
            if end is not None:
                return end
    return _match(parts, k + 1, toks, at, slots, values) if part.optional else None
