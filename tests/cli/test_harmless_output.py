"""What a command writes steers no terminal, whatever stands on the command line or in the file."""

import re

from tests.cli.conftest import Run

HOSTILE = (
    "[/][book]\x1b[31mred\x1b]52;c;ZXZpbA==\x07\x9b31m\u202eturned\u2066\u2028line \U0001f469\u200d\U0001f467 {name} %s"
)
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def test_no_command_lets_a_control_character_out(run: Run) -> None:
    said = [run("add", HOSTILE), run("list"), run("list", "--json"), run("show", "1"), run("show", "1", "--json")]
    assert [answer.returncode for answer in said] == [0] * len(said)
    said += [run("coach", HOSTILE), run("coach", HOSTILE + " by \x1b[2J 5 May", "--json")]
    said += [run("journal", "add", HOSTILE, "--goal", "1"), run("journal", "list"), run("journal", "list", "--json")]
    said += [run("report", *more) for more in ((), ("--md",), ("--json",), ("--month",), ("--goal", "1", "--md"))]
    said += [run("show", HOSTILE + "!"), run("show", "9\x1b[2J"), run("\x1b[2J\u2028"), run("list", "--\x9b31m")]
    for answer in said:
        assert not HARMFUL.search(answer.stdout + answer.stderr), answer.args
        assert "Traceback" not in answer.stderr
