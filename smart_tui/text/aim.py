"""What a version of a measure aims at, in numbers."""

from smart_tui.domain.goal import Direction, Kind, Measure
from smart_tui.i18n import Words
from smart_tui.text.labels import direction_name, per_period


def aim(measure: Measure, words: Words) -> str:
    """From where to where, in numbers: "5% → 8%", "at least 8 meetings a week"."""
    unit = measure.unit
    if measure.kind is Kind.WITHIN:
        ends = [words.figure(end, unit) for end in (measure.low, measure.high) if end is not None]
        return " – ".join(ends) + (f" {unit}" if unit else "")
    value = measure.goal_value
    if value is None and measure.change_percent is not None:
        return words.percent(measure.change_percent, sign=True)
    if value is None:
        return ""
    said = words.amount(value, unit)
    if measure.kind is Kind.QUOTA and measure.period:
        side = direction_name(measure.direction or Direction.AT_LEAST, words)
        return f"{side} {said} {per_period(measure.period, words)}"
    if measure.baseline is None:
        return said
    if measure.running and not measure.relative:
        # The target of a running count is what comes on top of where the count began.
        said = words.amount(value + measure.baseline, unit)
    return f"{words.figure(measure.baseline, unit)} → {said}"
