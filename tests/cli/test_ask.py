"""What is unanswered, one line each: Enter leaves it unknown, wrong input is asked again, and nothing said is lost."""

import io
import os
import pty
import select
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.ask import span
from smart_tui.domain.goal import EntryState
from smart_tui.store import queries
from smart_tui.store.commands import goals, history
from smart_tui.store.store import Store
from tests.cli.conftest import Here, environment

WATER = ("add", "Drink water", *("--kind", "quota", "--per", "day", "--target", "8", "--unit", "glasses"))
COFFEE = ("add", "Coffee", *("--kind", "quota", "--per", "day", "--target", "<=2", "--unit", "cups"))


@pytest.fixture
def two(here: Here) -> Here:
    """A home with two daily quotas that began on Monday."""
    here(*WATER, "--activate", today="2026-01-12")
    here(*COFFEE, "--activate", today="2026-01-12")
    return here


def recorded(store: Store, goal_id: int) -> list[tuple[str, str | None]]:
    found = store.read(queries.entries, goal_id)
    return [(each.on.isoformat(), None if each.value is None else str(each.value)) for each in found]


def test_enter_leaves_unknown_and_a_number_is_recorded(two: Here, store: Store) -> None:
    said = two("ask", typed="\n3\n")
    assert (said.code, said.err) == (0, "")
    assert "2  Coffee, today (cups): " in said.out
    assert said.out.splitlines()[-1] == "1 recorded, 1 left unknown."
    assert recorded(store, 2) == []
    assert recorded(store, 1) == [("2026-01-15", "3")]


def test_only_what_is_unanswered_is_asked(two: Here) -> None:
    two("log", "1", "8")
    said = two("ask", typed="0\n")
    assert "Drink water" not in said.out
    assert two("ask").out == "Nothing is unanswered.\n"


def test_wrong_input_is_asked_again_with_the_reason(two: Here, store: Store) -> None:
    said = two("ask", typed="foo\n1.000\ntomorrow 2\n1\nq\n")
    assert "“foo” is not a number." in said.out
    assert "The number can mean 1 or 1,000." in said.out
    assert "is still to come" in said.out
    assert said.out.count("2  Coffee, today (cups): ") == 4
    assert recorded(store, 2) == [("2026-01-15", "1")]


@pytest.mark.parametrize("end", ["q\n", "Q\n", ""])
def test_q_and_the_end_of_the_input_end_it(two: Here, store: Store, end: str) -> None:
    said = two("ask", typed="1\n" + end)
    assert said.code == 0
    assert said.out.splitlines()[-1] == "1 recorded, 1 left unknown."
    assert recorded(store, 2) == [("2026-01-15", "1")]


