"""Validation at the store's entrance: values as people and files give them -> values as stored.

Every function takes the field's name for the error and raises StoreError invalid (field, reason).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from smart_tui.domain.cleaning import clean_line, clean_text, clean_title
from smart_tui.domain.quantity import to_micro
from smart_tui.store.errors import StoreError


def invalid(field: str, reason: str) -> StoreError:
    """The error for a value that cannot be stored."""
    return StoreError("invalid", field=field, reason=reason)


def line(field: str, value: object) -> str:
    """One cleaned line of text."""
    return clean_line(_text(field, value))


def title(field: str, value: object) -> str:
    """A cleaned title."""
    return clean_title(_text(field, value))


def long_text(field: str, value: object) -> str:
    """Cleaned text of several lines."""
    return clean_text(_text(field, value))


def needed(field: str, text: str) -> str:
    """A text that must not be empty."""
    if not text.strip():
        raise invalid(field, "missing")
    return text


def day(field: str, value: object) -> str:
    """A civil date as ISO text."""
    if not isinstance(value, date) or hasattr(value, "hour"):
        raise invalid(field, "not_a_date")
    return value.isoformat()


def day_or_none(field: str, value: object) -> str | None:
    """A civil date as ISO text, or None."""
    return None if value is None else day(field, value)


def amount(field: str, value: object) -> int:
    """A decimal as millionths."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        raise invalid(field, "not_a_number")
    try:
        return to_micro(Decimal(value))
    except (ValueError, ArithmeticError):
        raise invalid(field, "out_of_range") from None


def amount_or_none(field: str, value: object) -> int | None:
    """A decimal as millionths, or None."""
    return None if value is None else amount(field, value)


def whole(field: str, value: object, low: int, high: int) -> int:
    """A whole number between `low` and `high`, both included."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise invalid(field, "not_a_number")
    if not low <= value <= high:
        raise invalid(field, "out_of_range")
    return int(value)


def word(field: str, value: object, words: type[StrEnum]) -> str:
    """One of the words of an enum."""
    if isinstance(value, str) and value in list(words):
        return str(value)
    raise invalid(field, "unknown")


def word_or_none(field: str, value: object, words: type[StrEnum]) -> str | None:
    """One of the words of an enum, or None."""
    return None if value is None else word(field, value, words)


def flag(value: object) -> int:
    """A truth as 0 or 1."""
    return 1 if value else 0


def uuid(field: str, value: str) -> str:
    """The given UUID in its usual form, or a new one for an empty text."""
    from uuid import UUID, uuid4

    if not value:
        return str(uuid4())
    try:
        return str(UUID(value))
    except (ValueError, AttributeError, TypeError):
        raise invalid(field, "not_a_uuid") from None


def known(field: str, values: Mapping[str, object], allowed: Mapping[str, object]) -> None:
    """Refuse names that are not fields."""
    for name in values:
        if name not in allowed:
            raise invalid(name or field, "unknown")


def _text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise invalid(field, "not_a_text")
    return str(value)
