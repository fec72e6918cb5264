"""`smart-tui today` and `smart-tui due`: what is due today and this week, and what of it waits for its person."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NoReturn

from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.output import finish
from smart_tui.cli.standing import amount, iso
from smart_tui.domain.due import WEEK, Due, DueKind
from smart_tui.domain.goal import Activity, Milestone
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import open_reader
from smart_tui.store.queries.today import waiting
from smart_tui.text.due import WHENS, due_line, due_what

WAITS = 1
"""The exit code of `due` where something waits."""


def run_today(context: Context) -> NoReturn:
    """Print what is due today and this week, what is overdue first, and end the process; raises StoreError."""
    found, today, error = _read(context)
    words = context.words
    if context.arguments.json:
        finish(dumps([due_json(each, today, words) for each in found]) + "\n", error=error)
    finish(as_text(found, today, words), error=error)


def run_due(context: Context) -> NoReturn:
    """Print what is overdue or due today and not seen to, one a line; ends with 1 if there is anything, else 0."""
    found, today, error = _read(context)
    words = context.words
    waits = [each for each in found if each.when != WEEK and not each.answered]
    if context.arguments.json:
        text = dumps([due_json(each, today, words) for each in waits]) + "\n"
    else:
        rows = [(str(each.goal.no), due_line(each, today, words)) for each in waits]
        text = "".join(f"{line}\n" for line in table(rows, right=(0,)))
    finish(text, error=error, code=WAITS if waits else 0)


def as_text(found: Sequence[Due], today: date, words: Words) -> str:
    """What is due under its headings, one a line, with a sign for what has been seen to."""
    if not found:
        return words.gettext("Nothing is due today or this week.") + "\n"
    rows = [(_sign(each), str(each.goal.no), due_line(each, today, words)) for each in found]
    lines = table(rows, right=(1,), indent=2)
    parts = [f"{words.date_full(today)}"]
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


def _read(context: Context) -> tuple[Sequence[Due], date, str]:
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    found = waiting(reader, today, settings)
    return found, today, damaged(len(reader.damaged), context.words)
