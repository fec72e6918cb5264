"""Whatever a goal is and whatever was entered, how it stands can be said in every language."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.buffer import bare_minimum, buffer_days
from smart_tui.domain.goal import (
    Confidence,
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Reading,
    State,
    Status,
)
from smart_tui.domain.measure import goal_days
from smart_tui.domain.quota import verdicts
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.domain.streak import streak
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.chartwords import calendar_sentence
from smart_tui.text.clash import clash
from smart_tui.text.forecast import outlook_sentence
from smart_tui.text.minimum import minimum_heading, minimum_rows
from smart_tui.text.sentences import page_sentence
from smart_tui.text.status import status_line
from smart_tui.text.streak import streak_sentence

TODAY = date(2026, 7, 15)
BROKEN = re.compile(r"[{}]|None|\.\.|  |,,|Decimal")
NUMBER = st.decimals(-200, 20000, places=2)
POSITIVE = st.decimals(Decimal("0.5"), 20000, places=1)
DAY = st.integers(-400, 400).map(lambda ahead: TODAY + timedelta(days=ahead))
PAST = st.integers(-400, 0).map(lambda ahead: TODAY + timedelta(days=ahead))
ENTRIES = st.lists(st.tuples(st.integers(0, 150), st.none() | NUMBER), max_size=40)


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """A goal of any kind, with and without a target, a baseline, a deadline and a pause."""
    kind = draw(st.sampled_from(Kind))
    relative = kind in (Kind.TOTAL, Kind.LEVEL) and draw(st.booleans())
    measure = Measure(
        kind,
        draw(PAST),
        None if relative else draw(st.none() | POSITIVE),
        draw(st.sampled_from(("", "books", "%", "kr.", "h"))),
        baseline=draw(st.none() | POSITIVE),
        change_percent=draw(st.sampled_from((Decimal(20), Decimal(-30)))) if relative else None,
        reading=draw(st.sampled_from(Reading)) if relative else None,
        period=draw(st.sampled_from(Period)),
        direction=draw(st.sampled_from(Direction)),
        weekdays=draw(st.sampled_from((127, 0b0011111, 0b0001001))),
        running=kind is Kind.TOTAL and draw(st.booleans()),
        untargeted=draw(st.integers(0, 9)) == 0,
        low=draw(st.none() | POSITIVE),
        high=draw(st.none() | POSITIVE),
    )
    fields: dict[str, Any] = {
        "start": draw(st.none() | PAST),
        "deadline": draw(st.none() | DAY),
        "pauses": draw(st.sampled_from(((), (Pause(TODAY - timedelta(days=9)),)))),
        "milestones": draw(st.sampled_from(((), (Milestone(1, "", "Launch", TODAY),)))),
        "confidence": (Confidence(draw(PAST), draw(st.integers(1, 10))),),
    }
    return Goal(1, "u", 1, "x", State.ACTIVE, "nordic", "en", measures=(measure,))._replace(**fields)


@given(goals(), ENTRIES, st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_every_standing_can_be_said(goal: Goal, given_days: list[tuple[int, Decimal | None]], code: str) -> None:
    entries = [
        Entry(number, "", 1, TODAY - timedelta(days=ago), EntryState.EXCUSED if v is None else EntryState.VALUE, v)
        for number, (ago, v) in enumerate(given_days, 1)
    ]
    spoken, found = words(code), assess(goal, entries, TODAY)
    spare = buffer_days(goal, entries, TODAY, Settings())
    asks = bare_minimum(goal, entries, TODAY, Settings())
    judged = verdicts(goal, goal_days(goal, entries, TODAY), TODAY)
    period = goal.measures[0].period or Period.WEEK
    first = page_sentence(goal, found, TODAY, spoken, spare, asks)
    said = [
        first,
        outlook_sentence(goal, found.outlook, TODAY, spoken),
        clash(goal, found, TODAY, spoken),
        minimum_heading(asks, goal, TODAY, spoken),
        streak_sentence(streak(judged), period, spoken),
        calendar_sentence(judged, period, TODAY, spoken),
    ]
    assert first.endswith((".", "?"))
    assert all(text.endswith((".", "?")) for text in said if text)
    rows = [part for row in minimum_rows(asks, goal, TODAY, spoken) for part in row]
    for text in (*said, *rows, status_line(found, goal, spoken, TODAY)):
        assert not BROKEN.search(text), text
    if found.status in (Status.BEHIND, Status.AT_RISK):
        assert status_line(found, goal, spoken, TODAY)
