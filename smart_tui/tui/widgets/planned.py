"""The sections of a goal's page on what is planned: milestones, activities, if-then plans, confidence, goals below."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from smart_tui.domain.due import answered
from smart_tui.domain.goal import Activity, Confidence, Goal, IfThenPlan, Milestone
from smart_tui.i18n import Words
from smart_tui.text.chartwords import confidence_sentence
from smart_tui.text.distance import distance
from smart_tui.text.rows import amount_brief
from smart_tui.tui.widgets.lines import Line, Span, cut, padded, visible
from smart_tui.tui.widgets.page import Child, Page, status_spans
from smart_tui.tui.widgets.sections import (
    ACTIVITIES,
    CHILDREN,
    CONFIDENCE,
    MILESTONES,
    PLANS,
    Item,
    Section,
    section,
    written,
)
from smart_tui.tui.widgets.signs import MET, MISSED, OPEN, STYLES

RECENT = 6
"""How many answers about confidence stand beside the heading."""
LADDER_DATE = 13
DATE_WIDTH = 19
CHILD_TITLE = 36
LEAST_TITLE = 12
CHILD_REST = 28
"""Cells of a goal's line beside its title: the margin, its number and its status."""


def milestones(page: Page, words: Words) -> Section:
    """A ladder of milestones by their dates, with a rung for today between those behind and those ahead."""
    today = page.today
    ordered = sorted(page.goal.milestones, key=lambda part: (part.due or date.max, part.id))
    width = max([LADDER_DATE, *(cell_len(words.date_short(part.due, today)) for part in ordered if part.due)])
    rows: list[tuple[Line, Item | None]] = [
        (_rung(part, width, today, words), Item(MILESTONES, part.id, part)) for part in ordered
    ]
    ahead = next((at for at, part in enumerate(ordered) if (part.due or date.max) >= today), len(ordered))
    if 0 < ahead < len(ordered):
        here = padded(words.gettext("today"), width, right=True)
        rows.insert(ahead, ((Span(here, "dim"), Span(" ┼" + "─" * 20, "rule")), None))
    found = written(
        MILESTONES,
        words.gettext("Milestones"),
        rows,
        note=_done_note(page.goal.milestones, words),
        things=len(ordered),
    )
    return found._replace(empty=words.gettext("None yet: a adds one."))


def _rung(part: Milestone, width: int, today: date, words: Words) -> Line:
    late = part.done_on is None and part.due is not None and part.due < today
    sign = MET if part.done_on is not None else MISSED if late else OPEN
    spans = [
        Span(padded(words.date_short(part.due, today) if part.due else "", width, right=True), "dim"),
        Span(" │ ", "rule"),
        Span(f"{sign} ", STYLES[sign]),
        Span(visible(part.title), "dim" if part.done_on is not None else "text"),
    ]
    if part.done_on is not None:
        spans.append(Span("  " + words.gettext("done {day}").format(day=words.date_short(part.done_on, today)), "dim"))
    elif part.due is not None:
        spans.append(Span("  " + distance(part.due, today, words), "warn" if late else "dim"))
    if part.weight != 1:
        spans.append(Span("  " + words.gettext("weight {n}").format(n=part.weight), "dim"))
    return tuple(spans)


def activities(page: Page, words: Words) -> Section:
    """What was to be done: open ones by date, then those that are done or answered for."""

    def draw(activity: Activity) -> Line:
        rest = " · ".join(visible(part) for part in (activity.when, activity.where) if part)
        return _todo(activity, rest, page.today, words)

    ordered = sorted(page.goal.activities, key=lambda one: (answered(one), one.due or date.max, one.id))
    return section(
        ACTIVITIES,
        words.gettext("Activities"),
        ordered,
        draw,
        lambda one: one.id,
        note=_done_note(page.goal.activities, words),
        empty=words.gettext("None yet: a adds one."),
    )


