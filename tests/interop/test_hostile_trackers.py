"""Mutated files of habit trackers: whatever they hold, they are read, refused row by row, or refused as a whole."""

import ast
import json
import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, TITLE_LIMIT, clean_line, clean_text
from smart_tui.domain.quantity import to_micro
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.i18n import Words
from smart_tui.interop.trackers import beeminder, gathering, habitbull, harsh, loop, loopdb
from smart_tui.store.commands.measures import stored
from smart_tui.text import transfer
from tests.interop.beefiles import ALL
from tests.interop.loopfiles import LIFE, tables, write_database, write_zip
from tests.interop.test_habitbull import TABLE
from tests.interop.test_harsh import HABITS, LOG

ASKED = Asked(date(2026, 1, 15), title="Named")
WORDS = Words.source()
NASTY = st.one_of(
    st.sampled_from(
        [
            "[/]",
            "\x1b]52;c;eA==\x07",
            "\u202e",
            "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
            "nan",
            "-inf",
            "1e999",
            "9" * 5000,
            "-2150000000",
            "2026-01-14",
            "0000-00-00",
            "9999-12-31",
            "10000-01-01",
            "١٢",
            "²",
            '"',
            ",",
            "\n",
            "\x00",
            " : ",
            "\t",
            "null",
            "true",
            "{",
            "[" * 200,
            "''; drop table goal",
        ]
    ),
    st.text(max_size=6),
)
BITES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), NASTY), min_size=1, max_size=6)
FEW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=bool(os.environ.get("CI")),
)


def bitten(text: str, bites: list[tuple[float, int, str]]) -> str:
    """The text with pieces of it replaced."""
    for where, length, put in bites:
        at = int(where * len(text))
        text = text[:at] + put + text[at + length :]
    return text


def harmless(found: Found) -> None:
    """All of it could be stored as it is, and every refusal has its sentence."""
    goals = {goal.id: goal for goal in found.contents.goals}
    assert len({goal.uuid for goal in goals.values()}) == len(goals)
    for goal in goals.values():
        assert goal.title
        assert goal.title == clean_line(goal.title, TITLE_LIMIT)
        assert all(text == clean_text(text, TEXT_LIMIT) for text in goal.answers.values())
        assert stored(goal.measures[0])["valid_from"] == str(goal.start)
    assert len({entry.uuid for entry in found.contents.entries}) == len(found.contents.entries)
    for entry in found.contents.entries:
        assert entry.goal_id in goals
        assert entry.note == clean_line(entry.note, LINE_LIMIT)
        assert entry.value is None or to_micro(entry.value) is not None
    for refused in found.rejected:
        assert refused.code in transfer.REJECTED
        assert "\n" not in transfer.rejected(refused, WORDS)
    for said in found.said:
        assert transfer.said(said, WORDS)


def tried(module: object, path: str) -> None:
    try:
        harmless(module.read(path, ASKED))  # type: ignore[attr-defined]
    except UnreadableFileError as refused:
        assert refused.code in transfer.UNREADABLE
        assert transfer.unreadable(refused, WORDS)


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


@FEW
@given(BITES, st.integers(0, 40))
def test_no_export_of_loop_breaks_the_reader(folder: Path, bites: list[tuple[float, int, str]], which: int) -> None:
    files = tables(LIFE[:4])
    names = [name for name in files if name.endswith(("Checkmarks.csv", "Habits.csv"))]
    name = names[which % len(names)]
    files[name] = bitten(files[name], bites)
    tried(loop, write_zip(folder / "a.zip", files))
    (folder / "Checkmarks.csv").write_text(files[name], encoding="utf-8", errors="replace")
    tried(loop, str(folder / "Checkmarks.csv"))


