"""The pictures in the repository show what the app shows now."""

import asyncio
import re
from importlib.metadata import version
from pathlib import Path

import make
import pytest

from tests import demos

ROOT = Path(__file__).resolve().parent.parent


def locked(name: str) -> str:
    """The version of a package in constraints.txt."""
    found = re.search(rf"^{name}==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.skipif(
    any(version(name) != locked(name) for name in ("textual", "rich")),
    reason="other versions may draw the same thing another way",
)
@pytest.mark.parametrize("language", make.PICTURES)
def test_each_picture_says_what_the_app_says(
    language: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    demos.lay(tmp_path_factory, tmp_path, language, make.TODAY)
    for picture in make.PICTURES[language]:
        kept = ROOT / "screenshots" / make.file_name(language, picture.name)
        now = asyncio.run(make.draw(language, picture, str(tmp_path)))
        assert make.text_of(now) == make.text_of(kept.read_text("utf-8")), f"{kept.name}: run screenshots/make.py"


def test_there_are_twenty_five_pictures_in_english_and_eleven_in_each_other_language() -> None:
    assert {language: len(pictures) for language, pictures in make.PICTURES.items()} == {"en": 25, "da": 11, "sv": 11}


def test_no_picture_is_left_from_another_time() -> None:
    wanted = {make.file_name(language, each.name) for language, pictures in make.PICTURES.items() for each in pictures}
    assert {path.name for path in (ROOT / "screenshots").glob("*.svg")} == wanted
