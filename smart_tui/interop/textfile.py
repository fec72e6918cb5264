"""Files of text as other programs write them: which bytes they are in, how large they may be, and JSON out of them.

Whatever is wrong with a file as a whole is an `UnreadableFileError`; nothing is executed and nothing is written.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Mapping
from decimal import Decimal

from smart_tui.domain.transfer import UnreadableFileError

LIMIT = 32 * 1024 * 1024
"""Bytes of a file of text."""
ROWS = 200_000
"""Rows of a file."""
SHOWN = 60
"""Characters of what is shown of a row that was refused."""
HEAD = 64 * 1024
"""Bytes by which a format is recognised."""
WIDEST = 80 * 1024 * 1024
_HEAVIEST = 200 * 1024 * 1024
"""Bytes of memory of a text, and of what JSON becomes: signs beyond the usual ones take four times their size."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd\ufffe\uffff]")
_LONGEST_NUMBER = 18
_DEEPEST = 100
_FAILED = {
    errno.ENOENT: "no_file",
    errno.ENOTDIR: "no_file",
    errno.ENAMETOOLONG: "no_file",
    errno.ELOOP: "no_file",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EISDIR: "is_folder",
}


def read_bytes(path: str, limit: int = LIMIT) -> bytes:
    """All bytes of the plain file at `path`; raises UnreadableFileError."""
    try:
        # A pipe without a writer would never answer.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
            mode = os.fstat(file.fileno())
            if not stat.S_ISREG(mode.st_mode):
                raise UnreadableFileError("not_a_file", path=path)
            if mode.st_size <= limit:
                data = file.read(limit + 1)
                if len(data) <= limit:
                    return data
    except (OSError, ValueError) as error:
        raise failed(error, path) from error
    raise UnreadableFileError("too_large", path=path, limit=limit // (1024 * 1024))


def failed(error: OSError | ValueError, path: str) -> UnreadableFileError:
    """What the system said of the file at `path`; a path with a NUL in it names none."""
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    return UnreadableFileError(_FAILED.get(number or 0, "io"), path=path)


def read_text(path: str, limit: int = LIMIT, encoding: str = "") -> tuple[str, str]:
    """The text of a file and the encoding it was read in: the one asked for, else the one its bytes tell.

    Raises UnreadableFileError, also for what is no text.
    """
    text, used = decoded(read_bytes(path, limit), encoding, path)
    if sys.getsizeof(text) > WIDEST:
        raise UnreadableFileError("too_large", path=path, limit=limit // (4 * 1024 * 1024))
    return text, used


def decoded(data: bytes, encoding: str = "", path: str = "") -> tuple[str, str]:
    """The text that bytes are, and its encoding; without a mark at its beginning, and without NUL.

    Raises UnreadableFileError: unknown_encoding, wrong_encoding, not_text.
    """
    used = encoding or guessed_encoding(data)
    if not used:
        raise UnreadableFileError("not_text", path=path)
    try:
        # The last bytes of Windows-1252 that stand for nothing are no reason to refuse a whole file.
        text = data.decode(used, "strict" if encoding or used != "cp1252" else "replace")
    except LookupError:
        raise UnreadableFileError("unknown_encoding", path=path, encoding=short(encoding)) from None
    except (UnicodeError, ValueError):
        raise UnreadableFileError("wrong_encoding", path=path, encoding=short(used)) from None
    # Some codecs of Python give no text but bytes, or read what is no text of a person.
    if not isinstance(text, str):
        raise UnreadableFileError("unknown_encoding", path=path, encoding=short(encoding))
    return text.removeprefix("\ufeff").replace("\x00", ""), used


def guessed_encoding(data: bytes) -> str:
    """The encoding bytes seem to be in: utf-8, utf-8-sig, utf-16…, cp1252; empty for what is no text."""
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    if marked == "utf-8-sig" and not _is_utf8(data):
        return "cp1252"
    if marked:
        return marked
    sample = data[: HEAD & ~1]
    if zeros := sample.count(0):
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if min(even, odd) * 8 < max(even, odd) > len(sample) // 5:
            wide = "utf-16-le" if odd > even else "utf-16-be"
            return "" if _too_many_controls(sample.decode(wide, "replace")) else wide
        if zeros * 100 > len(sample):
            return ""
    if _too_many_controls(sample.decode("latin-1").replace("\x00", "")):
        return ""
    return "utf-8" if _is_utf8(data) else "cp1252"


def _too_many_controls(text: str) -> bool:
    """Whether a text holds more than a stray control character, as no text of a person does."""
    return len(_CONTROLS.findall(text)) * 50 > len(text)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A head that was cut within a character is still one of UTF-8.
        return len(data) == HEAD and error.start >= len(data) - 3
    return True


def head_text(head: bytes) -> str:
    """The first bytes of a file as text, whatever they are; empty for what is no text."""
    encoding = guessed_encoding(head)
    return head.decode(encoding, "replace").removeprefix("\ufeff").replace("\x00", "") if encoding else ""


def short(text: object) -> str:
    """What is shown of something that was found in a file: one line, at most `SHOWN` characters."""
    line = " ".join(str(text)[: SHOWN * 4].split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def read_json(path: str, limit: int = LIMIT) -> object:
    """The value that a JSON file holds, numbers exact; raises UnreadableFileError."""
    return parsed(read_text(path, limit)[0], path)


def check_weight(text: str, path: str = "") -> None:
    """Raise UnreadableFileError too_many where what a JSON text becomes could fill the memory."""
    if is_too_heavy(text.count("{"), text.count("["), text.count(",")):
        raise UnreadableFileError("too_many", path=path, limit=ROWS)


def is_too_heavy(braces: int, brackets: int, commas: int) -> bool:
    """Whether what a JSON text with so many of these becomes could fill the memory."""
    # An upper bound, as brackets within a text count too; it is what keeps a small file from filling the memory.
    return 240 * braces + 80 * brackets + 64 * commas > _HEAVIEST


def parsed(text: str, path: str = "") -> object:
    """The value that a JSON text is: numbers as int or Decimal, of a key written twice the last.

    Raises UnreadableFileError: not_json (line), too_deep, too_many.
    """
    import json

    check_weight(text, path)
    try:
        value: object = json.loads(text, parse_float=_decimal, parse_int=_whole, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise UnreadableFileError("not_json", path=path, line=error.lineno) from None
    except (ValueError, ArithmeticError):
        raise UnreadableFileError("not_json", path=path, line=0) from None
    except RecursionError:
        raise UnreadableFileError("too_deep", path=path) from None
    if _deeper(value, _DEEPEST):
        raise UnreadableFileError("too_deep", path=path)
    return value


def _decimal(text: str) -> Decimal | str:
    """A number with a point or an exponent; as the text it is where it is none that can be counted with."""
    if len(text) > _LONGEST_NUMBER * 4:
        return text
    number = Decimal(text)
    return number if abs(number.adjusted()) < _LONGEST_NUMBER * 4 else text


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _LONGEST_NUMBER else text


def _refused(text: str) -> object:
    raise ValueError(text)


def _deeper(value: object, most: int) -> bool:
    """Whether lists and objects stand in each other more than `most` times."""
    level = [value]
    for _ in range(most):
        inner: list[object] = []
        for each in level:
            if isinstance(each, Mapping):
                inner += [one for one in each.values() if isinstance(one, dict | list)]
            elif isinstance(each, list):
                inner += [one for one in each if isinstance(one, dict | list)]
        if not inner:
            return False
        level = inner
    return True
