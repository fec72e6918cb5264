"""A verb of a goal and what it is done to: a certain thing, a quality, or nothing in particular."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from smart_tui.coach.clauses import Clause
from smart_tui.coach.vocabulary import Vocabulary
from smart_tui.reading.phrases import Token

_LEVELS, _STEPS = ("a", "b", "c"), ("1", "2")
_WITHIN_WORDS = "-'’\"“”&+"


class Deed(NamedTuple):
    """A verb, the tokens behind it in its clause, and the whole text."""

    verb: Token
    rest: Clause
    vocabulary: Vocabulary
    text: str

    @property
    def role(self) -> str:
        """What the verb says, as `Vocabulary.verbs` names it; an unknown verb is one of doing."""
        return self.vocabulary.verbs.get(self.verb.text, "doing")

    @property
    def thing(self) -> list[Token]:
        """The words of what it is done to."""
        return thing_of(self.rest, self.vocabulary)

    @property
    def is_certain(self) -> bool:
        """Whether it is done to a certain thing: by an article, an ending, a name or a number."""
        words = self.vocabulary
        return any(
            tok.kind == "num" or leads_thing(tok.text, words) or self.text[tok.start].isupper() for tok in self.thing
        )

    @property
    def has_name(self) -> bool:
        """Whether a name stands anywhere behind the verb."""
        return any(tok.kind == "word" and self.text[tok.start].isupper() for tok in self.rest)

    @property
    def is_of_nothing(self) -> bool:
        """Whether it is done to no certain thing: something, what I start, "det jag påbörjar"."""
        thing, words = self.thing, self.vocabulary.words
        if not thing or thing[0].text not in words.nothing:
            return False
        return len(thing) == 1 or thing[0].text not in words.determiners or thing[1].text in self.vocabulary.verbs

    @property
    def quality(self) -> Token | None:
        """The word that names only a quality: an adjective, or the noun that ends what it is done to."""
        thing = self.thing
        adjective = next((tok for tok in thing if tok.text in self.vocabulary.adjectives), None)
        return adjective or next((tok for tok in thing[-1:] if self.vocabulary.is_vague_noun(tok.text)), None)

    @property
    def is_had_done(self) -> bool:
        """Whether it is to be had done, the verb in front of what it is done to: "få repareret taget"."""
        rest, words = self.rest, self.vocabulary.words
        if len(rest) < 2 or not is_participle(rest[0], self.vocabulary):
            return False
        known = self.vocabulary.verbs.get(rest[0].text) in ("events", "moves", "doing")
        small = rest[0].text in words.determiners or rest[0].text in words.nothing
        return known or (leads_thing(rest[1].text, self.vocabulary) and not small)

    @property
    def caused(self) -> "Deed | None":
        """What others are brought to do: "get customers to come back", "make them feel welcome"."""
        words = self.vocabulary.words
        for place, tok in enumerate(self.rest[:-1]):
            led = place > 0 and tok.text in words.purposes
            if led and self.rest[place + 1].text in self.vocabulary.verbs:
                return self._replace(verb=self.rest[place + 1], rest=self.rest[place + 2 :])
            if place > 0 and tok.text in words.feelings:
                return self._replace(verb=tok, rest=self.rest[place + 1 :])
        return None


def thing_of(toks: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The words of what something is done to: up to a preposition, a join or a mark."""
    found: list[Token] = []
    words = vocabulary.words
    for tok in toks:
        if tok.kind == "mark" and tok.text in _WITHIN_WORDS:
            continue
        ends = tok.text in words.prepositions or tok.text in words.joins or tok.text in words.purposes
        if tok.kind == "mark" or (ends and found):
            break
        if tok.text not in words.fillers and not ends:
            found.append(tok)
    return found


def names_level(toks: Sequence[Token]) -> bool:
    """Whether a level of the Common European Framework of languages is named: B1, "a2-niveau"."""
    return any(letter.text in _LEVELS and step.text in _STEPS and not step.space for letter, step in pairwise(toks))


def leads_thing(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word makes a thing a certain one: an article, a possessive, or a definite ending."""
    return word in vocabulary.words.determiners or vocabulary.is_definite(word)


def is_participle(tok: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word can be what has been done."""
    return tok.text.endswith(tuple(vocabulary.words.participles)) and not vocabulary.is_vague(tok.text)


def has_result(thing: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether some word is a result that can be seen, also one joined to another by a hyphen: debt-free.

    Not one that only describes the noun behind it: a clear plan.
    """
    ends, before = vocabulary.words.result_endings, ""
    for tok in thing:
        listed = tok.text in vocabulary.words.results
        if vocabulary.is_result(tok.text) and not (listed and before in vocabulary.words.determiners):
            return True
        if tok.text in ends and not tok.space and before and not vocabulary.is_inward(before):
            return True
        before = tok.text
    return False
