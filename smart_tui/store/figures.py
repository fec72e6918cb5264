"""An assessment as one line of text and back, exactly: how kept figures are stored.

No JSON: reading it back must cost a start of the program nothing, and decimals and dates have to come back as such.
"""

from binascii import crc32
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.forecast import Forecast, Outlook, Trend
from smart_tui.domain.goal import Assessment, Outcome, Period, Reason, Status

_FIELD, _PART = "\x1f", "\x1e"
_ENDS, _FIXED = 8, 12
"""The place of the end, and the fields before the values of the reason."""

_STATUSES: Mapping[str, Status | None] = {"": None, **{str(status): status for status in Status}}
_NOTHING: Mapping[str, object] = {}
_TRUTHS = {"0": False, "1": True}
_READ: Mapping[str, Callable[[str], object]] = {
    "n": Decimal,
    "d": date.fromisoformat,
    "i": int,
    "b": _TRUTHS.__getitem__,
    "s": str,
    "o": Outcome,
    "p": Period,
}
_WRITTEN: Mapping[type, str] = {
    Decimal: "n",
    date: "d",
    int: "i",
    str: "s",
    Outcome: "o",
    Period: "p",
}


class _Params(Mapping[str, object]):
    """The values of a reason, read when they are first asked for: a list asks for those of the rows it shows."""

    __slots__ = ("_line", "_values")

    def __init__(self, line: str) -> None:
        self._line = line
        self._values: dict[str, object] | None = None

    def __getitem__(self, name: str) -> object:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[str, object]:
        if self._values is None:
            fields = iter(self._line.split(_FIELD))
            self._values = {
                name: _READ[text[0]](text[1:]) if text else None for name, text in zip(fields, fields, strict=True)
            }
        return self._values


def encode(found: Assessment) -> str | None:
    """The assessment as text; None where it holds something that has no place in it."""
    reason = [each for pair in found.reason.params.items() for each in (pair[0], _value(pair[1]))]
    fields = [
        _text(found.status),
        found.reason.code,
        _text(found.value),
        _text(found.target),
        _text(found.progress),
        _text(found.expected),
        _text(found.gap),
        _text(found.missing),
        _text(found.ends),
        _text(found.met),
        _text(found.judged),
        _outlook(found.outlook),
        *reason,
    ]
    line = _FIELD.join(field for field in fields if field is not None)
    if None in fields or line.count(_FIELD) != len(fields) - 1 or _decoded(line) != found:
        return None
    return f"{crc32(line.encode())}{_FIELD}{line}"


def decode(line: str) -> Assessment:
    """The assessment of a text that `encode` gave; raises ValueError for another."""
    return _decoded(_checked(line))


def glance(line: str) -> tuple[Status | None, date | None]:
    """No more than status and end of an assessment: what a list is ordered by. Raises ValueError like `decode`."""
    fields = _checked(line).split(_FIELD, _ENDS + 1)
    return _STATUSES[fields[0]], date.fromisoformat(fields[_ENDS]) if fields[_ENDS] else None


def _checked(line: str) -> str:
    check, _, rest = line.partition(_FIELD)
    if check != str(crc32(rest.encode())):
        raise ValueError("figures that were not kept so")
    return rest


def _decoded(line: str) -> Assessment:
    status, code, value, target, progress, expected, gap, missing, ends, met, judged, ahead, *params = line.split(
        _FIELD, _FIXED
    )
    return Assessment(
        _STATUSES[status],
        Reason(code, _Params(params[0]) if params else _NOTHING),
        Decimal(value) if value else None,
        Decimal(target) if target else None,
        Decimal(progress) if progress else None,
        Decimal(expected) if expected else None,
        Decimal(gap) if gap else None,
        Decimal(missing) if missing else None,
        date.fromisoformat(ends) if ends else None,
        int(met),
        int(judged),
        _ahead(ahead) if ahead else None,
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _value(value: object) -> str | None:
    """A value of a reason behind the letter of its type; None for a type that has none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return f"b{value:d}"
    letter = _WRITTEN.get(type(value))
    return None if letter is None else f"{letter}{value}"


def _outlook(found: Outlook | None) -> str:
    if found is None:
        return ""
    earliest, middle, latest = found.forecast or (None, None, None)
    needed, lately, period, readings = found.trend or (None, None, None, None)
    numbers = (found.missing, found.based_on, found.pace)
    parts = (earliest, middle, latest, *numbers, needed, lately, period, readings, int(found.stuck))
    return _PART.join(_text(part) for part in parts)


def _ahead(line: str) -> Outlook:
    earliest, middle, latest, missing, based_on, pace, needed, lately, period, readings, stuck = line.split(_PART)
    forecast = trend = None
    if earliest:
        last = date.fromisoformat(latest) if latest else None
        forecast = Forecast(date.fromisoformat(earliest), date.fromisoformat(middle), last)
    if period:
        trend = Trend(Decimal(needed), Decimal(lately), Period(period), int(readings))
    return Outlook(forecast, int(missing), int(based_on), Decimal(pace) if pace else None, trend, _TRUTHS[stuck])
