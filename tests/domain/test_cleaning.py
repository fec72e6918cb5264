"""What is typed or pasted is clean before anything else sees it."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, TITLE_LIMIT, clean_line, clean_text, clean_title

HOSTILE = st.text(st.one_of(st.characters(codec=None), st.sampled_from("\x1b[]\n\t\r\0\x85\u2028\u202e\ud800é")))


def test_escape_sequences_lose_what_makes_them_act() -> None:
    assert clean_line("a\x1b[2Jb\x07\x9bc") == "a[2Jbc"


def test_a_line_has_no_breaks() -> None:
    assert clean_line("one\r\ntwo\nthree\tfour\u2028five") == "one two three four five"


def test_a_long_text_keeps_its_lines_and_loses_its_tabs() -> None:
    assert clean_text("one\r\ntwo\rthree\n\nfour\tfive") == "one\ntwo\nthree\n\nfour five"


def test_letters_are_composed_and_emoji_stay_whole() -> None:
    assert clean_line("a\u030a") == "å"
    family = "👩\u200d👧"
    assert clean_line(family) == family


def test_marks_that_turn_the_reading_direction_are_removed() -> None:
    assert clean_line("pay \u202e001\u202c now") == "pay 001 now"


def test_length_is_bounded() -> None:
    assert len(clean_line("x" * 10_000)) == LINE_LIMIT
    assert len(clean_title("x" * 10_000)) == TITLE_LIMIT
    assert len(clean_text("x" * 1_000_000)) == TEXT_LIMIT


@given(HOSTILE)
@settings(max_examples=150)
def test_whatever_comes_in_what_comes_out_is_clean_and_stays_so(text: str) -> None:
    for clean in (clean_line, clean_title, clean_text):
        once = clean(text)
        once.encode("utf-8")
        assert unicodedata.is_normalized("NFC", once)
        assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
        assert clean(once) == once
    assert "\n" not in clean_line(text)
