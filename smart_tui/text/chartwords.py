"""One sentence for every chart, that says what it shows."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.forecast import Forecast
from smart_tui.domain.goal import Confidence, Goal, Measure, Period, PeriodVerdict
from smart_tui.i18n import Words
from smart_tui.text.distance import date_said, ends_said
from smart_tui.text.fullstop import one_full_stop
from smart_tui.text.labels import periods_counted

Points = Sequence[tuple[date, Decimal]]


def chart_sentence(
    goal: Goal,
    actual: Points,
    expected: Points,
    words: Words,
    forecast: Forecast | None = None,
    today: date | None = None,
) -> str:
    """What the curve shows: from its first value to its last, where the line ends, and the forecast if one is drawn.

    With `today` given, days of its year are said without the year.
    """
    measure = goal.measure
    if not actual:
        return words.gettext("Nothing to draw yet: the first entry starts the line.")
    (first_on, first), (last_on, last) = actual[0], actual[-1]
    if first_on == last_on:
        said = words.gettext("{end} on {last}.")
        if expected:
            said = words.gettext("{end} on {last}; the line runs to {target} on {by}.")
    else:
        said = words.gettext("From {start} on {first} to {end} on {last}.")
        if expected:
            said = words.gettext("From {start} on {first} to {end} on {last}; the line runs to {target} on {by}.")
    target_on, target = expected[-1] if expected else (last_on, last)
    said = said.format(
        start=_amount(first, measure, words),
        first=_day(first_on, today, words),
        end=_amount(last, measure, words),
        last=_day(last_on, today, words),
        target=_amount(target, measure, words),
        by=_day(target_on, today, words),
    )
    if forecast is not None and today is not None:
        said = f"{said} {forecast_sentence(forecast, today, words)}"
    return said


def forecast_sentence(forecast: Forecast, today: date, words: Words) -> str:
    """What the cone of a forecast shows."""
    earliest = date_said(forecast.earliest, today, words)
    if forecast.latest is None:
        return words.gettext("The forecast reaches the target on {day} at the earliest, and has no end.").format(
            day=earliest
        )
    if forecast.latest <= forecast.earliest:
        return words.gettext("The forecast reaches the target about {day}.").format(day=earliest)
    first, last = ends_said(forecast.earliest, forecast.latest, today, words)
    return words.gettext("The forecast reaches the target between {first} and {last}.").format(first=first, last=last)


def calendar_sentence(found: Sequence[PeriodVerdict], period: Period, today: date, words: Words) -> str:
    """The strip or calendar of periods counted: "28 weeks: 21 met, 5 not met, 2 unknown; one still running." """
    met, missed, unknown, excused, running = tally(found, today)
    counted = (
        (met, words.ngettext("{n} met", "{n} met", met)),
        (missed, words.ngettext("{n} not met", "{n} not met", missed)),
        (unknown, words.ngettext("{n} unknown", "{n} unknown", unknown)),
        (excused, words.ngettext("{n} that does not count", "{n} that do not count", excused)),
    )
    counts = ", ".join(said.format(n=words.number(count)) for count, said in counted if count)
    if not counts:
        return words.gettext("The first period is still running.") if running else words.gettext("No period yet.")
    said = words.gettext("{periods}: {counts}.")
    if running:
        said = words.gettext("{periods}: {counts}; one more is still running.")
    return said.format(periods=periods_counted(met + missed + unknown + excused, period, words), counts=counts)


def tally(found: Sequence[PeriodVerdict], today: date) -> tuple[int, int, int, int, bool]:
    """Periods met, not met, unknown and not counted (excused, paused, at an edge), and whether one is still open.

    A running period that is met already counts as met.
    """
    met = missed = unknown = excused = 0
    running = False
    for verdict in found:
        if verdict.met:
            met += 1
        elif verdict.met is None and verdict.last >= today:
            running = True
        elif not verdict.judged:
            excused += 1
        elif verdict.met is None:
            unknown += 1
        else:
            missed += 1
    return met, missed, unknown, excused, running


def ratings_sentence(ratings: Points, today: date, words: Words) -> str:
    """What the five levels show: the first rating and the last."""
    if not ratings:
        return words.gettext("Not rated yet; 0 is the goal.")
    (first_on, first), (last_on, last) = ratings[0], ratings[-1]
    level, day = words.number(last, sign=True), date_said(last_on, today, words)
    if len(ratings) == 1:
        return words.gettext("Rated {level} on {day}; 0 is the goal.").format(level=level, day=day)
    said = words.ngettext(
        "Rated {n} time: {first} on {first_day}, now {level} on {day}; 0 is the goal.",
        "Rated {n} times: {first} on {first_day}, now {level} on {day}; 0 is the goal.",
        len(ratings),
    )
    return said.format(
        n=words.number(len(ratings)),
        first=words.number(first, sign=True),
        first_day=date_said(first_on, today, words),
        level=level,
        day=day,
    )


def inside_sentence(readings: Points, measure: Measure, words: Words) -> str:
    """What the band of a keep-within goal shows: "9 of 12 readings inside, between 50 and 60 bpm." """
    if not readings:
        return words.gettext("No reading yet: the first one shows where it stands.")
    low, high = measure.low, measure.high
    inside = sum(1 for _, value in readings if (low is None or value >= low) and (high is None or value <= high))
    if low is not None and high is not None:
        said = words.ngettext(
            "{inside} of {n} reading between {low} and {high}.",
            "{inside} of {n} readings between {low} and {high}.",
            len(readings),
        )
    elif low is not None:
        said = words.ngettext(
            "{inside} of {n} reading at {low} or more.", "{inside} of {n} readings at {low} or more.", len(readings)
        )
    else:
        said = words.ngettext(
            "{inside} of {n} reading at {high} or less.", "{inside} of {n} readings at {high} or less.", len(readings)
        )
    unit = measure.unit
    said = said.format(
        inside=words.number(inside),
        n=words.number(len(readings)),
        low="" if low is None else words.figure(low, unit) if high is not None else words.amount(low, unit),
        high="" if high is None else words.amount(high, unit),
    )
    return one_full_stop(said, unit)


def confidence_sentence(series: Sequence[Confidence], today: date, words: Words) -> str:
    """How sure the person was, first and last."""
    if not series:
        return words.gettext("No confidence noted yet.")
    ordered = sorted(series, key=lambda each: (each.on, each.id))
    first, last = ordered[0], ordered[-1]
    day = date_said(last.on, today, words)
    if len(ordered) == 1:
        return words.gettext("Sure {value} of 10 on {day}.").format(value=last.value, day=day)
    if first.value == last.value:
        said = words.gettext("Sure {value} of 10 on {day}, as on {first_day}.")
    elif first.value < last.value:
        said = words.gettext("Sure {value} of 10 on {day}, up from {first} on {first_day}.")
    else:
        said = words.gettext("Sure {value} of 10 on {day}, down from {first} on {first_day}.")
    return said.format(value=last.value, day=day, first=first.value, first_day=date_said(first.on, today, words))


def _day(day: date, today: date | None, words: Words) -> str:
    return words.date_long(day) if today is None else date_said(day, today, words)


def _amount(value: Decimal, measure: Measure | None, words: Words) -> str:
    return words.amount(value, measure.unit if measure else "", decimals=2)
