"""What comes out of Loop Habit Tracker: its export in every form, and backups of every known version."""

import sqlite3
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Direction, EntryState, Goal, Period, State
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.trackers import loop, loopdb
from tests.interop.loopfiles import LIFE, NEWEST, tables, write_database, write_folder, write_zip

ASKED = Asked(date(2026, 1, 15))


def goals(found: Found) -> dict[str, Goal]:
    return {goal.title: goal for goal in found.contents.goals}


def days(found: Found, title: str) -> dict[int, Decimal | str | None]:
    """The entries of a goal by how long ago: a value, or "excused"."""
    goal = goals(found)[title]
    return {
        (NEWEST - entry.on).days: "excused" if entry.state is EntryState.EXCUSED else entry.value
        for entry in found.contents.entries
        if entry.goal_id == goal.id
    }


def said(found: Found) -> dict[str, object]:
    return {each.code: each.params.get("count", True) for each in found.said}


def untold(path: str, format: str = "") -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        sources.read(path, ASKED, format)
    return refused.value


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_zip(tmp_path_factory.mktemp("loop") / "Loop Habits CSV 2026-01-14.zip", tables())


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_database(tmp_path_factory.mktemp("loop") / "Loop Habits Backup 2026-01-14.db")


def test_habits_are_matched_by_number_as_folders_lose_their_letters(exported: str) -> None:
    assert sources.recognise(exported) == "loop"
    found = sources.read(exported, ASKED)
    assert [goal.title for goal in found.contents.goals] == [habit.name for habit in LIFE]
    assert not found.rejected
    meditation = goals(found)["Meditere på ærø"]
    assert meditation.answers == {"specific.what": "Ro, før dagen går i gang"}
    assert meditation.measures[0].what_counts == "Did you sit for ten minutes?"
    assert meditation.start == meditation.measures[0].valid_from == NEWEST - timedelta(days=5)


def test_unknown_no_and_skipped_stay_three_things(exported: str, backed_up: str) -> None:
    for path in (exported, backed_up):
        found = sources.read(path, ASKED)
        assert days(found, "Meditere på ærø") == {0: 1, 2: "excused", 3: 0, 5: 1}
        assert days(found, "Løb") == {0: Decimal("5.25"), 2: 10, 3: 0, 4: "excused", 6: Decimal("0.001")}
        assert days(found, "Ny vane") == {}
        notes = {entry.note for entry in found.contents.entries if entry.note}
        assert notes == {'Længe, og "stille"', "Feber"}
        assert [entry.text for entry in found.contents.journal] == ["Glemte at svare\nhele dagen"]
        assert said(found)["loop.notes"] == 1
    assert said(sources.read(exported, ASKED))["loop.auto"] == 3


def test_a_rhythm_becomes_a_quota_and_what_is_not_exact_is_said(exported: str, backed_up: str) -> None:
    for path in (exported, backed_up):
        found = sources.read(path, ASKED)
        quotas = {
            title: (goal.measures[0].period, goal.measures[0].target, goal.measures[0].unit)
            for title, goal in goals(found).items()
        }
        assert quotas == {
            "Meditere på ærø": (Period.DAY, 1, ""),
            "Løb": (Period.WEEK, Decimal("20.5"), "km"),
            "Kaffe": (Period.DAY, 2, "kopper"),
            "Ring til mor, far": (Period.MONTH, 2, ""),
            "Træning": (Period.WEEK, 3, ""),
            "Vand blomster": (Period.MONTH, 15, ""),
            "Gammel vane": (Period.DAY, 1, ""),
            "Ny vane": (Period.DAY, 1, ""),
        }
        assert goals(found)["Kaffe"].measures[0].direction is Direction.AT_MOST
        near = [each.params for each in found.said if each.code == "rhythm.month"]
        assert near == [{"title": "Vand blomster", "times": 1, "days": 2, "target": 15}]
        assert said(found)["rhythm.rolling"] == 3


def test_an_archived_habit_rests_from_the_day_after_its_last_entry(exported: str) -> None:
    old = goals(sources.read(exported, ASKED))["Gammel vane"]
    assert old.state is State.PAUSED
    assert [pause.first for pause in old.pauses] == [NEWEST - timedelta(days=8)]
    assert old.outcome is None


