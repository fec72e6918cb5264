"""Typical goals to start from: how each is measured and how long it takes. What they are called is text's business.

They cover every kind of measure, and what the Danish article names: campaigns, sales, audience,
brand and satisfaction, search and traffic. A template never brings a baseline: that is one's own.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Kind, Measure, Period, Reading

WORKDAYS = 0b0011111
"""Monday to Friday as a mask of weekdays."""


class Group(StrEnum):
    """What a template is about; the groups stand in this order."""

    OWN = "own"
    CAMPAIGN = "campaign"
    SALES = "sales"
    AUDIENCE = "audience"
    BRAND = "brand"
    SEARCH = "search"
    PROJECT = "project"


class Template(NamedTuple):
    """A typical goal. `months` is how long it usually lasts, 0 where it has no end; the measure has no words yet."""

    id: str
    group: Group
    measure: Measure
    months: int = 12


_DAY = date.min
"""A template begins on no day yet: `measure_of` gives it one."""


def _total(target: int, running: bool = False) -> Measure:
    return Measure(Kind.TOTAL, _DAY, Decimal(target), running=running)


def _level(target: int | str) -> Measure:
    return Measure(Kind.LEVEL, _DAY, Decimal(target))


def _change(percent: int, reading: Reading, period: Period | None = None) -> Measure:
    return Measure(Kind.LEVEL, _DAY, change_percent=Decimal(percent), reading=reading, period=period)


def _quota(target: int, period: Period, direction: Direction = Direction.AT_LEAST) -> Measure:
    return Measure(Kind.QUOTA, _DAY, Decimal(target), period=period, direction=direction)


TEMPLATES: tuple[Template, ...] = (
    Template("books", Group.OWN, _total(24)),
    Template("distance", Group.OWN, _total(3000, running=True)),
    Template("steps", Group.OWN, _quota(70_000, Period.WEEK)),
    Template("practice", Group.OWN, _quota(20, Period.DAY)._replace(weekdays=WORKDAYS), 6),
    Template("coffee", Group.OWN, _quota(2, Period.DAY, Direction.AT_MOST), 3),
    Template("weight", Group.OWN, _level(78), 6),
    Template("pulse", Group.OWN, Measure(Kind.WITHIN, _DAY, low=Decimal(50), high=Decimal(60)), 6),
    Template("speaking", Group.OWN, Measure(Kind.RATING, _DAY), 6),
    Template("sleep", Group.OWN, Measure(Kind.LEVEL, _DAY, untargeted=True), 0),
    Template("signups", Group.CAMPAIGN, _total(500), 3),
    Template("leads", Group.CAMPAIGN, _quota(40, Period.MONTH), 6),
    Template("revenue", Group.SALES, _change(10, Reading.SPAN)),
    Template("meetings", Group.SALES, _quota(8, Period.WEEK)),
    Template("quarter", Group.SALES, _quota(12, Period.QUARTER)),
    Template("subscribers", Group.AUDIENCE, _change(15, Reading.LEVEL), 3),
    Template("followers", Group.AUDIENCE, _total(10_000, running=True)),
    Template("recommend", Group.BRAND, _level(40)._replace(entered_as="nps"), 6),
    Template(
        "satisfaction", Group.BRAND, _level("4.3")._replace(entered_as="scale", low=Decimal(1), high=Decimal(5)), 6
    ),
    Template("visits", Group.SEARCH, _change(20, Reading.PER_PERIOD, Period.MONTH), 6),
    Template("conversion", Group.SEARCH, _level(8), 3),
    Template("position", Group.SEARCH, _level(3), 6),
    Template("launch", Group.PROJECT, Measure(Kind.MILESTONES, _DAY), 3),
)

BY_ID: Mapping[str, Template] = {template.id: template for template in TEMPLATES}
