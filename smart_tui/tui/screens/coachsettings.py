"""What the coach says: each of its remarks, on or off."""

from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.domain.remark import RemarkCode
from smart_tui.i18n import Words
from smart_tui.text.coach import remark_label
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.options import Options
from smart_tui.tui.widgets.signs import MET

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp


def coach_says(quiet: Collection[str], words: Words) -> str:
    """How much the coach says, in two or three words."""
    left_out = sum(code in quiet for code in RemarkCode)
    if not left_out:
        return words.gettext("every remark")
    said = words.ngettext("every remark but {n}", "every remark but {n}", left_out)
    return said.format(n=words.number(left_out))


class CoachSettingsScreen(ModalLeavesOnce[str | None]):
    """Lists the remarks; Enter lets one be said of no goal, or again. Each change is stored at once."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("space", "turn", show=False),
    ]
    DEFAULT_CSS = """
    CoachSettingsScreen .dialog { height: auto; }
    CoachSettingsScreen OptionList { margin: 1 0; }
    CoachSettingsScreen .dialog > .dim { height: auto; }
    """

    @property
    def smart(self) -> "SmartApp":
        """The app, with its own type."""
        return cast("SmartApp", self.app)

    def compose(self) -> ComposeResult:
        words = self.smart.words
        with Vertical(classes="dialog"):
            yield Static(Content(words.gettext("What the coach says")), classes="strong")
            yield Options(markup=False)
            yield Static(Content(words.gettext("Enter turns one off or on · Esc leaves")), classes="dim")

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """List the remarks as they are now; the cursor stays."""
        options, words = self.query_one(OptionList), self.smart.words
        at = options.highlighted or 0
        options.clear_options()
        for code in RemarkCode:
            silent = code in self.smart.settings.quiet
            label = Content(remark_label(code, words))
            sign = " " if silent else MET
            options.add_option(
                Option(Content.assemble(f"{sign} ", label.stylize("$foreground-muted") if silent else label))
            )
        options.highlighted = at

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Turn the remark under the cursor off or on."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.run_worker(self._turn(list(RemarkCode)[at]), group="settings")

    async def _turn(self, code: RemarkCode) -> None:
        await self.smart.set_quiet(code, code not in self.smart.settings.quiet)
        self.show()

    def action_leave(self) -> None:
        self.dismiss("")
