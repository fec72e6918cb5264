"""Beeminder: goals with their datapoints as JSON, files of its engine (.bb), and typed lines of data."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.textfile import head_text, parsed, read_text
from smart_tui.interop.trackers.beegoal import BeeGoal, measure_of, slopes_before, type_of
from smart_tui.interop.trackers.beelines import is_typed, typed_line
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told, civil_day
from smart_tui.interop.trackers.rhythm import unjudged

FORMAT = "beeminder"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SIGNS = ('"goal_type"', '"runits"', '"datapoints"', '"goalval"')
_PRESUMED = "#SELFDESTRUCT"
"""Stands in the comment of a point that Beeminder supposes until there is a real one."""

Fields = Mapping[str, object]


class Point(NamedTuple):
    """A datapoint, and where it stands among those of its day."""

    day: Day
    order: tuple[date, Decimal, int]
    initial: bool


def recognises(name: str, head: bytes) -> bool:
    """Whether a file of this name that begins like this comes from Beeminder."""
    if name.endswith("/"):
        return False
    text = head_text(head)
    start = text.lstrip()[:1]
    if start == "{" or start == "[":
        if name.lower().endswith(".bb"):
            return '"params"' in text or '"data"' in text
        if '"slug"' in text and any(sign in text for sign in _SIGNS):
            return True
        return (start == "[" and '"daystamp"' in text) or ('"params"' in text and '"kyoom"' in text)
    return is_typed(text)


def read(path: str, asked: Asked) -> Found:
    """The goals of a file, their datapoints as entries; raises UnreadableFileError."""
    gathering = Gathering(FORMAT, asked, path)
    text, _ = read_text(path)
    if text.lstrip()[:1] in ("{", "["):
        _read_json(parsed(text, path), gathering)
    else:
        _read_lines(text, gathering)
    return gathering.found(FORMAT)


def _read_json(value: object, gathering: Gathering) -> None:
    if isinstance(value, Mapping) and isinstance(value.get("params"), Mapping):
        data = value.get("data")
        _engine(value["params"], data if isinstance(data, list) else [], gathering)
        return
    if isinstance(value, Mapping):
        goals = value.get("goals")
        value = goals if isinstance(goals, list) else [value]
    if not isinstance(value, list):
        raise UnreadableFileError("wrong_format", path=gathering.path)
    if value and all(isinstance(each, Mapping) and "value" in each and "slug" not in each for each in value):
        _untold(gathering, value)
        return
    if not any(isinstance(each, Mapping) and "slug" in each for each in value):
        raise UnreadableFileError("wrong_format", path=gathering.path)
    for each in value:
        if isinstance(each, Mapping) and _text(each.get("slug")):
            _goal(each, gathering)
        else:
            gathering.refuse(0, each, "not_an_object")


def _goal(fields: Fields, gathering: Gathering) -> None:
    """One goal of the API."""
    ahead = _ahead(fields)
    goal = _line(
        fields,
        BeeGoal(
            key=_text(fields.get("id")) or _text(fields.get("slug")),
            title=_text(fields.get("title")).strip() or _text(fields.get("slug")),
            start=_instant_day(fields.get("initday"), ahead),
            first=_number(fields.get("initval")),
            end=_instant_day(fields.get("goaldate"), ahead),
            last=_number(fields.get("goalval")),
            rate=_number(fields.get("rate")),
            unit=_text(fields.get("gunits")) or ("h" if _flag(fields, "timey", "hhmmformat") else ""),
            what=_text(fields.get("fineprint")),
            tags=tuple(filter(None, map(_text, _list(fields.get("tags"))))),
            weekends_off=_flag(fields, "weekends_off"),
            frozen=_flag(fields, "frozen"),
            segments=slopes_before(fields),
        ),
    )
    _tell(gathering, goal, _list(fields.get("datapoints")))


def _ahead(fields: Fields) -> int:
    """Days, 1 or 0, that the person's calendar is ahead of UTC when their day begins.

    Lines are given in instants, points in days too: the first point tells which day the line's first instant is.
    """
    begun = _instant_day(fields.get("initday"))
    for each in _list(fields.get("datapoints")):
        if begun and isinstance(each, Mapping) and each.get("is_initial") is True:
            return int(_instant_day(each.get("daystamp")) == begun + timedelta(days=1))
    return 0


def _engine(params: Fields, data: Sequence[object], gathering: Gathering) -> None:
    """One goal of a .bb file: its line as parameters, its data as rows of day, value and comment."""
    name = os.path.splitext(os.path.basename(gathering.path))[0]
    slug = _text(params.get("graph")) or _text(params.get("yoog")).rpartition("/")[2] or name
    road = _list(params.get("road"))
    ends = next((row for row in reversed(road) if isinstance(row, list) and len(row) == 3), [None, None, None])
    given = any(key in params for key in ("tfin", "vfin", "rfin"))
    goal = _line(
        params,
        BeeGoal(
            key=slug,
            title=slug,
            start=_instant_day(params.get("tini")),
            first=_number(params.get("vini")),
            end=_instant_day(params.get("tfin") if given else ends[0]),
            last=_number(params.get("vfin") if given else ends[1]),
            rate=_number(params.get("rfin") if given else ends[2]),
            unit=_text(params.get("gunits")),
            what=_text(params.get("fineprint")),
            segments=len(road) if given else max(0, len(road) - 1),
        ),
    )
    rows = [
        {"daystamp": row[0], "value": row[1], "comment": row[2] if len(row) > 2 else ""}
        if isinstance(row, list) and len(row) > 1
        else row
        for row in data
    ]
    _tell(gathering, goal, rows)


def _line(fields: Fields, goal: BeeGoal) -> BeeGoal:
    """What both forms call by the same names; what is not said goes by the type."""
    kind = _text(fields.get("goal_type")) or "custom"
    usual = type_of(kind)
    flags = {name: each if isinstance(each := fields.get(name), bool) else usual[name] for name in ("kyoom", "odom")}
    sides = {name: _side(fields.get(name), usual[name]) for name in ("yaw", "dir")}
    runits = _text(fields.get("runits"))
    return goal._replace(
        kind=kind,
        yaw=sides["yaw"],
        dir=sides["dir"],
        kyoom=bool(flags["kyoom"]),
        odom=bool(flags["odom"]),
        aggday=_text(fields.get("aggday")) or str(usual["aggday"]),
        runits=runits if runits in ("y", "m", "w", "d", "h") else "d",
        counts=_text(fields.get("yaxis")),
    )


def _tell(gathering: Gathering, goal: BeeGoal, data: Sequence[object]) -> None:
    points = _points(gathering, data, goal.title)
    baseline = None
    if goal.kyoom:
        # The point that stands for the line's beginning is no amount that anybody entered.
        begun = [point for point in points if point.initial and point.day.value == (goal.first or Decimal(0))]
        points = [point for point in points if point not in begun]
        baseline = begun[0].day.value or None if begun else None
    gathering.say("beeminder.left_out")
    told = Told(
        key=goal.key,
        title=goal.title,
        measure=measure_of(gathering, goal, baseline),
        days=[point.day for point in points],
        what=goal.what,
        tags=goal.tags,
        start=goal.start,
        deadline=goal.deadline,
        resting=goal.frozen,
    )
    gathering.tell(told)


def _untold(gathering: Gathering, data: Sequence[object]) -> None:
    """Datapoints alone: of the goal that the person names."""
    title = gathering.asked.title
    if not title:
        raise UnreadableFileError("no_goal", path=gathering.path)
    days = [point.day for point in _points(gathering, data, title)]
    gathering.tell(Told(title, title, unjudged(), days))


def _points(gathering: Gathering, data: Sequence[object], title: str) -> list[Point]:
    """The datapoints that stand for something entered, in the order of their days."""
    points: list[Point] = []
    on_day: dict[date, int] = {}
    seen: set[str] = set()
    for at, each in enumerate(data):
        gathering.row()
        if not isinstance(each, Mapping):
            gathering.refuse(0, each, "not_an_object")
            continue
        comment = _text(each.get("comment"))
        if each.get("is_dummy") is True or _PRESUMED in comment:
            gathering.count("beeminder.dummies")
            continue
        try:
            on = gathering.past(_day(gathering, each))
            value = _number(each.get("value"))
            if value is None:
                raise NotTaken("no_value" if each.get("value") is None else "not_a_number")
            identifier = _text(each.get("id"))
            if identifier and identifier in seen:
                raise NotTaken("double")
            amount = gathering.amount(value)
        except NotTaken as refused:
            where = each.get("daystamp") or each.get("timestamp")
            gathering.refuse(0, f"{title}: {where} {each.get('value')}", refused.code)
            continue
        seen.add(identifier)
        on_day[on] = on_day.get(on, 0) + 1
        ids = (identifier,) if identifier else (on.isoformat(), str(on_day[on]))
        day = Day(on, amount, comment, ids, _instant(each.get("updated_at")))
        entered = _number(each.get("timestamp")) or Decimal(0)
        points.append(Point(day, (on, entered, at), each.get("is_initial") is True))
    return sorted(points, key=lambda point: point.order)


def _day(gathering: Gathering, fields: Fields) -> date:
    stamp = fields.get("daystamp")
    if isinstance(stamp, str) and stamp.strip():
        digits = stamp.replace("-", "").strip()
        if len(digits) != 8 or not digits.isascii() or not digits.isdigit():
            raise NotTaken("not_a_date")
        return civil_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    at = _instant(fields.get("timestamp") if stamp is None else stamp)
    if at is None:
        raise NotTaken("no_date" if stamp is None and fields.get("timestamp") is None else "not_a_date")
    gathering.count("beeminder.utc")
    return civil_day(at.year, at.month, at.day)


def _read_lines(text: str, gathering: Gathering) -> None:
    """Lines as they are typed: "2026 1 15 3.5 "a comment""."""
    title = gathering.asked.title
    if not title:
        raise UnreadableFileError("no_goal", path=gathering.path)
    days: list[Day] = []
    on_day: dict[date, int] = {}
    for line, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        gathering.row()
        try:
            on, value, comment = typed_line(written, gathering.asked.today)
            on_day[gathering.past(on)] = on_day.get(on, 0) + 1
            days.append(Day(on, gathering.amount(value), comment, (on.isoformat(), str(on_day[on]))))
        except NotTaken as refused:
            gathering.refuse(line, written, refused.code)
    gathering.tell(Told(title, title, unjudged(), days))


def _instant(value: object) -> datetime | None:
    """The instant of a Unix time in seconds; None for what is none."""
    seconds = _number(value)
    if seconds is None:
        return None
    try:
        return _EPOCH + timedelta(seconds=int(seconds))
    except OverflowError:
        return None


def _instant_day(value: object, ahead: int = 0) -> date | None:
    """The day of a Unix time, `ahead` days on, or of a stamp such as "20260131"; None for what is neither."""
    if isinstance(value, str) and len(value) == 8 and value.isascii() and value.isdigit():
        try:
            return civil_day(int(value[:4]), int(value[4:6]), int(value[6:]))
        except NotTaken:
            return None
    at = _instant(value)
    try:
        return at.date() + timedelta(days=ahead) if at else None
    except OverflowError:
        return None


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _side(value: object, usual: object) -> int:
    found = _number(value)
    number = found if found is not None else _number(usual) or Decimal(1)
    return -1 if number < 0 else 1


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _flag(fields: Fields, *names: str) -> bool:
    return any(fields.get(name) is True for name in names)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
