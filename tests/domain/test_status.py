from datetime import UTC, date, datetime
from decimal import Decimal as D

from smart_tui.domain.goal import (
    Direction,
    Outcome,
    Pause,
    Period,
    Reading,
    State,
    Status,
)
from smart_tui.domain.status import order_key, standing_reason
from tests.domain.cases import START, Pairs, day, goal, level, look, quota, total, verdict


def test_a_reached_goal_is_achieved_also_before_its_deadline() -> None:
    assert verdict(goal(total(10), deadline=day(100)), day(5), [(START, 10)]) == (Status.ACHIEVED, "reached")
    assert verdict(goal(level(84, 78), deadline=day(100)), day(5), [(START, 78)]) == (Status.ACHIEVED, "reached")


def test_a_passed_deadline_is_missed_and_says_by_how_many_days() -> None:
    found = look(goal(total(10), deadline=day(20)), day(23), [(START, 9), (day(22), 1)])
    assert (found.status, found.reason.code) == (Status.MISSED, "deadline_passed")
    assert found.reason.params["days"] == 3
    repaired = look(goal(total(10), deadline=day(20)), day(23), [(START, 9), (day(20), 1)])
    assert repaired.status is Status.ACHIEVED


def test_a_relative_target_without_a_baseline_needs_one() -> None:
    for reading in (Reading.LEVEL, Reading.PER_PERIOD, Reading.SPAN):
        lacking = level(None, None, change_percent=D(20), reading=reading)
        assert verdict(goal(lacking), day(3), [(START, 5)]) == (Status.NEEDS_BASELINE, "needs_baseline")
        assert verdict(goal(lacking, deadline=day(1)), day(3))[0] is Status.MISSED
    assert verdict(goal(level(0, None, change_percent=D(20))), day(3))[0] is Status.NEEDS_BASELINE


def test_nothing_entered_for_two_weeks_is_stale() -> None:
    subject = goal(total(100), deadline=day(200))
    assert verdict(subject, day(13)) == (Status.ON_TRACK, "gap")
    assert look(subject, day(14)).reason.params == {"days": 14}
    assert look(subject, day(14)).status is Status.STALE
    assert look(subject, day(20), [(day(7), 50)]).status is Status.ON_TRACK
    assert look(subject, day(21), [(day(7), None)]).status is Status.STALE


def test_a_goal_written_today_is_not_stale_however_early_it_began() -> None:
    year = goal(total(1000), deadline=day(365))._replace(created_at=datetime(2026, 3, 6, 9, tzinfo=UTC))
    assert look(year, date(2026, 3, 6)).status is Status.BEHIND
    assert look(year, date(2026, 3, 20)).status is Status.STALE
    assert look(year, date(2026, 2, 20)).status is not Status.STALE


def test_a_rare_step_may_be_entered_rarely() -> None:
    books = goal(total(24), deadline=day(364))
    assert look(books, day(29)).status is not Status.STALE
    assert look(books, day(30)).status is Status.STALE


