"""How what a file holds meets what is here: which of its goals stand for ours, and what came from here."""

from collections.abc import Mapping, Sequence

from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.goal import Activity, Goal, Milestone, Promise, State
from smart_tui.domain.transfer import Asked, Found, Said, UnreadableFileError
from smart_tui.interop.apps import jrnl, taskwarrior
from smart_tui.interop.merging.tracked import TRACKERS, as_known
from smart_tui.interop.tables import entriesin, table
from smart_tui.store import queries
from smart_tui.store.connection import Reader


def at_home(reader: Reader, found: Found, asked: Asked) -> tuple[Found, Mapping[str, str]]:
    """The file as it is to be compared, and `into` for `make_plan`: goals of it that stand for goals here.

    A table only names its goals, so they are met by UUID or title. Tasks change the milestones and activities of a
    goal that is here, and nothing else of it. Raises UnreadableFileError several_goals.
    """
    if found.format in (table.FORMAT, entriesin.FORMAT):
        return found, _named(queries.goals(reader), found, asked)
    if found.format == taskwarrior.FORMAT:
        return _tasks_at_home(found, queries.goals(reader)), {}
    if found.format == jrnl.FORMAT:
        ours = {row[0] for row in reader.rows("SELECT uuid FROM review")}
        journal = tuple(each for each in found.contents.journal if each.uuid not in ours)
        return found._replace(contents=found.contents._replace(journal=journal)), {}
    if asked.uuid and len(found.contents.goals) == 1:
        return found, {found.contents.goals[0].uuid: asked.uuid}
    if found.format in TRACKERS:
        return found._replace(contents=as_known(found.contents, queries.goals(reader))), {}
    return found, {}


def _named(here: Sequence[Goal], found: Found, asked: Asked) -> dict[str, str]:
    uuids = {goal.uuid for goal in here}
    into = {}
    for goal in found.contents.goals:
        if goal.uuid in uuids:
            into[goal.uuid] = goal.uuid
            continue
        titled = [each for each in here if clean_title(each.title).casefold() == goal.title.casefold()]
        titled = [each for each in titled if each.state is not State.CLOSED] or titled
        if len(titled) > 1:
            numbers = ", ".join(str(each.no) for each in titled)
            raise UnreadableFileError("several_goals", title=goal.title, numbers=numbers)
        if titled:
            into[goal.uuid] = titled[0].uuid
    return into


def _tasks_at_home(found: Found, here: Sequence[Goal]) -> Found:
    """Tasks with the goals they belong to here, also where their project has changed since."""
    holders = {each.uuid: goal for goal in here for each in _parts(goal)}
    told = {goal.uuid: goal for goal in found.contents.goals}
    journal = {each.uuid: each for each in found.contents.journal}
    unknown = dict(found.contents.unknown)
    moved = 0
    for goal in found.contents.goals:
        for each in _parts(goal):
            holder = holders.get(each.uuid)
            if holder is None or holder.uuid == goal.uuid:
                continue
            moved += 1
            told[goal.uuid] = _without(told[goal.uuid], each)
            met = told.get(holder.uuid) or _without(holder)._replace(id=len(told) + 1, parent_id=None)
            told[holder.uuid] = _with(met, each)
            for note in taskwarrior.note_uuids(each.uuid, journal):
                journal[note] = journal[note]._replace(goals=(met.id,))
            kept = unknown.pop(f"goal/{goal.uuid}/milestones/{each.uuid}", None)
            if kept is not None:
                unknown[f"goal/{holder.uuid}/milestones/{each.uuid}"] = kept
    for each in (each for goal in here for each in goal.activities):
        # What we say of it went out as its notes.
        ours = tuple(f": {said}" for said in (each.when, each.where, each.reason) if said)
        for note in list(taskwarrior.note_uuids(each.uuid, journal)):
            if journal[note].text.endswith(ours):
                del journal[note]
    goals = _with_tasks([goal for goal in told.values() if goal.milestones or goal.activities], here)
    said = (*found.said, Said("taskwarrior.moved", {"count": moved})) if moved else found.said
    contents = found.contents._replace(goals=goals, journal=tuple(journal.values()), unknown=unknown)
    return found._replace(contents=contents, said=said)


def _parts(goal: Goal) -> list[Milestone | Activity]:
    return [*goal.milestones, *goal.activities]


def _with(goal: Goal, part: Milestone | Activity) -> Goal:
    if isinstance(part, Milestone):
        return goal._replace(milestones=(*goal.milestones, part))
    return goal._replace(activities=(*goal.activities, part))


def _without(goal: Goal, part: Milestone | Activity | None = None) -> Goal:
    """A goal without one of its tasks, or without any."""
    return goal._replace(
        milestones=tuple(each for each in goal.milestones if part is not None and each.uuid != part.uuid),
        activities=tuple(each for each in goal.activities if part is not None and each.uuid != part.uuid),
    )


def _with_tasks(told: Sequence[Goal], here: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals of a file, those that are here as they are here but for their tasks; with the goals above them."""
    ours, above = {goal.uuid: goal for goal in here}, {goal.id: goal for goal in here}
    wanted = {goal.uuid: _told(ours[goal.uuid], goal) for goal in told if goal.uuid in ours}
    for goal in list(wanted.values()):
        while goal.parent_id is not None and goal.parent_id in above:
            goal = above[goal.parent_id]
            wanted.setdefault(goal.uuid, goal)
    numbers = {goal.uuid: goal.id for goal in told}
    for uuid in wanted:
        numbers.setdefault(uuid, max(numbers.values()) + 1)
    parents = {goal.id: numbers[goal.uuid] for goal in wanted.values()}
    met = [goal._replace(id=numbers[goal.uuid], parent_id=parents.get(goal.parent_id or 0)) for goal in wanted.values()]
    new = [goal for goal in told if goal.uuid not in wanted]
    left = set(numbers.values())
    return (*(goal if goal.parent_id in left else goal._replace(parent_id=None) for goal in new), *met)


def _told(ours: Goal, goal: Goal) -> Goal:
    """Our goal with what its tasks say."""
    told = {each.uuid: each for each in goal.milestones}
    milestones = [_milestone(each, told.pop(each.uuid, None)) for each in ours.milestones]
    deeds = {each.uuid: each for each in goal.activities}
    activities = [_activity(each, deeds.pop(each.uuid, None), ours) for each in ours.activities]
    return ours._replace(milestones=(*milestones, *told.values()), activities=(*activities, *deeds.values()))


def _milestone(ours: Milestone, told: Milestone | None) -> Milestone:
    return ours if told is None else ours._replace(title=told.title, due=told.due, done_on=told.done_on)


def _activity(ours: Activity, told: Activity | None, goal: Goal) -> Activity:
    """Our activity as the task says; where both say that it is over, ours knows better how."""
    if told is None:
        return ours
    over = ours.done_on is not None or ours.outcome is not None
    gone = told.outcome is Promise.NOT and (goal.state is State.CLOSED or ours.outcome is Promise.NOT)
    changed = ours._replace(what=told.what, due=told.due)
    if gone or (over and told.done_on is not None and ours.outcome is not Promise.NOT):
        return changed
    return changed._replace(done_on=told.done_on, outcome=told.outcome)
