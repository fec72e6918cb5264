"""Where data, config, state and backups live. `SMART_TUI_HOME` moves all of it under one folder."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

APP = "smart-tui"
DATABASE = "smart-tui.db"
LONGEST_NAME = 255
"""Bytes of a name that every file system takes."""


class NoHomeError(LookupError):
    """Neither SMART_TUI_HOME nor a home folder says where the data should live."""


class Paths(NamedTuple):
    """Absolute folders, and `db`, the database file. `home` is empty unless SMART_TUI_HOME is set."""

    home: str
    data: str
    config: str
    state: str
    backups: str
    db: str

    @property
    def config_file(self) -> str:
        """The file with looks, keys and language."""
        return os.path.join(self.config, "config.toml")


def find(environ: Mapping[str, str], db: str | None = None) -> Paths:
    """Paths by the environment; `db` names another database, with its backups beside it. Creates nothing.

    Raises NoHomeError where the environment names no home and the system knows none.
    """
    home = environ.get("SMART_TUI_HOME", "").strip()
    if home:
        home = os.path.abspath(os.path.expanduser(home))
        data, config, state = home, home, os.path.join(home, "state")
    elif sys.platform.startswith("linux"):
        data = _xdg(environ, "XDG_DATA_HOME", ".local/share")
        config = _xdg(environ, "XDG_CONFIG_HOME", ".config")
        state = _xdg(environ, "XDG_STATE_HOME", ".local/state")
    else:
        data, config, state = _platform_folders()
    file = os.path.abspath(os.path.expanduser(db)) if db else os.path.join(data, DATABASE)
    # Of a file that is named by a link the backups lie beside the file itself.
    return Paths(home, data, config, state, backup_folder(os.path.realpath(file)), file)


def backup_folder(db: str) -> str:
    """The folder that holds the backups of the database file `db`."""
    return os.path.join(os.path.dirname(os.path.abspath(db)), "backups")


def make_folder(folder: str) -> None:
    """Create `folder` and what is missing above it, readable by their owner only, whatever the umask.

    Folders that are there already keep their mode. Raises OSError.
    """
    if not folder or os.path.isdir(folder):
        return
    parent = os.path.dirname(folder)
    if parent != folder:
        make_folder(parent)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
        return
    os.chmod(folder, 0o700)
    sync_folder(parent)


def sync_folder(folder: str) -> None:
    """Make the names in `folder` last through a power cut, where the system can do that."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_own(path: str, paths: Paths) -> bool:
    """Whether a path is that of a file of the program, backups among them: nothing else is to take its place."""
    db = os.path.realpath(paths.db)
    database = (db, *(f"{db}-{kind}" for kind in ("journal", "wal", "shm")))
    try:
        backups = [os.path.join(paths.backups, name) for name in os.listdir(paths.backups)]
    except OSError:
        backups = []
    real = os.path.realpath(path)
    return any(real == os.path.realpath(each) or _same(real, each) for each in (*database, paths.config_file, *backups))


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def documents() -> str:
    """The folder for what a person takes along: that for documents, or the home folder where there is none."""
    import platformdirs

    folder = platformdirs.user_documents_dir()
    return folder if os.path.isdir(folder) else os.path.expanduser("~")


def write_file(path: str, data: bytes | Iterable[bytes], replace: bool = True) -> None:
    """Put `data`, whole or in pieces, into a file that only its owner can read: all of it or nothing, also through a
    power cut.

    A link is followed. Raises FileExistsError where there is a file already that must not be replaced, OSError for
    all else; then what was there is as it was.
    """
    path = os.path.realpath(path)
    folder = os.path.dirname(path)
    partial = _beside(path)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    reserved = False
    try:
        with os.fdopen(descriptor, "wb") as file:
            if os.name != "nt":
                os.fchmod(descriptor, 0o600)
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(descriptor)
        if not replace:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            reserved = True
        os.replace(partial, path)
    except BaseException:
        os.unlink(partial)
        if reserved:
            os.unlink(path)
        raise
    sync_folder(folder)


def _beside(path: str) -> str:
    """A name for what is not finished yet, beside what it is to become; short where that leaves no room for more."""
    folder, name = os.path.split(path)
    # Numbers of processes come again: what one left that was killed is in nobody's way.
    added = f".{os.urandom(4).hex()}.partial"
    return os.path.join(folder, (name if len(os.fsencode(name + added)) < LONGEST_NAME else "export") + added)


def _xdg(environ: Mapping[str, str], variable: str, default: str) -> str:
    # The specification tells us to ignore relative paths. platformdirs gives the same folders, but costs 25 ms.
    chosen = environ.get(variable, "").strip()
    if os.path.isabs(chosen):
        return os.path.join(chosen, APP)
    return os.path.join(_home(environ), *default.split("/"), APP)


def _home(environ: Mapping[str, str]) -> str:
    home = environ.get("HOME", "").strip()
    if os.path.isabs(home):
        return home
    import pwd

    try:
        home = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        home = ""
    if not os.path.isabs(home):
        raise NoHomeError("no home folder")
    return home


def _platform_folders() -> tuple[str, str, str]:
    import platformdirs

    folders = platformdirs.PlatformDirs(APP, appauthor=False)
    return folders.user_data_dir, folders.user_config_dir, folders.user_state_dir
