"""Where in a clause of a goal the verb stands that says what is to be done."""

from smart_tui.coach.clauses import Clause, is_verb
from smart_tui.coach.deeds import leads_thing
from smart_tui.coach.vocabulary import Vocabulary


def head_of(clause: Clause, vocabulary: Vocabulary) -> int | None:
    """The place of the verb; None where there is none."""
    words = vocabulary.words
    at, led = _behind_leading(clause, 0, vocabulary)
    if at < len(clause):
        infinitive = not words.infinitives or clause[at].text.endswith(tuple(words.infinitives))
        if is_verb(clause, at, vocabulary) or (led and infinitive) or _takes_thing(clause, at, vocabulary):
            return at
    modal = next((place for place, tok in enumerate(clause) if tok.text in words.modals), None)
    if words.verbs_anywhere:
        begin = at if modal is None else _behind_leading(clause, modal + 1, vocabulary)[0]
        return next((place for place in range(begin, len(clause)) if is_verb(clause, place, vocabulary)), None)
    if modal is None:
        return next((place for place, tok in enumerate(clause) if place and tok.text in words.be), None)
    at, _ = _behind_leading(clause, modal + 1, vocabulary)
    return at if at < len(clause) else None


def _takes_thing(clause: Clause, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word is a verb, since an article or a possessive stands right behind it: "beat my brother"."""
    words, verb = vocabulary.words, clause[at].text
    if at + 1 >= len(clause) or verb in words.determiners or verb in vocabulary.comparatives:
        return False
    if vocabulary.is_vague(verb) or (words.infinitives and not verb.endswith(tuple(words.infinitives))):
        return False
    return leads_thing(clause[at + 1].text, vocabulary)


def _behind_leading(clause: Clause, at: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """The place behind all that leads up to the verb, and whether the last of it calls for one."""
    led, words = False, vocabulary.words
    while at < len(clause):
        found = vocabulary.leading.longest(clause, at, {})
        if found is not None and found.end > at:
            last = clause[found.end - 1].text
            led = last in words.purposes or last in words.modals
            at = found.end
        elif clause[at].kind == "mark" or clause[at].text in words.fillers:
            at += 1
        else:
            break
    return at, led
