"""A person writes the seven goals of the two articles with the keyboard alone, restarts, and checks in on each."""

import json
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from smart_tui.i18n import LANGUAGES, words
from tests.cli.conftest import Here, environment
from tests.e2e.seven import FOLLOWERS, MEETINGS, SEVEN, Written
from tests.e2e.terminal import Terminal
from tests.e2e.writer import Writer

TODAY = "2026-01-15"
STATEMENTS = Path(__file__).with_name("seven_statements.txt")

WORD_OF_GOALS = {"en": "Goals", "da": "Mål", "sv": "Mål"}
DIALOG = "╭─"
Start = Callable[[str], Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts smart-tui in a language, in a terminal of 80 by 24, on the one database of this test."""
    opened: list[Terminal] = []

    def call(language: str) -> Terminal:
        command = [sys.executable, "-m", "smart_tui", "--lang", language]
        opened.append(Terminal(command, environment(tmp_path, {"SMART_TUI_TODAY": TODAY})))
        opened[-1].wait(WORD_OF_GOALS[language] + " · ")
        return opened[-1]

    yield call
    for terminal in opened:
        terminal.close()


def goals(here: Here) -> dict[int, dict[str, Any]]:
    """The goals of `list --json` by number."""
    return {goal["no"]: goal for goal in here("list", "--json").json}


def leave(terminal: Terminal) -> None:
    """Leave from the list."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw


def write_first_step(terminal: Terminal, goal: Written, writer: Writer, *, first: bool) -> None:
    """Write the sentence, take its chips, and answer the rest of the first step."""
    writer.begin(choose=first, switch=goal.model == "nordic")
    terminal.type(goal.first)
    for _ in range(goal.chips):
        terminal.press("f3")
    terminal.press("enter")
    terminal.wait_gone(r"(?m)^▸ " + writer.words.gettext("What") + "  ")
    writer.fill(goal.answers)


def activate(terminal: Terminal, goal: Written, writer: Writer) -> None:
    """Fill the steps that are left, and activate the goal from its card."""
    while writer.heading():
        writer.fill(goal.answers)
    terminal.press("a")
    terminal.wait(WORD_OF_GOALS[goal.language] + " · ")


def write_all(start: Start) -> None:
    """Write the seven goals; the meetings are killed in the middle of step 3 and resumed."""
    terminal, language = None, ""
    for number, goal in enumerate(SEVEN, start=1):
        if terminal is None or goal.language != language:
            if terminal is not None:
                leave(terminal)
            terminal, language = start(goal.language), goal.language
        writer = Writer(terminal, language)
        write_first_step(terminal, goal, writer, first=number == 1)
        if goal is MEETINGS:
            terminal = kill_and_resume(terminal, goal, writer, start)
            writer = Writer(terminal, language)
        activate(terminal, goal, writer)
    assert terminal is not None
    leave(terminal)


def kill_and_resume(terminal: Terminal, goal: Written, writer: Writer, start: Start) -> Terminal:
    """Kill the app with -9 two seconds after typing in step 3, and open the draft again where it was."""
    writer.fill(goal.answers)
    writer.fill(goal.answers, stop_after="Fit")
    heading = writer.heading()
    terminal.settle(2.0, limit=2.0)
    assert terminal.kill(signal.SIGKILL) == 128 + signal.SIGKILL
    again = start(goal.language)
    again.press("v")
    again.wait(words(goal.language).gettext("draft {done}/{steps}").format(done=3, steps=5))
    again.press("enter")
    again.wait(goal.answers["Fit"])
    again.wait(heading)
    assert Writer(again, goal.language).heading() == heading
    return again


def check_in_on_each(start: Start) -> None:
    """Open the list and check in on the seven goals by their numbers, each in one language."""
    terminal = start("en")
    for number, goal in enumerate(SEVEN, start=1):
        go_to(terminal, number)
        if goal.check_in == "x":
            terminal.press("x")
        else:
            terminal.press("c", quiet=0.05)
            terminal.wait(DIALOG)
            terminal.type(english(goal), quiet=0.05)
            terminal.press("enter", quiet=0.05)
            terminal.wait_gone(DIALOG)
            terminal.settle()
    leave(terminal)


def english(goal: Written) -> str:
    """The check-in as one types it in English; the app is in English by now."""
    return goal.check_in.replace(".", "").replace(",", ".") if goal.language == "da" else goal.check_in


def go_to(terminal: Terminal, number: int) -> None:
    """Move the cursor of the list to the goal with this number."""
    at = rf"(?m)^▸ +{number}  "
    for _ in range(4 * len(SEVEN)):
        if re.search(at, terminal.text):
            return
        above = re.search(rf"(?ms)^ +{number}  .*^▸", terminal.text)
        terminal.press("k" if above else "j", quiet=0.1)
    raise AssertionError(f"goal {number} is not in the list:\n{terminal.text}")


def test_seven_goals_are_written_killed_resumed_and_checked_in_by_keys_only(start: Start, here: Here) -> None:
    write_all(start)
    check_in_on_each(start)
    found = goals(here)
    assert sorted(found) == list(range(1, len(SEVEN) + 1))
    assert {goal["state"] for goal in found.values()} == {"active"}
    by_no = [found[number] for number in sorted(found)]
    assert [(goal["kind"], goal["model"]) for goal in by_no] == [
        ("level", "international"),
        ("level", "international"),
        ("milestones", "international"),
        ("total", "international"),
        ("total", "international"),
        ("quota", "nordic"),
        ("quota", "nordic"),
    ]
    assert [goal["target"] for goal in by_no] == ["14880", "8", "4", "10000", "2640000", "8", "70000"]
    assert [goal["value"] for goal in by_no] == [None, "5.4", "1", "120", "98500", "2", "9500"]
    assert [goal["deadline"] for goal in by_no] == [
        "2026-07-15",
        "2026-04-15",
        "2026-04-15",
        "2026-12-31",
        "2026-12-31",
        "2026-06-28",
        "2026-12-31",
    ]
    assert_every_answer_is_kept(here)
    assert_screens_agree(start, found)
    assert statements(here) == STATEMENTS.read_text(encoding="utf-8")


def assert_every_answer_is_kept(here: Here) -> None:
    """Each prose answer of each goal stands in `show --json`, letter for letter."""
    for number, goal in enumerate(SEVEN, start=1):
        kept = json.dumps(here("show", str(number), "--json").json, ensure_ascii=False)
        for field in (
            "Where",
            "Why",
            "What counts",
            "Source",
            "Importance",
            "Fit",
            "Obstacles",
            "Today",
            "Done before",
        ):
            text = goal.answers.get(field, "")
            assert text in kept, f"{text!r} of goal {number} is lost"


def assert_screens_agree(start: Start, found: dict[int, dict[str, Any]]) -> None:
    """The list in each language shows the numbers of `list --json`."""
    for language in LANGUAGES:
        terminal = start(language)
        terminal.wait(rf"(?m)^[▸ ] +{len(SEVEN)}  ")
        terminal.settle()
        spoken = words(language)
        for goal in (found[FOLLOWERS_NO], found[MEETINGS_NO]):
            line = next(line for line in terminal.text.splitlines() if re.search(rf"^[▸ ] +{goal['no']}  ", line))
            assert spoken.number(int(goal["value"])) in line
        leave(terminal)


FOLLOWERS_NO = SEVEN.index(FOLLOWERS) + 1
MEETINGS_NO = SEVEN.index(MEETINGS) + 1


def statements(here: Here) -> str:
    """The statements of the seven goals in all three languages, as they stand in the reviewed file."""
    blocks = []
    for number in range(1, len(SEVEN) + 1):
        lines = [here("--lang", language, "show", str(number)).out.splitlines()[2] for language in LANGUAGES]
        blocks.append("\n".join(f"{language}  {line}" for language, line in zip(LANGUAGES, lines, strict=True)))
    return "\n\n".join(blocks) + "\n"
