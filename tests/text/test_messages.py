"""What was undone, what went wrong, what was read, and what the card says."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from smart_tui.domain.goal import Goal, Kind, State
from smart_tui.domain.history import ChangeGroup
from smart_tui.i18n import LANGUAGES, words
from smart_tui.reading.errors import CODES as READING_CODES
from smart_tui.reading.errors import ReadingError
from smart_tui.store.errors import CODES as STORE_CODES
from smart_tui.store.errors import StoreError
from smart_tui.text.card import card_lines
from smart_tui.text.echo import echo_date, echo_entry, echo_number
from smart_tui.text.errors import INVALID, reading_error, store_error
from smart_tui.text.history import DEEDS, redone, undone
from smart_tui.text.title import title
from tests.text.examples import ARTICLES, TODAY, measured

COMMANDS = Path(__file__).resolve().parents[2] / "smart_tui" / "store"
NAMED = {"no": 4, "title": "Read 24 books", "value": "3.5", "on": "2026-01-14", "name": "Sketch"}


class Read(NamedTuple):
    """A check-in as reading hands it over."""

    on: date
    mode: str
    value: Decimal | None = None
    note: str = ""
    counts: None = None


def group(operation: str, **params: object) -> ChangeGroup:
    return ChangeGroup(1, operation, {**NAMED, **params}, 1)


def test_undo_and_redo_say_what_they_did() -> None:
    english, danish = words("en"), words("da")
    assert undone(group("check_in"), english) == "Undone: the entry 3.5 on 14 January 2026 for “Read 24 books”."
    assert redone(group("check_in"), english) == "Done again: the entry 3.5 on 14 January 2026 for “Read 24 books”."
    assert undone(group("delete_goal"), danish) == "Fortrudt: sletningen af “Read 24 books”."
    assert undone(group("edit_answer", question="specific.why"), english) == (
        "Undone: the answer to “Why” of “Read 24 books”."
    )
    assert undone(group("edit_goal", field="deadline"), english) == (
        "Undone: the change of the deadline of “Read 24 books”."
    )
    assert undone(group("milestone_done", on=None), english).endswith("“Sketch” of “Read 24 books” as not done.")


def test_an_untitled_goal_is_named_by_its_number() -> None:
    assert undone(group("create_goal", title=""), words("sv")) == "Ångrat: det nya målet mål 4."


def test_every_operation_of_the_store_can_be_said() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((COMMANDS / "commands").glob("*.py")))
    operations = set(re.findall(r'describe\(\s*(?:unit,\s*)?"(\w+)"', source))
    assert operations
    assert operations <= set(DEEDS)
    for code in LANGUAGES:
        for operation in (*DEEDS, "something_new"):
            assert "{" not in undone(group(operation), words(code))


def test_a_title_with_braces_is_said_as_it_is() -> None:
    assert "“{goal} {0}”" in undone(group("pause", title="{goal} {0}"), words("en"))
    assert "{path}" in store_error(StoreError("not_found", ref="{path}"), words("en"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_error_of_the_store_has_a_sentence(code: str) -> None:
    for error in STORE_CODES:
        said = store_error(StoreError(error, path="/tmp/x.db", ref="books", field="title"), words(code))
        assert said.endswith(".")
        assert "{" not in said
        if code == "en":
            assert said != "This could not be done."


def test_a_title_that_is_missing_is_asked_for() -> None:
    error = StoreError("invalid", field="title", reason="missing")
    assert store_error(error, words("en")) == "A goal needs a title before it can be activated."


def test_every_refusal_of_the_store_has_a_reason() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(COMMANDS.rglob("*.py")))
    reasons = set(re.findall(r'invalid\("?\w+"?(?: or \w+)?, "(\w+)"\)', source))
    assert reasons
    assert reasons <= set(INVALID)


def test_an_ambiguous_name_lists_the_goals_it_fits() -> None:
    error = StoreError("ambiguous", ref="read", candidates=((1, "Read 24 books"), (7, "Read aloud")))
    assert store_error(error, words("en")) == "“read” fits several goals: 1 Read 24 books, 7 Read aloud."


def test_an_undo_that_cannot_be_done_says_what_stays() -> None:
    error = StoreError("changed_since", operation="finish", title="Read 24 books", no=4)
    assert "the closing of “Read 24 books”" in store_error(error, words("en"))
    assert store_error(StoreError("changed_since", field="title"), words("en")).startswith("This was changed elsewhere")


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_cannot_be_read_has_a_sentence(code: str) -> None:
    params: Mapping[str, object] = {
        "text": "12 apples",
        "number": "12",
        "rest": "apples",
        "unit": "books",
        "date": TODAY,
    }
    for error in READING_CODES:
        said = reading_error(ReadingError(error, params), words(code), code)
        assert said.endswith(".")
        assert "{" not in said
    assert reading_error(ReadingError("number.unreadable", params), words("en")) == "“12 apples” is not a number."


def test_numbers_and_dates_are_echoed_in_full() -> None:
    assert echo_number(Decimal(10000), words("en")) == "10,000"
    assert echo_number(Decimal(10000), words("da"), "følgere") == "10.000 følgere"
    assert echo_date(date(2026, 7, 15), TODAY, words("en")) == "Wed 15 July 2026, in 181 days"
    assert echo_date(date(2026, 7, 15), TODAY, words("da")) == "ons. 15. juli 2026, om 181 dage"
    assert echo_date(date(2026, 1, 14), TODAY, words("sv")) == "ons 14 januari 2026, i går"


def test_a_check_in_is_echoed_before_it_is_saved() -> None:
    meetings, english = ARTICLES[5].goal("en"), words("en")
    day = date(2026, 1, 14)
    assert echo_entry(Read(day, "add", Decimal(3), "with Bo"), meetings, english) == (
        "+3 meetings, Wed 14 January 2026: with Bo"
    )
    assert echo_entry(Read(day, "set", Decimal(8)), meetings, english).startswith("the day set to 8 meetings")
    assert echo_entry(Read(day, "change", Decimal(-2)), meetings, english).startswith("−2 meetings")
    assert echo_entry(Read(day, "done", Decimal(1)), meetings, english) == "done, Wed 14 January 2026"
    assert echo_entry(Read(day, "excused"), meetings, english) == "excused, Wed 14 January 2026"
    rate = ARTICLES[1].goal("en")
    assert echo_entry(Read(day, "add", Decimal("6.2")), rate, english).startswith("6.2%, ")


def test_the_card_says_what_each_letter_holds_and_lacks() -> None:
    visits = (
        ARTICLES[0]
        .goal("en")
        ._replace(
            answers={
                "attainable.resources": "yes",
                "attainable.timeframe": "yes",
                "relevant.why": "The spring is empty",
            }
        )
    )
    lines = card_lines(visits, TODAY, words("en"))
    assert [line.letter for line in lines] == list("SMART")
    assert [line.text for line in lines] == [
        "Increase visits to our site",
        "+20%, from 12,400 to 14,880 visits a month",
        "resources: yes · enough time: yes",
        "The spring is empty",
        "by Wed 15 July 2026, in 181 days",
    ]
    assert all(line.missing == "" for line in lines)


def test_the_card_of_an_empty_draft_lists_what_is_missing() -> None:
    draft = Goal(1, "", 1, "", State.DRAFT, "nordic", "da", measures=(measured(Kind.LEVEL),))
    missing = [line.missing for line in card_lines(draft, TODAY, words("da"), "ambitious")]
    assert missing == [
        "en titel",
        "en målværdi, en startværdi",
        "engagement",
        "vejen derhen",
        "en frist eller en dato for gennemgang",
    ]
    assert card_lines(draft, TODAY, words("da"), "ambitious")[2].name == "Ambitiøst"


def test_an_untitled_draft_goes_by_its_first_words() -> None:
    draft = Goal(1, "", 1, "", State.DRAFT, "nordic", "en", answers={"raw.target": "12 apples"})
    assert title(draft, words("en")) == "Untitled"
    why = "Because the pipeline for the coming spring is empty again"
    assert title(draft._replace(answers={"specific.why": why}), words("en")) == (
        "Because the pipeline for the coming spring is…"
    )
