"""JSON objects -> the parts of a goal. All raise RefusedError."""

from datetime import date

from smart_tui.domain.cleaning import TEXT_LIMIT
from smart_tui.domain.goal import (
    Activity,
    Combine,
    Confidence,
    Direction,
    Horizon,
    IfThenPlan,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Promise,
    Reading,
)
from smart_tui.interop.own.jsonfields import Fields, RefusedError
from smart_tui.store.commands.plans import MOST_WEIGHT


def measure_from(fields: Fields) -> Measure:
    """A stage of the measure."""
    given = fields.raw("baseline")
    baseline = Fields({} if given is None else given, "baseline")
    levels = tuple(lines_of(fields, "levels"))
    step = fields.amount("step")
    if len(levels) not in (0, 5) or (step is not None and step <= 0):
        raise RefusedError("levels" if len(levels) not in (0, 5) else "step", "wrong_type")
    return Measure(
        kind=fields.needed_word("kind", Kind),
        valid_from=fields.needed_day("valid_from"),
        target=fields.amount("target"),
        unit=fields.line("unit"),
        baseline=baseline.amount("value"),
        baseline_on=baseline.day("on"),
        baseline_period=baseline.word("period", Period),
        change_percent=fields.amount("change_percent"),
        reading=fields.word("reading", Reading),
        period=fields.word("period", Period),
        direction=fields.word("direction", Direction),
        share_wanted=fields.whole("share_wanted", 1, 100),
        weekdays=fields.whole("weekdays", 1, 127) or 127,
        step=step,
        what_counts=fields.text("what_counts", TEXT_LIMIT),
        combine=fields.word("combine", Combine),
        running=fields.flag("running"),
        silence_is_zero=fields.flag("silence_is_zero"),
        untargeted=fields.flag("untargeted"),
        low=fields.amount("low"),
        high=fields.amount("high"),
        levels=levels,
        entered_as=fields.line("entered_as") or "plain",
        reason=fields.text("reason", TEXT_LIMIT),
        keep_line=fields.flag("keep_line"),
    )


def pause_from(fields: Fields) -> Pause:
    """A pause, maybe without an end."""
    first, last = fields.needed_day("first"), fields.day("last")
    if last is not None and last < first:
        raise RefusedError("last", "wrong_type")
    return Pause(first, last)


def milestone_from(fields: Fields) -> Milestone:
    """A milestone with id 0."""
    uuid, title = fields.uuid("uuid"), needed_line(fields, "title")
    return Milestone(0, uuid, title, fields.day("due"), fields.whole("weight", 1, MOST_WEIGHT) or 1, _done(fields))


def activity_from(fields: Fields) -> Activity:
    """An activity with id 0."""
    return Activity(
        id=0,
        uuid=fields.uuid("uuid"),
        what=needed_line(fields, "what"),
        when=fields.line("when"),
        where=fields.line("where"),
        due=fields.day("due"),
        horizon=fields.word("horizon", Horizon) or Horizon.OTHER,
        done_on=_done(fields),
        outcome=fields.word("outcome", Promise),
        reason=fields.line("reason"),
    )


def plan_from(fields: Fields) -> IfThenPlan:
    """An if-then plan with id 0."""
    return IfThenPlan(0, fields.uuid("uuid"), needed_line(fields, "situation"), needed_line(fields, "action"))


def confidence_from(fields: Fields) -> Confidence:
    """How sure the person was on a day."""
    value = fields.whole("value", 1, 10)
    if value is None:
        raise RefusedError("value", "missing")
    return Confidence(fields.needed_day("on"), value)


def _done(fields: Fields) -> date | None:
    return fields.day("done_on")


def needed_line(fields: Fields, key: str) -> str:
    """A line that may not be empty."""
    text = fields.line(key)
    if not text:
        raise RefusedError(key, "missing")
    return text


def lines_of(fields: Fields, key: str) -> list[str]:
    """The lines of a list; empty ones only where their place counts."""
    return [text for text in (Fields({key: each}).line(key) for each in fields.list(key)) if text or key == "levels"]
