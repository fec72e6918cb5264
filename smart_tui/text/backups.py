"""Backups in words: when and why one was made, what it holds, and what would change if it took the file's place."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from smart_tui.domain.backup import Backup, BackupReason, Difference, Salvaged
from smart_tui.i18n import N_, Words
from smart_tui.text.history import quoted

REASONS: Mapping[str, str] = {
    BackupReason.TIME: N_("by itself"),
    BackupReason.EXIT: N_("on leaving"),
    BackupReason.ASKED: N_("asked for"),
    BackupReason.MIGRATION: N_("before an update"),
    BackupReason.IMPORT: N_("before an import"),
    BackupReason.RESTORE: N_("before a restore"),
    BackupReason.DELETE: N_("before deleting"),
}
"""Why a backup was made, in two or three words."""

COUNTED = ("goal", "entry", "journal", "review")
"""The tables of which people read how much they hold."""
MOST_TITLES = 3
"""So many goals are named; the others are counted."""
HOURS_SAID = 24
DAYS_SAID = 14
WEEKS_SAID = 9


def reason(backup: Backup, words: Words) -> str:
    """Why a backup was made; a file that the list of backups does not name was found beside it."""
    if not backup.listed:
        return words.gettext("found in the folder")
    return words.gettext(REASONS[backup.reason]) if backup.reason in REASONS else backup.reason


def day_and_time(at: datetime, now: datetime, words: Words) -> str:
    """ "15 Jan 14:05", with the year where it is another one; both in the person's own time."""
    return f"{words.date_short(at.date(), now.date())} {at:%H:%M}"


def day_and_time_full(at: datetime, words: Words) -> str:
    """ "Thu 15 January 2026, 14:05"."""
    return words.gettext("{day}, {time}").format(day=words.date_full(at.date()), time=f"{at:%H:%M}")


def ago(at: datetime, now: datetime, words: Words) -> str:
    """How long ago that was: "20 minutes ago", "3 weeks ago"; empty where the clock ran behind since."""
    if at > now:
        return ""
    minutes = (now - at) // timedelta(minutes=1)
    hours, days = minutes // 60, (now.date() - at.date()).days
    if minutes < 1:
        return words.gettext("just now")
    if hours < 1:
        return words.ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=words.number(minutes))
    if hours < HOURS_SAID:
        return words.ngettext("{n} hour ago", "{n} hours ago", hours).format(n=words.number(hours))
    if days < DAYS_SAID:
        return words.ngettext("{days} day ago", "{days} days ago", days).format(days=words.number(days))
    weeks = days // 7
    if weeks < WEEKS_SAID:
        return words.ngettext("{n} week ago", "{n} weeks ago", weeks).format(n=words.number(weeks))
    months = max((now.year - at.year) * 12 + now.month - at.month, 1)
    return words.ngettext("{n} month ago", "{n} months ago", months).format(n=words.number(months))


