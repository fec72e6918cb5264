"""The app: language, day, themes, undo, and a clean way out whatever happens."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from smart_tui import config as config_file
from smart_tui.domain.calendar import civil_today, week_start
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.i18n import words as words_of
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui import process, themes
from smart_tui.tui.keymap import problem_sentence, usable_keys
from smart_tui.tui.leaving import LeavingApp
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.unsent import Unsent
from smart_tui.tui.widgets.noticeline import NoticeLine

if TYPE_CHECKING:
    from smart_tui.paths import Paths

TICK = 1.0
"""Seconds between looks at the clock and at the terminal."""


class SmartApp(LeavingApp):
    """The terminal app on one database file.

    `fixed_today` stands still for demos, pictures and tests; without it the clock is read, shifted by
    the person's end of day. `notes` are sentences to say once at the start, such as what is wrong
    with the config file. `own_app` makes the app on the person's own file, for a demo in which one
    wants to write a goal to keep; `start_writing` opens the writing flow at once.
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
    ) -> None:
        self.store = store
        self.config = config
        self.demo = demo
        self.notes = tuple(notes)
        self.own_app = own_app
        self.own_wanted = False
        self.start_writing = start_writing
        self.fixed_today = fixed_today
        self.written_goal: int | None = None
        """The goal that was just written, so that the list's cursor goes to it."""
        self.settings: Settings = store.read(queries.settings)
        self.today = self.read_today()
        self.unsent = Unsent(store)
        self.refusal: StoreError | None = None
        """Why the store last refused to write."""
        self._written = 0
        self._presence: process.Presence | None = None
        super().__init__(paths, words)
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

    def read_today(self) -> date:
        """The civil date now."""
        if self.fixed_today is not None:
            return self.fixed_today
        return civil_today(datetime.now(), self.settings.day_ends_at)

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
        self.run_worker(self._warm(), group="store")
        if self.start_writing:
            self.open_writing()
        if self.notes or self.key_problems:
            self.say(" ".join([*self.notes, *(problem_sentence(each, self.words) for each in self.key_problems)]))
        self._presence = process.Presence(self.paths.state, self.store.path)
        if not self.demo and not self._presence.alone():
            self.say(self.words.gettext("Another window has these goals open, too. Both may be used."))

    async def _warm(self) -> None:
        """Load what writes, now that the first frame is on the screen."""
        try:
            await asyncio.wrap_future(self.store.warm())
        except StoreError as error:
            self.say_error(error)

    def week_title(self) -> str:
        """The week of today, as it is called where the person's week starts."""
        return self.words.week_title(week_start(self.today, self.settings.first_weekday), self.settings.first_weekday)

    def day_title(self) -> str:
        """Today as one says it: "Thu 15 Jan"."""
        return f"{self.words.weekday_short(self.today)} {self.words.date_short(self.today, self.today)}"

    # Words, colours and settings.

    def set_language(self, code: str) -> None:
        """Change every visible word to another language now, and remember it in the config file."""
        self.words = words_of(code)
        self.config = self.config._replace(language=code)
        self._translate_all()
        self.remember("language", code)

    def set_theme(self, name: str) -> None:
        """Change the colours now, and remember them in the config file."""
        self.theme = name
        self.config = self.config._replace(theme=name)
        self.remember("theme", name)

    def remember(self, key: str, value: str) -> None:
        """Write one value to the config file; says so when that cannot be done."""
        self.run_worker(self._remember(key, value), group="config", exit_on_error=True)

    async def _remember(self, key: str, value: str) -> None:
        try:
            await asyncio.to_thread(config_file.write_value, self.paths.config_file, key, value)
        except OSError:
            self.say(self.words.gettext("The config file could not be written, so this holds until you leave."))

    def set_accepted_label(self, label: str) -> None:
        """Change what the A of the nordic model is called, and remember it in the config file."""
        self.config = self.config._replace(accepted_label=label)
        self._translate_all()
        self.remember("accepted_label", label)

    def choose_language(self) -> None:
        """Open the choice of languages."""
        from smart_tui.tui.screens.choose import language_choice

        self.push_screen(language_choice(self), lambda code: self.set_language(code) if code else None)

    def choose_theme(self) -> None:
        """Open the choice of themes."""
        from smart_tui.tui.screens.choose import theme_choice

        self.push_screen(theme_choice(self), lambda name: self.set_theme(name) if name else None)

    async def set_setting(self, key: str, value: str) -> None:
        """Store one of the settings that change what data mean, and show everything by it."""
        from smart_tui.store.commands.settings import set_setting

        await self.write(set_setting, key, value)
        self.settings = self.store.read(queries.settings)
        self._look_at_clock(always=True)

    def _translate_all(self) -> None:
        for screen in self.screen_stack:
            translate = getattr(screen, "translate", None)
            if translate is not None:
                translate()

    # Writing goals.

    def write_goal(self) -> None:
        """Open the writing flow; from a demo one may write into one's own file instead."""
        if self.own_app is None:
            self.open_writing()
            return
        from smart_tui.tui.screens.choose import ChooseScreen

        where = (
            ("own", self.words.gettext("Into my own file; the demo closes")),
            ("demo", self.words.gettext("Into the demo, where nothing is kept")),
        )
        self.push_screen(ChooseScreen(self.words.gettext("Where should this goal go?"), where, "own"), self._write_into)

    def _write_into(self, where: str | None) -> None:
        if where == "own":
            self.own_wanted = True
            self.leave(0)
        elif where == "demo":
            self.open_writing()

    def open_writing(self, goal_id: int | None = None) -> None:
        """Open the writing flow with a new goal, or where a draft was left."""
        from smart_tui.tui.screens.write import WriteScreen

        self.push_screen(WriteScreen(goal_id))

    # The store.

    async def write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a command on the store's writer thread; None after saying in words why it failed."""
        seen = self._file_time() == self._written
        try:
            result = await self.store.run(command, *args, **kwargs)
        except StoreError as error:
            self.refusal = error
            self.say_error(error)
            return None
        if seen:
            # Else another window wrote in between, and the next look at the file shows that.
            self._written = self._file_time()
        return result

    def say_error(self, error: StoreError) -> None:
        """Say in words what the store could not do."""
        from smart_tui.text.errors import store_error

        self.say(store_error(error, self.words))

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, WorkerFailed) and isinstance(error.error, StoreError):
            # A file that cannot be read now is no mistake of the program.
            self.say_error(error.error)
            return
        super()._handle_exception(error)

    def undo(self) -> None:
        """Take back the last change and say what it was."""
        self.run_worker(self._step_back(), group="history")

    def redo(self) -> None:
        """Make the change again that was taken back, and say what it was."""
        self.run_worker(self._step_forward(), group="history")

    async def _step_back(self) -> None:
        from smart_tui.store.commands.history import undo
        from smart_tui.text.history import undone

        group = await self.write(undo)
        if group is not None:
            self._reload_all()
            self.say(undone(group, self.words))

    async def _step_forward(self) -> None:
        from smart_tui.store.commands.history import redo
        from smart_tui.text.history import redone

        group = await self.write(redo)
        if group is not None:
            self._reload_all()
            self.say(redone(group, self.words))

    def _reload_all(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.reload()

    def say(self, text: str) -> None:
        """Show one sentence on the topmost screen that has a notice line."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen) and screen.query(NoticeLine):
                screen.say(text)
                return

    # The clock.

    def _tick(self) -> None:
        self._look_at_clock()
        self._look_at_file()
        self.look_at_terminal()

    def _look_at_clock(self, always: bool = False) -> None:
        today = self.read_today()
        if today == self.today and not always:
            return
        self.today = today
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.day_changed()

    def _look_at_file(self) -> None:
        """Show what another window or the command line wrote."""
        written = self._file_time()
        if written != self._written and isinstance(self.screen, BaseScreen):
            self.screen.reload()
        self._written = written

    def _file_time(self) -> int:
        try:
            return os.stat(self.store.path).st_mtime_ns
        except OSError:
            return 0

    def _resumed(self, _: App[Any]) -> None:
        self._look_at_clock(always=True)
        self.refresh(layout=True)


def run(app: SmartApp) -> int:
    """Run the app in this terminal; returns the exit code, after a sentence on standard error for a crash."""
    asyncio.run(app.run_and_leave())
    app.store.close()
    if app.own_wanted and app.own_app is not None:
        return run(app.own_app())
    if app.crash is not None:
        print(app.crash_sentence(), file=sys.stderr)
    return app.return_code or 0
