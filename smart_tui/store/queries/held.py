"""How much the file holds: the numbers a backup is compared with."""

from collections.abc import Mapping

from smart_tui.store.connection import Reader

TABLES = ("goal", "entry", "journal", "review")


def held(reader: Reader) -> Mapping[str, int]:
    """The number of goals, entries, journal entries and reviews, by table; nothing for a file that is not there."""
    found = reader.gather([(f"SELECT count(*) FROM {table}", ()) for table in TABLES])
    return {table: int(rows[0][0]) for table, rows in zip(TABLES, found, strict=True) if rows}
