"""Whether a file without the beginning of a database was one of SQLite's once."""

import os

from smart_tui.store.rescue.pages import USUAL_SIZE

_KINDS = (2, 5, 10, 13)
_MOST_LOST = 60
"""More bytes than these do not lie scattered on a page."""
_HEAD = 8
_BINARY = getattr(os, "O_BINARY", 0)


def holds_pages(path: str) -> bool:
    """Whether any page of the file at `path` begins like one of a database; a text has none. Raises OSError."""
    source = os.open(path, os.O_RDONLY | _BINARY)
    try:
        for at in range(0, os.fstat(source).st_size, USUAL_SIZE):
            os.lseek(source, at, os.SEEK_SET)
            if _begins_a_page(os.read(source, _HEAD)):
                return True
        return False
    finally:
        # Elsewhere left open until the process ends: closing it would drop the locks that SQLite has on the file.
        if os.name == "nt":
            os.close(source)


def _begins_a_page(head: bytes) -> bool:
    """Whether the numbers at the beginning of a page fit together: what it is, how many cells it has, and where."""
    if len(head) < _HEAD or head[0] not in _KINDS or head[7] > _MOST_LOST:
        return False
    free, cells, content = (int.from_bytes(head[at : at + 2], "big") for at in (1, 3, 5))
    return free < USUAL_SIZE and cells > 0 and _HEAD + 2 * cells <= content <= USUAL_SIZE
