"""A month, a quarter or a year looked back on, in lines to draw and as Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from smart_tui.domain.goal import Kind, Outcome, Period
from smart_tui.domain.lookback import Ended, LookBack, Moved
from smart_tui.domain.lookback import Line as Written
from smart_tui.domain.review import CHANGE
from smart_tui.domain.settings import Settings
from smart_tui.domain.stretch import Stretch
from smart_tui.i18n import N_, Words
from smart_tui.text.goalweek import DOWN, UP
from smart_tui.text.labels import outcome_name, periods_counted
from smart_tui.text.markdown import front_matter, name_in_markdown, one_line, words_in_markdown
from smart_tui.text.pace import change_figure
from smart_tui.text.review import cause_label, confidence_said, promises_said, prompt_label, week_named
from smart_tui.text.reviewpage import BLANK, GOAL, HEAD, TEXT, TITLE, Line

Quote = Callable[[str], str]

TYPES: Mapping[str, str] = {
    Period.MONTH: "monthly-review",
    Period.QUARTER: "quarterly-review",
    Period.YEAR: "yearly-review",
}
"""What a page is, for note apps; the same in every language."""
OUTCOME_SIGN: Mapping[Outcome, str] = {
    Outcome.ACHIEVED: "✓",
    Outcome.PARTLY: "½",
    Outcome.MISSED: "×",
    Outcome.DROPPED: "–",
}


IN_PERIOD: Mapping[Period, str] = {
    Period.DAY: N_("{value} of {target} on the day"),
    Period.WEEK: N_("{value} of {target} in the week"),
    Period.MONTH: N_("{value} of {target} in the month"),
    Period.QUARTER: N_("{value} of {target} in the quarter"),
    Period.YEAR: N_("{value} of {target} in the year"),
}
AT_MOST_IN: Mapping[Period, str] = {
    Period.DAY: N_("{value} of at most {target} on the day"),
    Period.WEEK: N_("{value} of at most {target} in the week"),
    Period.MONTH: N_("{value} of at most {target} in the month"),
    Period.QUARTER: N_("{value} of at most {target} in the quarter"),
    Period.YEAR: N_("{value} of at most {target} in the year"),
}
SHORT = 100
"""Characters of what was written that a quarter and a year show of a week or a month."""


class _Row(NamedTuple):
    """One thing of a part: its own line, what stands at its end, and what stands beneath."""

    text: str
    end: str = ""
    below: tuple[str, ...] = ()
    name: bool = False
    """Whether the line names a goal."""


class _Part(NamedTuple):
    head: str
    rows: tuple[_Row, ...]


def stretch_title(stretch: Stretch, words: Words) -> str:
    """ "January 2026", "Quarter 1, 2026", "2026"."""
    if stretch.period is Period.MONTH:
        title = words.month_year(stretch.first)
        return title[:1].upper() + title[1:]
    if stretch.period is Period.QUARTER:
        number = (stretch.first.month + 2) // 3
        return words.gettext("Quarter {number}, {year}").format(number=number, year=stretch.first.year)
    return str(stretch.first.year)


def lookback_lines(found: LookBack, settings: Settings, words: Words) -> tuple[Line, ...]:
    """The page of a stretch as lines to draw."""
    lines = [Line(TITLE, stretch_title(found.stretch, words)), Line(BLANK), Line(TEXT, summary_said(found, words))]
    for part in _parts(found, settings, words, one_line, one_line):
        lines += [Line(BLANK), Line(HEAD, part.head)]
        for row in part.rows:
            lines.append(Line(GOAL, row.text, row.end) if row.name else Line(TEXT, f"  {row.text}"))
            lines += [Line(TEXT, f"    {text}") for text in row.below]
    return tuple(lines)


def lookback_markdown(found: LookBack, settings: Settings, words: Words) -> str:
    """The same as Markdown with front matter for note apps."""
    stretch, title = found.stretch, stretch_title(found.stretch, words)
    kind = TYPES[stretch.period]
    lines = [f"# {title}", "", summary_said(found, words)]
    for part in _parts(found, settings, words, name_in_markdown, words_in_markdown):
        lines += ["", f"## {part.head}", ""]
        for row in part.rows:
            lines.append("- " + " · ".join(each for each in (row.text.strip(), row.end) if each))
            lines += [f"  - {text}" for text in row.below]
    named = [*(each.title for each in found.moved), *(each.title for each in found.ended)]
    titles = tuple(dict.fromkeys(title for title in named if title))
    fields: dict[str, str | date | Sequence[str]] = {
        "title": title,
        "date": stretch.last,
        "from": stretch.first,
        "type": kind,
        "tags": (kind,),
        "goals": titles,
    }
    return front_matter(fields) + "\n".join(lines) + "\n"


def summary_said(found: LookBack, words: Words) -> str:
    """ "3 of 4 weeks reviewed. 11 of 15 promises kept. 2 goals achieved, 1 goal dropped." """
    reviewed = ""
    if found.weeks:
        said = words.ngettext("{reviewed} of {n} week reviewed", "{reviewed} of {n} weeks reviewed", found.weeks)
        reviewed = said.format(reviewed=words.number(found.reviewed), n=words.number(found.weeks))
    ended = ", ".join(_ended_count(outcome, count, words) for outcome, count in sorted_outcomes(found))
    begun = ""
    if found.stretch.period is Period.YEAR and found.begun:
        count = len(found.begun)
        begun = words.ngettext("{n} goal begun", "{n} goals begun", count).format(n=words.number(count))
    told = " ".join(f"{said}." for said in (reviewed, promises_said(*found.promises, words), begun, ended) if said)
    return told or words.gettext("Nothing to look back on yet.")


def sorted_outcomes(found: LookBack) -> tuple[tuple[Outcome, int], ...]:
    """How many goals ended how, achieved ones first."""
    counts = found.outcomes
    return tuple((outcome, counts[outcome]) for outcome in Outcome if counts.get(outcome))


def moved_said(moved: Moved, words: Words, by: date | None = None) -> str:
    """What a stretch changed of a goal: "12,400 → 12,900 visits, +500", "met in 3 of 4 weeks".

    A period that goes on is told by what it held `by` a day, or so far: "1 of 3 letters in the quarter so far".
    """
    if moved.kind is Kind.QUOTA:
        return _quota(moved, words, by)
    if moved.after is None:
        return words.gettext("no reading yet")
    if moved.kind is Kind.RATING:
        before, after = (None if value is None else words.number(value, sign=True) for value in moved[5:7])
        return words.gettext("rated {level}").format(
            level=f"{before} → {after}" if before not in (None, after) else after
        )
    if moved.kind is Kind.MILESTONES:
        return _milestones(moved.after, moved.change or Decimal(0), moved.target or Decimal(1), words)
    if moved.kind is Kind.TOTAL and moved.target is not None:
        value = words.figure(moved.after, moved.unit, decimals=2)
        said = words.gettext("{value} of {target}").format(
            value=value, target=words.amount(moved.target, moved.unit, decimals=2)
        )
    else:
        said = _amount(moved.after, moved.unit, words)
        if moved.change and moved.before is not None:
            said = f"{words.figure(moved.before, moved.unit, decimals=2)} → {said}"
    if not moved.change:
        return said
    change = change_figure(moved.change, moved.unit, words)
    return words.gettext("{said}, {change}").format(said=said, change=change)


def _milestones(after: Decimal, change: Decimal, whole: Decimal, words: Words) -> str:
    """ "50% done, +25 percentage points": milestones by their weight; of a goal that is done or not, which."""
    if whole <= 1:
        return words.pgettext("milestone", "done") if after else words.gettext("not done yet")
    said = words.gettext("{percent} done").format(percent=words.percent(after * 100 / whole, decimals=0))
    if not change:
        return said
    points = change_figure(change * 100 / whole, "%", words)
    return words.gettext("{said}, {change}").format(said=said, change=points)


def _quota(moved: Moved, words: Words, by: date | None) -> str:
    if moved.judged:
        periods = periods_counted(moved.judged, moved.period or Period.WEEK, words)
        return words.gettext("met in {met} of {periods}").format(met=words.number(moved.met), periods=periods)
    if moved.running is None or moved.asked is None:
        return "" if moved.after is None else _amount(moved.after, moved.unit, words)
    pattern = AT_MOST_IN if moved.at_most else IN_PERIOD
    said = words.gettext(pattern[moved.period or Period.WEEK]).format(
        value=words.figure(moved.running, moved.unit, decimals=2), target=_amount(moved.asked, moved.unit, words)
    )
    if by is None:
        return words.gettext("{said} so far").format(said=said)
    return words.gettext("{said} by {day}").format(said=said, day=words.day_month(by))


def _parts(found: LookBack, settings: Settings, words: Words, name: Quote, said: Quote) -> Iterator[_Part]:
    if found.ended:
        yield _Part(words.gettext("Goals that ended"), tuple(_ended(each, words, name, said) for each in found.ended))
    moved = [each for each in found.moved if each.part]
    if moved:
        by = found.stretch.last if found.over else None
        yield _Part(words.gettext("What moved"), tuple(_moved(each, words, name, said, by) for each in moved))
    still = [each for each in found.moved if not each.part]
    if still:
        yield _Part(words.gettext("What stood still"), tuple(_still(each, words, name) for each in still))
    if found.begun and found.stretch.period is not Period.YEAR:
        begun = tuple(_Row(name(title) or _numbered(no, words)) for no, title in found.begun)
        yield _Part(words.gettext("Begun"), begun)
    if found.causes:
        times = tuple(
            _Row(words.gettext("{cause}: {times}").format(cause=cause_label(cause, words), times=_times(count, words)))
            for cause, count in found.causes
        )
        yield _Part(words.gettext("In the way"), times)
    if found.lines and found.stretch.period is Period.MONTH:
        yield _Part(words.gettext("From the weeks"), tuple(_written(found, settings, words, said)))
    elif found.lines:
        # Who asks other questions has no such line; then the last one of each week stands for it.
        change = [line for line in found.lines if line.prompt == CHANGE]
        head = words.gettext("What was to change") if change else words.gettext("From the weeks")
        shown = _in_short(change or found.lines, found.stretch.period, settings, words, said)
        yield _Part(head, tuple(shown))


def _ended(each: Ended, words: Words, name: Quote, said: Quote) -> _Row:
    sign = OUTCOME_SIGN[each.outcome] if each.outcome else " "
    title = name(each.title) or _numbered(each.no, words)
    on = words.day_month(each.on)
    end = (
        words.gettext("{outcome}, {day}").format(outcome=outcome_name(each.outcome, words), day=on)
        if each.outcome
        else on
    )
    return _Row(f"{sign} {title}", end, (said(each.lesson),) if each.lesson.strip() else (), name=True)


def _moved(each: Moved, words: Words, name: Quote, said: Quote, by: date | None) -> _Row:
    sign = " " if not each.change or each.kind is Kind.QUOTA else UP if each.change > 0 else DOWN
    title = name(each.title) or _numbered(each.no, words)
    told = moved_said(each, words, by)
    return _Row(f"{sign} {title}", _sure(each, words), (said(told),) if told else (), name=True)


def _still(each: Moved, words: Words, name: Quote) -> _Row:
    return _Row(f"  {name(each.title) or _numbered(each.no, words)}", _sure(each, words), name=True)


def _sure(each: Moved, words: Words) -> str:
    if not each.confidence:
        return ""
    return confidence_said(each.confidence[-1][1], each.confidence[0][1], words)


def _written(found: LookBack, settings: Settings, words: Words, said: Quote) -> Iterator[_Row]:
    for week, lines in groupby(found.lines, key=lambda line: line.week):
        head = week_named(week, settings, words)
        below = tuple(
            said(words.gettext("{label}: {text}").format(label=prompt_label(prompt, words), text=one_line(text)))
            for _, prompt, text in lines
        )
        yield _Row(head[:1].upper() + head[1:], "", below)


def _in_short(
    lines: Sequence[Written], period: Period, settings: Settings, words: Words, said: Quote
) -> Iterator[_Row]:
    """One line a week of a quarter, the last one of each month of a year."""
    yearly = period is Period.YEAR

    def stretch(line: Written) -> tuple[int, int] | date:
        return (line.week.year, line.week.month) if yearly else line.week

    for _, together in groupby(lines, key=stretch):
        line = list(together)[-1]
        when = words.month_year(line.week) if yearly else week_named(line.week, settings, words)
        told = words.gettext("{label}: {text}").format(label=when[:1].upper() + when[1:], text=_short(line.text))
        yield _Row(said(told))


def _short(text: str) -> str:
    whole = one_line(text)
    return whole if len(whole) <= SHORT else whole[: SHORT - 1].rstrip() + "…"


def _amount(value: Decimal, unit: str, words: Words) -> str:
    # A unit is written as many of it are called: "1 letters" is not said.
    return words.figure(value, unit) if value == 1 and unit != "%" else words.amount(value, unit, decimals=2)


def _numbered(no: int, words: Words) -> str:
    return words.gettext("goal {number}").format(number=no)


def _times(count: int, words: Words) -> str:
    return words.ngettext("{n} time", "{n} times", count).format(n=words.number(count))


def _ended_count(outcome: Outcome, count: int, words: Words) -> str:
    said = {
        Outcome.ACHIEVED: words.ngettext("{n} goal achieved", "{n} goals achieved", count),
        Outcome.PARTLY: words.ngettext("{n} goal partly achieved", "{n} goals partly achieved", count),
        Outcome.MISSED: words.ngettext("{n} goal missed", "{n} goals missed", count),
        Outcome.DROPPED: words.ngettext("{n} goal dropped", "{n} goals dropped", count),
    }
    return said[outcome].format(n=words.number(count))
