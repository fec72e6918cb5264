"""The backups of the file: what each holds and what came since; make one, check one, go back to one."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from os.path import basename
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.store.backups.copying import verify_backup
from smart_tui.store.backups.listing import Check, backups_of, last_check, note_check
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.held import TABLES, held
from smart_tui.text import backups as say
from smart_tui.text.errors import store_error
from smart_tui.tui import keys
from smart_tui.tui.commands import BACKUPS
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.widgets.backuplist import BackupList, BackupRow
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.noticeline import NoticeLine

COLUMNS = TABLES[:3]
"""The tables of which the list has a column."""
ROOMY = 18
"""Lines of a terminal from which on there is room for what is said of the file, and of the backup of the cursor."""
_DAMAGED = ("damaged", "not_a_database", "other_program", "newer_version")


class BackupsScreen(BaseScreen[None]):
    """All that takes time is done in threads; the list stays where it is meanwhile."""

    WHERE = BACKUPS
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(BACKUPS)]
    DEFAULT_CSS = """
    BackupsScreen #safety { height: auto; padding: 0 1; margin: 0 0 1 0; color: $text-muted; }
    BackupsScreen #chosen { height: auto; padding: 1 1 0 1; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.backups: Sequence[Backup] = ()
        self.rows: Mapping[str, int] | None = None
        """How much the file holds now; None where it cannot be read."""
        self.check: Check | None = None
        self._verified: set[str] = set()
        """The backups that were read again since this screen was opened, and were in order."""
        self._read_once = False

    def content(self) -> ComposeResult:
        yield Static("", id="safety", markup=False)
        yield BackupList(id="backups")
        yield Static("", id="chosen", markup=False)

    @property
    def table(self) -> BackupList:
        """The widget with the backups."""
        return self.query_one(BackupList)

    def on_mount(self) -> None:
        super().on_mount()
        self.table.focus()
        self.reload()

    def on_resize(self) -> None:
        self._explain()

    def reload(self) -> None:
        self._read_again()

    @work(group="reading", exclusive=True)
    async def _read_again(self) -> None:
        await self._read()

    async def _read(self, newest: bool = False) -> None:
        path = self.smart.store.path
        try:
            rows = await self.smart.store.read_aside(held)
        except StoreError:
            rows = None
        backups, check = await asyncio.to_thread(lambda: (backups_of(path), last_check(path)))
        if not self.query(BackupList):
            return
        here = self.here()
        self.backups, self.rows, self.check = backups, rows, check
        self._read_once = True
        good = next((at for at, each in enumerate(backups) if each.sound), 0)
        at = next((at for at, each in enumerate(backups) if here and each.path == here.path), good)
        self._show(good if newest else at)

    def _show(self, at: int) -> None:
        self.table.show([self._row(each) for each in self.backups], self._names(), at)
        if self._read_once:
            words = self.words
            self.table.empty = (
                words.gettext("There is no backup yet."),
                words.gettext("One is made by itself within half an hour of a change; n makes one now."),
            )
        self.refresh_frame()
        self._explain()

    def _names(self) -> tuple[str, ...]:
        words = self.words
        counted = (words.gettext("goals"), words.gettext("entries"), words.gettext("journal"))
        return (words.gettext("made"), words.gettext("why"), *counted, words.gettext("size"))

    def here(self) -> Backup | None:
        """The backup the cursor is on."""
        at = self.table.at
        return self.backups[at] if 0 <= at < len(self.backups) else None

    # What is said.

    @property
    def now(self) -> datetime:
        """The time on the wall, as backups are told."""
        return self.smart.clock()

    def _row(self, backup: Backup) -> BackupRow:
        words, at = self.words, local(backup.at)
        return BackupRow(
            say.day_and_time(at, self.now, words) if at else "",
            say.reason(backup, words),
            tuple(self._count(backup, table) for table in COLUMNS),
            say.size(backup.size, words),
            *self._sign(backup),
        )

    def _count(self, backup: Backup, table: str) -> tuple[str, str]:
        if table not in backup.rows:
            return "", ""
        then = backup.rows[table]
        since = self.rows.get(table, 0) - then if self.rows is not None else 0
        return self.words.number(then), self.words.number(since, sign=True) if since else ""

    def _sign(self, backup: Backup) -> tuple[str, str]:
        if not backup.sound:
            return "×", "bad"
        return ("✓", "good") if backup.listed or backup.path in self._verified else ("·", "dim")

    def _checked(self, backup: Backup) -> str:
        words = self.words
        if not backup.sound:
            return words.gettext("it is damaged")
        if backup.path in self._verified:
            return words.gettext("checked just now")
        return words.gettext("checked when it was made") if backup.listed else words.gettext("not checked yet")

    @on(BackupList.Moved)
    def _explain(self) -> None:
        """Say what the backup of the cursor is, and how the file is doing, where there is room."""
        if not self.query("#chosen"):
            return
        roomy = self.app.size.height >= ROOMY
        backup, safety, chosen = self.here(), self.query_one("#safety", Static), self.query_one("#chosen", Static)
        safety.display = roomy and self._read_once
        chosen.display = roomy and backup is not None
        safety.update(Content("\n".join(visible(line) for line in self._safety())))
        lines = self._lines(backup) if backup is not None else ()
        chosen.update(Content("\n".join(visible(line) for line in lines)))
        self.query_one(NoticeLine).left = "" if roomy or not lines else lines[-1]

    def _lines(self, backup: Backup) -> tuple[str, ...]:
        words, at = self.words, local(backup.at)
        told = [say.day_and_time_full(at, words), say.ago(at, self.now, words)] if at else [basename(backup.path)]
        first = " · ".join(filter(None, (*told, self._checked(backup))))
        if not backup.rows:
            return (first, words.gettext("Enter tells what is different in it."))
        holds = words.gettext("Holds {what}.").format(what=say.holding(backup.rows, words))
        if self.rows is None:
            return (first, holds)
        since = say.since(backup.rows, self.rows, words)
        same = words.gettext("The numbers are the same as then; Enter tells what is different.")
        return (first, holds, words.gettext("Since then: {what}.").format(what=since) if since else same)

    def _safety(self) -> tuple[str, ...]:
        words, at = self.words, local(self.check.at) if self.check is not None else None
        lines: list[str] = []
        if self.smart.damage is not None:
            lines.append(words.gettext("Your file is not in order; nothing is written to it until it is restored."))
        elif self.check is not None and at is not None:
            when = say.ago(at, self.now, words) or say.day_and_time_full(at, words)
            sound = words.gettext("Your file was checked {when} and is in order.")
            damaged = words.gettext("Your file was checked {when} and is damaged.")
            lines.append((sound if self.check.sound else damaged).format(when=when))
        if folder := self.smart.store.second_folder:
            lines.append(words.gettext("Each backup is also copied to {path}.").format(path=folder))
        else:
            lines.append(words.gettext("A second folder for them can be named in the config file: backup_folder."))
        return tuple(lines)

    def title_left(self) -> str:
        return self.words.gettext("Backups")

    def title_right(self) -> str:
        n, words = len(self.backups), self.words
        if not n:
            return ""
        counted = words.ngettext("{n} backup, {size}", "{n} backups, {size}", n)
        return counted.format(n=words.number(n), size=say.size(sum(each.size for each in self.backups), words))

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted: tuple[str, ...] = ("look_at_backup", "back_up_now", "verify_backup", "back", "help")
        if not self.backups:
            wanted = ("back_up_now", "back", "help")
        if self.smart.damage is not None:
            wanted = tuple(id for id in wanted if id != "back_up_now")
        return tuple(keys.command(id) for id in wanted)

    def translate(self) -> None:
        super().translate()
        self._show(max(self.table.at, 0))

    # Moving.

    def action_cursor_down(self) -> None:
        self.table.move(1)

    def action_cursor_up(self) -> None:
        self.table.move(-1)

    def action_cursor_first(self) -> None:
        self.table.first()

    def action_cursor_last(self) -> None:
        self.table.last()

    def action_page_down(self) -> None:
        self.table.page(1)

    def action_page_up(self) -> None:
        self.table.page(-1)

    # Doing.

    @work(group="backing up")
    async def action_back_up_now(self) -> None:
        self.say(self.words.gettext("Making a backup…"))
        try:
            made = await asyncio.wrap_future(self.smart.store.back_up(BackupReason.ASKED))
        except StoreError as error:
            self.smart.say_error(error)
            return
        await self._read(newest=made is not None)
        if made is None:
            self.say(self.words.gettext("There is nothing to back up yet."))
        else:
            self.say(self.words.gettext("A backup was made and checked."))

    @work(group="verifying")
    async def action_verify_backup(self) -> None:
        backup = self.here()
        if backup is None:
            return
        self.say(self.words.gettext("Checking the backup…"))
        try:
            await asyncio.to_thread(verify_backup, backup.path)
        except StoreError as error:
            if error.code in _DAMAGED:
                await self._note(backup, sound=False)
            self.say(store_error(error, self.words))
            return
        self._verified.add(backup.path)
        await self._note(backup, sound=True)
        self.say(self.words.gettext("The backup is in order."))

    async def _note(self, backup: Backup, *, sound: bool) -> None:
        # What was found holds for this screen also where it cannot be written down.
        if backup.listed:
            with suppress(OSError):
                path, name = self.smart.store.path, basename(backup.path)
                await asyncio.to_thread(note_check, path, datetime.now(UTC), sound, name)
        self.backups = tuple(each._replace(sound=sound) if each.path == backup.path else each for each in self.backups)
        if self.query(BackupList):
            self._show(max(self.table.at, 0))

    @work
    @on(BackupList.Opened)
    async def action_look_at_backup(self) -> None:
        backup = self.here()
        if backup is not None and (said := await self.smart.restore_backup(backup)):
            await self._read(newest=True)
            self.say(said)


def local(at: datetime | None) -> datetime | None:
    """An instant as the wall clock showed it here."""
    return at.astimezone().replace(tzinfo=None) if at is not None else None
