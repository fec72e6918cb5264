"""The command line is read as people write it, and refused with a sentence where it makes no sense."""

import pytest

from smart_tui.cli.arguments import Arguments, UsageError, parse
from smart_tui.cli.commandtable import ADDED
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


def test_an_option_of_a_new_goal_takes_what_stands_behind_it_also_below_zero() -> None:
    read = parse(["add", "--kind=level", "Warm up", "--baseline", "-4", "--activate", "--target", "+20 %"])
    assert read.words == ("Warm up",)
    assert read.options == {"--kind": "level", "--baseline": "-4", "--activate": "--activate", "--target": "+20 %"}


def test_an_entry_below_zero_or_in_words_is_no_option() -> None:
    assert parse(["log", "3", "-2"]).words == ("3", "-2")
    assert parse(["log", "3", "yesterday", "=-2", "#", "with", "Bo"]).words[1:] == (
        *("yesterday", "=-2", "#"),
        *("with", "Bo"),
    )


def test_a_value_in_brackets_may_be_left_out_or_be_of_several_words() -> None:
    assert parse(["report", "--week", "--md"]).options == {"--week": "--week", "--md": "--md"}
    assert parse(["report", "--week", "last", "week", "--json"]).options == {"--week": "last week"}
    assert parse(["--month", "report"]) == parse(["report", "--month"])
    assert parse(["report", "--year=2025"]).options == {"--year": "2025"}


def test_goals_may_be_named_one_after_the_other() -> None:
    read = parse(["journal", "add", "--goal", "3", "Bo", "--goal=read"])
    assert (read.words, read.goals) == (("add", "Bo"), ("3", "read"))


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["lsit"], "lsit"),
        (["--week"], "--week"),
        (["journal"], "journal WHAT [--json]"),
        (["report", "--goal"], "--goal"),
        (["report", "--express"], "--express"),
        (["--colour"], "--colour"),
        (["-x", "list"], "-x"),
        (["list", "more"], "more"),
        (["show"], "show GOAL [--json]"),
        (["add"], 'add "TEXT" [--json]'),
        (["--db"], "--db"),
        (["--lang="], "--lang"),
        (["where", "--json"], "--json"),
        (["list", "--kind", "total"], "--kind"),
        (["--activate"], "--activate"),
        (["add", "Read", "--target"], "--target"),
        (["add", "Read", "--target", "--unit", "books"], "--target"),
        (["add", "Read", "--activate=yes"], "--activate=yes"),
        (["log", "3"], "log GOAL ENTRY [--json]"),
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
    commands = (
        "list",
        "show",
        "today",
        "due",
        "log",
        "ask",
        "add",
        "coach",
        "review",
        "journal",
        "report",
        "demo",
        "where",
    )
    for word in (*commands, "--db", "--lang", "--json", "--version", "SMART_TUI_HOME"):
        assert word in said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 80


def test_each_command_has_its_own_help(run: Run) -> None:
    assert run("show", "--help").stdout.startswith("smart-tui show GOAL [--json]\n")
    said = run("add", "--help").stdout
    assert all(option.name in said and option.help in said for option in ADDED)


@pytest.mark.parametrize("argv", [["--version"], ["-V"], ["list", "--version"]])
def test_version(run: Run, argv: list[str]) -> None:
    from smart_tui import __version__

    assert run(*argv).stdout == f"smart-tui {__version__}\n"
