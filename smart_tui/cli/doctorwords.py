"""What `smart-tui doctor` found, in words."""

import os
from collections.abc import Mapping
from datetime import datetime

from smart_tui.cli.app import notes
from smart_tui.cli.columns import table
from smart_tui.cli.doctor import Findings
from smart_tui.i18n import N_, Words
from smart_tui.store.errors import StoreError
from smart_tui.text.backups import ago, day_and_time, size
from smart_tui.text.errors import store_error
from smart_tui.text.filestate import file_state

WRONG: Mapping[str, str] = {
    "file": "",
    "damage": N_(
        "The file is damaged: smart-tui restore brings back a backup, smart-tui restore --salvage what is left."
    ),
    "rows": N_("Some rows break a rule. They are shown as damaged, and the others are as they should be."),
    "locked": N_("Another program is writing to the file just now."),
    "open": N_("Others on this computer may read your goals; chmod go= PATH keeps them out."),
    "remote": N_("The file lies on another machine. Two programs at once could damage it there."),
    "cloud": N_("The file lies in a folder of {service}. Use it on one machine at a time."),
    "full": N_("The disk is nearly full, and there is little room for backups."),
    "no_backup": N_("There is no backup yet; smart-tui backup now makes one."),
    "unsound": N_("The last check found the file damaged."),
    "second": N_("The second folder for backups is not there: {folder}"),
    "config": "",
}
"""A sentence for each code; that of the file is one of its state, those of the config file are of its mistakes."""


def lines(found: Findings, now: datetime, words: Words) -> list[str]:
    """What was found, one a line, and what to do about what is wrong."""
    parts = [table(_versions(found, words)), table(_places(found, words)), table(_file(found, now, words))]
    said = [words.gettext("Everything is in good order.")] if not found.wrong else _wrong(found, words)
    return [line for part in parts for line in (*part, "")] + said


def _versions(found: Findings, words: Words) -> list[tuple[str, str]]:
    return [(words.gettext("System") if name == "system" else name, said) for name, said in found.versions.items()]


def _places(found: Findings, words: Words) -> list[tuple[str, str, str]]:
    names = {
        "database": words.gettext("Database"),
        "data": words.gettext("Data"),
        "backups": words.gettext("Backups"),
        "config": words.gettext("Config"),
        "state": words.gettext("State"),
    }
    return [(names[name], place.mode or "-", place.path) for name, place in found.places.items()]


def _file(found: Findings, now: datetime, words: Words) -> list[tuple[str, str]]:
    free = "" if found.free is None else size(found.free, words)
    newest = found.newest.at if found.newest is not None else None
    rows = [
        (words.gettext("Size"), size(found.size, words)),
        (words.gettext("Version of the file"), str(found.version or "-")),
        (words.gettext("File system"), found.file_system or "-"),
        (words.gettext("Free space"), free or "-"),
        (words.gettext("Number of backups"), words.number(found.backups)),
        (words.gettext("Last backup"), _when(newest, now, words)),
        (words.gettext("Last check"), _when(found.checked, now, words)),
        (words.gettext("Second folder"), found.second or "-"),
    ]
    rows += [(words.gettext("Wrong rows"), f"{table}: {words.number(n)}") for table, n in found.invalid.items()]
    return rows


def _when(at: datetime | None, now: datetime, words: Words) -> str:
    if at is None:
        return "-"
    local = at.astimezone(now.tzinfo)
    behind = ago(local, now, words)
    return day_and_time(local, now, words) + (f" · {behind}" if behind else "")


def _what(found: Findings, words: Words) -> str:
    path = found.places["database"].path
    if found.unusable in ("path_is_directory", "broken_link"):
        return store_error(StoreError(found.unusable, path=path, target=os.path.realpath(path)), words)
    return file_state(found.state, path, words)


def _wrong(found: Findings, words: Words) -> list[str]:
    said = []
    for code in found.wrong:
        if code == "file":
            said.append(_what(found, words))
            continue
        if code == "config":
            said += notes(found.mistakes, words)
            continue
        if code == "damage" and "file" in found.wrong:
            said += found.problems
            continue
        said.append(words.gettext(WRONG[code]).format(service=found.cloud, folder=found.second))
        if code == "open":
            said += [f"  {found.places[name].path}" for name in found.open_to_others]
        if code == "damage":
            said += [f"  {line}" for problem in found.problems for line in problem.splitlines()]
    return said
