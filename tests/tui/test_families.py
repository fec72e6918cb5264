"""Goals that serve a longer-term goal, in the list."""

from datetime import date
from pathlib import Path

import pytest

from smart_tui.store.commands import goals
from tests.tui.world import BOOKS, WEIGHT, World, listing, press, settle, shown, titles


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A longer-term goal without a measure and two that serve it, one in another area; and one beside them."""
    world = World(tmp_path)
    shop = world.goal("Grow the shop", None, "Work", ends=date(2027, 12, 31))
    world.goal("Write a blog", BOOKS, "Work", [(date(2026, 1, 10), "1")])
    serving = world.goal("Read about trade", BOOKS, "Work", [(date(2026, 1, 10), "6")])
    elsewhere = world.goal("Lose weight", WEIGHT, "Health", [(date(2026, 1, 14), "89")])
    for child in (serving, elsewhere):
        world.store.run_sync(goals.set_fields, child, {"parent_id": shop})
    return world


def line(text: str, title: str) -> str:
    return next(line for line in text.splitlines() if title in line)


async def test_children_stand_below_their_parent_in_their_own_area_and_it_says_how_they_stand(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert titles(app) == ["Lose weight", "Grow the shop", "Read about trade", "Write a blog"]
        text = shown(app)
        assert line(text, "Read ").index("Read ") == line(text, "Grow").index("Grow") + 2
        assert line(text, "Lose").index("Lose") == line(text, "Grow").index("Grow")
        assert "behind" in line(text, "Grow") and "2 goals" in line(text, "Grow") and "━" in line(text, "Grow")


async def test_a_check_in_on_a_child_changes_its_parents_row(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        listing(app).go_to(4)
        await press(pilot, "c", "8", "3", "enter")
        assert "behind" not in line(shown(app), "Grow")
        await press(pilot, "u")
        assert "behind" in line(shown(app), "Grow")
        await press(pilot, "delete")
        assert "1 goal" in line(shown(app), "Grow")


async def test_the_page_beside_the_list_says_once_how_the_goals_below_stand_and_lists_them(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        listing(app).go_to(1)
        await settle(pilot)
        app.screen.fill_pane()  # type: ignore[attr-defined]
        await settle(pilot)
        text = shown(app)
        assert text.count("2 goals below:") == 1
        assert "Goals below 2" in text and "Nothing is asked for" not in text
        assert text.count("Lose weight") == 2 and text.count("○ behind") == 4
