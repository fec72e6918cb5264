"""Scenarios of what leaves and comes in: exports from the command line, and the import of a document."""

import json
import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.transfer import Asked
from smart_tui.interop.merging.bring import bring_in_sync
from smart_tui.interop.merging.plan import make_plan
from smart_tui.interop.own.document import pieces
from smart_tui.interop.sources import read
from smart_tui.store.commands import entries
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from tests.faults.commands import command
from tests.faults.steps import Scenario, Steps, rows
from tests.faults.whole import DATABASE, problem
from tests.faults.writing import SUNDAY, prepare_goal
from tests.store.conftest import START, Clock
from tests.store.contents import MONDAY, full_goal

DOCUMENT = "other.json"
GOALS, ENTRIES = 3, 25
KINDS = ("json", "csv", "ics")


def _prepare_document(folder: Path) -> None:
    """A file with a goal, and the document of another copy with others."""
    prepare_goal(folder)
    other = Store(str(folder / "other.db"), Clock())
    for number in range(GOALS):
        goal_id = full_goal(other, f"Other {number}")
        for day in range(ENTRIES - 1):
            other.run_sync(entries.check_in, goal_id, MONDAY + timedelta(days=day), Decimal(day), note="other")
    (folder / DOCUMENT).write_bytes(b"".join(pieces(contents(other.reader), START)))
    other.close()
    os.unlink(folder / "other.db")


def _import(steps: Steps) -> None:
    def act() -> None:
        found = read(os.path.join(steps.folder, DOCUMENT), Asked(SUNDAY))
        bring_in_sync(steps.store, make_plan(steps.store.reader, found, SUNDAY))

    steps.do(1, act)


def _imported(folder: Path) -> list[int]:
    count = "SELECT count(*) FROM goal WHERE title LIKE 'Other%'"
    came = rows(folder, f"SELECT ({count}), (SELECT count(*) FROM entry JOIN goal ON goal_id = goal.id WHERE no > 1)")
    before = rows(folder, "SELECT 0 FROM goal WHERE title = 'Read more'") == [(0,)]
    if not before or came == [(0, 0)]:
        return [0] * before
    kept = [backup for backup in folder.glob("backups/*-import.db") if not problem(backup)]
    # All of it or nothing, and only with a backup of what was there before.
    return [0, 1] if came == [(GOALS, GOALS * ENTRIES)] and kept else []


def _export(steps: Steps) -> None:
    for number, kind in enumerate(KINDS, 1):
        path = os.path.join(steps.folder, f"out.{kind}")
        steps.do(number, lambda path=path: command(steps, "export", path, "--force"))  # type: ignore[misc]


def _exported(folder: Path) -> list[int]:
    there = [number for number, kind in enumerate(KINDS, 1) if (folder / f"out.{kind}").exists()]
    return [0, *there] if (folder / DATABASE).exists() and all(map(_is_whole, folder.glob("out.*"))) else []


def _is_whole(path: Path) -> bool:
    if path.suffix == ".partial":
        return True
    text = path.read_bytes().decode()
    if path.suffix == ".json":
        return bool(json.loads(text)["goals"])
    return text.endswith("END:VCALENDAR\r\n" if path.suffix == ".ics" else "\n") and "Read" in text


IMPORT = Scenario(_prepare_document, _import, _imported)
EXPORT = Scenario(prepare_goal, _export, _exported)
