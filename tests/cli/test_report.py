"""A week, a goal's week and a look back on the command line, as text, as Markdown and for programs."""

from datetime import date

import pytest

from smart_tui.domain.goal import Outcome
from smart_tui.domain.review import WELL, Cause, Promise, Repair, ReviewScreen, Span, Way
from smart_tui.domain.snapshot import encode
from smart_tui.store import queries
from smart_tui.store.commands import goals, plans, reviews
from smart_tui.store.queries.reviewpages import goal_weeks
from smart_tui.store.store import Store
from tests.cli.conftest import Here

BOOKS = ("add", "Read 24 books by 31 December", "--activate")
MEETINGS = ("add", "Meet customers", *("--target", "8", "--per", "week", "--unit", "meetings", "--activate"))
FIRST, SUNDAY = date(2026, 1, 5), date(2026, 1, 11)


def reviewed(here: Here, store: Store) -> None:
    """Week 2 of 2026, reviewed on its Sunday: two goals, a promise kept, a cause with its plan, one line."""
    here(*BOOKS, today="2026-01-05")
    here(*MEETINGS, today="2026-01-05")
    here("log", "1", "2", today="2026-01-06")
    here("log", "2", "5", today="2026-01-07")
    activity = store.run_sync(plans.add_activity, 2, "Call Bo", due=FIRST)
    store.run_sync(plans.promise_outcome, activity, Promise.KEPT, on=SUNDAY)
    review = store.run_sync(reviews.begin, FIRST, FIRST, SUNDAY, Way.FULL)
    store.run_sync(plans.set_confidence, 2, SUNDAY, 6)
    store.run_sync(reviews.say_cause, review, 2, Cause.TIME, "two days ill")
    store.run_sync(reviews.say_repair, review, 2, Repair.PLAN, "If it is Monday, then I call five.")
    store.run_sync(reviews.write_line, review, WELL, "Good calls.")
    store.run_sync(reviews.stand, review, ReviewScreen.DONE, "", 240)
    settings = store.read(queries.settings)
    weeks = store.read(goal_weeks, Span((FIRST,), SUNDAY), SUNDAY, settings)
    store.run_sync(reviews.finish, review, {week.goal_id: encode(week) for week in weeks})


def test_the_latest_review_is_the_page(here: Here, store: Store) -> None:
    reviewed(here, store)
    said = here("report", today="2026-01-20").out
    assert said.startswith("Week 2 · 5–11 January 2026\n\n")
    assert "1 of 1 promise kept" in said
    assert "    Kept: Call Bo\n" in said
    assert "    In the way: too little time (two days ill)\n" in said
    assert "    → If it is Monday, then I call five.\n" in said
    lines = [line.split("  ", 1) for line in said.splitlines()[-5:]]
    assert [(label, text.strip()) for label, text in lines] == [
        ("Went well", "Good calls."),
        ("In the way", "not answered"),
        ("I change", "not answered"),
        ("Still relevant", "not answered"),
        ("Still agreed to", "not answered"),
    ]
    assert "afterwards" not in said


def test_what_is_entered_later_shows_beside_what_the_review_saw(here: Here, store: Store) -> None:
    reviewed(here, store)
    here("log", "2", "11/1 2", today="2026-01-20")
    said = here("report", "--week", "2", today="2026-01-20").out
    assert "    5 of 8 meetings\n" in said
    assert "    Changed afterwards: 7 of 8 meetings\n" in said


def test_a_week_without_a_review_is_put_together_from_its_entries(here: Here) -> None:
    here(*BOOKS, today="2026-01-05")
    here("log", "1", "2", today="2026-01-06")
    for asked in ((), ("--week", "last week"), ("--week", "2"), ("--week", "2026-01-08"), ("--week=yesterday",)):
        said = here("report", *asked, today="2026-01-12")
        assert said.code == 0
        assert said.out.startswith("Week 2 · 5–11 January 2026\n")
        assert "There was no review of this week." in said.out
        assert "2 of 24 books, +2" in said.out
    running = here("report", "--week", "today", today="2026-01-12").out
    assert running.startswith("Week 3 ·")


def test_a_closed_goal_stays_in_the_weeks_in_which_it_ran(here: Here, store: Store) -> None:
    here(*BOOKS, today="2026-01-05")
    store.run_sync(goals.finish, 1, Outcome.DROPPED, "", date(2026, 1, 14))
    assert "Read books" in here("report", "--week", "2", today="2026-01-20").out
    assert "Read books" not in here("report", "--week", "4", today="2026-01-26").out


