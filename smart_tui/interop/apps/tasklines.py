"""The tasks of an export, and where each stands in the file: an array of them, or one a line."""

from collections.abc import Callable, Iterator

from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.interop.textfile import parsed

TASKS = 50_000
"""So many tasks one file may hold."""
Place = Callable[[object], int]
"""Gives the line on which something of a task stands, from 1; 0 where that cannot be told."""


def tasks(text: str, path: str) -> Iterator[tuple[Place, object]]:
    """Each task with a way to find its line; a line that is no JSON is given as it stands.

    Raises UnreadableFileError.
    """
    if text.lstrip()[:1] == "[":
        yield from _of_array(text, path)
        return
    count = 0
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip().removesuffix(",")
        if written:
            count += 1
            if count > TASKS:
                raise UnreadableFileError("too_many_rows", path=path, limit=TASKS)
            try:
                value = parsed(written, path)
            except UnreadableFileError:
                value = written
            yield _at(number), value


def _of_array(text: str, path: str) -> Iterator[tuple[Place, object]]:
    found = parsed(text, path)
    if not isinstance(found, list):
        raise UnreadableFileError("wrong_format", path=path)
    if len(found) > TASKS:
        raise UnreadableFileError("too_many_rows", path=path, limit=TASKS)

    def line_of(part: object) -> int:
        at = text.find(str(part)[:40]) if isinstance(part, str) and part else -1
        return text.count("\n", 0, at) + 1 if at >= 0 else 0

    for each in found:
        yield line_of, each


def _at(number: int) -> Place:
    return lambda _: number
