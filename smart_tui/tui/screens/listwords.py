"""What stands around the list in words: titles, counts, and what an empty list says."""

from collections.abc import Mapping

from smart_tui.domain.goal import State
from smart_tui.i18n import N_, Words
from smart_tui.store.queries.goals import VIEWS

TITLES: Mapping[State, str] = {
    State.ACTIVE: N_("Goals · active"),
    State.DRAFT: N_("Goals · drafts"),
    State.PAUSED: N_("Goals · paused"),
    State.CLOSED: N_("Goals · closed"),
}
COUNTS: Mapping[State, str] = {
    State.ACTIVE: N_("Active {n}"),
    State.DRAFT: N_("Drafts {n}"),
    State.PAUSED: N_("Paused {n}"),
    State.CLOSED: N_("Closed {n}"),
}
EMPTY: Mapping[State, tuple[str, str]] = {
    State.ACTIVE: (
        N_("Press n to write your first goal: five short steps, and any of them can wait."),
        N_("What is written down and looked at every week is reached more often."),
    ),
    State.DRAFT: (
        N_("No drafts. Press N to note one in a single line."),
        N_("A draft waits here until you activate it."),
    ),
    State.PAUSED: (
        N_("No paused goals. Press p on an active goal to let it rest."),
        N_("A resting goal is not judged, and its days do not count."),
    ),
    State.CLOSED: (
        N_("No closed goals. Press f on an active goal to finish it."),
        N_("Closed goals keep what you learned from them."),
    ),
}
NO_MATCH = (N_("No goal of this view holds that."), N_("Press Escape to see all of them again."))
NONE_ACTIVE = (
    N_("No active goals. Press n to write one, or v to see your drafts and the others."),
    N_("A draft becomes active on its last page; a closed goal opens again with f."),
)


def empty_lines(view: State, others: bool, filtered: bool, words: Words) -> tuple[str, ...]:
    """Two lines: what to press, and why one would. `others` says whether other views hold goals."""
    lines = EMPTY[view]
    if filtered:
        lines = NO_MATCH
    elif view == State.ACTIVE and others:
        lines = NONE_ACTIVE
    return tuple(words.gettext(line) for line in lines)


def other_counts(view: State, counts: Mapping[State, int], words: Words) -> str:
    """How many goals the other views hold: "Drafts 2 · Paused 1"."""
    return " · ".join(
        words.gettext(COUNTS[other]).format(n=words.number(counts[other]))
        for other in COUNTS
        if other != view and counts.get(other, 0)
    )


def asked(woken: int, again: int, words: Words) -> str:
    """What asks for the person today: parked drafts that have woken, and goals to be looked at again."""
    parts = []
    if woken:
        parts.append(words.ngettext("{n} draft has woken", "{n} drafts have woken", woken).format(n=woken))
    if again:
        parts.append(words.ngettext("{n} goal to look at again", "{n} goals to look at again", again).format(n=again))
    return " · ".join(parts)


def by_state(counts: Mapping[str, int]) -> dict[State, int]:
    """The store's counts by the name of a view, by state."""
    return {state: counts.get(view, 0) for view, state in VIEWS.items()}


def still_active(resting: int, words: Words) -> str:
    """Of the goals that rest until a day: the view of paused goals holds only those that wait to be taken up."""
    said = words.ngettext(
        "{n} goal rests until a day, among the active", "{n} goals rest until a day, among the active", resting
    )
    return said.format(n=words.number(resting)) if resting else ""


def many_active(running: int, most: int, words: Words) -> str:
    """What is said once when more goals are active than the person set as most."""
    said = words.ngettext(
        "{n} goal is active now; with more than {most}, each gets less of you. p lets one rest.",
        "{n} goals are active now; with more than {most}, each gets less of you. p lets one rest.",
        running,
    )
    return said.format(n=words.number(running), most=words.number(most))
