"""A file or a folder is written wholly, for its owner alone, over nothing that was there, or not at all."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from smart_tui.export.writing import put_file, put_folder
from smart_tui.paths import find, is_own

PAGES = [("goals/Read.md", b"read"), ("journal/2026-01-15.md", b"wrote")]


def tree(folder: Path) -> dict[str, bytes]:
    """All files under a folder, with what is in them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def broken() -> Iterator[bytes]:
    """A beginning, and then no more room."""
    yield b"begun"
    raise OSError(28, "No space left on device")


def test_a_file_is_put_there_whole_and_one_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "goals.json"
    put_file(str(path), [b"one", b" two"])
    assert path.read_bytes() == b"one two"
    with pytest.raises(FileExistsError):
        put_file(str(path), [b"three"])
    with pytest.raises(OSError, match="No space"):
        put_file(str(path), broken(), replace=True)
    with pytest.raises(OSError, match="No space"):
        put_file(str(tmp_path / "other.json"), broken())
    with pytest.raises(IsADirectoryError):
        put_file(str(tmp_path), [b"three"], replace=True)
    with pytest.raises(FileNotFoundError):
        put_file(str(tmp_path / "none" / "goals.json"), [b"three"])
    assert tree(tmp_path) == {"goals.json": b"one two"}
    put_file(str(path), [b"four"], replace=True)
    assert tree(tmp_path) == {"goals.json": b"four"}
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="devices of a POSIX system")
def test_a_device_is_written_to_and_not_replaced() -> None:
    put_file("/dev/null", [b"gone"], replace=True)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_folder_is_filled_and_one_with_anything_in_it_stays(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    put_folder(str(folder), PAGES)
    whole = {"goals/Read.md": b"read", "journal/2026-01-15.md": b"wrote"}
    assert tree(folder) == whole
    assert os.name == "nt" or {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())} == {0o700}
    with pytest.raises(FileExistsError):
        put_folder(str(folder), PAGES)
    (folder / "mine.md").write_bytes(b"mine")
    put_folder(str(folder), [("goals/Read.md", b"read on")], replace=True)
    assert tree(folder) == {**whole, "goals/Read.md": b"read on", "mine.md": b"mine"}
    (tmp_path / "empty").mkdir()
    put_folder(str(tmp_path / "empty"), PAGES)
    assert tree(tmp_path / "empty") == whole
    assert {path.name for path in tmp_path.iterdir()} == {"notes", "empty"}


def test_of_a_folder_that_cannot_be_written_whole_nothing_is_left(tmp_path: Path) -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        yield PAGES[0]
        raise OSError(28, "No space left on device")

    filled = tmp_path / "filled"
    (filled / "journal" / "2026-01-15.md").mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"mine")
    for target in (tmp_path / "new", filled):
        with pytest.raises(OSError, match="No space"):
            put_folder(str(target), pages(), replace=True)
    with pytest.raises(IsADirectoryError):
        put_folder(str(filled), PAGES, replace=True)
    with pytest.raises(NotADirectoryError):
        put_folder(str(tmp_path / "file"), PAGES, replace=True)
    assert tree(tmp_path) == {"file": b"mine"}
    assert not [path for path in tmp_path.rglob("*") if "partial" in path.name]


def test_nothing_takes_the_place_of_the_file_with_the_data_or_of_a_backup(tmp_path: Path) -> None:
    paths = find({"SMART_TUI_HOME": str(tmp_path)})
    os.mkdir(paths.backups)
    backup = os.path.join(paths.backups, "smart-tui-1.db")
    for path in (paths.db, backup):
        Path(path).touch()
    link = tmp_path / "link.json"
    os.link(paths.db, link)
    for ours in (paths.db, backup, paths.config_file, str(link), f"{paths.db}-journal"):
        assert is_own(ours, paths)
    assert not is_own(str(tmp_path / "goals.json"), paths)
    named = tmp_path / "elsewhere" / "work.db"
    named.parent.mkdir()
    named.symlink_to(paths.db)
    by_link = find({"SMART_TUI_HOME": str(tmp_path)}, str(named))
    assert all(is_own(ours, by_link) for ours in (paths.db, backup, f"{paths.db}-journal"))


def test_what_a_killed_export_left_is_in_nobody_s_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, folder = tmp_path / "goals.json", tmp_path / "pages"
    with monkeypatch.context() as killed:
        killed.setattr(os, "unlink", lambda path: None)
        killed.setattr(shutil, "rmtree", lambda path, ignore_errors: None)
        with pytest.raises(OSError, match="No space"):
            put_file(str(target), broken())
        with pytest.raises(OSError, match="No space"):
            put_folder(str(folder), ((f"goals/{piece.decode()}.md", piece) for piece in broken()))
    assert len(list(tmp_path.iterdir())) == 2
    put_file(str(target), [b"whole"])
    put_folder(str(folder), PAGES)
    assert target.read_bytes() == b"whole" and len(tree(folder)) == 2