def _todo(activity: Activity, rest: str, today: date, words: Words) -> Line:
    due = activity.due
    over = answered(activity)
    late = not over and due is not None and due < today
    sign, said = _became(activity, today, words)
    spans = [Span(f"{sign} ", STYLES.get(sign, "dim")), Span(visible(activity.what), "dim" if over else "text")]
    if over:
        spans.append(Span(f"  {said}", "dim"))
    elif due is not None:
        said = f"{words.weekday_short(due)} {words.date_short(due, today)}, {distance(due, today, words)}"
        spans.append(Span("  " + said, "warn" if late else "dim"))
    if rest:
        spans.append(Span(f"  {rest}", "dim"))
    return tuple(spans)


def _became(activity: Activity, today: date, words: Words) -> tuple[str, str]:
    """Sign and words for what became of an activity: the day it was done, else what was said of it and why."""
    if activity.done_on is not None:
        return MET, words.gettext("done {day}").format(day=words.date_short(activity.done_on, today))
    if activity.outcome is None:
        return OPEN, ""
    # Only who reviews has answers, and then it is loaded.
    from smart_tui.text.review import PROMISE_SIGN, promise_label

    said = [promise_label(activity.outcome, words), visible(activity.reason)]
    return PROMISE_SIGN[activity.outcome], " · ".join(part for part in said if part)


def _done_note(parts: Sequence[Milestone] | Sequence[Activity], words: Words) -> str:
    done = sum(1 for part in parts if part.done_on is not None)
    if not done:
        return ""
    return words.gettext("{n} done").format(n=words.number(done))


def plans(goal: Goal, words: Words) -> Section:
    """The if-then plans."""

    def draw(plan: IfThenPlan) -> Line:
        pattern = words.gettext("If {situation}, then {action}")
        return (Span(pattern.format(situation=visible(plan.situation), action=visible(plan.action)), "text"),)

    empty = words.gettext("None yet: a adds one. A plan for a moment is kept more often than a resolution.")
    return section(PLANS, words.gettext("If-then plans"), goal.plans, draw, lambda plan: plan.id, empty=empty)


def confidence(page: Page, words: Words) -> Section:
    """How sure the person was, newest first, each as a bar out of ten; under a sentence that says the same."""
    said = page.goal.confidence

    def row(one: Confidence) -> tuple[Line, Item | None]:
        day = padded(words.date_short(one.on, page.today), DATE_WIDTH)
        rest = "─" * (10 - one.value)
        line = (Span(day, "dim"), Span(f"{one.value:2} ", "text"), Span("━" * one.value, "accent"), Span(rest, "rule"))
        return line, Item(CONFIDENCE, one.on.toordinal(), one)

    rows = [row(one) for one in said[::-1]]
    if said:
        rows.insert(0, ((Span(confidence_sentence(said, page.today, words), "dim"),), None))
    recent = " ".join(str(one.value) for one in said[-RECENT:])
    found = written(CONFIDENCE, words.gettext("Confidence"), rows, note=recent, things=len(said))
    return found._replace(empty=words.gettext("None yet: o says how sure you are, from 1 to 10."))


def children(page: Page, width: int, words: Words) -> Section | None:
    """The goals below this one, each with its status, which a long title leaves room for; None without any."""
    if not page.children:
        return None
    title = min(max(width - CHILD_REST, LEAST_TITLE), CHILD_TITLE)

    def draw(child: Child) -> Line:
        goal, found = child
        status = status_spans(goal, found, words)
        gap = " " * max(16 - sum(cell_len(span.text) for span in status), 1)
        return (
            Span(f"{goal.no:>3}  ", "dim"),
            Span(padded(cut(visible(goal.title) or words.gettext("Untitled"), title), title + 2), "text"),
            *status,
            Span(gap + amount_brief(goal, found, words), "dim"),
        )

    return section(CHILDREN, words.gettext("Goals below"), page.children, draw, lambda child: child[0].id)