class Interrupted(io.StringIO):
    """A keyboard on which Ctrl-C follows the first line."""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(-1 if size is None else size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_keeps_what_was_said(two: Here, store: Store) -> None:
    said = two("ask", typed=Interrupted("1\n"))
    assert (said.code, said.err) == (130, "")
    assert recorded(store, 2) == [("2026-01-15", "1")]


def test_each_answer_is_its_own_step_of_undo(two: Here, store: Store) -> None:
    two("ask", typed="1\ns ill\n")
    assert store.read(queries.entries, 1)[0].state is EntryState.EXCUSED
    store.run_sync(history.undo)
    assert (recorded(store, 1), recorded(store, 2)) == ([], [("2026-01-15", "1")])


def test_an_answer_belongs_to_the_day_that_was_asked_for(two: Here, store: Store) -> None:
    said = two("ask", "yesterday", typed="2\n\n")
    assert "2  Coffee, yesterday (cups): " in said.out
    assert recorded(store, 2) == [("2026-01-14", "2")]


@pytest.mark.parametrize(
    ("lang", "said", "first", "last"),
    [
        ("en", ["yesterday"], 14, 14),
        ("da", ["i", "går"], 14, 14),
        ("da", ["mandag"], 12, 12),
        ("sv", ["idag"], 15, 15),
        ("da", ["uge"], 9, 15),
        ("sv", ["veckan"], 9, 15),
        ("sv", ["denna", "vecka"], 12, 15),
        ("da", [], 15, 15),
    ],
)
def test_the_days_to_ask_for_are_named_in_ones_own_language(lang: str, said: list[str], first: int, last: int) -> None:
    assert span(said, date(2026, 1, 15), lang) == (date(2026, 1, first), date(2026, 1, last))


@pytest.mark.parametrize(
    "said", [["today", "yesterday"], ["tomorrow"], ["next", "week"], ["sometimes"], ["2019-01-01"]]
)
def test_days_to_come_and_long_gone_are_not_asked_for(said: list[str]) -> None:
    with pytest.raises(UsageError):
        span(said, date(2026, 1, 15), "en")


def test_a_week_is_asked_from_its_oldest_day_on(two: Here, store: Store) -> None:
    two("log", "1", "mon 8")
    said = two("ask", "week", typed="\n1\n")
    days = [line.split(", ")[1].split(" (")[0] for line in said.out.splitlines() if "): " in line]
    assert days == ["Mon 12 January 2026", "Tue 13 January 2026", "Tue 13 January 2026"]
    assert recorded(store, 2) == [("2026-01-13", "1")]


def test_a_period_that_is_over_and_holds_nothing_is_asked_for_as_a_whole(here: Here, store: Store) -> None:
    meet = ("add", "Meet", *("--per", "week", "--target", "3", "--activate"))
    visits = (
        "add",
        "Visits",
        *("--kind", "level", "--baseline", "9", "--target", "99", "--per", "month", "--activate"),
    )
    here(*meet, today="2026-01-05")
    here(*visits, today="2025-12-01")
    asked = here("ask", "week", typed="2\n40\n\n", today="2026-01-15").out
    assert "2  Visits, December 2025: " in asked
    assert "1  Meet, 5–11 January 2026: " in asked
    assert "1  Meet, today: " in asked
    assert (recorded(store, 2), recorded(store, 1)) == ([("2025-12-31", "2")], [("2026-01-11", "40")])


def test_resting_ended_and_written_goals_are_not_asked(two: Here, store: Store) -> None:
    two(*WATER)
    store.run_sync(goals.pause, 1, date(2026, 1, 15), None)
    store.run_sync(goals.pause, 2, date(2026, 1, 14), date(2026, 1, 20))
    assert two("ask").out == "Nothing is unanswered.\n"


def test_json_gives_the_questions_and_asks_none(two: Here, store: Store) -> None:
    found = two("ask", "--json", typed="5\n5\n").json
    assert [(each["no"], each["on"], each["kind"], each["unit"]) for each in found] == [
        (2, "2026-01-15", "quota", "cups"),
        (1, "2026-01-15", "quota", "glasses"),
    ]
    assert recorded(store, 1) == []


def test_other_days_are_no_command(two: Here) -> None:
    said = two("ask", "tomorrow")
    assert (said.code, said.out) == (2, "")
    assert "tomorrow" in said.err


def test_it_asks_in_a_plain_terminal(two: Here, store: Store, tmp_path: Path) -> None:
    keyboard, terminal = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-m", "smart_tui", "ask"],
        env=environment(tmp_path, {"TERM": "dumb"}),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b""

    def until(text: bytes) -> None:
        nonlocal shown
        while text not in shown:
            assert select.select([keyboard], [], [], 60)[0], shown
            shown += os.read(keyboard, 4096)

    until(b"Coffee, today (cups): ")
    os.write(keyboard, b"2\n")
    until(b"Drink water, today (glasses): ")
    os.write(keyboard, b"\x04")
    until(b"left unknown.")
    assert asked.wait(timeout=60) == 0
    os.close(keyboard)
    assert b"1 recorded, 1 left unknown." in shown
    assert recorded(store, 2) == [("2026-01-15", "2")]
