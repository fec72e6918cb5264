"""What the keys do here: one line a command, from the table of keys."""

from typing import ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from smart_tui.tui import keys
from smart_tui.tui.app import SmartApp


class HelpScreen(ModalScreen[None]):
    """The keys of one part of the app (`where` in the table of keys), and above them what it is for."""

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
        rows: list[tuple[str, str, str]] = []
        for command in keys.commands_of(self.where):
            labels = [keys.key_label(key, words) for key in keys.keys_of(command, changed)]
            rows.append((" ".join(labels) or "·", words.gettext(command.name), words.gettext(command.help)))
        width = max((cell_len(row[0]) for row in rows), default=0) + 2
        parts: list[Content | str] = [Content(words.gettext("What the keys do here")).stylize("bold"), "\n"]
        if self.intro:
            parts += [Content(self.intro), "\n"]
        for key, name, help in rows:
            parts += ["\n", Content(key.ljust(width - cell_len(key) + len(key))).stylize("bold"), name]
            parts += ["\n", " " * width, Content(help).stylize("$text-muted")]
        parts += ["\n\n", Content(words.gettext("Every key can be changed in the config file.")).stylize("$text-muted")]
        return Content.assemble(*parts)

    def translate(self) -> None:
        """Show the help in the language that was chosen."""
        self.query_one("#help-text", Static).update(self.page())

    def action_back(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)
