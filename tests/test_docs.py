"""What README and docs say is true: commands, keys, links, languages."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from smart_tui.cli.commandtable import COMMANDS, OPTIONS
from smart_tui.config import Config, read
from smart_tui.tui.keys import COMMANDS as COMMANDS_OF_KEYS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_links_every_page() -> None:
    readme = text("README.md")
    for page in (ROOT / "docs").glob("*.md"):
        assert f"docs/{page.name}" in readme


def test_the_page_of_keys_is_what_the_table_says() -> None:
    page = runpy.run_path(str(ROOT / ".ci" / "keys"))["page"]
    assert text("docs/keys.md") == page(), "run .ci/keys"


def test_the_page_on_adding_a_language_names_every_file_field_and_place() -> None:
    page = text("docs/adding-a-language.md")
    written = runpy.run_path(str(ROOT / ".ci" / "words"))["page"]()
    names = re.compile(r"^### \w+\.toml$|^\| `\w+` \|", re.MULTILINE)
    assert names.findall(page) == names.findall(written), "run .ci/words"
    dates = text("smart_tui/reading/words/en/dates.toml")
    assert {slot for slot in re.findall(r"{\w+}", dates) if slot not in page} == set()


def test_the_page_of_keys_names_every_place_where_a_key_does_something() -> None:
    places = {where for where, _ in runpy.run_path(str(ROOT / ".ci" / "keys"))["PLACES"]}
    assert places == {where for command in COMMANDS_OF_KEYS for where in command.where}


def test_the_page_of_the_command_line_names_every_command_and_option() -> None:
    page = text("docs/command-line.md")
    for command in COMMANDS:
        assert f"smart-tui {command.synopsis.split(' [')[0]}" in page
        assert all(option.name in page for option in command.options)
    for option, _ in OPTIONS:
        assert option.split()[0] in page


@pytest.mark.parametrize("command", ["add", "coach"])
def test_the_examples_of_the_command_line_are_what_is_printed(tmp_path: Path, command: str) -> None:
    example = rf"```console\n\$ smart-tui {command} \"([^\"]+)\"\n(.*?)```"
    shown = re.search(example, text("docs/command-line.md"), re.DOTALL)
    assert shown
    said = subprocess.run(
        [sys.executable, "-m", "smart_tui", "--db", str(tmp_path / "a.db"), "--lang", "en", command, shown[1]],
        env={"SMART_TUI_TODAY": "2026-01-15", "SMART_TUI_HOME": str(tmp_path), "PATH": "", "LANG": "C.UTF-8"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    assert said.stdout == shown[2]


def test_the_example_of_the_config_file_is_read_without_a_word(tmp_path: Path) -> None:
    for page in ("docs/data.md", "docs/keys.md"):
        shown = re.search(r"```toml\n(.*?)```", text(page), re.DOTALL)
        assert shown
        path = tmp_path / "config.toml"
        path.write_text(shown[1], "utf-8")
        config, problems = read(str(path))
        assert problems == ()
        assert config != Config()


def test_ci_runs_the_command_the_readme_gives_for_the_tests() -> None:
    found = re.findall(r"^python3 -m venv .*pytest.*$", text("README.md"), re.MULTILINE)
    assert len(found) == 1
    assert found[0] in text("CONTRIBUTING.md")
    assert "README.md" in text(".ci/run")


def test_no_lock_file_names_an_address() -> None:
    lines = text("constraints.txt").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.]+", line) for line in lines)
