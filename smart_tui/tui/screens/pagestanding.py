"""How the goal of a page stands, and the goals that serve it."""

from collections.abc import Sequence
from datetime import date

from smart_tui.domain.family import stand_by_children
from smart_tui.domain.goal import Assessment, Entry, Goal
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.store import queries
from smart_tui.store.store import Store
from smart_tui.tui.widgets.page import Child


def standing(
    store: Store, goal: Goal, entries: Sequence[Entry], below: Sequence[Goal], today: date, settings: Settings
) -> tuple[Assessment, Sequence[Child]]:
    """How a goal stands, and each goal directly below it; by figures that were kept where there are such.

    `below` are the goals that serve it, and those that serve these. Raises StoreError.
    """
    kept = store.read(queries.kept, [goal.id, *(child.id for child in below)], today, settings)
    unknown = [child.id for child in below if child.id not in kept]
    recorded: dict[int, Sequence[Entry]] = {goal.id: entries}
    if unknown:
        recorded.update(store.read(queries.figures_of, unknown))
    family: list[Child] = [
        (one, kept.get(one.id) or assess(one, recorded.get(one.id, ()), today, settings)) for one in (goal, *below)
    ]
    found = stand_by_children(family)
    standings = [(one, found.get(one.id, own)) for one, own in family]
    return standings[0][1], [(child, stands) for child, stands in standings[1:] if child.parent_id == goal.id]
