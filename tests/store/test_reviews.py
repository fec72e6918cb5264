"""Weekly reviews in the file: one for each week, each answer a step of its own, and nothing hides anything else."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Outcome, Period, Promise, State
from smart_tui.domain.measure import goal_days
from smart_tui.domain.review import CHANGE, WELL, Cause, Decision, GoalReview, Repair, ReviewScreen, Span, Way
from smart_tui.domain.settings import PROMPTS, Settings
from smart_tui.domain.status import assess, order_key
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history, measures, plans, reviews
from smart_tui.store.commands.settings import set_review_prompts, set_setting
from smart_tui.store.commands.standings import keep
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews as read
from smart_tui.store.queries import standing
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, Act, books, contents, full_goal, undone_and_redone

WEEK = timedelta(days=7)
SUNDAY = MONDAY + timedelta(days=6)
TODAY = MONDAY + timedelta(days=8)


def _begin(store: Store, week: date = MONDAY, missed: int = 0, **more: Any) -> int:
    last = week + timedelta(days=6)
    return store.run_sync(reviews.begin, week, week - missed * WEEK, last, Way.FULL, **more)


def _reviewed(store: Store) -> int:
    """A goal with an activity in a week whose review holds something of everything; gives the id of the review."""
    goal_id = full_goal(store)
    review_id = _begin(store)
    store.run_sync(reviews.stand, review_id, ReviewScreen.LINES, WELL, 300)
    store.run_sync(reviews.say_cause, review_id, goal_id, Cause.TIME, "meetings")
    store.run_sync(reviews.write_line, review_id, WELL, "Read every evening")
    return review_id


def _steps(store: Store) -> int:
    return int(store.reader.rows("SELECT count(*) FROM change_group")[0][0])


def _raw(path: str, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


ACTS: Mapping[str, tuple[str, Act]] = {
    "decision": ("review_decision", lambda s: s.run_sync(reviews.decide, 1, 1, Decision.PAUSED)),
    "cause": ("review_cause", lambda s: s.run_sync(reviews.say_cause, 1, 1, Cause.OTHER, "a cold")),
    "no cause": ("review_cause", lambda s: s.run_sync(reviews.say_cause, 1, 1, None)),
    "repair": ("review_repair", lambda s: s.run_sync(reviews.say_repair, 1, 1, Repair.ASK, "Ann")),
    "repair with its plan": (
        "add_plan",
        lambda s: s.run_sync(reviews.repairing, 1, 1, Repair.PLAN, "if I", plans.add_plan, 1, "it rains", "I read"),
    ),
    "decision with what it does": (
        "pause",
        lambda s: s.run_sync(reviews.deciding, 1, 1, Decision.PAUSED, goals.pause, 1, TODAY),
    ),
    "another line": ("review_line", lambda s: s.run_sync(reviews.write_line, 1, CHANGE, "Lights out at ten")),
    "line changed": ("review_line", lambda s: s.run_sync(reviews.write_line, 1, WELL, "Less")),
    "line taken away": ("review_line", lambda s: s.run_sync(reviews.write_line, 1, WELL, "")),
    "end": ("finish_review", lambda s: s.run_sync(reviews.finish, 1, {1: '{"v": 1}'})),
    "deletion": ("delete_review", lambda s: s.run_sync(reviews.delete, 1)),
    "deletion of the goal": ("delete_goal", lambda s: s.run_sync(goals.delete, 1)),
    "kept": ("promise", lambda s: s.run_sync(plans.promise_outcome, 1, Promise.KEPT, "", SUNDAY)),
    "partly": ("promise", lambda s: s.run_sync(plans.promise_outcome, 1, Promise.PARTLY, "half of it")),
    "not": ("promise", lambda s: s.run_sync(plans.promise_outcome, 1, Promise.NOT, "ill")),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_a_review_writes_is_undone_and_redone_exactly_also_after_a_restart(name: str, path: str) -> None:
    operation, act = ACTS[name]
    assert undone_and_redone(path, _reviewed, act) == operation


def test_a_review_is_read_as_it_was_written(store: Store) -> None:
    review_id = _reviewed(store)
    store.run_sync(reviews.say_repair, review_id, 1, Repair.SMALLER, "one page")
    store.run_sync(reviews.write_line, review_id, "What did I learn?", "To\nsleep")
    store.run_sync(reviews.finish, review_id, {1: "{}"})
    found = store.read(read.review, review_id)
    assert (found.week, found.since, found.last, found.way) == (MONDAY, MONDAY, SUNDAY, Way.FULL)
    assert (found.screen, found.place, found.seconds) == (ReviewScreen.DONE, WELL, 300)
    assert list(found.lines.items()) == [(WELL, "Read every evening"), ("What did I learn?", "To\nsleep")]
    held = GoalReview(1, None, Cause.TIME, "meetings", Repair.SMALLER, "one page", "{}")
    assert found.goals == (held,)
    assert found.started_at is not None and found.finished_at is not None and found.started_at < found.finished_at
    assert store.read(read.review_of, MONDAY) == found
    assert store.read(read.review_of, MONDAY + WEEK) is None
    assert store.read(read.reviews) == (found._replace(lines={}, goals=()),)
    assert store.read(read.lines_of, (WELL,)) == ((MONDAY, WELL, "Read every evening"),)
    with pytest.raises(StoreError, match="not_found"):
        store.read(read.review, 99)


def test_a_week_has_one_review_whoever_begins_it_and_however_often(store: Store, path: str) -> None:
    full_goal(store)
    uuid = "0f0e0d0c-0b0a-4908-8706-050403020100"
    first = _begin(store, uuid=uuid)
    other = Store(path)
    assert [_begin(store, uuid=uuid), _begin(store), _begin(other), _begin(other, uuid=uuid)] == [first] * 4
    other.close()
    assert store.reader.rows("SELECT count(*) FROM review") == [(1,)]
    with pytest.raises(sqlite3.IntegrityError, match="week"):
        _raw(path, "INSERT INTO review SELECT id + 1, 'x', week, since, last, way, '', '', 0, '', NULL FROM review")


def test_two_reviews_never_share_a_week(store: Store) -> None:
    full_goal(store)
    third = _begin(store, MONDAY + 3 * WEEK, missed=2)
    assert _begin(store, MONDAY + 2 * WEEK) == third, "a week that was missed belongs to the review that covers it"
    later = _begin(store, MONDAY + 5 * WEEK, missed=4)
    assert store.read(read.review, later).since == MONDAY + 4 * WEEK
    assert store.read(read.review, _begin(store, MONDAY)).since == MONDAY
    for since, last in ((MONDAY + WEEK, SUNDAY), (MONDAY, MONDAY - WEEK)):
        with pytest.raises(StoreError, match="invalid"):
            store.run_sync(reviews.begin, MONDAY + 20 * WEEK, since + 20 * WEEK, last + 20 * WEEK, Way.FULL)


def test_opening_a_review_and_moving_in_it_is_no_step_and_is_kept(store: Store) -> None:
    full_goal(store)
    steps = _steps(store)
    review_id = _begin(store)
    store.run_sync(reviews.stand, review_id, ReviewScreen.GOALS, "goal 1", 95)
    store.run_sync(reviews.stand, review_id, ReviewScreen.NEXT, "", 120, Way.EXPRESS)
    assert _steps(store) == steps
    begun = store.read(read.unfinished)
    assert begun is not None
    assert (begun.id, begun.screen, begun.seconds, begun.way) == (review_id, ReviewScreen.NEXT, 120, Way.EXPRESS)
    store.run_sync(reviews.finish, review_id, {})
    assert store.read(read.unfinished) is None
    for wrong in ((ReviewScreen.GOALS, "", -1), ("elsewhere", "", 0)):
        with pytest.raises(StoreError, match="invalid"):
            store.run_sync(reviews.stand, review_id, *wrong)  # type: ignore[arg-type]


def test_a_deleted_review_comes_back_with_its_place_and_its_time(store: Store) -> None:
    review_id = _reviewed(store)
    before = store.read(read.review, review_id)
    store.run_sync(reviews.delete, review_id)
    store.run_sync(history.undo)
    assert store.read(read.review, review_id) == before
    store.run_sync(reviews.stand, review_id, ReviewScreen.DONE, "", 400)
    store.run_sync(history.redo)
    assert store.read(read.reviews) == ()


def test_what_says_nothing_any_more_leaves_no_row(store: Store) -> None:
    review_id = _reviewed(store)
    store.run_sync(reviews.decide, review_id, 1, None)
    store.run_sync(reviews.say_cause, review_id, 1, None, "a note without its cause")
    assert store.read(read.review, review_id).goals == ()
    store.run_sync(reviews.decide, review_id, 1, None)
    assert store.read(read.review, review_id).goals == ()


def test_finishing_keeps_figures_of_goals_that_are_there_and_happens_once(store: Store) -> None:
    review_id = _reviewed(store)
    second = full_goal(store, "Run more")
    store.run_sync(goals.delete, second)
    store.run_sync(reviews.finish, review_id, {1: "a", second: "b"})
    before, steps = store.read(read.review, review_id), _steps(store)
    assert [(each.goal_id, each.figures) for each in before.goals] == [(1, "a")]
    store.run_sync(reviews.finish, review_id, {1: "other"})
    assert (store.read(read.review, review_id), _steps(store)) == (before, steps)


def test_lines_typed_in_one_visit_are_one_step_and_never_overwrite_another_writer(store: Store, path: str) -> None:
    review_id = _reviewed(store)
    before, steps = contents(path), _steps(store)
    for text in ("L", "Li", "Lights out at ten"):
        store.run_sync(reviews.write_line, review_id, CHANGE, text, visit="v")
    assert _steps(store) == steps + 1
    store.run_sync(history.undo)
    assert contents(path) == before
    with pytest.raises(StoreError) as refused:
        store.run_sync(reviews.write_line, review_id, WELL, "mine", expected="")
    assert refused.value.params == {"field": "text", "current": "Read every evening"}
    for prompt in ("", "\x1b"):
        with pytest.raises(StoreError, match="invalid"):
            store.run_sync(reviews.write_line, review_id, prompt, "text")


def test_an_activity_is_open_until_it_is_done_or_answered_for(store: Store) -> None:
    goal_id = full_goal(store)

    def answered(outcome: Promise | None, on: date | None = None, reason: str = "") -> tuple[Any, ...]:
        store.run_sync(plans.promise_outcome, 1, outcome, reason, on)
        (activity,) = store.read(queries.goal, goal_id).activities
        return activity.outcome, activity.done_on, activity.reason

    assert answered(Promise.NOT, reason="no  time\n") == (Promise.NOT, None, "no  time")
    assert answered(Promise.KEPT, SUNDAY) == (Promise.KEPT, SUNDAY, "")
    assert answered(Promise.KEPT, TODAY) == (Promise.KEPT, SUNDAY, "")
    assert answered(Promise.PARTLY, SUNDAY, "half") == (Promise.PARTLY, None, "half")
    assert answered(None, SUNDAY, "said") == (None, None, "")
    store.run_sync(plans.activity_done, 1, MONDAY)
    assert answered(Promise.KEPT, SUNDAY) == (Promise.KEPT, MONDAY, "")
    store.run_sync(plans.activity_done, 1, None)
    (again,) = store.read(queries.goal, goal_id).activities
    assert (again.outcome, again.done_on) == (None, None)


def test_reviewed_until_is_the_end_of_the_latest_finished_review_and_goes_with_undo(store: Store, path: str) -> None:
    full_goal(store)
    ids = [_begin(store, MONDAY + n * WEEK) for n in range(3)]
    assert store.read(queries.settings) == Settings()
    store.run_sync(reviews.finish, ids[1], {})
    assert store.read(queries.settings).reviewed_until == SUNDAY + WEEK
    store.run_sync(reviews.finish, ids[0], {})
    assert store.read(queries.settings).reviewed_until == SUNDAY + WEEK
    assert store.read(read.finished_weeks) == (MONDAY, MONDAY + WEEK)
    store.run_sync(history.undo)
    store.run_sync(history.undo)
    assert store.read(queries.settings).reviewed_until is None
    store.run_sync(set_setting, "reviewed_until", "2030-01-06")
    assert store.read(queries.settings).reviewed_until is None
    store.run_sync(reviews.finish, ids[0], {})
    _raw(path, f"UPDATE review SET finished_at = '2026', last = 'soon' WHERE id = {ids[1]}")
    assert store.read(queries.settings).reviewed_until == SUNDAY


def test_a_review_waits_once_a_goal_has_begun_and_its_day_has_come(store: Store) -> None:
    chosen = store.read(queries.settings)
    assert store.read(read.review_due, TODAY, chosen) is None
    store.run_sync(goals.create, "nordic", "en", title="Only a draft", start=MONDAY)
    assert store.read(read.review_due, TODAY, chosen) is None
    goal_id = full_goal(store)
    assert store.read(read.review_due, SUNDAY - timedelta(days=1), chosen) is None
    assert store.read(read.review_due, SUNDAY, chosen) == Span((MONDAY,), SUNDAY)
    store.run_sync(reviews.finish, _begin(store), {})
    assert store.read(read.review_due, TODAY, chosen) is None
    missed = store.read(read.review_due, SUNDAY + 2 * WEEK, chosen)
    assert missed == Span((MONDAY + WEEK, MONDAY + 2 * WEEK), SUNDAY + 2 * WEEK)
    store.run_sync(goals.finish, goal_id, Outcome.ACHIEVED, "", TODAY)
    assert store.read(read.review_due, SUNDAY + 2 * WEEK, chosen) is None


def test_the_goals_of_a_review_come_whole_with_their_days_in_the_order_of_the_list(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    books_goal = full_goal(store)
    walks = store.run_sync(goals.create, "nordic", "en", title="Walk")
    quota = Measure(Kind.QUOTA, MONDAY, target=Decimal(3), period=Period.WEEK, direction=Direction.AT_LEAST)
    store.run_sync(measures.set_measure, walks, quota)
    store.run_sync(goals.activate, walks, MONDAY - 9 * WEEK)
    for n in range(40):
        store.run_sync(entries.check_in, walks, MONDAY - n * timedelta(days=1), Decimal(n % 3))
    paused, closed = full_goal(store, "Paused in it"), full_goal(store, "Closed before")
    store.run_sync(goals.finish, closed, Outcome.MISSED, "", MONDAY)
    review_id = _begin(store)
    store.run_sync(reviews.deciding, review_id, paused, Decision.PAUSED, goals.pause, paused, TODAY)
    chosen, span = store.read(queries.settings), Span((MONDAY,), SUNDAY)

    found = store.read(read.review_goals, span, TODAY, chosen)
    assert {goal.id for goal, _, _ in found} == {books_goal, walks, paused}
    assert [order_key(goal, each, TODAY) for goal, each, _ in found] == sorted(
        order_key(goal, each, TODAY) for goal, each, _ in found
    )
    for goal, assessment, days in found:
        whole: Goal = store.read(queries.goal, goal.id)
        own = store.read(queries.entries, goal.id)
        assert (goal, assessment) == (whole, assess(whole, own, TODAY, chosen))
        assert days == goal_days(whole, own, TODAY)
    assert paused not in {
        goal.id for goal, _, _ in store.read(read.review_goals, Span((SUNDAY,), TODAY), TODAY, chosen)
    }

    store.run_sync(keep, store.read(queries.standings, tuple(State), TODAY, chosen), TODAY, chosen)
    monkeypatch.setattr(standing, "assess", None)
    known: read.KnownDays = {}
    assert store.read(read.review_goals, span, TODAY, chosen, known) == found
    monkeypatch.setattr(read, "goal_days", None)
    assert store.read(read.review_goals, span, TODAY, chosen, known) == found


def test_days_that_are_known_are_read_again_for_the_goal_that_changed_and_on_another_day(store: Store) -> None:
    first, second = full_goal(store), full_goal(store, "Run more")
    span, chosen, known = Span((MONDAY,), SUNDAY), Settings(), dict[int, Any]()

    def seen(today: date = TODAY) -> list[Any]:
        found = store.read(read.review_goals, span, today, chosen, known)
        assert found == store.read(read.review_goals, span, today, chosen)
        return sorted(len(days) for _, _, days in found)

    assert seen() == [1, 1]
    before = dict(known)
    store.run_sync(entries.check_in, second, TODAY, Decimal(1))
    assert seen() == [1, 2]
    assert known[first] is before[first] and known[second] is not before[second]
    assert seen(TODAY - timedelta(days=1)) == [1, 1]
    store.run_sync(history.undo)
    assert seen() == [1, 1]
    store.run_sync(goals.delete, second)
    assert seen() == [1]


def test_what_was_kept_of_past_weeks_counts_answered_promises_by_the_persons_week(store: Store) -> None:
    goal_id = full_goal(store)
    said = (Promise.KEPT, Promise.PARTLY, Promise.NOT, None)
    for week in range(10):
        for n in range(1 + week % 4):
            due = MONDAY + week * WEEK + n * timedelta(days=2)
            activity = store.run_sync(plans.add_activity, goal_id, f"{week}.{n}", due=due)
            store.run_sync(plans.promise_outcome, activity, said[n])
    before = MONDAY + 9 * WEEK + timedelta(days=3)
    found = store.read(read.outcomes_by_week, before, Settings())
    assert [week for week, *_ in found] == [MONDAY + n * WEEK for n in range(1, 9)]
    assert [tuple(each[1:]) for each in found[:3]] == [(1, 1, 2), (1, 1, 3), (1, 1, 3)]
    sundays = store.read(read.outcomes_by_week, before, Settings(first_weekday=6), 2)
    assert [(each.week, each.made) for each in sundays] == [
        (MONDAY + 7 * WEEK - timedelta(days=1), 3),
        (MONDAY + 8 * WEEK - timedelta(days=1), 1),
    ]


DAMAGE = {
    "review": "way = 'odd'",
    "review ": "seconds = 'long'",
    "review  ": "week = 'x'",
    "review_goal": "cause = 'x'",
    "review_goal ": "repair_said = x'00'",
    "review_line": "text = x'41'",
    "activity": "outcome = 'odd'",
    "activity ": "reason = x'41'",
}


@pytest.mark.parametrize("table", DAMAGE)
def test_a_damaged_row_of_a_review_hides_nothing_else(store: Store, path: str, table: str) -> None:
    _reviewed(store)
    second = full_goal(store, "Run more")
    later = _begin(store, MONDAY + WEEK)
    store.run_sync(reviews.say_cause, later, second, Cause.TIME)
    store.run_sync(reviews.finish, later, {})
    whole, chosen = store.read(read.review, later), store.read(queries.settings)
    goal = store.read(queries.goal, second)
    store.close()
    _raw(path, f"UPDATE {table} SET {DAMAGE[table]} WHERE id = 1")
    store.reader.damaged.clear()
    assert store.read(read.review, later) == whole
    assert later in {each.id for each in store.read(read.reviews)}
    assert MONDAY + WEEK in store.read(read.finished_weeks)
    assert store.read(queries.settings) == chosen
    assert store.read(queries.goal, second) == goal
    span = Span((MONDAY + WEEK,), SUNDAY + WEEK)
    assert len(store.read(read.review_goals, span, TODAY, chosen)) == 2
    if table.startswith("review"):
        try:
            assert store.read(read.review, 1).week == MONDAY
        except StoreError as error:
            assert (error.code, table.strip()) == ("damaged", "review")
    assert {name for name, _ in store.reader.damaged} == {table.strip()}


def test_the_settings_of_a_review_are_checked_and_read_back(store: Store, path: str) -> None:
    full_goal(store)
    assert store.read(queries.settings).review_prompts == PROMPTS
    store.run_sync(set_setting, "review_weekday", "4")
    own = ['She said "yes", twice', "well", "back\\slash", "far, får"]
    store.run_sync(set_setting, "review_prompts", json.dumps(["", *own, "well", "  "]))
    found = store.read(queries.settings)
    assert (found.review_weekday, found.review_prompts) == (4, tuple(own))
    store.run_sync(set_review_prompts, ["one, two", "three"])
    assert store.read(queries.settings).review_prompts == ("one, two", "three")
    store.run_sync(set_review_prompts, [])
    store.run_sync(set_setting, "review_weekday", "")
    found = store.read(queries.settings)
    assert (found.review_weekday, found.review_prompts) == (None, ())
    wrong = [("review_weekday", "7"), ("review_weekday", "x"), ("review_prompts", "{}"), ("review_prompts", "[1]")]
    for key, value in (*wrong, ("review_prompts", "["), ("review_prompts", json.dumps(list("abcdefgh")))):
        with pytest.raises(StoreError, match="invalid"):
            store.run_sync(set_setting, key, value)
    assert store.read(queries.settings) == found
    for value in ('["a","b"]', '["a", "b"]'):
        _raw(path, f"UPDATE setting SET value = '{value}' WHERE key = 'review_prompts'")
        assert store.read(queries.settings).review_prompts == ("a", "b")
    for value in ("[", "7", "[[]]", '[""]', "[" * 100_000):
        _raw(path, f"UPDATE setting SET value = '{value}' WHERE key = 'review_prompts'")
        assert store.read(queries.settings).review_prompts == PROMPTS


def test_a_new_measure_in_a_review_is_one_step_with_its_decision(store: Store) -> None:
    review_id = _reviewed(store)
    steps = _steps(store)
    version = books("12", TODAY)
    store.run_sync(reviews.deciding, review_id, 1, Decision.ADJUSTED, measures.add_version, 1, version)
    assert _steps(store) == steps + 1
    last, _ = store.read(queries.history)
    assert last is not None and (last.operation, last.params["no"]) == ("new_version", 1)
    assert store.read(read.review, review_id).of(1).decision is Decision.ADJUSTED
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(reviews.deciding, review_id, 1, Decision.PAUSED, goals.pause, 1, TODAY, MONDAY)
    assert store.read(read.review, review_id).of(1).decision is Decision.ADJUSTED
