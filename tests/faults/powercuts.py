"""Power cuts: one run is written down, and its disk is rebuilt as it could look after a cut at many moments of it."""

import random
import shutil
import sqlite3
import tempfile
from bisect import bisect_left
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.faults.disk import Before, Disk, Operation, look, put, read_trace
from tests.faults.figures import Figures
from tests.faults.injector import Injector
from tests.faults.scenarios import SCENARIOS
from tests.faults.whole import DATABASE, state

MEMORY = Path("/dev/shm")


class Scratch(AbstractContextManager[Path]):
    """A folder that goes with its context; in memory where there is some, as only the trace says what is synced."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)

    def __enter__(self) -> Path:
        return Path(self._folder.name).resolve()

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


class Recording(NamedTuple):
    """One run of a scenario without faults, and every state that it committed."""

    name: str
    prepared: Path
    """The folder as it was before."""
    root: Path
    before: Before
    operations: list[Operation]
    commits: list[int]
    """With which operation each state was reached, in order; -1 for the first."""
    states: list[str]

    def allowed(self, acknowledged: int, cut: int) -> set[str]:
        """What may be found where operation `acknowledged` was the last answer given, and the end came before
        operation `cut`: nothing older than what was answered, and what was being committed, or not."""
        oldest = bisect_left(self.commits, acknowledged) - 1
        return set(self.states[max(oldest, 0) : bisect_left(self.commits, cut) + 1])

    def answers(self) -> list[tuple[int, int]]:
        """The operation of each answer, and the step it acknowledged."""
        return [(at, int(operation.data)) for at, operation in enumerate(self.operations) if operation.what == "A"]


def record(injector: Injector, name: str, folder: Path, count: int = 0) -> Recording:
    """Run a scenario under an empty folder and write down what it does to the disk."""
    root, trace, prepared = folder / "recorded", folder / "trace", folder / "prepared"
    prepared.mkdir(parents=True)
    SCENARIOS[name].prepare(prepared)
    shutil.copytree(prepared, root)
    before = look(root)
    outcome = injector.run(name, root, trace=trace, count=count)
    assert outcome.status == 0 and not outcome.refused, outcome
    operations = read_trace(trace)
    disk, commits = Disk(before), [-1]
    states = [_state_of(disk, root, folder / "state")]
    for at, operation in enumerate(operations):
        disk.do(operation)
        if _commits(operation, root):
            commits.append(at)
            states.append(_state_of(disk, root, folder / "state"))
    # A call that the library does not see would show here.
    assert disk.now() == {path: content for path, (_, content) in look(root).files.items()}
    return Recording(name, prepared, root, before, operations, commits, states)


def cut_power(recording: Recording, cuts: int, seed: int, folder: Path) -> Figures:
    """Cut the power at random moments of a recording, and look at what is left."""
    figures, chance = Figures(), random.Random(seed)
    scenario, disk, done = SCENARIOS[recording.name], Disk(recording.before), 0
    answers = recording.answers()
    place = folder / "after"
    for cut in sorted(chance.randrange(len(recording.operations) + 1) for _ in range(cuts)):
        while done < cut:
            disk.do(recording.operations[done])
            done += 1
        put(disk.after_cut(chance), recording.root, place)
        given = [(at, step) for at, step in answers if at < cut]
        where = f"{recording.name}, power cut before operation {cut}"
        if figures.looked_at(place, scenario, (step for _, step in given), where):
            found = state(place / DATABASE)
            if found not in recording.allowed(given[-1][0] if given else -1, cut):
                figures.lost += 1
                figures.say(f"{where}: a state that was never committed, or an older one")
            if not scenario.broken(place):
                _opens(place, figures, where)
        shutil.rmtree(place)
    return figures


def _commits(operation: Operation, root: Path) -> bool:
    """Whether an operation may end a transaction: the journal goes, or another file takes the place."""
    database = str(root / DATABASE)
    return (operation.what == "U" and operation.path == database + "-journal") or (
        operation.what == "R" and operation.data.decode() == database
    )


def _state_of(disk: Disk, root: Path, place: Path) -> str:
    put(disk.now(), root, place)
    try:
        return state(place / DATABASE)
    finally:
        shutil.rmtree(place)


def _opens(place: Path, figures: Figures, where: str) -> None:
    """The program opens what is left, and finds no damaged row."""
    store = Store(str(place / DATABASE))
    try:
        store.read(queries.goals)
        if store.reader.damaged:
            raise StoreError("damaged")
    except (StoreError, sqlite3.Error) as error:
        figures.lost += 1
        figures.say(f"{where}: {error}")
    finally:
        store.close()
