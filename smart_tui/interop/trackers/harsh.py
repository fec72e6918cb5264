"""The two plain files of harsh, `habits` and `log`, and those of habitctl, which it comes from."""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.textfile import head_text, read_text
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told, iso_day, number
from smart_tui.interop.trackers.rhythm import occasions, quota, unjudged

FORMAT = "harsh"
HABITS, LOG = "habits", "log"
_LOGGED = re.compile(r"\d{4}-\d\d-\d\d(?: : |\t).*\S(?: : |\t)[yns]\s*(?:$| :)", re.ASCII)
_LISTED = re.compile(r"(?:\S.*?\s*: \d{1,5}w?(?:/\d{1,5})?|\d{1,5} \S.*)", re.ASCII)
_OFTEN = re.compile(r"(\d{1,5})(w?)(?:\s*/\s*(\d{1,5}))?\Z", re.ASCII)
_COUNTED = re.compile(r"(\d{1,5})\s+(\S.*)\Z", re.ASCII)
_SEPARATOR = re.compile(r" :(?= |\Z)")
_DONE, _NOT, _SKIPPED = "y", "n", "s"
_LEAST, _MOST = 3, 5


class Habit(NamedTuple):
    """A line of the file of habits: `times` in `days` days, 0 where it is only recorded."""

    name: str
    times: int
    days: int
    heading: str = ""
    end: date | None = None


class Logged(NamedTuple):
    """A line of the log."""

    on: date
    name: str
    result: str
    comment: str = ""
    amount: str = ""


def recognises(name: str, head: bytes) -> bool:
    """Whether a folder (its name ends with "/", the head is the names in it) or a file is of harsh or habitctl."""
    if name.endswith("/"):
        return {HABITS, LOG} <= set(head.decode("utf-8", "replace").splitlines())
    lines = [line for line in _lines(head_text(head)) if line.strip() and not line.startswith(("#", "!"))][:5]
    if not lines:
        return False
    return bool(_LOGGED.match(lines[0])) or (name == HABITS and all(map(_LISTED.match, lines)))


def read(path: str, asked: Asked) -> Found:
    """The habits as goals, the log as entries, from the folder or either file; raises UnreadableFileError."""
    gathering = Gathering(FORMAT, asked, path)
    listed, logged = _files(path)
    habits = _habits(listed, gathering)
    if not listed:
        gathering.say("harsh.no_habits")
    days: dict[str, dict[date, Logged]] = {}
    for line, text in enumerate(_lines(logged), start=1):
        if not text.strip() or text.startswith("#"):
            continue
        gathering.row()
        try:
            entry = _logged(text)
            gathering.past(entry.on)
            _log(gathering, days, entry)
        except NotTaken as refused:
            gathering.refuse(line, text, refused.code)
    for habit in habits.values():
        gathering.tell(_told(gathering, habit, days.pop(habit.name, {}), False))
    for name, lines in days.items():
        if listed:
            gathering.say("harsh.orphan", title=name)
        gathering.tell(_told(gathering, Habit(name, 0, 1), lines, bool(listed)))
    return gathering.found(FORMAT)


def _files(path: str) -> tuple[str, str]:
    """The text of the file of habits and that of the log; of one that is not there an empty one."""
    if os.path.isdir(path):
        if not os.path.isfile(os.path.join(path, LOG)) and not os.path.isfile(os.path.join(path, HABITS)):
            raise UnreadableFileError("wrong_format", path=path)
        return _text(os.path.join(path, HABITS)), _text(os.path.join(path, LOG))
    text, _ = read_text(path)
    beside = os.path.dirname(os.path.abspath(path))
    lines = (line for line in _lines(text) if line.strip() and not line.startswith(("#", "!")))
    first = next(lines, "")
    if _LOGGED.match(first):
        return _text(os.path.join(beside, HABITS)), text
    if not _LISTED.match(first):
        raise UnreadableFileError("wrong_format", path=path)
    return text, _text(os.path.join(beside, LOG))


def _text(path: str) -> str:
    return read_text(path)[0] if os.path.isfile(path) else ""


