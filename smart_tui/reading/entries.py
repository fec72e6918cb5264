"""What is typed at a check-in -> an entry: `3`, `+3`, `=42`, `1:30`, `x`, `s ill`, `yesterday 12 # note`."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.cleaning import LINE_LIMIT, clean_line
from smart_tui.domain.goal import Combine, Kind, Measure
from smart_tui.domain.measure import RATINGS, default_combine, default_step
from smart_tui.reading.dates import DateReading, date_in_front
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.numbers import NumberReading, read_number, time_unit
from smart_tui.reading.phrases import normal, tokens

_SHORTEST_STEM = 3
_LONGEST_ENDING = 2
_DONE = "x"
_EXCUSED = "s"
_MINUS = "-−–"
_TICKED = (Kind.TOTAL, Kind.QUOTA, Kind.MILESTONES)


class Mode(StrEnum):
    """What an entry does to its day: add to it, set it, change it, mark it done, or excuse it."""

    ADD = "add"
    SET = "set"
    CHANGE = "change"
    DONE = "done"
    EXCUSED = "excused"


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


def read_entry(text: str, lang: str, today: date, measure: Measure, *, first_weekday: int = 0) -> EntryReading:
    """The check-in that the whole text is, for a goal measured this way.

    A plain number adds to totals and quotas and sets everything else. Raises `ReadingError` with an entry.*,
    number.* or date.* code; never for what stands behind `#`.
    """
    written, _, remark = normal(text).partition("#")
    written, note = written.strip(), clean_line(remark)
    if not written:
        raise ReadingError("entry.empty")
    if len(written) > LINE_LIMIT:
        raise ReadingError("entry.unreadable", {"text": shown(written)})
    dated, body = _dated(written, lang, today, first_weekday)
    on = today if dated is None else dated.date
    if on > today:
        raise ReadingError("entry.future", {"date": on})
    others = () if dated is None else tuple(day for day in dated.alternatives if day <= today)
    word, _, reason = body.partition(" ")
    if word.lower() == _EXCUSED:
        said = " ".join(part for part in (clean_line(reason), note) if part)
        return EntryReading(on, Mode.EXCUSED, None, said, dated is not None, (), others)
    if not body:
        raise ReadingError("entry.no_value", {"text": shown(written)})
    read = _done(on, measure) if body.lower() == _DONE else _valued(body, lang, on, measure)
    return read._replace(note=note, interpreted=read.interpreted or dated is not None, other_days=others)


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
    if measure.kind not in _TICKED or (measure.kind is not Kind.MILESTONES and default_step(measure) != 1):
        # One more book is read; "done" says nothing of how many kroner.
        raise ReadingError("entry.needs_number")
    return EntryReading(on, Mode.DONE, Decimal(1))


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
    changes = body[0] == "+" or body[0] in _MINUS or number.signed
    if sets:
        mode = Mode.SET
    elif changes:
        mode = Mode.CHANGE
    else:
        last = (measure.combine or default_combine(measure)) is Combine.LAST
        mode = Mode.SET if last else Mode.ADD
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
