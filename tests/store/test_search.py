"""Whatever was written is found by each of its words, however it came into the file and went again."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.folding import tokens
from smart_tui.domain.goal import Outcome
from smart_tui.domain.review import Cause, Repair, Way
from smart_tui.store import index
from smart_tui.store.commands import entries, goals, history, journal, measures, plans, reviews
from smart_tui.store.connection import connect
from smart_tui.store.errors import StoreError
from smart_tui.store.migrations import STEPS, bring_up_to_date, create_if_missing
from smart_tui.store.queries.search import IndexLostError, phrases, search, up_to_date
from smart_tui.store.searched import SOURCES, read, select
from smart_tui.store.searchschema import SEARCH_TRIGGERS
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, books, full_goal, sound

WEEK = MONDAY - timedelta(days=7)
SEVERAL = ["far", "får", "Café", "slow rain", "Ølhunden", "東京", "re-read 1,5 km", "“so”", "x' OR *", "ışık ﬁn"]


def found(store: Store, typed: str) -> set[tuple[str, str]]:
    return {(hit.kind, hit.text) for hit in store.read(search, typed, 1000)}


def everything(store: Store) -> dict[tuple[str, int], str]:
    """All texts there are, by kind and row, straight from their tables."""
    texts = {}
    for kind in SOURCES:
        ids = [row[0] for row in store.reader.rows(f'SELECT id FROM "{kind}"')]
        for row in store.reader.rows(select(kind, len(ids)), ids):
            each = read(kind, row)
            if each.text:
                texts[kind, each.row_id] = each.text
    return texts


def agree(store: Store) -> None:
    """Every text is found by each of its words, and nothing is held of what is not there."""
    texts = everything(store)
    assert {(kind, row) for kind, row in store.reader.rows("SELECT kind, row_id FROM document")} == set(texts)
    by_word: dict[str, set[tuple[str, int]]] = {}
    for key, text in texts.items():
        for word in tokens(text):
            by_word.setdefault(word, set()).add(key)
    for word, expected in by_word.items():
        hits = {(hit.kind, hit.row_id) for hit in store.read(search, f'"{word}"', 1000)}
        assert hits == expected, word
    assert store.read(up_to_date)
    raw = sqlite3.connect(store.path)
    raw.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    raw.close()


def one_of_each(store: Store) -> int:
    """A goal with something to find of every kind."""
    goal_id = full_goal(store)
    run = store.run_sync
    run(goals.set_fields, goal_id, {"statement": "A shelf a year", "people": "Åse", "owner": "me"})
    run(measures.add_version, goal_id, books("30")._replace(valid_from=date(2026, 5, 1), reason="Holiday"))
    entry_id = run(journal.write, None, MONDAY, "Long **walk** by the sea", [goal_id])
    assert entry_id
    review_id = run(reviews.begin, WEEK, WEEK, WEEK + timedelta(days=6), Way.FULL)
    run(reviews.say_cause, review_id, goal_id, Cause.TIME, "evenings were short")
    run(reviews.say_repair, review_id, goal_id, Repair.PLAN, "if it is late, I read a page")
    run(reviews.write_line, review_id, "well", "Two dinners with friends")
    return goal_id


def test_every_kind_of_thing_is_found_with_its_goal_its_day_and_where(store: Store) -> None:
    goal_id = one_of_each(store)
    run = store.run_sync
    run(goals.finish, goal_id, Outcome.PARTLY, "Begin with less", date(2026, 12, 1))
    agree(store)
    sought = {
        "begin less": "goal",
        "shelf year": "goal",
        "åse": "goal",
        "evening learning": "goal",
        "short one": "entry",
        "first shelf": "milestone",
        "lamp town": "activity",
        "ten page": "plan",
        "holiday": "measure",
        "walk sea": "journal",
        "dinners": "review_line",
        "evenings late": "review_goal",
    }
    for typed, kind in sought.items():
        assert [hit.kind for hit in store.read(search, typed)] == [kind], typed
    (note,) = store.read(search, "short one")
    assert (note.on, note.about.goal_id, note.about.goal_no, note.about.goal_title) == (MONDAY, goal_id, 1, "Read more")
    (line,) = store.read(search, "dinners")
    assert (line.on, line.about.within) == (WEEK + timedelta(days=6), 1)
    (closed,) = store.read(search, "begin")
    assert closed.on == date(2026, 12, 1)


def test_the_newest_day_comes_first_and_on_a_day_what_was_written_last(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="x")
    for day, note in ((5, "rain b"), (9, "rain d"), (1, "rain a"), (5, "rain c")):
        store.run_sync(entries.check_in, goal_id, MONDAY + timedelta(days=day), Decimal(1), note=note)
    assert [hit.text for hit in store.read(search, "rain")] == ["rain d", "rain c", "rain b", "rain a"]
    assert [hit.text for hit in store.read(search, "rain", 2)] == ["rain d", "rain c"]
    store.run_sync(entries.edit_entry, 3, on=MONDAY + timedelta(days=20))
    assert store.read(search, "rain")[0].text == "rain a"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wal", {"Walked home", "walking, café"}),
        ("CAFE", {"walking, café"}),
        ("far", {"far away"}),
        ("får", {"får får"}),
        ("ol", {"old oak"}),
        ("öl", {"öl"}),
        ("home walk", {"Walked home"}),
        ('"far away"', {"far away"}),
        ('"away far"', set()),
        ('"fa"', set()),
        ('"walked ho', {"Walked home"}),
        ("京", {"東京へ"}),
        ("東京", {"東京へ"}),
        ("京東", set()),
        ("", set()),
        ('" * ( OR NEAR', set()),
        ("far AND", set()),
        ("-", set()),
        ("\x00 \ud800 %_", set()),
        ("folded:far", set()),
    ],
)
def test_words_are_sought_from_their_beginning_and_together_between_quotation_marks(
    store: Store, typed: str, expected: set[str]
) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Zzz")
    for note in ("Walked home", "walking, café", "far away", "får får", "old oak", "öl", "東京へ"):
        store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1), note=note)
    assert {text for _, text in found(store, typed)} == expected


def test_what_was_looked_for_is_marked_in_the_text_as_it_was_written(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="x")
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1), note="Café, oﬃce and the caféteria in Århus")
    (hit,) = store.read(search, 'cafe "office and" år')
    assert [hit.text[start:end] for start, end in hit.spans] == ["Café", "oﬃce and", "caféteria", "Århus"]


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_may_be_typed(typed: str) -> None:
    for each in phrases(typed):
        assert each.words and all(tokens(word) == (word,) for word in each.words)


Deed = Callable[[Store, int, str], object]
DEEDS: dict[str, Deed] = {
    "note": lambda s, n, t: s.run_sync(entries.check_in, 1, MONDAY + timedelta(days=n), Decimal(n), note=t),
    "day": lambda s, n, t: s.run_sync(entries.check_in, 1, MONDAY + timedelta(days=n), Decimal(n), note=t, mode="set"),
    "edit note": lambda s, n, t: s.run_sync(entries.edit_entry, n, note=t, on=MONDAY + timedelta(days=n)),
    "delete note": lambda s, n, t: s.run_sync(entries.delete_entry, n),
    "answer": lambda s, n, t: s.run_sync(goals.set_answer, 1, "specific.why", t),
    "fields": lambda s, n, t: s.run_sync(goals.set_fields, 1, {"title": t, "area": t[:5], "tags": (t,)}),
    "activity": lambda s, n, t: s.run_sync(plans.add_activity, 1, t, "", t[:3]),
    "plan": lambda s, n, t: s.run_sync(plans.add_plan, 1, t, t),
    "journal": lambda s, n, t: s.run_sync(journal.write, None, MONDAY + timedelta(days=n), t, [1]),
    "journal again": lambda s, n, t: s.run_sync(journal.write, n, MONDAY, t, []),
    "line": lambda s, n, t: s.run_sync(reviews.write_line, 1, "well", t),
    "cause": lambda s, n, t: s.run_sync(reviews.say_cause, 1, 1, Cause.OTHER, t),
    "no review": lambda s, n, t: s.run_sync(reviews.delete, 1),
    "no goal": lambda s, n, t: s.run_sync(goals.delete, 1),
    "undo": lambda s, n, t: s.run_sync(history.undo),
    "redo": lambda s, n, t: s.run_sync(history.redo),
    "foreign note": lambda s, n, t: _raw(s.path, "UPDATE entry SET note = ? WHERE id = ?", t, n),
    "foreign title": lambda s, n, t: _raw(s.path, "UPDATE goal SET title = ? WHERE id = 1", t + "."),
}


def _raw(path: str, sql: str, *params: object, foreign_keys: bool = False) -> None:
    opened = sqlite3.connect(path, isolation_level=None)
    opened.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")
    opened.execute(sql, params)
    opened.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with something to find of every kind."""
    path = tmp_path_factory.mktemp("filled") / "smart-tui.db"
    store = Store(str(path), Clock())
    one_of_each(store)
    store.close()
    return path


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(1, 4), st.sampled_from(SEVERAL)), max_size=9))
def test_all_that_is_written_is_found_after_whatever_was_done(filled: Path, steps: list[tuple[str, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(filled, folder)
        store = Store(f"{folder}/{filled.name}", Clock())
        for name, n, text in steps:
            try:
                DEEDS[name](store, n, text)
            except StoreError:
                continue
        store.warm().result()
        agree(store)
        store.close()


FOREIGN = {
    "a note": "UPDATE entry SET note = 'rewritten'",
    "a note taken away": "UPDATE entry SET note = ''",
    "another id": "UPDATE entry SET id = id + 100",
    "a row in place of another, by id": """INSERT OR REPLACE INTO entry (id, uuid, goal_id, day, state, value, note,
        recorded_at, source, source_id) VALUES (1, 'x', 1, '2026-05-01', 'value', 1, 'new', '', '', '')""",
    "a row in place of another, by uuid": """INSERT OR REPLACE INTO entry (uuid, goal_id, day, state, value, note,
        recorded_at, source, source_id) SELECT uuid, 1, day, state, value, '', '', '', '' FROM entry LIMIT 1""",
    "an answer in place of another": "INSERT OR REPLACE INTO answer (goal_id, question, text) SELECT goal_id, question,"
    " 'other' FROM answer LIMIT 1",
    "a line in place of another": """INSERT OR REPLACE INTO review_line (review_id, prompt, text)
        VALUES (1, 'well', 'no')""",
    "a goal and what belongs to it": "DELETE FROM goal",
    "a goal in place of another": """INSERT OR REPLACE INTO goal (uuid, no, title, statement, state, model, language,
        owner, people, step, lesson, created_at, updated_at) VALUES ('g', 1, 'Newcomer', '', 'draft', 'nordic', 'en',
        '', '', '', '', '2026-05-01', '')""",
    "an area": "UPDATE area SET name = 'Renamed'",
    "an area gone": "DELETE FROM area",
    "an area in place of another": "INSERT OR REPLACE INTO area (uuid, name) VALUES ('a', 'Learning')",
    "tags": "UPDATE tag SET name = name || 'more'",
    "tags gone": "DELETE FROM tag",
    "a review's day": "UPDATE review SET last = '2026-03-01'",
    "a review gone": "DELETE FROM review",
    "levels": """UPDATE measure SET levels = '["low", "mid \\ud800", 3]', reason = ''""",
    "a text that is none": "UPDATE entry SET note = CAST(x'ff61 62ff' AS TEXT)".replace(" 62", "62"),
    "a day that is none": "UPDATE goal SET created_at = 'yesterday'",
}


@pytest.mark.parametrize("foreign_keys", [False, True])
def test_the_index_follows_another_program(filled: Path, tmp_path: Path, foreign_keys: bool) -> None:
    for at, (name, sql) in enumerate(FOREIGN.items()):
        path = str(tmp_path / f"{at}.db")
        shutil.copy(filled, path)
        _raw(path, sql, foreign_keys=foreign_keys)
        store = Store(path, Clock())
        assert not store.read(up_to_date), name
        store.warm().result()
        agree(store)
        store.close()


def test_no_writer_fails_for_the_index_whatever_its_way_of_resolving_conflicts(filled: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "smart-tui.db")
    shutil.copy(filled, path)
    for way in ("ABORT", "FAIL", "IGNORE", "REPLACE", "ROLLBACK"):
        for _ in range(2):
            _raw(path, f"UPDATE OR {way} entry SET note = note || 'a'")
    opened = sqlite3.connect(path)
    assert opened.execute("SELECT note FROM entry").fetchone()[0].endswith("a" * 10)
    opened.close()


def test_a_note_written_beside_one_of_another_program_lets_the_index_follow_both(store: Store, path: str) -> None:
    one_of_each(store)
    _raw(path, "UPDATE goal SET title = 'Foreign'")
    store.run_sync(entries.check_in, 1, MONDAY, Decimal(1), note="our own")
    agree(store)
    assert found(store, "foreign") and found(store, "own")


LOST = {
    "the index": "DROP TABLE search",
    "its documents": "DROP TABLE document",
    "what is noted": "DROP TABLE search_stale",
    "a part of it": "DROP TABLE search_config",
    "another part": "DROP TABLE search_idx",
    "its data": "DROP TABLE search_data",
    "a trigger": "DROP TRIGGER search_entry_insert",
    "its content": "UPDATE search_data SET block = x'00' WHERE id > 10",
}


@pytest.mark.parametrize("lost", LOST)
def test_a_lost_or_damaged_index_is_made_anew(filled: Path, tmp_path: Path, lost: str) -> None:
    path = str(tmp_path / "smart-tui.db")
    shutil.copy(filled, path)
    _raw(path, LOST[lost])
    store = Store(path, Clock())
    try:
        whole = store.read(up_to_date)
        store.read(search, "dinners")
        assert not whole
    except IndexLostError:
        pass
    index.follow(path, anew=True)
    agree(store)
    store.close()
    assert sound(path)


def test_a_check_in_lands_though_the_index_is_damaged_and_is_found_once_it_was_made_anew(store: Store) -> None:
    one_of_each(store)
    _raw(store.path, LOST["another part"])
    store.run_sync(entries.check_in, 1, MONDAY, Decimal(1), note="landed all the same")
    assert not store.read(up_to_date)
    store.warm().result()
    assert [kind for kind, _ in found(store, "landed")] == ["entry"]
    agree(store)


def test_an_entry_without_a_note_leaves_nothing_to_follow(store: Store, path: str) -> None:
    store.run_sync(goals.create, "nordic", "en", title="x")
    values = "(uuid, goal_id, day, state, value, note, recorded_at, source, source_id)"
    _raw(path, f"INSERT INTO entry {values} VALUES ('u', 1, '2026-01-01', 'value', 1, '', '', '', '')")
    _raw(path, "UPDATE entry SET value = 2, day = '2026-01-02'")
    _raw(path, "DELETE FROM entry")
    assert store.read(up_to_date)


def test_more_notes_than_a_day_has_room_for_spill_over_without_failing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "DAY_SHIFT", 2)
    store.run_sync(goals.create, "nordic", "en", title="x")
    for n in range(9):
        store.run_sync(entries.check_in, 1, MONDAY, Decimal(1), note=f"rain {n}")
    assert len(found(store, "rain")) == 9


def test_an_older_file_is_searched_as_soon_as_it_is_up_to_date(tmp_path: Path) -> None:
    path = str(tmp_path / "smart-tui.db")
    create_if_missing(path)
    bring_up_to_date(path, STEPS[:-1])
    opened = connect(path)
    opened.execute(
        "INSERT INTO goal (uuid, no, title, statement, state, model, language, owner, people, step, lesson, created_at,"
        " updated_at) VALUES ('g', 1, 'Old', '', 'draft', 'nordic', 'en', '', '', '', '', '2020-05-01', '')"
    )
    opened.executemany(
        "INSERT INTO entry (uuid, goal_id, day, state, value, note, recorded_at, source, source_id)"
        " VALUES (?, 1, '2020-05-02', 'value', 1, ?, '', '', '')",
        ((str(n), f"rain {n}" if n % 2 else "") for n in range(120)),
    )
    opened.close()
    store = Store(path, Clock())
    assert len(found(store, "rain")) == 60
    agree(store)
    store.close()


def test_a_file_that_is_not_there_has_nothing_to_find(store: Store, path: str) -> None:
    assert store.read(search, "anything") == []
    assert store.read(up_to_date)
    assert not Path(path).exists()


def test_each_trigger_names_no_table_but_its_own_and_the_notes() -> None:
    # One that did would be in the way of rebuilding either table.
    for name, sql in SEARCH_TRIGGERS.items():
        words = sql.replace('"', " ").replace(";", " ").split()
        named = {words[at + 1] for at, word in enumerate(words) if word in ("FROM", "INTO", "JOIN")}
        own = next(words[at + 1] for at, word in enumerate(words) if word == "ON")
        assert named <= {own, "search_stale"}, name
