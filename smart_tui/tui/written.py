"""A stored goal as the texts one types: the other way round than reading them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Goal, Kind, Measure, Reading
from smart_tui.domain.smart import SLOT_OF
from smart_tui.reading.numbers import plain
from smart_tui.reading.weekdays import EVERY_DAY, write_weekdays
from smart_tui.tui.fields import FORM_FIELDS, LEVELS

RAW = "raw."
"""In front of a field's name: the answer that keeps a text which cannot be read yet."""
TITLE_FIELD = "specific.what"


def write_amount(value: Decimal, language: str, *, percent: bool = False, change: bool = False) -> str:
    """A number as it is typed in a language, with its sign and percent where it has them."""
    sign = "+" if change and value > 0 else ""
    return f"{sign}{plain(value, language)}{' %' if percent else ''}"


def held(measure: Measure | None, texts: Mapping[str, str]) -> set[str]:
    """The fields of the measure form whose text the measure holds."""
    if measure is None:
        return set()
    found = {"kind", "what_counts", "running", "judged", *(LEVELS if measure.levels else ())}
    if measure.unit and texts.get("unit", "").strip():
        found.add("unit")
    scale = measure.kind is Kind.LEVEL
    low, high = ("scale_low", "scale_high") if scale else ("low", "high")
    values = {_begins(measure): measure.baseline, low: measure.low, high: measure.high, "step": measure.step}
    found |= {field for field, value in values.items() if value is not None}
    if measure.target is not None or measure.change_percent is not None:
        found.add("target")
    enums = {"reading": measure.reading, "period": measure.period, "direction": measure.direction}
    found |= {field for field, value in enums.items() if value is not None}
    if measure.share_wanted is not None:
        found.add("share")
    if measure.baseline_period is not None and measure.reading is Reading.SPAN:
        found.add("baseline_period")
    if measure.weekdays != EVERY_DAY:
        found.add("weekdays")
    if measure.combine is not None:
        found.add("combine")
    if measure.entered_as == texts.get("entered_as"):
        found.add("entered_as")
    if measure.baseline_on is not None:
        found.add("baseline_on")
    if measure.direction is not None:
        found.add("silence")
    if measure.untargeted:
        found -= {"target"}
    return found


def _begins(measure: Measure) -> str:
    """The field a measure's baseline is typed in: of a running count it is where the count stood."""
    return "origin" if measure.running and not measure.relative else "baseline"


def goal_texts(goal: Goal, language: str) -> dict[str, str]:
    """The texts of all fields of a stored goal."""
    texts = {question: text for question, text in goal.answers.items() if question in SLOT_OF}
    if not texts.get(TITLE_FIELD, "").strip() and goal.title:
        texts[TITLE_FIELD] = goal.title
    texts |= {"area": goal.area, "tags": ", ".join(goal.tags), "statement": goal.statement}
    texts["duration"] = texts.pop("time.frame", "")
    texts["weight"] = str(goal.weight) if goal.weight != 1 else ""
    for field in ("start", "deadline", "review_on"):
        day: date | None = getattr(goal, field)
        texts[field] = day.isoformat() if day else ""
    if goal.deadline is None and goal.review_on is not None:
        texts["ending"] = "open"
    if goal.measure is not None:
        texts |= measure_texts(goal.measure, language)
    raw = {key.removeprefix(RAW): text for key, text in goal.answers.items() if key.startswith(RAW)}
    return texts | {field: text for field, text in raw.items() if field in FORM_FIELDS}


def measure_texts(measure: Measure, language: str) -> dict[str, str]:
    """The texts of the form's fields that make a measure."""
    percent = measure.unit == "%"
    texts = {
        "kind": measure.kind.value,
        "unit": measure.unit,
        "what_counts": measure.what_counts,
        "reading": measure.reading.value if measure.reading else "",
        "period": measure.period.value if measure.period else "",
        "direction": measure.direction.value if measure.direction else "",
        "silence": "zero" if measure.silence_is_zero else "",
        "running": "running" if measure.running else "",
        "judged": "untargeted" if measure.untargeted else "",
        "share": str(measure.share_wanted) if measure.share_wanted else "",
        "baseline_on": measure.baseline_on.isoformat() if measure.baseline_on else "",
        "baseline_period": str(measure.baseline_period or "") if measure.reading is Reading.SPAN else "",
        "weekdays": write_weekdays(measure.weekdays, language),
        "combine": measure.combine.value if measure.combine else "",
        "entered_as": "" if measure.entered_as == "plain" else measure.entered_as,
    }
    ends = "scale_" if measure.kind is Kind.LEVEL else ""
    values = {_begins(measure): measure.baseline, "target": measure.target, "step": measure.step}
    values |= {ends + "low": measure.low, ends + "high": measure.high}
    for field, value in values.items():
        if value is not None:
            texts[field] = write_amount(value, language, percent=percent and field != "step")
    if measure.change_percent is not None:
        texts["target"] = write_amount(measure.change_percent, language, percent=True, change=True)
    texts |= dict(zip(LEVELS, measure.levels, strict=False))
    return {field: text for field, text in texts.items() if text}
