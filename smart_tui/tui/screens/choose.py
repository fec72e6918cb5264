"""A short list to choose one thing from: a language, a theme, a model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.i18n import LANGUAGE_NAMES, LANGUAGES, N_
from smart_tui.tui import themes
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.options import Options

if TYPE_CHECKING:
    from smart_tui.tui.leaving import LeavingApp

MODEL_NAMES = {
    "international": N_("International: Specific, Measurable, Achievable, Relevant, Time-bound"),
    "nordic": N_("Nordic: Specific, Measurable, Accepted, Realistic, Time-bound"),
}


class ChooseScreen(ModalLeavesOnce[str | None]):
    """Gives the value of the chosen line, or None. `choices` are pairs of value and visible text."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], now: str) -> None:
        super().__init__()
        self.heading = title
        self.choices = tuple(choices)
        self.now = now

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self.heading), classes="strong")
            yield Options(*(Option(Content(text)) for _, text in self.choices), markup=False)

    def on_mount(self) -> None:
        values = [value for value, _ in self.choices]
        self.query_one(OptionList).highlighted = values.index(self.now) if self.now in values else 0

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.choices[event.option_index][0])

    def action_cancel(self) -> None:
        self.dismiss(None)


def language_choice(app: "LeavingApp") -> ChooseScreen:
    """The three languages, each in its own name."""
    choices = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
    return ChooseScreen(app.words.gettext("Language"), choices, app.words.code)


def theme_choice(app: "LeavingApp") -> ChooseScreen:
    """Our own themes first, then the terminal's colours, then those Textual brings."""
    own = [name for name in themes.NAMES if name in app.available_themes]
    others = sorted(name for name in app.available_themes if name not in themes.NAMES)
    choices = [(name, app.words.gettext(themes.NAMES[name])) for name in own] + [(name, name) for name in others]
    return ChooseScreen(app.words.gettext("Theme"), choices, app.theme)