def test_a_second_reading_names_the_same_things_by_the_same_uuids(exported: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "export", tables())
    assert sources.recognise(folder) == "loop"
    first, later = sources.read(exported, ASKED).contents, sources.read(folder, Asked(date(2027, 5, 1))).contents
    assert first == later
    uuids = [goal.uuid for goal in first.goals] + [entry.uuid for entry in first.entries]
    uuids += [entry.uuid for entry in first.journal]
    assert len(uuids) == len(set(uuids))


def test_two_habits_of_one_name_stay_two(tmp_path: Path) -> None:
    twins = (LIFE[0], LIFE[0]._replace(days={9: 2}))
    for path in (write_zip(tmp_path / "a.zip", tables(twins)), write_database(tmp_path / "a.db", 23, twins)):
        found = sources.read(path, ASKED)
        assert len({goal.uuid for goal in found.contents.goals}) == 2
        assert [entry.on for entry in found.contents.entries if entry.goal_id == 2] == [NEWEST - timedelta(days=9)]


def test_an_unpacked_or_repacked_export_with_a_folder_around_it_is_read(tmp_path: Path, exported: str) -> None:
    inside = {f"min eksport/{name}": text for name, text in tables().items()}
    inside["__MACOSX/min eksport/._Habits.csv"] = "\x00\x05"
    found = loop.read(write_zip(tmp_path / "a.zip", inside), ASKED)
    assert found.contents == loop.read(exported, ASKED).contents


def test_the_table_of_all_habits_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    files = {name: text for name, text in tables().items() if "/" not in name}
    found = loop.read(write_zip(tmp_path / "a.zip", files), ASKED)
    assert days(found, "Ring til mor, far") == {1: 1}
    assert days(found, "Løb")[0] == Decimal("5.25")
    assert goals(found)["Træning"].measures[0].target == 3
    (tmp_path / "Checkmarks.csv").write_text(files["Checkmarks.csv"], encoding="utf-8")
    assert sources.recognise(str(tmp_path / "Checkmarks.csv")) == "loop"
    alone = sources.read(str(tmp_path / "Checkmarks.csv"), ASKED)
    assert days(alone, "Ring til mor, far") == {1: 1}
    assert days(alone, "Kaffe") == {0: 2, 1: 3}
    assert all(goal.measures[0].untargeted for goal in alone.contents.goals)
    (tmp_path / "Checkmarks.csv").write_text("Date,Read,write,Sing,\n2026-01-14,2,0,\n", encoding="utf-8")
    assert untold(str(tmp_path / "Checkmarks.csv")).code == "loop.names"


def test_an_export_of_before_2017_does_not_turn_silence_into_a_no(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        {
            "Habits.csv": "Name,Description,NumRepetitions,Interval,Color\nWake up early,Before 6?,2,3,#00897B\n",
            "001 Wake up early/Checkmarks.csv": "2015-01-25,2\n2015-01-24,0\n2015-01-23,1\n",
            "Checkmarks.csv": "Date,Wake up early,\n2015-01-25,2,\n2015-01-24,0,\n2015-01-23,1,\n",
        },
    )
    found = sources.read(folder, ASKED)
    assert [(entry.on, entry.value) for entry in found.contents.entries] == [(date(2015, 1, 25), Decimal(1))]
    assert found.contents.goals[0].measures[0].what_counts == "Before 6?"
    assert said(found)["loop.silent_no"] == 1


def test_one_habits_days_need_its_name(tmp_path: Path) -> None:
    files = tables()
    name, scores = "005 Trning/Checkmarks.csv", "005 Trning/Scores.csv"
    folder = write_folder(tmp_path, {name: files[name], scores: files[scores]})
    assert untold(f"{folder}/{scores}").code == "loop.scores"
    assert [goal.title for goal in sources.read(f"{folder}/{name}", ASKED).contents.goals] == ["Trning"]
    (tmp_path / "Checkmarks.csv").write_text(files[name], encoding="utf-8")
    assert untold(f"{folder}/Checkmarks.csv").code == "no_goal"
    named = sources.read(f"{folder}/Checkmarks.csv", ASKED._replace(title="Træning"))
    assert days(named, "Træning") == {0: 1, 3: 1}


def test_refused_rows_say_where_and_why(tmp_path: Path) -> None:
    files = tables(LIFE[:2])
    name = next(name for name in files if name.startswith("001") and "Check" in name)
    files[name] += "2026-02-30,YES_MANUAL,\n14/1/2026,NO,\n2026-01-14,NO,\n2025-12-01,PERHAPS,\n2025-12-02,7,\n"
    found = loop.read(write_zip(tmp_path / "a.zip", files), ASKED)
    refused = [(each.line, each.code) for each in found.rejected]
    # A note of two lines stands above them.
    assert refused == [
        (9, "no_such_day"),
        (10, "not_a_date"),
        (11, "double"),
        (12, "not_a_number"),
        (13, "not_understood"),
    ]
    assert found.rejected[0].found.endswith("2026-02-30 YES_MANUAL")


