"""Remarks as rows: under a form, or as a column beside it."""

from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from smart_tui.tui.widgets.lines import cut, evened, padded, wrapped

GAP = 2
ROOMY = 56
"""From so many cells on the name of its question always stands beside a remark."""


class Note(NamedTuple):
    """A remark as it is shown: the name of its question, its sentence, and whether one can go to that question."""

    question: str
    sentence: str
    leads: bool = False


class Advice(NamedTuple):
    """All that is shown: the remarks, the most useful first, and an example where the sentence is weak."""

    notes: tuple[Note, ...] = ()
    example: str = ""


class Labels(NamedTuple):
    """What stands beside the remarks: the key that leads to the first of their questions, and the example's name."""

    key: str = ""
    example: str = ""
    short: str = ""
    """The same where there is little room."""


def under(advice: Advice, labels: Labels, width: int, most: int) -> list[Content]:
    """Rows under a form: the first remark, and as many more, the example before them, as wholly fit."""
    first, *others = _with_key(advice.notes)
    indent = max(cell_len(labels.key), cell_len(labels.short)) + 1
    rows = _rows(first, labels, width, indent)
    if len(rows) > most:
        return [_row(labels, first[1], indent, line) for line in wrapped(first[0].sentence, width - indent, most)][
            :most
        ]
    shown = _example(advice.example, labels, width, indent)
    last: list[Content] = shown if len(rows) + len(shown) <= most else []
    for other in others:
        more = _rows(other, labels, width, indent)
        if len(rows) + len(last) + len(more) > most:
            break
        rows += more
    return rows + last


def column(advice: Advice, labels: Labels, width: int) -> list[Content]:
    """Rows of a column: under the name of each question what there is to say, and the example last."""
    rows: list[Content] = []
    for note, leads in _with_key(advice.notes):
        key: list[Content | str] = [Content(labels.key).stylize("bold"), "  "] if leads else []
        name = cut(note.question, width - (cell_len(labels.key) + GAP if leads else 0))
        rows += [Content.assemble(*key, Content(name).stylize("$foreground-muted"))]
        rows += [Content(line) for line in evened(note.sentence, width)]
        rows.append(Content(""))
    if advice.example:
        rows.append(Content(labels.example).stylize("$foreground-muted"))
        rows += [Content(line).stylize("italic") for line in evened(advice.example, width)]
    return rows


def _with_key(notes: tuple[Note, ...]) -> list[tuple[Note, bool]]:
    """The remarks, each with whether the key leads to its question: the first one to which one can go."""
    leading = next((at for at, note in enumerate(notes) if note.leads), -1)
    return [(note, at == leading) for at, note in enumerate(notes)]


def _rows(noted: tuple[Note, bool], labels: Labels, width: int, indent: int) -> list[Content]:
    """A remark: its sentence, and at the right end the name of its question."""
    note, leads = noted
    name = cell_len(note.question)
    lines = evened(note.sentence, width - indent)
    if cell_len(lines[-1]) + GAP + name > width - indent and width >= ROOMY:
        lines = evened(note.sentence, width - indent - GAP - name)
    rows = [_row(labels, leads and not at, indent, line, sign=not at) for at, line in enumerate(lines)]
    if name and cell_len(lines[-1]) + GAP + name <= width - indent:
        gap = " " * (width - indent - cell_len(lines[-1]) - name)
        rows[-1] = Content.assemble(rows[-1], gap, Content(note.question).stylize("$foreground-muted"))
    return rows


def _row(labels: Labels, leads: bool, indent: int, line: str, *, sign: bool = True) -> Content:
    head = labels.key if leads else "◦" if sign else ""
    style = "bold" if leads else "$foreground-muted"
    return Content.assemble(Content(head).stylize(style), " " * (indent - cell_len(head)), line)


def _example(text: str, labels: Labels, width: int, indent: int) -> list[Content]:
    if not text:
        return []
    heads = [padded(labels.short, indent)]
    return [
        Content.assemble(Content(head).stylize("$foreground-muted"), Content(line).stylize("italic"))
        for head, line in zip_longest(heads, wrapped(text, width - indent), fillvalue=" " * indent)
    ]
