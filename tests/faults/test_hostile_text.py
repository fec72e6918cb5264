"""Two thousand hostile texts: stored as typed, and shown and printed so that they steer nothing."""

from pathlib import Path

from smart_tui.config import Config
from smart_tui.i18n import words
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from tests.faults.hostilecommands import answer
from tests.faults.hostilehome import Home
from tests.faults.hostilescreens import WAYS, damaged, previewed, reviewed, walk
from tests.tui.world import TODAY, press

COUNT = 2000


async def test_texts_stand_in_the_file_as_typed_and_neither_commands_nor_screens_let_them_steer_the_terminal(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path, COUNT)
    assert home.goals > 50 and len(home.typed.stored) > 1700 and home.spoilt > 1500
    assert home.missing == [] and home.comes_back
    for arguments in home.commands():
        assert answer(arguments, home.environ).faults() == [], arguments
    app = SmartApp(Store(home.paths.db), home.paths, Config(), words("en"), fixed_today=TODAY)
    async with app.run_test(size=(100, 45)) as pilot:
        await press(pilot, "j")
        assert await walk(pilot, WAYS) == []
        assert await reviewed(pilot) == []
        assert await previewed(pilot, home.files[:2]) == []
        assert await damaged(pilot, home.files[0]) == []
