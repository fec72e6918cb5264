"""Taskwarrior's JSON (`task export`): each project becomes a goal, its tasks the milestones, its notes journal entries.

An array, or one task a line. Whatever else a task says is kept beside its milestone and goes out with our document.
Tasks that went out from here come back to the goal they were of.
"""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import count, takewhile
from typing import NamedTuple
from uuid import UUID

from smart_tui.domain.cleaning import LINE_LIMIT, clean_line, clean_text, clean_title
from smart_tui.domain.goal import Activity, Goal, Kind, Measure, Milestone, Promise, State
from smart_tui.domain.review import JournalEntry
from smart_tui.domain.smart import DEFAULT_MODEL
from smart_tui.domain.transfer import Asked, Contents, Found, Rejected, Said, UnreadableFileError
from smart_tui.interop.apps.tasklines import Place, tasks
from smart_tui.interop.apps.taskwarriorout import GOAL, PART
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.textfile import head_text, read_text, short

FORMAT = "taskwarrior"
LOOSE = "Taskwarrior"
"""The goal of tasks that belong to no project."""
GOALS = 1000
LEVELS = 3
DEEPEST = 30
"""So deep is kept what a task says more; deeper it is kept as a text."""
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?")
_SECONDS = re.compile(r"\d{9,10}")
_OPEN, _DONE, _GONE, _TEMPLATE = ("pending", "waiting"), "completed", "deleted", "recurring"
_USED = frozenset(
    ("uuid", "description", "status", "due", "end", "project", "annotations", "id", "urgency", GOAL, PART)
)
"""What is taken over, and what Taskwarrior itself works out anew."""
_NAMES = ('"uuid"', '"status"', '"entry"', '"description"')


class _Refused(Exception):
    """A task that cannot be taken over: what of it, and why."""

    def __init__(self, found: object, code: str) -> None:
        super().__init__(code)
        self.found = found
        self.code = code


class Task(NamedTuple):
    """A task as it is taken over."""

    uuid: str
    what: str
    project: str
    goal: str
    """The UUID of the goal it went out from; empty for any other task."""
    activity: bool
    status: str
    entry: datetime
    due: date | None
    end: date | None
    notes: tuple[tuple[date, str], ...]
    rest: Mapping[str, object]


def recognises(name: str, head: bytes) -> bool:
    """Whether a file that begins like this holds tasks."""
    text = head_text(head).lstrip()
    return not name.endswith("/") and text[:1] in ("[", "{") and all(each in text for each in _NAMES)


def read(path: str, asked: Asked) -> Found:
    """The projects of a file, as goals with milestones; raises UnreadableFileError."""
    text, _ = read_text(path)
    reading = _Reading(asked)
    rows = 0
    for place, value in tasks(text, path):
        rows += 1
        reading.take(place, value)
    if not rows:
        raise UnreadableFileError("no_rows", path=path)
    return reading.found(rows)


class _Reading:
    """Sorts tasks into goals."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._projects: dict[tuple[str, str], list[Task]] = {}
        self._seen: set[str] = set()
        self._rejected: list[Rejected] = []
        self._counts = dict.fromkeys((_GONE, "templates", "no_project", "dependencies"), 0)

    def take(self, place: Place, value: object) -> None:
        """One task more; what cannot be taken over is refused."""
        try:
            task = _task(value)
            if task.uuid in self._seen:
                raise _Refused(task.uuid, "double")
        except _Refused as refused:
            self._rejected.append(Rejected(place(refused.found), short(refused.found), refused.code))
            return
        self._seen.add(task.uuid)
        if task.status == _GONE and not task.goal:
            self._counts[_GONE] += 1
        elif task.status == _TEMPLATE:
            self._counts["templates"] += 1
        else:
            self._counts["no_project"] += not task.project and not task.goal
            self._counts["dependencies"] += bool(task.rest.get("depends"))
            key = (task.goal, "" if task.goal else task.project)
            if key not in self._projects and len(self._projects) >= GOALS:
                raise UnreadableFileError("too_many_goals", limit=GOALS)
            self._projects.setdefault(key, []).append(task)

    def found(self, rows: int) -> Found:
        """All goals, with what belongs to them."""
        numbers = {project: number for number, (_, project) in enumerate(self._projects, 1) if project}
        goals: list[Goal] = []
        journal: list[JournalEntry] = []
        unknown: dict[str, Mapping[str, object]] = {}
        for number, ((uuid, project), listed) in enumerate(self._projects.items(), 1):
            goal = self._goal(number, uuid, project, listed)
            goals.append(goal._replace(parent_id=_parent(project, numbers)))
            for task in listed:
                journal += _notes(task, number, len(journal))
                if task.rest and not task.activity:
                    unknown[f"goal/{goal.uuid}/milestones/{task.uuid}"] = {FORMAT: task.rest}
        said = [Said("taskwarrior.projects")] if goals else []
        said += [
            Said(f"taskwarrior.{code}", {"count": number, "title": self._asked.title or LOOSE})
            for code, number in self._counts.items()
            if number
        ]
        contents = Contents(goals=tuple(goals), journal=tuple(journal), unknown=unknown)
        return Found(FORMAT, contents, tuple(self._rejected), tuple(said), rows)

    def _goal(self, number: int, uuid: str, project: str, listed: list[Task]) -> Goal:
        start = min(task.entry for task in listed)
        on = start.astimezone().date()
        title = clean_title(project or (uuid and listed[0].project) or self._asked.title) or LOOSE
        return Goal(
            id=number,
            uuid=uuid or stable_uuid(FORMAT, project),
            no=0,
            title=title,
            state=State.ACTIVE,
            model=DEFAULT_MODEL,
            language=self._asked.language,
            start=on,
            measures=(Measure(Kind.MILESTONES, on),),
            milestones=tuple(_milestone(place, task) for place, task in enumerate(listed, 1) if not task.activity),
            activities=tuple(_activity(place, task) for place, task in enumerate(listed, 1) if task.activity),
            created_at=start,
        )


def _parent(project: str, numbers: Mapping[str, int]) -> int | None:
    """The goal of the project that this one is a part of: "Home" of "Home.Garden"."""
    above = project.rpartition(".")[0]
    if project.count(".") >= LEVELS:
        return None
    return numbers.get(above) if above else None


def _milestone(place: int, task: Task) -> Milestone:
    done = (task.end or task.entry.astimezone().date()) if task.status == _DONE else None
    return Milestone(place, task.uuid, task.what, task.due, 1, done)


def _activity(place: int, task: Task) -> Activity:
    done = (task.end or task.entry.astimezone().date()) if task.status == _DONE else None
    return Activity(
        place, task.uuid, task.what, due=task.due, done_on=done, outcome=Promise.NOT if task.status == _GONE else None
    )


def note_uuids(task: str, known: Container[str]) -> Iterator[str]:
    """The UUIDs of the journal entries that were made of a task's annotations, as far as they are known."""
    return takewhile(lambda uuid: uuid in known, (_note_uuid(task, place) for place in count()))


