"""What the commands promise: a goal's way through its states, check-ins, measures, plans and settings."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Measure, Outcome, Pause, State
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures, plans
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, books, full_goal

LATER = date(2026, 5, 4)
DAY = timedelta(days=1)


def _code(refused: pytest.ExceptionInfo[StoreError]) -> tuple[str, object, object]:
    return refused.value.code, refused.value.params.get("field"), refused.value.params.get("reason")


def _goal(store: Store, measure: Measure | None = None) -> int:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Plain")
    if measure is not None:
        store.run_sync(measures.set_measure, goal_id, measure)
    return goal_id


def test_a_full_goal_comes_back_with_everything_said_about_it(store: Store) -> None:
    goal = store.read(queries.goal, full_goal(store))
    assert (goal.no, goal.title, goal.state, goal.area, goal.tags) == (
        1,
        "Read more",
        State.ACTIVE,
        "Learning",
        ("home", "evening"),
    )
    assert (goal.start, goal.deadline) == (MONDAY, date(2026, 12, 31))
    assert goal.measures == (books()._replace(id=1),)
    assert [(m.title, m.due, m.weight, m.done_on) for m in goal.milestones] == [
        ("First shelf", date(2026, 6, 1), 1, None)
    ]
    assert [(a.what, a.when, a.where) for a in goal.activities] == [("Buy a lamp", "Saturday", "town")]
    assert [(p.situation, p.action) for p in goal.plans] == [("it is ten", "I read a page")]
    assert [(c.on, c.value) for c in goal.confidence] == [(MONDAY, 7)]
    assert goal.pauses == (Pause(date(2026, 4, 1), date(2026, 4, 7), 1),)
    assert goal.created_at is not None and goal.updated_at is not None and goal.created_at < goal.updated_at


def test_an_untitled_draft_cannot_be_activated(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", answers={"specific.what": "x"})
    with pytest.raises(StoreError) as refused:
        store.run_sync(goals.activate, goal_id, MONDAY)
    assert _code(refused) == ("invalid", "title", "missing")
    assert store.read(queries.goal, goal_id).state is State.DRAFT


def test_the_title_of_an_active_goal_cannot_be_taken_away(store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        store.run_sync(goals.set_fields, full_goal(store), {"title": "  "})
    assert _code(refused) == ("invalid", "title", "missing")


def test_activation_keeps_a_start_that_was_chosen(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="x", start=MONDAY)
    store.run_sync(goals.activate, goal_id, LATER)
    assert store.read(queries.goal, goal_id).start == MONDAY


def test_a_parked_goal_is_a_draft_with_a_wake_up_date_until_it_is_activated(store: Store) -> None:
    goal_id = full_goal(store)
    store.run_sync(goals.park, goal_id, LATER)
    parked = store.read(queries.goal, goal_id)
    assert (parked.state, parked.wake_on) == (State.DRAFT, LATER)
    store.run_sync(goals.activate, goal_id, LATER)
    assert store.read(queries.goal, goal_id).wake_on is None


def test_a_pause_without_an_end_lasts_until_the_day_before_resuming(store: Store) -> None:
    goal_id = _goal(store)
    store.run_sync(goals.activate, goal_id, MONDAY)
    store.run_sync(goals.pause, goal_id, LATER)
    paused = store.read(queries.goal, goal_id)
    assert (paused.state, [pause.last for pause in paused.pauses]) == (State.PAUSED, [None])
    store.run_sync(goals.resume, goal_id, LATER + 5 * DAY)
    resumed = store.read(queries.goal, goal_id)
    assert (resumed.state, [(p.first, p.last) for p in resumed.pauses]) == (State.ACTIVE, [(LATER, LATER + 4 * DAY)])


def test_a_pause_resumed_on_its_first_day_was_none(store: Store) -> None:
    goal_id = _goal(store)
    store.run_sync(goals.activate, goal_id, MONDAY)
    store.run_sync(goals.pause, goal_id, LATER)
    store.run_sync(goals.resume, goal_id, LATER)
    assert store.read(queries.goal, goal_id).pauses == ()


def test_a_pause_with_a_last_day_can_be_left_early(store: Store) -> None:
    goal_id = _goal(store)
    store.run_sync(goals.activate, goal_id, MONDAY)
    store.run_sync(goals.pause, goal_id, LATER, LATER + 9 * DAY)
    store.run_sync(goals.resume, goal_id, LATER + 4 * DAY)
    resumed = store.read(queries.goal, goal_id)
    assert (resumed.state, [(p.first, p.last) for p in resumed.pauses]) == (State.ACTIVE, [(LATER, LATER + 3 * DAY)])


def test_a_goal_parked_while_paused_rests_until_it_is_activated_again(store: Store) -> None:
    goal_id = _goal(store)
    store.run_sync(goals.activate, goal_id, MONDAY)
    store.run_sync(goals.pause, goal_id, LATER)
    store.run_sync(goals.park, goal_id, LATER + 9 * DAY)
    store.run_sync(goals.activate, goal_id, LATER + 9 * DAY)
    assert [(p.first, p.last) for p in store.read(queries.goal, goal_id).pauses] == [(LATER, LATER + 8 * DAY)]


def test_a_pause_with_an_end_leaves_the_goal_active(store: Store) -> None:
    goal_id = full_goal(store)
    assert store.read(queries.goal, goal_id).state is State.ACTIVE
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(goals.pause, goal_id, LATER, MONDAY)


def test_a_closed_goal_keeps_outcome_and_lesson_and_rests_while_closed(store: Store) -> None:
    goal_id = _goal(store)
    store.run_sync(goals.activate, goal_id, MONDAY)
    store.run_sync(goals.pause, goal_id, LATER)
    store.run_sync(goals.finish, goal_id, Outcome.DROPPED, "too much", LATER + 2 * DAY)
    closed = store.read(queries.goal, goal_id)
    assert (closed.state, closed.outcome, closed.lesson) == (State.CLOSED, Outcome.DROPPED, "too much")
    assert (closed.closed_on, [pause.last for pause in closed.pauses]) == (LATER + 2 * DAY, [LATER + DAY])
    store.run_sync(goals.reopen, goal_id, LATER + 10 * DAY)
    again = store.read(queries.goal, goal_id)
    assert (again.state, again.outcome, again.closed_on, again.lesson) == (State.ACTIVE, None, None, "too much")
    assert (again.pauses[-1].first, again.pauses[-1].last) == (LATER + 3 * DAY, LATER + 9 * DAY)


@pytest.mark.parametrize("name", ["pause", "resume", "finish", "reopen"])
def test_a_step_that_does_not_fit_the_state_is_refused(store: Store, name: str) -> None:
    goal_id = _goal(store)
    args = {"finish": (Outcome.ACHIEVED, "", MONDAY)}.get(name, (MONDAY,))
    with pytest.raises(StoreError) as refused:
        store.run_sync(getattr(goals, name), goal_id, *args)
    assert _code(refused) == ("invalid", "state", "draft")


def test_unknown_goals_and_parts_are_not_found(store: Store) -> None:
    full_goal(store)
    for command, args in (
        (goals.set_answer, (99, "specific.why", "x")),
        (goals.delete, (99,)),
        (entries.check_in, (99, MONDAY, Decimal(1))),
        (entries.edit_entry, (99,)),
        (plans.milestone_done, (99, MONDAY)),
        (measures.set_measure, (99, books())),
    ):
        with pytest.raises(StoreError, match="not_found"):
            store.run_sync(command, *args)


def test_deleting_a_goal_leaves_nothing_of_it_and_all_of_the_others(store: Store) -> None:
    first, second = full_goal(store), full_goal(store, "Run more")
    kept = store.read(queries.goal, second), store.read(queries.entries, second)
    store.run_sync(goals.delete, first)
    assert (store.read(queries.goal, second), store.read(queries.entries, second)) == kept
    assert [goal.id for goal in store.read(queries.goals)] == [second]
    for table in goals.CHILDREN:
        assert store.reader.rows(f'SELECT count(*) FROM "{table}" WHERE goal_id = ?', (first,)) == [(0,)]


def test_goals_form_at_most_three_levels_and_no_circle(store: Store) -> None:
    ids = [_goal(store) for _ in range(4)]
    store.run_sync(goals.set_fields, ids[1], {"parent_id": ids[0]})
    store.run_sync(goals.set_fields, ids[2], {"parent_id": ids[1]})
    for goal_id, parent, reason in ((ids[3], ids[2], "too_deep"), (ids[0], ids[2], "cycle"), (ids[0], ids[0], "cycle")):
        with pytest.raises(StoreError) as refused:
            store.run_sync(goals.set_fields, goal_id, {"parent_id": parent})
        assert _code(refused) == ("invalid", "parent_id", reason)
    with pytest.raises(StoreError, match="too_deep"):
        store.run_sync(goals.set_fields, ids[0], {"parent_id": ids[3]})
    with pytest.raises(StoreError, match="not_found"):
        store.run_sync(goals.set_fields, ids[0], {"parent_id": 99})
    store.run_sync(goals.set_fields, ids[2], {"parent_id": None})
    assert store.read(queries.goal, ids[2]).parent_id is None


def test_a_goal_created_again_with_its_uuid_is_the_same_goal(store: Store) -> None:
    uuid = "0b9a0c5e-3a0f-4a51-8a3d-1d2b3c4d5e6f"
    first = store.run_sync(goals.create, "nordic", "en", title="One", uuid=uuid)
    assert store.run_sync(goals.create, "nordic", "en", title="One", uuid=uuid.upper()) == first
    assert store.run_sync(plans.add_plan, first, "a", "b", uuid=uuid) == store.run_sync(
        plans.add_plan, first, "a", "b", uuid=uuid
    )
    assert len(store.read(queries.goals)) == 1
    with pytest.raises(StoreError, match="not_a_uuid"):
        store.run_sync(goals.create, "nordic", "en", uuid="seven")


# Measures.


def test_a_correction_replaces_the_newest_version_and_a_new_version_keeps_the_old(store: Store) -> None:
    goal_id = _goal(store, books("24"))
    store.run_sync(measures.set_measure, goal_id, books("25"))
    store.run_sync(measures.add_version, goal_id, books("12", LATER)._replace(reason="a child"))
    store.run_sync(measures.set_measure, goal_id, books("13", LATER)._replace(reason="a child"))
    goal = store.read(queries.goal, goal_id)
    assert [(str(m.target), m.valid_from, m.reason) for m in goal.measures] == [
        ("25", MONDAY, ""),
        ("13", LATER, "a child"),
    ]
    assert goal.measure_on(LATER - DAY) == goal.measures[0]


def test_the_past_keeps_its_targets(store: Store) -> None:
    goal_id = _goal(store, books("24", LATER))
    with pytest.raises(StoreError) as refused:
        store.run_sync(measures.add_version, goal_id, books("1", MONDAY))
    assert _code(refused) == ("invalid", "valid_from", "not_after_last")
    store.run_sync(measures.add_version, goal_id, books("12", LATER))
    store.run_sync(measures.add_version, goal_id, books("6", LATER + DAY))
    with pytest.raises(StoreError, match="not_after_last"):
        store.run_sync(measures.set_measure, goal_id, books("6", LATER))
    assert [str(m.target) for m in store.read(queries.goal, goal_id).measures] == ["12", "6"]


# Settings, and finding goals.


def test_settings_are_checked_and_read_back(store: Store) -> None:
    for key, value in (
        ("first_weekday", "6"),
        ("day_ends_at", "240"),
        ("default_model", "nordic"),
        ("default_share", "75"),
    ):
        store.run_sync(set_setting, key, value)
    assert store.read(queries.settings)[:4] == (6, 240, "nordic", 75)
    store.run_sync(set_setting, "coach.off", "x")
    assert store.read(queries.raw_setting, "coach.off") == "x"
    assert store.read(queries.raw_setting, "nothing") is None
    for key, value in (("first_weekday", "7"), ("day_ends_at", "-1"), ("default_share", "0"), ("first_weekday", "١")):
        with pytest.raises(StoreError) as refused:
            store.run_sync(set_setting, key, value)
        assert refused.value.params["field"] == key


def test_a_goal_is_found_by_number_uuid_and_unambiguous_title(store: Store) -> None:
    titles = ("Read more", "Read more books", "Løb", "50% more", "1984")
    ids = [store.run_sync(goals.create, "nordic", "en", title=title) for title in titles]
    find = store.read
    assert find(queries.find, "2").id == find(queries.find, " #2 ").id == ids[1]
    assert find(queries.find, find(queries.goal, ids[2]).uuid.upper()).id == ids[2]
    assert find(queries.find, "READ MORE").id == ids[0]
    assert find(queries.find, "lø").id == ids[2]
    assert find(queries.find, "books").id == ids[1]
    assert find(queries.find, "50%").id == ids[3]
    assert find(queries.find, "1984").id == ids[4]
    with pytest.raises(StoreError) as refused:
        find(queries.find, "more")
    assert refused.value.code == "ambiguous"
    assert refused.value.params["candidates"] == ((1, "Read more"), (2, "Read more books"), (4, "50% more"))
    with pytest.raises(StoreError, match="invalid"):
        find(queries.goal, 2**70)
    for ref in ("nothing", "", "  ", "99", "9" * 40, "_", "\ud800", "²"):
        with pytest.raises(StoreError) as refused:
            find(queries.find, ref)
        assert refused.value.code == "not_found"


def test_views_are_counted_and_goals_chosen_by_state(store: Store) -> None:
    active, draft = full_goal(store), _goal(store)
    assert store.read(queries.counts) == {"active": 1, "drafts": 1, "paused": 0, "closed": 0}
    assert [goal.id for goal in store.read(queries.goals, (State.DRAFT,))] == [draft]
    assert [goal.id for goal in store.read(queries.goals, (State.ACTIVE, State.PAUSED))] == [active]
    assert store.read(queries.goals, ()) == ()
    assert store.read(queries.goals, (State.ACTIVE,))[0] == store.read(queries.goal, active)
