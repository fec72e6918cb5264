"""Bringing in a file from the command line: seen first, asked for, all of it or nothing, and not twice."""

import json
import os
import sys
from pathlib import Path

import pytest

from smart_tui.cli import bringing
from smart_tui.interop import sources
from smart_tui.store import queries
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.commands import history
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from tests.cli.conftest import Here
from tests.interop.test_jrnl import TEXT
from tests.interop.test_taskwarrior import TASKS, UUIDS, array, task

TABLE = "Dato;Antal;Note\n01-01-2026;1.234,5;first\n02-01-2026;2;\n31-02-2026;3;\n"
BOOKS = ("add", "Read 24 books by 31 December", "--activate")


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "Steps.csv"
    path.write_text(TABLE, "utf-8")
    return str(path)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the terminal."""
    monkeypatch.setattr(bringing, "can_ask", lambda: True)


def entries(store: Store) -> list[tuple[int, str, str]]:
    found = store.read(contents)
    numbers = {goal.id: goal.no for goal in found.goals}
    return [(numbers[each.goal_id], each.on.isoformat(), str(each.value)) for each in found.entries]


def test_a_dry_run_says_all_and_changes_nothing(here: Here, store: Store, table: str) -> None:
    said = here("import", table, "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Format: a table",
        "Dates: column 1, “Dato”",
        "Values: column 2, “Antal”",
        "Notes: column 3, “Note”",
        "Cells are told apart by “;”; the decimal sign is “,”.",
        "3 rows were looked at.",
        "The goal is called “Steps”, after the file. Name another with --goal.",
        "",
        "1 row cannot be taken over:",
        "  Line 4, “31-02-2026”: there is no such day.",
        "",
        "New: 1 goal, 2 entries",
        "Nothing was changed.",
    ]
    assert store.read(queries.goals) == ()


def test_nothing_comes_in_unless_somebody_says_yes(
    here: Here, store: Store, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = here("import", table)
    assert refused.code == 1 and "with --yes it is brought in" in refused.err
    monkeypatch.setattr(bringing, "can_ask", lambda: True)
    assert here("import", table, typed="n\n").code == here("import", table, typed="").code == 1
    assert store.read(queries.goals) == ()
    said = here("import", table, typed="y\n")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Came in: 1 goal, 2 entries.\nIn the app, u takes all of it back.\n")
    assert not backups_of(store.path)
    Path(table).write_text(TABLE.replace("2;", "5;"), "utf-8")
    assert "A backup was made first. In the app, u takes all of it back." in here("import", table, typed="y\n").out
    assert len(backups_of(store.path)) == 1
    Path(table).write_text(TABLE, "utf-8")
    assert here("import", table, typed="y\n").code == 0
    assert entries(store) == [(1, "2026-01-01", "1234.5"), (1, "2026-01-02", "2")]


def test_again_it_changes_nothing_and_one_step_takes_it_back(here: Here, store: Store, table: str) -> None:
    assert here("import", table, "--yes").code == 0
    again = here("import", table, "--yes")
    assert again.code == 0 and again.out.endswith("Nothing would change: the rest is here already.\n")
    Path(table).write_text(TABLE.replace("2;\n", "5;\n"), "utf-8")
    assert "Changed: 1 entry" in here("import", table, "--yes").out
    assert entries(store) == [(1, "2026-01-01", "1234.5"), (1, "2026-01-02", "5")]
    store.run_sync(history.undo)
    store.run_sync(history.undo)
    assert store.read(queries.goals) == ()


def test_a_table_goes_into_the_goal_that_is_named(here: Here, store: Store, table: str) -> None:
    here(*BOOKS)
    here("add", "Walk")
    for named in ("1", "read", store.read(queries.find, "1").uuid):
        said = here("import", table, "--goal", named, "--yes")
        assert said.code == 0 and "Name another" not in said.out
    assert entries(store) == [(1, "2026-01-01", "1234.5"), (1, "2026-01-02", "2")]
    assert store.read(queries.find, "1").title == "Read books"
    assert here("import", table, "--goal", "Walk far", "--yes").code == 0
    assert [goal.title for goal in store.read(queries.goals)] == ["Read books", "Walk", "Walk far"]
    assert here("import", table, "--goal", "77", "--yes").code == 1
    Path(table).write_text(array(TASKS), "utf-8")
    refused = here("import", table, "--goal", "1", "--yes")
    assert refused.code == 1 and "--goal does not go with it. Nothing was changed." in refused.err
    assert len(store.read(queries.goals)) == 3


def test_what_is_said_of_a_table_is_not_guessed(here: Here, store: Store, table: str) -> None:
    Path(table).write_text("a|b|c\n1/2/2025|7|1.234\n", "utf-8")
    said = here(
        *(
            "import",
            table,
            "--yes",
            "--columns",
            "value=3,note=b",
            "--separator",
            "|",
            "--decimal",
            ".",
            "--dates",
            "mdy",
        )
    )
    assert said.code == 0 and "could also be" not in said.out
    (entry,) = store.read(contents).entries
    assert (entry.on.isoformat(), str(entry.value), entry.note) == ("2025-01-02", "1.234", "7")
    for wrong in (
        ("--columns", "value"),
        ("--columns", "colour=1"),
        ("--columns", "value=0"),
        ("--decimal", "x"),
        ("--dates", "ydm"),
        ("--separator", "ab"),
        ("--from", "jrnl", "--dates", "dmy"),
        ("--mine", "--theirs"),
    ):
        assert here("import", table, *wrong).code == 2
    missing = here("import", table, "--columns", "value=9")
    assert (missing.code, missing.err) == (
        1,
        "smart-tui: There is no column 9; the file has 3.\nNothing was changed.\n",
    )


@pytest.mark.parametrize(("answers", "title"), [("t\n", "There"), ("m\n", "Here"), ("x\nb\n", "There"), ("\n", "Here")])
def test_what_both_sides_changed_is_asked(
    here: Here, store: Store, tmp_path: Path, answering: None, answers: str, title: str
) -> None:
    path = tmp_path / "tasks.json"
    path.write_text(array([task(0, project="Home")]), "utf-8")
    assert here("import", str(path), "--yes").code == 0
    from smart_tui.store.commands import plans

    (goal,) = store.read(queries.goals)
    store.run_sync(plans.edit_milestone, goal.milestones[0].id, {"title": "Here"})
    path.write_text(array([task(0, project="Home", description="There"), task(1, project="Home")]), "utf-8")
    said = here("import", str(path), "--yes", typed=answers)
    assert "  here:  Here" in said.out and "  there: There" in said.out
    (goal,) = store.read(queries.goals)
    assert goal.milestones[0].title == title
    assert len(goal.milestones) == (1 if answers == "\n" else 2)
    assert said.code == (1 if answers == "\n" else 0)


def test_without_a_terminal_a_side_has_to_be_named(here: Here, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    path.write_text(array([task(0, project="Home")]), "utf-8")
    here("import", str(path), "--yes")
    from smart_tui.store.commands import plans

    (goal,) = store.read(queries.goals)
    store.run_sync(plans.edit_milestone, goal.milestones[0].id, {"title": "Here"})
    path.write_text(array([task(0, project="Home", description="There")]), "utf-8")
    refused = here("import", str(path), "--yes")
    assert refused.code == 1 and "--mine or --theirs" in refused.err
    assert here("import", str(path), "--yes", "--theirs", "--json").json["brought_in"] is True
    assert store.read(queries.goals)[0].milestones[0].title == "There"


def test_programs_are_told_in_english_words(here: Here, store: Store, table: str) -> None:
    told = here("import", table, "--dry-run", "--json").json
    assert (told["format"], told["rows"], told["new"]) == ("table", 3, {"goal": 1, "entry": 2})
    assert told["rejected"] == [{"line": 4, "found": "31-02-2026", "code": "no_such_day"}]
    assert told["brought_in"] is False
    assert here("import", table, "--json").code == 1
    assert here("import", table, "--json", "--yes").json["brought_in"] is True


def test_projects_and_a_journal_come_in_and_go_out_again(here: Here, store: Store, tmp_path: Path) -> None:
    (tmp_path / "tasks.json").write_text(array(TASKS), "utf-8")
    (tmp_path / "journal.txt").write_text(TEXT, "utf-8")
    assert here("import", str(tmp_path / "tasks.json"), "--yes").code == 0
    assert here("import", str(tmp_path / "journal.txt"), "--yes").code == 0
    assert here("export", str(tmp_path / "all.json")).code == 0
    document = json.loads((tmp_path / "all.json").read_text("utf-8"))
    kept = {part["uuid"]: part for goal in document["goals"] for part in goal["milestones"]}
    assert kept[UUIDS[0]]["taskwarrior"]["tags"] == ["garden"]
    assert sum("jrnl" in each for each in document["journal"]) == 1
    for name in ("tasks.json", "journal.txt"):
        assert "Nothing would change" in here("import", str(tmp_path / name), "--yes").out
    (tmp_path / "out.json").unlink(missing_ok=True)
    assert here("export", str(tmp_path / "out.json"), "--to", "taskwarrior").code == 0
    assert "Nothing would change" in here("import", str(tmp_path / "out.json"), "--yes").out


def test_a_file_that_cannot_be_read_is_said_and_nothing_is_made(here: Here, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x7fELF\x00\x01\x02\x03" * 99)
    for name, sentence in (("none.csv", "There is no file"), ("a.bin", "is no text"), (".", "is not known")):
        said = here("import", str(tmp_path / name), "--yes")
        assert said.code == 1 and sentence in said.err and said.err.endswith("Nothing was changed.\n")
        assert not said.out
    assert here("import").code == 2
    assert "there are smart-tui," in here("import", str(tmp_path / "a.bin"), "--from", "excel").err


@pytest.mark.parametrize("command", ["import", "merge"])
def test_the_file_itself_is_refused_before_it_is_opened(
    here: Here, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here(*BOOKS)
    link, hard, folder = tmp_path / "soft.json", tmp_path / "hard.json", tmp_path / "folder"
    link.symlink_to(store.path)
    os.link(store.path, hard)
    (folder / "inner").mkdir(parents=True)
    os.link(store.path, folder / "inner" / "Checkmarks.csv")
    opened: list[str] = []
    sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
    for path in (store.path, f"{store.path}-journal", str(link), str(hard), str(folder)):
        said = here(command, path, *(("--from", "loop-db") if command == "import" else ()))
        assert (said.code, said.out) == (1, "")
        assert "the file of smart-tui itself, so it was not read" in said.err and "Nothing was changed." in said.err
    assert not {store.path, str(link), str(hard)} & set(opened)
    assert str(folder / "inner" / "Checkmarks.csv") not in opened


@pytest.mark.parametrize("command", ["import", "merge"])
def test_a_mistake_of_ours_while_a_file_is_read_changes_nothing(
    here: Here, store: Store, table: str, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    here(*BOOKS)

    def mistaken(path: str, asked: object, format: str = "") -> None:
        raise ZeroDivisionError

    before = Path(store.path).read_bytes()
    monkeypatch.setattr(sources, "read", mistaken)
    if command == "merge":
        monkeypatch.setattr(sources, "recognise", lambda path: "smart-tui")
    said = here(command, table)
    assert (said.code, said.out) == (1, "")
    assert "Something went wrong inside smart-tui (ZeroDivisionError)." in said.err
    assert said.err.endswith("\nNothing was changed.\n") and len(list(Path(store.path).parent.rglob("crash-*"))) == 1
    assert Path(store.path).read_bytes() == before
