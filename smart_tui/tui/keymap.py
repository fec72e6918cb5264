"""The keys of the config file: which of them can be used, and why the others cannot."""

from typing import NamedTuple

from smart_tui.i18n import Words
from smart_tui.tui.keys import BY_ID, COMMANDS, TYPING, Command, Overrides, keys_of, textual_key

_EDITING = frozenset("acdefhkuvwxyz")
"""Letters that edit in a text field together with Ctrl."""


class KeyProblem(NamedTuple):
    """A key of the config file that cannot be used, and why: "unknown", "typing" or "clash"."""

    command: str
    key: str
    code: str


def problem_sentence(problem: KeyProblem, words: Words) -> str:
    """Why a key of the config file does not hold."""
    sentences = {
        "unknown": words.gettext("The config file gives a key to {command}, which is no command."),
        "typing": words.gettext("The config file gives {key} to {command}, but that key types or edits there."),
        "clash": words.gettext("The config file gives {key} to {command}, but another command has that key."),
    }
    return sentences[problem.code].format(command=problem.command, key=problem.key)


def usable_keys(overrides: Overrides) -> tuple[dict[str, str], tuple[KeyProblem, ...]]:
    """The keys of the config file as a key map for Textual, and what of them was left out and why.

    A key is left out if its command is unknown, if it would type a character where one types, or
    if another command of the same screen has it.
    """
    taken: dict[str, str] = {}
    problems: list[KeyProblem] = []
    for id, wanted in overrides.items():
        keys = [textual_key(key) for key in wanted if key.strip()]
        known = BY_ID.get(id)
        if known is None:
            problems.append(KeyProblem(id, "", "unknown"))
            continue
        usable = [key for key in keys if _problem(known, key, overrides, problems) is None]
        if usable:
            taken[id] = ",".join(usable)
    return taken, tuple(problems)


def _problem(wanted: Command, key: str, overrides: Overrides, problems: list[KeyProblem]) -> KeyProblem | None:
    problem = None
    if any(where in TYPING for where in wanted.where) and not types_nothing(key):
        problem = KeyProblem(wanted.id, key, "typing")
    elif any(
        key in keys_of(other, overrides)
        for other in COMMANDS
        if other.id != wanted.id and set(other.where) & set(wanted.where)
    ):
        problem = KeyProblem(wanted.id, key, "clash")
    if problem:
        problems.append(problem)
    return problem


def types_nothing(key: str) -> bool:
    """Whether a key leaves a text field alone: function keys, Escape, Enter, paging, and Ctrl with a letter."""
    if key.startswith("f") and key[1:].isdigit():
        return True
    if key.startswith("ctrl+"):
        return key[5:] not in _EDITING
    return key in {"escape", "enter", "pageup", "pagedown", "tab"}
