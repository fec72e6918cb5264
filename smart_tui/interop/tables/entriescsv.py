"""Entries as a table of text: one row for each, numbers as numbers, and no cell that a spreadsheet would compute."""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Entry, Goal
from smart_tui.domain.transfer import Contents
from smart_tui.interop.tables.formulas import disarmed

COLUMNS = (
    "goal",
    "goal_uuid",
    "title",
    "date",
    "state",
    "value",
    "unit",
    "counts",
    "note",
    "source",
    "source_id",
    "recorded_at",
    "uuid",
)
"""The names in the first row; the same in every language, so that a script or an import knows them."""
BOM = "\ufeff"


class Separators(NamedTuple):
    """What stands between cells and before decimals; a spreadsheet that takes its own needs the mark in front."""

    cell: str = ","
    decimal: str = "."
    mark: bool = False


PLAIN = Separators()
LOCAL: Mapping[str, Separators] = {
    "en": Separators(mark=True),
    "da": Separators(";", ",", True),
    "sv": Separators(";", ",", True),
}
"""By language, what its spreadsheets read without asking."""


def entry_rows(contents: Contents, separators: Separators = PLAIN) -> Iterator[str]:
    """The lines of the table, the names of the columns first; entries by goal, day and order of recording."""
    lines = _Lines()
    writer = csv.writer(lines, delimiter=separators.cell, lineterminator="\n")
    writer.writerow(COLUMNS)
    yield BOM + lines.line if separators.mark else lines.line
    goals = {goal.id: goal for goal in contents.goals}
    for entry in sorted(contents.entries, key=lambda each: (goals[each.goal_id].no, each.on, each.id)):
        writer.writerow(_cells(entry, goals[entry.goal_id], separators.decimal))
        yield lines.line


class _Lines:
    """A file of one line: the one written last."""

    line = ""

    def write(self, line: str) -> None:
        self.line = line


def _cells(entry: Entry, goal: Goal, decimal: str) -> tuple[str, ...]:
    measure = goal.measure_on(entry.on)
    texts = (measure.unit if measure else "", entry.note, entry.source, entry.source_id)
    unit, note, source, source_id = (disarmed(text) for text in texts)
    return (
        str(goal.no),
        goal.uuid,
        disarmed(goal.title),
        entry.on.isoformat(),
        entry.state.value,
        _number(entry.value, decimal),
        unit,
        "" if entry.counts is None else " ".join(map(str, entry.counts)),
        note,
        source,
        source_id,
        _instant(entry.recorded_at),
        entry.uuid,
    )


def _number(value: Decimal | None, decimal: str) -> str:
    return "" if value is None else format(value, "f").replace(".", decimal)


def _instant(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat().replace("+00:00", "Z")
