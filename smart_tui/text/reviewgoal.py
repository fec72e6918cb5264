"""What a weekly review says beside one goal: how sure the person was, why it matters, and what counts."""

from datetime import date

from smart_tui.domain.goal import Confidence, Goal
from smart_tui.i18n import Words
from smart_tui.text.distance import date_said, distance

DAYS_AGO = 13
"""So many days back are counted in days, then in weeks."""
WEEKS_AGO = 8
"""So many weeks back are counted, then it is a date."""

WHY = ("relevant.why", "specific.why", "relevant.strategy")
"""Where a goal says why it matters, the plainest answer first; a model asks for one of them at least."""
COUNTS = ("measurable.how", "measurable.done_when")
"""Where a goal says what counts, if its measure does not."""


def said_before(day: date, today: date, words: Words) -> str:
    """When something was said, for a sentence: "yesterday", "9 days ago", "2 weeks ago", "on 3 January"."""
    days = (today - day).days
    if days <= DAYS_AGO:
        return distance(day, today, words)
    weeks = days // 7
    if weeks <= WEEKS_AGO:
        return words.ngettext("{n} week ago", "{n} weeks ago", weeks).format(n=words.number(weeks))
    return words.gettext("on {day}").format(day=date_said(day, today, words))


def sure_said(now: int | None, before: Confidence | None, today: date, words: Words) -> str:
    """The question how sure one is, after what was said the last time; with an answer given now, both."""
    if now is None and before is None:
        return words.gettext("How sure are you that you will reach it?")
    if before is None:
        return words.gettext("You say {now} of 10.").format(now=now)
    when = said_before(before.on, today, words)
    if now is None:
        asked = words.gettext("You said {before} of 10 ({when}). How sure are you now?")
        return asked.format(before=before.value, when=when)
    said = words.gettext("You say {now} of 10; {when} it was {before}.")
    return said.format(now=now, before=before.value, when=when)


def why_said(goal: Goal, words: Words) -> str:
    """Why the goal matters, in the person's own words; empty where they never said."""
    why = _answered(goal, WHY)
    return words.gettext("Why this matters: {why}").format(why=why) if why else ""


def counts_said(goal: Goal, words: Words) -> str:
    """What counts, in the person's own words; empty where they never said."""
    counts = (goal.measure.what_counts.strip() if goal.measure else "") or _answered(goal, COUNTS)
    return words.gettext("Counts: {what}").format(what=counts) if counts else ""


def _answered(goal: Goal, questions: tuple[str, ...]) -> str:
    found = (goal.answers.get(question, "").strip() for question in questions)
    return next((" ".join(text.split()) for text in found if text), "")
