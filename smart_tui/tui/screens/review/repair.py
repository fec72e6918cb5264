"""What to do about a cause, in one line: an if-then plan, a smaller step, or someone to ask."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from textual.widget import Widget

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Goal
from smart_tui.domain.review import Repair
from smart_tui.i18n import N_, Words
from smart_tui.reading.items import ItemKind, ItemReading, read_item
from smart_tui.text.review import week_named
from smart_tui.text.title import title
from smart_tui.tui.listed import item_said
from smart_tui.tui.screens.additem import PROBLEMS
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.linefield import LineField

ASKED: Mapping[Repair, str] = {
    Repair.PLAN: N_("If what happens, then what do you do?"),
    Repair.SMALLER: N_("Which smaller step could you take in {week}?"),
    Repair.ASK: N_("Whom do you ask in {week}, and for what?"),
}
EXAMPLES: Mapping[Repair, str] = {
    Repair.PLAN: N_("such as: if it is Monday 9:00, then I call five customers"),
    Repair.SMALLER: N_("such as: draft the first page, Monday 9:00"),
    Repair.ASK: N_("such as: Bo: the password of the web statistics"),
}
ASK = N_("Ask {person}")


class Mended(NamedTuple):
    """What was written: as it is read, with the day or the first day of the week it is due, and in one line."""

    item: ItemReading
    due: date
    said: str


class RepairScreen(FormDialog[Mended]):
    """Gives a plan, or what to do in the week that begins on `week`. `question` is what leads there, if anything."""

    def __init__(self, goal: Goal, repair: Repair, week: date, today: date, question: str = "") -> None:
        super().__init__()
        self.goal = goal
        self.repair = repair
        self.week = week
        self.today = today
        self.question = question

    def keeping(self) -> str:
        return f"repair {self.goal.id} {self.repair}"

    def heading(self) -> str:
        return f"{self.goal.no}  {title(self.goal, self.words)}"

    def lines(self) -> Iterable[str]:
        if self.question:
            yield self.question
        week = week_named(self.week, self.smart.settings, self.words)
        yield self.words.gettext(ASKED[self.repair]).format(week=week)

    def body(self) -> Iterable[Widget]:
        yield LineField("line")

    def reading(self) -> ItemReading:
        """What the line says now."""
        line = self.text("line")
        kind = ItemKind.PLAN if self.repair is Repair.PLAN else ItemKind.ACTIVITY
        if self.repair is Repair.ASK:
            line = asking(line, self.words)
        return read_item(line, self.words.code, self.today, kind, self.smart.settings.first_weekday)

    def explanation(self, field: str) -> str:
        if not self.text("line"):
            return self.words.gettext(EXAMPLES[self.repair])
        reading = self.reading()
        return "" if reading.problem else item_said(reading, self.words, self.today)

    def read(self) -> Mended:
        reading = self.reading()
        if reading.problem:
            raise UnreadError("line", self.words.gettext(PROBLEMS[reading.problem]))
        return Mended(reading, reading.due or self.week, _in_one_line(reading, self.words))


def asking(line: str, words: Words) -> str:
    """ "Ask Bo: the password" for whom to ask and for what; empty for nothing."""
    line = clean_line(line)
    front, _, behind = words.gettext(ASK).partition("{person}")
    if not line or line.casefold().startswith(front.casefold()):
        return line
    return f"{front}{line}{behind}"


def _in_one_line(item: ItemReading, words: Words) -> str:
    """What was written, to be read a year later: no day is said by its distance."""
    if item.kind is ItemKind.PLAN:
        return words.gettext("If {situation}, then {action}").format(situation=item.situation, action=item.action)
    day = words.date_long(item.due) if item.due is not None else ""
    return ", ".join(part for part in (item.text, day, item.when, item.where) if part)