def size(octets: int, words: Words) -> str:
    """ "412 kB", "1.3 MB", "12.4 GB"; a thousand bytes to the kilobyte, as file managers count."""
    if octets < 1_000_000:
        thousands = words.number(max((octets + 999) // 1000, 1) if octets else 0)
        return words.gettext("{n} kB").format(n=thousands)
    if octets < 1_000_000_000:
        return words.gettext("{n} MB").format(n=words.number(Decimal(octets) / 1_000_000, decimals=1))
    return words.gettext("{n} GB").format(n=words.number(Decimal(octets) / 1_000_000_000, decimals=1))


def holding(rows: Mapping[str, int], words: Words) -> str:
    """What a file holds: "12 goals · 340 entries · 30 reviews"; what it has none of is left out."""
    parts = [counted(table, rows[table], words) for table in COUNTED if rows.get(table)]
    return " · ".join(parts) or words.gettext("no goals")


def since(then: Mapping[str, int], now: Mapping[str, int], words: Words) -> str:
    """How many more or fewer there are now than then: "+1 goal · +14 entries"; empty where the numbers are the same."""
    grown = {table: now.get(table, 0) - then.get(table, 0) for table in COUNTED}
    return " · ".join(counted(table, by, words, sign=True) for table, by in grown.items() if by)


def counted(table: str, n: int, words: Words, *, sign: bool = False) -> str:
    """A number of one kind of thing: "12 goals"; with `sign`, "+1 goal"."""
    forms = {
        "goal": words.ngettext("{n} goal", "{n} goals", abs(n)),
        "entry": words.ngettext("{n} entry", "{n} entries", abs(n)),
        "journal": words.ngettext("{n} journal entry", "{n} journal entries", abs(n)),
        "review": words.ngettext("{n} review", "{n} reviews", abs(n)),
    }
    return forms[table].format(n=words.number(n, sign=sign))


def restored(difference: Difference, words: Words) -> tuple[str, ...]:
    """What would change if the other file took the place of this one, a sentence each."""
    if difference.nothing:
        return (words.gettext("It holds the same as your file: nothing would change."),)
    lines: list[str] = []
    for titles, pattern in (
        (difference.goals_back, N_("These goals come back: {goals}.")),
        (difference.goals_gone, N_("These goals go: {goals}.")),
        (difference.goals_changed, N_("These goals become as they were: {goals}.")),
    ):
        if titles:
            lines.append(words.gettext(pattern).format(goals=named(titles, words)))
    for rows, sentence in (
        (difference.rows_back, _come_back),
        (difference.rows_gone, _go),
        (difference.rows_changed, _as_they_were),
    ):
        said = [sentence(table, rows[table], words) for table in COUNTED if rows.get(table)]
        if any(said):
            lines.append(" ".join(filter(None, said)))
    if n := difference.settings_changed:
        pattern = words.ngettext("{n} setting becomes as it was.", "{n} settings become as they were.", n)
        lines.append(pattern.format(n=words.number(n)))
    return tuple(lines) or (words.gettext("Only what the program keeps for itself would change."),)


def named(titles: Sequence[str], words: Words) -> str:
    """Some goals by their titles: "“A”, “B” and 3 others"."""
    shown = ", ".join(quoted(title or words.gettext("Untitled"), words) for title in titles[:MOST_TITLES])
    others = len(titles) - MOST_TITLES
    if others < 1:
        return shown
    return words.ngettext("{goals} and {n} other", "{goals} and {n} others", others).format(
        goals=shown, n=words.number(others)
    )


def salvaged(result: Salvaged, words: Words) -> tuple[str, ...]:
    """What could be read out of a damaged file, what could not, and where the file is kept."""
    lines = [words.gettext("Read out of the damaged file: {what}.").format(what=holding(result.saved, words))]
    lost = sum(result.lost.values())
    if lost:
        missing = words.ngettext("{n} row could not be read.", "{n} rows could not be read.", lost)
        lines.append(missing.format(n=words.number(lost)))
    if result.pages_lost:
        lines.append(words.gettext("More may be missing than is known; compare with a backup."))
    lines.append(words.gettext("The damaged file is kept as {path}.").format(path=result.kept))
    return tuple(lines)


def _come_back(table: str, n: int, words: Words) -> str:
    forms = {
        "entry": words.ngettext("{n} entry comes back.", "{n} entries come back.", n),
        "journal": words.ngettext("{n} journal entry comes back.", "{n} journal entries come back.", n),
        "review": words.ngettext("{n} review comes back.", "{n} reviews come back.", n),
    }
    return forms.get(table, "").format(n=words.number(n))


def _go(table: str, n: int, words: Words) -> str:
    forms = {
        "entry": words.ngettext("{n} entry goes.", "{n} entries go.", n),
        "journal": words.ngettext("{n} journal entry goes.", "{n} journal entries go.", n),
        "review": words.ngettext("{n} review goes.", "{n} reviews go.", n),
    }
    return forms.get(table, "").format(n=words.number(n))


def _as_they_were(table: str, n: int, words: Words) -> str:
    forms = {
        "entry": words.ngettext("{n} entry becomes as it was.", "{n} entries become as they were.", n),
        "journal": words.ngettext(
            "{n} journal entry becomes as it was.", "{n} journal entries become as they were.", n
        ),
        "review": words.ngettext("{n} review becomes as it was.", "{n} reviews become as they were.", n),
    }
    return forms.get(table, "").format(n=words.number(n))
