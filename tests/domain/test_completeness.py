"""Which letters of a goal are complete, and what the others lack."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.completeness import COMPLETE, EMPTY, PARTLY, complete_steps, measure_missing, step_states
from smart_tui.domain.goal import Goal, Kind, Measure, Period, Reading, State

DAY = date(2026, 1, 15)


def goal(model: str = "international") -> Goal:
    return Goal(1, "u", 1, "", State.DRAFT, model, "en")


@pytest.mark.parametrize("model", ["international", "nordic"])
def test_a_new_goal_has_five_empty_letters(model: str) -> None:
    assert [state.filled for state in step_states(goal(model))] == [EMPTY] * 5
    assert complete_steps(goal(model)) == 0


def test_a_letter_that_is_begun_says_what_it_lacks() -> None:
    begun = goal()._replace(answers={"specific.why": "health", "raw.target": "12 apples"}, start=DAY)
    specific, measurable, attainable, relevant, time = step_states(begun)
    assert (specific.filled, specific.missing) == (PARTLY, ("title",))
    assert (measurable.filled, measurable.missing) == (PARTLY, ("kind",))
    assert (attainable.filled, attainable.missing) == (EMPTY, ("attainable.resources",))
    assert (relevant.filled, time.filled) == (EMPTY, PARTLY)


def test_a_goal_with_title_measure_main_answers_and_a_date_is_complete() -> None:
    done = goal("nordic")._replace(
        title="Swim",
        measures=(Measure(Kind.MILESTONES, DAY),),
        answers={"accepted.willing": "4", "attainable.how": "daily"},
        review_on=DAY,
    )
    assert [state.filled for state in step_states(done)] == [COMPLETE] * 5


@pytest.mark.parametrize(
    ("measure", "missing"),
    [
        (None, ("kind",)),
        (Measure(Kind.TOTAL, DAY), ("target",)),
        (Measure(Kind.TOTAL, DAY, untargeted=True), ()),
        (Measure(Kind.LEVEL, DAY, Decimal(8)), ("baseline",)),
        (Measure(Kind.LEVEL, DAY, Decimal(8), baseline=Decimal(5)), ()),
        (Measure(Kind.LEVEL, DAY, change_percent=Decimal(20)), ("reading", "baseline")),
        (Measure(Kind.LEVEL, DAY, change_percent=Decimal(20), reading=Reading.PER_PERIOD), ("period", "baseline")),
        (Measure(Kind.LEVEL, DAY, Decimal(4), baseline=Decimal(3), entered_as="scale"), ("scale",)),
        (Measure(Kind.LEVEL, DAY, Decimal(40), baseline=Decimal(30), entered_as="nps"), ()),
        (Measure(Kind.LEVEL, DAY, Decimal(101), baseline=Decimal(30), entered_as="nps"), ("outside",)),
        (Measure(Kind.QUOTA, DAY, Decimal(8)), ("period",)),
        (Measure(Kind.QUOTA, DAY, Decimal(8), period=Period.WEEK), ()),
        (Measure(Kind.WITHIN, DAY), ("low",)),
        (Measure(Kind.WITHIN, DAY, low=Decimal(50)), ()),
        (Measure(Kind.WITHIN, DAY, low=Decimal(60), high=Decimal(50)), ("high",)),
        (Measure(Kind.RATING, DAY, levels=("a", "b", "c", "d", "")), ("levels",)),
        (Measure(Kind.RATING, DAY, levels=("a", "b", "c", "d", "e")), ()),
        (Measure(Kind.MILESTONES, DAY), ()),
    ],
)
def test_each_kind_of_measure_lacks_what_it_needs(measure: Measure | None, missing: tuple[str, ...]) -> None:
    assert measure_missing(measure) == missing
