"""Which language a sentence is written in, from the commonest words, letters and endings of each."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from smart_tui.reading.phrases import normal
from smart_tui.reading.words.files import languages, words_of

_LONGEST = 1000
"""Characters that are looked at: more of them do not make it surer."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED = re.compile('["“”„«»][^"“”„«»]*["“”„«»]')
_KNOWN, _LETTER, _ENDING, _PART = 4, 4, 2, 1
"""What a word speaks for a language with: it is one of its words, it has its letters, its ending, its clusters."""
_ENOUGH = 2
"""A cluster of letters alone decides nothing."""


class LanguageWords(NamedTuple):
    """What tells that a text is in a language. What stands in several languages speaks for each of them."""

    words: frozenset[str]
    """The words goals are likely to hold: the commonest of all, verbs that begin a goal, times, numbers, things."""
    capitals: frozenset[str]
    """Words written with a capital inside a sentence, which then belong to no other language: the English "I"."""
    letters: frozenset[str]
    """Letters that English does not have."""
    parts: frozenset[str]
    """Letters that stand together in this language and seldom in the others."""
    endings: frozenset[str]
    """Endings of words that are not in the list."""
    first_endings: frozenset[str]
    """The same of the first of several words, which in a goal is mostly a verb."""


class _Marks(NamedTuple):
    """The same, in the form in which it is looked up."""

    words: frozenset[str]
    letters: frozenset[str]
    parts: tuple[str, ...]
    endings: tuple[str, ...]
    first_endings: tuple[str, ...]


@lru_cache(maxsize=8)  # at every key several ask it of the same sentence
def detect(text: str) -> str | None:
    """The language a text is written in, such as "da"; None where it holds no sign of one, or as much of two.

    Words in quotation marks, which may be a foreign title, count only where the others say nothing.
    """
    text = normal(text[:_LONGEST])
    return _most(_QUOTED.sub(" ", text)) or _most(text)


def spoken(text: str, otherwise: str) -> str:
    """The language a text is written in, and `otherwise` where the text does not tell."""
    return detect(text) or otherwise


def _most(text: str) -> str | None:
    points = dict.fromkeys(languages(), 0)
    capitals = _capitals()
    found = _WORD.findall(text)
    begins = len(found) > 1
    for written in found:
        written = written.replace("’", "'")
        if written in capitals:
            if not begins:
                points[capitals[written]] += _KNOWN
        else:
            word = written.lower()
            known = [lang for lang in points if word in _marks(lang).words]
            for lang in points:
                points[lang] += _said(word, _marks(lang), lang in known, bool(known), begins)
        begins = False
    best = max(points.values())
    leaders = [lang for lang, count in points.items() if count == best]
    return leaders[0] if best >= _ENOUGH and len(leaders) == 1 else None


def _said(word: str, marks: _Marks, known: bool, elsewhere: bool, begins: bool) -> int:
    """How much a word speaks for a language; `elsewhere` is whether it is a known word of any."""
    points = _KNOWN if known else 0
    if not word.isascii() and not marks.letters.isdisjoint(word):
        points += _LETTER
    if not elsewhere:
        if word.endswith(marks.endings):
            points += _ENDING
        if begins and word.endswith(marks.first_endings):
            points += _ENDING
        if any(part in word for part in marks.parts):
            points += _PART
    return points


@cache
def _marks(lang: str) -> _Marks:
    own = words_of(LanguageWords, lang, "language")
    return _Marks(own.words, own.letters, tuple(own.parts), tuple(own.endings), tuple(own.first_endings))


@cache
def _capitals() -> dict[str, str]:
    return {word: lang for lang in languages() for word in words_of(LanguageWords, lang, "language").capitals}
