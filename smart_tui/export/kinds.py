"""The formats in which everything can leave, and which of them a path asks for."""

import os
from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """A format, by the word that stands for it."""

    JSON = "json"
    """Our own document, out of which everything comes back."""
    CSV = "csv"
    """The entries as a table."""
    MARKDOWN = "md"
    """Goals, reviews and journal as pages: a folder of them, or one after the other."""
    CALENDAR = "ics"
    JRNL = "jrnl"
    TASKWARRIOR = "taskwarrior"


ENDINGS: Mapping[str, Kind] = {
    ".json": Kind.JSON,
    ".csv": Kind.CSV,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".ics": Kind.CALENDAR,
    ".ical": Kind.CALENDAR,
}
"""What a file's ending asks for; the format of Taskwarrior ends as our own does, and jrnl's JSON."""
_TEXT = ".txt"


def kind_of(path: str) -> Kind | None:
    """The format that the ending of a path asks for, or None."""
    return ENDINGS.get(os.path.splitext(path)[1].lower())


def makes_folder(kind: Kind, path: str) -> bool:
    """Whether a path is that of a folder to fill: that of pages, unless it ends as one page does."""
    return kind is Kind.MARKDOWN and (path.endswith(os.sep) or os.path.isdir(path) or kind_of(path) is not kind)


def ending(kind: Kind) -> str:
    """How the name of a file of this format ends; empty for a folder of pages, and for jrnl that of what it imports."""
    return {Kind.CSV: ".csv", Kind.CALENDAR: ".ics", Kind.MARKDOWN: "", Kind.JRNL: _TEXT}.get(kind, ".json")


def wants_text(kind: Kind, path: str) -> bool:
    """Whether a path asks for jrnl's own text rather than for JSON, which jrnl writes and does not import."""
    return kind is Kind.JRNL and path.lower().endswith(_TEXT)