@FEW
@given(
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=40)), min_size=1, max_size=8), st.floats(0, 1)
)
def test_no_bytes_of_a_zip_or_a_backup_break_the_reader(
    folder: Path, bites: list[tuple[float, bytes]], cut: float
) -> None:
    for module, path in (
        (loop, write_zip(folder / "a.zip", tables(LIFE[:2]))),
        (loopdb, str(folder / "b.db")),
    ):
        if module is loopdb:
            (folder / "b.db").unlink(missing_ok=True)
            write_database(folder / "b.db", 25, LIFE[:3])
        data = bytearray(Path(path).read_bytes())
        for where, put in bites:
            at = int(where * len(data))
            data[at : at + len(put)] = put
        Path(path).write_bytes(data[: int(len(data) * cut)] if cut > 0.5 else data)
        tried(module, path)


@FEW
@given(BITES)
def test_no_json_of_beeminder_breaks_the_reader(folder: Path, bites: list[tuple[float, int, str]]) -> None:
    (folder / "a.json").write_text(bitten(json.dumps(ALL[:4]), bites), encoding="utf-8", errors="replace")
    tried(beeminder, str(folder / "a.json"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | NASTY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@FEW
@given(st.data())
def test_no_field_of_beeminder_of_another_type_breaks_the_reader(folder: Path, data: st.DataObject) -> None:
    fields = dict(data.draw(st.sampled_from(ALL)))
    for name in data.draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=4)):
        fields[name] = data.draw(JSON)
    points = [{**dict.fromkeys(("daystamp", "value", "timestamp", "id"), 1), "value": 2, "id": data.draw(JSON)}]
    fields["datapoints"] = [*points, {"daystamp": data.draw(JSON), "value": data.draw(JSON)}, data.draw(JSON)]
    (folder / "a.json").write_text(json.dumps(fields), encoding="utf-8", errors="replace")
    tried(beeminder, str(folder / "a.json"))
    engine = {"params": {**fields, "tini": data.draw(JSON), "road": data.draw(JSON)}, "data": data.draw(JSON)}
    (folder / "a.bb").write_text(json.dumps(engine), encoding="utf-8", errors="replace")
    tried(beeminder, str(folder / "a.bb"))


@FEW
@given(BITES)
def test_no_text_of_the_others_breaks_their_readers(folder: Path, bites: list[tuple[float, int, str]]) -> None:
    for module, name, text in (
        (habitbull, "a.csv", TABLE),
        (harsh, "log", LOG),
        (harsh, "habits", HABITS),
        (beeminder, "b.txt", '^ 3 "x"\n13 2\n2026 1 15 0:28 "y"\n'),
    ):
        (folder / name).write_text(bitten(text, bites), encoding="utf-8", errors="replace")
        tried(module, str(folder / name))


def test_a_note_too_long_for_an_entry_is_kept_whole(tmp_path: Path) -> None:
    long = "æ" * 30_000
    (tmp_path / "a.csv").write_text(TABLE.replace(",text\n", f",{long}\n"), encoding="utf-8")
    found = habitbull.read(str(tmp_path / "a.csv"), ASKED)
    assert "".join(each.text for each in found.contents.journal) == long
    assert found.contents.entries[0].note == "æ" * LINE_LIMIT
    assert {each.code: each.params.get("count") for each in found.said}["notes_to_journal"] == 1


def codes_of(node: ast.expr) -> Iterator[str]:
    """The words an argument can be."""
    if isinstance(node, ast.IfExp):
        yield from (*codes_of(node.body), *codes_of(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def test_every_code_that_is_counted_said_or_refused_has_its_sentence() -> None:
    sentences = {**transfer.SAID, **transfer.SAID_COUNTED}.keys()
    places = {"refuse": (2, transfer.REJECTED.keys()), "NotTaken": (0, transfer.REJECTED.keys())}
    places |= {"say": (0, sentences), "count": (0, sentences)}
    seen, silent = 0, []
    for path in sorted(Path(gathering.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            function = ast.unparse(node.func)
            name = function.removeprefix("self.").removeprefix("_gathering.").removeprefix("gathering.")
            if name in places and (name == "NotTaken" or name != function) and len(node.args) > places[name][0]:
                codes = list(codes_of(node.args[places[name][0]]))
                seen += len(codes)
                silent += [f"{path.name}: {code}" for code in codes if code not in places[name][1]]
    assert seen > 60
    assert not silent
