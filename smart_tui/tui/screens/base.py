"""What every screen shares: a line that says where one is, content, the notice line and the footer."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.i18n import Words
from smart_tui.tui import keys
from smart_tui.tui.screens.leavesonce import LeavesOnce
from smart_tui.tui.widgets.footer import Entry, FooterLine
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp
    from smart_tui.tui.screens.dialog import FormDialog

ResultT = TypeVar("ResultT")
AskedT = TypeVar("AskedT")


class BaseScreen(LeavesOnce[ResultT]):
    """One frame for all screens. A subclass says `WHERE` it is in the table of keys and fills `content`.

    `BINDINGS = keys.bindings(WHERE)` gives a screen its keys; each command's action is a method
    `action_<id>`. A screen that holds typed text has an async method `keep()`, which puts it in the
    database; it is called before the app leaves for any reason.
    """

    WHERE: ClassVar[str] = ""
    AUTO_FOCUS = ""

    @property
    def smart(self) -> "SmartApp":
        """The app, with its own type."""
        return cast("SmartApp", self.app)

    @property
    def words(self) -> Words:
        """The words of the current language."""
        return self.smart.words

    @property
    def today(self) -> date:
        """The civil date, with the person's end of day."""
        return self.smart.today

    def compose(self) -> ComposeResult:
        if self.smart.demo:
            yield Static(Content(self._demo_line()), id="demo")
        yield TopLine(id="top")
        with Vertical(id="content"):
            yield from self.content()
        yield NoticeLine(id="notice")
        yield FooterLine(id="footer")

    def content(self) -> ComposeResult:
        """The widgets between the top line and the notice line."""
        yield from ()

    def on_mount(self) -> None:
        self.refresh_frame()

    def title_left(self) -> str:
        """Where one is."""
        return ""

    def title_right(self) -> str | Content:
        """The one context that matters; dim unless it is styled."""
        return ""

    def footer_commands(self) -> tuple[keys.Command, ...]:
        """The commands for the footer, the most wanted first; six at most are drawn."""
        return keys.footer_of(self.WHERE)

    def footer_label(self, command: keys.Command) -> str:
        """What the footer says a key does here."""
        return self.words.gettext(command.label or command.name)

    def refresh_frame(self) -> None:
        """Say again where one is and which keys there are."""
        if not self.query(TopLine):
            return
        top = self.query_one(TopLine)
        top.left, top.right = self.title_left(), self.title_right()
        changed = self.smart.config.keys
        self.query_one(FooterLine).entries = tuple(
            Entry(
                keys.key_label(keys.keys_of(command, changed)[0], self.words),
                self.footer_label(command),
                command.action or command.id,
            )
            for command in self.footer_commands()
            if keys.keys_of(command, changed)
        )

    def translate(self) -> None:
        """Show every word again in the language that was chosen; a screen adds its own words to this."""
        if self.smart.demo and self.query("#demo"):
            self.query_one("#demo", Static).update(Content(self._demo_line()))
        self.refresh_frame()

    def day_changed(self) -> None:
        """A new day began, or the app came back after a while."""
        self.refresh_frame()

    def reload(self) -> None:
        """Read again what is shown, after an undo or another screen's writes."""

    def say(self, text: str) -> None:
        """Show one sentence above the footer; it leaves by itself."""
        self.query_one(NoticeLine).say(text)

    async def write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a command of the store; returns what it returns, or None after saying why it failed."""
        return await self.smart.write(command, *args, **kwargs)

    async def ask(self, dialog: "FormDialog[AskedT]", save: Callable[[AskedT], Awaitable[bool]]) -> AskedT | None:
        """Open a dialog in a worker; gives the value that `save` stored, or None when one left without."""
        dialog.save = save
        return await self.app.push_screen_wait(dialog)

    def on_footer_line_chosen(self, message: FooterLine.Chosen) -> None:
        message.stop()
        self.run_command(message.action)

    def run_command(self, action: str) -> None:
        """Do what a key of this screen does, for a click or the palette."""
        self.call_later(self.run_action, action)

    def help_where(self) -> str:
        """Which part of the table of keys the help shows now."""
        return self.WHERE

    def action_help(self) -> None:
        from smart_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.help_where()))

    def action_palette(self) -> None:
        from smart_tui.tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.WHERE), self._palette_chosen)

    def _palette_chosen(self, chosen: str | None) -> None:
        if chosen:
            self.run_command(chosen)

    def action_today(self) -> None:
        from smart_tui.tui.screens.today import TodayScreen

        if len(self.app.screen_stack) > 1 and isinstance(self.app.screen_stack[-2], TodayScreen):
            self.dismiss(None)
        else:
            self.app.push_screen(TodayScreen())

    def action_review(self) -> None:
        self.smart.open_review()

    def action_express_review(self) -> None:
        self.smart.open_review(express=True)

    def action_search_all(self) -> None:
        from smart_tui.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_journal(self) -> None:
        from smart_tui.tui.screens.journal import JournalScreen

        self.app.push_screen(JournalScreen())

    def action_look_back(self) -> None:
        from smart_tui.tui.screens.lookback import LookBackScreen

        self.app.push_screen(LookBackScreen())

    def action_backups(self) -> None:
        from smart_tui.tui.screens.backups import BackupsScreen

        self.app.push_screen(BackupsScreen())

    def action_import_file(self) -> None:
        from smart_tui.tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen())

    def action_export_file(self) -> None:
        from smart_tui.tui.screens.exporting import ExportScreen

        self.app.push_screen(ExportScreen(), self._taken_along)

    def _taken_along(self, said: str | None) -> None:
        if said:
            self.say(said)

    def action_settings(self) -> None:
        from smart_tui.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_choose_language(self) -> None:
        self.smart.choose_language()

    def action_choose_theme(self) -> None:
        self.smart.choose_theme()

    def action_undo(self) -> None:
        self.smart.undo()

    def action_redo(self) -> None:
        self.smart.redo()

    def action_back(self) -> None:
        self.dismiss(None)

    def _demo_line(self) -> str:
        return self.words.gettext("A demo: nothing in it is kept.")
