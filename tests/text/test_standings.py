"""How a goal stands is said in words, in figures and in a sentence, all from the same assessment."""

import os
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.buffer import bare_minimum, buffer_days
from smart_tui.domain.goal import Assessment, Entry, Kind, Reason, Status
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text import status as status_text
from smart_tui.text.chartwords import chart_sentence
from smart_tui.text.clash import clash
from smart_tui.text.distance import day_ahead, day_brief, day_said, distance
from smart_tui.text.forecast import outlook_sentence
from smart_tui.text.rows import amount_brief, deadline_brief
from smart_tui.text.sentences import page_sentence
from smart_tui.text.status import reason, status_line
from tests.text.examples import Example, measured
from tests.text.standings import STANDINGS, TODAY, goal_of

REVIEWED = Path(__file__).with_name("standings.txt")
DOMAIN = Path(__file__).resolve().parents[2] / "smart_tui" / "domain"
CELLS = 18


def block(example: Example, entries: list[Entry]) -> str:
    lines = [example.name]
    for code in LANGUAGES:
        goal, spoken = goal_of(example, code), words(code)
        assessment = assess(goal, entries, TODAY)
        spare = buffer_days(goal, entries, TODAY, Settings())
        asks = bare_minimum(goal, entries, TODAY, Settings())
        parts = (
            amount_brief(goal, assessment, spoken),
            status_line(assessment, goal, spoken, TODAY),
            deadline_brief(goal, assessment, TODAY, spoken),
        )
        lines.append(f"  {code}  {' | '.join(parts)}")
        said = (
            page_sentence(goal, assessment, TODAY, spoken, spare, asks),
            outlook_sentence(goal, assessment.outlook, TODAY, spoken),
            clash(goal, assessment, TODAY, spoken),
        )
        lines += [f"      {sentence}" for sentence in said if sentence]
    return "\n".join(lines).replace("\xa0", "~")


def test_standings_read_as_reviewed() -> None:
    head = "How goals stand on Wed 15 July 2026: amount | status and reason | end; ~ stands for a no-break space.\n\n"
    text = head + "\n\n".join(block(*standing) for standing in STANDINGS) + "\n"
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", LANGUAGES)
def test_reasons_fit_into_the_list(code: str) -> None:
    for example, entries in STANDINGS:
        goal = goal_of(example, code)
        assert len(reason(assess(goal, entries, TODAY), goal, words(code), TODAY)) <= CELLS


def test_every_reason_of_the_domain_has_words() -> None:
    judging = [path for path in sorted(DOMAIN.glob("*.py")) if path.name != "realism.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in judging)
    codes = set(re.findall(r'Reason\(\s*"(\w+)"', source)) - {"draft", "closed"}
    goal = goal_of(STANDINGS[0][0], "en")
    silent = [code for code in codes if not reason(Assessment(None, Reason(code)), goal, words("en"), TODAY)]
    assert codes
    assert set(silent) <= {"no_overdue", "paused"}


def test_a_status_is_a_sign_and_a_word() -> None:
    goal = goal_of(STANDINGS[0][0], "en")
    for status in Status:
        said = status_line(Assessment(status, Reason("")), goal, words("en"), TODAY)
        assert re.fullmatch(r"\S [a-z ]+", said)


def test_differences_are_said_to_the_digits_one_would_say() -> None:
    english = words("en")
    assert status_text.rounded(Decimal("12.34"), None, english) == "12"
    assert status_text.rounded(Decimal("1.26"), None, english) == "1.3"
    assert status_text.rounded(Decimal("0.126"), None, english) == "0.13"
    assert status_text.rounded(Decimal("12.34"), measured(Kind.LEVEL)._replace(unit="%"), english) == "12.3%"


def test_distances_are_said_as_one_says_them() -> None:
    english = words("en")
    said = {days: distance(TODAY + timedelta(days=days), TODAY, english) for days in (-3, -1, 0, 1, 2, 181)}
    assert said == {
        -3: "3 days ago",
        -1: "yesterday",
        0: "today",
        1: "tomorrow",
        2: "in 2 days",
        181: "in 181 days",
    }


def test_a_day_takes_few_cells_in_the_list() -> None:
    english = words("en")
    assert day_brief(TODAY, TODAY, english) == "today"
    assert day_brief(TODAY + timedelta(days=4), TODAY, english) == "Sun"
    assert day_brief(TODAY + timedelta(days=12), TODAY, english) == "27 Jul"
    assert day_ahead(TODAY + timedelta(days=12), TODAY, english) == "in 12 days"
    assert day_ahead(date(2026, 12, 31), TODAY, english) == "31 Dec"
    assert day_ahead(date(2026, 7, 1), TODAY, english) == "1 Jul"
    assert day_said(TODAY + timedelta(days=4), TODAY, english) == "Sunday"
    assert day_said(date(2027, 1, 2), TODAY, english) == "2 January 2027"


def test_a_chart_has_a_sentence_that_says_the_same() -> None:
    goal = goal_of(STANDINGS[0][0], "en")
    line = [(date(2026, 1, 1), Decimal(0)), (date(2026, 12, 31), Decimal(24))]
    english = words("en")
    assert chart_sentence(goal, [], line, english) == "Nothing to draw yet: the first entry starts the line."
    one = chart_sentence(goal, [(TODAY, Decimal(8))], [], english)
    assert one == "8 books on 15 July 2026."
    both = chart_sentence(goal, [(date(2026, 1, 5), Decimal(2)), (TODAY, Decimal(8))], line, english)
    assert both == (
        "From 2 books on 5 January 2026 to 8 books on 15 July 2026; the line runs to 24 books on 31 December 2026."
    )
