from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.forecast import Outlook, Trend, interval, outlook
from smart_tui.domain.goal import Goal, Kind, Measure, Pause, Period, Reading, State
from smart_tui.domain.measure import goal_days
from tests.domain.cases import SETTINGS, START, Pairs, day, entries, goal, level, quota, total

SUMS = (7, 9, 6, 8, 10, 5, 8, 7)


def ahead(subject: Goal, today: date, pairs: Sequence[tuple[date, int | str | D | None]]) -> Outlook | None:
    return outlook(subject, goal_days(subject, entries(pairs), today), today, SETTINGS)


def known(subject: Goal, today: date, pairs: Sequence[tuple[date, int | str | D | None]]) -> Outlook:
    found = ahead(subject, today, pairs)
    assert found is not None
    return found


def dates(
    subject: Goal, today: date, pairs: Sequence[tuple[date, int | str | D | None]]
) -> tuple[int, int, int | None]:
    """Days from START to the earliest, middle and latest date."""
    found = known(subject, today, pairs).forecast
    assert found is not None
    latest = None if found.latest is None else (found.latest - START).days
    return (found.earliest - START).days, (found.middle - START).days, latest


def weeks(*sums: int | None, first: int = 0) -> list[tuple[date, int | str | D | None]]:
    """One entry in the middle of each week; None leaves the week empty."""
    return [(day(7 * (first + n) + 3), amount) for n, amount in enumerate(sums) if amount is not None]


# Totals


def test_the_worked_example_takes_14_16_or_18_weeks() -> None:
    found = interval([float(amount) for amount in SUMS], 120)
    assert found is not None and found.latest is not None
    assert [round(count, 1) for count in found[:2] if count] == [14.1, 16.0]
    assert round(found.latest, 1) == 18.4


def test_the_interval_is_said_as_dates_from_the_end_of_the_last_whole_week() -> None:
    subject, today = goal(total(180)), day(58)
    over = 55
    assert dates(subject, today, weeks(*SUMS)) == (over + 99, over + 112, over + 129)
    assert dates(subject, today, [*weeks(*SUMS), (day(57), 3)]) == (over + 99, over + 112, over + 129)
    found = known(subject, today, weeks(*SUMS))
    assert (found.missing, found.based_on, found.pace, found.stuck) == (0, 8, D("7.5"), False)


def test_a_forecast_needs_three_whole_weeks_and_says_how_many_are_missing() -> None:
    subject = goal(total(100))
    assert [known(subject, day(7 * n), weeks(*[5] * n)).missing for n in range(3)] == [3, 2, 1]
    assert known(subject, day(20), weeks(5, 5, 5)).forecast is None
    assert known(subject, day(21), weeks(5, 5, 5)).forecast is not None
    wednesday = goal(total(100), start=day(2))
    assert known(wednesday, day(21), weeks(5, 5, 5)).missing == 1


def test_only_the_last_eight_weeks_count_and_empty_ones_are_zero() -> None:
    subject = goal(total(1000))
    assert known(subject, day(70), weeks(90, 90, *[4] * 8)).pace == 4
    assert known(subject, day(56), weeks(4, None, 4, None, 4, None, 4, None)).pace == 2


def test_weeks_with_a_pause_are_left_out_and_a_coming_pause_moves_the_dates() -> None:
    rested = goal(total(100), pauses=(Pause(day(23), day(30)),))
    found = known(rested, day(56), weeks(4, 4, 4, None, None, 4, 4, 4))
    assert (found.pace, found.based_on) == (D(4), 6)
    assert dates(goal(total(34)), day(21), weeks(4, 4, 4))[1] == 20 + 39
    away = goal(total(34), pauses=(Pause(day(30), day(36)), Pause(day(90), day(99))))
    assert dates(away, day(21), weeks(4, 4, 4))[1] == 20 + 39 + 7