def _note_uuid(task: str, place: int) -> str:
    return stable_uuid(FORMAT, task, "note", str(place))


def _notes(task: Task, goal: int, before: int) -> Iterator[JournalEntry]:
    for place, (on, text) in enumerate(task.notes):
        uuid = _note_uuid(task.uuid, place)
        yield JournalEntry(before + place + 1, uuid, on, f"{task.what}: {text}", (goal,))


def _task(value: object) -> Task:
    """A task out of its object; raises _Refused."""
    if not isinstance(value, Mapping):
        raise _Refused(value, "not_an_object")
    what = clean_line(_text(value, "description"), LINE_LIMIT + 1)
    if not what:
        raise _Refused(_text(value, "uuid"), "no_text")
    if len(what) > LINE_LIMIT:
        raise _Refused(what, "too_long")
    status = _text(value, "status")
    if status not in (*_OPEN, _DONE, _GONE, _TEMPLATE):
        raise _Refused(status or what, "unknown_status")
    goal = _text(value, GOAL)
    entry = _moment(value.get("entry"))
    if entry is None:
        raise _Refused(what, "no_date")
    due, end = _moment(value.get("due")), _moment(value.get("end"))
    return Task(
        uuid=_uuid(_text(value, "uuid")),
        what=what,
        project=clean_line(_text(value, "project")),
        goal=_uuid(goal) if goal else "",
        activity=bool(goal) and _text(value, PART) == "activity",
        status=status,
        entry=entry,
        due=due and due.astimezone().date(),
        end=end and end.astimezone().date(),
        notes=tuple(_annotations(value.get("annotations"), entry)),
        rest={_whole(str(key)): _plain(each) for key, each in value.items() if key not in _USED},
    )


def _text(value: Mapping[str, object], name: str) -> str:
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise _Refused(found, "not_understood")
    return found or ""


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise _Refused(text, "bad_uuid") from None


def _moment(value: object) -> datetime | None:
    """An instant: 20260115T093000Z, or seconds since 1970; raises _Refused."""
    if value is None or value == "":
        return None
    text = str(value)
    written = _MOMENT.fullmatch(text) if isinstance(value, str) else None
    try:
        if written is not None:
            moment = datetime(*(int(part or 0) for part in written.groups()), tzinfo=UTC)  # type: ignore[misc,arg-type]
        elif _SECONDS.fullmatch(text):
            moment = datetime.fromtimestamp(int(text), UTC)
        else:
            raise _Refused(value, "not_a_date")
        # At either end of the calendar there is no other time zone.
        moment.astimezone()
    except (ValueError, OverflowError, OSError):
        raise _Refused(value, "no_such_day") from None
    if moment.year < 1900:
        raise _Refused(value, "too_early")
    return moment


def _annotations(value: object, entry: datetime) -> Iterator[tuple[date, str]]:
    for each in value if isinstance(value, list) else ():
        text = clean_text(_text(each, "description")) if isinstance(each, Mapping) else ""
        if text:
            yield (_moment(each.get("entry")) or entry).astimezone().date(), text


def _plain(value: object, left: int = DEEPEST) -> object:
    """A value as JSON knows it and as it can be stored: without half characters, and not deeper than we read."""
    if isinstance(value, Mapping) and left:
        return {_whole(str(key)): _plain(each, left - 1) for key, each in value.items()}
    if isinstance(value, list) and left:
        return [_plain(each, left - 1) for each in value]
    return value if value is None or isinstance(value, bool | int) else _whole(str(value))


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
