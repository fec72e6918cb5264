"""What the options of `add` say about a new goal: read in the person's language, put over what its sentence said."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.cli.doubts import RefusedError, date_doubt, number_doubt
from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Direction, Kind, Measure, Period, Reading
from smart_tui.i18n import N_, Words
from smart_tui.reading.dates import read_date, read_period
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.numbers import NumberReading, read_number, time_unit
from smart_tui.text.errors import reading_error
from smart_tui.text.labels import KINDS, kind_name

MISUSED = 2
HALF_A_YEAR = 182
"""Days from which on a start without a year is rather the last such day than the next one."""

_COUNTED = (Kind.TOTAL, Kind.LEVEL, Kind.QUOTA)
_GOES_WITH: Mapping[str, tuple[Kind, ...]] = {
    "--target": (*_COUNTED, Kind.WITHIN),
    "--unit": (*_COUNTED, Kind.WITHIN),
    "--baseline": (Kind.TOTAL, Kind.LEVEL),
    "--per": (Kind.LEVEL, Kind.QUOTA),
}
_BOUND = re.compile(r"\s*(<=|>=|≤|≥)\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"\s*([+−-]?[^–−-]+?)\s*(?:-|–|\.\.)\s*(.+)", re.DOTALL)

_LEAST = Decimal("0.000001")
_STANDS = N_("that is where it stands already.")
_ABOVE_ZERO = N_("a change in percent needs a baseline above zero.")
_NOTHING = N_("a quota of nothing asks for nothing.")
_LIMITS = N_("the lower limit stands first.")
_PERIODS = N_("a quota is so many a day, week, month or quarter.")


class Spoken(NamedTuple):
    """How the options are read: the day, the week, the language they are written in, and the words to answer in."""

    today: date
    first_weekday: int
    language: str
    words: Words


class Target(NamedTuple):
    """What `--target` says: a value, a change in percent, or the limits to keep within."""

    value: Decimal | None = None
    change: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    direction: Direction | None = None
    unit: str = ""


def nonsense(option: str, why: str, words: Words) -> RefusedError:
    """An option that makes no sense, named in the sentence that says why."""
    return RefusedError(words.gettext("{option}: {why}").format(option=option, why=why), MISUSED)


def measured(options: Mapping[str, str], said: Measure | None, spoken: Spoken) -> Measure | None:
    """The measure of the sentence with what the options say; None where neither says how the goal is measured.

    Raises RefusedError naming the option that cannot be read or does not fit the others.
    """
    if not any(option in options for option in ("--kind", *_GOES_WITH)):
        return said
    period = _period(options, spoken)
    unit = clean_line(options.get("--unit", "")) or (said.unit if said else "")
    chosen = _kind(options, spoken)
    target = _target(options, chosen, unit, spoken)
    baseline = _number("--baseline", options, unit, spoken)
    kind = chosen or _told(said, target, baseline, period)
    if kind is None:
        given = next(option for option in ("--unit", "--baseline", "--per", "--target") if option in options)
        raise nonsense(given, spoken.words.gettext("it needs --kind or --target beside it."), spoken.words)
    _fits(options, kind, spoken.words)
    kept = said is not None and ((said.kind in _COUNTED and kind in _COUNTED) or said.kind is kind)
    base = said if said is not None and kept else Measure(kind, spoken.today)
    base = base._replace(kind=kind, unit=unit or (target.unit if target else "") or (baseline.unit if baseline else ""))
    if target is not None:
        base = base._replace(target=target.value, change_percent=target.change, low=target.low, high=target.high)
    if baseline is not None:
        base = base._replace(baseline=baseline.value)
    measure = _whole(base, target, period)
    _sense(measure, spoken.words)
    return measure


def dated(options: Mapping[str, str], option: str, base: date, spoken: Spoken) -> date | None:
    """The day an option names, counted from `base`; a start may be the last such day. Raises RefusedError."""
    text = options.get(option)
    if text is None:
        return None
    coming = _day(option, text, base, spoken, past=False)
    if option != "--start" or (coming - base).days <= HALF_A_YEAR:
        return coming
    gone = _day(option, text, base, spoken, past=True)
    return gone if base - gone < coming - base else coming


def _day(option: str, text: str, base: date, spoken: Spoken, past: bool) -> date:
    words = spoken.words
    try:
        read = read_date(text, spoken.language, base, first_weekday=spoken.first_weekday, past=past)
    except ReadingError as error:
        raise nonsense(option, reading_error(error, words), words) from error
    if read.alternatives:
        raise nonsense(option, date_doubt((read.date, *read.alternatives), words), words)
    return read.date


def _kind(options: Mapping[str, str], spoken: Spoken) -> Kind | None:
    text = options.get("--kind")
    if text is None:
        return None
    from smart_tui.i18n import words as words_of

    wanted, own = text.strip().casefold(), words_of(spoken.language)
    for kind in KINDS:
        if wanted in (kind, kind_name(Kind(kind), own).casefold()):
            return Kind(kind)
    names = ", ".join(KINDS)
    why = spoken.words.gettext("“{text}” is no kind; there are {kinds}.")
    raise nonsense("--kind", why.format(text=shown(text), kinds=names), spoken.words)


def _period(options: Mapping[str, str], spoken: Spoken) -> Period | None:
    text = options.get("--per")
    if text is None:
        return None
    if text.strip().casefold() in tuple(Period):
        return Period(text.strip().casefold())
    try:
        return read_period(text, spoken.language)
    except ReadingError as error:
        raise nonsense("--per", reading_error(error, spoken.words), spoken.words) from error


def _number(option: str, options: Mapping[str, str], unit: str, spoken: Spoken) -> NumberReading | None:
    text = options.get(option)
    return None if text is None else _read(option, text, unit, spoken)


def _read(option: str, text: str, unit: str, spoken: Spoken) -> NumberReading:
    words = spoken.words
    try:
        read = read_number(text, spoken.language, time=time_unit(unit, spoken.language))
    except ReadingError as error:
        raise nonsense(option, reading_error(error, words), words) from error
    if read.ambiguous:
        raise nonsense(option, number_doubt((read.value, *read.ambiguous), words), words)
    return read._replace(unit=read.unit or ("%" if read.percent else ""))


def _target(options: Mapping[str, str], kind: Kind | None, unit: str, spoken: Spoken) -> Target | None:
    text = options.get("--target")
    if text is None:
        return None
    bound = _BOUND.fullmatch(text)
    if bound is not None:
        read = _read("--target", bound[2], unit, spoken)
        most = bound[1] in ("<=", "≤")
        if kind is Kind.WITHIN:
            low, high = (None, read.value) if most else (read.value, None)
            return Target(low=low, high=high, unit=read.unit)
        return Target(read.value, direction=Direction.AT_MOST if most else Direction.AT_LEAST, unit=read.unit)
    span = _RANGE.fullmatch(text) if kind in (None, Kind.WITHIN) else None
    if span is not None:
        first, last = (_read("--target", end, unit, spoken) for end in span.groups())
        return Target(low=first.value, high=last.value, unit=first.unit or last.unit)
    read = _read("--target", text, unit, spoken)
    if kind is Kind.WITHIN:
        why = spoken.words.gettext("a goal to keep within has limits, such as 50-60 or >=10000.")
        raise nonsense("--target", why, spoken.words)
    if read.percent and read.signed:
        return Target(change=read.value)
    return Target(read.value, unit=read.unit)


def _told(
    said: Measure | None, target: Target | None, baseline: NumberReading | None, period: Period | None
) -> Kind | None:
    """The kind that what is known comes to, where none was named."""
    if target is not None and (target.low is not None or target.high is not None):
        return Kind.WITHIN
    if said is not None and (said.kind in (Kind.QUOTA, Kind.LEVEL) or (baseline is None and period is None)):
        return said.kind
    if target is None and said is None:
        return None
    if period is not None and (target is None or target.change is None):
        return Kind.QUOTA
    return Kind.LEVEL if baseline is not None or (target is not None and target.change is not None) else Kind.TOTAL


def _fits(options: Mapping[str, str], kind: Kind, words: Words) -> None:
    for option, kinds in _GOES_WITH.items():
        if option in options and kind not in kinds:
            why = words.gettext("it does not go with the kind {kind}.").format(kind=kind_name(kind, words))
            raise nonsense(option, why, words)


def _whole(measure: Measure, target: Target | None, period: Period | None) -> Measure:
    """The measure with what follows from its kind: the direction of a quota, and what a reading of a change is."""
    if measure.kind is Kind.QUOTA:
        direction = (target.direction if target else None) or measure.direction or Direction.AT_LEAST
        return measure._replace(period=period or measure.period, direction=direction, reading=None)
    measure = measure._replace(direction=None, period=None)
    if measure.kind is Kind.LEVEL and period is not None:
        return measure._replace(reading=Reading.PER_PERIOD, period=period, baseline_period=period)
    if measure.change_percent is not None and measure.reading is None:
        return measure._replace(reading=Reading.SPAN if measure.kind is Kind.TOTAL else Reading.LEVEL)
    return measure


def _sense(measure: Measure, words: Words) -> None:
    """Refuse what asks for nothing, or for something that cannot be."""
    kind, target, change = measure.kind, measure.target, measure.change_percent
    stands = measure.baseline or (Decimal(0) if kind is Kind.TOTAL else None)
    below = Decimal(0) if measure.direction is Direction.AT_MOST else _LEAST
    quota = kind is Kind.QUOTA
    low, high = measure.low, measure.high
    refused = (
        (not quota and target is not None and target == stands, "--target", _STANDS),
        (change == 0, "--target", _STANDS),
        (change is not None and measure.baseline is not None and measure.baseline <= 0, "--baseline", _ABOVE_ZERO),
        (quota and target is not None and target < below, "--target", _NOTHING),
        (low is not None and high is not None and low > high, "--target", _LIMITS),
        (quota and change is not None, "--target", _PERIODS),
        (quota and measure.period is Period.YEAR, "--per", _PERIODS),
    )
    for wrong, option, why in refused:
        if wrong:
            raise nonsense(option, words.gettext(why), words)
