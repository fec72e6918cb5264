"""What a goal sentence was read as, in one short line, so that tables of sentences stay readable."""

from datetime import date
from decimal import Decimal

from smart_tui.reading.goals import GoalReading, read_goal

TODAY = date(2026, 1, 15)


def measured(text: str, lang: str) -> str:
    """The aim, its number, "/" and the period, "from" and where things stand: "reduce to 2 /day from 5"."""
    reading = read_goal(text, lang, TODAY)
    if reading.aim is None:
        return ""
    pieces = [str(reading.aim), _plain(_number(reading)), f"/{reading.period}" if reading.period else ""]
    pieces.append(f"from {_plain(reading.baseline)}" if reading.baseline is not None else "")
    return " ".join(piece for piece in pieces if piece)


def _number(reading: GoalReading) -> Decimal | None:
    found = (reading.target, reading.change_percent, reading.difference, reading.low)
    return next((value for value in found if value is not None), None)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
