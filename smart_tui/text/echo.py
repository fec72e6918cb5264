"""What was read from something typed, said back before it is saved."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from smart_tui.domain.checkin import Effect, next_milestone
from smart_tui.domain.goal import Combine, Goal, Kind, Measure
from smart_tui.domain.measure import RATINGS, default_combine
from smart_tui.domain.nps import NPS, Counts, answers, margin
from smart_tui.i18n import Words
from smart_tui.text.distance import distance
from smart_tui.text.history import quoted


class ReadEntry(Protocol):
    """A check-in as it was read: day, mode ("add", "set", "change", "done", "excused", "reset"), value, note."""

    @property
    def on(self) -> date:
        """The day it is for."""

    @property
    def mode(self) -> str:
        """What it does to the day."""

    @property
    def value(self) -> Decimal | None:
        """The number, None for an excuse."""

    @property
    def note(self) -> str:
        """What stood behind the #."""

    @property
    def counts(self) -> Counts | None:
        """What a net promoter score was counted from."""


def echo_number(value: Decimal | int, words: Words, unit: str = "") -> str:
    """A number in full, with its unit if there is one: "10,000", "1:30 h"."""
    return words.amount(value, unit)


def echo_date(day: date, today: date, words: Words) -> str:
    """Weekday, full date and distance: "Wed 15 July 2026, in 181 days"."""
    return f"{words.date_full(day)}, {distance(day, today, words)}"


def echo_entry(reading: ReadEntry, goal: Goal, words: Words, effect: Effect | None = None) -> str:
    """What a check-in will record and for which day: "+3 meetings, Wed 14 January 2026: with Bo".

    `effect` is what it does to its day; with it follows what one may not have thought of, as that the day
    then holds 5, or lies before the goal's start.
    """
    said = f"{_deed(reading, goal, words, effect)}, {words.date_full(reading.on)}"
    said = f"{said}: {reading.note}" if reading.note else said
    return " · ".join([said, *_beside(reading, goal, effect, words)]) if effect else said


def score(value: Decimal, counts: Counts | None, words: Words) -> str:
    """A net promoter score with its 95 % margin: "NPS +45, give or take 32, from 20 answers"."""
    points = words.number(value, sign=True, decimals=0)
    if counts is None:
        return words.gettext("NPS {points}").format(points=points)
    count, off = answers(counts), margin(counts)
    if off is None:
        said = words.ngettext("NPS {points}, from {n} answer", "NPS {points}, from {n} answers", count)
        return said.format(points=points, n=words.number(count))
    said = words.ngettext(
        "NPS {points}, give or take {margin}, from {n} answer",
        "NPS {points}, give or take {margin}, from {n} answers",
        count,
    )
    return said.format(points=points, margin=words.number(off, decimals=0), n=words.number(count))


def level_said(value: Decimal, measure: Measure, words: Words) -> str:
    """A rating with the person's own words for it: "+1: speaks up unasked"."""
    said = words.number(value, sign=True)
    at = RATINGS.index(int(value)) if value in RATINGS else len(RATINGS)
    described = measure.levels[at] if at < len(measure.levels) else ""
    return words.gettext("{level}: {text}").format(level=said, text=described) if described else said


def _deed(reading: ReadEntry, goal: Goal, words: Words, effect: Effect | None) -> str:
    measure = goal.measure_on(reading.on)
    if reading.mode == "excused":
        return words.gettext("excused")
    if reading.mode == "done" or reading.value is None:
        coming = next_milestone(goal.milestones) if measure is None or measure.kind is Kind.MILESTONES else None
        if coming is not None:
            return words.gettext("{milestone} done").format(milestone=quoted(coming.title, words))
        return words.pgettext("entry", "done")
    unit = measure.unit if measure else ""
    if reading.mode == "reset":
        return words.gettext("the count begins anew at {amount}").format(amount=words.amount(reading.value, unit))
    if measure is not None and measure.running and effect is not None and effect.reading is not None:
        return _count(effect.reading, effect.adds, measure, words)
    if measure is not None and measure.entered_as == NPS:
        return score(reading.value, reading.counts, words)
    if measure is not None and measure.kind is Kind.RATING:
        return level_said(reading.value, measure, words)
    adds = measure is not None and default_combine(measure) is Combine.ADD and not measure.running
    if reading.mode == "set":
        amount = words.amount(reading.value, unit)
        return words.gettext("the day set to {amount}").format(amount=amount) if adds else amount
    amount = words.amount(reading.value, unit, sign=adds or reading.mode == "change")
    if adds or reading.mode != "change" or effect is None or effect.reading is None:
        return amount
    return words.gettext("{change}, to {amount}").format(change=amount, amount=words.amount(effect.reading, unit))


def _count(count: Decimal, adds: Decimal | None, measure: Measure, words: Words) -> str:
    """A running count and what it adds: "4,812 followers is 37 more than last time"."""
    shown = words.amount(count, measure.unit)
    if adds is None:
        return words.gettext("the count begins at {amount}").format(amount=shown)
    if not adds:
        return words.gettext("{amount}, as last time").format(amount=shown)
    said = words.gettext("{count} is {amount} more than last time")
    if adds < 0:
        said = words.gettext("{count} is {amount} less than last time")
    return said.format(count=shown, amount=words.figure(abs(adds), measure.unit))


def _beside(reading: ReadEntry, goal: Goal, effect: Effect, words: Words) -> list[str]:
    """What the entry means beside what it says; empty for the common case."""
    measure = goal.measure_on(reading.on)
    unit = measure.unit if measure else ""
    summed = measure is not None and default_combine(measure) is Combine.ADD and not measure.running
    said = []
    if effect.before is not None and reading.mode == "excused":
        said.append(words.gettext("what is recorded that day counts all the same"))
    elif effect.before and reading.mode == "done":
        said.append(words.gettext("the day holds {amount} already").format(amount=words.amount(effect.before, unit)))
    elif summed and effect.before is not None and effect.after is not None and reading.mode in ("add", "change"):
        said.append(words.gettext("{amount} that day").format(amount=words.amount(effect.after, unit)))
    if effect.early is not None:
        day = words.date_long(effect.early)
        said.append(words.gettext("before the goal begins on {day}").format(day=day))
    return said
