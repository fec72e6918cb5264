"""Numbers that count nothing: those in names, ordinals, years, hours of the day, sizes of things."""

from smart_tui.reading.figures import Figure
from smart_tui.reading.sentences import FAR, Sentence
from smart_tui.reading.words import date_words

_YEARS = (1900, 2199)
_RANGE = ("-", "–", "—")
_HOURS = 24
_LARGEST_NAME = 10_000
"""Rooms, chapters and routes have smaller numbers."""
_RACES = ("1", "2", "3", "5", "8", "10", "12", "15", "20", "21", "25", "30", "42", "50", "80", "100")
"""Distances in kilometres that are called by a K."""


def is_schedule(sentence: Sentence, at: int) -> bool:
    """Whether a clock time is one end of `10:15 – 6:15`."""
    ends = [at + 2] if sentence.word(at + 1) in _RANGE else []
    ends += [at - 2] if sentence.word(at - 1) in _RANGE else []
    return "-" in sentence.word(at) or any(":" in sentence.word(place) for place in ends)


def is_aside(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether a number is an ordinal or a part of a word (`3rd`, `B2`, `#5`, `under-25s`), and counts nothing."""
    toks, before, after = sentence.toks, sentence.word(at - 1), sentence.word(figure.end)
    written = toks[at].kind == "num"
    if written and at and sentence.glued(at):
        if toks[at - 1].kind == "word" or before in ("#", "/"):
            return before not in sentence.numbers.currencies and before != "x"
        if before == "-" and at > 1 and sentence.glued(at - 1) and toks[at - 2].kind != "mark":
            return sentence.word(at - 2) not in sentence.words.limits or sentence.glued(figure.end)
    if not written or figure.worded:
        return False
    beside = (at - 1, figure.end)
    if toks[at].text.isdecimal() and any(sentence.word(place).isdecimal() for place in beside):
        return True  # a telephone number
    if not sentence.glued(figure.end):
        return False
    marks = date_words(sentence.lang).ordinal_marks
    if after == ":" and sentence.word(figure.end + 1) in marks:
        return True
    if after == "." and figure.end + 1 < len(toks) and toks[figure.end + 1].space:
        return sentence.written(figure.end + 1)[:1].islower()  # Danish ordinals: 2. pinsedag
    if len(after) == 1 and after.isalpha() and after not in ("x", "k", "t", "m", "b"):
        return after not in sentence.words.measures  # a 7b route
    return after.isalpha() and after in marks


def is_named(sentence: Sentence, at: int, figure: Figure, said: set[str], unit: str) -> bool:
    """Whether the number is in the name of something: a 15K, two *10ks*, a scale of 5, age 45, Royal Run 10 km."""
    if "scale" in said or ("age" in said and figure.value < _LARGEST_NAME):
        return True
    return (
        _is_race(sentence, at, figure, said)
        or _is_hyphened(sentence, figure, unit)
        or _is_year(sentence, at, figure, said)
        or _is_hour(sentence, at, figure, said)
        or _follows_name(sentence, at, figure, unit)
    )


def _is_race(sentence: Sentence, at: int, figure: Figure, said: set[str]) -> bool:
    after = sentence.word(figure.end)
    if sentence.toks[at].kind == "num" and sentence.glued(figure.end) and after in ("ks", "k's"):
        return True
    if sentence.word(figure.end - 1) != "k" or sentence.word(figure.end - 2) not in _RACES:
        return False
    counted = figure.end < len(sentence.toks) and sentence.toks[figure.end].kind == "word"
    counted = counted and after not in sentence.words.stops and figure.end not in sentence.taken
    verb = any(sentence.word(place) in sentence.words.races for place in range(max(0, at - FAR), at))
    return "own" in said or (verb and not counted) or after in sentence.words.races


def _is_hyphened(sentence: Sentence, figure: Figure, unit: str) -> bool:
    """Whether a hyphen makes the number a part of a word: five-a-side, a 3-course dinner."""
    end, words = figure.end, sentence.words
    joined = sentence.word(end) == "-" and sentence.glued(end) and sentence.glued(end + 1)
    kept = unit in words.measures or sentence.word(end + 1) in words.lengths
    return joined and not kept and sentence.toks[end + 1].kind == "word"


def _is_year(sentence: Sentence, at: int, figure: Figure, said: set[str]) -> bool:
    text = sentence.word(at)
    if not text.isdecimal() or len(text) != 4 or figure.end != at + 1 or not _YEARS[0] <= int(text) <= _YEARS[1]:
        return False
    if said & {"compare", "year"}:
        return True
    alone = (
        at + 1 >= len(sentence.toks) or sentence.toks[at + 1].kind == "mark" or sentence.word(at + 1) in ("års", "s")
    )
    bare = at == 0 or sentence.toks[at - 1].kind == "mark" or _is_name_word(sentence, at - 1)
    return alone and bare and sentence.word(at - 1) not in sentence.numbers.currencies


def _is_hour(sentence: Sentence, at: int, figure: Figure, said: set[str]) -> bool:
    """Whether a number is an hour of the day: "every Sunday at 6", "6 am"."""
    if sentence.word(figure.end) in sentence.words.hours or "clock" in said:
        return True
    whole = sentence.word(at).isdecimal() and int(sentence.word(at)) <= _HOURS if len(sentence.word(at)) <= 2 else False
    if "hour" not in said or not (whole or ":" in sentence.word(at)):
        return False
    if ":" in sentence.word(at):
        return True
    if sentence.word(at - 1) in sentence.numbers.currencies or (
        "by" in said and sentence.moving(at, over_joiners=True) >= 0
    ):
        return False
    begin = min((start for meaning, start in sentence.marks.get(at, ()) if meaning == "hour"), default=at)
    behind = (
        figure.end >= len(sentence.toks) or figure.end in sentence.taken or sentence.toks[figure.end].kind == "mark"
    )
    return behind and (begin - 1 in sentence.taken or figure.end in sentence.taken)


def _follows_name(sentence: Sentence, at: int, figure: Figure, unit: str) -> bool:
    """Whether a number stands right behind a name and counts nothing: Catch 22, Nihola 4.0, Royal Run 10 km."""
    words = sentence.words
    counts = unit and unit not in words.measures and len(unit) > 1
    if figure.worded or counts or (unit and sentence.titled) or not _is_name_word(sentence, at - 1):
        return False
    return not sentence.scores(at - 1)


def _is_name_word(sentence: Sentence, at: int) -> bool:
    """Whether a word is written as a name: with a capital that neither the sentence nor its style gives it."""
    if at < 1 or sentence.toks[at].kind != "word" or not _has_capital(sentence.written(at)):
        return False
    before = sentence.toks[at - 1]
    if before.kind == "mark" and before.text in (".", "!", "?", ":", "-", "–", '"', "“", "”", "•"):
        return False
    if sentence.written(at).isupper() and len(sentence.word(at)) > 1:
        return False  # BMI 24, NPS 60
    return at not in sentence.moves


def _has_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word[:2])
