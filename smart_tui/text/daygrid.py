"""The words of the day grid: values in few cells, and a sentence for one day."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.daygrid import DayGrid, DayState, GridDay, GridWeek, day_of
from smart_tui.domain.goal import Entry, Kind, Measure
from smart_tui.domain.nps import NPS, Counts
from smart_tui.i18n import N_, Words
from smart_tui.text.distance import distance
from smart_tui.text.echo import level_said, score
from smart_tui.text.history import quoted

SIGNS: Mapping[DayState, str] = {DayState.UNKNOWN: "·", DayState.EXCUSED: "–"}
MET, NOT_MET, OPEN = "✓", "×", "·"

WITHOUT_VALUE: Mapping[DayState, str] = {
    DayState.EXCUSED: N_("excused"),
    DayState.UNKNOWN: N_("nothing recorded"),
    DayState.UNWANTED: N_("nothing is asked for on this day"),
    DayState.PAUSED: N_("the goal rested"),
    DayState.BEFORE: N_("before the goal begins"),
    DayState.AFTER: N_("after the deadline"),
    DayState.COMING: N_("still to come"),
}
"""What a day without a value is, behind its date."""

_THOUSANDS = ((Decimal(1), ""), (Decimal(1000), "k"), (Decimal(10**6), "M"), (Decimal(10**9), "G"))


def brief(value: Decimal, unit: str, cells: int, words: Words) -> str:
    """A value in at most so many cells: "8,400", "8.4k", "8k"; the sentence of the day says it in full."""
    exact = words.figure(value, unit)
    if len(exact) <= cells:
        return exact
    for divisor, letter in _THOUSANDS:
        for decimals in (1, 0):
            said = words.number(value / divisor, decimals=decimals) + letter
            if len(said) <= cells and (abs(value) >= divisor or not letter):
                return said
    return "#" * cells


def day_shown(day: GridDay, measure: Measure | None, cells: int, words: Words) -> str:
    """What a cell of the grid shows."""
    if day.milestones or (day.value is not None and (measure is None or measure.kind is Kind.MILESTONES)):
        return MET
    if day.value is None:
        return SIGNS.get(day.state, "")
    if measure is not None and (measure.kind is Kind.RATING or measure.entered_as == NPS):
        return words.number(day.value, sign=True, decimals=0)
    return brief(day.value, measure.unit if measure else "", cells, words)


def verdict_shown(week: GridWeek, today: date) -> str:
    """The verdict of the period that ends in a week, or how many were met of several; nothing while it runs."""
    verdict = week.verdict
    if verdict is None:
        return f"{week.met}/{week.judged}" if week.judged else ""
    if verdict.met is not None:
        return MET if verdict.met else NOT_MET
    return OPEN if verdict.judged and verdict.last < today else ""


def day_sentence(grid: DayGrid, on: date, today: date, words: Words) -> str:
    """What a day holds, with its notes: "Tue 13 January 2026, 2 days ago: 3 meetings. with Bo"."""
    day, entries = day_of(grid, on), grid.entries.get(on, ())
    named = f"{words.date_full(on)}, {distance(on, today, words)}"
    said = words.gettext("{day}: {what}.").format(day=named, what=_what(grid, day, entries, words))
    notes = [entry.note for entry in entries if entry.note]
    return " ".join([said.replace("..", "."), *("# " + note for note in notes)])


def _what(grid: DayGrid, day: GridDay, entries: Sequence[Entry], words: Words) -> str:
    if day.milestones:
        done = words.gettext(" and ").join(quoted(title, words) for title in day.milestones)
        return words.gettext("{milestone} done").format(milestone=done)
    if day.value is None:
        return words.gettext(WITHOUT_VALUE[day.state])
    measure = grid.goal.measure_on(day.on)
    if measure is None or measure.kind is Kind.MILESTONES:
        return words.pgettext("entry", "done")
    if measure.entered_as == NPS:
        counts = entries[-1].counts if entries else None
        return score(day.value, Counts(*counts) if counts else None, words)
    if measure.kind is Kind.RATING:
        return level_said(day.value, measure, words)
    amount = words.amount(day.value, measure.unit)
    values = [entry.value for entry in entries if entry.value is not None]
    if measure.running and values:
        return words.gettext("{amount}, the count then {count}").format(amount=amount, count=words.number(values[-1]))
    if len(values) < 2:
        return amount
    said = words.ngettext("{amount} from {n} entry", "{amount} from {n} entries", len(values))
    return said.format(amount=amount, n=len(values))
