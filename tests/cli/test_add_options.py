"""What the options of `add` say is read like the rest, put over the sentence, and refused by name."""

from typing import Any

import pytest

from tests.cli.conftest import Here

GOOD: list[tuple[list[str], dict[str, Any]]] = [
    (
        ["Read", "--kind", "total", "--target", "24", "--unit", "books", "--deadline", "31 December"],
        {"kind": "total", "target": "24", "unit": "books", "deadline": "2026-12-31", "title": "Read"},
    ),
    (["Read 24 books", "--target", "30"], {"kind": "total", "target": "30", "unit": "books", "title": "Read books"}),
    (
        ["Weight", "--baseline", "84", "--target", "78", "--unit", "kg", "--start", "1 January"],
        {"kind": "level", "baseline": "84", "target": "78", "start": "2026-01-01"},
    ),
    (["Warm up", "--kind=level", "--baseline", "-4", "--target", "-2"], {"baseline": "-4", "target": "-2"}),
    (["Meet", "--per", "week", "--target", "8"], {"kind": "quota", "target": "8"}),
    (["Coffee", "--per", "day", "--target", "<=2"], {"kind": "quota", "target": "2"}),
    (["Visits", "--kind", "level", "--baseline", "12 400", "--target", "+20%", "--per", "month"], {"target": "14880"}),
    (["Revenue", "--kind", "total", "--baseline", "1000", "--target", "+10 %"], {"kind": "total", "target": "1100"}),
    (["Pulse", "--target", "50-60", "--unit", "bpm"], {"kind": "within", "unit": "bpm"}),
    (["Balance", "--kind", "within", "--target", ">=10000"], {"kind": "within"}),
    (["Speak", "--kind", "rating"], {"kind": "rating"}),
    (["--lang", "da", "Løb", "--kind", "kvote", "--per", "uge", "--target", "1,5", "--unit", "mil"], {"target": "1.5"}),
    (["--lang", "sv", "Gå", "--target", "70 000", "--per", "vecka"], {"kind": "quota", "target": "70000"}),
]


@pytest.mark.parametrize(("options", "fields"), GOOD, ids=lambda each: " ".join(each))
def test_options_say_how_a_goal_is_measured(here: Here, options: list[str], fields: dict[str, Any]) -> None:
    said = here("add", *options, "--json")
    assert (said.code, said.err) == (0, "")
    goal = said.json
    assert goal["state"] == "draft"
    assert {name: goal[name] for name in fields} == fields


def test_directions_limits_and_readings_are_those_of_the_options(here: Here) -> None:
    here("add", "Coffee", "--per", "day", "--target", "<=2")
    here("add", "Pulse", "--target", "50–60")
    here("add", "Visits", *("--kind", "level", "--baseline", "100", "--target", "+20%", "--per", "month"))
    (coffee,), (pulse,), (visits,) = (here("show", no, "--json").json["measures"] for no in ("1", "2", "3"))
    assert (coffee["direction"], coffee["period"]) == ("at_most", "day")
    assert (pulse["low"], pulse["high"]) == ("50", "60")
    assert (visits["reading"], visits["period"], visits["change_percent"]) == ("per_period", "month", "20")


def test_an_activated_goal_begins_today_or_on_its_start(here: Here) -> None:
    said = here("add", "Read 24 books by 31 December", "--activate")
    assert said.out.startswith("Goal 1: Read books\n")
    assert "drafts" not in said.out
    assert here("show", "1", "--json").json["start"] == "2026-01-15"
    found = here("add", "Write", "--start", "1 February", "--activate", "--json").json
    assert (found["state"], found["start"]) == ("active", "2026-02-01")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--target", "foo"], "--target: “foo” is not a number."),
        (["--target", "1.000"], "--target: The number can mean 1 or 1,000."),
        (["--kind", "foo"], "--kind: “foo” is no kind; there are total, level, quota, within, milestones, rating."),
        (["--per", "foo"], "--per: “foo” is not a period."),
        (["--per", "year", "--target", "3"], "--per: a quota is so many a day, week, month or quarter."),
        (["--unit", "cups"], "--unit: it needs --kind or --target beside it."),
        (["--kind", "rating", "--target", "3"], "--target: it does not go with the kind rating."),
        (["--kind", "total", "--target", "3", "--per", "week"], "--per: it does not go with the kind total."),
        (["--kind", "within", "--target", "50"], "--target: a goal to keep within has limits"),
        (["--target", "60-50"], "--target: the lower limit stands first."),
        (["--target", "5", "--baseline", "5"], "--target: that is where it stands already."),
        (["--target", "+5%", "--baseline", "0"], "--baseline: a change in percent needs a baseline above zero."),
        (["--target", "0", "--per", "week"], "--target: a quota of nothing asks for nothing."),
        (["--deadline", "31 foo"], "--deadline: “31 foo” is not a date."),
        (["--deadline", "2024-01-01"], "--deadline: the deadline has to come after the start, Thu 15 January 2026."),
        (["--start", "2026-09-01", "--deadline", "1 June 2026"], "--deadline: the deadline has to come after"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_nonsense_is_refused_by_the_name_of_the_option_and_nothing_is_made(
    here: Here, options: list[str], said: str
) -> None:
    refused = here("add", "Go", *options)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"smart-tui: {said}")
    assert refused.err.count("\n") == 1
    assert here("list", "--json").json == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Save 1.000 euros"], "The number can mean 1 or 1,000."),
        (["Meet", "--kind", "quota", "--target", "3"], "missing: a period."),
        (["Meet", "--kind", "total"], "missing: a target."),
    ],
)
def test_what_cannot_be_activated_is_refused_with_the_reason(here: Here, arguments: list[str], said: str) -> None:
    refused = here("add", *arguments, "--activate")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("smart-tui: It cannot be activated yet")
    assert said in refused.err
    assert here("list", "--json").json == []
