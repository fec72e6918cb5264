"""Text as it is searched: without case and accents, but for the letters of their own å, ä, ö, æ and ø.

"café" and "CAFE" meet, "får" and "far" stay apart. Ligatures and letters of another width are what they stand for,
and each character of a script without blanks is a word, so that any part of its words is found.
"""

import re
from typing import NamedTuple
from unicodedata import combining, decomposition, normalize

KEPT = frozenset("åäöæø")
"""Letters that are none of a and o with a mark, to those who write them."""

_LIKE = {"ı": "i", "ł": "l", "đ": "d", "ħ": "h", "œ": "oe"}
"""Letters that Unicode takes for nothing but themselves, and that are typed without their stroke or dot."""
_HEBREW_TO_ARABIC = range(10, 36)
_ABOVE_AND_BELOW = 200
"""Combining classes of points that may be left out in writing, and the least one of accents. The classes left are
vowels and voicing, without which a word is another."""
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3041, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
"""Code points of scripts that put no blanks between words: Thai and Lao, Burmese, Khmer, kana, Han."""
_WORD = re.compile(r"[^\W_]+")


class Words(NamedTuple):
    """The words of a text as they are searched, and where each stands in the composed (NFC) text."""

    folded: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met; `uneven` are those that are not one to one."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        if len(folded) != 1:
            self.uneven.add(chr(code))
        return folded


def fold(text: str) -> str:
    """The text as it is searched; folding twice changes nothing more but blanks. Any text can be folded."""
    if text.isascii():
        return text.lower()
    return normalize("NFC", text).translate(_FOLDS)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in their order."""
    return tuple(_WORD.findall(fold(text)))


def words(text: str) -> Words:
    """The words of a composed (NFC) text with their places in it."""
    folded = fold(text)
    found = [(match.group(), match.span()) for match in _WORD.finditer(folded)]
    places = [place for _, place in found]
    if not text.isascii() and not _FOLDS.uneven.isdisjoint(text):
        origins = [at for at, character in enumerate(text) for _ in _FOLDS[ord(character)]]
        places = [(origins[start], origins[end - 1] + 1) for start, end in places]
    return Words(tuple(word for word, _ in found), tuple(places))


def _folded(character: str) -> str:
    if combining(character) in _HEBREW_TO_ARABIC or combining(character) >= _ABOVE_AND_BELOW:
        return ""
    if character in KEPT:
        return character
    if any(first <= ord(character) <= last for first, last in _UNSPACED):
        return f" {character} " if character.isalnum() else character
    # Composed again, some letters with two marks are what they were.
    lowered = normalize("NFC", character.casefold())
    if lowered != character:
        return "".join(map(_folded, lowered))
    if character in _LIKE:
        return _LIKE[character]
    parts = _parts(character)
    return "".join(map(_folded, parts)) if parts else character


def _parts(character: str) -> str:
    """What a character is made of, one level down; nothing where it would lose more than an accent."""
    kind, *codes = decomposition(character).split() or [""]
    if not kind.startswith("<"):
        codes = [kind, *codes] if kind else []
    parts = "".join(chr(int(code, 16)) for code in codes)
    return "" if any(0 < combining(part) < _HEBREW_TO_ARABIC.start for part in parts) else parts


_FOLDS = _Folds()
