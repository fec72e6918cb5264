"""What helps against which cause: the repairs of a weekly review in the order in which they are offered."""

from collections.abc import Mapping

from smart_tui.domain.review import Cause, Repair

FITS: Mapping[Cause, Repair] = {
    Cause.TIME: Repair.PLAN,
    Cause.ENERGY: Repair.PLAN,
    Cause.UNCLEAR: Repair.SMALLER,
    Cause.TOO_BIG: Repair.SMALLER,
    Cause.WAITING: Repair.ASK,
    Cause.MEASURE: Repair.DATE,
    Cause.CHANGED: Repair.DATE,
}
"""What fits a cause best; against one of the person's own nothing does more than the others."""


def repairs(cause: Cause | None) -> tuple[Repair, ...]:
    """All repairs, the one that fits the cause first."""
    fitting = FITS.get(cause) if cause is not None else None
    return tuple(sorted(Repair, key=lambda repair: repair is not fitting))
