"""Files of every format that is read, broken in every way: bytes flipped, cut and doubled, values of other kinds."""

import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from smart_tui.interop.own import document
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from tests.faults.hostile import PIECES
from tests.interop.beefiles import ALL
from tests.interop.loopfiles import LIFE, tables, write_database, write_zip
from tests.interop.test_habitbull import TABLE
from tests.interop.test_harsh import HABITS, LOG
from tests.interop.test_hostile_files import OWN
from tests.interop.test_jrnl import JSON, TEXT
from tests.interop.test_table import DANISH, SWEDISH
from tests.interop.test_taskwarrior import TASKS, array
from tests.interop.test_tracker_databases import REWIRE, TICKMATE, write
from tests.store.contents import full_goal

TODAY = date(2026, 1, 15)
NOW = datetime(2026, 1, 15, tzinfo=UTC)
NUMBERS: tuple[object, ...] = (
    *(0, -1, 2**31, 2**53 + 1, 2**63, -(2**63) - 1, 2**64, 10**400, 1e308, -0.0, 0.1, 1e-320, True, None),
    *("", "1.000", "1,5", "1 000", "１２", "nan", "inf", "1e999", "-", "0000-00-00", "2026-02-29", "9999-12-31"),
    *("2026-W53-7", "2026-03-29T02:30", "10000-01-01", "-001-01-01", [], {}, [[]], {"": {}}, [None]),
)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00", b"\x00\x00\x00", b"PK\x03\x04", b"SQLite format 3\x00")


class Form(NamedTuple):
    """A format: the word for it, the name of a file of it, and the bytes of a good one."""

    format: str
    name: str
    good: bytes


def forms(folder: Path) -> list[Form]:
    """A good file of every format; `folder` is used to make them."""
    store = Store(str(folder / "own.db"))
    full_goal(store)
    own = document.encode(document.to_document(contents(store.reader), NOW))
    store.close()
    texts = [
        ("smart-tui", "own.json", own.decode()),
        ("table", "danish.csv", DANISH),
        ("table", "swedish.csv", SWEDISH),
        ("entries", "entries.csv", OWN),
        ("habitbull", "habitbull.csv", TABLE),
        ("loop", "Checkmarks.csv", tables(LIFE[:3])["Checkmarks.csv"]),
        ("harsh", "habits", HABITS),
        ("harsh", "log", LOG),
        ("beeminder", "bee.json", json.dumps(ALL[:4])),
        ("beeminder", "bee.txt", '^ 3 "x"\n13 2\n2026 1 15 0:28 "y"\n'),
        ("taskwarrior", "tasks.json", array(TASKS)),
        ("jrnl", "jrnl.json", json.dumps(JSON, indent=1)),
        ("jrnl", "jrnl.txt", TEXT),
    ]
    files = [
        ("loop", "loop.zip", write_zip(folder / "loop.zip", tables(LIFE[:3]))),
        ("loop-db", "loop.db", write_database(folder / "loop.db", 25, LIFE[:3])),
        ("tickmate", "tickmate.db", write(folder / "tickmate.db", TICKMATE)),
        ("rewire", "rewire.db", write(folder / "rewire.db", REWIRE)),
    ]
    made = [Form(format, name, text.encode()) for format, name, text in texts]
    return made + [Form(format, name, Path(path).read_bytes()) for format, name, path in files]


def mutants(form: Form, count: int, random: Random, folder: Path) -> Iterator[Path]:
    """So many broken files of a format, one after the other in the same place."""
    path = folder / form.name
    for _ in range(count):
        ways = [*ANY, *(JSONS if form.name.endswith(".json") else ()), *(TEXTS if b"\0" not in form.good else ())]
        path.write_bytes(random.choice(ways)(form.good, random))
        if form.name.endswith(".zip") and random.random() < 0.7:
            path.write_bytes(_rezipped(form.good, random))
        if form.name.endswith(".db") and random.random() < 0.5:
            path.write_bytes(form.good)
            _other_schema(path, random)
        yield path
        for left in folder.iterdir():
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


def _flipped(data: bytes, random: Random) -> bytes:
    broken = bytearray(data)
    for _ in range(random.randint(1, 20)):
        broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
    return bytes(broken)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _doubled(data: bytes, random: Random) -> bytes:
    at, end = sorted(random.randrange(len(data)) for _ in range(2))
    return data[:end] + data[at:end] * random.randint(1, 5) + data[end:]


def _marked(data: bytes, random: Random) -> bytes:
    at = random.choice((0, 0, random.randrange(len(data))))
    return data[:at] + random.choice(MARKS) + data[at:]


