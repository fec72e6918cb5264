"""What `show --json` adds to the fields of the list."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from smart_tui.cli.figures import Figures
from smart_tui.cli.json import Json, Value
from smart_tui.cli.standing import amount, iso, share
from smart_tui.domain.forecast import Outlook
from smart_tui.domain.goal import Assessment, Entry, Goal, Measure, PeriodVerdict, Reason
from smart_tui.domain.measure import default_combine
from smart_tui.i18n import Words
from smart_tui.text.realism import realism_sentences


def details(found: Figures, entries: Sequence[Entry], words: Words) -> Json:
    """The entries, versions, plans and figures of one goal; `entries` becomes the entries themselves."""
    goal = found.goal
    return {
        "answers": {id: text for id, text in goal.answers.items() if not id.startswith("raw.")},
        "measures": [_measure(version) for version in goal.measures],
        "entries": [_entry(entry) for entry in entries],
        "milestones": _milestones(goal),
        "activities": _activities(goal),
        "plans": [{"uuid": plan.uuid, "situation": plan.situation, "action": plan.action} for plan in goal.plans],
        "pauses": [{"first": iso(pause.first), "last": iso(pause.last)} for pause in goal.pauses],
        "confidence": [{"on": iso(each.on), "value": each.value} for each in goal.confidence],
        "periods": [_period(verdict) for verdict in found.periods],
        "streak": None if found.streak is None else {"now": found.streak.now, "best": found.streak.best},
        "buffer": found.buffer,
        "bare_minimum": [{"by": iso(ask.by), "amount": amount(ask.amount)} for ask in found.asks],
        "forecast": _forecast(found.assessment.outlook if found.on_the_way else None),
        "realism": _realism(found, words),
        "weight": goal.weight,
        "parent": None if found.parent is None else found.parent.no,
        "children": [_child(*child) for child in found.children],
        "roll_up": _roll_up(found),
    }


def _milestones(goal: Goal) -> list[Json]:
    return [
        {
            "uuid": milestone.uuid,
            "title": milestone.title,
            "due": iso(milestone.due),
            "weight": milestone.weight,
            "done_on": iso(milestone.done_on),
        }
        for milestone in goal.milestones
    ]


def _activities(goal: Goal) -> list[Json]:
    return [
        {
            "uuid": activity.uuid,
            "what": activity.what,
            "when": activity.when,
            "where": activity.where,
            "due": iso(activity.due),
            "horizon": activity.horizon.value,
            "done_on": iso(activity.done_on),
            "outcome": activity.outcome.value if activity.outcome else None,
            "reason": activity.reason,
        }
        for activity in goal.activities
    ]


def _entry(entry: Entry) -> Json:
    return {
        "uuid": entry.uuid,
        "on": iso(entry.on),
        "state": entry.state.value,
        "value": amount(entry.value),
        "note": entry.note,
        "counts": None if entry.counts is None else list(entry.counts),
    }


def _measure(version: Measure) -> Json:
    return {
        "valid_from": iso(version.valid_from),
        "kind": version.kind.value,
        "unit": version.unit,
        "baseline": amount(version.baseline),
        "baseline_on": iso(version.baseline_on),
        "baseline_period": version.baseline_period.value if version.baseline_period else None,
        "target": amount(version.goal_value),
        "change_percent": amount(version.change_percent),
        "reading": version.reading.value if version.reading else None,
        "period": version.period.value if version.period else None,
        "direction": version.direction.value if version.direction else None,
        "share_wanted": version.share_wanted,
        "weekdays": [day for day in range(1, 8) if version.weekdays >> (day - 1) & 1],
        "combine": (version.combine or default_combine(version)).value,
        "running": version.running,
        "silence_is_zero": version.silence_is_zero,
        "keep_line": version.keep_line,
        "low": amount(version.low),
        "high": amount(version.high),
        "levels": list(version.levels),
        "entered_as": version.entered_as,
        "step": amount(version.step),
        "what_counts": version.what_counts,
        "untargeted": version.untargeted,
        "reason": version.reason,
    }


def _period(verdict: PeriodVerdict) -> Json:
    return {
        "first": iso(verdict.first),
        "last": iso(verdict.last),
        "target": amount(verdict.target),
        "value": amount(verdict.value),
        "judged": verdict.judged,
        "met": verdict.met,
        "active_days": verdict.active_days,
        "wanted_days": verdict.wanted_days,
        "excused_days": verdict.excused_days,
    }


def _forecast(outlook: Outlook | None) -> Json | None:
    if outlook is None:
        return None
    dates, trend = outlook.forecast, outlook.trend
    return {
        "earliest": iso(dates.earliest) if dates else None,
        "middle": iso(dates.middle) if dates else None,
        "latest": iso(dates.latest) if dates else None,
        "missing": outlook.missing,
        "based_on": outlook.based_on,
        "pace": amount(outlook.pace),
        "stuck": outlook.stuck,
        "trend": None
        if trend is None
        else {
            "needed": amount(trend.needed),
            "lately": amount(trend.lately),
            "period": trend.period.value,
            "readings": trend.readings,
        },
    }


def _realism(found: Figures, words: Words) -> list[Json]:
    measure = found.goal.measure
    if measure is None:
        return []
    return [_remark(reason, measure, words) for reason in found.realism]


def _remark(reason: Reason, measure: Measure, words: Words) -> Json:
    said = " ".join(realism_sentences((reason,), measure, words))
    return {"code": reason.code, **{name: _plain(value) for name, value in reason.params.items()}, "said": said}


def _plain(value: object) -> Value:
    """A value of a reason as JSON: amounts as decimal strings, days as ISO dates, kinds as codes."""
    if isinstance(value, Decimal):
        return amount(value)
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, bool | int | float | str) or value is None else str(value)


def _child(goal: Goal, assessment: Assessment) -> Json:
    return {
        "no": goal.no,
        "uuid": goal.uuid,
        "title": goal.title,
        "state": goal.state.value,
        "weight": goal.weight,
        "status": assessment.status.value if assessment.status else None,
        "progress": share(assessment.progress),
    }


def _roll_up(found: Figures) -> Json | None:
    rollup = found.rollup
    if rollup is None:
        return None
    return {
        "children": rollup.children,
        "progress": share(rollup.progress),
        "status": rollup.status.value if rollup.status else None,
    }
