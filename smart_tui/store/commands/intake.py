"""Takes over what comes in from a file: all of it in one step of the history, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.domain.goal import Entry, Goal
from smart_tui.domain.review import JournalEntry, Review
from smart_tui.store import checks
from smart_tui.store.commands import fields, goals, journal, reviews, settings
from smart_tui.store.commands.intakerows import (
    KEYS,
    children,
    decision_rows,
    entry_columns,
    goal_columns,
    key,
    line_rows,
    review_columns,
    stored_instant,
)
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.contents import HISTORY

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

TOGETHER = 1000
"""So many entries are written at once, and told of."""
Progress = Callable[[int, int], None]
"""Told how many entries of how many are written."""

_MARK = """
INSERT INTO exchanged (part, digest, received, step) VALUES (:part, :digest, :received, :step)
ON CONFLICT (part, digest) DO UPDATE SET received = excluded.received, step = excluded.step
WHERE step IN (SELECT uuid FROM change_group WHERE undone = 1)"""


class Mark(NamedTuple):
    """That another copy has seen a state of a part, both as numbers; `received`: it came from there."""

    part: int
    digest: int
    received: bool = False


class Ours(NamedTuple):
    """A goal as it shall be: the id it has here (0 for a new one), and the UUID of the goal it serves."""

    id: int
    goal: Goal
    parent: str | None = None


class Work(NamedTuple):
    """What taking a file over writes. Goals go by their UUIDs, as those that are new have no id yet."""

    operation: str = "import"
    history: str = ""
    """Where the history stood when this was planned."""
    goals: Sequence[Ours] = ()
    goals_gone: Sequence[int] = ()
    areas: Mapping[str, str] = {}
    """The UUIDs that new areas get, by name."""
    entries: Sequence[tuple[int, str, Entry]] = ()
    """Id here (0 for a new one), goal, entry."""
    entries_gone: Sequence[int] = ()
    journal: Sequence[tuple[int, JournalEntry, Sequence[str]]] = ()
    journal_gone: Sequence[int] = ()
    reviews: Sequence[tuple[int, Review, Sequence[str]]] = ()
    """Id here, review, and the goal of each of its decisions."""
    reviews_gone: Sequence[int] = ()
    settings: Mapping[str, str] = {}
    unknown: Mapping[str, str | None] = {}
    """JSON objects by what they belong to; None takes one away."""
    marks: Sequence[Mark] = ()


def carry_out(unit: "Unit", work: Work, progress: Progress | None = None) -> None:
    """Write it. Raises StoreError changed_since where the history went on after it was planned, or invalid."""
    if str(unit.values(HISTORY)[0][0]) != work.history:
        raise StoreError("changed_since", field="import", current="")
    unit.execute("PRAGMA defer_foreign_keys=ON")
    changed = _settings(unit, work.settings)
    params: dict[str, Any] = {"settings": changed} if changed else {}
    unit.describe(work.operation, 0, **params)
    _areas(unit, work)
    ids = {str(uuid): int(row_id) for row_id, uuid in unit.values("SELECT id, uuid FROM goal")}
    _goals(unit, work, ids)
    _entries(unit, work, ids, progress)
    for row_id, entry, about in work.journal:
        _journal(unit, row_id, entry, [ids[uuid] for uuid in about if uuid in ids])
    for row_id in work.journal_gone:
        journal.delete(unit, row_id)
    for row_id, review, about in work.reviews:
        _review(unit, row_id, review, [ids.get(uuid, 0) for uuid in about])
    for row_id in work.reviews_gone:
        reviews.delete(unit, row_id)
    for row_id in work.goals_gone:
        goals.delete(unit, row_id)
    _unknown(unit, work.unknown)
    note(unit, work.marks, unit.uuid if unit.changed else "")


def note(unit: "Unit", marks: Sequence[Mark], step: str = "") -> None:
    """Keep what another copy has seen; what came in with a step counts as long as the step is not undone."""
    for at in range(0, len(marks), TOGETHER):
        part = marks[at : at + TOGETHER]
        unit.execute(
            _MARK,
            [{"part": each.part, "digest": each.digest, "received": int(each.received), "step": step} for each in part],
        )


def _settings(unit: "Unit", wanted: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Set settings; gives what each was and is, for the undo of the step."""
    changed = {}
    for name, value in wanted.items():
        before = unit.setting(name)
        settings.set_setting(unit, name, value)
        changed[name] = (before, unit.setting(name))
    return changed


