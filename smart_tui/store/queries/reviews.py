"""Weekly reviews, the goals one is about, and what became of the promises of past weeks. All raise StoreError."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import week_start
from smart_tui.domain.family import stand_by_children
from smart_tui.domain.goal import Assessment, DayValue, Goal, Promise
from smart_tui.domain.measure import goal_days
from smart_tui.domain.review import Cause, Decision, GoalReview, Repair, Review, ReviewScreen, Span, Way
from smart_tui.domain.reviewweek import span
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import order_key
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import rows
from smart_tui.store.queries.standing import STAMPS, standings_where

_REVIEW = "SELECT id, uuid, week, since, last, way, screen, place, seconds, started_at, finished_at FROM review"
_GOALS = """
SELECT id, goal_id, decision, cause, cause_note, repair, repair_said, figures FROM review_goal
WHERE review_id = ? ORDER BY id"""
_LINES = "SELECT id, prompt, text FROM review_line WHERE review_id = ? ORDER BY id"
_IN_REVIEW = """
goal.state = 'active' OR goal.id IN (
    SELECT goal_id FROM review_goal JOIN review ON review.id = review_id WHERE week = ?)"""
_FINISHED = "SELECT id, week FROM review WHERE finished_at IS NOT NULL ORDER BY week"
_BEGUN = """
SELECT id, start FROM goal WHERE state <> 'draft' AND start IS NOT NULL AND start IS date(start, '+0 days')
AND EXISTS (SELECT 1 FROM goal AS other WHERE other.state = 'active') ORDER BY start LIMIT 1"""
_ANSWERED = "SELECT id, due, outcome FROM activity WHERE outcome IS NOT NULL AND due IS NOT NULL AND due < ?"


KnownDays = dict[int, tuple[int, date, Sequence[DayValue]]]
"""By goal the stamp and the day its days were read for, and the days."""


class Outcomes(NamedTuple):
    """How the promises of a week, by its first day, were kept; `made` counts those that were answered for."""

    week: date
    kept: int
    partly: int
    made: int


def reviews(reader: Reader) -> tuple[Review, ...]:
    """All reviews, newest first, without their lines and what they hold of goals."""
    return _headers(reader, f"{_REVIEW} ORDER BY week DESC")


def review(reader: Reader, review_id: int) -> Review:
    """One review, whole; raises StoreError not_found, or damaged when its row cannot be understood."""
    asked: list[Query] = [(sql, (review_id,)) for sql in (f"{_REVIEW} WHERE id = ?", _GOALS, _LINES)]
    found, goals, lines = reader.gather(asked)
    if not found:
        raise StoreError("not_found", ref=review_id, table="review")
    for header in rows.read(reader, "review", found, _header):
        return header._replace(
            lines=dict(rows.read(reader, "review_line", lines, _line)),
            goals=tuple(rows.read(reader, "review_goal", goals, _of_goal)),
        )
    raise StoreError("damaged", path=reader.path)


def review_of(reader: Reader, week: date) -> Review | None:
    """The review of the week that begins on a day, whole."""
    found = reader.rows("SELECT id FROM review WHERE week = ?", (week.isoformat(),))
    return review(reader, found[0][0]) if found else None


def unfinished(reader: Reader) -> Review | None:
    """The newest review that was begun and not finished, without its lines and what it holds of goals."""
    return next(iter(_headers(reader, f"{_REVIEW} WHERE finished_at IS NULL ORDER BY week DESC")), None)


def finished_weeks(reader: Reader) -> tuple[date, ...]:
    """The first days of the weeks whose review was finished, ascending."""
    return tuple(rows.read(reader, "review", reader.rows(_FINISHED), _week))


def review_due(reader: Reader, today: date, settings: Settings) -> Span | None:
    """The weeks whose review waits to be done on a day; None when nothing is due.

    Nothing is while no goal is active, and no week that ended before the first goal began.
    """
    begun, finished = reader.gather([(_BEGUN, ()), (_FINISHED, ())])
    first = next(iter(rows.read(reader, "goal", begun, lambda row: rows.day(row[1]))), None)
    weeks = rows.read(reader, "review", finished, _week)
    return None if first is None else span(today, tuple(weeks), settings, first)


def lines_of(reader: Reader, prompts: Sequence[str]) -> tuple[tuple[date, str, str], ...]:
    """What was ever written under these prompts: week of the review, prompt and text, oldest first."""
    marks = ", ".join("?" * len(prompts))
    found = reader.rows(
        "SELECT review_line.id, week, prompt, text FROM review_line JOIN review ON review.id = review_id"
        f" WHERE prompt IN ({marks}) ORDER BY week, review_line.id",
        tuple(prompts),
    )
    return tuple(rows.read(reader, "review_line", found, _written))


def outcomes_by_week(reader: Reader, before: date, settings: Settings, weeks: int = 8) -> list[Outcomes]:
    """The last so many weeks before the week of a day in which a promise was answered for, oldest first."""
    first_weekday = settings.first_weekday
    ended = week_start(before, first_weekday).isoformat()
    found: dict[date, list[Promise]] = {}
    for due, outcome in rows.read(reader, "activity", reader.rows(_ANSWERED, (ended,)), _answered):
        found.setdefault(week_start(due, first_weekday), []).append(outcome)
    return [
        Outcomes(week, given.count(Promise.KEPT), given.count(Promise.PARTLY), len(given))
        for week, given in sorted(found.items())[-weeks:]
    ]


def review_goals(
    reader: Reader, weeks: Span, today: date, settings: Settings, known: KnownDays | None = None
) -> list[tuple[Goal, Assessment, Sequence[DayValue]]]:
    """The goals a review of these weeks is about, in the order of the list: each whole, how it stands today, its days.

    They are the active ones, and those about which that review already holds something, as one that it paused.
    Days are kept in `known`, and taken from it while nothing they come from has changed.
    """
    found = standings_where(reader, _IN_REVIEW, (weeks.week.isoformat(),), today, settings)
    found.sort(key=lambda each: order_key(each.goal, each.assessment, today))
    days = _days(reader, [each.goal for each in found], today, {} if known is None else known)
    family = stand_by_children([(each.goal, each.assessment) for each in found])
    return [(each.goal, family.get(each.goal.id, each.assessment), days[each.goal.id]) for each in found]


def _days(reader: Reader, goals: Sequence[Goal], today: date, known: KnownDays) -> dict[int, Sequence[DayValue]]:
    stamped: dict[int, int | None] = dict(reader.rows(STAMPS))
    held = {id: days for id, (stamp, on, days) in known.items() if on == today and stamp == stamped.get(id)}
    rest = [goal for goal in goals if goal.id not in held]
    entries = rows.figures_of(reader, [goal.id for goal in rest])
    for goal in rest:
        held[goal.id] = goal_days(goal, entries.get(goal.id, ()), today)
        stamp = stamped.get(goal.id)
        if stamp is not None and not reader.damaged:
            known[goal.id] = (stamp, today, held[goal.id])
    return held


def _headers(reader: Reader, sql: str) -> tuple[Review, ...]:
    return tuple(rows.read(reader, "review", reader.rows(sql), _header))


def _header(row: Row) -> Review:
    key, uuid, week, since, last, way, screen, place, seconds, started_at, finished_at = row
    return Review(
        key,
        rows.string(uuid),
        date.fromisoformat(week),
        date.fromisoformat(since),
        date.fromisoformat(last),
        Way(way),
        ReviewScreen(screen),
        rows.string(place),
        int(seconds),
        rows.instant(started_at),
        rows.instant(finished_at),
    )


def _of_goal(row: Row) -> GoalReview:
    _, goal_id, decision, cause, cause_note, repair, repair_said, figures = row
    return GoalReview(
        int(goal_id),
        None if decision is None else Decision(decision),
        None if cause is None else Cause(cause),
        rows.string(cause_note),
        None if repair is None else Repair(repair),
        rows.string(repair_said),
        rows.string(figures),
    )


def _week(row: Row) -> date:
    return date.fromisoformat(row[1])


def _line(row: Row) -> tuple[str, str]:
    return rows.string(row[1]), rows.string(row[2])


def _written(row: Row) -> tuple[date, str, str]:
    return date.fromisoformat(row[1]), rows.string(row[2]), rows.string(row[3])


def _answered(row: Row) -> tuple[date, Promise]:
    return date.fromisoformat(row[1]), Promise(row[2])
