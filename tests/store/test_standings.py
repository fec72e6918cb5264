"""Kept figures are believed only while nothing they depend on has changed, whoever changed it."""

import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.forecast import Forecast, Outlook, Trend
from smart_tui.domain.goal import Assessment, Direction, Kind, Measure, Outcome, Period, Promise, Reason, State, Status
from smart_tui.domain.review import Way
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.store import figures, queries
from smart_tui.store.backups.copying import make_backup
from smart_tui.store.commands import entries, goals, history, measures, plans, reviews
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.commands.standings import keep
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import rows
from smart_tui.store.queries.brief import Brief, brief_standings
from smart_tui.store.queries.standing import WATCHING, Standing
from smart_tui.store.store import Store
from smart_tui.store.tables.triggers import TRIGGERS
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, books, contents, full_goal, sound
from tests.store.test_history_model import ACTS, Act

TODAY = date(2026, 5, 20)
DAY = timedelta(days=1)
EVERY = tuple(State)

Figures = dict[int, tuple[Assessment, int, date | None]]


def _computed(store: Store, today: date = TODAY) -> Figures:
    chosen = store.read(queries.settings)
    found = {}
    for goal in store.read(queries.goals):
        own = store.read(queries.entries, goal.id)
        found[goal.id] = (assess(goal, own, today, chosen), len(own), own[-1].on if own else None)
    return found


def _listed(store: Store, today: date = TODAY) -> list[Standing]:
    return store.read(queries.standings, EVERY, today, store.read(queries.settings))


def _figures(found: list[Standing]) -> Figures:
    return {each.goal.id: (each.assessment, each.entries, each.last_on) for each in found}


def _keep(store: Store, today: date = TODAY) -> None:
    store.run_sync(keep, _listed(store, today), today, store.read(queries.settings))


def _reviewed(store: Store, weeks: int) -> None:
    """Finish the review of a week."""
    week = MONDAY + 7 * weeks * DAY
    review_id = store.run_sync(reviews.begin, week, week, week + 6 * DAY, Way.EXPRESS)
    store.run_sync(reviews.finish, review_id, {})


def _from_entries(found: list[Standing]) -> set[int]:
    """The goals whose figures were computed and not kept."""
    return {each.goal.id for each in found if each.stamp is not None}


def _agree(store: Store, today: date = TODAY) -> None:
    expected, chosen = _computed(store, today), store.read(queries.settings)
    assert _figures(_listed(store, today)) == expected
    for state in (State.ACTIVE, State.PAUSED):
        read = store.read(brief_standings, state, today, chosen)
        brief: list[Brief | Standing] = [*read.kept, *read.computed]
        assert [(each.status, each.ends) for each in read.kept] == [each.assessment[:9:8] for each in read.kept]
        there = {goal.id: goal for goal in store.read(queries.goals, (state,))}
        assert {each.goal.id: (each.assessment, each.entries) for each in brief} == {
            id: expected[id][:2] for id in there
        }
        for each in brief:
            whole = there[each.goal.id]
            named = (each.goal.title, each.goal.area, each.goal.parent_id, each.goal.weight, each.goal.milestones)
            assert named == (whole.title, whole.area, whole.parent_id, whole.weight, whole.milestones)
            if whole.measure is not None and each.goal.measure is not None:
                assert each.goal.measure.id == whole.measure.id
                assert each.goal.measure.goal_value == whole.measure.goal_value


MORE: dict[str, Act] = {
    "quota": lambda s, g, n: s.run_sync(
        measures.set_measure,
        g,
        Measure(Kind.QUOTA, MONDAY, target=Decimal(n), period=Period.WEEK, direction=Direction.AT_LEAST),
    ),
    "later": lambda s, g, n: s.run_sync(entries.check_in, g, MONDAY + n * DAY, Decimal(n)),
    "edit": lambda s, g, n: s.run_sync(entries.edit_entry, n, value=Decimal(n + 1), on=MONDAY + n * DAY),
    "take": lambda s, g, n: s.run_sync(entries.delete_entry, n),
    "date": lambda s, g, n: s.run_sync(goals.set_fields, g, {"deadline": MONDAY + 9 * n * DAY}),
    "share": lambda s, g, n: s.run_sync(set_setting, "default_share", str(n * 5)),
    "review": lambda s, g, n: _reviewed(s, n),
    "undo": lambda s, g, n: s.run_sync(history.undo),
    "redo": lambda s, g, n: s.run_sync(history.redo),
}
DEEDS = {**ACTS, **MORE}


