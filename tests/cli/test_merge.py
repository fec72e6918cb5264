"""`smart-tui merge`: another copy's export comes in; what both changed is asked, or said by an option."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from smart_tui.store.store import Store
from tests.cli.conftest import Here


def test_two_machines_are_brought_together_by_files(here: Here, tmp_path: Path) -> None:
    one, two = ("--db", str(tmp_path / "one" / "a.db")), ("--db", str(tmp_path / "two" / "b.db"))
    file, other = str(tmp_path / "one.json"), str(tmp_path / "two.json")
    here("add", "Read 24 books by 31 December", "--activate", *one)
    here("log", "1", "3", "#", "first", *one)
    assert here("export", file, *one).code == 0
    dry = here("merge", file, "--dry-run", *two)
    assert (dry.code, "New: 1 goal, 1 entry" in dry.out) == (0, True)
    assert here("list", "--json", *two).json == []
    assert here("merge", file, *two).code == 0
    here("log", "1", "2", *two)
    assert here("export", other, *two).code == 0
    first = here("merge", other, "--json", *one).json
    assert (first["new"], first["conflicts"], first["brought_in"]) == ({"entry": 1}, [], True)
    again = here("merge", other, "--json", *one).json
    assert (again["new"], again["changed"], again["brought_in"]) == ({}, {}, False)


def test_what_both_changed_needs_a_choice_and_nothing_is_written_without_one(here: Here, tmp_path: Path) -> None:
    one, two = ("--db", str(tmp_path / "one" / "a.db")), ("--db", str(tmp_path / "two" / "b.db"))
    file = tmp_path / "one.json"
    here("add", "Read 24 books by 31 December", *one)
    here("export", str(file), *one)
    here("merge", str(file), *two)
    told = json.loads(file.read_text("utf-8"))
    for title in ("Here", "There"):
        # As two machines would say it that were both changed after they had been the same.
        told["goals"][0]["title"] = title
        file.write_text(json.dumps(told), "utf-8")
        refused = here("merge", str(file), *two)
        assert (refused.code, title in refused.err, "--mine" in refused.err) == (1, True, True)
        assert here("list", "--json", *two).json[0]["title"] != title
        assert here("merge", str(file), "--theirs", *two).code == 0
        assert here("list", "--json", *two).json[0]["title"] == title
    assert here("merge", str(file), "--mine", "--theirs", *two).code == 2
    other = here("merge", __file__, *two)
    assert (other.code, "Nothing was changed." in other.err) == (1, True)


@pytest.fixture
def both(here: Here, tmp_path: Path) -> tuple[str, str, str]:
    """A file that says another title than the database does, which was changed since; the options that name that."""
    one, two = ("--db", str(tmp_path / "one" / "a.db")), ("--db", str(tmp_path / "two" / "b.db"))
    file = tmp_path / "one.json"
    here("add", "Read 24 books by 31 December", *one)
    here("export", str(file), *one)
    here("merge", str(file), *two)
    told = json.loads(file.read_text("utf-8"))
    for title in ("Here", "There"):
        told["goals"][0]["title"] = title
        file.write_text(json.dumps(told), "utf-8")
        if title == "Here":
            here("merge", str(file), "--theirs", *two)
    return (str(file), *two)


@pytest.mark.parametrize("command", ["merge", "import"])
def test_a_dry_run_lists_what_both_sides_changed(here: Here, both: tuple[str, str, str], command: str) -> None:
    said = here(command, *both, "--dry-run")
    assert said.code == 0 and "Changed on both sides: 1 part\n" in said.out
    assert "Here, the title\n    here:  Here\n    there: There\n" in said.out
    (conflict,) = here(command, *both, "--dry-run", "--json").json["conflicts"]
    assert (conflict["mine"], conflict["theirs"]) == ("Here", "There")


@pytest.mark.parametrize("command", ["merge", "import"])
def test_a_program_is_told_what_both_sides_changed_and_asked_nothing(
    here: Here, both: tuple[str, str, str], command: str
) -> None:
    said = here(command, *both, "--json")
    assert (said.code, said.err, said.json["brought_in"]) == (1, "", False)
    assert [each["theirs"] for each in said.json["conflicts"]] == ["There"]
    assert here("list", "--json", *both[1:]).json[0]["title"] == "Here"


@pytest.mark.parametrize("command", ["merge", "import"])
def test_where_nothing_was_taken_in_there_is_nothing_to_take_back(
    here: Here, both: tuple[str, str, str], command: str
) -> None:
    yes = ["--yes"] if command == "import" else []
    said = here(command, *both, "--mine", *yes)
    assert said.code == 0 and said.out.endswith("\nNothing changed.\n")
    Path(both[0]).write_text(Path(both[0]).read_text("utf-8").replace('"There"', '"Elsewhere"'), "utf-8")
    assert here(command, *both, "--mine", "--json", *yes).json["brought_in"] is False


def test_what_cannot_be_merged_or_imported_is_told_what_to_do_instead(here: Here, store: Store, tmp_path: Path) -> None:
    here("add", "Read 24 books by 31 December")
    entries, other = tmp_path / "entries.csv", tmp_path / "other.db"
    here("export", str(entries))
    merged = here("merge", str(entries))
    assert (merged.code, "smart-tui import brings it in" in merged.err) == (1, True)
    shutil.copy(store.path, other)
    for command in ("merge", "import"):
        said = here(command, str(other))
        assert (said.code, f"smart-tui --db {other} export goals.json" in said.err) == (1, True)
    with zipfile.ZipFile(tmp_path / "steps.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with zipfile.ZipFile(tmp_path / "steps", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    for name in ("steps.xlsx", "steps", "old.xls"):
        for more in ((), ("--from", "table")):
            said = here("import", str(tmp_path / name), *more)
            assert (said.code, "Save it as CSV first" in said.err) == (1, True)
