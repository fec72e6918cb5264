"""How many periods in a row were met (product.md §4, Streak)."""

from collections.abc import Sequence
from typing import NamedTuple

from smart_tui.domain.goal import PeriodVerdict


class Streak(NamedTuple):
    """Consecutive judged periods met: the run that still goes on, and the longest one."""

    now: int
    best: int


def streak(found: Sequence[PeriodVerdict]) -> Streak:
    """The streak of a quota's periods as `verdicts` gives them, oldest first.

    Only a period judged as not met breaks a run. What is not judged (excused, paused, at the edge),
    still open or not yet answered is passed over, so that the running period never breaks it and a
    late entry repairs it; a running period that is met counts at once.
    """
    now = best = 0
    for verdict in found:
        if verdict.met is None:
            continue
        now = now + 1 if verdict.met else 0
        best = max(best, now)
    return Streak(now, best)
