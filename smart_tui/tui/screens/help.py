"""What the keys do here: one line a command, from the table of keys."""

from typing import ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from smart_tui.tui import keys
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.lines import padded, wrapped

WIDTH = 78
FRAME = 6
"""Cells taken by border, padding and scroll bar."""


class HelpScreen(ModalLeavesOnce[None]):
    """The keys of one part of the app (`where` in the table of keys), and above them what it is for."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.HELP),
        ("question_mark,f1,enter", "back"),
        ("j", "scroll(1)"),
        ("k", "scroll(-1)"),
    ]

    def __init__(self, where: str, intro: str = "") -> None:
        super().__init__()
        self.where = where
        self.intro = intro

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="dialog"):
            yield Static(self.page(), id="help-text")

    def page(self) -> Content:
        """The whole help as text."""
        app = cast(SmartApp, self.app)
        words, changed = app.words, app.config.keys
        rows: list[tuple[str, str]] = []
        for command in keys.commands_of(self.where):
            # What has no key of its own is found in the palette.
            known = keys.keys_of(command, changed) or keys.keys_of(keys.command("palette"), changed)
            labels = " ".join(keys.key_label(key, words) for key in known)
            rows.append((labels, words.gettext(command.help)))
        width = max((cell_len(key) for key, _ in rows), default=0) + 2
        room = max(min(WIDTH, app.size.width) - FRAME - width, 10)
        parts: list[Content | str] = [Content(words.gettext("What the keys do here")).stylize("bold"), "\n"]
        if self.intro:
            parts += ["\n".join(wrapped(self.intro, room + width)), "\n"]
        for key, help in rows:
            first, *rest = wrapped(help, room)
            parts += ["\n", Content(padded(key, width)).stylize("bold"), first]
            parts += ["\n" + " " * width + line for line in rest]
        changing = Content(words.gettext("Every key can be changed in the config file."))
        parts += ["\n\n", changing.stylize("$foreground-muted")]
        return Content.assemble(*parts)

    def translate(self) -> None:
        """Show the help in the language that was chosen."""
        self.query_one("#help-text", Static).update(self.page())

    def action_back(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)
