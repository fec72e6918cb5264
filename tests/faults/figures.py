"""What many runs came to: how often something was lost, by half there, or ended in a traceback."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.faults.injector import Outcome
from tests.faults.steps import Scenario
from tests.faults.whole import DATABASE, half_backup, problem

MOST_SAID = 12


class Figures:
    """Adds up runs. `wrong` tells the first dozen of what went wrong."""

    def __init__(self) -> None:
        self.runs = 0
        self.acknowledged = 0
        self.lost = 0
        self.corrupt = 0
        self.tracebacks = 0
        self.wrong: list[str] = []
        self.seen: Counter[str] = Counter()
        """How often something happened that is worth a number, such as a call that failed."""

    @property
    def clean(self) -> bool:
        """Whether there was something to look at and nothing went wrong."""
        return self.runs > 0 and not (self.lost or self.corrupt or self.tracebacks or self.wrong)

    def say(self, sentence: str) -> None:
        """Remember something that went wrong."""
        if len(self.wrong) < MOST_SAID:
            self.wrong.append(sentence)

    def ended(self, outcome: Outcome, where: str) -> None:
        """Count how a process ended."""
        if outcome.traceback:
            self.tracebacks += 1
            self.say(f"{where}: ended with {outcome.status}: {outcome.said[-800:]}")

    def looked_at(self, folder: Path, scenario: Scenario, acknowledged: Iterable[int], where: str) -> bool:
        """Count one run by what lies in its folder; gives whether all of it is as it should be."""
        self.runs += 1
        claimed = Counter(acknowledged)
        self.acknowledged += claimed.total()
        database = folder / DATABASE
        looked = database.exists() and not scenario.broken(folder)
        broken = (problem(database) if looked else "") or half_backup(folder)
        if broken:
            self.corrupt += 1
            self.say(f"{where}: {broken}")
            return False
        done = Counter(scenario.done(folder))
        claimed[0] = 1
        if claimed - done or any(times > 1 for times in done.values()):
            self.lost += 1
            self.say(f"{where}: acknowledged {sorted(claimed)}, there {sorted(done.elements())}")
            return False
        return True
