"""The page of a review on a screen: read, drawn, scrolled, copied and saved."""

import asyncio
from datetime import date

from smart_tui.store.errors import StoreError
from smart_tui.store.queries.reviewpages import PageRead, review_page
from smart_tui.text import reviewpage
from smart_tui.tui.screens.takealong import TakeAlong
from smart_tui.tui.widgets.textpage import PageLine, TextPage

_STYLES = {reviewpage.TITLE: "strong", reviewpage.GOAL: "strong", reviewpage.DIM: "dim"}
_HANG = 2


class PageReading(TakeAlong):
    """Shows the page of the review `review_id`; `read` is what it is made of."""

    review_id: int
    begun: date | None = None
    """The day it was begun, if it is not finished."""
    read: PageRead | None = None

    def __init__(self) -> None:
        super().__init__()
        # The page that was asked for last is read and shown last.
        self._turn = asyncio.Lock()

    @property
    def text(self) -> TextPage:
        """The widget with the page."""
        return self.query_one(TextPage)

    async def read_page(self) -> bool:
        """Read the review as it is stored now and show it; False after saying why it could not be read."""
        async with self._turn:
            return await self._read_page()

    async def _read_page(self) -> bool:
        smart = self.smart
        try:
            asked = self.review_id, self.today, smart.settings, self.begun
            self.read = await smart.store.read_aside(review_page, *asked)
        except StoreError as error:
            if error.code != "not_found":
                smart.say_error(error)
            return False
        self.show_page()
        return True

    def show_page(self) -> None:
        """Draw what was read, in the words of now."""
        read = self.read
        if read is None or not self.query(TextPage):
            return
        settings, words = self.smart.settings, self.words
        lines = reviewpage.page(*read[:3], settings, words, earlier=read.earlier, asked=read.asked)
        self.text.show([PageLine(_STYLES.get(line.style, ""), line.text, line.end, _HANG) for line in lines])
        self.refresh_frame()

    def markdown(self) -> str:
        """The page to take along; empty before it was read."""
        read = self.read
        if read is None:
            return ""
        settings, words = self.smart.settings, self.words
        return reviewpage.markdown(*read[:3], settings, words, earlier=read.earlier, asked=read.asked)

    def file_name(self) -> str:
        return f"week-{self.read.review.week.isoformat()}.md" if self.read is not None else super().file_name()

    # Scrolling.

    def action_review_down(self) -> None:
        self.text.move(1)

    def action_review_up(self) -> None:
        self.text.move(-1)

    def action_review_first(self) -> None:
        self.text.first()

    def action_review_last(self) -> None:
        self.text.last()

    def action_review_page_down(self) -> None:
        self.text.page(1)

    def action_review_page_up(self) -> None:
        self.text.page(-1)
