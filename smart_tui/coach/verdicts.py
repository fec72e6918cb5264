"""What one clause of a goal says: something that happens once, something that only goes in a direction, or nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from smart_tui.coach.clauses import Clause
from smart_tui.coach.vocabulary import Vocabulary
from smart_tui.reading.phrases import Match, Token

_NEAR = 5
"""Words of an object that are looked at for a comparison."""


class Verdict(NamedTuple):
    """`event`: it happens or does not; otherwise it is `vague`, by the tokens from `first` to `last`."""

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
    at = _head(clause, vocabulary)
    if at is None:
        return _verbless(clause, vocabulary, text, dated)
    phrase = vocabulary.phrases.longest(clause, at, {})
    if phrase is None or phrase.meaning != "stop":
        compared = _compared(clause, at, vocabulary)
        if compared is not None:
            return compared
    if phrase is not None:
        return _of_phrase(clause, at, phrase, vocabulary, text)
    role = vocabulary.verbs.get(clause[at].text, "doing")
    rest = clause[at + 1 :]
    return _ROLES[role](clause, at, rest, vocabulary, text)


def _wish(clause: Clause, vocabulary: Vocabulary) -> Verdict | None:
    """A wish of what is not in one's own hands: "I wish I could ..."."""
    for at in range(min(len(clause), _NEAR)):
        for found in vocabulary.phrases.every(clause, at, {}):
            if found.meaning == "wish":
                return Verdict(False, None, clause[at], clause[found.end - 1])
    return None


def _head(clause: Clause, vocabulary: Vocabulary) -> int | None:
    """The place of the verb that says what is to be done; None where there is none."""
    at, led = _behind_leading(clause, 0, vocabulary)
    if at < len(clause) and _is_verb(clause, at, vocabulary):
        return at
    ends = tuple(vocabulary.words.infinitives)
    if at < len(clause) and led and (not ends or clause[at].text.endswith(ends)):
        return at
    if at < len(clause) and _takes_object(clause, at, vocabulary):
        return at
    modal = next((place for place, tok in enumerate(clause) if tok.text in vocabulary.words.modals), None)
    if modal is not None:
        at, _ = _behind_leading(clause, modal + 1, vocabulary)
        if not vocabulary.words.verbs_anywhere:
            return at if at < len(clause) else None
    if vocabulary.words.verbs_anywhere:
        verbs = (place for place in range(at, len(clause)) if _is_verb(clause, place, vocabulary))
        return next(verbs, None)
    return None


