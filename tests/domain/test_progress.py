from datetime import date
from decimal import Decimal as D
from fractions import Fraction

import pytest

from smart_tui.domain.buffer import bare_minimum, buffer_days
from smart_tui.domain.goal import Goal, Kind, Measure, Milestone, Pause, Period, Reading
from smart_tui.domain.measure import goal_days
from smart_tui.domain.progress import Line, Way, way
from smart_tui.domain.realism import growth_per_period
from tests.domain.cases import SETTINGS, START, day, entries, goal, level, total

WORKDAYS = 0b0011111


def stand(subject: Goal, today: date, *pairs: tuple[date, int | str | None]) -> Way:
    here = way(subject, goal_days(subject, entries(pairs), today), today)
    assert here is not None
    return here


def test_the_line_goes_evenly_from_start_to_deadline() -> None:
    line = Line(START, day(100))
    assert [line.share(day(offset)) for offset in (-5, 0, 25, 100, 200)] == [0, 0, Fraction(1, 4), 1, 1]


def test_the_line_rests_on_paused_excused_and_unwanted_days() -> None:
    rests = Line(START, day(20), pauses=(Pause(day(6), day(10)),), excused=frozenset({day(2)}))
    assert rests.share(day(10)) == rests.share(day(5)) == Fraction(4, 14)
    assert rests.share(day(2)) == rests.share(day(1))
    workdays = Line(START, day(14), weekdays=WORKDAYS)
    assert workdays.share(day(6)) == workdays.share(day(4)) == Fraction(4, 10)


def test_a_line_without_active_days_stands_at_the_target() -> None:
    assert Line(START, day(10), pauses=(Pause(START, day(30)),)).share(day(5)) == 1


def test_progress_and_gap_of_a_total() -> None:
    here = stand(goal(total(10), deadline=day(100)), day(50), (day(1), 3))
    assert (here.done, here.expected) == (Fraction(3, 10), Fraction(1, 2))


def test_a_falling_level_makes_progress_downward() -> None:
    here = stand(goal(level(84, 78), deadline=day(100)), day(50), (day(10), 80))
    assert here.done == Fraction(2, 3)
    assert here.value_at(Fraction(1, 2)) == 81
    assert not here.reached
    assert stand(goal(level(84, 78), deadline=day(100)), day(50), (day(10), "77.5")).reached


def test_progress_beyond_either_end_is_kept_for_the_gap() -> None:
    assert stand(goal(level(84, 78), deadline=day(100)), day(50), (day(1), 90)).done == -1


def test_three_of_the_points_from_five_to_eight_per_cent() -> None:
    here = stand(goal(level(5, 8, unit="%"), deadline=day(90)), day(30), (day(30), 6))
    assert here.done == Fraction(1, 3)
    assert here.target - here.v0 == 3


