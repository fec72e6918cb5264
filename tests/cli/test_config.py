"""The config file is read with defaults whatever is in it, and written without losing anything."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.config import Config, ConfigError, read, write_value
from tests.cli.conftest import Run

WHOLE = """# my looks
language = "da"
theme = "smart-dark"  # at night
accepted_label = "ambitious"

[keys]
check_in = "i"
undo = ["u", "ctrl+u"]
"""


def test_no_file_is_the_defaults(tmp_path: Path) -> None:
    assert read(str(tmp_path / "config.toml")) == (Config(), ())


def test_every_value_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(WHOLE, "utf-8")
    config, problems = read(str(path))
    assert problems == ()
    assert config[:3] == ("da", "smart-dark", "ambitious")
    assert config.keys == {"check_in": ("i",), "undo": ("u", "ctrl+u")}


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert read(str(path))[0].language == "da"


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ('language = "fr"', "wrong", "language"),
        ("language = 3", "wrong", "language"),
        ('accepted_label = "able"', "wrong", "accepted_label"),
        ("theme = []", "wrong", "theme"),
        ("keys = 1", "wrong", "keys"),
        ("[keys]\nundo = 5", "wrong", "keys.undo"),
        ("colour = 1", "unknown", "colour"),
    ],
)
def test_a_wrong_value_is_passed_over_and_named(tmp_path: Path, text: str, code: str, key: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    config, problems = read(str(path))
    assert config == Config()
    assert [(problem.code, problem.key) for problem in problems] == [(code, key)]


def test_a_mistake_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('language = "da"\n\ntheme = \n', "utf-8")
    config, (problem,) = read(str(path))
    assert config == Config()
    assert (problem.code, problem.line) == ("not_toml", 3)


@settings(max_examples=100, deadline=None)
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_nothing_in_the_file_is_fatal(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(raw)
    config, _ = read(str(path))
    assert isinstance(config, Config)


def test_a_folder_in_its_place_is_not_fatal(tmp_path: Path) -> None:
    assert read(str(tmp_path))[1][0].code == "unreadable"


def test_writing_keeps_comments_and_everything_else(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(WHOLE, "utf-8")
    write_value(str(path), "language", "sv")
    write_value(str(path), "keys.redo", "r")
    text = path.read_text("utf-8")
    assert text.startswith('# my looks\nlanguage = "sv"\ntheme = "smart-dark"  # at night\n')
    assert read(str(path))[0].keys["redo"] == ("r",)
    write_value(str(path), "theme", None)
    assert read(str(path))[0].theme is None


def test_a_new_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    old = os.umask(0)
    try:
        write_value(str(path), "theme", "x")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["config.toml"]


def test_a_linked_file_stays_linked(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(WHOLE, "utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    write_value(str(link), "language", "en")
    assert link.is_symlink()
    assert read(str(real))[0].language == "en"


def test_a_file_with_a_mistake_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("language =", "utf-8")
    with pytest.raises(ConfigError) as failed:
        write_value(str(path), "language", "da")
    assert failed.value.problem.code == "not_toml"
    assert path.read_text("utf-8") == "language ="


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ConfigError) as failed:
        write_value(str(tmp_path / "config.toml"), "language", "da")
    assert failed.value.problem.code == "unwritable"
    assert os.listdir(tmp_path) == []


def test_the_language_comes_from_option_then_config_then_system(run: Run, tmp_path: Path) -> None:
    def spoken(*arguments: str, **environ: str) -> str:
        return run(*arguments, "list", **environ).stdout

    english, danish, swedish = (spoken("--lang", lang) for lang in ("en", "da", "sv"))
    assert len({english, danish, swedish}) == 3
    assert spoken(LANG="da_DK.UTF-8") == danish
    own = tmp_path / "own"
    own.mkdir(exist_ok=True)
    (own / "config.toml").write_text('language = "sv"', "utf-8")
    assert spoken(LANG="da_DK.UTF-8") == swedish
    assert spoken("--lang", "en", LANG="da_DK.UTF-8") == english


@pytest.mark.parametrize(
    ("value", "folder", "problems"),
    [
        ("/mnt/stick", "/mnt/stick", ()),
        (" ~/Backups ", os.path.expanduser("~/Backups"), ()),
        ("", "", ()),
        ("backups", "", ("backup_folder",)),
        ("~nobody-at-all/backups", "", ("backup_folder",)),
    ],
)
def test_the_second_folder_is_an_absolute_path(
    tmp_path: Path, value: str, folder: str, problems: tuple[str, ...]
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'backup_folder = "{value}"\n')
    config, found = read(str(path))
    assert config.backup_folder == folder
    assert tuple(problem.key for problem in found) == problems
