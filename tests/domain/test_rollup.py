from decimal import Decimal as D

import pytest

from smart_tui.domain.goal import Assessment, Goal, Reason, State, Status
from smart_tui.domain.rollup import RollUp, roll_up
from tests.domain.cases import goal


def child(
    status: Status | None, progress: str | None = "0.5", weight: int = 1, state: State = State.ACTIVE
) -> tuple[Goal, Assessment]:
    share = None if progress is None else D(progress)
    return goal(state=state)._replace(weight=weight), Assessment(status, Reason("gap"), progress=share)


def test_progress_is_the_weighted_mean_of_the_children_that_have_one() -> None:
    thirds = [child(Status.ON_TRACK, "0.9", 1), child(Status.ON_TRACK, "0.3", 2), child(None, None, 50)]
    assert roll_up(thirds) == RollUp(D("0.5"), Status.ON_TRACK, 3)


@pytest.mark.parametrize(
    ("statuses", "worst"),
    [
        ((Status.ON_TRACK, Status.AT_RISK, Status.BEHIND, Status.STALE), Status.BEHIND),
        ((Status.ON_TRACK, Status.STALE, Status.AT_RISK), Status.AT_RISK),
        ((Status.STALE, Status.ON_TRACK), Status.STALE),
        ((Status.ON_TRACK, Status.MISSED), Status.BEHIND),
        ((Status.ACHIEVED, Status.STALE), Status.STALE),
        ((Status.ACHIEVED,), Status.ON_TRACK),
        ((Status.NEEDS_BASELINE, Status.ON_TRACK), Status.ON_TRACK),
        ((Status.NEEDS_BASELINE, None), Status.NEEDS_BASELINE),
        ((None,), None),
    ],
)
def test_the_status_is_the_worst_of_the_children(statuses: tuple[Status | None, ...], worst: Status | None) -> None:
    assert roll_up([child(status) for status in statuses]).status is worst


def test_only_active_children_count() -> None:
    others = [child(Status.BEHIND, "0", state=state) for state in (State.DRAFT, State.PAUSED, State.CLOSED)]
    resting = child(Status.PAUSED, "0")
    assert roll_up([child(Status.ON_TRACK), *others, resting]) == RollUp(D("0.5"), Status.ON_TRACK, 1)
    assert roll_up(others) == RollUp(None, None, 0)
