"""Holds hostile texts and broken files against the app by the ten thousand, and prints what became of them.

    .venv/bin/python benchmarks/hostile.py [PART ...] [--count N] [--seed N]

Parts: texts, files, large; without any all of them, which takes about half an hour. `--count` is the number of texts
and of files instead of 10,000. Needs the `dev` extra; ends with 1 where anything ended in a traceback, steered the
terminal, was changed on its way into the file, or came in by half.
"""

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# What is hostile is that of the tests, whose package is no part of an installation.
sys.path.insert(0, str(ROOT))

from smart_tui.config import Config  # noqa: E402
from smart_tui.i18n import words  # noqa: E402
from smart_tui.store.store import Store  # noqa: E402
from smart_tui.tui.app import SmartApp  # noqa: E402
from tests.faults.hostilebig import QUICK, SLOW, made, read_apart  # noqa: E402
from tests.faults.hostilecommands import answer  # noqa: E402
from tests.faults.hostilefiles import forms, mutants  # noqa: E402
from tests.faults.hostilehome import Home  # noqa: E402
from tests.faults.hostileintake import Intakes  # noqa: E402
from tests.faults.hostilescreens import MORE_WAYS, WAYS, damaged, previewed, reviewed, walk  # noqa: E402
from tests.tui.world import TODAY, press  # noqa: E402

COUNT = 10_000
BATCH = 2000
"""Texts in one home."""
BROUGHT = 10
"""Of the files that can be read one in so many is brought in, and taken back."""
MOST_MB = 300


class Line(NamedTuple):
    """A line of the table: what was looked at, how often, what was wrong, and the most memory in MB."""

    name: str
    number: int
    wrong: list[str]
    peak: int


def texts(count: int, seed: int, folder: Path) -> list[Line]:
    """Texts in every field, then printed by every command and drawn on every screen."""
    names = ("texts in the file", "answers of commands", "screens drawn", "hostile files in")
    lines = [Line(name, 0, [], 0) for name in names]
    for batch in range(max(count // BATCH, 1)):
        place = folder / f"home-{batch}"
        place.mkdir()
        home = Home(place, min(count, BATCH), seed + batch)
        answers = [answer(arguments, home.environ).faults() for arguments in home.commands(every=1)]
        drawn = asyncio.run(_drawn(home))
        found = (
            (len(home.typed.stored), home.missing + ([] if home.comes_back else ["a document is read as another"])),
            (len(answers), [each for faults in answers for each in faults]),
            (len(WAYS + MORE_WAYS), drawn),
            (len(home.files), home.brought_in()),
        )
        lines = [
            line._replace(number=line.number + number, wrong=line.wrong + wrong, peak=_peak())
            for line, (number, wrong) in zip(lines, found, strict=True)
        ]
    return lines


async def _drawn(home: Home) -> list[str]:
    app = SmartApp(Store(home.paths.db), home.paths, Config(), words("en"), fixed_today=TODAY)
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "j")
        wrong = await walk(pilot, (*WAYS, *MORE_WAYS))
        wrong += await reviewed(pilot) + await previewed(pilot, home.files)
        return wrong + await damaged(pilot, home.files[0])


def files(count: int, seed: int, folder: Path) -> list[Line]:
    """Broken files of every format."""
    places = [folder / name for name in ("good", "scratch", "broken")]
    for place in places:
        place.mkdir()
    intakes, random = Intakes(places[1]), Random(seed)
    good = forms(places[0])
    for form in good:
        for number, path in enumerate(mutants(form, -(-count // len(good)), random, places[2])):
            found = intakes.look(path, form.format if number % 4 == 3 else "")
            if found is not None and intakes.seen["read"] % BROUGHT == 0:
                intakes.bring(path, found)
    for code, times in sorted(intakes.seen.items()):
        print(f"    {code:40}{times:8,}")
    return [Line("broken files", intakes.seen["files"], intakes.wrong, _peak())]


def large(_count: int, _seed: int, folder: Path) -> list[Line]:
    """Files that would fill the memory, each in a process of its own."""
    wrong, peak, everything = [], 0, {**QUICK, **SLOW}
    for name, make in everything.items():
        (path,) = made(folder, {name: make})
        (read,) = read_apart(folder / "smart-tui.db", [path])
        path.unlink()
        print(f"    {name:20}{read.peak:5} MB  {read.said.replace(str(folder), '')}")
        peak = max(peak, read.peak)
        wrong += [f"{name}: {read.peak} MB"] if read.peak >= MOST_MB else []
    return [Line("large files", len(everything), wrong, peak)]


PARTS: dict[str, Callable[[int, int, Path], list[Line]]] = {"texts": texts, "files": files, "large": large}


def _peak() -> int:
    """The most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Run what the command line asks for; gives the exit code."""
    parser = argparse.ArgumentParser(description="Hold hostile texts and broken files against the app.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    wrong: list[str] = []
    for part in asked.parts or PARTS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            lines = PARTS[part](asked.count, asked.seed, Path(folder))
        for line in lines:
            seconds = time.monotonic() - began
            print(
                f"{line.name:24}{line.number:9,}  wrong {len(line.wrong):4}  {line.peak:5} MB {seconds:7.0f} s",
                flush=True,
            )
            wrong += line.wrong
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
