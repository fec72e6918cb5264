"""The section of a goal's page with the answers, step by step, each in full."""

from typing import NamedTuple

from smart_tui.domain.goal import Goal
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS, also_answered, letter
from smart_tui.i18n import Words
from smart_tui.text.answers import answer_said
from smart_tui.text.labels import slot_name
from smart_tui.text.questions import question
from smart_tui.tui.widgets.lines import Line, Span, wrapped
from smart_tui.tui.widgets.sections import ANSWERS, Item, Section


class _AnswerLine(NamedTuple):
    question_id: str
    spans: Line
    first: bool


def answers_of(goal: Goal, width: int, words: Words, accepted_label: str = "accepted") -> Section:
    """The answered questions, step by step, in lines of `width` cells."""
    lines, count = _answer_lines(goal, width, words, accepted_label)

    def item(at: int) -> Item | None:
        line = lines[at] if at < len(lines) else None
        return Item(ANSWERS, line.question_id, line.question_id) if line and line.first else None

    return Section(
        ANSWERS,
        words.gettext("Answers"),
        "",
        count,
        len(lines),
        lambda at: lines[at].spans,
        item,
        words.gettext("None yet: e answers the questions."),
    )


def _answer_lines(goal: Goal, width: int, words: Words, accepted_label: str) -> tuple[list[_AnswerLine], int]:
    model = MODELS.get(goal.model, MODELS[DEFAULT_MODEL])
    lines: list[_AnswerLine] = []
    count = 0
    for index, step in enumerate(model.steps):
        ids = [asked.id for asked in step.questions] + list(also_answered(model, goal.answers, step.slot))
        answered = [id for id in ids if goal.answers.get(id, "").strip()]
        if not answered:
            continue
        name = slot_name(step.slot, words, accepted_label, model.id)
        lines.append(_AnswerLine("", (Span(letter(model, index), "accent"), Span(f"  {name}", "dim")), False))
        for id in answered:
            count += 1
            asked_text = wrapped(question(id, words), max(width - 10, 10))
            lines += [_AnswerLine(id, (Span(f"   {text}", "dim"),), not at) for at, text in enumerate(asked_text)]
            for text in wrapped(answer_said(id, goal.answers[id], words), max(width - 10, 10)):
                lines.append(_AnswerLine(id, (Span(f"   {text}", "text"),), False))
    return lines, count