@pytest.mark.parametrize("version", [12, 15, 16, 18, 23, 24, 25])
def test_backups_of_every_known_version_are_read(tmp_path: Path, version: int) -> None:
    path = write_database(tmp_path / "loop.db", version)
    assert sources.recognise(path) == "loop-db"
    before = Path(path).read_bytes()
    found = sources.read(path, ASKED)
    assert [goal.title for goal in found.contents.goals] == [habit.name for habit in LIFE]
    assert not found.rejected
    assert days(found, "Træning") == {0: 1, 3: 1}
    assert goals(found)["Meditere på ærø"].measures[0].what_counts == "Did you sit for ten minutes?"
    assert goals(found)["Gammel vane"].state is State.PAUSED
    if version >= 16:
        assert days(found, "Løb")[0] == Decimal("5.25")
    assert Path(path).read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["loop.db"]


def test_a_backup_too_new_or_too_old_is_refused_and_says_which(tmp_path: Path) -> None:
    for version, code in ((26, "newer"), (11, "older")):
        error = untold(write_database(tmp_path / f"loop{version}.db", version))
        assert (error.code, error.params["version"]) == (code, version)


def test_nothing_in_a_backup_is_executed(tmp_path: Path) -> None:
    """Views, generated columns and tables that only pretend to be ones are no tables of habits."""
    path = write_database(tmp_path / "loop.db")
    connection = sqlite3.connect(path)
    connection.executescript(
        "create trigger t after insert on Habits begin delete from Habits; end;"
        "alter table Repetitions add column evil text as (hex(zeroblob(400000000))) virtual;"
        "create index i on Repetitions (evil) where id < 0;"
    )
    connection.close()
    assert len(loopdb.read(path, ASKED).contents.goals) == len(LIFE)
    connection = sqlite3.connect(path)
    connection.executescript(
        "drop table Repetitions;"
        "create view Repetitions as select 1 as id, 1 as habit, 0 as timestamp, load_extension('x') as value, '' notes;"
    )
    connection.close()
    assert untold(path, "loop-db").code == "wrong_format"


def test_days_of_no_habit_and_days_that_are_none_are_refused(tmp_path: Path) -> None:
    path = write_database(tmp_path / "loop.db", 25, LIFE[:1])
    connection = sqlite3.connect(path)
    rows = [(77, 0, 2), (1, 2**62, 2), (1, "monday", 2), (1, 86_400_000, "x"), (1, 86_400_000, 9)]
    connection.executemany("insert into Repetitions (habit, timestamp, value) values (?, ?, ?)", rows)
    connection.commit()
    connection.close()
    codes = [each.code for each in loopdb.read(path, ASKED).rejected]
    assert codes == ["loop.no_habit", "no_such_day", "not_a_date", "not_a_number", "not_understood"]


def test_a_zip_that_leaves_its_folder_is_locked_or_grows_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tables(LIFE[:1])
    assert untold(write_zip(tmp_path / "a.zip", {**files, "../Habits.csv": ""}), "loop").code == "zip_path"
    assert untold(write_zip(tmp_path / "b.zip", {"photo.txt": "x"}), "loop").code == "wrong_format"
    locked = bytearray(Path(write_zip(tmp_path / "c.zip", files)).read_bytes())
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4
    (tmp_path / "c.zip").write_bytes(locked)
    assert untold(str(tmp_path / "c.zip")).code == "zip_encrypted"
    big = write_zip(tmp_path / "d.zip", {**files, "Habits.csv": files["Habits.csv"] + "\n" * 3_000_000})
    monkeypatch.setattr("smart_tui.interop.archive.UNPACKED", 1_000_000)
    assert untold(big).code == "zip_too_large"
    monkeypatch.setattr("smart_tui.interop.archive.MEMBERS", 3)
    assert untold(write_zip(tmp_path / "e.zip", files)).code == "zip_too_many"
    monkeypatch.setattr("smart_tui.interop.trackers.gathering.ROWS", 3)
    assert untold(write_database(tmp_path / "f.db")).code == "too_many_rows"
