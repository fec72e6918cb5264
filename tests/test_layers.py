"""The arrows only point down: imports as they are written, and modules as they are loaded."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "smart_tui"
STDLIB = "stdlib"

BASE = {"smart_tui", "smart_tui.paths", "smart_tui.config", "smart_tui.i18n", "smart_tui.cldr"}
MAY_IMPORT: dict[str, set[str]] = {
    "smart_tui.cldr": set(),
    "smart_tui.paths": {"platformdirs", *BASE},
    "smart_tui.config": {"tomlkit", *BASE},
    "smart_tui.i18n": {"babel", *BASE},
    "smart_tui.domain": {"smart_tui.domain"},
    "smart_tui.reading": {"smart_tui.domain", "smart_tui.reading"},
    "smart_tui.coach": {"smart_tui.domain", "smart_tui.reading", "smart_tui.coach"},
    "smart_tui.text": {"smart_tui.domain", "smart_tui.i18n", "smart_tui.cldr", "smart_tui.text"},
    "smart_tui.store": {"sqlmodel", "sqlalchemy", "smart_tui.domain", "smart_tui.paths", "smart_tui.store"},
    "smart_tui.interop": {"icalendar", "smart_tui.domain", "smart_tui.reading", "smart_tui.store", "smart_tui.interop"},
    "smart_tui.export": {
        *BASE,
        "smart_tui.domain",
        "smart_tui.text",
        "smart_tui.store",
        "smart_tui.interop",
        "smart_tui.export",
    },
    "smart_tui.demo": {
        "smart_tui",
        "smart_tui.domain",
        "smart_tui.reading",
        "smart_tui.store",
        "smart_tui.demo",
        "smart_tui.paths",
    },
    "smart_tui.tui.widgets": {
        "textual",
        "rich",
        "smart_tui.i18n",
        "smart_tui.text",
        "smart_tui.domain",
        "smart_tui.tui.widgets",
    },
    "smart_tui.tui.transfer": {"smart_tui.domain", "smart_tui.store", "smart_tui.interop"},
    "smart_tui.tui.screens.exporting": {
        "textual",
        *BASE,
        "smart_tui.domain",
        "smart_tui.text",
        "smart_tui.store",
        "smart_tui.export",
        "smart_tui.tui",
    },
    "smart_tui.tui": {
        "textual",
        "rich",
        *BASE,
        "smart_tui.domain",
        "smart_tui.reading",
        "smart_tui.coach",
        "smart_tui.text",
        "smart_tui.store",
        "smart_tui.tui",
    },
}
"""What each layer may import besides the standard library; the longest name that fits a module counts.

The command line and `__main__` may import everything.
"""

WRITING_STORE = {"tables", "changes", "records", "replay", "engine", "store", "commands", "migrations"}
"""The parts of the store that may know SQLModel; the others are what a start and a list need."""

CLOCKLESS = ("smart_tui.domain", "smart_tui.reading", "smart_tui.coach", "smart_tui.text", "smart_tui.export")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text("utf-8"))


def inside(name: str, layer: str) -> bool:
    return name == layer or name.startswith(f"{layer}.")


def layer_of(name: str) -> str | None:
    return max((layer for layer in MAY_IMPORT if inside(name, layer)), key=len, default=None)


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module a file imports, wherever in it; of `from package import module` both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where an arrow points"
            assert node.module
            if (ROOT / Path(*node.module.split("."))).is_dir():
                yield from (
                    full
                    if (ROOT / Path(*full.split("."))).with_suffix(".py").exists() or is_package(full)
                    else node.module
                    for full in (f"{node.module}.{alias.name}" for alias in node.names)
                )
            else:
                yield node.module


def is_package(name: str) -> bool:
    return (ROOT / Path(*name.split("."))).is_dir()


def allowed(importer: str, imported: str) -> bool:
    layer = layer_of(importer)
    if layer is None:
        return True
    if imported.split(".")[0] in sys.stdlib_module_names:
        return True
    if imported.split(".")[0] == "smart_tui" and not inside(imported, "smart_tui.store"):
        return any(imported == may or (may != "smart_tui" and inside(imported, may)) for may in MAY_IMPORT[layer])
    return any(inside(imported, may) for may in MAY_IMPORT[layer] if may != "smart_tui")


def test_no_module_imports_from_a_layer_above_it() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, tree in modules()
        for imported in imports(tree)
        if not allowed(name, imported)
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_writing_part_of_the_store_knows_sqlmodel() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, tree in modules()
        for imported in imports(tree)
        if imported.split(".")[0] in ("sqlmodel", "sqlalchemy")
        and not (inside(name, "smart_tui.store") and name.split(".")[2] in WRITING_STORE)
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_store_knows_sqlite() -> None:
    wrong = [
        name
        for name, tree in modules()
        for imported in imports(tree)
        if imported.split(".")[0] == "sqlite3" and not inside(name, "smart_tui.store")
    ]
    assert not wrong


def test_nothing_below_the_app_reads_the_clock() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        if any(inside(name, layer) for layer in CLOCKLESS)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("date", "datetime")
    ]
    assert not wrong, "\n".join(wrong)


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, tree in modules() if tree.body and not ast.get_docstring(tree)]
    assert not silent


LOADED = """
import os, sys
sys.argv = ["smart-tui", *{arguments!r}]
def told(code):
    os.write({fd}, "\\n".join(sys.modules).encode())
    os.close({fd})
    real(code)
