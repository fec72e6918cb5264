"""`smart-tui journal search WORDS`: everything that was written, searched as in the app, newest first."""

from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import cells, cut, table
from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.listing import width
from smart_tui.cli.output import finish
from smart_tui.domain.excerpt import excerpt
from smart_tui.i18n import N_, Words
from smart_tui.store import queries
from smart_tui.store.connection import Reader, open_reader
from smart_tui.store.errors import StoreError
from smart_tui.store.index import follow
from smart_tui.store.queries.search import Hit, IndexLostError, phrases, search, up_to_date
from smart_tui.text.found import found_kind

MOST = 1000
"""So many hits are printed at most."""
MOST_GOAL, LEAST_ROOM, GAP = 30, 30, 2
EXCERPT = 200
"""Characters of an excerpt where no terminal limits it."""
KINDS = {"entry": "note", "review_line": "review", "review_goal": "review"}
"""What programs are told, where it is not the name of the table."""


def run_search(context: Context, words: Sequence[str]) -> NoReturn:
    """Print what holds all of the words and end the process; raises StoreError and UsageError."""
    typed = " ".join(words)
    if not phrases(typed):
        raise UsageError(N_("Name the words to search for: {word} spring walk"), "journal search")
    if context.arguments.goals:
        raise UsageError(N_("{word} does not go with this command."), "--goal")
    reader = open_reader(context.paths.db)
    hits = _found(reader, typed)
    error = damaged(len(reader.damaged), context.words)
    if context.arguments.json:
        finish(dumps([_json(hit) for hit in hits]) + "\n", error=error)
    if not hits:
        finish(context.words.gettext("Nothing holds all of these words.") + "\n", error=error)
    finish("\n".join(_lines(hits, context.today(queries.settings(reader)), context.words)) + "\n", error=error)


def _found(reader: Reader, typed: str) -> list[Hit]:
    try:
        if not up_to_date(reader):
            follow(reader.path)
    except StoreError:
        # What cannot be written to can be searched all the same, as far as it was followed.
        pass
    try:
        return search(reader, typed, MOST)
    except IndexLostError:
        follow(reader.path, anew=True)
        return search(reader, typed, MOST)


def _lines(hits: Sequence[Hit], today: date, words: Words) -> list[str]:
    front = table([(words.date_short(hit.on, today), found_kind(hit.kind, words), _goal(hit)) for hit in hits], (0,))
    taken = max(cells(line) for line in front)
    room = max((width() or taken + EXCERPT) - taken - GAP, LEAST_ROOM)
    return [
        line
        + " " * (taken - cells(line) + GAP)
        + cut("".join(part.text for part in excerpt(hit.text, hit.spans, room)), room)
        for line, hit in zip(front, hits, strict=True)
    ]


def _goal(hit: Hit) -> str:
    about = hit.about
    return f"{about.goal_no} {cut(' '.join(about.goal_title.split()), MOST_GOAL)}".rstrip() if about.goal_no else ""


def _json(hit: Hit) -> Json:
    about = hit.about
    return {
        "kind": KINDS.get(hit.kind, hit.kind),
        "on": hit.on.isoformat(),
        "goal": {"no": about.goal_no, "title": about.goal_title} if about.goal_no else None,
        "text": hit.text,
        "found": [list(span) for span in hit.spans],
    }
