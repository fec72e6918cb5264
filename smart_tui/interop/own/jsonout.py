"""Goals, entries, journal and reviews as JSON objects: how our own document writes them, and what is compared of
them. Values are decimal strings, days ISO text, instants ISO text in UTC; other goals go by their UUID."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from smart_tui.domain.goal import Activity, Entry, Goal, Measure
from smart_tui.domain.review import GoalReview, JournalEntry, Review

Json = object
Object = dict[str, Json]
Uuids = Mapping[int, str]
"""The UUID of each goal by its id."""


def goal_json(goal: Goal, uuids: Uuids) -> Object:
    """A goal with all that belongs to it but its entries."""
    return {
        "uuid": goal.uuid,
        "no": goal.no,
        "model": goal.model,
        "language": goal.language,
        "title": goal.title,
        "statement": goal.statement,
        "state": goal.state.value,
        "start": day(goal.start),
        "deadline": day(goal.deadline),
        "review_on": day(goal.review_on),
        "wake_on": day(goal.wake_on),
        "parent": uuids.get(goal.parent_id or 0),
        "weight": goal.weight,
        "area": goal.area,
        "tags": list(goal.tags),
        "owner": goal.owner,
        "people": goal.people,
        "answers": dict(goal.answers),
        "measures": [_measure(measure) for measure in goal.measures],
        "pauses": [{"first": day(pause.first), "last": day(pause.last)} for pause in goal.pauses],
        "milestones": [
            {"uuid": m.uuid, "title": m.title, "due": day(m.due), "weight": m.weight, "done_on": day(m.done_on)}
            for m in goal.milestones
        ],
        "activities": [_activity(activity) for activity in goal.activities],
        "if_then": [{"uuid": p.uuid, "situation": p.situation, "action": p.action} for p in goal.plans],
        "confidence": [{"on": day(sure.on), "value": sure.value} for sure in goal.confidence],
        "dismissed": sorted(goal.dismissed),
        "outcome": goal.outcome.value if goal.outcome else None,
        "lesson": goal.lesson,
        "closed_on": day(goal.closed_on),
        "step": goal.step,
        "created_at": instant(goal.created_at),
    }


def entry_json(entry: Entry, goal: str) -> Object:
    """An entry of the goal of this UUID."""
    return {
        "uuid": entry.uuid,
        "goal": goal,
        "on": day(entry.on),
        "state": entry.state.value,
        "value": amount(entry.value),
        "note": entry.note,
        "source": entry.source,
        "source_id": entry.source_id,
        "counts": None if entry.counts is None else list(entry.counts),
        "recorded_at": instant(entry.recorded_at),
    }


def journal_json(entry: JournalEntry, uuids: Uuids) -> Object:
    """A journal entry."""
    return {
        "uuid": entry.uuid,
        "on": day(entry.on),
        "text": entry.text,
        "goals": [uuids[goal] for goal in entry.goals if goal in uuids],
        "created_at": instant(entry.created_at),
    }


def review_json(review: Review, uuids: Uuids) -> Object:
    """A review, without what was promised for its weeks: that is an activity of a goal."""
    return {
        "uuid": review.uuid,
        "week_start": day(review.week),
        "days": (review.last - review.week).days + 1,
        "since": day(review.since),
        "way": review.way.value,
        "screen": review.screen.value,
        "place": review.place,
        "seconds": review.seconds,
        "started_at": instant(review.started_at),
        "finished_at": instant(review.finished_at),
        "decisions": [_decided(each, uuids[each.goal_id]) for each in review.goals if each.goal_id in uuids],
        "answers": dict(review.lines),
    }


def day(on: date | None) -> str | None:
    """A day as ISO text."""
    return None if on is None else on.isoformat()


def amount(value: Decimal | None) -> str | None:
    """A value as the digits it has."""
    return None if value is None else format(value, "f")


def instant(at: datetime | None) -> str | None:
    """An instant in UTC, to the microsecond where it has one."""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _measure(measure: Measure) -> Object:
    baseline: Object | None = None
    if measure.baseline is not None or measure.baseline_on is not None or measure.baseline_period is not None:
        baseline = {
            "value": amount(measure.baseline),
            "on": day(measure.baseline_on),
            "period": measure.baseline_period.value if measure.baseline_period else None,
        }
    return {
        "valid_from": day(measure.valid_from),
        "kind": measure.kind.value,
        "direction": measure.direction.value if measure.direction else None,
        "baseline": baseline,
        "target": amount(measure.target),
        "change_percent": amount(measure.change_percent),
        "reading": measure.reading.value if measure.reading else None,
        "unit": measure.unit,
        "period": measure.period.value if measure.period else None,
        "weekdays": measure.weekdays,
        "step": amount(measure.step),
        "what_counts": measure.what_counts,
        "share_wanted": measure.share_wanted,
        "combine": measure.combine.value if measure.combine else None,
        "running": measure.running,
        "silence_is_zero": measure.silence_is_zero,
        "untargeted": measure.untargeted,
        "low": amount(measure.low),
        "high": amount(measure.high),
        "levels": list(measure.levels),
        "entered_as": measure.entered_as,
        "reason": measure.reason,
        "keep_line": measure.keep_line,
    }


def _activity(activity: Activity) -> Object:
    return {
        "uuid": activity.uuid,
        "what": activity.what,
        "when": activity.when,
        "where": activity.where,
        "due": day(activity.due),
        "horizon": activity.horizon.value,
        "done_on": day(activity.done_on),
        "outcome": activity.outcome.value if activity.outcome else None,
        "reason": activity.reason,
    }


def _decided(each: GoalReview, goal: str) -> Object:
    return {
        "goal": goal,
        "decision": each.decision.value if each.decision else None,
        "cause": each.cause.value if each.cause else None,
        "cause_note": each.cause_note,
        "repair": each.repair.value if each.repair else None,
        "repair_said": each.repair_said,
        "figures": each.figures,
    }