real, os._exit = os._exit, told
from smart_tui.__main__ import main
main()
"""


def loaded(arguments: list[str], home: Path, lang: str = "da_DK.UTF-8") -> set[str]:
    """The modules loaded at the end of one command, in a process of its own."""
    reading, writing = os.pipe()
    code = LOADED.format(arguments=arguments, fd=writing)
    environ = {**os.environ, "SMART_TUI_HOME": str(home), "LC_ALL": lang, "SMART_TUI_TODAY": "2026-01-15"}
    with os.fdopen(reading) as told:
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            env=environ,
            pass_fds=(writing,),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
        os.close(writing)
        names = set(told.read().split())
    _, errors = process.communicate()
    assert process.returncode == 0, errors.decode()
    return names


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one goal in it."""
    folder = tmp_path_factory.mktemp("home")
    environ = {**os.environ, "SMART_TUI_HOME": str(folder), "SMART_TUI_TODAY": "2026-01-15"}
    command = [sys.executable, "-m", "smart_tui", "add", "Read 24 books by 31 December"]
    subprocess.run(command, env=environ, check=True, cwd=ROOT, stdout=subprocess.PIPE)
    return folder


HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "textual", "rich", "babel", "platformdirs", "argparse", "tomlkit"}
SLOW = {"dataclasses", "inspect", "pathlib", "asyncio", "logging"}
READER = {"tomllib", "smart_tui.reading.goals", "smart_tui.coach", "smart_tui.domain.remark"}
"""What reads sentences and speaks of them, and the words of the languages: only for what was written to be read."""


def test_version_loads_next_to_nothing(home: Path) -> None:
    names = loaded(["--version"], home)
    assert not names & (HEAVY | SLOW | READER | {"gettext", "sqlite3", "typing", "smart_tui.i18n"})


@pytest.mark.parametrize("arguments", [["list", "--json"], ["show", "1", "--json"]], ids=" ".join)
def test_json_loads_neither_catalogues_nor_babel_nor_what_writes(arguments: list[str], home: Path) -> None:
    assert not loaded(arguments, home) & (HEAVY | SLOW | READER | {"gettext", "smart_tui.reading.words"})


SHORT = (
    ["list"],
    ["show", "1"],
    ["where"],
    ["today"],
    ["due"],
    ["report"],
    ["journal", "list"],
    ["export", "--to", "csv"],
)


@pytest.mark.parametrize("arguments", SHORT, ids=" ".join)
def test_short_commands_load_neither_sqlmodel_nor_textual_nor_babel(arguments: list[str], home: Path) -> None:
    names = loaded(arguments, home)
    assert not names & (HEAVY | SLOW | READER)
    assert "gettext" in names


def test_the_coach_loads_what_reads_a_sentence_and_no_more(home: Path) -> None:
    names = loaded(["coach", "Run 5 km a week by 1 June"], home)
    assert not names & (HEAVY | SLOW)
    assert "smart_tui.coach.remarks" in names


@pytest.mark.parametrize("arguments", [["add", "Run a marathon"], ["journal", "add", "Bo"]], ids=" ".join)
def test_what_writes_loads_sqlmodel_and_no_textual(arguments: list[str], home: Path) -> None:
    names = loaded(arguments, home)
    assert "sqlmodel" in names
    assert not names & {"textual", "rich", "babel"}


FIRST_FRAME = """
import json, os, sys
from datetime import date
from smart_tui.cli.app import build
from smart_tui.cli.arguments import parse
from smart_tui.cli.context import surroundings
from smart_tui.tui.app import SmartApp

def first_frame(self):
    print(json.dumps(sorted(sys.modules)))
    self.exit(0)

SmartApp._after_first_frame = first_frame
build(surroundings(parse([]), os.environ)).run(headless=True)
"""


def test_the_first_painted_frame_loads_no_sqlmodel(home: Path) -> None:
    environ = {**os.environ, "SMART_TUI_HOME": str(home), "SMART_TUI_TODAY": "2026-01-15"}
    process = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], env=environ, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True
    )
    names = set(json.loads(process.stdout.splitlines()[-1]))
    assert "textual" in names
    assert not names & (
        {"sqlmodel", "sqlalchemy", "pydantic", "babel", "tomlkit"} | READER | {"smart_tui.reading.words"}
    )
    assert not names & {f"smart_tui.tui.widgets.{name}" for name in ("goalview", "drawing", "chart", "wall")}
