"""The chips under a field and on the screens: which is chosen, how many lines they take, what one key takes."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from smart_tui.domain.goal import Kind, Measure, Period
from smart_tui.tui.chiprow import ChipRow
from smart_tui.tui.offers import Offer
from smart_tui.tui.screens.edit import EditScreen
from smart_tui.tui.screens.oneline import OneLineScreen
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.written import TITLE_FIELD
from tests.tui.world import settle as calm
from tests.tui.writing import TODAY, goals, seen, settle, started, type_text


def chip(about: str, label: str = "") -> Offer:
    return Offer(label or about, {about: "1"}, about=about)


def test_the_chosen_chip_stays_chosen_while_others_come_and_go() -> None:
    row = ChipRow()
    row.show([chip("target"), chip("deadline")])
    row.next()
    row.show([chip("baseline"), chip("target"), chip("period"), chip("deadline", "later")])
    assert row.current == chip("deadline", "later")
    row.begin()
    row.show([chip("baseline"), chip("target")])
    assert row.current == chip("baseline")


def test_the_chip_that_was_seen_is_the_one_taken_when_more_is_read_at_that_key() -> None:
    row = ChipRow()
    row.show([chip("target", "24")])
    seen_one = row.current
    row.show([chip("baseline"), chip("target", "24 books")])
    assert row.renewed(seen_one) == chip("target", "24 books")
    row.show([Offer("25 minutes", {"target": "25"}, about="target")])
    assert row.renewed(seen_one) is None, "another number is shown before it is taken"
    row.show([chip("deadline")])
    assert row.renewed(seen_one) is None


def test_chips_take_two_lines_at_most_and_the_chosen_one_is_always_there() -> None:
    row = ChipRow()
    row.show([chip(f"f{at}", f"{at} a chip of some length") for at in range(7)])
    for at in range(7):
        lines = row.content("F3", 60).plain.splitlines()
        assert len(lines) <= 2 and max(map(len, lines)) <= 60
        assert f"{at}\xa0a\xa0chip" in "".join(lines)
        row.next()


# In the app.


async def test_a_chip_is_taken_and_the_sentence_typed_on(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        await type_text(pilot, "Read 24 books")
        await pilot.press("f3")
        await type_text(pilot, " by 31 December")
        await pilot.press("f3", "pagedown")
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.title == "Read books"
        assert goal.answers[TITLE_FIELD] == "Read books\nRead 24 books by 31 December"
        assert goal.measure is not None
        assert (goal.measure.kind, goal.measure.target, goal.deadline) == (Kind.TOTAL, Decimal(24), date(2026, 12, 31))
        assert "Read 24 books by Thu 31 December 2026." in seen(app)


async def test_half_a_word_changes_no_chip_and_a_pause_reads_it(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        await type_text(pilot, "Meet 3 customers a week")
        stood = []
        for letter in " until 31 March":
            await type_text(pilot, letter)
            stood.append([offer.about for offer in screen.chips.offers])
        assert all(now[: len(before)] == before for before, now in pairwise(stood))
        screen.settle()
        assert [offer.about for offer in screen.chips.offers] == ["target", "period", "deadline"]


async def test_the_line_of_a_draft_keeps_the_sentence_out_of_sight(tmp_path: Path) -> None:
    async with started(tmp_path, "da") as (app, pilot):
        await pilot.press("N")
        await calm(pilot)
        assert isinstance(app.screen, OneLineScreen)
        await type_text(pilot, "Løbe 3 gange om ugen")
        await pilot.press("f3", "f3")
        await type_text(pilot, " med Bo")
        await pilot.press("enter")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.title == "Løbe med Bo"
        assert goal.answers[TITLE_FIELD] == "Løbe med Bo\nLøbe 3 gange om ugen"
        assert goal.measure is not None and goal.measure.period == Period.WEEK


async def test_on_the_page_of_all_answers_a_chip_fills_only_what_is_open(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        from smart_tui.store.commands.goals import create
        from smart_tui.store.commands.measures import set_measure

        goal_id = app.store.run_sync(create, "international", "en", "Read 30 books by 1 May")
        app.store.run_sync(set_measure, goal_id, Measure(Kind.TOTAL, TODAY, Decimal(24), "books"))
        await app.push_screen(EditScreen(goal_id))
        await calm(pilot)
        await pilot.press("f3", "f3", "escape")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.measure is not None and goal.measure.target == 24
        assert (goal.title, goal.deadline) == ("Read 30 books", date(2026, 5, 1))
