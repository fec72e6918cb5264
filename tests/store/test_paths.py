"""Where things live, and that one variable moves all of it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from smart_tui import paths
from tests.store.contents import ROOT

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of Linux")


def test_one_variable_moves_everything_under_one_folder(tmp_path: Path) -> None:
    found = paths.find({"SMART_TUI_HOME": str(tmp_path / "x"), "HOME": "/home/ann", "XDG_DATA_HOME": "/data"})
    home = str(tmp_path / "x")
    assert found.home == home
    assert found.db == os.path.join(home, "smart-tui.db")
    assert all(
        path.startswith(home) for path in (found.data, found.config, found.state, found.backups, found.config_file)
    )
    assert not (tmp_path / "x").exists()


def test_a_relative_home_is_made_absolute() -> None:
    assert paths.find({"SMART_TUI_HOME": "here"}).db == os.path.abspath("here/smart-tui.db")


def test_another_database_keeps_its_backups_beside_it(tmp_path: Path) -> None:
    found = paths.find({"HOME": "/home/ann"}, db=str(tmp_path / "other.db"))
    assert found.db == str(tmp_path / "other.db")
    assert found.backups == str(tmp_path / "backups")
    assert found.config == paths.find({"HOME": "/home/ann"}).config


@linux
def test_the_folders_of_the_desktop_are_used_and_relative_ones_ignored() -> None:
    found = paths.find(
        {"HOME": "/home/ann", "XDG_DATA_HOME": "relative", "XDG_CONFIG_HOME": "/etc/ann", "XDG_STATE_HOME": ""}
    )
    assert found.db == "/home/ann/.local/share/smart-tui/smart-tui.db"
    assert found.config_file == "/etc/ann/smart-tui/config.toml"
    assert found.state == "/home/ann/.local/state/smart-tui"
    assert found.backups == "/home/ann/.local/share/smart-tui/backups"


@linux
def test_they_are_the_folders_platformdirs_names(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/home/ann")
    named = platformdirs.PlatformDirs("smart-tui", appauthor=False)
    found = paths.find(os.environ)
    assert (found.data, found.config, found.state) == (named.user_data_dir, named.user_config_dir, named.user_state_dir)


@linux
def test_without_a_home_variable_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    assert os.path.isabs(paths.find({}).db)

    def nobody(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(paths.NoHomeError):
        paths.find({"HOME": "relative"})
    assert paths.find({"SMART_TUI_HOME": "/x"}).db == "/x/smart-tui.db"


def test_folders_are_private_whatever_the_umask_and_found_ones_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    code = "import os, sys; os.umask(int(sys.argv[2], 8)); import smart_tui.paths as p; p.make_folder(sys.argv[1])"
    for umask in ("000", "077", "0777"):
        folder = tmp_path / umask / "b"
        subprocess.run([sys.executable, "-c", code, str(folder), umask], check=True, cwd=ROOT)
        assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        paths.make_folder(str(tmp_path / "file"))


def test_a_file_is_written_wholly_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    paths.write_file(str(path), b"one")
    paths.write_file(str(path), b"two")
    assert path.read_bytes() == b"two"
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["page.md"]


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        paths.write_file(str(path), b"new", replace=False)
    assert path.read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["page.md"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for replace in (True, False):
        with pytest.raises(OSError, match="No space"):
            paths.write_file(str(tmp_path / "page.md"), b"new", replace=replace)
    assert os.listdir(tmp_path) == []
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        paths.write_file(str(tmp_path / "folder"), b"new")
    assert os.listdir(tmp_path) == ["folder"]


@pytest.mark.skipif(os.name == "nt", reason="links of a POSIX system")
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    paths.write_file(str(tmp_path / "link.md"), b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"
