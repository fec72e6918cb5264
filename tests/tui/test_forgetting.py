"""Forgetting a goal from the palette: it asks, the safe answer has focus, and it says where the goal still stands."""

from pathlib import Path

from textual.widgets import Button

from smart_tui.domain.backup import BackupReason
from smart_tui.tui.screens.forget import ForgetScreen
from tests.tui.world import World, press, said, settle, shown, titles


async def test_a_goal_is_forgotten_only_after_the_verb_is_chosen(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.goal("Read books")
    world.goal("Run [/] more")
    backup = world.store.back_up_sync(BackupReason.ASKED)
    assert backup is not None
    app = world.app()
    async with app.run_test() as pilot:
        listed = titles(app)
        await press(pilot, "home")
        app.screen_stack[0].run_command("forget_goal")  # type: ignore[attr-defined]
        await settle(pilot)
        assert isinstance(app.screen, ForgetScreen)
        assert app.screen.query_one("#safe", Button).has_focus
        assert f"Forget “{listed[0]}”?" in shown(app) and Path(backup.path).name in shown(app)
        await press(pilot, "enter")
        assert titles(app) == listed
        app.screen_stack[0].run_command("forget_goal")  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "right", "enter")
        assert titles(app) == listed[1:]
        assert said(app) == "Forgotten. 1 backup still holds it."
    assert listed[0].encode() not in Path(world.paths.db).read_bytes()
