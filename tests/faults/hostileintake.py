"""Reads files, brings in those that can be read, and holds it against: all of it, or nothing."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from smart_tui.domain.cleaning import clean_line, clean_text
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.i18n import Words
from smart_tui.interop import sources
from smart_tui.interop.merging.plan import make_plan
from smart_tui.interop.merging.work import work_of
from smart_tui.store.commands.history import undo
from smart_tui.store.commands.intake import carry_out
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.text import transfer
from tests.faults.hostilefiles import TODAY
from tests.store.contents import contents as rows

ASKED = Asked(TODAY, title="Named")
WORDS = Words.source()
TABLES = {"goal": "goal", "entry": "entry", "journal": "journal", "review": "review"}


def _faults(found: Found) -> list[str]:
    """What cannot be stored as it is, or has no sentence, or one that would steer a terminal."""
    held, goals = found.contents, {goal.id for goal in found.contents.goals}
    texts = [goal.title for goal in held.goals] + [entry.note for entry in held.entries]
    faults = [f"not cleaned: {each!a:.90}" for each in texts if each != clean_line(each)]
    faults += [f"not cleaned: {each.text!a:.90}" for each in held.journal if each.text != clean_text(each.text)]
    faults += [f"of no goal: {each!a:.90}" for each in held.entries if each.goal_id not in goals]
    for things in (held.goals, held.entries, held.journal):
        uuids = [each.uuid for each in things]
        faults += [f"twice: {uuid}" for uuid, times in Counter(uuids).items() if times > 1]
    said = [transfer.rejected(each, WORDS) for each in found.rejected] + [
        transfer.said(each, WORDS) for each in found.said
    ]
    # A line of what was found is made harmless where it is written; what is looked for here is a missing sentence.
    return faults + [f"no sentence: {each!a}" for each in said if not each.strip() or "\n" in each]


class Intakes:
    """Takes files in, each into a file that holds nothing, and adds up what came of it."""

    def __init__(self, folder: Path) -> None:
        self.path = str(folder / "scratch.db")
        self.store = Store(self.path)
        self.store.run_sync(set_setting, "default_model", "nordic")
        self.nothing = rows(self.path)
        self.seen: Counter[str] = Counter()
        """How many files were read, refused or brought in, and why they were refused."""
        self.wrong: list[str] = []

    def look(self, path: Path, format: str = "") -> Found | None:
        """Read a file; None where it is refused with a sentence. Anything else is wrong."""
        self.seen["files"] += 1
        try:
            found = sources.read(str(path), ASKED, format)
        except UnreadableFileError as refused:
            self.seen["refused"] += 1
            self.seen[f"refused: {refused.code}"] += 1
            if refused.code not in transfer.UNREADABLE or not transfer.unreadable(refused, WORDS):
                self.wrong.append(f"{path.name}: no sentence for {refused.code}")
            return None
        except Exception as error:
            self.wrong.append(f"{path.name}: {error!r:.300}")
            return None
        self.seen["read"] += 1
        self.wrong += [f"{path.name}: {each}" for each in _faults(found)]
        return found

    def bring(self, path: Path, found: Found) -> None:
        """Bring it in and take it back: what was promised is there, and then nothing is."""
        try:
            plan = self.store.read(make_plan, found, TODAY)
            self.store.run_sync(carry_out, work_of(plan, ()))
        except StoreError as refused:
            self.wrong.append(f"{path.name}: {refused!s:.200}")
            self._nothing_is_there(path)
            return
        except Exception as error:
            self.wrong.append(f"{path.name}: {error!r:.300}")
            return
        self.seen["brought in"] += 1
        there = self._counts()
        promised = {kind: plan.intake.new.get(kind, 0) for kind in TABLES}
        if there != promised:
            self.wrong.append(f"{path.name}: {promised} was promised, {there} is there")
        if any(promised.values()):
            try:
                self.store.run_sync(undo)
            except StoreError as refused:
                self.wrong.append(f"{path.name}: it cannot be taken back: {refused!s:.200}")
        self._nothing_is_there(path)

    def _counts(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.path)) as db:
            found = {kind: db.execute(f"SELECT count(*) FROM {table}") for kind, table in TABLES.items()}
            return {kind: int(cursor.fetchone()[0]) for kind, cursor in found.items()}

    def _nothing_is_there(self, path: Path) -> None:
        left = rows(self.path)
        if left != self.nothing:
            self.wrong.append(f"{path.name}: left behind in {[name for name in left if left[name]]}")
            self.nothing = left
