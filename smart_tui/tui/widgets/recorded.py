"""The sections of a goal's page on what was recorded and what is asked: bare minimum, entries, periods, versions."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Entry, Kind, Measure, Period, PeriodVerdict
from smart_tui.domain.nps import Counts, margin
from smart_tui.i18n import N_, Words
from smart_tui.text.distance import distance
from smart_tui.text.labels import per_period
from smart_tui.text.minimum import minimum_heading, minimum_rows
from smart_tui.tui.widgets.lines import Line, Span, padded, visible
from smart_tui.tui.widgets.page import Page
from smart_tui.tui.widgets.sections import ENTRIES, MINIMUM, PERIODS, VERSIONS, Section, section, written
from smart_tui.tui.widgets.signs import STYLES, verdict_sign

DATE_WIDTH = 19
AMOUNT_WIDTH = 16
PERIOD_WIDTH = 34
_PERIOD_TITLES = {
    Period.DAY: N_("Days"),
    Period.WEEK: N_("Weeks"),
    Period.MONTH: N_("Months"),
    Period.QUARTER: N_("Quarters"),
    Period.YEAR: N_("Years"),
}


def minimum(page: Page, words: Words) -> Section | None:
    """What each of the next seven days asks for at least, as a table; None without a line to keep to."""
    if not page.asks:
        return None
    rows = minimum_rows(page.asks, page.goal, page.today, words)
    width = max(len(day) for day, _ in rows) + 3
    lines: list[Line] = [
        (Span(padded(day, width), "dim"), Span(visible(asked), "text" if ask.amount else "dim"))
        for ask, (day, asked) in zip(page.asks, rows, strict=True)
    ]
    heading = visible(minimum_heading(page.asks, page.goal, page.today, words))
    lines.insert(0, (Span(heading, "dim"),))
    return written(MINIMUM, words.gettext("The next 7 days"), [(line, None) for line in lines])


def entries(page: Page, words: Words) -> Section:
    """All entries, newest first."""
    goal, today = page.goal, page.today
    newest = page.entries[::-1]

    def draw(entry: Entry) -> Line:
        measure = goal.measure_on(entry.on)
        unit = measure.unit if measure else ""
        text = words.gettext("excused") if entry.value is None else words.amount(entry.value, visible(unit))
        counts = _counts(entry.counts, words) if entry.counts else ""
        return (
            Span(padded(f"{words.weekday_short(entry.on)} {words.date_short(entry.on, today)}", DATE_WIDTH), "dim"),
            Span(padded(text, AMOUNT_WIDTH, right=True), "dim" if entry.value is None else "text"),
            Span(counts, "dim"),
            Span("  " + visible(entry.note), "dim"),
        )

    last = words.gettext("last {day}").format(day=distance(newest[0].on, today, words)) if newest else ""
    empty = words.gettext("None yet: c checks in, i adds one for a past day.")
    return section(ENTRIES, words.gettext("Entries"), newest, draw, lambda entry: entry.id, note=last, empty=empty)


def _counts(counted: tuple[int, int, int], words: Words) -> str:
    """The counts behind a net promoter score, and how far it may be off: "22/17/11 ±21"."""
    off = margin(Counts(*counted))
    return "  {}/{}/{}".format(*counted) + ("" if off is None else f" ±{words.number(off, decimals=0)}")


def periods(page: Page, words: Words) -> Section:
    """The periods of a quota, newest first, each with its verdict against the target of its own days."""
    found = page.periods[::-1]
    measure = page.measure
    period = measure.period if measure and measure.period else Period.WEEK

    def draw(verdict: PeriodVerdict) -> Line:
        sign = verdict_sign(verdict, page.day)
        value = words.gettext("{value} of {target}").format(
            value="–" if verdict.value is None else words.number(verdict.value, decimals=2),
            target=words.number(verdict.target, decimals=2),
        )
        return (
            Span(sign + " ", STYLES[sign]),
            Span(padded(_period_name(verdict, period, words, page.today), PERIOD_WIDTH), "dim"),
            Span(padded(value, AMOUNT_WIDTH, right=True), "text"),
            Span("  " + _scaled(verdict, words), "dim"),
        )

    title = words.gettext(_PERIOD_TITLES[period])
    return section(PERIODS, title, found, draw, lambda verdict: verdict.first.toordinal())


def _period_name(verdict: PeriodVerdict, period: Period, words: Words, today: date) -> str:
    if period is Period.DAY:
        return f"{words.weekday_short(verdict.first)} {words.date_short(verdict.first, today)}"
    if period is Period.MONTH:
        return words.month_year(verdict.first)
    return words.date_range(verdict.first, verdict.last)


def _scaled(verdict: PeriodVerdict, words: Words) -> str:
    """Why the target of a period is not the whole one."""
    if verdict.excused_days:
        said = words.ngettext("{n} day excused", "{n} days excused", verdict.excused_days)
        if verdict.active_days + verdict.excused_days < verdict.wanted_days:
            said = words.ngettext(
                "{n} day excused, {active} of {wanted} count",
                "{n} days excused, {active} of {wanted} count",
                verdict.excused_days,
            )
    elif verdict.active_days < verdict.wanted_days:
        said = words.ngettext("{active} of {wanted} day counts", "{active} of {wanted} days count", verdict.active_days)
    else:
        return ""
    return said.format(n=verdict.excused_days, active=verdict.active_days, wanted=verdict.wanted_days)


def versions(page: Page, words: Words) -> Section:
    """What was asked for since when, and why, newest first."""

    def draw(measure: Measure) -> Line:
        since = words.gettext("since {day}").format(day=words.date_short(measure.valid_from, page.today))
        reason = f"  {visible(measure.reason)}" if measure.reason else ""
        return (
            Span(padded(since, DATE_WIDTH + 6), "dim"),
            Span(target_text(measure, words), "text"),
            Span(reason, "dim"),
        )

    newest = page.goal.measures[::-1]
    return section(
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
