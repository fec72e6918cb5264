"""`show` gives a goal's figures: periods with their judgement, bare minimum, forecast, streak, realism, its family."""

from datetime import date, timedelta
from decimal import Decimal

from smart_tui.domain.goal import Outcome, Promise
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures, plans
from smart_tui.store.store import Store
from tests.cli.conftest import Here

MONDAY = date(2025, 12, 1)
MEETINGS = ("add", "Meet customers", *("--target", "8", "--per", "week", "--unit", "meetings", "--activate"))
BOOKS = ("add", "Read 120 books by 31 December", "--activate")


def weeks(store: Store, goal_id: int, amounts: tuple[int, ...], first: date = MONDAY) -> None:
    for week, amount in enumerate(amounts):
        store.run_sync(entries.check_in, goal_id, first + timedelta(days=7 * week), Decimal(amount))


def test_periods_come_with_their_scaled_target_and_judgement(here: Here, store: Store) -> None:
    here(*MEETINGS, today=MONDAY.isoformat())
    weeks(store, 1, (8, 5, 7))
    for offset in (15, 16):
        store.run_sync(entries.check_in, 1, MONDAY + timedelta(days=offset), excused=True)
    found = here("show", "1", "--json", today="2025-12-30").json
    first, _, third, fourth, running = found["periods"]
    assert (first["first"], first["last"], first["target"], first["value"]) == ("2025-12-01", "2025-12-07", "8", "8")
    assert [period["met"] for period in found["periods"]] == [True, False, True, None, None]
    assert (third["target"], third["active_days"], third["wanted_days"], third["excused_days"]) == ("6", 5, 7, 2)
    assert (fourth["judged"], fourth["value"], running["last"]) == (True, None, "2026-01-04")
    assert found["streak"] == {"now": 1, "best": 1}
    page = here("show", "1", today="2025-12-30").out
    assert "\n  15–21 December 2025                7 of 6  met, 2 days excused\n" in page
    assert "\n  22–28 December 2025                – of 8  unknown\n" in page


def test_an_activity_says_what_became_of_it(here: Here, store: Store) -> None:
    here(*MEETINGS, today=MONDAY.isoformat())
    for what, outcome, why in (("Call Bo", Promise.NOT, "he was ill"), ("Call Ann", Promise.KEPT, "")):
        activity = store.run_sync(plans.add_activity, 1, what, due=MONDAY)
        store.run_sync(plans.promise_outcome, activity, outcome, why, MONDAY)
    said = [
        (each["outcome"], each["reason"], each["done_on"]) for each in here("show", "1", "--json").json["activities"]
    ]
    assert said == [("not", "he was ill", None), ("kept", "", "2025-12-01")]
    lines = [line.split("  ") for line in here("show", "1").out.splitlines() if "Call" in line]
    assert [[part.strip() for part in line if part] for line in lines] == [
        ["×", "Call Bo", "due 1 December 2025", "not kept, he was ill"],
        ["✓", "Call Ann", "due 1 December 2025", "done 1 December 2025"],
    ]


def test_a_week_in_which_a_new_target_was_set_keeps_its_own_without_a_false_reason(here: Here, store: Store) -> None:
    here(*MEETINGS, today=MONDAY.isoformat())
    weeks(store, 1, (8, 3))
    measure = store.read(queries.goal, 1).measure
    assert measure is not None
    store.run_sync(measures.add_version, 1, measure._replace(target=Decimal(12), valid_from=date(2025, 12, 10)))
    page = here("show", "1", today="2025-12-11").out
    assert "3 of 8 meetings this week, 5 to go by Sunday." in page
    assert "not all of its days" not in page
    store.run_sync(entries.check_in, 1, date(2025, 12, 12), excused=True)
    assert "The target is 7 of 8: one day is excused." in here("show", "1", today="2025-12-12").out
    assert "0 of 12 meetings this week, 12 to go by Sunday." in here("show", "1", today="2025-12-15").out


def test_a_forecast_is_three_dates_once_there_are_weeks_enough(here: Here, store: Store) -> None:
    here(*BOOKS, today="2026-01-05")
    weeks(store, 1, (7,), date(2026, 1, 5))
    few = here("show", "1", "--json", today="2026-01-15").json["forecast"]
    assert (few["earliest"], few["middle"], few["latest"], few["missing"]) == (None, None, None, 2)
    weeks(store, 1, (9, 6, 8, 10, 5, 8, 7), date(2026, 1, 12))
    found = here("show", "1", "--json", today="2026-03-02").json
    forecast = found["forecast"]
    days = [(date.fromisoformat(forecast[name]) - date(2026, 3, 1)).days for name in ("earliest", "middle", "latest")]
    remaining = 120 - 60
    assert days[0] <= days[1] == 7 * remaining / Decimal("7.5") <= days[2]
    assert (forecast["based_on"], forecast["missing"], forecast["pace"]) == (8, 0, "7.5")
    assert found["buffer"] > 0
    assert "if you go on as in the last 8 weeks" in here("show", "1", today="2026-03-02").out


