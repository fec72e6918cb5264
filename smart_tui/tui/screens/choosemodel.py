"""Choosing a SMART model, once: what each of the two asks, and what the nordic A is to be called."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.smart import MODELS, Slot, letter
from smart_tui.i18n import N_
from smart_tui.text.labels import ACCEPTED, model_name, slot_name
from smart_tui.tui import keys
from smart_tui.tui.screens.base import BaseScreen

ABOUT = {
    "international": N_("For plans at work: who does it, are the means there, what larger plan does it serve."),
    "nordic": N_("For what is your own: am I ready, is it worth it, what can I do in six months, six weeks, today."),
}


class Chosen(NamedTuple):
    """A model, and what its A is called where it is the accepted one."""

    model: str
    accepted_label: str


class ChooseModelScreen(BaseScreen[Chosen | None]):
    """Gives the model and the word for its A, or None when one leaves."""

    WHERE = keys.CHOOSE_MODEL
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.CHOOSE_MODEL),
        Binding("j,down,k,up,tab", "other_model", show=False),
        Binding("right,l", "other_label(1)", show=False),
        Binding("left,h", "other_label(-1)", show=False),
    ]
    DEFAULT_CSS = """
    ChooseModelScreen #content { padding: 0 2; }
    ChooseModelScreen .intro { height: auto; margin: 0 0 1 0; color: $text-muted; }
    ChooseModelScreen .name { height: 1; }
    ChooseModelScreen .about { height: auto; padding: 0 0 0 4; margin: 0 0 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.models = tuple(MODELS)
        self.at = 0
        self.label = "accepted"

    def content(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(classes="intro")
            for model in self.models:
                yield Static(id=f"model-{model}", classes="name")
                yield Static(id=f"about-{model}", classes="about")

    def on_mount(self) -> None:
        self.label = self.smart.config.accepted_label
        self.show()

    def show(self) -> None:
        """Draw both models, the one under the cursor marked."""
        words = self.words
        intro = words.gettext("Both go through a goal in five steps. You choose once; each goal can change it later.")
        self.query_one(".intro", Static).update(Content(intro))
        for index, model in enumerate(self.models):
            here = index == self.at
            name = Content(model_name(model, words)).stylize("bold $accent" if here else "bold")
            self.query_one(f"#model-{model}", Static).update(Content.assemble("▸ " if here else "  ", name))
            self.query_one(f"#about-{model}", Static).update(self._about(model, here))
        self.refresh_frame()

    def _about(self, model: str, here: bool) -> Content:
        words = self.words
        steps: list[Content | str] = []
        for index, step in enumerate(MODELS[model].steps):
            title = slot_name(step.slot, words, self.label, model)
            steps += ["   " if index else "", Content(letter(MODELS[model], index)).stylize("bold"), " ", title]
        lines = [Content.assemble(*steps), Content(words.gettext(ABOUT[model])).stylize("$foreground-muted")]
        if any(step.slot == Slot.ACCEPTED for step in MODELS[model].steps):
            lines.append(self._labels(here))
        return Content("\n").join(lines)

    def _labels(self, here: bool) -> Content:
        words = self.words
        parts: list[Content | str] = [Content(words.gettext("Its A is called") + "  ").stylize("$foreground-muted")]
        for label, name in ACCEPTED.items():
            chosen = label == self.label
            style = ("bold $accent underline" if here else "bold") if chosen else "$foreground-muted"
            parts += [Content(words.gettext(name)).stylize(style), Content(" · ").stylize("$foreground-muted")]
        return Content.assemble(*parts[:-1])

    def title_left(self) -> str:
        return self.words.gettext("Choose a model")

    def translate(self) -> None:
        super().translate()
        self.show()

    def action_other_model(self) -> None:
        self.at = (self.at + 1) % len(self.models)
        self.show()

    def action_other_label(self, by: int) -> None:
        labels = list(ACCEPTED)
        if any(step.slot == Slot.ACCEPTED for step in MODELS[self.models[self.at]].steps):
            self.label = labels[(labels.index(self.label) + by) % len(labels)]
            self.show()

    def action_choose_model(self) -> None:
        self.dismiss(Chosen(self.models[self.at], self.label))
