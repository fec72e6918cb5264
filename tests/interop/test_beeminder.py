"""What comes out of Beeminder: goals with datapoints, engine files, and typed lines."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smart_tui.domain.goal import Combine, Direction, Goal, Kind, Measure, Period, State
from smart_tui.domain.measure import goal_days, total_on
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.i18n import Words
from smart_tui.interop import sources
from smart_tui.interop.trackers.beelines import is_typed, typed_line
from smart_tui.interop.trackers.gathering import NotTaken
from smart_tui.text import transfer
from tests.interop.beefiles import ALL, NEVER, WEIGHT, goal, instant, point

TODAY = date(2026, 1, 15)
ASKED = Asked(TODAY)


def read(tmp_path: Path, value: object, asked: Asked = ASKED, name: str = "goals.json") -> Found:
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    assert sources.recognise(str(path)) == "beeminder"
    return sources.read(str(path), asked)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return read(tmp_path_factory.mktemp("bee"), ALL)


def titled(found: Found, title: str) -> Goal:
    return next(goal for goal in found.contents.goals if goal.title == title)


def entered(found: Found, title: str) -> list[tuple[int, object]]:
    number = titled(found, title).id
    return [(each.on.day, each.value) for each in found.contents.entries if each.goal_id == number]


def of(measure: Measure, *names: str) -> tuple[object, ...]:
    return tuple(getattr(measure, name) for name in names)


def said(found: Found) -> dict[str, object]:
    return {each.code: each.params for each in found.said}


def test_do_more_with_an_end_is_a_total(found: Found) -> None:
    reading = titled(found, "Læse hele året")
    measure = reading.measures[0]
    assert of(measure, "kind", "target", "unit", "running") == (Kind.TOTAL, 2000, "pages", False)
    assert (reading.start, reading.deadline, reading.state) == (date(2026, 1, 1), date(2026, 12, 31), State.ACTIVE)
    assert reading.answers == {"specific.what": "Kun bøger, ikke aviser"}
    assert reading.tags == ("kultur", "ro")
    assert measure.what_counts == "pages read in all"
    # In the order of their days, the made-up points left out, a sum of floats rounded and said so.
    assert entered(found, "Læse hele året") == [(4, Decimal("12.5")), (4, Decimal("0.3")), (9, 30)]
    assert said(found)["values_rounded"] == {"count": 1}
    assert said(found)["beeminder.dummies"] == {"count": 1}


def test_a_rate_without_an_end_is_a_quota(found: Found) -> None:
    steps, meetings = titled(found, "Gå"), titled(found, "moeder")
    assert (*of(steps.measures[0], "period", "target"), steps.deadline) == (Period.WEEK, 70_000, None)
    assert said(found)["beeminder.day_week"] == {"title": "Gå", "rate": 10_000, "target": 70_000}
    assert of(meetings.measures[0], "target", "weekdays") == (8, 0b0011111)
    assert said(found)["beeminder.line"] == {"count": 3}


def test_do_less_is_a_ceiling_and_a_frozen_goal_rests(found: Found) -> None:
    beer = titled(found, "Øl")
    assert (beer.measures[0].kind, beer.measures[0].direction) == (Kind.QUOTA, Direction.AT_MOST)
    assert of(beer.measures[0], "target", "period") == (5, Period.WEEK)
    assert (beer.state, beer.pauses[0].first) == (State.PAUSED, date(2026, 1, 3))


def test_an_odometer_is_a_running_count_whose_target_is_what_comes_on_top(found: Found) -> None:
    kilometres = titled(found, "km")
    measure = kilometres.measures[0]
    assert of(measure, "running", "baseline", "target") == (True, 12_500, 3_000)
    days = goal_days(kilometres, [each for each in found.contents.entries if each.goal_id == kilometres.id], TODAY)
    assert total_on(measure, days, TODAY) == 100


def test_what_is_worked_out_of_an_odometer_is_the_target_it_gets(tmp_path: Path) -> None:
    line = goal("km", "biker", [], initval=12_500, rate=70, runits="w", goaldate=instant(date(2026, 12, 31)))
    found = read(tmp_path, line)
    assert found.contents.goals[0].measures[0].target == 3_640
    (worked_out,) = (each for each in found.said if each.code.startswith("beeminder.computed"))
    assert transfer.said(worked_out, Words.source()) == (
        "“km”: by its slope the count stands at 16,140 on 31 December 2026, so the target is 3,640 more."
    )


def test_levels_keep_their_direction_and_how_a_day_is_combined(found: Found) -> None:
    weight, pushups = titled(found, "vaegt"), titled(found, "Armbøjninger")
    measure = weight.measures[0]
    assert of(measure, "kind", "baseline", "target") == (Kind.LEVEL, 84, 78)
    assert (measure.combine, pushups.measures[0].combine) == (Combine.MIN, Combine.MAX)
    assert entered(found, "vaegt") == [(1, 84), (2, Decimal("84.2")), (2, Decimal("83.6"))]
    # 52 weeks at one a week; that it was worked out is said.
    assert pushups.measures[0].target == 62
    assert said(found)["beeminder.computed"]["target"] == 62  # type: ignore[index]


def test_a_second_reading_names_the_same_things_by_the_same_uuids(found: Found, tmp_path: Path) -> None:
    again = read(tmp_path, {"username": "alice", "goals": list(reversed(ALL))}, Asked(date(2027, 1, 1)))
    for kind in ("goals", "entries"):
        first = {each.uuid for each in getattr(found.contents, kind)}
        assert first == {each.uuid for each in getattr(again.contents, kind)}
        assert len(first) == len(getattr(found.contents, kind))


@pytest.mark.parametrize(
    ("more", "target", "period"),
    [
        ({"rate": 3, "runits": "m"}, 3, Period.MONTH),
        ({"rate": 24, "runits": "y"}, 2, Period.MONTH),
        ({"rate": 6, "runits": "y"}, Decimal("1.5"), Period.QUARTER),
        ({"rate": 0.25, "runits": "h"}, 42, Period.WEEK),
    ],
)
def test_every_unit_of_a_rate_has_its_period(
    tmp_path: Path, more: dict[str, object], target: Decimal, period: Period
) -> None:
    measure = read(tmp_path, goal("g", "hustler", [], goaldate=NEVER, **more)).contents.goals[0].measures[0]
    assert (measure.target, measure.period) == (target, period)


def test_what_has_no_measure_here_is_recorded_and_said(tmp_path: Path) -> None:
    rationed = {**goal("vand", "gainer", [point("2026-01-02", 90)], initval=100, goalval=0), "dir": -1}
    lineless = goal("uden", "hustler", [point("2026-01-02", 1)], goaldate=None)
    odd = goal("sjov", "gainer", [], initval=1, goalval=5, aggday="trimmean")
    found = read(tmp_path, [rationed, lineless, odd])
    codes = [(each.code, each.params.get("title")) for each in found.said]
    assert ("beeminder.side", "vand") in codes
    assert ("beeminder.no_line", "uden") in codes
    assert ("beeminder.aggday", "sjov") in codes
    assert [each.measures[0].untargeted for each in found.contents.goals] == [True, True, False]
    assert len(found.contents.entries) == 2


def test_refused_points_say_their_day_and_why(tmp_path: Path) -> None:
    twice = point("2026-01-07", 2)
    bad: list[Any] = [
        point("2026-01-02", None),
        point("2026-01-03", True),
        point("2026-01-04", 10**13),
        {**point("2026-01-05", 1), "daystamp": "20260230"},
        {**point("2026-01-06", 1), "daystamp": "tomorrow"},
        twice,
        twice,
        "7",
    ]
    found = read(tmp_path, goal("g", "hustler", bad, rate=1))
    codes = [each.code for each in found.rejected]
    assert codes == [
        "no_value",
        "not_a_number",
        "number.too_large",
        "no_such_day",
        "not_a_date",
        "double",
        "not_an_object",
    ]
    assert found.rejected[2].found == "g: 20260104 10000000000000"
    assert len(found.contents.entries) == 1


def test_a_point_without_its_day_gets_that_of_its_time_and_this_is_said(tmp_path: Path) -> None:
    bare = {"timestamp": instant(date(2026, 1, 7)), "value": 70.45, "comment": "blah", "id": "4f9d"}
    found = read(tmp_path, goal("g", "gainer", [bare], initval=1, goalval=2))
    assert entered(found, "g") == [(7, Decimal("70.45"))]
    assert said(found)["beeminder.utc"] == {"count": 1}


def test_an_engine_file_is_read_by_its_parameters(tmp_path: Path) -> None:
    params = {
        "tini": "20170601",
        "vini": 0,
        "road": [["20170603", None, 0]],
        "tfin": "20170629",
        "rfin": 7,
        "runits": "w",
        "kyoom": True,
        "odom": False,
        "yaw": 1,
        "dir": 1,
        "aggday": "sum",
        "yaxis": "This is just a test road",
        "yoog": "test/test1",
        "asof": "20170601",
    }
    data = [["20170602", 1, ""], ["20170601", 1, "først"], [1496404800, 2, ""], ["20170603", 1, "PPR #SELFDESTRUCT"]]
    found = read(tmp_path, {"params": params, "data": data}, name="a.bb")
    made = titled(found, "test1")
    assert (made.start, made.deadline) == (date(2017, 6, 1), date(2017, 6, 29))
    assert of(made.measures[0], "kind", "target") == (Kind.TOTAL, 28)
    assert entered(found, "test1") == [(1, 1), (2, 1), (2, 2)]
    assert said(found)["beeminder.slopes"] == {"count": 1}


def test_a_computed_target_is_a_number_one_would_choose(tmp_path: Path) -> None:
    params = {
        "tini": "20251027",
        "vini": 0,
        "tfin": "20260401",
        "rfin": 5,
        "runits": "w",
        "kyoom": True,
        "yoog": "a/run",
    }
    found = read(tmp_path, {"params": params, "data": [["20260101", 3, ""]]}, name="run.bb")
    assert titled(found, "run").measures[0].target == Decimal("111.43")
    assert "values_rounded" not in said(found)


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ({"road": []}, 0),
        ({"road": [[instant(date(2026, 3, 1)), None, 1]]}, 1),
        ({"road": [], "roadall": [[instant(date(2026, 1, 1)), 0, None], [instant(date(2026, 12, 31)), 9, None]]}, 0),
        ({"roadall": [[1, 0, None], [2, 5, None], [3, None, 1], [4, 9, None]]}, 2),
    ],
)
def test_slopes_before_the_last_one_are_counted(tmp_path: Path, line: dict[str, object], others: int) -> None:
    found = read(tmp_path, goal("g", "hustler", [point("2026-01-02", 1)], goalval=9, **line))
    assert ("beeminder.slopes" in said(found)) is bool(others)


def test_days_are_those_of_where_one_lives(tmp_path: Path) -> None:
    midnight = {"initday": instant(date(2025, 12, 31)) + 6 * 3600, "goaldate": instant(date(2026, 6, 30)) + 5 * 3600}
    first = point("2026-01-01", 92, is_initial=True)
    made = titled(read(tmp_path, goal("g", "fatloser", [first], **midnight, initval=92, goalval=82)), "g")
    assert (made.start, made.deadline) == (date(2026, 1, 1), date(2026, 7, 1))


def test_datapoints_alone_belong_to_the_goal_the_person_names(tmp_path: Path) -> None:
    data = WEIGHT["datapoints"]
    found = read(tmp_path, data, ASKED._replace(title="Vægt"))
    assert entered(found, "Vægt") == [(1, 84), (2, Decimal("84.2")), (2, Decimal("83.6"))]
    with pytest.raises(UnreadableFileError, match="no_goal"):
        read(tmp_path, data)


@pytest.mark.parametrize(
    ("line", "on", "value", "comment"),
    [
        ('^ -0:30 "negative time!"', "2026-01-15", "-0.5", "negative time!"),
        ("^^ .2", "2026-01-14", "0.2", ""),
        ('31 3.   ""', "2025-12-31", "3", ""),
        ('12 31 0 "you can "optionally" say a month"', "2025-12-31", "0", 'you can "optionally" say a month'),
        ("15 +6", "2026-01-15", "6", ""),
        ("^ 01:30", "2026-01-15", "1.5", ""),
        ("^ :90", "2026-01-15", "1.5", ""),
        ("^ 01:02:03", "2026-01-15", "1.034167", ""),
        ("2016 02 29 00", "2016-02-29", "0", ""),
        ("2 29 4", "2024-02-29", "4", ""),
        ("2026 1 15 0:28 \u201ccurly\u201d", "2026-01-15", "0.466667", "curly"),
    ],
)
def test_typed_lines_are_read_as_beeminder_reads_them(line: str, on: str, value: str, comment: str) -> None:
    assert typed_line(line, TODAY) == (date.fromisoformat(on), Decimal(value), comment)


@pytest.mark.parametrize(
    "line", ["1 123 no quotes", "0 4.5", "-1 6", "32 123", "^ 01:60", "^ 1:2", "99 6 6 123", "2017 1 19.7 0", "1", ""]
)
def test_what_beeminder_would_not_take_is_refused(line: str) -> None:
    with pytest.raises(NotTaken):
        typed_line(line, TODAY)


def test_typed_lines_are_told_from_numbers_that_only_look_like_them(tmp_path: Path) -> None:
    assert not is_typed("1 2\n3 4\n")
    found = read(tmp_path, '^ 3 "løb"\n13 2\n\n13 4\n33 1\n', ASKED._replace(title="Løb"), "data.txt")
    assert entered(found, "Løb") == [(15, 3), (13, 2), (13, 4)]
    assert [(each.line, each.found, each.code) for each in found.rejected] == [(5, "33 1", "no_such_day")]
