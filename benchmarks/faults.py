"""Injects faults by the thousand, and prints what became of what had been acknowledged.

    .venv/bin/python benchmarks/faults.py [PART ...] [--runs N] [--seed N] [--scenario NAME ...]

Parts: power, calls, killed, full, writers, apps, pages, salvage, copies; without any all of them, which takes about two
hours. `--runs` is the number of runs of each random one instead of that of the full size. Needs the `dev` extra, Linux
and a C compiler; ends with 1 where anything was lost, half written or ended in a traceback.
"""

import argparse
import errno
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The injectors are those of the tests, whose package is no part of an installation.
sys.path.insert(0, str(ROOT))

from tests.faults.calls import each_failing, killed_at_each  # noqa: E402
from tests.faults.copies import copy_while_open, copy_while_writing  # noqa: E402
from tests.faults.damage import ANY, WHOLE_PAGE, Maker  # noqa: E402
from tests.faults.damaged import notice_damage, salvage_damage  # noqa: E402
from tests.faults.figures import Figures  # noqa: E402
from tests.faults.injector import Injector  # noqa: E402
from tests.faults.kills import kill_apps, kill_writers  # noqa: E402
from tests.faults.powercuts import Scratch, cut_power, record  # noqa: E402
from tests.faults.preload import Act, Call, missing  # noqa: E402
from tests.faults.scenarios import SCENARIOS  # noqa: E402

NAMES = Call.UNLINK | Call.RENAME | Call.CREATE
KINDS = {
    "write": Call.WRITE,
    "sync": Call.SYNC,
    "truncate": Call.TRUNCATE,
    "read": Call.READ,
    "unlink, rename, create": NAMES,
}
FULL_SIZE = {"power": 1000, "writers": 1000, "apps": 200, "copies": 150}
"""Runs of each random part."""
WITHOUT_RETRY = ("command", "export")
"""Scenarios whose steps have no name by which a second try would be known."""

Line = tuple[str, Callable[[Path], Figures]]


def power(injector: Injector, names: list[str], runs: int, seed: int) -> Iterator[Line]:
    """Power cuts at random moments."""

    def run(name: str, folder: Path) -> Figures:
        return cut_power(record(injector, name, folder), runs, seed, folder)

    for name in names:
        yield f"power cut: {name}", partial(run, name)


def calls(injector: Injector, names: list[str], _runs: int, _seed: int) -> Iterator[Line]:
    """Every n-th call of each kind fails, once and for ever."""

    def run(name: str, kind: Call, act: Act, folder: Path) -> Figures:
        return each_failing(injector, name, kind, act, folder, retry=name not in WITHOUT_RETRY)

    for name, (said, kind), act in product(names, KINDS.items(), (Act.ONCE, Act.ALWAYS)):
        yield f"n-th {said} fails {act.name.lower()}: {name}", partial(run, name, kind, act)


def killed(injector: Injector, names: list[str], _runs: int, _seed: int) -> Iterator[Line]:
    """Killed at every call that changes a file."""

    def run(name: str, folder: Path) -> Figures:
        return killed_at_each(injector, record(injector, name, folder), folder / "killed")

    for name in names:
        if name not in WITHOUT_RETRY:
            yield f"kill -9 at each call: {name}", partial(run, name)


def full(injector: Injector, names: list[str], _runs: int, _seed: int) -> Iterator[Line]:
    """The disk is full from the n-th write on."""

    def run(name: str, folder: Path) -> Figures:
        retry = name not in WITHOUT_RETRY
        return each_failing(injector, name, Call.WRITE, Act.ALWAYS, folder, number=errno.ENOSPC, retry=retry)

    for name in names:
        yield f"disk full from each write on: {name}", partial(run, name)


def writers(injector: Injector, _names: list[str], runs: int, seed: int) -> Iterator[Line]:
    """A writer killed at random moments."""
    yield "kill -9 at random: the store", lambda folder: kill_writers(injector, runs, seed, folder)


def apps(_injector: Injector, _names: list[str], runs: int, seed: int) -> Iterator[Line]:
    """The app in a terminal killed at random moments."""
    yield "kill -9 at random: the app in a terminal", lambda folder: kill_apps(runs, seed, folder)


def pages(_injector: Injector, _names: list[str], _runs: int, seed: int) -> Iterator[Line]:
    """Each page of a file damaged."""

    def run(maker: Maker, folder: Path) -> Figures:
        return notice_damage(folder, (maker,), seed)

    for maker in WHOLE_PAGE:
        yield f"damage noticed: {_said(maker)}", partial(run, maker)


def salvages(_injector: Injector, _names: list[str], _runs: int, seed: int) -> Iterator[Line]:
    """Each page of a file damaged, and what is left salvaged."""

    def run(maker: Maker, folder: Path) -> Figures:
        return salvage_damage(folder, (maker,), seed)

    for maker in ANY:
        yield f"salvaged: {_said(maker)}", partial(run, maker)


def _said(maker: Maker) -> str:
    return maker.__name__.replace("_", " ")


def copies(_injector: Injector, _names: list[str], runs: int, seed: int) -> Iterator[Line]:
    """The one file copied while it is open."""
    yield "copied between two writes", lambda folder: copy_while_open(runs, seed, folder)
    yield "copied in the middle of writes", lambda folder: copy_while_writing(runs, folder)


PARTS = {
    "power": power,
    "calls": calls,
    "killed": killed,
    "full": full,
    "writers": writers,
    "apps": apps,
    "pages": pages,
    "salvage": salvages,
    "copies": copies,
}


def main(arguments: argparse.Namespace) -> int:
    """Print the table; 1 where something went wrong."""
    if missing():
        print(f"Nothing was tried: {missing()}.")
        return 1
    print(f"{'':<58}{'runs':>7}{'acknowledged':>14}{'lost':>6}{'corrupt':>9}{'tracebacks':>12}{'seconds':>9}")
    wrong: list[str] = []
    with Injector() as injector:
        for part in arguments.parts or PARTS:
            runs = arguments.runs or FULL_SIZE.get(part, 0)
            for title, run in PARTS[part](injector, arguments.scenario or list(SCENARIOS), runs, arguments.seed):
                wrong += _printed(title, run)
    print()
    print("\n".join(wrong) or "Nothing was lost.")
    return bool(wrong)


def _printed(title: str, run: Callable[[Path], Figures]) -> list[str]:
    began = time.monotonic()
    with Scratch() as folder:
        found = run(folder)
    seconds = time.monotonic() - began
    counted = f"{found.runs:>7}{found.acknowledged:>14}{found.lost:>6}{found.corrupt:>9}{found.tracebacks:>12}"
    seen = ", ".join(f"{number} {what}" for what, number in found.seen.items() if number)
    print(f"{title:<58}{counted}{seconds:>9.1f}  {seen}".rstrip(), flush=True)
    return found.wrong


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Inject faults, and count what is lost.")
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options.add_argument("--runs", type=int, default=0, help="runs of each random part")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--scenario", action="append", choices=list(SCENARIOS), help="only this one; may be repeated")
    asked = options.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        options.error(f"there is no part {', '.join(sorted(unknown))}")
    raise SystemExit(main(asked))
