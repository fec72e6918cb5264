"""Runs command lines in this process and looks at every byte that they write."""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, NoReturn
from unittest import mock

from smart_tui.cli import main
from tests.faults.hostile import HARMFUL

CRASHED = "Something went wrong inside"


class Answer(NamedTuple):
    """What a command line gave: exit code, output, error output."""

    code: int
    out: str
    err: str

    def faults(self) -> list[str]:
        """What no answer may hold."""
        both = self.out.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ") + self.err
        found = HARMFUL.search(both)
        said = [f"{found[0]!a} in {both[max(found.start() - 40, 0) : found.end() + 40]!a}"] if found else []
        if "Traceback" in self.err or CRASHED in self.err or self.code not in (0, 1, 2):
            said.append(f"{self.code}: {self.err[-600:]}")
        return said


def answer(arguments: Sequence[str], environ: dict[str, str]) -> Answer:
    """Run one command line with nothing to read from, and gather what reaches the descriptors."""

    def leave(code: int) -> NoReturn:
        raise SystemExit(code)

    with (
        _gathered(1) as out,
        _gathered(2) as err,
        open(os.devnull) as nothing,
        mock.patch("os._exit", leave),
        mock.patch("sys.stdin", nothing),
    ):
        try:
            main.run(arguments, environ)
        except SystemExit as left:
            code = int(str(left.code))
    return Answer(code, _text(out), _text(err))


@contextmanager
def _gathered(descriptor: int) -> Iterator[list[bytes]]:
    """Lead what is written to a descriptor into a file; the list holds it in the end."""
    into: list[bytes] = []
    sys.stdout.flush()
    sys.stderr.flush()
    before = os.dup(descriptor)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), descriptor)
        try:
            yield into
        finally:
            os.dup2(before, descriptor)
            os.close(before)
            file.seek(0)
            into.append(file.read())


def _text(pieces: Sequence[bytes]) -> str:
    return b"".join(pieces).decode("utf-8", "surrogateescape")


PRINTED: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("list", "--json"),
    ("today",),
    ("today", "--json"),
    ("due",),
    ("ask", "week"),
    ("report",),
    ("report", "--week", "2026-01-05"),
    ("report", "--week", "2026-01-05", "--md"),
    ("report", "--month", "--json"),
    ("report", "--year", "--md"),
    ("journal", "list", "--limit", "all"),
    ("journal", "list", "--json"),
    ("journal", "search", "x"),
    ("export", "--to", "md"),
    ("export", "--to", "csv"),
    ("export", "--to", "csv", "--local", "--lang", "da"),
    ("export", "--to", "ics"),
    ("export", "--to", "jrnl"),
    ("export", "--to", "taskwarrior"),
    ("export", "--to", "json"),
    ("doctor",),
    ("doctor", "--json"),
    ("restore", "--dry-run"),
    ("restore", "--dry-run", "--json"),
    ("backup", "now"),
    ("backup", "list"),
    ("forget", "1"),
)
"""Every command that prints what stands in the file."""
OF_A_GOAL: tuple[tuple[str, ...], ...] = (
    ("show", "{no}"),
    ("show", "{no}", "--json"),
    ("report", "--goal", "{no}", "--md"),
    ("journal", "list", "--goal", "{no}"),
    ("export", "--to", "md", "--goal", "{no}"),
)
OF_A_FILE: tuple[tuple[str, ...], ...] = (
    ("import", "{file}", "--dry-run"),
    ("import", "{file}", "--dry-run", "--json"),
    ("merge", "{file}"),
)
