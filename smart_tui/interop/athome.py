"""How what a file holds meets what is here: which of its goals stand for ours, and what came from here."""

from collections.abc import Mapping, Sequence

from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.goal import Activity, Goal, Milestone, Promise, State
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import entriesin, jrnl, table, taskwarrior
from smart_tui.interop.tracked import TRACKERS, as_known
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
        goals = _with_tasks(found.contents.goals, queries.goals(reader))
        return found._replace(contents=found.contents._replace(goals=goals)), {}
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
        numbers.setdefault(uuid, len(numbers) + 1)
    parents = {goal.id: numbers[goal.uuid] for goal in wanted.values()}
    met = [goal._replace(id=numbers[goal.uuid], parent_id=parents.get(goal.parent_id or 0)) for goal in wanted.values()]
    return (*(goal for goal in told if goal.uuid not in wanted), *met)


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
