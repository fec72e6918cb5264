"""Looking back on a month, a quarter or a year: put together from what was recorded, with nothing to write."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from smart_tui.domain.goal import Period
from smart_tui.domain.lookback import LookBack
from smart_tui.domain.stretch import LENGTHS, Stretch
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.lookbacks import look_back_on
from smart_tui.text import reviewpage
from smart_tui.text.lookback import lookback_lines, lookback_markdown, stretch_title
from smart_tui.tui import keys
from smart_tui.tui.commands import LOOK_BACK
from smart_tui.tui.screens.takealong import TakeAlong
from smart_tui.tui.widgets.textpage import PageLine, TextPage

_STYLES = {reviewpage.TITLE: "strong", reviewpage.HEAD: "strong", reviewpage.DIM: "dim"}
_HANG = 2
YEARS = 100
"""How far back one may go."""


class LookBackScreen(TakeAlong):
    """The running month at first; earlier and later ones, and other lengths, are a key away."""

    WHERE = LOOK_BACK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(LOOK_BACK)]

    def __init__(self) -> None:
        super().__init__()
        self.wanted: Stretch
        """What one wants to see; it is shown as soon as it was read."""
        self.found: LookBack | None = None
        self._turn = 0

    def content(self) -> ComposeResult:
        self.wanted = Stretch.of(self.today, Period.MONTH)
        yield TextPage(id="page")

    @property
    def text(self) -> TextPage:
        """The widget with the page."""
        return self.query_one(TextPage)

    def on_mount(self) -> None:
        super().on_mount()
        self.text.focus()

    def on_screen_resume(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Put the page together again, in a thread: it may rest on years of entries."""
        if self.query(TextPage):
            self._turn += 1
            self.run_worker(self._read(self._turn), group="reading")

    async def _read(self, turn: int) -> None:
        smart = self.smart
        try:
            found = await smart.store.read_aside(look_back_on, self.wanted, self.today, smart.settings)
        except StoreError as error:
            smart.say_error(error)
            return
        if turn == self._turn and self.is_mounted:
            other = self.found is None or self.found.stretch != found.stretch
            self.found = found
            self.show_page()
            if other:
                self.text.first()

    def show_page(self) -> None:
        """Draw what was read, in the words of now."""
        if self.found is not None and self.query(TextPage):
            lines = lookback_lines(self.found, self.smart.settings, self.words)
            self.text.show([PageLine(_STYLES.get(line.style, ""), line.text, line.end, _HANG) for line in lines])
        self.refresh_frame()

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.show_page()

    # The frame.

    def title_left(self) -> str:
        return self.words.gettext("Look back: {stretch}").format(stretch=stretch_title(self.wanted, self.words))

    def title_right(self) -> Content:
        words = self.words
        names = {
            Period.MONTH: words.gettext("month"),
            Period.QUARTER: words.gettext("quarter"),
            Period.YEAR: words.gettext("year"),
        }
        parts = [(names[each], "bold" if each is self.wanted.period else "$foreground-muted") for each in LENGTHS]
        return Content("  ").join(Content.styled(name, style) for name, style in parts)

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ("stretch_before", "stretch_after", "stretch_length", "copy_page", "save_page", "back")
        return tuple(keys.command(id) for id in wanted)

    # Which page.

    def action_stretch_before(self) -> None:
        if self.wanted.first.year > self.today.year - YEARS:
            self._go(self.wanted.before)
        else:
            self.say(self.words.gettext("There is nothing earlier."))

    def action_stretch_after(self) -> None:
        if self.wanted.last < self.today:
            self._go(self.wanted.after)
        else:
            self.say(self.words.gettext("What comes after this is still to come."))

    def action_stretch_length(self) -> None:
        longer = LENGTHS[(LENGTHS.index(self.wanted.period) + 1) % len(LENGTHS)]
        self._go(Stretch.of(min(self.wanted.last, self.today), longer))

    def _go(self, stretch: Stretch) -> None:
        self.wanted = stretch
        self.refresh_frame()
        self.reload()

    # Taking along.

    def markdown(self) -> str:
        if self.found is None:
            return ""
        return lookback_markdown(self.found, self.smart.settings, self.words)

    def file_name(self) -> str:
        # What is taken along is the page that is shown, also while another one is read.
        shown = self.found.stretch if self.found is not None else self.wanted
        first = shown.first
        names = {
            Period.MONTH: f"{first.year:04}-{first.month:02}.md",
            Period.QUARTER: f"{first.year:04}-quarter-{(first.month + 2) // 3}.md",
            Period.YEAR: f"{first.year:04}.md",
        }
        return names[shown.period]

    # Scrolling.

    def action_cursor_down(self) -> None:
        self.text.move(1)

    def action_cursor_up(self) -> None:
        self.text.move(-1)

    def action_cursor_first(self) -> None:
        self.text.first()

    def action_cursor_last(self) -> None:
        self.text.last()

    def action_page_down(self) -> None:
        self.text.page(1)

    def action_page_up(self) -> None:
        self.text.page(-1)
