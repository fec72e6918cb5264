"""`today` says what is due; `due` is silent with 0 where nothing waits, and speaks with 1 where something does."""

from datetime import date, timedelta

from smart_tui.store.commands import goals, plans
from smart_tui.store.store import Store
from tests.cli.conftest import Here

TODAY = date(2026, 1, 15)
WATER = ("add", "Drink water", *("--kind", "quota", "--per", "day", "--target", "8", "--unit", "glasses", "--activate"))
MEETINGS = ("add", "Meet customers", *("--target", "8", "--per", "week", "--unit", "meetings", "--activate"))


def test_nothing_waits_without_a_file_and_with_nothing_due(here: Here) -> None:
    for _ in range(2):
        said = here("due")
        assert (said.code, said.out, said.err) == (0, "", "")
        assert here("due", "--json").json == []
        assert here("today").out == "Nothing is due today or this week.\n"
        here("add", "Read 24 books by 31 December", "--activate")


def test_due_says_what_waits_and_is_silent_once_it_was_seen_to(here: Here) -> None:
    here(*WATER)
    said = here("due")
    assert (said.code, said.out, said.err) == (1, "1  Drink water: nothing entered today\n", "")
    here("log", "1", "8")
    assert (here("due").code, here("due").out) == (0, "")
    assert "  ✓  1  Drink water: entered today\n" in here("today").out


def test_a_quota_of_the_week_waits_on_its_last_day_only(here: Here) -> None:
    here(*MEETINGS, today="2026-01-12")
    assert "·  1  Meet customers: 8 meetings to go by Sunday" in here("today").out
    assert here("due").code == 0
    assert here("due", today="2026-01-18").out.splitlines() == [
        "1  Meet customers: 8 meetings to go today",
        "The weekly review is due: week 3 · 12–18 January 2026",
    ]


def test_a_review_that_is_due_is_said_beside_the_rest_and_counts(here: Here) -> None:
    here("add", "Read 24 books by 31 December", "--activate", today="2026-01-12")
    here("log", "1", "1", today="2026-01-18")
    assert here("due", today="2026-01-17").code == 0
    said = here("due", today="2026-01-18")
    assert (said.code, said.out) == (1, "The weekly review is due: week 3 · 12–18 January 2026\n")
    assert "The weekly review is due: week 3" in here("today", today="2026-01-20").out
    (review,) = here("due", "--json", today="2026-01-20").json
    assert (review["kind"], review["when"], review["on"]) == ("review", "overdue", "2026-01-18")
    assert (review["weeks"], review["no"]) == (["2026-01-12"], None)


def test_today_names_activities_milestones_and_dates_under_their_headings(here: Here, store: Store) -> None:
    here("add", "Launch", "--kind", "milestones", "--deadline", "1 June 2026", "--activate")
    store.run_sync(plans.add_milestone, 1, "Design", TODAY - timedelta(days=2))
    store.run_sync(plans.add_activity, 1, "Call Bo", when="9:00", where="office", due=TODAY)
    store.run_sync(plans.add_activity, 1, "Write", due=TODAY - timedelta(days=3))
    here("add", "Parked")
    store.run_sync(goals.park, 2, TODAY)
    assert here("today").out.split("\n\n") == [
        "Thu 15 January 2026",
        "Overdue\n  ·  1  Launch: “Design”, 2 days late",
        "Today\n  ·  1  Launch: Call Bo, 9:00, office, today"
        "\n  ·  2  Parked: parked until today; go on with it or park it again",
        "This week\n  ·  1  Launch: Write, by Sunday\n",
    ]


def test_json_names_kind_day_goal_and_what_is_missing(here: Here, store: Store) -> None:
    here(*MEETINGS, today="2026-01-12")
    here("log", "1", "3")
    store.run_sync(plans.add_activity, 1, "Call Bo", due=TODAY)
    call, quota = here("today", "--json").json
    assert (call["kind"], call["when"], call["on"], call["item"]["name"]) == (
        "activity",
        "today",
        "2026-01-15",
        "Call Bo",
    )
    assert (quota["kind"], quota["when"], quota["missing"], quota["answered"]) == ("quota", "week", "5", True)
    assert (quota["no"], quota["title"], quota["on"], quota["item"]) == (1, "Meet customers", "2026-01-18", None)
    assert [each["kind"] for each in here("due", "--json").json] == ["activity"]
