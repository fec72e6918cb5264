"""An entry of the journal: its day, the goals it is about, and the text, which is in the database while one writes."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, TextArea

from smart_tui.domain.cleaning import TEXT_LIMIT, clean_text
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import Named, goals_by_name, journal_entry
from smart_tui.tui import keys
from smart_tui.tui.commands import JOURNAL_ENTRY
from smart_tui.tui.savingentry import SavingEntry, Written
from smart_tui.tui.screens.days import DayTyped, day_read
from smart_tui.tui.screens.dialog import UnreadError
from smart_tui.tui.screens.longeditor import edit_long
from smart_tui.tui.screens.savestyped import SavesTyped
from smart_tui.tui.tied import Tied, names, numbers, tied
from smart_tui.tui.widgets.editors import Lead, PageText, harmless
from smart_tui.tui.widgets.linefield import LineField

LEADING = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}
PLACE = "journal place"
"""Where the cursor stood in the entry that was open last."""


class JournalEntryScreen(SavesTyped[int | None]):
    """Writes an entry by its row id, or a new one for a day, about these goals. Gives the id of the entry, None when
    there is no text."""

    WHERE = JOURNAL_ENTRY
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(JOURNAL_ENTRY)]
    DEFAULT_CSS = """
    JournalEntryScreen LineField { padding: 0 1; }
    JournalEntryScreen LineField .label { width: 8; }
    JournalEntryScreen LineField .under { display: none; padding: 0 0 0 10; }
    JournalEntryScreen LineField:focus-within .under, JournalEntryScreen LineField .under.-error { display: block; }
    JournalEntryScreen #entry { height: 1fr; margin: 1 0 0 0; padding: 0 2; border: none; background: transparent; }
    JournalEntryScreen.-low #entry { margin: 0; }
    JournalEntryScreen.-low LineField .under { max-height: 2; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - declared so by the library

    def __init__(self, entry_id: int | None = None, day: date | None = None, goals: Sequence[int] = ()) -> None:
        super().__init__()
        self.entry_id = entry_id
        self._day = day
        self._goals = tuple(goals)
        self.named: Sequence[Named] = ()
        self.saving: SavingEntry
        self._told = False
        self._complained = "", ""
        """The field, and the text in it, that was not understood when one last wanted to leave."""

    def content(self) -> ComposeResult:
        words = self.words
        begun = Written(self._day or self.today, "", self._goals)
        run = self.smart.write_or_raise
        self.saving = SavingEntry(begun, run, self.not_saved, self.saved, self.replaced)
        try:
            self.named = self.smart.store.read(goals_by_name)
            if self.entry_id is not None:
                self.saving.adopt(self.smart.store.read(journal_entry, self.entry_id))
        except StoreError as error:
            self.smart.say_error(error)
            self.call_after_refresh(self._give_up)
        now = self.saving.now
        yield LineField("on", words.date_long(now.on), label=words.gettext("Day"))
        yield LineField(
            "goals",
            numbers(now.goals, self.named),
            label=words.gettext("Goals"),
            placeholder=words.gettext("none; numbers or titles, with commas"),
        )
        yield PageText(now.text, id="entry")

    def on_mount(self) -> None:
        super().on_mount()
        self._explain()
        row, column = self._place()
        self.text.move_cursor((row, column))
        self.text.focus()

    @property
    def text(self) -> PageText:
        """The field with the text."""
        return self.query_one(PageText)

    def field(self, name: str) -> LineField:
        """The field of the day or of the goals."""
        return self.query_one(f"#field-{name}", LineField)

    def takes_keys(self) -> bool:
        """Whether a field is open, so that what was typed ahead gets into it."""
        return self.focused is not None

    def _place(self) -> tuple[int, int]:
        """Where the cursor stood the last time, else behind the last letter."""
        kept = self.smart.unsent.typed(PLACE)
        row, column = kept.get("row", ""), kept.get("column", "")
        if kept.get("entry") == str(self.entry_id):
            with suppress(ValueError):
                return int(row), int(column)
        return self.text.document.end

    def _give_up(self) -> None:
        # Without awaiting it: a screen cannot wait for its own end.
        self.dismiss(None)

    # The frame.

    def title_left(self) -> str:
        words = self.words
        return words.gettext("Journal") if self.saving.entry_id is None else words.gettext("Journal entry")

    def title_right(self) -> str:
        return self.words.date_full(self.saving.now.on)

    def translate(self) -> None:
        super().translate()
        self._explain()

    # What is typed.

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        text = self.text.text
        if text != harmless(self.saving.now.text):
            self.saving.put(self.saving.now._replace(text=text))
        if len(text) > TEXT_LIMIT and not self._told:
            self._told = True
            self.say(
                self.words.gettext("An entry holds {n} characters; what goes beyond that is not kept.").format(
                    n=self.words.number(TEXT_LIMIT)
                )
            )

    @on(Input.Changed)
    def _chosen(self, event: Input.Changed) -> None:
        event.stop()
        self._explain()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._lead(1)

    @on(Lead)
    def _led(self, event: Lead) -> None:
        event.stop()
        self._lead(event.by)

    def on_key(self, event: events.Key) -> None:
        if event.key in LEADING and not self.text.has_focus:
            event.stop()
            event.prevent_default()
            self._lead(LEADING[event.key])

    def _lead(self, by: int) -> None:
        stops = [self.field("on").input, self.field("goals").input, self.text]
        at = next((at for at, stop in enumerate(stops) if stop.has_focus), 0)
        self.saving.soon()
        stops[(at + by) % len(stops)].focus()

    def _explain(self) -> None:
        """Say what day and which goals were understood, and take them."""
        now = self.saving.now
        try:
            typed = self._day_typed()
        except UnreadError:
            self.field("on").explain("")
        else:
            self.field("on").explain(typed.echo)
            now = now._replace(on=typed.day)
        found = self._tied()
        self.field("goals").explain(" · ".join(part for part in (names(found.goals), found.problem) if part))
        self.saving.put(now._replace(goals=tuple(goal.goal_id for goal in found.goals)))
        self.refresh_frame()

    def _day_typed(self) -> DayTyped:
        text = self.field("on").text or self.words.date_long(self.saving.now.on)
        return day_read("on", text, self.words, self.today, self.smart.settings, past=True)

    def _tied(self) -> Tied:
        return tied(self.field("goals").text, self.named, self.words)

    def _complaint(self) -> bool:
        """Whether something typed is not understood; it is said where it stands, once."""
        try:
            self._day_typed()
        except UnreadError as unread:
            return self._complain("on", unread.message)
        return self._complain("goals", self._tied().problem)

    def _complain(self, name: str, problem: str) -> bool:
        field = self.field(name)
        if not problem or self._complained == (name, field.text):
            return False
        self._complained = name, field.text
        field.complain(problem)
        field.input.focus()
        return True

    async def action_entry_editor(self) -> None:
        """Write the text in the person's own editor."""
        await self.keep()
        text, said = edit_long(self.app, self.saving.now.text, self.words)
        if said:
            self.say(said)
        if text is not None:
            self.text.text = harmless(text)
            self.text.move_cursor(self.text.document.end)

    # Saving, and leaving.

    def reload(self) -> None:
        """Show what another window wrote, unless something typed here is not saved yet."""
        entry_id = self.saving.entry_id
        if entry_id is None or not self.query(PageText):
            return
        before = self.saving.now
        try:
            taken = self.saving.adopt(self.smart.store.read(journal_entry, entry_id))
        except StoreError as error:
            if error.code != "not_found":
                self.smart.say_error(error)
            return
        if taken:
            self._show(before, self.saving.now)

    def _show(self, before: Written, now: Written) -> None:
        """Show what is different now; what is half typed elsewhere stays."""
        if clean_text(self.text.text) != now.text:
            at, end = self.text.cursor_location, self.text.document.end
            self.text.text = harmless(now.text)
            self.text.move_cursor(self.text.document.end if at == end else at)
        if set(now.goals) != set(before.goals):
            self.field("goals").text = numbers(now.goals, self.named)
        if now.on != before.on:
            self.field("on").text = self.words.date_long(now.on)
        self._explain()

    def replaced(self) -> None:
        self.say(self.words.gettext("Another window changed this entry too. Yours stands; undo brings it back."))

    async def keep(self) -> None:
        """Put what is typed into the database, and where one is in it."""
        await self.saving.keep()
        at, entry, place = self.text.cursor_location, self.saving.entry_id, {}
        if entry is not None and at != self.text.document.end:
            place = {"entry": str(entry), "row": str(at[0]), "column": str(at[1])}
        try:
            if place != self.smart.unsent.typed(PLACE):
                await self.smart.unsent.keep(PLACE, place)
        except StoreError as error:
            # Where the cursor stood is no loss.
            self.log(error.code)

    @work
    async def action_leave_entry(self) -> None:
        if clean_text(self.saving.now.text) and self._complaint():
            self.say(self.words.gettext("Esc again leaves it as it was."))
            return
        await self.keep()
        if not await self.may_leave():
            return
        self.saving.close()
        self.dismiss(self.saving.entry_id)

    def on_app_blur(self) -> None:
        self.saving.soon()

    def on_unmount(self) -> None:
        self.saving.close()
