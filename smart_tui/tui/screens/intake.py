"""What a file would bring in, before it does: how it was understood, what is new, refused, or changed on both sides."""

import asyncio
from collections.abc import Collection
from decimal import Decimal
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.domain.goal import Goal, State
from smart_tui.domain.transfer import Asked, Intake, Path, UnreadableFileError
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.text.errors import store_error
from smart_tui.text.intake import said_now
from smart_tui.text.transfer import brought_in, format_name, intake_lines, unreadable
from smart_tui.tui import keys, transfer
from smart_tui.tui.commands import INTAKE
from smart_tui.tui.intakelooks import FORMAT, GOAL, Shown, blocks, choices_of
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.choose import ChooseScreen
from smart_tui.tui.widgets.intakelist import BlockKind, IntakeList
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.noticeline import NoticeLine

SHOWN_AFTER = 1.0
"""Seconds after which it is shown how far it is."""


class IntakeScreen(BaseScreen[str]):
    """Gives the sentence about what came in; leaving gives None, and then nothing was changed."""

    WHERE = INTAKE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(INTAKE)]

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.wish = transfer.Wish()
        self.goals: tuple[Goal, ...] = ()
        self.goal: Goal | None = None
        """The goal here that the rows of a table belong to; None for a new one."""
        self.look: transfer.Look | None = None
        self.theirs: set[Path] = set()
        """The parts changed on both sides of which the file's are taken."""
        self.problem = ""
        """Why the file cannot be read."""
        self._reading = self._bringing = False
        self._since = 0.0

    def content(self) -> ComposeResult:
        yield IntakeList(id="intake")

    @property
    def list(self) -> IntakeList:
        """The widget with all of it."""
        return self.query_one(IntakeList)

    def on_mount(self) -> None:
        super().on_mount()
        self.list.focus()
        self.list.empty = (self.words.gettext("Reading the file…"),)
        self.reload()

    # Reading.

    def reload(self) -> None:
        """Read the file as is wished now, and compare it with what is here."""
        if not self._bringing:
            self._reading = True
            self.refresh_frame()
            self._read(self.wish, self.goal)

    @work(group="reading", exclusive=True)
    async def _read(self, wish: transfer.Wish, goal: Goal | None) -> None:
        settings, store = self.smart.settings, self.smart.store
        asked = Asked(
            self.today,
            self.words.code,
            int(settings.first_weekday),
            title=goal.title if goal else "",
            uuid=goal.uuid if goal else "",
            share=Decimal(settings.default_share),
        )
        self.problem = ""
        try:
            self.goals = await store.read_aside(queries.goals)
            self.look = await store.read_aside(transfer.look, self.path, asked, wish)
        except UnreadableFileError as error:
            self.problem = unreadable(error, self.words)
        except StoreError as error:
            self.problem = store_error(error, self.words)
        except Exception as error:
            # Whatever a file of another program brings about, nothing was written yet.
            self.problem = f"{self.smart.went_wrong(error)} {self.words.gettext('Nothing was changed.')}"
        self._reading = False
        if self.query(IntakeList):
            self._show()

    def _show(self) -> None:
        self.list.show(blocks(self.shown(), self.words))
        self.list.empty = (self.words.gettext("There is nothing in this file that could come in."),)
        self.refresh_frame()

    def shown(self) -> Shown:
        """All that is shown, as it is now."""
        own = tuple(goal for goal in self.goals if goal.state in (State.ACTIVE, State.PAUSED))
        return Shown(self.look, self.wish, own, self.goal, frozenset(self.theirs), self.problem)

    @property
    def intake(self) -> Intake | None:
        """What would come in; None as long as that is not known."""
        plan = self.look.plan if self.look is not None else None
        return plan.intake if plan is not None and not self.problem else None

    # The frame.

    def title_left(self) -> str:
        return self.words.gettext("What would come in")

    def title_right(self) -> str:
        from os.path import basename

        if self._reading:
            return self.words.gettext("reading…")
        format = format_name(self.look.format, self.words) if self.look is not None else ""
        return " · ".join(filter(None, (basename(self.path), format)))

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ["back", "help"]
        if self.intake is not None and self.intake.conflicts:
            wanted = ["value_after", "all_mine", "all_theirs", *wanted]
        elif self.look is not None or self.problem:
            wanted = ["value_after", "value_of_all", *wanted]
        if self.intake is not None and not self.intake.nothing:
            wanted = ["bring_in", *wanted]
        return tuple(keys.command(id) for id in wanted)

    def translate(self) -> None:
        super().translate()
        self._show()

    # Moving.

    def action_cursor_down(self) -> None:
        self.list.move(1)

    def action_cursor_up(self) -> None:
        self.list.move(-1)

    def action_cursor_first(self) -> None:
        self.list.first()

    def action_cursor_last(self) -> None:
        self.list.last()

    def action_page_down(self) -> None:
        self.list.page(1)

    def action_page_up(self) -> None:
        self.list.page(-1)

    # Choosing.

    def action_value_after(self) -> None:
        self._turn(1)

    def action_value_before(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        block = self.list.block
        if block is None or self._bringing:
            return
        if block.kind is BlockKind.SIDES:
            self._take(block.key, not block.chosen)
        elif block.kind is BlockKind.CHOICE:
            values = [value for value, _ in choices_of(block.key, self.shown(), self.words)]
            at = values.index(self._now(block.key)) if self._now(block.key) in values else -by
            self._choose(block.key, values[(at + by) % len(values)])

    @on(IntakeList.Opened)
    def action_value_of_all(self) -> None:
        block = self.list.block
        if block is None or block.kind is not BlockKind.CHOICE:
            self._turn(1)
            return
        key, found = block.key, choices_of(block.key, self.shown(), self.words)
        values = [value for value, _ in found]
        now = values.index(self._now(key)) if self._now(key) in values else 0
        named = [(str(at), visible(text)) for at, (_, text) in enumerate(found)]

        def chosen(at: str | None) -> None:
            if at is not None:
                self._choose(key, values[int(at)])

        self.app.push_screen(ChooseScreen(block.label, named, str(now)), chosen)

    def _now(self, key: str) -> object:
        if key == GOAL:
            return self.goal.uuid if self.goal is not None else ""
        if key == FORMAT:
            return self.look.format if self.look is not None else self.wish.format
        columns = self.look.columns if self.look is not None else None
        return said_now(key, columns) if columns is not None else None

    def _choose(self, key: str, value: object) -> None:
        if key == GOAL:
            self.goal = next((goal for goal in self.goals if goal.uuid == value), None)
        elif key == FORMAT:
            self.wish = transfer.Wish(str(value))
        else:
            self.wish = self.wish._replace(fixed={**self.wish.fixed, key: value})
        self.reload()

    def _take(self, key: str, theirs: bool) -> None:
        conflict = self.intake.conflicts[int(key)] if self.intake is not None else None
        if conflict is not None:
            (self.theirs.add if theirs else self.theirs.discard)(conflict.path)
            self._show()

    def action_all_mine(self) -> None:
        self._take_all(())

    def action_all_theirs(self) -> None:
        self._take_all({each.path for each in self.intake.conflicts} if self.intake is not None else ())

    def _take_all(self, theirs: Collection[Path]) -> None:
        if not self._bringing:
            self.theirs = set(theirs)
            self._show()

    # Bringing in.

    def action_back(self) -> None:
        if self._bringing:
            self.say(self.words.gettext("It is coming in; that cannot be stopped halfway, but undone afterwards."))
        else:
            self.dismiss(None)

    @work(group="bringing in")
    async def action_bring_in(self) -> None:
        plan = self.look.plan if self.look is not None else None
        if self._bringing or self._reading or plan is None or self.intake is None:
            return
        if self.intake.nothing:
            self.say(intake_lines(self.intake, self.words, len(plan.found.rejected))[0])
            return
        self._bringing, self._since = True, monotonic()
        self.say(self.words.gettext("Making a backup first…"))
        loop = asyncio.get_running_loop()

        def heard(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._progress, done, total)

        try:
            done = await transfer.bring_in(self.smart.store, plan, frozenset(self.theirs), heard)
        except StoreError as error:
            self._came_not_in(store_error(error, self.words))
            return
        except Exception as error:
            self._came_not_in(self.smart.went_wrong(error))
            return
        self._bringing = False
        undone = "" if done.nothing else self.words.gettext("u takes it back.")
        self.dismiss(f"{brought_in(done, self.words)} {undone}".strip())

    def _came_not_in(self, why: str) -> None:
        self._bringing = False
        self.say(why)
        self.reload()

    def _progress(self, done: int, total: int) -> None:
        if self._bringing and self.query(NoticeLine) and monotonic() - self._since >= SHOWN_AFTER:
            words = self.words
            said = words.gettext("{done} of {total} rows are in.")
            self.say(said.format(done=words.number(done), total=words.number(total)))
