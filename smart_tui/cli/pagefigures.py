"""The figures of one goal on its page of plain text: honest sentences first, then tables."""

from datetime import date

from smart_tui.cli.figures import Figures
from smart_tui.domain.goal import Pause, Period, PeriodVerdict, State
from smart_tui.domain.nps import NPS, Counts
from smart_tui.i18n import Words
from smart_tui.text.chartwords import calendar_sentence, confidence_sentence
from smart_tui.text.clash import clash
from smart_tui.text.echo import score
from smart_tui.text.forecast import outlook_sentence
from smart_tui.text.labels import status_label
from smart_tui.text.minimum import buffer_sentence, minimum_rows, minimum_sentence
from smart_tui.text.realism import realism_sentences
from smart_tui.text.rollup import rollup_sentence
from smart_tui.text.rows import amount_brief
from smart_tui.text.sentences import page_sentence, running_sentence
from smart_tui.text.streak import streak_sentence
from smart_tui.text.title import title

LAST_PERIODS = 12
LAST_CONFIDENCE = 6

Rows = list[tuple[str, ...]]


def sentences(found: Figures, today: date, words: Words) -> str:
    """Where the goal is, what it asks for, when it may be reached, and what does not agree."""
    goal, assessment = found.goal, found.assessment
    first = [page_sentence(goal, assessment, today, words)]
    if found.running is not None and goal.measure is not None:
        first.append(running_sentence(goal.measure, found.running, words))
    more = [
        _needed(found, today, words),
        outlook_sentence(goal, assessment.outlook if found.on_the_way else None, today, words),
        calendar_sentence(found.periods, found.period, today, words) if found.periods else "",
        streak_sentence(found.streak, found.period, words) if found.streak is not None else "",
        _score(found, words),
        rollup_sentence(found.rollup, words) if found.rollup is not None and not found.by_children else "",
    ]
    lines = [" ".join(first), " ".join(text for text in more if text), clash(goal, assessment, today, words)]
    return "\n".join(line for line in lines if line)


def minimum(found: Figures, today: date, words: Words) -> Rows:
    """What each of the next seven days asks for; empty where none asks for anything."""
    if not any(ask.amount for ask in found.asks):
        return []
    return list(minimum_rows(found.asks, found.goal, today, words))


def periods(found: Figures, today: date, words: Words) -> Rows:
    """The last periods of a quota, newest first, with their verdicts."""
    return [_verdict(verdict, found.period, today, words) for verdict in found.periods[: -LAST_PERIODS - 1 : -1]]


def realism(found: Figures, words: Words) -> Rows:
    """What one's own record says of the plan, a sentence a row."""
    measure = found.goal.measure
    if measure is None:
        return []
    return [(said,) for said in realism_sentences(found.realism, measure, words)]


def confidence(found: Figures, today: date, words: Words) -> Rows:
    """How sure the person was: a sentence, then the last few answers."""
    series = found.goal.confidence
    if not series:
        return []
    last = [(f"{each.value:>2}  {words.date_full(each.on)}",) for each in series[-LAST_CONFIDENCE:]]
    return [(confidence_sentence(series, today, words),), *last]


def pauses(found: Figures, words: Words) -> Rows:
    """When the goal rests."""
    return [(_pause(pause, words),) for pause in found.goal.pauses]


def children(found: Figures, words: Words) -> Rows:
    """The goals below this one, each with how it stands."""
    return [
        (str(goal.no), title(goal, words), amount_brief(goal, found, words), status_label(found.status, words))
        for goal, found in found.children
    ]


def _needed(found: Figures, today: date, words: Words) -> str:
    """How long nothing is needed; where something is, how much by when."""
    if not found.on_the_way:
        return ""
    goal, assessment = found.goal, found.assessment
    behind = assessment.gap is not None and assessment.gap > 0
    rest = buffer_sentence(goal, assessment, found.buffer, today, words)
    return rest or minimum_sentence(found.asks, goal, today, words, behind=behind)


def _score(found: Figures, words: Words) -> str:
    """What the latest counts say of a net promoter score: it is worth no more than its margin."""
    goal, last = found.goal, found.last
    if goal.state is not State.ACTIVE or goal.measure is None or goal.measure.entered_as != NPS:
        return ""
    if last is None or last.value is None or last.counts is None:
        return ""
    return score(last.value, Counts(*last.counts), words) + "."


def _verdict(verdict: PeriodVerdict, period: Period, today: date, words: Words) -> tuple[str, ...]:
    said = words.gettext("{value} of {target}").format(
        value="–" if verdict.value is None else words.number(verdict.value, decimals=2),
        target=words.number(verdict.target, decimals=2),
    )
    return (period_name(verdict.first, verdict.last, period, words), said, _judgement(verdict, today, words))


def period_name(first: date, last: date, period: Period, words: Words) -> str:
    """ "Thu 15 January 2026", "January 2026", "12–18 January 2026"."""
    if period is Period.DAY:
        return words.date_full(first)
    if period is Period.MONTH:
        return words.month_year(first)
    return words.date_range(first, last)


def _judgement(verdict: PeriodVerdict, today: date, words: Words) -> str:
    if verdict.met:
        said = words.pgettext("period", "met")
    elif verdict.met is None and verdict.last >= today:
        said = words.pgettext("period", "still running")
    elif not verdict.judged:
        said = words.pgettext("period", "does not count")
    elif verdict.met is None:
        said = words.pgettext("period", "unknown")
    else:
        said = words.pgettext("period", "not met")
    if not verdict.excused_days:
        return said
    days = words.ngettext("{n} day excused", "{n} days excused", verdict.excused_days)
    return f"{said}, {days.format(n=words.number(verdict.excused_days))}"


def _pause(pause: Pause, words: Words) -> str:
    if pause.last is None:
        return words.gettext("since {day}").format(day=words.date_full(pause.first))
    return words.date_range(pause.first, pause.last)
