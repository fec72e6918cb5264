"""The sections of a goal's page: entries, periods, milestones, activities, plans, confidence and versions."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from smart_tui.domain.goal import (
    Activity,
    Confidence,
    Entry,
    Goal,
    IfThenPlan,
    Kind,
    Measure,
    Milestone,
    Period,
    PeriodVerdict,
)
from smart_tui.i18n import N_, Words
from smart_tui.text.distance import distance
from smart_tui.text.labels import per_period
from smart_tui.tui.widgets.chart import verdict_sign
from smart_tui.tui.widgets.lines import Line, Span, padded, visible
from smart_tui.tui.widgets.page import Page

ENTRIES = "entries"
PERIODS = "periods"
MILESTONES = "milestones"
ACTIVITIES = "activities"
PLANS = "plans"
CONFIDENCE = "confidence"
VERSIONS = "versions"

DONE, OPEN = "✓", "·"
RECENT = 6
"""How many answers about confidence stand beside the heading."""
DATE_WIDTH = 19
AMOUNT_WIDTH = 16


class Item(NamedTuple):
    """One thing in a section: its row id or question id as `key`, and the value itself."""

    section: str
    key: int | str
    value: Any


class Section(NamedTuple):
    """A heading and its lines, each drawn only when it is seen. `item` is None for a line that no key acts on."""

    id: str
    title: str
    note: str
    things: int
    """How many it holds, for the heading."""
    length: int
    """How many lines they take."""
    line: Callable[[int], Line]
    item: Callable[[int], Item | None]
    empty: str = ""
    """What an open section without lines says."""

    @property
    def lines(self) -> int:
        """How many lines it has when it is open: one that says so where it is empty."""
        return max(self.length, 1 if self.empty else 0)


def sections_of(page: Page, words: Words) -> list[Section]:
    """The sections of a goal's page but for the answers, each with its number of things in the heading."""
    goal = page.goal
    found = [_entries(page, words)]
    if page.kind is Kind.QUOTA:
        found.append(_periods(page, words))
    found += [_milestones(page, words), _activities(page, words), _plans(goal, words), _confidence(page, words)]
    return [*found, _versions(page, words)]


def _section(
    id: str,
    title: str,
    values: Sequence[Any],
    draw: Callable[[Any], Line],
    key: Callable[[Any], int | str],
    *,
    note: str = "",
    empty: str = "",
) -> Section:
    return Section(
        id,
        title,
        note,
        len(values),
        len(values),
        lambda at: draw(values[at]),
        lambda at: Item(id, key(values[at]), values[at]) if at < len(values) else None,
        empty,
    )


def _entries(page: Page, words: Words) -> Section:
    goal, today = page.goal, page.today
    newest = page.entries[::-1]

    def draw(entry: Entry) -> Line:
        measure = goal.measure_on(entry.on)
        unit = measure.unit if measure else ""
        text = words.gettext("excused") if entry.value is None else words.amount(entry.value, visible(unit))
        return (
            Span(padded(f"{words.weekday_short(entry.on)} {words.date_short(entry.on, today)}", DATE_WIDTH), "dim"),
            Span(padded(text, AMOUNT_WIDTH, right=True), "dim" if entry.value is None else "text"),
            Span("  " + visible(entry.note), "dim"),
        )

    last = words.gettext("last {day}").format(day=distance(newest[0].on, today, words)) if newest else ""
    empty = words.gettext("None yet: c checks in, i adds one for a past day.")
    return _section(ENTRIES, words.gettext("Entries"), newest, draw, lambda entry: entry.id, note=last, empty=empty)


_PERIOD_TITLES = {
    Period.DAY: N_("Days"),
    Period.WEEK: N_("Weeks"),
    Period.MONTH: N_("Months"),
    Period.QUARTER: N_("Quarters"),
    Period.YEAR: N_("Years"),
}


def _periods(page: Page, words: Words) -> Section:
    found = page.periods[::-1]
    measure = page.goal.measure_on(page.today)
    period = measure.period if measure and measure.period else Period.WEEK

    def draw(verdict: PeriodVerdict) -> Line:
        sign = verdict_sign(verdict, page.today)
        value = words.gettext("{value} of {target}").format(
            value="–" if verdict.value is None else words.number(verdict.value, decimals=2),
            target=words.number(verdict.target, decimals=2),
        )
        return (
            Span(sign + " ", {"✓": "good", "×": "bad"}.get(sign, "dim")),
            Span(padded(_period_name(verdict, period, words, page.today), 34), "dim"),
            Span(padded(value, AMOUNT_WIDTH, right=True), "text"),
            Span("  " + _excuses(verdict, words), "dim"),
        )

    title = words.gettext(_PERIOD_TITLES[period])
    return _section(PERIODS, title, found, draw, lambda verdict: verdict.first.toordinal())


def _period_name(verdict: PeriodVerdict, period: Period, words: Words, today: date) -> str:
    if period is Period.DAY:
        return f"{words.weekday_short(verdict.first)} {words.date_short(verdict.first, today)}"
    if period is Period.MONTH:
        return words.month_year(verdict.first)
    return words.date_range(verdict.first, verdict.last)


