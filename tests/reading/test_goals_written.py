"""Goals as people write them down, a sentence a line with its reading, so that a change of the grammar shows."""

from pathlib import Path

import pytest

from tests.reading.goalreadings import measured

HERE = Path(__file__).parent


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_goals_as_people_write_them_are_read_as_a_reader_would(lang: str) -> None:
    written = (HERE / f"written_{lang}.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line.rpartition("|") for line in written]
    wanted = {sentence.strip(): reading.strip() for sentence, _, reading in sentences}
    assert len(wanted) > 50
    assert {sentence: measured(sentence, lang) for sentence in wanted} == wanted
