"""Forty goals typed word by word: what the coach offers and says of each, and that nothing flickers on the way."""

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from smart_tui.domain.remark import RemarkCode
from smart_tui.tui.screens.advising import AdvisingScreen
from smart_tui.tui.screens.drafting import DraftScreen
from tests.tui.composing import FORTY, Composing
from tests.tui.world import settle as calm
from tests.tui.writing import goals, seen, started, type_text

REVIEWED = Path(__file__).with_name("forty.txt")
HEAD = """\
Forty goals on Thursday 15 January 2026, each in an app of its own language, before and after its chips are taken.
~ stands for a no-break space; what is said of every new goal on its card is left out.
"""
COMPOSED = [pytest.param(*one, id=one[1]) for one in FORTY]


def block(language: str, text: str) -> str:
    one = Composing(language)
    one.type(text)
    one.rest()
    rows = [("chips", one.labels()), ("says", one.said())]
    if one.example():
        rows.append(("such as", [one.example()]))
    taken = one.take_all()
    if taken:
        rows += [("taken", taken), ("title", [one.draft.title])]
    rows += [("goal", [one.statement()]), ("card says", one.said_on_card())]
    lines = [f"{language}  {text}"]
    for name, said in rows:
        between = " | " if name in ("chips", "taken") else "\n" + " " * 12
        lines.append(f"  {name:<9} {between.join(said) or '-'}")
    return "\n".join(lines).replace("\xa0", "~")


def test_forty_goals_are_read_and_remarked_on_as_reviewed() -> None:
    text = "\n\n".join([HEAD.rstrip(), *(block(*one) for one in FORTY)]) + "\n"
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "text"), COMPOSED)
def test_taken_chips_leave_a_title_of_words_and_a_goal_that_says_each_thing_once(language: str, text: str) -> None:
    one = Composing(language)
    one.type(text)
    one.rest()
    one.take_all()
    assert not one.chips.offers
    title = one.draft.title.split()
    assert title and title[0][0].isupper()
    assert not one.settling.breaks_off(one.draft.title, language), "no preposition or article is left at its end"
    said = [word.strip(".,:") for word in one.statement().lower().split()]
    figures = [word for word in said if any(letter.isdigit() for letter in word)]
    assert len(figures) == len({*figures}), one.statement()


# While one types.

Seen = tuple[tuple[str, ...], tuple[RemarkCode, ...], bool]
"""The chips, the remarks, and whether the key before was a letter of a word that goes on."""


def typed(language: str, text: str, pauses: str) -> Iterator[Seen]:
    """What stands there after every key. `pauses`: none, a "short" one or a "long" one behind every word."""
    one = Composing(language)
    for end in range(1, len(text) + 1):
        one.type(text[:end])
        within = text[end - 1 : end + 1].strip() == text[end - 1 : end + 1] and end < len(text)
        yield tuple(one.labels()), tuple(remark.code for remark in one.remarked), within
        if pauses and not within and not text[end - 1].isspace():
            one.pause() if pauses == "short" else one.rest()
            yield tuple(one.labels()), tuple(remark.code for remark in one.remarked), False


def back_again(stood: Sequence[Sequence[str]]) -> list[str]:
    """What left and came back."""
    gone: set[str] = set()
    found = []
    for before, now in pairwise(stood):
        gone |= {*before} - {*now}
        found += [each for each in now if each in gone and each not in before]
    return found


@pytest.mark.parametrize("pauses", ["", "short", "long"])
@pytest.mark.parametrize(("language", "text"), COMPOSED)
def test_no_chip_and_no_remark_leaves_and_comes_back(language: str, text: str, pauses: str) -> None:
    steps = list(typed(language, text, pauses))
    assert back_again([chips for chips, _, _ in steps]) == []
    assert back_again([remarks for _, remarks, _ in steps]) == []


@pytest.mark.parametrize(("language", "text"), COMPOSED)
def test_no_remark_comes_in_the_middle_of_a_word(language: str, text: str) -> None:
    for pauses in ("", "short"):
        steps = list(typed(language, text, pauses))
        for (_, before, _), (_, now, within) in pairwise(steps):
            assert not within or {*now} <= {*before}


# In the app.


@pytest.mark.parametrize(
    ("language", "text", "size", "key"),
    [
        ("en", "At most two coffees a day", (80, 24), "n"),
        ("da", "Sænke sygefraværet fra 6 % til 4 % i år", (120, 40), "N"),
        ("sv", "Höja kundnöjdheten från 3,8 till 4,3 före juni", (40, 12), "n"),
    ],
)
async def test_the_app_offers_and_takes_what_was_reviewed(
    tmp_path: Path, language: str, text: str, size: tuple[int, int], key: str
) -> None:
    expected = Composing(language)
    expected.type(text)
    expected.rest()
    async with started(tmp_path, language, size=size) as (app, pilot):
        await pilot.press(key)
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, AdvisingScreen)
        await type_text(pilot, text)
        screen.settle()
        assert [offer.label for offer in screen.chips.offers] == expected.labels()
        assert screen.remarked == expected.remarked
        await calm(pilot)
        shown = " ".join(seen(app).replace("\xa0", " ").split())
        assert expected.labels()[0].replace("\xa0", " ") in shown
        for _ in expected.take_all():
            await pilot.press("f3")
        await calm(pilot)
        assert not screen.chips.offers
        assert (screen.draft.title, screen.statement_text().plain) == (expected.draft.title, expected.statement())
        await screen.keep()
        assert goals(app)[0].title == expected.draft.title


async def test_where_a_sentence_breaks_off_a_short_pause_reads_nothing(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        await type_text(pilot, "Read 24")
        screen._paused()
        assert not screen.chips.offers
        await pilot.press("f3")
        assert screen.draft.text("target") == "24", "a key that takes a chip reads all at once"
