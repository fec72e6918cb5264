"""What is due next, on a day on which nothing waits."""

from datetime import date, timedelta
from decimal import Decimal

from smart_tui.domain.due import DueKind
from smart_tui.domain.goal import Assessment, DayValue, Direction, Goal, Kind, Measure, Milestone, Pause, Period, State
from smart_tui.domain.nextdue import next_due
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess

THURSDAY = date(2026, 1, 15)
START = date(2026, 1, 1)
MEETINGS = Measure(Kind.QUOTA, START, Decimal(8), period=Period.WEEK, direction=Direction.AT_LEAST)


def goal(number: int = 1, measure: Measure | None = None, **fields: object) -> Goal:
    made = Goal(number, f"uuid-{number}", number, f"Goal {number}", State.ACTIVE, "nordic", "en", start=START)
    return made._replace(measures=(measure,) if measure else (), **fields)  # type: ignore[arg-type]


def standing(of: Goal, *days: DayValue) -> tuple[Goal, Assessment, tuple[DayValue, ...]]:
    return of, assess(of, (), THURSDAY), days


def test_a_week_that_is_met_leads_to_the_next_one() -> None:
    met = standing(goal(measure=MEETINGS), DayValue(date(2026, 1, 13), Decimal(8)))
    found = next_due([met], (), THURSDAY, Settings())
    assert found is not None and (found.kind, found.on) == (DueKind.ENTRY, date(2026, 1, 19))


def test_the_first_date_of_all_goals_and_drafts_is_next() -> None:
    launch = goal(milestones=(Milestone(1, "a", "Name", date(2026, 3, 1)), Milestone(2, "b", "Site", START, 1, START)))
    draft = goal(2, state=State.DRAFT, wake_on=date(2026, 4, 1))
    far = goal(3, deadline=date(2026, 2, 20))
    found = next_due([standing(launch), standing(far)], [draft], THURSDAY, Settings())
    assert found is not None and (found.goal.id, found.on) == (3, date(2026, 2, 20))
    found = next_due([standing(launch)], [draft], THURSDAY, Settings())
    assert found is not None and found.item is not None and found.on == date(2026, 3, 1)
    found = next_due([], [draft], THURSDAY, Settings())
    assert found is not None and (found.kind, found.on) == (DueKind.WAKE, date(2026, 4, 1))


def test_days_of_rest_ask_for_nothing_and_nothing_may_be_due_at_all() -> None:
    resting = goal(measure=MEETINGS, pauses=(Pause(THURSDAY, THURSDAY + timedelta(days=12)),))
    found = next_due([standing(resting)], (), THURSDAY, Settings())
    assert found is not None and found.on == THURSDAY + timedelta(days=13)
    assert next_due([standing(goal())], (), THURSDAY, Settings()) is None
