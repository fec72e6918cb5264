"""The page of a week and a look back as programs read them: English keys, ISO dates, values as decimal strings."""

from smart_tui.cli.json import Json
from smart_tui.cli.standing import amount, iso, share
from smart_tui.domain.lookback import Ended, LookBack, Moved
from smart_tui.domain.promises import Share, kept_share
from smart_tui.domain.review import Review
from smart_tui.domain.settings import Settings
from smart_tui.domain.weekfigures import Course, GoalWeek, WeekFigures, changed
from smart_tui.i18n import Words
from smart_tui.store.queries.reviewpages import PageRead
from smart_tui.text.goalweek import week_sentence
from smart_tui.text.review import span_title


def week_json(found: PageRead, settings: Settings, words: Words) -> Json:
    """The page of a week; what was not answered is null or an empty string."""
    review = found.review
    begun = review.started_at is not None
    return {
        "kind": "week",
        "title": span_title(review, settings, words),
        "week": iso(review.week),
        "since": iso(review.since),
        "last": iso(review.last),
        "review": _review(review) if begun else None,
        "promises": _share(kept_share(each.outcome for week in found.weeks for each in week.promises)),
        "goals": [_goal(week, found, words) for week in found.weeks],
        "lines": [{"prompt": prompt, "text": text} for prompt, text in review.lines.items()],
    }


def stretch_json(found: LookBack) -> Json:
    """A month, a quarter or a year."""
    return {
        "kind": found.stretch.period.value,
        "first": iso(found.stretch.first),
        "last": iso(found.stretch.last),
        "weeks": found.weeks,
        "reviewed": found.reviewed,
        "promises": _share(found.promises),
        "ended": [_ended(each) for each in found.ended],
        "begun": [{"no": no, "title": title} for no, title in found.begun],
        "moved": [_moved(each) for each in found.moved],
        "causes": [{"cause": cause.value, "times": times} for cause, times in found.causes],
        "lines": [{"week": iso(line.week), "prompt": line.prompt, "text": line.text} for line in found.lines],
    }


def _review(review: Review) -> Json:
    return {
        "uuid": review.uuid,
        "way": review.way.value,
        "finished": review.finished,
        "finished_at": review.finished_at.isoformat() if review.finished_at else None,
        "seconds": review.seconds,
    }


def _share(found: Share) -> Json:
    kept, partly, answered, asked = found
    return {"kept": kept, "partly": partly, "answered": answered, "asked": asked}


def _goal(week: GoalWeek, found: PageRead, words: Words) -> Json:
    held, now = found.review.of(week.goal_id), found.now.get(week.goal_id)
    return {
        "no": week.no,
        "title": week.title,
        "kind": week.kind.value,
        "unit": week.unit,
        "status": week.status.value if week.status else None,
        "sentence": week_sentence(week, words),
        "value": amount(week.value),
        "change": amount(week.change),
        "target": amount(week.target),
        "progress": share(week.progress),
        "expected": share(week.expected),
        "confidence": week.confidence,
        "confidence_before": week.confidence_before,
        "before": _figures(week.before) if week.weeks else None,
        "weeks": [_figures(each) for each in week.span],
        "unanswered": [iso(day) for day in week.missing],
        "promises": [
            {"what": each.what, "outcome": each.outcome.value if each.outcome else None, "reason": each.reason}
            for each in week.promises
        ],
        "decision": held.decision.value if held.decision else None,
        "course": _course(week.course),
        "cause": held.cause.value if held.cause else None,
        "cause_note": held.cause_note,
        "repair": held.repair.value if held.repair else None,
        "repair_said": held.repair_said,
        "changed_afterwards": now is not None and changed(week, now),
    }


def _figures(week: WeekFigures) -> Json:
    return {
        "first": iso(week.first),
        "last": iso(week.last),
        "value": amount(week.value),
        "target": amount(week.target),
        "met": week.met,
        "days": [mark.value for mark in week.marks],
        "values": [amount(value) for value in week.values],
        "days_met": week.days_met,
        "days_judged": week.days_judged,
    }


def _course(course: Course) -> Json:
    return {
        "target": amount(course.target),
        "target_before": amount(course.target_before),
        "deadline": iso(course.deadline),
        "reason": course.reason,
        "rests_until": iso(course.rests_until),
        "outcome": course.outcome.value if course.outcome else None,
        "lesson": course.lesson,
        "planned": list(course.planned),
    }


def _ended(each: Ended) -> Json:
    return {
        "no": each.no,
        "title": each.title,
        "on": iso(each.on),
        "outcome": each.outcome.value if each.outcome else None,
        "lesson": each.lesson,
    }


def _moved(each: Moved) -> Json:
    return {
        "no": each.no,
        "title": each.title,
        "kind": each.kind.value,
        "unit": each.unit,
        "before": amount(each.before),
        "after": amount(each.after),
        "change": amount(each.change),
        "target": amount(each.target),
        "met": each.met,
        "judged": each.judged,
        "confidence": [{"on": iso(on), "value": value} for on, value in each.confidence],
    }
