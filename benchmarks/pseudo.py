"""A pseudo terminal for measuring: starts a program, answers what programs ask a terminal, and watches the clock."""

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

ANSWERS = (
    (re.compile(rb"\x1b\[c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
)
"""What is asked at the start, and what a usual terminal answers."""


class Watched:
    """A program in a pseudo terminal of 80 by 24; `seen` is all it wrote."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)) -> None:
        self.seen = b""
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def press(self, keys: bytes) -> None:
        """Send what a keyboard would."""
        os.write(self._fd, keys)

    def until(self, pattern: bytes, start: int = 0, limit: float = 30.0) -> float:
        """Wait for `pattern` in what is written from `start` on; the moment it came. Raises TimeoutError."""
        end = time.perf_counter() + limit
        while pattern not in self.seen[start:]:
            if not self._take(end - time.perf_counter()):
                raise TimeoutError(pattern)
        return time.perf_counter()

    def quiet(self, seconds: float) -> float:
        """Read until nothing came for so long; the moment of the last byte."""
        last = time.perf_counter()
        while self._take(seconds):
            last = time.perf_counter()
        return last

    def end(self) -> None:
        """End the program and let go of the terminal."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _take(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.seen += data
        for question, answer in ANSWERS:
            for _ in question.findall(data):
                os.write(self._fd, answer)
        return bool(data)


def first_paint(command: Sequence[str], environ: Mapping[str, str], text: str) -> float:
    """Seconds from the start of a program to the first frame that shows `text`."""
    watched = Watched(command, environ)
    try:
        return watched.until(text.encode()) - watched.began
    finally:
        watched.end()
