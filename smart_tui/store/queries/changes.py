"""What has been written since one last looked."""

from smart_tui.domain.goal import State
from smart_tui.store.connection import Reader


def revisions(reader: Reader, state: State) -> dict[int, str]:
    """When each goal of one state was last written, by goal id; a goal that is gone or elsewhere is missing."""
    return dict(reader.rows("SELECT id, updated_at FROM goal WHERE state = ?", (str(state),)))
