"""Reads: plain SQL through a `Reader` -> domain values. Rows that cannot be understood are skipped and counted in
`reader.damaged`; they hide no other row. All raise StoreError when the file cannot be read."""

from smart_tui.store.queries.goals import counts, due, find, goal, goals
from smart_tui.store.queries.history import history
from smart_tui.store.queries.rows import entries, entries_of, figures_of, raw_setting, settings

__all__ = [
    "counts",
    "due",
    "entries",
    "entries_of",
    "figures_of",
    "find",
    "goal",
    "goals",
    "history",
    "raw_setting",
    "settings",
]
