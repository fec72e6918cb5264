"""The rows of the view of today: what is due as it is read, and what was seen to while one looks at it."""

from collections.abc import Collection, Hashable, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.due import OVERDUE, TODAY, WEEK, Due, DueKind
from smart_tui.domain.goal import Activity, Goal, Milestone, State
from smart_tui.i18n import N_, Words
from smart_tui.text.due import WHENS, due_what
from smart_tui.text.labels import outcome_name
from smart_tui.text.statement import headline
from smart_tui.text.title import title
from smart_tui.tui.widgets.duelist import DueRow

SEEN_TO = "done"
"""The group of what was seen to before one came."""
GROUPS = (OVERDUE, TODAY, WEEK, SEEN_TO)
HEADINGS = {**WHENS, SEEN_TO: N_("Done today")}


class Waiting(NamedTuple):
    """Something due in its group; `gone`: it waits no longer, and stays to be seen until one leaves."""

    due: Due
    group: str
    gone: bool = False

    @property
    def key(self) -> Hashable:
        """What it is, whatever was recorded since: a quota with and without an entry today is one thing."""
        due = self.due
        kind = DueKind.ENTRY if due.kind is DueKind.QUOTA else due.kind
        return kind, due.goal.id, due.item.uuid if due.item else ""

    @property
    def done(self) -> bool:
        """Whether nothing is left to do; a quota with an entry today may still lack something."""
        return self.gone or (self.due.answered and self.due.kind is not DueKind.QUOTA)


def fresh(found: Sequence[Due]) -> list[Waiting]:
    """What is due, as one comes to see it: what was seen to already stands at the end."""
    rows = [Waiting(due, due.when) for due in found]
    rows = [row._replace(group=SEEN_TO) if row.done else row for row in rows]
    return sorted(rows, key=lambda row: GROUPS.index(row.group))


def merged(before: Sequence[Waiting], found: Sequence[Due]) -> list[Waiting]:
    """What is due now with everything in the place where it stood; what waits no longer stays, and is `gone`."""
    now = {row.key: row for row in fresh(found)}
    rows = [now.pop(old.key)._replace(group=old.group) if old.key in now else old._replace(gone=True) for old in before]
    for new in now.values():
        behind = [at for at, row in enumerate(rows) if GROUPS.index(row.group) <= GROUPS.index(new.group)]
        rows.insert(behind[-1] + 1 if behind else 0, new)
    return rows


def still_there(waiting: Waiting, goal: Goal | None) -> Waiting | None:
    """What is gone with its goal as it is now; None where goal or thing was deleted."""
    if goal is None:
        return None
    item = waiting.due.item
    if item is not None and not any(part.uuid == item.uuid for part in parts_of(goal)):
        return None
    return waiting._replace(due=waiting.due._replace(goal=goal))


def parts_of(goal: Goal) -> tuple[Milestone | Activity, ...]:
    """The milestones and activities of a goal."""
    return (*goal.milestones, *goal.activities)


def row_of(waiting: Waiting, today: date, words: Words, excused: Collection[int] = ()) -> DueRow:
    """What a row says; `excused` are the ids of goals for which today is excused."""
    due = waiting.due
    if waiting.gone:
        what = _gone(due, today, words)
    elif due.answered and due.kind is DueKind.ENTRY and due.goal.id in excused:
        what = words.gettext("excused today")
    else:
        what = due_what(due, today, words)
    heading = words.gettext(HEADINGS[waiting.group])
    whole, bare = headline(due.goal, words), title(due.goal, words)
    bare = bare if whole.startswith(bare) else ""
    return DueRow(waiting.key, heading, str(due.goal.no), whole, what, waiting.done, bare)


def _gone(due: Due, today: date, words: Words) -> str:
    """Why something waits no longer."""
    goal = due.goal
    if goal.state is State.CLOSED:
        return outcome_name(goal.outcome, words) if goal.outcome else words.gettext("closed")
    if goal.state is State.PAUSED:
        return words.gettext("paused")
    if due.kind is DueKind.REVIEW_ON:
        return words.gettext("looked at")
    if due.kind is DueKind.WAKE and goal.state is State.ACTIVE:
        return words.gettext("activated")
    if due.kind is DueKind.QUOTA:
        return words.gettext("nothing left to do in this period")
    if isinstance(due.item, Milestone | Activity):
        name = due.item.title if isinstance(due.item, Milestone) else due.item.what
        return words.gettext("{what}, no longer due").format(what=name)
    return words.gettext("nothing is asked any more")


def next_line(due: Due | None, today: date, words: Words) -> str:
    """When something is due next: "Next: Read 24 books, on Monday 19 January"."""
    if due is None or due.on is None:
        return words.gettext("Press n to write a goal, or a in the list to plan something for one.")
    name = headline(due.goal, words)
    if due.item is not None:
        part = due.item.title if isinstance(due.item, Milestone) else due.item.what
        name = words.gettext("“{part}” of {title}").format(part=part, title=name)
    return words.gettext("Next: {what}, {day}.").format(what=name, day=words.date_full(due.on))
