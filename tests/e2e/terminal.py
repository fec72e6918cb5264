"""Drives a program in a real pseudo terminal and reads its screen, as a person at a terminal would."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "space": " ",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f8": "\x1b[19~",
}
"""Key names to the bytes a terminal sends; ctrl+letter is worked out, a single character is itself."""

# What an emulator of the old school would print as text: private modes, kitty keys, queries, strings.
_FOREIGN = re.compile(
    r"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\??[0-9;]*\$[a-z]|\x1b[P_^X][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)


class Terminal:
    """A program in a pty of a given size, with the screen it has drawn."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: str | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._tail = ""
        self.raw = b""
        self.returncode: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child
            if cwd is not None:
                os.chdir(cwd)
            # Whoever runs the tests in the background may have told them not to hear these.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            os.execve(command[0], list(command), {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environ})
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program hears of it as in a real terminal."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what the program wrote within `seconds`; False once it has hung up."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.raw += data
        text = self._tail + self._decode(data)
        cut = text.rfind("\x1b")
        # An escape sequence may be cut in two by the pipe: keep its beginning for the next round.
        if cut >= 0 and len(text) - cut < 64 and not re.match(r"\x1b(\[[0-9;:?<=>$ ]*[@-~]|[^\[\]P_^X])", text[cut:]):
            self._tail, text = text[cut:], text[:cut]
        else:
            self._tail = ""
        self._stream.feed(_FOREIGN.sub("", text))
        return True

    @property
    def text(self) -> str:
        """The screen as lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def settle(self, quiet: float = 0.2, limit: float = 10.0) -> None:
        """Read until nothing came for `quiet` seconds."""
        end = time.monotonic() + limit
        last = time.monotonic()
        while time.monotonic() < end and time.monotonic() - last < quiet:
            before = len(self.raw)
            if not self.read(0.05):
                return
            if len(self.raw) != before:
                last = time.monotonic()

    def wait(self, pattern: str, limit: float = 20.0) -> str:
        """Read until `pattern` (a regular expression) is on the screen; the screen's text."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if re.search(pattern, self.text):
                return self.text
            if not self.read(0.1):
                break
        if re.search(pattern, self.text):
            return self.text
        raise AssertionError(f"{pattern!r} did not come; the screen says:\n{self.text}")

    def wait_gone(self, pattern: str, limit: float = 20.0) -> None:
        """Read until `pattern` (a regular expression) is not on the screen any more."""
        end = time.monotonic() + limit
        while re.search(pattern, self.text):
            assert self.read(0.1) and time.monotonic() < end, f"{pattern!r} did not go; the screen says:\n{self.text}"

    def press(self, *keys: str, pause: float = 0.03, quiet: float = 0.2) -> None:
        """Press keys by name, one after the other, and let the screen settle."""
        for key in keys:
            self.send(key_bytes(key))
            self.read(pause)
        self.settle(quiet)

    def type(self, text: str, quiet: float = 0.2) -> None:
        """Type text as it stands and let the screen settle."""
        for start in range(0, len(text), 16):
            self.send(text[start : start + 16])
            self.read(0.02)
        self.settle(quiet)

    def send(self, data: str) -> None:
        """Write bytes to the program as the keyboard would."""
        os.write(self._fd, data.encode())

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal and wait for the end; the exit code, or 128 + n for a signal."""
        os.kill(self.pid, number)
        return self.wait_exit()

    def wait_exit(self, limit: float = 20.0) -> int:
        """Wait for the program to end by itself; its exit code, or 128 + n for a signal."""
        end = time.monotonic() + limit
        while self.returncode is None:
            self.read(0.05)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                code = os.waitstatus_to_exitcode(status)
                self.returncode = code if code >= 0 else 128 - code
            elif time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"the program did not end; the screen says:\n{self.text}")
        return self.returncode

    def close(self) -> None:
        """End the program if it still runs and let go of the terminal."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.returncode = 128 + signal.SIGKILL
        os.close(self._fd)


def key_bytes(key: str) -> str:
    """What a terminal sends for a key by name."""
    if key in KEYS:
        return KEYS[key]
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[5]) & 0x1F)
    if len(key) == 1:
        return key
    raise KeyError(key)
