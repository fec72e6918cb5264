"""When a goal is reached if things go on as lately, said honestly: an interval of dates, or why there is none."""

from collections.abc import Mapping
from datetime import date

from smart_tui.domain.forecast import Forecast, Outlook, Trend
from smart_tui.domain.goal import Goal, Kind, Measure
from smart_tui.domain.measure import effective_kind
from smart_tui.i18n import N_, Words
from smart_tui.text.distance import date_said, ends_said
from smart_tui.text.labels import rate_said
from smart_tui.text.pace import change_digits, change_said


def outlook_sentence(goal: Goal, outlook: Outlook | None, today: date, words: Words) -> str:
    """What can be said of the time ahead; empty where nothing is forecast.

    An interval of dates names what it rests on. Before there is enough to go by, the sentence says
    how much is missing, and a level's trend in its own unit.
    """
    if outlook is None:
        return ""
    level = goal.measure is not None and effective_kind(goal.measure) is Kind.LEVEL
    if outlook.forecast is not None:
        return _dated(goal, outlook.forecast, outlook.based_on, level, today, words)
    if outlook.stuck:
        said = words.gettext("No end in sight at this pace, {as_lately}.")
        return said.format(as_lately=_as_lately(outlook.based_on, level, words))
    parts = []
    if outlook.trend is not None and goal.measure is not None:
        parts.append(_trend(outlook.trend, goal.measure, words))
    if outlook.missing > 0:
        parts.append(_missing(outlook.missing, level, words))
    return " ".join(parts)


def forecast_brief(forecast: Forecast, today: date, words: Words) -> str:
    """The interval alone, for a table or a list: "4 – 30 October", "4 October – no end in sight"."""
    if forecast.latest is None:
        return words.gettext("{first} – no end in sight").format(first=date_said(forecast.earliest, today, words))
    if forecast.latest <= forecast.earliest:
        return date_said(forecast.earliest, today, words)
    first, last = ends_said(forecast.earliest, forecast.latest, today, words)
    return words.gettext("{first} – {last}").format(first=first, last=last)


def _dated(goal: Goal, forecast: Forecast, based_on: int, level: bool, today: date, words: Words) -> str:
    latest = forecast.latest
    if latest is None:
        shape = "open"
    elif latest <= max(forecast.earliest, today):
        shape = "day"
    else:
        shape = "between" if forecast.earliest > today else "soon"
    first, last = ends_said(forecast.earliest, latest or forecast.earliest, today, words)
    if latest is None or shape == "day":
        first = date_said(forecast.earliest, today, words)
    deadline = goal.deadline if goal.deadline is not None and goal.deadline >= today else None
    years = {day.year for day in (forecast.earliest, latest, deadline) if day is not None}
    pattern = words.gettext((_ENDLESS if deadline is None else _WITH_DEADLINE)[shape])
    return pattern.format(
        first=first,
        last=last,
        as_lately=_as_lately(based_on, level, words),
        deadline="" if deadline is None else _deadline(deadline, today, years, words),
    )


def _deadline(deadline: date, today: date, years: set[int], words: Words) -> str:
    """The deadline with its year once another date of the sentence has one."""
    return words.date_long(deadline) if len(years) > 1 else date_said(deadline, today, words)


def _as_lately(based_on: int, level: bool, words: Words) -> str:
    """The condition every forecast stands under, as a clause."""
    if level:
        said = words.ngettext(
            "if it goes on as in the last {count} week with a reading",
            "if it goes on as in the last {count} weeks with a reading",
            based_on,
        )
    else:
        said = words.ngettext(
            "if you go on as in the last {count} week", "if you go on as in the last {count} weeks", based_on
        )
    return said.format(count=words.number(based_on))


def _missing(missing: int, level: bool, words: Words) -> str:
    if level:
        said = words.ngettext(
            "{count} more week with a reading before a forecast can be made.",
            "{count} more weeks with a reading before a forecast can be made.",
            missing,
        )
    else:
        said = words.ngettext(
            "{count} more week of entries before a forecast can be made.",
            "{count} more weeks of entries before a forecast can be made.",
            missing,
        )
    return said.format(count=words.number(missing))


def _trend(trend: Trend, measure: Measure, words: Words) -> str:
    """ "It needs +413 visits a month; the last 3 readings gave +380." """
    said = words.ngettext(
        "It needs {needed}; the last reading gave {lately}.",
        "It needs {needed}; the last {count} readings gave {lately}.",
        trend.readings,
    )
    needed = rate_said(change_said(trend.needed, measure.unit, words), trend.period, words)
    lately = words.number(trend.lately, sign=True, decimals=change_digits(trend.lately))
    return said.format(needed=needed, lately=lately, count=words.number(trend.readings))


_WITH_DEADLINE: Mapping[str, str] = {
    "between": N_("At this pace between {first} and {last}, {as_lately}; your deadline is {deadline}."),
    "soon": N_("At this pace by {last}, {as_lately}; your deadline is {deadline}."),
    "day": N_("At this pace about {first}, {as_lately}; your deadline is {deadline}."),
    "open": N_("No end in sight at this pace, {first} at the earliest, {as_lately}; your deadline is {deadline}."),
}
_ENDLESS: Mapping[str, str] = {
    "between": N_("At this pace between {first} and {last}, {as_lately}."),
    "soon": N_("At this pace by {last}, {as_lately}."),
    "day": N_("At this pace about {first}, {as_lately}."),
    "open": N_("No end in sight at this pace, {first} at the earliest, {as_lately}."),
}
"""The four shapes of a forecast, with a deadline ahead and without one."""
