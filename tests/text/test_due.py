"""What waits is said in one line, by when and how late."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.due import Due, DueKind
from smart_tui.domain.goal import Activity, Goal, Kind, Measure, Milestone, Reading, State
from smart_tui.i18n import LANGUAGES, Words, words
from smart_tui.text.due import due_line, due_what
from tests.domain.cases import goal, level, look, quota, total

TODAY = date(2026, 1, 15)
SUNDAY, MONDAY, TUESDAY = date(2026, 1, 18), date(2026, 1, 12), date(2026, 1, 13)
ENGLISH = Words.source()
BOOKS = goal(total(24, unit="books"), deadline=MONDAY, title="Read")
REACHED = look(BOOKS, date(2026, 1, 8), [(date(2026, 1, 6), 24)])
CALL = Activity(1, "", "Call Bo", "9:00", "office", due=TODAY)
DESIGN = Milestone(1, "", "Design", due=MONDAY)
VISITS = level(100, 200, reading=Reading.PER_PERIOD)


def of(kind: DueKind, subject: Goal, on: date, when: str = "today", **more: object) -> Due:
    return Due(kind, subject, on, when)._replace(**more)  # type: ignore[arg-type]


SAID = [
    (of(DueKind.ENTRY, BOOKS, TODAY), "nothing entered for a while"),
    (of(DueKind.ENTRY, goal(level(84, 78)), TODAY), "a reading is due"),
    (of(DueKind.ENTRY, goal(quota(8)), TODAY), "nothing entered today"),
    (of(DueKind.ENTRY, goal(Measure(Kind.RATING, MONDAY)), TODAY), "a rating is due"),
    (of(DueKind.ENTRY, BOOKS, TODAY, answered=True), "entered today"),
    (of(DueKind.ENTRY, goal(VISITS), MONDAY), "the amount for the period up to 12 January is missing"),
    (of(DueKind.QUOTA, goal(quota(8, unit="walks")), SUNDAY, missing=Decimal(3)), "3 walks to go by Sunday"),
    (of(DueKind.QUOTA, goal(quota(8, unit="walks")), TODAY, missing=Decimal(3)), "3 walks to go today"),
    (of(DueKind.QUOTA, goal(quota(8, unit="walks")), TODAY, missing=Decimal(1)), "1 to go today"),
    (of(DueKind.ACTIVITY, BOOKS, TODAY, item=CALL), "Call Bo, 9:00, office, today"),
    (of(DueKind.ACTIVITY, BOOKS, SUNDAY, item=CALL._replace(when="", where="")), "Call Bo, by Sunday"),
    (of(DueKind.ACTIVITY, BOOKS, TODAY, item=CALL, answered=True), "Call Bo, 9:00, office, done"),
    (of(DueKind.MILESTONE, BOOKS, MONDAY, "overdue", item=DESIGN), "“Design”, 3 days late"),
    (of(DueKind.MILESTONE, BOOKS, date(2026, 1, 14), "overdue", item=DESIGN), "“Design”, 1 day late"),
    (
        of(DueKind.DEADLINE, BOOKS, MONDAY, "overdue"),
        "the deadline passed 3 days ago; close it or give it a new date",
    ),
    (of(DueKind.DEADLINE, BOOKS, TODAY), "the deadline is today"),
    (of(DueKind.DEADLINE, BOOKS, SUNDAY, "week"), "the deadline is Sunday"),
    (of(DueKind.DEADLINE, BOOKS, MONDAY, "overdue", assessment=REACHED), "reached; the goal can be closed"),
    (of(DueKind.BASELINE, BOOKS, TODAY), "it needs a baseline before it can be judged"),
    (of(DueKind.WAKE, goal(state=State.DRAFT), TUESDAY), "parked until 13 January; go on with it or park it again"),
    (of(DueKind.REVIEW_ON, BOOKS, TODAY), "to be looked at again today"),
    (of(DueKind.REVIEW_ON, BOOKS, TUESDAY), "to be looked at again since 13 January"),
]


@pytest.mark.parametrize(("due", "said"), SAID, ids=[said for _, said in SAID])
def test_each_thing_that_waits_says_what_and_by_when(due: Due, said: str) -> None:
    assert due_what(due, TODAY, ENGLISH) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_begins_with_the_goal_in_every_language(lang: str) -> None:
    for due, _ in SAID:
        line = due_line(due, TODAY, words(lang))
        assert line.startswith(due.goal.title)
        assert "{" not in line
