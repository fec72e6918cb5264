"""`smart-tui doctor`: how the program, its files and their backups are, without a word of what they hold."""

import os
import platform
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.disk import REMOTE, file_system, free_bytes, mode, open_to_others
from smart_tui.cli.keeping import second_folder
from smart_tui.cli.output import finish
from smart_tui.cli.waiting import waiting
from smart_tui.domain.backup import Backup, FileState
from smart_tui.store.backups.cloudfolder import cloud_service
from smart_tui.store.backups.listing import backups_of, last_check
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue.health import SQLITE, full_check, is_locked, look, rows_that_do_not_validate

if TYPE_CHECKING:
    from smart_tui.config import Problem

FAILED = 1
LITTLE = 50_000_000
"""With fewer bytes free there is no room for a few more backups."""
CODES = (
    "file", "damage", "rows", "locked", "open", "remote", "cloud", "full", "no_backup", "unsound", "second", "config",
)  # fmt: skip
"""What can need looking after; a test holds a sentence against each."""
_SCHEMA = "malformed database schema"
_OURS = (FileState.OK, FileState.OLDER)
_STRANGE = (FileState.UNREADABLE, FileState.OTHER_PROGRAM, FileState.NOT_A_DATABASE)
"""What nobody is to be kept out of: it is not ours, or no file."""
_PRIVATE = ("database", "backups")


class Place(NamedTuple):
    """A path in use and who is let in, as four octal digits; "" where there is nothing yet."""

    path: str
    mode: str


class Findings(NamedTuple):
    """All that a doctor looks at."""

    versions: Mapping[str, str]
    places: Mapping[str, Place]
    state: FileState
    version: int
    size: int
    problems: tuple[str, ...]
    """What is wrong with the file, in English words of SQLite."""
    invalid: Mapping[str, int]
    locked: bool
    file_system: str
    free: int | None
    cloud: str
    backups: int
    newest: Backup | None
    checked: datetime | None
    sound: bool
    """What the last check said."""
    second: str
    second_there: bool
    open_to_others: tuple[str, ...]
    """The names of the places that others than their owner are let into."""
    unusable: str = ""
    """Why there is no file to be read, as a code of the store."""
    mistakes: "tuple[Problem, ...]" = ()
    """What is wrong in the config file."""

    @property
    def wrong(self) -> tuple[str, ...]:
        """Which of CODES hold."""
        said = {
            "file": self.state not in (*_OURS, FileState.MISSING, FileState.NEW),
            "damage": bool(self.problems),
            "rows": bool(self.invalid),
            "locked": self.locked,
            "open": bool(self.open_to_others),
            "remote": self.file_system in REMOTE,
            "cloud": bool(self.cloud),
            "full": self.free is not None and self.free < LITTLE,
            "no_backup": self.state in _OURS and self.newest is None,
            "unsound": not self.sound,
            "second": bool(self.second) and not self.second_there,
            "config": bool(self.mistakes),
        }
        return tuple(code for code in CODES if said[code])


def run_doctor(context: Context) -> NoReturn:
    """Look at everything and say how it is; ends with 1 where something needs looking after."""
    with waiting(context.words.gettext("Everything is being looked at.")):
        found = findings(context)
    if context.arguments.json:
        from smart_tui.cli.doctorjson import as_json
        from smart_tui.cli.json import dumps

        said = dumps(as_json(found, context.environ.get("HOME", "")))
    else:
        from smart_tui.cli.doctorwords import lines

        said = "\n".join(lines(found, datetime.now().astimezone(), context.words))
    finish(said + "\n", code=FAILED if found.wrong else 0)


def findings(context: Context) -> Findings:
    """Look at everything; changes nothing."""
    from smart_tui.config import read

    paths, db = context.paths, context.paths.db
    health = look(db)
    ours = health.state in _OURS
    problems = _problems(db) if ours else ()
    places = {
        "database": db,
        "data": os.path.dirname(db),
        "backups": paths.backups,
        "config": paths.config_file,
        "state": paths.state,
    }
    backups = [each for each in backups_of(db) if each.listed]
    check = last_check(db)
    second = second_folder(context)
    return Findings(
        _versions(),
        {name: Place(path, mode(path)) for name, path in places.items()},
        health.state,
        health.version,
        os.path.getsize(db) if os.path.isfile(db) else 0,
        problems or ((_told(health.problem),) if health.state is FileState.DAMAGED else ()),
        _invalid(db) if ours and not problems else {},
        ours and is_locked(db),
        file_system(db),
        free_bytes(db),
        cloud_service(db),
        len(backups),
        next((each for each in backups if each.sound), None),
        check.at if check else None,
        check is None or check.sound,
        second,
        bool(second) and os.path.isdir(second),
        () if health.state in _STRANGE else tuple(name for name in _PRIVATE if open_to_others(places[name])),
        health.problem if health.state is FileState.UNREADABLE else "",
        read(paths.config_file)[1],
    )


def _versions() -> Mapping[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    from smart_tui import __version__

    found = {"smart-tui": __version__, "Python": platform.python_version(), "SQLite": SQLITE}
    for name in ("textual", "sqlmodel"):
        try:
            found[name.capitalize() if name == "textual" else "SQLModel"] = version(name)
        except PackageNotFoundError:
            continue
    found["system"] = f"{platform.system()} {platform.release()}"
    return found


def _problems(db: str) -> tuple[str, ...]:
    try:
        return tuple(_told(problem) for problem in full_check(db))
    except StoreError as error:
        return (error.code,) if error.code != "locked" else ()


def _told(problem: str) -> str:
    """What is wrong, without what may be words of the person."""
    return _SCHEMA if _SCHEMA in problem else problem


def _invalid(db: str) -> Mapping[str, int]:
    try:
        return rows_that_do_not_validate(db)
    except StoreError:
        return {}
