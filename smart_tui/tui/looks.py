"""What a field shows besides its text: its label, what was read in it, and what is wrong with it, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT
from smart_tui.domain.goal import Direction, Goal, Kind, Reading, State
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words
from smart_tui.reading.errors import ReadingError
from smart_tui.text import labels
from smart_tui.text.echo import echo_date
from smart_tui.text.errors import reading_error
from smart_tui.text.pace import pace
from smart_tui.text.questions import question, question_short
from smart_tui.text.statement import share_said
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import DATES, NUMBERS, READING_HINTS, YES_NO, Field, Input, target_label
from smart_tui.tui.typed import Amount, nothing_asked, read_amount, read_field_day, read_length, step_suggestion
from smart_tui.tui.widgets.fieldrow import Choices, Look
from smart_tui.tui.widgets.yesno import split_yes_no

PACED = ("target", "deadline", "duration", "attainable.timeframe", "attainable.constraints")
"""Where it helps to know what the target asks for a week or a month."""
WITH_DEFAULT = ("direction", "silence", "running", "judged", "ending")
"""Choices of which the first one holds while none is picked."""
ASKED_AFTER_NO: Mapping[str, str] = {
    "accepted.person": N_("who is it instead?"),
    "accepted.timing": N_("when would suit better?"),
    "attainable.resources": N_("what is missing?"),
    "attainable.timeframe": N_("what is in the way?"),
}
"""What the line behind a no asks for."""


class Around(NamedTuple):
    """What a look needs besides the draft: the words, the day, the other goals, and the usual share wanted."""

    words: Words
    today: date
    goals: Sequence[Goal] = ()
    share: int = 80


def look(field: Field, draft: Draft, around: Around) -> Look:
    """How a field's row looks now."""
    words = around.words
    label = words.gettext(_label(field, draft)) if field.label else question_short(field.id, words)
    base = Look(label, choices=choices_of(field, words), placeholder=words.gettext(field.hint) if field.hint else "")
    limit = LINE_LIMIT if field.input == Input.LINE else TEXT_LIMIT
    if len(draft.text(field.id)) > limit:
        text = words.gettext("Only the first {limit} characters are kept.").format(limit=words.number(limit))
        return base._replace(problem=text)
    if field.id in PACED:
        said = (_pace(field.id, draft, around), _time_asked(field.id, draft, words))
        base = base._replace(note=" ".join(part for part in said if part))
    if field.id in NUMBERS:
        return _number(base, field.id, draft, around)
    if field.id in DATES:
        return _day(base, field.id, draft, around)
    if field.id == "duration":
        return _duration(base, draft, around)
    if field.id in ASKED_AFTER_NO and split_yes_no(draft.text(field.id))[0] == "no":
        asked = words.gettext(ASKED_AFTER_NO[field.id])
        return base._replace(placeholder=asked, note=_context(field.id, draft, around))
    if field.id in WITH_DEFAULT and base.choices:
        base = base._replace(placeholder=base.choices[0][1])
    if field.id in ("kind", "reading"):
        return base._replace(note=_choice_hint(field.id, draft, words))
    if field.id == "milestones":
        return base._replace(note=_milestones(draft, around))
    return base._replace(note=base.note or _context(field.id, draft, around))


def choices_of(field: Field, words: Words) -> Choices:
    """The choices of a field, as people see them."""
    if field.digits:
        return tuple((str(digit), str(digit)) for digit in range(1, field.digits + 1))
    return tuple((value, words.gettext(text)) for value, text in field.choices)


def _label(field: Field, draft: Draft) -> str:
    return target_label(draft.text("kind")) if field.id == "target" else field.label


def _number(base: Look, field: str, draft: Draft, around: Around) -> Look:
    words = around.words
    amount = read_amount(draft.texts, field, draft.language)
    if amount.error is not None:
        return base._replace(problem=problem(amount.error, draft, words))
    if amount.others:
        return base._replace(problem=_which([words.number(value) for value in amount.others], words))
    if amount.value is None:
        counted = _share_counted(draft, around) if field == "share" else ""
        return base._replace(placeholder=_number_hint(field, draft, around) or base.placeholder, echo=counted)
    if wrong := _refused(field, amount, draft, words):
        return base._replace(problem=wrong)
    return base._replace(echo=_number_echo(field, amount.value, draft, around))


