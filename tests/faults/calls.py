"""The n-th call of a kind fails or is the last: n = 1, 2, 3 ... until a run meets no fault any more."""

import errno
import shutil
from pathlib import Path

from tests.faults.figures import Figures
from tests.faults.injector import KILLED, Injector, Outcome
from tests.faults.powercuts import Recording
from tests.faults.preload import Act, Call, Fault
from tests.faults.scenarios import SCENARIOS
from tests.faults.whole import DATABASE, state

MOST = 5000
"""More calls than any scenario makes."""


def each_failing(
    injector: Injector,
    name: str,
    calls: Call,
    act: Act,
    folder: Path,
    *,
    number: int = errno.EIO,
    retry: bool = True,
    stride: int = 1,
) -> Figures:
    """Let each n-th call fail, once or from then on; with `retry`, what was refused is done again without faults."""
    figures, before, place = Figures(), _prepared(name, folder), folder / "run"
    for nth in range(1, MOST, stride):
        shutil.copytree(before, place)
        outcome = injector.run(name, place, fault=Fault(calls, nth, act, number), retry=retry)
        where = f"{name}, {calls!r} {nth} fails {act.name.lower()}"
        figures.ended(outcome, where)
        if figures.looked_at(place, SCENARIOS[name], outcome.acknowledged, where):
            _left_nothing_half(place, figures, where)
        shutil.rmtree(place)
        figures.seen["calls failed"] += outcome.fired
        figures.seen["refused"] += len(outcome.refused)
        if not outcome.fired:
            shutil.rmtree(before)
            return figures
    raise AssertionError(f"{name} does not end")


def killed_at_each(injector: Injector, recording: Recording, folder: Path, stride: int = 1) -> Figures:
    """Kill the process at each call that changes a file, in the middle of it where it writes: what is left is one of
    the states that the recording of the same scenario committed, and none older than was acknowledged."""
    figures, name, place = Figures(), recording.name, folder / "run"
    for nth in range(1, MOST, stride):
        shutil.copytree(recording.prepared, place)
        outcome = injector.run(name, place, fault=Fault(Call.CHANGE, nth, Act.KILL))
        where = f"{name}, killed at call {nth}"
        figures.ended(outcome, where)
        if figures.looked_at(place, SCENARIOS[name], outcome.acknowledged, where):
            found = state(place / DATABASE)
            if found not in recording.allowed(*_moment(recording, outcome)):
                figures.lost += 1
                figures.say(f"{where}: a state that was never committed, or an older one")
        shutil.rmtree(place)
        if outcome.status != KILLED:
            return figures
    raise AssertionError(f"{name} does not end")


def _moment(recording: Recording, outcome: Outcome) -> tuple[int, int]:
    """The operation of the recording with the last answer given, and that of the next one."""
    answers = recording.answers()
    given = len(outcome.acknowledged)
    last = answers[given - 1][0] if given else -1
    return last, answers[given][0] if given < len(answers) else len(recording.operations)


def _prepared(name: str, folder: Path) -> Path:
    before = folder / "before"
    before.mkdir(parents=True)
    SCENARIOS[name].prepare(before)
    return before


def _left_nothing_half(place: Path, figures: Figures, where: str) -> None:
    """Whoever was refused and lived on took away what he had begun."""
    left = [path.name for path in place.rglob("*") if path.name.endswith((".partial", "-journal"))]
    if left:
        figures.seen["partial files left"] += len(left)
