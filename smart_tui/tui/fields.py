"""Every field a goal can be written in, as data: what it is called, how it is typed, which question it answers.

A question that is answered in words is a field of its own, under the question's id. The measure
and the dates are forms of several fields, and `form_of` says which question they belong to.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.goal import Combine, Direction, Kind, Period, Reading
from smart_tui.domain.smart import MODELS, Answer, Model, Question, Step
from smart_tui.i18n import N_
from smart_tui.text import labels


class Input(StrEnum):
    """How a field is typed."""

    LINE = "line"
    TEXT = "text"
    LIST = "list"
    CHOICE = "choice"
    DIGITS = "digits"
    YES_NO = "yes_no"


class Field(NamedTuple):
    """One field. `choices` are pairs of the stored word and what is shown."""

    id: str
    input: Input
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    question: str = ""
    """The question whose full text stands over the form while this field is open."""
    digits: int = 0
    hint: str = ""


KINDS = tuple((str(kind), name) for kind, name in labels.KINDS.items())
PERIODS = tuple((str(p), labels.PER_PERIOD[p]) for p in (Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER))
SPANS = tuple((str(p), labels.PER_PERIOD[p]) for p in (Period.MONTH, Period.QUARTER, Period.YEAR))
READINGS = tuple((str(reading), name) for reading, name in labels.READINGS.items())
READING_HINTS: Mapping[str, str] = {
    Reading.LEVEL: N_("the latest reading counts: subscribers, weight, a rate"),
    Reading.PER_PERIOD: N_("entries are summed in each period: visits a month"),
    Reading.SPAN: N_("everything from start to deadline is summed: a year's revenue"),
}
DIRECTIONS = tuple((str(direction), name) for direction, name in labels.DIRECTIONS.items())
COMBINES = tuple((str(combine), name) for combine, name in labels.COMBINES.items())
ENTERED_AS = tuple(labels.ENTERED_AS.items())
RUNNING = (("amounts", labels.RUNNING[False]), ("running", labels.RUNNING[True]))
ENTERED_HINTS: Mapping[str, str] = {
    "scale": N_("the mean of what people answer on it, from one end to the other"),
    "nps": N_("from promoters, passives and detractors, such as 12 5 3"),
}
FOLDED = (("shown", N_("shown")), ("folded", N_("folded")))
YES_NO = (("yes", N_("yes")), ("no", N_("no")))

MEASURE_FIELDS: tuple[Field, ...] = (
    Field("kind", Input.CHOICE, N_("What kind"), KINDS, "measurable.amount"),
    Field("direction", Input.CHOICE, N_("Wanted"), DIRECTIONS, "measurable.amount"),
    Field("low", Input.LINE, N_("From"), question="measurable.amount"),
    Field("high", Input.LINE, N_("To"), question="measurable.amount"),
    Field("baseline", Input.LINE, N_("From"), question="measurable.amount", hint=N_("where it stands now")),
    Field("baseline_on", Input.LINE, N_("Read on"), question="measurable.amount", hint=N_("the day of that figure")),
    Field("target", Input.LINE, N_("To"), question="measurable.amount"),
    Field("reading", Input.CHOICE, N_("A reading is"), READINGS, "measurable.amount"),
    Field("baseline_period", Input.CHOICE, N_("The span is"), SPANS, "measurable.amount"),
    Field("unit", Input.LINE, N_("Of what"), question="measurable.unit", hint=N_("visits, meetings, %, h")),
    Field("period", Input.CHOICE, N_("Every"), PERIODS, "measurable.amount"),
    Field("weekdays", Input.LINE, N_("On which days"), question="measurable.amount"),
    Field("share", Input.LINE, N_("Share wanted"), question="measurable.amount"),
    Field(
        "silence",
        Input.CHOICE,
        N_("No entry"),
        (("unknown", N_("is unknown")), ("zero", N_("means none"))),
        "measurable.amount",
    ),
    Field("milestones", Input.LIST, N_("Milestones"), question="measurable.amount"),
    Field("level_1", Input.LINE, N_("−2, far below"), question="measurable.amount", hint=N_("as it is now, or worse")),
    Field("level_2", Input.LINE, N_("−1, below"), question="measurable.amount", hint=N_("better, and not there yet")),
    Field(
        "level_3", Input.LINE, N_("0, the goal"), question="measurable.amount", hint=N_("what you would call reached")
    ),
    Field("level_4", Input.LINE, N_("+1, above"), question="measurable.amount", hint=N_("more than you hoped for")),
    Field(
        "level_5", Input.LINE, N_("+2, far above"), question="measurable.amount", hint=N_("the most you can think of")
    ),
    Field("entered_as", Input.CHOICE, N_("Typed as"), ENTERED_AS, "measurable.amount"),
    Field("scale_low", Input.LINE, N_("Scale from"), question="measurable.amount", hint=N_("its lower end, such as 1")),
    Field("scale_high", Input.LINE, N_("Scale to"), question="measurable.amount", hint=N_("its upper end, such as 5")),
    Field("running", Input.CHOICE, N_("Typed as"), RUNNING, "measurable.amount"),
    Field("origin", Input.LINE, N_("Count now"), question="measurable.amount", hint=N_("what the counter shows now")),
    Field("what_counts", Input.TEXT, N_("What counts"), question="measurable.done_when"),
    Field("more", Input.CHOICE, N_("More"), FOLDED, "measurable.amount"),
    Field("combine", Input.CHOICE, N_("Several a day"), COMBINES, "measurable.amount"),
    Field("step", Input.LINE, N_("Smallest step"), question="measurable.amount"),
    Field(
        "judged",
        Input.CHOICE,
        N_("Judged"),
        (("target", N_("by the target")), ("untargeted", N_("not at all, only recorded"))),
        "measurable.amount",
    ),
)

TIME_FIELDS: tuple[Field, ...] = (
    Field("deadline", Input.LINE, N_("Deadline"), question="time.when"),
    Field(
        "ending",
        Input.CHOICE,
        N_("Ends"),
        (("dated", N_("on the deadline")), ("open", N_("no deadline"))),
        "time.deadline",
    ),
    Field("start", Input.LINE, N_("Start"), question="time.frame"),
    Field("duration", Input.LINE, N_("Lasts"), question="time.frame"),
    Field("rate", Input.LINE, N_("Rate"), question="time.frame"),
    Field("review_on", Input.LINE, N_("Look again on"), question="time.deadline"),
)

PLACE_FIELDS: tuple[Field, ...] = (
    Field("parent", Input.LINE, N_("Part of"), hint=N_("a longer-term goal: its number or its title")),
    Field("weight", Input.LINE, N_("Weight in it"), hint=N_("1; 2 counts twice as much as 1")),
    Field("area", Input.LINE, N_("Area"), hint=N_("the heading it stands under")),
    Field("tags", Input.LINE, N_("Tags"), hint=N_("words to find it by, with commas between")),
    Field("statement", Input.TEXT, N_("Statement"), hint=N_("empty: made from the answers")),
)
"""What is no question of a model: where the goal stands in the list, and its sentence where it is one's own."""

