"""Scales: levels whose readings lie between two ends (product.md §3)."""

from decimal import Decimal

from smart_tui.domain.goal import Measure

SCALE = "scale"
"""The `entered_as` of a level on a scale from `low` to `high`."""


def outside(measure: Measure, value: Decimal) -> bool:
    """Whether a reading lies off the ends of the measure's scale; never where it is no scale."""
    if measure.entered_as != SCALE:
        return False
    return (measure.low is not None and value < measure.low) or (measure.high is not None and value > measure.high)
