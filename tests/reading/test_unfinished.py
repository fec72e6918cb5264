"""Whether a sentence breaks off in the middle, so that one only looks for the next word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.reading.unfinished import before_number, breaks_off


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Be a"),
        ("en", "Be a better"),
        ("en", "Read 24"),
        ("en", "Walk the dog every"),
        ("en", "Publish the list and"),
        ("en", "Finish the loft by my"),
        ("da", "Løbe 10 km på under"),
        ("da", "Male hegnet inden 1."),
        ("da", "Komme i bedre"),
        ("sv", "Bli bättre på att"),
        ("sv", "Halvera svinnet på två"),
        ("sv", "Höja betyget från 3,8"),
    ],
)
def test_behind_an_article_a_preposition_or_a_bare_number_a_sentence_goes_on(lang: str, text: str) -> None:
    assert breaks_off(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", ""),
        ("en", "Get fitter"),
        ("en", "Get better"),
        ("en", "Finish the loft in 2027"),
        ("en", "Save £3,000"),
        ("en", "Get up at 6:30"),
        ("en", "Raise sales by 3 %"),
        ("en", "Stop smoking."),
        ("da", "Blive bedre"),
        ("sv", "Sluta röka"),
        ("sv", "Träna mer"),
    ],
)
def test_a_sentence_that_can_end_does_not_break_off(lang: str, text: str) -> None:
    assert not breaks_off(text, lang)


def test_a_number_in_words_waits_for_what_it_counts() -> None:
    assert before_number("Drink at most two", "en") == "Drink at most "
    assert before_number("Walk one hundred", "en") == "Walk "
    assert before_number("Drink two coffees", "en") == "Drink two coffees"
    assert before_number("Högst fem ", "sv") == "Högst "


@given(st.text(max_size=60), st.sampled_from(["en", "da", "sv"]))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_asked_about(text: str, lang: str) -> None:
    assert breaks_off(text, lang) in (True, False)
    assert text.startswith(before_number(text, lang))