def test_a_wholly_excused_week_is_no_empty_one() -> None:
    ill = [(day(7 + offset), None) for offset in range(7)]
    found = known(goal(total(100)), day(35), [*weeks(4, None, 4, 4, 4), *ill])
    assert (found.pace, found.based_on) == (D(4), 4)
    half_ill = known(goal(total(100)), day(35), [*weeks(4, None, 4, 4, 4), *ill[:3]])
    assert (half_ill.pace, half_ill.based_on) == (D("3.2"), 5)


def test_uneven_weeks_have_no_end_in_sight_and_none_at_all_no_pace() -> None:
    uneven = known(goal(total(100)), day(28), weeks(0, 0, 0, 20)).forecast
    assert uneven is not None and uneven.latest is None
    idle = known(goal(total(100)), day(28), weeks(0, 0, 0, 0))
    assert (idle.forecast, idle.stuck, idle.missing) == (None, True, 0)
    falling = known(goal(total(100)), day(28), weeks(0, 0, 4, -5))
    assert (falling.forecast, falling.stuck) == (None, True)
    resumed = known(goal(total(100)), day(29), [*weeks(0, 0, 0, 0), (day(29), 5)])
    assert (resumed.forecast, resumed.stuck, resumed.missing) == (None, False, 1)


def test_a_date_beyond_a_hundred_years_is_no_end_in_sight() -> None:
    even = weeks(1, 1, 1)
    assert dates(goal(total(5000)), day(21), even)[2] is not None
    far = known(goal(total(6000)), day(21), even)
    assert (far.forecast, far.stuck) == (None, True)
    late = known(goal(total(12_000)), day(28), weeks(1, 0, 3, 4)).forecast
    assert late is not None and late.latest is None


def test_a_new_target_is_forecast_at_the_pace_of_the_entries() -> None:
    raised = goal(total(100), total(200, valid_from=day(30)))
    pairs = weeks(*[10] * 5)
    assert dates(raised, day(29), pairs)[1] == 27 + 6 * 7
    assert dates(raised, day(36), pairs)[1] == 34 + 15 * 7


def test_a_level_that_became_a_total_is_forecast_by_what_was_entered_since() -> None:
    changed = goal(level(84, 78), total(1000, valid_from=day(28)))
    found = known(changed, day(49), weeks(84, 83, 82, 81, 5, 5, 5))
    assert (found.based_on, found.pace) == (3, D(5))


def test_a_running_count_is_forecast_by_its_differences() -> None:
    odometer = goal(total(1000, running=True, baseline=D(500)))
    assert known(odometer, day(28), weeks(520, 540, 560, 580)).pace == 20
    assert dates(odometer, day(28), weeks(520, 540, 560, 580))[1] == 27 + 46 * 7


def test_this_years_revenue_is_forecast_on_the_way_to_its_target() -> None:
    revenue = Measure(Kind.TOTAL, START, baseline=D(100), change_percent=D(20), reading=Reading.SPAN)
    assert dates(goal(revenue), day(21), weeks(10, 10, 10))[1] == 20 + 9 * 7


def test_weeks_before_the_goal_was_written_count_only_if_something_was_entered_for_them() -> None:
    written = goal(total(100))._replace(created_at=datetime(2026, 2, 2, 9, tzinfo=UTC))
    assert known(written, day(30), [(day(28), 5)]).missing == 3
    assert known(written, day(30), [(day(3), 5), (day(28), 5)]).based_on == 4


def test_after_the_deadline_it_says_when_the_target_is_reached_after_all() -> None:
    late = goal(total(100), deadline=day(25))
    assert dates(late, day(28), weeks(10, 10, 10, 10))[1] == 27 + 6 * 7
    assert ahead(late, day(58), [*weeks(10, 10, 10, 10), (day(57), 60)]) is None


def test_dates_never_lie_in_the_past() -> None:
    assert dates(goal(total(31)), day(26), weeks(10, 10, 10)) == (26, 26, 26)