def test_an_amount_per_period_is_compared_with_the_line_at_its_periods_end() -> None:
    visits = level(12400, None, date(2026, 1, 1), change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    subject = goal(visits, start=date(2026, 1, 1), deadline=date(2026, 6, 30))
    here = stand(subject, date(2026, 2, 20), (date(2026, 1, 31), 12896), (date(2026, 2, 10), 5000))
    assert here.read_on == date(2026, 1, 31)
    assert here.done == Fraction(1, 5)
    assert here.expected == Fraction(30, 180)


def test_an_amount_per_period_is_asked_for_at_its_periods_end_what_the_period_still_lacks() -> None:
    visits = level(12400, None, date(2026, 1, 1), change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    subject = goal(visits, start=date(2026, 1, 1), deadline=date(2026, 6, 30))
    found = entries(((date(2026, 1, 31), 12896), (date(2026, 2, 10), 5000)))
    before = bare_minimum(subject, found, date(2026, 2, 20), SETTINGS)
    assert [ask.amount for ask in before] == [0] * 7
    asks = bare_minimum(subject, found, date(2026, 2, 23), SETTINGS)
    lacking = 12400 + 2480 * 58 / 180 - 5000
    assert [ask.amount for ask in asks[:4]] == [0] * 4
    assert lacking <= asks[4].amount == asks[6].amount <= lacking + 100
    assert buffer_days(subject, found, date(2026, 2, 20), SETTINGS) == 7
    fewer = goal(visits._replace(change_percent=D(-20)), start=date(2026, 1, 1), deadline=date(2026, 6, 30))
    assert bare_minimum(fewer, found, date(2026, 2, 23), SETTINGS) == ()


def test_entries_after_the_deadline_do_not_count() -> None:
    here = stand(goal(total(10), deadline=day(10)), day(12), (day(9), 9), (day(11), 1))
    assert not here.reached


def test_a_new_version_restarts_the_line_at_the_value_reached() -> None:
    changed = goal(total(100), total(60, valid_from=day(50)), deadline=day(100))
    here = stand(changed, day(75), (day(10), 20))
    assert here.expected == Fraction(1, 3) + Fraction(2, 3) * Fraction(25, 50)
    assert stand(changed, day(50), (day(10), 20)).expected == here.done
    assert stand(changed, day(100), (day(10), 20)).expected == 1


def test_a_new_version_can_keep_the_old_line_up_to_its_day() -> None:
    kept = goal(total(100), total(60, valid_from=day(50), keep_line=True), deadline=day(100))
    here = stand(kept, day(50), (day(10), 20))
    assert here.expected == Fraction(50, 60)
    assert stand(kept, day(49), (day(10), 20)).expected == Fraction(49, 100)


def test_evaluating_the_past_after_a_new_version_gives_the_old_line() -> None:
    once, changed = (
        goal(total(100), deadline=day(100)),
        goal(total(100), total(60, valid_from=day(50)), deadline=day(100)),
    )
    assert stand(once, day(40), (day(10), 20)) == stand(changed, day(40), (day(10), 20))


def test_milestones_are_expected_as_a_staircase_of_their_dates() -> None:
    parts = (
        Milestone(1, "a", "Plan", day(10), 1, day(8)),
        Milestone(2, "b", "Build", day(40), 2),
        Milestone(3, "c", "Party", None, 1),
    )
    launch = goal(Measure(Kind.MILESTONES, START), deadline=day(90), milestones=parts)
    here = stand(launch, day(20))
    assert here.done == Fraction(1, 4)
    assert here.line is not None
    assert [here.line.share(day(offset)) for offset in (9, 10, 39, 40, 89, 90)] == [
        0,
        Fraction(1, 4),
        Fraction(1, 4),
        Fraction(3, 4),
        Fraction(3, 4),
        1,
    ]


def test_milestones_none_listed_are_done_or_not() -> None:
    launch = goal(Measure(Kind.MILESTONES, START), deadline=day(90))
    assert stand(launch, day(5)).done == 0
    assert stand(launch, day(5), (day(4), 1)).reached


@pytest.mark.parametrize(("done", "days"), [(30, 10), (20, 0), (19, 0), (100, 80)])
def test_the_buffer_is_the_days_one_could_do_nothing(done: int, days: int) -> None:
    subject = goal(total(100), deadline=day(100))
    assert buffer_days(subject, entries([(day(1), done)]), day(20), SETTINGS) == days


def test_the_buffer_counts_days_on_which_nothing_was_wanted() -> None:
    subject = goal(total(10, weekdays=WORKDAYS), deadline=day(14))
    assert buffer_days(subject, entries([(day(4), 4)]), day(4), SETTINGS) == 2


def test_a_level_stays_on_the_line_until_the_line_passes_it() -> None:
    weight = goal(level(84, 78), deadline=day(60))
    assert buffer_days(weight, entries([(day(5), 80)]), day(10), SETTINGS) == 30


def test_there_is_no_buffer_without_a_deadline() -> None:
    assert buffer_days(goal(total(100)), [], day(20), SETTINGS) is None
    assert bare_minimum(goal(total(100)), [], day(20), SETTINGS) == ()


def test_the_bare_minimum_names_what_each_of_seven_days_asks_for() -> None:
    books = goal(total(24), deadline=day(240))
    asks = bare_minimum(books, entries([(day(1), 2)]), day(20), SETTINGS)
    assert [ask.by for ask in asks] == [day(offset) for offset in range(21, 28)]
    assert [int(ask.amount) for ask in asks] == [1] * 7
    behind = bare_minimum(books, entries([(day(1), 1)]), day(28), SETTINGS)
    assert [int(ask.amount) for ask in behind] == [2, 2, 3, 3, 3, 3, 3]


def test_the_bare_minimum_never_asks_beyond_the_target() -> None:
    steps = goal(total(1050, step=D(100)), deadline=day(10))
    asks = bare_minimum(steps, entries([(day(1), 940)]), day(9), SETTINGS)
    assert {ask.amount for ask in asks} == {D(110)}
    done = bare_minimum(steps, entries([(day(1), 2000)]), day(9), SETTINGS)
    assert {ask.amount for ask in done} == {D(0)}


def test_a_falling_level_is_asked_for_less() -> None:
    asks = bare_minimum(goal(level(84, 78), deadline=day(60)), entries([(day(1), 84)]), day(10), SETTINGS)
    assert [ask.amount for ask in asks][:2] == [D("-1.1"), D("-1.2")]


def test_steep_plans_are_named_by_the_growth_they_need() -> None:
    assert growth_per_period(D(100), D(300), 2) == pytest.approx(0.732, abs=0.001)
    assert growth_per_period(D(100), D(110), 12) == pytest.approx(0.008, abs=0.0001)
    with pytest.raises(ValueError):
        growth_per_period(D(0), D(10), 2)
