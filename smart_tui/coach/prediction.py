"""A goal sentence as one line of prediction: the three criteria, the measure and the deadline as plain values."""

from datetime import date
from decimal import Decimal
from typing import Any

from smart_tui.coach.judgement import heard
from smart_tui.reading.goals import Aim, GoalReading


def predict(text: str, lang: str, today: date) -> dict[str, Any]:
    """What a sentence holds, ready for JSON: specific, measurable and time_bound as 0 or 1, measure and deadline.

    The kinds are recurring, total, reach, reduce, change_percent, rating and milestone; a measure has kind, baseline,
    target, unit, per, and with reduce a mode ("to" or "by"). A deadline has its text, its kind (absolute, relative or
    recurring) and its date as iso. What the sentence does not hold is None. Never raises.
    """
    reading, judged = heard(text, lang, today)
    return {
        "specific": int(judged.specific),
        "measurable": int(judged.measurable),
        "time_bound": int(judged.time_bound),
        "measure": _measure(reading) if judged.measurable else None,
        "deadline": _deadline(reading) if judged.time_bound else None,
    }


def _measure(reading: GoalReading) -> dict[str, Any]:
    kind, target, mode = _kind(reading)
    found: dict[str, Any] = {
        "kind": kind,
        "baseline": _plain(reading.baseline),
        "target": _plain(target),
        "unit": reading.unit or None,
        "per": reading.per.value if reading.per is not None else None,
    }
    return {**found, "mode": mode} if mode else found


def _kind(reading: GoalReading) -> tuple[str, Decimal | None, str]:
    """The kind of measure, its number, and whether a reduction goes "to" or "by" it."""
    target = reading.low if reading.target is None else reading.target
    match reading.aim:
        case Aim.CHANGE:
            return "change_percent", reading.change_percent, ""
        case Aim.REDUCE_BY:
            return "reduce", abs(reading.difference or Decimal(0)), "by"
        case Aim.REDUCE_TO:
            return "reduce", target, "to"
        case None:
            return "milestone", None, ""
        case aim:
            return aim.value, reading.difference if target is None else target, ""


def _deadline(reading: GoalReading) -> dict[str, Any]:
    if reading.deadline is not None:
        found = reading.deadline
        # Labelled sentences take "before October" by its month, and a month by its last day.
        day = found.kept_from or found.date
        return {"text": found.text, "kind": found.kind, "iso": day.isoformat()}
    if reading.deadline_words:
        return {"text": reading.deadline_words, "kind": "relative", "iso": None}
    return {"text": reading.cadence, "kind": "recurring", "iso": None}


def _plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole ones without a fraction."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