def _areas(unit: "Unit", work: Work) -> None:
    here = {row["name"] for row in unit.rows("area")}
    taken = {row["uuid"] for row in unit.rows("area")}
    for name in dict.fromkeys(checks.line("area", each.goal.area) for each in work.goals):
        if name and name not in here:
            uuid = checks.uuid("uuid", work.areas.get(name, ""))
            unit.add("area", uuid=checks.uuid("uuid", "") if uuid in taken else uuid, name=name)


def _goals(unit: "Unit", work: Work, ids: dict[str, int]) -> None:
    new = _parents_first([each for each in work.goals if not each.id])
    first = unit.next_id("goal")
    ids |= {checks.uuid("uuid", each.goal.uuid): first + at for at, each in enumerate(new)}
    numbers = _numbers(unit, [each.goal.no for each in new])
    rows, below = [], _Rows()
    for each, number in zip(new, numbers, strict=True):
        columns = goal_columns(unit, each.goal)
        uuid = checks.uuid("uuid", each.goal.uuid)
        own = {"uuid": uuid, "no": number, "parent_id": ids.get(each.parent or "")}
        rows.append({**columns, **own, "created_at": stored_instant(each.goal.created_at) or unit.at})
        for table, keyed in children(each.goal).items():
            below.add(table, ids[uuid], (row for _, row in keyed))
    unit.add_all("goal", rows)
    for each in work.goals:
        if each.id:
            _change_goal(unit, each, ids, below)
    for table, found in below.by_table.items():
        unit.add_all(table, found)
    _check_families(unit, work.goals, ids)


def _parents_first(goals: Sequence[Ours]) -> list[Ours]:
    """In their order, but each behind the one it serves: taken back, they go the other way round."""
    by_uuid = {each.goal.uuid: each for each in goals}
    ordered: dict[str, Ours] = {}
    for each in goals:
        above: dict[str, Ours] = {}
        at: Ours | None = each
        while at is not None and at.goal.uuid not in ordered and at.goal.uuid not in above:
            above[at.goal.uuid] = at
            at = by_uuid.get(at.parent or "")
        ordered |= dict(reversed(above.items()))
    return list(ordered.values())


class _Rows:
    """New rows by table, to be written together."""

    def __init__(self) -> None:
        self.by_table: dict[str, list[dict[str, Any]]] = {}

    def add(self, table: str, goal_id: int, rows: Any) -> None:
        made = [{**row, "goal_id": goal_id} for row in rows]
        if table == "measure":
            made = [{**row, "uuid": checks.uuid("uuid", "")} for row in made]
        if made:
            self.by_table.setdefault(table, []).extend(made)


def _numbers(unit: "Unit", wanted: Sequence[int]) -> list[int]:
    """The number of each new goal: the one it has elsewhere, where that is free."""
    taken = {int(number) for (number,) in unit.values("SELECT no FROM goal")}
    numbers: list[int] = []
    for number in wanted:
        numbers.append(number if number > 0 and number not in taken else 0)
        taken.add(number)
    unit.number_taken("goal", max(numbers, default=0))
    return [number or _next_free(unit, taken) for number in numbers]


def _next_free(unit: "Unit", taken: set[int]) -> int:
    number = unit.next_number("goal")
    while number in taken:
        number = unit.next_number("goal")
    return number


