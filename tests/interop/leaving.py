"""Goals, entries and texts to take along, as anybody may have written them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from smart_tui.domain.cleaning import clean_text, clean_title
from smart_tui.domain.goal import Activity, Direction, Entry, EntryState, Goal, Kind, Measure, Milestone, Period, State
from smart_tui.domain.quantity import from_micro

NOW = datetime(2026, 1, 15, 12, 0, 30, 999, UTC)
TODAY = date(2026, 1, 15)

BIASED = (
    "=1+1",
    "+45",
    "-5",
    "@x",
    "'=1",
    "''-",
    "å;\\n,\\",
    '"',
    "|",
    "a\nb",
    "ærø 🎉",
    "\u200dx",
    "#x",
    "[[a]]",
    "CON",
)
"""What is something to a spreadsheet, a calendar, a page or a file system."""

raw = st.one_of(
    st.lists(st.one_of(st.sampled_from(BIASED), st.text(max_size=12)), max_size=4).map("".join),
    st.text("aåæ;,\\\n 🎉é", min_size=60, max_size=140),
)
titles = raw.map(clean_title)
texts = raw.map(clean_text)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
values = st.integers(-(10**18) + 1, 10**18 - 1).map(from_micro)
instants = st.none() | st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
uuids = st.uuids().map(str)


def measure(kind: Kind = Kind.TOTAL, target: str = "24", **more: Any) -> Measure:
    """A measure from the beginning of the year on."""
    return Measure(kind, date(2026, 1, 1), Decimal(target), "books")._replace(**more)


def goal(title: str = "Read 24 books", **more: Any) -> Goal:
    """An active goal of the year."""
    found = Goal(1, "660560f0-6fea-4df3-8b3b-fb5460438152", 3, title, State.ACTIVE, "nordic", "en")
    whole: Any = {"start": date(2026, 1, 1), "deadline": date(2026, 12, 31), **more}
    return found._replace(**whole)


WALK = measure(Kind.QUOTA, "8", period=Period.WEEK, direction=Direction.AT_LEAST)

entries = st.builds(
    lambda on, value, note, uuid, source, at: Entry(
        1, uuid, 1, on, EntryState.EXCUSED if value is None else EntryState.VALUE, value, note, at, source
    ),
    days,
    st.none() | values,
    texts,
    uuids,
    titles,
    instants,
)
milestones = st.builds(
    lambda uuid, title, due, done: Milestone(1, uuid, title, due, 1, done),
    uuids,
    titles,
    st.none() | days,
    st.none() | days,
)
activities = st.builds(
    lambda uuid, what, when, due, done: Activity(1, uuid, what, when, "", due, done_on=done),
    uuids,
    titles,
    titles,
    st.none() | days,
    st.none() | days,
)
goals = st.builds(
    lambda title, area, tags, said, parts, deeds, at: goal(
        title,
        area=area,
        tags=tuple(tags),
        statement=said,
        milestones=tuple(parts),
        activities=tuple(deeds),
        created_at=at,
        measures=(WALK,),
    ),
    titles,
    titles,
    st.lists(titles, max_size=2),
    texts,
    st.lists(milestones, max_size=2),
    st.lists(activities, max_size=2),
    instants,
)
