"""Whether words that may mean something else are a date where they stand in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from smart_tui.reading.datedays import number
from smart_tui.reading.datewords import Written
from smart_tui.reading.events import names_time
from smart_tui.reading.phrases import Match, Token
from smart_tui.reading.words import date_words, goal_words

_SMALL_PARTS = 3
_LARGEST_WHOLE = 10
_PLAIN = ("in", "i")


def holds(prefix: str, match: Match, toks: Sequence[Token], at: int, lang: str, today: date) -> bool:
    """Whether a weak date is one behind this preposition, which begins at token `at`, in front of what follows."""
    following = toks[match.end] if match.end < len(toks) else None
    noun = following is not None and following.kind == "word" and following.text not in goal_words(lang).stops
    if match.meaning == "year":
        # A year, and not "over 2000 words"; one to come may be followed by anything.
        gone = number(match.slots, "yyyy") <= today.year
        return prefix != "on" and not (noun and gone and toks[at].text not in _PLAIN)
    if match.meaning == "season" and following is not None and names_time(following.text, date_words(lang)):
        return False
    rule = _HOLDS.get(match.meaning)
    return rule is None or rule(prefix, match, noun)


def only_describes(match: Match, prefix: str, toks: Sequence[Token]) -> bool:
    """Whether a date is of the noun behind it: the Q3 report, before the summer festival."""
    if prefix:
        return prefix == "by" and "seasonal" in match.slots
    behind = match.end + 1 if match.end < len(toks) and toks[match.end].text == "-" else match.end
    short = match.meaning == "quarter" and "year" not in match.slots and toks[match.end - 1].kind == "num"
    return short and behind < len(toks) and toks[behind].kind == "word"


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
