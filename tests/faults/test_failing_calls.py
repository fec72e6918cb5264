"""Whichever call fails, what was acknowledged is there, and what was refused can be done again."""

import errno
from pathlib import Path

import pytest

from tests.faults.calls import each_failing, killed_at_each
from tests.faults.injector import Injector
from tests.faults.powercuts import record
from tests.faults.preload import Act, Call

NAMES = Call.UNLINK | Call.RENAME | Call.CREATE


@pytest.mark.parametrize(("scenario", "stride"), [("check-in", 19), ("review", 29), ("migration", 12), ("backup", 9)])
def test_killed_at_a_call_leaves_what_was_acknowledged_and_nothing_half(
    injector: Injector, scratch: Path, scenario: str, stride: int
) -> None:
    figures = killed_at_each(injector, record(injector, scenario, scratch), scratch / "killed", stride)
    assert figures.clean, figures.wrong
    assert figures.runs > 8


@pytest.mark.parametrize(
    ("scenario", "calls", "act", "stride"),
    [
        ("check-in", Call.WRITE, Act.ONCE, 16),
        ("check-in", Call.WRITE, Act.ALWAYS, 31),
        ("check-in", Call.SYNC, Act.ONCE, 2),
        ("check-in", Call.SYNC, Act.ALWAYS, 3),
        ("check-in", Call.READ, Act.ONCE, 13),
        ("check-in", Call.READ, Act.ALWAYS, 31),
        ("check-in", NAMES, Act.ONCE, 1),
        ("migration", Call.WRITE, Act.ONCE, 19),
        ("migration", Call.SYNC, Act.ALWAYS, 2),
        ("migration", Call.READ, Act.ONCE, 29),
        ("migration", NAMES, Act.ALWAYS, 1),
        ("review", Call.SYNC, Act.ONCE, 5),
        ("first write", Call.SYNC, Act.ONCE, 3),
        ("first write", NAMES, Act.ONCE, 2),
        ("command", Call.SYNC, Act.ALWAYS, 4),
    ],
    ids=str,
)
def test_a_failing_call_loses_nothing_that_was_acknowledged(
    injector: Injector, scratch: Path, scenario: str, calls: Call, act: Act, stride: int
) -> None:
    retry = scenario != "command"
    figures = each_failing(injector, scenario, calls, act, scratch, stride=stride, retry=retry)
    assert figures.clean, figures.wrong
    assert figures.seen["calls failed"] and figures.seen["refused"]


@pytest.mark.parametrize("scenario", ["backup", "migration"])
def test_a_disk_that_is_full_from_some_moment_on_leaves_no_half_backup(
    injector: Injector, scratch: Path, scenario: str
) -> None:
    figures = each_failing(injector, scenario, Call.WRITE, Act.ALWAYS, scratch, number=errno.ENOSPC, stride=9)
    assert figures.clean, figures.wrong
    assert figures.seen["refused"] and not figures.seen["partial files left"]
