"""Every instant from 2020 to 2040 belongs to one civil day, and no day is skipped or comes back."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from smart_tui.domain.calendar import civil_today

ZONES = ("Europe/Copenhagen", "America/New_York", "Pacific/Auckland")
ENDS = (0, 60, 120, 135, 150, 180, 240, 360)
"""Minutes after midnight at which a day ends; 120 to 180 lie in the hours that clocks skip and repeat."""

QUARTER = timedelta(minutes=15)
DAY = 96
"""Quarters of an hour."""
BEGIN, QUARTERS = datetime(2020, 1, 1, tzinfo=UTC), (date(2041, 1, 1) - date(2020, 1, 1)).days * DAY


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip(f"this machine has no time zone data for {name}")


def wall(at: int, where: ZoneInfo) -> datetime:
    return (BEGIN + at * QUARTER).astimezone(where)


def transitions(where: ZoneInfo) -> list[int]:
    """The first quarters with another distance from UTC than the quarter before them."""
    found = []
    for at in range(0, QUARTERS, DAY):
        before = wall(at, where).utcoffset()
        if wall(at + DAY, where).utcoffset() != before:
            found.append(next(n for n in range(at, at + DAY + 1) if wall(n, where).utcoffset() != before))
    return found


def days_seen(where: ZoneInfo, ends: int, changes: list[int]) -> Iterator[tuple[int, int]]:
    """Each civil day as an ordinal with the quarters it lasts, asked for at every quarter near a change of clocks.

    Between two changes the wall clock runs evenly, so that a day is known by its two ends: both are
    asked for, and what lies between cannot be another day.
    """
    at, begin = 0, 0
    today = civil_today(wall(0, where), ends).toordinal()
    while at < QUARTERS:
        change = bisect_left(changes, at - DAY)
        near = change < len(changes) and changes[change] <= at + 2 * DAY
        step = 1
        if not near:
            now = wall(at, where)
            left = 24 * 60 - (now.hour * 60 + now.minute - ends) % (24 * 60)
            step = max(left // 15 - 1, 1)
        at += step
        found = civil_today(wall(at, where), ends).toordinal()
        if found != today:
            yield today, at - begin
            today, begin = found, at


@pytest.mark.parametrize("name", ZONES)
def test_every_quarter_of_an_hour_belongs_to_one_day_and_days_follow_each_other(name: str) -> None:
    where = zone(name)
    changes = transitions(where)
    assert len(changes) == 42
    for ends in ENDS:
        days = list(days_seen(where, ends, changes))
        ordinals = [ordinal for ordinal, _ in days]
        assert ordinals == list(range(ordinals[0], ordinals[0] + len(days)))
        lengths = [length for _, length in days[1:]]
        assert all(DAY - 4 <= length <= DAY + 4 for length in lengths)
        # Where a day would end within the hour that is skipped, two days share what is missing.
        assert sum(length != DAY for length in lengths) <= 42 + 21


@pytest.mark.parametrize("name", ZONES)
def test_a_day_begins_when_the_clock_first_shows_its_hour(name: str) -> None:
    where = zone(name)
    for at in transitions(where):
        for ends in ENDS:
            seen = date.min
            for quarter in range(at - DAY // 4, at + DAY // 4):
                now = wall(quarter, where)
                shown = (now.replace(tzinfo=None) - timedelta(minutes=ends)).date()
                seen = max(seen, shown)
                assert civil_today(now, ends) == seen


def test_a_repeated_hour_does_not_bring_yesterday_back() -> None:
    where = zone("Europe/Copenhagen")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=where)
    again = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=where)
    assert civil_today(first, 150) == civil_today(again, 150) == date(2026, 10, 25)
    assert civil_today(again, 180) == date(2026, 10, 24)
