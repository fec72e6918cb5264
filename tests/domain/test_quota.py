from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal as D
from itertools import pairwise

import pytest

from smart_tui.domain.daygrid import day_grid, week_of
from smart_tui.domain.goal import Direction, Goal, Pause, Period, PeriodVerdict
from smart_tui.domain.measure import goal_days
from smart_tui.domain.quota import judged_shares, running, scaled_target, verdicts
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from tests.domain.cases import START, day, entries, goal, quota, total

WORKDAYS = 0b0011111


def judge(
    subject: Goal,
    pairs: Sequence[tuple[date, int | None]],
    today: date,
    first_weekday: int = 0,
    reviewed_until: date | None = None,
) -> tuple[PeriodVerdict, ...]:
    written = entries([(on, value) for on, value in pairs])
    return verdicts(subject, goal_days(subject, written, today), today, first_weekday, reviewed_until)


def outcomes(found: tuple[PeriodVerdict, ...]) -> list[bool | None]:
    return [verdict.met for verdict in found]


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_steps_of_2022_are_judged_in_exactly_52_weeks(first_weekday: int) -> None:
    steps = goal(quota(70_000, date(2022, 1, 1)), start=date(2022, 1, 1), deadline=date(2022, 12, 31))
    found = judge(steps, [], date(2023, 2, 1), first_weekday)
    assert sum(verdict.judged for verdict in found) == 52
    assert judged_shares(found) == (0, 52)


def test_the_last_week_of_2022_asks_60_000_steps_for_its_six_days() -> None:
    steps = goal(quota(70_000, date(2022, 1, 1)), start=date(2022, 1, 1), deadline=date(2022, 12, 31))
    walked = [(date(2022, 1, 1) + timedelta(days=offset), 10_000) for offset in range(365)]
    found = judge(steps, walked, date(2023, 1, 1))
    first, last = found[0], found[-1]
    assert (first.judged, first.active_days) == (False, 2)
    assert (last.judged, last.target, last.active_days, last.met) == (True, D(60_000), 6, True)
    assert judged_shares(found) == (52, 52)
    missing_one = judge(steps, walked[:-1], date(2023, 1, 1))
    assert judged_shares(missing_one) == (51, 52)


def test_a_week_met_early_counts_at_once_and_an_unmet_one_at_its_end() -> None:
    meetings = goal(quota(8))
    assert outcomes(judge(meetings, [(START, 5)], day(6))) == [None]
    assert outcomes(judge(meetings, [(START, 8)], START)) == [True]
    assert outcomes(judge(meetings, [(START, 5)], day(7))) == [False, None]


def test_a_silent_week_is_unknown_for_seven_days_and_a_later_entry_repairs_it() -> None:
    meetings = goal(quota(8))
    sunday = 6
    assert outcomes(judge(meetings, [(day(8), 8)], day(sunday + 6))) == [None, True]
    assert outcomes(judge(meetings, [(day(8), 8)], day(sunday + 7))) == [False, True]
    assert outcomes(judge(meetings, [(day(8), 8), (day(3), 9)], day(sunday + 7))) == [True, True]


def test_the_review_of_its_week_settles_a_silent_period_and_a_later_entry_still_repairs_it() -> None:
    meetings, sunday, reviewed = goal(quota(8)), day(13), day(13)
    assert outcomes(judge(meetings, [(START, 8)], day(14), reviewed_until=day(6))) == [True, None, None]
    assert outcomes(judge(meetings, [(START, 8)], sunday, reviewed_until=reviewed)) == [True, None], "it still runs"
    assert outcomes(judge(meetings, [(START, 8)], day(14), reviewed_until=reviewed)) == [True, False, None]
    repaired = [(START, 8), (day(9), 8)]
    assert outcomes(judge(meetings, repaired, day(15), reviewed_until=reviewed)) == [True, True, None]