@pytest.fixture(scope="module")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a total, a quota and milestones, their figures kept."""
    path = tmp_path_factory.mktemp("kept") / "smart-tui.db"
    store = Store(str(path), Clock())
    full_goal(store)
    second = full_goal(store, "Walk")
    walks = Measure(Kind.QUOTA, MONDAY, target=Decimal(3), period=Period.WEEK, direction=Direction.AT_LEAST)
    store.run_sync(measures.set_measure, second, walks)
    third = store.run_sync(goals.create, "nordic", "en", title="Launch")
    store.run_sync(plans.add_milestone, third, "Half", TODAY - DAY)
    store.run_sync(goals.activate, third, MONDAY)
    _keep(store)
    store.close()
    return path


@pytest.fixture
def three(kept_file: Path, store: Store, path: str) -> Store:
    """A store on that file."""
    Path(path).parent.mkdir()
    Path(path).write_bytes(kept_file.read_bytes())
    assert _from_entries(_listed(store)) == set()
    return store


@settings(max_examples=15, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(1, 3), st.integers(1, 20), st.booleans()),
        min_size=5,
        max_size=12,
    )
)
def test_kept_figures_are_those_the_entries_give_whatever_was_done(
    kept_file: Path, steps: list[tuple[str, int, int, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder + "/smart-tui.db").write_bytes(kept_file.read_bytes())
        store = Store(folder + "/smart-tui.db", Clock())
        for name, goal_id, n, today_too in steps:
            try:
                DEEDS[name](store, goal_id, n)
            except StoreError:
                continue
            _agree(store)
            if today_too:
                _keep(store, TODAY + (n % 2) * DAY)
                _agree(store)
        store.close()
        assert sound(folder + "/smart-tui.db")


RAW = {
    "a value": "UPDATE entry SET value = 9000000 WHERE goal_id = 1",
    "a day": "UPDATE entry SET day = '2026-05-19' WHERE goal_id = 1",
    "an excuse": "UPDATE entry SET state = 'excused', value = NULL WHERE goal_id = 1",
    "another goal's": "UPDATE entry SET goal_id = 2 WHERE goal_id = 1",
    "taken away": "DELETE FROM entry WHERE goal_id = 1",
    "one more": """INSERT INTO entry (uuid, goal_id, day, state, value, note, recorded_at, source, source_id)
        VALUES ('x', 1, '2026-05-01', 'value', 4000000, '', '2026-05-01T00:00:00+00:00', '', '')""",
    "in place of one of another goal, by id": """
        INSERT OR REPLACE INTO entry (id, uuid, goal_id, day, state, value, note, recorded_at, source, source_id)
        VALUES ((SELECT min(id) FROM entry WHERE goal_id = 1), 'x', 2, '2026-05-01', 'value', 4000000, '',
                '2026-05-01T00:00:00+00:00', '', '')""",
    "in place of one of another goal, by uuid": """
        INSERT OR REPLACE INTO entry (uuid, goal_id, day, state, value, note, recorded_at, source, source_id)
        VALUES ((SELECT uuid FROM entry WHERE goal_id = 1), 2, '2026-05-01', 'value', 4000000, '',
                '2026-05-01T00:00:00+00:00', '', '')""",
    "turned into another's": """
        UPDATE OR REPLACE entry SET uuid = (SELECT uuid FROM entry WHERE goal_id = 1) WHERE goal_id = 2""",
    "a target": "UPDATE measure SET target = 1000000 WHERE goal_id = 1",
    "a measure": "DELETE FROM measure WHERE goal_id = 1",
    "a version": """INSERT INTO measure (uuid, goal_id, valid_from, kind, target, unit, weekdays, what_counts, running,
        silence_is_zero, untargeted, levels, entered_as, reason, keep_line)
        VALUES ('m', 1, '2026-05-02', 'total', 1000000, '', 127, '', 0, 0, 0, '[]', 'plain', '', 0)""",
    "a start": "UPDATE goal SET start = '2026-01-01' WHERE id = 1",
    "a deadline": "UPDATE goal SET deadline = '2026-05-21' WHERE id = 1",
    "a state": "UPDATE goal SET state = 'closed', outcome = 'missed', closed_on = '2026-05-01' WHERE id = 1",
    "a moment of writing": "UPDATE goal SET created_at = '2026-05-19T00:00:00+00:00' WHERE id = 1",
    "a milestone": "UPDATE milestone SET done_on = '2026-05-01' WHERE goal_id = 3",
    "a milestone taken away": "DELETE FROM milestone WHERE goal_id = 3",
    "a milestone's weight": "INSERT INTO milestone (uuid, goal_id, title, weight) VALUES ('w', 3, 'Half', 7)",
    "a pause": "INSERT INTO pause (goal_id, first, last) VALUES (1, '2026-05-19', NULL)",
    "a shorter pause": "UPDATE pause SET last = '2026-06-01' WHERE goal_id = 1",
    "no pause": "DELETE FROM pause WHERE goal_id = 1",
    "a goal": "DELETE FROM goal WHERE id = 2",
    "a goal in place of another": """INSERT OR REPLACE INTO goal (id, uuid, no, title, statement, state, model,
        language, owner, people, step, lesson, created_at, updated_at)
        VALUES (1, 'g', 2, 'New', '', 'active', 'nordic', 'en', '', '', '', '', '2026-05-01', '2026-05-01')""",
    "a share wanted": "INSERT OR REPLACE INTO setting VALUES ('default_share', '40')",
    "a week": "INSERT OR REPLACE INTO setting VALUES ('first_weekday', '6')",
}


@pytest.mark.parametrize("foreign_keys", [False, True])
def test_a_hand_edit_of_the_file_is_seen(three: Store, path: str, foreign_keys: bool) -> None:
    kept = Path(path).read_bytes()
    changed = 0
    for name, sql in RAW.items():
        three.close()
        Path(path).write_bytes(kept)
        before = _figures(_listed(three))
        _raw(path, sql, foreign_keys)
        assert _figures(_listed(three)) == _computed(three), name
        changed += before != _computed(three)
        _agree(three)
    assert changed > len(RAW) * 2 / 3


def _raw(path: str, sql: str, foreign_keys: bool = False) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")
    connection.execute(sql)
    connection.close()


def test_a_list_of_kept_figures_reads_no_entries(three: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _computed(three)

    def refuse(*_: object) -> None:
        raise AssertionError("entries were read")

    monkeypatch.setattr(rows, "figures_of", refuse)
    assert _figures(_listed(three)) == expected
    assert len(three.read(brief_standings, State.ACTIVE, TODAY, Settings()).kept) == 3


def test_only_the_goal_that_was_written_is_computed_again(three: Store) -> None:
    three.run_sync(entries.check_in, 2, TODAY, Decimal(1))
    assert _from_entries(_listed(three)) == {2}
    three.run_sync(goals.set_fields, 1, {"owner": "me"})
    assert _from_entries(_listed(three)) == {2}
    three.run_sync(goals.set_fields, 3, {"title": "Launch it"})
    assert _from_entries(_listed(three)) == {2, 3}


@pytest.mark.parametrize(
    "change",
    [
        lambda store, path, patch: patch.setattr("smart_tui.store.queries.standing.RULES", 10**6),
        lambda store, path, patch: store.run_sync(set_setting, "default_share", "55"),
        lambda store, path, patch: _reviewed(store, 1),
        lambda store, path, patch: _raw(path, "UPDATE standing SET figures = replace(figures, '1.5', '2.5')"),
        lambda store, path, patch: _raw(path, "UPDATE standing SET figures = 'x', entries = 'many'"),
    ],
    ids=["other rules", "another setting", "a finished review", "figures written by hand", "nonsense"],
)
def test_figures_of_other_surroundings_are_not_believed(
    three: Store, path: str, monkeypatch: pytest.MonkeyPatch, change: Callable[..., object]
) -> None:
    change(three, path, monkeypatch)
    assert _from_entries(_listed(three)) & {1, 2}
    _agree(three)


def test_what_a_review_asks_and_says_leaves_kept_figures_as_they_are(three: Store) -> None:
    three.run_sync(set_setting, "review_weekday", "2")
    three.run_sync(set_setting, "review_prompts", '["mine"]')
    review_id = three.run_sync(reviews.begin, MONDAY, MONDAY, MONDAY + 6 * DAY, Way.FULL)
    three.run_sync(reviews.write_line, review_id, "mine", "text")
    three.run_sync(plans.promise_outcome, 1, Promise.NOT)
    assert _from_entries(_listed(three)) == set()
    _agree(three)


def test_the_figures_of_a_day_hold_for_that_day_only(three: Store) -> None:
    assert _from_entries(_listed(three, TODAY + DAY)) == {1, 2, 3}
    _agree(three, TODAY + DAY)
    _keep(three, TODAY + DAY)
    assert _from_entries(_listed(three)) == {1, 2, 3}
    _agree(three)


def test_without_its_triggers_nothing_is_believed_or_kept(three: Store, path: str) -> None:
    assert len(TRIGGERS) == WATCHING
    _raw(path, "DROP TRIGGER standing_entry_update")
    _raw(path, RAW["a value"])
    _agree(three)
    before = three.reader.rows("SELECT * FROM standing")
    _keep(three)
    assert three.reader.rows("SELECT * FROM standing") == before


def test_figures_computed_before_a_change_are_not_kept_after_it(three: Store) -> None:
    three.run_sync(entries.check_in, 1, TODAY, Decimal(1))
    late = _listed(three)
    three.run_sync(entries.check_in, 1, TODAY, Decimal(7))
    three.run_sync(keep, late, TODAY, Settings())
    _agree(three)
    assert _from_entries(_listed(three)) == {1}
    three.run_sync(goals.delete, 1)
    three.run_sync(history.undo)
    three.run_sync(keep, late, TODAY, Settings())
    _agree(three)


def test_keeping_figures_is_no_step_and_touches_no_goal(three: Store, path: str) -> None:
    three.run_sync(entries.check_in, 1, TODAY, Decimal(1))
    before, steps = contents(path), three.read(queries.history)
    touched = three.reader.rows("SELECT id, updated_at FROM goal")
    _keep(three)
    assert (contents(path), three.read(queries.history)) == (before, steps)
    assert three.reader.rows("SELECT id, updated_at FROM goal") == touched


def test_kept_figures_that_were_thrown_away_are_kept_again(three: Store, path: str) -> None:
    _raw(path, "DELETE FROM standing")
    _agree(three)
    _keep(three)
    _keep(three)
    assert _from_entries(_listed(three)) == set()
    _agree(three)


def test_a_backup_put_in_place_of_the_file_stands_by_its_own_entries(three: Store, path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    backup = make_backup(connection, path, "test")
    connection.close()
    old = _computed(three)
    three.run_sync(entries.check_in, 1, TODAY, Decimal(5))
    _keep(three)
    three.close()
    Path(path).write_bytes(Path(backup.path).read_bytes())
    assert _figures(_listed(three)) == old == _computed(three)


def test_a_goal_with_a_damaged_row_is_computed_and_said_each_time(three: Store, path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("UPDATE entry SET day = 'soon' WHERE goal_id = 1")
    connection.close()
    for _ in range(2):
        three.reader.damaged.clear()
        _keep(three)
        assert [table for table, _ in three.reader.damaged] == ["entry"]


def test_reading_changes_nothing_in_the_file(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    before = Path(path).read_bytes()
    _agree(store)
    assert Path(path).read_bytes() == before


DECIMALS = st.decimals(-(10**12), 10**12, places=6) | st.integers(-(10**6), 10**6).map(Decimal)
DATES = st.dates()
VALUES = st.none() | st.booleans() | st.integers() | DECIMALS | DATES | st.text() | st.sampled_from([*Outcome, *Period])
OUTLOOKS = st.builds(
    Outlook,
    st.none() | st.builds(Forecast, DATES, DATES, st.none() | DATES),
    st.integers(0, 9),
    st.integers(0, 9),
    st.none() | DECIMALS,
    st.none() | st.builds(Trend, DECIMALS, DECIMALS, st.sampled_from(Period), st.integers(0, 9)),
    st.booleans(),
)
ASSESSMENTS = st.builds(
    Assessment,
    st.none() | st.sampled_from(Status),
    st.builds(Reason, st.sampled_from(["gap", "period"]), st.dictionaries(st.sampled_from("abcdef"), VALUES)),
    *[st.none() | DECIMALS] * 6,
    st.none() | DATES,
    st.integers(0, 400),
    st.integers(0, 400),
    st.none() | OUTLOOKS,
)


@settings(max_examples=100, deadline=None)
@given(found=ASSESSMENTS)
def test_an_assessment_comes_back_as_it_was_or_is_not_kept(found: Assessment) -> None:
    line = figures.encode(found)
    if line is None:
        assert any("\x1f" in str(value) for value in found.reason.params.values())
        return
    back = figures.decode(line)
    assert repr(back._replace(reason=Reason(""))) == repr(found._replace(reason=Reason("")))
    assert (back.reason.code, repr(dict(back.reason.params))) == (found.reason.code, repr(dict(found.reason.params)))


def test_what_cannot_be_written_exactly_is_not_kept() -> None:
    assert figures.encode(Assessment(None, Reason("gap", {"rate": 0.1}))) is None
    for line in ("", "x", "12\x1fbehind", "0\x1f"):
        with pytest.raises(ValueError, match=r"not kept so|not enough"):
            figures.decode(line)


def test_a_goal_finished_or_parked_stands_as_such(three: Store) -> None:
    three.run_sync(goals.finish, 1, Outcome.PARTLY, "", TODAY)
    three.run_sync(goals.park, 2, None)
    _agree(three)
    _keep(three)
    _agree(three)
    books_again = books("12")._replace(valid_from=MONDAY)
    three.run_sync(measures.set_measure, 2, books_again)
    _agree(three)
