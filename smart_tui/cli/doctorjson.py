"""What `smart-tui doctor` found, for programs and bug reports: no text of the person, and no name of a home folder."""

import os

from smart_tui.cli.doctor import Findings
from smart_tui.cli.json import Json


def as_json(found: Findings, home: str) -> Json:
    """The findings, with `~` for the home folder."""
    newest = found.newest
    return {
        "ok": not found.wrong,
        "wrong": list(found.wrong),
        "versions": dict(found.versions),
        "paths": {
            name: {"path": _short(place.path, home), "mode": place.mode or None} for name, place in found.places.items()
        },
        "file": {
            "state": str(found.state),
            "version": found.version or None,
            "size": found.size,
            "problems": list(found.problems),
            "rows_that_do_not_validate": dict(found.invalid),
            "locked": found.locked,
            "file_system": found.file_system or None,
            "free": found.free,
            "cloud": found.cloud or None,
        },
        "backups": {
            "number": found.backups,
            "newest": newest.at.isoformat() if newest is not None and newest.at is not None else None,
            "checked": found.checked.isoformat() if found.checked else None,
            "sound": found.sound,
            "second": {"path": _short(found.second, home), "there": found.second_there} if found.second else None,
        },
    }


def _short(path: str, home: str) -> str:
    home = home.rstrip(os.sep)
    if home and (path == home or path.startswith(home + os.sep)):
        return "~" + path[len(home) :]
    return path
