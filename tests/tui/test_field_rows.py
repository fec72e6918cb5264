"""A field is made when it is opened, while its screen goes on."""

import asyncio
from pathlib import Path

from textual.widgets import Static, TextArea

from smart_tui.tui.widgets.fieldrow import Look, TextRow
from tests.tui.world import World, settle


async def test_a_field_takes_news_while_it_is_made_and_shows_them_once_it_is_there(tmp_path: Path) -> None:
    app = World(tmp_path).app()
    async with app.run_test() as pilot:
        await settle(pilot)
        row = TextRow("what", "", Look("What"))
        await app.screen.mount(row)
        made = asyncio.create_task(row.build())
        for step in range(20):
            row.show(Look("What", echo=f"news {step}"))
            row.put(f"text {step}")
            await asyncio.sleep(0)
        await made
        await settle(pilot)
        assert row.query_one(TextArea).text == "text 19"
        assert "news 19" in str(row.query_one(".echo", Static).content)
