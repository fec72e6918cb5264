"""One step of the undo history, as a value that screens and sentences can use."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple


class ChangeGroup(NamedTuple):
    """What one action did: an operation code, the values its sentence needs, and the goal it touched (0 for none).

    `params` holds plain JSON values: "no" and "title" of the goal, and by operation "value" (a decimal
    as text), "on" (an ISO date), "question", "field", "outcome" or "name" (of a milestone, activity or plan).
    """

    id: int
    operation: str
    params: Mapping[str, object]
    goal_id: int
    at: datetime | None = None
