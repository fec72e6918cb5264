"""Keeps a draft in the database while it is typed."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import uuid4

from smart_tui.domain.goal import Measure
from smart_tui.store.errors import StoreError
from smart_tui.tui.draft import Draft, Snapshot
from smart_tui.tui.saving import Run, Saving


class Write(NamedTuple):
    """One thing to put into the store: an answer, the fields, or the measure; `key` names it."""

    key: str
    value: object


class SavingDraft(Saving):
    """Writes what differs between a draft and what the store has.

    `run` is the store's `run`; `replaced` is called when a text went over one that another window wrote.
    Saves of one visit of a field carry the same token, so that undo takes back a field and not a
    half-typed word.
    """

    def __init__(
        self,
        draft: Draft,
        run: Run,
        failed: Callable[[StoreError], None],
        landed: Callable[[], None],
        replaced: Callable[[], None],
    ) -> None:
        super().__init__(failed, landed)
        self.draft = draft
        self._run = run
        self._replaced = replaced
        self._uuid = str(uuid4())
        self._visit = str(uuid4())
        self._visits: dict[str, str] = {}
        self._saved = draft.snapshot() if draft.goal_id is not None else Snapshot({}, {}, None)

    def visit(self) -> None:
        """Another field is being visited from now on."""
        self._visit = str(uuid4())

    def touched(self) -> None:
        """Something was typed: save soon."""
        for write in self.pending():
            self._visits[write.key] = self._visit
        super().touched()

    def pending(self) -> list[Write]:
        """What the store does not have yet."""
        if self.draft.goal_id is None and self.draft.empty:
            return []
        now, saved = self.draft.snapshot(), self._saved
        writes = [
            Write("answer:" + question, now.answers.get(question, ""))
            for question in {**saved.answers, **now.answers}
            if now.answers.get(question, "") != saved.answers.get(question, "")
        ]
        fields = {key: value for key, value in now.fields.items() if value != saved.fields.get(key, _blank(value))}
        if fields:
            writes.append(Write("fields", fields))
        if now.measure is not None and now.measure != saved.measure and not self.draft.active:
            writes.append(Write("measure", now.measure))
        return writes

    def adopt(self) -> None:
        """Take what the draft holds now as saved: another command wrote it."""
        self._saved = self.draft.snapshot()

    async def write_all(self) -> StoreError | None:
        """Write what is pending, into a new goal where this one was deleted meanwhile."""
        error = await self._write_all()
        if error is not None and error.code == "not_found" and self._start_over():
            error = await self._write_all()
        return error

    async def _write_all(self) -> StoreError | None:
        """Write what is pending; a value that the store refuses does not hold up the others."""
        refused: StoreError | None = None
        try:
            await self._create()
        except StoreError as error:
            return error
        for write in self.pending():
            try:
                await self._write(write)
            except StoreError as error:
                if error.code != "invalid":
                    return error
                refused = error
        return refused

    def _start_over(self) -> bool:
        """The goal was deleted under the open form: what stands in the form becomes a goal of its own."""
        if self.draft.active:
            return False
        self.draft.goal_id = None
        self._uuid = str(uuid4())
        self._saved = Snapshot({}, {}, None)
        return True

    async def _create(self) -> None:
        draft = self.draft
        if draft.goal_id is not None or draft.empty:
            return
        from smart_tui.store.commands.goals import create

        now = draft.snapshot()
        title = str(now.fields.get("title", ""))
        visit = next(iter(self._visits.values()), self._visit)
        draft.goal_id = await self._run(
            create, draft.model_id, draft.language, title=title, answers=now.answers, visit=visit, uuid=self._uuid
        )
        self._saved = Snapshot(now.answers, {"title": title, "model": draft.model_id}, None)

    async def _write(self, write: Write) -> None:
        from smart_tui.store.commands.goals import set_answer, set_fields
        from smart_tui.store.commands.measures import set_measure

        visit = self._visits.pop(write.key, self._visit)
        goal_id, saved = self.draft.goal_id, self._saved
        if isinstance(write.value, Measure):
            await self._run(set_measure, goal_id, write.value, visit=visit)
            self._saved = saved._replace(measure=write.value)
        elif write.key == "fields" and isinstance(write.value, Mapping):
            await self._run(set_fields, goal_id, write.value, visit=visit)
            self._saved = saved._replace(fields={**saved.fields, **write.value})
        else:
            question = write.key.removeprefix("answer:")
            expected = saved.answers.get(question, "")
            try:
                await self._run(set_answer, goal_id, question, write.value, visit=visit, expected=expected)
            except StoreError as error:
                if error.code != "changed_since":
                    raise
                # A step of its own, with all that follows from the text, so that one undo brings the other back.
                self.visit()
                self._visits.clear()
                await self._run(set_answer, goal_id, question, write.value, visit=self._visit)
                self._replaced()
            self._saved = saved._replace(answers={**saved.answers, question: str(write.value)})


def _blank(value: object) -> object:
    """What a field holds in a goal that was just created."""
    if isinstance(value, tuple):
        return ()
    return "" if isinstance(value, str) else None
