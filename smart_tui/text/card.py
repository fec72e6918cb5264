"""The card at the end of writing: what each of the five letters says, and what is still missing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.completeness import StepState, step_states
from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.remark import Remark
from smart_tui.domain.settings import Settings
from smart_tui.domain.smart import MODELS, Answer, Slot, Step, letter
from smart_tui.i18n import N_, Words
from smart_tui.text.answers import answer_line
from smart_tui.text.clauses import measured
from smart_tui.text.coach import remark_label
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import kind_name, slot_name
from smart_tui.text.questions import question_short
from smart_tui.text.statement import lasts
from smart_tui.text.title import title

MISSING: Mapping[str, str] = {
    "title": N_("a title"),
    "kind": N_("how it is measured"),
    "target": N_("a target"),
    "period": N_("a period"),
    "reading": N_("what a reading is"),
    "baseline": N_("a baseline"),
    "low": N_("a limit"),
    "high": N_("a limit"),
    "levels": N_("the five levels"),
    "scale": N_("the ends of the scale"),
    "outside": N_("a target on the scale"),
    "deadline": N_("a deadline or a review date"),
    "start": N_("a start before the deadline"),
}


class CardLine(NamedTuple):
    """One letter: its capital, the step's name, what it says, and how far it is filled (0, 1 or 2)."""

    letter: str
    slot: Slot
    name: str
    text: str
    filled: int
    missing: str
    """What is still missing, as a list in words; empty when the letter is complete."""


def card_lines(
    goal: Goal, today: date, words: Words, accepted_label: str = "accepted", settings: Settings | None = None
) -> tuple[CardLine, ...]:
    """The five letters of the goal's model in order."""
    model = MODELS.get(goal.model, MODELS["international"])
    lines = []
    for index, (step, state) in enumerate(zip(model.steps, step_states(goal), strict=True)):
        name = slot_name(step.slot, words, accepted_label, model.id)
        text = _SAID.get(step.slot, _answers)(goal, step, today, words, settings or Settings())
        lines.append(CardLine(letter(model, index), step.slot, name, text, state.filled, missing_words(state, words)))
    return tuple(lines)


def missing_words(state: StepState, words: Words) -> str:
    """What a letter lacks, "a target, a baseline"; a question that is not answered by its label."""
    names = (
        words.gettext(MISSING[code]) if code in MISSING else question_short(code, words).lower()
        for code in state.missing
    )
    return ", ".join(dict.fromkeys(names))


def remarked_of(goal: Goal, remarks: Sequence[Remark], words: Words) -> Mapping[Slot, str]:
    """What the coach still misses in each letter, "two goals in one · no first step"; what stands among the missing
    already is not said twice."""
    missing = {state.slot: state.missing for state in step_states(goal)}
    said: dict[Slot, list[str]] = {}
    for remark in remarks:
        if remark.lack and remark.field not in missing.get(remark.slot, ()):
            said.setdefault(remark.slot, []).append(remark_label(remark.code, words))
    return {slot: " · ".join(labels) for slot, labels in said.items()}


def _title(goal: Goal, step: Step, today: date, words: Words, settings: Settings) -> str:
    return title(goal, words)


def _measure(goal: Goal, step: Step, today: date, words: Words, settings: Settings) -> str:
    if goal.measure is None:
        return ""
    said = ", ".join(clause.text for clause in measured(goal, "", words, settings))
    if said:
        return said
    return (
        words.gettext("done or not yet")
        if goal.measure.kind is Kind.MILESTONES
        else kind_name(goal.measure.kind, words)
    )


def _time(goal: Goal, step: Step, today: date, words: Words, settings: Settings) -> str:
    if goal.deadline is not None:
        kept_up = goal.measure is not None and lasts(goal.measure)
        said = words.gettext("until {date}") if kept_up else words.gettext("by {date}")
        return said.format(date=echo_date(goal.deadline, today, words))
    if goal.review_on is not None:
        return words.gettext("no deadline, review on {date}").format(date=echo_date(goal.review_on, today, words))
    return ""


def _answers(goal: Goal, step: Step, today: date, words: Words, settings: Settings) -> str:
    """The step's answers: short ones with their label, of longer ones the first."""
    parts = []
    for question in step.questions:
        answer = answer_line(question.id, goal.answers.get(question.id, ""), words)
        if not answer:
            continue
        if question.answer in (Answer.YES_NO, Answer.DIGIT5, Answer.DIGIT10):
            parts.append(f"{question_short(question.id, words).lower()}: {answer_line(question.id, answer, words)}")
        elif not parts or question.main:
            parts.append(answer)
    return " · ".join(parts)


_SAID: Mapping[Slot, Callable[[Goal, Step, date, Words, Settings], str]] = {
    Slot.SPECIFIC: _title,
    Slot.MEASURABLE: _measure,
    Slot.TIME: _time,
}
