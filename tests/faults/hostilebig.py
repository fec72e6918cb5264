"""Files that would fill the memory or the disk, and what reading them takes.

As a program of its own it reads the files that it is given, and says what became of each and how much memory it took.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

MB = 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, resource, sys
from datetime import date
from smart_tui.domain.transfer import Asked, UnreadableFileError
from smart_tui.i18n import Words
from smart_tui.interop import sources
from smart_tui.interop.merging.plan import make_plan
from smart_tui.store.store import Store
from smart_tui.text.transfer import unreadable
def peak():
    try:
        # What the system says of its children can be of the process that started them.
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most // (1024 * 1024 if sys.platform == "darwin" else 1024)
store = Store(sys.argv[1])
for path in sys.argv[2:]:
    try:
        found = sources.read(path, Asked(date(2026, 1, 15), title="Named"))
        store.read(make_plan, found, date(2026, 1, 15))
        said = f"read {found.rows}, refused {len(found.rejected)}"
        del found
    except UnreadableFileError as refused:
        said = unreadable(refused, Words.source())
    print(json.dumps([path, said, peak()]), flush=True)
"""


class Read(NamedTuple):
    """What became of a file: the sentence, or how much was read, and the most memory so far in MB."""

    path: str
    said: str
    peak: int


def read_apart(store: Path, paths: Sequence[Path], seconds: float = 250) -> list[Read]:
    """Read files one after the other in a process of its own; raises CalledProcessError where one ends it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(store), *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=True,
    )
    return [Read(*json.loads(line)) for line in done.stdout.splitlines()]


def _sparse(path: Path, head: bytes) -> None:
    path.write_bytes(head * (65_536 // len(head) + 1) if head.endswith(b"\n") else head)
    os.truncate(path, 300 * MB)


def _zipped(path: Path, members: Sequence[tuple[str, bytes, int]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, piece, times in members:
            with archive.open(name, "w") as member:
                for _ in range(times):
                    member.write(piece)


def _many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"{number}/Checkmarks.csv", "")


LINE = b"2026-01-14,2\n"
HABITS = b"Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Run,,,1,1,#000000\n"

QUICK: dict[str, Callable[[Path], object]] = {
    "sparse.json": lambda path: _sparse(path, b"[{\n"),
    "sparse.csv": lambda path: _sparse(path, b"Date,Value\n"),
    "sparse.txt": lambda path: _sparse(path, b"[2026-01-14 09:00] Dear diary\n"),
    "sparse.db": lambda path: _sparse(path, b"SQLite format 3\0"),
    "sparse.zip": lambda path: _sparse(path, b"PK\3\4"),
    "bomb.zip": lambda path: _zipped(path, [("Habits.csv", HABITS, 1), ("Checkmarks.csv", b"\0" * MB, 80)]),
    "rows.zip": lambda path: _zipped(path, [("Habits.csv", HABITS, 1), ("Checkmarks.csv", LINE * 1000, 900)]),
    "cells.zip": lambda path: _zipped(path, [("Habits.csv", HABITS, 1), ("Checkmarks.csv", b"2026-01-14," * MB, 3)]),
    "many.zip": _many,
    "deep.json": lambda path: path.write_bytes(b"[" * 20 * MB),
    "keys.json": lambda path: path.write_bytes(b'{"a":' * 4 * MB),
    "objects.json": lambda path: path.write_bytes(b"[" + b"{}," * 10 * MB + b"{}]"),
    "diary.txt": lambda path: path.write_bytes(b"[2026-01-14 09:00] Dear diary\n" * MB),
}
"""Files that are refused at once, or soon."""
SLOW: dict[str, Callable[[Path], object]] = {
    "commas.csv": lambda path: path.write_bytes(b"Date,Value\n" + b"," * 31 * MB),
    "text.json": lambda path: path.write_bytes(
        b'{"format": "smart-tui", "version": 1, "goals": [{"title": "' + b"x" * 31 * MB + b'"}]}'
    ),
    "numbers.json": lambda path: path.write_bytes(b"[" + b"1," * 3 * MB + b"1]"),
    "wide.json": lambda path: path.write_bytes(("[" + '"\U0010ffff"' * 3 * MB + "]").encode()),
    "rows.csv": lambda path: path.write_bytes(b"Date,Value\n" + LINE * 199_990),
    "refused.csv": lambda path: path.write_bytes(b"Date,Value\n" + b"2026-02-30,x\n" * 199_990),
    "quotes.csv": lambda path: path.write_bytes(b'Date,Value\n"' + b'""' * 15 * MB),
    "lines.txt": lambda path: path.write_bytes(b"[2026-01-14 09:00] Dear diary\n" + b"x\n" * 15 * MB),
    "tasks.json": lambda path: path.write_bytes(
        b"["
        + b",".join(
            b'{"uuid": "a360fc44-315c-4366-b70c-%012d", "status": "pending", "entry": "20250110T120000Z", '
            b'"description": "x"}' % number
            for number in range(190_000)
        )
        + b"]"
    ),
}
"""Files as large as may be, which take seconds each."""


def made(folder: Path, files: dict[str, Callable[[Path], object]]) -> list[Path]:
    """The files, in a folder."""
    for name, make in files.items():
        make(folder / name)
    return [folder / name for name in files]
