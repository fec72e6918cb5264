"""What was written is found from the command line, too."""

import sqlite3

from smart_tui.store.store import Store
from tests.cli.conftest import Here


def test_what_was_written_is_found_by_its_words_the_newest_first(here: Here) -> None:
    here("add", "Read 24 books by 31 December", "--activate")
    here("log", "1", "yesterday", "2", "#", "by", "the", "sea")
    here("journal", "add", "The café\nby the Sea", "--goal", "1")
    said = here("journal", "search", "THE", "se")
    assert (said.code, said.err) == (0, "")
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "15 Jan journal The café by the Sea",
        "14 Jan check-in 1 Read books by the sea",
    ]
    (first, second) = here("journal", "search", "--json", "the sea").json
    assert (first["kind"], first["on"], first["goal"]) == ("journal", "2026-01-15", None)
    assert (second["kind"], second["goal"], second["text"]) == ("note", {"no": 1, "title": "Read books"}, "by the sea")
    assert [second["text"][start:end] for start, end in second["found"]] == ["the", "sea"]


def test_nothing_found_says_so_and_nothing_to_look_for_is_a_mistake(here: Here) -> None:
    assert here("journal", "search", "spring").out == "Nothing holds all of these words.\n"
    assert here("journal", "search", "spring", "--json").json == []
    for typed in ((), ("?!",)):
        said = here("journal", "search", *typed)
        assert (said.code, said.out) == (2, "")
        assert "Name the words to search for: journal search spring walk" in said.err
    assert here("journal", "search", "spring", "--goal", "1").code == 2


def test_what_another_program_wrote_is_found_and_a_lost_index_is_made_anew(here: Here, store: Store) -> None:
    here("journal", "add", "Old words")
    for sql in ("UPDATE journal SET text = 'New words'", "DROP TABLE search_data"):
        raw = sqlite3.connect(store.path)
        raw.execute(sql)
        raw.commit()
        raw.close()
        assert "New words" in here("journal", "search", "new").out
        assert "Nothing" in here("journal", "search", "old").out


def test_hostile_text_reaches_no_terminal(here: Here, store: Store) -> None:
    here("journal", "add", "word")
    raw = sqlite3.connect(store.path)
    raw.execute("UPDATE journal SET text = 'word \x1b[31m\u202e red'")
    raw.commit()
    raw.close()
    said = here("journal", "search", "word", "\x1b[0m")
    assert "\x1b" not in said.out + said.err and "\u202e" not in said.out
