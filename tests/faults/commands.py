"""Scenarios of the command line."""

import os
from pathlib import Path
from typing import NoReturn

from smart_tui.cli import main
from tests.faults.steps import Refusal, Scenario, Steps
from tests.faults.writing import BIG, checked_in, prepare_goal


def command(steps: Steps, *arguments: str) -> None:
    """Run smart-tui; raises Refusal where it exits with 1 and a sentence."""
    environ = {"SMART_TUI_HOME": steps.folder, "HOME": steps.folder, "LANG": "C.UTF-8", "SMART_TUI_TODAY": "2026-03-08"}
    leaving = os._exit
    left: list[int] = []

    def leave(status: int) -> NoReturn:
        left.append(status)
        raise SystemExit(status)

    os._exit = leave
    try:
        main.run(arguments, environ)
    except SystemExit:
        pass
    finally:
        os._exit = leaving
    if left == [1] and not list(Path(steps.folder).rglob("crash-*.txt")):
        raise Refusal
    if left != [0]:
        raise AssertionError(f"exit code {left}")


def _log(steps: Steps) -> None:
    for number in (1, 2):
        steps.do(number, lambda number=number: command(steps, "log", "1", str(BIG + number)))  # type: ignore[misc]


COMMAND = Scenario(prepare_goal, _log, checked_in)
