"""A long text in the person's own editor, with the app suspended, through a file that nobody else can read."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Any

from textual.app import App, SuspendNotSupported

from smart_tui.domain.cleaning import clean_text
from smart_tui.i18n import Words

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


def edit_long(app: App[Any], text: str, words: Words) -> tuple[str | None, str]:
    """Let the person edit a text; gives the new one, or None and a sentence that says why there is none."""
    command = editor_command(os.environ)
    if not command:
        return None, words.gettext("No editor found: set EDITOR to the one you use.")
    try:
        with app.suspend():
            return edited(command, text), ""
    except SuspendNotSupported:
        return None, words.gettext("An editor cannot be opened in this terminal.")
    except (OSError, subprocess.SubprocessError):
        return None, words.gettext("The editor {command} could not be started.").format(command=command[0])


def edited(command: list[str], text: str) -> str:
    """What an editor leaves of a text; raises OSError if it cannot be run, CalledProcessError if it fails."""
    handle, path = tempfile.mkstemp(prefix="smart-tui-", suffix=".txt")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        subprocess.run([*command, path], check=True)
        with open(path, encoding="utf-8", errors="replace") as file:
            return clean_text(file.read())
    finally:
        os.unlink(path)
