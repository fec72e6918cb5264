"""An answer on one line, and what the first weeks of a goal ask for, in words."""

from collections.abc import Sequence
from decimal import Decimal

from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.smart import MODELS, Answer
from smart_tui.i18n import Words
from smart_tui.text.labels import per_period

_YES_NO = frozenset(q.id for model in MODELS.values() for q in model.questions() if q.answer is Answer.YES_NO)


def answer_line(question_id: str, text: str, words: Words) -> str:
    """An answer on one line; what is kept as "no: the reason" says its yes or no in the person's language."""
    line = " · ".join(" ".join(part.split()) for part in text.splitlines() if part.strip())
    if question_id not in _YES_NO:
        return line
    head, colon, rest = line.partition(":")
    said = {"yes": words.gettext("yes"), "no": words.gettext("no")}.get(head.strip())
    if said is None:
        return line
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
        points = words.ngettext("{points} percentage point", "{points} percentage points", abs(asks[-1]))
        last = points.format(points=words.number(asks[-1], sign=sign, decimals=2))
    if measure.relative and measure.period:
        last += " " + per_period(measure.period, words)
    return "   ".join([*said, last])
