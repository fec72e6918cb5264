"""A disk as it could look after a power cut: what was not synced may be there, may be missing, or be there in part.

It is fed with what the library wrote down. A file's content lasts once the file is synced, its name once its folder is:
less than most file systems promise.
"""

import os
import random
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
KEPT, TORN = 0.4, 0.2
"""How likely a write that was not synced is there wholly, or in some of its sectors."""


class Operation(NamedTuple):
    """One thing done: W(rite), T(runcate), S(ync), D (a folder synced), C(reate), U(nlink), R(ename), L(ink), M (a
    folder made), A(cknowledged)."""

    what: str
    path: str
    inode: int
    offset: int
    data: bytes


def read_trace(path: Path) -> list[Operation]:
    """What was done, in order."""
    raw, at, found = path.read_bytes(), 0, []
    while at < len(raw):
        what = chr(raw[at])
        (length,) = struct.unpack_from("<H", raw, at + 1)
        at += 3
        name = raw[at : at + length].decode()
        inode, offset, size = struct.unpack_from("<QqI", raw, at + length)
        at += length + 20
        found.append(Operation(what, name, inode, offset, raw[at : at + size]))
        at += size
    return found


class Before(NamedTuple):
    """The folders and files (with their inodes) under a folder at a time."""

    folders: tuple[str, ...]
    files: Mapping[str, tuple[int, bytes]]


def look(root: Path) -> Before:
    """What is under a folder now."""
    found = sorted(root.rglob("*"))
    files = {str(path): (path.stat().st_ino, path.read_bytes()) for path in found if path.is_file()}
    return Before((str(root), *(str(path) for path in found if path.is_dir())), files)


class _File:
    def __init__(self, content: bytes = b"") -> None:
        self.lasting = bytearray(content)
        self.waiting: list[Operation] = []

    def now(self) -> bytes:
        content = bytearray(self.lasting)
        for operation in self.waiting:
            _apply(content, operation)
        return bytes(content)

    def sync(self) -> None:
        for operation in self.waiting:
            _apply(self.lasting, operation)
        self.waiting = []

    def after(self, chance: random.Random, kept: float, torn: float) -> bytes:
        content = bytearray(self.lasting)
        for operation in self.waiting:
            drawn = chance.random()
            if drawn < kept:
                _apply(content, operation)
            elif drawn < kept + torn and operation.what == "W":
                for part in _sectors(operation):
                    if chance.random() < 0.5:
                        _apply(content, part)
        return bytes(content)


class _Renaming(NamedTuple):
    """A change of names that does not last yet; `file` None is a folder, `to` "" takes the name away."""

    folder: str
    path: str
    to: str
    file: _File | None


class Disk:
    """The files under one folder."""

    def __init__(self, before: Before) -> None:
        """What was there before lasts."""
        self._lasting: dict[str, _File | None] = dict.fromkeys(before.folders)
        self._files: dict[int, _File] = {}
        for path, (inode, content) in before.files.items():
            self._lasting[path] = self._files[inode] = _File(content)
        self._names = dict(self._lasting)
        self._waiting: list[_Renaming] = []

    def do(self, operation: Operation) -> None:
        """One thing more is done."""
        path = operation.path
        match operation.what:
            case "W" | "T":
                self._files[operation.inode].waiting.append(operation)
            case "S":
                self._files[operation.inode].sync()
            case "D":
                self._sync_folder(path)
            case "C":
                # The number of a file that is gone may be given to another.
                file = self._files[operation.inode] = _File()
                self._rename(_Renaming(os.path.dirname(path), "", path, file))
            case "M":
                self._rename(_Renaming(os.path.dirname(path), "", path, None))
            case "U":
                self._rename(_Renaming(os.path.dirname(path), path, "", None))
            case "R":
                to = operation.data.decode()
                self._rename(_Renaming(os.path.dirname(to), path, to, self._names[path]))
            case "L":
                to = operation.data.decode()
                self._rename(_Renaming(os.path.dirname(to), "", to, self._names[path]))

    def now(self) -> dict[str, bytes]:
        """The files as the running system sees them."""
        return {path: file.now() for path, file in self._names.items() if file is not None}

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as they could be found after a power cut now."""
        kept, torn = chance.choice(((KEPT, TORN), (KEPT, TORN), (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.9, 0.05)))
        names = dict(self._lasting)
        in_order = chance.random() < 0.5
        for renaming in self._waiting:
            if chance.random() < max(kept, 0.5 if kept > 0 else 0.0):
                _renamed(names, renaming)
            elif in_order:
                break
        return {
            path: file.after(chance, kept, torn)
            for path, file in names.items()
            if file is not None and os.path.dirname(path) in names
        }

    def _rename(self, renaming: _Renaming) -> None:
        _renamed(self._names, renaming)
        self._waiting.append(renaming)

    def _sync_folder(self, folder: str) -> None:
        waiting = self._waiting
        self._waiting = [renaming for renaming in waiting if renaming.folder != folder]
        for renaming in waiting:
            if renaming.folder == folder:
                _renamed(self._lasting, renaming)


def put(files: Mapping[str, bytes], root: Path, place: Path) -> None:
    """Write the files of one folder into another."""
    place.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        target = place / Path(path).relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _renamed(names: dict[str, _File | None], renaming: _Renaming) -> None:
    if renaming.path:
        names.pop(renaming.path, None)
    if renaming.to:
        names[renaming.to] = renaming.file


def _apply(content: bytearray, operation: Operation) -> None:
    end = operation.offset + (len(operation.data) if operation.what == "W" else 0)
    if len(content) < operation.offset:
        content.extend(bytes(operation.offset - len(content)))
    if operation.what == "W":
        content[operation.offset : end] = operation.data
    else:
        del content[end:]


def _sectors(operation: Operation) -> Iterator[Operation]:
    for at in range(0, len(operation.data), SECTOR):
        yield operation._replace(offset=operation.offset + at, data=operation.data[at : at + SECTOR])
