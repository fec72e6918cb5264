"""What one does while answering: take what was read, write at length in an editor, go to what is not right yet."""

from collections.abc import Callable
from typing import TypeVar

from smart_tui.domain.completeness import StepState, step_states
from smart_tui.reading.items import ItemKind, ItemReading
from smart_tui.store import queries
from smart_tui.tui.fields import Input
from smart_tui.tui.listed import HORIZONS
from smart_tui.tui.looks import look
from smart_tui.tui.screens.drafting import DraftScreen
from smart_tui.tui.screens.longeditor import edit_long

ResultT = TypeVar("ResultT")
LONG = (Input.TEXT, Input.LIST, Input.LINE)


class AnsweringScreen(DraftScreen[ResultT]):
    """A screen on one draft with the commands of typing: chips, the editor, the first remark."""

    def action_next_chip(self) -> None:
        self.settle()
        self.chips.next()
        self.refresh_looks()

    def action_take_chip(self) -> None:
        seen = self.chips.current
        self.settle()
        offer = self.chips.renewed(seen)
        if offer is None:
            return
        if offer.park:
            self.park_offered()
            return
        if offer.item is not None:
            field = self.form.opened if self.form is not None else ""
            self.run_worker(self._add_row(offer.item, field), group="rows")
            return
        if offer.parent_id is not None or offer.alone:
            self.draft.parent_id = offer.parent_id
        changed: list[str] = []
        for field, text in offer.puts.items():
            changed += [field, *self.draft.put(field, text)]
        if offer.left is not None:
            self.draft.left = offer.left
        self._show_texts(changed)
        self.chips.begin()
        self.saving.touched()
        self.refresh_looks()

    async def _add_row(self, item: ItemReading, field: str) -> None:
        """Add what is written in a list, the field, to the running goal, and know it from now on."""
        from smart_tui.store.commands import plans
        from smart_tui.tui.screens.additem import fields_of

        base = self.draft.base
        if base is None:
            return
        adding: dict[str, Callable[..., int]] = {
            "milestone": plans.add_milestone,
            "activity": plans.add_activity,
            "plan": plans.add_plan,
        }
        fields = fields_of(item)
        if item.kind is ItemKind.ACTIVITY and field in HORIZONS:
            fields["horizon"] = HORIZONS[field]
        if await self.write(adding[item.kind.value], base.id, **fields) is None:
            return
        now = self.smart.store.read(queries.goal, base.id)
        self.draft.base = base._replace(milestones=now.milestones, activities=now.activities, plans=now.plans)
        self.chips.begin()
        self.refresh_looks()

    def park_offered(self) -> None:
        """The person took the chip that parks the goal."""

    async def action_long_editor(self) -> None:
        form = self.form
        field = self.fields.get(form.opened) if form else None
        if form is None or field is None or field.input not in LONG:
            self.say(self.words.gettext("This field has no text to edit."))
            return
        await self.keep()
        text, said = edit_long(self.app, self.draft.text(field.id), self.words)
        if said:
            self.say(said)
        if text is not None:
            self.draft.put(field.id, text)
            self.settling.finish()
            self._show_texts([field.id])
            self.saving.touched()
            self.refresh_looks()

    async def action_to_remark(self) -> None:
        """Go to the first thing that cannot be read, and where all can be, to the first letter that lacks something."""
        self.settle()
        looks = {field: look(each, self.draft, self.around) for field, each in self.fields.items()}
        field = next((name for name in self.visible_fields() if looks[name].problem), "")
        if field and self.form is not None:
            await self.form.open(field)
            return
        lacking = next((state for state in step_states(self.draft.goal()) if state.missing), None)
        if lacking is None:
            self.say(self.words.gettext("All five letters are complete."))
            return
        await self.open_missing(lacking)

    async def open_missing(self, lacking: StepState) -> None:
        """Open the field that a letter lacks."""
        codes = {"title": "specific.what", "levels": "level_1", "scale": "scale_low", "outside": "target"}
        field = codes.get(lacking.missing[0], lacking.missing[0])
        if self.form is not None:
            await self.form.open(field)
