"""The command line is read as people write it, and refused with a sentence where it makes no sense."""

import pytest

from smart_tui.cli.arguments import Arguments, UsageError, parse
from tests.cli.conftest import Run


def test_nothing_is_the_app() -> None:
    assert parse([]) == Arguments()


@pytest.mark.parametrize("argv", [["--db", "a.db", "list"], ["list", "--db=a.db"], ["list", "--db", "a.db"]])
def test_options_stand_before_or_behind_the_command(argv: list[str]) -> None:
    assert parse(argv) == Arguments("list", db="a.db")


def test_a_sentence_to_add_may_be_quoted_or_not_and_hold_numbers_below_zero() -> None:
    assert parse(["add", "Read 24 books"]).words == ("Read 24 books",)
    assert parse(["add", "lose", "-3", "kg"]).words == ("lose", "-3", "kg")
    assert parse(["add", "--", "--json"]).words == ("--json",)


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["lsit"], "lsit"),
        (["--colour"], "--colour"),
        (["-x", "list"], "-x"),
        (["list", "more"], "more"),
        (["show"], "show GOAL [--json]"),
        (["add"], 'add "TEXT"'),
        (["--db"], "--db"),
        (["--lang="], "--lang"),
        (["where", "--json"], ""),
        (["--json"], ""),
    ],
)
def test_what_makes_no_sense_is_refused(argv: list[str], word: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(argv)
    assert refused.value.word == word


def test_a_mistake_is_one_sentence_in_the_persons_language_and_exit_2(run: Run) -> None:
    mistake = run("lsit")
    assert (mistake.returncode, mistake.stdout) == (2, "")
    assert mistake.stderr.startswith("smart-tui: There is no command lsit.\n")
    danish = run("lsit", "--lang", "da").stderr
    assert "lsit" in danish
    assert "There is" not in danish


def test_an_unknown_language_is_refused(run: Run) -> None:
    refused = run("list", "--lang", "xx")
    assert refused.returncode == 2
    assert "xx" in refused.stderr


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_help_names_every_command_and_option(run: Run, lang: str) -> None:
    said = run("--help", "--lang", lang)
    assert said.returncode == 0
    for word in ("list", "show", "add", "demo", "where", "--db", "--lang", "--json", "--version", "SMART_TUI_HOME"):
        assert word in said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 80


def test_each_command_has_its_own_help(run: Run) -> None:
    assert run("show", "--help").stdout.startswith("smart-tui show GOAL [--json]\n")


@pytest.mark.parametrize("argv", [["--version"], ["-V"], ["list", "--version"]])
def test_version(run: Run, argv: list[str]) -> None:
    from smart_tui import __version__

    assert run(*argv).stdout == f"smart-tui {__version__}\n"
