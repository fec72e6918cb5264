"""The journal on the command line: written in words, from a pipe or in an editor, and nothing written is lost."""

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from smart_tui.domain.cleaning import TEXT_LIMIT
from smart_tui.store.commands import history
from smart_tui.store.queries.journal import MomentKind, timeline
from smart_tui.store.store import Store
from tests.cli.conftest import Here, Run

BOOKS = ("add", "Read 24 books by 31 December", "--activate")
TODAY = date(2026, 1, 15)


def written(store: Store) -> list[tuple[date, str, tuple[int, ...]]]:
    return [
        (moment.on, moment.text, tuple(goal.goal_id for goal in moment.goals))
        for moment in reversed(store.read(timeline))
        if moment.kind is MomentKind.JOURNAL
    ]


def test_words_are_written_down_for_today_and_said_back(here: Here, store: Store) -> None:
    here(*BOOKS)
    said = here("journal", "add", "Bo", "liked", "it", "--goal", "1", "--goal", "read")
    assert (said.code, said.out) == (0, "Thu 15 January 2026 · Read books\n  Bo liked it\n")
    assert written(store) == [(TODAY, "Bo liked it", (1,))]


def test_a_day_may_be_named_that_has_begun(here: Here, store: Store) -> None:
    here("journal", "add", "Slept well", "--on", "last monday")
    assert written(store) == [(date(2026, 1, 12), "Slept well", ())]
    refused = here("journal", "add", "Later", "--on", "tomorrow")
    assert (refused.code, refused.out) == (1, "")
    assert "still to come" in refused.err
    assert len(written(store)) == 1


def test_without_words_it_is_what_comes_in(here: Here, store: Store) -> None:
    assert here("journal", "add", typed="First line\n\n- a list\n").code == 0
    assert here("journal", "add", "-", "--json", typed="second").json["text"] == "second"
    assert [text for _, text, _ in written(store)] == ["First line\n\n- a list", "second"]


@pytest.mark.parametrize("typed", ["", "\n \t\n", "\x1b\x00"])
def test_an_empty_text_is_refused(here: Here, store: Store, typed: str) -> None:
    for said in (here("journal", "add", typed=typed), here("journal", "add", typed)):
        assert (said.code, said.out) == (1, "")
        assert said.err == "smart-tui: There is nothing to write down: the text is empty.\n"
    assert written(store) == []


def test_a_text_that_is_too_long_is_refused_rather_than_cut(here: Here, store: Store) -> None:
    assert "longer than 20,000 characters" in here("journal", "add", typed="x" * (TEXT_LIMIT + 1)).err
    assert written(store) == []
    assert here("journal", "add", typed="x" * TEXT_LIMIT).code == 0


def test_a_goal_that_is_not_there_is_said_before_anything_is_written(here: Here, store: Store) -> None:
    refused = here("journal", "add", "Bo", "--goal", "nine")
    assert (refused.code, refused.out) == (1, "")
    assert "nine" in refused.err
    assert written(store) == []


def test_an_entry_is_one_step_that_can_be_undone(here: Here, store: Store) -> None:
    here(*BOOKS)
    here("journal", "add", "Bo", "--goal", "1")
    store.run_sync(history.undo)
    assert written(store) == []


def test_everything_that_was_written_is_listed_newest_first(here: Here) -> None:
    here(*BOOKS)
    here("log", "1", "yesterday 2 # on the train")
    here("journal", "add", "A good day\n\nwith Bo")
    here("journal", "add", "Started", "--on", "2026-01-12", "--goal", "1")
    assert here("journal", "list").out == (
        "Thu 15 January 2026\n  A good day\n\n  with Bo\n\n"
        "Wed 14 January 2026 · Check-in · Read books · 2\n  on the train\n\n"
        "Mon 12 January 2026 · Read books\n  Started\n"
    )
    about = here("journal", "list", "--goal", "1", "--json").json
    assert [(each["kind"], each["on"], each["value"]) for each in about] == [
        ("note", "2026-01-14", "2"),
        ("journal", "2026-01-12", None),
    ]
    assert about[1]["goals"] == [{"no": 1, "title": "Read books"}]


