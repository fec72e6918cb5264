"""A milestone, an activity or an if-then plan, written in one line.

`Design ready by 1 March *2` is a milestone with a date and a weight; `call Bo, Monday 9:00, office` an
activity with when and where, or `call Bo; before mail; office` with the parts set apart by semicolons;
`if it is Monday 9:00, then I call five customers` a plan.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.cleaning import clean_line, clean_title
from smart_tui.reading.dates import find_dates, read_date
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.phrases import normal
from smart_tui.reading.words import item_words


class ItemKind(StrEnum):
    """What one line adds to a goal."""

    MILESTONE = "milestone"
    ACTIVITY = "activity"
    PLAN = "plan"


class ItemReading(NamedTuple):
    """What a line says. `problem` names what it lacks: "text", "situation", "action", or "" for nothing."""

    kind: ItemKind
    text: str = ""
    """The milestone's title, or what is to be done."""
    due: date | None = None
    weight: int = 1
    when: str = ""
    where: str = ""
    situation: str = ""
    action: str = ""
    problem: str = ""


_WEIGHT = re.compile(r"(?:\s*[*×]\s*|\s+x\s?)([1-9][0-9]{0,2})$", re.IGNORECASE)
MOST_WEIGHT = 999


def read_item(text: str, lang: str, today: date, kind: ItemKind | None = None, first_weekday: int = 0) -> ItemReading:
    """What one line says; `kind` is what the person chose, None lets the line tell. Never raises."""
    line = normal(clean_line(text))
    kind = kind or told_kind(line, lang, today, first_weekday)
    if kind is ItemKind.PLAN:
        return _plan(line, lang)
    if kind is ItemKind.MILESTONE:
        return _milestone(line, lang, today, first_weekday)
    return _activity(line, lang, today, first_weekday)


def begins_plan(line: str, lang: str) -> bool:
    """Whether a line begins as an if-then plan does."""
    return re.match(rf"\s*(?:{_either(item_words(lang).begins)})\s", line, re.IGNORECASE) is not None


def begin_plan(obstacle: str, lang: str) -> str:
    """The beginning of an if-then plan for an obstacle, up to where the action is to be written."""
    what = clean_line(obstacle).rstrip(" .,;")
    # A word all in capitals, or of one letter, is written so for a reason.
    if what[1:2].islower():
        what = what[:1].lower() + what[1:]
    words = item_words(lang)
    return f"{words.begins[0].capitalize()} {what}, {words.goes_on[0]} "


def read_plans(text: str, lang: str) -> tuple[ItemReading, ...]:
    """The if-then plans among the lines of a text: those with an if, a then, and words behind both."""
    found: list[ItemReading] = []
    for line in text.splitlines():
        read = normal(clean_line(line))
        if begins_plan(read, lang) and re.search(rf"\s(?:{_either(item_words(lang).goes_on)})\s", read, re.IGNORECASE):
            plan = _plan(read, lang)
            found += [plan] if plan.situation and plan.action else []
    return tuple(found)


def told_kind(line: str, lang: str, today: date, first_weekday: int = 0) -> ItemKind:
    """What a line most likely is: a plan begins with if and goes on, an activity names a clock time or
    parts behind a sign, all else is a milestone."""
    if _plan_parts(line, lang) is not None:
        return ItemKind.PLAN
    activity = _activity(line, lang, today, first_weekday)
    return ItemKind.ACTIVITY if activity.when or activity.where else ItemKind.MILESTONE


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _plan_parts(line: str, lang: str) -> tuple[str, str] | None:
    begin = re.match(rf"(?:{_either(item_words(lang).begins)})\s+", line, re.IGNORECASE)
    if begin is None:
        return None
    return _divided(line[begin.end() :], lang)


def _divided(rest: str, lang: str) -> tuple[str, str] | None:
    then = re.search(rf",?\s+(?:{_either(item_words(lang).goes_on)})\s+", rest, re.IGNORECASE)
    if then is not None:
        return rest[: then.start()].strip(" ,"), rest[then.end() :].strip()
    situation, comma, action = rest.partition(",")
    return (situation.strip(), action.strip()) if comma else None