def test_markdown_has_front_matter_and_json_has_codes(here: Here, store: Store) -> None:
    reviewed(here, store)
    text = here("report", "--md", today="2026-01-20").out
    assert text.startswith('---\ntitle: "Week 2 · 5–11 January 2026"\ndate: 2026-01-11\nweek: "2026-W02"\n')
    assert "\n- **Meet customers**" in text
    found = here("report", "--json", "--lang", "da", today="2026-01-20").json
    assert (found["week"], found["last"], found["review"]["finished"]) == ("2026-01-05", "2026-01-11", True)
    assert found["promises"] == {"kept": 1, "partly": 0, "answered": 1, "asked": 1}
    goal = next(each for each in found["goals"] if each["no"] == 2)
    assert (goal["value"], goal["target"], goal["confidence"], goal["cause"]) == ("5", "8", 6, "time")
    assert (goal["repair"], goal["decision"], goal["changed_afterwards"]) == ("plan", None, False)
    assert goal["promises"] == [{"what": "Call Bo", "outcome": "kept", "reason": ""}]
    assert goal["weeks"][0]["first"] == "2026-01-05"
    assert len(goal["weeks"][0]["days"]) == 7
    assert found["lines"] == [{"prompt": "well", "text": "Good calls."}]


def test_one_goal_is_reported_by_the_week(here: Here, store: Store) -> None:
    reviewed(here, store)
    said = here("report", "--goal", "meet", today="2026-01-20").out
    assert "Meet customers" in said
    assert "Read books" not in said
    assert "Good calls." not in said
    text = here("report", "--goal", "2", "--md", today="2026-01-20").out
    assert text.startswith('---\ntitle: "Meet customers: Week 2')
    assert [each["no"] for each in here("report", "--goal", "2", "--json", today="2026-01-20").json["goals"]] == [2]
    none = here("report", "--goal", "2", "--week", "2025-12-10", today="2026-01-20")
    assert (none.code, none.out) == (1, "")
    assert "“Meet customers”" in none.err


def test_one_goal_is_compared_with_itself_the_last_time(here: Here, store: Store) -> None:
    reviewed(here, store)
    review = store.run_sync(reviews.begin, date(2026, 1, 12), date(2026, 1, 12), date(2026, 1, 18), Way.FULL)
    span = Span((date(2026, 1, 12),), date(2026, 1, 18))
    weeks = store.read(goal_weeks, span, span.last, store.read(queries.settings))
    store.run_sync(reviews.finish, review, {week.goal_id: encode(week) for week in weeks})
    said = here("report", "--goal", "meet", today="2026-01-20").out
    assert "of 1 goal on track" in said
    assert "of 2" not in said


def test_a_month_a_quarter_and_a_year_are_put_together(here: Here, store: Store) -> None:
    reviewed(here, store)
    for asked, title in (
        (("--month",), "January 2026"),
        (("--month", "2026-01"), "January 2026"),
        (("--month", "january", "2026"), "January 2026"),
        (("--quarter", "this", "quarter"), "Quarter 1, 2026"),
        (("--year", "2026"), "2026"),
    ):
        said = here("report", *asked, today="2026-01-20")
        assert said.out.startswith(f"{title}\n\n"), (asked, said)
        assert "1 of 1 promise kept" in said.out
        assert ("Went well: Good calls." if asked[0] == "--month" else "Good calls.") in said.out
        assert "too little time: 1 time" in said.out
    found = here("report", "--year", "--json", today="2026-01-20").json
    assert (found["kind"], found["first"], found["reviewed"]) == ("year", "2026-01-01", 1)
    assert found["causes"] == [{"cause": "time", "times": 1}]
    assert here("report", "--month", "--md", today="2026-01-20").out.startswith('---\ntitle: "January 2026"\n')


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--week", "--month"), 2, "--month is one span too many."),
        (("--month", "--goal", "1"), 2, "not with --month"),
        (("--md", "--json"), 2, "--md does not go with --json."),
        (("--goal", "1", "--goal", "2"), 2, "a word too many: 2"),
        (("--week", "glorp"), 2, "--week: "),
        (("--week", "2027-01-01"), 1, "still to come"),
        (("--goal", "nine"), 1, "nine"),
        (("extra",), 2, "a word too many: extra"),
    ],
)
def test_what_cannot_be_reported_is_one_sentence(here: Here, arguments: tuple[str, ...], code: int, said: str) -> None:
    refused = here("report", *arguments)
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err.splitlines()[0]


def test_nothing_to_report_is_said_without_a_file(here: Here) -> None:
    said = here("report")
    assert said.code == 0
    assert "No goal was under way." in said.out
    assert "Nothing to look back on yet." in here("report", "--year").out


def test_a_line_under_a_prompt_of_ones_own_is_told_as_it_was_asked(here: Here, store: Store) -> None:
    reviewed(here, store)
    store.run_sync(reviews.write_line, 1, "Did I sleep?", "Mostly.\nNot on Friday.")
    said = here("report", today="2026-01-20").out
    assert "Did I sleep?  Mostly. Not on Friday.\n" in said
    assert "not answered" not in said.partition("Did I sleep")[2]
