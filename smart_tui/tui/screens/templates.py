"""Typical goals to start from, under what they are about; Enter takes one."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.domain.calendar import add_months
from smart_tui.domain.goal import Kind, Measure
from smart_tui.domain.templates import BY_ID, TEMPLATES, Group, Template
from smart_tui.i18n import N_, Words
from smart_tui.text.labels import ENTERED_AS, KINDS, PER_PERIOD
from smart_tui.text.templates import GROUPS, template_measure, template_parts, template_title
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.leavesonce import ModalLeavesOnce
from smart_tui.tui.widgets.options import Options
from smart_tui.tui.written import TITLE_FIELD, measure_texts

GAP = 2
PADDING = 2
"""Cells that a list leaves free around its options."""
INDENT = "  "

_UNTARGETED = N_("only recorded")
_RUNNING = N_("a running count")


class Line(NamedTuple):
    """A line of the list: a heading with no template, or a template with how it is measured."""

    text: str
    beside: str = ""
    template: str = ""


def template_texts(template: Template, today: date, words: Words) -> dict[str, str]:
    """What stands in the fields of a goal after taking the template on `today`, by field.

    Nothing in it is one's own: no baseline, no answer but the title.
    """
    texts = {TITLE_FIELD: template_title(template, words)}
    texts |= measure_texts(template_measure(template, today, words), words.code)
    if parts := template_parts(template, words):
        texts["milestones"] = "\n".join(parts)
    if template.months:
        texts["deadline"] = add_months(today, template.months).isoformat()
    else:
        texts["ending"] = "open"
    return texts


def how_measured(measure: Measure, words: Words) -> str:
    """Kind, and how often or in which way: "quota · a week"."""
    parts = [words.gettext(KINDS[measure.kind])]
    if measure.untargeted:
        parts.append(words.gettext(_UNTARGETED))
    elif measure.entered_as != "plain":
        parts.append(words.gettext(ENTERED_AS[measure.entered_as]))
    elif measure.kind is Kind.TOTAL and measure.running:
        parts.append(words.gettext(_RUNNING))
    elif measure.period is not None:
        parts.append(words.gettext(PER_PERIOD[measure.period]))
    return " · ".join(parts)


def lines(words: Words) -> Iterator[Line]:
    """Every group's heading and under it its templates."""
    for group in Group:
        yield Line(words.gettext(GROUPS[group]))
        for template in TEMPLATES:
            if template.group is group:
                beside = how_measured(template.measure, words)
                yield Line(template_title(template, words), beside, template.id)


class TemplatesScreen(ModalLeavesOnce[Template | None]):
    """Gives the template one took, or None."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", show=False),
        Binding("g", "list('first')", show=False),
        Binding("G", "list('last')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.width = 0

    def compose(self) -> ComposeResult:
        words = cast(SmartApp, self.app).words
        with Vertical(id="templates", classes="dialog"):
            title = words.gettext("Start from a typical goal, and change what you like.")
            yield Static(Content(title), classes="strong")
            yield Options(markup=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        """Write the lines as wide as there is room now, the cursor where it was or on the first template."""
        options = self.query_one(OptionList)
        at, width = options.highlighted, options.scrollable_content_region.width - PADDING
        if width == self.width:
            return
        self.width = width
        options.clear_options()
        options.add_options(self._option(line) for line in lines(cast(SmartApp, self.app).words))
        options.highlighted = 1 if at is None else at

    def _option(self, line: Line) -> Option:
        if not line.template:
            return Option(Content(line.text), disabled=True)
        title, beside = Content(INDENT + line.text), Content(line.beside)
        room = self.width - title.cell_length - beside.cell_length
        if room >= GAP:
            title = Content.assemble(title, " " * room, beside.stylize("$foreground-muted"))
        return Option(title, id=line.template)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(BY_ID[str(event.option_id)])

    def action_list(self, move: str) -> None:
        options = self.query_one(OptionList)
        getattr(options, f"action_{move}")()

    def action_cancel(self) -> None:
        self.dismiss(None)
