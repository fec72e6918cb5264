"""Backups in words: when, why, what they hold, and what would change."""

from datetime import datetime

import pytest

from smart_tui.domain.backup import Backup, BackupReason, Difference, Salvaged
from smart_tui.i18n import words
from smart_tui.text import backups

ENGLISH = words("en")
NOW = datetime(2026, 1, 15, 14, 30)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 1, 15, 14, 30), "just now"),
        (datetime(2026, 1, 15, 14, 29), "1 minute ago"),
        (datetime(2026, 1, 14, 23, 0), "15 hours ago"),
        (datetime(2026, 1, 13, 9, 0), "2 days ago"),
        (datetime(2025, 12, 20), "3 weeks ago"),
        (datetime(2025, 3, 1), "10 months ago"),
        (datetime(2026, 1, 15, 14, 31), ""),
    ],
)
def test_how_long_ago_is_said_in_the_unit_one_would_take(at: datetime, said: str) -> None:
    assert backups.ago(at, NOW, ENGLISH) == said


def test_every_reason_has_words_and_a_file_that_is_not_listed_is_said_to_be_found() -> None:
    assert len({backups.reason(Backup("", reason, {}), ENGLISH) for reason in BackupReason}) == len(BackupReason)
    assert backups.reason(Backup("", BackupReason.TIME, {}, listed=False), ENGLISH) == "found in the folder"


def test_sizes_are_counted_as_file_managers_do_and_never_said_to_be_nothing() -> None:
    said = [backups.size(octets, ENGLISH) for octets in (1, 999_999, 1_249_000, 1_000_000_000, 81_251_000_000)]
    assert said == ["1 kB", "1,000 kB", "1.2 MB", "1 GB", "81.3 GB"]


def test_what_a_file_holds_and_what_came_since_leave_out_what_is_none() -> None:
    then, now = {"goal": 2, "entry": 30, "change": 99, "review": 1}, {"goal": 1, "entry": 44, "review": 1}
    assert backups.holding(then, ENGLISH) == "2 goals · 30 entries · 1 review"
    assert backups.since(then, now, ENGLISH) == "−1 goal · +14 entries"
    assert backups.since(then, then, ENGLISH) == ""


def test_a_difference_names_goals_and_counts_the_rest() -> None:
    titles = tuple(f"Goal {n}" for n in range(7))
    found = Difference(titles, (), ("[/]",), {"entry": 1, "tag": 3}, {"entry": 14, "review": 1}, {}, 1)
    assert backups.restored(found, ENGLISH) == (
        "These goals come back: “Goal 0”, “Goal 1”, “Goal 2” and 4 others.",
        "These goals become as they were: “[/]”.",
        "1 entry comes back.",
        "14 entries go. 1 review goes.",
        "1 setting becomes as it was.",
    )
    assert backups.restored(Difference(), ENGLISH) == ("It holds the same as your file: nothing would change.",)


def test_what_was_salvaged_says_what_is_missing_and_where_the_file_is() -> None:
    said = backups.salvaged(Salvaged({"goal": 3}, {"entry": 2}, "/home/bo/damaged.db"), ENGLISH)
    assert said == (
        "Read out of the damaged file: 3 goals.",
        "2 rows could not be read.",
        "The damaged file is kept as /home/bo/damaged.db.",
    )
    said = backups.salvaged(Salvaged({"goal": 3}, {}, "/home/bo/damaged.db", pages_lost=True), ENGLISH)
    assert said[1] == "More may be missing than is known; compare with a backup."