@pytest.mark.parametrize(
    "subject",
    [
        goal(quota(8)),
        goal(Measure(Kind.WITHIN, START, low=D(1), high=D(9))),
        goal(Measure(Kind.RATING, START)),
        goal(Measure(Kind.MILESTONES, START)),
        goal(),
        goal(total(100, untargeted=True)),
        goal(level(None, None, change_percent=D(20))),
        goal(total(100), state=State.DRAFT),
        goal(total(100), state=State.CLOSED),
        goal(total(100), state=State.PAUSED, pauses=(Pause(day(50)),)),
        goal(total(40)),
        goal(total(100), start=day(90)),
    ],
    ids=[
        *("quota", "within", "rating", "milestones", "no measure", "no target", "no baseline", "draft", "closed"),
        *("paused", "reached", "not begun"),
    ],
)
def test_other_goals_have_no_outlook(subject: Goal) -> None:
    assert ahead(subject, day(60), weeks(*[5] * 8)) is None


@given(st.lists(st.integers(0, 30), min_size=3, max_size=8), st.integers(1, 5000))
@settings(max_examples=100, deadline=None)
def test_the_middle_lies_between_the_ends(sums: list[int], remaining: int) -> None:
    found = interval([float(amount) for amount in sums], remaining)
    assert (found is None) == (sum(sums) == 0)
    if found is not None:
        assert 0 < found.earliest <= found.middle + 1e-9
        assert found.latest is None or found.middle - 1e-9 <= found.latest


@given(st.lists(st.integers(0, 30), min_size=3, max_size=8), st.integers(300, 900), st.integers(1, 300))
@settings(max_examples=100, deadline=None)
def test_a_farther_target_is_never_reached_earlier(sums: list[int], target: int, more: int) -> None:
    today = day(7 * len(sums))
    near = known(goal(total(target)), today, weeks(*sums)).forecast
    far = known(goal(total(target + more)), today, weeks(*sums)).forecast
    if near is not None and far is not None:
        assert near.earliest <= far.earliest and near.middle <= far.middle
        assert far.latest is None or (near.latest is not None and near.latest <= far.latest)


# Levels


def readings(*values: int | str, every: int = 7) -> Pairs:
    return [(day(every * n), value) for n, value in enumerate(values)]


STEADY = ("84", "83.6", "83.1", "82.9", "82.4", "82.0", "81.7", "81.1")


def test_a_level_is_forecast_from_the_slopes_between_its_weeks() -> None:
    weight = goal(level(84, 78), deadline=day(200))
    found = known(weight, day(50), readings(*STEADY))
    assert (found.based_on, found.missing, found.stuck) == (8, 0, False)
    assert found.pace is not None and D("-0.45") < found.pace < D("-0.35")
    # 28 slopes, C = 10.36, so the 8th and the 21st stand for the ends; the pivot is the median date, day 24.5.
    slopes = sorted((float(STEADY[b]) - float(STEADY[a])) / (7 * (b - a)) for a in range(8) for b in range(a + 1, 8))
    middle = (slopes[13] + slopes[14]) / 2
    heights = sorted(float(value) - middle * (7 * n - 24.5) for n, value in enumerate(STEADY))
    height = (heights[3] + heights[4]) / 2
    expected = [24.5 + (78 - height) / slope for slope in (slopes[7], middle, slopes[20])]
    earliest, mid, latest = dates(weight, day(50), readings(*STEADY))
    assert latest is not None
    for said, exact in zip((earliest, mid, latest), expected, strict=True):
        assert 0 <= said - exact < 1


def test_a_rising_level_and_its_mirror_image_have_the_same_dates() -> None:
    mirrored = [str(D(168) - D(value)) for value in STEADY]
    down = dates(goal(level(84, 78)), day(50), readings(*STEADY))
    assert dates(goal(level(84, 90)), day(50), readings(*mirrored)) == down


