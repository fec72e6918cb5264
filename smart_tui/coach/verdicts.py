"""What one clause of a goal says: something that happens once, something that only goes in a direction, or nothing."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from smart_tui.coach.clauses import Clause
from smart_tui.coach.deeds import Deed, has_result, is_participle, names_level, thing_of
from smart_tui.coach.heads import head_of
from smart_tui.coach.vocabulary import Vocabulary
from smart_tui.reading.phrases import Match, Token

_NEAR = 5
"""Words at the beginning of a clause that are looked at for a wish."""
_ONCE = ("events", "moves", "stops")


class Verdict(NamedTuple):
    """`event`: it happens or does not; otherwise it is vague, by the tokens from `first` to `last`."""

    event: bool
    verb: Token | None = None
    first: Token | None = None
    last: Token | None = None
    open: bool = False
    """An activity that has no end of its own, but could be done so often."""


def verdict_of(clause: Clause, vocabulary: Vocabulary, text: str, *, dated: bool) -> Verdict:
    """What a clause of at least one word says. `dated`: the sentence says by when."""
    wish = _wish(clause, vocabulary)
    if wish is not None:
        return wish
    at = head_of(clause, vocabulary)
    if at is None:
        return _verbless(clause, vocabulary, text, dated)
    phrase = vocabulary.phrases.longest(clause, at, {})
    if phrase is None or phrase.meaning != "stop":
        compared = _compared(clause, at, vocabulary)
        if compared is not None:
            return Verdict(False, clause[at], clause[at], compared)
    if phrase is not None:
        return _of_phrase(clause, at, phrase, vocabulary, text)
    return _of(Deed(clause[at], clause[at + 1 :], vocabulary, text))


def _of(deed: Deed) -> Verdict:
    return _ROLES[deed.role](deed)


def _is_vague(deed: Deed, last: Token | None = None, *, open: bool = False) -> Verdict:
    return Verdict(False, deed.verb, deed.verb, last or deed.verb, open)


def _wish(clause: Clause, vocabulary: Vocabulary) -> Verdict | None:
    """A wish of what is not in one's own hands: "I wish I could ..."."""
    for at in range(min(len(clause), _NEAR)):
        for found in vocabulary.phrases.every(clause, at, {}):
            if found.meaning == "wish":
                return Verdict(False, None, clause[at], clause[found.end - 1])
    return None


def _compared(clause: Clause, at: int, vocabulary: Vocabulary) -> Token | None:
    """The word of a comparison that makes a clause vague: more, better; not one that describes a thing to get."""
    words, role = vocabulary.words, vocabulary.verbs.get(clause[at].text, "")
    for place in range(at, len(clause)):
        tok = clause[place]
        if tok.text in vocabulary.comparatives and not _is_bound(clause, place, vocabulary):
            described = place > at + 1 and clause[place - 1].text in words.determiners
            if not described or role != "events":
                return tok
        elif role in _ONCE and tok.text in words.prepositions and place > at + 1:
            return None
    return None


