"""The wheel holds all that is needed: it is built, installed into an empty folder, and speaks Danish."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without looking anything up."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run([*command, "-w", str(folder), str(ROOT)], check=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_catalogues_and_styles_and_no_sources_of_translations(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for language in ("en", "da", "sv"):
        assert f"smart_tui/locale/{language}/LC_MESSAGES/smart_tui.mo" in names
    assert "smart_tui/tui/app.tcss" in names
    assert "smart_tui/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.endswith((".po", ".pyc")) or name.startswith("tests/")]


def test_installed_from_the_wheel_it_speaks_danish(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(place)]
    subprocess.run([*command, str(wheel)], check=True, timeout=120)
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "SMART_TUI_HOME": str(tmp_path / "own"),
        "PYTHONPATH": str(place),
        "LANG": "da_DK.UTF-8",
    }

    def said(*arguments: str) -> str:
        code = (
            "import smart_tui, sys; from smart_tui.__main__ import main; print(smart_tui.__file__, flush=True); main()"
        )
        process = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=environ,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
        )
        file, _, rest = process.stdout.partition("\n")
        assert file.startswith(str(place))
        return rest

    assert "Åbn dine mål" in said("--help")
    assert "Kladde 1" in said("add", "Læs 24 bøger inden 31. december")
    assert "24 bøger" in said("show", "1")
