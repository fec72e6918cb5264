from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.domain.goal import Goal, Pause, PeriodVerdict
from smart_tui.domain.measure import goal_days
from smart_tui.domain.quota import verdicts
from smart_tui.domain.streak import Streak, streak
from tests.domain.cases import START, Pairs, day, entries, goal, quota

MEETINGS = goal(quota(8))


def after(weeks: int, pairs: Pairs, subject: Goal = MEETINGS) -> Streak:
    """The streak on the Wednesday after so many whole weeks."""
    today = day(7 * weeks + 2)
    return streak(verdicts(subject, goal_days(subject, entries(pairs), today), today))


def weekly(*sums: int | None) -> Pairs:
    return [(day(7 * number), amount) for number, amount in enumerate(sums) if amount is not None]


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ((), Streak(0, 0)),
        ((8, 9, 8), Streak(3, 3)),
        ((8, 8, 5, 8), Streak(1, 2)),
        ((8, 8, 8, 5), Streak(0, 3)),
        ((8, 8, None, None, 8), Streak(1, 2)),
    ],
)
def test_weeks_in_a_row_are_counted_with_the_best(sums: tuple[int | None, ...], expected: Streak) -> None:
    assert after(len(sums), weekly(*sums)) == expected


def test_the_running_week_never_breaks_a_streak_and_counts_once_it_is_met() -> None:
    assert after(2, weekly(8, 8, 3)) == Streak(2, 2)
    assert after(2, weekly(8, 8, 8)) == Streak(3, 3)


def test_excused_and_paused_weeks_are_passed_over() -> None:
    ill = [(day(7 + offset), None) for offset in range(7)]
    assert after(3, [*weekly(8, None, 8), *ill]) == Streak(2, 2)
    away = MEETINGS._replace(pauses=(Pause(day(7), day(13)),))
    assert after(3, weekly(8, None, 8), away) == Streak(2, 2)


def test_a_late_entry_repairs_a_streak() -> None:
    broken = weekly(8, None, 8, 8)
    assert after(4, broken) == Streak(2, 2)
    assert after(4, [*broken, (day(9), 8)]) == Streak(4, 4)


def test_an_unanswered_week_does_not_break_it_until_it_counts_as_not_met() -> None:
    today = START.replace(day=21)
    days = goal_days(MEETINGS, entries(weekly(8)), today)
    assert streak(verdicts(MEETINGS, days, today)) == Streak(1, 1)
    assert after(3, weekly(8)) == Streak(0, 1)


@given(st.lists(st.sampled_from([True, False, None]), max_size=30))
def test_the_streak_is_the_tail_of_what_was_judged(outcomes: list[bool | None]) -> None:
    periods = [PeriodVerdict(START, START, D(1), D(1), met is not None, met, 1, 1, 0) for met in outcomes]
    runs = "".join("x" if met else "-" for met in outcomes if met is not None).split("-")
    assert streak(periods) == Streak(len(runs[-1]), max(map(len, runs)))
