"""The frame of a dialog: a title, a few lines, fields with an echo, and one line that names the keys."""

import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from smart_tui.i18n import Words
from smart_tui.store.errors import StoreError
from smart_tui.tui import keys
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.linefield import LineField
from smart_tui.tui.widgets.lines import visible

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp

ResultT = TypeVar("ResultT")

DIALOGS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "dialogs.tcss")
"""What dialogs look like, wherever the dialog stands."""
KEEP_SECONDS = 1.0
"""How often what is typed is put into the database."""
RETRY_SECONDS = 2.0
"""How long after a refusal that may pass what Enter took is given to the store again."""
_PASSING = ("disk_full", "locked", "io")


class UnreadError(Exception):
    """A field that cannot be taken as it stands; an empty `message` only leads there."""

    def __init__(self, field: str, message: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class Dialog(ModalLeavesOnce[ResultT | None]):
    """Gives a plain value, or None when one leaves with Escape. It never touches the store."""

    BINDINGS = keys.bindings(keys.DIALOG)
    CSS_PATH = DIALOGS
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Dialog .lines { height: auto; margin: 0 0 1 0; }
    Dialog .keys { margin: 1 0 0 0; }
    """

    @property
    def smart(self) -> "SmartApp":
        """The app, with its own type."""
        return cast("SmartApp", self.app)

    @property
    def words(self) -> Words:
        """The words of the current language."""
        return self.smart.words

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(Content(visible(self.heading())), classes="strong")
            with Vertical(classes="lines"):
                for line in self.lines():
                    yield Static(line if isinstance(line, Content) else Content(visible(line)), classes="dim")
            yield from self.body()
            yield Static(Content(visible(self.keys_line())), classes="dim keys")

    def heading(self) -> str:
        """What this dialog is about."""
        return ""

    def lines(self) -> Iterable[str | Content]:
        """What one needs to know before answering."""
        return ()

    def body(self) -> Iterable[Widget]:
        """The fields."""
        return ()

    def keys_line(self) -> str:
        """Which keys there are."""
        return self.words.gettext("Enter saves · Esc leaves")

    def on_mount(self) -> None:
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where one begins."""

    def action_cancel(self) -> None:
        self.dismiss(None)


class FormDialog(Dialog[ResultT]):
    """A dialog of line fields. Enter reads them all: what cannot be read is said beside its field, and
    nothing typed is lost; what was typed when one leaves stands there again the next time.

    `save` puts the value into the store and gives whether it is there. Where it is not, the dialog stays
    open with what was typed, says why, and tries again by itself if that may help.
    """

    begun: Mapping[str, str] = {}
    """What stood in the fields at first."""
    save: Callable[[ResultT], Awaitable[bool]] | None = None
    _kept: Mapping[str, str] = {}
    _saving = False
    _again: Timer | None = None

    def keeping(self) -> str:
        """Under which name typed text is kept until it is taken; empty for not at all."""
        return ""

    def read(self) -> ResultT:
        """The value of the form; raises `UnreadError`."""
        raise NotImplementedError

    def explanation(self, field: str) -> str:
        """What was understood of a field, in words; raises `UnreadError` where nothing was."""
        return ""

    def fields_keys_line(self) -> str:
        """Which keys there are where there is more than one field."""
        return self.words.gettext("Enter saves · Tab next field · Esc leaves")

    def fields(self) -> tuple[LineField, ...]:
        """All fields, top to bottom."""
        return tuple(self.query(LineField))

    def field(self, name: str) -> LineField:
        """The field of that name."""
        return self.query_one(f"#field-{name}", LineField)

    def text(self, name: str) -> str:
        """What is typed in a field, without blanks around it."""
        return self.field(name).text.strip()

    def on_mount(self) -> None:
        kept = self.smart.unsent.typed(self.keeping()) if self.keeping() else {}
        self.begun = {field.field: field.text for field in self.fields()}
        if len(self.begun) > 1:
            self.query_one(".keys", Static).update(Content(self.fields_keys_line()))
        self._kept = kept
        for field in self.fields():
            if field.field in kept:
                field.text = kept[field.field]
        self.echo()
        self.set_interval(KEEP_SECONDS, self._keep_soon)
        super().on_mount()

    async def keep(self) -> None:
        """Put what is typed into the database; with nothing typed, or once it was taken, take it out."""
        typed = {field.field: field.text for field in self.fields()}
        await self._keep({} if typed == self.begun else typed)

    async def _keep(self, typed: Mapping[str, str]) -> None:
        if not self.keeping() or typed == self._kept:
            return
        before, self._kept = self._kept, typed
        try:
            await self.smart.unsent.keep(self.keeping(), typed)
        except StoreError as error:
            from smart_tui.text.errors import store_error

            self._kept = before
            self.smart.say(store_error(error, self.words, kept=True))

    def _keep_soon(self) -> None:
        self.run_worker(self.keep(), group="keeping")

    def focus_first(self) -> None:
        self.fields()[0].input.focus()

    def takes_keys(self) -> bool:
        """Whether a field has focus, so that what was typed ahead gets into it."""
        return self.focused is not None

    def echo(self) -> None:
        """Say under each field what was understood; what is unfinished says nothing yet."""
        for field in self.fields():
            try:
                field.explain(self.explanation(field.field))
            except UnreadError:
                field.explain("")

    @on(Input.Changed)
    def _changed(self) -> None:
        self._try_no_more()
        self.echo()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Give the value, or lead to the field that is in the way."""
        try:
            value = self.read()
        except UnreadError as unread:
            field = self.field(unread.field)
            if unread.message:
                field.complain(unread.message)
            field.input.focus()
            return
        if self.save is None:
            self._taken(value)
        elif not self._saving:
            self._try_no_more()
            self._saving = True
            saving = self.run_worker(self._save(value, self.save), group="saving")
            # What is typed behind Enter is meant for what stands there once this is closed.
            self.smart.hold_keys(self, [saving])

    async def _save(self, value: ResultT, save: Callable[[ResultT], Awaitable[bool]]) -> None:
        self.smart.refusal = None
        try:
            with self.smart.unsent.taking(self.keeping()):
                saved = await save(value)
        finally:
            self._saving = False
        if saved:
            self._taken(value)
        elif self.smart.refusal is not None:
            self._refused(self.smart.refusal)

    def _taken(self, value: ResultT) -> None:
        self.app.run_worker(self._keep({}), group="keeping")
        self.dismiss(value)

    def _refused(self, error: StoreError) -> None:
        from smart_tui.text.errors import store_error

        last = [field for field in self.fields() if field.input.has_focus] or self.fields()
        last[-1].complain(store_error(error, self.words, kept=True))
        if error.code in _PASSING:
            self._again = self.set_timer(RETRY_SECONDS, lambda: FormDialog.submit(self))

    def _try_no_more(self) -> None:
        if self._again is not None:
            self._again.stop()
            self._again = None

    def action_cancel(self) -> None:
        typed = {field.field: field.text for field in self.fields()}
        self.app.run_worker(self._keep({} if typed == self.begun else typed), group="keeping")
        super().action_cancel()