def _refused(field: str, amount: Amount, draft: Draft, words: Words) -> str:
    value = amount.value or Decimal(0)
    if field == "step" and value <= 0:
        return words.gettext("A step is more than nothing.")
    if field == "share" and (value != int(value) or not 1 <= value <= 100):
        return words.gettext("A share is a whole number of per cent, from 1 to 100.")
    if field == "target" and amount.change:
        if draft.text("kind") == Kind.QUOTA:
            return words.gettext("A quota takes an amount for each period, not a change.")
        if not value:
            return words.gettext("A change of nothing is no target.")
    if field == "target" and not amount.change and _asks_nothing(value, draft):
        return words.gettext("It must be more than nothing.")
    baseline = read_amount(draft.texts, "baseline", draft.language).value
    if field == "target" and draft.text("kind") == Kind.LEVEL and not amount.change and baseline == value:
        return words.gettext("That is where it stands already.")
    if field == "baseline" and draft.relative() and value <= 0:
        return words.gettext("A change in per cent needs a baseline above zero.")
    high = read_amount(draft.texts, "low", draft.language).value
    if field == "high" and high is not None and value < high:
        return words.gettext("This lies below the lower bound.")
    return ""


def _asks_nothing(value: Decimal, draft: Draft) -> bool:
    direction = Direction.AT_MOST if draft.text("direction") == Direction.AT_MOST else Direction.AT_LEAST
    return any(nothing_asked(value, kind, direction) for kind in Kind if kind == draft.text("kind"))


def _number_hint(field: str, draft: Draft, around: Around) -> str:
    words, measure = around.words, draft.measure()
    if field == "share":
        return words.percent(around.share)
    if field == "step" and measure is not None:
        step = step_suggestion(measure)
        return words.number(step) if step is not None else ""
    if field == "target" and draft.text("kind") in (Kind.LEVEL, Kind.TOTAL):
        return words.gettext("a number, or a change such as +20 %")
    return ""


def _share_counted(draft: Draft, around: Around) -> str:
    """The share in words: "in at least 42 of 52 weeks"; empty where the periods cannot be counted yet."""
    settings = Settings(first_weekday=draft.first_weekday, default_share=around.share)
    goal = draft.goal()
    return share_said(goal._replace(start=goal.start or around.today), around.words, settings)


def _number_echo(field: str, value: Decimal, draft: Draft, around: Around) -> str:
    words, measure = around.words, draft.measure()
    unit = measure.unit if measure else draft.text("unit")
    if field == "share":
        return _share_counted(draft, around) or words.percent(value)
    if field != "target" or measure is None or not measure.relative:
        said = words.amount(value, unit)
        if field == "target" and measure is not None and measure.kind == Kind.QUOTA and measure.period:
            return f"= {said} {labels.per_period(measure.period, words)}"
        return f"= {said}"
    goal_value = measure.goal_value
    if goal_value is None:
        return words.gettext("{change} of the baseline").format(change=words.percent(value, sign=True))
    said = words.amount(goal_value, unit, decimals=6)
    if measure.period:
        said += " " + labels.per_period(measure.period, words)
    return f"= {said}"


def _pace(field: str, draft: Draft, around: Around) -> str:
    """What the target asks for, and for a percentage by how many points it moves."""
    words, goal = around.words, draft.goal()
    said = pace(goal, around.today, words)
    measure = goal.measure
    if field != "target" or measure is None or measure.unit != "%" or measure.relative or not measure.baseline:
        return said
    if measure.target is None:
        return said
    moved = measure.target - measure.baseline
    points = words.gettext("{points} percentage points, {change} of what it was.").format(
        points=words.number(moved, sign=True),
        change=words.percent(moved / abs(measure.baseline) * 100, sign=True, decimals=0),
    )
    return f"{points} {said}".strip()


def _time_asked(field: str, draft: Draft, words: Words) -> str:
    """Whether there is enough time, asked again where it was answered and target or date are set or changed."""
    answer, more = split_yes_no(draft.text("attainable.timeframe"))
    if field not in ("target", "deadline", "duration") or not answer + more or not _moved(draft):
        return ""
    said = ", ".join(part for part in (words.gettext(dict(YES_NO)[answer]) if answer else "", more.strip()) if part)
    asked = question("attainable.timeframe", words)
    return words.gettext("{question} You said: {answer}").format(question=asked, answer=said)


def _moved(draft: Draft) -> bool:
    """Whether target or date differ from those the goal had when it was opened."""
    base, now = draft.base, draft.goal()
    if base is None:
        return now.deadline is not None
    old, new = base.measure, now.measure
    return now.deadline != base.deadline or (old is not None and new is not None and new.goal_value != old.goal_value)