def _is_bound(clause: Clause, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a comparison only says which side of something said before it: "B or higher"."""
    return place > 0 and clause[place - 1].text in vocabulary.words.ors


def _of_phrase(clause: Clause, at: int, phrase: Match, vocabulary: Vocabulary, text: str) -> Verdict:
    deed = Deed(clause[at], clause[phrase.end :], vocabulary, text)
    if phrase.meaning == "stop":
        return _stop(deed)
    if phrase.meaning == "event":
        return Verdict(True, deed.verb)
    state = deed.role in ("be", "become", "doing")
    if state and any(tok.text in vocabulary.words.results for tok in clause[at + 1 :]):
        return Verdict(True, deed.verb)
    return _is_vague(deed, clause[phrase.end - 1])


def _event(deed: Deed) -> Verdict:
    """An event needs something it is done to, and not a quality alone: open a shop, not "open minds"."""
    vocabulary, thing = deed.vocabulary, deed.thing
    direct = bool(deed.rest) and deed.rest[0].text not in vocabulary.words.prepositions
    if thing and direct:
        last = thing[-1]
        quality = all(tok.text in vocabulary.adjectives for tok in thing)
        if quality or (last.text in vocabulary.nouns and not deed.text[last.start].isupper()):
            return _is_vague(deed, last)
    fillers = vocabulary.words.fillers
    said = any(tok.kind == "num" or (tok.kind == "word" and tok.text not in fillers) for tok in deed.rest)
    if deed.role == "moves" or (said and not deed.is_of_nothing):
        return Verdict(True, deed.verb)
    return _is_vague(deed)


def _light(deed: Deed) -> Verdict:
    """What a verb that says little is done to decides: a dog, or a grip."""
    if deed.is_had_done:
        return Verdict(True, deed.verb)
    caused = deed.caused
    if caused is not None:
        return _of(caused)
    thing = deed.thing
    if not thing or deed.is_of_nothing:
        return _is_vague(deed, thing[0] if thing else None, open=not thing)
    if has_result(thing, deed.vocabulary):
        return Verdict(True, deed.verb)
    if deed.quality is not None:
        return _is_vague(deed, deed.quality)
    if deed.is_certain or deed.has_name or len(thing) > 1 or deed.vocabulary.words.verbs_anywhere:
        return Verdict(True, deed.verb)
    return Verdict(True, deed.verb) if thing[-1].text.endswith("s") else _is_vague(deed, thing[-1], open=True)


def _doing(deed: Deed) -> Verdict:
    """What is done ends only with a certain object: read, read Catch-22."""
    thing = deed.thing
    if any(tok.text in deed.vocabulary.words.results for tok in thing):
        return Verdict(True, deed.verb)
    if deed.quality is not None:
        return _is_vague(deed, deed.quality)
    if deed.has_name or deed.is_certain:
        return Verdict(True, deed.verb)
    return _is_vague(deed, thing[-1] if thing else None, open=True)


def _make(deed: Deed) -> Verdict:
    """Something new comes of it, or only a change of what is there: develop an app, develop our service."""
    new = bool(deed.rest) and deed.rest[0].text in deed.vocabulary.words.articles
    return _light(deed) if new else _is_vague(deed)


def _be(deed: Deed) -> Verdict:
    """To be or become something: one can be seen to be a nurse or debt-free, and not to be calm."""
    vocabulary, named = deed.vocabulary, deed.thing
    words = vocabulary.words
    behind = [tok for tok in deed.rest if tok.kind == "word" and tok.text not in words.fillers]
    adjective = next(
        (tok for tok in named if tok.text in vocabulary.adjectives and tok.text not in words.results), None
    )
    if adjective is None and has_result(behind, vocabulary):
        return Verdict(True, deed.verb)
    done = any(vocabulary.verbs.get(tok.text) in _ONCE and is_participle(tok, vocabulary) for tok in behind)
    if (done and not any(tok.text in vocabulary.adjectives for tok in behind)) or deed.is_had_done:
        return Verdict(True, deed.verb)
    vague = next((tok for tok in named if vocabulary.is_vague(tok.text)), None)
    if vague is not None or not named:
        return _is_vague(deed, vague)
    becoming = deed.role == "become"
    certain = named[0].text in words.determiners and len(named) > 1
    if certain or (becoming and (words.verbs_anywhere or named[0].text in words.determiners)):
        return Verdict(True, deed.verb)
    return _is_vague(deed, named[-1])


def _learn(deed: Deed) -> Verdict:
    """Learning has no end, unless it is a piece, or something with a name; teaching somebody something has."""
    words, thing, rest = deed.vocabulary.words, deed.thing, deed.rest
    if names_level(rest):
        return Verdict(True, deed.verb)
    if rest and rest[0].text in words.prepositions and rest[0].text not in words.purposes:
        return _is_vague(deed, rest[0])
    taught = bool(rest) and rest[0].text in words.determiners and any(tok.text in words.purposes for tok in rest)
    piece = any(tok.text in words.pieces for tok in thing)
    named = any(deed.text[tok.start].isupper() and tok.text not in words.languages for tok in thing)
    whole = any(deed.vocabulary.phrases.longest(rest, place, {}) is not None for place in range(len(rest)))
    if taught or piece or named or whole:
        return Verdict(True, deed.verb)
    return _is_vague(deed, thing[0] if thing else None)


def _stop(deed: Deed) -> Verdict:
    """Stopping is seen to be done, unless what stops is in the mind, or only a part of it stops: so much."""
    known = deed.vocabulary
    unseen = known.mental | known.words.comparatives
    mind = next((tok for tok in deed.rest if tok.text in unseen or known.is_vague_noun(tok.text)), None)
    return _is_vague(deed, mind) if mind is not None or not deed.rest else Verdict(True, deed.verb)


def _start(deed: Deed) -> Verdict:
    """A beginning is an event if something certain begins, and none if one only goes on doing."""
    thing, known = deed.thing, deed.vocabulary
    if not thing or thing[0].text in known.verbs or known.is_vague(thing[-1].text):
        return _is_vague(deed, thing[0] if thing else None, open=True)
    return Verdict(True, deed.verb)


_ROLES: Mapping[str, Callable[[Deed], Verdict]] = {
    "events": _event,
    "moves": _event,
    "light": _light,
    "doing": _doing,
    "vague": _is_vague,
    "makes": _make,
    "be": _be,
    "become": _be,
    "learns": _learn,
    "stops": _stop,
    "starts": _start,
}


def _verbless(clause: Clause, vocabulary: Vocabulary, text: str, dated: bool) -> Verdict:
    """A goal without a verb: a result ("smoke-free school yard"), a named thing, or only a wish."""
    stop = vocabulary.phrases.longest(clause, 0, {})
    if stop is not None and stop.meaning != "vague":
        return _of_phrase(clause, 0, stop, vocabulary, text)
    thing = [tok for tok in clause if tok.kind != "mark"]
    if has_result(thing, vocabulary):
        return Verdict(True)
    vague = _compared(clause, 0, vocabulary)
    vague = vague or next((tok for tok in thing_of(thing, vocabulary) if vocabulary.is_vague(tok.text)), None)
    if vague is not None:
        return Verdict(False, None, vague, vague)
    named = any(text[tok.start].isupper() for tok in thing[1:])
    return Verdict(len(thing) > 1 and (dated or named), None, thing[0], thing[-1])
