"""`list` and `show` say what the screens say, to people and to programs."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smart_tui.cli.json import Json, dumps
from tests import demos
from tests.cli.conftest import Run

FIELDS = [
    *("no", "uuid", "title", "statement", "state", "model", "area", "tags", "kind", "unit", "baseline", "target"),
    *("value", "progress", "expected", "status", "reason", "reason_code", "start", "deadline", "entries"),
]
DETAILS = [
    *("answers", "measures", "milestones", "activities", "plans", "pauses", "confidence", "periods", "streak"),
    *("buffer", "bare_minimum", "forecast", "realism", "weight", "parent", "children", "roll_up"),
]
STATUSES = {"on_track", "at_risk", "behind", "stale", "needs_baseline", "paused", "achieved", "missed", None}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English demo's database."""
    return demos.demo(tmp_path_factory)


def listed(run: Run, demo: Path, *arguments: str) -> list[dict[str, Any]]:
    said = run("--db", str(demo), "list", "--json", *arguments)
    assert (said.returncode, said.stderr) == (0, "")
    goals: list[dict[str, Any]] = json.loads(said.stdout)
    return goals


def of(goals: list[dict[str, Any]], title: str) -> Mapping[str, Any]:
    return next(goal for goal in goals if title in goal["title"])


def test_json_has_the_promised_fields_in_order(run: Run, demo: Path) -> None:
    for goal in listed(run, demo):
        assert list(goal) == FIELDS


def test_json_gives_exact_strings_iso_dates_and_shares(run: Run, demo: Path) -> None:
    for goal in listed(run, demo):
        for field in ("baseline", "target", "value"):
            assert goal[field] is None or str(Decimal(goal[field])) == goal[field]
        for field in ("progress", "expected"):
            assert goal[field] is None or 0 <= goal[field] <= 1
        for field in ("start", "deadline"):
            assert goal[field] is None or date.fromisoformat(goal[field])
        assert goal["status"] in STATUSES
        assert isinstance(goal["entries"], int)


def test_json_values_are_those_of_the_kinds(run: Run, demo: Path) -> None:
    goals = listed(run, demo)
    books = of(goals, "Read 24 books")
    assert (books["kind"], books["value"], books["target"], books["entries"]) == ("total", "17", "24", 17)
    meetings = of(goals, "8 customer meetings")
    assert (meetings["kind"], meetings["value"], meetings["target"]) == ("quota", "5", "8")
    assert meetings["reason_code"] == "period"
    visits = of(goals, "Increase visits")
    assert (visits["baseline"], visits["target"], visits["value"]) == ("12400", "14880", "14180")
    launch = of(goals, "Launch")
    assert (launch["value"], launch["target"], launch["progress"]) == ("2", "8", 0.25)
    followers = of(goals, "followers")
    assert (followers["target"], followers["value"], followers["status"]) == (None, None, "needs_baseline")


def test_every_state_and_status_is_listed(run: Run, demo: Path) -> None:
    goals = listed(run, demo)
    assert {goal["status"] for goal in goals} == STATUSES
    assert {goal["state"] for goal in goals} == {"draft", "active", "paused", "closed"}
    assert all(goal["status"] is None for goal in goals if goal["state"] in ("draft", "closed"))


def test_json_is_the_same_in_every_language(run: Run, demo: Path) -> None:
    assert listed(run, demo) == listed(run, demo, "--lang", "da") == listed(run, demo, "--lang", "sv")


def test_the_goals_that_need_somebody_come_first(run: Run, demo: Path) -> None:
    active = [goal["status"] for goal in listed(run, demo) if goal["state"] == "active"]
    order = ("missed", "achieved", "needs_baseline", "behind", "at_risk", "stale", "on_track", None)
    assert active[2:] == sorted(active[2:], key=order.index)
    assert set(active[:2]) == {"missed", "achieved"}


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_plain_text_has_a_row_for_each_goal_and_no_colour_codes(run: Run, demo: Path, lang: str) -> None:
    said = run("--db", str(demo), "--lang", lang, "list")
    assert said.returncode == 0
    assert "\x1b" not in said.stdout
    rows = [line for line in said.stdout.splitlines() if line.startswith("  ")]
    assert len(rows) == len(listed(run, demo))
    assert any("43" in row and "990" in row and "●" in row for row in rows)


