"""Leaving a real terminal: signals, a closed window, suspension, and the terminal that is given back."""

import os
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from smart_tui.store.backups.copying import verify_backup
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.commands.goals import create
from smart_tui.store.store import Store
from tests.e2e.terminal import Terminal

ROOT = Path(__file__).parents[2]


def start(home: Path, nohup: bool = False) -> Terminal:
    surroundings = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": "2026-01-15",
    }
    if nohup:
        # What nohup does, without its redirections.
        shell = 'trap "" HUP; exec "$0" -m smart_tui'
        return Terminal(["/bin/sh", "-c", shell, sys.executable], surroundings, cwd=str(ROOT))
    return Terminal([sys.executable, "-m", "smart_tui"], surroundings, cwd=str(ROOT))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_the_app_within_two_seconds_and_gives_the_terminal_back(tmp_path: Path, number: int) -> None:
    begun = time.monotonic()
    terminal = start(tmp_path)
    terminal.wait("Press n to write")
    terminal.settle()
    killed = time.monotonic()
    os.kill(terminal.pid, number)
    assert terminal.wait_exit() == 128 + number
    # On a busy machine starting takes its time, too: that is what two seconds are where there is much else to do.
    assert time.monotonic() - killed < max(2, 2 * (killed - begun))
    assert b"\x1b[?1049l" in terminal.raw and b"\x1b[?25h" in terminal.raw
    assert b"Traceback" not in terminal.raw


def test_q_ends_the_app_with_0(tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.wait("Press n to write")
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_a_closed_window_leaves_no_process_behind(tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.wait("Press n to write")
    terminal.settle()
    os.close(terminal._fd)
    gone = time.monotonic() + 20
    done = 0
    while not done and time.monotonic() < gone:
        time.sleep(0.05)
        done, status = os.waitpid(terminal.pid, os.WNOHANG)
    assert done, "the process goes on without a window"
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP


def test_a_closed_window_ends_an_app_that_hears_no_hangup(tmp_path: Path) -> None:
    terminal = start(tmp_path, nohup=True)
    terminal.wait("Press n to write")
    terminal.settle()
    os.close(terminal._fd)
    gone = time.monotonic() + 20
    done = 0
    while not done and time.monotonic() < gone:
        time.sleep(0.05)
        done, _ = os.waitpid(terminal.pid, os.WNOHANG)
    assert done, "the process spins without a window"


def test_suspended_and_resumed_the_screen_is_drawn_again(tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.wait("Press n to write")
    terminal.settle()
    drawn = len(terminal.raw)
    terminal.press("ctrl+z")
    stopped = time.monotonic() + 20
    while time.monotonic() < stopped and _state(terminal.pid) != "T":
        terminal.read(0.05)
    assert _state(terminal.pid) == "T"
    terminal.settle()
    assert b"\x1b[?1049l" in terminal.raw[drawn:]
    drawn = len(terminal.raw)
    os.kill(terminal.pid, signal.SIGCONT)
    while b"\x1b[?1049h" not in terminal.raw[drawn:]:
        assert terminal.read() and time.monotonic() < stopped + 20
    terminal.wait("Press n to write")
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_a_signal_leaves_a_whole_backup_of_what_changed_behind(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "smart-tui.db"))
    store.run_sync(create, "nordic", "en", "Read books")
    store.close()
    terminal = start(tmp_path)
    terminal.wait("Drafts 1")
    terminal.settle()
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait_exit() == 128 + signal.SIGTERM
    (backup,) = backups_of(store.path)
    assert (backup.reason, backup.listed) == ("exit", True)
    verify_backup(backup.path)
    assert not list((tmp_path / "backups").glob("*.partial"))


def test_what_the_app_leaves_behind_is_for_its_owner_only(tmp_path: Path) -> None:
    terminal = start(tmp_path)
    terminal.wait("Press n to write")
    terminal.settle()
    terminal.press("q")
    assert terminal.wait_exit() == 0
    for path in tmp_path.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode & 0o077 == 0, path


def _state(pid: int) -> str:
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()[0]


BROKEN = """
import os, sys
from textual.binding import Binding
from smart_tui.config import Config
from smart_tui.i18n import words
from smart_tui.paths import find
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp, run

class Broken(SmartApp):
    BINDINGS = [Binding("f5", "break")]

    def action_break(self):
        diary = "SECRET of the diary"
        raise ValueError(diary)

paths = find(os.environ)
sys.exit(run(Broken(Store(paths.db), paths, Config(), words("en"))))
"""


def test_a_crash_gives_the_terminal_back_says_one_sentence_and_ends_with_1(tmp_path: Path) -> None:
    surroundings = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "SMART_TUI_HOME": str(tmp_path)}
    script = tmp_path / "broken.py"
    script.write_text(BROKEN)
    terminal = Terminal([sys.executable, str(script)], {**surroundings, "PYTHONPATH": str(ROOT)}, cwd=str(ROOT))
    terminal.wait("Press n to write")
    terminal.settle()
    terminal.press("f5")
    assert terminal.wait_exit() == 1
    after = terminal.raw.rsplit(b"\x1b[?1049l", 1)[1].decode()
    assert "smart-tui stopped because of a mistake of its own. What you wrote is saved." in after
    assert "Traceback" not in after and "SECRET" not in after
    reports = list((tmp_path / "state").glob("crash-*.txt"))
    assert len(reports) == 1
    assert "SECRET" not in reports[0].read_text() and "ValueError" in reports[0].read_text()
