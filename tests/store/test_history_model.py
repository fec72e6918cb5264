"""Whatever was done in whatever order: undo and redo move along the states the file has been in."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Outcome, Promise
from smart_tui.domain.review import Cause, Decision, Way
from smart_tui.store.commands import coach, entries, goals, history, journal, measures, plans, reviews
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, books, contents, sound

Contents = dict[str, list[dict[str, object]]]
Act = Callable[[Store, int, int], object]

MODES = ("add", "set", "change")
ACTS: dict[str, Act] = {
    "create": lambda s, g, n: s.run_sync(goals.create, "nordic", "en", title=f"Goal {n}", area="A" * (n % 3)),
    "answer": lambda s, g, n: s.run_sync(goals.set_answer, g, "specific.what", "x" * (n % 4), visit=str(n % 2)),
    "fields": lambda s, g, n: s.run_sync(goals.set_fields, g, {"title": f"T{n}", "tags": ("a", "b")[: n % 3]}),
    "parent": lambda s, g, n: s.run_sync(goals.set_fields, g, {"parent_id": n % 3 + 1}),
    "typing": lambda s, g, n: s.run_sync(goals.set_fields, g, {"owner": "o" * (n % 3)}, visit="v"),
    "measure": lambda s, g, n: s.run_sync(measures.set_measure, g, books(str(n)), visit="v" * (n % 2)),
    "version": lambda s, g, n: s.run_sync(measures.add_version, g, books(str(n), MONDAY + timedelta(days=n % 5))),
    "activate": lambda s, g, n: s.run_sync(goals.activate, g, MONDAY),
    "pause": lambda s, g, n: s.run_sync(goals.pause, g, MONDAY + timedelta(days=n)),
    "resume": lambda s, g, n: s.run_sync(goals.resume, g, MONDAY + timedelta(days=n)),
    "finish": lambda s, g, n: s.run_sync(goals.finish, g, Outcome.MISSED, "", MONDAY + timedelta(days=n)),
    "reopen": lambda s, g, n: s.run_sync(goals.reopen, g, MONDAY + timedelta(days=n + 5)),
    "park": lambda s, g, n: s.run_sync(goals.park, g, date(2027, 1, 1)),
    "delete": lambda s, g, n: s.run_sync(goals.delete, g),
    "check in": lambda s, g, n: s.run_sync(
        entries.check_in, g, MONDAY, Decimal(n), mode=("add", "set", "change")[n % 3]
    ),
    "excuse": lambda s, g, n: s.run_sync(entries.check_in, g, MONDAY, excused=True, note="n" * (n % 2)),
    "milestone": lambda s, g, n: s.run_sync(plans.add_milestone, g, f"M{n}"),
    "done": lambda s, g, n: s.run_sync(plans.milestone_done, n % 4 + 1, MONDAY if n % 2 else None),
    "confidence": lambda s, g, n: s.run_sync(plans.set_confidence, g, MONDAY, n % 10 + 1),
    "dismiss": lambda s, g, n: s.run_sync(coach.dismiss if n % 3 else coach.allow, g, "ab"[n % 2]),
    "activity": lambda s, g, n: s.run_sync(plans.add_activity, g, f"A{n}", due=MONDAY),
    "promise": lambda s, g, n: s.run_sync(plans.promise_outcome, n % 3 + 1, list(Promise)[n % 3], "", MONDAY),
    "decide": lambda s, g, n: s.run_sync(reviews.decide, n % 2 + 1, g, Decision.ADJUSTED if n % 3 else None),
    "cause": lambda s, g, n: s.run_sync(reviews.say_cause, n % 2 + 1, g, list(Cause)[n % 8] if n % 3 else None),
    "line": lambda s, g, n: s.run_sync(reviews.write_line, n % 2 + 1, "well", "w" * (n % 4), visit=str(n % 2)),
    "finish review": lambda s, g, n: s.run_sync(reviews.finish, n % 2 + 1, {g: str(n), n: "x"}),
    "delete review": lambda s, g, n: s.run_sync(reviews.delete, n % 2 + 1),
    "journal": lambda s, g, n: s.run_sync(
        journal.write, None if n % 2 else n // 2, MONDAY, "j" * n, (g,) * (n % 3), visit="j" * (n % 2)
    ),
    "delete entry": lambda s, g, n: s.run_sync(journal.delete, n % 3 + 1),
    "reopen the file": lambda s, g, n: s.close(),
}
STEPS = st.lists(
    st.tuples(st.sampled_from([*ACTS, "undo", "undo", "undo", "redo", "redo"]), st.integers(1, 3), st.integers(1, 20)),
    min_size=5,
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_undo_and_redo_move_along_the_states_the_file_was_in(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/smart-tui.db"
        store = Store(path, Clock())
        # Opening a review is no step: both were there before the first.
        for week in (MONDAY, MONDAY + timedelta(days=7)):
            store.run_sync(reviews.begin, week, week, week + timedelta(days=6), Way.FULL)
        past = [contents(path)]
        future: list[Contents] = []
        _act(store, path, ("create", 0, 1), past, future)
        for name, goal_id, n in steps:
            try:
                if name == "undo" and len(past) > 1:
                    store.run_sync(history.undo)
                    future.append(past.pop())
                elif name == "redo":
                    store.run_sync(history.redo)
                    past.append(future.pop())
                elif name in ACTS:
                    _act(store, path, (name, goal_id, n), past, future)
            except StoreError as refused:
                assert refused.code in ("invalid", "not_found", "nothing_to_redo"), (name, refused)
                assert refused.code != "nothing_to_redo" or not future
            assert contents(path) == past[-1]
        while len(past) > 1:
            store.run_sync(history.undo)
            past.pop()
            assert contents(path) == past[-1]
        store.close()
        assert sound(path)


def _act(store: Store, path: str, step: tuple[str, int, int], past: list[Contents], future: list[Contents]) -> None:
    """Do one action and note the state it led to: past[n] is the file after n steps."""
    name, goal_id, n = step
    ACTS[name](store, goal_id, n)
    found = contents(path)
    ((steps,),) = store.reader.rows("SELECT count(*) FROM change_group WHERE undone = 0")
    if steps == len(past):
        past.append(found)
        future.clear()
    elif steps == len(past) - 2:
        past.pop()
    elif found != past[-1]:
        assert not future
        past[-1] = found
