"""The words of the weekly review: which weeks, what is asked, what was promised and decided."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import FirstWeekday, add_days
from smart_tui.domain.review import (
    ACCEPTED,
    CHANGE,
    HINDERED,
    RELEVANT,
    WELL,
    Cause,
    Decision,
    Promise,
    Repair,
    Review,
    ReviewScreen,
    Span,
)
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words

SCREENS: Mapping[str, str] = {
    ReviewScreen.WEEK: N_("Last week"),
    ReviewScreen.GOALS: N_("Goals"),
    ReviewScreen.NEXT: N_("Next week"),
    ReviewScreen.LINES: N_("Lines"),
}
PROMISES: Mapping[str, str] = {
    Promise.KEPT: N_("kept"),
    Promise.PARTLY: N_("partly"),
    Promise.NOT: N_("not kept"),
}
PROMISE_SIGN: Mapping[Promise | None, str] = {Promise.KEPT: "✓", Promise.PARTLY: "½", Promise.NOT: "×", None: "·"}
"""One cell wide each; the word stands beside it."""
DECISIONS: Mapping[str, str] = {
    Decision.ADJUSTED: N_("adjusted"),
    Decision.PAUSED: N_("paused"),
    Decision.FINISHED: N_("finished"),
}
CAUSES: Mapping[str, str] = {
    Cause.TIME: N_("too little time"),
    Cause.ENERGY: N_("too little energy"),
    Cause.UNCLEAR: N_("the next step was unclear"),
    Cause.WAITING: N_("waiting for someone"),
    Cause.MEASURE: N_("the wrong measure"),
    Cause.TOO_BIG: N_("too big"),
    Cause.CHANGED: N_("things changed"),
    Cause.OTHER: N_("something else"),
}
CAUSE_QUESTIONS: Mapping[str, str] = {
    Cause.TIME: N_("When next week is there an hour for it?"),
    Cause.ENERGY: N_("When in the week does it come easiest to you?"),
    Cause.UNCLEAR: N_("What is the very first thing to do?"),
    Cause.WAITING: N_("Who is it, and when do you ask again?"),
    Cause.MEASURE: N_("What would show better how it goes?"),
    Cause.TOO_BIG: N_("Which part of it could be done next week?"),
    Cause.CHANGED: N_("What is different now?"),
    Cause.OTHER: N_("What was it?"),
}
"""What leads from a cause to something to do about it."""
REPAIRS: Mapping[str, str] = {
    Repair.PLAN: N_("an if-then plan"),
    Repair.SMALLER: N_("a smaller step"),
    Repair.DATE: N_("a new date"),
    Repair.ASK: N_("someone to ask"),
}
QUESTIONS: Mapping[str, str] = {
    WELL: N_("What went well?"),
    HINDERED: N_("What got in the way?"),
    CHANGE: N_("What is one thing to change?"),
    RELEVANT: N_("Are the goals still relevant to you?"),
    ACCEPTED: N_("Do those involved still agree to them?"),
}
LINE_LABELS: Mapping[str, str] = {
    WELL: N_("Went well"),
    HINDERED: N_("In the way"),
    CHANGE: N_("I change"),
    RELEVANT: N_("Still relevant"),
    ACCEPTED: N_("Still agreed to"),
}
"""What stands before the answer on the page of a week."""
MINUTE, HOUR = 60, 3600


def screen_name(screen: ReviewScreen, words: Words) -> str:
    """One of the five screens, for the rail."""
    if screen is ReviewScreen.DONE:
        # What is over is not said as a day that is done.
        return words.pgettext("review", "Done")
    return words.gettext(SCREENS[screen])


def span_title(weeks: Span | Review, settings: Settings, words: Words) -> str:
    """The weeks of a review and their days: "Week 3 · 12–18 January 2026", "Week of 11 January · …"."""
    first, days = weeks.since, words.date_range(weeks.since, weeks.last)
    if first < weeks.week and _numbered(first, settings) and _numbered(weeks.week, settings):
        named = words.gettext("weeks {first}–{last}").format(first=_number(first), last=_number(weeks.week))
    elif first < weeks.week:
        return days
    else:
        named = week_named(weeks.week, settings, words)
    named = named[:1].upper() + named[1:]
    return f"{named} · {days}"


def week_named(week: date, settings: Settings, words: Words) -> str:
    """One week by its first day within a sentence: "week 3", or "week of 11 January" where no Monday begins it."""
    return words.week_title(week, 0 if _numbered(week, settings) else 1)


def missed_said(span: Span, words: Words) -> str:
    """That weeks before the one to review stand beside it; empty where none was missed."""
    missed = len(span.weeks) - 1
    if not missed:
        return ""
    said = words.ngettext(
        "The week before was not reviewed; the two stand side by side.",
        "The {n} weeks before were not reviewed; they all stand side by side.",
        missed,
    )
    return said.format(n=words.number(missed))


def due_said(span: Span, words: Words) -> str:
    """One quiet line: "The weekly review is due", with how many weeks it takes in where they are several."""
    weeks = len(span.weeks)
    if weeks < 2:
        return words.gettext("The weekly review is due")
    said = words.ngettext("The weekly review is due, for {n} week", "The weekly review is due, for {n} weeks", weeks)
    return said.format(n=words.number(weeks))


def due_week_said(span: Span, settings: Settings, words: Words) -> str:
    """The same with the weeks themselves: "The weekly review is due: week 3"."""
    title = span_title(span, settings, words)
    return words.gettext("{what}: {weeks}").format(what=due_said(span, words), weeks=title[:1].lower() + title[1:])


def elapsed(seconds: int, words: Words) -> str:
    """How long a review took so far: "4 min", "1 h 5 min"; nothing in the first minute."""
    minutes = max(seconds, 0) // MINUTE
    if not minutes:
        return ""
    hours, rest = divmod(minutes, HOUR // MINUTE)
    if not hours:
        return words.gettext("{minutes} min").format(minutes=words.number(minutes))
    return words.gettext("{hours} h {minutes} min").format(hours=words.number(hours), minutes=words.number(rest))


def promise_label(promise: Promise | None, words: Words) -> str:
    """What became of a promise: "kept", "partly", "not kept", "not answered"."""
    return words.gettext(PROMISES[promise]) if promise else words.gettext("not answered")


def promises_said(kept: int, partly: int, answered: int, asked: int, words: Words) -> str:
    """The share of promises kept: "6 of 8 promises kept, one partly, 2 not answered"; empty where none was made."""
    if not asked:
        return ""
    if not answered:
        said = words.ngettext("{n} promise, not answered", "{n} promises, not answered", asked)
        return said.format(n=words.number(asked))
    said = words.ngettext("{kept} of {n} promise kept", "{kept} of {n} promises kept", answered)
    parts = [said.format(kept=words.number(kept), n=words.number(answered))]
    if partly:
        parts.append(words.ngettext("one partly", "{n} partly", partly).format(n=words.number(partly)))
    if asked > answered:
        rest = asked - answered
        parts.append(words.ngettext("one not answered", "{n} not answered", rest).format(n=words.number(rest)))
    return ", ".join(parts)


def usual_said(count: int, usual: tuple[Decimal, Decimal] | None, words: Words) -> str:
    """What one is about to promise beside what one usually keeps: "5 promises; you usually keep 3.8 of 5"."""
    said = words.ngettext("{n} promise", "{n} promises", count).format(n=words.number(count))
    if usual is None:
        return said
    kept, made = (words.number(number, decimals=1) for number in usual)
    return words.gettext("{promises}; you usually keep {kept} of {made}").format(promises=said, kept=kept, made=made)


def decision_said(decision: Decision, words: Words) -> str:
    """What was decided about a goal, in a word."""
    return words.gettext(DECISIONS[decision])


def cause_label(cause: Cause, words: Words) -> str:
    """Why a goal is not where it should be, in a few words."""
    return words.gettext(CAUSES[cause])


def cause_question(cause: Cause | None, words: Words) -> str:
    """What is asked about a cause once it is known, before something is done about it; without one, what it was."""
    return words.gettext(CAUSE_QUESTIONS[cause]) if cause else words.gettext("What was in the way?")


def repair_label(repair: Repair, words: Words) -> str:
    """What may be done about a cause."""
    return words.gettext(REPAIRS[repair])


def prompt_question(prompt: str, words: Words) -> str:
    """The question of one of the lines by its id; a prompt of the person's own is its own question."""
    return words.gettext(QUESTIONS[prompt]) if prompt in QUESTIONS else prompt


def prompt_label(prompt: str, words: Words) -> str:
    """What stands before the answer on the page: "Went well"; a prompt of the person's own as it is."""
    return words.gettext(LINE_LABELS[prompt]) if prompt in LINE_LABELS else prompt


def confidence_said(now: int | None, before: int | None, words: Words) -> str:
    """How sure one is: "sure 8", "sure 6, was 8"; empty where nothing was said."""
    if now is None:
        return ""
    if before is None or before == now:
        return words.gettext("sure {now}").format(now=words.number(now))
    return words.gettext("sure {now}, was {before}").format(now=words.number(now), before=words.number(before))


def _numbered(week: date, settings: Settings) -> bool:
    """Whether a week goes by its number: where weeks begin on Monday."""
    first_weekday = settings.first_weekday
    weekday = first_weekday.on(week) if isinstance(first_weekday, FirstWeekday) else first_weekday
    return weekday == 0 and week.weekday() == 0


def _number(week: date) -> int:
    return add_days(week, 3).isocalendar().week
