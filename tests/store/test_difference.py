"""What would be different after a restore: goals by name, entries, journal, reviews and settings by number."""

import os
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.backup import Difference
from smart_tui.domain.review import Way
from smart_tui.store.commands import entries, goals, history, journal, plans, reviews, settings
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue.difference import difference
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, full_goal
from tests.store.damaged import overwritten, pages_of

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two goals and a day of the journal."""
    store = Store(str(tmp_path_factory.mktemp("seed") / "seed.db"), Clock())
    for title in ("Read more", "Run more"):
        full_goal(store, title)
    store.run_sync(journal.write, None, MONDAY, "A quiet day", (1,))
    store.close()
    return Path(store.path)


@pytest.fixture
def other(seed: Path, path: str, tmp_path: Path) -> str:
    """A copy of the file, of which the file differs later."""
    os.mkdir(os.path.dirname(path))
    shutil.copy(seed, path)
    return str(shutil.copy(seed, tmp_path / "other.db"))


def test_two_that_hold_the_same_do_not_differ(path: str, other: str) -> None:
    assert difference(path, other).nothing


def test_what_comes_back_what_goes_and_what_changes_is_told(store: Store, path: str, other: str) -> None:
    run = store.run_sync
    run(goals.delete, 2)
    full_goal(store, "Sing more")
    run(entries.check_in, 1, MONDAY, Decimal(2))
    run(entries.check_in, 1, date(2026, 3, 3), Decimal(2))
    run(journal.write, 1, MONDAY, "A day")
    run(settings.set_setting, "default_share", "60")
    store.close()
    before = Path(path).read_bytes(), Path(other).read_bytes()
    found = difference(path, other)
    assert found == Difference(
        ("Run more",), ("Sing more",), ("Read more",), {"entry": 1}, {"entry": 3}, {"journal": 1}, 1
    )
    back = difference(other, path)
    assert (back.goals_back, back.goals_gone, back.goals_changed) == (("Sing more",), ("Run more",), ("Read more",))
    assert (back.rows_back, back.rows_gone, back.settings_changed) == ({"entry": 3}, {"entry": 1}, 1)
    assert (Path(path).read_bytes(), Path(other).read_bytes()) == before


def test_any_row_of_a_goal_makes_it_another(store: Store, path: str, other: str) -> None:
    milestone = store.reader.rows("SELECT id FROM milestone WHERE goal_id = 2")[0][0]
    store.run_sync(plans.milestone_done, milestone, MONDAY)
    assert difference(path, other) == Difference(goals_changed=("Run more",))
    store.run_sync(history.undo)
    store.run_sync(goals.set_answer, 2, "specific.why", "because")
    assert difference(path, other) == Difference(goals_changed=("Run more",))


def test_a_line_of_a_review_changes_that_review(store: Store, path: str, other: str) -> None:
    review = store.run_sync(reviews.begin, MONDAY, MONDAY, date(2026, 3, 8), Way.FULL)
    shutil.copy(path, other)
    store.run_sync(reviews.write_line, review, "well", "It went well")
    assert difference(path, other) == Difference(rows_changed={"review": 1})


def test_against_a_file_that_holds_nothing_all_comes_back(path: str, other: str) -> None:
    for data in (b"", b"Dear diary, " * 1000):
        Path(path).write_bytes(data)
        found = difference(path, other)
        assert (found.goals_back, found.rows_back) == (("Read more", "Run more"), {"entry": 2, "journal": 1})
        assert not (found.goals_gone or found.goals_changed or found.rows_gone)
    os.unlink(path)
    assert difference(path, other).goals_back == ("Read more", "Run more")


@pytest.mark.parametrize("table", ["goal", "entry", "sqlite_master"])
def test_a_damaged_file_is_compared_by_what_can_be_read_out_of_it(
    table: str, store: Store, path: str, other: str
) -> None:
    full_goal(store, "Sing more")
    store.close()
    number = 1 if table == "sqlite_master" else next(pages_of(path, table))
    damaged = overwritten(Path(path).read_bytes(), number)
    Path(path).write_bytes(damaged)
    found = difference(path, other)
    assert (found.goals_back, found.goals_gone, found.rows_gone) == ((), ("Sing more",), {"entry": 1})
    assert Path(path).read_bytes() == damaged
    assert os.listdir(os.path.join(os.path.dirname(path), "backups")) == []


def test_an_earlier_version_is_compared_at_that_of_today_and_stays_as_it_is(path: str, other: str) -> None:
    old = FIXTURES / "v1000.db"
    data = old.read_bytes()
    found = difference(path, str(old))
    assert found.goals_back == ("Læs flere bøger", "Run")
    assert found.goals_gone == ("Read more", "Run more")
    assert old.read_bytes() == data
    assert os.listdir(os.path.join(os.path.dirname(path), "backups")) == []


def test_a_backup_that_is_no_good_is_said_to_be_none(path: str, other: str) -> None:
    good = Path(other).read_bytes()
    for data, code in ((good[: len(good) // 2], "damaged"), (b"x" * 9000, "not_a_database"), (b"", "not_a_database")):
        Path(other).write_bytes(data)
        with pytest.raises(StoreError, match=code):
            difference(path, other)
