"""A remark that was dismissed stays away from its goal, or from all, until it is brought back."""

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import coach, goals, history, settings
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store


def _draft(store: Store, title: str = "Read more") -> int:
    return int(store.run_sync(goals.create, "international", "en", title=title))


def test_a_remark_is_dismissed_for_one_goal_and_brought_back(store: Store) -> None:
    one, other = _draft(store), _draft(store)
    for code in ("no_date", "no_unit", "no_date"):
        store.run_sync(coach.dismiss, one, code)
    assert store.read(queries.goal, one).dismissed == {"no_date", "no_unit"}
    assert store.read(queries.goal, other).dismissed == frozenset()
    store.run_sync(coach.allow, one, "no_date")
    assert store.read(queries.goal, one).dismissed == {"no_unit"}


def test_what_changes_nothing_is_no_step_of_undo(store: Store) -> None:
    one = _draft(store)
    store.run_sync(coach.dismiss, one, "no_date")
    store.run_sync(coach.dismiss, one, "no_date")
    store.run_sync(coach.allow, one, "no_unit")
    store.run_sync(history.undo)
    assert store.read(queries.goal, one).dismissed == frozenset()


def test_a_dismissed_remark_comes_back_with_its_deleted_goal(store: Store) -> None:
    one = _draft(store)
    store.run_sync(coach.dismiss, one, "no_date")
    store.run_sync(goals.delete, one)
    assert store.reader.rows("SELECT count(*) FROM dismissal") == [(0,)]
    store.run_sync(history.undo)
    assert store.read(queries.goal, one).dismissed == {"no_date"}


@pytest.mark.parametrize("code", ["", " ", "\x1b"])
def test_an_empty_code_is_refused(store: Store, code: str) -> None:
    one = _draft(store)
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(coach.dismiss, one, code)
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(coach.set_quiet, code, True)
    with pytest.raises(StoreError, match="not_found"):
        store.run_sync(coach.dismiss, one + 1, "no_date")


def test_a_remark_is_quiet_for_good_until_it_is_let_speak_again(store: Store) -> None:
    assert store.read(queries.settings).quiet == frozenset()
    for code in ("no_unit", "no_date", "no_unit"):
        store.run_sync(coach.set_quiet, code, True)
    assert store.read(queries.settings).quiet == {"no_date", "no_unit"}
    store.run_sync(coach.set_quiet, "no_date", False)
    assert store.read(queries.raw_setting, "coach_quiet") == '["no_unit"]'
    store.run_sync(coach.set_quiet, "no_unit", False)
    assert store.read(queries.settings).quiet == frozenset()


@pytest.mark.parametrize("stored", ["", "no_date", "[1]", '{"a": 1}', "[" * 5000])
def test_quiet_remarks_that_cannot_be_read_are_none(store: Store, stored: str) -> None:
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(settings.set_setting, "coach_quiet", stored)
    store.run_sync(lambda unit: unit.keep_setting("coach_quiet", stored))
    assert store.read(queries.settings).quiet == frozenset()


def test_a_damaged_dismissal_hides_nothing_else(store: Store, path: str) -> None:
    one = _draft(store)
    for code in ("no_date", "no_unit"):
        store.run_sync(coach.dismiss, one, code)
    store.run_sync(lambda unit: unit.execute("UPDATE dismissal SET code = x'ff00' WHERE code = 'no_unit'"))
    found = store.read(queries.goal, one)
    assert found.title == "Read more"
    assert found.dismissed == {"no_date"}
    assert store.reader.damaged
