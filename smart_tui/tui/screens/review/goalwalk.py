"""The way through the goals of a review: one by one, then those on track together; where one stands can be stored."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.walk import Walk
from smart_tui.tui.screens.review.flow import LAST

TOGETHER = 0
"""The stop at which the goals on track are seen together; every other stop is a goal's id."""
LONGEST = 400
"""Characters of a place as it is stored."""


class Phase(StrEnum):
    """What is asked about a goal, one after the other."""

    SURE = "sure"
    CAUSE = "cause"
    REPAIR = "repair"


class Place(NamedTuple):
    """Where one stands, and in which order the goals are gone through, so that coming back repeats none."""

    stop: int = TOGETHER
    phase: Phase = Phase.SURE
    order: tuple[int, ...] = ()

    def written(self) -> str:
        """As text for the store; of more goals than a line holds, those that are left."""
        order = list(self.order)
        while len(text := f"{self.stop} {self.phase} {','.join(str(stop) for stop in order)}") > LONGEST:
            order.pop(0 if order[0] != self.stop else -1)
        return text


def read_place(text: str) -> Place | None:
    """A place from its text; None for one that says nothing."""
    try:
        stop, phase, order = text.split(" ")
        return Place(int(stop), Phase(phase), tuple(int(each) for each in order.split(",")))
    except ValueError:
        return None


class GoalsWalk:
    """The stops, and the one that one is at. A walk keeps its order while decisions change how goals stand."""

    def __init__(self, walk: Walk, place: str = "", known: Collection[int] = (), *, singly_only: bool = False) -> None:
        """`place` is where the walk broke off, `known` are further goals it may have come by; `singly_only`
        leaves out what is on track."""
        stood = read_place(place)
        still = {TOGETHER, *walk.singly, *walk.batch, *known}
        stops = [stop for stop in stood.order if stop in still] if stood else []
        if TOGETHER not in stops:
            stops.append(TOGETHER)
        here = _first_of(stops, stood)
        gate = stops.index(TOGETHER)
        # What needs a look only now comes in front of what is on track, unless one has passed that.
        first = gate if here < gate or stood is None else len(stops)
        stops[first:first] = [goal_id for goal_id in walk.singly if goal_id not in stops]
        self.together: tuple[int, ...] = ()
        if not singly_only:
            self.together = tuple(goal_id for goal_id in walk.batch if goal_id not in stops)
        self.stops = stops if self.together else [stop for stop in stops if stop != TOGETHER]
        self.at, self.phase = 0, Phase.SURE
        if place == LAST:
            self.at = max(len(self.stops) - 1, 0)
        elif stood is not None:
            self.at = _first_of(self.stops, stood)
            self.phase = stood.phase if self.stop == stood.stop else Phase.SURE

    @property
    def stop(self) -> int | None:
        """The goal one is at, `TOGETHER`, or None where there is nothing (left) to look at."""
        return self.stops[self.at] if self.at < len(self.stops) else None

    @property
    def place(self) -> str:
        """Where one stands, for the store."""
        stop = self.stop
        return "" if stop is None else Place(stop, self.phase, tuple(self.stops)).written()

    def numbers(self) -> tuple[int, int, int]:
        """The first and the last number of what one is at, and how many goals there are."""
        total = sum(self._size(stop) for stop in self.stops)
        before = sum(self._size(stop) for stop in self.stops[: self.at])
        stop = self.stop
        return before + 1, before + (self._size(stop) if stop is not None else 0), total

    def _size(self, stop: int) -> int:
        return len(self.together) if stop == TOGETHER else int(stop not in self.together)

    def forget(self, known: Collection[int]) -> None:
        """Leave out goals that are there no longer."""
        stop = self.stop
        self.together = tuple(goal_id for goal_id in self.together if goal_id in known)
        gone = [each for each in self.stops if each not in known and (each != TOGETHER or not self.together)]
        self.at -= sum(each in gone for each in self.stops[: self.at])
        self.stops = [each for each in self.stops if each not in gone]
        if stop in gone:
            self.phase = Phase.SURE

    def look_at(self, goal_ids: Iterable[int]) -> None:
        """Add goals that were seen together and need a look by themselves, behind all others."""
        self.stops += [goal_id for goal_id in goal_ids if goal_id not in self.stops]

    def on(self) -> bool:
        """To the next stop; False behind the last."""
        if self.at + 1 >= len(self.stops):
            return False
        self.at += 1
        # Of a goal seen together with others it was said there how sure one is.
        self.phase = Phase.CAUSE if self.stop in self.together else Phase.SURE
        return True

    def back(self, phases: Sequence[Phase] = (Phase.SURE,)) -> bool:
        """To the stop before this one, at the last of the `phases` it was asked in; False in front of the first."""
        if self.at == 0:
            return False
        self.at -= 1
        self.phase = phases[-1]
        return True


def _first_of(stops: Sequence[int], stood: Place | None) -> int:
    """Where the stop one stood at is among the stops, or the next one behind it that is still there."""
    if stood is None:
        return 0
    at = stood.order.index(stood.stop) if stood.stop in stood.order else len(stood.order)
    return next((stops.index(stop) for stop in stood.order[at:] if stop in stops), len(stops))