def _noise(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + random.randbytes(random.randint(1, 200)) + data[at + random.randint(0, 200) :]


def _coded(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-8-sig", "utf-16", "utf-16-be", "cp1252", "utf-32", "utf-7")), "replace")


def _bitten(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(text))
        put = random.choice((random.choice(PIECES), str(random.choice(NUMBERS)), "[" * 300, '"', ",", "\n", "9" * 5000))
        text = text[:at] + put + text[at + random.randint(0, 12) :]
    return text.encode("utf-8", "surrogatepass")


def _retyped(data: bytes, random: Random) -> bytes:
    """A JSON text in which some values are of another kind."""
    whole = json.loads(data)
    for _ in range(random.randint(1, 5)):
        at = whole
        while isinstance(at, dict | list) and at:
            key = random.choice(list(at) if isinstance(at, dict) else range(len(at)))
            if random.random() < 0.35 or not isinstance(at[key], dict | list) or not at[key]:
                at[key] = deepcopy(random.choice((random.choice(NUMBERS), random.choice(PIECES), _nested(random))))
                break
            at = at[key]
    return json.dumps(whole).encode()


def _nested(random: Random) -> object:
    found: object = random.choice(NUMBERS)
    for _ in range(random.choice((1, 30, 41, 99, 101, 400))):
        found = [found] if random.random() < 0.5 else {random.choice(PIECES): found}
    return found


def _twice(data: bytes, random: Random) -> bytes:
    """A JSON text in which keys stand twice."""
    text = data.decode()
    at = random.choice([index for index, sign in enumerate(text) if sign == "{"])
    key = random.choice(("uuid", "title", "id", "value", "goals", "entries", "datapoints", "description", "date"))
    return (text[: at + 1] + f'"{key}": {json.dumps(random.choice(NUMBERS))}, ' + text[at + 1 :]).encode()


def _deep(data: bytes, random: Random) -> bytes:
    depth = random.choice((50, 101, 990, 20_000))
    return b'{"a":' * depth + data + b"}" * depth if random.random() < 0.5 else b"[" * depth + data + b"]" * depth


def _rezipped(data: bytes, random: Random) -> bytes:
    """A ZIP file of which some members are broken, stand there twice, or have names that lead elsewhere."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        chosen = random.choice(good.namelist())
        for name in good.namelist():
            inside = good.read(name)
            if name == chosen:
                inside = random.choice((*ANY, *TEXTS))(inside, random) if inside else inside
                name = random.choice(
                    (name, name, name, name.replace("/", "\\"), f"../{name}", f"/{name}", random.choice(PIECES))
                )
            zipped.writestr(name.encode("utf-8", "replace").decode().split("\0")[0] or "x", inside)
    return made.getvalue()


ANY: tuple[Callable[[bytes, Random], bytes], ...] = (_flipped, _cut, _doubled, _marked, _noise)
TEXTS = (_coded, _bitten, _bitten)
JSONS = (_retyped, _retyped, _retyped, _twice, _deep)

SCHEMAS = (
    "CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
    "ALTER TABLE {table} RENAME TO {table}_x; CREATE VIEW {table} AS SELECT * FROM {table}_x",
    "ALTER TABLE {table} RENAME TO {table}_x; CREATE VIEW {table} AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT"
    " n + 1 FROM a) SELECT * FROM a",
    "DELETE FROM {table}",
    "UPDATE {table} SET {column} = {value}",
    "UPDATE {table} SET {column} = {value} WHERE rowid % 2",
    "UPDATE {table} SET {column} = {value} WHERE rowid % 3 = 0",
    "PRAGMA user_version = {number}",
    "PRAGMA application_id = {number}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA encoding = 'UTF-16'; VACUUM",
    "CREATE VIRTUAL TABLE more USING fts5(x)",
)
VALUES = (
    *("NULL", "''", "-1", "9223372036854775807", "1e308", "9e999", "x'00ff'", "'x' || char(0, 27, 8238, 55296)"),
    *("zeroblob(2000000)", "printf('%.*c', 900000, 'x')", "'[/]'", "'2026-02-30'", "0.5", "CAST(x'ff41' AS TEXT)"),
)


def _other_schema(path: Path, random: Random) -> None:
    """Change the tables of a database as another program, or one that means ill, can."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        table = random.choice([name for name in tables if not name.startswith("sqlite_")])
        column = random.choice([row[1] for row in db.execute(f"PRAGMA table_info({table})")])
        value, number = random.choice(VALUES), random.choice((-1, 0, 11, 12, 24, 26, 2**31 - 1))
        script = random.choice(SCHEMAS).format(table=table, column=column, value=value, number=number)
        try:
            db.executescript(script)
        except sqlite3.Error:
            # A primary key does not take every value; the file stays as it was.
            return
