"""Writes a goal with the keyboard: reads which field the cursor stands on, answers it, and goes on."""

import re
import sys
import time
from collections.abc import Mapping

from smart_tui.i18n import words
from tests.e2e.terminal import Terminal

HEADING = re.compile(r"^  (\w+)    \S", re.M)
CHOICE = "→"
"""An answer that starts with this is a choice: so many presses of the right arrow."""
MOST_FIELDS = 20
LABEL = 18
PATIENCE, STAYS = 3.0, 0.7
"""Seconds a busy machine may take to answer Enter, and to go to the next field once it has begun to."""


class Writer:
    """The writing flow in one language. Answers are given by the English name of their field."""

    def __init__(self, terminal: Terminal, language: str) -> None:
        self.terminal = terminal
        self.words = words(language)

    def begin(self, *, choose: bool = False, switch: bool = False) -> None:
        """Press `n`; `choose` takes the first model where it is asked for, `switch` goes over to the other one."""
        self.terminal.press("n")
        if choose:
            self.terminal.wait("▸ " + self.words.gettext("International"))
            self.terminal.press("enter")
        self.terminal.wait("▸ " + self.words.gettext("What"))
        if switch:
            self.terminal.press("f8")
            self.terminal.wait(re.escape(self.words.gettext("Which model for this goal? No answer is lost.")))
            self.terminal.press("down")
            self.terminal.press("enter")
            self.terminal.wait(self.words.gettext("Means and limits"))

    def heading(self) -> str:
        """The name of the step in capitals, or nothing on the card."""
        found = HEADING.search(self.terminal.text)
        return found[1] if found else ""

    def field(self, names: Mapping[str, str]) -> str:
        """The English name of the field with the cursor."""
        text = self.terminal.wait(r"(?m)^▸ ")
        line = next(line for line in text.splitlines() if line.startswith("▸ "))
        known = sorted(names, key=len, reverse=True)
        label = next((name for name in known if line[2:].startswith(name)), "")
        assert label, f"no answer for {line!r} on\n{self.terminal.text}"
        return names[label]

    def fill(self, answers: Mapping[str, str], stop_after: str = "") -> None:
        """Answer every field of the step that is open, in the order asked, until the next step opens.

        An answer like "→1 words" chooses, and types the words where the same field asks for them next.
        """
        names = {self.words.gettext(name): name for name in answers}
        step, before = self.heading(), ""
        for _ in range(MOST_FIELDS):
            name = self.field(names)
            answer = answers[name]
            if answer.startswith(CHOICE):
                choice, _, words_behind = answer.partition(" ")
                answer = words_behind if name == before else choice
            elif name == before:
                answer = ""  # Enter on the empty last line of a list goes on.
            self.answer(answer)
            before = name
            if name == stop_after:
                return
            self.go_on()
            if self.heading() != step:
                return
        raise AssertionError(f"the step {step} does not end:\n{self.terminal.text}")

    def go_on(self) -> None:
        """Press Enter, and wait until the cursor stands elsewhere; it stays where a field asks for more."""
        before, heard = self.here(), len(self.terminal.raw)
        self.terminal.press("enter", quiet=0.05)
        end = time.monotonic() + PATIENCE
        while self.here() == before and time.monotonic() < end:
            if len(self.terminal.raw) > heard:
                end, heard = min(end, time.monotonic() + STAYS), sys.maxsize
            self.terminal.settle(0.05, limit=0.2)

    def here(self) -> tuple[str, str]:
        """The step, and the label the cursor stands on."""
        line = next((line for line in self.terminal.text.splitlines() if line.startswith("▸ ")), "")
        return self.heading(), line[:LABEL]

    def answer(self, text: str) -> None:
        """Type an answer into the field with the cursor; what is there already stays if `text` is empty."""
        if text.startswith(CHOICE):
            self.terminal.press(*["right"] * int(text[1:]), quiet=0.05)
            return
        first, *more = text.split("\n")
        self.terminal.type(first, quiet=0.05)
        for line in more:
            self.terminal.press("enter")
            self.terminal.type(line, quiet=0.05)
