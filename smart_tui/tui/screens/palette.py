"""Every command of a screen by its name: type a part of it, Enter does it."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.i18n import Words
from smart_tui.tui import keys
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.lineinput import LineInput
from smart_tui.tui.widgets.options import Options


class Hit(NamedTuple):
    """One line of the palette."""

    id: str
    name: str
    key: str
    help: str


def hits(query: str, commands: Sequence[keys.Command], words: Words, changed: keys.Overrides) -> list[Hit]:
    """The commands whose name matches what was typed, the best first; all, in the table's order, for nothing."""
    found: list[tuple[float, Hit]] = []
    matcher = Matcher(query.strip())
    for command in commands:
        name = words.gettext(command.name)
        score = matcher.match(name) if query.strip() else 1.0
        if score > 0:
            labels = [keys.key_label(key, words) for key in keys.keys_of(command, changed)]
            found.append(
                (score, Hit(command.action or command.id, name, " ".join(labels), words.gettext(command.help)))
            )
    found.sort(key=lambda pair: -pair[0])
    return [hit for _, hit in found]


class PaletteScreen(ModalLeavesOnce[str | None]):
    """Gives the action of the chosen command, or None."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "#palette-input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(self, where: str) -> None:
        super().__init__()
        self.commands = [command for command in keys.commands_of(where) if command.palette]
        self.hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        app = cast(SmartApp, self.app)
        with Vertical(id="palette", classes="dialog"):
            yield LineInput(placeholder=app.words.gettext("Name of a command"), id="palette-input")
            yield Options(id="palette-list", markup=False)
            yield Static(id="palette-help", classes="dim")

    def on_mount(self) -> None:
        self.show("")

    def show(self, query: str) -> None:
        """List what matches."""
        app = cast(SmartApp, self.app)
        self.hits = hits(query, self.commands, app.words, app.config.keys)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._line(hit)) for hit in self.hits])
        if self.hits:
            options.highlighted = 0
        else:
            self.query_one("#palette-help", Static).update(
                Content(app.words.gettext("No command has that in its name."))
            )

    def _line(self, hit: Hit) -> Content:
        return Content.assemble(hit.name, "  ", Content(hit.key).stylize("$foreground-muted"))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.show(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        at = self.query_one(OptionList).highlighted
        self.dismiss(self.hits[at].id if at is not None and at < len(self.hits) else None)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self.hits):
            self.query_one("#palette-help", Static).update(Content(self.hits[event.option_index].help))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.hits[event.option_index].id)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_cancel(self) -> None:
        self.dismiss(None)
