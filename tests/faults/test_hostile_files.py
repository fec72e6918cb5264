"""Two thousand broken files of every format, and some that would fill the memory: refused with a sentence, or whole."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.hostilebig import QUICK, made, read_apart
from tests.faults.hostilefiles import forms, mutants
from tests.faults.hostileintake import Intakes

OF_EACH = 120
BROUGHT = 40
"""Of the files that can be read one in so many is brought in, and taken back."""
MOST_MB = 300


@pytest.mark.parametrize("half", [0, 1])
def test_a_broken_file_is_refused_with_a_sentence_or_comes_in_whole_and_can_be_taken_back(
    tmp_path: Path, half: int
) -> None:
    places = [tmp_path / name for name in ("good", "scratch", "broken")]
    for place in places:
        place.mkdir()
    intakes, random = Intakes(places[1]), Random(half)
    for form in forms(places[0])[half::2]:
        for number, path in enumerate(mutants(form, OF_EACH, random, places[2])):
            found = intakes.look(path, form.format if number % 4 == 3 else "")
            if found is not None and intakes.seen["read"] % BROUGHT == 0:
                intakes.bring(path, found)
    assert intakes.wrong == []
    assert intakes.seen["files"] >= OF_EACH * 8
    assert min(intakes.seen["read"], intakes.seen["refused"]) > 300 and intakes.seen["brought in"] > 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no measure of the most memory that was taken")
def test_a_file_that_would_fill_the_memory_is_refused_before_it_does(tmp_path: Path) -> None:
    read = read_apart(tmp_path / "smart-tui.db", made(tmp_path, QUICK))
    assert len(read) == len(QUICK)
    for each in read:
        assert each.said.endswith(".") and each.peak < MOST_MB, each
