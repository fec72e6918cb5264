"""How long tests of the app wait between keys."""

from pathlib import Path
from typing import Any

import pytest
from textual import _wait
from textual.pilot import Pilot

from smart_tui import paths
from smart_tui.tui.app import SmartApp
from tests.tui.world import arrived

# Textual looks every 20 ms whether the process is idle; most of a test of keys was that sleep.
_wait.SLEEP_GRANULARITY = 1 / 250
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 10


@pytest.fixture(autouse=True)
def a_pause_waits_until_keys_have_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause looks once whether the process is idle, which on a busy machine it is while a key is on its way."""
    pause = Pilot.pause

    async def patient(pilot: Pilot[Any], delay: float | None = None) -> None:
        await pause(pilot, delay)
        app = pilot.app
        if delay is None and isinstance(app, SmartApp) and await arrived(pilot):
            await pause(pilot)

    monkeypatch.setattr(Pilot, "pause", patient)


@pytest.fixture(autouse=True)
def nothing_is_written_where_a_person_keeps_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is taken along without naming a folder goes into the test's own."""
    monkeypatch.setattr(paths, "documents", lambda: str(tmp_path))
