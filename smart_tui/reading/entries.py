"""What is typed at a check-in -> an entry: `3`, `+3`, `=42`, `1:30`, `x`, `s ill`, `yesterday 12 # note`.

Three counts are a net promoter score (`12 5 3`, `12/5/3`), and `reset 120` says that a running count began anew.
`reading.checkins` reads the same for a goal with its entries, and knows what does not fit them.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.cleaning import LINE_LIMIT, clean_line
from smart_tui.domain.goal import Combine, Kind, Measure
from smart_tui.domain.measure import RATINGS, RESET, default_combine, default_step
from smart_tui.domain.nps import NPS, Counts, nps
from smart_tui.domain.scale import outside
from smart_tui.reading.dates import DateReading, date_in_front
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.numbers import NumberReading, read_number, time_unit
from smart_tui.reading.phrases import normal, tokens
from smart_tui.reading.words import entry_words

_SHORTEST_STEM = 3
_LONGEST_ENDING = 2
_DONE = "x"
_EXCUSED = "s"
_MINUS = "-−–"
_MOST_COUNTED = 10**9
_TICKED = (Kind.TOTAL, Kind.QUOTA, Kind.MILESTONES)
_COUNTS = re.compile(r"(?:^|\s)(?:(\d+)\s*/\s*(\d+)\s*/\s*(\d+)|(\d+)[\s,;]+(\d+)[\s,;]+(\d+))$")
"""Three counts at the end of what was typed, parted by strokes or by blanks; what stands before them is a day."""


class Mode(StrEnum):
    """What an entry does to its day: add to it, set it, change it, mark it done, excuse it, or begin its count anew."""

    ADD = "add"
    SET = "set"
    CHANGE = "change"
    DONE = "done"
    EXCUSED = "excused"
    RESET = RESET


class EntryReading(NamedTuple):
    """A check-in that was read."""

    on: date
    mode: Mode
    value: Decimal | None = None
    """The number to add, set or change by; 1 for done; None for an excuse."""
    note: str = ""
    interpreted: bool = False
    """Something was read into it (a date, a separator, a clock time): say what before saving."""
    ambiguous: tuple[Decimal, ...] = ()
    """Other values the number could have."""
    other_days: tuple[date, ...] = ()
    """Other days the date could be."""
    counts: Counts | None = None
    """What a net promoter score was counted from."""


def read_entry(
    text: str, lang: str, today: date, measure: Measure, *, first_weekday: int = 0, on: date | None = None
) -> EntryReading:
    """The check-in that the whole text is, for a goal measured this way; `on` is the day if none is written.

    A plain number adds to totals and quotas and sets everything else. Only an excuse may be for a day to come.
    Raises `ReadingError` with an entry.*, number.* or date.* code; never for what stands behind `#`.
    """
    typed, _, remark = text.partition("#")
    written, note = normal(typed).strip(), clean_line(remark)
    if not written:
        raise ReadingError("entry.empty")
    if len(written) > LINE_LIMIT:
        raise ReadingError("entry.unreadable", {"text": shown(written)})
    counted = _counts_at_end(written) if measure.entered_as == NPS else None
    dated, body = _dated(written[: counted[0]] if counted else written, lang, today, first_weekday)
    day = (on or today) if dated is None else dated.date
    word, _, rest = body.partition(" ")
    excused = word.lower() == _EXCUSED and counted is None
    if day > today and not excused:
        raise ReadingError("entry.future", {"date": day})
    others = () if dated is None else tuple(other for other in dated.alternatives if excused or other <= today)
    if excused:
        said = " ".join(part for part in (clean_line(rest), note) if part)
        return EntryReading(day, Mode.EXCUSED, None, said, dated is not None, (), others)
    if counted is not None:
        if body:
            raise ReadingError("entry.three_counts")
        return EntryReading(day, Mode.SET, nps(counted[1]), note, True, (), others, counted[1])
    if not body:
        raise ReadingError("entry.no_value", {"text": shown(written)})
    if word.lower() in entry_words(lang).resets:
        read = _reset(rest.strip() or "0", lang, day, measure)
    else:
        read = _done(day, measure) if body.lower() == _DONE else _valued(body, lang, day, measure)
    return read._replace(note=note, interpreted=read.interpreted or dated is not None, other_days=others)


def _counts_at_end(text: str) -> tuple[int, Counts] | None:
    """Where the three counts at the end begin, and the counts; None where there are none."""
    found = _COUNTS.search(text)
    if found is None:
        return None
    typed = [group for group in found.groups() if group is not None]
    if any(int(count) > _MOST_COUNTED for count in typed):
        raise ReadingError("number.too_large", {"text": shown(text)})
    counts = Counts(*(int(count) for count in typed))
    if not any(counts):
        raise ReadingError("entry.nobody")
    return found.start(), counts


def _dated(text: str, lang: str, today: date, first_weekday: int) -> tuple[DateReading | None, str]:
    """The date in front, and what follows it. `12.8` alone is a number, `12.8. 3` a date and a number."""
    toks = tokens(text)
    try:
        found = date_in_front(toks, lang, today, first_weekday=first_weekday) if toks else None
    except ReadingError as error:
        if _is_number(text, lang):
            return None, text
        raise ReadingError(error.code, {"text": shown(text)}) from None
    if found is None:
        return None, text
    reading, end = found
    while end < len(toks) and toks[end].text in (":", ","):
        end += 1
    if end == len(toks) and toks[0].kind == "num" and _is_number(text, lang):
        return None, text
    return reading, text[toks[end].start :] if end < len(toks) else ""


def _is_number(text: str, lang: str) -> bool:
    try:
        read_number(text, lang)
    except ReadingError:
        return False
    return True


def _done(on: date, measure: Measure) -> EntryReading:
    if (
        measure.kind not in _TICKED
        or measure.running
        or (measure.kind is not Kind.MILESTONES and default_step(measure) != 1)
    ):
        # One more book is read; "done" says nothing of how many kroner.
        raise ReadingError("entry.needs_number")
    return EntryReading(on, Mode.DONE, Decimal(1))


def _reset(body: str, lang: str, on: date, measure: Measure) -> EntryReading:
    if not measure.running:
        raise ReadingError("entry.no_count")
    number = _number(body.removeprefix("=").strip(), lang, measure)
    return EntryReading(on, Mode.RESET, number.value, "", True, number.ambiguous)


def _valued(body: str, lang: str, on: date, measure: Measure) -> EntryReading:
    if measure.kind is Kind.MILESTONES:
        raise ReadingError("entry.only_done")
    sets = body.startswith("=")
    number = _number(body[1:] if sets else body, lang, measure)
    if measure.kind is Kind.RATING:
        # A level may be below zero, so that a sign is its own and no change.
        if number.value not in RATINGS:
            raise ReadingError("entry.level")
        return EntryReading(on, Mode.SET, number.value)
    if measure.entered_as == NPS:
        # A score alone has no margin, so that one says on purpose that there is no more than that.
        if not sets:
            raise ReadingError("entry.three_counts")
        if abs(number.value) > 100:
            raise ReadingError("entry.score")
        return EntryReading(on, Mode.SET, number.value, "", True, number.ambiguous)
    changes = body[0] == "+" or body[0] in _MINUS or number.signed
    if sets:
        mode = Mode.SET
    elif changes:
        mode = Mode.CHANGE
    else:
        last = (measure.combine or default_combine(measure)) is Combine.LAST
        mode = Mode.SET if last and not measure.running else Mode.ADD
    if mode is not Mode.CHANGE and outside(measure, number.value):
        raise ReadingError("entry.scale", {"low": measure.low, "high": measure.high})
    return EntryReading(on, mode, number.value, "", _interpreted(body, number), number.ambiguous)


def _number(body: str, lang: str, measure: Measure) -> NumberReading:
    clock = time_unit(measure.unit, lang) or False
    try:
        number = read_number(body, lang, time=clock)
    except ReadingError as error:
        rest = error.params.get("rest")
        if error.code != "number.rest" or not isinstance(rest, str) or not _names(rest, measure.unit):
            raise
        number = read_number(str(error.params["number"]), lang, time=clock)
    if number.percent and normal(measure.unit).strip().lower() not in ("%", "procent", "percent"):
        raise ReadingError("entry.percent", {"unit": measure.unit})
    return number


def _names(rest: str, unit: str) -> bool:
    """Whether what stands behind a number is the measure's unit, in this or a near form ("book", "books")."""
    typed, known = rest.strip().lower().rstrip("."), normal(unit).strip().lower().rstrip(".")
    if not known or typed == known:
        return bool(known)
    stem = min(len(typed), len(known))
    near = stem >= _SHORTEST_STEM and abs(len(typed) - len(known)) <= _LONGEST_ENDING
    return near and typed[:stem] == known[:stem]


def _interpreted(body: str, number: NumberReading) -> bool:
    digits: Sequence[str] = [c for c in body.lstrip("+=" + _MINUS) if not c.isascii() or not c.isdecimal()]
    return bool(digits or number.ambiguous)