def test_a_review_settles_the_month_that_ended_in_its_week_and_the_days_of_a_ceiling() -> None:
    monthly = goal(quota(8, period=Period.MONTH))
    ended, sunday = date(2026, 1, 31), date(2026, 2, 1)
    assert outcomes(judge(monthly, [], date(2026, 2, 2), reviewed_until=date(2026, 1, 25))) == [None, None]
    assert outcomes(judge(monthly, [], date(2026, 2, 2), reviewed_until=sunday)) == [False, None]
    assert outcomes(judge(monthly, [], sunday, reviewed_until=ended)) == [False, None]
    coffee = goal(quota(2, direction=Direction.AT_MOST, period=Period.DAY))
    said = [(START, 2), (day(2), 3)]
    assert outcomes(judge(coffee, said, day(3))) == [True, None, False, None]
    assert outcomes(judge(coffee, said, day(3), reviewed_until=day(6))) == [True, False, False, None]


def test_what_a_review_settled_counts_wherever_the_goal_is_judged() -> None:
    subject, pairs = goal(quota(8)), [(START, 8), (day(8), 8)]
    for reviewed, judged in ((None, (2, 2)), (day(20), (2, 3))):
        chosen = Settings(reviewed_until=reviewed)
        today = day(22)
        history = entries(pairs)
        found = assess(subject, history, today, chosen)
        assert (found.met, found.judged) == judged == judged_shares(judge(subject, pairs, today, 0, reviewed))
        grid = day_grid(subject, history, today, chosen)
        assert (sum(week_of(grid, row).judged for row in range(3))) == judged[1]


def test_one_excused_day_makes_eight_a_week_seven() -> None:
    week = judge(goal(quota(8)), [(day(2), None), (START, 7)], day(3))[0]
    assert (week.target, week.excused_days, week.active_days, week.wanted_days) == (D(7), 1, 6, 7)
    assert week.met


def test_a_ceiling_is_scaled_toward_less() -> None:
    assert scaled_target(quota(8), 6, 7) == 7
    assert scaled_target(quota(8, direction=Direction.AT_MOST), 6, 7) == 6
    assert scaled_target(quota(70_000), 6, 7) == 60_000
    assert scaled_target(quota(70_000, step=D(100)), 5, 7) == 50_000
    assert scaled_target(quota("7.5", step=D(1)), 6, 7) == 7
    assert scaled_target(quota("7.5", step=D(5)), 6, 7) == D("7.5")


def test_an_excused_week_is_judged_on_neither_side() -> None:
    week = [(day(offset), None) for offset in range(7, 14)]
    found = judge(goal(quota(8)), [(START, 8), *week, (day(14), 8)], day(30))
    assert [verdict.judged for verdict in found][:3] == [True, False, True]
    assert judged_shares(found[:3]) == (2, 2)


def test_paused_weeks_are_not_judged() -> None:
    rested = goal(quota(8), pauses=(Pause(day(7), day(20)),))
    found = judge(rested, [(START, 8)], day(28))
    assert [verdict.judged for verdict in found] == [True, False, False, True, True]


def test_half_a_week_inside_the_goal_is_judged_and_less_is_not() -> None:
    wednesday, thursday, friday = day(2), day(3), day(4)
    assert judge(goal(quota(8), start=wednesday), [], friday)[0].judged
    assert judge(goal(quota(8), start=thursday), [], friday)[0].judged
    assert not judge(goal(quota(8), start=friday), [], friday)[0].judged
    assert judge(goal(quota(8), start=thursday), [], friday)[0].target == 5


def test_if_no_period_holds_half_its_days_the_longest_is_judged() -> None:
    short = goal(quota(8), start=day(4), deadline=day(8))
    found = judge(short, [(day(5), 4)], day(10))
    assert [verdict.judged for verdict in found] == [True, False]
    assert found[0].met
    longer = goal(quota(8), start=day(5), deadline=day(20))
    assert not judge(longer, [], day(6))[0].judged


def test_entries_outside_the_goal_belong_to_no_period() -> None:
    week = judge(goal(quota(8), start=day(2), deadline=day(4)), [(START, 8), (day(6), 8)], day(7))[0]
    assert week.value is None


