"""What day it is: the civil date with the person's end of day, looked at all the time and before every key."""

import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from textual import events
from textual.app import App
from textual.widgets import Input, TextArea

from smart_tui.domain.calendar import FirstWeekday, civil_today, week_start
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.paths import Paths
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.storing import StoringApp

OF_THE_FILE = ("damaged", "not_a_database", "empty_file", "other_program", "newer_version")
"""Errors of a file with which the app opens all the same, to say in it what can be done."""


def local_time() -> datetime:
    """The wall clock, in the time zone of now: people travel with an open app."""
    if hasattr(time, "tzset"):
        time.tzset()
    return datetime.now()


class ClockApp(StoringApp):
    """An app that knows today, and tells every open screen when a new day begins or the clock was changed.

    `fixed_today` stands still for demos, pictures and tests; `clock` gives the local time otherwise.
    """

    clock: Callable[[], datetime] = staticmethod(local_time)

    def __init__(self, store: Store, paths: Paths, words: Words, fixed_today: date | None) -> None:
        super().__init__(store, paths, words)
        self.fixed_today = fixed_today
        self.damage: StoreError | None = None
        """Why the file cannot be relied on; None while all is well."""
        self.settings = self._first_settings()
        self.today = self.read_today()
        self.used_at = time.monotonic()
        """When a key was last pressed, by the monotonic clock."""

    def _first_settings(self) -> Settings:
        try:
            return self.store.read(queries.settings)
        except StoreError as error:
            if error.code not in OF_THE_FILE or (error.code == "not_a_database" and self._is_none_of_ours()):
                raise
            self.damage = error
            return Settings()

    def _is_none_of_ours(self) -> bool:
        """Whether the file never was one of this program: no database at all, of which there are no backups."""
        from smart_tui.domain.backup import FileState
        from smart_tui.store.backups.listing import backups_of
        from smart_tui.store.rescue.health import look

        path = self.store.path
        return look(path, check=False).state is FileState.NOT_A_DATABASE and not backups_of(path)

    def read_today(self) -> date:
        """The civil date now."""
        if self.fixed_today is not None:
            return self.fixed_today
        return civil_today(self.clock(), self.settings.day_ends_at)

    def week_title(self) -> str:
        """The week of today, as it is called where the person's week starts."""
        chosen = self.settings.first_weekday
        in_force = chosen.on(self.today) if isinstance(chosen, FirstWeekday) else chosen
        return self.words.week_title(week_start(self.today, chosen), in_force)

    def day_title(self) -> str:
        """Today as one says it: "Thu 15 Jan"."""
        return f"{self.words.weekday_short(self.today)} {self.words.date_short(self.today, self.today)}"

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self.used_at = time.monotonic()
            if self._begins_a_day(event):
                return
        await super().on_event(event)

    def _begins_a_day(self, key: events.Key) -> bool:
        """Whether a key does nothing but show the new day, as the first one after a night in standby.

        What it was meant for may stand elsewhere by now. What types, or means the app, goes on.
        """
        before = self.today
        self._look_at_clock()
        if self.today == before or key.key.startswith("ctrl+"):
            return False
        return isinstance(self.screen, BaseScreen) and not isinstance(self.focused, Input | TextArea)

    def _look_at_clock(self, always: bool = False) -> None:
        today = self.read_today()
        if today == self.today and not always:
            return
        self.today = today
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.day_changed()

    def _resumed(self, _: App[Any]) -> None:
        self._look_at_clock(always=True)
        self.refresh(layout=True)

    def file_changed(self) -> None:
        self.reread_settings()
        super().file_changed()

    def _reload_all(self) -> None:
        self.reread_settings()
        super()._reload_all()

    def reread_settings(self) -> None:
        """Read again what decides what data mean, and show everything by it where that changed."""
        try:
            settings = self.store.read(queries.settings)
        except StoreError:
            # The screen says what is wrong with the file when it reads its own rows.
            settings = self.settings
        if settings != self.settings:
            self.settings = settings
            self._look_at_clock(always=True)
