"""The two small dialogs at the end of writing: one line to type, and the day until which a goal is parked."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.widget import Widget

from smart_tui.domain.cleaning import clean_line
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.linefield import LineField

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp


class LineScreen(FormDialog[str]):
    """Gives one line of text, which may be empty."""

    def __init__(self, asked: str, hint: str = "") -> None:
        super().__init__()
        self.asked = asked
        self.hint = hint

    def heading(self) -> str:
        return self.asked

    def body(self) -> Iterable[Widget]:
        yield LineField("line")

    def explanation(self, field: str) -> str:
        return "" if self.text("line") else self.hint

    def read(self) -> str:
        return clean_line(self.text("line"))


class ParkScreen(FormDialog[date]):
    """Gives the day on which a parked goal is shown again."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today

    def heading(self) -> str:
        return self.words.gettext("Park it until which day?")

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("It stays a draft, and asks for you again on that day.")

    def body(self) -> Iterable[Widget]:
        yield LineField("until", label=self.words.gettext("Until"))

    def explanation(self, field: str) -> str:
        if not self.text("until"):
            return self.words.gettext("a date, “in 6 weeks”, “next Monday”")
        return day_typed(self, field, self.today).echo

    def read(self) -> date:
        if not self.text("until"):
            raise UnreadError("until", self.words.gettext("Until which day?"))
        return day_typed(self, "until", self.today, earliest=self.today + timedelta(days=1)).day


async def ask_line(app: "SmartApp", asked: str, hint: str = "") -> str | None:
    """One line from the person; None where they left."""
    return await app.push_screen_wait(LineScreen(asked, hint))


async def ask_park(app: "SmartApp", today: date) -> date | None:
    """A day after today from the person; None where they left."""
    return await app.push_screen_wait(ParkScreen(today))
