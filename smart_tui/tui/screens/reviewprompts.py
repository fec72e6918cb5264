"""The lines a weekly review asks for: one's own, in one's own words and order."""

import json
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.review import MONTHLY
from smart_tui.domain.settings import MOST_PROMPTS, PROMPTS
from smart_tui.i18n import Words
from smart_tui.text.review import prompt_question
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.widgets.linefield import LineField

LONGEST = 120
"""Characters of a prompt: more is a text and no question."""


class ReviewPromptsScreen(FormDialog[str]):
    """Gives the prompts as the setting holds them, a JSON list; with every field empty, the usual ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "lead(-1)", show=False),
        Binding("down,tab", "lead(1)", show=False),
        Binding("f6", "carry(-1)", show=False),
        Binding("f7", "carry(1)", show=False),
        Binding("f9", "usual", show=False),
    ]
    DEFAULT_CSS = """
    ReviewPromptsScreen LineField .label { width: 4; }
    ReviewPromptsScreen LineField .under { padding: 0 0 0 6; }
    """

    def __init__(self, prompts: Sequence[str]) -> None:
        super().__init__()
        self.prompts = tuple(prompts)

    def keeping(self) -> str:
        return "review prompts"

    def heading(self) -> str:
        return self.words.gettext("What the weekly review asks for")

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("One line each. An empty one asks for nothing; with none, it is the usual three.")

    def body(self) -> Iterable[Widget]:
        shown = [prompt_question(prompt, self.words) for prompt in self.prompts]
        for number in range(MOST_PROMPTS):
            text = shown[number] if number < len(shown) else ""
            yield LineField(str(number), text, label=str(number + 1), max_length=LONGEST)

    def fields_keys_line(self) -> str:
        return self.words.gettext("Enter saves · F6 up · F7 down · F9 the usual three · Esc leaves")

    def read(self) -> str:
        return json.dumps(prompts_of([field.text for field in self.fields()], self.words), ensure_ascii=False)

    def action_lead(self, by: int) -> None:
        """To the field above or below."""
        fields = self.fields()
        fields[(self._at() + by) % len(fields)].input.focus()

    def action_carry(self, by: int) -> None:
        """Move the line one is on, and go with it."""
        fields, at = self.fields(), self._at()
        if 0 <= at + by < len(fields):
            here, there = fields[at], fields[at + by]
            here.text, there.text = there.text, here.text
            there.input.focus()

    def action_usual(self) -> None:
        """Put the usual questions into the fields."""
        for number, field in enumerate(self.fields()):
            field.text = prompt_question(PROMPTS[number], self.words) if number < len(PROMPTS) else ""
        self.focus_first()

    def _at(self) -> int:
        return next((at for at, field in enumerate(self.fields()) if field.input.has_focus), 0)


def prompts_of(typed: Iterable[str], words: Words) -> list[str]:
    """The prompts that were typed, each once; a question the app knows by its id, so that it is asked in any
    language. The usual ones where nothing is."""
    known = {_folded(prompt_question(prompt, words)): prompt for prompt in (*PROMPTS, *MONTHLY)}
    found: dict[str, str] = {}
    for text in map(clean_line, typed):
        if text:
            found.setdefault(_folded(text), known.get(_folded(text), text))
    return list(found.values()) or list(PROMPTS)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
