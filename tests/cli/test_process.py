"""Pipes that close, disks that are full, homes that are missing: one sentence at most, never a traceback."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, environment


def shell(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    command = f'smart() {{ {sys.executable} -m smart_tui "$@"; }}; {script}'
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["list", "list --json", "--help", "--version", "where"])
def test_nobody_reading_is_no_error(tmp_path: Path, command: str) -> None:
    said = shell(tmp_path, f"{{ sleep 0.3; smart {command}; echo code $? >&2; }} | true")
    assert said.stderr == "code 0\n"


@pytest.mark.parametrize("command", ["list", "--version"])
def test_a_closed_output_is_no_traceback(tmp_path: Path, command: str) -> None:
    said = shell(tmp_path, f"smart {command} >&-; smart {command} >&- 2>&-; smart nonsense 2>&-; echo done")
    assert (said.stdout, said.stderr) == ("done\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_output_is_one_sentence(tmp_path: Path) -> None:
    said = shell(tmp_path, "smart --help >/dev/full; echo code $?")
    assert said.stdout == "code 1\n"
    assert said.stderr.startswith("smart-tui: ")
    assert said.stderr.count("\n") == 1


def test_a_full_disk_under_the_database_is_one_sentence(tmp_path: Path) -> None:
    said = shell(tmp_path, "smart add one; ulimit -f 8; smart add two; echo code $?; smart list")
    assert "code 1" in said.stdout
    assert said.stderr == "smart-tui: The disk is full. Nothing was saved.\n"
    assert "one" in said.stdout.split("code 1")[1]


def test_an_output_that_cannot_say_a_character_says_a_question_mark(run: Run) -> None:
    run("add", "Læs en bog")
    said = run("list", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    assert "L?s en bog" in said.stdout


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "2026-1-5", "20260115", "0000-00-00", "2026-W03-4"])
def test_a_fixed_day_that_is_none_is_refused(run: Run, text: str) -> None:
    said = run("list", SMART_TUI_TODAY=text)
    assert said.returncode == 2
    assert text in said.stderr


def test_one_folder_holds_everything(run: Run, tmp_path: Path) -> None:
    run("add", "Run")
    said = run("where").stdout
    paths = [line.split(maxsplit=1)[1] for line in said.splitlines()]
    assert len(paths) == 5
    assert all(path.startswith(str(tmp_path / "own")) for path in paths)
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


def test_another_database_is_used_by_its_path(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other place" / "work.db"
    run("--db", str(other), "add", "Run")
    assert other.is_file()
    assert str(other) in run("--db", str(other), "where").stdout
    assert run("list", "--json").stdout == "[]\n"


def test_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    shell(tmp_path, "umask 000; smart add Run")
    for path in (tmp_path / "own").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_without_any_home_the_sentence_names_the_ways_out(run: Run) -> None:
    code = (
        "import sys, pwd; pwd.getpwuid = lambda uid: (_ for _ in ()).throw(KeyError(uid));"
        "from smart_tui.__main__ import main; sys.argv = ['smart-tui', 'list']; main()"
    )
    environ = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    said = subprocess.run(
        [sys.executable, "-c", code], env=environ, stderr=subprocess.PIPE, text=True, check=False, timeout=60
    )
    assert said.returncode == 1
    assert "SMART_TUI_HOME" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("arguments", [[], ["demo"]], ids=["own", "demo"])
def test_without_a_terminal_the_app_says_so_within_a_second(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    before = os.times()
    said = run(*arguments)
    after = os.times()
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.count("\n") == 1
    # Its own time, not that of a machine that has much else to do.
    assert sum(after[2:4]) - sum(before[2:4]) < 1
    assert not (tmp_path / "own").exists()


def test_a_fault_of_the_program_is_one_sentence_and_a_file_without_anybodys_words(run: Run, tmp_path: Path) -> None:
    run("add", "My secret goal")
    code = (
        "import sys, smart_tui.cli.standing as s\n"
        "def broken(*a): secret = 'My secret goal'; raise RuntimeError(secret)\n"
        "s.order_key = broken\n"
        "from smart_tui.__main__ import main\nsys.argv = ['smart-tui', 'list']\nmain()\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1
    assert "RuntimeError" in said.stderr
    (crash,) = (tmp_path / "own").rglob("crash-*.txt")
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert "secret" not in crash.read_text("utf-8")
