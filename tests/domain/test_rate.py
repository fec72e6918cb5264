from datetime import date
from decimal import Decimal as D

import pytest

from smart_tui.domain.goal import Direction, Measure, Milestone, Period, Reading
from smart_tui.domain.goal import Kind as K
from smart_tui.domain.rate import Rate, active_weeks, card_asks, human_rate, two_of_three
from tests.domain.cases import START, day, goal, level, quota, total

JANUARY, JULY = date(2026, 1, 15), date(2026, 7, 15)


def test_any_two_of_date_value_and_rate_give_the_third() -> None:
    monthly = two_of_three(D(12400), JANUARY, value=D(14880), on=JULY, period=Period.MONTH)
    assert monthly.rate == Rate(D("413.333333"), Period.MONTH)
    rate = Rate(D(400), Period.MONTH)
    assert two_of_three(D(12400), JANUARY, on=JULY, rate=rate).value == 14_800
    assert two_of_three(D(12400), JANUARY, value=D(14800), rate=rate).on == JULY


def test_a_date_is_the_first_on_which_the_value_is_reached() -> None:
    assert two_of_three(D(0), JANUARY, value=D(10), rate=Rate(D(3), Period.WEEK)).on == date(2026, 2, 8)


@pytest.mark.parametrize(
    ("value", "rate"), [(D(78), Rate(D(1), Period.WEEK)), (D(84), Rate(D(1), Period.WEEK)), (D(90), None)]
)
def test_a_rate_that_leads_elsewhere_is_refused(value: D, rate: Rate | None) -> None:
    with pytest.raises(ValueError):
        two_of_three(D(84), JANUARY, value=value, rate=rate)


def test_the_three_together_and_a_date_before_the_start_are_refused() -> None:
    with pytest.raises(ValueError):
        two_of_three(D(0), JANUARY, value=D(1), on=JULY, rate=Rate(D(1), Period.WEEK))
    with pytest.raises(ValueError):
        two_of_three(D(0), JULY, value=D(1), on=JANUARY)


def test_a_rate_is_said_in_the_shortest_period_that_makes_it_one_or_more() -> None:
    assert human_rate(D(0), D(24), date(2026, 1, 1), date(2026, 12, 31)).period is Period.MONTH
    assert human_rate(D(0), D(60), date(2026, 1, 1), date(2026, 12, 31)).period is Period.WEEK
    assert human_rate(D(5), D("5.5"), JANUARY, JULY).period is Period.WEEK


def test_the_card_says_what_the_first_three_weeks_ask_for() -> None:
    visits = level(12400, None, JANUARY, change_percent=D(20), reading=Reading.PER_PERIOD)
    subject = goal(visits, start=JANUARY, deadline=JULY)
    assert card_asks(subject, visits, JANUARY) == (D(100), D(195), D(290))
    books = total(24)
    assert card_asks(goal(books, deadline=day(364)), books, START) == (D(1), D(1), D(2))
    weight = level(84, 78)
    asks = card_asks(goal(weight, deadline=day(84)), weight, START)
    assert asks == (D("-0.5"), D(-1), D("-1.5"))


def test_the_card_never_asks_for_more_than_the_target() -> None:
    books = total(3)
    assert card_asks(goal(books, deadline=day(10)), books, START) == (D(3), D(3), D(3))


def test_the_card_asks_a_quota_for_each_of_three_weeks() -> None:
    assert card_asks(goal(quota(8)), quota(8), START) == (D(8),) * 3
    daily = quota(2, period=Period.DAY, weekdays=0b0011111)
    assert card_asks(goal(daily), daily, START) == (D(10),) * 3
    monthly = quota(31, period=Period.MONTH, direction=Direction.AT_MOST)
    assert card_asks(goal(monthly), monthly, START) == (D(7),) * 3


def test_the_card_asks_for_the_milestones_due() -> None:
    parts = (Milestone(1, "a", "A", day(10)), Milestone(2, "b", "B", day(20), 2))
    launch = Measure(K.MILESTONES, START)
    assert card_asks(goal(launch, milestones=parts), launch, START) == (D(0), D(1), D(3))
    assert card_asks(goal(launch), launch, START) == ()


def test_the_card_is_silent_where_nothing_can_be_asked() -> None:
    open_ended, relative = total(24), level(None, None, change_percent=D(20))
    assert card_asks(goal(open_ended), open_ended, START) == ()
    assert card_asks(goal(relative, deadline=day(90)), relative, START) == ()
    assert card_asks(goal(deadline=day(90)), None, START) == ()


def test_weeks_count_their_wanted_days() -> None:
    assert active_weeks(goal(quota(8), deadline=day(70)), quota(8), START) == 10
    assert active_weeks(goal(quota(8)), quota(8), START) == 0
