"""Where the words of a language cannot be read the writing goes on without the coach, which is said once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.widgets.noticeline import NoticeLine
from tests.tui.world import settle as calm
from tests.tui.writing import started, type_text
from tests.unreadable import forget, unreadable


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize("name", ["goals", "remarks", "language"])
async def test_a_goal_is_written_without_the_coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    unreadable(tmp_path, monkeypatch, "en", name)
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        await type_text(pilot, "Be a better friend 3 times a week ")
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        notice = screen.query_one(NoticeLine)
        screen.settle()
        await calm(pilot)
        screen.refresh_looks()
        assert (screen.remarked, screen.chips.offers) == ((), ())
        assert f"en/{name}.toml" in notice.message
        screen.say("")
        await type_text(pilot, "by May ")
        screen.settle()
        await calm(pilot)
        assert notice.message == "", "it is said once"
        await screen.keep()
        assert screen.draft.goal_id is not None
        kept = app.store.read(queries.goal, screen.draft.goal_id)
        assert kept.title == "Be a better friend 3 times a week by May"
