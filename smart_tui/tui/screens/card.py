"""The card at the end of writing: the goal in five letters, what it lacks, and what the first weeks ask for."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.completeness import COMPLETE
from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.measure import effective_kind
from smart_tui.domain.quota import at_most
from smart_tui.domain.rate import card_asks
from smart_tui.domain.remark import Remark
from smart_tui.text.answers import asks_line
from smart_tui.text.card import CardLine, card_lines, remarked_of
from smart_tui.text.statement import statement
from smart_tui.tui import keys
from smart_tui.tui.draft import Draft
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.widgets.lines import cut, padded, visible, wrapped
from smart_tui.tui.widgets.rail import SIGNS, rail


class CardScreen(BaseScreen[str | None]):
    """Gives "activate", "keep" or "park", or the slot of the step to go back to, with a blank and the field there."""

    WHERE = keys.CARD
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.CARD)]
    DEFAULT_CSS = """
    CardScreen #content { padding: 0 2; }
    CardScreen #card { height: 1fr; scrollbar-size-vertical: 1; }
    CardScreen .says { height: auto; margin: 0 0 1 0; }
    CardScreen .line { height: auto; }
    CardScreen #asks { height: auto; margin: 1 0 0 0; }
    """

    def __init__(self, draft: Draft, parents: Sequence[Goal] = (), remarks: Sequence[Remark] = ()) -> None:
        super().__init__()
        self.draft = draft
        self.parents = parents
        self.remarks = tuple(remarks)

    def content(self) -> ComposeResult:
        with VerticalScroll(id="card", can_focus=False):
            yield Static(classes="says")
            for _ in self.draft.model.steps:
                yield Static(classes="line")
            yield Static(id="asks")

    def on_mount(self) -> None:
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        self.show()

    @property
    def lines(self) -> tuple[CardLine, ...]:
        """The five letters as they are now."""
        label = self.smart.config.accepted_label
        return card_lines(self.draft.goal(), self.today, self.words, label, self.smart.settings)

    def show(self) -> None:
        """Draw the card for the width there is."""
        if not self.is_mounted:
            return
        goal, lines = self.draft.goal(), self.lines
        remarked = remarked_of(goal, self.remarks, self.words)
        said = statement(goal, self.today, self.words, self.smart.settings)
        self.query_one(".says", Static).update(Content(said).stylize("bold"))
        for static, line in zip(self.query(".line").results(Static), lines, strict=False):
            rows = [self._line(line), *self._remarked(line, remarked.get(line.slot, ""))]
            static.update(Content("\n").join(rows))
        self.query_one("#asks", Static).update(self._asks(goal))
        self.refresh_frame()

    def _line(self, line: CardLine) -> Content:
        state = self._state(line)
        width = max(self.size.width - 6, 20)
        letter = Content(line.letter).stylize("bold $accent")
        style = "" if line.filled == COMPLETE else "$foreground-muted"
        state_text = Content(state).stylize(style) if style else Content(state)
        if width < 60:
            return Content.assemble(letter, "  ", cut(visible(line.text), width - 3), "\n   ", state_text)
        right = min(max(Content(self._state(other)).cell_length for other in self.lines), max(width // 3, 24))
        room = width - 3 - right - 2
        says, states = wrapped(line.text, room, 2), wrapped(state, right)
        rows: list[Content] = []
        for index in range(max(len(says), len(states))):
            text = padded(says[index] if index < len(says) else "", room)
            beside = Content(states[index] if index < len(states) else "")
            head = letter if index == 0 else Content(" ")
            rows.append(Content.assemble(head, "  ", text, "  ", beside.stylize(style) if style else beside))
        return Content("\n").join(rows)

    def _remarked(self, line: CardLine, said: str) -> list[Content]:
        """What the coach misses in a letter, under it."""
        if not said:
            return []
        rows = wrapped(said, max(self.size.width - 11, 20), 2)
        return [Content(f"   {' ' if at else '◦'} {row}").stylize("$foreground-muted") for at, row in enumerate(rows)]

    def _state(self, line: CardLine) -> str:
        words = self.words
        if line.filled == COMPLETE:
            return f"{SIGNS[COMPLETE]} {words.gettext('complete')}"
        return f"{SIGNS[line.filled]} {words.gettext('missing: {what}').format(what=line.missing)}"

    def _asks(self, goal: Goal) -> Content:
        words = self.words
        rows: list[tuple[str, str]] = []
        asks = asks_line(goal, card_asks(goal, goal.measure, self.today, self.smart.settings.first_weekday), words)
        if asks and goal.measure is not None and effective_kind(goal.measure) is Kind.QUOTA and at_most(goal.measure):
            rows.append((words.gettext("The first three weeks allow"), asks))
        elif asks:
            rows.append((words.gettext("The first three weeks ask for"), asks))
        parent = next((goal for goal in self.parents if goal.id == self.draft.parent_id), None)
        if parent is not None:
            rows.append((words.gettext("Supports"), f"{parent.no}  {visible(parent.title)}"))
        first = " ".join(self.draft.text("time.today").split())
        if first:
            rows.append((words.gettext("First step today"), visible(first)))
        width = max((Content(label).cell_length for label, _ in rows), default=0)
        return Content("\n").join(
            Content.assemble(Content(padded(label, width)).stylize("$foreground-muted"), "   ", text)
            for label, text in rows
        )

    def title_left(self) -> str:
        return self.words.gettext("The card")

    def title_right(self) -> Content:
        return rail([(line.letter, line.filled) for line in self.lines], -1)

    def translate(self) -> None:
        super().translate()
        self.show()

    async def keep(self) -> None:
        """The screen beneath keeps the draft."""

    def action_card_activate(self) -> None:
        self.dismiss("activate")

    def action_card_keep(self) -> None:
        self.dismiss("keep")

    def action_card_park(self) -> None:
        self.dismiss("park")

    def action_leave(self) -> None:
        self.dismiss("keep")

    def action_card_back(self) -> None:
        self.dismiss(str(self.draft.model.steps[-1].slot))

    def action_to_remark(self) -> None:
        if self.remarks:
            self.dismiss(f"{self.remarks[0].slot} {self.remarks[0].field}")
        else:
            self.action_card_missing()

    def action_card_missing(self) -> None:
        lacking = next((line for line in self.lines if line.filled != COMPLETE), None)
        if lacking is None:
            self.say(self.words.gettext("All five letters are complete: press a to activate."))
        else:
            self.dismiss(lacking.slot)
