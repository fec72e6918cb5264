"""What a complete step is: which letters of a goal say enough, and what the others still miss."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Goal, Kind, Measure, Reading
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS, Model, Slot, Step

EMPTY, PARTLY, COMPLETE = 0, 1, 2
NPS_MOST = Decimal(100)


class StepState(NamedTuple):
    """How far one letter is: `filled` is EMPTY, PARTLY or COMPLETE; `missing` holds codes of what it lacks.

    Codes are "title", "kind", "target", "period", "reading", "baseline", "low", "high", "levels", "scale" (its
    two ends), "outside" (baseline or target lie beyond the ends of the scale or of NPS), "deadline", "start"
    (not before the deadline), or the id of the step's main question.
    """

    slot: Slot
    filled: int
    missing: tuple[str, ...]


def step_states(goal: Goal) -> tuple[StepState, ...]:
    """The state of each letter of the goal's model, in order."""
    model = MODELS.get(goal.model, MODELS[DEFAULT_MODEL])
    return tuple(step_state(goal, model, step) for step in model.steps)


def complete_steps(goal: Goal) -> int:
    """How many of the five letters are complete, the 3 of "draft 3/5"."""
    return sum(state.filled == COMPLETE for state in step_states(goal))


def step_state(goal: Goal, model: Model, step: Step) -> StepState:
    """The state of one letter."""
    missing = _missing(goal, step)
    if not missing:
        return StepState(step.slot, COMPLETE, ())
    begun = any(goal.answers.get(question.id, "").strip() for question in step.questions)
    if step.slot == Slot.MEASURABLE:
        begun = begun or goal.measure is not None or _raw(goal.answers)
    if step.slot == Slot.TIME:
        begun = begun or goal.start is not None
    return StepState(step.slot, PARTLY if begun else EMPTY, missing)


def measure_missing(measure: Measure | None) -> tuple[str, ...]:
    """What a measure lacks before it can be judged; a relative target without baseline lacks "baseline"."""
    if measure is None:
        return ("kind",)
    missing: list[str] = []
    if measure.kind == Kind.WITHIN:
        if measure.low is None and measure.high is None:
            missing.append("low")
        elif measure.low is not None and measure.high is not None and measure.high < measure.low:
            missing.append("high")
    elif measure.kind == Kind.RATING:
        if sum(bool(level.strip()) for level in measure.levels) < 5:
            missing.append("levels")
    elif measure.kind != Kind.MILESTONES:
        missing += _amount_missing(measure)
    return tuple(missing)


def _amount_missing(measure: Measure) -> list[str]:
    missing: list[str] = []
    if measure.kind == Kind.QUOTA and measure.period is None:
        missing.append("period")
    if measure.kind == Kind.LEVEL:
        missing += _ends_missing(measure)
    if measure.untargeted:
        return missing
    if measure.relative:
        if measure.reading is None:
            missing.append("reading")
        elif measure.reading == Reading.PER_PERIOD and measure.period is None:
            missing.append("period")
        if measure.baseline is None:
            missing.append("baseline")
        return missing
    if measure.kind == Kind.LEVEL and measure.baseline is None:
        missing.append("baseline")
    if measure.target is None:
        missing.insert(0, "target")
    return missing


def ends_of(measure: Measure) -> tuple[Decimal, Decimal] | None:
    """Between which values a reading must lie: the ends of its scale, -100 and 100 for NPS; None for any."""
    if measure.kind != Kind.LEVEL or measure.entered_as == "plain":
        return None
    if measure.entered_as == "nps":
        return -NPS_MOST, NPS_MOST
    if measure.low is None or measure.high is None or measure.low >= measure.high:
        return None
    return measure.low, measure.high


def _ends_missing(measure: Measure) -> list[str]:
    ends = ends_of(measure)
    if ends is None:
        return ["scale"] if measure.entered_as == "scale" else []
    values = (measure.baseline, measure.goal_value)
    return ["outside"] if any(value is not None and not ends[0] <= value <= ends[1] for value in values) else []


def _missing(goal: Goal, step: Step) -> tuple[str, ...]:
    if step.slot == Slot.SPECIFIC:
        return () if goal.title.strip() else ("title",)
    if step.slot == Slot.MEASURABLE:
        return measure_missing(goal.measure)
    if step.slot == Slot.TIME:
        if goal.start is not None and goal.deadline is not None and goal.deadline <= goal.start:
            return ("start",)
        return () if goal.deadline or goal.review_on else ("deadline",)
    main = next((question for question in step.questions if question.main), None)
    if main is None or goal.answers.get(main.id, "").strip():
        return ()
    return (main.id,)


def _raw(answers: Mapping[str, str]) -> bool:
    fields = ("raw.target", "raw.baseline", "raw.unit", "raw.low", "raw.high", "raw.milestones")
    return any(answers.get(field, "").strip() for field in fields)
