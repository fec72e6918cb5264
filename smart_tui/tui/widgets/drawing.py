"""The drawing of a goal's page by its kind, and the sentence that says the same. Loaded when first shown."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from smart_tui.domain.calendar import week_start
from smart_tui.domain.goal import Goal, Kind, Period, State
from smart_tui.domain.measure import effective_kind, start_of, versions_on
from smart_tui.i18n import Words
from smart_tui.text.chartwords import calendar_sentence, chart_sentence, inside_sentence, ratings_sentence
from smart_tui.text.rows import amount_brief
from smart_tui.tui.widgets.bar import bar
from smart_tui.tui.widgets.chart import Chart, line_chart, spark_line
from smart_tui.tui.widgets.ladder import rail
from smart_tui.tui.widgets.lines import Line, Span, evened
from smart_tui.tui.widgets.page import Page
from smart_tui.tui.widgets.ratings import ROWS, rating_chart
from smart_tui.tui.widgets.wall import days_of_week, period_strip, wall, week_strip

WIDEST = 92
"""A wider drawing says no more."""
NARROW = 38
"""Under so many columns a curve becomes a spark line."""
CURVE = range(6, 15)
"""Rows of a curve, with its axis; what is needed above that is scrolled."""
EASY = 8
"""Rows from which a curve reads easily."""
BAR = 24
STRIP = 2
HALVES = 4
"""Rows of two half years: in January the weeks before matter more than the last heading below."""
DAILY = (Period.DAY, Period.WEEK)
"""Periods in which every day of this week tells something."""


def drawing(page: Page, width: int, rows: int, words: Words) -> list[Line]:
    """What a goal looks like, in about `rows` lines of `width` cells; one line where there is only room for one."""
    width = min(width, WIDEST)
    if page.kind is Kind.MILESTONES:
        return _milestones(page, width, rows, words)
    if page.kind is Kind.QUOTA and page.measure is not None and not page.measure.untargeted:
        return _periods(page, width, rows, words)
    if page.kind is Kind.RATING:
        return _ratings(page, width, rows, words)
    chart = curve_of(page)
    spark = [line for line in (spark_line(chart, width, words),) if line]
    if rows < 2:
        return spark
    says = _caption(_curve_said(page, chart, words), width)
    if width < NARROW:
        return [*says, *spark]
    if not chart.actual and not chart.expected:
        return says
    if page.on_the_way and rows - len(says) < EASY:
        # The sentences above it say value, line and forecast already, and the curve needs the room more.
        says = []
    height = min(max(rows - len(says), CURVE.start), CURVE.stop - 1)
    return [*says, *line_chart(chart, width, height, words, page.today)]


def _caption(said: str, width: int) -> list[Line]:
    return [(Span(text, "dim"),) for text in evened(said, width)]


def _curve_said(page: Page, chart: Chart, words: Words) -> str:
    if page.kind is Kind.WITHIN and page.measure is not None:
        return inside_sentence(chart.actual, page.measure, words)
    return chart_sentence(page.goal, chart.actual, chart.expected, words, today=page.today)


def curve_of(page: Page) -> Chart:
    """The curve of a total, a level, a band, or of what is recorded without a target."""
    measure, points = page.measure, page.points
    unit = measure.unit if measure else ""
    if measure is None or page.kind not in (Kind.TOTAL, Kind.LEVEL) or measure.untargeted:
        band = None if measure is None or page.kind is not Kind.WITHIN else (measure.low, measure.high)
        return Chart(points.actual, (), unit=unit, band=band, now=page.now)
    target = measure.goal_value
    outlook = page.assessment.outlook if page.assessment is not None and page.on_the_way else None
    versions = _versions(page.goal, page.day, points.first)
    earlier = [before for _, before in versions if before is not None]
    return Chart(
        points.actual,
        points.expected,
        tuple(value for value in (target, *earlier) if value is not None),
        unit,
        forecast=outlook.forecast if outlook is not None else None,
        target=target,
        due=page.goal.deadline if points.expected else None,
        versions=versions,
        now=page.now,
    )


def _versions(goal: Goal, day: date, first: date) -> tuple[tuple[date, Decimal | None], ...]:
    """The days after the first on which another target began to count, with the one before."""
    found = []
    known = versions_on(goal, day)
    for before, after in pairwise(known):
        if after.valid_from > first and effective_kind(after) is effective_kind(before):
            changed = before.goal_value != after.goal_value
            found.append((after.valid_from, before.goal_value if changed else None))
    return tuple(found)


def _periods(page: Page, width: int, rows: int, words: Words) -> list[Line]:
    found, measure = page.periods, page.measure
    if not found or measure is None:
        return []
    period = measure.period or Period.WEEK
    if rows < STRIP:
        return [period_strip(found, width, page.day)]
    says = _caption(calendar_sentence(found, period, page.day, words), width)
    left = rows - len(says)
    drawn = wall(found, period, width, max(left, HALVES), words, page.day, page.settings.first_weekday)
    if not drawn:
        return [*says, period_strip(found, width, page.day)]
    week: Sequence[Line] = ()
    if period in DAILY and left - len(drawn) >= STRIP + 1 and page.goal.state is State.ACTIVE:
        week = week_strip(_this_week(page, words), width, words)
    return [*says, *drawn, *([(), *week] if week else [])]


def _this_week(page: Page, words: Words) -> list[tuple[date, str]]:
    """What was entered on each day of this week: an amount, an excuse, a dot, or nothing for what is to come."""
    entered = {day.on: day for day in page.days[-7:]}
    unit = page.measure.unit if page.measure else ""
    found = []
    for on in days_of_week(week_start(page.day, page.settings.first_weekday)):
        day = entered.get(on)
        if day is not None:
            text = "–" if day.value is None else words.figure(day.value, unit, decimals=2)
        else:
            text = "" if on > page.day else "·"
        found.append((on, text))
    return found


def _ratings(page: Page, width: int, rows: int, words: Words) -> list[Line]:
    ratings = page.points.actual
    first = start_of(page.goal, page.day)
    last = max([first + timedelta(days=1), page.day, *(on for on, _ in ratings[-1:])])
    spark = spark_line(Chart(ratings, (), (Decimal(-2), Decimal(2))), width, words)
    if rows < 2:
        return [spark] if spark else []
    # Of a single rating the sentence above says as much.
    says = _caption(ratings_sentence(ratings, page.today, words), width) if len(ratings) > 1 else []
    if width < NARROW or rows < ROWS:
        return [*says, spark] if spark else says
    names = page.measure.levels if page.measure else ()
    return [*says, *rating_chart(names, ratings, (first, last), width, words, page.today, page.now)]


def _milestones(page: Page, width: int, rows: int, words: Words) -> list[Line]:
    found = page.assessment
    if found is None or found.progress is None:
        return []
    pieces = bar(found.progress, found.expected, min(BAR, max(width - 16, 4)))
    spans = [Span(text, "accent" if done else "dim") for text, done in pieces]
    lines: list[Line] = [(*spans, Span("  " + amount_brief(page.goal, found, words), "text"))]
    dates = [part.due for part in page.goal.milestones if part.due is not None]
    if rows < len(lines) + 3 or not dates or width < NARROW:
        return lines
    ends = [day for day in (page.goal.start, page.goal.deadline, page.day) if day is not None]
    return [*lines, (), *rail(page.goal.milestones, (min(*ends, *dates), max(*ends, *dates)), width, words, page.day)]
