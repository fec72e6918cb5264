"""A file that cannot be relied on: what happened, what was kept, and what can be done; nothing is done before that."""

import asyncio
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.domain.backup import Backup, FileState, Salvaged
from smart_tui.store.backups.copying import verify_backup
from smart_tui.store.backups.listing import to_go_back_to
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue.health import look
from smart_tui.text import backups as say
from smart_tui.text.errors import store_error
from smart_tui.text.filestate import file_state
from smart_tui.tui import keys
from smart_tui.tui.commands import DAMAGE
from smart_tui.tui.screens.backups import local
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.options import Options

STATES: Mapping[str, FileState] = {
    "damaged": FileState.DAMAGED,
    "not_a_database": FileState.NOT_A_DATABASE,
    "empty_file": FileState.EMPTY,
    "other_program": FileState.OTHER_PROGRAM,
    "newer_version": FileState.NEWER,
}
"""What a file is of which the store says this."""
MENDABLE = ("damaged", "not_a_database", "empty_file")
"""Files that a backup can take the place of; one of another program or of a newer version is not ours to replace."""
ROOMY = 20
"""Lines of a terminal from which on what becomes of the file is said under each thing that can be done."""
FRAME = 4
"""Lines that are not for what happened nor for what can be done."""
FEWEST = 2
"""So many lines are left for what can be done, however long it takes to say what happened."""
BRIEF = 1.0
"""Seconds in which Enter, typed into what stood here a moment ago, chooses nothing."""


class Way(NamedTuple):
    """One thing that can be done: its name among the actions, what it is called, and what becomes of the file."""

    id: str
    name: str
    help: str


