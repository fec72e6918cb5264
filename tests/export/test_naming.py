"""A title becomes a name that every system takes, and no two titles the same one."""

from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.export.naming import LONGEST, Names, file_stem
from tests.interop import leaving


@settings(max_examples=60, deadline=None)
@given(st.lists(leaving.raw, max_size=4))
def test_names_are_safe_on_every_system_and_no_two_are_the_same(titles: list[str]) -> None:
    names = Names()
    given = [names.of(title, "goal 1", ".md") for title in titles + titles]
    assert len({normalize("NFC", name).casefold() for name in given}) == len(given)
    for name in given:
        assert name.endswith(".md") and name.isprintable() and len(name.encode()) <= LONGEST + 20
        assert not set(name) & set('<>:"/\\|?*#^[]')
        stem = name.removesuffix(".md")
        assert stem.strip(" .") == stem and stem
        assert stem.split(".")[0].strip().upper() not in ("CON", "NUL", "COM1", "LPT9")


def test_a_name_says_as_much_of_the_title_as_can_be() -> None:
    stems = {"Læs 24 bøger": "Læs 24 bøger", "a/b: c?": "a b c", "..": "", "con": "_con", "nul.txt": "_nul.txt"}
    assert {title: file_stem(title) for title in stems} == stems
    assert len(file_stem("å" * 200).encode()) == LONGEST
    assert file_stem("console") == "console"
