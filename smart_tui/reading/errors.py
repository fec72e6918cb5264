"""What could not be read, as a code and the values its sentence needs; text turns it into words."""

from collections.abc import Mapping

CODES = {
    "number.empty": (),
    "number.unreadable": ("text",),
    "number.rest": ("number", "rest"),
    "number.clock": ("text",),
    "number.too_large": ("text",),
    "number.too_precise": ("text",),
    "date.empty": (),
    "date.unreadable": ("text",),
    "date.impossible": ("text",),
    "date.out_of_range": ("text",),
    "duration.empty": (),
    "duration.unreadable": ("text",),
    "period.empty": (),
    "period.unreadable": ("text",),
    "rate.empty": (),
    "rate.unreadable": ("text",),
    "weekdays.empty": (),
    "weekdays.unreadable": ("text",),
    "entry.empty": (),
    "entry.no_value": ("text",),
    "entry.unreadable": ("text",),
    "entry.future": ("date",),
    "entry.only_done": (),
    "entry.needs_number": (),
    "entry.percent": ("unit",),
    "entry.level": (),
    "entry.scale": ("low", "high"),
    "entry.three_counts": (),
    "entry.nobody": (),
    "entry.score": (),
    "entry.no_count": (),
    "entry.count_lower": ("count", "date", "text"),
    "entry.count_below_origin": ("count", "text"),
    "entry.count_higher": ("count", "date"),
}
"""Every code with the names of its parameters. `number` is the part that was read, `rest` what was left over,
`date` a date; `low`, `high` and `count` are amounts; all others are text as typed, shortened."""

_SHOWN = 40


class ReadingError(ValueError):
    """Something typed that could not be read."""

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params or {}


def shown(text: str) -> str:
    """The part of what was typed that fits into a sentence about it."""
    text = text.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
