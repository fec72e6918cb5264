"""Reading the files of a language: a folder of TOML, one file for each class of the lexicon."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from smart_tui.reading.words.lexicon import Phrases

FOLDER = os.path.dirname(__file__)
FIRST = "en"
"""The language that is understood beside every other."""

WordsT = TypeVar("WordsT", bound=tuple[Any, ...])


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words of, English first: the folders beside this file."""
    folders = sorted(entry.name for entry in os.scandir(FOLDER) if os.path.isfile(os.path.join(entry, "numbers.toml")))
    return (FIRST, *(name for name in folders if name != FIRST))


def load(kind: type[WordsT], lang: str, name: str) -> WordsT:
    """The words of one kind of one of the `languages`; a field that the file does not have is empty.

    The type of a field tells how it is written: a set of words as one string, phrases as lists by what they mean,
    and a word's value in front of the words that have it. A language may do without a file. Raises ValueError with
    the file and what is wrong in it.
    """
    raw = _raw(lang, name)
    types: Mapping[str, Any] = kind.__annotations__
    unknown = raw.keys() - types.keys()
    if unknown:
        raise ValueError(f"{lang}/{name}.toml has fields that nothing reads: {', '.join(sorted(unknown))}")
    fields = []
    for field, written in types.items():
        try:
            fields.append(_field(written, raw.get(field)))
        except (ValueError, AttributeError, TypeError) as error:
            raise ValueError(f"{lang}/{name}.toml, {field}: {error}") from error
    return kind(*fields)


@cache
def _raw(lang: str, name: str) -> Mapping[str, Any]:
    import tomllib

    try:
        with open(os.path.join(FOLDER, lang, f"{name}.toml"), "rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ValueError(f"{lang}/{name}.toml: {error}") from error


def _field(kind: Any, raw: Any) -> Any:
    if kind is str:
        return raw or ""
    if kind == frozenset[str]:
        return frozenset((raw or "").split())
    if kind == tuple[str, ...]:
        return tuple(raw or ())
    if kind == Phrases:
        return {meaning: tuple(phrases) for meaning, phrases in (raw or {}).items()}
    values: dict[str, object] = {}
    for value, words in (raw or {}).items():
        for word in words.split() if isinstance(words, str) else words:
            values[word] = _value(kind, value)
    return values


def _value(kind: Any, text: str) -> object:
    """What a word stands for: a number, so many of a unit, or a name."""
    if kind == Mapping[str, int]:
        return int(text)
    if kind == Mapping[str, tuple[int, str]]:
        count, unit = text.split()
        return int(count), unit
    return text
