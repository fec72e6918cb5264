"""The tables of the search's index, and the triggers that note what makes it out of date: they see every writer, also
one that is not us, and need nothing that only this program has.

Rows that change are noted, and the index follows when this program writes next, or starts. Before a row goes in or
changes, those it would take the place of are looked up: a REPLACE deletes them without firing their triggers.
"""

from collections.abc import Mapping

from smart_tui.store.searched import SOURCES, Source

INDEX_TABLES: Mapping[str, str] = {
    "document": """CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY,
    kind VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    folded VARCHAR NOT NULL,
    UNIQUE (kind, row_id)
)""",
    "search_stale": """CREATE TABLE search_stale (
    id INTEGER NOT NULL PRIMARY KEY,
    kind VARCHAR NOT NULL,
    row_id INTEGER NOT NULL
)""",
    "search": """CREATE VIRTUAL TABLE search USING fts5(
    folded, content='document', content_rowid='id', columnsize=0, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 0'
)""",
}
"""The statements that make the tables, by name. A document is the folded text of a row that can be found. What is
noted as out of date has no rule that could refuse a note: the writer whose change is noted must not fail."""

_NOTE = "INSERT INTO search_stale (kind, row_id)"


def _of(table: str, source: Source) -> dict[str, str]:
    filled = source.filled.format(row="")

    def replaced(*keys: tuple[str, ...]) -> str:
        # One query a key: each finds its row by the index that makes the key unique.
        return " ".join(_noted(table, key, filled) for key in keys)

    def row(which: str) -> str:
        where = source.filled.format(row=f"{which}.")
        return f"{_NOTE} SELECT '{table}', {which}.id{' WHERE ' + where if where else ''};"

    columns = ", ".join(("id", *source.columns))
    acts = {
        "replace": ("BEFORE INSERT", replaced(("id",), *source.keys)),
        "insert": ("AFTER INSERT", row("NEW")),
        "update": (f"BEFORE UPDATE OF {columns}", f"{replaced(('id',), *source.keys)} {row('OLD')} {row('NEW')}"),
        "delete": ("BEFORE DELETE", row("OLD")),
    }
    return {f"search_{table}_{name}": _trigger(table, name, *act) for name, act in acts.items()}


def _noted(table: str, key: tuple[str, ...], filled: str) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    # Of an empty one there are many: the key is none then.
    given = " AND source_id <> ''" if "source_id" in key else ""
    return f"{_NOTE} SELECT '{table}', id FROM \"{table}\" WHERE {same}{given}{' AND ' + filled if filled else ''};"


def _trigger(table: str, name: str, when: str, act: str) -> str:
    return f'CREATE TRIGGER search_{table}_{name} {when} ON "{table}" BEGIN {act} END'


def _through(table: str, columns: str, keys: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Triggers of a table that others are searched with: its own row is noted, and they are found by it."""
    replaced = " ".join(_noted(table, key, "") for key in keys)
    old = f"{_NOTE} SELECT '{table}', OLD.id;"
    acts = {
        "replace": ("BEFORE INSERT", replaced),
        "update": (f"BEFORE UPDATE OF {columns}", f"{replaced} {old} {_NOTE} SELECT '{table}', NEW.id;"),
        "delete": ("BEFORE DELETE", old),
    }
    return {f"search_{table}_{name}": _trigger(table, name, *act) for name, act in acts.items()}


def _of_tags() -> dict[str, str]:
    new, old = (f"{_NOTE} SELECT 'goal', {row}.goal_id;" for row in ("NEW", "OLD"))
    replaced = f"{_NOTE} SELECT 'goal', goal_id FROM tag WHERE id = NEW.id;"
    acts = {
        "insert": ("BEFORE INSERT", f"{new} {replaced}"),
        "update": ("BEFORE UPDATE OF id, goal_id, name", f"{new} {old} {replaced}"),
        "delete": ("BEFORE DELETE", old),
    }
    return {f"search_tag_{name}": _trigger("tag", name, *act) for name, act in acts.items()}


# No trigger names another table than its own: one that does would be in the way of rebuilding either.
SEARCH_TRIGGERS: Mapping[str, str] = {
    **{name: sql for table, source in SOURCES.items() for name, sql in _of(table, source).items()},
    **_of_tags(),
    **_through("area", "id, uuid, name", (("id",), ("uuid",), ("name",))),
    **_through("review", "id, uuid, week, last", (("id",), ("uuid",), ("week",))),
}
"""The statements that make the triggers, by name."""
