"""The formats that can be read, which of them a file is in, and the one way to read any of them.

A module of a format has `FORMAT`, `recognises(name, head)` and `read(path, asked)`. For a folder, `name` ends with
"/" and `head` is the names in it, one a line; for a file `head` is its first bytes.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple, cast

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.textfile import HEAD, failed, guessed_encoding
from smart_tui.store.connection import APPLICATION_ID, identity

_OF_DATABASE = ("", "-journal", "-wal", "-shm")
"""What the names of a database and its journals end in."""
_DATABASE, _APPLICATION_AT = b"SQLite format 3\x00", 68
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers")
_IN_SPREADSHEETS = (b"application/vnd.oasis.opendocument.spreadsheet", b"xl/workbook.")
MEMBERS = 1000
"""Names of a folder by which its format is recognised."""


class Source(NamedTuple):
    """A format: the word that stands for it, and the module that reads it."""

    format: str
    module: str


SOURCES: tuple[Source, ...] = (
    Source("smart-tui", "own.document"),
    Source("entries", "tables.entriesin"),
    Source("loop-db", "trackers.loopdb"),
    Source("tickmate", "trackers.tickmate"),
    Source("rewire", "trackers.rewire"),
    Source("loop", "trackers.loop"),
    Source("habitbull", "trackers.habitbull"),
    Source("beeminder", "trackers.beeminder"),
    Source("taskwarrior", "apps.taskwarrior"),
    Source("jrnl", "apps.jrnl"),
    Source("harsh", "trackers.harsh"),
    Source("table", "tables.table"),
)
"""In the order in which they are asked whether a file is theirs: what is sure of itself first, any table last."""


def formats() -> tuple[str, ...]:
    """The words that `read` takes for a format."""
    return tuple(each.format for each in SOURCES if _is_there(each))


def spare_own(path: str, db: str) -> None:
    """Raise UnreadableFileError own_file or own_folder where `path` is the database file `db` of the program itself,
    one that belongs to it, or a folder that holds one; own_database or spreadsheet where it comes in another way.

    To be asked before anything opens it: closing it again would drop the locks that SQLite holds on it.
    """
    own = {found for end in _OF_DATABASE if (found := identity(db + end)) is not None}
    try:
        if identity(path) in own or os.path.realpath(path) in {os.path.realpath(db + end) for end in _OF_DATABASE}:
            raise UnreadableFileError("own_file", path=path)
        if os.path.isdir(path) and any(identity(each) in own for each in _within(path)):
            raise UnreadableFileError("own_folder", path=path)
    except (OSError, ValueError) as error:
        raise failed(error, path) from error
    _refuse_known(path, *_look(path))


def recognise(path: str) -> str:
    """The format of the file or folder at `path`; raises UnreadableFileError, also where it is none of them."""
    name, head = _look(path)
    for source in SOURCES:
        if _is_there(source) and _recognises(source)(name, head):
            return source.format
    if not name.endswith("/") and not head:
        raise UnreadableFileError("empty", path=path)
    text = name.endswith("/") or guessed_encoding(head)
    raise UnreadableFileError("unknown_format" if text else "not_text", path=path)


def read(path: str, asked: Asked, format: str = "") -> Found:
    """What the file or folder at `path` holds, in the format named or the one it is recognised as.

    Raises UnreadableFileError.
    """
    chosen = format or recognise(path)
    source = next((each for each in SOURCES if each.format == chosen and _is_there(each)), None)
    if source is None:
        raise UnreadableFileError("no_such_format", format=chosen, formats=", ".join(formats()))
    reading = cast(Callable[[str, Asked], Found], import_module(_name(source)).read)
    try:
        return reading(path, asked)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise failed(error, path) from error
        raise
    except (MemoryError, RecursionError):
        raise UnreadableFileError("too_many", path=path, limit=0) from None


def _look(path: str) -> tuple[str, bytes]:
    """The name of what is at `path`, and its first bytes."""
    try:
        if os.path.isdir(path):
            return os.path.basename(os.path.abspath(path)) + "/", "\n".join(_members(path)).encode("utf-8", "replace")
        if not os.path.isfile(path):
            raise UnreadableFileError("not_a_file" if os.path.exists(path) else "no_file", path=path)
        with open(path, "rb") as file:
            return os.path.basename(path), file.read(HEAD)
    except (OSError, ValueError) as error:
        raise failed(error, path) from error


def _refuse_known(path: str, name: str, head: bytes) -> None:
    """Raise UnreadableFileError own_database or spreadsheet for what comes in another way."""
    if name.endswith("/"):
        return
    if head.startswith(_DATABASE) and head[_APPLICATION_AT:][:4] == APPLICATION_ID.to_bytes(4, "big"):
        raise UnreadableFileError("own_database", path=path)
    of_office = name.lower().endswith(_SPREADSHEETS) and head.startswith((_ZIP, _OLE))
    if of_office or (head.startswith(_ZIP) and any(sign in head for sign in _IN_SPREADSHEETS)):
        raise UnreadableFileError("spreadsheet", path=path)


def _members(path: str) -> Sequence[str]:
    with os.scandir(path) as entries:
        return sorted(entry.name for entry, _ in zip(entries, range(MEMBERS), strict=False))


def _within(path: str) -> Iterator[str]:
    """The files of a folder and of the folders in it, as far as they could be read for an export."""
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                with os.scandir(entry.path) as inner:
                    yield from (each.path for each in inner if each.is_file(follow_symlinks=False))
            elif entry.is_file(follow_symlinks=False):
                yield entry.path


def _recognises(source: Source) -> Callable[[str, bytes], bool]:
    return cast(Callable[[str, bytes], bool], import_module(_name(source)).recognises)


def _name(source: Source) -> str:
    return f"smart_tui.interop.{source.module}"


def _is_there(source: Source) -> bool:
    return find_spec(_name(source)) is not None
