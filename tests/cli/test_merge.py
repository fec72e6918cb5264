"""`smart-tui merge`: another copy's export comes in; what both changed is asked, or said by an option."""

import json
from pathlib import Path

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
