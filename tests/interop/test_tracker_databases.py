"""What comes out of Tickmate and Rewire: databases without a version, months from 0, schedules of three kinds."""

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Period, State
from smart_tui.domain.transfer import Asked, UnreadableFileError
from smart_tui.interop import sources

ASKED = Asked(date(2026, 1, 15))
ONE = Decimal(1)
TICKMATE = """
create table tracks (_id integer primary key autoincrement, name text not null, enabled integer not null,
    multiple_entries_per_day int not null default 0, color integer, description text, icon text not null);
create table ticks (_id integer primary key autoincrement, _track_id integer not null, year integer not null,
    month integer not null, day integer not null, hour integer, minute integer, second integer, has_time_info integer);
create table groups (_id integer primary key autoincrement, name text not null);
create table track2groups (_id integer primary key autoincrement, _track_id integer, _group_id integer);
insert into tracks values (1, 'Løb', 1, 0, 0, 'Mindst 3 km', 'x'), (2, 'Vand', 1, 1, 0, '', 'x'),
    (3, 'Flossing', 0, 0, 0, null, 'x');
insert into groups values (1, 'Sundhed');
insert into track2groups values (1, 1, 1), (2, 3, 1);
insert into ticks values (1, 1, 2026, 0, 14, 7, 0, 0, 1), (2, 1, 2025, 11, 31, 7, 0, 0, 1),
    (3, 1, 2026, 0, 14, 8, 0, 0, 1),
    (4, 2, 2026, 0, 14, 8, 0, 0, 1), (5, 2, 2026, 0, 14, 9, 0, 0, 1), (6, 3, 2024, 1, 29, 0, 0, 0, 0),
    (7, 1, 2026, 12, 1, 0, 0, 0, 0), (8, 9, 2026, 0, 1, 0, 0, 0, 0);
"""
REWIRE = """
create table HABITS (_id integer primary key, name text, description text, schedule integer, active_days text,
    repeating_count integer, days integer, period integer);
create table CHECKINS (_id integer primary key, habit_id integer, date text, type integer);
create table UNIT (_id integer primary key);
insert into HABITS values (1, 'Læse', 'På sengen', 0, '1,2,3,4,5', 0, 0, 0), (2, 'Ringe hjem', '', 1, '', 0, 2, 1),
    (3, 'Vande', '', 2, '', 14, 0, 0), (4, 'Andet', '', 7, '', 0, 0, 0);
insert into CHECKINS values (1, 1, '20260114', 2), (2, 1, '20260113', 1), (3, 2, '20260230', 2), (4, 9, '20260101', 2),
    (5, 1, 'soon', 2);
"""


def write(path: Path, script: str) -> str:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return str(path)


def test_tickmate_counts_months_from_0_and_several_ticks_where_it_does(tmp_path: Path) -> None:
    path = write(tmp_path / "tickmate-backup.db", TICKMATE)
    assert sources.recognise(path) == "tickmate"
    found = sources.read(path, ASKED)
    entries = [(each.goal_id, str(each.on), each.value) for each in found.contents.entries]
    assert entries == [
        (1, "2026-01-14", ONE),
        (1, "2025-12-31", ONE),
        (2, "2026-01-14", ONE),
        (2, "2026-01-14", ONE),
        (3, "2024-02-29", ONE),
    ]
    states = [(goal.title, goal.state, goal.area) for goal in found.contents.goals]
    assert states == [
        ("Løb", State.ACTIVE, "Sundhed"),
        ("Vand", State.ACTIVE, ""),
        ("Flossing", State.PAUSED, "Sundhed"),
    ]
    assert [(each.line, each.found, each.code) for each in found.rejected] == [
        (7, "2026-12-1", "no_such_day"),
        (8, "2026-0-1", "tickmate.no_track"),
    ]
    assert len({each.uuid for each in found.contents.entries}) == 5
    assert {each.code for each in found.said} == {"no_targets", "doubles", "archived"}


def test_rewire_schedules_become_quotas(tmp_path: Path) -> None:
    path = write(tmp_path / "rewire.db", REWIRE)
    assert sources.recognise(path) == "rewire"
    found = sources.read(path, ASKED)
    quotas = [(goal.title, goal.measures[0].period, goal.measures[0].target) for goal in found.contents.goals]
    assert quotas == [
        ("Læse", Period.WEEK, 5),
        ("Ringe hjem", Period.MONTH, 2),
        ("Vande", Period.MONTH, 2),
        ("Andet", Period.WEEK, None),
    ]
    assert [(str(each.on), each.value) for each in found.contents.entries] == [("2026-01-14", ONE)]
    assert [each.code for each in found.rejected] == ["no_such_day", "loop.no_habit", "not_a_date"]
    codes = {each.code for each in found.said}
    assert codes == {"rewire.weekdays", "rhythm.month", "loop.no_rhythm", "rewire.other", "rhythm.rolling"}


@pytest.mark.parametrize("format", ["tickmate", "rewire", "loop-db"])
def test_another_programs_database_is_refused(tmp_path: Path, format: str) -> None:
    path = write(tmp_path / "other.db", "create table t (a); insert into t values (1);")
    for place in (path, str(tmp_path)):
        with pytest.raises(UnreadableFileError):
            sources.read(place, ASKED, format)
