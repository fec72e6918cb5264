"""Reads: plain SQL through a `Reader` -> domain values. Rows that cannot be understood are skipped and counted in
`reader.damaged`; they hide no other row. All raise StoreError when the file cannot be read."""

from smart_tui.store.queries.goals import below, counts, due, find, goal, goals, goals_of
from smart_tui.store.queries.history import history
from smart_tui.store.queries.rows import entries, entries_of, figures_of, raw_setting, settings
from smart_tui.store.queries.standing import kept, standings

__all__ = [
    "below",
    "counts",
    "due",
    "entries",
    "entries_of",
    "figures_of",
    "find",
    "goal",
    "goals",
    "goals_of",
    "history",
    "kept",
    "raw_setting",
    "settings",
    "standings",
]
