"""A file of words that cannot be read counts as empty, and is named to who asks; nothing else stops."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smart_tui.coach.prediction import predict
from smart_tui.reading.words import files, lexicon
from smart_tui.reading.words.files import faults, load
from tests.unreadable import forget, unreadable

TODAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize("name", ["numbers", "dates", "goals", "judging"])
@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize("written", ["x = [", "nonsense = 1", None])
def test_a_sentence_is_read_without_the_words_that_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, name: str, written: str | None
) -> None:
    unreadable(tmp_path, monkeypatch, lang, name, written)
    predict("Run 5 km 3 times a week by 5 May, half of it in an hour", lang, TODAY)
    broken = written is not None or lang == "en"
    assert [fault.split(" ")[0].rstrip(":") for fault in faults()] == ([f"{lang}/{name}.toml"] if broken else [])


def test_without_any_words_there_is_still_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FOLDER", str(tmp_path / "none"))
    forget()
    assert files.languages() == ("en",)
    assert predict("Run 5 km 3 times a week by 5 May", "da", TODAY)["measure"] is not None
    assert {fault.split("/")[0] for fault in faults()} == {"en"}


def test_words_that_can_be_read_have_no_faults() -> None:
    predict("Run 5 km by 5 May", "sv", TODAY)
    assert faults() == ()


@pytest.mark.parametrize(
    "written",
    ["articles = 5", "articles = ['a']", "small = [1]", "small = { one = 5 }", "small = { one = [5] }", "tens = 'ten'"],
)
def test_a_field_of_another_type_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    unreadable(tmp_path, monkeypatch, "da", "numbers", written)
    with pytest.raises(ValueError, match=f"da/numbers.toml, {written.split()[0]}: "):
        load(lexicon.NumberWords, "da", "numbers")


@pytest.mark.parametrize("written", ["times_word = 5", "scores = [1]", "scores = 'abc'", "marks = { to = [1] }"])
def test_signs_and_phrases_of_another_type_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    unreadable(tmp_path, monkeypatch, "da", "goals", written)
    with pytest.raises(ValueError, match=f"da/goals.toml, {written.split()[0]}: "):
        load(lexicon.GoalWords, "da", "goals")


def test_a_folder_in_the_place_of_a_file_and_an_endless_nesting_are_mistakes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(tmp_path, monkeypatch, "da", "goals", "x = " + "[" * 100_000)
    with pytest.raises(ValueError, match=r"da/goals\.toml: "):
        load(lexicon.GoalWords, "da", "goals")
    Path(files.FOLDER, "da", "items.toml").unlink()
    Path(files.FOLDER, "da", "items.toml").mkdir()
    with pytest.raises(ValueError, match=r"da/items\.toml: "):
        load(lexicon.ItemWords, "da", "items")
