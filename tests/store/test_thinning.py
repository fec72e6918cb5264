"""Which backups are kept: all of two days, then one a day, then one a month; never too few."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.backup import Backup
from smart_tui.store.backups.listing import backups_of, folder_of, manifest_path, note_backup, note_check
from smart_tui.store.backups.thinning import DAILY, MONTHLY, MOST, superfluous, thin

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_MINUTES = st.integers(0, 60 * 24 * 900)
_AGES = st.lists(
    st.one_of(st.integers(0, 60 * 24 * 3), st.integers(0, 60 * 24 * 30), _MINUTES), max_size=120, unique=True
)


def _backup(at: datetime, listed: bool = True, sound: bool = True) -> Backup:
    return Backup(f"{at:%Y%m%dT%H%M%SZ}.db", "time", {}, at, listed=listed, sound=sound)


def _left(backups: list[Backup], now: datetime) -> list[Backup]:
    gone = superfluous(backups, now)
    return [each for each in backups if each not in gone]


def _months(backups: list[Backup]) -> list[str]:
    return sorted({f"{each.at:%Y-%m}" for each in backups}, reverse=True)


def _days(backups: list[Backup]) -> list[str]:
    return sorted({f"{each.at:%Y-%m-%d}" for each in backups}, reverse=True)


@settings(max_examples=60, deadline=None)
@given(_AGES)
def test_all_of_two_days_one_of_each_of_14_days_and_one_of_each_of_24_months_is_kept(ages: list[int]) -> None:
    backups = [_backup(NOW - timedelta(minutes=age)) for age in sorted(ages)]
    left = _left(backups, NOW)
    recent = [each for each in backups if each.at is not None and NOW - each.at < timedelta(days=2)]
    assert all(each in left for each in recent[:MOST])
    assert len(left) <= MOST + DAILY + MONTHLY
    assert left[:1] == backups[:1]
    assert _days(left)[:DAILY] == _days(backups)[:DAILY]
    assert _months(left)[:MONTHLY] == _months(backups)[:MONTHLY]
    assert _left(left, NOW) == left
    # Of a day or month that is over its last one is kept.
    older = backups[len(recent[:MOST]) :]
    for day in _days(older)[:DAILY]:
        assert next(each for each in older if f"{each.at:%Y-%m-%d}" == day) in left


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60 * 24 * 20), st.integers(1, 8)), min_size=1, max_size=40))
def test_thinned_after_every_backup_each_month_keeps_one_and_the_last_days_one_each(
    sittings: list[tuple[int, int]],
) -> None:
    now, made = NOW, list[Backup]()
    left = list[Backup]()
    for pause, count in sittings:
        now += timedelta(minutes=pause)
        for _ in range(count):
            now += timedelta(minutes=30)
            made.append(_backup(now))
            left = _left([*left, made[-1]], now)
    assert all(each in left for each in made[-3:])
    assert len(left) <= MOST + DAILY + MONTHLY
    assert _days(left)[:DAILY] == _days(made)[:DAILY]
    assert _months(left)[:MONTHLY] == _months(made)[:MONTHLY]


@settings(max_examples=30, deadline=None)
@given(_AGES, st.data())
def test_nothing_goes_by_a_clock_that_runs_behind_nor_what_is_unlisted_or_damaged(
    ages: list[int], data: st.DataObject
) -> None:
    backups = [_backup(NOW - timedelta(minutes=age)) for age in ages]
    if backups:
        newest = max(each.at for each in backups if each.at is not None)
        assert superfluous(backups, newest - timedelta(seconds=1)) == ()
    kind = st.tuples(st.booleans(), st.booleans())
    odd = [_backup(each.at, *data.draw(kind)) for each in backups if each.at is not None]
    assert all(each.listed and each.sound for each in superfluous(odd, NOW))
    # What is damaged stands for no day: beside it another one of that day is kept.
    whole = [each for each in odd if each.listed and each.sound]
    assert _left(whole, NOW) == [each for each in _left(odd, NOW) if each.listed and each.sound]


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "goals.db")
    os.makedirs(folder_of(path))
    lines = []
    for hours in range(0, 24 * 60, 6):
        at = NOW - timedelta(hours=hours)
        name = f"goals-{at:%Y%m%dT%H%M%SZ}-time.db"
        (Path(folder_of(path)) / name).touch()
        lines.append(json.dumps({"name": name, "at": at.isoformat(), "reason": "time"}))
    Path(manifest_path(path)).write_text("\n".join(lines))
    return path


def test_thinning_takes_files_away_that_the_manifest_names_and_no_others(db: str) -> None:
    folder = Path(folder_of(db))
    for name in ("mine.db", "goals-20200101T000000Z-time.db", "goals.txt"):
        (folder / name).touch()
    gone = thin(db, NOW)
    assert gone and not any((folder / name).exists() for name in gone)
    assert {"mine.db", "goals-20200101T000000Z-time.db", "goals.txt"} <= set(os.listdir(folder))
    assert len([each for each in backups_of(db) if each.listed]) == 8 + DAILY + 2
    assert thin(db, NOW) == ()


def test_nothing_is_thinned_after_a_failed_check_or_without_a_manifest(db: str) -> None:
    before = sorted(os.listdir(folder_of(db)))
    note_check(db, NOW, sound=False)
    assert thin(db, NOW) == ()
    made = os.path.join(folder_of(db), "new.db")
    Path(made).touch()
    note_backup(db, Backup(made, "time", {}, NOW))
    assert thin(db, NOW) == (), "a copy of a damaged file says nothing of it"
    os.unlink(made)
    note_check(db, NOW, sound=True)
    manifest = Path(manifest_path(db))
    kept = manifest.read_bytes()
    manifest.unlink()
    assert thin(db, NOW) == ()
    manifest.write_bytes(kept)
    assert sorted(os.listdir(folder_of(db))) == before
    assert thin(db, NOW) != ()


def test_a_name_in_the_manifest_that_leads_elsewhere_takes_nothing_away(db: str, tmp_path: Path) -> None:
    (tmp_path / "goals.db").touch()
    note_backup(db, Backup("x", "time", {}, NOW - timedelta(days=2000)))
    with open(manifest_path(db), "a") as manifest:
        manifest.write('{"name": "../goals.db", "at": "2020-01-01T00:00:00+00:00", "reason": "time"}\n')
    thin(db, NOW)
    assert (tmp_path / "goals.db").exists()
