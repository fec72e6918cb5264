"""The demo has every kind, state and status on any day and in every language, and leaves nothing behind."""

import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest

from smart_tui.demo import DemoCopy, build, cached, da, en, sv
from smart_tui.demo.goaltext import Texts
from smart_tui.domain.goal import Assessment, Direction, Goal, Kind, Outcome, Reading, State, Status
from smart_tui.domain.smart import SLOT_OF
from smart_tui.domain.status import assess
from smart_tui.store import queries
from smart_tui.store.commands.history import undo
from smart_tui.store.store import Store

LANGUAGES: dict[str, Texts] = {"en": en.TEXTS, "da": da.TEXTS, "sv": sv.TEXTS}


def told(path: Path, language: str, today: date) -> list[tuple[Goal, Assessment]]:
    build(str(path), language, today)
    store = Store(str(path))
    goals = store.read(queries.goals)
    entries = store.read(queries.entries_of, [goal.id for goal in goals])
    store.close()
    return [(goal, assess(goal, entries.get(goal.id, ()), today)) for goal in goals]


@pytest.mark.parametrize("today", ["2026-01-15", "2026-03-01", "2026-07-31", "2027-01-01", "2028-02-29", "2026-10-25"])
def test_every_kind_state_and_status_is_there_on_any_day(tmp_path: Path, today: str) -> None:
    goals = told(tmp_path / "demo.db", "en", date.fromisoformat(today))
    assert {assessment.status for _, assessment in goals} == {*Status, None}
    assert {goal.state for goal, _ in goals} == {*State}
    assert {goal.outcome for goal, _ in goals} == {*Outcome, None}
    measures = [goal.measure for goal, _ in goals if goal.measure]
    assert {measure.kind for measure in measures} == {*Kind}
    assert {measure.reading for measure in measures} == {*Reading, None}
    assert {measure.direction for measure in measures if measure.kind is Kind.QUOTA} == {*Direction}
    assert any(len(goal.measures) > 1 for goal, _ in goals)
    assert {goal.model for goal, _ in goals} == {"international", "nordic"}
    assert sum(goal.state is State.ACTIVE for goal, _ in goals) == 12


def test_it_reaches_back_ten_months(tmp_path: Path) -> None:
    today = date(2026, 1, 15)
    starts = [goal.start for goal, _ in told(tmp_path / "demo.db", "en", today) if goal.start]
    assert (today - min(starts)).days == pytest.approx(300, abs=8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_the_same_story_in_its_own_words(tmp_path: Path, language: str) -> None:
    texts = LANGUAGES[language]
    assert texts.keys() == en.TEXTS.keys()
    for key, text in texts.items():
        other = en.TEXTS[key]
        assert text.answers.keys() == other.answers.keys()
        assert text.answers.keys() <= SLOT_OF.keys()
        for field in ("tags", "notes", "milestones", "activities", "levels", "plan"):
            assert len(getattr(text, field)) == len(getattr(other, field)), (key, field)
        if language != "en":
            assert text.title != other.title
    goals = told(tmp_path / "demo.db", language, date(2026, 1, 15))
    assert {goal.title for goal, _ in goals} == {text.title for text in texts.values()}
    assert {goal.language for goal, _ in goals} == {language}


def test_undo_takes_back_one_thing_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    told(path, "en", date(2026, 1, 15))
    store = Store(str(path))
    before = len(store.read(queries.entries_of, range(1, 20)).get(2, []))
    group = store.run_sync(undo)
    after = len(store.read(queries.entries_of, range(1, 20)).get(2, []))
    store.close()
    assert (group.operation, before - after) == ("check_in", 1)


def test_the_copy_is_private_and_thrown_away(tmp_path: Path) -> None:
    today = date(2026, 1, 15)
    with DemoCopy(str(tmp_path), "en", today) as path:
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        store = Store(path)
        count = len(store.read(queries.goals))
        store.close()
    assert count == len(en.TEXTS)
    assert not os.path.exists(path)
    assert [name for name in os.listdir(tmp_path / "demo") if "copy" in name] == []


def test_a_copy_left_by_a_killed_process_goes_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / "demo" / "copy-4194399"
    left.mkdir(parents=True)
    (left / "demo.db").write_bytes(b"x")
    with DemoCopy(str(tmp_path), "en", date(2026, 1, 15)):
        assert not left.exists()


def test_it_is_built_once_a_day_and_language(tmp_path: Path) -> None:
    today = date(2026, 1, 15)
    first = cached(str(tmp_path), "en", today)
    stamp = os.stat(first).st_mtime_ns
    assert cached(str(tmp_path), "en", today) == first
    assert os.stat(first).st_mtime_ns == stamp
    danish = cached(str(tmp_path), "da", today)
    assert danish != first
    tomorrow = cached(str(tmp_path), "en", date(2026, 1, 16))
    assert os.listdir(tmp_path) == [os.path.basename(tomorrow)]


def test_a_build_that_was_cut_short_is_not_taken_for_a_demo(tmp_path: Path) -> None:
    today = date(2026, 1, 15)
    path = cached(str(tmp_path), "en", today)
    os.unlink(path)
    (tmp_path / (os.path.basename(path) + ".123")).write_bytes(b"half")
    assert os.path.getsize(cached(str(tmp_path), "en", today)) > 10_000


def test_nobody_in_it_is_real() -> None:
    names = {
        word for texts in LANGUAGES.values() for text in texts.values() for word in re.findall(r"\w+@\w+", str(text))
    }
    assert not names
