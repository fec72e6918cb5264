"""The words of goals of one language in all their forms, ready to look up."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from smart_tui.reading.phrases import Patterns, compiled
from smart_tui.reading.words import JudgingWords, Phrases, judging_words

VERBS = ("doing", "light", "vague", "makes", "events", "moves", "become", "be", "learns", "starts", "stops")
"""What verbs say, in the names of the fields of `JudgingWords`; where a verb is in two, the later counts."""
LONGEST = 1000
"""Characters of a sentence that the coach looks at."""
_SHORTEST_END = 5
"""Letters of a noun that may be the end of a longer one, as in "arbejdsglæde"."""
_SHORTEST_STEM = 3


class Vocabulary(NamedTuple):
    """A language's words of goals: every form of a verb to what it says, nouns and adjectives in all forms."""

    words: JudgingWords
    verbs: Mapping[str, str]
    mental: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    comparatives: frozenset[str]
    leading: Patterns
    phrases: Patterns
    """Their meaning is "vague", "event" or "stop"."""

    def is_vague(self, word: str) -> bool:
        """Whether a noun or an adjective names only a state or a quality."""
        return word in self.adjectives or self.is_vague_noun(word)

    def is_vague_noun(self, word: str) -> bool:
        """Whether a noun, or the end of a compound one, names only a state or a quality."""
        if word in self.nouns:
            return True
        if not self.words.definite_endings:
            return False
        ends = (word[at:] for at in range(_SHORTEST_STEM, len(word) - _SHORTEST_END + 1))
        return any(end in self.nouns for end in ends)

    def is_result(self, word: str) -> bool:
        """Whether a word is what one can be seen to be afterwards: married, debtfree; not stressfree."""
        if word in self.words.results:
            return True
        end = next((end for end in self.words.result_endings if word.endswith(end) and word != end), None)
        return end is not None and not self.is_inward(word.removesuffix(end).rstrip("-"))

    def is_inward(self, word: str) -> bool:
        """Whether a word is of the mind, which nobody can see: worry, stress."""
        return word in self.mental or word.removesuffix("s") in self.mental

    def is_definite(self, word: str) -> bool:
        """Whether a noun is a certain one by its ending."""
        return len(word) > _SHORTEST_END and any(word.endswith(end) for end in self.words.definite_endings)


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The words of a language; unknown languages are English."""
    words = judging_words(lang)
    verbs: dict[str, str] = {}
    for role in VERBS:
        verbs.update(dict.fromkeys(_forms(getattr(words, role), words.verb_endings), role))
    vague, event = words.vague_phrases, words.event_phrases
    return Vocabulary(
        words,
        verbs,
        frozenset(_forms(words.mental, words.verb_endings)),
        frozenset(_forms(words.vague_nouns, words.noun_endings)),
        frozenset(_forms(words.vague_adjectives, words.adjective_endings)),
        words.comparatives | (frozenset(_forms(words.compared, words.comparative_endings)) - words.compared),
        compiled({"leading": words.leading}),
        compiled({meaning: vague.get(meaning, ()) + event.get(meaning, ()) for meaning in {**vague, **event}}),
    )


def _forms(stems: Iterable[str], endings: Phrases) -> Iterable[str]:
    """All forms of dictionary forms: each of the endings that fit takes the place of the end."""
    for stem in stems:
        yield stem
        for end, others in endings.items():
            if stem.endswith(end):
                yield from (stem[: len(stem) - len(end)] + other for other in others)
