"""What a file is, in a sentence."""

import pytest

from smart_tui.domain.backup import FileState
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.filestate import STATES, file_state


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_state_of_a_file_has_a_sentence_of_its_own_that_names_the_file(code: str) -> None:
    said = {file_state(state, "/a/{b}.db", words(code)) for state in FileState}
    assert len(said) == len(STATES) == len(FileState)
    assert all("/a/{b}.db" in each and each.endswith(".") for each in said)
