"""What can be read of a damaged file is kept, each page by itself, and the damaged file as it is."""

import os
import random
import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.backup import Salvaged
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history
from smart_tui.store.connection import VERSION
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.search import search
from smart_tui.store.rescue.salvage import salvage
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, contents, sound
from tests.store.damaged import PAGE, Damage, filled, flipped, headless, overwritten, pages_of, without, zeroed

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
FIXTURES = Path(__file__).parent / "fixtures"
Rows = dict[str, list[dict[str, object]]]


class Sample:
    """A whole file: its bytes, what it holds, and the pages of its tables."""

    def __init__(self, folder: Path) -> None:
        path = str(folder / "smart-tui.db")
        self.data = filled(path)
        self.holds = contents(path)
        self.pages = {table: tuple(pages_of(path, table)) for table in (*self.holds, "change", "sqlite_master")}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("sample"))


def _salvaged(path: str, data: bytes) -> Salvaged:
    """What is read out of a file of these bytes; the new one is whole, and the old one kept."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    Path(path).write_bytes(data)
    made = salvage(path, NOW)
    assert Path(made.kept).read_bytes() == data
    assert os.stat(made.kept).st_mode & 0o777 == 0o600
    assert sound(path)
    assert [name for name in os.listdir(os.path.dirname(made.kept)) if "partial" in name] == []
    return made


WHOLE: dict[str, Damage] = {
    "nothing": lambda data: data,
    "header": headless,
    "first page": lambda data: overwritten(data, 1),
    "odd end": lambda data: data[:-1000],
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_lost_no_row_comes_back_wholly(name: str, sample: Sample, path: str) -> None:
    made = _salvaged(path, WHOLE[name](sample.data))
    assert contents(path) == sample.holds
    assert not made.lost and not made.pages_lost
    assert made.saved["goal"] == 3 and made.saved["journal"] == 1
    store = Store(path, Clock())
    assert len(search(store.reader, "lamp")) == 3
    store.run_sync(entries.check_in, 1, MONDAY, Decimal(1))
    assert store.run_sync(history.undo)
    assert store.run_sync(goals.create, "nordic", "en", title="New") == 4
    store.close()


@pytest.mark.parametrize("table", ["goal", "entry", "answer", "measure", "area", "journal"])
def test_a_row_whose_page_is_lost_is_told_by_the_indexes_and_the_history(table: str, sample: Sample, path: str) -> None:
    """The whole history of this file is in it."""
    _salvaged(path, zeroed(sample.data, sample.pages[table][0]))
    assert contents(path) == sample.holds


def test_without_the_history_a_lost_goal_keeps_its_entries_and_a_lost_row_is_counted(sample: Sample, path: str) -> None:
    data = without(sample.data, sample.pages["change"])
    for table in ("goal", "milestone"):
        data = zeroed(data, sample.pages[table][0])
    made = _salvaged(path, data)
    found = contents(path)
    assert found["entry"] == sample.holds["entry"] and found["answer"] == sample.holds["answer"]
    assert [(row["id"], row["no"], row["uuid"]) for row in found["goal"]] == [
        (row["id"], row["no"], row["uuid"]) for row in sample.holds["goal"]
    ]
    assert found["milestone"] == []
    assert made.lost == {"goal": 3, "milestone": 3} and made.pages_lost
    store = Store(path, Clock())
    assert [goal.title for goal in store.read(queries.goals)] == ["#1", "#2", "#3"]
    with pytest.raises(StoreError, match="nothing_to_undo"):
        store.run_sync(history.undo)
    store.close()


def test_what_hangs_in_the_air_is_left_out_and_counted(sample: Sample, path: str) -> None:
    data = without(without(sample.data, sample.pages["change"]), sample.pages["journal"])
    made = _salvaged(path, data)
    assert contents(path)["journal_goal"] == []
    assert made.lost == {"journal_goal": 1}


def test_a_long_text_keeps_what_can_be_read_of_it(sample: Sample, path: str) -> None:
    number = next(
        number
        for number in range(2, len(sample.data) // PAGE)
        if sample.data[(number - 1) * PAGE] == 0 and b"many words" in sample.data[(number - 1) * PAGE : number * PAGE]
    )
    data = without(sample.data, sample.pages["change"])
    made = _salvaged(path, zeroed(data, number))
    (text,) = (str(row["text"]) for row in contents(path)["answer"] if row["question"] == "specific.why")
    assert made.lost == {"answer": 1}
    assert text.startswith("many words of it ") and "\0" not in text
    assert text == ("many words of it " * 900)[: len(text)]


def test_each_page_costs_no_more_than_its_own_rows(sample: Sample, path: str) -> None:
    for number in range(2, len(sample.data) // PAGE + 1, 17):
        damage = random.Random(number).choice((zeroed, overwritten))
        _salvaged(path, damage(sample.data, number))
        found = contents(path)
        assert {table: len(rows) for table, rows in found.items()} == {
            table: len(rows) for table, rows in sample.holds.items()
        }


def test_flipped_bits_and_a_lost_half_never_stop_it(sample: Sample, path: str) -> None:
    for seed in range(3):
        made = _salvaged(path, flipped(sample.data, seed))
        assert made.saved["goal"] >= 2
    made = _salvaged(path, sample.data[: len(sample.data) * 3 // 4])
    assert made.saved["goal"] == 3


def test_an_earlier_version_is_salvaged_to_that_of_today(path: str) -> None:
    for version in (1000, VERSION - 1):
        data = (FIXTURES / f"v{version}.db").read_bytes()
        made = _salvaged(path, data)
        assert made.saved["goal"] == 2
        store = Store(path)
        assert store.reader.rows("PRAGMA user_version") == [(VERSION,)]
        assert {goal.title for goal in store.read(queries.goals)} == {"Læs flere bøger", "Run"}
        store.close()


def test_what_holds_nothing_of_ours_is_refused_and_left_as_it_is(sample: Sample, path: str) -> None:
    os.makedirs(os.path.dirname(path))
    sqlite3.connect(path + "2").execute("CREATE TABLE notes (text)").connection.close()
    newer = bytearray(sample.data)
    newer[60:64] = (2000).to_bytes(4, "big")
    for data, code in (
        (b"Dear diary, " * 1000, "nothing_to_salvage"),
        (b"", "nothing_to_salvage"),
        (Path(path + "2").read_bytes(), "other_program"),
        (bytes(newer), "newer_version"),
    ):
        Path(path).write_bytes(data)
        with pytest.raises(StoreError, match=code):
            salvage(path, NOW)
        assert Path(path).read_bytes() == data
    assert not os.path.isdir(os.path.join(os.path.dirname(path), "backups")) or not os.listdir(
        os.path.join(os.path.dirname(path), "backups")
    )


def test_a_look_at_what_is_left_changes_nothing_and_the_store_writes_on_afterwards(sample: Sample, path: str) -> None:
    os.makedirs(os.path.dirname(path))
    damaged = overwritten(sample.data, sample.pages["entry"][0])
    Path(path).write_bytes(damaged)
    seen = salvage(path, NOW, only_look=True)
    assert Path(path).read_bytes() == damaged and os.listdir(os.path.join(os.path.dirname(path), "backups")) == []
    store = Store(path, Clock())
    store.hold(StoreError("damaged", path=path))
    made = store.salvage().result()
    assert (made.saved, made.lost) == (seen.saved, seen.lost)
    store.run_sync(goals.set_answer, 1, "specific.why", "a")
    assert len(store.read(queries.entries, 1)) == 1
    store.close()
