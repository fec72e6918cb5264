"""How a longer-term goal stands by what serves it."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.family import stand_by_children
from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Reason, State, Status

DAY = date(2026, 1, 15)
BOOKS = Measure(Kind.TOTAL, DAY, Decimal(24))


def goal(number: int, parent: int | None = None, measure: Measure | None = BOOKS, weight: int = 1) -> Goal:
    made = Goal(number, f"uuid-{number}", number, f"Goal {number}", State.ACTIVE, "nordic", "en")
    return made._replace(parent_id=parent, measures=(measure,) if measure else (), weight=weight)


def standing(status: Status | None, progress: str | None = None) -> Assessment:
    share = None if progress is None else Decimal(progress)
    return Assessment(status, Reason("gap"), value=Decimal(3), progress=share, ends=DAY)


def test_a_parent_without_a_measure_shows_the_mean_and_the_worst_of_its_children() -> None:
    found = stand_by_children(
        [
            (goal(1, measure=None), standing(Status.ON_TRACK)),
            (goal(2, 1, weight=3), standing(Status.AT_RISK, "0.2")),
            (goal(3, 1), standing(Status.ON_TRACK, "1")),
        ]
    )
    assert list(found) == [1]
    assert (found[1].status, found[1].progress) == (Status.AT_RISK, Decimal("0.4"))
    assert found[1].reason == Reason("children", {"children": 2})
    assert (found[1].value, found[1].ends) == (None, DAY)


def test_a_parent_with_a_measure_stands_by_it() -> None:
    measured = [(goal(1), standing(Status.ON_TRACK, "0.9")), (goal(2, 1), standing(Status.BEHIND, "0.1"))]
    assert stand_by_children(measured) == {}


def test_three_levels_are_rolled_up_from_below() -> None:
    found = stand_by_children(
        [
            (goal(1, measure=None), standing(None)),
            (goal(2, 1, measure=None), standing(None)),
            (goal(3, 2), standing(Status.BEHIND, "0.5")),
        ]
    )
    assert [(each.status, each.progress) for each in found.values()] == [(Status.BEHIND, Decimal("0.5"))] * 2


def test_what_the_dates_of_a_parent_decide_stays() -> None:
    for own in (Status.MISSED, Status.PAUSED):
        parent = (goal(1, measure=None), standing(own))
        found = stand_by_children([parent, (goal(2, 1), standing(Status.ON_TRACK, "0.5"))])
        assert (found[1].status, found[1].progress) == (own, Decimal("0.5"))


def test_resting_children_and_those_that_are_not_there_say_nothing() -> None:
    alone = (goal(1, measure=None), standing(None))
    assert stand_by_children([alone, (goal(2, 1), standing(Status.PAUSED, "0.5"))]) == {1: alone[1]}
    assert stand_by_children([alone, (goal(2, 7), standing(Status.BEHIND, "0.5"))]) == {}
