"""The demo as the tests open it: built once for a run of the tests, a day and a language, however many processes."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from smart_tui.demo import cached


def demo(factory: pytest.TempPathFactory, language: str = "en", today: str = "2026-01-15") -> Path:
    """The path of the demo's database, to be read only; its name is the one the app looks for."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"demo-{today}"
    folder.mkdir(exist_ok=True)
    return Path(cached(str(folder), language, date.fromisoformat(today)))


def lay(factory: pytest.TempPathFactory, state: Path, language: str = "en", today: str = "2026-01-15") -> None:
    """Put the built demo where an app with this folder for its state finds it, so that it does not build its own."""
    built = demo(factory, language, today)
    (state / "demo").mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copy(built, state / "demo" / built.name)
