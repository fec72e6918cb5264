"""What was promised for a week and what became of it (product.md §7): an activity due in a week is a promise."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from smart_tui.domain.calendar import period_bounds
from smart_tui.domain.due import answered
from smart_tui.domain.goal import Activity, Goal, Horizon, Period
from smart_tui.domain.review import Promise, Span
from smart_tui.domain.reviewweek import next_week
from smart_tui.domain.settings import Settings

MOST = 3
"""So many activities a goal can be promised for a week in its review."""

USUAL_WEEKS, FEWEST_WEEKS = 8, 3
"""What one usually keeps is of so many weeks with promises at most, and said from so many on."""

_TENTH = Decimal("0.1")


class Share(NamedTuple):
    """How promises were kept; one kept partly counts half of a kept one."""

    kept: int
    partly: int
    answered: int
    asked: int
    """With those nobody answered for."""

    @property
    def worth(self) -> Decimal:
        """Kept ones, with half of the partly kept ones."""
        return self.kept + Decimal(self.partly) / 2


class Usual(NamedTuple):
    """What a week is like on average, to one decimal: promises kept, of promises made."""

    kept: Decimal
    made: Decimal


def is_open(activity: Activity) -> bool:
    """Whether an activity is neither done nor answered for."""
    return not answered(activity)


def unfinished(activity: Activity) -> bool:
    """Whether something is left of an activity: it is open, or was kept partly or not at all."""
    return is_open(activity) or activity.outcome in (Promise.PARTLY, Promise.NOT)


def suggested(activity: Activity) -> Promise | None:
    """The answer Enter takes: the one that was given, or kept where the activity is marked done."""
    if activity.outcome is None and activity.done_on is not None:
        return Promise.KEPT
    return activity.outcome


def promises_of(goal: Goal, week: date, settings: Settings) -> tuple[Activity, ...]:
    """The activities of a goal due in the week of `week`, by the day they are due, in the order of writing."""
    return tuple(_due_between(goal, *period_bounds(week, Period.WEEK, settings.first_weekday)))


def kept_share(outcomes: Iterable[Promise | None]) -> Share:
    """How many promises were kept, partly kept, answered for and made, from what became of each."""
    given = list(outcomes)
    answered = sum(1 for outcome in given if outcome is not None)
    return Share(given.count(Promise.KEPT), given.count(Promise.PARTLY), answered, len(given))


def usual(per_week: Sequence[tuple[Decimal, int]]) -> Usual | None:
    """What one usually keeps and makes, from (kept and half of the partly kept, made) of each week, oldest first.

    Weeks without a promise say nothing. The last eight of the others count; None with fewer than three.
    """
    weeks = [week for week in per_week if week[1] > 0][-USUAL_WEEKS:]
    if len(weeks) < FEWEST_WEEKS:
        return None
    kept = sum((week[0] for week in weeks), Decimal(0)) / len(weeks)
    made = Decimal(sum(week[1] for week in weeks)) / len(weeks)
    return Usual(kept.quantize(_TENTH, ROUND_HALF_UP), made.quantize(_TENTH, ROUND_HALF_UP))


def suggestions(goal: Goal, span: Span, today: date, settings: Settings) -> tuple[Activity, ...]:
    """What a goal could be promised next: what the span left unfinished, then its open six-week activities.

    Nothing that is planned for the coming week already, and nothing twice, by its words.
    """
    first, last = next_week(span, today, settings)
    said = {_words(activity) for activity in _due_between(goal, first, last)}
    found = []
    left = [activity for activity in _due_between(goal, span.since, span.last) if unfinished(activity)]
    later = [each for each in goal.activities if _on_the_list(each, first)]
    for activity in (*left, *later):
        if _words(activity) not in said:
            said.add(_words(activity))
            found.append(activity)
    return tuple(found)


def _due_between(goal: Goal, first: date, last: date) -> Iterator[Activity]:
    within = [
        (each.due, each.id, each) for each in goal.activities if each.due is not None and first <= each.due <= last
    ]
    yield from (activity for _, _, activity in sorted(within, key=lambda each: each[:2]))


def _on_the_list(activity: Activity, first: date) -> bool:
    """Whether it is an open six-week activity that is not planned for another week to come."""
    planned = activity.due is not None and activity.due >= first
    return activity.horizon is Horizon.SIX_WEEKS and is_open(activity) and not planned


def _words(activity: Activity) -> str:
    return " ".join(activity.what.split()).casefold()