def _day(base: Look, field: str, draft: Draft, around: Around) -> Look:
    words = around.words
    text = draft.text(field)
    since = _counted_from(field, draft)
    day = read_field_day(field, text, draft.language, since, draft.first_weekday)
    if field == "deadline" and draft.text("ending") == "open":
        return base._replace(placeholder=words.gettext("none"))
    if day.error is not None:
        return base._replace(problem=problem(day.error, draft, words))
    if day.others:
        return base._replace(problem=_which([words.date_full(other) for other in day.others], words))
    times = draft.times()
    if day.on is None:
        derived = times.start if field == "start" else times.deadline if field == "deadline" else None
        if derived is not None:
            return base._replace(echo=echo_date(derived, around.today, words))
        if field == "start" and not draft.active:
            return base._replace(placeholder=words.gettext("the day it is activated"))
        return base
    start = times.start or (around.today if draft.base is None or draft.base.state == State.DRAFT else None)
    if field == "deadline" and start is not None and day.on <= start:
        return base._replace(problem=words.gettext("The deadline has to lie after the start."))
    if field == "start" and times.deadline is not None and times.deadline <= day.on:
        return base._replace(problem=words.gettext("The start has to lie before the deadline."))
    return base._replace(echo=echo_date(day.on, around.today, words))


def _counted_from(field: str, draft: Draft) -> date:
    """A deadline such as "in 6 weeks" is counted from the start when that lies ahead."""
    return draft.times().start or draft.today if field == "deadline" else draft.today


def _duration(base: Look, draft: Draft, around: Around) -> Look:
    words = around.words
    error = read_length(draft.text("duration"), draft.language)
    if error is not None:
        return base._replace(problem=problem(error, draft, words))
    times = draft.times()
    start, deadline = times.start or around.today, times.deadline
    if deadline is None or deadline <= start:
        return base
    days = (deadline - start).days
    said = words.ngettext("{days} day", "{days} days", days).format(days=words.number(days))
    return base._replace(echo="" if draft.text("duration").strip() else said)


def problem(error: ReadingError, draft: Draft, words: Words) -> str:
    """What could not be read, in words."""
    return reading_error(error, words, draft.language)


def _which(readings: Sequence[str], words: Words) -> str:
    if len(readings) == 2:
        asked = words.gettext("Is that {first} or {second}?").format(first=readings[0], second=readings[1])
    else:
        asked = words.gettext("That can be read in more than one way.")
    return asked


def _choice_hint(field: str, draft: Draft, words: Words) -> str:
    text = draft.text(field)
    if not text:
        return ""
    if field == "kind":
        return labels.kind_hint(Kind(text), words) if text in tuple(Kind) else ""
    return words.gettext(READING_HINTS[text]) if text in tuple(Reading) else ""


def _milestones(draft: Draft, around: Around) -> str:
    words = around.words
    found = draft.milestones()
    if not found:
        return words.gettext("One a line: Design ready, 1 March. Without any, the goal is done or not done.")
    dated = [m.due for m in found if m.due is not None]
    many = words.ngettext("{count} milestone", "{count} milestones", len(found)).format(count=len(found))
    if not dated:
        return many
    last = words.date_full(max(dated))
    return many + words.gettext(", {dated} with a date, the last {day}").format(dated=len(dated), day=last)


def _context(field: str, draft: Draft, around: Around) -> str:
    """What the person said elsewhere, or has elsewhere, that helps to answer here."""
    words = around.words
    if field in ("attainable.how", "attainable.constraints", "attainable.ability"):
        return " ".join(draft.text("specific.constraints").split())
    if field == "accepted.fit":
        titles = [goal.title for goal in around.goals if goal.state == State.ACTIVE and goal.id != draft.goal_id]
        return words.gettext("Active now: {titles}").format(titles=" · ".join(titles[:6])) if titles else ""
    if field == "attainable.precedent":
        area = draft.text("area").strip()
        closed = [goal.title for goal in around.goals if goal.state == State.CLOSED and (not area or goal.area == area)]
        return words.gettext("Closed before: {titles}").format(titles=" · ".join(closed[:6])) if closed else ""
    if field == "relevant.strategy":
        parent = next((goal for goal in around.goals if goal.id == draft.parent_id), None)
        if parent is not None:
            return words.gettext("Supports goal {number}, {title}").format(number=parent.no, title=parent.title)
    return ""
