"""Taking everything along: in which format, and into which file or folder."""

import asyncio
import errno
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from smart_tui import paths
from smart_tui.export.kinds import ENDINGS, Kind, ending, makes_folder, wants_text
from smart_tui.export.making import pages, remember, take, things, weighed
from smart_tui.export.writing import put_file, put_folder
from smart_tui.i18n import N_
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.text.files import OWN_FILE
from smart_tui.text.leaving import export_problem, kind_label, taken_along, too_large
from smart_tui.tui.folders import brief
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.linefield import LineField

LONGEST = 4096
"""Characters of a path."""
NAMES: Mapping[Kind, str] = {
    Kind.JSON: "JSON",
    Kind.CSV: "CSV",
    Kind.MARKDOWN: "Markdown",
    Kind.CALENDAR: "iCalendar",
    Kind.JRNL: "jrnl",
    Kind.TASKWARRIOR: "Taskwarrior",
}
"""What formats are called in any language."""
FILE_THERE = N_("There is a file of this name. Enter replaces it; or give another name.")
FOLDER_THERE = N_("There is something in this folder. Enter adds to it and replaces pages; or give another name.")
_RETAKEN = N_("There is a file of this name by now. Nothing was written; press Enter again.")


class ExportScreen(FormDialog[str]):
    """Writes the file or folder, and gives the sentence that says so. What is there already is asked about first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn(-1)", show=False, priority=True),
        Binding("down", "turn(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ExportScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 2; }
    ExportScreen #what { padding: 0 0 0 2; margin: 0 0 1 0; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.kind = Kind.JSON
        self._replace = ""
        """The file or folder that the next Enter may write into."""
        self._said = ""
        """What was written, once it is."""

    def heading(self) -> str:
        return self.words.gettext("Export")

    def body(self) -> Iterable[Widget]:
        yield ChoiceLine([(kind.value, name) for kind, name in NAMES.items()], self.kind, always=True, required=True)
        yield Static("", id="what", markup=False, classes="dim")
        path = os.path.join(paths.documents(), f"smart-tui-{self.smart.today.isoformat()}{ending(self.kind)}")
        yield LineField("path", brief(path), max_length=LONGEST)

    def keys_line(self) -> str:
        return self.words.gettext("Enter writes · ↑ ↓ format · Esc leaves")

    def on_mount(self) -> None:
        self.query_one(ChoiceLine).can_focus = False
        self._say_kind()
        self.save = self._written
        super().on_mount()

    def focus_first(self) -> None:
        field = self.field("path").input
        field.focus()
        field.cursor_position = len(field.value)

    def action_turn(self, by: int) -> None:
        """Choose the next format, and end the name as it does."""
        kinds = list(Kind)
        self._choose(kinds[(kinds.index(self.kind) + by) % len(kinds)])

    @on(ChoiceLine.Picked)
    def _picked(self, message: ChoiceLine.Picked) -> None:
        self._choose(Kind(message.value))

    def _choose(self, kind: Kind) -> None:
        stem, end = os.path.splitext(self.field("path").text)
        named = stem if end.lower() in (*ENDINGS, ending(self.kind)) else stem + end
        self.kind = kind
        self.query_one(ChoiceLine).value = kind.value
        self._say_kind()
        self.field("path").text = named + ending(kind)

    def _say_kind(self) -> None:
        self.query_one("#what", Static).update(Content(kind_label(self.kind, self.words)))

    @on(Input.Changed)
    def _named_anew(self) -> None:
        self._replace = ""

    def explanation(self, field: str) -> str:
        typed = self.text("path")
        if typed and makes_folder(self.kind, typed):
            return self.words.gettext("A folder of this name is made, readable by you alone.")
        return ""

    def read(self) -> str:
        """The path that is meant; raises UnreadError where it cannot be, or is somebody's already."""
        typed = self.text("path")
        if not typed:
            raise UnreadError("path", self.words.gettext("Name a file."))
        path = os.path.abspath(os.path.join(paths.documents(), os.path.expanduser(typed)))
        folder = makes_folder(self.kind, typed) or makes_folder(self.kind, path)
        try:
            if paths.is_own(path, self.smart.paths):
                raise UnreadError("path", self.words.gettext(OWN_FILE))
            there = os.listdir(path) if folder and os.path.isdir(path) else not folder and os.path.lexists(path)
        except (OSError, ValueError) as error:
            raise UnreadError("path", export_problem(error, self.words)) from None
        if os.path.isdir(path) and not folder:
            raise UnreadError("path", export_problem(IsADirectoryError(errno.EISDIR, path), self.words))
        if there and self._replace != path:
            self._replace = path
            raise UnreadError("path", self.words.gettext(FOLDER_THERE if folder else FILE_THERE))
        return path

    async def _written(self, path: str) -> bool:
        """Write it; False after saying what stood in the way."""
        kind, replace = self.kind, self._replace == path
        folder = makes_folder(kind, self.text("path")) or makes_folder(kind, path)
        self.field("path").explain(self.words.gettext("It is being written …"))
        try:
            numbers, large = await asyncio.to_thread(self._write, kind, path, folder, replace)
        except FileExistsError:
            self.field("path").complain(self.words.gettext(_RETAKEN))
        except (OSError, ValueError) as error:
            self.field("path").complain(export_problem(error, self.words, folder))
        except StoreError as error:
            from smart_tui.text.errors import store_error

            self.field("path").complain(store_error(error, self.words))
        else:
            self._said = taken_along(numbers, brief(path), self.words)
            if large:
                self._said += f" {too_large(self.words)}"
            return True
        return False

    def _write(self, kind: Kind, path: str, folder: bool, replace: bool) -> tuple[Mapping[str, int], bool]:
        """Read everything and write it; how many things are in the file now, and whether they are too many to be
        brought in again. Raises OSError and StoreError."""
        store, words, now = self.smart.store, self.words, datetime.now(UTC)
        settings = store.read(queries.settings)
        taken = take(store.reader, settings, self.smart.today, now, words)._replace(as_text=wants_text(kind, path))
        large = False
        if folder:
            put_folder(path, pages(taken), replace)
        else:
            # Who takes a table along from here opens it in a spreadsheet of the own language.
            leaving = weighed(kind, taken, local=True)
            put_file(path, leaving, replace)
            large = leaving.too_large
        remember(store, kind, taken)
        return things(kind, taken), large

    def _taken(self, value: str) -> None:
        super()._taken(self._said)
