"""What stands at the top of a goal's page: title, statement, one honest sentence, and a chart."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from smart_tui.domain.goal import Assessment, Entry, Goal, Kind, PeriodVerdict, State, Status
from smart_tui.domain.measure import effective_kind, goal_days, running_amount
from smart_tui.domain.progress import buffer_days
from smart_tui.domain.quota import verdicts
from smart_tui.domain.series import series
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words
from smart_tui.text.chartwords import chart_sentence
from smart_tui.text.labels import STATUS_SIGN, state_name, status_word
from smart_tui.text.rows import amount_brief
from smart_tui.text.sentences import page_sentence, running_sentence
from smart_tui.text.statement import statement
from smart_tui.tui.widgets.bar import bar
from smart_tui.tui.widgets.chart import (
    EXCUSED,
    MET,
    MISSED,
    OPEN,
    UNKNOWN,
    Chart,
    line_chart,
    period_strip,
    spark_line,
    verdict_sign,
)
from smart_tui.tui.widgets.lines import Line, Span, cut, visible, wrapped

MARGIN = 2
CHART_WIDTH = 92
"""A wider curve says no more."""
NARROW = 38
"""Under so many columns the curve becomes a spark line."""
TALL, MIDDLE = 34, 24
"""Rows from which the curve gets higher."""
LOW = 15
"""Under so many rows too."""
BAR = 24
TONES = {
    Status.ON_TRACK: "good",
    Status.ACHIEVED: "good",
    Status.AT_RISK: "warn",
    Status.BEHIND: "bad",
    Status.MISSED: "bad",
}

_COLOURS = {"good": "$success", "warn": "$warning", "bad": "$error"}


class Page(NamedTuple):
    """All that a goal's page shows; `assessment` is None for a draft."""

    goal: Goal
    assessment: Assessment | None
    entries: Sequence[Entry]
    today: date
    settings: Settings
    periods: Sequence[PeriodVerdict] = ()
    """The periods of a quota so far."""

    @property
    def kind(self) -> Kind:
        """How the goal is measured now; without a measure it is done or not."""
        measure = self.goal.measure_on(self.today)
        return Kind.MILESTONES if measure is None else effective_kind(measure)

    def judged(self) -> "Page":
        """The page with the periods of a quota."""
        if self.kind is not Kind.QUOTA:
            return self
        days = goal_days(self.goal, self.entries, self.today)
        return self._replace(periods=verdicts(self.goal, days, self.today, self.settings.first_weekday))


def status_spans(page: Page, words: Words) -> Line:
    """The status as sign and word, or the state of a goal that has none."""
    goal, status = page.goal, page.assessment.status if page.assessment else None
    if status is None:
        word = "" if goal.state is State.ACTIVE else state_name(goal.state, words)
        return (Span(word, "dim"),)
    return Span(STATUS_SIGN[status], TONES.get(status, "text")), Span(f" {status_word(status, words)}", "text")


def status_content(page: Page, words: Words) -> Content:
    """The status and the area, for the line above a page."""
    sign = "".join(span.text for span in status_spans(page, words)[:1])
    tone = _COLOURS.get(status_spans(page, words)[0].style, "$text-muted")
    word = "".join(span.text for span in status_spans(page, words)[1:])
    area = f"   {visible(page.goal.area)}" if page.goal.area else ""
    return Content.assemble(Content(sign).stylize(tone), Content(word), Content(area).stylize("$text-muted"))


def head_lines(page: Page, width: int, height: int, words: Words, *, titled: bool) -> list[Line]:
    """Everything above the sections, in lines of `width` cells, for a page of `height` rows."""
    goal, inside = page.goal, max(width - 2 * MARGIN, 1)
    lines: list[Line] = []
    if titled:
        lines += [_title(page, width, words), ()]
    low = height < LOW
    shown = statement(goal, page.today, words)
    lines += [_indented(text, "text") for text in wrapped(shown, inside, most=2 if low else 4)]
    if page.assessment is not None:
        buffer = _buffer(page)
        sentence = page_sentence(goal, page.assessment, page.today, words, buffer)
        sentence = " ".join(part for part in (sentence, _running(page, words)) if part)
        lines += [_indented(text, "strong") for text in wrapped(sentence, inside, most=2 if low else 3) if text]
    if goal.lesson:
        lesson = words.gettext("Learnt: {lesson}").format(lesson=goal.lesson)
        lines += [_indented(text, "text") for text in wrapped(lesson, inside, most=3)]
    if goal.state is not State.DRAFT:
        drawing = _drawing(page, inside, height, words)
        if drawing:
            lines += [*([] if low else [()]), *((Span(" " * MARGIN), *line) for line in drawing)]
    return lines if low else [*lines, ()]


