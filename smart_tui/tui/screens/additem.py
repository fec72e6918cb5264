"""A milestone, an activity or an if-then plan in one line, to add or to change."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from smart_tui.domain.goal import Activity, Goal, IfThenPlan, Milestone
from smart_tui.i18n import N_, Words
from smart_tui.reading.items import ItemKind, ItemReading, read_item
from smart_tui.tui.listed import item_said
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead
from smart_tui.tui.widgets.linefield import LineField

Item = Milestone | Activity | IfThenPlan
Added = tuple[str, dict[str, Any]]

NAMES: Mapping[ItemKind, str] = {
    ItemKind.MILESTONE: N_("milestone"),
    ItemKind.ACTIVITY: N_("activity"),
    ItemKind.PLAN: N_("if-then plan"),
}
EXAMPLES: Mapping[ItemKind, str] = {
    ItemKind.MILESTONE: N_("such as: Design ready by 1 March (and x2 behind it counts double)"),
    ItemKind.ACTIVITY: N_("such as: call Bo, Monday 9:00, office"),
    ItemKind.PLAN: N_("such as: if it is Monday 9:00, then I call five customers"),
}
PROBLEMS: Mapping[str, str] = {
    "text": N_("Say what it is."),
    "situation": N_("Say in which situation."),
    "action": N_("Say what you do then."),
}


class AddItemScreen(FormDialog[Added]):
    """Gives "milestone", "activity" or "plan" with its fields, named as the store's commands name them.

    `item` is one to be changed, whose kind stays. Otherwise the line itself tells what it is, until the person
    chooses; `kind` is what a line is that does not tell.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
    ]
    DEFAULT_CSS = """
    AddItemScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 2; }
    """

    def __init__(self, goal: Goal, today: date, item: Item | None = None, kind: str = "") -> None:
        super().__init__()
        self.goal = goal
        self.today = today
        self.item = item
        self.likely = ItemKind(kind) if kind else None
        self.chosen = kind_of(item) if item is not None else None

    def keeping(self) -> str:
        return f"item {self.goal.id} {type(self.item).__name__} {self.item.id if self.item else 0}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def body(self) -> Iterable[Widget]:
        if self.item is None:
            choices = [(kind.value, self.words.gettext(name)) for kind, name in NAMES.items()]
            yield ChoiceLine(choices, self.chosen or self.likely or "", always=True, required=True)
        first_weekday = self.smart.settings.first_weekday
        line = written(self.item, self.words, self.today, first_weekday) if self.item else ""
        yield LineField("line", line)

    def keys_line(self) -> str:
        if self.item is not None:
            return super().keys_line()
        return self.words.gettext("Enter saves · ↑ ↓ what it is · Esc leaves")

    def reading(self) -> ItemReading:
        """What the line says now."""
        line, first_weekday = self.text("line"), self.smart.settings.first_weekday
        told = read_item(line, self.words.code, self.today, self.chosen, first_weekday)
        tells = told.kind is not ItemKind.MILESTONE or told.weight != 1
        if self.chosen is not None or self.likely is None or tells:
            return told
        return read_item(line, self.words.code, self.today, self.likely, first_weekday)

    def echo(self) -> None:
        reading = self.reading()
        for choice in self.query(ChoiceLine):
            choice.value = reading.kind.value if self.text("line") or self.chosen or self.likely else ""
        super().echo()

    def explanation(self, field: str) -> str:
        reading = self.reading()
        if not self.text("line"):
            return self.words.gettext(EXAMPLES[reading.kind])
        if reading.problem:
            raise UnreadError("line", self.words.gettext(PROBLEMS[reading.problem]))
        return item_said(reading, self.words, self.today)

    def read(self) -> Added:
        reading = self.reading()
        if self.item is not None and self.field("line").text == self.begun.get("line"):
            return reading.kind.value, stored_fields(self.item)
        if reading.problem:
            raise UnreadError("line", self.words.gettext(PROBLEMS[reading.problem]))
        return reading.kind.value, fields_of(reading)

    def action_turn(self, by: int) -> None:
        """Choose another kind."""
        if self.item is None:
            kinds = list(ItemKind)
            now = kinds.index(self.reading().kind)
            self.chosen = kinds[(now + by) % len(kinds)]
            self.echo()

    @on(ChoiceLine.Picked)
    def _picked(self, message: ChoiceLine.Picked) -> None:
        message.stop()
        self.chosen = ItemKind(message.value)
        self.echo()

    @on(Lead)
    def _lead(self, message: Lead) -> None:
        message.stop()
        self.focus_first()


def kind_of(item: Item) -> ItemKind:
    """Which of the three a stored item is."""
    if isinstance(item, Milestone):
        return ItemKind.MILESTONE
    return ItemKind.ACTIVITY if isinstance(item, Activity) else ItemKind.PLAN


def fields_of(reading: ItemReading) -> dict[str, Any]:
    """The fields of what was read, as the store's commands name them."""
    if reading.kind is ItemKind.MILESTONE:
        return {"title": reading.text, "due": reading.due, "weight": reading.weight}
    if reading.kind is ItemKind.ACTIVITY:
        return {"what": reading.text, "when": reading.when, "where": reading.where, "due": reading.due}
    return {"situation": reading.situation, "action": reading.action}


def stored_fields(item: Item) -> dict[str, Any]:
    """The same fields of a stored item."""
    if isinstance(item, Milestone):
        return {"title": item.title, "due": item.due, "weight": item.weight}
    if isinstance(item, Activity):
        return {"what": item.what, "when": item.when, "where": item.where, "due": item.due}
    return {"situation": item.situation, "action": item.action}


def written(item: Item, words: Words, today: date, first_weekday: int = 0) -> str:
    """A stored item as the line one would type for it: reading that line gives the same item back."""
    fields = stored_fields(item)
    due = fields.get("due")
    for day in (words.date_long(due), due.isoformat()) if due is not None else ("",):
        for line in _writings(item, day, words):
            if fields_of(read_item(line, words.code, today, kind_of(item), first_weekday)) == fields:
                return line
    return next(iter(_writings(item, due.isoformat() if due is not None else "", words)))


def _writings(item: Item, day: str, words: Words) -> Iterable[str]:
    """Ways to write an item, the nicest first."""
    if isinstance(item, IfThenPlan):
        sentence = words.gettext("If {situation}, then {action}")
        yield sentence.format(situation=item.situation, action=item.action)
        yield f"{item.situation}, {item.action}"
    elif isinstance(item, Milestone):
        weight = f" *{item.weight}" if item.weight != 1 else ""
        if day:
            yield words.gettext("{title} by {date}").format(title=item.title, date=day) + weight
        yield (f"{item.title}, {day}" if day else item.title) + weight
    else:
        when = " ".join(part for part in (day, item.when) if part)
        yield ", ".join(part for part in (item.what, when, item.where) if part)
        yield "; ".join((item.what, when, item.where)).rstrip("; ")
        yield f"{item.what}; {when}; {item.where}"
