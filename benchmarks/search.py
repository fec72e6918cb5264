"""How fast 100 000 notes are searched, letter by letter, and what their index costs.

    .venv/bin/python benchmarks/search.py [NOTES]

A query is what stands in the field after each letter: common words, rare ones, two words, and words that nothing
holds. Each is asked seven times and its quickest answer counts, so that another program's turn is not measured; beside
it stands the bare MATCH: the same expression, order and limit on the same connection, for nothing but the numbers of
the rows. The notes are words of a made-up language, as frequent as words are in a real one (Zipf's law).
"""

import random
import sqlite3
import statistics
import string
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The package beside this folder is measured, not one that is installed; so it is imported after this.
sys.path.insert(0, str(ROOT))

from smart_tui.store.commands import entries  # noqa: E402
from smart_tui.store.connection import Reader, connect, open_writer  # noqa: E402
from smart_tui.store.index import settle_all  # noqa: E402
from smart_tui.store.migrations import bring_up_to_date, create_if_missing  # noqa: E402
from smart_tui.store.queries.search import LIMIT, expression, phrases, search  # noqa: E402
from smart_tui.store.store import Store  # noqa: E402

NOTES, GOALS, WORDS, A_DAY = 100_000, 200, 40_000, 30
FIRST = date(2016, 1, 4)
AT = "2016-01-04T08:00:00.000000+00:00"
MOST_MS, MOST_TIMES = 10.0, 1.5
ROUNDS = 7
COMMON = (
    *("the", "and", "to", "of", "a", "in", "i", "it", "was", "for", "on", "that", "with", "my", "is", "but", "not"),
    *("at", "this", "had", "so", "we", "did", "more", "than", "as", "be", "have", "from"),
    *("och", "att", "det", "jag", "en", "som", "på", "är", "av", "för", "og", "den", "til", "er", "de", "med"),
)
LETTERS = string.ascii_lowercase + "åäöæø"
FREQUENT = (
    *(8, 1.5, 2.8, 4, 12, 2.2, 2, 6, 7, 0.15, 0.7, 4, 2.5, 7, 7.5, 2, 0.1, 6, 6, 9, 2.8, 1, 2.3, 0.15, 2, 0.1),
    *(0.6, 0.5, 0.5, 0.3, 0.3),
)


def vocabulary(chance: random.Random) -> list[str]:
    """Words by how frequent they are, the most frequent first."""
    made = (
        "".join(chance.choices(LETTERS, FREQUENT, k=chance.choice((3, 4, 5, 6, 6, 7, 7, 8, 9, 11))))
        for _ in range(WORDS)
    )
    return list(dict.fromkeys([*COMMON, *made]))


def notes(chance: random.Random, words: list[str], count: int) -> Iterator[str]:
    """Notes of two to 120 words, most of them short."""
    weights = list(accumulate(1 / (place + 2.7) for place in range(len(words))))
    for _ in range(count):
        length = max(2, min(120, int(chance.lognormvariate(2.5, 0.8))))
        yield " ".join(chance.choices(words, cum_weights=weights, k=length)).capitalize()


