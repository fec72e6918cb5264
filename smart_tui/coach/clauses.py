"""The parts of a goal sentence that say what is to be done: without reasons, means, conditions and asides."""

from collections.abc import Iterable, Sequence

from smart_tui.coach.vocabulary import Vocabulary
from smart_tui.reading.phrases import Token

Clause = Sequence[Token]
_ENDS = (".", "!", "?", ";", ":", "…")
_OPEN, _CLOSE = "([", ")]"
_FEWEST = 2
"""Words of a clause that can stand by itself: a verb and what it is about."""
_DASHES = ("-", "–", "—")


def clauses_of(toks: Iterable[Token], vocabulary: Vocabulary) -> list[Clause]:
    """The main clauses of a sentence, none empty: without brackets, and each cut where it goes on to reasons."""
    found = (clause for part in _parts(toks) for clause in _joined(_main(part, vocabulary), vocabulary))
    return [clause for clause in found if any(tok.kind == "word" for tok in clause)]


def _joined(clause: Clause, vocabulary: Vocabulary) -> Iterable[Clause]:
    """The clauses that "and" joins to one, each with its own verb and object; "plan and host it" stays one."""
    words, begin = vocabulary.words, 0
    for place, tok in enumerate(clause):
        if tok.text not in words.joins or place - begin < _FEWEST or place + _FEWEST >= len(clause):
            continue
        following = place + 2 if clause[place + 1].text in words.purposes else place + 1
        if clause[begin].text not in words.postures and is_verb(clause, following, vocabulary):
            yield clause[begin:place]
            begin = place + 1
    yield clause[begin:]


def is_verb(clause: Clause, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a known verb, or a phrase that is one, begins at a place."""
    role = vocabulary.verbs.get(clause[at].text)
    return role is not None or vocabulary.phrases.longest(clause, at, {}) is not None


def aside_places(toks: Sequence[Token], vocabulary: Vocabulary) -> frozenset[int]:
    """The places in the text of the tokens that only describe or explain: "what the other 9 think"."""
    found: set[int] = set()
    inside = False
    for at, tok in enumerate(toks):
        if tok.text in vocabulary.words.asides:
            inside = True
        elif tok.text == "," or tok.text in _ENDS or (inside and _leads_on(toks, at, vocabulary)):
            inside = False
        if inside:
            found.add(tok.start)
    return frozenset(found)


def _leads_on(toks: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what is to be done begins at a place: "want to", "vill jag"; a pronoun alone does not tell."""
    found = vocabulary.leading.longest(toks, at, {})
    return found is not None and (found.end > at + 1 or toks[at].text in vocabulary.words.modals)


def _parts(toks: Iterable[Token]) -> Iterable[list[Token]]:
    part: list[Token] = []
    depth = 0
    for tok in toks:
        if tok.text in _OPEN:
            depth += 1
        elif tok.text in _CLOSE:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif (tok.text in _ENDS and not _abbreviated(part, tok)) or (tok.text in _DASHES and tok.space):
            yield part
            part = []
        else:
            part.append(tok)
    yield part


def _abbreviated(part: Sequence[Token], tok: Token) -> bool:
    """Whether a dot belongs to a short form in front of it ("kr.", "pr.")."""
    return tok.text == "." and bool(part) and part[-1].kind == "word" and len(part[-1].text) <= 2


def _main(part: Sequence[Token], vocabulary: Vocabulary) -> Clause:
    """A part of a sentence without the clause it begins with or goes on with that is about something else."""
    words = vocabulary.words
    stops = words.breaks | words.means
    if part and part[0].text in words.breaks:
        comma = next((place for place, tok in enumerate(part) if tok.text == ","), None)
        part = part[comma + 1 :] if comma is not None else part[1:]
    for place, tok in enumerate(part):
        if place and tok.text in stops and _is_over(part, place, vocabulary):
            return part[:place]
    return part


def _is_over(part: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    """Whether what is to be done has been said before this place: a verb, or more than one word."""
    return place > 1 or part[0].text in vocabulary.verbs
