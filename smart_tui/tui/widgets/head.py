"""What stands at the top of a goal's page: title, statement, what is honestly so, and a drawing of it."""

from rich.cells import cell_len

from smart_tui.domain.goal import Period, State
from smart_tui.domain.nps import Counts
from smart_tui.i18n import Words
from smart_tui.text.clash import clash
from smart_tui.text.echo import score
from smart_tui.text.forecast import outlook_sentence
from smart_tui.text.minimum import buffer_sentence, minimum_sentence
from smart_tui.text.rollup import rollup_sentence
from smart_tui.text.sentences import page_sentence, running_sentence
from smart_tui.text.statement import statement
from smart_tui.text.status import gap_to_line, has_line
from smart_tui.text.streak import streak_sentence
from smart_tui.tui.widgets.lines import Line, Span, cut, evened, visible
from smart_tui.tui.widgets.page import Page, status_spans

MARGIN = 2
LOW = 15
"""Under so many rows blank lines go, and the drawing becomes one line."""
TALL = 30
"""From so many rows on texts may take the lines they need."""


def head_lines(page: Page, width: int, height: int, below: int, words: Words, *, titled: bool) -> list[Line]:
    """Everything above the `below` headings of sections, in lines of `width` cells, for a page of `height` rows."""
    inside, low = max(width - 2 * MARGIN, 1), height < LOW
    lines: list[Line] = [_title(page, width, words), ()] if titled else []
    most = 2 if low else 6 if height >= TALL else 3
    lines += _said(statement(page.goal, page.today, words), "text", inside, most)
    lines += _standing(page, inside, most, words)
    if page.goal.lesson:
        lines += _said(words.gettext("Learnt: {lesson}").format(lesson=page.goal.lesson), "text", inside, 3)
    if page.goal.state is State.DRAFT:
        return [*lines, ()]
    from smart_tui.tui.widgets.drawing import drawing

    rows = 1 if low else height - len(lines) - 2 - below
    drawn: list[Line] = [(Span(" " * MARGIN), *line) for line in drawing(page, inside, rows, words)]
    if low:
        return [*lines, *drawn]
    air: list[Line] = [()] if drawn and len(drawn) <= rows else []
    return [*lines, *air, *drawn, ()]


def _title(page: Page, width: int, words: Words) -> Line:
    status = status_spans(page.goal, page.assessment, words)
    right = sum(cell_len(span.text) for span in status)
    no = f" {page.goal.no}  "
    title = cut(visible(page.goal.title) or words.gettext("Untitled"), max(width - cell_len(no) - right - 3, 1))
    gap = max(width - cell_len(no) - cell_len(title) - right - 1, 1)
    return (Span(no, "dim"), Span(title, "strong"), Span(" " * gap), *status)


def _said(text: str, style: str, width: int, most: int) -> list[Line]:
    return [(Span(" " * MARGIN), Span(line, style)) for line in evened(text, width, most=most) if line]


def _standing(page: Page, width: int, most: int, words: Words) -> list[Line]:
    first, more, disagree = standing_said(page, words)
    lines = _said(first, "strong", width, most) + _said(more, "text", width, most)
    return lines + _said(disagree, "text", width, 2)


def standing_said(page: Page, words: Words) -> tuple[str, str, str]:
    """Where the goal is; what it asks for and when it may be reached; what does not agree. All may be empty."""
    goal, found, today = page.goal, page.assessment, page.today
    if found is None:
        return "", "", ""
    first = page_sentence(goal, found, today, words)
    measure = page.measure
    if page.running is not None and measure is not None:
        first += " " + running_sentence(measure, page.running, words)
    period = measure.period if measure is not None and measure.period else Period.WEEK
    more = [
        _needed(page, words),
        outlook_sentence(goal, found.outlook, today, words) if page.on_the_way else "",
        streak_sentence(page.streak, period, words) if page.streak is not None else "",
        _score(page, words),
        "" if page.by_children else rollup_sentence(page.rollup, words),
    ]
    return first, " ".join(text for text in more if text), clash(goal, found, today, words)


def _needed(page: Page, words: Words) -> str:
    """How long nothing is needed; where something is, how much by when."""
    found = page.assessment
    if found is None or not page.on_the_way:
        return ""
    rest = buffer_sentence(page.goal, found, page.buffer, page.today, words)
    behind = found.gap is not None and found.gap > 0
    if behind and has_line(found.reason):
        behind = gap_to_line(found.reason.params, page.goal)[0] > 0
    return rest or minimum_sentence(page.asks, page.goal, page.today, words, behind=behind)


def _score(page: Page, words: Words) -> str:
    """What the latest counts say of a net promoter score: it is worth no more than its margin."""
    if page.goal.state is not State.ACTIVE or page.measure is None or page.measure.entered_as != "nps":
        return ""
    latest = next((entry for entry in reversed(page.entries) if entry.on <= page.day and entry.value is not None), None)
    if latest is None or latest.value is None or latest.counts is None:
        return ""
    return score(latest.value, Counts(*latest.counts), words) + "."
