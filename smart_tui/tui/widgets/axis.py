"""The axis of days under a chart: which days get a tick, and the labels that fit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rich.cells import cell_len

from smart_tui.i18n import Words

FINEST = 400
"""Longest span in days that may have ticks finer than months."""
GAP = 2
"""Blank cells between two labels, at least."""


def day_labels(
    first: date, last: date, width: int, words: Words, today: date, named: Sequence[tuple[date, str]] = ()
) -> tuple[set[int], str]:
    """Columns with a tick, and one line of labels: the first and the last day always, then the `named` days
    between them, and the finest of days, weeks, months, quarters or years that leaves the labels apart."""
    days = max((last - first).days, 1)

    def column(day: date) -> int:
        return ((day - first).days * (width - 1) * 2 + days) // (days * 2)

    row = _Row(width)
    row.put(0, words.date_short(first, today))
    end = words.date_short(last, today)
    if last > first:
        row.put(max(width - cell_len(end), 0), end, tick=width - 1)
    for day, text in named:
        if first < day < last:
            at = column(day)
            row.put(max(min(at - cell_len(text) // 2, width - cell_len(text)), 0), text, tick=at)
    for marks, name in _candidates(first, last, words, today):
        wanted = [(column(day), name(day)) for day in marks if first < day < last]
        if wanted and row.apart(wanted):
            for at, text in wanted:
                row.put(at, text)
            break
    return row.ticks, row.text()


class _Row:
    """A line of labels that keep their distance."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.taken: list[tuple[int, str]] = []
        self.ticks: set[int] = set()

    def put(self, at: int, text: str, tick: int | None = None) -> None:
        """Set a label if there is room for it."""
        end = at + cell_len(text)
        if end <= self.width and all(end + GAP <= a or b + GAP <= at for a, b in self._places()):
            self.taken.append((at, text))
            self.ticks.add(at if tick is None else tick)

    def _places(self) -> list[tuple[int, int]]:
        return [(at, at + cell_len(text)) for at, text in self.taken]

    @staticmethod
    def apart(wanted: list[tuple[int, str]]) -> bool:
        """Whether labels at these columns leave a gap between each two."""
        return all(a + cell_len(text) + GAP <= b for (a, text), (b, _) in pairwise(wanted))

    def text(self) -> str:
        line = ""
        for at, text in sorted(self.taken):
            line += " " * (at - cell_len(line)) + text
        return line


Naming = Callable[[date], str]


def _candidates(first: date, last: date, words: Words, today: date) -> Iterator[tuple[Iterable[date], Naming]]:
    def short(day: date) -> str:
        return words.date_short(day, day)

    def month(day: date) -> str:
        return str(day.year) if day.month == 1 and first.year != last.year else words.month_short(day)

    days = (last - first).days
    if days <= FINEST:
        for step in (1, 7, 14):
            yield [first + timedelta(days=n) for n in range(step, days, step)], short
    for months in (1, 2, 3, 6):
        yield _months(first, last, months), month
    for years in (1, 2, 5, 10, 25, 100):
        yield _months(first, last, 12 * years), lambda day: str(day.year)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """The first days of every `step`th month between two days."""
    count = first.year * 12 + first.month - 1
    count += -count % step
    while count // 12 <= min(last.year, date.max.year):
        day = date(count // 12, count % 12 + 1, 1)
        if day > last:
            return
        yield day
        count += step
