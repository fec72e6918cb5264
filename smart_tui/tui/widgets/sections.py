"""The sections of a goal's page: headings that fold, with the things under them."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from smart_tui.i18n import Words
from smart_tui.tui.widgets.lines import Line, Span, padded

MINIMUM = "minimum"
CHILDREN = "children"
ENTRIES = "entries"
PERIODS = "periods"
MILESTONES = "milestones"
ACTIVITIES = "activities"
PLANS = "plans"
CONFIDENCE = "confidence"
VERSIONS = "versions"
ANSWERS = "answers"
EMPTY = "empty"

NAME_WIDTH = 22


class Item(NamedTuple):
    """One thing in a section: its row id or question id as `key`, and the value itself."""

    section: str
    key: int | str
    value: Any


class Section(NamedTuple):
    """A heading and its lines, each drawn only when it is seen. `item` is None for a line that no key acts on."""

    id: str
    title: str
    note: str
    things: int | None
    """How many it holds, for the heading; None where counting them says nothing."""
    length: int
    """How many lines they take."""
    line: Callable[[int], Line]
    item: Callable[[int], Item | None]
    empty: str = ""
    """What a section without things says, and which key adds one."""

    @property
    def lines(self) -> int:
        """How many lines it has when it is open: one that says so where it is empty."""
        return max(self.length, 1 if self.empty else 0)


def section(
    id: str,
    title: str,
    values: Sequence[Any],
    draw: Callable[[Any], Line],
    key: Callable[[Any], int | str],
    *,
    note: str = "",
    empty: str = "",
) -> Section:
    """A section with a line for each of its values, all of which keys act on."""
    return Section(
        id,
        title,
        note,
        len(values),
        len(values),
        lambda at: draw(values[at]),
        lambda at: Item(id, key(values[at]), values[at]) if at < len(values) else None,
        empty,
    )


def written(
    id: str, title: str, rows: Sequence[tuple[Line, Item | None]], *, note: str = "", things: int | None = None
) -> Section:
    """A section of few lines that are drawn already, each with what keys act on, if anything."""
    return Section(
        id,
        title,
        note,
        things,
        len(rows),
        lambda at: rows[at][0],
        lambda at: rows[at][1] if at < len(rows) else None,
    )


def folded(found: Sequence[Section], kept: Sequence[str], words: Words) -> list[Section]:
    """The sections with something in them and those to be `kept`; the others as the lines of one more at the end."""
    full = [one for one in found if one.length or one.id in kept]
    bare = [one for one in found if not one.length and one.id not in kept]
    if not bare:
        return list(found)
    rows: list[tuple[Line, Item | None]] = [
        ((Span(padded(one.title, NAME_WIDTH), "text"), Span(one.empty, "dim")), Item(EMPTY, one.id, None))
        for one in bare
    ]
    note = " · ".join(one.title for one in bare)
    return [*full, written(EMPTY, words.gettext("Nothing yet"), rows, note=note)]