FORM_FIELDS: Mapping[str, Field] = {field.id: field for field in (*MEASURE_FIELDS, *TIME_FIELDS)}

NUMBERS = ("baseline", "origin", "target", "low", "high", "scale_low", "scale_high", "share", "step")
DATES = ("baseline_on", "deadline", "start", "review_on")
PAST_DATES = ("baseline_on",)
LEVELS = ("level_1", "level_2", "level_3", "level_4", "level_5")
MEASURE_IDS = frozenset(field.id for field in MEASURE_FIELDS)
UNSTORED = ("more", "rate")
"""What is shown of a form and no part of the goal: whether the rarer fields are, and a rate that gives a date."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    Kind.TOTAL: ("target", "unit", "running", "what_counts"),
    Kind.LEVEL: ("baseline", "baseline_on", "target", "unit", "entered_as", "what_counts"),
    Kind.QUOTA: ("direction", "target", "unit", "period", "weekdays", "share", "what_counts"),
    Kind.WITHIN: ("low", "high", "unit", "what_counts"),
    Kind.MILESTONES: ("milestones", "what_counts"),
    Kind.RATING: (*LEVELS, "what_counts"),
}
_RARER: Mapping[str, tuple[str, ...]] = {
    Kind.TOTAL: ("combine", "step", "judged"),
    Kind.LEVEL: ("combine", "step", "judged"),
    Kind.QUOTA: ("combine", "step", "judged"),
    Kind.WITHIN: ("combine", "step"),
}
"""What few goals need: shown when it was asked for, or when something stands in it."""
_TARGET_LABELS: Mapping[str, str] = {Kind.TOTAL: N_("How much"), Kind.QUOTA: N_("How much"), Kind.LEVEL: N_("To")}
_ANSWER_INPUTS: Mapping[Answer, Input] = {
    Answer.TEXT: Input.TEXT,
    Answer.LINE: Input.LINE,
    Answer.LIST: Input.LIST,
    Answer.DIGIT5: Input.DIGITS,
    Answer.DIGIT10: Input.DIGITS,
    Answer.YES_NO: Input.YES_NO,
}


def needed(texts: Mapping[str, str], relative: bool) -> tuple[str, ...]:
    """The fields of the measure form that what was typed so far calls for, in the order of the form."""
    kind = texts.get("kind", "")
    wanted = {"kind", *_NEEDED.get(kind, ())}
    if relative and kind in (Kind.TOTAL, Kind.LEVEL):
        wanted |= {"reading", "baseline", "baseline_on"}
        if texts.get("reading") == Reading.PER_PERIOD:
            wanted = (wanted | {"period"}) - {"entered_as"}
        if texts.get("reading") == Reading.SPAN:
            wanted.add("baseline_period")
    if texts.get("running") == "running" and kind == Kind.TOTAL:
        wanted |= set() if relative else {"origin"}
    if "entered_as" in wanted and texts.get("entered_as") == "scale":
        wanted |= {"scale_low", "scale_high"}
    if texts.get("direction") == Direction.AT_MOST and kind == Kind.QUOTA:
        wanted.add("silence")
    if rarer := rarer_fields(texts):
        wanted.add("more")
        shown = texts.get("more") == "shown"
        wanted |= {field for field in rarer if shown or texts.get(field, "").strip()}
    if texts.get("judged") == "untargeted":
        wanted -= {"target", "direction", "share", "reading", "silence"}
    return tuple(field.id for field in MEASURE_FIELDS if field.id in wanted)


def rarer_fields(texts: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a kind that are folded away at first."""
    rarer = _RARER.get(texts.get("kind", ""), ())
    if texts.get("running") == "running" and texts.get("kind") == Kind.TOTAL:
        rarer = tuple(field for field in rarer if field != "combine")
    return rarer


