"""Example goals of ten months: built once a day and language by the store's own commands, opened as a copy."""

import os
from datetime import date
from types import TracebackType

from smart_tui import __version__
from smart_tui.paths import make_folder
from smart_tui.store.connection import VERSION

PREFIX = "demo-"
COPY = "copy-"


class DemoCopy:
    """A copy of the demo's database that is thrown away at the end: a context manager that gives its path."""

    def __init__(self, state: str, language: str, today: date) -> None:
        self.folder = ""
        self._origin = (os.path.join(state, "demo"), language, today)

    def __enter__(self) -> str:
        from tempfile import mkdtemp

        folder, language, today = self._origin
        make_folder(folder)
        _throw_away_left_copies(folder)
        source = cached(folder, language, today)
        # Each in a place of its own: nothing that still happens to an earlier copy can reach this one.
        self.folder = mkdtemp(prefix=f"{COPY}{os.getpid()}-", dir=folder)
        path = os.path.join(self.folder, "demo.db")
        with open(source, "rb") as original:
            content = original.read()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as copy:
            copy.write(content)
        return path

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _throw_away(self.folder)


def cached(folder: str, language: str, today: date) -> str:
    """The path of the demo's database for this version, language and day, in `folder`; built if it is missing.

    Raises OSError and StoreError.
    """
    name = f"{PREFIX}{__version__}-{VERSION}-{language}-{today.isoformat()}.db"
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        for old in os.listdir(folder):
            if old.startswith(PREFIX) and today.isoformat() not in old:
                os.unlink(os.path.join(folder, old))
        partial = f"{path}.{os.getpid()}"
        build(partial, language, today)
        os.replace(partial, path)
    return path


def build(path: str, language: str, today: date) -> None:
    """Write the demo's goals into a new database at `path`; raises StoreError."""
    from importlib import import_module

    from smart_tui.demo.story import diary

    texts = import_module(f"smart_tui.demo.{language}").TEXTS
    written = import_module(f"smart_tui.demo.past_{language}").WRITTEN
    diary(texts, written, language, today).write(path)


def _throw_away_left_copies(folder: str) -> None:
    """Remove the copies of processes that ended without doing so."""
    for name in os.listdir(folder):
        number = name.removeprefix(COPY).partition("-")[0]
        if name.startswith(COPY) and number.isdigit() and not _alive(int(number)):
            _throw_away(os.path.join(folder, name))


def _alive(pid: int) -> bool:
    if os.name == "nt":
        # Asking there would send the process an interrupt.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _throw_away(folder: str) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
