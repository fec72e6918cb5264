"""Runs the command line, in a process of its own as a shell would, or in this one."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, Protocol, TextIO

import pytest

from smart_tui.cli import main
from smart_tui.store.store import Store

ROOT = Path(__file__).resolve().parents[2]


class Run(Protocol):
    """Runs smart-tui with arguments and further environment variables."""

    def __call__(self, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]: ...


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """A clean environment whose home is `home`, on one fixed day, in English."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONDONTWRITEBYTECODE")}
    fixed = {"HOME": str(home), "SMART_TUI_HOME": str(home / "own"), "SMART_TUI_TODAY": "2026-01-15", "LANG": "C.UTF-8"}
    return {**kept, **fixed, "PYTHONPATH": str(ROOT), **(more or {})}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """smart-tui in a home of its own."""

    def call(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "smart_tui", *arguments],
            env=environment(tmp_path, environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


class Said(NamedTuple):
    """What one command line gave: exit code, output, error output."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)


class Here(Protocol):
    """Runs a command line in this process, with `typed` as what comes from the keyboard; None: it is closed."""

    def __call__(self, *arguments: str, typed: str | TextIO | None = "", today: str = ...) -> Said: ...


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    """smart-tui in this process, in a home of its own, for what has to be said often or by whom reads along."""

    def leave(code: int) -> NoReturn:
        raise SystemExit(code)

    def call(*arguments: str, typed: str | TextIO | None = "", today: str = "2026-01-15") -> Said:
        with monkeypatch.context() as patched:
            patched.setattr(os, "_exit", leave)
            patched.setattr(sys, "stdin", io.StringIO(typed) if isinstance(typed, str) else typed)
            capfd.readouterr()
            with pytest.raises(SystemExit) as left:
                main.run(arguments, environment(tmp_path, {"SMART_TUI_TODAY": today}))
        out, err = capfd.readouterr()
        return Said(int(str(left.value.code)), out, err)

    return call


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of that home, to look at what was written and to take steps back."""
    opened = Store(str(tmp_path / "own" / "smart-tui.db"))
    yield opened
    opened.close()