class DamageScreen(BaseScreen[None]):
    """Stands over what is shown until the person has chosen; whatever was being typed is still there beneath.

    `meanwhile`: it came while something else was done, so the next Enter may be meant for that.
    """

    WHERE = DAMAGE
    AUTO_FOCUS = "#ways"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(DAMAGE)]
    DEFAULT_CSS = """
    DamageScreen #happened { height: auto; padding: 1 1; }
    DamageScreen #ways { height: 1fr; border: none; padding: 0; background: transparent; scrollbar-size-vertical: 1; }
    DamageScreen #ways > .option-list--option { padding: 0 1; }
    DamageScreen.-low #happened { padding: 0 1; }
    DamageScreen.-low #ways { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, error: StoreError, *, meanwhile: bool = False) -> None:
        super().__init__()
        self.error = error
        self.meanwhile = meanwhile
        self.newest: Backup | None = None
        """The newest backup that is in order."""
        self.looking = error.code in MENDABLE
        self.saved: Salvaged | None = None
        self.state = STATES.get(error.code)
        """What the file is, where the store's word for it tells."""
        self._offered: Sequence[Way] = ()
        self._mending = False
        """Whether something is done already; only one thing is at a time."""
        self._since = monotonic()

    def content(self) -> ComposeResult:
        yield Static("", id="happened", markup=False)
        yield Options(id="ways", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        if self.state is FileState.NOT_A_DATABASE:
            # Some of what a file held can be there though its beginning is lost; a letter never was one.
            self.state = look(self.smart.store.path, check=False).state
        self.show()
        if self.looking:
            self.run_worker(self._look(), group="looking")

    async def _look(self) -> None:
        """Find the newest backup that is in order, by reading it wholly."""
        self.newest = await asyncio.to_thread(newest_in_order, self.smart.store.path)
        self.looking = False
        if self.query(OptionList):
            self.show()

    def show(self) -> None:
        """Say what happened and what can be done, as it is now."""
        self.query_one("#happened", Static).update(self._happened())
        options = self.query_one(OptionList)
        ways, before = self.ways(), self._here()
        self._offered = ways
        options.clear_options()
        for n, way in enumerate(ways, 1):
            helped = Content(visible(way.help)).stylize("$foreground-muted")
            name = Content(visible(way.name)).stylize("bold")
            options.add_option(
                Option(name if self.low else Content.assemble(name, "\n", helped, "\n" if n < len(ways) else ""))
            )
        # What was found meanwhile puts nothing else under the cursor.
        options.highlighted = next((at for at, way in enumerate(ways) if before and way.name == before.name), 0)
        self.refresh_frame()

    def _here(self) -> Way | None:
        at = self.query_one(OptionList).highlighted
        return self._offered[at] if at is not None and at < len(self._offered) else None

    @property
    def low(self) -> bool:
        """Whether there is room for the names of what can be done only."""
        return self.app.size.height < ROOMY

    def on_resize(self) -> None:
        self.set_class(self.low, "-low")
        happened = self.query_one("#happened", Static)
        room = self.app.size.height - FRAME - FEWEST
        happened.display = room > 0
        happened.styles.max_height = max(room, 1)
        self.show()

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._offered):
            self.query_one(NoticeLine).left = self._offered[event.option_index].help if self.low else ""

    def _happened(self) -> Content:
        words = self.words
        if self.saved is not None:
            return Content("\n".join(visible(line) for line in say.salvaged(self.saved, words)))
        first = Content(visible(self._state())).stylize("bold")
        if [way.id for way in self.ways()] == ["quit"]:
            return first
        kept = words.gettext("Nothing has been changed, and nothing is written until you choose.")
        if len(self.app.screen_stack) > 2:
            kept = words.gettext("Nothing is written until you choose. What you were typing still stands where it was.")
        return Content.assemble(first, "\n", Content(kept).stylize("$foreground-muted"))

    def _state(self) -> str:
        if self.state is None:
            return store_error(self.error, self.words)
        return file_state(self.state, self.smart.store.path, self.words)

    def ways(self) -> Sequence[Way]:
        """What can be done, the best first."""
        words = self.words
        leave = Way("quit", words.gettext("Quit"), words.gettext("The file stays as it is."))
        if self.saved is not None:
            on = Way("go_on", words.gettext("Go on"), words.gettext("See your goals as they are now."))
            return (on, Way("others", words.gettext("Restore a backup"), words.gettext("Choose one from the list.")))
        if self.error.code not in MENDABLE:
            return (leave,)
        ways = [self._restoring(), self._others()] if self.newest or self.looking else []
        if self.state is FileState.DAMAGED:
            ways.append(
                Way(
                    "salvage",
                    words.gettext("Salvage what can still be read"),
                    words.gettext("Into a new file that takes its place; the damaged one is kept."),
                )
            )
        if self.error.code == "damaged":
            look = words.gettext("Nothing can be saved meanwhile; B in the list leads to the backups.")
            ways.append(Way("look", words.gettext("Look at the goals as far as they can be read"), look))
        return (*ways, leave)

    def _restoring(self) -> Way:
        words, backup = self.words, self.newest
        if backup is None:
            looking = words.gettext("Looking for the newest backup that is in order…")
            return Way("", words.gettext("Restore the newest backup"), looking)
        at, now = local(backup.at), self.smart.clock()
        when = f"{say.day_and_time_full(at, words)} · {say.ago(at, now, words)}".strip(" ·") if at else ""
        parts = [when, say.holding(backup.rows, words) if backup.rows else ""]
        return Way("restore", words.gettext("Restore the newest backup"), " · ".join(filter(None, parts)))

    def _others(self) -> Way:
        words = self.words
        return Way("others", words.gettext("Restore an older backup"), words.gettext("Choose one from the list."))

    def title_left(self) -> str:
        return self.words.gettext("Your file")

    def translate(self) -> None:
        super().translate()
        self.show()

    # Doing.

    @on(OptionList.OptionSelected)
    def action_mend(self) -> None:
        here = self._here()
        if here is None or self._mending or (self.meanwhile and monotonic() - self._since < BRIEF):
            return
        way = here.id
        if way == "restore":
            self._restore()
        elif way == "salvage":
            self._salvage()
        elif way == "others":
            from smart_tui.tui.screens.backups import BackupsScreen

            self.app.push_screen(BackupsScreen(), lambda _: self._mended())
        elif way == "quit":
            self.smart.leave(1)
        elif way:
            self.dismiss(None)

    def action_leave_damaged(self) -> None:
        self.smart.leave(1)

    def _mended(self) -> None:
        if self.smart.damage is None and self.saved is None:
            self.dismiss(None)

    @work
    async def _restore(self) -> None:
        if self.newest is not None and (said := await self.smart.restore_backup(self.newest)):
            self.dismiss(None)
            self.smart.say(said)

    @work
    async def _salvage(self) -> None:
        self.say(self.words.gettext("Reading what can be read…"))
        self._mending = True
        try:
            self.saved = await asyncio.wrap_future(self.smart.store.salvage())
        except StoreError as error:
            self.say(store_error(error, self.words))
            return
        finally:
            self._mending = False
        self.smart.mended()
        self.say("")
        self.show()


def newest_in_order(db: str) -> Backup | None:
    """The newest backup of a database file that is in order when it is read wholly; None where there is none."""
    for backup in to_go_back_to(db):
        try:
            verify_backup(backup.path)
        except StoreError:
            continue
        return backup
    return None
