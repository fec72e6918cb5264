"""What of a sentence is finished while it is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.reading.settled import settled, settling


@pytest.mark.parametrize(
    ("typed", "finished"),
    [
        ("Rea", ""),
        ("Read ", "Read "),
        ("Read 2", "Read "),
        ("Read 24 ", "Read "),
        ("Read 24 boo", "Read "),
        ("Read 24 books ", "Read 24 books "),
        ("Read 24 books.", "Read 24 books."),
        ("Read 24 books by 31.", "Read 24 books by "),
        ("Læs 24 bøger inden 1. juni", "Læs 24 bøger inden "),
        ("Gå 10 000 ", "Gå "),
        ("Gå 10 000 steg ", "Gå 10 000 steg "),
        ("Sell 20%", "Sell 20%"),
        ("Sell 20 %", "Sell 20 %"),
        ("Sell 1,", "Sell "),
        ("Tjäna 5\u202f000 kr", "Tjäna "),
        ("Read 24\n", "Read 24\n"),
        ("Read 24\nfor fu", "Read 24\nfor "),
    ],
)
def test_neither_half_a_word_nor_a_number_without_its_word_is_finished(typed: str, finished: str) -> None:
    assert settled(typed, len(typed)) == finished


def test_in_the_middle_only_the_word_one_is_in_is_left_out() -> None:
    assert settled("Read 24 books by June", len("Read 2")) == "Read  books by June"
    assert settled("Read 24 books by June", len("Read ")) == "Read 24 books by June"


def typing(text: str, read: str = "", begun: str = "") -> list[str]:
    """What is read after each letter of a text, once each."""
    found = []
    for at in range(len(begun) + 1, len(text) + 1):
        new = settling(read, text[:at], at)
        if new != read:
            found.append(new)
        read = new
    return found


def test_a_sentence_typed_without_a_pause_is_read_once_at_each_word_that_is_finished() -> None:
    assert typing("Gå 70 000 steg i veckan.") == [
        "Gå ",
        "Gå 70 000 steg ",
        "Gå 70 000 steg i ",
        "Gå 70 000 steg i veckan.",
    ]


def test_typing_on_after_a_pause_takes_nothing_back() -> None:
    """What was read when one paused stands until the word is finished."""
    assert typing("Read 24 books by ", "Read 24 bo", "Read 24 bo") == ["Read 24 books ", "Read 24 books by "]
    assert typing("Read 24 books ", "Read 24 ", "Read 24 ") == ["Read 24 books "]


def test_taking_letters_back_within_a_word_changes_nothing_and_taking_back_the_word_does() -> None:
    read = "Read 24 books by June"
    for shorter in ("Read 24 books by Jun", "Read 24 books by J"):
        assert settling(read, shorter, len(shorter)) == read
    assert settling(read, "Read 24 books by ", len("Read 24 books by ")) == "Read 24 books by "


def test_another_text_in_its_place_is_not_taken_for_what_was_read() -> None:
    assert settling("Read 24 books ", "Run 5 km by Ju", len("Run 5 km by Ju")) == "Run 5 km by "


@settings(max_examples=60, deadline=None)
@given(st.text("a1 .%,\né", max_size=30), st.integers(-2, 32), st.text("a1 .%", max_size=30))
def test_at_most_one_place_is_left_out_of_any_text(text: str, cursor: int, read: str) -> None:
    left = settled(text, cursor)
    assert any(left == text[:at] + text[len(text) - len(left) + at :] for at in range(len(left) + 1))
    assert settling(read, text, cursor) in (read, left)
