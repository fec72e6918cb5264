"""One line that becomes a milestone, an activity or an if-then plan."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.reading.items import ItemKind, ItemReading, read_item

TODAY = date(2026, 1, 15)
"""A Thursday."""


def read(line: str, lang: str = "en", kind: ItemKind | None = None) -> ItemReading:
    return read_item(line, lang, TODAY, kind)


@pytest.mark.parametrize(
    ("lang", "line", "title", "due"),
    [
        ("en", "Design ready by 1 March", "Design ready", date(2026, 3, 1)),
        ("en", "Design ready, 1 March 2027", "Design ready", date(2027, 3, 1)),
        ("en", "Launch in 6 weeks", "Launch", date(2026, 2, 26)),
        ("en", "Read 1984", "Read 1984", None),
        ("en", "buy milk, eggs, bread", "buy milk, eggs, bread", None),
        ("da", "Design færdigt senest 1. marts", "Design færdigt", date(2026, 3, 1)),
        ("sv", "Design klart senast 1 mars", "Design klart", date(2026, 3, 1)),
        ("sv", "Design ready by 1 March", "Design ready", date(2026, 3, 1)),
    ],
)
def test_a_milestone_is_a_title_and_the_date_it_ends_in(lang: str, line: str, title: str, due: date | None) -> None:
    assert read(line, lang)[:3] == (ItemKind.MILESTONE, title, due)


def test_a_star_and_a_number_behind_a_milestone_are_its_weight() -> None:
    assert read("Design ready by 1 March *3").weight == 3
    assert read("Design ready by 1 March").weight == 1
    assert read("Pilot by 1 March x2")[:4] == (ItemKind.MILESTONE, "Pilot", date(2026, 3, 1), 2)
    assert read("2 * 3").text == "2"
    assert read("buy a matrix3").text == "buy a matrix3"


def test_a_milestone_may_begin_with_its_date() -> None:
    assert read("1 March: design ready")[:3] == (ItemKind.MILESTONE, "design ready", date(2026, 3, 1))


@pytest.mark.parametrize(
    ("lang", "line", "expected"),
    [
        ("en", "call Bo, Monday 9:00, office", ("call Bo", date(2026, 1, 19), "9:00", "office")),
        ("en", "call Bo; before mail; office", ("call Bo", None, "before mail", "office")),
        ("en", "call Bo on Monday 9:00", ("call Bo", date(2026, 1, 19), "9:00", "")),
        ("en", "buy milk, eggs, tomorrow", ("buy milk, eggs", date(2026, 1, 16), "", "")),
        ("da", "ring til Bo, mandag kl. 9, kontoret", ("ring til Bo", date(2026, 1, 19), "kl. 9", "kontoret")),
        ("sv", "ring Bo, på måndag 9.00, kontoret", ("ring Bo", date(2026, 1, 19), "9.00", "kontoret")),
    ],
)
def test_an_activity_says_what_when_and_where(
    lang: str, line: str, expected: tuple[str, date | None, str, str]
) -> None:
    found = read(line, lang, ItemKind.ACTIVITY)
    assert (found.text, found.due, found.when, found.where) == expected


@pytest.mark.parametrize(
    ("lang", "line", "situation", "action"),
    [
        ("en", "if it is Monday 9:00, then I call", "it is Monday 9:00", "I call"),
        ("en", "If X then Y", "X", "Y"),
        ("en", "when tired, I walk", "tired", "I walk"),
        ("da", "hvis klokken er 9, så ringer jeg", "klokken er 9", "ringer jeg"),
        ("sv", "om det regnar, så läser jeg", "det regnar", "läser jeg"),
        ("da", "if X then Y", "X", "Y"),
    ],
)
def test_a_plan_is_a_situation_and_what_one_does_then(lang: str, line: str, situation: str, action: str) -> None:
    found = read(line, lang)
    assert (found.kind, found.situation, found.action, found.problem) == (ItemKind.PLAN, situation, action, "")


def test_the_line_tells_what_it_is_until_the_person_chooses() -> None:
    assert read("call Bo, Monday 9:00").kind is ItemKind.ACTIVITY
    assert read("call Bo, Monday 9:00", kind=ItemKind.MILESTONE).kind is ItemKind.MILESTONE


def test_what_is_missing_has_a_name() -> None:
    assert read("").problem == "text"
    assert read("by 1 March").problem == "text"
    assert read("", kind=ItemKind.PLAN).problem == "situation"
    assert read("if it rains", kind=ItemKind.PLAN).problem == "action"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["en", "da", "sv"]), st.sampled_from([None, *ItemKind]))
def test_any_line_is_read_without_an_error(line: str, lang: str, kind: ItemKind | None) -> None:
    found = read_item(line, lang, TODAY, kind)
    assert kind is None or found.kind is kind
