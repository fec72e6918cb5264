"""Runs scenarios with faults, in processes of their own."""

import json
import subprocess
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from tests.faults.preload import Fault, build

ROOT = Path(__file__).parents[2]
KILLED = -9


class Outcome(NamedTuple):
    """What became of one run."""

    acknowledged: tuple[int, ...]
    """The steps that were reported as done, in order."""
    refused: tuple[tuple[int, str], ...]
    """The steps that were refused with a sentence, with its code."""
    fired: int
    """How many calls failed."""
    calls: int
    status: int
    """The exit code: 0, 1 after an exception that was not a refusal, or minus the signal."""
    said: str
    """What the process printed."""

    @property
    def traceback(self) -> bool:
        """Whether something ended in an exception that nobody expected."""
        return self.status not in (0, KILLED) or "Traceback" in self.said


class Injector(AbstractContextManager["Injector"]):
    """One warm process that forks for each run; used as a context."""

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        library = build(Path(self._place.name))
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"LD_PRELOAD": str(library), "PATH": "/usr/bin:/bin", "HOME": self._place.name, "LANG": "C.UTF-8"},
            cwd=ROOT,
            text=True,
        )

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(20)
        self._server.stdout.close()
        self._place.cleanup()

    def run(
        self,
        scenario: str,
        folder: Path,
        *,
        fault: Fault | None = None,
        trace: Path | None = None,
        kill_after: float | None = None,
        count: int = 0,
        retry: bool = False,
        as_nobody: bool = False,
    ) -> Outcome:
        """Let a scenario act on a prepared folder.

        `kill_after` kills it so many seconds after its first acknowledged step; `count` is the number of steps, 0 for
        as many as it has by itself; `retry` does what was refused once more, without faults;
        `as_nobody` lets it be a user who owns nothing, which only root can do.
        """
        asked = {
            "scenario": scenario,
            "folder": str(folder),
            "fault": None if fault is None else [int(part) for part in fault],
            "trace": "" if trace is None else str(trace),
            "kill_after": kill_after,
            "count": count,
            "retry": retry,
            "as_nobody": as_nobody,
        }
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        told = json.loads(self._server.stdout.readline())
        return Outcome(
            tuple(told["acknowledged"]),
            tuple((step, code) for step, code in told.get("refused", ())),
            told.get("fired", 0),
            told.get("calls", 0),
            told["status"],
            told["said"],
        )
