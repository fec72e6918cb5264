"""The person's own editor, on a file that nobody else can read; for the app and for the command line."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence

from smart_tui.domain.cleaning import TEXT_LIMIT, clean_text

FALLBACKS = ("nano", "vi")


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The command of the person's editor: VISUAL, EDITOR, or one that is there; empty for none."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(environ.get(name, ""))
        except ValueError:
            continue
        if command:
            return command
    return next(([found] for name in FALLBACKS if (found := shutil.which(name))), [])


def edited(command: Sequence[str], text: str) -> str:
    """What an editor leaves of a text; raises OSError if it cannot be run, CalledProcessError if it fails."""
    path = laid_out(text)
    try:
        return edited_at(command, path)
    finally:
        os.unlink(path)


def laid_out(text: str, suffix: str = ".txt") -> str:
    """A new file with a text, to be edited and removed by the caller; gives its path. Raises OSError."""
    handle, path = tempfile.mkstemp(prefix="smart-tui-", suffix=suffix)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return path


def edited_at(command: Sequence[str], path: str, limit: int = TEXT_LIMIT) -> str:
    """What an editor leaves of a file, at most so many characters; the file stays. Raises as `edited` does."""
    subprocess.run([*command, path], check=True)
    with open(path, encoding="utf-8", errors="replace") as file:
        return clean_text(file.read(), limit)
