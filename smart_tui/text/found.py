"""What was found, in words: the kind of thing that it is."""

from collections.abc import Mapping

from smart_tui.i18n import N_, Words

KINDS: Mapping[str, str] = {
    "goal": N_("goal"),
    "answer": N_("answer"),
    "entry": N_("check-in"),
    "milestone": N_("milestone"),
    "activity": N_("activity"),
    "plan": N_("if-then plan"),
    "measure": N_("measure"),
    "journal": N_("journal"),
    "review_line": N_("review"),
    "review_goal": N_("review"),
}
"""By the kinds of what can be searched."""


def found_kind(kind: str, words: Words) -> str:
    """What something is that was found, in one or two words, in lower case."""
    return words.gettext(KINDS[kind]) if kind in KINDS else kind
