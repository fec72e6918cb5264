"""The journal in the file: entries that are never lost, and one timeline of all that was written."""

import random
import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Outcome
from smart_tui.domain.review import CHANGE, WELL, Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history, journal, reviews
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import About, Moment, MomentKind, journal_entry, timeline, timeline_up
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, Act, contents, full_goal, undone_and_redone

DAY = timedelta(days=1)


def _written(store: Store) -> int:
    """Two goals, and an entry about both; gives its id."""
    pair = full_goal(store), full_goal(store, "Run more")
    return store.run_sync(journal.write, None, MONDAY, "A good day.\n\n- read\n- ran", pair)


def _steps(store: Store) -> int:
    return int(store.reader.rows("SELECT count(*) FROM change_group")[0][0])


ACTS: Mapping[str, tuple[str, Act]] = {
    "another": ("write_journal", lambda s: s.run_sync(journal.write, None, MONDAY, "Later that day", (2,))),
    "text": ("edit_journal", lambda s: s.run_sync(journal.write, 1, MONDAY, "A day.", (1, 2))),
    "day and goals": ("edit_journal", lambda s: s.run_sync(journal.write, 1, MONDAY + DAY, "A day.", (2,))),
    "no text": ("edit_journal", lambda s: s.run_sync(journal.write, 1, MONDAY, "", (1, 2))),
    "deletion": ("delete_journal", lambda s: s.run_sync(journal.delete, 1)),
    "deletion of a goal it is about": ("delete_goal", lambda s: s.run_sync(goals.delete, 1)),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_is_written_is_undone_and_redone_exactly_also_after_a_restart(name: str, path: str) -> None:
    operation, act = ACTS[name]
    assert undone_and_redone(path, _written, act) == operation


def test_an_entry_is_read_as_it_was_written_and_outlives_its_goals(store: Store) -> None:
    entry_id = _written(store)
    found = store.read(journal_entry, entry_id)
    assert (found.on, found.text, found.goals) == (MONDAY, "A good day.\n\n- read\n- ran", (1, 2))
    assert found.created_at is not None and found.created_at == found.updated_at
    store.run_sync(goals.delete, 1)
    store.run_sync(journal.write, entry_id, MONDAY, "A day.", (2,))
    after = store.read(journal_entry, entry_id)
    assert (after.text, after.goals, after.uuid, after.created_at) == ("A day.", (2,), found.uuid, found.created_at)
    assert after.updated_at is not None and after.updated_at > found.created_at
    for missing in (lambda: store.read(journal_entry, 9), lambda: store.run_sync(journal.write, 9, MONDAY, "x")):
        with pytest.raises(StoreError, match="not_found"):
            missing()


def test_an_entry_saved_while_typing_is_one_step_and_a_retry_does_not_double_it(store: Store, path: str) -> None:
    full_goal(store)
    before, steps = contents(path), _steps(store)
    uuid = "0f0e0d0c-0b0a-4908-8706-050403020100"
    ids = {
        store.run_sync(journal.write, None, MONDAY, text, (1,), uuid=uuid, visit="v") for text in ("A", "A d", "A day")
    }
    (entry_id,) = ids
    assert store.read(journal_entry, entry_id).text == "A day"
    assert _steps(store) == steps + 1
    store.run_sync(history.undo)
    assert contents(path) == before
    store.run_sync(history.redo)
    last, _ = store.read(queries.history)
    assert last is not None and (last.operation, last.params) == ("write_journal", {"on": "2026-03-02"})
    other = store.run_sync(journal.write, None, MONDAY, "x", visit="w")
    store.run_sync(journal.delete, other, visit="w")
    assert _steps(store) == steps + 1, "what was begun and emptied in one visit leaves no step"


def test_an_entry_without_text_is_none_and_one_changed_elsewhere_is_not_overwritten(store: Store) -> None:
    entry_id = _written(store)
    for empty in ("", " \n", "\x1b"):
        with pytest.raises(StoreError, match="invalid"):
            store.run_sync(journal.write, None, MONDAY, empty)
    store.run_sync(journal.write, entry_id, MONDAY, "theirs")
    with pytest.raises(StoreError, match="changed_since"):
        store.run_sync(journal.write, entry_id, MONDAY, "mine", expected=(MONDAY, "A good day.\n\n- read\n- ran", ()))
    with pytest.raises(StoreError, match="not_found"):
        store.run_sync(journal.write, entry_id, MONDAY, "mine", (99,))
    assert store.read(journal_entry, entry_id).text == "theirs"
    hostile = "[/] \x1b[2J\x00\ud800 'DROP TABLE journal' \u202e"
    store.run_sync(journal.write, entry_id, MONDAY, hostile)
    assert store.read(journal_entry, entry_id).text == "[/] [2J 'DROP TABLE journal'"


def _diary(store: Store) -> None:
    """Sixty days with a bit of everything, several things on a day."""
    chance = random.Random(7)
    ids = [full_goal(store, f"Goal {n}") for n in range(3)]
    for n in range(60):
        day = MONDAY + chance.randrange(60) * DAY
        if n % 3:
            about = (ids[n % 2],) if n % 5 else ids
            store.run_sync(journal.write, None, day, f"entry {n}", about)
        else:
            store.run_sync(entries.check_in, ids[n % 3], day, Decimal(n), note=f"note {n}" * (n % 2))
    for n in range(6):
        week = MONDAY + 7 * n * DAY
        review_id = store.run_sync(reviews.begin, week, week, week + 6 * DAY, Way.FULL)
        if n % 2:
            store.run_sync(reviews.write_line, review_id, WELL, f"well {n}")
            store.run_sync(reviews.write_line, review_id, CHANGE, f"change {n}")
        if n > 2:
            store.run_sync(reviews.finish, review_id, {ids[0]: "{}"})
    store.run_sync(goals.finish, ids[1], Outcome.PARTLY, "Begin earlier", MONDAY + 30 * DAY)
    store.run_sync(goals.finish, ids[2], Outcome.MISSED, "", MONDAY + 31 * DAY)


def test_what_two_windows_change_of_one_entry_is_put_together(store: Store) -> None:
    goal_ids = [store.run_sync(goals.create, "nordic", "en", title=f"Goal {n}") for n in range(3)]
    one, two, three = goal_ids
    entry_id = store.run_sync(journal.write, None, MONDAY, "A day", (one, two))
    began = (MONDAY, "A day", (one, two))
    store.run_sync(journal.write, entry_id, MONDAY + DAY, "A day", (two, three))
    store.run_sync(journal.write, entry_id, MONDAY, "A good day", (one,), expected=began)
    held = store.read(journal_entry, entry_id)
    assert (held.on, held.text, set(held.goals)) == (MONDAY + DAY, "A good day", {three})
    with pytest.raises(StoreError, match="changed_since"):
        store.run_sync(journal.write, entry_id, MONDAY + 2 * DAY, "A good day", (), expected=began)


def _paged(store: Store, size: int, goal_id: int | None = None) -> list[Moment]:
    found: list[Moment] = []
    while part := store.read(timeline, found[-1].place if found else None, size, goal_id):
        found += part
    return found


def test_the_timeline_holds_everything_written_newest_first_whatever_the_pages(store: Store) -> None:
    _diary(store)
    whole = store.read(timeline, None, 1000)
    assert [moment.on for moment in whole] == sorted((moment.on for moment in whole), reverse=True)
    for size in (1, 4, 7):
        assert _paged(store, size) == whole
        up: list[Moment] = []
        while part := store.read(timeline_up, up[0].place if up else None, size):
            up = [*part, *up]
        assert up == whole

    def count(sql: str) -> int:
        return int(store.reader.rows(sql)[0][0])

    kinds = [moment.kind for moment in whole]
    assert kinds.count(MomentKind.JOURNAL) == count("SELECT count(*) FROM journal") == 40
    assert kinds.count(MomentKind.NOTE) == count("SELECT count(*) FROM entry WHERE note <> ''") > 10
    assert kinds.count(MomentKind.REVIEW) == 4, "a review that was only opened is nothing written"
    (lesson,) = [moment for moment in whole if moment.kind is MomentKind.LESSON]
    assert (lesson.text, lesson.on, lesson.goals) == ("Begin earlier", MONDAY + 30 * DAY, (About(2, 2, "Goal 1"),))
    review = next(moment for moment in whole if moment.kind is MomentKind.REVIEW)
    assert (review.text, review.week, review.on) == ("well 5\nchange 5", MONDAY + 35 * DAY, MONDAY + 41 * DAY)
    for note in (moment for moment in whole if moment.kind is MomentKind.NOTE and moment.text != "short one"):
        assert note.text == f"note {note.value}"
        assert [goal.title for goal in note.goals] == ["Goal 0"]


def test_the_timeline_of_a_goal_holds_what_is_about_it(store: Store) -> None:
    _diary(store)
    whole = store.read(timeline, None, 1000)
    for goal_id in (1, 2, 3):
        about = [moment for moment in whole if goal_id in {goal.goal_id for goal in moment.goals}]
        found = _paged(store, 5, goal_id)
        assert [moment for moment in found if moment.kind is not MomentKind.REVIEW] == about
        assert sum(moment.kind is MomentKind.REVIEW for moment in found) == (3 if goal_id == 1 else 0)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("journal", "day = 'x'"),
        ("journal", "text = x'41'"),
        ("journal", "created_at = 'then'"),
        ("entry", "day = '2026-02-30'"),
        ("entry", "note = x'41'"),
        ("entry", "value = 'x'"),
        ("review", "last = 'x', finished_at = 'x'"),
        ("review_line", "text = x'41'"),
        ("goal", "lesson = x'41'"),
        ("goal", "closed_on = 'x'"),
    ],
)
def test_a_damaged_moment_hides_no_other(store: Store, path: str, table: str, change: str) -> None:
    _diary(store)
    whole = store.read(timeline, None, 1000)
    wanted = {"entry": "note <> ''", "goal": "lesson <> ''"}.get(table, "1")
    store.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    ((row_id,),) = connection.execute(f"SELECT max(id) FROM {table} WHERE {wanted}").fetchall()
    connection.execute(f"UPDATE {table} SET {change} WHERE id = {row_id}")
    connection.close()
    found = store.read(timeline, None, 1000)
    assert len(found) >= len(whole) - 1
    assert [moment.place for moment in found if moment in whole] == [
        moment.place for moment in whole if moment in found
    ]
    assert store.reader.damaged == {(table, row_id)}
    if table == "journal" and "day" not in change:
        with pytest.raises(StoreError, match="damaged"):
            store.read(journal_entry, row_id)
        assert sum(moment.kind is MomentKind.JOURNAL for moment in found) == 39
