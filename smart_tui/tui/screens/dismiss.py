"""Which remark is not to be said again, and whether of this goal or of any."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from smart_tui.tui.screens.dialog import Dialog
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.options import Options


class Dismissed(NamedTuple):
    """The remark that was chosen, by its code, and whether it is to be said of no goal; without a code all that were
    dismissed for this goal are wanted back."""

    code: str
    for_good: bool = False


class DismissScreen(Dialog[Dismissed]):
    """Gives what was chosen, or None. `remarks` are pairs of code and sentence; `silent` is how many were dismissed
    for this goal before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 5)),
        Binding("q", "cancel", show=False),
    ]

    def __init__(self, remarks: Sequence[tuple[str, str]], silent: int) -> None:
        super().__init__()
        self.remarks = tuple(remarks)
        self.silent = silent
        self.code = ""

    def heading(self) -> str:
        if self.remarks:
            return self.words.gettext("Which of these is not to be said again?")
        return self.words.gettext("The coach has nothing to say here.")

    def body(self) -> Iterable[Widget]:
        yield Options(markup=False)

    def keys_line(self) -> str:
        return self.words.gettext("A digit or Enter chooses · Esc leaves")

    def on_mount(self) -> None:
        self._show([sentence for _, sentence in self.remarks] + self._back())
        if len(self.remarks) == 1 and not self.silent:
            self._ask_where(0)
        super().on_mount()

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()

    def takes_keys(self) -> bool:
        """Whether the list is there for digits."""
        return self.focused is not None

    def _back(self) -> list[str]:
        if not self.silent:
            return []
        said = self.words.ngettext(
            "Say the {n} again that was dismissed for this goal",
            "Say the {n} again that were dismissed for this goal",
            self.silent,
        )
        return [said.format(n=self.words.number(self.silent))]

    def _show(self, lines: Sequence[str]) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        for number, line in enumerate(lines, 1):
            options.add_option(Option(Content.assemble(Content(f"{number}  ").stylize("bold"), Content(visible(line)))))
        options.highlighted = 0

    def _ask_where(self, at: int) -> None:
        self.code, sentence = self.remarks[at]
        self.query_one(".strong", Static).update(Content(visible(sentence)))
        here = self.words.gettext("Not of this goal any more; undo brings it back")
        self._show([here, self.words.gettext("Not of any goal any more; the settings bring it back")])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose(event.option_index + 1)

    def action_choose(self, number: int) -> None:
        """Take the line of this number: a remark first, then where it is not to be said."""
        if not 1 <= number <= self.query_one(OptionList).option_count:
            return
        if self.code:
            self.dismiss(Dismissed(self.code, for_good=number == 2))
        elif number > len(self.remarks):
            self.dismiss(Dismissed(""))
        else:
            self._ask_where(number - 1)
