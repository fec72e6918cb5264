"""A goal's week as a review sees it: the days, what they came to, and where that leaves the goal."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import (
    Activity,
    Assessment,
    Confidence,
    DayValue,
    Direction,
    Entry,
    Goal,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Reading,
    Reason,
    State,
    Status,
)
from smart_tui.domain.goalweek import goal_week
from smart_tui.domain.measure import goal_days
from smart_tui.domain.review import Promise, Span
from smart_tui.domain.reviewweek import span
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.domain.weekfigures import DayMark, GoalWeek, Promised, changed
from tests.domain.cases import SETTINGS, Pairs, day, entries, entry, goal, level, quota, total
from tests.domain.test_promises import TODAYS, goals, histories

MON, SUN, TUE_AFTER = day(14), day(20), day(22)
"""The week of 19 to 25 January 2026, and the Tuesday behind it."""
WEEK = Span((MON,), SUN)
SIGNS = {
    "+": DayMark.MET,
    "-": DayMark.NOT,
    "v": DayMark.VALUE,
    "0": DayMark.NOUGHT,
    "s": DayMark.EXCUSED,
    "?": DayMark.UNKNOWN,
    " ": DayMark.EMPTY,
    "o": DayMark.OFF,
    "p": DayMark.PAUSED,
    "x": DayMark.OUT,
    ">": DayMark.COMING,
}


def week(
    subject: Goal,
    pairs: Pairs = (),
    today: date = TUE_AFTER,
    of: Span = WEEK,
    chosen: Settings = SETTINGS,
) -> GoalWeek:
    return of_entries(subject, entries(pairs), today, of, chosen)


def of_entries(subject: Goal, history: Sequence[Entry], today: date, of: Span, chosen: Settings = SETTINGS) -> GoalWeek:
    days = goal_days(subject, history, today)
    return goal_week(subject, days, of, today, chosen, assess(subject, history, today, chosen))


def these(*values: object) -> tuple[object, ...]:
    return values


def marks(found: GoalWeek, at: int = -1) -> str:
    signs = {mark: sign for sign, mark in SIGNS.items()}
    return "".join(signs[mark] for mark in found.weeks[at].marks)


def daily(target: int = 20, weekdays: int = 127) -> Measure:
    return quota(target, period=Period.DAY, weekdays=weekdays)


def test_a_quota_a_week_stands_beside_the_week_before() -> None:
    found = week(goal(quota(8, unit="meetings")), [(day(8), 8), (day(15), 2), (day(17), 3)])
    assert these(found.before.value, found.before.target, found.before.met) == (8, 8, True)
    assert these(found.span[0].value, found.span[0].target, found.span[0].met) == (5, 8, False)
    assert these(found.value, found.target, found.change) == (5, 8, -3)
    assert these(found.kind, found.period, found.unit) == (Kind.QUOTA, Period.WEEK, "meetings")
    assert marks(found) == " v v   "


def test_nought_is_told_from_something_where_it_adds_up() -> None:
    assert marks(week(goal(quota(3)), [(day(15), 1), (day(16), 0), (day(17), 0)])) == " v00   "
    assert marks(week(goal(daily()), [(day(15), 0)])) == "?-?????"
    assert marks(week(goal(level(9, 0)), [(day(15), 0)])) == " v     "
    count = total(20)._replace(running=True, baseline=D(0))
    assert marks(week(goal(count), [(day(15), 0)])) == " v     "


def test_missed_weeks_stand_side_by_side_behind_the_week_before_them() -> None:
    weeks = span(day(30), [day(0)], SETTINGS)
    assert weeks is not None
    found = week(goal(quota(8)), [(day(1), 7), (day(8), 8), (day(15), 5), (day(22), 6)], day(30), weeks)
    assert [each.value for each in found.weeks] == [7, 8, 5, 6]
    assert [each.first for each in found.weeks] == [day(0), day(7), day(14), day(21)]
    assert these(found.value, found.change) == (6, -1)


def test_a_review_after_the_week_tells_how_the_goal_stood_at_its_end() -> None:
    subject = goal(total(24, unit="books"), deadline=day(364))
    pairs: Pairs = [(day(3), 1), (day(10), 2), (day(16), 1), (day(21), 5)]
    found = week(subject, pairs)
    assert these(found.value, found.change, found.target) == (4, 1, 24)
    assert found == week(subject, pairs[:3], SUN)._replace(status=found.status, reason=found.reason)
    assert found.span[0].met is None
    assert found.span[0].target is None


def test_a_level_is_compared_with_its_last_reading_or_with_its_baseline() -> None:
    weight = goal(level(84, 78))
    assert week(weight, [(day(2), 83), (day(15), 82), (day(17), 81)]).change == -2
    assert week(weight, [(day(15), 82)]).change == -2
    silent = week(weight, [(day(2), 83)])
    assert these(silent.value, silent.change, silent.span[0].value) == (83, 0, None)
    assert week(goal(level(None, 78)), [(day(15), 82)]).change is None


def test_an_amount_of_a_week_is_complete_the_morning_after() -> None:
    visits = Measure(
        Kind.LEVEL,
        day(0),
        baseline=D(100),
        baseline_period=Period.WEEK,
        change_percent=D(20),
        reading=Reading.PER_PERIOD,
        period=Period.WEEK,
    )
    pairs: Pairs = [(day(8), 100), (day(15), 60), (day(18), 50)]
    after = week(goal(visits), pairs)
    assert these(after.value, after.change, after.span[0].value) == (110, 10, 110)
    running = week(goal(visits), pairs, SUN)
    assert these(running.value, running.span[0].value) == (100, 110)


def test_days_of_a_daily_quota_are_met_not_met_or_unknown_and_settle_with_the_review() -> None:
    subject = goal(daily(weekdays=0b0111111), pauses=(Pause(day(17), day(17)),))
    pairs: Pairs = [(day(14), 20), (day(15), 5), (day(16), None), (day(19), 0)]
    found = week(subject, pairs)
    assert marks(found) == "+-sp?-o"
    assert these(found.span[0].days_met, found.span[0].days_judged) == (1, 3)
    assert these(found.span[0].value, found.span[0].target) == (25, None)
    assert found.missing == (day(18),)
    settled = week(subject, pairs, chosen=Settings(reviewed_until=SUN))
    assert marks(settled) == "+-sp--o"
    assert settled.span[0].days_judged == 4
    assert not changed(found, settled), "settling what nobody answered changes nothing that was said"


def test_days_a_late_review_asks_for_are_unknown_in_it_and_settle_with_it() -> None:
    long_after = day(60)
    found = week(goal(daily()), [(day(14), 20), (day(15), 5)], long_after)
    assert (marks(found), len(found.missing)) == ("+-?????", 5)
    assert these(found.span[0].days_met, found.span[0].days_judged) == (1, 2)
    assert marks(week(goal(daily()), [(day(14), 20)], long_after, chosen=Settings(reviewed_until=SUN))) == "+------"


def test_days_outside_the_goal_and_days_to_come_are_neither_missed_nor_asked_for() -> None:
    subject = goal(daily(), start=day(15), deadline=day(19))
    found = week(subject, [(day(15), 20)], day(17))
    assert marks(found) == "x+??>>x"
    assert marks(found, 0) == "xxxxxxx"
    assert found.missing == (day(16), day(17))
    closed = subject._replace(state=State.CLOSED, closed_on=day(16))
    assert marks(week(closed, [(day(15), 20)], day(17))) == "x+?xxxx"


def test_a_goal_that_begins_after_the_week_has_no_figures_in_it() -> None:
    found = week(goal(total(24, valid_from=day(21)), start=day(21), deadline=day(300)), [(day(22), 3)])
    assert these(found.value, found.change, found.progress, found.expected) == (None, None, None, None)
    assert marks(found) == "xxxxxxx"


def test_a_ceiling_of_a_week_asks_for_every_day_unless_silence_means_none() -> None:
    ceiling = quota(14, direction=Direction.AT_MOST)
    found = week(goal(ceiling), [(day(14), 2), (day(16), 0)], SUN)
    assert marks(found) == "v?0????"
    assert found.at_most
    assert found.missing == (day(15), day(17), day(18), day(19), SUN)
    silent = week(goal(ceiling._replace(silence_is_zero=True)), [(day(14), 2)], SUN)
    assert (marks(silent), silent.missing) == ("v      ", ())


def test_a_range_counts_the_readings_inside() -> None:
    pulse = Measure(Kind.WITHIN, day(0), low=D(50), high=D(60))
    found = week(goal(pulse), [(day(8), 58), (day(15), 55), (day(18), 66)])
    assert marks(found) == " +  -  "
    assert these(found.value, found.change) == (66, 8)
    assert these(found.span[0].days_met, found.span[0].days_judged) == (1, 2)


def test_a_range_judges_each_reading_by_the_version_of_its_day() -> None:
    wider = Measure(Kind.WITHIN, day(0), low=D(40), high=D(60))
    subject = goal(wider, wider._replace(valid_from=day(17), low=D(50)))
    found = week(subject, [(day(15), 45), (day(18), 45), (day(19), 55)]).weeks[1]
    assert found.marks.count(DayMark.MET) == found.days_met == 2
    assert found.days_judged == 3


def test_what_is_entered_behind_the_deadline_moves_neither_the_value_nor_its_change() -> None:
    late = [(day(10), 3), (day(15), 5), (day(18), 7)]
    for measure, changed_by in ((total(20), 5), (level(1, 20), 2)):
        over = week(goal(measure, deadline=day(13)), late)
        assert (over.value, over.change, over.weeks[1].value) == (D(3), D(0), None)
        assert over.weeks[1].values.count(None) == 5, "what was entered is not forgotten"
        at_the_end = week(goal(measure, deadline=day(16)), late)
        assert (at_the_end.value, at_the_end.change) == (D(3 + changed_by), D(changed_by))
        assert at_the_end.weeks[1].value == D(5)
    ranged = goal(Measure(Kind.WITHIN, day(0), low=D(1), high=D(9)), deadline=day(16))
    assert week(ranged, late).weeks[1].days_judged == 1
    parts = (Milestone(1, "a", "Plan", done_on=day(15)), Milestone(2, "b", "Launch", done_on=day(18), weight=3))
    launched = week(goal(milestones=parts, deadline=day(16)))
    assert (launched.value, launched.change, launched.weeks[1].value) == (D(1), D(1), D(1))
    assert (launched.parts_done, launched.done) == (2, ("Plan", "Launch")), "but what was done is said"


def test_a_quota_a_month_says_what_the_week_added_to_its_month() -> None:
    monthly = quota(30, period=Period.MONTH)
    pairs: Pairs = [(day(8), 4), (day(15), 5), (day(17), 1)]
    found = week(goal(monthly), pairs)
    assert these(found.value, found.target, found.change) == (10, 27, 6), "27 of 31 days lie inside the goal"
    assert these(found.span[0].value, found.span[0].target) == (6, None)
    turn = Span((day(21),), day(27))
    crossing = week(goal(monthly), [(day(22), 4), (day(27), 3)], day(27), turn)
    assert these(crossing.value, crossing.change, crossing.span[0].value) == (3, 3, 7)


def test_milestones_count_by_weight_and_stand_on_their_day() -> None:
    parts = (
        Milestone(1, "a", "Plan", day(5), 1, day(4)),
        Milestone(2, "b", "Build", day(15), 3, day(16)),
        Milestone(3, "c", "Launch", day(40), 2),
    )
    launch = goal(Measure(Kind.MILESTONES, day(0)), milestones=parts, deadline=day(60))
    found = week(launch)
    assert these(found.value, found.target, found.change, found.span[0].value) == (4, 6, 3, 3)
    assert marks(found) == "  v    "
    once = goal(Measure(Kind.MILESTONES, day(0)), deadline=day(60))
    assert week(once, [(day(16), 1)]).change == 1


def test_confidence_is_that_of_the_span_and_the_last_before_it() -> None:
    said = (Confidence(day(3), 9, 1), Confidence(day(9), 8, 2), Confidence(SUN, 5, 4), Confidence(day(22), 2, 5))
    found = week(goal(total())._replace(confidence=said))
    assert these(found.confidence, found.confidence_before) == (5, 8)
    silent = week(goal(total())._replace(confidence=said[:2]))
    assert these(silent.confidence, silent.confidence_before) == (None, 8)


def test_what_was_said_in_the_review_before_is_not_said_in_this_one() -> None:
    monday, next_monday = day(14), day(21)
    said = (Confidence(monday, 8, 1), Confidence(next_monday, 5, 2))
    subject = goal(total())._replace(confidence=said[:1])
    asked = (subject, (), WEEK, next_monday, SETTINGS, assess(subject, (), next_monday))
    found = goal_week(*asked, said_from=next_monday, said_until=next_monday)
    assert these(found.confidence, found.confidence_before) == (None, 8)
    asked = (subject._replace(confidence=said), *asked[1:])
    found = goal_week(*asked, said_from=next_monday, said_until=next_monday)
    assert these(found.confidence, found.confidence_before) == (5, 8)


def test_a_period_that_still_runs_is_not_asked_for() -> None:
    thursday = day(17)
    subject = goal(quota(8))
    assert week(subject, [(day(8), 8)], thursday).missing == ()
    assert week(subject, [(day(8), 8)], SUN).missing == (SUN,)
    assert week(subject, [(day(8), 8), (day(15), 2)], SUN).missing == ()


def test_a_reading_of_this_morning_answers_for_the_week_before() -> None:
    weight = goal(level(84, 78))
    assert week(weight, [(day(8), 83)]).missing == (SUN,)
    assert week(weight, [(day(8), 83), (day(21), 82)]).missing == ()


def test_promises_of_the_span_stand_with_their_answer_and_those_of_the_next_week_beside() -> None:
    activities = (
        Activity(1, "a", "Call Ada", due=MON, outcome=Promise.NOT, reason="She was away"),
        Activity(2, "b", "Write the offer", due=MON, done_on=day(15)),
        Activity(3, "c", "Call Ada", due=day(21)),
        Activity(4, "d", "Earlier", due=day(7)),
    )
    found = week(goal(quota(8))._replace(activities=activities))
    assert found.promises == (
        Promised(Promise.NOT, "Call Ada", "She was away"),
        Promised(None, "Write the offer"),
    )
    assert found.course.planned == ("Call Ada",)


def test_the_status_is_that_of_today() -> None:
    assert week(goal(quota(8)), [(day(8), 8), (day(15), 8)]).status is Status.ON_TRACK


@given(goals(), histories(), TODAYS, st.lists(st.integers(0, 40), max_size=2))
@settings(max_examples=60, deadline=None)
def test_every_goal_has_a_mark_and_a_value_for_every_day_of_its_weeks(
    subject: Goal, history: list[Entry], today: date, finished: list[int]
) -> None:
    weeks = span(today, [day(-7 * each - today.weekday(), today) for each in finished], SETTINGS)
    if weeks is None:
        return
    found = of_entries(subject, history, today, weeks)
    assert tuple(each.first for each in found.span) == weeks.weeks
    for each in found.weeks:
        assert len(each.marks) == len(each.values) == (each.last - each.first).days + 1
        assert 0 <= each.days_met <= each.days_judged <= 7
    asked = dict(zip(days_of(found), (mark for each in found.weeks for mark in each.marks), strict=True))
    assert all(asked[on] in (DayMark.UNKNOWN, DayMark.EMPTY, DayMark.NOT) for on in found.missing)
    for share in (found.progress, found.expected):
        assert share is None or 0 <= share <= 1


@given(
    goals(),
    histories(),
    st.integers(20, 150).map(day),
    st.integers(0, 30),
    st.integers(-40, 40),
    st.one_of(st.none(), st.decimals(0, 9, places=1)),
)
@settings(max_examples=60, deadline=None)
def test_a_later_entry_is_seen_as_changed_and_nothing_else_is(
    subject: Goal, history: list[Entry], today: date, later: int, offset: int, value: D | None
) -> None:
    weeks = span(today, [], SETTINGS)
    assert weeks is not None
    history = [each for each in history if each.on <= today]
    kept = of_entries(subject, history, today, weeks)
    now = day(later, today)
    reviewed = Settings(reviewed_until=weeks.last)
    assert not changed(kept, of_entries(subject, history, now, weeks, reviewed))
    added = [*history, entry(1000, min(day(offset, today), now), value)]
    assert changed(kept, of_entries(subject, added, now, weeks, reviewed)) == (
        seen(subject, history, now, weeks) != seen(subject, added, now, weeks)
    )


def seen(subject: Goal, history: Sequence[Entry], today: date, weeks: Span) -> list[DayValue]:
    """The days of the span that hold a value, or an excuse for a day of the goal."""
    last = subject.deadline or date.max
    return [
        each
        for each in goal_days(subject, history, today)
        if weeks.since <= each.on <= weeks.last and (each.value is not None or day(0) <= each.on <= last)
    ]


def days_of(found: GoalWeek) -> list[date]:
    return [day(at, each.first) for each in found.weeks for at in range(len(each.values))]


def test_a_goal_that_stands_by_those_below_keeps_their_figures_in_a_week_that_is_over() -> None:
    above = goal(start=day(0), deadline=day(300))
    by_children = Assessment(Status.ON_TRACK, Reason(CHILDREN, {CHILDREN: 2}), progress=D("0.79"))
    found = goal_week(above, (), WEEK, TUE_AFTER, SETTINGS, by_children)
    assert (found.progress, found.status) == (D("0.79"), Status.ON_TRACK)
