"""Reviews of January 2026 with five goals, by their figures, for the pages made of them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from smart_tui.domain.goal import Kind, Outcome, Period, Promise, Status
from smart_tui.domain.review import (
    CHANGE,
    HINDERED,
    RELEVANT,
    WELL,
    Cause,
    Decision,
    GoalReview,
    Repair,
    Review,
    Way,
)
from smart_tui.domain.weekfigures import Course, DayMark, GoalWeek, Promised, WeekFigures

WEEK = date(2026, 1, 12)
KEPT, PARTLY, NOT = Promise.KEPT, Promise.PARTLY, Promise.NOT
MET = DayMark.MET


def figures(value: int | str | None, target: int | None = None, *, ago: int = 0, days: str = "") -> WeekFigures:
    """One week, so many weeks before `WEEK`; `days` is "5 of 7"."""
    first = WEEK - timedelta(weeks=ago)
    met, _, judged = days.partition(" of ")
    return WeekFigures(
        first,
        first + timedelta(days=6),
        None if value is None else Decimal(value),
        None if target is None else Decimal(target),
        None,
        (MET,) * 7 if value is not None else (DayMark.EMPTY,) * 7,
        days_met=int(met or 0),
        days_judged=int(judged or 0),
    )


def weeks(*values: int | str | None, target: int | None = None) -> tuple[WeekFigures, ...]:
    """Weeks up to `WEEK`, the week before the span first."""
    count = len(values) - 1
    return tuple(figures(value, target, ago=count - at) for at, value in enumerate(values))


def review(**fields: object) -> Review:
    """A finished review of week 3 on the full way, eight minutes long."""
    at = datetime(2026, 1, 18, 17, 0, tzinfo=UTC)
    whole = Review(7, "u", WEEK, WEEK, WEEK + timedelta(days=6), seconds=500, started_at=at, finished_at=at)
    return whole._replace(**fields)  # type: ignore[arg-type]


MEETINGS = GoalWeek(
    1,
    4,
    "8 customer meetings a week",
    Kind.QUOTA,
    "meetings",
    Status.ON_TRACK,
    weeks=weeks(8, 9, target=8),
    value=Decimal(9),
    change=Decimal(1),
    target=Decimal(8),
    confidence=8,
    confidence_before=8,
    promises=(Promised(KEPT, "Call five customers on Monday"), Promised(KEPT, "Send the offer to Lund")),
    period=Period.WEEK,
    course=Course(Decimal(8), planned=("Call five customers on Monday",)),
)
VISITS = GoalWeek(
    2,
    1,
    "Visits to our site",
    Kind.LEVEL,
    "visits",
    Status.ON_TRACK,
    weeks=weeks(12550, 12900),
    value=Decimal(12900),
    change=Decimal(350),
    target=Decimal(14880),
    confidence=8,
    promises=(Promised(KEPT, "Rewrite the page about delivery"),),
)
BOOKS = GoalWeek(
    3,
    2,
    "Read 24 books",
    Kind.TOTAL,
    "books",
    Status.ON_TRACK,
    weeks=weeks(2, 1),
    value=Decimal(3),
    change=Decimal(1),
    target=Decimal(24),
    confidence=7,
    confidence_before=6,
)
COFFEE = GoalWeek(
    4,
    6,
    "At most 2 cups of coffee a day",
    Kind.QUOTA,
    "cups",
    Status.ON_TRACK,
    weeks=(figures(12, ago=1, days="6 of 7"), figures(10, days="7 of 7")),
    value=Decimal(1),
    change=Decimal(-2),
    target=Decimal(2),
    confidence=9,
    confidence_before=9,
    period=Period.DAY,
    at_most=True,
)
LAUNCH = GoalWeek(
    5,
    7,
    "Launch the new product",
    Kind.MILESTONES,
    status=Status.ON_TRACK,
    weeks=weeks(None, 1),
    value=Decimal(2),
    change=Decimal(1),
    target=Decimal(4),
    parts=4,
    parts_done=2,
    done=("Pictures taken",),
    confidence=8,
    confidence_before=6,
)
FIVE = (MEETINGS, VISITS, BOOKS, COFFEE, LAUNCH)
LINES = {
    WELL: "The new page is live and people find it.",
    HINDERED: "Two days ill.",
    CHANGE: "Calls before mail.",
}

ALL_FINE = (review(lines=LINES), FIVE)

MEETINGS_BEHIND = MEETINGS._replace(
    status=Status.AT_RISK,
    weeks=weeks(8, 5, target=8),
    value=Decimal(5),
    change=Decimal(-3),
    confidence=6,
    promises=(
        Promised(KEPT, "Call five customers on Monday"),
        Promised(PARTLY, "Send the offer to Lund", "the price is missing"),
        Promised(NOT, "Visit Bo", "ill"),
    ),
    course=Course(Decimal(8), planned=("Send the offer to Lund", "Visit Bo", "Call five customers on Monday")),
)
LAUNCH_BEHIND = LAUNCH._replace(
    status=Status.BEHIND,
    weeks=weeks(None, None),
    change=Decimal(0),
    done=(),
    confidence=4,
    confidence_before=8,
    promises=(Promised(NOT, "Write the text"), Promised(NOT, "Ask the photographer")),
    course=Course(
        deadline=date(2026, 3, 15), reason="The photographer is away until February.", planned=("Write page one",)
    ),
)
TWO_BEHIND = (
    review(
        lines={**LINES, RELEVANT: "Yes, all five."},
        goals=(
            GoalReview(
                1,
                None,
                Cause.TIME,
                "two days ill",
                Repair.PLAN,
                "If it is Monday 9:00, then I call five customers before mail.",
            ),
            GoalReview(5, Decision.ADJUSTED, Cause.WAITING, "", Repair.ASK, "Ask Eva for another photographer"),
        ),
    ),
    (LAUNCH_BEHIND, MEETINGS_BEHIND, VISITS, BOOKS, COFFEE),
)

SIDE_BY_SIDE = (
    review(since=WEEK - timedelta(weeks=2), lines={WELL: "Three weeks away, and nothing burned."}, seconds=0),
    (
        MEETINGS._replace(weeks=weeks(7, 8, None, 6, target=8), change=Decimal(-1), promises=(), course=Course()),
        VISITS._replace(weeks=weeks(12400, 12550, 12700, 12900), change=Decimal(500), promises=()),
        BOOKS._replace(weeks=weeks(1, 2, None, 1), change=Decimal(3)),
        COFFEE._replace(
            weeks=(
                figures(12, ago=3, days="6 of 7"),
                figures(10, ago=2, days="7 of 7"),
                figures(9, ago=1, days="3 of 4"),
                figures(14, days="5 of 7"),
            ),
            missing=(WEEK - timedelta(days=3), WEEK - timedelta(days=2), WEEK - timedelta(days=1)),
        ),
        LAUNCH._replace(status=Status.PAUSED, weeks=weeks(None, None, None, 1)),
    ),
)

NOTHING_ANSWERED = (
    review(),
    tuple(
        week._replace(
            confidence=None,
            promises=tuple(promise._replace(outcome=None, reason="") for promise in week.promises),
            course=Course(),
        )
        for week in (LAUNCH_BEHIND, MEETINGS_BEHIND, VISITS, BOOKS, COFFEE)
    ),
)

EXPRESS = (
    review(way=Way.EXPRESS, goals=(GoalReview(1, Decision.PAUSED), GoalReview(5, Decision.FINISHED))),
    (
        MEETINGS_BEHIND._replace(course=Course(rests_until=date(2026, 3, 1))),
        LAUNCH._replace(course=Course(outcome=Outcome.PARTLY, lesson="Begin with the text.")),
        BOOKS._replace(confidence=None),
    ),
)
