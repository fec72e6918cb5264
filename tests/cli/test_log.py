"""A check-in in one line: the app's grammar, one undo step, refused with a sentence where it is in doubt."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smart_tui.domain.goal import Kind, Measure, Milestone, Outcome
from smart_tui.store import queries
from smart_tui.store.commands import goals, history, measures, plans
from smart_tui.store.store import Store
from tests.cli.conftest import Here

BOOKS = ("add", "Read 24 books by 31 December", "--activate")
WEIGHT = ("add", "Weigh less", *("--baseline", "84", "--target", "78", "--unit", "kg", "--activate"))


def entries(here: Here, ref: str = "1") -> list[tuple[str, str | None, str]]:
    found: Any = here("show", ref, "--json").json["entries"]
    return [(entry["on"], entry["value"], entry["note"]) for entry in found]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (["3"], ("2026-01-15", "3", "")),
        (["-2"], ("2026-01-15", "-2", "")),
        (["=42"], ("2026-01-15", "42", "")),
        (["x"], ("2026-01-15", "1", "")),
        (["s", "ill"], ("2026-01-15", None, "ill")),
        (["yesterday", "12", "#", "with", "Bo"], ("2026-01-14", "12", "with Bo")),
        (["mon 4 # \x1b[31mred"], ("2026-01-12", "4", "[31mred")),
        (["--lang", "da", "i går 1,5"], ("2026-01-14", "1.5", "")),
        (["--lang", "sv", "70 000"], ("2026-01-15", "70000", "")),
    ],
)
def test_an_entry_is_read_as_in_the_app(here: Here, typed: list[str], stored: tuple[str, str | None, str]) -> None:
    here(*BOOKS)
    said = here("log", "read", *typed)
    assert (said.code, said.err) == (0, "")
    assert entries(here) == [stored]


def test_what_was_recorded_is_said_back_with_how_the_goal_stands(here: Here) -> None:
    here(*BOOKS)
    said = here("log", "1", "yesterday", "5", "#", "on the train")
    title, echo, stands = said.out.splitlines()
    assert title == "1  Read books"
    assert echo.startswith("+5 books, Wed 14 January 2026: on the train")
    assert stands.startswith("5 of 24 books")


def test_a_goal_is_named_by_number_uuid_or_part_of_its_title(here: Here) -> None:
    here(*BOOKS)
    uuid = here("show", "1", "--json").json["uuid"]
    for ref in ("1", "#1", uuid, "Read books", "book"):
        assert here("log", ref, "1").code == 0
    assert len(entries(here)) == 5


def test_a_title_that_fits_several_goals_is_refused_with_the_candidates(here: Here) -> None:
    here(*BOOKS)
    here("add", "Read papers", "--activate")
    said = here("log", "read", "3")
    assert (said.code, said.out) == (1, "")
    assert "1 Read books, 2 Read papers" in said.err
    assert here("log", "7", "3").code == 1
    assert entries(here, "1") == entries(here, "2") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.000", "The number can mean 1 or 1,000. Write it another way."),
        ("foo", "“foo” is not a number."),
        ("tomorrow 3", "is still to come"),
        ("20%", "The unit is kg"),
        ("x", "needs a number"),
    ],
)
def test_what_cannot_be_recorded_is_one_sentence_and_nothing_is_written(here: Here, typed: str, said: str) -> None:
    here(*WEIGHT)
    refused = here("log", "1", typed)
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert entries(here) == []


def test_a_draft_and_a_closed_goal_take_no_entries(here: Here, store: Store) -> None:
    here("add", "Read more")
    assert "“Read more” is a draft" in here("log", "1", "3").err
    here("add", "Run", "--activate")
    store.run_sync(goals.finish, 2, Outcome.DROPPED, "", date(2026, 1, 15))
    refused = here("log", "2", "3")
    assert (refused.code, refused.out) == (1, "")
    assert "“Run” is closed" in refused.err


def test_done_ticks_the_next_milestone_until_there_is_none(here: Here, store: Store) -> None:
    here("add", "Launch", "--kind", "milestones", "--activate")
    store.run_sync(plans.add_milestone, 1, "Design")
    assert "Design" in here("log", "1", "yesterday x").out
    (part,) = store.read(queries.goal, 1).milestones
    assert isinstance(part, Milestone)
    assert part.done_on == date(2026, 1, 14)
    assert here("log", "1", "x").code == 1


def test_done_is_not_recorded_twice_on_a_day(here: Here) -> None:
    here("add", "Write", "--kind", "quota", "--per", "week", "--target", "3", "--activate")
    assert here("log", "1", "x").code == 0
    assert "recorded for that day already" in here("log", "1", "x").err
    assert len(entries(here)) == 1


def test_a_running_count_takes_no_lower_reading_but_a_reset(here: Here, store: Store) -> None:
    here(*BOOKS)
    count = Measure(Kind.TOTAL, date(2026, 1, 1), Decimal(1000), "km", Decimal(100), running=True)
    store.run_sync(measures.set_measure, 1, count)
    assert here("log", "1", "yesterday 150").code == 0
    assert "reset 20" in here("log", "1", "20").err
    assert here("log", "1", "reset 20").code == 0
    assert here("log", "1", "30").code == 0
    assert here("show", "1", "--json").json["value"] == "60"
    assert here("log", "1", "+12").code == 0, "a day on which the count began anew goes on from there"
    assert here("show", "1", "--json").json["value"] == "72"


def test_three_counts_are_kept_with_the_score_they_make(here: Here, store: Store) -> None:
    here(*WEIGHT)
    score = Measure(Kind.LEVEL, date(2026, 1, 1), Decimal(50), "", Decimal(10), entered_as="nps")
    store.run_sync(measures.set_measure, 1, score)
    assert "20 answers" in here("log", "1", "12", "5", "3").out
    (entry,) = here("show", "1", "--json").json["entries"]
    assert (entry["value"], entry["counts"]) == ("45", [12, 5, 3])


def test_each_check_in_is_its_own_step_of_undo(here: Here, store: Store) -> None:
    here(*BOOKS)
    here("log", "1", "3")
    here("log", "1", "s")
    store.run_sync(history.undo)
    assert entries(here) == [("2026-01-15", "3", "")]
    store.run_sync(history.undo)
    assert entries(here) == []


def test_json_gives_the_goal_and_what_was_recorded_read_in_the_persons_language(here: Here) -> None:
    here(*BOOKS)
    found = here("--lang", "da", "log", "1", "i går 1,5 # hej", "--json").json
    assert found["recorded"] == {"on": "2026-01-14", "mode": "add", "value": "1.5", "note": "hej"}
    assert (found["no"], found["value"], found["entries"]) == (1, "1.5", 1)


@pytest.mark.parametrize(
    "typed", ["", "#", "\x1b[31m", "\udc80\udcff", "9" * 5000, "1e999", "٣", "12/12/12 12", "{x} %s", "x" * 100_000]
)
def test_hostile_entries_are_one_sentence_here_and_when_asked_for(here: Here, typed: str) -> None:
    here(*WEIGHT)
    for said in (here("log", "1", typed), here("log", typed, "3"), here("ask", "week", typed=f"{typed}\n")):
        assert said.code in (0, 1)
        assert said.err.count("\n") <= 1
        assert "went wrong" not in said.err
        assert "\x1b" not in said.out + said.err
