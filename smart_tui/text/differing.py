"""What the parts are called that two copies can disagree about."""

from collections.abc import Mapping

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
