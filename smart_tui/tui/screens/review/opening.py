"""Opening the weekly review: the one that was begun, else the one that is due, else the page of the last one."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.screen import Screen

from smart_tui.domain.review import Review, Span, Way
from smart_tui.domain.reviewweek import running_span
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import Reader
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews
from smart_tui.tui.screens.review.flow import ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase, screen_of
from smart_tui.tui.screens.review.page import ReviewPage

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp


class ToOpen(NamedTuple):
    """What the key of the review means now: a review that is there, or the weeks to begin one for."""

    review: Review | None
    begin: Span | None = None


def to_open(reader: Reader, today: date, settings: Settings, *, early: bool = False) -> ToOpen:
    """An unfinished review, else the weeks that are due, else the last finished review; raises StoreError.

    With none at all, or `early`, the running week's review is begun.
    """
    begun = reviews.unfinished(reader)
    if begun is not None:
        return ToOpen(begun)
    finished = reviews.finished_weeks(reader)
    due = reviews.review_due(reader, today, settings)
    if due is None and finished and not early:
        return ToOpen(reviews.review_of(reader, finished[-1]))
    return ToOpen(None, due or running_span(today, settings))


async def open_review(smart: "SmartApp", way: Way, *, early: bool = False) -> None:
    """Open it over what is shown; where it stands right beneath, go back to it."""
    beneath = smart.screen_stack[-2] if len(smart.screen_stack) > 1 else None
    if isinstance(beneath, ReviewScreenBase):
        smart.screen.dismiss(None)
        return
    try:
        wanted = smart.store.read(to_open, smart.today, smart.settings, early=early)
        review = wanted.review or await _begun(smart, wanted.begin, way)
        screen = await _screen(smart, review, way) if review is not None else None
    except StoreError as error:
        smart.say_error(error)
        return
    if screen is None:
        return
    if isinstance(screen, ReviewPage) and isinstance(smart.screen, ReviewPage):
        smart.say(smart.words.gettext("The review of this week is finished."))
        return
    await smart.push_screen(screen)


async def _begun(smart: "SmartApp", weeks: Span | None, way: Way) -> Review | None:
    """The review of these weeks, begun now; None after saying why it could not be."""
    from smart_tui.store.commands.reviews import begin

    if weeks is None:
        return None
    review_id = await smart.write(begin, weeks.week, weeks.since, weeks.last, way)
    return None if review_id is None else smart.store.read(reviews.review, review_id)


async def _screen(smart: "SmartApp", review: Review, way: Way) -> Screen[Any] | None:
    if review.finished:
        return ReviewPage(review.id)
    flow = ReviewFlow(smart, smart.store.read(reviews.review, review.id), way)
    await flow.reread()
    return None if flow.gone else screen_of(flow)
