"""A goal's page as a widget: it draws the lines that can be seen, with a cursor over sections and their things."""

from collections.abc import Sequence
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from smart_tui.domain.goal import Assessment, Entry, Goal, Kind
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.tui.widgets.contents import contents
from smart_tui.tui.widgets.head import head_lines
from smart_tui.tui.widgets.lines import Line, Span, fitted
from smart_tui.tui.widgets.page import Child, Page
from smart_tui.tui.widgets.places import HEADING, Place, Places
from smart_tui.tui.widgets.sections import CHILDREN, EMPTY, MILESTONES, Item, Section
from smart_tui.tui.widgets.styledview import StyledView


class GoalView(StyledView, can_focus=True, inherit_bindings=False):
    """Shows one goal. `titled` puts number, title and status on top, for a page that stands beside a list
    and leaves the keys to it."""

    class Opened(Message):
        """A thing was double-clicked."""

    class Moved(Message):
        """The cursor stands elsewhere."""

    def __init__(self, id: str | None = None, *, titled: bool = True, accepted_label: str = "accepted") -> None:
        super().__init__(id=id)
        self.titled = titled
        self.can_focus = not titled
        self.accepted_label = accepted_label
        self.page: Page | None = None
        self.words: Words | None = None
        self.head: list[Line] = []
        self.places = Places()
        self.place = Place(0)
        self._sought: tuple[str, int | str] | None = None

    # What is shown.

    def show(
        self,
        goal: Goal | None,
        assessment: Assessment | None,
        entries: Sequence[Entry],
        today: date,
        words: Words,
        settings: Settings | None = None,
        children: Sequence[Child] = (),
    ) -> None:
        """Show a goal, or nothing. On the same goal, open sections, cursor and scroll stay."""
        before, item = self.page, self.item
        self.words = words
        self.page = None
        if goal is not None:
            self.page = Page(goal, assessment, entries, today, settings or Settings(), children)
        if goal is not None and (before is None or before.goal.id != goal.id):
            self.places.open = _opened(self.page) if self.page else set()
            self.place = Place(0)
            item = None
            self.scroll_to(y=0, animate=False)
        self.lay_out()
        if item is not None:
            self.place = self.places.find(item.section, item.key) or self.place

    def lay_out(self) -> None:
        """Make the lines anew for the size and the words there are."""
        width = self.size.width
        if self.page is None or self.words is None or not width:
            self.head, self.places.sections = [], []
        else:
            self.places.sections = contents(self.page, width, self.words, self.accepted_label)
            below = len(self.places.sections)
            self.head = head_lines(self.page, width, self.size.height, below, self.words, titled=self.titled)
        self.places.above = len(self.head)
        self.virtual_size = Size(0, self.places.height)
        self.place = self.places.allowed(self.place)
        if self._sought is not None and self.places.sections:
            sought, self._sought = self._sought, None
            self.seek(*sought)
        self.refresh()

    # The cursor.

    @property
    def section(self) -> Section | None:
        """The section of the cursor."""
        sections = self.places.sections
        return sections[self.place.section] if self.place.section < len(sections) else None

    @property
    def item(self) -> Item | None:
        """The thing under the cursor; None on a heading."""
        section = self.section
        if section is None or self.place.line == HEADING or not section.length:
            return None
        return section.item(self.place.line)

    @property
    def section_id(self) -> str:
        """The section of the cursor; on the name of an empty one, that one."""
        if self.item is not None and self.item.section == EMPTY:
            return str(self.item.key)
        return self.section.id if self.section is not None else ""

    def move(self, by: int) -> None:
        """Move the cursor by a number of resting places."""
        step = 1 if by > 0 else -1
        place = self.place
        for _ in range(abs(by)):
            following = self.places.beside(place, step)
            if following is None:
                break
            place = following
        self.go(place)
        if place == Place(0) and step < 0:
            self.scroll_to(y=0, animate=False)

    def page_by(self, sign: int) -> None:
        """Move the cursor by what is seen at once."""
        self.move(sign * max(self.size.height - 2, 1))

    def first(self) -> None:
        """To the first section, with everything above it in view."""
        self.go(Place(0))
        self.scroll_to(y=0, animate=False)

    def last(self) -> None:
        """To the last resting place."""
        self.go(self.places.last())

    def go(self, place: Place) -> None:
        """Put the cursor on a place."""
        if place != self.place:
            self.place = place
            self.refresh()
            self.post_message(self.Moved())
        self._into_view()

    def toggle(self) -> None:
        """Open or close the section of the cursor; the cursor then stands on its heading."""
        if self.section is not None:
            self._fold(self.place.section, self.section.id not in self.places.open)

    def open_section(self, id: str) -> None:
        """Open a section and put the cursor on its heading; on its name, where it is an empty one among others."""
        for number, section in enumerate(self.places.sections):
            if section.id == id:
                self._fold(number, True)
                return
        for number, section in enumerate(self.places.sections):
            if section.id == EMPTY:
                self._fold(number, True)
                self.go(self.places.find(EMPTY, id) or self.place)

    def seek(self, id: str, key: int | str) -> None:
        """Open a section and put the cursor on a thing in it, as soon as there is room to show it."""
        if not self.places.sections:
            self._sought = id, key
            return
        self.open_section(id)
        self.go(self.places.find(id, key) or self.place)

    def _fold(self, number: int, open: bool) -> None:
        section = self.places.sections[number]
        if open:
            self.places.open.add(section.id)
        else:
            self.places.open.discard(section.id)
        self.virtual_size = Size(0, self.places.height)
        self.go(Place(number))
        self.refresh()
        top = self.places.line_of(Place(number))
        bottom = top + self.places.lines(section)
        if bottom >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=min(top, bottom - self.size.height + 1), animate=False)

    def _into_view(self) -> None:
        line, height = self.places.line_of(self.place), self.size.height
        if not height or not self.places.sections:
            return
        if line < self.scroll_offset.y:
            self.scroll_to(y=line, animate=False)
        elif line >= self.scroll_offset.y + height:
            self.scroll_to(y=line - height + 1, animate=False)

    # Drawing.

    def on_resize(self) -> None:
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        if at < len(self.head):
            return self._strip(self.head[at], width, False)
        place = self.places.at(at)
        if place is None:
            return self._strip((), width, False)
        here = place == self.place and self.has_focus
        return self._strip(self._line(place, here), width, here)

    def _line(self, place: Place, here: bool) -> Line:
        section = self.places.sections[place.section]
        mark = Span("▸ " if here else "  ", "accent")
        if place.line == HEADING:
            is_open = section.id in self.places.open
            style = "strong" if here or is_open else "text" if section.length and section.id != EMPTY else "dim"
            note = f"  {section.note}" if section.note else ""
            heading = section.title if section.things is None else f"{section.title} {section.things}"
            return mark, Span("▾ " if is_open else "▹ ", "dim"), Span(heading, style), Span(note, "dim")
        if not section.length:
            return Span("      "), Span(section.empty, "dim")
        return (mark, Span("    "), *section.line(place.line))

    def _strip(self, line: Line, width: int, here: bool) -> Strip:
        ground = self.style_of("cursor") if here else self.style_of("text")
        segments = [
            Segment(span.text, self.style_of(span.style or "text") + Style(bgcolor=ground.bgcolor))
            for span in fitted(line, width)
        ]
        return Strip(segments).adjust_cell_length(width, Style(bgcolor=ground.bgcolor))

    # Focus and mouse.

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        place = self.places.at(event.y + self.scroll_offset.y)
        if place is None:
            return
        section = self.places.sections[place.section]
        if place.line == HEADING:
            self.go(place)
            self.toggle()
        elif self.places.rests(section, place.line):
            self.go(place)
            if event.chain == 2:
                self.post_message(self.Opened())


def _opened(page: Page) -> set[str]:
    """The sections that are open at the first look: what a goal without a figure of its own consists of."""
    if page.by_children:
        return {CHILDREN}
    return {MILESTONES} if page.kind is Kind.MILESTONES and page.goal.milestones else set()
