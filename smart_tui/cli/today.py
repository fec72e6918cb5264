"""`smart-tui today` and `smart-tui due`: what is due today and this week, and what of it waits for its person.

A weekly review that is due is said beside it.
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, NoReturn

from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.output import finish
from smart_tui.cli.standing import amount, iso
from smart_tui.domain.due import OVERDUE, TODAY, WEEK, Due, DueKind
from smart_tui.domain.goal import Activity, Milestone
from smart_tui.domain.review import Span
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import open_reader
from smart_tui.store.queries.reviews import review_due
from smart_tui.store.queries.today import waiting
from smart_tui.text.due import WHENS, due_line, due_what

WAITS = 1
"""The exit code of `due` where something waits."""


class _Read(NamedTuple):
    """What is due, the weeks of the review that is, and the day, the settings and the damage they were read with."""

    found: Sequence[Due]
    review: Span | None
    today: date
    settings: Settings
    error: str


def run_today(context: Context) -> NoReturn:
    """Print what is due today and this week, what is overdue first, and end the process; raises StoreError."""
    read = _read(context)
    words = context.words
    if context.arguments.json:
        finish(_as_json(read, read.found, words), error=read.error)
    finish(as_text(read.found, read.today, words, _review_line(read, words)), error=read.error)


def run_due(context: Context) -> NoReturn:
    """Print what is overdue or due today and not seen to, one a line; ends with 1 if there is anything, else 0."""
    read = _read(context)
    words = context.words
    waits = [each for each in read.found if each.when != WEEK and not each.answered]
    if context.arguments.json:
        text = _as_json(read, waits, words)
    else:
        rows = [(str(each.goal.no), due_line(each, read.today, words)) for each in waits]
        review = _review_line(read, words)
        text = "".join(f"{line}\n" for line in [*table(rows, right=(0,)), *filter(None, [review])])
    finish(text, error=read.error, code=WAITS if waits or read.review else 0)


def as_text(found: Sequence[Due], today: date, words: Words, review: str = "") -> str:
    """What is due under its headings, one a line, with a sign for what has been seen to; before it that a review is."""
    if not found and not review:
        return words.gettext("Nothing is due today or this week.") + "\n"
    rows = [(_sign(each), str(each.goal.no), due_line(each, today, words)) for each in found]
    lines = table(rows, right=(1,), indent=2)
    parts = [f"{words.date_full(today)}", *filter(None, [review])]
    for when, group in groupby(zip(found, lines, strict=True), key=lambda pair: pair[0].when):
        parts.append("\n".join([words.gettext(WHENS[when]), *(line for _, line in group)]))
    return "\n\n".join(parts) + "\n"


def _sign(each: Due) -> str:
    """Whether it has been seen to; a quota has not while something is missing."""
    return "✓" if each.answered and each.kind is not DueKind.QUOTA else "·"


def due_json(each: Due, today: date, words: Words) -> Json:
    """One thing that is due: what it is, of which goal, until when; `missing` is what a quota lacks."""
    assessment = each.assessment
    return {
        "kind": each.kind.value,
        "when": each.when,
        "on": iso(each.on),
        "answered": each.answered,
        "no": each.goal.no,
        "uuid": each.goal.uuid,
        "title": each.goal.title,
        "what": due_what(each, today, words),
        "missing": amount(each.missing),
        "status": assessment.status.value if assessment is not None and assessment.status else None,
        "item": _item(each.item),
    }


def _item(item: Activity | Milestone | None) -> Json | None:
    if item is None:
        return None
    name = item.title if isinstance(item, Milestone) else item.what
    return {"uuid": item.uuid, "name": name, "done_on": iso(item.done_on)}


def _review_line(read: _Read, words: Words) -> str:
    if read.review is None:
        return ""
    from smart_tui.text.review import due_week_said

    return due_week_said(read.review, read.settings, words)


def _as_json(read: _Read, found: Sequence[Due], words: Words) -> str:
    review = [] if read.review is None else [_review_json(read.review, read, words)]
    return dumps([*(due_json(each, read.today, words) for each in found), *review]) + "\n"


def _review_json(span: Span, read: _Read, words: Words) -> Json:
    """A review that is due, beside the rest: it is of no goal, and of one week or several."""
    from smart_tui.domain.reviewweek import due_on

    on = due_on(span.week, read.settings)
    return {
        "kind": "review",
        "when": TODAY if on == read.today else OVERDUE,
        "on": iso(on),
        "answered": False,
        "no": None,
        "uuid": None,
        "title": "",
        "what": _review_line(read, words),
        "missing": None,
        "status": None,
        "item": None,
        "weeks": [iso(week) for week in span.weeks],
    }


def _read(context: Context) -> _Read:
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    found = waiting(reader, today, settings)
    review = review_due(reader, today, settings)
    return _Read(found, review, today, settings, damaged(len(reader.damaged), context.words))
