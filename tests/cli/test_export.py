"""Everything, or one goal, leaves through a file, a folder or a pipe; and where it cannot, nothing is left behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.cli import export
from smart_tui.domain.review import Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, journal, reviews
from smart_tui.store.store import Store
from tests.cli.conftest import Here, environment
from tests.store.contents import full_goal

LARGE = 4096
"""Bytes that a process may write in a test of a full disk."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two goals, some entries, a review and some words."""
    path = tmp_path_factory.mktemp("made") / "smart-tui.db"
    store = Store(str(path))
    first, second = full_goal(store, "=Read/more"), full_goal(store, "Walk, å")
    store.run_sync(entries.check_in, second, date(2026, 3, 3), Decimal("-2.5"), note="@home")
    store.run_sync(journal.write, None, date(2026, 3, 4), "Met @bo\nby the sea", [first])
    store.run_sync(journal.write, None, date(2026, 3, 4), "Alone" + " all of the day" * 500, [])
    store.run_sync(reviews.begin, date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 11), Way.FULL)
    store.close()
    return path


@pytest.fixture(autouse=True)
def filled(made: Path, tmp_path: Path) -> None:
    """That file in the home of a test."""
    (tmp_path / "own").mkdir()
    shutil.copy(made, tmp_path / "own" / "smart-tui.db")


FORMATS = ("json", "csv", "md", "ics", "jrnl", "taskwarrior")


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_and_a_pipe_get_the_same(here: Here, tmp_path: Path, format: str) -> None:
    piped = here("export", "--to", format)
    path = tmp_path / "taken.md"
    written = here("export", str(path), "--to", format)
    assert (piped.code, piped.err, written.code, written.err) == (0, "", 0, "")
    assert str(path) in written.out
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert unstamped(path.read_bytes().decode()) == unstamped(piped.out)
    assert len(path.read_bytes()) > 100


def unstamped(text: str) -> str:
    """Without the lines that say when it was made."""
    kept = [line for line in text.splitlines() if "exported_at" not in line and not line.startswith("DTSTAMP")]
    return "\n".join(kept)


def test_the_ending_says_the_format_and_the_option_overrules_it(here: Here, tmp_path: Path) -> None:
    begins = {"a.csv": "goal,", "b.ics": "BEGIN:VCALENDAR", "c.md": "---\n", "d.ICS": "BEGIN:VCALENDAR", "e.json": "{"}
    for name, begin in begins.items():
        assert here("export", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(begin)
    here("export", str(tmp_path / "f.csv"), "--to", "jrnl")
    assert (tmp_path / "f.csv").read_text("utf-8").startswith('{\n  "tags"')


def test_jrnl_gets_its_own_text_in_a_text_file_as_it_imports_no_json(here: Here, tmp_path: Path) -> None:
    own = ("--db", str(tmp_path / "one.db"))
    here("journal", "add", "Met Bo\nHe liked it\n[2025-01-01 08:00] is when we began", *own)
    here("journal", "add", "Rain", "--on", "yesterday", *own)
    path = tmp_path / "journal.txt"
    assert here("export", str(path), "--to", "jrnl", *own).code == 0
    text = path.read_text("utf-8")
    assert re.sub(r" \d\d:\d\d\] ", "] ", text) == (
        "[2026-01-14] Rain\n\n[2026-01-15] Met Bo\nHe liked it\n [2025-01-01] is when we began\n"
    )
    assert "New: 2 journal entries" in here("--db", str(tmp_path / "two.db"), "import", str(path), "--dry-run").out


def test_what_cannot_be_meant_is_said(here: Here, tmp_path: Path) -> None:
    for arguments, said in (
        (("export", "notes"), "The ending of notes names no format"),
        (("export", "--to", "pdf"), "There is no format pdf"),
        (("export", "--local"), "--local goes with a table only"),
        (("export", "a.csv", "b.csv"), "a word too many: b.csv"),
    ):
        found = here(*arguments)
        assert found.code == 2 and said in found.err and not found.out
    assert here("export", "--goal", "nobody").code == 1


def test_what_is_there_stays_unless_it_may_be_replaced(here: Here, tmp_path: Path) -> None:
    path = tmp_path / "taken.csv"
    path.write_text("mine")
    refused = here("export", str(path))
    assert refused.code == 1 and "There is a file of this name" in refused.err and "--force" in refused.err
    assert path.read_text() == "mine"
    assert here("export", str(path), "--force").code == 0
    assert path.read_text().startswith("goal,")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "This is a folder" in here("export", str(folder), "--to", "csv").err
    (folder / "mine").touch()
    assert "There is something in this folder" in here("export", str(folder), "--to", "md").err
    assert os.listdir(folder) == ["mine"]
    database = tmp_path / "own" / "smart-tui.db"
    before = database.read_bytes()
    for name in (str(database), str(database) + "-journal"):
        ours = here("export", name, "--to", "json", "--force")
        assert ours.code == 1 and "belongs to smart-tui itself" in ours.err
    assert database.read_bytes() == before


def test_a_folder_is_filled_with_pages_unless_another_format_is_named(here: Here, tmp_path: Path) -> None:
    here("add", "Read 24 books by 31 December")
    (tmp_path / "there").mkdir()
    for name in ("there", "new/", "new.json/"):
        said = here("export", os.path.join(tmp_path, name))
        assert (said.code, said.err) == (0, "")
        assert (tmp_path / name / "goals").is_dir()


def test_a_folder_of_pages_holds_goals_reviews_and_journal(here: Here, tmp_path: Path) -> None:
    assert here("export", str(tmp_path / "notes"), "--to", "md").code == 0
    names = sorted(str(path.relative_to(tmp_path / "notes")) for path in (tmp_path / "notes").rglob("*.md"))
    assert names == [
        "goals/=Read more.md",
        "goals/Walk, å.md",
        "journal/2026-03-04 (2).md",
        "journal/2026-03-04.md",
        "reviews/week-2026-01-05.md",
    ]


def test_a_table_disarms_formulas_keeps_numbers_and_speaks_the_language_if_asked(here: Here) -> None:
    english = here("export", "--to", "csv").out.splitlines()
    assert ",'=Read/more,2026-03-02,value,1.5,books,,short one," in english[1]
    assert ',"Walk, å",2026-03-03,value,-2.5,books,,\'@home,' in english[3]
    danish = here("--lang", "da", "export", "--to", "csv", "--local").out.splitlines()
    assert ";Walk, å;2026-03-03;value;-2,5;books;;'@home;" in danish[3]


def test_one_goal_leaves_with_what_belongs_to_it_alone(here: Here) -> None:
    pages = here("export", "--to", "md", "--goal", "1").out
    assert "by the sea" in pages and "Alone" not in pages and "Walk" not in pages
    tasks = here("export", "--to", "ics", "--goal", "2").out
    assert "Walk" in tasks and "Read/more" not in tasks and "VEVENT" not in tasks


@pytest.mark.skipif(os.name == "nt", reason="limits of a POSIX system")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    import resource

    out = tmp_path / "out"
    out.mkdir()
    for name in ("taken.json", "taken.md", "notes/"):
        found = subprocess.run(
            [
                sys.executable,
                "-m",
                "smart_tui",
                "export",
                str(out / name),
                *(["--to", "md"] if name[-1] == "/" else []),
            ],
            env=environment(tmp_path),
            capture_output=True,
            encoding="utf-8",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LARGE, LARGE)),
        )
        assert found.returncode == 1, found.stderr
        assert "The disk is full. Nothing was written" in found.stderr and "Traceback" not in found.stderr
        assert os.listdir(out) == []


