"""Which backups are kept, and taking away the others: all of two days, then one a day, then one a month."""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from smart_tui.domain.backup import Backup
from smart_tui.paths import sync_folder
from smart_tui.store.backups.listing import PARTIAL, backups_of, folder_of, last_check, stem_of

ALL_FOR = timedelta(days=2)
MOST = 20
DAILY = 14
MONTHLY = 24
SETTLED = timedelta(minutes=10)
"""A half copy of a process that is gone is taken away when it is so old, and of any process after a day."""

_LEFT = (PARTIAL, PARTIAL + "-journal")
"""What the names end in of what a process leaves that is killed while it writes a copy."""


def superfluous(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """The backups that need not be kept at `now`, newest first.

    Kept are all of the last two days, at most 20; of the rest the last of each of 14 days; of the rest of those
    the last of each of 24 months. Nothing goes while the clock runs behind the newest, and never a file that is
    not listed or is damaged: that one stands for nothing.
    """
    dated = [(each.at, each) for each in backups if each.listed and each.sound and each.at is not None]
    known = sorted(dated, key=lambda pair: pair[0], reverse=True)
    if not known or known[0][0] > now:
        return ()
    recent = [(at, each) for at, each in known if now - at < ALL_FOR][:MOST]
    rest = known[len(recent) :]
    for most, period in ((DAILY, _day), (MONTHLY, _month)):
        rest = _without_last_of_each(rest, period, most)
    return tuple(each for _, each in rest)


def thin(db: str, now: datetime, folder: str = "") -> tuple[str, ...]:
    """Take away the backups of the database file `db` that need not be kept, beside it or in another `folder`.

    Gives their names. After a check that found damage nothing goes. What is in the way is left; nothing is raised.
    """
    clear_partials(folder or folder_of(db), stem_of(db, folder), now)
    check = last_check(db)
    if check is None or not check.sound:
        return ()
    gone: list[str] = []
    for backup in superfluous(backups_of(db, folder), now):
        try:
            os.unlink(backup.path)
        except OSError:
            continue
        gone.append(os.path.basename(backup.path))
    if gone:
        sync_folder(folder or folder_of(db))
    return tuple(gone)


_Dated = tuple[datetime, Backup]


def _without_last_of_each(dated: Sequence[_Dated], period: Callable[[datetime], str], most: int) -> list[_Dated]:
    """What is left, newest first, when the last of each of the `most` newest periods is kept."""
    kept: set[str] = set()
    rest: list[_Dated] = []
    for at, each in dated:
        when = period(at)
        if when not in kept and len(kept) < most:
            kept.add(when)
        else:
            rest.append((at, each))
    return rest


def _day(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d}"


def _month(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m}"


def clear_partials(folder: str, stem: str, now: datetime) -> None:
    """Take away the half copies that a process left which is gone."""
    try:
        names = [name for name in os.listdir(folder) if name.startswith(stem + "-") and name.endswith(_LEFT)]
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        try:
            age = now - datetime.fromtimestamp(os.stat(path).st_mtime, UTC)
            if age > timedelta(days=1) or (age > SETTLED and not _lives(name)):
                os.unlink(path)
        except (OSError, ValueError, OverflowError):
            continue


def _lives(name: str) -> bool:
    """Whether the process still runs that makes this copy; where that cannot be told, it does."""
    number = name.removesuffix("-journal").removesuffix(PARTIAL).rpartition(".")[2]
    if os.name != "posix" or not number.isdecimal():
        # Names without a process are those of earlier versions.
        return os.name != "posix"
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
