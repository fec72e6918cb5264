"""Asks a person at the terminal: yes or no, or one of a few letters."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper

from smart_tui.cli.context import Context
from smart_tui.cli.output import finish, say, shown
from smart_tui.i18n import Words

FAILED = 1


def can_ask() -> bool:
    """Whether somebody sits there to read a question and answer it."""
    return os.isatty(0) and os.isatty(1)


def confirmed(question: str, words: Words) -> bool:
    """Whether the question is answered with yes; Enter, the end of the input and anything else are no."""
    yes = words.gettext("y")
    hint = words.gettext("{yes}/{no}").format(yes=yes, no=words.gettext("n"))
    answer = line(f"{question} [{hint}] ").casefold()
    return answer in (yes.casefold(), words.gettext("yes").casefold(), "y", "yes")


def go_on(context: Context, question: str) -> None:
    """Go on where it is wanted; ends the process where it is not, or nobody is there to ask."""
    if "--yes" in context.arguments.options:
        return
    words = context.words
    if context.arguments.json or not can_ask():
        sentence = words.gettext("Nothing was changed; --yes goes on without asking.")
        finish(error=f"smart-tui: {sentence}\n", code=FAILED)
    if not confirmed(question, words):
        finish(words.gettext("Nothing was changed.") + "\n", code=FAILED)


def chosen(question: str, answers: Mapping[str, str], words: Words) -> str:
    """Which of the answers is given: letters by what they stand for; empty where the person wants none of them."""
    letters = ", ".join(f"{letter} {meaning}" for letter, meaning in answers.items())
    while True:
        answer = line(f"{question}\n{letters}: ").casefold()
        if not answer or answer in answers:
            return answer
        say(words.gettext("That is none of the letters; Enter alone changes nothing.") + "\n")


def line(prompt: str) -> str:
    """What is typed behind the prompt, without the blanks round it; empty at the end of the input."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    with suppress(ImportError):
        # Loaded, it lets one correct the line with the usual keys.
        import readline  # noqa: F401
    try:
        return input(shown(prompt)).strip()
    except EOFError:
        say("\n")
        return ""
