"""The SMART models as data: slots, steps, and which question belongs where. No words here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Slot(StrEnum):
    """The six places a question can belong to; a model uses five of them as its steps."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACCEPTED = "accepted"
    ATTAINABLE = "attainable"
    RELEVANT = "relevant"
    TIME = "time"


class Answer(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LINE = "line"
    DIGIT5 = "digit5"
    """1 to 5."""
    DIGIT10 = "digit10"
    """1 to 10, key 0 is 10."""
    YES_NO = "yes_no"
    """Yes or no, with free words behind it."""
    MEASURE = "measure"
    """Answered by the measure form (and in words)."""
    DATE = "date"
    """Answered by a date field."""
    LIST = "list"
    """One item a line."""


class Question(NamedTuple):
    """One guiding question. `main` is the one that stands open when the step opens."""

    id: str
    answer: Answer = Answer.TEXT
    main: bool = False


class Step(NamedTuple):
    """One letter of a model: which slot it is, and its questions in order."""

    slot: Slot
    questions: tuple[Question, ...]


class Model(NamedTuple):
    """A SMART model: five steps, one per letter."""

    id: str
    steps: tuple[Step, ...]

    def step(self, slot: str) -> Step:
        """The step of `slot`; raises KeyError where the model has none."""
        for step in self.steps:
            if step.slot == slot:
                return step
        raise KeyError(slot)

    def questions(self) -> tuple[Question, ...]:
        """All questions in the order they are asked."""
        return tuple(question for step in self.steps for question in step.questions)


INTERNATIONAL = Model(
    "international",
    (
        Step(
            Slot.SPECIFIC,
            (
                Question("specific.what", main=True),
                Question("specific.owner", Answer.LINE),
                Question("specific.where", Answer.LINE),
                Question("specific.why"),
            ),
        ),
        Step(
            Slot.MEASURABLE,
            (
                Question("measurable.amount", Answer.MEASURE, main=True),
                Question("measurable.how"),
            ),
        ),
        Step(
            Slot.ATTAINABLE,
            (
                Question("attainable.resources", Answer.YES_NO, main=True),
                Question("attainable.timeframe", Answer.YES_NO),
            ),
        ),
        Step(
            Slot.RELEVANT,
            (
                Question("relevant.why", main=True),
                Question("relevant.strategy"),
            ),
        ),
        Step(
            Slot.TIME,
            (
                Question("time.when", Answer.DATE, main=True),
                Question("time.frame", Answer.DATE),
            ),
        ),
    ),
)

NORDIC = Model(
    "nordic",
    (
        Step(
            Slot.SPECIFIC,
            (
                Question("specific.what", main=True),
                Question("specific.why"),
                Question("specific.where", Answer.LINE),
                Question("specific.people", Answer.LINE),
                Question("specific.constraints"),
                Question("specific.when", Answer.LINE),
            ),
        ),
        Step(
            Slot.MEASURABLE,
            (
                Question("measurable.amount", Answer.MEASURE, main=True),
                Question("measurable.unit", Answer.MEASURE),
                Question("measurable.done_when", Answer.MEASURE),
            ),
        ),
        Step(
            Slot.ACCEPTED,
            (
                Question("accepted.willing", Answer.DIGIT5, main=True),
                Question("accepted.worth", Answer.DIGIT5),
                Question("accepted.timing", Answer.YES_NO),
                Question("accepted.fit"),
                Question("accepted.person", Answer.YES_NO),
            ),
        ),
        Step(
            Slot.ATTAINABLE,
            (
                Question("attainable.how", Answer.LIST, main=True),
                Question("attainable.constraints", Answer.DIGIT10),
                Question("attainable.ability"),
                Question("attainable.precedent"),
            ),
        ),
        Step(
            Slot.TIME,
            (
                Question("time.when", Answer.DATE, main=True),
                Question("time.deadline", Answer.DATE),
                Question("time.six_months", Answer.LINE),
                Question("time.six_weeks", Answer.LIST),
                Question("time.today", Answer.LINE),
            ),
        ),
    ),
)

MODELS: Mapping[str, Model] = {model.id: model for model in (INTERNATIONAL, NORDIC)}
DEFAULT_MODEL = INTERNATIONAL.id

SLOT_OF: Mapping[str, Slot] = {
    question.id: step.slot for model in MODELS.values() for step in model.steps for question in step.questions
}
"""Every known question and the slot it belongs to, whatever the model."""

LETTERS: Mapping[str, str] = {
    Slot.SPECIFIC: "S",
    Slot.MEASURABLE: "M",
    Slot.ACCEPTED: "A",
    Slot.ATTAINABLE: "A",
    Slot.RELEVANT: "R",
    Slot.TIME: "T",
}


def letter(model: Model, index: int) -> str:
    """The letter of the step at `index`: always S, M, A, R, T in order, whatever the slot's own name."""
    return "SMART"[index] if len(model.steps) == 5 else LETTERS[model.steps[index].slot]


def also_answered(model: Model, answers: Mapping[str, str], slot: str) -> tuple[str, ...]:
    """Question ids of `slot` that are answered but not asked by `model` (folded under "also answered").

    Answers of a slot the model has no step for are shown in its nearest kin: accepted and relevant
    under attainable.
    """
    asked = {question.id for question in model.questions()}
    slots = {step.slot for step in model.steps}
    shown = {slot}
    if slot == Slot.ATTAINABLE:
        shown |= {s for s in (Slot.ACCEPTED, Slot.RELEVANT) if s not in slots}
    return tuple(q for q, where in SLOT_OF.items() if where in shown and q not in asked and answers.get(q, "").strip())
