"""The figures a finished review keeps: exactly what it saw, whatever the goal; anything else is refused."""

import json
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Activity, Entry, Goal, Kind, Outcome, Period, Reason
from smart_tui.domain.review import Promise
from smart_tui.domain.reviewweek import span
from smart_tui.domain.snapshot import decode, encode
from smart_tui.domain.weekfigures import GoalWeek
from tests.domain.cases import SETTINGS, day
from tests.domain.test_goalweek import of_entries
from tests.domain.test_promises import TODAYS, goals, histories

HOSTILE = 'a [b]"\\\n\x1b[31m {"n": "1"} ☃ \U0001f600'
PROMISES = st.one_of(st.none(), st.sampled_from(Promise))


@given(goals(), histories(), TODAYS, st.lists(st.tuples(st.text(max_size=20), PROMISES), max_size=3))
@settings(max_examples=60, deadline=None)
def test_figures_come_back_as_they_were_kept(
    subject: Goal, history: list[Entry], today: date, promised: list[tuple[str, Promise | None]]
) -> None:
    weeks = span(today, [], SETTINGS)
    assert weeks is not None
    activities = [
        Activity(at, str(at), what, due=weeks.week, outcome=outcome) for at, (what, outcome) in enumerate(promised)
    ]
    found = of_entries(subject._replace(activities=tuple(activities)), history, today, weeks)
    assert len(found.promises) == len(promised)
    assert decode(encode(found)) == found


def test_every_value_of_a_reason_and_hostile_words_come_back() -> None:
    params = {
        "amount": D("1.50"),
        "on": day(3),
        "none": None,
        "flag": True,
        "days": 3,
        "words": HOSTILE,
        "outcome": Outcome.PARTLY,
        "period": Period.MONTH,
        "titles": (HOSTILE, D(2)),
    }
    week = GoalWeek(1, 1, HOSTILE, Kind.TOTAL, HOSTILE, reason=Reason("gap", params))
    found = decode(encode(week))
    assert found == week
    assert type(found.reason.params["flag"]) is bool
    assert "\n" not in encode(week)


def test_what_a_later_version_adds_or_an_earlier_one_lacked_is_no_harm() -> None:
    raw = {"v": 1, "goal": 7, "no": 3, "title": "Read", "kind": "total", "unheard_of": [1]}
    assert decode(json.dumps(raw)) == GoalWeek(7, 3, "Read", Kind.TOTAL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '{"v":2,"goal":1,"no":1,"title":"","kind":"total"}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"unheard of"}',
        '{"v":1,"goal":"1","no":1,"title":"","kind":"total"}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","value":"NaN"}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","value":"five"}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","missing":["2026-02-30"]}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","weeks":[{"first":"2026-01-05","last":"2026-01-11","met":2}]}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","params":{"a":{"n":"1","d":"2"}}}',
        '{"v":1,"goal":1,"no":1,"title":"","kind":"total","promises":[[]]}',
        "[" * 100_000,
        "9" * 5_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no figures"):
        decode(text)
