"""The app keeps what long histories came to, once it is on the screen, and shows the same by it."""

import sqlite3
from datetime import timedelta
from pathlib import Path

from smart_tui.store import queries
from tests.tui.world import NEW_YEAR, TODAY, World, listing, press, settle, shown


def _history(world: World, goal_id: int, days: int) -> None:
    connection = sqlite3.connect(world.paths.db, isolation_level=None)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO entry (uuid, goal_id, day, state, value, note, recorded_at, source, source_id)"
        " VALUES (?, ?, ?, 'value', 10000, '', '2026-01-15T00:00:00+00:00', '', '')",
        [(f"{goal_id}-{n}", goal_id, (TODAY - timedelta(days=n)).isoformat()) for n in range(days)],
    )
    connection.execute("COMMIT")
    connection.close()


def _kept(world: World) -> list[tuple[int, int]]:
    found = world.store.reader.rows("SELECT goal_id, entries FROM standing WHERE figures IS NOT NULL ORDER BY goal_id")
    return [(row[0], row[1]) for row in found]


async def test_figures_of_a_long_history_are_kept_after_the_first_frame_and_shown_the_same(tmp_path: Path) -> None:
    world = World(tmp_path)
    long = world.goal("Read books", answers={"specific.why": "To know Dostoevsky"})
    short = world.goal("Walk", recorded=[(NEW_YEAR, "1")])
    _history(world, long, 600)
    steps = world.store.read(queries.history)
    seen = []
    for _ in range(2):
        app = world.app()
        async with app.run_test(size=(120, 30)) as pilot:
            await settle(pilot)
            await app.workers.wait_for_complete()
            assert _kept(world) == [(long, 600), (short, 1)]
            seen.append("\n".join(shown(app).splitlines()[:-2]))
            await press(pilot, "slash", *"dosto")
            assert listing(app).count == 1
    assert seen[0] == seen[1]
    assert "6 of 24" in seen[1]
    assert world.store.read(queries.history) == steps


async def test_a_row_of_kept_figures_takes_a_check_in_like_any_other(tmp_path: Path) -> None:
    world = World(tmp_path)
    goal_id = world.goal("Read books")
    _history(world, goal_id, 600)
    for reached in (7, 8):
        app = world.app()
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await app.workers.wait_for_complete()
            await press(pilot, "plus")
            assert f"{reached} of 24" in shown(app)
    assert _kept(world) == []


async def test_looking_at_a_few_entries_writes_nothing(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.goal("Walk", recorded=[(NEW_YEAR, "1")])
    world.store.close()
    before = Path(world.paths.db).read_bytes()
    async with world.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    assert Path(world.paths.db).read_bytes() == before