def combines(texts: Mapping[str, str]) -> tuple[str, ...]:
    """What several entries on a day may become, the usual one first: readings are not added up."""
    kind, reading = texts.get("kind", ""), texts.get("reading", "")
    adding = kind in (Kind.TOTAL, Kind.QUOTA) or (kind == Kind.LEVEL and reading == Reading.PER_PERIOD)
    found = tuple(str(combine) for combine in Combine)
    return found if adding else found[1:]


def field_of(id: str) -> Field:
    """A field of one of the forms by its name; raises KeyError."""
    return FORM_FIELDS[id]


def label_of(field: Field, texts: Mapping[str, str]) -> str:
    """What a field is called in a goal of that kind, to be translated; empty for a question's own label."""
    kind = texts.get("kind", "")
    if field.id == "target":
        return _TARGET_LABELS.get(kind, N_("To"))
    return field.label


def step_fields(model: Model, step: Step, *, milestones: bool = True) -> tuple[Field, ...]:
    """The fields of one step of a model, in order: its questions, each form once, at its first question.

    `milestones` False leaves out the list of milestones, for goals whose milestones are rows already.
    """
    found: list[Field] = []
    forms: set[Answer] = set()
    for question in step.questions:
        if question.answer not in (Answer.MEASURE, Answer.DATE):
            found.append(_field_of(question))
        elif question.answer not in forms:
            forms.add(question.answer)
            found += MEASURE_FIELDS if question.answer == Answer.MEASURE else TIME_FIELDS
    if not milestones:
        found = [field for field in found if field.id != "milestones"]
    return tuple(found)


def open_question(field: Field, model: Model, step: Step) -> str:
    """The question to show while a field is open: its own if the model asks it, else the step's main one."""
    asked = {question.id for question in step.questions}
    if field.question in asked:
        return field.question
    return next((q.id for q in step.questions if q.main), step.questions[0].id)


def question_field(question_id: str) -> Field | None:
    """The field of a question that is answered in words, whatever model asks it; None for the forms' questions."""
    for model in MODELS.values():
        for asked in model.questions():
            if asked.id == question_id and asked.answer in _ANSWER_INPUTS:
                return _field_of(asked)
    return None


def _field_of(question: Question) -> Field:
    digits = {Answer.DIGIT5: 5, Answer.DIGIT10: 10}.get(question.answer, 0)
    choices = YES_NO if question.answer == Answer.YES_NO else ()
    return Field(question.id, _ANSWER_INPUTS[question.answer], "", choices, question.id, digits)
