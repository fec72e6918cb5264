"""A year of periods as on a wall calendar: days in rows of months, weeks in rows of a quarter or half a year, months
and quarters in rows of years. Every sign differs in shape."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby

from rich.cells import cell_len

from smart_tui.domain.calendar import add_days, week_number
from smart_tui.domain.goal import Period, PeriodVerdict
from smart_tui.i18n import Words
from smart_tui.tui.widgets.lines import Line, Span, cut, padded
from smart_tui.tui.widgets.signs import STYLES, verdict_sign

DAYS_OF_MONTH = 31
DAYS_SHOWN = (1, 5, 10, 15, 20, 25, 30)
NARROW_LABEL = 3
"""The cells of a month's name where there is no room for more."""
HALF_YEAR = 26
WEEKS_IN_ROW = ((HALF_YEAR, 8), (13, 8), (13, 6), (8, 6))
"""Weeks of one row, and the cells in front of it: half a year, or less where that is too wide."""
HEADED = {Period.DAY: 1, Period.WEEK: 0, Period.MONTH: 1, Period.QUARTER: 1, Period.YEAR: 0}
"""Lines above the rows of all."""
LINES = {Period.WEEK: 2}
"""Lines of one row, where they are not one: its months stand above a row of weeks."""


def wall(
    found: Sequence[PeriodVerdict],
    period: Period,
    width: int,
    most: int,
    words: Words,
    today: date,
    first_weekday: int = 0,
) -> tuple[Line, ...]:
    """The newest periods in `most` lines of `width` cells at most; empty where not even one row fits."""
    rows = (most - HEADED[period]) // LINES.get(period, 1)
    if not found or rows < 1 or period is Period.YEAR:
        return ()
    if period is Period.DAY:
        return _days(found, width, min(rows, 12), words, today)
    if period is Period.WEEK:
        return _weeks(found, width, rows, words, today, first_weekday)
    return _months(found, period, width, rows, words, today)


