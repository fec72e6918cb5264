"""Done: the page of the week. Enter finishes the review; until then everything can still be changed."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.domain.review import ReviewScreen
from smart_tui.domain.snapshot import encode
from smart_tui.text.review import week_named
from smart_tui.tui import keys
from smart_tui.tui.screens.review.flow import ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase
from smart_tui.tui.screens.review.reading import PageReading
from smart_tui.tui.screens.review.sure import begun_on
from smart_tui.tui.widgets.textpage import TextPage


class DoneScreen(ReviewScreenBase, PageReading):
    """The page as it will be kept. What is entered after it was finished shows as changed afterwards."""

    STEP = ReviewScreen.DONE
    WHERE = keys.REVIEW_PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.REVIEW_PAGE)]

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        self.review_id = flow.review.id
        self.begun = begun_on(flow.review, flow.smart.today, flow.smart.settings)

    def content(self) -> ComposeResult:
        yield TextPage(id="page")

    def on_mount(self) -> None:
        super().on_mount()
        self.text.focus()

    def show(self) -> None:
        self.run_worker(self.read_page(), group="reading")

    def translate(self) -> None:
        super().translate()
        self.show_page()

    @work
    async def action_page_done(self) -> None:
        """Keep how each goal stands now, and end the review."""
        from smart_tui.store.commands.reviews import finish

        await self.flow.stand()
        if not await self.read_page() or self.read is None:
            return
        figures = {week.goal_id: encode(week) for week in self.read.weeks}
        if await self.write(finish, self.review_id, figures) is None:
            return
        self.flow.gone = True
        week = week_named(self.flow.span.week, self.smart.settings, self.words)
        self.dismiss(None)
        self.smart.reread_settings()
        self.smart.say(self.words.gettext("The review of {week} is finished. Press u to undo.").format(week=week))

    def action_earlier_review(self) -> None:
        self.go_back()

    def action_later_review(self) -> None:
        self.say(self.words.gettext("Enter finishes the review."))

    def action_review(self) -> None:
        self.action_later_review()

    def action_back(self) -> None:
        self.leave()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ("page_done", "earlier_review", "copy_page", "save_page", "back", "help")
        return tuple(keys.command(id) for id in wanted)

    def footer_label(self, command: keys.Command) -> str:
        labels = {"earlier_review": self.words.gettext("back"), "back": self.words.gettext("leave")}
        return labels.get(command.id) or super().footer_label(command)
