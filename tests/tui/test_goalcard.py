"""The card of a goal at every size, the walk through the goals, and the words between them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from smart_tui.domain.goal import Confidence, Goal, Kind, Measure, State
from smart_tui.domain.goalweek import goal_week
from smart_tui.domain.repair import repairs
from smart_tui.domain.review import Cause, Repair, Review, Span
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.domain.walk import Walk
from smart_tui.i18n import words
from smart_tui.text.reviewgoal import counts_said, said_before, sure_said, why_said
from smart_tui.tui.screens.review.goalwalk import TOGETHER, GoalsWalk, Phase, Place, read_place
from smart_tui.tui.screens.review.repair import asking
from smart_tui.tui.screens.review.sure import Sure, begun_on, sure_of
from smart_tui.tui.widgets.goalcard import Asked, Card, Choice, drawn
from smart_tui.tui.widgets.lines import Span as Piece
from smart_tui.tui.widgets.lines import line_width, plain

ENGLISH = words("en")
TODAY = date(2026, 1, 18)
CAUSES = tuple(Choice(str(at), f"the reason number {at}", f"digit({at})") for at in range(1, 9))
CARD = Card(
    "4",
    "8 customer meetings a week",
    (Piece("◐", "warn"), Piece(" at risk")),
    "2 of 5",
    (Piece("✓ ", "good"),) * 7,
    "5 of 8 meetings, 8 the week before",
    (("5 of 8 this week, 3 to go by Sunday.", "strong"), ("Met in 6 of 8 weeks.", "text")),
    "You said 8 of 10 (2 weeks ago). How sure are you now?",
    "1–9, 0 is 10",
    known=("Why this matters: the pipeline for spring is empty.", "Counts: at least 30 minutes."),
)
ASKING = CARD._replace(done=(("In the way", "too little time"),), asked=Asked("What got in the way?", CAUSES, "Enter"))


def text(card: Card, width: int, height: int) -> str:
    return "\n".join(plain(line).rstrip() for line in drawn(card, width, height).lines)


@pytest.mark.parametrize("card", [CARD, ASKING], ids=["sure", "asking"])
@settings(max_examples=40, deadline=None)
@given(width=st.integers(20, 160), height=st.integers(4, 50))
def test_a_card_never_is_wider_than_the_screen_and_always_asks(card: Card, width: int, height: int) -> None:
    found = drawn(card, width, height)
    assert all(line_width(line) <= width for line in found.lines)
    said = " ".join(" ".join(plain(line) for line in found.lines).split())
    for choice in card.asked.choices if card.asked else ():
        assert f"{choice.key} {choice.label}"[:14] in said
    for row, first, end, action in found.places:
        assert plain(found.lines[row])[first:end].startswith(action[6:-1] + " ")


def test_where_there_is_little_room_what_is_asked_stays_and_what_explains_goes() -> None:
    assert "Why this matters" in text(CARD, 80, 20) and "Met in 6" in text(CARD, 80, 20)
    small = text(CARD, 40, 7)
    assert "now?" in small and "Counts" not in small and len(small.splitlines()) <= 7
    small = text(ASKING, 80, 9)
    assert len(small.splitlines()) <= 9 and "8 the reason" in small and "Why" not in small


def test_on_a_wide_screen_what_is_known_stands_beside_what_is_asked() -> None:
    row = next(line for line in text(CARD, 120, 36).splitlines() if "Why this matters" in line)
    assert cell_len(row[: row.index("Why")]) > 70


def test_the_sentence_on_confidence_says_when_and_what_it_was() -> None:
    before = Confidence(date(2026, 1, 4), 8)
    assert sure_said(None, None, TODAY, ENGLISH) == "How sure are you that you will reach it?"
    assert sure_said(None, before, TODAY, ENGLISH) == "You said 8 of 10 (2 weeks ago). How sure are you now?"
    assert sure_said(6, before, TODAY, ENGLISH) == "You say 6 of 10; 2 weeks ago it was 8."
    assert sure_said(10, None, TODAY, ENGLISH) == "You say 10 of 10."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 17), "yesterday"),
        (date(2026, 1, 9), "9 days ago"),
        (date(2025, 12, 28), "3 weeks ago"),
        (date(2025, 11, 2), "on 2 November 2025"),
    ],
)
def test_what_was_said_long_ago_is_dated(day: date, said: str) -> None:
    assert said_before(day, TODAY, ENGLISH) == said


def test_why_and_what_counts_are_those_of_the_goals_own_model() -> None:
    goal = Goal(1, "u", 1, "Meet", State.ACTIVE, "nordic", "en", answers={"specific.why": " the pipeline\nis empty "})
    assert why_said(goal, ENGLISH) == "Why this matters: the pipeline is empty"
    assert counts_said(goal, ENGLISH) == ""
    both = goal._replace(answers={"specific.why": "a", "relevant.why": "b", "measurable.done_when": "signed"})
    assert why_said(both, ENGLISH) == "Why this matters: b"
    assert counts_said(both, ENGLISH) == "Counts: signed"
    measure = Measure(Kind.TOTAL, TODAY, target=Decimal(8), what_counts="in person")
    assert counts_said(both._replace(measures=(measure,)), ENGLISH) == "Counts: in person"


def test_the_repair_that_fits_the_cause_comes_first_and_none_is_missing() -> None:
    assert [repairs(cause)[0] for cause in Cause] == [
        Repair.PLAN,
        Repair.PLAN,
        Repair.SMALLER,
        Repair.ASK,
        Repair.DATE,
        Repair.SMALLER,
        Repair.DATE,
        Repair.PLAN,
    ]
    assert all(set(repairs(cause)) == set(Repair) for cause in (*Cause, None))


def test_whom_to_ask_is_said_once() -> None:
    assert asking(" Bo: the numbers ", ENGLISH) == "Ask Bo: the numbers"
    assert asking("ask Bo", ENGLISH) == "ask Bo"
    assert asking("  ", ENGLISH) == ""


def test_what_is_said_since_the_review_was_begun_is_said_in_it() -> None:
    review = Review(
        1, "u", date(2026, 1, 12), date(2026, 1, 12), TODAY, started_at=datetime(2026, 1, 19, 12, tzinfo=UTC)
    )
    tuesday = date(2026, 1, 20)
    assert begun_on(review, tuesday, Settings()) == date(2026, 1, 19)
    assert begun_on(review, TODAY, Settings()) == TODAY, "a clock that stands still"
    said = (Confidence(date(2026, 1, 4), 8), Confidence(date(2026, 1, 16), 7), Confidence(date(2026, 1, 19), 5))
    goal = Goal(1, "u", 1, "Meet", State.ACTIVE, "nordic", "en", confidence=said)
    assert sure_of(goal, date(2026, 1, 19)) == Sure(5, said[1])
    assert sure_of(goal, tuesday) == Sure(None, said[2])


def test_a_review_walked_on_monday_keeps_how_sure_one_was_with_the_week_before() -> None:
    monday = date(2026, 1, 19)
    goal = Goal(1, "u", 1, "Meet", State.ACTIVE, "nordic", "en", start=date(2026, 1, 1))
    goal = goal._replace(confidence=(Confidence(monday, 5),))
    span = Span((date(2026, 1, 12),), TODAY)
    standing = assess(goal, (), monday, Settings())
    assert goal_week(goal, (), span, monday, Settings(), standing, said_until=monday).confidence == 5
    assert goal_week(goal, (), span, monday, Settings(), standing).confidence is None


def stops(walk: GoalsWalk) -> list[int | None]:
    found = [walk.stop]
    while walk.on():
        found.append(walk.stop)
    return found


def test_the_worst_come_first_one_by_one_then_the_others_together() -> None:
    assert stops(GoalsWalk(Walk((4, 2), (1, 3)))) == [4, 2, TOGETHER]
    assert stops(GoalsWalk(Walk((4, 2), (1, 3)), singly_only=True)) == [4, 2]
    assert stops(GoalsWalk(Walk((), (1,)))) == [TOGETHER]
    assert GoalsWalk(Walk((), ())).stop is None


def test_a_walk_goes_on_in_its_own_order_whatever_became_of_the_goals() -> None:
    walk = GoalsWalk(Walk((4, 2, 7), (1, 3)))
    walk.on()
    walk.phase = Phase.CAUSE
    # 4 is on track by now, 2 the worst, 3 got worse, 9 is new.
    again = GoalsWalk(Walk((9, 3, 2, 7), (4, 1)), walk.place)
    assert (again.stop, again.phase) == (2, Phase.CAUSE)
    assert again.together == (1,)
    assert stops(again) == [2, 7, 9, 3, TOGETHER]


def test_a_walk_that_passed_what_is_on_track_takes_new_ones_behind_it() -> None:
    walk = GoalsWalk(Walk((4,), (1, 3)))
    walk.on()
    again = GoalsWalk(Walk((4, 3), (1,)), walk.place)
    assert (again.stop, again.together) == (TOGETHER, (1,))
    assert stops(again) == [TOGETHER, 3]


def test_a_goal_that_is_gone_is_passed_over() -> None:
    walk = GoalsWalk(Walk((4, 2, 7), (1,)))
    walk.on()
    assert GoalsWalk(Walk((4, 7), (1,)), walk.place).stop == 7
    walk.forget({4, 7, 1})
    assert walk.stop == 7 and walk.numbers() == (2, 2, 3)
    walk.forget({4, 7})
    assert stops(walk) == [7]


def test_numbers_count_goals_and_not_stops() -> None:
    walk = GoalsWalk(Walk((4,), (1, 3, 5)))
    assert walk.numbers() == (1, 1, 4)
    walk.on()
    assert walk.numbers() == (2, 4, 4)
    walk.look_at([3])
    walk.on()
    assert (walk.stop, walk.phase) == (3, Phase.CAUSE)


@pytest.mark.parametrize("text", ["", "last", "1 sure", "x sure 1", "1 nothing 1", "1 sure 1,x", "day 4 2026-01-12"])
def test_a_place_that_says_nothing_begins_at_the_beginning(text: str) -> None:
    assert read_place(text) is None
    assert Place(4, Phase.REPAIR, (4, 0)) == read_place(Place(4, Phase.REPAIR, (4, 0)).written())


def test_a_place_among_very_many_goals_still_fits_into_a_line() -> None:
    order = tuple(range(100, 400))
    found = read_place(Place(250, Phase.CAUSE, order).written())
    assert found is not None and (found.stop, found.phase) == (250, Phase.CAUSE)
    assert found.order[0] == 250 and len(found.written()) <= 400
