"""The question before a goal is gone for ever."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from smart_tui.tui.screens.confirm import ConfirmScreen


class ForgetScreen(ConfirmScreen):
    """Gives True only where the button with the verb was pressed; says what goes and where it still stands."""

    def __init__(self, sentence: str, told: Sequence[str], verb: str) -> None:
        super().__init__(sentence, verb)
        self.told = tuple(told)

    def lines(self) -> Iterable[str | Content]:
        return self.told
