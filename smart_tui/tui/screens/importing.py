"""Naming a file to bring in: one types, the files that fit stand below, and what the cursor is on is recognised."""

import asyncio
import os
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.text.backups import size
from smart_tui.text.transfer import format_name, unreadable
from smart_tui.tui import folders, keys
from smart_tui.tui.commands import IMPORT
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.widgets.hitlist import HitList, HitRow
from smart_tui.tui.widgets.lineinput import LineInput
from smart_tui.tui.widgets.noticeline import NoticeLine

LONGEST = 4096
"""Characters of a path."""


class ImportScreen(BaseScreen[None]):
    """One never leaves the field: arrows move through the files, Tab completes, and Enter opens."""

    WHERE = IMPORT
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(IMPORT)]
    DEFAULT_CSS = """
    #path { height: 1; border: none; padding: 0 1; margin: 0 0 1 0; background: transparent; }
    """

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.typed = typed
        self.entries: Sequence[folders.Entry] = ()
        self._given = ""

    def content(self) -> ComposeResult:
        yield LineInput(self.typed, id="path", max_length=LONGEST, placeholder=self.words.gettext("File or folder"))
        yield HitList(id="files")

    @property
    def field(self) -> LineInput:
        """The field."""
        return self.query_one("#path", LineInput)

    @property
    def files(self) -> HitList:
        """The files that fit."""
        return self.query_one(HitList)

    def on_mount(self) -> None:
        super().on_mount()
        self.field.focus()
        self.smart.hold_keys(self, field=self.field)
        if self.typed:
            self.look()
        else:
            self.run_worker(self._begin(), group="beginning")

    async def _begin(self) -> None:
        from smart_tui.paths import documents

        folder = await asyncio.to_thread(documents)
        if not self.field.value:
            self._given = folders.brief(folder).rstrip(os.sep) + os.sep
            self._type(self._given)

    def _type(self, text: str) -> None:
        self.field.value = text
        self.field.cursor_position = len(text)

    # Looking.

    @on(Input.Changed, "#path")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = folders.begun_anew(event.value, self._given)
        if self.typed != event.value:
            self._type(self.typed)
        self.look()

    def on_screen_resume(self) -> None:
        self.look()

    def look(self) -> None:
        """Show what fits what is typed."""
        self._look()

    @work(group="looking", exclusive=True)
    async def _look(self) -> None:
        typed = self.typed
        entries = await asyncio.to_thread(folders.offered, typed)
        if typed != self.typed or not self.query(HitList):
            return
        same = [each.name for each in entries] == [each.name for each in self.entries]
        self.entries = entries
        self.files.empty = (self.words.gettext("Nothing of this name is there."),)
        self.files.show(len(entries), self._row, self.files.cursor if same else 0)
        self.refresh_frame()

    def _row(self, at: int) -> HitRow:
        each, words = self.entries[at], self.words
        day = words.date_short(each.changed, self.today) if each.changed else ""
        what = words.gettext("folder") if each.folder else size(each.size, words)
        return HitRow(day, what, "", each.name + (os.sep if each.folder else ""))

    @on(HitList.Moved)
    def _recognise(self) -> None:
        self._say_format()

    @work(group="recognising", exclusive=True)
    async def _say_format(self) -> None:
        """Say which format the file of the cursor is in, where it is one that can be read."""
        path = self.chosen()
        try:
            format = await asyncio.to_thread(recognised, path, self.smart.store.path) if path else ""
        except Exception:
            # Nobody asked yet; who opens the file is told.
            format = ""
        if self.query(NoticeLine) and path == self.chosen():
            self.query_one(NoticeLine).left = format_name(format, self.words) if format else ""

    def chosen(self) -> str:
        """The path that Enter opens: the file that is typed, else the one under the cursor; empty for none."""
        typed = folders.real(self.typed)
        if os.path.isfile(typed) or not 0 <= self.files.cursor < len(self.entries):
            return typed if os.path.isfile(typed) else ""
        return os.path.join(folders.real(folders.divided(self.typed)[0]), self.entries[self.files.cursor].name)

    # The frame.

    def title_left(self) -> str:
        return self.words.gettext("Bring in a file")

    def title_right(self) -> str:
        return self.words.gettext("from another program, a table, or another smart-tui")

    def translate(self) -> None:
        super().translate()
        self.look()

    # Moving, completing and opening.

    def on_key(self, event: events.Key) -> None:
        if event.key in ("down", "up"):
            event.stop()
            self.files.move(1 if event.key == "down" else -1)

    def action_files_on(self) -> None:
        self.files.page(1)

    def action_files_back(self) -> None:
        self.files.page(-1)

    def action_complete_path(self) -> None:
        further = folders.completed(self.typed, self.entries)
        if further == self.typed and self.entries:
            each = self.entries[self.files.cursor]
            further = folders.divided(self.typed)[0] + each.name + (os.sep if each.folder else "")
        self._type(further)

    @on(Input.Submitted, "#path")
    @on(HitList.Opened)
    def action_open_file(self) -> None:
        self._open()

    @work(group="opening", exclusive=True)
    async def _open(self) -> None:
        path = self.chosen()
        if not path:
            self.say(self.words.gettext("There is no such file."))
            return
        try:
            await asyncio.to_thread(recognised, path, self.smart.store.path)
        except UnreadableFileError as error:
            if os.path.isdir(path):
                self._type(folders.divided(self.typed)[0] + os.path.basename(path) + os.sep)
            else:
                self.say(unreadable(error, self.words))
            return
        except Exception as error:
            self.say(self.smart.went_wrong(error))
            return
        from smart_tui.tui.screens.intake import IntakeScreen

        self.app.push_screen(IntakeScreen(path), self._brought)

    def _brought(self, said: str | None) -> None:
        if said:
            self.dismiss(None)
            self.smart.file_changed()
            self.smart.say(said)


def recognised(path: str, db: str) -> str:
    """The format of a file, which is not the app's own file `db`; raises UnreadableFileError."""
    from smart_tui.tui.transfer import recognise

    return recognise(path, db)
