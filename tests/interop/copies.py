"""Two machines with a copy each: exporting, merging, and what a person does on them in between."""

import shutil
import tempfile
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache

from smart_tui.domain.goal import Outcome
from smart_tui.domain.review import Cause, Decision, Way
from smart_tui.domain.transfer import Asked, Conflict, Found, Path
from smart_tui.interop.merging.bring import remember_sent
from smart_tui.interop.merging.parts import parts
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.interop.merging.work import work_of
from smart_tui.interop.own import document
from smart_tui.interop.own.jsonout import Json
from smart_tui.store.commands import coach, entries, goals, history, journal, measures, plans, reviews
from smart_tui.store.commands.intake import carry_out
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, books, full_goal

NOW = datetime(2026, 5, 1, tzinfo=UTC)
TODAY = date(2026, 5, 1)
Deed = tuple[str, int, int]


class Copy:
    """One machine: its file, and the document it hands out."""

    def __init__(self, folder: str, name: str) -> None:
        self.store = Store(f"{folder}/{name}/smart-tui.db", Clock())
        self.file = f"{folder}/{name}.json"

    def sent(self) -> str:
        """Export; gives the path of the document."""
        held = contents(self.store.reader)
        with open(self.file, "wb") as file:
            file.write(document.encode(document.to_document(held, NOW)))
        remember_sent(self.store, held)
        return self.file

    def plan(self, path: str) -> Plan:
        """What merging a document would do."""
        found = document.read(path, Asked(TODAY))
        assert found.rejected == ()
        return make_plan(self.store.reader, found, TODAY)

    def merge(self, path: str, theirs: Callable[[Conflict], bool] = lambda conflict: False) -> Plan:
        """Merge a document, with what is chosen where both sides changed."""
        plan = self.plan(path)
        chosen = [conflict.path for conflict in plan.intake.conflicts if theirs(conflict)]
        self.carry_out(plan, chosen)
        return plan

    def carry_out(self, plan: Plan, theirs: Collection[Path] = ()) -> None:
        """The same without a backup, whose time the tests do not have."""
        self.store.run_sync(carry_out, work_of(plan, theirs))

    @property
    def parts(self) -> dict[Path, Json]:
        """All it holds."""
        return parts(contents(self.store.reader))

    @property
    def steps(self) -> int:
        """How many steps could be undone."""
        return int(self.store.reader.rows("SELECT count(*) FROM change_group WHERE undone = 0")[0][0])

    def do(self, deed: Deed) -> None:
        """Do one thing to the goal of a number; what cannot be done is left."""
        name, number, n = deed
        found = self.store.reader.rows("SELECT id FROM goal WHERE no = ?", (number,))
        try:
            DEEDS[name](self.store, found[0][0] if found else 0, n)
        except StoreError as refused:
            assert refused.code in ("invalid", "not_found", "nothing_to_undo", "nothing_to_redo"), (deed, refused)


def first_of(store: Store, table: str, goal_id: int) -> int:
    """The id of the oldest row of a goal; 0 for none."""
    found = store.reader.rows(f"SELECT min(id) FROM {table} WHERE goal_id = ?", (goal_id,))
    return int(found[0][0] or 0)


@cache
def _template() -> tempfile.TemporaryDirectory[str]:
    """Two machines that hold the same, made once: each test begins with a copy of it."""
    made = tempfile.TemporaryDirectory()
    one, two = Copy(made.name, "one"), Copy(made.name, "two")
    filled(one)
    two.merge(one.sent())
    one.store.close()
    two.store.close()
    return made


def alike(folder: str) -> tuple[Copy, Copy]:
    """Two machines that hold the same: the one had exported it, the other merged that."""
    shutil.copytree(_template().name, folder, dirs_exist_ok=True)
    return Copy(folder, "one"), Copy(folder, "two")


def undo_own(store: Store) -> None:
    """Undo what was done here: that a merge is taken back is no news for the other machine."""
    last = store.reader.rows("SELECT operation FROM change_group WHERE undone = 0 ORDER BY id DESC LIMIT 1")
    if last and last[0][0] not in ("import", "merge"):
        store.run_sync(history.undo)