def test_a_monthly_amount_is_stale_after_two_months() -> None:
    visits = level(100, None, change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    subject = goal(visits, deadline=day(300))
    assert look(subject, day(61)).status is not Status.STALE
    assert look(subject, day(62)).status is Status.STALE


def test_levels_follow_the_persons_own_rhythm() -> None:
    survey = goal(level("3.8", "4.3"), deadline=day(365))
    monthly: Pairs = [(day(offset), "4.2") for offset in (30, 60, 90)]
    assert look(survey, day(140), monthly).status is Status.ON_TRACK
    assert look(survey, day(150), monthly).status is Status.STALE


def test_days_of_a_pause_do_not_make_a_goal_stale() -> None:
    rested = goal(total(100), deadline=day(400), pauses=(Pause(day(2), day(30)),))
    assert look(rested, day(32)).status is Status.ON_TRACK


def test_a_paused_goal_says_since_when() -> None:
    paused = goal(total(10), deadline=day(90), state=State.PAUSED, pauses=(Pause(day(3)),))
    found = look(paused, day(30))
    assert (found.status, found.reason.params["since"]) == (Status.PAUSED, day(3))
    planned = goal(total(10), deadline=day(90), pauses=(Pause(day(3), day(9)),))
    assert [look(planned, day(offset)).status for offset in (2, 3, 9, 10)] == [
        Status.ON_TRACK,
        Status.PAUSED,
        Status.PAUSED,
        Status.ON_TRACK,
    ]


def test_an_active_goal_past_its_deadline_or_reached_says_so_also_in_a_pause() -> None:
    rested = goal(total(10), deadline=day(20), pauses=(Pause(day(10), day(40)),))
    assert [look(rested, day(offset)).status for offset in (20, 21)] == [Status.PAUSED, Status.MISSED]
    assert look(rested, day(15), [(day(2), 10)]).status is Status.ACHIEVED
    assert look(rested._replace(state=State.PAUSED), day(21)).status is Status.PAUSED


def test_silence_that_means_zero_is_never_stale() -> None:
    coffee = quota(2, period=Period.DAY, direction=Direction.AT_MOST)
    assert look(goal(coffee), day(60)).status is Status.STALE
    assert look(goal(coffee._replace(silence_is_zero=True)), day(60)).status is Status.ON_TRACK


def test_drafts_and_closed_goals_have_no_status() -> None:
    assert verdict(goal(total(10), state=State.DRAFT), day(3)) == (None, "draft")
    closed = goal(total(10), state=State.CLOSED)._replace(closed_on=day(5), outcome=Outcome.PARTLY)
    found = look(closed, day(90), [(START, 4), (day(20), 3)])
    assert (found.status, found.reason.code, found.value) == (None, "closed", D(4))


def test_a_goal_that_has_not_started_is_on_track() -> None:
    assert verdict(goal(total(10), start=day(9), deadline=day(90)), day(2)) == (Status.ON_TRACK, "not_started")


def test_a_goal_without_a_target_is_recorded_and_never_judged() -> None:
    for measure in (total(1, untargeted=True), level(1, 9, untargeted=True), quota(8, untargeted=True)):
        found = look(goal(measure, deadline=day(5)), day(30), [(START, 4)])
        assert (found.status, found.reason.code) == (None, "untargeted")
    assert look(goal(total(1, untargeted=True)), day(30), [(START, 4)]).value == 4
    assert verdict(goal(), day(3)) == (None, "untargeted")


# The order of the list


def test_the_list_goes_from_what_is_decided_to_what_runs_well() -> None:
    today = day(50)
    half = goal(total(100), deadline=day(100))
    rows = {
        "on track": (half, [(day(49), 60)]),
        "soon": (goal(total(100), start=day(40), deadline=day(60)), [(day(49), 60)]),
        "stale": (half, [(day(10), 60)]),
        "at risk": (half, [(day(49), 30)]),
        "behind": (half, [(day(49), 5)]),
        "needs baseline": (goal(level(None, None, change_percent=D(5))), []),
        "missed": (goal(total(100), deadline=day(40)), []),
        "achieved": (goal(total(100), deadline=day(90)), [(day(9), 100)]),
        "untargeted": (goal(total(1, untargeted=True)), []),
    }
    keys = {
        name: order_key(subject._replace(title=name), look(subject, today, pairs), today)
        for name, (subject, pairs) in rows.items()
    }
    assert sorted(keys, key=keys.__getitem__) == [
        "missed",
        "achieved",
        "needs baseline",
        "behind",
        "at risk",
        "stale",
        "soon",
        "on track",
        "untargeted",
    ]


def test_equal_rows_stand_by_title_and_then_by_number() -> None:
    today = day(2)
    titles = [goal(total(9), deadline=day(90), title=title, no=no) for title, no in (("b", 1), ("A", 3), ("a", 2))]
    ordered = sorted(titles, key=lambda subject: order_key(subject, look(subject, today), today))
    assert [subject.no for subject in ordered] == [2, 3, 1]


def test_a_row_says_why_it_stands_where_it_stands() -> None:
    reason = standing_reason(look(goal(quota(8)), day(2), [(START, 5)]), day(2))
    assert (reason.code, reason.params["days_left"], reason.params["missing"]) == ("period", 4, 3)
