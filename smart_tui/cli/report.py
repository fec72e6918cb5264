"""`smart-tui report`: the page of a week, a goal's week, or a look back, as plain text, Markdown or JSON."""

from datetime import date
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import cells
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.newgoal import Spoken
from smart_tui.cli.output import finish
from smart_tui.cli.reportwhen import SPANS, Asked, asked_span
from smart_tui.domain.calendar import add_days, civil_today, period_bounds
from smart_tui.domain.goal import Goal, Period
from smart_tui.domain.review import Review, Span
from smart_tui.domain.reviewweek import said_from
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words
from smart_tui.store import queries
from smart_tui.store.connection import Reader, open_reader
from smart_tui.store.queries.reviewpages import PageRead, review_page, week_page
from smart_tui.store.queries.reviews import reviews
from smart_tui.text.reviewpage import Line, goal_week_markdown, markdown, page

WIDE = 78
"""Cells of a line of plain text, where what stands at its end is put at the right."""


def run_report(context: Context) -> NoReturn:
    """Print what the options ask for and end the process; raises StoreError."""
    option, goal_ref = _chosen(context)
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    spoken = Spoken(today, settings.first_weekday, context.language, context.words)
    try:
        asked = asked_span(option, context.arguments.options[option], spoken) if option else Asked(Period.WEEK, None)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    if asked.period is Period.WEEK:
        goal = queries.find(reader, goal_ref) if goal_ref else None
        said = _week(context, read_week(reader, asked.on, today, settings, goal), settings, goal)
    else:
        said = _stretch(context, reader, asked, today, settings)
    finish(said, error=damaged(len(reader.damaged), context.words))


def _chosen(context: Context) -> tuple[str, str]:
    """The option that names the span, and the goal; raises UsageError for what does not go together."""
    arguments = context.arguments
    spans = [option for option in SPANS if option in arguments.options]
    if len(spans) > 1:
        raise UsageError(N_("{word} is one span too many."), spans[1])
    if len(arguments.goals) > 1:
        raise UsageError(N_("There is a word too many: {word}"), arguments.goals[1])
    if arguments.goals and spans not in ([], ["--week"]):
        raise UsageError(N_("A goal is reported by the week, not with {word}."), spans[0])
    if arguments.json and "--md" in arguments.options:
        raise UsageError(N_("{word} does not go with --json."), "--md")
    return (spans[0] if spans else ""), (arguments.goals[0] if arguments.goals else "")


def read_week(reader: Reader, on: date | None, today: date, settings: Settings, goal: Goal | None = None) -> PageRead:
    """The page of the week a day lies in, of its review where there is one.

    Without a day it is the latest one with a finished review; without any, the last whole week. With a goal,
    only what it says of that goal. Raises StoreError.
    """
    headers = reviews(reader)
    if on is None:
        chosen = next((each for each in headers if each.finished), None)
    else:
        chosen = next((each for each in headers if each.since <= on <= each.last), None)
    if chosen is not None:
        found = review_page(reader, chosen.id, today, settings, _begun(chosen, today, settings))
    else:
        day = add_days(period_bounds(today, Period.WEEK, settings.first_weekday)[0], -1) if on is None else on
        first, last = period_bounds(day, Period.WEEK, settings.first_weekday)
        found = week_page(reader, Span((first,), last), today, settings)
    if goal is None:
        return found
    earlier = {goal_id: week for goal_id, week in found.earlier.items() if goal_id == goal.id}
    return found._replace(weeks=tuple(week for week in found.weeks if week.goal_id == goal.id), earlier=earlier)


def _begun(review: Review, today: date, settings: Settings) -> date | None:
    """The day from which on an answer belongs to a review."""
    if review.started_at is None:
        return None
    return said_from(review.week, civil_today(review.started_at.astimezone(), settings.day_ends_at), today, settings)


def as_text(lines: tuple[Line, ...]) -> str:
    """Lines as plain text; what stands at the end of one is put at the right where there is room."""
    told = []
    for line in lines:
        room = WIDE - cells(line.text) - cells(line.end)
        told.append(f"{line.text}{' ' * max(room, 2)}{line.end}" if line.end else line.text)
    return "\n".join(told) + "\n"


def _week(context: Context, found: PageRead, settings: Settings, goal: Goal | None) -> str:
    words, given = context.words, (found.review, found.weeks, found.now, settings, context.words)
    if goal is not None and not found.weeks:
        finish(error=f"smart-tui: {_idle(goal, found, words)}\n", code=1)
    if context.arguments.json:
        from smart_tui.cli.reportjson import week_json

        return dumps(week_json(found, settings, words)) + "\n"
    if "--md" in context.arguments.options:
        if goal is not None:
            return goal_week_markdown(found.review, found.weeks[0], found.now, settings, words, earlier=found.earlier)
        return markdown(*given, earlier=found.earlier, asked=found.asked)
    if goal is not None:
        found = found._replace(review=found.review._replace(lines={}), asked=())
    return as_text(page(found.review, *given[1:], earlier=found.earlier, asked=found.asked))


def _idle(goal: Goal, found: PageRead, words: Words) -> str:
    days = words.date_range(found.review.since, found.review.last)
    said = words.gettext("Nothing is known of “{title}” in the week of {days}.")
    return said.format(title=goal.title, days=days)


def _stretch(context: Context, reader: Reader, asked: Asked, today: date, settings: Settings) -> str:
    from smart_tui.domain.stretch import Stretch
    from smart_tui.store.queries.lookbacks import look_back_on
    from smart_tui.text.lookback import lookback_lines, lookback_markdown

    found = look_back_on(reader, Stretch.of(asked.on or today, asked.period), today, settings)
    if context.arguments.json:
        from smart_tui.cli.reportjson import stretch_json

        return dumps(stretch_json(found)) + "\n"
    if "--md" in context.arguments.options:
        return lookback_markdown(found, settings, context.words)
    return as_text(lookback_lines(found, settings, context.words))
