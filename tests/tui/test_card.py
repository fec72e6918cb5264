"""The card at the end of writing says what a goal asks for in words that fit its kind."""

from pathlib import Path

from tests.tui.test_write_beside import begin
from tests.tui.world import settle as calm
from tests.tui.writing import seen, started


async def test_the_card_says_what_a_ceiling_allows(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        screen = await begin(pilot, 0)
        texts = {"specific.what": "Coffee", "kind": "quota", "direction": "at_most", "target": "2", "period": "day"}
        for field, text in texts.items():
            screen.draft.put(field, text)
        await pilot.press(*["pagedown"] * 5)
        await calm(pilot)
        assert "The first three weeks allow" in seen(app)
