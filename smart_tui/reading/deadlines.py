"""When a goal sentence ends: which of its dates, events and cadences are its deadline, and which only look like one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smart_tui.reading.datemeanings import Occasion
from smart_tui.reading.dates import FoundDate, FoundPeriod, dates_in, periods_in
from smart_tui.reading.phrases import Token
from smart_tui.reading.words import goal_words

Span = tuple[int, int]

_STARTS = ("from", "after", "compare")
"""How dates read that a goal begins at or is compared with."""
_GONE = ("ago", "yesterday", "day before yesterday", "last unit", "last weekday", "today")


class Timing(NamedTuple):
    """What a sentence says about when. Places are of the text in normal form."""

    dates: tuple[FoundDate, ...] = ()
    """All dates, also those that are no deadline."""
    cadences: tuple[FoundPeriod, ...] = ()
    """Those that say how often, not those that describe a noun."""
    deadline: FoundDate | None = None
    event: Span | None = None
    """Words that name an end whose date is not known: "before the baby comes"."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places that all this explains."""
        found = [(each.start, each.end) for each in (*self.dates, *self.cadences)]
        return (*found, self.event) if self.event else tuple(found)


def timing_in(toks: Sequence[Token], written: str, lang: str, occasion: Occasion) -> Timing:
    """The deadline and the cadences of a sentence taken apart; never raises."""
    dates = dates_in(toks, written, lang, occasion)
    cadences = tuple(
        found for found in periods_in(toks, lang) if _is_cadence(found, toks, lang) and not _overlaps(found, dates)
    )
    return Timing(dates, cadences, _deadline(dates))


def _is_cadence(period: FoundPeriod, toks: Sequence[Token], lang: str) -> bool:
    """Whether "weekly" says how often, and does not only describe the noun behind it."""
    if not period.adjective:
        return True
    following = next((tok for tok in toks if tok.start >= period.end), None)
    return following is None or following.kind != "word" or following.text in goal_words(lang).stops


def _overlaps(period: FoundPeriod, dates: Iterable[FoundDate]) -> bool:
    return any(period.start < found.end and found.start < period.end for found in dates)


def _deadline(dates: Sequence[FoundDate]) -> FoundDate | None:
    """The first date to come or to keep; dates to start from and days gone by are none."""
    wanted = [found for found in dates if found.prefix not in (*_STARTS, *_GONE)]
    return wanted[0] if wanted else None
