"""A process with the library loaded and the program imported, which runs each scenario in a fork of itself:
`python -m tests.faults.server`, with one JSON object a line in and out. Started by `injector`.
"""

import gc
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
import uuid
from pathlib import Path
from typing import Any

from tests.faults.preload import Act, Call, Fault, Preloaded
from tests.faults.scenarios import SCENARIOS
from tests.faults.steps import Steps

MOST_SAID = 20_000
NOBODY = 65534


def main() -> None:
    """Answer until the other side hangs up."""
    library = Preloaded()
    _warm()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        answer = _attended(library, asked)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _warm() -> None:
    """Make what is made once only, so that no fork has to; the threads of it are gone when this returns."""
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "wb") as nobody:
        for name in ("check-in", "review"):
            place = Path(folder, name)
            place.mkdir()
            SCENARIOS[name].prepare(place)
            steps = Steps(str(place), 1, nobody.fileno())
            SCENARIOS[name].act(steps)
            steps.store.close()


def _attended(library: Preloaded, asked: dict[str, Any]) -> dict[str, Any]:
    """Fork, run the scenario there, kill it if that is asked for, and collect what became of it."""
    reading, acknowledging = os.pipe()
    reported, reporting = os.pipe()
    with tempfile.TemporaryFile() as said:
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            os.close(reported)
            for stream in (1, 2):
                os.dup2(said.fileno(), stream)
            _child(library, asked, acknowledging, reporting)
        os.close(acknowledging)
        os.close(reporting)
        heard = b""
        if asked["kill_after"] is not None:
            heard = os.read(reading, 1)
            time.sleep(asked["kill_after"])
            os.kill(pid, signal.SIGKILL)
        heard += _all_of(reading)
        report = _all_of(reported)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        answer = json.loads(report) if report else {}
        steps = [int(word) for word in heard.split()]
        return {
            **answer,
            "acknowledged": steps,
            "status": status,
            "said": said.read(MOST_SAID).decode(errors="replace"),
        }


def _all_of(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _child(library: Preloaded, asked: dict[str, Any], acknowledging: int, reporting: int) -> None:
    code = 1
    try:
        os.umask(0)
        if asked["as_nobody"]:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        chance = random.Random(1)
        uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
        steps = Steps(asked["folder"], asked["count"], acknowledging)
        library.watch(asked["folder"], asked["trace"], acknowledging)
        if asked["fault"]:
            calls, nth, act, number = asked["fault"]
            library.arm(Fault(Call(calls), nth, Act(act), number))
        try:
            SCENARIOS[asked["scenario"]].act(steps)
        finally:
            fired, calls = library.fired, library.calls
            library.disarm()
        if asked["retry"]:
            steps.again()
        report = {"fired": fired, "calls": calls, "refused": steps.refused}
        os.write(reporting, json.dumps(report).encode())
        code = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
