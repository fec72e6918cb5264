"""Opening what was found in the place where it stands: a goal's page at its section, a draft, an entry, a review."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smart_tui.domain.goal import State
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.search import Hit
from smart_tui.tui.widgets.sections import ACTIVITIES, ANSWERS, ENTRIES, MILESTONES, PLANS, VERSIONS

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp

SECTIONS: Mapping[str, str] = {
    "answer": ANSWERS,
    "entry": ENTRIES,
    "milestone": MILESTONES,
    "activity": ACTIVITIES,
    "plan": PLANS,
    "measure": VERSIONS,
}
"""Where on a goal's page each kind of thing stands."""
REVIEWED = ("review_line", "review_goal")


def open_hit(app: "SmartApp", hit: Hit) -> None:
    """Open what was found; says so where it is gone."""
    try:
        if hit.kind == "journal":
            _open_entry(app, hit.row_id)
        elif hit.kind in REVIEWED:
            from smart_tui.tui.screens.review.page import ReviewPage

            app.push_screen(ReviewPage(int(hit.about.within)))
        elif hit.about.goal_id is not None:
            _open_goal(app, hit, hit.about.goal_id)
    except StoreError as error:
        app.say_error(error)


def _open_goal(app: "SmartApp", hit: Hit, goal_id: int) -> None:
    if app.store.read(queries.goal, goal_id).state is State.DRAFT:
        app.open_writing(goal_id)
        return
    from smart_tui.tui.screens.goalpage import GoalPage

    section = SECTIONS.get(hit.kind)
    key = hit.about.within if section == ANSWERS else hit.row_id
    app.push_screen(GoalPage(goal_id, None if section is None else (section, key)))


def _open_entry(app: "SmartApp", entry_id: int) -> None:
    from smart_tui.tui.screens.journalentry import JournalEntryScreen

    app.push_screen(JournalEntryScreen(entry_id))