def test_columns_stand_under_one_another_whatever_the_width_of_a_character(run: Run) -> None:
    run("add", "読書を続ける")
    run("add", "Run")
    ends = {line.index("draft") for line in run("list").stdout.splitlines() if "draft" in line}
    assert len(ends) == 2, "a wide title takes two cells a character, so its row has fewer characters"
    from smart_tui.cli.columns import cells

    rows = [line for line in run("list").stdout.splitlines() if "draft" in line]
    assert len({cells(row[: row.index("draft")]) for row in rows}) == 1


def test_without_a_file_there_are_no_goals_and_none_is_made(run: Run, tmp_path: Path) -> None:
    assert run("list", "--json").stdout == "[]\n"
    assert "smart-tui demo" in run("list").stdout
    assert not (tmp_path / "own").exists()


def test_a_file_that_is_no_database_is_one_sentence_and_exit_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only notes\n" * 100, "utf-8")
    said = run("--db", str(path), "list")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.count("\n") == 1
    assert "Traceback" not in said.stderr
    assert path.read_text("utf-8").startswith("not a database")


@pytest.mark.parametrize("ref", ["1", "#1", "walk 70,000", "Walk 70,000 steps a week"])
def test_a_goal_is_shown_by_number_or_unambiguous_title(run: Run, demo: Path, ref: str) -> None:
    by_title = of(listed(run, demo), "Walk 70,000")
    wanted = ref.replace("1", str(by_title["no"])) if ref.strip("#").isdigit() else ref
    shown = json.loads(run("--db", str(demo), "show", wanted, "--json").stdout)
    assert shown["uuid"] == by_title["uuid"]
    again = json.loads(run("--db", str(demo), "show", by_title["uuid"], "--json").stdout)
    assert again == shown


def test_show_adds_answers_versions_entries_milestones_and_activities(run: Run, demo: Path) -> None:
    shown = json.loads(run("--db", str(demo), "show", "Launch", "--json").stdout)
    assert [*shown] == [*FIELDS, *DETAILS]
    assert shown["answers"]["specific.owner"] == "me"
    assert [milestone["done_on"] is not None for milestone in shown["milestones"]] == [True, True, False, False]
    assert "today" in [activity["horizon"] for activity in shown["activities"]]
    books = json.loads(run("--db", str(demo), "show", "Read 24", "--json").stdout)
    assert [version["target"] for version in books["measures"]] == ["20", "24"]
    assert len(books["entries"]) == 17
    assert {*books["entries"][0]} == {"uuid", "on", "state", "value", "note", "counts"}


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_show_prints_every_goal_of_the_demo_as_a_page(run: Run, demo: Path, lang: str) -> None:
    for goal in listed(run, demo)[:6]:
        said = run("--db", str(demo), "--lang", lang, "show", str(goal["no"]))
        assert (said.returncode, said.stderr) == (0, "")
        assert said.stdout.startswith(f"{goal['no']}  {goal['title']}\n")


def test_a_title_that_fits_several_goals_is_refused_with_the_candidates(run: Run) -> None:
    run("add", "Run a marathon")
    run("add", "Run a shop")
    said = run("show", "run", "a")
    assert (said.returncode, said.stdout) == (1, "")
    assert "Run a marathon" in said.stderr
    assert "Run a shop" in said.stderr


@pytest.mark.parametrize("ref", ["999", "no such goal", "", "%", "[/]", "9" * 400])
def test_a_goal_that_is_not_there_is_one_sentence(run: Run, ref: str) -> None:
    said = run("show", ref)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("smart-tui: ")
    assert "Traceback" not in said.stderr


def test_our_json_is_json() -> None:
    value: Json = {'a"\\\n\t\x00\x7f\x85': [None, True, False, 3, 0.25, 1e-06, "å ö 読"], "empty": {}, "none": []}
    assert json.loads(dumps(value)) == value
    assert dumps([{"a": 1}]) == json.dumps([{"a": 1}], indent=1)
