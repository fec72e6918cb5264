from datetime import date
from decimal import Decimal as D

from smart_tui.domain.goal import Kind, Measure, Milestone, Period, Reading
from smart_tui.domain.series import series
from tests.domain.cases import SETTINGS, START, day, entries, goal, level, quota, total


def test_a_total_climbs_from_its_start_to_today() -> None:
    books = goal(total(24), deadline=day(240))
    drawn = series(books, entries([(day(3), 1), (day(9), 2), (day(30), 5)]), day(20), SETTINGS)
    assert drawn.actual == ((START, D(0)), (day(3), D(1)), (day(9), D(3)), (day(20), D(3)))
    assert (drawn.expected[0], drawn.expected[-1]) == ((START, D(0)), (day(240), D(24)))
    assert (drawn.first, drawn.last) == (START, day(240))


def test_a_level_is_drawn_from_its_baseline_by_its_readings() -> None:
    weight = goal(level(84, 78), deadline=day(60))
    drawn = series(weight, entries([(day(5), 83), (day(9), "82.5")]), day(20), SETTINGS)
    assert drawn.actual == ((START, D(84)), (day(5), D(83)), (day(9), D("82.5")))
    assert dict(drawn.expected)[day(30)] == 81


def test_an_amount_per_period_has_a_point_at_each_periods_end() -> None:
    start = date(2026, 1, 1)
    visits = level(100, None, start, change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    month = entries([(date(2026, 1, 9), 60), (date(2026, 1, 30), 50), (date(2026, 2, 1), 9)])
    drawn = series(goal(visits, start=start, deadline=date(2026, 6, 30)), month, date(2026, 2, 10), SETTINGS)
    assert drawn.actual == ((start, D(100)), (date(2026, 1, 31), D(110)))


def test_a_new_version_shows_both_sides_of_its_step() -> None:
    changed = goal(total(100), total(60, valid_from=day(50)), deadline=day(100))
    drawn = dict(series(changed, entries([(day(10), 20)]), day(70), SETTINGS).expected)
    assert (drawn[day(49)], drawn[day(50)], drawn[day(75)], drawn[day(100)]) == (D(49), D(20), D(40), D(60))


def test_a_quota_has_its_sum_and_its_target_for_each_period() -> None:
    drawn = series(goal(quota(8), start=day(2)), entries([(day(3), 5), (day(8), 9)]), day(15), SETTINGS)
    assert drawn.actual == ((START, D(5)), (day(7), D(9)))
    assert drawn.expected == ((START, D(6)), (day(7), D(8)), (day(14), D(8)))


def test_milestones_are_drawn_as_steps() -> None:
    parts = (Milestone(1, "a", "A", day(10), 1, day(8)), Milestone(2, "b", "B", day(40), 2))
    launch = goal(Measure(Kind.MILESTONES, START), deadline=day(90), milestones=parts)
    drawn = series(launch, [], day(20), SETTINGS)
    assert drawn.actual == ((START, D(0)), (day(8), D(1)), (day(20), D(1)))
    assert dict(drawn.expected)[day(40)] == 3


def test_without_a_deadline_there_is_no_line() -> None:
    drawn = series(goal(total(24)), [], day(20), SETTINGS)
    assert drawn.expected == ()
    assert drawn.last == day(20)


def test_a_long_goal_keeps_few_points() -> None:
    assert len(series(goal(total(24), deadline=day(4000)), [], day(20), SETTINGS).expected) < 200


def test_a_goal_that_has_not_started_has_no_points_yet() -> None:
    assert series(goal(total(24), start=day(30), deadline=day(90)), [], START, SETTINGS).actual == ()
