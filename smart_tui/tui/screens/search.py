"""Searching everything that was written: a field, and below it what holds the words, the newest first."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from smart_tui.store.errors import StoreError
from smart_tui.store.queries.search import LIMIT, Hit, IndexLostError, search, up_to_date
from smart_tui.text.found import found_kind
from smart_tui.tui import keys
from smart_tui.tui.commands import SEARCH
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.openhit import open_hit
from smart_tui.tui.widgets.hitlist import HitList, HitRow
from smart_tui.tui.widgets.lineinput import LineInput

MOST = 1000
"""So many hits are shown at most: who has more of them types another word."""
MORE = 4
"""So many times as many are read when the cursor comes near to the end."""
NEAR = 5


class SearchScreen(BaseScreen[None]):
    """One never leaves the field: arrows move through what was found, and Enter opens it."""

    WHERE = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(SEARCH)]
    DEFAULT_CSS = """
    #sought { height: 1; border: none; padding: 0 1; margin: 0 0 1 0; background: transparent; }
    """

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.typed = typed
        self.hits: list[Hit] = []
        self.limit = LIMIT
        """So many hits were asked for; as many were found where there may be more."""
        self._shown = ""
        self._wanted: tuple[str, int] | None = None
        self._looking = False
        self._error = ""

    def content(self) -> ComposeResult:
        yield LineInput(self.typed, id="sought", placeholder=self.words.gettext("Search"))
        yield HitList(id="hits")

    @property
    def field(self) -> LineInput:
        """The field."""
        return self.query_one("#sought", LineInput)

    @property
    def found(self) -> HitList:
        """What was found."""
        return self.query_one(HitList)

    def on_mount(self) -> None:
        super().on_mount()
        self.field.focus()
        self.smart.hold_keys(self, field=self.field)
        self._say_empty()
        self.run_worker(self._follow(), group="searching")

    def on_screen_resume(self) -> None:
        # What was opened from here may have been changed.
        self.look(self.limit)

    def reload(self) -> None:
        self.look(self.limit)

    def day_changed(self) -> None:
        self.look(self.limit)

    def translate(self) -> None:
        super().translate()
        self.field.placeholder = self.words.gettext("Search")
        self._show(self._shown, self.hits)

    # Looking.

    @on(Input.Changed, "#sought")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = event.value
        self.look(LIMIT)

    def look(self, limit: int) -> None:
        """Search in a thread; while that goes on, only the last of what was typed meanwhile is kept for after it."""
        if not self.query(HitList):
            return
        self._wanted = self.typed, limit
        if not self._looking:
            self._looking = True
            self.run_worker(self._look(), group="searching")

    async def _look(self) -> None:
        try:
            while self._wanted is not None:
                (typed, limit), self._wanted = self._wanted, None
                hits = await self._search(typed, limit)
                if self._wanted is None and self.is_mounted:
                    self.limit = limit
                    self._show(typed, hits)
        finally:
            self._looking = False

    async def _search(self, typed: str, limit: int) -> list[Hit]:
        read = self.smart.store.read_aside
        self._error = ""
        try:
            try:
                return await read(search, typed, limit)
            except IndexLostError:
                await self.smart.store.follow(anew=True)
                return await read(search, typed, limit)
        except StoreError as error:
            from smart_tui.text.errors import store_error

            self._error = store_error(error, self.words)
            return []

    async def _follow(self) -> None:
        """Let the index follow what another program wrote, before one relies on it."""
        try:
            if not await self.smart.store.read_aside(up_to_date):
                await self.smart.store.follow()
                self.look(self.limit)
        except StoreError as error:
            self.smart.say_error(error)

    def _show(self, typed: str, hits: list[Hit]) -> None:
        same = typed == self._shown
        at = self.found.cursor if same else 0
        self._shown, self.hits = typed, hits
        self._say_empty()
        self.found.show(len(hits), self._row, at)
        self.refresh_frame()

    def _row(self, at: int) -> HitRow:
        hit, words = self.hits[at], self.words
        day = words.date_short(hit.on, self.today)
        return HitRow(day, found_kind(hit.kind, words), hit.about.goal_title, hit.text, hit.spans)

    def _say_empty(self) -> None:
        words = self.words
        if self._error:
            self.found.empty = (self._error,)
        elif self.typed.strip():
            self.found.empty = (words.gettext("Nothing holds all of these words."),)
        else:
            self.found.empty = (
                words.gettext("Type a few letters: everything you wrote is searched."),
                words.gettext("Goals, answers, notes, plans, the journal and reviews; the newest come first."),
                words.gettext("Words between quotation marks stand together."),
            )

    # The frame.

    def title_left(self) -> str:
        return self.words.gettext("Search")

    def title_right(self) -> str:
        count, words = len(self.hits), self.words
        if not count:
            return ""
        if count >= self.limit:
            return words.gettext("more than {n} found").format(n=words.number(count - 1))
        return words.ngettext("{n} found", "{n} found", count).format(n=words.number(count))

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ("open_hit", "leave_search", "search_help") if self.hits else ("leave_search", "search_help")
        return tuple(keys.command(id) for id in wanted)

    # Moving and opening.

    def on_key(self, event: events.Key) -> None:
        if event.key in ("down", "up"):
            event.stop()
            self.found.move(1 if event.key == "down" else -1)

    def action_hits_on(self) -> None:
        self.found.page(1)

    def action_hits_back(self) -> None:
        self.found.page(-1)

    @on(HitList.Moved)
    def _near_the_end(self) -> None:
        if len(self.hits) >= self.limit < MOST and self.found.cursor >= len(self.hits) - NEAR:
            self.look(min(self.limit * MORE, MOST))

    @on(Input.Submitted, "#sought")
    @on(HitList.Opened)
    def action_open_hit(self) -> None:
        if self.hits and self._shown == self.typed:
            open_hit(self.smart, self.hits[self.found.cursor])
        else:
            self.call_after_refresh(self._open_when_found)

    def _open_when_found(self) -> None:
        """Enter typed right behind the last letter is for what that letter finds."""
        if self._looking:
            self.call_after_refresh(self._open_when_found)
        elif self.hits:
            open_hit(self.smart, self.hits[self.found.cursor])
