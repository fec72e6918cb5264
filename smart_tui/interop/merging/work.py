"""A plan, and what was chosen where both sides changed, made into what is to be written."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from smart_tui.domain.goal import Entry, State
from smart_tui.domain.review import JournalEntry, Review
from smart_tui.domain.transfer import Path
from smart_tui.interop.merging.compare import GROUPS
from smart_tui.interop.merging.marks import NOTHING, Verdict, decided
from smart_tui.interop.merging.parts import goal_parts, goal_with, review_parts, review_with
from smart_tui.interop.merging.plan import Plan
from smart_tui.interop.own.document import FORMAT
from smart_tui.interop.own.jsonfields import RefusedError
from smart_tui.interop.own.jsonin import Noted, goal_from, review_from
from smart_tui.interop.own.jsonout import goal_json, review_json
from smart_tui.store.commands.intake import Mark, Ours, Work
from smart_tui.store.errors import StoreError

T = TypeVar("T")
MERGE, IMPORT = "merge", "import"


class _Taken(NamedTuple):
    """The paths that are taken over: by the goal or review they belong to, and those that belong to none."""

    within: Mapping[Path, Sequence[Path]]
    alone: Mapping[str, Sequence[str]]
    """What stands behind the first word of a path, by that word."""


class _Reviewed(NamedTuple):
    """A review as it shall be, with the goals of its decisions."""

    id: int
    review: Review
    goals: Sequence[str]


def work_of(plan: Plan, theirs: Collection[Path]) -> Work:
    """What is to be written; of what both sides changed, that in `theirs` is taken over. Raises StoreError invalid."""
    taken = _taken(plan, set(theirs))
    mine, brought = plan.mine, plan.theirs
    goals, goals_gone = _goals(plan, taken)
    reviews, reviews_gone = _reviews(plan, taken)
    journal = {each.uuid: each for each in mine.contents.journal}
    left = set(goals_gone)
    entries_gone = [mine.entries[uuid] for uuid in taken.alone.get("entry", ()) if uuid not in brought.entries]
    settings = brought.contents.settings
    return Work(
        operation=MERGE if plan.found.format == FORMAT and mine.contents.goals else IMPORT,
        history=plan.history,
        goals=goals,
        goals_gone=goals_gone,
        areas=brought.contents.areas,
        entries=list(_entries(plan, taken, goals)),
        # What goes with its goal need not be taken away before.
        entries_gone=[entry.id for entry in entries_gone if entry.goal_id not in left],
        journal=list(_journal(plan, taken, journal)),
        journal_gone=[
            journal[uuid].id
            for uuid in taken.alone.get("journal", ())
            if uuid in journal and ("journal", uuid) not in brought.digests
        ],
        reviews=reviews,
        reviews_gone=reviews_gone,
        settings={key: settings[key] for key in taken.alone.get("setting", ()) if key in settings},
        unknown={place: _kept(brought.contents.unknown.get(place)) for place in taken.alone.get("unknown", ())},
        marks=tuple(_marks(plan, set(theirs))),
    )


def _taken(plan: Plan, chosen: set[Path]) -> _Taken:
    within: dict[Path, list[Path]] = {}
    alone: dict[str, list[str]] = {}
    for path, verdict in plan.verdicts.items():
        if verdict is Verdict.TAKE or (verdict is Verdict.ASK and plan.groups.get(path, path) in chosen):
            if path[0] in GROUPS:
                within.setdefault(path[:2], []).append(path)
            else:
                alone.setdefault(path[0], []).append(path[1])
    return _Taken(within, alone)


def _goals(plan: Plan, taken: _Taken) -> tuple[list[Ours], list[int]]:
    """The goals that are new or change, and the ids of those that go."""
    here = {goal.uuid: goal for goal in plan.mine.contents.goals}
    there = {goal.uuid: goal for goal in plan.theirs.contents.goals}
    goals: list[Ours] = []
    gone: list[int] = []
    for group, paths in taken.within.items():
        if group[0] != "goal":
            continue
        mine, theirs = here.get(group[1]), there.get(group[1])
        if mine is None and theirs is not None:
            goals.append(Ours(0, theirs, plan.theirs.uuids.get(theirs.parent_id or 0)))
        elif mine is not None and theirs is None:
            gone.append(mine.id)
        elif mine is not None and theirs is not None:
            states = dict(goal_parts(goal_json(theirs, plan.theirs.uuids)))
            changed = goal_with(goal_json(mine, plan.mine.uuids), {path: states.get(path) for path in paths})
            if changed["state"] != State.DRAFT:
                changed["title"] = changed["title"] or mine.title or theirs.title
            read = _whole(partial(goal_from, changed))
            goals.append(Ours(mine.id, read.goal, read.parent))
    return goals, gone


def _whole(read: Callable[[Noted], T]) -> T:
    """What was put together out of both, as values; raises StoreError invalid rather than leave any of it out."""
    noted = Noted()
    try:
        made = read(noted)
    except RefusedError as refused:
        raise StoreError("invalid", field=refused.field, reason="refused") from None
    # What stands here twice stays so.
    left_out = [part.field for _, part in noted.refused if part.code != "double"]
    if left_out:
        raise StoreError("invalid", field=left_out[0], reason="refused")
    return made


def _reviews(plan: Plan, taken: _Taken) -> tuple[list[_Reviewed], list[int]]:
    """The reviews that are new or change, and the ids of those that go."""
    here = {str(review.week): review for review in plan.mine.contents.reviews}
    there = {str(review.week): review for review in plan.theirs.contents.reviews}
    names = list(dict.fromkeys((*plan.mine.uuids.values(), *plan.theirs.uuids.values())))
    ids = {uuid: at for at, uuid in enumerate(names, 1)}
    reviews: list[_Reviewed] = []
    gone: list[int] = []
    for group, paths in taken.within.items():
        if group[0] != "review":
            continue
        mine, theirs = here.get(group[1]), there.get(group[1])
        if mine is None and theirs is not None:
            uuids = [plan.theirs.uuids[each.goal_id] for each in theirs.goals]
            reviews.append(_Reviewed(0, theirs, uuids))
        elif mine is not None and theirs is None:
            gone.append(mine.id)
        elif mine is not None and theirs is not None:
            given = review_json(theirs, plan.theirs.uuids)
            states = dict(review_parts(given))
            wanted = {path: states.get(path) for path in paths}
            changed = review_with(review_json(mine, plan.mine.uuids), wanted, given)
            review = _whole(partial(review_from, changed, ids))
            reviews.append(_Reviewed(mine.id, review, [names[each.goal_id - 1] for each in review.goals]))
    return reviews, gone


def _entries(plan: Plan, taken: _Taken, brought: Sequence[Ours]) -> Iterator[tuple[int, str, Entry]]:
    """Those that are taken over, but for one of a goal that was deleted here and stays so."""
    goals = {goal.uuid for goal in plan.mine.contents.goals} | {each.goal.uuid for each in brought}
    for uuid in taken.alone.get("entry", ()):
        entry, mine = plan.theirs.entries.get(uuid), plan.mine.entries.get(uuid)
        if entry is not None and (goal := plan.theirs.uuids[entry.goal_id]) in goals:
            yield mine.id if mine else 0, goal, entry


def _journal(
    plan: Plan, taken: _Taken, here: Mapping[str, JournalEntry]
) -> Iterator[tuple[int, JournalEntry, list[str]]]:
    wanted = set(taken.alone.get("journal", ()))
    for entry in plan.theirs.contents.journal:
        if entry.uuid in wanted:
            about = [plan.theirs.uuids[goal] for goal in entry.goals if goal in plan.theirs.uuids]
            yield here[entry.uuid].id if entry.uuid in here else 0, entry, about


def _kept(unknown: Mapping[str, object] | None) -> str | None:
    return None if unknown is None else json.dumps(unknown, ensure_ascii=False)


def _marks(plan: Plan, chosen: set[Path]) -> Iterator[Mark]:
    """What the other copy has seen; and of what was asked and stays as it is here, that it was chosen."""
    told, seen = plan.theirs.contents.exchanged, plan.mine.contents.exchanged
    compared: set[int] = set()
    for path, part in plan.parts.items():
        compared.add(part.number)
        for mark in part.marks:
            yield Mark(part.number, mark, mark == part.there and part.theirs != NOTHING)
        if (
            plan.verdicts[path] is Verdict.ASK
            and plan.groups.get(path, path) not in chosen
            and part.mine != part.theirs
        ):
            yield Mark(part.number, decided(part.mine, (*seen.get(part.number, ()), *part.marks)))
    for number, marks in told.items():
        if number not in compared:
            known = seen.get(number, ())
            yield from (Mark(number, mark) for mark in marks if mark not in known)