def period_strip(verdicts: Sequence[PeriodVerdict], width: int, today: date) -> Line:
    """The newest periods that fit, oldest first, each a sign with a blank behind it."""
    newest = verdicts[-max(width // 2, 1) :]
    return tuple(_sign(verdict, 2, today) for verdict in newest)


def _sign(verdict: PeriodVerdict, width: int, today: date) -> Span:
    sign = verdict_sign(verdict, today)
    return Span(sign + " " * (width - 1), STYLES[sign])


def _newest(
    found: Sequence[PeriodVerdict], row_of: Callable[[PeriodVerdict], tuple[int, int]], rows: int
) -> list[tuple[tuple[int, int], list[PeriodVerdict]]]:
    """The newest rows, oldest first; whatever there are of periods, only those that are drawn are looked at."""
    enough = found[-rows * DAYS_OF_MONTH :]
    grouped = [(key, list(group)) for key, group in groupby(enough, key=row_of)]
    return grouped[-rows:]


def _days(found: Sequence[PeriodVerdict], width: int, rows: int, words: Words, today: date) -> tuple[Line, ...]:
    shown = _newest(found, lambda verdict: (verdict.first.year, verdict.first.month), rows)
    labels = [_month_label(date(*key, 1), at == 0, words) for at, (key, _) in enumerate(shown)]
    gutter = max(cell_len(label) for label in labels) + 2
    if gutter + DAYS_OF_MONTH > width:
        labels = [words.month_short(date(*key, 1))[:NARROW_LABEL] for key, _ in shown]
        gutter = NARROW_LABEL + 1
    if gutter + DAYS_OF_MONTH > width:
        return ()
    cell = 2 if gutter + DAYS_OF_MONTH * 2 <= width else 1
    head = _placed(((gutter + (day - 1) * cell, str(day)) for day in DAYS_SHOWN), width)
    lines: list[Line] = [(Span(head, "dim"),)]
    for label, (_, verdicts) in zip(labels, shown, strict=True):
        spans, at = [Span(padded(label, gutter), "dim")], 1
        for verdict in verdicts:
            spans.append(Span(" " * (verdict.first.day - at) * cell))
            spans.append(_sign(verdict, cell, today))
            at = verdict.first.day + 1
        lines.append(tuple(span for span in spans if span.text))
    return tuple(lines)


def _month_label(month: date, first: bool, words: Words) -> str:
    """A month's short name, with the year where it is not clear from the row above."""
    name = words.month_short(month)
    return f"{name} {month.year}" if first or month.month == 1 else name


def _weeks(
    found: Sequence[PeriodVerdict], width: int, rows: int, words: Words, today: date, first_weekday: int
) -> tuple[Line, ...]:
    fitting = [(count, gutter) for count, gutter in WEEKS_IN_ROW if gutter + 2 * count + count // 4 <= width]
    if not fitting:
        return ()
    count, gutter = fitting[0]

    def row_of(verdict: PeriodVerdict) -> tuple[int, int]:
        year, week = week_number(verdict.first, first_weekday)
        # Half a year has room for the 53rd week that some years have.
        return year, min((week - 1) // count, 1) if count == HALF_YEAR else (week - 1) // count

    lines: list[Line] = []
    year_before = 0
    for (year, part), verdicts in _newest(found, row_of, rows):
        # Where the first weekday changed, a short week may share the number of the one before it.
        weeks: dict[int, list[PeriodVerdict]] = {}
        for verdict in verdicts:
            weeks.setdefault(week_number(verdict.first, first_weekday)[1], []).append(verdict)
        start = part * count + 1
        end = max(min(start + count - 1, 52), *weeks)
        columns = _week_columns(start, end, min(weeks), verdicts[0].first)
        months = _placed(((gutter + at, words.month_short(month)) for _, at, month in columns if month), width)
        label = str(year) if year != year_before else ""
        lines.append((Span(padded(label, gutter) + months[gutter:], "dim"),))
        spans, at = [Span(padded(f"{start}–{end}" if end > start else str(start), gutter), "dim")], 0
        for week, column, _ in columns:
            if week in weeks:
                signs = weeks[week][-2:]
                spans += [Span(" " * (column - at)), *(_sign(one, 2 // len(signs), today) for one in signs)]
                at = column + 2
        lines.append(tuple(span for span in spans if span.text))
        year_before = year
    return tuple(lines)


def _week_columns(start: int, last: int, known: int, known_first: date) -> list[tuple[int, int, date | None]]:
    """Each week of a row with its cell, and its month where it is the first one of it: a week belongs to
    the month of its fourth day. One week is `known` by its first day."""
    found: list[tuple[int, int, date | None]] = []
    before = 0
    at = 0
    for week in range(start, last + 1):
        middle = date.fromordinal(max(known_first.toordinal() + 7 * (week - known) + 3, 1))
        new = middle.month != before
        if new and before:
            at += 1
        found.append((week, at, middle if new else None))
        before = middle.month
        at += 2
    return found


def _placed(labels: Iterable[tuple[int, str]], width: int) -> str:
    """Texts at their cells in one line; one that would touch the next is left out."""
    line = ""
    wanted = list(labels)
    for (at, text), (following, _) in zip(wanted, [*wanted[1:], (width + 1, "")], strict=True):
        if at >= cell_len(line) and at + cell_len(text) < following:
            line += " " * (at - cell_len(line)) + text
    return line


def _months(
    found: Sequence[PeriodVerdict], period: Period, width: int, rows: int, words: Words, today: date
) -> tuple[Line, ...]:
    step = 1 if period is Period.MONTH else 3
    names = [words.month_short(date(2000, month, 1)) for month in range(1, 13, step)]
    gutter = 6
    cell = min(max(cell_len(name) for name in names) + 2, max((width - gutter) // len(names), 2))
    lines: list[Line] = [(Span(" " * gutter + "".join(padded(cut(n, cell - 1), cell) for n in names), "dim"),)]
    for (year, _), verdicts in _newest(found, lambda verdict: (verdict.first.year, 0), rows):
        spans, at = [Span(padded(str(year), gutter), "dim")], 0
        for verdict in verdicts:
            place = (verdict.first.month - 1) // step
            spans += [Span(" " * (place - at) * cell), _sign(verdict, cell, today)]
            at = place + 1
        lines.append(tuple(span for span in spans if span.text))
    return tuple(lines)


def week_strip(amounts: Sequence[tuple[date, str]], width: int, words: Words) -> tuple[Line, ...]:
    """The days of one week with what was entered on each: names above, amounts below; empty where it does not fit."""
    cell = max((max(cell_len(text), cell_len(words.weekday_short(day))) for day, text in amounts), default=0) + 2
    if not amounts or cell * len(amounts) > width:
        return ()
    names = "".join(padded(words.weekday_short(day), cell) for day, _ in amounts)
    values = "".join(padded(text, cell) for _, text in amounts)
    return (Span(names.rstrip(), "dim"),), (Span(values.rstrip(), "text"),)


def days_of_week(first: date) -> tuple[date, ...]:
    """The seven days from the first day of a week on; the calendar's last week is shorter."""
    return tuple(dict.fromkeys(add_days(first, offset) for offset in range(7)))
