"""Whether words that may mean something else are a date where they stand in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from smart_tui.reading.datedays import number
from smart_tui.reading.datewords import Written
from smart_tui.reading.events import names_time
from smart_tui.reading.phrases import Match, Token
from smart_tui.reading.words import date_words, goal_words, judging_words, number_words

_SMALL_PARTS = 3
_LARGEST_WHOLE = 10
_FAR = 75
"""Years ahead that are still a year, and not an amount."""
_CLOSING = (".", ",", ";", "!", "?", ")", ":")


def holds(prefix: str, match: Match, toks: Sequence[Token], at: int, lang: str, today: date) -> bool:
    """Whether a weak date is one behind this preposition, which begins at token `at`, in front of what follows."""
    following = toks[match.end] if match.end < len(toks) else None
    noun = following is not None and following.kind == "word" and following.text not in goal_words(lang).stops
    if match.meaning == "year":
        # A year, and not "over 2000 words"; one to come may be followed by anything.
        gone = number(match.slots, "yyyy") <= today.year
        return prefix != "on" and not (noun and gone and prefix != "in")
    if match.meaning == "season" and following is not None and names_time(following.text, date_words(lang)):
        return False
    rule = _HOLDS.get(match.meaning)
    return rule is None or rule(prefix, match, noun)


def is_bare_year(toks: Sequence[Token], at: int, written: str, lang: str, today: date) -> bool:
    """Whether a number is a year to come by its place alone: "smoke-free 2028", "ska 2030 vara klar".

    Not behind a name, which it may belong to: "Blade Runner 2049".
    """
    text = toks[at].text
    if at == 0 or len(text) != 4 or not text.isdecimal() or not today.year <= int(text) <= today.year + _FAR:
        return False
    before, goals = toks[at - 1], goal_words(lang)
    if before.text in judging_words(lang).modals:
        return True
    alone = at + 1 == len(toks) or (toks[at + 1].kind == "mark" and toks[at + 1].text in _CLOSING)
    verbs = goals.levels | goals.events | goals.rise | goals.fall
    counted = before.text in goals.stops or before.text in verbs or before.text in number_words(lang).currencies
    name = written[before.start].isupper() and not written[before.start : before.end].isupper()
    return alone and before.kind == "word" and not counted and not name


def only_describes(match: Match, prefix: str, toks: Sequence[Token], lang: str) -> bool:
    """Whether a date is of the noun behind it: the Q3 report, before the summer festival."""
    if prefix:
        return prefix == "by" and "seasonal" in match.slots
    words = date_words(lang)
    behind = match.end + 1 if match.end < len(toks) and toks[match.end].text == "-" else match.end
    short = match.meaning == "month year" or (match.meaning == "quarter" and "year" not in match.slots)
    if not short or toks[match.end - 1].kind != "num" or behind == len(toks) or toks[behind].kind != "word":
        return False
    return toks[behind].text not in goal_words(lang).stops | words.turns | words.must


def _behind(*prefixes: str) -> Callable[[str, Match, bool], bool]:
    return lambda prefix, match, noun: prefix in prefixes


def _figures(prefix: str, match: Match, noun: bool) -> bool:
    """12/8 and its kind: not a decimal, and not "in 1/3 cases"."""
    written = match.slots.get("date")
    if not isinstance(written, Written):
        return True
    part = written.day < written.month <= _LARGEST_WHOLE and written.day <= _SMALL_PARTS and not written.year
    return not (written.decimal or (part and noun))


_HOLDS: Mapping[str, Callable[[str, Match, bool], bool]] = {
    "weekday": _behind("by", "on", "from", "compare"),
    "this year": _behind("within"),
    "weekend": _behind("by", "within"),
    "nth": lambda prefix, match, noun: prefix in ("by", "on", "in") and not noun,
    "season": lambda prefix, match, noun: prefix != "on",
    "month": lambda prefix, match, noun: prefix != "on",
    "numeric": _figures,
}