def _takes_object(clause: Clause, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word is a verb, since an article or a possessive stands right behind it: "beat my brother"."""
    words, verb = vocabulary.words, clause[at].text
    if (
        at + 1 >= len(clause)
        or verb in words.determiners
        or (words.infinitives and not verb.endswith(tuple(words.infinitives)))
    ):
        return False
    if vocabulary.is_vague(verb) or verb in vocabulary.comparatives:
        return False
    return _leads_object(clause[at + 1].text, vocabulary)


def _is_verb(clause: Clause, at: int, vocabulary: Vocabulary) -> bool:
    return clause[at].text in vocabulary.verbs or vocabulary.phrases.longest(clause, at, {}) is not None


def _behind_leading(clause: Clause, at: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """The place behind all that leads up to the verb, and whether the last of it calls for one."""
    led = False
    while at < len(clause):
        found = vocabulary.leading.longest(clause, at, {})
        if found is not None and found.end > at:
            led = clause[found.end - 1].text in vocabulary.words.purposes | vocabulary.words.modals
            at = found.end
        elif clause[at].kind == "mark" or clause[at].text in vocabulary.words.fillers:
            at += 1
        else:
            break
    return at, led


def _compared(clause: Clause, at: int, vocabulary: Vocabulary) -> Verdict | None:
    """Vague by a comparison: more, better, less; one that only describes a certain thing to get is none."""
    role = vocabulary.verbs.get(clause[at].text, "")
    for place in range(at, len(clause)):
        tok = clause[place]
        if tok.text not in vocabulary.comparatives or _is_bound(clause, place, vocabulary):
            if role in ("events", "moves", "stops") and tok.text in vocabulary.words.prepositions and place > at + 1:
                return None
            continue
        described = place > at + 1 and clause[place - 1].text in vocabulary.words.determiners
        if described and role == "events":
            continue
        return Verdict(False, clause[at], clause[at], tok)
    return None


def _is_bound(clause: Clause, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a comparison only says which side of something said before it: "B or higher"."""
    return place > 0 and clause[place - 1].text in vocabulary.words.ors


def _of_phrase(clause: Clause, at: int, phrase: Match, vocabulary: Vocabulary, text: str) -> Verdict:
    verb, last = clause[at], clause[phrase.end - 1]
    if phrase.meaning in ("vague", "wish"):
        state = vocabulary.verbs.get(verb.text) in ("be", "become", "doing")
        if state and any(tok.text in vocabulary.words.results for tok in clause[at + 1 :]):
            return Verdict(True, verb)
        return Verdict(False, verb, verb, last)
    if phrase.meaning == "stop":
        return _stop(clause, at, clause[phrase.end :], vocabulary, text)
    return Verdict(True, verb)


def _event(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """An event needs something it is done to, unless nothing stands behind it because a date did."""
    thing = _object(rest, vocabulary)
    if thing and thing[-1].text in vocabulary.nouns:
        return Verdict(False, clause[at], clause[at], thing[-1])
    words = vocabulary.words
    said = any(tok.kind == "num" or (tok.kind == "word" and tok.text not in words.fillers) for tok in rest)
    said = said and not _is_nothing(thing, vocabulary)
    return Verdict(said or vocabulary.verbs.get(clause[at].text) == "moves", clause[at], clause[at], clause[at])


def _light(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """What a verb that says little is done to decides: a dog, or a grip."""
    verb = clause[at]
    if _is_had_done(rest, vocabulary):
        return Verdict(True, verb)
    caused = _caused(rest, vocabulary)
    if caused is not None:
        return _ROLES[vocabulary.verbs[rest[caused].text]](rest, caused, rest[caused + 1 :], vocabulary, text)
    thing = _object(rest, vocabulary)
    vague = _vague_in(thing, vocabulary)
    if _is_nothing(thing, vocabulary):
        return Verdict(False, verb, verb, thing[0])
    if _has_result(thing, vocabulary):
        return Verdict(True, verb)
    if vague is not None or not thing:
        return Verdict(False, verb, verb, vague or verb)
    if _is_certain(thing, vocabulary, text) or len(thing) > 1 or vocabulary.words.verbs_anywhere:
        return Verdict(True, verb)
    sure = thing[-1].text.endswith("s") or any(text[tok.start].isupper() for tok in rest)
    return Verdict(sure, verb, verb, thing[-1])


def _is_had_done(rest: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether it is to be had done, the verb in front of what it is done to: "få repareret taget"."""
    if len(rest) < 2 or not _participle(rest[0], vocabulary):
        return False
    known = vocabulary.verbs.get(rest[0].text) in ("events", "moves", "doing")
    words, first = vocabulary.words, rest[0].text
    return known or (_leads_object(rest[1].text, vocabulary) and first not in words.determiners | words.nothing)


def _leads_object(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.words.determiners or vocabulary.is_definite(word)


def _caused(rest: Sequence[Token], vocabulary: Vocabulary) -> int | None:
    """The place of what others are brought to do: "get customers to come back", "make them feel welcome"."""
    for place, tok in enumerate(rest[:-1]):
        led = place > 0 and tok.text in vocabulary.words.purposes
        if led and rest[place + 1].text in vocabulary.verbs:
            return place + 1
        if place > 0 and tok.text in vocabulary.words.feelings:
            return place
    return None


def _is_nothing(thing: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether an object is no certain thing: something, what I start, "det jag påbörjar"."""
    if not thing or thing[0].text not in vocabulary.words.nothing:
        return False
    return len(thing) == 1 or thing[0].text not in vocabulary.words.determiners or thing[1].text in vocabulary.verbs


def _has_result(thing: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether some word of an object is a result, also one joined to another by a hyphen: debt-free."""
    ends, before = vocabulary.words.result_endings, ""
    for tok in thing:
        if vocabulary.is_result(tok.text):
            return True
        if tok.text in ends and not tok.space and before and not vocabulary.is_inward(before):
            return True
        before = tok.text
    return False


def _vague_in(thing: Sequence[Token], vocabulary: Vocabulary) -> Token | None:
    """The word of an object that names only a quality: an adjective, or the noun that ends it."""
    adjective = next((tok for tok in thing if tok.text in vocabulary.adjectives), None)
    return adjective or next((tok for tok in thing[-1:] if vocabulary.is_vague_noun(tok.text)), None)


def _participle(tok: Token, vocabulary: Vocabulary) -> bool:
    return tok.text.endswith(tuple(vocabulary.words.participles)) and not vocabulary.is_vague(tok.text)


def _doing(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """What is done ends only with a certain object: read, read Catch-22."""
    thing = _object(rest, vocabulary)
    if any(tok.text in vocabulary.words.results for tok in thing):
        return Verdict(True, clause[at])
    vague = _vague_in(thing, vocabulary)
    if vague is not None:
        return Verdict(False, clause[at], clause[at], vague)
    named = any(tok.kind == "word" and text[tok.start].isupper() for tok in rest)
    if named or _is_certain(thing, vocabulary, text):
        return Verdict(True, clause[at])
    return Verdict(False, clause[at], clause[at], thing[-1] if thing else clause[at], open=True)


def _vague(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    return Verdict(False, clause[at], clause[at], clause[at])


def _be(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """To be or become something: one can be seen to be a nurse or debt-free, and not to be calm."""
    verb = clause[at]
    thing = [tok for tok in rest if tok.kind == "word" and tok.text not in vocabulary.words.fillers]
    if _has_result(thing, vocabulary):
        return Verdict(True, verb)
    if any(vocabulary.verbs.get(tok.text) in ("events", "moves") and _participle(tok, vocabulary) for tok in thing):
        return Verdict(True, verb)
    named = _object(rest, vocabulary)
    vague = next((tok for tok in named if vocabulary.is_vague(tok.text)), None)
    if vague is not None or not named:
        return Verdict(False, verb, verb, vague or verb)
    becoming = vocabulary.verbs.get(verb.text) == "become"
    certain = named[0].text in vocabulary.words.determiners or (becoming and bool(vocabulary.words.verbs_anywhere))
    return Verdict(certain and len(named) > (0 if becoming else 1), verb, verb, named[-1])


def _learn(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """Learning has no end, unless it is a piece, or something with a name."""
    thing = _object(rest, vocabulary)
    about = bool(rest) and rest[0].text in vocabulary.words.prepositions - vocabulary.words.purposes
    taught = bool(rest) and rest[0].text in vocabulary.words.determiners
    if about or (taught and any(tok.text in vocabulary.words.purposes for tok in rest)):
        return Verdict(not about, clause[at], clause[at], rest[0])
    piece = any(tok.text in vocabulary.words.pieces for tok in thing)
    named = any(text[tok.start].isupper() and tok.text not in vocabulary.words.languages for tok in thing)
    heart = any(vocabulary.phrases.longest(rest, place, {}) is not None for place in range(len(rest)))
    return Verdict(piece or named or heart, clause[at], clause[at], thing[0] if thing else clause[at])


def _stop(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """Stopping is seen to be done, unless what stops is in the mind."""
    mind = next((tok for tok in rest if tok.text in vocabulary.mental or vocabulary.is_vague_noun(tok.text)), None)
    if mind is not None or not rest:
        return Verdict(False, clause[at], clause[at], mind or clause[at])
    return Verdict(True, clause[at])


def _start(clause: Clause, at: int, rest: Clause, vocabulary: Vocabulary, text: str) -> Verdict:
    """A beginning is an event if something certain begins, and none if one only goes on doing."""
    thing = _object(rest, vocabulary)
    if not thing or thing[0].text in vocabulary.verbs or vocabulary.is_vague(thing[-1].text):
        return Verdict(False, clause[at], clause[at], thing[0] if thing else clause[at], open=True)
    return Verdict(True, clause[at])


_ROLES = {
    "events": _event,
    "moves": _event,
    "light": _light,
    "doing": _doing,
    "vague": _vague,
    "be": _be,
    "become": _be,
    "learns": _learn,
    "stops": _stop,
    "starts": _start,
}


def _object(rest: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The words of what something is done to: up to a preposition, a join or a mark."""
    found: list[Token] = []
    words = vocabulary.words
    for tok in rest:
        if tok.kind == "mark" and tok.text in "-'’\"“”&+":
            continue
        ends = tok.text in words.prepositions or tok.text in words.joins or tok.text in words.purposes
        if tok.kind == "mark" or (ends and found):
            break
        if tok.text not in words.fillers and not ends:
            found.append(tok)
    return found


def _is_certain(thing: Sequence[Token], vocabulary: Vocabulary, text: str) -> bool:
    """Whether an object is a certain one: by an article, an ending, a name or a number."""
    return any(
        tok.kind == "num"
        or tok.text in vocabulary.words.determiners
        or vocabulary.is_definite(tok.text)
        or text[tok.start].isupper()
        for tok in thing
    )


def _verbless(clause: Clause, vocabulary: Vocabulary, text: str, dated: bool) -> Verdict:
    """A goal without a verb: a result ("smoke-free school yard"), a named thing, or only a wish."""
    thing = [tok for tok in clause if tok.kind != "mark"]
    stop = vocabulary.phrases.longest(clause, 0, {})
    if stop is not None and stop.meaning != "vague":
        return _of_phrase(clause, 0, stop, vocabulary, text)
    compared = next(
        (
            tok
            for place, tok in enumerate(clause)
            if tok.text in vocabulary.comparatives and not _is_bound(clause, place, vocabulary)
        ),
        None,
    )
    if _has_result(thing, vocabulary):
        return Verdict(True)
    vague = compared or next((tok for tok in _object(thing, vocabulary) if vocabulary.is_vague(tok.text)), None)
    if vague is not None:
        return Verdict(False, None, vague, vague)
    named = any(text[tok.start].isupper() for tok in thing[1:])
    return Verdict(len(thing) > 1 and (dated or named), None, thing[0], thing[-1])