def test_a_week_is_one_point_its_median_and_twelve_weeks_are_looked_at() -> None:
    daily = [(day(n), 100 + n) for n in range(7 * 20)]
    found = known(goal(level(100, 400)), day(7 * 20 - 1), daily)
    assert (found.based_on, found.pace) == (12, D(7))
    outlier = [*daily, (day(7 * 19 + 1), 9000)]
    assert known(goal(level(100, 400)), day(7 * 20 - 1), outlier).pace == 7


def test_a_level_that_goes_the_other_way_or_nowhere_has_no_pace() -> None:
    away = known(goal(level(84, 78), deadline=day(200)), day(50), readings(*reversed(STEADY)))
    assert (away.forecast, away.stuck) == (None, True)
    flat = known(goal(level(84, 78), deadline=day(200)), day(50), readings(*[84] * 8))
    assert flat.stuck
    wavering = known(goal(level(84, 78)), day(50), readings(84, 82, 84, 83, 83, 82, 83, 82)).forecast
    assert wavering is not None and wavering.latest is None


def test_four_to_seven_weeks_give_a_trend_and_no_date() -> None:
    weight = goal(level(84, 78), deadline=day(27 + 40))
    found = known(weight, day(27), readings("84", "83.6", "83.2", "82.8"))
    assert (found.forecast, found.missing, found.based_on, found.pace) == (None, 4, 4, D("-0.4"))
    assert found.trend is not None
    assert (found.trend.lately, found.trend.period, found.trend.readings) == (D("-0.4"), Period.WEEK, 3)
    assert round(found.trend.needed, 3) == D("-0.730")
    assert known(goal(level(84, 78)), day(27), readings(84, 83, 82, 81)).trend is None


def test_fewer_weeks_are_counted_from_the_baseline() -> None:
    weight = goal(level(84, 78, baseline_on=START), deadline=day(70))
    found = known(weight, day(14), [(day(14), 83)])
    assert found.missing == 7
    assert found.trend is not None
    assert (found.trend.needed, found.trend.lately, found.trend.readings) == (D("-0.625"), D("-0.5"), 1)
    assert known(weight, day(14), []).trend is None
    daily = known(weight, day(16), [(day(n), str(84 - D(n) / 10)) for n in range(17)])
    assert daily.trend is not None
    assert (daily.based_on, daily.trend.readings, round(daily.trend.lately, 1)) == (3, 2, D("-0.7"))


def test_visits_a_month_need_so_many_more_and_the_last_three_gave_so_many() -> None:
    start = date(2026, 1, 1)
    visits = level(12_400, None, start, change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    subject = goal(visits, start=start, deadline=date(2026, 6, 30))
    first = known(subject, date(2026, 2, 3), [(date(2026, 1, 31), 12_780)])
    assert first.trend is not None
    assert first.trend == Trend(D(420), D(380), Period.MONTH, 1)
    months = [(date(2026, 1, 31), 12_780), (date(2026, 2, 28), 13_100), (date(2026, 3, 31), 13_540)]
    third = known(subject, date(2026, 4, 3), months)
    assert third.forecast is None and third.missing == 0
    assert third.trend is not None
    assert third.trend[1:] == (D(380), Period.MONTH, 3)
    assert round(third.trend.needed) == 447


def test_a_level_read_once_a_month_has_a_trend_and_no_date() -> None:
    survey = goal(level("3.8", "4.3"), deadline=day(400))
    found = known(survey, day(280), readings(*(str(D("3.8") + n * D("0.02")) for n in range(10)), every=30))
    assert found.forecast is None and found.missing == 0
    assert found.trend is not None and found.trend.period is Period.MONTH
    assert D("0.015") < found.trend.lately < D("0.025")


def test_an_amount_a_week_is_a_level_with_a_forecast() -> None:
    weekly = level(100, None, change_percent=D(50), reading=Reading.PER_PERIOD, period=Period.WEEK)
    found = known(goal(weekly), day(70), weeks(*(100 + 2 * n for n in range(10))))
    assert (found.based_on, found.pace) == (10, D(2))
    assert found.forecast is not None