def _plan(line: str, lang: str) -> ItemReading:
    parts = _plan_parts(line, lang) or _divided(line, lang)
    if parts is None:
        begin = re.match(rf"(?:{_either(item_words(lang).begins)})\s+", line, re.IGNORECASE)
        parts = (line[begin.end() :] if begin else line, "")
    situation, action = parts
    problem = "action" if situation and not action else "" if situation else "situation"
    return ItemReading(ItemKind.PLAN, situation=situation, action=action, problem=problem)


def _milestone(line: str, lang: str, today: date, first_weekday: int) -> ItemReading:
    weight = 1
    found = _WEIGHT.search(line)
    if found:
        weight, line = int(found[1]), line[: found.start()]
    title, due = _dated_end(line, lang, today, first_weekday)
    if due is None:
        title, due = _dated_begin(line, lang, today, first_weekday)
    title = clean_title(title)
    return ItemReading(ItemKind.MILESTONE, title, due, weight, problem="" if title else "text")


def _dated_end(line: str, lang: str, today: date, first_weekday: int) -> tuple[str, date | None]:
    """A line without the date it ends in, and that date."""
    spans = find_dates(line, lang, today, first_weekday=first_weekday)
    if not spans or line[spans[-1].end :].strip(" .,"):
        return line.strip(), None
    head = line[: spans[-1].start].rstrip(" ,;:–-")
    head = re.sub(rf"(?:^|\s+)(?:{_either(item_words(lang).by)})$", "", head, flags=re.IGNORECASE).rstrip(" ,;:–-")
    return head.strip(), spans[-1].reading.date


def _dated_begin(line: str, lang: str, today: date, first_weekday: int) -> tuple[str, date | None]:
    """A line without the date it begins with, where a sign parts the two ("1 March: design ready")."""
    for sign in (":", ",", " – ", " - "):
        day, parted, title = line.partition(sign)
        due = _whole_day(day.strip(), lang, today, first_weekday) if parted and title.strip() else None
        if due is not None:
            return title.strip(), due
    return line.strip(), None


def _activity(line: str, lang: str, today: date, first_weekday: int) -> ItemReading:
    if ";" in line:
        what, when, where = (*(part.strip() for part in line.split(";", 2)), "", "")[:3]
        return _done_at(what, when, where, lang, today, first_weekday)
    parts = [part.strip() for part in line.split(",")]
    for index in range(1, len(parts)):
        if _is_time(parts[index], lang, today, first_weekday):
            what, where = ", ".join(parts[:index]), ", ".join(parts[index + 1 :])
            return _done_at(what, parts[index], where, lang, today, first_weekday)
    rest, clock = _without_clock(line, lang)
    what, due = _dated_end(rest, lang, today, first_weekday)
    if due is None and clock:
        what, clock = line, ""
    return ItemReading(ItemKind.ACTIVITY, what, due, when=clock, problem="" if what else "text")


def _clock(lang: str) -> re.Pattern[str]:
    at = _either(item_words(lang).at)
    return re.compile(
        rf"(?:\b(?:{at})\.?\s*)?\b(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]\b"
        rf"|\b(?:{at})\.?\s*(?:[01]?[0-9]|2[0-3])\b|\b(?:1[0-2]|[1-9])\s?[ap]m\b",
        re.IGNORECASE,
    )


def _without_clock(part: str, lang: str) -> tuple[str, str]:
    """A time without its clock time, and the clock time."""
    found = _clock(lang).search(part)
    if found is None:
        return part, ""
    return f"{part[: found.start()]} {part[found.end() :]}".strip(" ,"), found[0].strip()


def _whole_day(text: str, lang: str, today: date, first_weekday: int) -> date | None:
    """The date a text is and nothing else."""
    try:
        return read_date(text, lang, today, first_weekday=first_weekday).date
    except ReadingError:
        return None


def _is_time(part: str, lang: str, today: date, first_weekday: int) -> bool:
    rest, clock = _without_clock(part, lang)
    return (bool(clock) and not rest) or _whole_day(rest, lang, today, first_weekday) is not None


def _done_at(what: str, when: str, where: str, lang: str, today: date, first_weekday: int) -> ItemReading:
    rest, clock = _without_clock(when, lang)
    due = _whole_day(rest, lang, today, first_weekday)
    when = when if due is None else clock
    return ItemReading(ItemKind.ACTIVITY, what, due, when=when, where=where, problem="" if what else "text")
