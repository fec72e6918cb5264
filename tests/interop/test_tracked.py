"""A tracker's file brought in again after life went on there: it updates what is here, and makes nothing twice."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from smart_tui.domain.goal import Goal, Pause, State
from smart_tui.domain.transfer import Asked, Intake
from smart_tui.interop import sources
from smart_tui.interop.merging.athome import at_home
from smart_tui.interop.merging.bring import bring_in_sync
from smart_tui.interop.merging.plan import make_plan
from smart_tui.store import queries
from smart_tui.store.commands.history import undo
from smart_tui.store.store import Store
from tests.interop.beefiles import ALL
from tests.interop.loopfiles import LIFE, NEWEST, LoopHabit, tables, write_database, write_zip
from tests.interop.test_harsh import write as write_harsh

TODAY = date(2026, 1, 15)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(str(tmp_path / "data" / "smart-tui.db"), lambda: datetime(2026, 1, 15, 12, tzinfo=UTC))
    yield opened
    opened.close()


def bring(store: Store, path: str, today: date = TODAY) -> Intake:
    """Bring a file in as the command line does; gives what was found to do."""
    asked = Asked(today)
    found, into = store.read(at_home, sources.read(path, asked), asked)
    plan = store.read(make_plan, found, today, into)
    assert not plan.intake.conflicts
    if not plan.intake.nothing:
        bring_in_sync(store, plan)
    return plan.intake


def kept(store: Store) -> dict[str, Goal]:
    return {goal.title: goal for goal in store.read(queries.goals)}


def changed(habit: LoopHabit, **more: object) -> LoopHabit:
    return habit._replace(**more)  # type: ignore[arg-type]


def test_every_trackers_file_comes_in_and_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bee.json").write_text(json.dumps(ALL), encoding="utf-8")
    (tmp_path / "harsh").mkdir()
    paths = [
        write_zip(tmp_path / "loop.zip", tables()),
        str(tmp_path / "bee.json"),
        write_harsh(tmp_path / "harsh"),
    ]
    for path in paths:
        assert bring(store, path).new
    before = kept(store)
    assert len(before) == len(LIFE) + len(ALL) + 9
    for path in paths:
        assert bring(store, path, TODAY + timedelta(days=40)).nothing
    assert kept(store) == before


def test_days_and_targets_that_changed_there_are_updated(store: Store, tmp_path: Path) -> None:
    bring(store, write_zip(tmp_path / "a.zip", tables(LIFE[2:5])))
    later = (changed(LIFE[2], days={0: 2000, 1: 3000, 4: 2500}, target=3), changed(LIFE[4], days={0: 2, 3: 0}))
    intake = bring(store, write_zip(tmp_path / "b.zip", tables((later[0], LIFE[3], later[1]))))
    assert (intake.new, intake.changed) == ({"entry": 1}, {"goal": 1, "entry": 1})
    coffee = kept(store)["Kaffe"]
    assert [measure.target for measure in coffee.measures] == [3]
    assert coffee.start == NEWEST - timedelta(days=4)
    run = kept(store)["Træning"]
    assert [entry.value for entry in store.read(queries.entries, run.id)] == [0, 1]


def test_a_habit_taken_up_again_there_goes_on_here(store: Store, tmp_path: Path) -> None:
    old = changed(LIFE[6], days={9: 2})
    bring(store, write_database(tmp_path / "a.db", 25, (old,)))
    assert kept(store)[old.name].state is State.PAUSED
    # Put aside still, with a day filled in: one pause, as it was.
    bring(store, write_database(tmp_path / "b.db", 25, (changed(old, days={9: 2, 7: 2}),)))
    paused = kept(store)[old.name]
    assert [(pause.first, pause.last) for pause in paused.pauses] == [(NEWEST - timedelta(days=8), None)]
    bring(store, write_database(tmp_path / "c.db", 25, (changed(old, days={9: 2, 7: 2, 1: 2}, archived=False),)))
    goal = kept(store)[old.name]
    assert goal.state is State.ACTIVE
    assert [pause._replace(id=0) for pause in goal.pauses] == [
        Pause(NEWEST - timedelta(days=8), NEWEST - timedelta(days=8))
    ]


def test_what_came_in_goes_with_one_step_back(store: Store, tmp_path: Path) -> None:
    bring(store, write_zip(tmp_path / "a.zip", tables()))
    store.run_sync(undo)
    assert kept(store) == {}
