from datetime import date
from decimal import Decimal as D

import pytest

from smart_tui.domain.goal import (
    Direction,
    Goal,
    Kind,
    Measure,
    Milestone,
    Period,
    Reading,
    Status,
)
from smart_tui.domain.settings import Settings
from tests.domain.cases import START, Pairs, day, goal, level, look, quota, total, verdict

# Totals and levels, without a forecast


@pytest.mark.parametrize(
    ("done", "status"),
    [(50, Status.ON_TRACK), (37, Status.ON_TRACK), (36, Status.AT_RISK), (23, Status.AT_RISK), (22, Status.BEHIND)],
)
def test_the_gap_is_measured_in_four_weeks_of_the_plan(done: int, status: Status) -> None:
    subject = goal(total(100), deadline=day(200))
    assert look(subject, day(100), [(day(99), done)]).status is status


def test_four_weeks_are_worth_five_points_at_least_and_sixteen_and_a_half_at_most() -> None:
    long = goal(total(1000), deadline=day(1000))
    assert [look(long, day(500), [(day(499), done)]).status for done in (451, 450, 401, 400)] == [
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.AT_RISK,
        Status.BEHIND,
    ]
    short = goal(total(1000), deadline=day(40))
    assert [look(short, day(20), [(day(19), done)]).status for done in (336, 335, 171, 170)] == [
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.AT_RISK,
        Status.BEHIND,
    ]


def test_the_gap_is_said_in_the_goals_own_unit() -> None:
    found = look(goal(level(84, 78), deadline=day(100)), day(50), [(day(49), 82)])
    assert found.reason.code == "gap"
    assert found.reason.params["gap"] == D(1)
    assert found.reason.params["line"] == D(81)
    assert (found.value, found.target, found.missing, found.ends) == (D(82), D(78), D(4), day(100))
    assert (found.expected, found.gap) == (D("0.5"), D("0.166666667"))
    ahead = look(goal(level(84, 78), deadline=day(100)), day(50), [(day(49), 80)])
    assert ahead.reason.params["gap"] == D(-1)


