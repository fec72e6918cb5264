"""One cell for the verdict on a period: every sign differs in shape, none needs its colour."""

from collections.abc import Mapping
from datetime import date

from smart_tui.domain.goal import PeriodVerdict

MET, MISSED, UNKNOWN, EXCUSED, OPEN = "✓", "×", "·", "–", "◦"
STYLES: Mapping[str, str] = {MET: "good", MISSED: "bad", UNKNOWN: "dim", EXCUSED: "dim", OPEN: "dim"}


def verdict_sign(verdict: PeriodVerdict, today: date) -> str:
    """One cell for a period: met, not met, unknown, excused, or still open."""
    if verdict.met:
        return MET
    if verdict.last >= today and verdict.met is None:
        return OPEN
    if not verdict.judged:
        return EXCUSED
    return UNKNOWN if verdict.met is None else MISSED
