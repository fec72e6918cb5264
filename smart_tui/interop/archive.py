"""Exports that are several files: a folder, or a ZIP file, which is read where it is and never unpacked to disk."""

import os
import zipfile
import zlib
from collections.abc import Mapping
from typing import Protocol

from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.interop.textfile import LIMIT, decoded, failed, read_bytes

MEMBERS = 5_000
"""Files in one export."""
UNPACKED = 64 * 1024 * 1024
"""Bytes that all files of an export may have together."""
_MB = 1024 * 1024
_AT_ONCE = 256 * 1024


class Archive(Protocol):
    """Files with names, their folders set apart by "/"."""

    path: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""

    def text(self, name: str) -> str:
        """The text of one of them; raises UnreadableFileError."""


def archive(path: str) -> Archive:
    """The files of the folder or ZIP file at `path`; raises UnreadableFileError."""
    return FolderArchive(path) if os.path.isdir(path) else ZipArchive(path)


class FolderArchive:
    """The plain files of a folder and of the folders in it; links are not followed."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._read = 0
        try:
            self.names = tuple(sorted(_files(path)))
        except OSError as error:
            raise failed(error, path) from error

    def text(self, name: str) -> str:
        """The text of one of them; raises UnreadableFileError."""
        data = read_bytes(os.path.join(self.path, *name.split("/")))
        self._read += len(data)
        if self._read > UNPACKED:
            raise UnreadableFileError("zip_too_large", path=self.path, limit=UNPACKED // _MB)
        return decoded(data, path=name)[0]


class ZipArchive:
    """The files in a ZIP file. Names that lead out of it, passwords and too much of anything refuse the whole."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._read = 0
        self._members = _listed(path)
        self.names = tuple(self._members)

    def text(self, name: str) -> str:
        """The text of one of them; raises UnreadableFileError."""
        return decoded(self._bytes(name), path=name)[0]

    def _bytes(self, name: str) -> bytes:
        parts = []
        left = min(LIMIT, UNPACKED - self._read)
        try:
            with zipfile.ZipFile(self.path) as file, file.open(self._members[name]) as member:
                # What a member says of its own size is not believed.
                while part := member.read(_AT_ONCE):
                    left -= len(part)
                    if left < 0:
                        raise UnreadableFileError("zip_too_large", path=self.path, limit=UNPACKED // _MB)
                    parts.append(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, LookupError, OSError) as error:
            raise UnreadableFileError("bad_zip", path=self.path) from error
        data = b"".join(parts)
        self._read += len(data)
        return data


def _listed(path: str) -> Mapping[str, zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as file:
            infos = file.infolist()
    except OSError as error:
        raise failed(error, path) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        ValueError,
        LookupError,
        NotImplementedError,
    ) as bad:
        raise UnreadableFileError("bad_zip", path=path) from bad
    if len(infos) > MEMBERS:
        raise UnreadableFileError("zip_too_many", path=path, limit=MEMBERS)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename
        if name.startswith("/") or "\\" in name or ":" in name[:2] or ".." in name.split("/"):
            raise UnreadableFileError("zip_path", path=path, name=name)
        if info.flag_bits & 1:
            raise UnreadableFileError("zip_encrypted", path=path)
        if not info.is_dir():
            members.setdefault(name, info)
    return members


def _files(path: str) -> list[str]:
    names: list[str] = []
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                names.append(entry.name)
            elif entry.is_dir(follow_symlinks=False):
                with os.scandir(entry.path) as inner:
                    names += [f"{entry.name}/{each.name}" for each in inner if each.is_file(follow_symlinks=False)]
            if len(names) > MEMBERS:
                raise UnreadableFileError("zip_too_many", path=path, limit=MEMBERS)
    return names
