"""What the parts are called that two copies can disagree about."""

from collections.abc import Mapping

from smart_tui.domain.goal import Milestone
from smart_tui.domain.transfer import Conflict
from smart_tui.i18n import N_, Words
from smart_tui.text.history import FIELDS
from smart_tui.text.questions import WORDINGS

PARTS: Mapping[str, str] = {
    "goal": N_("the whole goal"),
    "state": N_("whether it is active, paused or closed"),
    "lesson": N_("what was learned"),
    "measure": N_("how it is measured"),
    "milestone": N_("a milestone"),
    "activity": N_("an activity"),
    "plan": N_("an if-then plan"),
    "pause": N_("a pause"),
    "confidence": N_("how sure you were"),
    "dismissed": N_("a remark that is not to be said"),
    "entry": N_("the entry"),
    "journal": N_("the journal entry"),
    "review": N_("the review"),
    "unknown": N_("what another program keeps with it"),
    "well": N_("the line on what went well"),
    "hindered": N_("the line on what got in the way"),
    "change": N_("the line on what to change"),
    "relevant": N_("the line on whether it still matters"),
    "accepted": N_("the line on whether the others still agree"),
    "first_weekday": N_("the first day of the week"),
    "first_weekday_changes": N_("the first day of the week before"),
    "day_ends_at": N_("the end of the day"),
    "default_model": N_("the model of new goals"),
    "default_share": N_("the share of periods wanted"),
    "most_active": N_("the number of active goals"),
    "review_weekday": N_("the day of the review"),
    "review_prompts": N_("the lines of a review"),
    "coach_quiet": N_("the remarks that are never said"),
}
"""Parts besides the fields of a goal and the answers to its questions."""


def part_name(part: str, words: Words) -> str:
    """What a part is called: a field, an answer, an entry, a setting; a line of one's own in a review by its text."""
    if part in FIELDS:
        return words.gettext(FIELDS[part])
    if part in PARTS:
        return words.gettext(PARTS[part])
    if part in WORDINGS:
        return words.gettext("the answer to “{question}”").format(question=words.gettext(WORDINGS[part].question))
    return part


def both_sides(conflict: Conflict, words: Words) -> tuple[str, str]:
    """What a part is here and what it is there; that it was deleted where it is no more."""
    deleted = words.gettext("deleted")
    texts = (conflict.mine, conflict.theirs)
    here, there = conflict.milestones
    mine, theirs = (
        text if milestone is None else _milestone(milestone, other, words)
        for text, milestone, other in zip(texts, (here, there), (there, here), strict=True)
    )
    return mine or deleted, theirs or deleted


def _milestone(part: Milestone, other: Milestone | None, words: Words) -> str:
    """A milestone by its title and what the other copy says otherwise: "Design, due 1 May 2026, weight 3, not done"."""
    said = [part.title]
    if other is None or other.due != part.due:
        due = words.gettext("due {day}").format(day=words.date_long(part.due)) if part.due else ""
        said.append(due or words.gettext("no due day"))
    if other is None or other.weight != part.weight:
        said.append(words.gettext("weight {n}").format(n=words.number(part.weight)))
    if other is None or other.done_on != part.done_on:
        done = words.gettext("done {day}").format(day=words.date_long(part.done_on)) if part.done_on else ""
        said.append(done or words.gettext("not done"))
    return ", ".join(said)
