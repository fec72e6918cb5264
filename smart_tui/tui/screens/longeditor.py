"""A long text in the person's own editor, with the app suspended."""

import os
import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported

from smart_tui.i18n import Words
from smart_tui.tui.editor import edited, editor_command


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
