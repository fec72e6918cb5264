"""Takes a file over as it was planned: a backup first, then all of it in one step of the history, or nothing."""

from collections.abc import Callable, Collection

from smart_tui.domain.transfer import Intake, Path
from smart_tui.interop.plan import Plan
from smart_tui.store.store import Store

Progress = Callable[[int, int], None]
"""Told how many rows of how many are written; called on the writer thread."""


async def bring_in(store: Store, plan: Plan, theirs: Collection[Path] = (), progress: Progress | None = None) -> Intake:
    """Make a backup and carry the plan out; of the conflicts those in `theirs` are taken over, the others stay.

    Gives what was done. Raises StoreError backup_failed, or changed_since where what is here was changed after the
    plan was made so that it would do something else; then nothing was changed.
    """
    raise NotImplementedError


def bring_in_sync(
    store: Store, plan: Plan, theirs: Collection[Path] = (), progress: Progress | None = None
) -> Intake:
    """The same, waiting for it."""
    raise NotImplementedError
