"""A goal sentence taken apart: its tokens, what dates already explain, the phrases that lead up to numbers, and
which words say that something goes up or down."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from smart_tui.reading.phrases import Patterns, Token, compiled
from smart_tui.reading.words import GoalWords, NumberWords, goal_words, number_words

FAR = 14
"""Tokens between a verb of change and its number."""
_SHORTEST_STEM, _LONGEST_STEM = 2, 14
_CLAUSE_ENDS = (".", "!", "?", ";")
_COMPARING = ("at_least", "at_most")


class Sentence(NamedTuple):
    """A goal sentence taken apart."""

    text: str
    toks: Sequence[Token]
    taken: frozenset[int]
    """The tokens that dates and cadences explain."""
    lang: str
    words: GoalWords
    numbers: NumberWords
    marks: Mapping[int, list[tuple[str, int]]]
    """For each token, the phrases that end just before it, with the token they begin at."""
    moves: Mapping[int, int]
    """The tokens that say up (1) or down (-1)."""
    titled: bool
    """Written With Capitals throughout, so that a capital does not tell a name."""
    ends: Sequence[int]
    """The marks that end a clause, in order."""

    def word(self, at: int) -> str:
        """The token at a place, in lower case; empty outside the sentence."""
        return self.toks[at].text if 0 <= at < len(self.toks) else ""

    def is_time(self, unit: str) -> bool:
        """Whether a unit is one of time; an m is a metre."""
        return unit in self.numbers.time_units and unit != "m"

    def scores(self, at: int) -> bool:
        """Whether the token at a place is a word for marks on a scale."""
        return tells_score(self.word(at), self.words.scores)

    def glued(self, at: int) -> bool:
        """Whether a token stands right behind the one before it."""
        return 0 < at < len(self.toks) and not self.toks[at].space

    def written(self, at: int) -> str:
        """The token at a place as it is written."""
        return self.text[self.toks[at].start : self.toks[at].end] if 0 <= at < len(self.toks) else ""

    def ends_clause(self, at: int) -> bool:
        """Whether a mark ends a clause."""
        return self.divided(at, at + 1)

    def divided(self, first: int, end: int) -> bool:
        """Whether a clause ends between two places."""
        place = bisect_left(self.ends, first)
        return place < len(self.ends) and self.ends[place] < end

    def moving(self, at: int, *, over_joiners: bool) -> int:
        """The nearest token in front of a place, in its clause, that says up or down; -1 if there is none.

        `over_joiners`: also in front of an "and", which may join two nouns or begin something else.
        """
        for place in range(at - 1, max(-1, at - 1 - FAR), -1):
            if place in self.moves:
                return place
            if self.ends_clause(place) or (not over_joiners and self.word(place) in self.numbers.joiners):
                return -1
        return -1


class GoalPhrases(NamedTuple):
    """The phrases of goal sentences, compiled."""

    marks: Patterns
    after: Patterns
    feats: Patterns


@cache
def goal_phrases(lang: str) -> GoalPhrases:
    """The phrases of goal sentences of a language."""
    words = goal_words(lang)
    return GoalPhrases(compiled(words.marks), compiled(words.after), compiled(words.feats))


def is_feat(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what is done in one go, or can be done: "in a row", "by heart"."""
    patterns = goal_phrases(sentence.lang).feats
    return any(patterns.longest(sentence.toks, at, {}) is not None for at in range(len(sentence.toks)))


def taken_apart(text: str, toks: Sequence[Token], taken: frozenset[int], lang: str) -> Sentence:
    """The sentence of these tokens; `taken` are those that dates and cadences explain."""
    words = goal_words(lang)
    marks: dict[int, list[tuple[str, int]]] = {}
    comparing: set[int] = set()
    patterns = goal_phrases(lang).marks
    for at in range(len(toks)):
        for match in patterns.every(toks, at, {}):
            marks.setdefault(match.end, []).append((match.meaning, at))
            if match.meaning in _COMPARING and match.end - at > 1:
                comparing.update(range(at, match.end))
    moves = {
        at: way
        for at, tok in enumerate(toks)
        if at not in comparing and at not in taken and (way := _way(tok.text, words))
    }
    capitals = sum(text[tok.start].isupper() for tok in toks if tok.kind == "word")
    titled = capitals * 2 > sum(tok.kind == "word" for tok in toks) + 1
    ends = [at for at, tok in enumerate(toks) if tok.text in _CLAUSE_ENDS and _ends_clause(text, tok)]
    return Sentence(text, toks, taken, lang, words, number_words(lang), marks, moves, titled, ends)


def _ends_clause(text: str, tok: Token) -> bool:
    """Whether a mark does so: a dot behind `kr.` or `pr.` is followed by small letters."""
    following = text[tok.end : tok.end + 2].strip()
    return tok.text != "." or not following or following[:1].isupper()


@lru_cache(maxsize=2048)
def listed(text: str, words: frozenset[str]) -> bool:
    """Whether a word is one of those listed, or begins with a listed stem ("reducer*")."""
    if text in words:
        return True
    return any(text[:length] + "*" in words for length in range(_SHORTEST_STEM, min(len(text), _LONGEST_STEM) + 1))


def tells_score(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is one for marks on a scale by `GoalWords.scores`."""
    for stem in stems:
        if stem[1:] in word if stem[0] == "*" else word == stem[1:] if stem[0] == "=" else word.startswith(stem):
            return True
    return False


def _way(text: str, words: GoalWords) -> int:
    if text in words.rise or text in words.fall:
        return 1 if text in words.rise and text not in words.fall else -1
    if listed(text, words.fall):
        return -1
    return 1 if listed(text, words.rise) else 0
