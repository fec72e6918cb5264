"""Activities and milestones as `task import` takes them: a goal is a project, and each task says which goal it is of.

`smartgoal` holds the goal's UUID and `smartpart` what the task is; Taskwarrior keeps both also where they are not
declared, and shows them with `uda.smartgoal.type=string`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from smart_tui.domain.goal import Activity, Goal, Milestone, Promise, State

GOAL, PART = "smartgoal", "smartpart"
"""The names of the attributes of our own."""
EVENING = time(23, 59, 59)
"""What is due on a day may be done until its end."""
NOON = time(12)

_BARE = str.maketrans("", "", "-:")

Task = dict[str, object]


def taskwarrior_json(
    goals: Sequence[Goal], titles: Mapping[int, str], now: datetime, zone: tzinfo | None = None
) -> Iterator[str]:
    """An array of tasks in pieces, one task a line. `now` (UTC) stands where it is not known when a task was made;
    `zone` is where the person is, that of the system if None."""
    before = "[\n"
    for goal in goals:
        for task in _tasks(goal, titles.get(goal.id, goal.title), now, zone):
            yield before + json.dumps(task, ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _tasks(goal: Goal, title: str, now: datetime, zone: tzinfo | None) -> Iterator[Task]:
    entry = goal.created_at or now
    shared: Task = {"project": title, GOAL: goal.uuid}
    tags = [_tag(each) for each in goal.tags if each.strip()]
    if tags:
        shared["tags"] = tags
    over = "deleted" if goal.state is State.CLOSED else "pending"
    for part in goal.milestones:
        done = _ended("completed" if part.done_on else over, part.done_on or goal.closed_on, entry, zone)
        yield {**_task(part, part.title, "milestone", entry, zone), **done, **shared}
    for deed in goal.activities:
        done = _ended(_became(deed, over), deed.done_on or deed.due or goal.closed_on, entry, zone)
        task = {**_task(deed, deed.what, "activity", entry, zone), **done, **shared}
        said = [each for each in (deed.when, deed.where, deed.reason) if each.strip()]
        if said:
            # Two of one second would be one.
            moments = (entry + timedelta(seconds=at) for at in range(len(said)))
            task["annotations"] = [
                {"entry": _written(at), "description": each} for at, each in zip(moments, said, strict=True)
            ]
        yield task


def _task(part: Milestone | Activity, what: str, kind: str, entry: datetime, zone: tzinfo | None) -> Task:
    task: Task = {"uuid": part.uuid, "description": what, "entry": _written(entry), PART: kind}
    if part.due is not None:
        task["due"] = _moment(part.due, EVENING, zone)
    return task


def _became(deed: Activity, over: str) -> str:
    if deed.outcome is Promise.NOT:
        return "deleted"
    return "completed" if deed.done_on or deed.outcome else over


def _ended(status: str, on: date | None, entry: datetime, zone: tzinfo | None) -> Task:
    """The status, and of what is over the day it was: Taskwarrior knows none without a moment."""
    if status == "pending":
        return {"status": status}
    return {"status": status, "end": _written(entry) if on is None else _moment(on, NOON, zone)}


def _tag(text: str) -> str:
    """A tag is one word."""
    return "_".join(text.split())


def _moment(on: date, at: time, zone: tzinfo | None) -> str:
    local = datetime.combine(on, at)
    try:
        return _written(local.astimezone() if zone is None else local.replace(tzinfo=zone))
    except (OverflowError, ValueError):
        # At either end of the calendar there is no other time zone.
        return _written(local.replace(tzinfo=UTC))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat().translate(_BARE) + "Z"
