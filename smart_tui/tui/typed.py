"""What was typed into the fields of a goal, read: amounts, dates, the measure, and the three times of a goal."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from smart_tui.domain.cleaning import clean_line, clean_text
from smart_tui.domain.goal import Combine, Direction, Kind, Measure, Period, Reading
from smart_tui.domain.quantity import default_step
from smart_tui.reading.dates import DateReading, add, read_date, read_duration
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import read_number, time_unit
from smart_tui.reading.weekdays import EVERY_DAY, read_weekdays
from smart_tui.tui.fields import ENTERED_AS, LEVELS, PAST_DATES, combines

E = TypeVar("E", bound=StrEnum)

HALF_A_YEAR = 182
"""Days from which on the last such day is looked at as well as the next one."""


class Amount(NamedTuple):
    """A number field, read. `others` are the other readings of an ambiguous number, `value` then is None."""

    value: Decimal | None = None
    change: bool = False
    """The target is a change in percent of the baseline, written with its sign."""
    percent: bool = False
    unit: str = ""
    error: ReadingError | None = None
    others: tuple[Decimal, ...] = ()


class Day(NamedTuple):
    """A date field, read. `others` are the other days an ambiguous date can mean, `on` then is None."""

    on: date | None = None
    error: ReadingError | None = None
    others: tuple[date, ...] = ()


class Weekdays(NamedTuple):
    """The wanted weekdays, read: a bit mask, every day for an empty field."""

    mask: int = EVERY_DAY
    error: ReadingError | None = None


class Times(NamedTuple):
    """Start, deadline and review date; `derived` names the one of three that follows from the other two."""

    start: date | None = None
    deadline: date | None = None
    review_on: date | None = None
    derived: str = ""
    open_ended: bool = False


def read_amount(texts: Mapping[str, str], field: str, lang: str) -> Amount:
    """The number in a field; empty gives neither value nor error."""
    text = texts.get(field, "").strip()
    if not text:
        return Amount()
    unit = texts.get("unit", "").strip()
    try:
        read = read_number(text, lang, time=time_unit(unit, lang))
    except ReadingError as error:
        return Amount(error=error)
    if read.ambiguous:
        return Amount(others=(read.value, *(value for value in read.ambiguous if value != read.value)))
    change = field == "target" and read.percent and read.signed
    return Amount(read.value, change, read.percent, read.unit or ("%" if read.percent else ""))


def read_day(text: str, lang: str, today: date, first_weekday: int = 0, *, past: bool = False) -> Day:
    """The date in a field; empty gives neither day nor error. `past`: what has no year is the last such day."""
    if not text.strip():
        return Day()
    try:
        read: DateReading = read_date(text.strip(), lang, today, first_weekday=first_weekday, past=past)
    except ReadingError as error:
        return Day(error=error)
    if read.alternatives:
        return Day(others=(read.date, *(day for day in read.alternatives if day != read.date)))
    return Day(read.date)


def read_field_day(field: str, text: str, lang: str, today: date, first_weekday: int = 0) -> Day:
    """The date in one of the form's fields: a baseline was read in the past, and a start is the nearest such day.

    "1 January" as the start of a goal written on the 15th is two weeks ago, not in a year.
    """
    if field in PAST_DATES:
        return read_day(text, lang, today, first_weekday, past=True)
    coming = read_day(text, lang, today, first_weekday)
    if field != "start" or coming.on is None:
        return coming
    gone = read_day(text, lang, today, first_weekday, past=True)
    if gone.on is None or (coming.on - today).days <= HALF_A_YEAR or today - gone.on >= coming.on - today:
        return coming
    return gone


def read_days_of_week(text: str, lang: str) -> Weekdays:
    """The weekdays in a field."""
    if not text.strip():
        return Weekdays()
    try:
        return Weekdays(read_weekdays(text.strip(), lang))
    except ReadingError as error:
        return Weekdays(error=error)


def read_length(text: str, lang: str) -> ReadingError | None:
    """What is wrong with a duration as typed; None for one that can be read, and for an empty field."""
    try:
        if text.strip():
            read_duration(text.strip(), lang)
    except ReadingError as error:
        return error
    return None


def is_relative(texts: Mapping[str, str], lang: str) -> bool:
    """Whether the target is typed as a change in percent."""
    return read_amount(texts, "target", lang).change


def unit_of(texts: Mapping[str, str], lang: str) -> str:
    """The unit as typed, or as it stands behind the target or the baseline."""
    if unit := clean_line(texts.get("unit", "")):
        return unit
    for field in ("target", "baseline", "low", "high"):
        amount = read_amount(texts, field, lang)
        if amount.unit and not amount.change:
            return amount.unit
    return ""


def read_measure(texts: Mapping[str, str], lang: str, today: date, base: Measure | None) -> Measure | None:
    """The measure that the form's texts make, with what the form does not show taken from `base`.

    None while no kind was chosen. What cannot be read is left out of it.
    """
    kind = _choice(Kind, texts.get("kind", ""))
    if kind is None:
        return None
    blank = Measure(kind, today) if base is None else base
    combine = _choice(Combine, texts.get("combine", ""))
    measure = blank._replace(
        kind=kind,
        combine=combine if combine in combines(texts) and kind not in (Kind.MILESTONES, Kind.RATING) else None,
        weekdays=blank.weekdays if base is not None and base.kind is kind and kind is not Kind.QUOTA else EVERY_DAY,
        entered_as="plain",
        target=None,
        change_percent=None,
        baseline=None,
        baseline_on=None,
        baseline_period=None,
        reading=None,
        period=None,
        direction=None,
        share_wanted=None,
        low=None,
        high=None,
        levels=(),
        step=None,
        unit="" if kind in (Kind.MILESTONES, Kind.RATING) else unit_of(texts, lang),
        what_counts=clean_text(texts.get("what_counts", "")).strip(),
        running=kind == Kind.TOTAL and texts.get("running") == "running",
        silence_is_zero=False,
        untargeted=kind in (Kind.TOTAL, Kind.LEVEL, Kind.QUOTA) and texts.get("judged") == "untargeted",
    )
    if kind == Kind.WITHIN:
        return measure._replace(low=_value(texts, "low", lang), high=_value(texts, "high", lang))
    if kind == Kind.RATING:
        levels = tuple(clean_line(texts.get(field, "")) for field in LEVELS)
        return measure._replace(levels=levels if any(levels) else ())
    if kind == Kind.MILESTONES:
        return measure
    return _amounts(measure, texts, lang, today)


def _amounts(measure: Measure, texts: Mapping[str, str], lang: str, today: date) -> Measure:
    target = read_amount(texts, "target", lang)
    if measure.untargeted:
        target = Amount()
    step = _value(texts, "step", lang)
    measure = measure._replace(step=step if step is not None and step > 0 else None)
    if measure.kind == Kind.QUOTA:
        share = _value(texts, "share", lang)
        direction = _choice(Direction, texts.get("direction", "")) or Direction.AT_LEAST
        return measure._replace(
            target=None if target.change or nothing_asked(target.value, measure.kind, direction) else target.value,
            period=_choice(Period, texts.get("period", "")),
            direction=direction,
            share_wanted=int(share) if share is not None and share == int(share) and 1 <= share <= 100 else None,
            weekdays=read_days_of_week(texts.get("weekdays", ""), lang).mask,
            silence_is_zero=texts.get("direction") == Direction.AT_MOST and texts.get("silence") == "zero",
        )
    if measure.running and not target.change:
        measure = measure._replace(baseline=_value(texts, "origin", lang))
    elif measure.kind == Kind.LEVEL or target.change:
        day = read_field_day("baseline_on", texts.get("baseline_on", ""), lang, today).on
        measure = measure._replace(baseline=_value(texts, "baseline", lang), baseline_on=day)
    measure = _entered(measure, texts, lang, relative=target.change)
    if not target.change:
        same = measure.kind == Kind.LEVEL and target.value is not None and target.value == measure.baseline
        none = same or nothing_asked(target.value, measure.kind)
        return measure._replace(target=None if none else target.value)
    reading = _choice(Reading, texts.get("reading", ""))
    period = _choice(Period, texts.get("period", "")) if reading == Reading.PER_PERIOD else None
    of = _choice(Period, texts.get("baseline_period", "")) if reading == Reading.SPAN else period
    change = target.value if target.value else None
    return measure._replace(change_percent=change, reading=reading, period=period, baseline_period=of)


def _entered(measure: Measure, texts: Mapping[str, str], lang: str, *, relative: bool) -> Measure:
    """How a level is typed; the amounts of a period are always plain numbers."""
    entered_as = texts.get("entered_as", "")
    summed = relative and texts.get("reading") == Reading.PER_PERIOD
    if measure.kind != Kind.LEVEL or summed or entered_as not in dict(ENTERED_AS):
        return measure
    measure = measure._replace(entered_as=entered_as)
    if entered_as != "scale":
        return measure
    return measure._replace(low=_value(texts, "scale_low", lang), high=_value(texts, "scale_high", lang))


def nothing_asked(target: Decimal | None, kind: Kind | None, direction: Direction = Direction.AT_LEAST) -> bool:
    """Whether a target asks for nothing: a total of none, or at least none in a period. A ceiling may be none."""
    if target is None:
        return False
    if kind == Kind.QUOTA:
        return target < 0 or (target == 0 and direction != Direction.AT_MOST)
    return kind == Kind.TOTAL and target == 0


def step_suggestion(measure: Measure) -> Decimal | None:
    """The step that `+` and `-` would take without one typed."""
    value = measure.goal_value
    return None if value is None else default_step(value)


def read_times(texts: Mapping[str, str], lang: str, today: date, first_weekday: int = 0) -> Times:
    """Start, deadline and review date from their fields; of start, duration and deadline the empty one is derived."""
    start = read_field_day("start", texts.get("start", ""), lang, today, first_weekday).on
    deadline = read_day(texts.get("deadline", ""), lang, start or today, first_weekday).on
    review_on = read_day(texts.get("review_on", ""), lang, today, first_weekday).on
    if texts.get("ending") == "open":
        return Times(start, None, review_on, open_ended=True)
    typed = texts.get("duration", "").strip()
    if not typed:
        return Times(start, deadline, review_on, "duration" if start and deadline else "")
    try:
        duration = read_duration(typed, lang)
        if deadline is None and not texts.get("deadline", "").strip():
            return Times(start or today, add(start or today, duration), review_on, "deadline")
        if deadline is not None and start is None and not texts.get("start", "").strip():
            back = duration._replace(amount=-duration.amount)
            return Times(add(deadline, back), deadline, review_on, "start")
    except ReadingError:
        pass
    return Times(start, deadline, review_on)


def _value(texts: Mapping[str, str], field: str, lang: str) -> Decimal | None:
    return read_amount(texts, field, lang).value


def _choice(enum: type[E], text: str) -> E | None:
    try:
        return enum(text)
    except ValueError:
        return None


def tags_of(text: str) -> tuple[str, ...]:
    """Tags typed with commas between them, each once; a # in front is no part of a tag."""
    found = (clean_line(tag).lstrip("#").strip() for tag in text.replace(";", ",").replace("\n", ",").split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))
