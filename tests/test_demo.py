"""The demo has every kind, state and status on any day and in every language, and leaves nothing behind."""

import os
import re
import stat
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from smart_tui import demo
from smart_tui.demo import DemoCopy, cached, da, en, sv
from smart_tui.demo.goaltext import Texts
from smart_tui.domain.due import DueKind, due
from smart_tui.domain.forecast import outlook
from smart_tui.domain.goal import Assessment, Direction, Entry, Goal, Kind, Outcome, Period, Reading, State, Status
from smart_tui.domain.measure import RESET, goal_days
from smart_tui.domain.quota import verdicts
from smart_tui.domain.settings import Settings
from smart_tui.domain.smart import SLOT_OF
from smart_tui.domain.status import assess
from smart_tui.domain.streak import streak
from smart_tui.domain.tree import LEVELS, tree_order
from smart_tui.i18n import words
from smart_tui.store import queries
from smart_tui.store.commands.history import undo
from smart_tui.store.store import Store
from smart_tui.text.clash import clash
from tests import demos

LANGUAGES: dict[str, Texts] = {"en": en.TEXTS, "da": da.TEXTS, "sv": sv.TEXTS}


class Told(NamedTuple):
    """A demo as it was built: its file, its goals and their entries."""

    path: Path
    goals: list[tuple[Goal, Assessment]]
    entries: dict[int, list[Entry]]


Tell = Callable[[str, str], Told]


@pytest.fixture(scope="module")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """The demo in a language on a day, built once."""

    @cache
    def told(language: str, today: str) -> Told:
        path, on = demos.demo(tmp_path_factory, language, today), date.fromisoformat(today)
        store = Store(str(path))
        goals = store.read(queries.goals)
        entries = store.read(queries.entries_of, [goal.id for goal in goals])
        store.close()
        found = [(goal, assess(goal, entries.get(goal.id, ()), on)) for goal in goals]
        return Told(path, found, {goal.id: list(entries.get(goal.id, ())) for goal in goals})

    return told


DAYS = ("2026-01-15", "2027-01-01", "2028-02-29", "2026-10-25")


@pytest.mark.parametrize("today", DAYS)
def test_every_kind_state_and_status_is_there_on_any_day(tell: Tell, today: str) -> None:
    goals = tell("en", today).goals
    assert {assessment.status for _, assessment in goals} == {*Status, None}
    assert {goal.state for goal, _ in goals} == {*State}
    assert {goal.outcome for goal, _ in goals} == {*Outcome, None}
    measures = [goal.measure for goal, _ in goals if goal.measure]
    assert {measure.kind for measure in measures} == {*Kind}
    assert {measure.reading for measure in measures} == {*Reading, None}
    assert {measure.direction for measure in measures if measure.kind is Kind.QUOTA} == {*Direction}
    assert any(len(goal.measures) > 1 for goal, _ in goals)
    assert {goal.model for goal, _ in goals} == {"international", "nordic"}
    assert sum(goal.state is State.ACTIVE for goal, _ in goals) == 19


@pytest.mark.parametrize("today", DAYS)
def test_every_way_of_measuring_is_there_with_something_to_see(tell: Tell, today: str) -> None:
    on, settings = date.fromisoformat(today), Settings()
    _, goals, entries = tell("en", today)
    by_title = {goal.title: (goal, found) for goal, found in goals}
    measures = [goal.measure for goal, _ in goals if goal.measure]
    assert {measure.entered_as for measure in measures} == {"plain", "scale", "nps"}
    assert {m.period for m in measures if m.kind is Kind.QUOTA} == {*Period} - {Period.YEAR}
    assert any(measure.untargeted for measure in measures) and any(measure.weekdays != 127 for measure in measures)
    assert any(stone.weight > 1 for goal, _ in goals for stone in goal.milestones)
    assert any(pause.last is not None for goal, _ in goals for pause in goal.pauses)

    assert RESET in {entry.source for entry in entries[by_title["Cycle 3,000 km"][0].id]}
    assert all(entry.counts for entry in entries[by_title["Raise our customers' recommendation"][0].id])

    parents = {goal.id: goal.parent_id for goal, _ in goals}
    served = {
        goal.title: depth
        for goal, depth in tree_order((goal for goal, _ in goals), lambda goal: goal.id, lambda goal: goal.parent_id)
    }
    assert max(served.values()) == LEVELS - 1 and len({goal.weight for goal, _ in goals}) > 2
    assert sum(above is not None for above in parents.values()) == 5

    outlooks = {
        goal.title: outlook(goal, goal_days(goal, entries[goal.id], on), on, settings)
        for goal, _ in goals
        if goal.state is State.ACTIVE and goal.measure
    }
    for title in ("Grow this year's revenue", "Raise customer satisfaction"):
        found = outlooks[title]
        assert found is not None and found.forecast is not None and found.forecast.latest is not None, title
    few, monthly = outlooks["Cycle 3,000 km"], outlooks["Raise our customers' recommendation"]
    assert few is not None and few.missing > 0 and few.forecast is None
    assert monthly is not None and monthly.trend is not None and monthly.forecast is None
    english = words("en")
    assert [goal.title for goal, found in goals if clash(goal, found, on, english)]

    piano = by_title["Practise the piano on weekdays"][0]
    row = streak(verdicts(piano, goal_days(piano, entries[piano.id], on), on))
    assert row.best > row.now > 9
    week = due([(g, found, goal_days(g, entries[g.id], on)) for g, found in goals], (), on, settings)
    activities = [each for each in week if each.kind is DueKind.ACTIVITY]
    assert {each.answered for each in activities} == {True, False}


