"""A whole home of hostile texts, and what a person can ask of it."""

import os
from pathlib import Path

from smart_tui.paths import find
from smart_tui.store.store import Store
from tests.faults.hostile import strings
from tests.faults.hostilecommands import OF_A_FILE, OF_A_GOAL, PRINTED, answer
from tests.faults.hostilecopy import another_copy, comes_back, foreign
from tests.faults.hostilegoals import Hostile, spoil


class Home:
    """A home whose every text is hostile, and what comes from outside as bad."""

    def __init__(self, folder: Path, count: int, seed: int = 0) -> None:
        self.environ = {
            "HOME": str(folder),
            "SMART_TUI_HOME": str(folder / "own"),
            "SMART_TUI_TODAY": "2026-01-15",
            "LANG": "C.UTF-8",
        }
        self.paths = find(self.environ)
        os.makedirs(self.paths.data, exist_ok=True)
        store = Store(self.paths.db)
        self.typed = Hostile(strings(count, seed))
        self.goals = self.typed.fill(store)
        more = strings(10 * count, seed + 1)
        self.comes_back = comes_back(store, folder)
        self.files = [str(another_copy(store, folder, more))]
        store.close()
        self.missing = self.typed.missing(self.paths.db)
        # From here on texts stand there that were never cleaned, as another program can have written them.
        self.spoilt = spoil(self.paths.db, more)
        self.files += map(str, foreign(folder, more))

    def commands(self, every: int = 17) -> list[tuple[str, ...]]:
        """Every command line that prints what stands in the files; of single goals one in so many."""
        asked = [*PRINTED]
        numbers = range(1, self.goals + 1, every)
        asked += [tuple(word.format(no=no) for word in each) for each in OF_A_GOAL for no in numbers]
        return asked + [tuple(word.format(file=file) for word in each) for each in OF_A_FILE for file in self.files]

    def brought_in(self) -> list[str]:
        """Bring all files in, take what they say, and look whether the file is whole; gives what was wrong.

        A file may be refused where a goal here, as another program left it, is none that could be stored.
        """
        wrong = []
        for file in self.files:
            asked = ("import", file, "--theirs", "--yes")
            for arguments in (asked, asked, ("doctor",), ("export",)):
                said = answer(arguments, self.environ)
                wrong += said.faults() + (
                    [f"{arguments}: {said.err}"] if said.code and "import" not in arguments else []
                )
        return wrong
