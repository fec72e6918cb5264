"""What has been written since one last looked."""

from collections.abc import Sequence

from smart_tui.domain.goal import State
from smart_tui.store.connection import Reader


def revisions(reader: Reader, state: State, goal_ids: Sequence[int] | None = None) -> dict[int, str]:
    """When each goal of one state was last written, by goal id; a goal that is gone or elsewhere is missing.

    `goal_ids` asks about these goals only.
    """
    query = "SELECT id, updated_at FROM goal WHERE state = ?"
    if goal_ids is None:
        return dict(reader.rows(query, (str(state),)))
    marks = ", ".join("?" * len(goal_ids))
    return dict(reader.rows(f"{query} AND id IN ({marks})", (str(state), *goal_ids)))
