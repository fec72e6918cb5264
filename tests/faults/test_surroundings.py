"""Odd surroundings: any umask, files of others, a file that is moved, a writer killed in a terminal."""

import os
import stat
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.faults.copies import copy_while_open
from tests.faults.injector import Injector
from tests.faults.kills import kill_apps
from tests.faults.scenarios import SCENARIOS
from tests.faults.whole import DATABASE
from tests.store.contents import contents, full_goal

WRITING = ["first write", "migration", "backup", "restore", "restore of a damaged file", "salvage", "import", "export"]


@pytest.mark.parametrize("name", WRITING)
def test_whatever_is_written_is_its_owners_only_even_if_nothing_is_asked_to_be(
    injector: Injector, scratch: Path, name: str
) -> None:
    home = scratch / "home"
    home.mkdir()
    SCENARIOS[name].prepare(home)
    before = set(home.rglob("*"))
    outcome = injector.run(name, home)  # The process has a umask of 0.
    assert (outcome.status, outcome.refused, outcome.said.count("Traceback")) == (0, (), 0)
    new = set(home.rglob("*")) - before | {home / DATABASE}
    modes = {str(path.relative_to(home)): stat.S_IMODE(path.stat().st_mode) for path in new}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize(("folder", "file"), [(0o755, 0o644), (0o777, 0o444), (0o755, 0o600), (0o700, 0o600)])
def test_the_file_of_somebody_else_is_said_to_be_one_and_stays_as_it_is(
    injector: Injector, scratch: Path, folder: int, file: int
) -> None:
    home = scratch / "home"
    home.mkdir()
    SCENARIOS["check-in"].prepare(home)
    scratch.chmod(0o755)
    (home / DATABASE).chmod(file)
    home.chmod(folder)
    before = (home / DATABASE).read_bytes(), sorted(home.rglob("*"))
    outcome = injector.run("check-in", home, as_nobody=True)
    assert (outcome.status, outcome.acknowledged, outcome.traceback) == (0, (), False)
    assert {code for _, code in outcome.refused} <= {"read_only", "no_permission"}
    assert ((home / DATABASE).read_bytes(), sorted(home.rglob("*"))) == before


def test_a_file_moved_away_while_it_is_open_is_not_written_to_and_found_again_when_it_is_back(scratch: Path) -> None:
    from smart_tui.store.commands import goals

    path = str(scratch / DATABASE)
    store = Store(path)
    goal_id = full_goal(store)
    before = contents(path)
    os.rename(path, path + ".moved")
    with pytest.raises(StoreError, match="not_found"):
        store.run_sync(goals.set_answer, goal_id, "specific.why", "lost?")
    assert contents(path + ".moved") == before
    os.replace(path + ".moved", path)
    assert store.read(queries.goal, goal_id).title == "Read more"
    store.run_sync(goals.set_answer, goal_id, "specific.why", "here")
    store.close()
    assert contents(path) != before


def test_a_copy_made_while_it_is_open_has_everything_that_was_acknowledged(scratch: Path) -> None:
    figures = copy_while_open(12, 1, scratch)
    assert figures.clean, figures.wrong


def test_the_app_killed_at_a_random_moment_keeps_all_that_it_had_shown(tmp_path: Path) -> None:
    figures = kill_apps(2, 3, tmp_path)
    assert figures.clean, figures.wrong
    assert figures.acknowledged
