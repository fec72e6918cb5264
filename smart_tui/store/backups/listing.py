"""The backups of a database file, and the manifest beside them: one JSON object a line, which is only added to.

A line tells of a backup that was finished, or of a check. Lines that cannot be read are passed over.
"""

import json
import os
import re
import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.paths import backup_folder, sync_folder
from smart_tui.store.connection import APPLICATION_ID

DAMAGED = "damaged"
"""What the name of a file says that was kept as it was because it is damaged."""
PARTIAL = ".partial"
"""What the name of a copy ends in that is not finished."""

_SUFFIX = "-manifest.jsonl"
_NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}T\d{6}Z)-(?P<reason>[a-z_]+)(-\d+)?\.db", re.ASCII)
_TOLD = re.compile(rb'"name": "([^"\\]*)"[,}]')
"""Of which backup a line tells; a name that is written in another way is found by reading the line."""
_VERSION_AT = 60
"""Where the header of a file has its user_version; its application_id follows eight bytes later."""


class Check(NamedTuple):
    """A full check of a file: when (UTC), and whether all was well."""

    at: datetime
    sound: bool


def folder_of(db: str) -> str:
    """The folder of the backups of the database file `db`: beside the file itself, where `db` is a link to it."""
    return backup_folder(os.path.realpath(db))


def stem_of(db: str, folder: str = "") -> str:
    """What the names of the backups of the database file `db` begin with.

    In another `folder` than its own it tells the file and the machine apart: several may use that folder.
    """
    real = os.path.realpath(db)
    stem = os.path.splitext(os.path.basename(real))[0]
    if not folder:
        return stem
    from platform import node
    from zlib import crc32

    return f"{stem}-{crc32(f'{node()} {real}'.encode('utf-8', 'surrogateescape')):08x}"


def manifest_path(db: str, folder: str = "") -> str:
    """The manifest of the backups of the database file `db`, in another `folder` where one is named."""
    return os.path.join(folder or folder_of(db), stem_of(db, folder) + _SUFFIX)


def backups_of(db: str, folder: str = "") -> tuple[Backup, ...]:
    """The backups of the database file `db` that are there, newest first; none where the folder cannot be read.

    Files of the folder that the manifest does not name come with `listed` False and without counts.
    """
    manifest = manifest_path(db, folder)
    stem, folder = stem_of(db, folder), folder or folder_of(db)
    try:
        names = {name for name in os.listdir(folder) if name.endswith(".db")}
    except OSError:
        return ()
    # A second folder may be that of the file itself, which is no backup of itself, and is not to be opened.
    names = {name for name in names if os.path.realpath(os.path.join(folder, name)) != os.path.realpath(db)}
    found: dict[str, Backup] = {}
    unsound: dict[str, bool] = {}
    for line in _lines(manifest, names):
        name = line.get("name")
        if isinstance(name, str) and name in names:
            if "checked" in line:
                unsound[name] = line.get("result") != "ok"
            else:
                found[name] = _listed(folder, name, line)
    strangers = names - found.keys() - _named_by_others(manifest)
    backups = [*found.values(), *(_unlisted(folder, name) for name in strangers if _may_be_of(stem, name))]
    marked = (each._replace(sound=not unsound.get(os.path.basename(each.path), not each.sound)) for each in backups)
    return tuple(sorted(marked, key=_age, reverse=True))


def to_go_back_to(db: str) -> tuple[Backup, ...]:
    """The backups of the database file `db` in the order in which one goes back to them where none is named.

    That is the newest first. Those that a restore made of what it replaced come behind the others, as the newest of
    them would only undo that restore; last come those that the manifest does not name: when they were made is not
    known for certain.
    """
    return tuple(sorted(backups_of(db), key=lambda each: (not each.listed, each.reason == BackupReason.RESTORE)))


def last_mark(db: str) -> str:
    """The mark of the newest backup that the manifest names and that is there, "" where there is none."""
    return next((backup.mark for backup in backups_of(db) if backup.listed and backup.sound), "")


def last_check(db: str) -> Check | None:
    """The last full check of the database file `db`, None where there was none.

    A backup that was made is one, unless the file was found damaged before and not found sound since: what can be
    copied of a damaged file need not be all of it.
    """
    copied: datetime | None = None
    # In the order in which they were made: a clock that was set back makes no check an old one.
    for line in reversed(_raw(manifest_path(db))):
        said = _read(line)
        if "checked" in said:
            at = None if "name" in said else _instant(said["checked"])
            if at is not None:
                sound = said.get("result") == "ok"
                return Check(copied if sound and copied else at, sound)
        elif copied is None:
            copied = _instant(said.get("at"))
    return None if copied is None else Check(copied, True)