def test_a_long_journal_is_listed_whole(here: Here, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smart_tui.cli.journal.AT_ONCE", 2)
    for day in range(1, 8):
        here("journal", "add", f"day {day}", "--on", f"2026-01-0{day}")
    assert [each["text"] for each in here("journal", "list", "--json").json] == [
        f"day {day}" for day in range(7, 0, -1)
    ]


def test_of_a_long_journal_the_newest_are_listed_and_how_to_see_the_rest_is_said(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smart_tui.cli.journal.AT_ONCE", 2)
    monkeypatch.setattr("smart_tui.cli.journal.LISTED", 3)
    for day in range(1, 8):
        here("journal", "add", f"day {day}", "--on", f"2026-01-0{day}")
    whole = here("journal", "list", "--limit", "all")
    assert (whole.out.count("  day "), whole.err) == (7, "")
    few = here("journal", "list")
    assert whole.out.startswith(few.out + "\n")
    assert (few.out.count("  day "), few.err) == (3, "These are the newest 3; --limit all lists everything.\n")
    exact = here("journal", "list", "--limit", "7")
    assert (exact.out, exact.err) == (whole.out, "")
    assert len(here("journal", "list", "--limit", "2", "--json").json) == 2
    told: list[str] = []
    monkeypatch.setattr("smart_tui.cli.journal.say", told.append)
    here("journal", "list", "--limit", "all")
    assert len(told) == 1, "once nobody reads, nothing more is read"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("journal",), "Something is missing"),
        (("journal", "burn"), "There is no journal burn"),
        (("journal", "list", "more"), "a word too many: more"),
        (("journal", "list", "--on", "today"), "--on does not go with this command."),
        (("journal", "list", "--limit", "0"), "--limit takes a number from 1 on, or all, not 0."),
        (("journal", "add", "Bo", "--limit", "3"), "--limit does not go with this command."),
        (("journal", "search", "Bo", "--goal", "1"), "--goal does not go with this command."),
    ],
)
def test_what_makes_no_sense_is_refused(here: Here, arguments: tuple[str, ...], said: str) -> None:
    refused = here(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_an_empty_journal_says_how_to_begin(here: Here) -> None:
    assert "journal add" in here("journal", "list").out
    assert here("journal", "list", "--json").json == []


EDITOR = """#!{python}
import sys
with open(sys.argv[1], "a") as file:
    file.write({text!r})
sys.exit({code})
"""


@pytest.fixture
def in_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A terminal on both ends, and a folder for the editor's files."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.setattr(os, "isatty", lambda descriptor: True)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def editor(tmp_path: Path, text: str, code: int = 0) -> str:
    path = tmp_path / "editor"
    path.write_text(EDITOR.format(python=sys.executable, text=text, code=code))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def add(here: Here, command: str, monkeypatch: pytest.MonkeyPatch, *more: str) -> tuple[int, str]:
    monkeypatch.setattr("smart_tui.tui.editor.editor_command", lambda environ: [command] if command else [])
    said = here("journal", "add", *more)
    return said.code, said.out + said.err


def test_in_a_terminal_the_editor_opens(
    here: Here, store: Store, tmp_path: Path, in_terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = add(here, editor(tmp_path, "# Today\n\nBo came.\n"), monkeypatch)
    assert (code, said) == (0, "Thu 15 January 2026\n  # Today\n\n  Bo came.\n")
    assert written(store) == [(TODAY, "# Today\n\nBo came.", ())]
    assert list(in_terminal.iterdir()) == []


def test_what_the_editor_left_is_kept_where_it_could_not_be_stored(
    here: Here, store: Store, tmp_path: Path, in_terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = add(here, editor(tmp_path, "x" * (TEXT_LIMIT + 1)), monkeypatch)
    (kept,) = in_terminal.iterdir()
    assert code == 1
    assert f"What you wrote is kept in {kept}." in said
    assert len(kept.read_text()) == TEXT_LIMIT + 1
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert written(store) == []


def test_an_editor_that_fails_loses_nothing_and_stores_nothing(
    here: Here, store: Store, tmp_path: Path, in_terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = add(here, editor(tmp_path, "half a thought", 3), monkeypatch)
    (kept,) = in_terminal.iterdir()
    assert code == 1
    assert str(kept) in said
    kept.unlink()
    assert add(here, editor(tmp_path, "", 3), monkeypatch)[0] == 1
    assert add(here, "/no/such/editor", monkeypatch)[0] == 1
    assert list(in_terminal.iterdir()) == []
    assert "No editor found" in add(here, "", monkeypatch)[1]
    assert written(store) == []


def test_an_editor_left_without_a_word_writes_nothing(
    here: Here, store: Store, tmp_path: Path, in_terminal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = add(here, editor(tmp_path, " \n"), monkeypatch)
    assert code == 1
    assert "the text is empty" in said
    assert list(in_terminal.iterdir()) == []
    assert written(store) == []


def test_the_journal_needs_no_terminal(run: Run) -> None:
    assert run("journal", "add", "Bo").returncode == 0
    assert run("journal", "list").stdout == "Thu 15 January 2026\n  Bo\n"
