"""The labelled goal sentences are read right, and none of them is known to the package by heart."""

import json
import re
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

import smart_tui
from smart_tui.coach.prediction import predict
from tests.coach.scoring import Line, Scores, labelled, scores

TODAY = date(2026, 1, 15)
"""The day that the sentences are labelled for."""
PACKAGE = Path(smart_tui.__file__).parent
RUN = 5
_WORDS = re.compile(r"[^\W_]+")


@cache
def predicted() -> list[Line]:
    return [predict(line["text"], line["lang"], TODAY) for line in labelled()]


@cache
def scored(lang: str = "") -> Scores:
    chosen = [pair for pair in zip(labelled(), predicted(), strict=True) if pair[0]["lang"] == lang or not lang]
    return scores([line for line, _ in chosen], [found for _, found in chosen])


def test_the_labelled_sentences_are_read_right() -> None:
    found = scored()
    assert found.headline >= 0.97
    assert min(found.specific, found.measurable, found.time_bound) >= 0.96
    assert min(found.target, found.date) >= 0.96


def test_where_there_is_no_measure_and_no_date_none_is_found() -> None:
    found = scored()
    assert max(found.false_measures, found.false_deadlines, found.false_dates) <= 0.05


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_each_language_is_read_right(lang: str) -> None:
    assert scored(lang).headline >= 0.95


def test_a_measure_and_a_deadline_stand_exactly_where_they_are_said_to() -> None:
    for line, found in zip(labelled(), predicted(), strict=True):
        assert (found["measure"] is None) == (found["measurable"] == 0), line["text"]
        assert (found["deadline"] is None) == (found["time_bound"] == 0), line["text"]
        json.dumps(found)


def runs(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_run_of_five_words_of_a_labelled_sentence_stands_in_the_package() -> None:
    known = set(chain.from_iterable(runs(line["text"]) for line in labelled()))
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".po", ".tcss")]
    assert len(files) > 100
    found = {path.name: shared for path in files if (shared := known & runs(path.read_text("utf-8")))}
    assert not found


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Paint the fence before October", "2026-10-31"),
        ("en", "Paint the fence before 2027", "2027-12-31"),
        ("da", "Male stakittet inden juni", "2026-06-30"),
        ("sv", "Måla staketet före juni", "2026-06-30"),
        ("sv", "Måla staketet före den 3 juni", "2026-06-03"),
    ],
)
def test_a_predicted_day_is_the_one_that_the_labels_give_a_stretch(lang: str, text: str, day: str) -> None:
    assert predict(text, lang, TODAY)["deadline"]["iso"] == day
