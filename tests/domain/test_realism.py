from datetime import date
from decimal import Decimal as D

import pytest

from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Outcome, Pause, Period, Reading, Reason
from smart_tui.domain.measure import goal_days
from smart_tui.domain.realism import growth_per_period, realism
from tests.domain.cases import SETTINGS, Pairs, day, entries, goal, level, quota, total

JANUARY = date(2026, 1, 1)


def remarks(
    subject: Goal, today: date = JANUARY, pairs: Pairs = (), closed: tuple[tuple[Goal, Outcome], ...] = ()
) -> dict[str, Reason]:
    measure = subject.measure
    assert measure is not None
    days = goal_days(subject, entries(pairs), today)
    return {reason.code: reason for reason in realism(subject, measure, days, today, SETTINGS, closed)}


def revenue(percent: int, deadline: date, **more: object) -> Goal:
    measure = Measure(Kind.TOTAL, JANUARY, baseline=D(100_000), change_percent=D(percent), reading=Reading.SPAN)
    return goal(measure._replace(**more), start=JANUARY, deadline=deadline)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("percent", "deadline", "rate"),
    [(200, date(2026, 3, 1), 0.732), (10, date(2027, 1, 1), 0.008)],
)
def test_the_articles_pair_is_73_and_0_8_percent_a_month(percent: int, deadline: date, rate: float) -> None:
    params = remarks(revenue(percent, deadline))["growth"].params
    assert round(float(str(params["rate"])), 3) == rate
    assert params["period"] is Period.MONTH


def test_growth_needs_values_and_periods_above_zero() -> None:
    for v0, target, periods in ((D(0), D(5), 1.0), (D(5), D(0), 1.0), (D(5), D(5), 0.0)):
        with pytest.raises(ValueError):
            growth_per_period(v0, target, periods)
    assert growth_per_period(D(100), D(121), 2) == pytest.approx(0.1)


def test_less_than_a_month_is_said_in_weeks() -> None:
    params = remarks(revenue(21, date(2026, 1, 15)))["growth"].params
    assert (params["period"], params["periods"]) == (Period.WEEK, 2.0)
    assert params["rate"] == pytest.approx(0.1)


def test_a_level_is_asked_from_its_last_reading_on() -> None:
    subscribers = goal(level(100, 400), start=JANUARY, deadline=date(2026, 5, 1))
    assert remarks(subscribers)["growth"].params["rate"] == pytest.approx(2**0.5 - 1)
    later = remarks(subscribers, date(2026, 3, 5), [(date(2026, 3, 1), 100)])
    assert later["growth"].params["rate"] == pytest.approx(1)
    assert "growth" not in remarks(subscribers, date(2026, 3, 5), [(date(2026, 3, 1), 400)])


@pytest.mark.parametrize(
    "measure",
    [
        total(24, JANUARY),
        level(84, 78, JANUARY),
        level(5, 8, JANUARY, unit="%"),
        level(30, 40, JANUARY, entered_as="nps"),
        level(-5, 8, JANUARY),
        quota(8, JANUARY),
    ],
    ids=["from nothing", "falling", "percentage", "nps", "below zero", "quota"],
)
def test_where_growth_says_nothing_it_is_not_said(measure: Measure) -> None:
    assert "growth" not in remarks(goal(measure, start=JANUARY, deadline=date(2026, 7, 1)))


def test_a_falling_relative_target_shrinks() -> None:
    costs = level(100, None, JANUARY, change_percent=D(-20), reading=Reading.LEVEL)
    rate = remarks(goal(costs, start=JANUARY, deadline=date(2026, 3, 1)))["growth"].params["rate"]
    assert rate == pytest.approx(0.8**0.5 - 1)


def test_a_quota_is_held_against_ones_last_eight_whole_weeks() -> None:
    sums = [20, 3, 4, 5, 6, 7, 8, 9, 4]
    pairs = [(day(7 * number), amount) for number, amount in enumerate(sums)]
    found = remarks(goal(quota(12)), day(7 * 9 + 2), [*pairs, (day(63), 30)])["record"].params
    assert (found["best"], found["median"], found["count"], found["target"]) == (9, D("5.5"), 8, 12)
    assert (found["period"], found["at_most"]) == (Period.WEEK, False)
    ceiling = remarks(goal(quota(2, direction=Direction.AT_MOST)), day(65), pairs)["record"].params
    assert (ceiling["best"], ceiling["at_most"]) == (3, True)


def test_weeks_paused_or_silent_are_no_record() -> None:
    subject = goal(quota(12), pauses=(Pause(day(8), day(9)),))
    pairs: Pairs = [(day(0), 4), (day(7), 1), (day(21), 6)]
    assert remarks(subject, day(30), pairs)["record"].params["count"] == 2
    assert "record" not in remarks(subject, day(30), pairs[:2])
    assert "record" not in remarks(subject, day(30))


def test_a_years_figure_with_months_to_go_is_flagged() -> None:
    assert remarks(revenue(10, date(2026, 9, 15), baseline_period=Period.YEAR))["short_year"].params == {
        "months": 8,
        "days": 257,
    }
    assert "short_year" not in remarks(revenue(10, date(2026, 12, 31), baseline_period=Period.YEAR))
    assert "short_year" not in remarks(revenue(10, date(2026, 9, 15), baseline_period=Period.MONTH))


def test_closed_goals_of_the_same_area_are_counted_and_named() -> None:
    def old(no: int, area: str, closed_on: date) -> Goal:
        return goal(total(9), title=f"Goal {no}", no=no)._replace(area=area, closed_on=closed_on)

    closed = (
        (old(2, "Work", date(2025, 3, 1)), Outcome.ACHIEVED),
        (old(3, "Work", date(2025, 6, 1)), Outcome.MISSED),
        (old(4, "Home", date(2025, 6, 1)), Outcome.DROPPED),
        (old(5, "Work", date(2025, 5, 1)), Outcome.ACHIEVED),
    )
    subject = goal(total(24))._replace(area="Work")
    assert remarks(subject, closed=closed)["closed_before"].params == {
        "achieved": 2,
        "partly": 0,
        "missed": 1,
        "dropped": 0,
        "titles": ("Goal 3", "Goal 5", "Goal 2"),
    }
    assert "closed_before" not in remarks(subject._replace(area="Garden"), closed=closed)


def test_the_last_month_of_the_calendar_is_looked_at_like_any_other() -> None:
    begin, deadline = date(9999, 12, 1), date(9999, 12, 31)
    subject = goal(revenue(20, deadline, valid_from=begin, baseline_period=Period.YEAR).measures[0], start=begin)
    found = remarks(subject._replace(deadline=deadline), begin)
    assert found["growth"].params["period"] is Period.WEEK
    assert found["short_year"].params == {"months": 0, "days": 30}
