"""Numbers and dates as nobody means them: refused with a sentence or read as what they are, wherever one types them."""

import os
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from smart_tui.store.commands import entries, measures, plans
from smart_tui.store.errors import StoreError
from tests.faults.hostilecommands import answer
from tests.tui.world import BOOKS, TODAY, World

NUMBERS = (
    *("1.000", "1,5", "1 000", "1\u202f000", "１２", "١٢", "²", "½", "0x10", "1_000", "0b1", "1e3", "1e999", "-1e-999"),
    *("nan", "-nan", "inf", "-Infinity", "2**63", str(2**63), str(-(2**63) - 1), "9" * 5000, "0." + "0" * 5000 + "1"),
    *(
        "--5",
        "+-5",
        "5-",
        ".",
        ",",
        "-",
        "=",
        "=-",
        "50 %",
        "1e",
        "1.2.3",
        "1,2,3",
        "\u22125",
        "5\u0301",
        "٫5",
        "5\x00",
    ),
)
DATES = (
    *(
        "29 Feb",
        "2026-02-29",
        "2026-02-30",
        "week 53",
        "2026-W53",
        "2026-W54",
        "W0",
        "0000-00-00",
        "0000-01-01",
        "year 0",
    ),
    *(
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-1-01-01",
        "99999999999",
        "31/31/31",
        "2026-03-29 02:30",
        "Q5",
        "Q0 2025",
    ),
    *(
        "in 99999999 years",
        "in 9999999999999 days",
        "13",
        "31.11.",
        "1.1.1",
        "２０２６-01-01",
        "tomorrow " * 500,
        "today\x00",
    ),
)
TYPED: tuple[tuple[str, ...], ...] = (
    ("log", "1", "{}"),
    ("add", "Read books", "--kind", "total", "--target={}"),
    ("add", "Read {} books a week"),
)
DATED: tuple[tuple[str, ...], ...] = (
    ("add", "Read 24 books", "--deadline={}"),
    ("add", "Read 24 books", "--start={}"),
    ("journal", "add", "Text", "--on={}"),
    ("report", "--week={}"),
    ("report", "--month={}"),
    ("report", "--quarter={}"),
    ("report", "--year={}"),
    ("coach", "Read 24 books", "--today={}"),
    ("log", "1", "{} 3"),
    ("add", "Read 24 books by {}"),
    ("forget", "--journal={}"),
)
EXACT = ("NaN", "sNaN", "Infinity", "-Infinity", "1E+400", "1E-400", str(2**63), "9" * 5000, "0.0000001", "1E+12")


def test_no_number_and_no_date_on_the_command_line_ends_in_more_than_a_sentence(tmp_path: Path) -> None:
    world = World(tmp_path / "own")
    world.goal("Read books", BOOKS)
    world.store.close()
    environ = {"HOME": str(tmp_path), "SMART_TUI_HOME": str(tmp_path / "own"), "LANG": "C.UTF-8"}
    environ["SMART_TUI_TODAY"] = TODAY.isoformat()
    asked = [(TYPED[at % len(TYPED)], each) for at, each in enumerate(NUMBERS)]
    asked += [(DATED[(at + more) % len(DATED)], each) for more in (0, 5) for at, each in enumerate(DATES)]
    for command, typed in asked:
        arguments = [word.replace("{}", typed) for word in command]
        said = answer(arguments, environ)
        assert said.faults() == [], arguments
        assert said.out or said.err, arguments
    for today in ("0000-01-01", "9999-12-31", "0001-01-01", "2024-02-29", "2026-02-29", "soon"):
        for asking in (("today",), ("report", "--year"), ("list", "--json")):
            assert answer(asking, {**environ, "SMART_TUI_TODAY": today}).faults() == [], (today, asking)


@pytest.mark.parametrize("text", EXACT)
def test_a_number_that_cannot_be_kept_exactly_is_refused_and_leaves_nothing(tmp_path: Path, text: str) -> None:
    world = World(tmp_path)
    goal = world.goal("Read books", BOOKS)
    before = os.path.getsize(world.paths.db), world.values(goal)
    for command, arguments in (
        (entries.check_in, (goal, TODAY, Decimal(text))),
        (measures.add_version, (goal, BOOKS._replace(valid_from=TODAY, target=Decimal(text)))),
        (measures.add_version, (goal, BOOKS._replace(valid_from=TODAY, step=Decimal(text)))),
    ):
        with pytest.raises(StoreError) as refused:
            world.store.run_sync(command, *arguments)
        assert refused.value.code == "invalid" and refused.value.params["reason"] == "out_of_range"
    assert (os.path.getsize(world.paths.db), world.values(goal)) == before


def test_the_first_and_the_last_day_there_are_can_be_kept_and_judged(tmp_path: Path) -> None:
    world = World(tmp_path)
    goal = world.goal("Read books", BOOKS)
    for first, last in product((date.min, date(2024, 2, 29)), (date.max, date(2020, 12, 31))):
        world.store.run_sync(plans.add_milestone, goal, "[/]", first)
        world.store.run_sync(plans.add_milestone, goal, "[/]", last)
    environ = {
        "HOME": str(tmp_path),
        "SMART_TUI_HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "SMART_TUI_TODAY": "2026-01-15",
    }
    for command in (
        ("list",),
        ("show", "1"),
        ("today",),
        ("export", "--to", "ics"),
        ("export", "--to", "md"),
        ("export",),
    ):
        said = answer(command, environ)
        assert said.code == 0 and said.faults() == [], command