def _lines(text: str) -> list[str]:
    # Not splitlines: a name may hold what Unicode takes for the end of a line.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _habits(text: str, gathering: Gathering) -> Mapping[str, Habit]:
    habits: dict[str, Habit] = {}
    heading = ""
    for line, written in enumerate(_lines(text), start=1):
        if not written.strip() or written.startswith("#"):
            continue
        if written.startswith("!"):
            heading = written[1:].strip()
            continue
        gathering.row()
        try:
            habit = _habit(written, heading)
            if habit.name in habits:
                raise NotTaken("double")
            habits[habit.name] = habit
        except NotTaken as refused:
            gathering.refuse(line, written, refused.code)
    return habits


def _habit(written: str, heading: str) -> Habit:
    parts = [part.strip() for part in written.split(": ")]
    if len(parts) == 1:
        match = _COUNTED.match(written.strip())
        if not match:
            raise NotTaken("harsh.rhythm")
        return Habit(match[2], *_rhythm(match[1]), heading)
    if not parts[0]:
        raise NotTaken("no_name")
    if len(parts) > _LEAST:
        raise NotTaken("harsh.fields")
    return Habit(parts[0], *_rhythm(parts[1]), heading, iso_day(parts[2]) if len(parts) == _LEAST else None)


def _rhythm(text: str) -> tuple[int, int]:
    """How often in how many days; (0, 1) for what is only recorded."""
    match = _OFTEN.match(text)
    if not match or (match[2] and match[3]) or match[3] == "0":
        raise NotTaken("harsh.rhythm")
    count = int(match[1])
    if match[3]:
        return count, int(match[3])
    days = count * 7 if match[2] else count
    return (1, days) if days else (0, 1)


def _logged(text: str) -> Logged:
    parts = text.split("\t") if "\t" in text and " : " not in text else _SEPARATOR.split(text.rstrip())
    parts = [part.strip() for part in parts]
    if not _LEAST <= len(parts) <= _MOST:
        raise NotTaken("harsh.fields")
    line = Logged(iso_day(parts[0]), *parts[1:])
    if not line.name:
        raise NotTaken("no_name")
    if line.result not in (_DONE, _NOT, _SKIPPED):
        raise NotTaken("not_understood")
    return line


def _log(gathering: Gathering, days: dict[str, dict[date, Logged]], line: Logged) -> None:
    before = days.setdefault(line.name, {}).get(line.on)
    if before is not None:
        gathering.count("doubles" if before == line else "replaced")
    days[line.name][line.on] = line


def _told(gathering: Gathering, habit: Habit, lines: Mapping[date, Logged], orphan: bool) -> Told:
    done = [line for line in lines.values() if line.result == _DONE]
    amounts = not habit.times and bool(done) and all(_amount(line) for line in done)
    if amounts:
        gathering.say("harsh.amounts", title=habit.name)
    if habit.times:
        measure = quota(gathering, habit.name, occasions(habit.times, habit.days), (habit.times, habit.days))
    else:
        measure = unjudged()
    return Told(
        key=habit.name,
        title=habit.name,
        measure=measure,
        days=list(_days(gathering, lines, amounts)),
        area=habit.heading,
        deadline=habit.end,
        resting=orphan,
        rest_said=orphan,
    )


def _days(gathering: Gathering, lines: Mapping[date, Logged], amounts: bool) -> Iterator[Day]:
    for on, line in lines.items():
        amount, note = _amount(line), line.comment
        value: Decimal | None = Decimal(line.result == _DONE)
        if line.result == _SKIPPED:
            value = None
        elif amounts and line.result == _DONE:
            value = amount
        if not (amounts and line.result == _DONE) and line.amount and (amount is None or amount):
            gathering.count("harsh.amounts_noted")
            note = f"{line.amount} · {note}" if note else line.amount
        try:
            yield Day(on, None if value is None else gathering.amount(value), note)
        except NotTaken as refused:
            gathering.refuse(0, f"{on} {line.name} {line.amount}", refused.code)


def _amount(line: Logged) -> Decimal | None:
    """The amount of a line; None where there is none or it is no number."""
    try:
        return number(line.amount)
    except NotTaken:
        return None
