"""The entry line of a day: a check-in at the foot of the day grid, for the day under its cursor."""

from collections.abc import Iterable, Sequence
from datetime import date

from smart_tui.domain.daygrid import day_grid
from smart_tui.domain.goal import Assessment, Entry, Goal
from smart_tui.tui.screens.checkin import LOW, CheckInScreen


class DayEntryScreen(CheckInScreen):
    """Gives what was read for the day `on`; `begun_with` is what was typed to open it.

    It stands at the foot of the screen, or `above`, so that it does not hide its day.
    """

    DEFAULT_CSS = """
    DayEntryScreen .lines { margin: 0; }
    DayEntryScreen .examples { margin: 0; }
    """

    def __init__(
        self,
        goal: Goal,
        entries: Sequence[Entry],
        assessment: Assessment,
        today: date,
        on: date,
        begun_with: str = "",
        *,
        above: bool = False,
    ) -> None:
        super().__init__(goal, entries, assessment, today)
        self.set_class(above, "-above")
        self._on_day = on
        self._begun_with = begun_with

    @property
    def on_day(self) -> date:
        return self._on_day

    def keeping(self) -> str:
        return f"day {self.goal.id} {self._on_day.isoformat()}"

    def heading(self) -> str:
        from smart_tui.text.daygrid import day_sentence

        grid = day_grid(self.goal, self.entries, self.today, self.smart.settings)
        return day_sentence(grid, self._on_day, self.today, self.words)

    def lines(self) -> Iterable[str]:
        return ()

    def examples(self) -> str:
        return super().examples() if self.app.size.height >= LOW else ""

    def begin(self) -> str:
        return self._begun_with

    def on_mount(self) -> None:
        super().on_mount()
        if self._begun_with:
            # What was typed just now goes before what was left here earlier.
            self.field("line").text = self._begun_with
