"""Reading the files of a language: a folder of TOML, one file for each class of the lexicon."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from smart_tui.reading.words.lexicon import Phrases

FOLDER = os.path.dirname(__file__)
FIRST = "en"
"""The language that is understood beside every other."""

FAULTS: dict[tuple[str, str], str] = {}
"""What is wrong with the files that could not be read so far, by language and name."""

WordsT = TypeVar("WordsT", bound=tuple[Any, ...])


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words of, English first: the folders beside this file."""
    beside = os.listdir(FOLDER) if os.path.isdir(FOLDER) else []
    folders = sorted(name for name in beside if os.path.isfile(os.path.join(FOLDER, name, "numbers.toml")))
    return (FIRST, *(name for name in folders if name != FIRST))


def faults() -> tuple[str, ...]:
    """What is wrong with the files that were needed so far and could not be read, each with its name."""
    return tuple(FAULTS.values())


def words_of(kind: type[WordsT], lang: str, name: str) -> WordsT:
    """What `load` gives; a file that cannot be read counts as empty, and is named by `faults`."""
    try:
        return load(kind, lang, name)
    except ValueError as error:
        FAULTS[lang, name] = str(error)
        return kind(*(_field(written, None) for written in kind.__annotations__.values()))


def load(kind: type[WordsT], lang: str, name: str) -> WordsT:
    """The words of one kind of one of the `languages`; a field that the file does not have is empty.

    The type of a field tells how it is written: a set of words as one string, phrases as lists by what they mean,
    and a word's value in front of the words that have it. A language may do without a file, but for English. Raises
    ValueError with the file and what is wrong in it.
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
    except FileNotFoundError as error:
        if lang != FIRST:
            return {}
        raise ValueError(f"{lang}/{name}.toml: {error.strerror}") from error
    except OSError as error:
        raise ValueError(f"{lang}/{name}.toml: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{lang}/{name}.toml: {error}") from error


def _field(kind: Any, raw: Any) -> Any:
    if kind is str:
        return _text("" if raw is None else raw)
    if kind == frozenset[str]:
        return frozenset(_text("" if raw is None else raw).split())
    if kind == tuple[str, ...]:
        return _texts([] if raw is None else raw)
    if kind == Phrases:
        return {meaning: _texts(phrases) for meaning, phrases in ({} if raw is None else raw).items()}
    values: dict[str, object] = {}
    for value, words in ({} if raw is None else raw).items():
        for word in words.split() if isinstance(words, str) else _texts(words):
            values[word] = _value(kind, value)
    return values


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(f"a text is needed, not {raw!r:.40}")
    return raw


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError(f"a list of texts is needed, not {raw!r:.40}")
    return tuple(_text(each) for each in raw)


def _value(kind: Any, text: str) -> object:
    """What a word stands for: a number, so many of a unit, or a name."""
    if kind == Mapping[str, int]:
        return int(text)
    if kind == Mapping[str, tuple[int, str]]:
        count, unit = text.split()
        return int(count), unit
    return text