def test_visits_of_the_last_whole_month_are_judged() -> None:
    start = date(2026, 1, 15)
    visits = level(12400, None, start, change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    subject = goal(visits, start=start, deadline=date(2026, 7, 15))
    found = look(subject, date(2026, 3, 10), [(date(2026, 1, 31), 12900), (date(2026, 2, 28), 13144)])
    assert (found.value, found.target, found.status) == (D(13144), D(14880), Status.ON_TRACK)
    assert found.progress == D("0.3")
    fresh = look(subject, date(2026, 1, 20), [(date(2026, 1, 19), 400)])
    assert (fresh.status, fresh.reason.code, fresh.value, fresh.progress) == (
        Status.ON_TRACK,
        "first_reading",
        None,
        D(0),
    )


def test_revenue_of_the_span_is_a_total() -> None:
    start = date(2026, 1, 1)
    revenue = Measure(Kind.TOTAL, start, baseline=D(1_000_000), change_percent=D(10), reading=Reading.SPAN)
    subject = goal(revenue, start=start, deadline=date(2026, 12, 31))
    found = look(subject, date(2026, 7, 1), [(date(2026, 6, 30), 550_000)])
    assert (found.value, found.target, found.progress, found.status) == (
        D(550_000),
        D(1_100_000),
        D("0.5"),
        Status.ON_TRACK,
    )


def test_without_a_deadline_there_is_no_line_to_be_behind() -> None:
    found = look(goal(total(10)), day(5), [(START, 1)])
    assert (found.status, found.reason.code, found.expected, found.gap) == (Status.ON_TRACK, "no_deadline", None, None)


def test_a_level_without_a_baseline_waits_for_its_first_reading() -> None:
    weight = goal(level(None, 78), deadline=day(100))
    assert verdict(weight, day(3)) == (Status.ON_TRACK, "first_reading")
    assert look(weight, day(3), [(day(1), 84)]).progress == 0


# Totals and levels with a forecast


def weekly(*sums: int) -> Pairs:
    return [(day(7 * number + 3), amount) for number, amount in enumerate(sums)]


PACE = (7, 9, 6, 8, 10, 5, 8, 7)
"""With 120 to go after them: between 99 and 129 days, most likely 112."""


@pytest.mark.parametrize(
    ("days_after", "status", "code"),
    [
        (98, Status.BEHIND, "forecast"),
        (99, Status.AT_RISK, "forecast"),
        (128, Status.AT_RISK, "forecast"),
        (129, Status.ON_TRACK, "forecast"),
    ],
)
def test_the_dates_of_the_forecast_decide_against_the_deadline(days_after: int, status: Status, code: str) -> None:
    behind_its_line = goal(total(180), start=day(-40), deadline=day(55 + days_after))
    found = look(behind_its_line, day(56), weekly(*PACE))
    assert (found.status, found.reason.code) == (status, code)
    assert found.outlook is not None and found.outlook.forecast is not None
    assert found.reason.params["earliest"] == day(55 + 99)
    assert found.reason.params["latest"] == day(55 + 129)
    assert found.reason.params["deadline"] == day(55 + days_after)


def test_close_to_the_line_is_on_track_whatever_the_latest_date() -> None:
    subject = goal(total(180), deadline=day(55 + 112))
    assert verdict(subject, day(56), weekly(*PACE)) == (Status.ON_TRACK, "gap")
    uneven = goal(total(1000), deadline=day(200))
    five_points = look(uneven, day(50), weekly(0, 60, 0, 60, 0, 80, 0))
    assert (five_points.gap, five_points.status, five_points.reason.code) == (D("0.05"), Status.ON_TRACK, "gap")
    more = look(uneven, day(50), weekly(0, 60, 0, 60, 0, 79, 0))
    assert (more.gap, more.status, more.reason.code) == (D("0.051"), Status.AT_RISK, "forecast")


def test_without_any_pace_a_goal_is_behind_even_ahead_of_its_line() -> None:
    early = goal(total(100), deadline=day(400))
    found = look(early, day(63), [(START, 40), *((day(7 * week), 0) for week in range(1, 9))])
    assert (found.status, found.reason.code, found.gap is not None and found.gap < 0) == (
        Status.BEHIND,
        "no_pace",
        True,
    )
    assert found.outlook is not None and found.outlook.stuck
    open_end = goal(total(100))
    assert verdict(open_end, day(63), [(START, 40), *((day(7 * week), 0) for week in range(1, 9))]) == (
        Status.BEHIND,
        "no_pace",
    )


def test_a_level_with_eight_weeks_is_judged_by_its_slope() -> None:
    readings = [(day(7 * week), 84 - week) for week in range(8)]
    near, far = goal(level(84, 70), deadline=day(90)), goal(level(84, 70), deadline=day(120))
    assert look(near, day(50), readings).status is Status.BEHIND
    assert verdict(far, day(50), readings) == (Status.ON_TRACK, "forecast")
    rising = [(day(7 * week), 84 + week) for week in range(8)]
    assert verdict(far, day(50), rising) == (Status.BEHIND, "no_pace")
    assert look(far, day(50), readings[:7]).reason.code == "gap"


def test_what_was_decided_by_dates_and_entries_stays_before_the_forecast() -> None:
    subject = goal(total(180), deadline=day(100))
    assert look(subject, day(101), weekly(*PACE)).status is Status.MISSED
    assert look(subject, day(80), weekly(*PACE)).status is Status.STALE
    reached = look(goal(total(60), deadline=day(100)), day(56), weekly(*PACE))
    assert (reached.status, reached.outlook) == (Status.ACHIEVED, None)


# Quotas


def weeks(*sums: int) -> Pairs:
    return [(day(7 * number), amount) for number, amount in enumerate(sums)]


@pytest.mark.parametrize(
    ("sums", "status"),
    [
        ((), Status.ON_TRACK),
        ((8,), Status.ON_TRACK),
        ((5,), Status.AT_RISK),
        ((5, 5, 8), Status.ON_TRACK),
        ((5, 5, 5), Status.AT_RISK),
        ((8, 8, 8, 8), Status.ON_TRACK),
        ((8, 8, 8, 5), Status.AT_RISK),
        ((8, 8, 5, 5), Status.BEHIND),
        ((5, 5, 5, 5, 5, 5, 8, 8, 8, 8, 8, 8, 8), Status.ON_TRACK),
    ],
)
def test_a_quota_is_judged_by_the_share_of_its_last_eight_weeks(sums: tuple[int, ...], status: Status) -> None:
    assert look(goal(quota(8)), day(7 * len(sums)), weeks(*sums)).status is status


def test_exactly_fifteen_points_under_the_share_is_at_risk() -> None:
    subject = goal(quota(8, share_wanted=65))
    assert look(subject, day(28), weeks(8, 8, 5, 5)).status is Status.AT_RISK
    assert look(goal(quota(8, share_wanted=66)), day(28), weeks(8, 8, 5, 5)).status is Status.BEHIND


def test_the_persons_default_share_holds_where_the_goal_has_none() -> None:
    assert look(goal(quota(8)), day(28), weeks(8, 8, 5, 5), Settings(default_share=50)).status is Status.ON_TRACK


def test_the_running_week_says_what_is_missing_by_when() -> None:
    found = look(goal(quota(8)), day(2), [(START, 5)])
    assert (found.value, found.target, found.missing, found.ends) == (D(5), D(8), D(3), day(6))
    assert found.reason.code == "period"
    assert found.reason.params["days_left"] == 5
    assert found.reason.params["out_of_reach"] is False
    assert (found.progress, found.expected) == (None, None)


def test_a_week_is_out_of_reach_only_on_ones_own_record() -> None:
    assert look(goal(quota(8)), day(6), [(START, 2)]).reason.params["out_of_reach"] is True
    assert look(goal(quota(8)), day(6), [(START, 6)]).reason.params["out_of_reach"] is False
    assert look(goal(quota(8)), day(6), [(START, 2)]).status is Status.ON_TRACK


def test_a_ceiling_shows_the_room_left() -> None:
    coffee = goal(quota(2, period=Period.DAY, direction=Direction.AT_MOST))
    assert look(coffee, START, [(START, 3)]).missing == -1


def test_progress_of_a_quota_is_met_over_wanted() -> None:
    found = look(goal(quota(8)), day(28), weeks(8, 5, 8, 5))
    assert (found.met, found.judged, found.progress) == (2, 4, D("0.625"))


def test_a_years_quota_is_achieved_with_42_of_52_weeks() -> None:
    start = date(2026, 1, 5)
    subject = goal(quota(8), start=start, deadline=day(52 * 7 - 1))
    after = day(52 * 7)
    assert look(subject, after, weeks(*[8] * 42, *[1] * 10)).status is Status.ACHIEVED
    assert look(subject, after, weeks(*[8] * 41, *[1] * 11)).status is Status.MISSED
    unanswered = weeks(*[1] * 10, *[8] * 41)
    assert look(subject, after, unanswered).status is Status.MISSED
    assert look(subject, after, [*unanswered, (day(51 * 7), 8)]).status is Status.ACHIEVED


# Milestones, ranges, ratings


def launch(span: int = 90, *, due: int = 30, done: int | None = None) -> Goal:
    first = Milestone(1, "a", "Brief", day(due), 1, None if done is None else day(done))
    return goal(
        Measure(Kind.MILESTONES, START),
        deadline=day(span),
        milestones=(first, Milestone(2, "b", "Launch", day(span), 3)),
    )


@pytest.mark.parametrize(
    ("span", "late", "status"),
    [
        (90, 0, Status.ON_TRACK),
        (90, 1, Status.AT_RISK),
        (90, 7, Status.AT_RISK),
        (90, 8, Status.BEHIND),
        (300, 15, Status.AT_RISK),
        (300, 16, Status.BEHIND),
        (900, 21, Status.AT_RISK),
        (900, 22, Status.BEHIND),
    ],
)
def test_an_overdue_milestone_puts_a_goal_at_risk_and_then_behind(span: int, late: int, status: Status) -> None:
    assert look(launch(span), day(30 + late)).status is status


def test_milestones_name_the_overdue_one_or_the_next() -> None:
    overdue = look(launch(), day(33))
    assert (overdue.reason.code, overdue.reason.params["title"], overdue.reason.params["days"]) == (
        "overdue",
        "Brief",
        3,
    )
    fine = look(launch(done=20), day(33))
    assert (fine.reason.code, fine.reason.params["next"]) == ("no_overdue", "Launch")
    assert (fine.value, fine.target, fine.progress) == (D(1), D(4), D("0.25"))


def test_milestones_are_never_stale_and_achieved_when_all_are_done() -> None:
    assert look(launch(done=2), day(80)).status is Status.ON_TRACK
    both = tuple(part._replace(done_on=day(40)) for part in launch().milestones)
    assert look(launch()._replace(milestones=both), day(41)).status is Status.ACHIEVED
    assert look(launch()._replace(milestones=both), day(39)).status is not Status.ACHIEVED


def test_done_or_not_without_milestones_or_measure() -> None:
    simple = goal(deadline=day(20))
    assert verdict(simple, day(5)) == (Status.ON_TRACK, "no_overdue")
    assert look(simple, day(5), [(day(4), 1)]).status is Status.ACHIEVED
    assert look(simple, day(21)).status is Status.MISSED


@pytest.mark.parametrize(
    ("readings", "status"),
    [
        ((), Status.ON_TRACK),
        ((55, 56), Status.ON_TRACK),
        ((55, 70), Status.AT_RISK),
        ((70, 70, 55), Status.BEHIND),
        ((70, 70, 50, 60, 55, 52), Status.ON_TRACK),
    ],
)
def test_a_range_looks_at_the_last_four_readings(readings: tuple[int, ...], status: Status) -> None:
    pulse = goal(Measure(Kind.WITHIN, START, low=D(50), high=D(60)), deadline=day(90))
    assert look(pulse, day(8), [(day(at), value) for at, value in enumerate(readings)]).status is status


def test_a_range_may_have_one_side() -> None:
    balance = goal(Measure(Kind.WITHIN, START, low=D(10_000)))
    assert look(balance, day(3), [(START, 10_000)]).reason.params["inside"] == 1


@pytest.mark.parametrize(("rated", "status"), [(-2, Status.BEHIND), (-1, Status.AT_RISK), (0, Status.ON_TRACK)])
def test_a_rating_is_judged_by_its_latest_level(rated: int, status: Status) -> None:
    speaking = goal(Measure(Kind.RATING, START), deadline=day(90))
    found = look(speaking, day(8), [(day(1), 2), (day(3), rated)])
    assert found.status is status
    assert found.reason.params == {"level": D(rated), "on": day(3)}
    assert (look(speaking, day(91), [(day(3), rated)]).status is Status.ACHIEVED) == (rated >= 0)
