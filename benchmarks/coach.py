"""How well the coach and libraries off the shelf read the same goal sentences, and how long each takes.

    .venv/bin/python benchmarks/coach.py [GOALS.jsonl]

The sentences are the labelled ones of the tests unless others are given. A library finds every date or number of a
sentence and does not say which is the deadline or the target, so two figures stand for it: how often the first it
found is right and, in brackets, how often any of them is. "None meant" is how many sentences without a date or a
number got one. Times are of one sentence, and of the first one with all that has to be loaded for it, in a process of
its own. Libraries that are not installed are left out: `pip install -e '.[benchmarks]'`.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
# The package beside this folder is measured, not one that is installed; so it is imported after this.
sys.path.insert(0, str(ROOT))

from readers import DATES, LANGUAGE, LANGUAGES, NUMBERS, Read, Reader  # noqa: E402

GOALS = ROOT / "tests" / "coach" / "goals.jsonl"
FIRST = "--first"
STARTS = 3
LONG = 10_000
EXAMPLES = 3
SHOWN = 64
"""Characters of a sentence that are shown as an example."""


class Line(NamedTuple):
    """A sentence, its language, and what may be found in it; nothing is: there is nothing to find."""

    text: str
    lang: str
    right: frozenset[object]


class Score(NamedTuple):
    """What a reader made of the lines it is made for."""

    reader: Reader
    first: Mapping[str, int]
    """By language, on how many lines the first thing found is right."""
    any: Mapping[str, int]
    wanted: Mapping[str, int]
    false: int
    idle: int
    """Lines on which there is nothing to find."""
    milliseconds: float
    mistakes: Mapping[str, Sequence[str]]
    """Lines by what is wrong with them."""


def dates_of(row: Mapping[str, Any]) -> frozenset[object]:
    """The dates any of which is right."""
    deadline = row["labels"]["deadline"] or {}
    days = [deadline.get("iso"), *deadline.get("iso_alt", ())]
    return frozenset(date.fromisoformat(day) for day in days if day)


def numbers_of(row: Mapping[str, Any]) -> frozenset[object]:
    """The target, without its sign."""
    measure = row["labels"]["measure"] or {}
    target = measure.get("target")
    return frozenset() if target is None else frozenset((abs(float(target)),))


def language_of(row: Mapping[str, Any]) -> frozenset[object]:
    """The language."""
    return frozenset((row["lang"],))


TABLES: Sequence[tuple[str, Sequence[Reader], Callable[[Mapping[str, Any]], frozenset[object]]]] = (
    ("Deadline", DATES, dates_of),
    ("Target", NUMBERS, numbers_of),
    ("Language", LANGUAGE, language_of),
)


def scored(reader: Reader, read: Read, lines: Sequence[Line]) -> Score:
    """The reader on the lines of its languages, all read once to warm up and once for the clock.

    The two rounds keep what a reader remembers of the last sentences from being what is measured.
    """
    mine = [line for line in lines if line.lang in reader.languages]
    first, anywhere, wanted = (dict.fromkeys(reader.languages, 0) for _ in range(3))
    mistakes: dict[str, list[str]] = {}
    false = idle = 0
    times = []
    for line in mine:
        read(line.text, line.lang)
    for line in mine:
        start = perf_counter()
        found = read(line.text, line.lang)
        times.append(perf_counter() - start)
        if not line.right:
            idle += 1
            false += bool(found)
        else:
            wanted[line.lang] += 1
            first[line.lang] += bool(found) and found[0] in line.right
            anywhere[line.lang] += any(each in line.right for each in found)
        wrong = mistake(found, line.right)
        if wrong:
            mistakes.setdefault(wrong, []).append(line.text)
    return Score(reader, first, anywhere, wanted, false, idle, statistics.median(times) * 1000, mistakes)


def mistake(found: Sequence[object], right: frozenset[object]) -> str:
    """What is wrong with what was found, in a word or two; empty where the first is right."""
    if not right:
        return "found where none is meant" if found else ""
    if not found:
        return "not found"
    if found[0] in right:
        return ""
    return "found behind another" if any(each in right for each in found) else "another found instead"


def first_milliseconds(table: str, reader: Reader) -> float:
    """How long a fresh process takes to load the reader and to read its first sentence (median of some)."""
    command = [sys.executable, __file__, FIRST, table, reader.name]
    runs = [subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout for _ in range(STARTS)]
    return statistics.median(float(out.split()[-1]) for out in runs)


def time_first(table: str, name: str) -> None:
    """Print the milliseconds that it took; run in a process of its own."""
    readers = next(readers for title, readers, _ in TABLES if title == table)
    reader = next(each for each in readers if each.name == name)
    start = perf_counter()
    reader.make()("Raise the rate from 5% to 8% within 3 months", "en")
    print(f"{(perf_counter() - start) * 1000:.1f}")


def long_milliseconds(rows: Sequence[Mapping[str, Any]]) -> float:
    """How long the coach takes with one text made of all the sentences of a language (the slowest of them)."""
    read = DATES[0].make()
    slowest = 0.0
    for lang in LANGUAGES:
        whole = " ".join(row["text"] for row in rows if row["lang"] == lang) or " "
        text = (whole + " ") * (LONG // len(whole) + 1)
        start = perf_counter()
        read(text[:LONG], lang)
        slowest = max(slowest, perf_counter() - start)
    return slowest * 1000


def row_of(score: Score, first_ms: float, ours: float) -> list[str]:
    """One line of a table."""
    cells = [score.reader.name]
    for lang in LANGUAGES:
        if lang not in score.reader.languages:
            cells.append("–")
            continue
        more = f" ({score.any[lang]})" if score.any[lang] != score.first[lang] else ""
        cells.append(f"{score.first[lang]}{more} of {score.wanted[lang]}")
    cells.append(f"{score.false} of {score.idle}" if score.idle else "–")
    return [*cells, f"{score.milliseconds:.2f}", f"{score.milliseconds / ours:.1f}", f"{first_ms:.0f}"]


def printed(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table of Markdown."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def print_table(title: str, readers: Sequence[Reader], lines: Sequence[Line]) -> list[Score]:
    """Score all readers that are installed, print them, and give the scores."""
    scores = []
    for reader in readers:
        try:
            read = reader.make()
        except ImportError as missing:
            print(f"{reader.name} is not installed ({missing.name})", file=sys.stderr)
            continue
        scores.append(scored(reader, read, lines))
    heads = [title, *LANGUAGES, "none meant", "ms", "times ours", "first, ms"]
    ours = scores[0].milliseconds
    print(printed([heads, *(row_of(score, first_milliseconds(title, score.reader), ours) for score in scores)]) + "\n")
    return scores


def print_mistakes(title: str, score: Score) -> None:
    """What kinds of mistakes a reader makes, how many of each, and some of them."""
    print(f"{title}, {score.reader.name}:")
    for kind, texts in sorted(score.mistakes.items(), key=lambda item: -len(item[1])):
        print(f"  {kind}: {len(texts)}")
        for text in texts[:EXAMPLES]:
            print(f"    {text if len(text) <= SHOWN else text[:SHOWN].rstrip() + '…'}")
    if not score.mistakes:
        print("  none")
    print()


def main(arguments: Sequence[str]) -> None:
    """Print the tables, then what each reader got wrong."""
    if arguments[:1] == [FIRST]:
        return time_first(*arguments[1:])
    path = Path(arguments[0]) if arguments else GOALS
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    scores: list[tuple[str, Score]] = []
    for title, readers, right in TABLES:
        lines = [Line(row["text"], row["lang"], right(row)) for row in rows]
        scores += [(title, score) for score in print_table(title, readers, lines)]
    print(f"The coach on {LONG:,} characters, ms: {long_milliseconds(rows):.1f}\n")
    for title, score in scores:
        print_mistakes(title, score)


if __name__ == "__main__":
    main(sys.argv[1:])
