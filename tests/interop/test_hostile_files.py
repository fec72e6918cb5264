"""Mutated files of tables, tasks and journals: read, refused row by row, or refused as a whole; never half of it."""

import json
from pathlib import Path
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from smart_tui.domain.cleaning import TEXT_LIMIT, clean_line, clean_text
from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.apps import jrnl, taskwarrior
from smart_tui.interop.tables import entriesin, table
from tests.interop.test_hostile_trackers import ASKED, BITES, FEW, bitten, folder, harmless, tried
from tests.interop.test_jrnl import JSON, TEXT
from tests.interop.test_table import DANISH, SWEDISH
from tests.interop.test_taskwarrior import TASKS, array

__all__ = ["folder"]
GOAL = "660560f0-6fea-4df3-8b3b-f0d460438152"
OWN = f"""goal_uuid,title,date,state,value,note,uuid
{GOAL},Run,2025-12-01,value,3.5,'=x,0e3e7068-2c20-4cac-829f-6fbed82c07cd
{GOAL},Run,2025-12-02,excused,,,
"""
FILES: list[tuple[ModuleType, str]] = [
    (table, DANISH),
    (table, SWEDISH),
    (table, "Habit,Date,Done\nRun,1/2/2025,x\nRead,3/4/2025,1.234\n"),
    (entriesin, OWN),
    (taskwarrior, array(TASKS)),
    (taskwarrior, "\n".join(map(json.dumps, TASKS))),
    (jrnl, TEXT),
    (jrnl, json.dumps(JSON, indent=1)),
]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


@FEW
@given(BITES, st.sampled_from(FILES), st.sampled_from(ENCODINGS))
def test_no_text_breaks_a_reader(
    folder: Path, bites: list[tuple[float, int, str]], file: tuple[ModuleType, str], encoding: str
) -> None:
    module, text = file
    path = folder / "file.txt"
    path.write_bytes(bitten(text, bites).encode(encoding, "replace"))
    tried(module, str(path))
    try:
        found = sources.read(str(path), ASKED)
    except UnreadableFileError:
        return
    harmless(found)
    for written in found.contents.journal:
        assert written.text == clean_text(written.text, TEXT_LIMIT) != ""
    for goal in found.contents.goals:
        assert all(each.title == clean_line(each.title) != "" for each in goal.milestones)
    json.dumps(found.contents.unknown)


@FEW
@given(st.binary(max_size=200), st.sampled_from(FILES), st.integers(0, 2000))
def test_no_bytes_break_a_reader(folder: Path, put: bytes, file: tuple[ModuleType, str], at: int) -> None:
    module, text = file
    data = text.encode()
    path = folder / "file.csv"
    path.write_bytes(data[: at % len(data)] + put + data[at % len(data) :])
    tried(module, str(path))
