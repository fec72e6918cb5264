"""A draft from one line: what is read is said back, what could mean two things is left, nothing harms."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def drafts(run: Run) -> list[dict[str, Any]]:
    goals: list[dict[str, Any]] = json.loads(run("list", "--json").stdout)
    return goals


def test_a_sentence_becomes_a_numbered_draft(run: Run) -> None:
    said = run("add", "Read 24 books by 31 December")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("Draft 1: Read books\n")
    assert "24 books" in said.stdout
    assert "Thu 31 December 2026, in 350 days" in said.stdout
    (goal,) = drafts(run)
    assert (goal["state"], goal["kind"], goal["target"], goal["deadline"]) == ("draft", "total", "24", "2026-12-31")


@pytest.mark.parametrize(
    ("lang", "sentence", "target", "deadline"),
    [
        ("da", "Læs 24 bøger inden 31. december", "24", "2026-12-31"),
        ("sv", "Läs 24 böcker senast den 31 december", "24", "2026-12-31"),
        ("da", "10.000 nye følgere inden 1. juli", "10000", "2026-07-01"),
        ("sv", "Gå 70 000 steg i veckan", "70000", None),
        ("da", "Stå på ski 14 dage i 2026", "14", "2026-12-31"),  # 1 January has passed
    ],
)
def test_a_sentence_is_read_in_its_language(
    run: Run, lang: str, sentence: str, target: str, deadline: str | None
) -> None:
    assert run("--lang", lang, "add", sentence).returncode == 0
    (goal,) = drafts(run)
    assert (goal["target"], goal["deadline"]) == (target, deadline)


def test_the_days_a_sentence_names_are_wanted_and_no_others(run: Run) -> None:
    said = run("add", "Do yoga on Mondays and Thursdays")
    assert "on Mondays and Thursdays" in said.stdout.partition("\n")[2]
    assert drafts(run)[0]["title"] == "Do yoga"


def test_words_need_no_quotes(run: Run) -> None:
    run("add", "Run", "a", "marathon")
    assert drafts(run)[0]["title"] == "Run a marathon"


def test_a_number_that_can_mean_two_things_stays_in_the_title(run: Run) -> None:
    said = run("add", "Save 1.000 euros")
    assert "1 or 1,000" in said.stdout
    (goal,) = drafts(run)
    assert (goal["title"], goal["target"]) == ("Save 1.000 euros", None)


def test_numbers_are_never_given_out_twice(run: Run) -> None:
    for expected in ("1", "2", "3"):
        assert run("add", "Run").stdout.startswith(f"Draft {expected}: Run\n")


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x1b\x07", "\u202e\ufeff"])
def test_nothing_to_add_is_said(run: Run, text: str, tmp_path: Path) -> None:
    said = run("add", text)
    assert (said.returncode, said.stdout) == (2, "")
    assert not (tmp_path / "own").exists()


HOSTILE = [
    "[/] [@click=app.quit]x[/] [b]book[/b]",
    "\x1b[31mred\x1b]52;c;Zm9v\x07 title",
    "{title} {0} %s %(x)s",
    "'; DROP TABLE goal; --",
    "a\u0301\u0301\u0301 \u202egnp.exe\u202c \u200d\U0001f469\u200d\U0001f4bb",
    "x" * 100_000,
    "9" * 5_000 + " books by 2026-99-99",
    "1e999 km nan inf by 29 February 2027",
    "\udc80\udcff bytes",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_cleaned_and_kept(run: Run, text: str) -> None:
    said = run("add", "--", text)
    assert said.returncode == 0, said.stderr
    for shown in (said.stdout, run("list").stdout, run("show", "1").stdout):
        assert not any(ord(character) < 32 and character != "\n" for character in shown)
        assert "\u202e" not in shown
    (goal,) = drafts(run)
    assert len(goal["title"]) <= 200


def test_a_file_that_cannot_be_written_is_one_sentence_and_exit_1(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir()
    said = run("--db", str(folder), "add", "Run")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("smart-tui: ")
    assert said.stderr.count("\n") == 1
