"""What the number fields show besides what was typed: the number in full, with its unit, or what is wrong with it."""

from decimal import Decimal

from smart_tui.domain.completeness import ends_of
from smart_tui.domain.goal import Direction, Kind
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text import labels
from smart_tui.text.share import share_said
from smart_tui.tui.around import Around, problem, which
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import field_of
from smart_tui.tui.timelooks import rate_instead
from smart_tui.tui.typed import Amount, nothing_asked, read_amount, step_suggestion
from smart_tui.tui.widgets.fieldrow import Look


def amount_look(base: Look, field: str, draft: Draft, around: Around) -> Look:
    """A number field: what was read in it, or what is wrong with it."""
    words = around.words
    amount = read_amount(draft.texts, field, draft.language)
    if amount.error is not None:
        if field == "target" and (note := rate_instead(field, draft, around)):
            return base._replace(note=note)
        return base._replace(problem=problem(amount.error, draft, words))
    if amount.others:
        return base._replace(problem=which([words.number(value) for value in amount.others], words))
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
    low = read_amount(draft.texts, "low", draft.language).value
    if field == "high" and low is not None and value < low:
        return words.gettext("This lies below the lower bound.")
    return _off_scale(field, value, amount, draft, words)


def _off_scale(field: str, value: Decimal, amount: Amount, draft: Draft, words: Words) -> str:
    """What is wrong with an end of a scale, or with a baseline or target on it."""
    measure = draft.measure()
    if measure is None or measure.kind is not Kind.LEVEL:
        return ""
    if field == "scale_high" and measure.low is not None and value <= measure.low:
        return words.gettext("The upper end lies above the lower one.")
    ends = ends_of(measure)
    if ends is None or field not in ("baseline", "target"):
        return ""
    reached = measure.goal_value if field == "target" else value
    if reached is None or ends[0] <= reached <= ends[1]:
        return ""
    if measure.entered_as == "nps":
        return words.gettext("NPS goes from −100 to 100.")
    low, high = (words.number(end) for end in ends)
    return words.gettext("The scale goes from {low} to {high}.").format(low=low, high=high)


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
    if field in ("scale_low", "scale_high", "origin"):
        return words.gettext(field_of(field).hint)
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