def test_weekday_masks_leave_days_out() -> None:
    daily = goal(quota(1, period=Period.DAY, weekdays=WORKDAYS))
    found = judge(daily, [(day(offset), 1) for offset in range(7)], day(8))
    assert [verdict.first.weekday() for verdict in found] == [0, 1, 2, 3, 4, 0, 1]
    weekly = goal(quota(10, weekdays=WORKDAYS))
    assert judge(weekly, [(day(1), None), (day(5), None)], day(6))[0].target == 8


def test_a_daily_ceiling_needs_every_day_logged_unless_silence_is_zero() -> None:
    coffee = quota(2, period=Period.DAY, direction=Direction.AT_MOST)
    cups = [(START, 2), (day(1), 3), (day(3), 0)]
    assert outcomes(judge(goal(coffee), cups, day(5))) == [True, False, None, True, None, None]
    silent = goal(coffee._replace(silence_is_zero=True))
    assert outcomes(judge(silent, cups, day(5))) == [True, False, True, True, True, None]
    assert outcomes(judge(goal(coffee), cups, day(9)))[2] is False


def test_a_weekly_ceiling_with_an_unlogged_day_is_unknown_but_a_broken_one_is_not() -> None:
    cigarettes = goal(quota(10, direction=Direction.AT_MOST))
    six = [(day(offset), 1) for offset in range(6)]
    assert outcomes(judge(cigarettes, six, day(8)))[0] is None
    assert outcomes(judge(cigarettes, [*six, (day(6), 0)], day(8)))[0] is True
    assert outcomes(judge(cigarettes, [*six, (day(6), None)], day(8)))[0] is True
    assert outcomes(judge(cigarettes, [(START, 11)], day(8)))[0] is False


def test_a_ceiling_is_never_met_before_its_end() -> None:
    assert outcomes(judge(goal(quota(10, direction=Direction.AT_MOST)), [(START, 1)], day(6))) == [None]


def test_a_new_target_counts_from_the_next_week_and_leaves_judged_weeks_alone() -> None:
    raised = goal(quota(8), quota(12, valid_from=day(9)))
    met = [(day(offset), 8) for offset in (0, 7, 14)]
    assert [verdict.target for verdict in judge(raised, met, day(16))] == [8, 8, 12]
    assert outcomes(judge(raised, met, day(21)))[:3] == [True, True, False]


def test_a_new_period_does_not_overlap_the_old_one() -> None:
    monthly = goal(quota(8), quota(30, valid_from=date(2026, 1, 20), period=Period.MONTH))
    found = judge(monthly, [], date(2026, 3, 5))
    assert [(verdict.first, verdict.last) for verdict in found][-3:] == [
        (date(2026, 1, 26), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 31)),
    ]


def test_a_new_period_that_never_begins_does_not_overlap_the_old_one() -> None:
    last = date(9999, 12, 31)
    weekly = quota(8, date(9999, 12, 6))
    monthly = quota(30, date(9999, 12, 20), period=Period.MONTH)
    found = verdicts(goal(weekly, monthly, start=weekly.valid_from), (), last)
    assert all(before.last < after.first for before, after in pairwise(found))
    assert found[-1].last == last


def test_a_total_that_becomes_a_quota_is_judged_from_its_first_whole_week() -> None:
    changed = goal(total(24), quota(2, valid_from=day(9)))
    assert [verdict.first for verdict in judge(changed, [], day(22))] == [day(14), day(21)]


def test_the_running_period_is_the_one_today_lies_in() -> None:
    daily = goal(quota(1, period=Period.DAY, weekdays=WORKDAYS))
    found = judge(daily, [], day(4))
    now = running(found, day(4))
    assert now is not None and now.first == day(4)
    assert running(judge(daily, [], day(5)), day(5)) is None


def test_a_quota_without_a_target_is_drawn_and_not_judged() -> None:
    found = judge(goal(quota(8, untargeted=True)), [(START, 3)], day(9))
    assert outcomes(found) == [None, None]
    assert found[0].value == 3
    assert not any(verdict.judged for verdict in found)