def test_it_reaches_back_ten_months(tell: Tell) -> None:
    today = date(2026, 1, 15)
    starts = [goal.start for goal, _ in tell("en", "2026-01-15").goals if goal.start]
    assert (today - min(starts)).days == pytest.approx(300, abs=8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_the_same_story_in_its_own_words(tell: Tell, language: str) -> None:
    texts = LANGUAGES[language]
    assert texts.keys() == en.TEXTS.keys()
    for key, text in texts.items():
        other = en.TEXTS[key]
        assert text.answers.keys() == other.answers.keys()
        assert text.answers.keys() <= SLOT_OF.keys()
        for field in ("tags", "notes", "milestones", "activities", "levels", "plan", "promises"):
            assert len(getattr(text, field)) == len(getattr(other, field)), (key, field)
        if language != "en":
            assert text.title != other.title
    goals = tell(language, "2026-01-15").goals
    assert {goal.title for goal, _ in goals} == {text.title for text in texts.values()}
    assert {goal.language for goal, _ in goals} == {language}


def test_undo_takes_back_one_thing_at_a_time(tmp_path: Path, tell: Tell) -> None:
    path = tmp_path / "demo.db"
    path.write_bytes(tell("en", "2026-01-15").path.read_bytes())
    store = Store(str(path))
    before = sum(map(len, store.read(queries.entries_of, range(1, 40)).values()))
    group = store.run_sync(undo)
    after = sum(map(len, store.read(queries.entries_of, range(1, 40)).values()))
    store.close()
    assert (group.operation, before - after) == ("check_in", 1)


def test_the_copy_is_private_and_thrown_away(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    demos.lay(tmp_path_factory, tmp_path)
    with DemoCopy(str(tmp_path), "en", date(2026, 1, 15)) as path:
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        store = Store(path)
        count = len(store.read(queries.goals))
        store.close()
    assert count == len(en.TEXTS)
    assert not os.path.exists(path)
    assert [name for name in os.listdir(tmp_path / "demo") if "copy" in name] == []


def test_a_copy_left_by_a_killed_process_goes_at_the_next_start(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    demos.lay(tmp_path_factory, tmp_path)
    left = tmp_path / "demo" / "copy-4194399-x"
    left.mkdir(parents=True)
    (left / "demo.db").write_bytes(b"x")
    with DemoCopy(str(tmp_path), "en", date(2026, 1, 15)):
        assert not left.exists()


def touch(path: str, language: str, today: date) -> None:
    """Stands for building a demo, where it is not the demo that matters."""
    Path(path).write_text(f"{language} {today}")


def test_it_is_built_once_a_day_and_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "build", touch)
    today = date(2026, 1, 15)
    first = cached(str(tmp_path), "en", today)
    stamp = os.stat(first).st_mtime_ns
    assert cached(str(tmp_path), "en", today) == first
    assert os.stat(first).st_mtime_ns == stamp
    assert Path(first).read_text() == "en 2026-01-15"
    danish = cached(str(tmp_path), "da", today)
    assert danish != first
    tomorrow = cached(str(tmp_path), "en", date(2026, 1, 16))
    assert os.listdir(tmp_path) == [os.path.basename(tomorrow)]


def test_a_build_that_was_cut_short_is_not_taken_for_a_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "build", touch)
    today = date(2026, 1, 15)
    path = cached(str(tmp_path), "en", today)
    os.unlink(path)
    (tmp_path / (os.path.basename(path) + ".123")).write_bytes(b"half")
    assert Path(cached(str(tmp_path), "en", today)).read_text() == "en 2026-01-15"


def test_nobody_in_it_is_real() -> None:
    names = {
        word for texts in LANGUAGES.values() for text in texts.values() for word in re.findall(r"\w+@\w+", str(text))
    }
    assert not names