def test_the_bare_minimum_is_a_table_of_seven_days_that_never_falls(here: Here) -> None:
    here(*BOOKS, today="2026-01-05")
    asks = here("show", "1", "--json").json["bare_minimum"]
    assert [ask["by"] for ask in asks] == [f"2026-01-{day}" for day in range(16, 23)]
    amounts = [Decimal(ask["amount"]) for ask in asks]
    assert amounts == sorted(amounts)
    page = here("show", "1").out
    assert "\nThe next 7 days\n  tomorrow " in page


def test_a_parent_names_its_goals_and_what_they_say_together(here: Here, store: Store) -> None:
    here("add", "Grow the firm", "--activate")
    here(*BOOKS, today="2026-01-05")
    store.run_sync(goals.set_fields, 2, {"parent_id": 1})
    weeks(store, 2, (12,), date(2026, 1, 5))
    parent = here("show", "1", "--json").json
    (child,) = parent["children"]
    assert (child["no"], child["title"], child["status"]) == (2, "Read books", "on_track")
    assert parent["roll_up"] == {"children": 1, "progress": 0.1, "status": "on_track"}
    assert (parent["status"], parent["progress"], parent["reason_code"]) == ("on_track", 0.1, "children")
    listed = {goal["no"]: goal for goal in here("list", "--json").json}
    assert (listed[1]["status"], listed[1]["progress"]) == ("on_track", 0.1)
    assert here("show", "2", "--json").json["parent"] == 1
    assert here("show", "1").out.count("1 goal below: 10% of the way") == 1
    assert (parent["buffer"], parent["bare_minimum"]) == (None, [])
    assert "Supports  1  Grow the firm" in here("show", "2").out


def test_a_score_from_three_counts_comes_with_its_margin(here: Here, store: Store) -> None:
    here("add", "Be recommended", *("--baseline", "18", "--target", "40", "--deadline", "31 December", "--activate"))
    measure = store.read(queries.goal, 1).measure
    assert measure is not None
    store.run_sync(measures.set_measure, 1, measure._replace(entered_as="nps"))
    here("log", "1", "23/16/9")
    page = here("show", "1").out
    assert "NPS +29, give or take 22, from 48 answers." in page
    assert "\n  Thu 15 January 2026  29  23/16/9" in page


def test_realism_holds_a_plan_against_ones_own_record(here: Here, store: Store) -> None:
    here("add", "Sell", "--activate")
    store.run_sync(goals.finish, 1, Outcome.MISSED, "", date(2026, 1, 10))
    here("add", "Revenue", *("--kind", "level", "--baseline", "100", "--target", "+200%", "--unit", "euros"))
    store.run_sync(goals.set_fields, 2, {"deadline": date(2026, 3, 15)})
    growth, before = here("show", "2", "--json").json["realism"]
    assert (growth["code"], round(growth["rate"], 3), growth["period"]) == ("growth", 0.732, "month")
    assert (before["code"], before["missed"], before["titles"]) == ("closed_before", 1, ["Sell"])
    assert growth["said"] == "That is about 73% more every month."
    assert "\nRealism\n  That is about 73% more every month.\n" in here("show", "2").out


def test_plans_pauses_and_confidence_are_there_in_full(here: Here, store: Store) -> None:
    here(*BOOKS)
    store.run_sync(plans.add_plan, 1, "it is nine", "I read")
    store.run_sync(plans.set_confidence, 1, date(2026, 1, 15), 3)
    store.run_sync(goals.pause, 1, date(2026, 2, 1), date(2026, 2, 7))
    found = here("show", "1", "--json").json
    assert [(plan["situation"], plan["action"]) for plan in found["plans"]] == [("it is nine", "I read")]
    assert found["pauses"] == [{"first": "2026-02-01", "last": "2026-02-07"}]
    assert found["confidence"] == [{"on": "2026-01-15", "value": 3}]
    page = here("show", "1").out
    assert "The pace says on track, you say 3 of 10: what do you know?" in page
    assert "\nPauses\n  1–7 February 2026\n" in page


def test_what_a_goal_has_none_of_is_empty_or_null(here: Here) -> None:
    here("add", "Think")
    found = here("show", "1", "--json").json
    assert [found[name] for name in ("periods", "bare_minimum", "realism", "children", "plans", "pauses")] == [[]] * 6
    assert [found[name] for name in ("streak", "buffer", "forecast", "parent", "roll_up")] == [None] * 5
