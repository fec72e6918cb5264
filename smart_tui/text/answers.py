"""An answer in words, and what the first weeks of a goal ask for, in words."""

from collections.abc import Sequence
from decimal import Decimal

from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.smart import MODELS, Answer
from smart_tui.i18n import Words
from smart_tui.text.labels import per_period
from smart_tui.text.pace import points_said

_YES_NO = frozenset(q.id for model in MODELS.values() for q in model.questions() if q.answer is Answer.YES_NO)


def answer_line(question_id: str, text: str, words: Words) -> str:
    """An answer on one line, for a card or a list."""
    said = answer_said(question_id, text, words)
    return " · ".join(" ".join(part.split()) for part in said.splitlines() if part.strip())


def answer_said(question_id: str, text: str, words: Words) -> str:
    """An answer as it was written; what is kept as "no: the reason" says its yes or no in the person's language."""
    if question_id not in _YES_NO:
        return text
    head, colon, rest = text.partition(":")
    said = {"yes": words.gettext("yes"), "no": words.gettext("no")}.get(head.strip())
    if said is None:
        return text
    return f"{said}, {rest.strip()}" if colon and rest.strip() else said


def asks_line(goal: Goal, asks: Sequence[Decimal], words: Words) -> str:
    """What the first weeks ask for: "+95   +190   +285 visits a month"; empty for nothing."""
    measure = goal.measure
    if measure is None or not any(asks):
        return ""
    unit = "" if measure.kind in (Kind.MILESTONES, Kind.RATING) else measure.unit
    sign = measure.kind is not Kind.QUOTA
    said = [words.number(ask, sign=sign, decimals=2) for ask in asks[:-1]]
    last = words.amount(asks[-1], unit, sign=sign, decimals=2)
    if unit == "%" and measure.kind is Kind.LEVEL:
        last = points_said(asks[-1], words, decimals=2)
    if measure.relative and measure.period:
        last += " " + per_period(measure.period, words)
    return "   ".join([*said, last])
