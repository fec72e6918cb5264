"""The files one may name: what is in the folder that is being typed, and how far a name is clear."""

import os
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

KNOWN = (".zip", ".csv", ".tsv", ".json", ".jsonl", ".bb", ".db", ".txt")
"""What the names of files end in that are likely to be brought in."""
MOST = 2000


class Entry(NamedTuple):
    """A file or folder: its name, bytes, and the day it was changed."""

    name: str
    folder: bool
    size: int
    changed: date | None


def divided(typed: str) -> tuple[str, str]:
    """What is typed as the folder in front of the last name, as it was typed, and the beginning of that name."""
    folder, name = os.path.split(typed)
    return (folder + os.sep if folder and not folder.endswith(os.sep) else folder), name


def real(typed: str) -> str:
    """The path that is meant by what is typed."""
    return os.path.abspath(os.path.expanduser(typed or os.curdir))


def brief(path: str) -> str:
    """A path as people write it: "~" for the home folder, in front of what is in that."""
    home = os.path.expanduser("~").rstrip(os.sep)
    under = bool(home) and (path == home or path.startswith(home + os.sep))
    return "~" + path[len(home) :] if under else path


def begun_anew(typed: str, given: str) -> str:
    """What is typed, without the folder that was given where a whole path was typed or pasted behind that."""
    added = typed.removeprefix(given)
    anew = added != typed and (os.path.isabs(added) or added.startswith("~" + os.sep))
    return added if anew else typed


def offered(typed: str) -> Sequence[Entry]:
    """What can stand where one types: files that are likely to be meant, the newest first, then folders, then others.

    Hidden ones come only where a full stop begins the name. A folder that cannot be read offers nothing.
    """
    folder, begun = divided(typed)
    found: list[Entry] = []
    try:
        with os.scandir(real(folder)) as entries:
            for each in entries:
                if _fits(each.name, begun):
                    found.append(_entry(each))
                if len(found) >= MOST:
                    break
    except (OSError, ValueError):
        return ()
    return sorted(found, key=_order)


def completed(typed: str, entries: Sequence[Entry]) -> str:
    """What is typed, as far as all that is offered goes on alike; a folder that is clear ends in its separator."""
    folder, begun = divided(typed)
    names = [each.name for each in entries]
    if not names:
        return typed
    if len(names) == 1:
        return folder + names[0] + (os.sep if entries[0].folder else "")
    first, last = min(names, key=str.casefold), max(names, key=str.casefold)
    common = 0
    for one, two in zip(first.casefold(), last.casefold(), strict=False):
        if one != two:
            break
        common += 1
    return folder + first[:common] if common > len(begun) else typed


def _fits(name: str, begun: str) -> bool:
    if name.startswith(".") and not begun.startswith("."):
        return False
    return name.casefold().startswith(begun.casefold())


def _entry(each: "os.DirEntry[str]") -> Entry:
    try:
        found = each.stat()
        return Entry(each.name, each.is_dir(), found.st_size, date.fromtimestamp(found.st_mtime))
    except (OSError, ValueError, OverflowError):
        return Entry(each.name, False, 0, None)


def _order(each: Entry) -> tuple[int, int, str]:
    known = not each.folder and each.name.casefold().endswith(KNOWN)
    newest = -(each.changed or date.min).toordinal() if known else 0
    return 0 if known else 1 if each.folder else 2, newest, each.name.casefold()
