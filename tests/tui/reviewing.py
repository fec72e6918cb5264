"""A week to review: five goals, four of them on track, nothing unanswered, three promises marked done."""

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from smart_tui.domain.review import Review
from smart_tui.store import queries
from smart_tui.store.commands import plans
from smart_tui.store.queries import reviews
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.frame import ReviewScreenBase
from tests.tui.world import BOOKS, MEETINGS, World, press, settle

SUNDAY = date(2026, 1, 18)
"""The last day of week 3: its review is due."""
MONDAY = date(2026, 1, 12)
UNTOUCHED = ("change_group", "change", "setting", "standing", "review")
"""Tables a comparison leaves out: the history, what is kept outside it, and the review itself."""


def day(number: int) -> date:
    """A day of January 2026."""
    return date(2026, 1, number)


def seeded(folder: Path, today: date = SUNDAY, done: bool = True) -> World:
    """Call suppliers (5) is at risk, the others are on track; the promises are done, or still open."""
    world = World(folder, today)
    world.goal("Read 24 books", BOOKS, "Home", [(day(each), "1") for each in (3, 10, 17)])
    running = BOOKS._replace(target=Decimal(1000), unit="km")
    world.goal("Run 1000 km", running, "Home", [(day(each), "20") for each in (3, 10, 17)])
    meet = world.goal("Meet customers", MEETINGS, "Work", [(day(8), "8"), (day(15), "8")])
    world.goal("Write letters", MEETINGS._replace(unit="letters"), "Work", [(day(8), "8"), (day(15), "9")])
    call = world.goal("Call suppliers", MEETINGS._replace(unit="calls"), "Work", [(day(8), "3"), (day(15), "5")])
    for goal_id, what in ((meet, "Call Bo"), (meet, "Ask Ida"), (call, "Find numbers")):
        promise = world.store.run_sync(plans.add_activity, goal_id, what, due=MONDAY)
        if done:
            world.store.run_sync(plans.activity_done, promise, day(14))
    return world


def outcomes(world: World, *goal_ids: int) -> dict[str, str]:
    """What became of each promise, by its words."""
    found = world.store.read(queries.goals_of, goal_ids or (3, 5))
    return {each.what: str(each.outcome or "") for goal in found for each in goal.activities}


def tables(world: World) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table that a review could write to, without when they were touched last."""
    with sqlite3.connect(world.paths.db) as db:
        db.row_factory = sqlite3.Row
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        kept = [name for name in names if not name.startswith(("sqlite_", "search", "document"))]
        found = {name: db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in kept}
    return {
        name: [{column: row[column] for column in dict(row) if column != "updated_at"} for row in rows]
        for name, rows in found.items()
        if name not in UNTOUCHED
    }


def review_of(world: World) -> Review:
    """The newest review, whole."""
    return world.store.read(reviews.review, world.store.read(reviews.reviews)[0].id)


def place(app: SmartApp) -> tuple[str, str]:
    """Which screen of the review is shown, and the place on it."""
    screen = app.screen
    assert isinstance(screen, ReviewScreenBase), type(screen).__name__
    return str(screen.STEP), screen.flow.place


async def walked(pilot: Pilot[Any], key: str = "enter", most: int = 40) -> int:
    """Press a key until the review is left; gives how often that was."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    for times in range(most):
        if isinstance(app.screen, ListScreen):
            return times
        await press(pilot, key)
    return most


async def opened(pilot: Pilot[Any], *keys: str) -> None:
    """Wait for the list, then press these keys."""
    await settle(pilot)
    await press(pilot, *keys)
