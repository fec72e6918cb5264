"""A month, a quarter or a year looked back on, from what is there already."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal as D
from itertools import pairwise

from hypothesis import given, settings

from smart_tui.domain.goal import Activity, Confidence, Goal, Kind, Milestone, Outcome, Period, State
from smart_tui.domain.lookback import Ended, Line, LookBack, look_back
from smart_tui.domain.measure import goal_days
from smart_tui.domain.promises import Share
from smart_tui.domain.review import Cause, GoalReview, Promise, Review
from smart_tui.domain.settings import Settings
from smart_tui.domain.stretch import Stretch
from tests.domain.cases import SETTINGS, Pairs, day, entries, goal, level, quota, total
from tests.domain.test_reviewweek import DAYS, weeks_of_a_life

JANUARY = Stretch.of(date(2026, 1, 20), Period.MONTH)
FEBRUARY_8 = date(2026, 2, 8)


def finished(week: date, since: date | None = None, **more: object) -> Review:
    ended = datetime(2026, 2, 1, 18, tzinfo=UTC)
    return Review(1, "u", week, since or week, day(6, week), finished_at=ended)._replace(**more)  # type: ignore[arg-type]


def look(
    goals: Sequence[Goal],
    pairs: Pairs = (),
    reviews: Sequence[Review] = (),
    stretch: Stretch = JANUARY,
    today: date = FEBRUARY_8,
) -> LookBack:
    days = {each.id: goal_days(each, entries(pairs), today) for each in goals}
    return look_back(stretch, reviews, goals, days, today, SETTINGS)


def test_a_week_belongs_to_the_month_that_holds_most_of_its_days() -> None:
    assert [first for first, _ in JANUARY.weeks(SETTINGS)] == [date(2025, 12, 29), day(0), day(7), day(14), day(21)]
    year = Stretch.of(date(2026, 5, 1), Period.YEAR)
    assert len(year.weeks(SETTINGS)) == 53
    assert (JANUARY.before.first, JANUARY.after.last) == (date(2025, 12, 1), date(2026, 2, 28))


@given(DAYS, weeks_of_a_life())
@settings(max_examples=60, deadline=None)
def test_every_week_belongs_to_one_month(today: date, chosen: Settings) -> None:
    month = Stretch.of(today, Period.MONTH)
    quarter = Stretch.of(today, Period.QUARTER)
    both = [*month.weeks(chosen), *month.after.weeks(chosen)]
    assert all(day(1, ended) == begins for (_, ended), (begins, _) in pairwise(both))
    assert set(month.weeks(chosen)) <= set(quarter.weeks(chosen))


def test_weeks_are_counted_from_the_first_goal_on_and_as_far_as_the_stretch_has_gone() -> None:
    reviews = [finished(day(7), day(0)), finished(day(21)), finished(day(14), finished_at=None)]
    found = look([goal(quota(8))], reviews=reviews)
    assert (found.reviewed, found.weeks) == (3, 4)
    running = look([goal(quota(8))], reviews=reviews, today=day(15))
    assert (running.reviewed, running.weeks) == (2, 2)
    assert look([]).weeks == 0


def test_only_promises_of_weeks_that_were_or_should_have_been_reviewed_count_as_not_answered() -> None:
    promised = (
        Activity(1, "a", "Kept", due=day(0), outcome=Promise.KEPT),
        Activity(2, "b", "Partly", due=day(7), outcome=Promise.PARTLY),
        Activity(3, "c", "Open", due=day(14)),
        Activity(4, "d", "To come", due=day(21)),
        Activity(5, "e", "February", due=day(28), outcome=Promise.NOT),
    )
    subject = goal(quota(8))._replace(activities=promised)
    assert look([subject], today=day(16)).promises == Share(1, 1, 2, 2)
    # On the day after the third week its review is only due; a week on, it was missed.
    assert look([subject], today=day(21)).promises == Share(1, 1, 2, 2)
    assert look([subject], [], [finished(day(14))], today=day(21)).promises == Share(1, 1, 2, 3)
    assert look([subject]).promises == Share(1, 1, 2, 4)


def test_a_week_counts_once_it_was_reviewed_or_the_next_review_is_due() -> None:
    assert (look([goal(quota(8))], today=day(7)).reviewed, look([goal(quota(8))], today=day(7)).weeks) == (0, 0)
    reviewed = look([goal(quota(8))], [], [finished(day(0))], today=day(7))
    assert (reviewed.reviewed, reviewed.weeks) == (1, 1)
    assert look([goal(quota(8))], today=day(13)).weeks == 1


def test_what_moved_most_of_its_way_comes_first_and_what_stood_still_last() -> None:
    begun = date(2025, 12, 1)
    still = goal(level(84, 78, begun), start=begun, no=1)
    little = goal(total(1000, begun), start=begun, no=2)
    much = goal(total(100, begun), start=begun, no=3)
    kept, missed = goal(quota(1, begun), start=begun, no=4), goal(quota(50, begun), start=begun, no=5)
    days = {number: [] if number == 1 else goal_days(still, entries([(day(1), 9)]), FEBRUARY_8) for number in range(6)}
    goals = [each._replace(id=each.no) for each in (still, kept, little, missed, much)]
    found = look_back(JANUARY, (), goals, days, FEBRUARY_8, SETTINGS)
    assert [each.no for each in found.moved] == [3, 2, 5, 4, 1]
    assert [bool(each.part) for each in found.moved] == [True, True, True, True, False]


def test_a_parent_without_a_measure_moves_by_its_children_alone() -> None:
    parent = goal(total(10), no=1)._replace(id=1, measures=())
    child = goal(total(10), no=2)._replace(id=2, parent_id=1)
    found = look_back(
        JANUARY, (), [parent, child], {2: goal_days(child, entries([(day(1), 3)]), FEBRUARY_8)}, FEBRUARY_8, SETTINGS
    )
    assert [each.no for each in found.moved] == [2]


def test_a_quota_whose_period_goes_on_is_told_with_what_it_holds_so_far() -> None:
    letters = goal(quota(3, period=Period.QUARTER))
    (found,) = look([letters], [(day(2), 1)], today=day(16)).moved
    assert (found.running, found.asked, found.judged) == (D(1), D(3), 0)


def test_goals_that_ended_stand_by_outcome_with_their_lesson() -> None:
    def ended(number: int, outcome: Outcome, on: date) -> Goal:
        closed = goal(total(), state=State.CLOSED, no=number, title=f"Goal {number}")
        return closed._replace(outcome=outcome, closed_on=on, lesson=f"Lesson {number}")

    goals = [
        ended(1, Outcome.DROPPED, day(3)),
        ended(2, Outcome.ACHIEVED, day(9)),
        ended(3, Outcome.ACHIEVED, day(30)),
        ended(4, Outcome.MISSED, day(9)),
    ]
    found = look(goals)
    assert [each.goal_id for each in found.ended] == [2, 4, 1]
    assert found.ended[0] == Ended(2, 2, "Goal 2", Outcome.ACHIEVED, "Lesson 2", day(9))
    assert found.outcomes == {Outcome.ACHIEVED: 1, Outcome.MISSED: 1, Outcome.DROPPED: 1}


def test_what_a_month_changed_is_told_by_kind() -> None:
    started = date(2025, 12, 1)
    books = goal(total(24, started), start=started, deadline=day(300), no=1)
    weight = goal(level(84, 78, started), start=started, no=2)
    calls = goal(quota(8), no=3)
    parts = (Milestone(1, "a", "Plan", done_on=day(2), weight=3), Milestone(2, "b", "Launch"))
    launch = goal(milestones=parts, deadline=day(60), no=4)
    pairs: Pairs = [(date(2025, 12, 20), 80), (day(0), 9), (day(8), 2), (day(23), 8), (day(29), 50)]
    moved = {each.no: each for each in look([books, weight, calls, launch], pairs).moved}
    assert [moved[1].before, moved[1].after, moved[1].change, moved[1].target] == [80, 99, 19, 24]
    assert [moved[2].before, moved[2].after, moved[2].change] == [80, 8, -72]
    assert [moved[3].after, moved[3].met, moved[3].judged, moved[3].period] == [19, 1, 3, Period.WEEK]
    assert [moved[4].before, moved[4].after, moved[4].target, moved[4].kind] == [0, 3, 4, Kind.MILESTONES]


def test_what_is_entered_behind_the_deadline_changes_nothing_of_the_goal() -> None:
    pairs = [(day(-6), 4), (day(1), 3), (day(10), 5)]
    begun = day(-10)
    for measure in (total(24, begun), level(1, 24, begun)):
        (found,) = look([goal(measure, start=begun, deadline=day(2))], pairs).moved
        assert (found.after, found.change) == ((D(7), D(3)) if measure.kind is Kind.TOTAL else (D(3), D(-1)))
    (weekly,) = look([goal(quota(8, begun), start=begun, deadline=day(2))], pairs).moved
    assert weekly.after == D(3)


def test_a_total_changes_by_what_was_entered_also_where_its_beginning_was_set_anew() -> None:
    measure = total(24, day(-10), baseline=D(10))
    subject = goal(measure, measure._replace(valid_from=day(5), baseline=D(4)), start=day(-10))
    (found,) = look([subject], [(day(-6), 4), (day(10), 5)]).moved
    assert (found.before, found.after, found.change) == (D(8), D(13), D(5))


def test_a_week_counts_where_a_goal_began_in_it_behind_the_end_of_the_month() -> None:
    december = Stretch.of(date(2025, 12, 1), Period.MONTH)
    sundays = Settings(first_weekday=6)
    began = goal(quota(8, date(2026, 1, 2)), start=date(2026, 1, 2))
    found = look_back(december, (), [began], {1: ()}, FEBRUARY_8, sundays)
    assert (date(2025, 12, 28), date(2026, 1, 3)) in december.weeks(sundays)
    assert (found.weeks, found.moved) == (1, ())


def test_a_goal_that_ended_earlier_or_begins_later_is_left_out() -> None:
    ended = goal(total(valid_from=date(2025, 6, 1)), start=date(2025, 6, 1), state=State.CLOSED, no=1)
    later = goal(total(valid_from=day(40)), start=day(40), no=2)
    found = look([ended._replace(closed_on=date(2025, 12, 31)), later, goal(total(), no=3)], [(day(3), 1)])
    assert [each.no for each in found.moved] == [3]
    assert found.begun == ((3, "A goal"),)


def test_lines_causes_and_confidence_come_from_what_was_said_in_the_month() -> None:
    reviews = [
        finished(day(14), lines={"well": "Two calls", "change": " "}, goals=(GoalReview(1, cause=Cause.TIME),)),
        finished(day(0), lines={"hindered": "The flu"}, goals=(GoalReview(1, cause=Cause.ENERGY),)),
        finished(day(7), goals=(GoalReview(1, cause=Cause.ENERGY), GoalReview(2))),
        finished(day(28), lines={"well": "February"}, goals=(GoalReview(1, cause=Cause.TIME),)),
        finished(day(21), finished_at=None, lines={"well": "Not finished"}),
    ]
    said = (Confidence(day(20), 6, 2), Confidence(day(6), 8, 1), Confidence(day(28), 3, 3))
    found = look([goal(total())._replace(confidence=said)], reviews=reviews)
    assert found.lines == (Line(day(0), "hindered", "The flu"), Line(day(14), "well", "Two calls"))
    assert found.causes == ((Cause.ENERGY, 2), (Cause.TIME, 1))
    assert found.moved[0].confidence == ((day(6), 8), (day(20), 6))


def test_a_stretch_that_has_not_begun_is_empty() -> None:
    found = look([goal(total())], [(day(3), 1)], stretch=JANUARY.after.after)
    assert (found.weeks, found.promises, found.ended, found.lines) == (0, Share(0, 0, 0, 0), (), ())
