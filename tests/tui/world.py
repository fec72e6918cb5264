"""A small world for tests of the app: a database with known goals, and the app on it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import monotonic
from typing import Any

from textual.pilot import Pilot

from smart_tui.config import Config
from smart_tui.domain.goal import Direction, Kind, Measure, Outcome, Period, State
from smart_tui.i18n import words
from smart_tui.paths import find
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures, plans
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.widgets.goallist import GoalList
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.topline import TopLine

TODAY = date(2026, 1, 15)
"""A Thursday in week 3."""
NEW_YEAR = date(2026, 1, 1)
YEAR_END = date(2026, 12, 31)
PATIENCE = 5.0
"""Seconds a busy machine may take for what a key starts."""

BOOKS = Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(24), unit="books")
MEETINGS = Measure(
    Kind.QUOTA, NEW_YEAR, target=Decimal(8), unit="meetings", period=Period.WEEK, direction=Direction.AT_LEAST
)
WEIGHT = Measure(Kind.LEVEL, NEW_YEAR, baseline=Decimal(84), target=Decimal(78), unit="kg")
LAUNCH = Measure(Kind.MILESTONES, NEW_YEAR)


class World:
    """A database under a folder; goals are made by the store's own commands."""

    def __init__(self, folder: Path, today: date = TODAY) -> None:
        self.paths = find({"SMART_TUI_HOME": str(folder)})
        self.store = Store(self.paths.db)
        self.today = today

    def goal(
        self,
        title: str,
        measure: Measure | None = BOOKS,
        area: str = "",
        recorded: Sequence[tuple[date, str]] = (),
        state: State = State.ACTIVE,
        answers: dict[str, str] | None = None,
        ends: date = YEAR_END,
    ) -> int:
        """A goal that began with the year and, unless said otherwise, ends with it; gives its id."""
        run = self.store.run_sync
        goal_id = run(goals.create, "nordic", "en", title, answers or {}, NEW_YEAR, area)
        if measure is not None:
            run(measures.set_measure, goal_id, measure)
        run(goals.set_fields, goal_id, {"deadline": ends})
        if state is State.DRAFT:
            return goal_id
        run(goals.activate, goal_id, NEW_YEAR)
        for on, value in recorded:
            run(entries.check_in, goal_id, on, Decimal(value))
        if state is State.PAUSED:
            run(goals.pause, goal_id, self.today)
        if state is State.CLOSED:
            run(goals.finish, goal_id, Outcome.ACHIEVED, "Small steps.", self.today)
        return goal_id

    def milestone(self, goal_id: int, title: str, due: date) -> int:
        """A milestone of a goal; gives its id."""
        return self.store.run_sync(plans.add_milestone, goal_id, title, due)

    def app(self, language: str = "en", config: Config | None = None, **options: Any) -> SmartApp:
        """The app on this database."""
        options.setdefault("fixed_today", self.today)
        return SmartApp(self.store, self.paths, config or Config(), words(language), **options)

    def state(self, goal_id: int) -> State:
        """The stored state of a goal."""
        return self.store.read(queries.goal, goal_id).state

    def values(self, goal_id: int) -> list[Decimal | None]:
        """The stored values of a goal, in order."""
        return [entry.value for entry in self.store.read(queries.entries, goal_id)]

    def known(self) -> set[int]:
        """The ids of all goals there are."""
        return {goal.id for goal in self.store.read(queries.goals)}


def shown(app: SmartApp) -> str:
    """What is on the screen, as text, without trailing blanks."""
    lines = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
    return "\n".join(lines)


def listing(app: SmartApp) -> GoalList:
    """The widget with the rows of the list."""
    screen = app.screen_stack[0]
    assert isinstance(screen, ListScreen)
    return screen.goals


def titles(app: SmartApp) -> list[str]:
    """The titles in the list, from the first line to the last."""
    goals_list = listing(app)
    return [goals_list.rows[line.row].goal.title for line in goals_list.lines if line.row >= 0]


def said(app: SmartApp) -> str:
    """The sentence above the footer."""
    return app.screen_stack[0].query_one(NoticeLine).message


def heading(app: SmartApp) -> str:
    """The top line's right part, as text."""
    return str(app.screen_stack[0].query_one(TopLine).right)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys and wait until what they started is written and shown."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until the writer thread and what keys started have nothing to do, and the screen shows it."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    end = monotonic() + PATIENCE
    quiet = 0
    # What a key starts goes from widget to widget, and may start a worker only at the end of its way.
    while quiet < 3 and monotonic() < end:
        await pilot._wait_for_screen()
        app.screen._on_timer_update()
        quiet = 0 if at_work(app) or on_the_way(app) else quiet + 1
        # A file that cannot be written to is what some tests are about.
        with suppress(StoreError):
            await app.store.run(lambda unit: None)
    await pilot.pause()


async def arrived(pilot: Pilot[Any]) -> bool:
    """Wait until keys have come to where they go, and what they started has ended or asks the person.

    Gives whether anything was waited for.
    """
    app = pilot.app
    assert isinstance(app, SmartApp)
    end = monotonic() + PATIENCE
    waited = False
    while app.screen_stack and (at_work(app) or on_the_way(app)) and monotonic() < end:
        await pilot._wait_for_screen()
        waited = True
    return waited


def on_the_way(app: SmartApp) -> bool:
    """Whether messages lie with the app or a widget of the screen, and are not dealt with."""
    return any(node.message_queue_size for node in (app, *app.screen.walk_children(with_self=True)))


def at_work(app: SmartApp) -> bool:
    """Whether a worker goes on that does not wait for the answer of a dialog."""
    asking = sum(bool(each.future) for screen in app.screen_stack for each in screen._result_callbacks)
    return sum(not worker.is_finished for worker in app.workers) > asking