def _excuses(verdict: PeriodVerdict, words: Words) -> str:
    if not verdict.excused_days:
        return ""
    said = words.ngettext("{n} day excused", "{n} days excused", verdict.excused_days)
    return said.format(n=verdict.excused_days)


def _milestones(page: Page, words: Words) -> Section:
    today = page.today

    def draw(milestone: Milestone) -> Line:
        weight = words.gettext("weight {n}").format(n=milestone.weight) if milestone.weight != 1 else ""
        return _todo(milestone.title, milestone.due, milestone.done_on, weight, today, words)

    ordered = sorted(page.goal.milestones, key=lambda part: (part.due or date.max, part.id))
    return _section(
        MILESTONES,
        words.gettext("Milestones"),
        ordered,
        draw,
        lambda part: part.id,
        note=_done_note(page.goal.milestones, words),
        empty=words.gettext("None yet: a adds one."),
    )


def _activities(page: Page, words: Words) -> Section:
    today = page.today

    def draw(activity: Activity) -> Line:
        rest = " · ".join(visible(part) for part in (activity.when, activity.where) if part)
        return _todo(activity.what, activity.due, activity.done_on, rest, today, words)

    ordered = sorted(page.goal.activities, key=lambda one: (one.done_on is not None, one.due or date.max, one.id))
    return _section(
        ACTIVITIES,
        words.gettext("Activities"),
        ordered,
        draw,
        lambda one: one.id,
        note=_done_note(page.goal.activities, words),
        empty=words.gettext("None yet: a adds one."),
    )


def _todo(text: str, due: date | None, done_on: date | None, rest: str, today: date, words: Words) -> Line:
    sign = Span(f"{DONE} ", "good") if done_on is not None else Span(f"{OPEN} ", "dim")
    spans = [sign, Span(visible(text), "dim" if done_on is not None else "text")]
    if done_on is not None:
        spans.append(Span("  " + words.gettext("done {day}").format(day=words.date_short(done_on, today)), "dim"))
    elif due is not None:
        late = due < today
        said = f"{words.weekday_short(due)} {words.date_short(due, today)}, {distance(due, today, words)}"
        spans.append(Span("  " + said, "warn" if late else "dim"))
    if rest:
        spans.append(Span(f"  {rest}", "dim"))
    return tuple(spans)


def _done_note(parts: Sequence[Milestone] | Sequence[Activity], words: Words) -> str:
    done = sum(1 for part in parts if part.done_on is not None)
    if not done:
        return ""
    return words.gettext("{n} done").format(n=words.number(done))


def _plans(goal: Goal, words: Words) -> Section:
    def draw(plan: IfThenPlan) -> Line:
        pattern = words.gettext("If {situation}, then {action}")
        return (Span(pattern.format(situation=visible(plan.situation), action=visible(plan.action)), "text"),)

    empty = words.gettext("None yet: a adds one. A plan for a moment is kept more often than a resolution.")
    return _section(PLANS, words.gettext("If-then plans"), goal.plans, draw, lambda plan: plan.id, empty=empty)


def _confidence(page: Page, words: Words) -> Section:
    newest = page.goal.confidence[::-1]

    def draw(said: Confidence) -> Line:
        day = padded(words.date_short(said.on, page.today), DATE_WIDTH)
        return Span(day, "dim"), Span(f"{said.value:2} ", "text"), Span("━" * said.value, "accent")

    recent = " ".join(str(said.value) for said in page.goal.confidence[-RECENT:])
    empty = words.gettext("None yet: o says how sure you are, from 1 to 10.")
    return _section(
        CONFIDENCE,
        words.gettext("Confidence"),
        newest,
        draw,
        lambda said: said.on.toordinal(),
        note=recent,
        empty=empty,
    )


def _versions(page: Page, words: Words) -> Section:
    def draw(measure: Measure) -> Line:
        since = words.gettext("since {day}").format(day=words.date_short(measure.valid_from, page.today))
        reason = f"  {visible(measure.reason)}" if measure.reason else ""
        return (
            Span(padded(since, DATE_WIDTH + 6), "dim"),
            Span(target_text(measure, words), "text"),
            Span(reason, "dim"),
        )

    newest = page.goal.measures[::-1]
    return _section(
        VERSIONS,
        words.gettext("Versions of the target"),
        newest,
        draw,
        lambda measure: measure.id,
        empty=words.gettext("There is no measure yet: e edits the goal."),
    )


def target_text(measure: Measure, words: Words) -> str:
    """What a version asks for, in a few words."""
    unit = visible(measure.unit)
    if measure.untargeted:
        return words.gettext("no target")
    if measure.kind is Kind.WITHIN:
        ends = [words.figure(value, unit) if value is not None else "" for value in (measure.low, measure.high)]
        return f"{'–'.join(ends)} {unit}".strip()
    parts = []
    if measure.change_percent is not None:
        parts.append(words.percent(measure.change_percent, sign=True))
    goal_value: Decimal | None = measure.goal_value
    if goal_value is not None:
        parts.append(("= " if parts else "") + words.amount(goal_value, unit, decimals=2))
    text = " ".join(parts) or words.gettext("done or not")
    return f"{text} {per_period(measure.period, words)}" if measure.period and goal_value is not None else text
