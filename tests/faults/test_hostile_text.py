"""Two thousand hostile texts: stored as typed, and shown and printed so that they steer nothing."""

import os
from pathlib import Path

import pytest

from smart_tui.store.store import Store
from tests.faults.hostile import strings
from tests.faults.hostilecommands import OF_A_GOAL, PRINTED, answer
from tests.faults.hostilegoals import Hostile, spoil

COUNT = 2000
EVERY = 6
"""One goal in so many is printed by itself."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose every text is hostile; some hundred bytes of it were never cleaned."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "own").mkdir()
    path = os.path.join(home, "own", "smart-tui.db")
    store = Store(path)
    hostile = Hostile(strings(COUNT))
    assert hostile.fill(store) > 50
    store.close()
    assert len(hostile.stored) > 1700 and not hostile.missing(path)
    return home


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "SMART_TUI_HOME": str(home / "own"), "SMART_TUI_TODAY": "2026-01-15", "LANG": "C.UTF-8"}


def test_no_command_prints_what_steers_a_terminal_also_of_what_another_program_wrote(home: Path) -> None:
    environ = environment(home)
    of_goals = [[word.format(no=no) for word in each] for each in OF_A_GOAL for no in range(1, 52, EVERY)]
    for arguments in PRINTED:
        assert answer(arguments, environ).faults() == [], arguments
    assert spoil(str(home / "own" / "smart-tui.db"), strings(4000, 1)) > 1500
    for more in (*PRINTED, *of_goals):
        assert answer(more, environ).faults() == [], more
