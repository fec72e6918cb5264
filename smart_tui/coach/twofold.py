"""Two goals in one sentence: parts joined by "and" that each have a verb and an object of their own."""

from collections.abc import Sequence

from smart_tui.coach.vocabulary import LONGEST, Vocabulary, vocabulary
from smart_tui.reading.phrases import Token, tokens
from smart_tui.reading.sentences import listed
from smart_tui.reading.words import goal_words, number_words, remark_words

_SHOWN = 7
"""Words of each goal that are said back, at most."""
_FEW = 5
"""Words of a goal without a number that is said back whole."""
_CURT = 2
"""Words of the shortest goal."""
_SHORT = 3
"""Letters of an abbreviation, whose dot ends no sentence."""
_ALIKE = (("number", "skill", "stop"), ("direction",), ("quality", "deed"))
"""Parts of these sorts do not serve one another."""
_STEM = 3
"""Letters that tell a runner from running."""
_ENDS = (".", "!", "?", ";", ":", "(", ")")


def two_aims(title: str, lang: str, timed: Sequence[str] = ()) -> tuple[str, str] | None:
    """The beginnings of two goals that a sentence joins, as written; None where it may well be one.

    `timed` are the parts of it that say when or how often: their numbers are no aim. One deed and what follows from
    it ("find a flat and move in") are one goal, and so are two verbs with one object.
    """
    words, written = vocabulary(lang), title[:LONGEST]
    spans = [(written.find(part), len(part)) for part in timed if part]
    toks = [tok for tok in tokens(written) if not any(at <= tok.start < at + size for at, size in spans if at >= 0)]
    parts = [(part, _sort_of(part, words, lang)) for part in _parts(toks, words)]
    if [sort for _, sort in parts[:2]] in (["stop", "number"], ["stop", "skill"]):
        return None  # what is stopped is a means: "quit sugar and lose 5 kg"
    for alike in _ALIKE:
        found = [part for part, sort in parts if sort in alike]
        if len(found) > 1 and not _is_same(*found[:2]):
            return _beginning(found[0], written, lang), _beginning(found[1], written, lang)
    return None


def _is_same(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether what one part does is what the other makes one better at: "become a better runner, and run a race"."""
    return any(tok.text[:_STEM] == second[0].text[:_STEM] for tok in first[1:])


def _parts(toks: Sequence[Token], words: Vocabulary) -> list[list[Token]]:
    """What stands between the joins of the first sentence, each from its verb on, without what leads up to it."""
    parts: list[list[Token]] = [[]]
    for tok in toks:
        if tok.text in _ENDS:
            if tok.text in ".:" and parts[-1] and len(parts[-1][-1].text) <= _SHORT:
                continue
            break
        if tok.text in words.words.joins or tok.text == ",":
            parts.append([])
        else:
            parts[-1].append(tok)
    return [_led(part, words) for part in parts]


def _led(part: list[Token], words: Vocabulary) -> list[Token]:
    while part:
        found = words.leading.longest(part, 0, {})
        if found is not None and found.end > 0:
            part = part[found.end :]
        elif part[0].kind == "mark" or part[0].text in words.words.fillers:
            part = part[1:]
        else:
            break
    return part


def _sort_of(part: Sequence[Token], words: Vocabulary, lang: str) -> str:
    """What makes a part a goal of its own: "number", "skill", "direction", "deed" (run a marathon), or nothing."""
    known = goal_words(lang)
    if len(part) < 2 or part[0].kind != "word":
        return ""
    verb, thing = part[0].text, part[1]
    role = words.verbs.get(verb)
    if role == "become" and any(tok.text in words.comparatives for tok in part[1:]):
        return "quality"
    if role in (None, "be", "become"):
        return ""
    if any(_is_number(tok, lang) for tok in part[1:]):
        return "number"
    if role == "learns":
        return "skill"
    phrase = words.phrases.longest(part, 0, {})
    if (role == "stops" or (phrase is not None and phrase.meaning == "stop")) and not _is_certain(part, words):
        return "stop"
    if role == "vague" and listed(verb, known.rise | known.fall):
        return "direction" if thing.kind == "word" and thing.text not in known.stops else ""
    if role in ("doing", "vague") and len(part) == _CURT and thing.text in words.comparatives:
        return "direction"  # "exercise more"
    if verb in remark_words(lang).leads_on or len(part) <= _CURT:
        return ""
    alone = thing.text in number_words(lang).articles
    # "Publish the new price list", and not "find the time": more than a verb and what it always goes with.
    certain = thing.text in words.words.determiners and len(part) > _CURT + 1 and role in ("events", "doing")
    return "deed" if certain or (alone and role in ("events", "doing", "light")) else ""


def _is_certain(part: Sequence[Token], words: Vocabulary) -> bool:
    """Whether what is stopped is one certain thing, which may well make way for the rest: "drop a meeting"."""
    return any(tok.text in words.words.determiners for tok in part[1:3])


def _is_number(tok: Token, lang: str) -> bool:
    if tok.kind == "num":
        return True
    numbers, known = number_words(lang), goal_words(lang)
    return numbers.small.get(tok.text, 0) > 1 or tok.text in numbers.tens or tok.text in known.counts


def _beginning(part: Sequence[Token], written: str, lang: str) -> str:
    """The first words of a goal: as far as its number and the noun behind that, if there is one."""
    number = next((at for at, tok in enumerate(part) if _is_number(tok, lang)), 0)
    stops, articles = goal_words(lang).stops, number_words(lang).articles
    end = number + 1 if number else 2 + (part[1].text in articles)
    if not number and part[1].text in vocabulary(lang).words.determiners - articles:
        end = next((at for at in range(2, len(part)) if part[at].text in stops), len(part))
    if not number and len(part) <= _FEW:
        end = len(part)
    while number and end < len(part) and (part[end].kind == "num" or part[end].text in number_words(lang).percent):
        end += 1  # "1 200", "10 %"
    if number and end < len(part) and part[end].kind == "word" and part[end].text not in stops:
        end += 1
    end = min(end, _SHOWN, len(part))
    said = written[part[0].start : part[end - 1].end]
    return said if end == len(part) else f"{said} …"
