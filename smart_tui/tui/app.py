"""The app: its start, its keys and themes, the writing flow, and what it looks at every second."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from smart_tui import config as config_file
from smart_tui.domain.review import Way
from smart_tui.i18n import Words
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui import process, themes
from smart_tui.tui.keymap import problem_sentence, usable_keys
from smart_tui.tui.mending import MendingApp
from smart_tui.tui.screens.list import ListScreen

if TYPE_CHECKING:
    from smart_tui.paths import Paths
    from smart_tui.tui.keeping import Keeping

TICK = 1.0
"""Seconds between looks at the clock and at the terminal."""


class SmartApp(MendingApp):
    """The terminal app on one database file.

    `fixed_today` stands still for demos, pictures and tests; without it the clock is read, shifted by
    the person's end of day. `notes` are sentences to say once at the start, such as what is wrong
    with the config file. `own_app` makes the app on the person's own file, for a demo in which one
    wants to write a goal to keep; `start_writing` opens the writing flow at once, `start_review` the weekly
    review: "full" or "express". `keeps_backups` makes backups of the file and checks it while the app runs.
    """

    CSS_PATH = os.path.join(os.path.dirname(__file__), "app.tcss")
    TITLE = "smart-tui"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "", show=False, priority=True),
        Binding("ctrl+c", "help_quit", "", show=False, system=True),
        Binding("ctrl+z", "suspend", "", show=False),
    ]

    def __init__(
        self,
        store: Store,
        paths: "Paths",
        config: config_file.Config,
        words: Words,
        *,
        fixed_today: date | None = None,
        demo: bool = False,
        notes: Sequence[str] = (),
        own_app: "Callable[[], SmartApp] | None" = None,
        start_writing: bool = False,
        start_review: str = "",
        keeps_backups: bool = False,
    ) -> None:
        self.config = config
        self.demo = demo
        self.notes = tuple(notes)
        self.own_app = own_app
        self.own_wanted = False
        self.start_writing = start_writing
        self.start_review = start_review
        self.written_goal: int | None = None
        """The goal that was just written, so that the list's cursor goes to it."""
        self.keeps_backups = keeps_backups
        self.keeping: Keeping | None = None
        """What makes backups, from the first frame on."""
        self._presence: process.Presence | None = None
        super().__init__(store, paths, words, fixed_today)
        for theme in themes.own_themes():
            self.register_theme(theme)
        wanted = config.theme or themes.DEFAULT
        self.theme = wanted if wanted in self.available_themes else themes.DEFAULT
        usable, self.key_problems = usable_keys(config.keys)
        self.set_keymap(usable)
        # Footer and help show the keys that hold, not those that were refused.
        self.config = config._replace(keys={id: tuple(held.split(",")) for id, held in usable.items()})

    def get_default_screen(self) -> Screen[Any]:
        return ListScreen()

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        return themes.completed(variables, self.current_theme.dark)

    def on_mount(self) -> None:
        self.listen()
        self.app_resume_signal.subscribe(self, self._resumed)
        self.set_interval(TICK, self._tick)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        if not gc.isenabled():
            # What was loaded so far stays; collecting begins only now, because it would slow the start.
            gc.freeze()
            gc.enable()
        if self.keeps_backups:
            from smart_tui.tui.keeping import Keeping

            self.keeping = Keeping(self)
            self.keeping.begin()
        if self.damage is not None:
            self.found_damage(self.damage)
        else:
            self.run_worker(self.warm(), group="store")
        if self.start_writing and self.damage is None:
            self.open_writing()
        if self.start_review and self.damage is None:
            self.open_review(express=self.start_review == Way.EXPRESS)
        if self.notes or self.key_problems:
            self.say(" ".join([*self.notes, *(problem_sentence(each, self.words) for each in self.key_problems)]))
        self._presence = process.Presence(self.paths.state, self.store.path)
        if not self.demo and not self._presence.alone():
            self.say(self.words.gettext("Another window has these goals open, too. Both may be used."))

    async def backed_up(self, reason: str) -> bool:
        """Make a backup before something is done; False after saying why there is none. A demo needs none."""
        if self.demo:
            return True
        try:
            await asyncio.wrap_future(self.store.back_up(reason))
        except StoreError as error:
            self.say_error(error)
            return False
        return True

    # Writing goals.

    def write_goal(self, *, from_template: bool = False) -> None:
        """Open the writing flow; from a demo one may write into one's own file instead."""
        if self.own_app is None:
            self.open_writing(from_template=from_template)
            return
        from smart_tui.tui.screens.choose import ChooseScreen

        def write_into(wanted: str | None) -> None:
            if wanted == "own":
                self.own_wanted = True
                self.leave(0)
            elif wanted == "demo":
                self.open_writing(from_template=from_template)

        where = (
            ("own", self.words.gettext("Into my own file; the demo closes")),
            ("demo", self.words.gettext("Into the demo, where nothing is kept")),
        )
        self.push_screen(ChooseScreen(self.words.gettext("Where should this goal go?"), where, "own"), write_into)

    def open_writing(self, goal_id: int | None = None, *, from_template: bool = False) -> None:
        """Open the writing flow with a new goal, from a template where one is wanted, or where a draft was left."""
        from smart_tui.tui.screens.write import WriteScreen

        self.push_screen(WriteScreen(goal_id, from_template=from_template))

    # The weekly review.

    def open_review(self, *, express: bool = False, early: bool = False) -> None:
        """Open the review that waits or was begun, else the page of the last one; `early`: begin this week's now."""
        from smart_tui.tui.screens.review.opening import open_review

        self.run_worker(open_review(self, Way.EXPRESS if express else Way.FULL, early=early))

    def _tick(self) -> None:
        if not self.screen_stack:
            # The app is on its way out.
            return
        self._look_at_clock()
        self._look_at_file()
        self.look_for_damage()
        self.look_at_terminal()


def run(app: SmartApp) -> int:
    """Run the app in this terminal; returns the exit code, after a sentence on standard error for a crash."""
    asyncio.run(app.run_and_leave())
    from smart_tui.tui.widgets.lines import visible

    said = app.keeping.leave() if app.keeping is not None else ""
    app.store.close()
    if said:
        print(visible(said), file=sys.stderr)
    if app.own_wanted and app.own_app is not None:
        return run(app.own_app())
    if app.crash is not None:
        print(app.crash_sentence(), file=sys.stderr)
    return app.return_code or 0
