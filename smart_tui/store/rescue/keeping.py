"""Keeping a file byte by byte where no backup can be made of it, and putting another under its name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from secrets import token_hex

from smart_tui.domain.backup import Backup
from smart_tui.paths import make_folder, sync_folder
from smart_tui.store.backups.copying import free_name
from smart_tui.store.backups.listing import DAMAGED, PARTIAL, folder_of, stem_of
from smart_tui.store.errors import StoreError

REPLACED = "replaced"
"""What the name of a file says that was kept as it was, is not damaged, and holds nothing to make a backup of."""
BESIDE = ("-journal", "-wal")
"""What the names of files end in that SQLite left beside a database, and that belong to what it holds."""
_BLOCK = 4096
_BINARY = getattr(os, "O_BINARY", 0)


def keep_as_it_is(path: str, now: datetime, linked: bool = False, word: str = DAMAGED) -> Backup | None:
    """Keep every byte of the file at `path`, and of what lies beside it, with the backups; None for one without bytes.

    `linked`: the file is about to lose its name, so another name will do; `word` stands in that. Parts that the disk
    does not give are kept as zeros. Raises StoreError backup_failed.
    """
    try:
        if not os.path.exists(path) or os.stat(path).st_size == 0:
            return None
        folder = folder_of(path)
        make_folder(folder)
        at = now.astimezone(UTC)
        kept = free_name(folder, f"{stem_of(path)}-{at:%Y%m%dT%H%M%SZ}-{word}")
        for ending in BESIDE:
            if os.path.exists(path + ending):
                copy_bytes(path + ending, kept + ending)
        if not (linked and _link(path, kept)):
            copy_bytes(path, kept)
        sync_folder(folder)
        return Backup(kept, word, {}, at, os.stat(kept).st_size, listed=False)
    except OSError as error:
        raise StoreError("backup_failed", path=folder_of(path)) from error


def forget_kept(kept: str) -> None:
    """Take away what was kept for something that was not done after all."""
    for ending in ("", *BESIDE):
        with suppress(FileNotFoundError):
            os.unlink(kept + ending)


def put_in_place(ready: str, path: str) -> None:
    """Give the finished file `ready` the name `path`, with nothing beside it; raises OSError."""
    with fresh_name(path) as near:
        try:
            os.rename(ready, near)
        except OSError:
            # The backups lie on another disk.
            copy_bytes(ready, near)
        # What SQLite left beside the old file would be taken for changes of the new one.
        for ending in BESIDE:
            with suppress(FileNotFoundError):
                os.unlink(path + ending)
        sync_folder(os.path.dirname(path))
        os.replace(near, path)
        sync_folder(os.path.dirname(path))


@contextmanager
def fresh_name(path: str) -> Iterator[str]:
    """The name of a new empty file near `path` for its owner only; whatever has that name afterwards is taken away.

    What a process leaves that is killed meanwhile is known by its name, and cleared later.
    """
    partial = f"{path}-{token_hex(4)}.{os.getpid()}{PARTIAL}"
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        os.chmod(partial, 0o600)
        yield partial
    finally:
        for ending in ("", *BESIDE):
            with suppress(FileNotFoundError):
                os.unlink(partial + ending)


def _link(path: str, kept: str) -> bool:
    try:
        os.link(path, kept)
        os.chmod(kept, 0o600)
    except OSError:
        return False
    return True


def copy_bytes(path: str, copy: str) -> None:
    """Copy what can be read of a file, for its owner only, so that it lasts; what cannot is zeros. Raises OSError."""
    source = os.open(path, os.O_RDONLY | _BINARY)
    target = os.open(copy, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | _BINARY, 0o600)
    try:
        os.chmod(copy, 0o600)
        size = os.fstat(source).st_size
        for at in range(0, size, _BLOCK):
            _write(target, _read(source, at, min(_BLOCK, size - at)))
        os.fsync(target)
    except BaseException:
        os.unlink(copy)
        raise
    finally:
        os.close(target)
        # Elsewhere left open until the process ends: closing it would drop the locks that SQLite has on the file.
        if os.name == "nt":
            os.close(source)


def _read(source: int, at: int, length: int) -> bytes:
    """So many bytes, zeros for those that the disk does not give."""
    data = b""
    for _ in range(2):
        with suppress(OSError):
            os.lseek(source, at, os.SEEK_SET)
            data = os.read(source, length)
            break
    return data + bytes(length - len(data))


def _write(target: int, data: bytes) -> None:
    while data:
        data = data[os.write(target, data) :]
