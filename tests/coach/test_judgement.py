"""What a goal sentence says of itself is heard: by phenomenon and language, in sentences of every day."""

import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.coach.judgement import judge
from smart_tui.coach.prediction import predict
from smart_tui.coach.vocabulary import vocabulary
from smart_tui.reading.phrases import normal
from smart_tui.reading.words import languages

TODAY = date(2026, 1, 15)
JUDGED = Path(__file__).with_name("judged.txt")
"""Lines of language, the three criteria as 0 or 1 and the sentence, below the name of their phenomenon."""


def groups() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    phenomenon = ""
    for line in JUDGED.read_text("utf-8").splitlines():
        if line.startswith("# "):
            phenomenon = line[2:]
        else:
            lang, bits, sentence = line.split(" ", 2)
            found.setdefault((phenomenon, lang), []).append((bits, sentence))
    return ((phenomenon, lang, lines) for (phenomenon, lang), lines in found.items())


def bits(sentence: str, lang: str) -> str:
    judged = judge(sentence, lang, TODAY)
    return "".join(str(int(bit)) for bit in (judged.specific, judged.measurable, judged.time_bound))


@pytest.mark.parametrize(("phenomenon", "lang", "lines"), [*groups()], ids=lambda part: part if len(part) < 60 else "")
def test_a_sentence_is_judged_by_what_its_words_say(phenomenon: str, lang: str, lines: list[tuple[str, str]]) -> None:
    assert [(bits(sentence, lang), sentence) for _, sentence in lines] == lines


def test_every_phenomenon_is_held_in_every_language() -> None:
    held = {(phenomenon, lang) for phenomenon, lang, _ in groups()}
    assert held == {(phenomenon, lang) for phenomenon, _ in held for lang in languages()}


@pytest.mark.parametrize(
    ("lang", "sentence", "vague"),
    [
        ("en", "I want to improve my health", "improve"),
        ("en", "We will work on our communication", "work on"),
        ("da", "Vi skal styrke samarbejdet", "styrke"),
        ("sv", "Jag vill må bättre", "må bättre"),
    ],
)
def test_the_words_that_make_a_sentence_vague_are_given_as_they_are_written(
    lang: str, sentence: str, vague: str
) -> None:
    assert judge(sentence, lang, TODAY).vague == vague


def test_an_event_is_told_from_what_is_done_over_and_over() -> None:
    assert judge("Open a café in Leeds", "en", TODAY).event
    assert not judge("Call mum every Sunday", "en", TODAY).event
    assert not judge("Read 12 books", "en", TODAY).event


words = st.sampled_from([word for lang in languages() for word in sorted(vocabulary(lang).verbs)[::97]])
pieces = st.one_of(words, st.text(string.digits + " .,:;-–%()'\"/\n", max_size=4), st.text(max_size=6))


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=12).map(" ".join), st.sampled_from([*languages(), "xx"]))
def test_any_text_can_be_judged(text: str, lang: str) -> None:
    found = predict(text, lang, TODAY)
    assert (found["measure"] is None) == (found["measurable"] == 0)
    assert (found["deadline"] is None) == (found["time_bound"] == 0)
    assert judge(text, lang, TODAY).vague in normal(text)
