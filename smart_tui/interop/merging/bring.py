"""Takes a file over as it was planned: a backup first, then all of it in one step of the history, or nothing."""

import asyncio
from collections.abc import Collection

from smart_tui.domain.backup import BackupReason
from smart_tui.domain.transfer import Contents, Intake, Path
from smart_tui.interop.merging.marks import stamped
from smart_tui.interop.merging.plan import Plan, make_plan, settled
from smart_tui.interop.merging.work import work_of
from smart_tui.store.commands.intake import Mark, Progress, Work, carry_out, note
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store

TRIES = 3
"""So often it is planned anew where somebody else writes meanwhile."""


async def bring_in(store: Store, plan: Plan, theirs: Collection[Path] = (), progress: Progress | None = None) -> Intake:
    """Make a backup and carry the plan out; of the conflicts those in `theirs` are taken over, the others stay.

    Gives what was done; `progress` is called on the writer thread. Raises StoreError backup_failed and its kin, or
    changed_since where what is here was changed after the plan was made so that it would do something else; then
    nothing was changed.
    """
    work = await asyncio.to_thread(work_of, plan, theirs)
    if _writes(work):
        await asyncio.shield(asyncio.wrap_future(store.back_up(BackupReason.IMPORT)))
    for left in reversed(range(TRIES)):
        try:
            if not _nothing(work):
                await store.run(carry_out, work, progress)
            break
        except StoreError as error:
            if error.code != "changed_since" or not left:
                raise
            plan, work = await asyncio.to_thread(_anew, store, plan, theirs, error)
    return settled(plan, theirs)


def bring_in_sync(store: Store, plan: Plan, theirs: Collection[Path] = (), progress: Progress | None = None) -> Intake:
    """The same, waiting for it."""
    work = work_of(plan, theirs)
    if _writes(work):
        store.back_up_sync(BackupReason.IMPORT)
    for left in reversed(range(TRIES)):
        try:
            if not _nothing(work):
                store.run_sync(carry_out, work, progress)
            break
        except StoreError as error:
            if error.code != "changed_since" or not left:
                raise
            plan, work = _anew(store, plan, theirs, error)
    return settled(plan, theirs)


def remember_sent(store: Store, contents: Contents) -> None:
    """Keep that all this has left for another copy, so that its changes can be told from ours. Raises StoreError."""
    marks = [Mark(part, digest) for part, digest in stamped(contents).new]
    if marks:
        store.run_sync(note, marks)


def _anew(store: Store, plan: Plan, theirs: Collection[Path], error: StoreError) -> tuple[Plan, Work]:
    """The plan for what is here now, where it still does the same; else the error is raised."""
    again = make_plan(store.reader, plan.found, plan.today, plan.into)
    if again.intake != plan.intake:
        raise error
    return again, work_of(again, theirs)


def _writes(work: Work) -> bool:
    """Whether it changes anything a person made."""
    return any(
        bool(part) for name, part in work._asdict().items() if name not in ("operation", "history", "areas", "marks")
    )


def _nothing(work: Work) -> bool:
    return not work.marks and not _writes(work)
