"""What a goal sentence is found to say about when, in one line, for the tests of each language."""

from datetime import date

from smart_tui.reading.goals import read_goal

THURSDAY = date(2026, 1, 15)


def when(text: str, lang: str) -> str:
    """The deadline as ISO date, "? words" where its date is not known, "~ words" for a cadence alone, else "".

    Where an end is known, the words that say it follow in brackets.
    """
    reading = read_goal(text, lang, THURSDAY)
    if reading.deadline is not None:
        return f"{reading.deadline.date} [{reading.deadline.text}]"
    if reading.deadline_words:
        return f"? {reading.deadline_words}"
    return f"~ {reading.cadence}" if reading.cadence else ""
