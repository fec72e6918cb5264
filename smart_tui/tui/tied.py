"""The goals a text is about, as they are typed: numbers or words of titles, with commas between them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smart_tui.i18n import Words
from smart_tui.store.queries.journal import Named

MOST_OFFERED = 4
"""How many goals are named where a word fits several."""


class Tied(NamedTuple):
    """The goals that were understood, in the order of typing, and what was not understood, in words."""

    goals: tuple[Named, ...]
    problem: str = ""


def tied(typed: str, goals: Sequence[Named], words: Words) -> Tied:
    """Which goals are meant."""
    found: dict[int, Named] = {}
    problem = ""
    # A title may hold a comma itself: written in full it is one name.
    whole = [goal for goal in goals if goal.title and goal.title.casefold() == " ".join(typed.casefold().split())]
    for part in [typed] if whole else typed.replace(";", ",").split(","):
        wanted = " ".join(part.casefold().split())
        if not wanted:
            continue
        meant = _meant(wanted, goals)
        if len(meant) == 1:
            found.setdefault(meant[0].goal_id, meant[0])
        elif not problem:
            problem = _problem(part.strip(), meant, words)
    return Tied(tuple(found.values()), problem)


def numbers(goal_ids: Iterable[int], goals: Sequence[Named]) -> str:
    """The goals as they stand in the field: by their numbers."""
    known = {goal.goal_id: str(goal.no) for goal in goals}
    return ", ".join(known[goal_id] for goal_id in goal_ids if goal_id in known)


def names(goals: Iterable[Named]) -> str:
    """The goals with number and title."""
    return " · ".join(f"{goal.no} {goal.title}".strip() for goal in goals)


def _meant(wanted: str, goals: Sequence[Named]) -> list[Named]:
    numbered = [goal for goal in goals if wanted == str(goal.no)]
    exact = numbered or [goal for goal in goals if wanted == goal.title.casefold()]
    holding = exact or [goal for goal in goals if wanted in goal.title.casefold()]
    return [goal for goal in holding if goal.open] or holding


def _problem(typed: str, meant: Sequence[Named], words: Words) -> str:
    if not meant:
        return words.gettext("No goal is called {name}.").format(name=typed)
    several = words.gettext("{name} can be: {goals}. Its number says which one.")
    return several.format(name=typed, goals=names(meant[:MOST_OFFERED]))