def note_backup(db: str, made: Backup, folder: str = "", **more: object) -> None:
    """Add the line of a finished backup; raises OSError."""
    line = {
        "name": os.path.basename(made.path),
        "at": (made.at or datetime.now(UTC)).isoformat(),
        "reason": made.reason,
        "rows": dict(made.rows),
        "mark": made.mark,
        "version": made.version,
        "size": made.size,
        **more,
    }
    _note(manifest_path(db, folder), line)


def note_check(db: str, now: datetime, sound: bool, name: str = "") -> None:
    """Add the line of a full check of the database file `db`, or of the backup of that `name`; raises OSError."""
    line = {"checked": now.astimezone(UTC).isoformat(), "result": "ok" if sound else "damaged", "full": True}
    _note(manifest_path(db), {**line, "name": name} if name else line)


def noted(backup_path: str) -> Mapping[str, Any] | None:
    """The line that tells of this backup in a manifest beside it, or None."""
    folder, name = os.path.split(os.path.abspath(backup_path))
    for manifest in _manifests(folder):
        for line in _lines(os.path.join(folder, manifest)):
            if line.get("name") == name and "checked" not in line:
                return line
    return None


def _note(path: str, line: Mapping[str, object]) -> None:
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
    try:
        if os.name == "posix":
            os.fchmod(handle, 0o600)
        text = json.dumps(line, sort_keys=True) + "\n"
        # A line that a crash left half must not swallow this one.
        size = os.fstat(handle).st_size
        if size and os.lseek(handle, size - 1, os.SEEK_SET) >= 0 and os.read(handle, 1) != b"\n":
            text = "\n" + text
        os.write(handle, text.encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(os.path.dirname(path))


def _lines(path: str, names: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
    """The lines of a manifest; of a long one those of backups that are gone need not be read, which `names` says."""
    for raw in _raw(path):
        told = _TOLD.search(raw)
        if names is None or told is None or told[1].decode("utf-8", "replace") in names:
            yield _read(raw)


def _raw(path: str) -> Sequence[bytes]:
    try:
        with open(path, "rb") as file:
            return file.read().split(b"\n")
    except OSError:
        return ()


def _read(raw: bytes) -> dict[str, Any]:
    """What a line says, nothing where it cannot be read."""
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return line if isinstance(line, dict) else {}


def _listed(folder: str, name: str, line: Mapping[str, Any]) -> Backup:
    path = os.path.join(folder, name)
    counts = line.get("rows")
    rows = {str(table): count for table, count in counts.items()} if isinstance(counts, dict) else {}
    version = line.get("version")
    return Backup(
        path,
        str(line.get("reason", "")),
        rows,
        _instant(line.get("at")),
        _size(path),
        str(line.get("mark", "")),
        version if isinstance(version, int) else _version(path),
    )


def _unlisted(folder: str, name: str) -> Backup:
    path = os.path.join(folder, name)
    said = _NAME.fullmatch(name)
    at, reason = (_said_at(said["at"]), said["reason"]) if said else (_changed(path), "")
    sound = reason != DAMAGED
    return Backup(path, reason, {}, at, _size(path), "", _version(path), listed=False, sound=sound)


def _may_be_of(stem: str, name: str) -> bool:
    said = _NAME.fullmatch(name)
    return said is None or said["stem"] == stem


def _named_by_others(own: str) -> set[str]:
    folder = os.path.dirname(own)
    others = (os.path.join(folder, name) for name in _manifests(folder))
    return {str(line.get("name")) for other in others if other != own for line in _lines(other)}


def _manifests(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith(_SUFFIX)]
    except OSError:
        return []


def _age(backup: Backup) -> tuple[datetime, str]:
    return backup.at or datetime.min.replace(tzinfo=UTC), backup.path


def _instant(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(value))
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _said_at(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _changed(path: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(os.stat(path).st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _version(path: str) -> int:
    """The user_version in the header of a file of ours, 0 for any other."""
    try:
        with open(path, "rb") as file:
            file.seek(_VERSION_AT)
            version, _, application = struct.unpack(">iii", file.read(12))
    except (OSError, struct.error):
        return 0
    return int(version) if application == APPLICATION_ID else 0
