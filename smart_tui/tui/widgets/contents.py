"""Which sections a goal's page has, in which order: what needs one first, what is empty together at the end."""

from smart_tui.domain.goal import Kind, State
from smart_tui.i18n import Words
from smart_tui.tui.widgets import planned, recorded
from smart_tui.tui.widgets.answers import answers_of
from smart_tui.tui.widgets.page import Page
from smart_tui.tui.widgets.sections import CONFIDENCE, ENTRIES, MILESTONES, PERIODS, VERSIONS, Section, folded

TRACKED = (ENTRIES, PERIODS, CONFIDENCE)
"""What a draft has none of yet."""


def contents(page: Page, width: int, words: Words, accepted_label: str) -> list[Section]:
    """The sections of a page of `width` cells."""
    goal, parts = page.goal, page.kind is Kind.MILESTONES
    milestones = planned.milestones(page, words)
    found = [
        milestones if parts else None,
        recorded.minimum(page, words),
        planned.children(page, width, words),
        None if parts and goal.milestones and not page.entries else recorded.entries(page, words),
        recorded.periods(page, words) if page.kind is Kind.QUOTA else None,
        None if parts else milestones,
        planned.activities(page, words),
        planned.plans(goal, words),
        planned.confidence(page, words),
        recorded.versions(page, words),
        answers_of(goal, width, words, accepted_label),
    ]
    kept: tuple[str, ...] = (MILESTONES, VERSIONS) if parts else (ENTRIES, VERSIONS)
    if page.by_children:
        kept = ()
    if goal.state is State.DRAFT:
        kept = ()
        found = [one for one in found if one is not None and (one.length or one.id not in TRACKED)]
    return folded([one for one in found if one is not None], kept, words)
