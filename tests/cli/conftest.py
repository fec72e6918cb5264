"""Runs the command line in a process of its own, as a shell would."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

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
