"""What waits on a day, one line each: "8 customer meetings: 3 meetings to go by Sunday"."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.due import OVERDUE, Due, DueKind
from smart_tui.domain.goal import Activity, Kind, Milestone, Status
from smart_tui.domain.measure import effective_kind
from smart_tui.i18n import N_, Words
from smart_tui.text.distance import day_said
from smart_tui.text.history import quoted
from smart_tui.text.title import title

WHENS: Mapping[str, str] = {"overdue": N_("Overdue"), "today": N_("Today"), "week": N_("This week")}
"""The headings of the three groups, by `Due.when`."""

ASKED: Mapping[str, str] = {
    Kind.TOTAL: N_("nothing entered for a while"),
    Kind.LEVEL: N_("a reading is due"),
    Kind.QUOTA: N_("nothing entered today"),
    Kind.WITHIN: N_("a reading is due"),
    Kind.MILESTONES: N_("nothing entered today"),
    Kind.RATING: N_("a rating is due"),
}


def due_line(due: Due, today: date, words: Words) -> str:
    """The goal and what waits: "Read 24 books: nothing entered for a while"."""
    return words.gettext("{title}: {what}").format(title=title(due.goal, words), what=due_what(due, today, words))


def due_what(due: Due, today: date, words: Words) -> str:
    """What waits, without the goal's title, in lower case: "3 meetings to go by Sunday"."""
    return _SAID[due.kind](due, today, words)


def _entry(due: Due, today: date, words: Words) -> str:
    if due.answered:
        return words.gettext("entered today")
    if due.on is not None and due.on < today:
        return words.gettext("the amount for the period up to {day} is missing").format(day=words.day_month(due.on))
    measure = due.goal.measure_on(today)
    return words.gettext(ASKED[effective_kind(measure) if measure else Kind.MILESTONES])


def _quota(due: Due, today: date, words: Words) -> str:
    measure = due.goal.measure_on(today)
    missing, unit = due.missing or Decimal(0), measure.unit if measure else ""
    # A unit is written as many of it are called: "1 meetings" is not said, and the goal names what it is.
    amount = words.figure(missing, unit) if missing == 1 else words.amount(missing, unit, decimals=2)
    if due.on is None or due.on <= today:
        return words.gettext("{amount} to go today").format(amount=amount)
    return words.gettext("{amount} to go by {day}").format(amount=amount, day=day_said(due.on, today, words))


def _item(due: Due, today: date, words: Words) -> str:
    said = _named(due.item, words)
    if due.answered:
        return words.gettext("{what}, done").format(what=said)
    if due.when == OVERDUE and due.on is not None:
        days = (today - due.on).days
        late = words.ngettext("{what}, {days} day late", "{what}, {days} days late", days)
        return late.format(what=said, days=words.number(days))
    if due.on is None or due.on == today:
        return words.gettext("{what}, today").format(what=said)
    return words.gettext("{what}, by {day}").format(what=said, day=day_said(due.on, today, words))


def _named(item: Activity | Milestone | None, words: Words) -> str:
    if isinstance(item, Milestone):
        return quoted(item.title, words)
    return ", ".join(part for part in (item.what, item.when, item.where) if part) if item is not None else ""


def _deadline(due: Due, today: date, words: Words) -> str:
    on = due.on or today
    if due.assessment is not None and due.assessment.status is Status.ACHIEVED:
        return words.gettext("reached; the goal can be closed")
    if on < today:
        days = (today - on).days
        over = words.ngettext(
            "the deadline passed {days} day ago; close it or give it a new date",
            "the deadline passed {days} days ago; close it or give it a new date",
            days,
        )
        return over.format(days=words.number(days))
    return words.gettext("the deadline is {day}").format(day=day_said(on, today, words))


def _baseline(due: Due, today: date, words: Words) -> str:
    return words.gettext("it needs a baseline before it can be judged")


def _wake(due: Due, today: date, words: Words) -> str:
    return words.gettext("parked until {day}; go on with it or park it again").format(
        day=day_said(due.on or today, today, words)
    )


def _review_on(due: Due, today: date, words: Words) -> str:
    if due.on is None or due.on >= today:
        return words.gettext("to be looked at again today")
    return words.gettext("to be looked at again since {day}").format(day=day_said(due.on, today, words))


_SAID: Mapping[DueKind, Callable[[Due, date, Words], str]] = {
    DueKind.ENTRY: _entry,
    DueKind.QUOTA: _quota,
    DueKind.ACTIVITY: _item,
    DueKind.MILESTONE: _item,
    DueKind.DEADLINE: _deadline,
    DueKind.BASELINE: _baseline,
    DueKind.WAKE: _wake,
    DueKind.REVIEW_ON: _review_on,
}
