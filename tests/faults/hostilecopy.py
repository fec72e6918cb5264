"""What comes from outside with hostile texts in it: another copy's document, tables, tasks, and names of files."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from smart_tui.domain.transfer import Asked
from smart_tui.interop.own import document
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store

TEXTS = frozenset(
    [
        *("title", "statement", "owner", "people", "step", "lesson", "text"),
        *("note", "unit", "what_counts", "reason", "what", "time", "place"),
        *("situation", "action", "area", "cause_note", "repair_said", "source", "name"),
    ]
)
"""The keys of a document that hold a person's words."""
NOW = datetime(2026, 1, 15, tzinfo=UTC)
NAME = "[b][x\x1b[2J\u202e{name} %s.{ending}"


def comes_back(store: Store, folder: Path) -> bool:
    """Whether all that is held leaves in a document that is read as the same."""
    path, held = folder / "own.json", contents(store.reader)
    path.write_bytes(document.encode(document.to_document(held, NOW)))
    found = document.read(str(path), Asked(NOW.date()))
    return found.rejected == () and document.encode(document.to_document(found.contents, NOW)) == path.read_bytes()


def another_copy(store: Store, folder: Path, texts: Iterator[str]) -> Path:
    """A document of the same goals in which every text is another one, and with rows that cannot be taken."""
    whole = json.loads(document.encode(document.to_document(contents(store.reader), NOW)))
    changed = _changed(whole, texts)
    assert isinstance(changed, dict)
    for key in ("goals", "entries", "journal", "reviews", "areas"):
        rows = changed[key]
        rows += [{**rows[0], "uuid": next(texts), "week": next(texts)}, next(texts), {next(texts): next(texts)}]
    changed["unknown"] = {next(texts): [next(texts)]}
    path = folder / NAME.replace("{ending}", "json")
    path.write_text(json.dumps(changed), encoding="ascii")
    return path


def _changed(value: object, texts: Iterator[str], key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _changed(each, texts, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, texts) for each in value]
    return next(texts) if key in TEXTS and isinstance(value, str) and value else value


def foreign(folder: Path, texts: Iterator[str]) -> list[Path]:
    """A table, tasks and journals whose every word is hostile."""
    tasks, table, diary = (folder / NAME.replace("{ending}", each) for each in ("tasks.json", "csv", "txt"))
    rows = [("Date", "Value", "Goal", "Note")]
    rows += [(f"2026-01-{day:02}", "3", next(texts), next(texts)) for day in range(1, 15)]
    rows += [(next(texts), next(texts), next(texts), next(texts)) for _ in range(5)]
    with table.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows(rows)
    each = {"status": "pending", "entry": "20260101T000000Z"}
    many = [{**each, "uuid": f"a360fc44-315c-4366-b70c-ea7e5207{n:04}", "description": next(texts)} for n in range(20)]
    named = [{**one, "project": next(texts), "tags": [next(texts)], next(texts): next(texts)} for one in many]
    tasks.write_text(json.dumps([*named, {"uuid": next(texts)}]), encoding="ascii")
    written = "".join(f"[2026-01-{day:02} 09:00] {next(texts)}\n{next(texts)}\n\n" for day in range(1, 15))
    diary.write_text(written, encoding="utf-8", errors="replace")
    return [table, tasks, diary]
