"""What meets and what stays apart when text is searched."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.excerpt import excerpt
from smart_tui.domain.folding import fold, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("café", "CAFE"),
        ("cafe\u0301", "café"),
        ("FÅR", "får"),
        ("fa\u030ar", "får"),
        ("Öl", "ö\u006c"),
        ("ǽ Ǿ ǻ", "æ ø å"),
        ("oﬃce", "office"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("IŞIK", "ışık"),
        ("Łódź", "lodz"),
        ("ＡＢＣ", "abc"),
        ("Œuvre", "oeuvre"),
        ("ΟΔΌΣ", "οδος"),
        ("שָׁלוֹם", "שלום"),
        ("x\u030c", "x"),
    ],
)
def test_case_accents_and_forms_of_a_letter_meet(one: str, other: str) -> None:
    assert tokens(one) == tokens(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("far", "får"), ("ol", "öl"), ("ar", "är"), ("ae", "æ"), ("o", "ø"), ("ö", "ø"), ("ä", "æ"), ("か", "が")],
)
def test_letters_of_their_own_stay_apart(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)


def test_each_character_of_a_script_without_blanks_is_a_word() -> None:
    assert tokens("東京abcへ") == ("東", "京", "abc", "へ")
    assert tokens("한국어 말") == ("한국어", "말")


def test_words_say_where_they_stand_also_behind_characters_that_become_several() -> None:
    text = "Oﬃce: è東京 ½x"
    found = words(text)
    assert [text[start:end] for start, end in found.places] == ["Oﬃce", "è", "東", "京", "½", "½x"]
    assert found.folded == ("office", "e", "東", "京", "1", "2x")


@settings(max_examples=60)
@given(st.text())
def test_any_text_is_folded_into_words_that_stand_in_it_and_fold_to_themselves(text: str) -> None:
    composed = normalize("NFC", text)
    found = words(composed)
    assert found.folded == tokens(text)
    for word, (start, end) in zip(*found, strict=True):
        assert 0 <= start < end <= len(composed)
        assert word in fold(composed[start:end])
        assert tokens(word) == (word,)


@settings(max_examples=60)
@given(st.text("ab \n", max_size=60), st.integers(1, 30), st.data())
def test_an_excerpt_fits_and_holds_what_was_found(text: str, room: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, min(start + 3, len(text))))
    parts = excerpt(text, [(start, end)] if start < end else [], room)
    line = "".join(part.text for part in parts)
    assert len(line) <= room and "\n" not in line
    if start < end and room > 8:
        assert "".join(part.text for part in parts if part.found) == text[start:end].replace("\n", " ")
