"""Why a goal stands where it stands: a few cells for the list, each reason by its code."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Period, Reason
from smart_tui.i18n import Words
from smart_tui.text.distance import day_brief
from smart_tui.text.labels import many_periods, status_label

Params = Mapping[str, object]
LARGE, MIDDLE = 10, 1


def reason(assessment: Assessment, goal: Goal, words: Words, today: date) -> str:
    """The reason in about twelve cells, "3 by Sun" or "3 days over"; empty where there is nothing to add."""
    say = _SHORT.get(assessment.reason.code)
    return say(assessment.reason.params, goal, words, today) if say else ""


def status_line(assessment: Assessment, goal: Goal, words: Words, today: date) -> str:
    """Sign, word and reason: "◐ at risk, 3 by Sun"; the reason alone where there is no status."""
    parts = (status_label(assessment.status, words), reason(assessment, goal, words, today))
    return ", ".join(part for part in parts if part)


def rounded(value: Decimal, measure: Measure | None, words: Words, digits: int | None = None) -> str:
    """A number to as many digits as one would say: whole from ten on, one behind the sign from one on."""
    decimals = said_digits(value) if digits is None else digits
    if measure is not None and measure.unit == "%":
        return words.percent(value, decimals=max(decimals, 1))
    return words.number(value, decimals=decimals)


def said_digits(value: Decimal) -> int:
    """How many digits behind the decimal sign one would say of a number."""
    size = abs(value)
    return 0 if size >= LARGE else 1 if size >= MIDDLE else 2


def has_line(reason: Reason) -> bool:
    """Whether a reason says what the line asks for."""
    return reason.code in ("gap", "forecast", "no_pace") and reason.params.get("line") is not None


def gap_to_line(params: Params, goal: Goal) -> tuple[Decimal, Decimal]:
    """How far behind the line (below zero: ahead) and what the line asks for; whole where the goal counts in wholes.

    Less than half of a level's smallest step is no distance.
    """
    gap, line, value = (decimal_param(params, name) for name in ("gap", "line", "value"))
    measure = goal.measure
    if measure is not None and measure.kind is Kind.LEVEL and measure.step and abs(gap) * 2 < measure.step:
        return Decimal(0), line
    if measure is None or measure.kind is not Kind.TOTAL or measure.relative or not measure.target:
        return gap, line
    if value % 1 or measure.target % 1:
        return gap, line
    whole = gap.to_integral_value(ROUND_CEILING)
    return whole, value + whole


def day_param(params: Params, name: str) -> date | None:
    """A date among the values of a reason."""
    value = params.get(name)
    return value if isinstance(value, date) else None


def decimal_param(params: Params, name: str) -> Decimal:
    """A number among the values of a reason; zero where it is missing."""
    value = params.get(name)
    return Decimal(value) if isinstance(value, Decimal | int) else Decimal(0)


def _days_over(params: Params, goal: Goal, words: Words, today: date) -> str:
    days = int(decimal_param(params, "days"))
    return words.ngettext("{days} day over", "{days} days over", days).format(days=words.number(days))


def _stale(params: Params, goal: Goal, words: Words, today: date) -> str:
    days = int(decimal_param(params, "days"))
    return words.ngettext("quiet {days} day", "quiet {days} days", days).format(days=words.number(days))


def _gap(params: Params, goal: Goal, words: Words, today: date) -> str:
    gap, _ = gap_to_line(params, goal)
    figure = rounded(abs(gap), None, words)
    if figure == "0":
        return words.gettext("on the line")
    return (words.gettext("{amount} behind") if gap > 0 else words.gettext("{amount} ahead")).format(amount=figure)


def _forecast(params: Params, goal: Goal, words: Words, today: date) -> str:
    """Which end of the forecast the status hangs on: the earliest behind, the latest otherwise."""
    earliest, latest, deadline = (day_param(params, name) for name in ("earliest", "latest", "deadline"))
    if earliest is not None and deadline is not None and earliest > deadline:
        return words.gettext("{day} at best").format(day=_far(earliest, today, words))
    if latest is None:
        return words.gettext("no end in sight")
    if deadline is not None and latest > deadline:
        return words.gettext("maybe {day}").format(day=_far(latest, today, words))
    return words.gettext("there by {day}").format(day=_far(latest, today, words))


def _far(day: date, today: date, words: Words) -> str:
    """A day of this year, "4 Oct", or the month of another one, "Oct 2027": a forecast is no more exact."""
    return words.date_short(day, today) if day.year == today.year else f"{words.month_short(day)} {day.year}"


def _share(params: Params, goal: Goal, words: Words, today: date) -> str:
    period = goal.measure.period if goal.measure and goal.measure.period else Period.WEEK
    return words.gettext("{met} of {judged} {periods}").format(
        met=params.get("met", 0), judged=params.get("judged", 0), periods=many_periods(period, words)
    )


def _period(params: Params, goal: Goal, words: Words, today: date) -> str:
    missing, ends = decimal_param(params, "missing"), day_param(params, "ends") or today
    amount = words.number(abs(missing), decimals=2)
    if params.get("at_most"):
        pattern = words.gettext("{amount} over") if missing < 0 else words.gettext("{amount} left")
        return pattern.format(amount=amount)
    if missing <= 0:
        # The running period is met: what keeps such a goal off the track is its record.
        met, judged, wanted = (decimal_param(params, name) for name in ("met", "judged", "wanted"))
        return _share(params, goal, words, today) if met * 100 < wanted * judged else words.pgettext("period", "met")
    if ends <= today:
        return words.gettext("{amount} today").format(amount=amount)
    return words.gettext("{amount} by {day}").format(amount=amount, day=day_brief(ends, today, words))


def _next_milestone(params: Params, goal: Goal, words: Words, today: date) -> str:
    due = day_param(params, "due")
    if due is None or not params.get("next"):
        return ""
    return words.gettext("next {day}").format(day=day_brief(due, today, words))


def _rated(params: Params, goal: Goal, words: Words, today: date) -> str:
    on = day_param(params, "on") or today
    return words.gettext("rated {day}").format(day=words.date_short(on, today))


def _inside(params: Params, goal: Goal, words: Words, today: date) -> str:
    return words.gettext("{inside} of {count} inside").format(inside=params.get("inside", 0), count=params.get("of", 0))


def _children(params: Params, goal: Goal, words: Words, today: date) -> str:
    count = int(decimal_param(params, "children"))
    return words.ngettext("{n} goal below", "{n} goals below", count).format(n=words.number(count))


def _paused(params: Params, goal: Goal, words: Words, today: date) -> str:
    until, since = day_param(params, "until"), day_param(params, "since")
    if until is not None:
        return words.gettext("until {day}").format(day=words.date_short(until, today))
    return words.gettext("since {day}").format(day=words.date_short(since, today)) if since else ""


def _not_started(params: Params, goal: Goal, words: Words, today: date) -> str:
    start = day_param(params, "start") or today
    return words.gettext("from {day}").format(day=words.date_short(start, today))


_SHORT: Mapping[str, Callable[[Params, Goal, Words, date], str]] = {
    "reached": lambda params, goal, words, today: words.gettext("can be closed"),
    "deadline_passed": _days_over,
    "needs_baseline": lambda params, goal, words, today: words.gettext("from what?"),
    "stale": _stale,
    "gap": _gap,
    "forecast": _forecast,
    "no_pace": lambda params, goal, words, today: words.gettext("no end in sight"),
    "share": _share,
    "period": _period,
    "first_reading": lambda params, goal, words, today: words.gettext("nothing yet"),
    "overdue": _days_over,
    "no_overdue": _next_milestone,
    "rating": _rated,
    "inside": _inside,
    "no_deadline": lambda params, goal, words, today: words.gettext("no deadline"),
    "untargeted": lambda params, goal, words, today: words.gettext("no target"),
    "paused": _paused,
    "children": _children,
    "not_started": _not_started,
}
