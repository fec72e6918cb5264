"""The page of a review that is over, from wherever one comes to it; earlier and later ones are one key away."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.domain.review import Review
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews
from smart_tui.text.review import elapsed, week_named
from smart_tui.tui import keys
from smart_tui.tui.screens.review.reading import PageReading
from smart_tui.tui.widgets.textpage import TextPage


class ReviewPage(PageReading):
    """Shows one review by its row id, as it was finished, with what was changed afterwards."""

    WHERE = keys.REVIEW_PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.REVIEW_PAGE)]

    def __init__(self, review_id: int) -> None:
        super().__init__()
        self.review_id = review_id
        self.others: Sequence[Review] = ()
        """All finished reviews and this one, the oldest first, without their lines."""

    def content(self) -> ComposeResult:
        yield TextPage(id="page")

    def on_mount(self) -> None:
        super().on_mount()
        self.text.focus()

    def on_screen_resume(self) -> None:
        self.reload()

    def reload(self) -> None:
        self.run_worker(self._reload(), group="reading")

    async def _reload(self) -> None:
        try:
            found = self.smart.store.read(reviews.reviews)
        except StoreError as error:
            self.smart.say_error(error)
            return
        self.others = [each for each in reversed(found) if each.finished or each.id == self.review_id]
        if not await self.read_page():
            self.dismiss(None)

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.show_page()

    @property
    def at(self) -> int:
        """Where this review stands among the others."""
        return next((at for at, each in enumerate(self.others) if each.id == self.review_id), 0)

    def title_left(self) -> str:
        if self.read is None:
            return self.words.gettext("Weekly review")
        week = week_named(self.read.review.week, self.smart.settings, self.words)
        return self.words.gettext("Review of {week}").format(week=week)

    def title_right(self) -> str:
        if self.read is None:
            return ""
        words = self.words
        parts = [words.gettext("{n} of {all}").format(n=words.number(self.at + 1), all=words.number(len(self.others)))]
        return " · ".join(part for part in (*parts, elapsed(self.read.review.seconds, words)) if part)

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ["earlier_review", "later_review", "copy_page", "save_page", "back", "help"]
        if self.read is not None and not self.read.review.finished:
            wanted.insert(0, "page_done")
        return tuple(keys.command(id) for id in wanted)

    def footer_label(self, command: keys.Command) -> str:
        return self.words.gettext("go on") if command.id == "page_done" else super().footer_label(command)

    def action_page_done(self) -> None:
        if self.read is not None and not self.read.review.finished:
            self.smart.open_review()
        else:
            self.dismiss(None)

    def action_review(self) -> None:
        """The review that waits, or this week's, early."""
        self.smart.open_review(early=True)

    def action_earlier_review(self) -> None:
        self._show_other(-1)

    def action_later_review(self) -> None:
        self._show_other(1)

    def _show_other(self, by: int) -> None:
        if not self.others or not 0 <= self.at + by < len(self.others):
            earliest = self.words.gettext("There is no earlier review.")
            self.say(earliest if by < 0 else self.words.gettext("This is the latest review. w begins this week's."))
            return
        self.review_id = self.others[self.at + by].id
        self.text.first()
        self.reload()
