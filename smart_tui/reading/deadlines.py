"""When a goal sentence ends: which of its dates, events and cadences are its deadline, and which only look like one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.reading.cadences import FoundPeriod, periods_in
from smart_tui.reading.datemeanings import Occasion
from smart_tui.reading.dates import BEFORE, GONE, FoundDate, before, dates_in
from smart_tui.reading.events import ends_like, events_in
from smart_tui.reading.howoften import says_how_often
from smart_tui.reading.phrases import Token
from smart_tui.reading.words import DateWords, date_words, goal_words

Span = tuple[int, int]

_STARTS = ("from", "compare")
"""How dates read that a goal begins at or is compared with."""
_GAP = 2
_PART = re.compile(r"([1-3])/([2-9]|10)")


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
        dates = [(found.start, found.end) for found in self.dates]
        cadences = [(found.start, found.end) for found in self.cadences]
        return (*dates, *cadences, *([self.event] if self.event else []))


def timing_in(toks: Sequence[Token], written: str, lang: str, occasion: Occasion) -> Timing:
    """The deadline and the cadences of a sentence taken apart; never raises."""
    periods, events = periods_in(toks, lang), events_in(toks, lang)
    spans = [(toks[event.first].start, toks[event.end - 1].end) for event in events]
    whole = [span for span, event in zip(spans, events, strict=True) if event.whole]
    larger = [*whole, *((period.start, period.end) for period in periods if not period.adjective)]
    dates = tuple(
        found
        for found in dates_in(toks, written, lang, occasion)
        # A season without a preposition only names the event: "before the summer festival".
        if not any(_within(found, span) for span in (spans if found.prefix == "season" else larger))
        and not _is_length(found, toks, lang)
    )
    deadline = _deadline(dates, toks, date_words(lang), occasion.today)
    spans = [span for span in spans if not any(found.start <= span[0] < found.end for found in dates)]
    if deadline is not None:
        known = _known(deadline, dates, spans, _cadences(periods, toks, lang, dates), written)
        # "Before the summer ends" is no "before the summer".
        alone = deadline.prefix == BEFORE and known.deadline is deadline
        return known._replace(deadline=before(deadline, occasion.today)) if alone else known
    event = spans[0] if spans else None
    return Timing(dates, _cadences(periods, toks, lang, dates, event), None, event)


def _within(found: FoundDate, span: Span) -> bool:
    """Whether a date is a part of something larger, or begins with the end of it: "every week 5 km" has no week 5."""
    return span[0] <= found.start and (found.end <= span[1] or span[0] < found.start < span[1])


def _known(
    deadline: FoundDate,
    dates: tuple[FoundDate, ...],
    events: Sequence[Span],
    cadences: tuple[FoundPeriod, ...],
    written: str,
) -> Timing:
    """The timing of a sentence with a date; an event that holds the date, or ends where it begins, belongs to it."""
    for start, end in events:
        behind = deadline.prefix in ("in", "on") and deadline.start <= end + _GAP
        if start <= deadline.start < end or (start <= deadline.start and behind):
            last = max(end if deadline.start < end and deadline.end > end else deadline.end, deadline.end)
            last = last + 1 if written[last : last + 1] == ")" and "(" in written[start:last] else last
            reading = deadline.reading._replace(text=written[start:last])
            whole = FoundDate(reading, start, last, deadline.prefix)
            dates = tuple(whole if found is deadline else found for found in dates)
            return Timing(dates, cadences, whole)
    return Timing(dates, cadences, deadline)


def _cadences(
    periods: Iterable[FoundPeriod],
    toks: Sequence[Token],
    lang: str,
    dates: Sequence[FoundDate],
    event: Span | None = None,
) -> tuple[FoundPeriod, ...]:
    """The cadences that say how often."""
    found: list[FoundPeriod] = []
    for period in periods:
        inside = event is not None and event[0] <= period.start < event[1]
        if not inside and not _overlaps(period, dates) and says_how_often(period, toks, lang):
            found.append(period)
    return tuple(found)


def _overlaps(period: FoundPeriod, dates: Iterable[FoundDate]) -> bool:
    return any(period.start < found.end and found.start < period.end for found in dates)


def _is_length(found: FoundDate, toks: Sequence[Token], lang: str) -> bool:
    """Whether what reads as a date is the size of something: a reply within 2 days, pay for 3 months' rent, by 1/3."""
    words, goals = date_words(lang), goal_words(lang)
    texts = [tok.text for tok in toks]
    first, behind = _place(toks, found.start), _place(toks, found.end)
    if found.prefix == "ahead":
        following = texts[behind] if behind < len(texts) else ""
        if following in words.others or following == "'":
            return True
        short = any(word in words.units and words.units[word] in ("day", "week") for word in texts[first:behind])
        return short and any(text in words.turnarounds or ends_like(text, words.turnarounds) for text in texts[:first])
    part = _PART.fullmatch(texts[behind - 1]) if behind else None
    moved = any(text in goals.rise or text in goals.fall for text in texts[:first])
    return part is not None and int(part[1]) < int(part[2]) and found.prefix in ("by", BEFORE) and moved


def _place(toks: Sequence[Token], at: int) -> int:
    """The token that begins at a place in the text, or the first after it."""
    return bisect_left(toks, at, key=lambda tok: tok.start)


def _deadline(dates: Sequence[FoundDate], toks: Sequence[Token], words: DateWords, today: date) -> FoundDate | None:
    """The first date to come or to keep, else one gone by; dates to start from or to compare with are none."""
    plain = not any(tok.kind == "num" or tok.text in words.begins for tok in toks)
    wanted = [found for found in dates if found.prefix not in (*_STARTS, *GONE) and (found.prefix != "today" or plain)]
    found = next((found for found in wanted if found.reading.date >= today), wanted[0] if wanted else None)
    # "By June" says nothing of the 1st as a day to begin on.
    return found._replace(reading=found.reading._replace(start=None)) if found and found.prefix == "by" else found
