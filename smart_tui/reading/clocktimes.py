"""Clock times that are lengths in a goal sentence: 1:45 for a half marathon, 24:30 for five kilometres, a pace."""

from decimal import Decimal

from smart_tui.reading.figures import Figure, clock_at, figure_at
from smart_tui.reading.names import is_schedule
from smart_tui.reading.sentences import Sentence, is_feat
from smart_tui.reading.units import Unit

_STEP = Decimal("0.000001")
_MINUTES_FROM = 10
"""A clock time without seconds that begins with less is hours and minutes."""
_SHORT = 3000
"""Metres that take minutes, not hours."""
_FEW_WORDS = 9


def clock_length(sentence: Sentence, at: int) -> tuple[Figure, Unit] | None:
    """A clock time that is a length, in minutes, and its unit.

    1:40 is hours and minutes, 54:15 and a pace are minutes and seconds.
    """
    read = clock_at(sentence.toks, at, sentence.numbers)
    if read is None or is_schedule(sentence, at):
        return None
    seconds, end = read
    text, behind = sentence.word(at), (sentence.word(end), sentence.word(end + 1))
    hours = behind[0] in sentence.numbers.time_units and sentence.numbers.time_units[behind[0]] == "h"
    short = int(text.partition(":")[0]) >= _MINUTES_FROM or _is_short(sentence, at)
    if text.count(":") == 1 and not hours and (short or _is_pace(behind) or is_feat(sentence)):
        seconds /= 60
    unit = Unit(behind[0], end + 1) if behind[0] in sentence.numbers.time_units else Unit("min", end)
    amount = (seconds / 3600 if hours else seconds / 60).quantize(_STEP)
    return Figure(amount, (), end), unit


def _is_short(sentence: Sentence, at: int) -> bool:
    """Whether a clock time stands beside a distance that takes minutes: "400 m in 1:05", "a mile in 6:30"."""
    for place in range(max(1, at - _FEW_WORDS), min(len(sentence.toks), at + _FEW_WORDS)):
        unit, number = sentence.word(place), sentence.word(place - 1)
        metres = sentence.words.metres.get(unit)
        if metres and metres <= _SHORT and number in sentence.numbers.articles:
            return True
        far = figure_at(sentence.toks, place - 1, sentence.numbers) if metres and number[:1].isdecimal() else None
        grouped = "".join(sentence.word(back) for back in (place - 2, place - 1) if sentence.word(back).isdecimal())
        if metres and far is not None and max(far.value, Decimal(grouped or 0)) * metres <= _SHORT:
            return True
    return False


def _is_pace(behind: tuple[str, str]) -> bool:
    return behind[0] in ("/", "per", "pr") or behind == ("min", "/")