def filled(copy: Copy) -> None:
    """A goal with a row in every table, one without, and a review."""
    store = copy.store
    one = full_goal(store)
    two = store.run_sync(goals.create, "nordic", "en", title="Løb", area="Krop")
    store.run_sync(goals.set_fields, two, {"parent_id": one})
    store.run_sync(journal.write, None, MONDAY, "Begun.\n\nå", (one, two))
    review = store.run_sync(reviews.begin, MONDAY, MONDAY, MONDAY + timedelta(days=6), Way.FULL)
    store.run_sync(reviews.write_line, review, "well", "all of it")
    store.run_sync(reviews.decide, review, one, Decision.ADJUSTED)
    store.run_sync(reviews.finish, review, {one: "{}"})


DEEDS: dict[str, Callable[[Store, int, int], object]] = {
    "create": lambda s, g, n: s.run_sync(goals.create, "nordic", "en", title=f"Goal {n}", area="A" * (n % 3)),
    "answer": lambda s, g, n: s.run_sync(goals.set_answer, g, "specific.what", "x" * (n % 4)),
    "title": lambda s, g, n: s.run_sync(goals.set_fields, g, {"title": f"T{n % 3}", "tags": ("a", "b")[: n % 3]}),
    "area": lambda s, g, n: s.run_sync(goals.set_fields, g, {"area": "BC"[: n % 3], "owner": "o" * (n % 2)}),
    "date": lambda s, g, n: s.run_sync(goals.set_fields, g, {"deadline": date(2026, 12, n) if n % 3 else None}),
    "parent": lambda s, g, n: s.run_sync(goals.set_fields, g, {"parent_id": n % 3 + 1}),
    "measure": lambda s, g, n: s.run_sync(measures.set_measure, g, books(str(n))),
    "version": lambda s, g, n: s.run_sync(measures.add_version, g, books(str(n), MONDAY + timedelta(days=n))),
    "activate": lambda s, g, n: s.run_sync(goals.activate, g, MONDAY),
    "pause": lambda s, g, n: s.run_sync(goals.pause, g, MONDAY + timedelta(days=n % 3)),
    "resume": lambda s, g, n: s.run_sync(goals.resume, g, MONDAY + timedelta(days=n)),
    "finish": lambda s, g, n: s.run_sync(goals.finish, g, Outcome.MISSED, "so", MONDAY + timedelta(days=n)),
    "reopen": lambda s, g, n: s.run_sync(goals.reopen, g, MONDAY + timedelta(days=n + 5)),
    "delete": lambda s, g, n: s.run_sync(goals.delete, g),
    "check in": lambda s, g, n: s.run_sync(entries.check_in, g, MONDAY, Decimal(n), note="n" * (n % 2)),
    "edit entry": lambda s, g, n: s.run_sync(entries.edit_entry, first_of(s, "entry", g), value=Decimal(n % 3)),
    "delete entry": lambda s, g, n: s.run_sync(entries.delete_entry, first_of(s, "entry", g)),
    "milestone": lambda s, g, n: s.run_sync(plans.add_milestone, g, f"M{n}"),
    "done": lambda s, g, n: s.run_sync(plans.milestone_done, first_of(s, "milestone", g), MONDAY if n % 2 else None),
    "activity": lambda s, g, n: s.run_sync(plans.add_activity, g, f"A{n}", due=MONDAY),
    "confidence": lambda s, g, n: s.run_sync(plans.set_confidence, g, MONDAY, n % 10 + 1),
    "dismiss": lambda s, g, n: s.run_sync(coach.dismiss if n % 3 else coach.allow, g, "ab"[n % 2]),
    "journal": lambda s, g, n: s.run_sync(
        journal.write, n % 2 or None, MONDAY, "j" * (n % 4 + 1), (g,) if n % 3 else ()
    ),
    "no journal": lambda s, g, n: s.run_sync(journal.delete, 1),
    "decide": lambda s, g, n: s.run_sync(reviews.decide, 1, g, Decision.PAUSED if n % 3 else None),
    "cause": lambda s, g, n: s.run_sync(reviews.say_cause, 1, g, list(Cause)[n % 8], "why"),
    "line": lambda s, g, n: s.run_sync(reviews.write_line, 1, "well", "w" * (n % 3)),
    "no review": lambda s, g, n: s.run_sync(reviews.delete, 1),
    "undo": lambda s, g, n: undo_own(s),
    "redo": lambda s, g, n: s.run_sync(history.redo),
}


def read(path: str) -> Found:
    """What a document holds."""
    return document.read(path, Asked(TODAY))
