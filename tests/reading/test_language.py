"""The language of a sentence: found in short goals, not guessed where nothing tells, and always the same quickly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.reading.language import LanguageWords, detect, spoken
from smart_tui.reading.words.files import languages, load

ENGLISH = """
Run 5 km|Read 24 books|Lose 5 kg|Save 5000 kr|Quit smoking|Learn Spanish|Meditate 10 min|Yoga twice a week|
Call mum every Sunday|Do 20 push-ups|Declutter the attic|Be at ease in public|Launch the shop|Double revenue|
Cut sugar|Walk 10,000 steps|Hike the Camino|Weigh 78 kg|Drink less|Paint the fence|Resting pulse 50-60|
I'll get out of debt|i want to be fit|By June I am there
"""
DANISH = """
Løbe 5 km|Læs 24 bøger|Tabe 5 kg|Spare 5000 kr|Stoppe med at ryge|Lære spansk|Meditere 10 min|Yoga to gange om ugen|
Ringe til mor hver søndag|Tage 20 armbøjninger|Rydde op på loftet|Være rolig foran andre|Åbne butikken|
Fordoble omsætningen|Mindre sukker|Gå 10.000 skridt|Vandre Caminoen|Veje 78 kg|Drikke mindre|Male stakittet|
Hvilepuls 50-60|Komme ud af gælden|I år vil jeg i form|Strikke 5 huer
"""
SWEDISH = """
Springa 5 km|Läs 24 böcker|Gå ner 5 kg|Spara 5000 kr|Sluta röka|Lära mig spanska|Meditera 10 min|
Yoga två gånger i veckan|Ringa mamma varje söndag|Göra 20 armhävningar|Rensa vinden|Vara lugn inför andra|
Öppna butiken|Dubbla omsättningen|Mindre socker|Gå 10 000 steg|Vandra Caminon|Väga 78 kg|Dricka mindre|
Måla staketet|Vilopuls 50-60|Bli skuldfri|I år ska jag komma i form|Snickra 3 bord
"""


def sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in text.split("|")]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [(lang, s) for lang, text in (("en", ENGLISH), ("da", DANISH), ("sv", SWEDISH)) for s in sentences(text)],
)
def test_a_short_goal_is_known_for_its_language(lang: str, sentence: str) -> None:
    assert detect(sentence) == lang


@pytest.mark.parametrize(
    "text", ["", "   ", "5 km", "24", "...", "10k", "Excel", "Mira", "2026-01-15", "kr 500", "日本語"]
)
def test_what_holds_no_sign_of_a_language_is_not_guessed(text: str) -> None:
    assert detect(text) is None
    assert spoken(text, "sv") == "sv"


@pytest.mark.parametrize("text", ["med kaffe", "i 5 min", "Yoga 30 min"])
def test_what_two_languages_share_is_not_guessed(text: str) -> None:
    assert detect(text) is None


def test_a_sentence_that_tells_wins_over_the_language_expected() -> None:
    assert spoken("Læse 24 bøger", "en") == "da"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Read “Män som hatar kvinnor och älskar böcker”"),
        ("da", "Læs “The Old Man and the Sea”"),
        ("sv", 'Spela "Here There and Everywhere"'),
    ],
)
def test_a_title_in_quotation_marks_does_not_decide(lang: str, sentence: str) -> None:
    assert detect(sentence) == lang


def test_a_text_all_in_quotation_marks_is_still_read() -> None:
    assert detect("“Löpa och läsa”") == "sv"


@pytest.mark.parametrize("lang", languages())
def test_every_language_says_what_it_is_known_by(lang: str) -> None:
    own = load(LanguageWords, lang, "language")
    assert len(own.words) >= 200
    assert all(word == word.lower() for word in own.words)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aåäöæøIi0 \"“”'’-.\n\u0301\u0660word"), max_size=60) | st.text(max_size=60))
def test_any_text_gives_a_language_or_none(text: str) -> None:
    assert detect(text) in (None, *languages())