@pytest.mark.skipif(os.name == "nt", reason="pipes of a POSIX system")
def test_nobody_reading_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    found = subprocess.run(
        [sys.executable, "-m", "smart_tui", "export", "--to", "md"],
        env=environment(tmp_path),
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")


def test_one_goal_merged_again_where_it_came_from_changes_nothing(here: Here, tmp_path: Path, store: Store) -> None:
    store.run_sync(goals.set_fields, 2, {"parent_id": 1})
    assert here("export", str(tmp_path / "one.json"), "--goal", "2").code == 0
    merged = here("merge", str(tmp_path / "one.json"), "--json")
    assert merged.code == 0, merged.err
    assert store.read(queries.goal, 2).parent_id == 1


def test_everything_that_left_comes_back_into_an_empty_file(here: Here, tmp_path: Path) -> None:
    home, file = tmp_path / "own" / "smart-tui.db", tmp_path / "taken.json"
    assert here("export", str(file)).code == 0
    home.unlink()
    assert here("import", str(file), "--yes").code == 0
    again = here("export").out
    assert unstamped(again) == unstamped(file.read_text("utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="signals of a POSIX system")
def test_what_is_half_written_goes_when_the_program_is_ended(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> Iterator[bytes]:
        yield b"half"
        os.kill(os.getpid(), signal.SIGTERM)

    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGHUP)}
    monkeypatch.setattr(export, "weighed", ended)
    try:
        assert here("export", str(tmp_path / "taken.csv")).code == 128 + signal.SIGTERM
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert os.listdir(tmp_path) == ["own"]


@pytest.mark.parametrize(
    ("limits", "most"),
    [(("own.weight.ROWS", "own.documentin.ROWS"), 3), (("textfile._HEAVIEST",), 3000), (("own.weight.LIMIT",), 2000)],
)
def test_more_than_comes_back_in_one_piece_is_said_to_be_so(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: tuple[str, ...], most: int
) -> None:
    path = tmp_path / "all.json"
    for name in limits:
        monkeypatch.setattr(f"smart_tui.interop.{name}", most)
    for said in (here("export", str(path)), here("export")):
        assert said.code == 0
        assert said.err == (
            "This is more than can be brought in again in one piece."
            " A backup brings everything back, whatever its size.\n"
        )
    if "own.weight.LIMIT" not in limits:
        assert here("merge", str(path)).code == 1, "and so it is refused"
    assert here("export", "--to", "csv").err == here("export", "--to", "md").err == ""
