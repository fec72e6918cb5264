"""Saving a page to a file: where, and what stands in the way of that."""

import asyncio
import errno
import os
from collections.abc import Iterable
from functools import partial

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from smart_tui.paths import is_own, write_file
from smart_tui.text.files import OWN_FILE, PROBLEMS
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.linefield import LineField


class SavePageScreen(FormDialog[str]):
    """Writes `page` to the file that is named, and gives its path. A file that is there is asked about first."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.page = page
        self.path = path
        self._replace = ""
        """The file that the next Enter may replace."""

    def heading(self) -> str:
        return self.words.gettext("Save the page")

    def body(self) -> Iterable[Widget]:
        yield LineField("path", self.path, label=self.words.gettext("File"))

    def focus_first(self) -> None:
        field = self.field("path").input
        field.focus()
        if isinstance(field, Input):
            field.cursor_position = len(field.value)

    def on_mount(self) -> None:
        self.save = self._written
        super().on_mount()

    @on(Input.Changed)
    def _named_anew(self) -> None:
        self._replace = ""

    def read(self) -> str:
        typed = self.text("path")
        if not typed:
            raise UnreadError("path", self.words.gettext("Name a file."))
        path = os.path.abspath(os.path.join(os.path.dirname(self.path), os.path.expanduser(typed)))
        if os.path.isdir(path):
            raise UnreadError("path", self.words.gettext(PROBLEMS[errno.EISDIR]))
        if is_own(path, self.smart.paths):
            raise UnreadError("path", self.words.gettext(OWN_FILE))
        if os.path.lexists(path) and self._replace != path:
            self._replace = path
            asked = self.words.gettext("There is a file of this name. Enter replaces it; or give another name.")
            raise UnreadError("path", asked)
        return path

    async def _written(self, path: str) -> bool:
        write = partial(write_file, path, self.page.encode("utf-8"), replace=self._replace == path)
        try:
            await asyncio.to_thread(write)
        except FileExistsError:
            self.field("path").complain(
                self.words.gettext("There is a file of this name by now. Nothing was written; press Enter again.")
            )
            return False
        except (OSError, ValueError) as error:
            other = self.words.gettext("The file could not be written. The page is still here; try another place.")
            known = PROBLEMS.get(error.errno or 0) if isinstance(error, OSError) else None
            self.field("path").complain(self.words.gettext(known) if known else other)
            return False
        return True
