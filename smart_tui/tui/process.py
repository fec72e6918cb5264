"""The process around the app: signals, a vanished terminal, a crash, and a second window on one file."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from datetime import datetime

from smart_tui import __version__

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
GRACE = 1.6
"""Seconds a leaving app has before the process is ended for it; two seconds are promised."""


def on_signals(leave: Callable[[int], None]) -> Callable[[], None]:
    """Call `leave` with the exit code 128+n when the process is told to go; returns how to stop listening."""
    loop = asyncio.get_running_loop()
    heard: list[int] = []

    def go(number: int) -> None:
        end_after(GRACE, 128 + number)
        leave(128 + number)

    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        try:
            loop.add_signal_handler(number, go, int(number))
        except (NotImplementedError, RuntimeError, ValueError):
            continue
        heard.append(int(number))

    def stop() -> None:
        for number in heard:
            loop.remove_signal_handler(number)

    return stop


def end_after(seconds: float, code: int) -> threading.Timer:
    """End the process hard after `seconds`, in case a stuck terminal holds up the way out."""
    timer = threading.Timer(seconds, os._exit, (code,))
    timer.daemon = True
    timer.start()
    return timer


def terminal_gone(fileno: int = 0) -> bool:
    """Whether the window behind standard input was closed (an app under nohup gets no signal for it)."""
    try:
        import termios
    except ImportError:
        return False
    try:
        termios.tcgetattr(fileno)
    except (termios.error, OSError, ValueError):
        return True
    return False


def write_crash(folder: str, error: BaseException, now: datetime) -> str:
    """Write what kind of error happened and where, and nothing anybody wrote; returns the file, or "".

    The file holds types and frames only: no messages, no locals, no source text. Only its owner reads it.
    """
    import platform
    import traceback

    lines = [f"smart-tui {__version__}", f"Python {platform.python_version()} on {platform.system()}", ""]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            place = "/".join(frame.filename.replace("\\", "/").split("/")[-3:])
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    path = os.path.join(folder, f"crash-{now:%Y%m%d-%H%M%S}.txt")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            os.chmod(path, 0o600)
            file.write("\n".join(lines) + "\n")
    except OSError:
        return ""
    return path


class Presence:
    """Holds a lock file for one database while the app runs, to notice a second window on it."""

    def __init__(self, folder: str, db: str) -> None:
        import hashlib

        name = hashlib.sha256(os.path.realpath(db).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._path = os.path.join(folder, f"open-{name}.lock")
        self._handle: int | None = None

    def alone(self) -> bool:
        """Take the place; False when another window has it. Where locks do not work, one is alone."""
        try:
            import fcntl
        except ImportError:
            return True
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.leave()
            return False
        except OSError:
            return True
        return True

    def leave(self) -> None:
        """Give the place back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
