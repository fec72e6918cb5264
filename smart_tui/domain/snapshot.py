"""The figures of a goal's weeks as text and back: what a finished review keeps of each goal (product.md §7)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, DecimalException

from smart_tui.domain.goal import Kind, Outcome, Period, Reason, Status
from smart_tui.domain.review import Promise
from smart_tui.domain.weekfigures import Course, DayMark, GoalWeek, Promised, WeekFigures

VERSION = 1
_FAILED = (ValueError, TypeError, KeyError, AttributeError, IndexError, DecimalException, RecursionError)


def encode(week: GoalWeek) -> str:
    """The figures as one line of JSON, exactly."""
    return json.dumps({"v": VERSION, **_goal_week(week)}, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> GoalWeek:
    """The figures `encode` gave; what is missing has its default. Raises ValueError for anything else."""
    try:
        raw = json.loads(text)
        if raw["v"] != VERSION:
            raise ValueError(f"figures of another version: {raw['v']!r}")
        return _read_goal_week(raw)
    except _FAILED as error:
        raise ValueError("no figures of a week") from error


def _goal_week(week: GoalWeek) -> dict[str, object]:
    return {
        "goal": week.goal_id,
        "no": week.no,
        "title": week.title,
        "kind": week.kind,
        "unit": week.unit,
        "status": week.status,
        "reason": week.reason.code,
        "params": {name: _tagged(value) for name, value in week.reason.params.items()},
        "weeks": [_week(each) for each in week.weeks],
        "confidence": week.confidence,
        "confidence_before": week.confidence_before,
        "promises": [list(promise) for promise in week.promises],
        "missing": [day.isoformat() for day in week.missing],
        "period": week.period,
        "at_most": week.at_most,
        "value": _said(week.value),
        "change": _said(week.change),
        "target": _said(week.target),
        "progress": _said(week.progress),
        "expected": _said(week.expected),
        "course": _course(week.course),
        "parts_done": week.parts_done,
        "parts": week.parts,
        "done": list(week.done),
    }


def _read_goal_week(raw: Mapping[str, object]) -> GoalWeek:
    status, period = raw.get("status"), raw.get("period")
    params = _mapping(raw.get("params", {}))
    return GoalWeek(
        goal_id=_whole(raw["goal"]),
        no=_whole(raw["no"]),
        title=_text(raw["title"]),
        kind=Kind(_text(raw["kind"])),
        unit=_text(raw.get("unit", "")),
        status=None if status is None else Status(_text(status)),
        reason=Reason(_text(raw.get("reason", "")), {name: _untagged(value) for name, value in params.items()}),
        weeks=tuple(_read_week(_mapping(each)) for each in _list(raw.get("weeks", []))),
        confidence=_maybe_whole(raw.get("confidence")),
        confidence_before=_maybe_whole(raw.get("confidence_before")),
        promises=tuple(_promised(_list(each)) for each in _list(raw.get("promises", []))),
        missing=tuple(_day(day) for day in _list(raw.get("missing", []))),
        period=None if period is None else Period(_text(period)),
        at_most=raw.get("at_most") is True,
        value=_amount(raw.get("value")),
        change=_amount(raw.get("change")),
        target=_amount(raw.get("target")),
        progress=_amount(raw.get("progress")),
        expected=_amount(raw.get("expected")),
        course=_read_course(_mapping(raw.get("course", {}))),
        parts_done=_whole(raw.get("parts_done", 0)),
        parts=_whole(raw.get("parts", 0)),
        done=tuple(_text(each) for each in _list(raw.get("done", []))),
    )


def _course(course: Course) -> dict[str, object]:
    return {
        "target": _said(course.target),
        "target_before": _said(course.target_before),
        "deadline": _iso(course.deadline),
        "reason": course.reason,
        "rests_until": _iso(course.rests_until),
        "outcome": course.outcome,
        "lesson": course.lesson,
        "planned": list(course.planned),
    }


def _read_course(raw: Mapping[str, object]) -> Course:
    deadline, rests, outcome = raw.get("deadline"), raw.get("rests_until"), raw.get("outcome")
    return Course(
        _amount(raw.get("target")),
        _amount(raw.get("target_before")),
        None if deadline is None else _day(deadline),
        _text(raw.get("reason", "")),
        None if rests is None else _day(rests),
        None if outcome is None else Outcome(_text(outcome)),
        _text(raw.get("lesson", "")),
        tuple(_text(each) for each in _list(raw.get("planned", []))),
    )


def _week(week: WeekFigures) -> dict[str, object]:
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "value": _said(week.value),
        "target": _said(week.target),
        "met": week.met,
        "marks": list(week.marks),
        "values": [_said(value) for value in week.values],
        "days_met": week.days_met,
        "days_judged": week.days_judged,
    }


def _read_week(raw: Mapping[str, object]) -> WeekFigures:
    met = raw.get("met")
    if met not in (None, True, False):
        raise ValueError(f"no verdict: {met!r}")
    return WeekFigures(
        _day(raw["first"]),
        _day(raw["last"]),
        _amount(raw.get("value")),
        _amount(raw.get("target")),
        None if met is None else bool(met),
        tuple(DayMark(_text(mark)) for mark in _list(raw.get("marks", []))),
        tuple(_amount(value) for value in _list(raw.get("values", []))),
        _whole(raw.get("days_met", 0)),
        _whole(raw.get("days_judged", 0)),
    )


def _promised(raw: Sequence[object]) -> Promised:
    outcome = None if raw[0] is None else Promise(_text(raw[0]))
    return Promised(outcome, _text(raw[1]), _text(raw[2]) if len(raw) > 2 else "")


def _tagged(value: object) -> object:
    """A value of a reason: what JSON cannot tell apart is an object of one tag."""
    if isinstance(value, Decimal):
        return {"n": str(value)}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, Outcome):
        return {"o": str(value)}
    if isinstance(value, Period):
        return {"p": str(value)}
    if isinstance(value, list | tuple):
        return {"t": [_tagged(each) for each in value]}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _untagged(raw: object) -> object:
    if not isinstance(raw, dict):
        return raw
    ((tag, value),) = raw.items()
    if tag == "t":
        return tuple(_untagged(each) for each in _list(value))
    if tag == "n":
        return _amount(value)
    if tag == "d":
        return _day(value)
    return {"o": Outcome, "p": Period}[tag](_text(value))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _said(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _amount(raw: object) -> Decimal | None:
    if raw is None:
        return None
    value = Decimal(_text(raw))
    if not value.is_finite():
        raise ValueError(f"no amount: {raw!r}")
    return value


def _day(raw: object) -> date:
    return date.fromisoformat(_text(raw))


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError(f"no text: {raw!r}")
    return raw


def _whole(raw: object) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise TypeError(f"no whole number: {raw!r}")
    return raw


def _maybe_whole(raw: object) -> int | None:
    return None if raw is None else _whole(raw)


def _list(raw: object) -> Sequence[object]:
    if not isinstance(raw, list):
        raise TypeError(f"no list: {raw!r}")
    return raw


def _mapping(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise TypeError(f"no object: {raw!r}")
    return raw
