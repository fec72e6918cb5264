"""A copy of the words of the languages with a file that cannot be read, for tests in this process."""

import shutil
import sys
from pathlib import Path

import pytest

from smart_tui.reading.words import files


def unreadable(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lang: str, name: str, written: str | None = "x = ["
) -> None:
    """Let the words be read anew from a copy in which a file says something else, or is missing (None)."""
    copy = folder / "words"
    shutil.copytree(files.FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = copy / lang / f"{name}.toml"
    if written is None:
        file.unlink()
    else:
        file.write_text(written, "utf-8")
    monkeypatch.setattr(files, "FOLDER", str(copy))
    forget()


def forget() -> None:
    """Let all words be read anew when they are needed."""
    files.FAULTS.clear()
    for module in [module for name, module in sys.modules.items() if name.startswith("smart_tui.")]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and getattr(value, "__module__", "").startswith(READERS):
                value.cache_clear()


READERS = ("smart_tui.reading.", "smart_tui.coach.")
