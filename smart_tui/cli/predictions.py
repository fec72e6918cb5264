"""`smart-tui coach --jsonl FILE`: many sentences, one a line of JSON, each with one line of what it holds."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from io import TextIOWrapper
from typing import Any, NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.doubts import refuse_unreadable
from smart_tui.cli.output import finish, say
from smart_tui.coach.prediction import predict
from smart_tui.i18n import N_, Words
from smart_tui.reading.words.files import languages

BAD = 1
"""The exit code where a line could not be read; the others are printed all the same."""


def run_predictions(context: Context, path: str, today: date) -> NoReturn:
    """Print a prediction for each line of a file, or of what is piped in for "-", and end the process.

    Raises RefusedError where the words of a language cannot be read.
    """
    errors: list[str] = []
    try:
        for line in predicted(_lines(path), context, today, errors):
            if not _printed(line, errors):
                break
    except OSError as problem:
        why = context.words.gettext("{path} cannot be read: {why}")
        errors.append(why.format(path=path, why=problem.strerror or problem))
    finish(error="".join(f"smart-tui: {error}\n" for error in errors), code=BAD if errors else 0)


def _printed(line: str, errors: list[str]) -> bool:
    """Print a line; gives whether the next one can be printed too."""
    try:
        return say(line + "\n")
    except OSError as problem:
        errors.append(problem.strerror or str(problem))
        return False


def predicted(lines: Iterable[str], context: Context, today: date, errors: list[str]) -> Iterator[str]:
    """The predictions as lines of JSON, in order; what is wrong with a line is added to `errors`."""
    for number, line in enumerate(lines, 1):
        line = line.removeprefix("\ufeff")
        if not line.strip():
            continue
        try:
            row = _row(line)
        except ValueError as error:
            errors.append(_complaint(number, str(error), context.words))
            continue
        text = row["text"]
        given = row.get("lang")
        lang = given if given in languages() else context.language_of(text)
        found = predict(text, lang, today)
        refuse_unreadable(context.words)
        yield _as_json({"id": row["id"], **found})


def _as_json(row: dict[str, Any]) -> str:
    """A row in characters, but for those that an output leaves out: an id is to come back as it was."""
    said = json.dumps(row, ensure_ascii=False)
    if said.isprintable():
        return said
    return "".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in said)


def _row(line: str) -> dict[str, Any]:
    """One line as an object with an id and a text; raises ValueError with a sentence for people."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError(N_("it is not JSON.")) from None
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in ("id", "text")):
        raise ValueError(N_("it needs an “id” and a “text”."))
    return row


def _complaint(number: int, sentence: str, words: Words) -> str:
    said = words.gettext("line {number}: {why}")
    return said.format(number=number, why=words.gettext(sentence))


def _lines(path: str) -> Iterable[str]:
    if path != "-":
        return _of_file(path)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stdin if sys.stdin is not None else ()


def _of_file(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
        yield from file
