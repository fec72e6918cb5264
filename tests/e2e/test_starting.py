"""The app in a real terminal: it starts, says where it is, and leaves; the demo keeps nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import demos
from tests.cli.conftest import environment
from tests.e2e.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts smart-tui with arguments in a terminal of 80 by 24."""
    opened: list[Terminal] = []

    def call(*arguments: str, **environ: str) -> Terminal:
        command = [sys.executable, "-m", "smart_tui", *arguments]
        opened.append(Terminal(command, environment(tmp_path, environ)))
        return opened[-1]

    yield call
    for terminal in opened:
        terminal.close()


def test_a_first_start_says_what_to_do_and_q_leaves(start: Start) -> None:
    terminal = start()
    terminal.wait(r"\bn\b")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(("lang", "sentence"), [("en", "nothing in it is kept"), ("da", "demo"), ("sv", "demo")])
def test_the_demo_says_that_nothing_is_kept_and_keeps_nothing(
    start: Start, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, lang: str, sentence: str
) -> None:
    demos.lay(tmp_path_factory, tmp_path / "own" / "state", lang)
    terminal = start("--lang", lang, "demo")
    text = terminal.wait("433.350")
    assert sentence in text.lower()
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not (tmp_path / "own" / "smart-tui.db").exists()
    assert [name for name in os.listdir(tmp_path / "own" / "state" / "demo") if "copy" in name] == []


def test_from_the_demo_one_can_go_on_to_a_goal_of_ones_own(start: Start, tmp_path: Path) -> None:
    terminal = start("demo")
    terminal.wait("433,350")
    terminal.press("n")
    terminal.wait("my own file")
    terminal.press("enter")
    terminal.wait("(?i)model|international")
    assert "nothing in it is kept" not in terminal.text
    terminal.press("enter")
    terminal.wait("SPECIFIC")
    terminal.type("Run a marathon")
    terminal.press("escape")
    terminal.wait("Kept as a draft")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    listed = subprocess.run(
        [sys.executable, "-m", "smart_tui", "list", "--json"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        check=True,
    )
    assert [goal["title"] for goal in json.loads(listed.stdout)] == ["Run a marathon"]


def test_a_mistake_in_the_config_file_is_said_and_does_no_harm(start: Start, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "config.toml").write_text('language = "en"\ntheme = \n', "utf-8")
    terminal = start()
    terminal.wait("line 2")
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_a_file_that_is_no_database_is_said_without_a_screen(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("only notes\n" * 200, "utf-8")
    terminal = start("--db", str(path))
    assert terminal.wait_exit() == 1
    assert "smart-tui: " in terminal.text
    assert b"\x1b[?1049h" not in terminal.raw
