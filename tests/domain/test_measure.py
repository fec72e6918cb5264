from datetime import date
from decimal import Decimal as D

import pytest

from smart_tui.domain.goal import Combine, DayValue, Kind, Measure, Period, Reading
from smart_tui.domain.measure import (
    RESET,
    day_values,
    default_combine,
    default_step,
    effective_kind,
    goal_days,
    period_readings,
    running_amount,
    start_value,
    value_on,
)
from tests.domain.cases import START, day, entries, entry, goal, level, quota, total

VISITS = level(12400, None, change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)


def test_totals_and_quotas_add_and_levels_take_the_last() -> None:
    three = entries([(START, 3), (START, 5), (START, 4)])
    assert day_values(total(), three) == (DayValue(START, D(12)),)
    assert day_values(quota(), three) == (DayValue(START, D(12)),)
    assert day_values(level(1, 9), three) == (DayValue(START, D(4)),)


@pytest.mark.parametrize(
    ("combine", "value"), [(Combine.MAX, 5), (Combine.MIN, 3), (Combine.MEAN, 4), (Combine.LAST, 4), (Combine.ADD, 12)]
)
def test_how_a_day_combines_can_be_changed(combine: Combine, value: int) -> None:
    three = entries([(START, 3), (START, 5), (START, 4)])
    assert day_values(level(1, 9, combine=combine), three) == (DayValue(START, D(value)),)


def test_a_mean_has_six_decimals_at_most() -> None:
    values = day_values(level(1, 9, combine=Combine.MEAN), entries([(START, 1), (START, 1), (START, 2)]))
    assert values[0].value == D("1.333333")


def test_a_day_is_excused_only_when_nothing_else_was_entered() -> None:
    both = entries([(START, None), (START, 2), (day(1), None), (day(2), 0)])
    assert day_values(total(), both) == (DayValue(START, D(2)), DayValue(day(1), None, True), DayValue(day(2), D(0)))


def test_a_running_count_adds_differences_and_a_reset_adds_nothing() -> None:
    book = total(300, running=True)
    pages = entries([(START, 10), (day(1), 50), (day(1), 60), (day(2), 0), (day(3), 25)])
    assert [d.value for d in day_values(book, pages)] == [D(0), D(50), D(0), D(25)]
    assert value_on(goal(book), day_values(book, pages), day(3)) == 75


def test_a_running_count_starts_from_its_baseline_and_may_fall() -> None:
    followers = total(10_000, running=True, baseline=D(2000))
    counts = entries([(START, 2100), (day(7), 2090)])
    days = day_values(followers, counts)
    assert [d.value for d in days] == [D(100), D(-10)]
    assert start_value(followers, days) == 0
    assert value_on(goal(followers), days, day(7)) == 90


def test_a_count_can_be_reset_to_any_number() -> None:
    odometer = total(1000, running=True)
    days = day_values(odometer, [entry(1, START, 900), entry(2, day(1), 50, RESET), entry(3, day(2), 80)])
    assert [d.value for d in days] == [D(0), D(0), D(30)]


def test_each_day_is_combined_by_the_version_valid_on_it() -> None:
    adding = level(0, 100, combine=Combine.ADD)
    lasting = level(0, 100, valid_from=day(7), combine=Combine.LAST)
    twice = entries([(START, 1), (START, 2), (day(7), 1), (day(7), 2)])
    assert [d.value for d in goal_days(goal(adding, lasting), twice, day(30))] == [D(3), D(2)]
    assert [d.value for d in goal_days(goal(adding, lasting), twice, day(6))] == [D(3)]


def test_twenty_per_cent_more_visits_is_14880_a_month() -> None:
    assert VISITS.goal_value == 14_880
    assert str(VISITS.goal_value) == "14880"
    assert effective_kind(VISITS) is Kind.LEVEL
    assert default_combine(VISITS) is Combine.ADD


def test_conversion_from_five_to_eight_is_three_points_not_three_per_cent() -> None:
    conversion = level(5, 8, unit="%")
    assert conversion.goal_value == 8
    assert start_value(conversion, ()) == 5
    assert not conversion.relative


def test_ten_per_cent_more_revenue_this_year_is_a_total_from_nothing() -> None:
    revenue = Measure(Kind.TOTAL, START, baseline=D("2500000"), change_percent=D(10), reading=Reading.SPAN, unit="kr")
    assert revenue.goal_value == 2_750_000
    assert effective_kind(revenue) is Kind.TOTAL
    assert effective_kind(revenue._replace(kind=Kind.LEVEL)) is Kind.TOTAL
    assert start_value(revenue, ()) == 0
    days = goal_days(goal(revenue), entries([(START, 200_000), (day(40), 300_000)]), day(60))
    assert value_on(goal(revenue), days, day(60)) == 500_000


def test_a_total_may_begin_above_nothing() -> None:
    books = total(24, baseline=D(3))
    assert value_on(goal(books), day_values(books, entries([(START, 2)])), START) == 5


def test_a_level_without_a_baseline_begins_at_its_first_reading() -> None:
    weight = level(None, 78)
    days = day_values(weight, entries([(START, 84), (day(3), 83)]))
    assert start_value(weight, days) == 84
    assert start_value(weight, ()) is None


def test_the_last_complete_month_is_the_reading_and_the_running_one_stands_beside_it() -> None:
    january = date(2026, 1, 1)
    sums = entries([(january, 6000), (date(2026, 1, 20), 6500), (date(2026, 2, 10), 3000)])
    days = day_values(VISITS, sums)
    assert period_readings(VISITS, days, january, date(2026, 2, 11)) == (DayValue(date(2026, 1, 31), D(12500)),)
    assert running_amount(VISITS, days, date(2026, 2, 11)) == (date(2026, 2, 28), D(3000))
    assert period_readings(VISITS, days, january, date(2026, 1, 31)) == ()
    assert value_on(goal(VISITS, start=january), days, date(2026, 2, 28)) == 3000


def test_the_month_a_goal_begins_in_counts_when_entered_as_one_figure() -> None:
    start = date(2026, 1, 15)
    month_end, february = date(2026, 1, 31), date(2026, 2, 3)
    figure = day_values(VISITS, entries([(month_end, 12900)]))
    assert period_readings(VISITS, figure, start, february) == (DayValue(month_end, D(12900)),)
    part = day_values(VISITS, entries([(date(2026, 1, 20), 400), (month_end, 450)]))
    assert period_readings(VISITS, part, start, february) == ()


def test_steps_follow_the_measure() -> None:
    assert default_step(total(24)) == 1
    assert default_step(level(5, 8)) == D("0.1")
    assert default_step(level(5, 8, step=D("0.5"))) == D("0.5")
    assert default_step(quota(70_000)) == 1000
    assert default_step(Measure(Kind.MILESTONES, START)) == 1