def _title(page: Page, width: int, words: Words) -> Line:
    status = status_spans(page, words)
    right = sum(cell_len(span.text) for span in status)
    no = f" {page.goal.no}  "
    title = cut(visible(page.goal.title) or words.gettext("Untitled"), max(width - cell_len(no) - right - 3, 1))
    gap = max(width - cell_len(no) - cell_len(title) - right - 1, 1)
    return (Span(no, "dim"), Span(title, "strong"), Span(" " * gap), *status)


def _indented(text: str, style: str) -> Line:
    return Span(" " * MARGIN), Span(text, style)


def _buffer(page: Page) -> int | None:
    if page.goal.state is not State.ACTIVE:
        return None
    return buffer_days(page.goal, page.entries, page.today, page.settings)


def _running(page: Page, words: Words) -> str:
    """The running period of an amount per period, which stands beside the last complete one."""
    measure, goal = page.goal.measure_on(page.today), page.goal
    if goal.state is not State.ACTIVE or measure is None:
        return ""
    days = goal_days(goal, page.entries, page.today)
    running = running_amount(measure, days, page.today, page.settings.first_weekday)
    return running_sentence(measure, running[1], words) if running is not None and running[1] else ""


def _drawing(page: Page, width: int, height: int, words: Words) -> list[Line]:
    if page.kind is Kind.MILESTONES:
        return [_bar(page, width, words)]
    if page.kind is Kind.QUOTA:
        return _strip(page, width, words)
    points = series(page.goal, page.entries, page.today, page.settings)
    measure = page.goal.measure_on(page.today)
    marks = tuple(value for value in ((measure.goal_value,) if measure else ()) if value is not None)
    expected = points.expected
    if page.kind not in (Kind.TOTAL, Kind.LEVEL) or (measure is not None and measure.untargeted):
        expected, marks = (), ()
    chart = Chart(points.actual, expected, marks, measure.unit if measure else "")
    spark = [line for line in (spark_line(chart, min(width, CHART_WIDTH), words),) if line]
    if height < LOW:
        return spark
    says = wrapped(chart_sentence(page.goal, points.actual, expected, words), width, most=2)
    lines: list[Line] = [(Span(text, "dim"),) for text in says]
    if width < NARROW:
        return [*lines, *spark]
    if not points.actual and not expected:
        return lines
    rows = 12 if height >= TALL else 9 if height >= MIDDLE else 7
    return [*lines, *line_chart(chart, min(width, CHART_WIDTH), rows, words, page.today)]


def _bar(page: Page, width: int, words: Words) -> Line:
    assessment = page.assessment
    if assessment is None or assessment.progress is None:
        return ()
    pieces = bar(assessment.progress, assessment.expected, min(BAR, max(width - 16, 4)))
    spans = [Span(text, "accent" if done else "dim") for text, done in pieces]
    return (*spans, Span("  " + amount_brief(page.goal, assessment, words), "text"))


def _strip(page: Page, width: int, words: Words) -> list[Line]:
    found = page.periods
    if not found:
        return []
    signs = [verdict_sign(verdict, page.today) for verdict in found]
    counts = [
        (MET, N_("{n} met")),
        (MISSED, N_("{n} not met")),
        (UNKNOWN, N_("{n} unknown")),
        (EXCUSED, N_("{n} excused")),
    ]
    said = [f"{sign} " + words.gettext(text).format(n=signs.count(sign)) for sign, text in counts if sign in signs]
    if OPEN in signs:
        said.append(f"{OPEN} " + words.gettext("one still running"))
    return [(Span(cut(", ".join(said), width), "dim"),), period_strip(found, min(width, CHART_WIDTH), page.today)]
