"""The part of the journal's timeline that is held: a bounded window over it, however long it is."""

from collections.abc import Callable, Sequence
from typing import Any

from smart_tui.store.queries.journal import Moment, Place, just_before, timeline, timeline_up

AT_ONCE = 100
"""So many moments are read at a time."""
MOST = 400
"""So many are held; beyond that those farthest away are let go, and read again when one comes back."""

Read = Callable[..., Any]


class MomentWindow:
    """Neighbouring moments, newest first. `read` gives a query to the store; all that reads raises StoreError."""

    def __init__(self, read: Read, goal_id: int | None = None) -> None:
        self._read = read
        self.goal_id = goal_id
        self.moments: list[Moment] = []
        self.newest = True
        """Whether nothing is in front of the first one held."""
        self.oldest = True
        """Whether nothing is behind the last one held."""

    def to_newest(self) -> None:
        """Hold the newest ones."""
        self.newest = True
        self.moments, self.oldest = self._down(None, AT_ONCE)

    def to_oldest(self) -> None:
        """Hold the oldest ones, read from that end."""
        self.oldest = True
        self.moments, self.newest = self._up(None, AT_ONCE)

    def around(self, place: Place) -> None:
        """Hold the one at a place, with its neighbours."""
        self.moments, self.oldest = self._down(just_before(place), AT_ONCE)
        self.newest = False
        if self.moments:
            self.read_in_front()
        else:
            self.to_oldest()

    def again(self) -> None:
        """Read what is held again."""
        many = max(len(self.moments), AT_ONCE)
        if self.newest or not self.moments:
            self.newest = True
            self.moments, self.oldest = self._down(None, many)
            return
        first = self.moments[0].place
        self.moments, self.oldest = self._down(just_before(first), many)
        if len(self.moments) < AT_ONCE:
            # Much of it is gone: there may be nothing in front of it any more, or nothing here.
            self.to_oldest()

    def read_behind(self) -> bool:
        """Read on behind the last one; gives whether anything was there."""
        if self.oldest or not self.moments:
            return False
        found, self.oldest = self._down(self.moments[-1].place, AT_ONCE)
        self.moments += found
        if len(self.moments) > MOST:
            self.moments, self.newest = self.moments[-MOST:], False
        return bool(found)

    def read_in_front(self) -> bool:
        """Read on in front of the first one; gives whether anything was there."""
        if self.newest or not self.moments:
            return False
        found, self.newest = self._up(self.moments[0].place, AT_ONCE)
        self.moments = [*found, *self.moments]
        if len(self.moments) > MOST:
            self.moments, self.oldest = self.moments[:MOST], False
        return bool(found)

    def _down(self, before: Place | None, many: int) -> tuple[list[Moment], bool]:
        found: Sequence[Moment] = self._read(timeline, before, many + 1, self.goal_id)
        return list(found[:many]), len(found) <= many

    def _up(self, after: Place | None, many: int) -> tuple[list[Moment], bool]:
        found: Sequence[Moment] = self._read(timeline_up, after, many + 1, self.goal_id)
        return list(found[-many:]), len(found) <= many