def _change_goal(unit: "Unit", ours: Ours, ids: Mapping[str, int], below: _Rows) -> None:
    """Make a goal and what belongs to it what it shall be; new rows are left in `below`."""
    old = unit.row("goal", ours.id)
    columns = goal_columns(unit, ours.goal)
    del columns["step"]
    unit.change("goal", ours.id, **columns, parent_id=ids.get(ours.parent or ""))
    if columns["area_id"] != old["area_id"]:
        fields.drop_unused_area(unit, old["area_id"])
    for table, keyed in children(ours.goal).items():
        have = {key(table, row): row for row in unit.rows(table, goal_id=ours.id)}
        wanted = dict(keyed)
        # The order of tags is their own.
        anew = table == "tag" and list(have) != list(wanted)
        for known, row in have.items():
            if anew or known not in wanted:
                unit.remove(table, row["id"])
            elif set(wanted[known]) - set(KEYS[table]):
                unit.change(table, row["id"], **wanted[known])
        below.add(table, ours.id, (row for known, row in keyed if anew or known not in have))


def _check_families(unit: "Unit", changed: Sequence[Ours], ids: Mapping[str, int]) -> None:
    """A goal that would serve itself, or stand too deep, serves nobody."""
    for each in changed:
        row_id = ids[each.goal.uuid]
        parent = unit.row("goal", row_id)["parent_id"]
        if parent is None:
            continue
        try:
            fields.check_parent(unit, row_id, {"parent_id": parent})
        except StoreError:
            unit.change("goal", row_id, parent_id=None)


def _entries(unit: "Unit", work: Work, ids: Mapping[str, int], progress: Progress | None) -> None:
    new = [(uuid, entry) for row_id, uuid, entry in work.entries if not row_id]
    for at in range(0, len(new), TOGETHER):
        part = new[at : at + TOGETHER]
        unit.add_all("entry", [entry_columns(entry, ids[uuid], unit.at) for uuid, entry in part])
        if progress is not None:
            progress(at + len(part), len(new))
    for row_id, uuid, entry in work.entries:
        if row_id:
            columns = entry_columns(entry, ids[uuid], unit.at)
            del columns["uuid"], columns["recorded_at"]
            unit.change("entry", row_id, **columns)
    for row_id in work.entries_gone:
        unit.remove("entry", row_id)


def _journal(unit: "Unit", row_id: int, entry: JournalEntry, about: Sequence[int]) -> None:
    columns = {"day": checks.day("on", entry.on), "text": checks.needed("text", checks.long_text("text", entry.text))}
    if row_id:
        unit.change("journal", row_id, **columns)
        journal.tie(unit, row_id, about)
        return
    made = {"uuid": checks.uuid("uuid", entry.uuid), "created_at": stored_instant(entry.created_at) or unit.at}
    (added,) = unit.add_all("journal", [{**columns, **made}])
    unit.add_all("journal_goal", [{"journal_id": added, "goal_id": goal} for goal in dict.fromkeys(about)])


def _review(unit: "Unit", row_id: int, review: Review, about: Sequence[int]) -> None:
    columns = review_columns(review, unit.at)
    if row_id:
        unit.change("review", row_id, **columns)
    elif unit.rows("review", week=columns["week"]):
        raise StoreError("changed_since", field="import", current="")
    else:
        (row_id,) = unit.add_all("review", [{**columns, "uuid": checks.uuid("uuid", review.uuid)}])
    below = (("review_line", "prompt", line_rows(review)), ("review_goal", "goal_id", decision_rows(review, about)))
    for table, column, keyed in below:
        have = {row[column]: row for row in unit.rows(table, review_id=row_id)}
        wanted = dict(keyed)
        for known, row in have.items():
            if known in wanted:
                unit.change(table, row["id"], **wanted[known])
            else:
                unit.remove(table, row["id"])
        unit.add_all(table, [{**row, "review_id": row_id} for known, row in keyed if known not in have])


def _unknown(unit: "Unit", wanted: Mapping[str, str | None]) -> None:
    for belongs, kept in wanted.items():
        old = unit.rows("unknown", belongs=belongs)
        if kept is None:
            for row in old:
                unit.remove("unknown", row["id"])
        elif old:
            unit.change("unknown", old[0]["id"], kept=kept)
        else:
            unit.add("unknown", belongs=belongs, kept=kept)