def fill(path: str, texts: Iterator[str]) -> None:
    """Goals, and an entry with a note for each text."""
    create_if_missing(path)
    bring_up_to_date(path)
    connection = connect(path)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO goal (id, uuid, no, title, statement, state, model, language, owner, people, step, lesson,"
        " created_at, updated_at, weight) VALUES (?, ?, ?, ?, '', 'active', 'nordic', 'en', '', '', '', '', ?, ?, 1)",
        [(n, f"goal-{n}", n, f"Goal number {n}", AT, AT) for n in range(1, GOALS + 1)],
    )
    connection.executemany(
        "INSERT INTO entry (uuid, goal_id, day, state, value, note, recorded_at, source, source_id)"
        " VALUES (?, ?, ?, 'value', 1000000, ?, ?, '', '')",
        (
            (f"entry-{n}", n % GOALS + 1, (FIRST + timedelta(days=n // A_DAY)).isoformat(), text, AT)
            for n, text in enumerate(texts)
        ),
    )
    connection.execute("COMMIT")
    connection.close()


def typed(chance: random.Random, words: list[str]) -> list[str]:
    """What stands in the field after each letter."""
    whole = [*COMMON, *words[60:100], *chance.sample(words, 60), "qqx", "zzzz"]
    pairs = [(chance.choice(words[:100]), chance.choice(words[:4000])) for _ in range(60)]
    found = [word[:end] for word in whole for end in range(1, len(word) + 1)]
    return found + [f"{one} {other[:end]}" for one, other in pairs for end in range(1, len(other) + 1)]


def quickest(act: Callable[[], object]) -> float:
    """The least time it takes, in ms."""
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        act()
        times.append((time.perf_counter() - before) * 1000)
    return min(times)


def seconds(act: Callable[[], object]) -> float:
    """The time it takes once, in seconds."""
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


def p95(times: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return sorted(times)[int(len(times) * 0.95)]


def ask(path: str, asked: list[str]) -> None:
    """Print how long the questions take, beside the bare MATCH."""
    reader = Reader(path)
    bare_sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
    whole, bare = [], []
    for text in asked:
        wanted = (expression(phrases(text)), LIMIT)
        whole.append(quickest(partial(search, reader, text)))
        bare.append(quickest(partial(reader.rows, bare_sql, wanted)))
    ours, theirs = p95(whole), p95(bare)
    print(f"  search      median {statistics.median(whole):6.2f}  p95 {ours:6.2f}  most {max(whole):6.2f} ms")
    print(f"  bare MATCH  median {statistics.median(bare):6.2f}  p95 {theirs:6.2f}  most {max(bare):6.2f} ms")
    print(f"  {ours / theirs:.2f} times the bare MATCH (limit {MOST_TIMES}); p95 limit {MOST_MS:.0f} ms")
    slow = max(zip(whole, asked, strict=True))
    print(f"  the slowest: {slow[1]!r}")
    reader.close()


def writes(path: str, rounds: int = 40) -> None:
    """Print what a check-in takes with the index and without, with a note and without one, in turns."""
    bare = path + "-bare.db"
    with connect(path) as source, sqlite3.connect(bare) as copy:
        source.backup(copy)
        for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'search_*'"):
            copy.execute(f"DROP TRIGGER {name}")
    stores = {"with the index": Store(path), "without it": Store(bare)}
    for name, note in (("without a note", ""), ("with a note", "slow and steady rain again")):
        times: dict[str, list[float]] = {which: [] for which in stores}
        for _ in range(rounds):
            for which, store in stores.items():
                act = partial(store.run_sync, entries.check_in, 1, FIRST, Decimal(1), note=note)
                times[which].append(seconds(act) * 1000)
        said = ", ".join(f"{statistics.median(took[3:]):.2f} ms {which}" for which, took in times.items())
        print(f"  check-in {name}: {said}")
    for store in stores.values():
        store.close()


def main(count: int) -> None:
    """Fill a file, and measure."""
    chance = random.Random(1)
    words = vocabulary(chance)
    asked = typed(chance, words)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "smart-tui.db")
        fill(path, notes(chance, words, count))
        before = Path(path).stat().st_size
        connection = open_writer(path)
        took = seconds(lambda: settle_all(connection))
        connection.close()
        size = Path(path).stat().st_size
        print(
            f"{count} notes: indexed in {took:.1f} s; {before / 1e6:.0f} MB without the index, {size / 1e6:.0f} with it"
        )
        print(f"{len(asked)} questions, in order:")
        ask(path, asked)
        print("written one by one since:")
        writes(path)
        ask(path, asked)
        print(f"  SQLite {sqlite3.sqlite_version}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NOTES)
