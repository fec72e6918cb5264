"""Looks, keys and language: a TOML file, read with defaults and never fatal, written without losing comments."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from smart_tui.i18n import LANGUAGES
from smart_tui.paths import make_folder, write_file

ACCEPTED_LABELS = ("accepted", "attractive", "ambitious")
MAX_BYTES = 1_000_000

_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Config(NamedTuple):
    """What the config file says. None leaves the choice to the system (language) or to the app (theme)."""

    language: str | None = None
    theme: str | None = None
    accepted_label: str = "accepted"
    """What the A of the nordic model is called: accepted, attractive or ambitious."""
    keys: Mapping[str, tuple[str, ...]] = _NO_KEYS
    """Other keys for commands, by command id."""
    backup_folder: str = ""
    """An absolute folder that every finished backup is copied into as well; "" for none."""


class Problem(NamedTuple):
    """Something in the file that was passed over: unreadable, not_toml (line), unknown (key) or wrong (key)."""

    code: str
    path: str
    key: str = ""
    line: int = 0


class ConfigError(OSError):
    """The file could not be written; `problem` says why: unreadable, not_toml, wrong (key) or unwritable."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def read(path: str) -> tuple[Config, tuple[Problem, ...]]:
    """The config of the file at `path` and what was wrong with it; the defaults where there is no file."""
    try:
        with open(path, "rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Config(), ()
    except (OSError, ValueError):
        return Config(), (Problem("unreadable", path),)
    if len(raw) > MAX_BYTES:
        return Config(), (Problem("unreadable", path),)
    import tomllib

    try:
        document = tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Config(), (Problem("not_toml", path, line=_line(error)),)
    return _config(document, path)


def write_value(path: str, key: str, value: str | None) -> None:
    """Set one value of the file, or take it out with None; everything else in it stays as it is.

    `key` is a name, or a table's and a name ("keys.check_in"). The file is replaced in one step and
    readable by its owner only. Raises ConfigError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = os.path.realpath(path)
    try:
        with open(path, "rb") as file:
            document = tomlkit.parse(file.read().decode("utf-8-sig"))
    except FileNotFoundError:
        document = tomlkit.document()
    except OSError as error:
        raise ConfigError(Problem("unreadable", path)) from error
    except (TOMLKitError, ValueError) as error:
        raise ConfigError(Problem("not_toml", path, line=_line(error))) from error
    *tables, name = key.split(".")
    place: dict[str, object] = document
    for table in tables:
        inner = place.setdefault(table, tomlkit.table())
        if not isinstance(inner, dict):
            raise ConfigError(Problem("wrong", path, table))
        place = inner
    if value is None:
        place.pop(name, None)
    else:
        place[name] = value
    try:
        make_folder(os.path.dirname(path))
        write_file(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise ConfigError(Problem("unwritable", path)) from error


def _config(document: Mapping[str, object], path: str) -> tuple[Config, tuple[Problem, ...]]:
    config = Config()
    problems: list[Problem] = []
    for key, value in document.items():
        if key == "language" and (value == "system" or value in LANGUAGES):
            config = config._replace(language=None if value == "system" else str(value))
        elif key == "theme" and isinstance(value, str) and value.strip():
            config = config._replace(theme=value.strip())
        elif key == "accepted_label" and value in ACCEPTED_LABELS:
            config = config._replace(accepted_label=str(value))
        elif key == "backup_folder" and isinstance(value, str) and (folder := _folder(value)) is not None:
            config = config._replace(backup_folder=folder)
        elif key == "keys" and isinstance(value, dict):
            config = config._replace(keys=_keys(value, path, problems))
        else:
            problems.append(Problem("wrong" if key in Config._fields else "unknown", path, key))
    return config, tuple(problems)


def _folder(value: str) -> str | None:
    """The absolute path that a person may have begun with "~"; "" for none, None for what is no such path."""
    folder = os.path.expanduser(value.strip())
    return folder if not folder or (os.path.isabs(folder) and "\0" not in folder) else None


def _keys(table: Mapping[str, object], path: str, problems: list[Problem]) -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for command, value in table.items():
        wanted = [value] if isinstance(value, str) else value
        if isinstance(wanted, list) and all(isinstance(key, str) for key in wanted):
            keys[command] = tuple(key.strip() for key in wanted if key.strip())
        else:
            problems.append(Problem("wrong", path, f"keys.{command}"))
    return MappingProxyType(keys)


def _line(error: BaseException) -> int:
    """The line a TOML parser complains about, 0 where it names none."""
    line = getattr(error, "line", None) or getattr(error, "lineno", None)
    if isinstance(line, int):
        return line
    import re

    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else 0
