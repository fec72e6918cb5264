"""Writes what a command has to say, whatever happens to the other end of the pipe, and ends the process."""

import errno
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

AT_ONCE = 1 << 16
"""So many bytes are written at once."""
UNREAD = (errno.EPIPE, errno.EBADF)
"""Nobody reads the output: not worth a word."""


def finish(text: str = "", error: str = "", code: int = 0, after: "Callable[[], str] | None" = None) -> "NoReturn":
    """Write `text` to the output and `error` to the error output, then end the process with `code`.

    `after` is done once the output is written; what it gives goes to the error output, too.
    Nobody reading any more is no error; an output that cannot be written (a full disk) gives 1.
    """
    try:
        _write(1, text)
    except OSError as problem:
        if problem.errno not in UNREAD:
            error += f"smart-tui: {problem.strerror}\n"
            code = code or 1
    if after is not None:
        error += after()
    try:
        _write(2, error)
    except OSError:
        code = code or 1
    # Nothing is open any more but what the system closes by itself: taking the interpreter down
    # in an orderly way would add a tenth to a short command.
    os._exit(code)


def say(text: str) -> bool:
    """Write `text` to the output now, while the command goes on; gives whether anybody reads it. Raises OSError."""
    try:
        _write(1, text)
    except OSError as problem:
        if problem.errno not in UNREAD:
            raise
        return False
    return True


def pour(pieces: "Iterable[bytes]") -> bool:
    """Write what another program is to read, exactly as it is; gives whether anybody reads it. Raises OSError.

    On a terminal, where a person reads it, it is written as `shown` says.
    """
    watched = os.isatty(1)
    held = bytearray()
    try:
        for piece in pieces:
            held += shown(piece.decode("utf-8", "replace")).encode() if watched else piece
            if len(held) >= AT_ONCE:
                _write_bytes(1, held)
                held.clear()
        _write_bytes(1, held)
    except OSError as problem:
        if problem.errno not in UNREAD:
            raise
        return False
    return True


def shown(text: str) -> str:
    """Text as it may stand on a terminal: no control characters but newline, nothing that turns the direction."""
    if text.replace("\n", "").isprintable():
        return text
    import re

    text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", "", text)
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _write(descriptor: int, text: str) -> None:
    """Write all of `text` in the stream's own encoding, with "?" for what that cannot say."""
    if not text:
        return
    stream = sys.stdout if descriptor == 1 else sys.stderr
    encoding = getattr(stream, "encoding", None) or "utf-8"
    _write_bytes(descriptor, shown(text).encode(encoding, "replace"))


def _write_bytes(descriptor: int, text: "bytes | bytearray") -> None:
    data = bytes(text)
    at = 0
    while at < len(data):
        at += os.write(descriptor, data[at : at + AT_ONCE])
