"""Whichever call fails, what was acknowledged is there, and what was refused can be done again."""

import errno
from pathlib import Path

import pytest

from tests.faults.calls import each_failing, killed_at_each
from tests.faults.injector import Injector
from tests.faults.powercuts import record
from tests.faults.preload import Act, Call

KILLED = {
    "check-in": 23,
    "review": 37,
    "migration": 15,
    "backup": 11,
    "restore": 59,
    "restore of a damaged file": 73,
    "restore of an emptied file": 31,
    "salvage": 97,
    "import": 29,
}
"""Scenarios, and which calls are the last in them: every so manieth."""
NAMES = Call.UNLINK | Call.RENAME | Call.CREATE


KILLED = {
    "check-in": 29,
    "review": 59,
    "migration": 23,
    "backup": 17,
    "restore": 89,
    "restore of a damaged file": 97,
    "restore of an emptied file": 41,
    "salvage": 149,
    "import": 59,
}
"""Scenarios, and how many calls apart those are at which each is killed."""
FAILING = [
    ("check-in", Call.WRITE, Act.ONCE, 13),
    ("check-in", Call.WRITE, Act.ALWAYS, 37),
    ("check-in", Call.SYNC, Act.ONCE, 2),
    ("check-in", Call.READ, Act.ONCE, 23),
    ("check-in", Call.READ, Act.ALWAYS, 41),
    ("check-in", NAMES, Act.ALWAYS, 2),
    ("review", Call.SYNC, Act.ONCE, 6),
    ("first write", NAMES, Act.ONCE, 2),
    ("first write", Call.SYNC, Act.ALWAYS, 5),
    ("migration", Call.WRITE, Act.ONCE, 29),
    ("migration", Call.SYNC, Act.ALWAYS, 4),
    ("migration", Call.READ, Act.ONCE, 41),
    ("migration", NAMES, Act.ALWAYS, 2),
    ("restore", Call.WRITE, Act.ONCE, 131),
    ("restore", Call.SYNC, Act.ALWAYS, 7),
    ("restore of a damaged file", Call.SYNC, Act.ONCE, 7),
    ("salvage", Call.SYNC, Act.ALWAYS, 7),
    ("import", Call.WRITE, Act.ONCE, 97),
    ("import", Call.SYNC, Act.ALWAYS, 6),
    ("export", NAMES, Act.ONCE, 2),
    ("command", Call.SYNC, Act.ALWAYS, 4),
]
"""Scenarios, which of their calls fail, and every which one of those is tried."""


@pytest.mark.parametrize(("scenario", "stride"), KILLED.items())
def test_killed_at_a_call_leaves_what_was_acknowledged_and_nothing_half(
    injector: Injector, scratch: Path, scenario: str, stride: int
) -> None:
    figures = killed_at_each(injector, record(injector, scenario, scratch), scratch / "killed", stride)
    assert figures.clean, figures.wrong
    assert figures.runs > 3


@pytest.mark.parametrize(("scenario", "calls", "act", "stride"), FAILING, ids=str)
def test_a_failing_call_loses_nothing_that_was_acknowledged(
    injector: Injector, scratch: Path, scenario: str, calls: Call, act: Act, stride: int
) -> None:
    retry = scenario not in ("command", "export")
    figures = each_failing(injector, scenario, calls, act, scratch, stride=stride, retry=retry)
    assert figures.clean, figures.wrong
    assert figures.seen["calls failed"] and figures.seen["refused"]


@pytest.mark.parametrize(("scenario", "stride"), [("backup", 17), ("migration", 29), ("export", 2)])
def test_a_disk_that_is_full_from_some_moment_on_leaves_nothing_half(
    injector: Injector, scratch: Path, scenario: str, stride: int
) -> None:
    retry = scenario != "export"
    figures = each_failing(
        injector, scenario, Call.WRITE, Act.ALWAYS, scratch, number=errno.ENOSPC, stride=stride, retry=retry
    )
    assert figures.clean, figures.wrong
    assert figures.seen["refused"] and not figures.seen["partial files left"]
