"""The words of the weekly review: which weeks, what was promised, how a goal's weeks went in one sentence."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from smart_tui.domain.calendar import FirstWeekday, add_days
from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Kind, Period, Promise, Reason, Status
from smart_tui.domain.review import MONTHLY, PROMPTS, Cause, Decision, Repair, ReviewScreen, Span
from smart_tui.domain.settings import Settings
from smart_tui.domain.walk import walk, wants_cause
from smart_tui.domain.weekfigures import DayMark, GoalWeek
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text import goalweek, review
from tests.text.weeks import BOOKS, COFFEE, LAUNCH, MEETINGS, VISITS, WEEK, figures, weeks

ENGLISH, MONDAYS = words("en"), Settings()
JUNE, SUNDAY = date(2026, 6, 7), 6
CHANGED = Settings(first_weekday=FirstWeekday(SUNDAY, ((date(2026, 6, 1), SUNDAY),)))
"""From Sunday 7 June 2026 on weeks begin on Sunday; the one before is short."""


def span(*first: date, last: date) -> Span:
    return Span(first, last)


@pytest.mark.parametrize(
    ("weeks_of", "settings", "title"),
    [
        (span(WEEK, last=date(2026, 1, 18)), MONDAYS, "Week 3 · 12–18 January 2026"),
        (
            span(date(2020, 12, 28), last=date(2021, 1, 3)),
            MONDAYS,
            "Week 53 · 28 December 2020 – 3 January 2021",
        ),
        (
            span(date(2025, 12, 22), date(2025, 12, 29), date(2026, 1, 5), last=date(2026, 1, 11)),
            MONDAYS,
            "Weeks 52–2 · 22 December 2025 – 11 January 2026",
        ),
        (span(JUNE, last=date(2026, 6, 13)), CHANGED, "Week of 7 June · 7–13 June 2026"),
        (span(date(2026, 6, 1), last=date(2026, 6, 6)), CHANGED, "Week of 1 June · 1–6 June 2026"),
        (span(date(2026, 6, 1), JUNE, last=date(2026, 6, 13)), CHANGED, "1–13 June 2026"),
    ],
)
def test_weeks_go_by_number_where_monday_begins_them(weeks_of: Span, settings: Settings, title: str) -> None:
    assert review.span_title(weeks_of, settings, ENGLISH) == title


def test_what_is_due_says_how_many_weeks_it_takes_in() -> None:
    one = span(WEEK, last=date(2026, 1, 18))
    two = span(date(2026, 1, 5), WEEK, last=date(2026, 1, 18))
    assert review.due_said(one, ENGLISH) == "The weekly review is due"
    assert review.due_said(two, ENGLISH) == "The weekly review is due, for 2 weeks"
    assert review.due_week_said(one, MONDAYS, ENGLISH) == "The weekly review is due: week 3 · 12–18 January 2026"
    assert review.missed_said(one, ENGLISH) == ""
    assert "side by side" in review.missed_said(two, ENGLISH)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ((0, 0, 0, 0), ""),
        ((0, 0, 0, 2), "2 promises, not answered"),
        ((1, 0, 1, 1), "1 of 1 promise kept"),
        ((6, 0, 8, 8), "6 of 8 promises kept"),
        ((3, 1, 5, 6), "3 of 5 promises kept, one partly, one not answered"),
        ((3, 2, 5, 7), "3 of 5 promises kept, 2 partly, 2 not answered"),
    ],
)
def test_promises_are_counted_of_those_answered_for(share: tuple[int, int, int, int], said: str) -> None:
    assert review.promises_said(*share, ENGLISH) == said


def test_a_promise_is_compared_with_what_one_usually_keeps() -> None:
    assert review.usual_said(5, (Decimal("3.8"), Decimal("5.0")), ENGLISH) == "5 promises; you usually keep 3.8 of 5"
    assert review.usual_said(1, None, ENGLISH) == "1 promise"


def test_time_spent_is_said_by_the_minute() -> None:
    said = [review.elapsed(seconds, ENGLISH) for seconds in (-5, 0, 59, 60, 260, 3600, 3900)]
    assert said == ["", "", "", "1 min", "4 min", "1 h 0 min", "1 h 5 min"]


def test_being_sure_is_said_beside_what_was_said_before() -> None:
    assert review.confidence_said(8, None, ENGLISH) == review.confidence_said(8, 8, ENGLISH) == "sure 8"
    assert review.confidence_said(6, 8, ENGLISH) == "sure 6, was 8"
    assert review.confidence_said(None, 8, ENGLISH) == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_can_be_chosen_has_words(code: str) -> None:
    spoken = words(code)
    named = {
        Cause: (review.cause_label, review.cause_question),
        Repair: (review.repair_label,),
        Decision: (review.decision_said,),
        Promise: (review.promise_label,),
        ReviewScreen: (review.screen_name,),
    }
    for kind, sayings in named.items():
        assert issubclass(kind, StrEnum)
        for say in sayings:
            said = [say(each, spoken) for each in kind]  # type: ignore[operator]
            assert all(said)
            assert len(set(said)) == len(said)
    for prompt in (*PROMPTS, *MONTHLY):
        assert prompt not in (review.prompt_question(prompt, spoken), review.prompt_label(prompt, spoken))
    assert review.prompt_question("My own?", spoken) == review.prompt_label("My own?", spoken) == "My own?"
    assert set(goalweek.MARK_SIGN) == set(DayMark)


def own(week: GoalWeek, **fields: object) -> GoalWeek:
    return week._replace(**fields)  # type: ignore[arg-type]


WITHIN = own(
    VISITS,
    kind=Kind.WITHIN,
    unit="bpm",
    value=Decimal(58),
    weeks=(figures(60, ago=1, days="1 of 1"), figures(58, days="2 of 3")),
)
RATING = own(VISITS, kind=Kind.RATING, unit="", value=Decimal(1), weeks=weeks(0, 1), change=Decimal(1))
POSTS = own(MEETINGS, period=Period.MONTH, unit="posts", value=Decimal(2), weeks=weeks(1, 1))
SETTLED = own(
    COFFEE,
    weeks=(
        figures(None, ago=1),
        figures(9, days="5 of 7")._replace(marks=(DayMark.NOT, DayMark.UNKNOWN, *[DayMark.MET] * 5)),
    ),
    missing=(WEEK, add_days(WEEK, 1)),
)
"""One day without an answer counts as not met by now, the other one is open still."""
NO_TARGET = own(MEETINGS, target=None, unit="cups", weeks=weeks(15, 12))


@pytest.mark.parametrize(
    ("week", "said", "sign"),
    [
        (MEETINGS, "9 of 8 meetings, 8 the week before", "▲"),
        (own(MEETINGS, weeks=(figures(7, 7, ago=1), figures(5, 8))), "5 of 8 meetings, 7 of 7 the week before", "▲"),
        (own(MEETINGS, weeks=weeks(None, 5, target=8), change=None), "5 of 8 meetings", ""),
        (own(MEETINGS, weeks=weeks(8, None, target=8), change=None), "nothing entered, 8 the week before", ""),
        (own(MEETINGS, weeks=weeks(8, 0, target=8), change=Decimal(-8)), "0 of 8 meetings, 8 the week before", "▼"),
        (own(MEETINGS, at_most=True), "9 of at most 8 meetings, 8 the week before", "▲"),
        (own(MEETINGS, missing=(WEEK,)), "9 of 8 meetings, 8 the week before", "▲"),
        (own(COFFEE, missing=(WEEK,)), "met on 7 of 7 days, 6 of 7 the week before; 1 day unknown", "▲"),
        (
            own(COFFEE, weeks=(figures(12, ago=2, days="6 of 7"), figures(None, ago=1), figures(9, days="6 of 7"))),
            "met on unknown and 6 of 7 days",
            "",
        ),
        (
            own(MEETINGS, weeks=(figures(8, 8, ago=2), figures(8, 8, ago=1), figures(5, 7))),
            "8 of 8; 5 of 7 meetings, 8 of 8 the week before",
            "▲",
        ),
        (COFFEE, "met on 7 of 7 days, 6 of 7 the week before", "▲"),
        (SETTLED, "met on 5 of 7 days; 1 day unknown", ""),
        (own(COFFEE, weeks=weeks(None, None)), "nothing entered", ""),
        (
            own(COFFEE, weeks=(figures(None, ago=1, days="0 of 7"), figures(None, days="7 of 7"))),
            "met on 7 of 7 days",
            "▲",
        ),
        (POSTS, "2 of 8 posts in the month, +1; +1 the week before", "▲"),
        (NO_TARGET, "12 cups, 15 the week before", "▲"),
        (own(BOOKS, weeks=weeks(None, None), change=Decimal(0)), "3 of 24 books, nothing new", ""),
        (own(BOOKS, weeks=weeks(None, -1), change=Decimal(-1)), "3 of 24 books, −1", "▼"),
        (VISITS, "12,900 visits, +350; the goal is 14,880", "▲"),
        (own(VISITS, weeks=weeks(12900, None), change=Decimal(0)), "no new reading; 12,900 visits as before", ""),
        (own(VISITS, weeks=weeks(None, None), value=None, change=None), "no reading yet", ""),
        (
            own(VISITS, unit="%", weeks=weeks(6, "6.4"), change=Decimal("0.4"), target=Decimal(8)),
            "6.4%, +0.4 percentage points; the goal is 8%",
            "▲",
        ),
        (WITHIN, "58 bpm; 2 of 3 readings inside, 1 of 1 the week before", "▲"),
        (RATING, "rated +1, 0 the week before", "▲"),
        (own(RATING, weeks=weeks(0, None), change=Decimal(0)), "not rated; +1 as before", ""),
        (LAUNCH, "“Pictures taken” done; 2 of 4 milestones", "▲"),
        (own(LAUNCH, done=("a", "b", "c")), "“a”, “b” and 1 more done; 2 of 4 milestones", "▲"),
        (own(LAUNCH, parts=0, parts_done=0, done=(), value=Decimal(1)), "done", "▲"),
    ],
)
def test_the_weeks_of_a_goal_are_one_honest_sentence(week: GoalWeek, said: str, sign: str) -> None:
    assert goalweek.week_sentence(week, ENGLISH).startswith(said)
    assert goalweek.change_sign(week) == sign
    assert goalweek.change_said(week, ENGLISH).startswith(sign)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([DayMark.PAUSED] * 7, "rested"),
        ([DayMark.OUT] * 7, "nothing was asked for"),
        ([DayMark.EXCUSED] * 2 + [DayMark.OFF] * 5, "excused"),
        ([DayMark.PAUSED] * 6 + [DayMark.UNKNOWN], "nothing entered"),
    ],
)
def test_excused_resting_and_unknown_weeks_are_three_things(marks: list[DayMark], said: str) -> None:
    week = own(MEETINGS, weeks=(figures(None, ago=1), figures(None)._replace(marks=tuple(marks))))
    assert goalweek.week_sentence(week, ENGLISH) == said


def test_weeks_that_asked_for_the_same_are_told_together_and_the_unit_once() -> None:
    eights, sevens = [figures(8, 8), figures(6, 8)], [figures(5, 7), figures(4, 7)]
    away = own(MEETINGS, weeks=(figures(None), *eights, figures(None), *sevens))
    assert goalweek.week_sentence(away, ENGLISH) == "8, 6 and unknown of 8; 5 and 4 of 7 meetings"


def test_a_parent_says_what_its_children_do() -> None:
    shop = own(LAUNCH, parts=0, parts_done=0, done=(), value=None, progress=None, status=Status.BEHIND)
    shop = shop._replace(reason=Reason(CHILDREN, {CHILDREN: 3}))
    assert goalweek.week_sentence(shop, ENGLISH) == "3 goals below, the worst of them behind"
    assert walk([shop]).batch == (shop.goal_id,)
    assert not wants_cause(shop, None)


def test_weeks_side_by_side_begin_with_the_goal_and_rest_where_it_rested() -> None:
    out, rests = ((mark,) * 7 for mark in (DayMark.OUT, DayMark.PAUSED))
    none, eight = figures(None), figures(8)._replace(target=Decimal(8))
    young = own(MEETINGS, weeks=(none, none._replace(marks=out), none._replace(marks=out), eight))
    assert goalweek.week_sentence(young, ENGLISH) == "8 of 8 meetings"
    away = own(MEETINGS, weeks=(none, eight, none._replace(marks=rests), none._replace(target=Decimal(8)), eight))
    assert goalweek.week_sentence(away, ENGLISH) == "8, rested, unknown and 8 of 8 meetings"


def test_the_strip_has_one_sign_a_day() -> None:
    marks = (DayMark.UNKNOWN, DayMark.MET, DayMark.NOT, DayMark.EXCUSED, DayMark.OFF, DayMark.VALUE)
    assert goalweek.marks_said(marks) == "· ✓ × –   •"
