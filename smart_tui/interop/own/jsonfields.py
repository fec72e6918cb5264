"""The fields of a JSON object out of a file, each looked at before it is believed."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from smart_tui.domain.cleaning import LINE_LIMIT, clean_line, clean_text
from smart_tui.domain.quantity import LIMIT, plain, to_micro

W = TypeVar("W", bound=StrEnum)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,12})?")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class RefusedError(Exception):
    """A field that cannot be taken over: which one, and why as a code."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(field, code)
        self.field = field
        self.code = code


class Fields:
    """An object of which each field is asked for once; what was not asked for is `unknown`. All raise RefusedError."""

    def __init__(self, found: object, field: str = "") -> None:
        if not isinstance(found, Mapping):
            raise RefusedError(field, "not_an_object")
        self._found = found
        self._asked: set[str] = set()

    @property
    def unknown(self) -> dict[str, object]:
        """What was not asked for, in its order."""
        return {key: value for key, value in self._found.items() if key not in self._asked}

    def raw(self, key: str) -> object:
        """The value as it stands there; None where there is none."""
        self._asked.add(key)
        return self._found.get(key)

    def line(self, key: str, limit: int = LINE_LIMIT) -> str:
        """One line of text; a text that would have to be cut is refused."""
        return _whole_text(key, clean_line(self._text(key), limit + 1), limit)

    def text(self, key: str, limit: int) -> str:
        """A text of several lines."""
        return _whole_text(key, clean_text(self._text(key), limit + 1), limit)

    def day(self, key: str) -> date | None:
        """A day, or None."""
        found = self.raw(key)
        if found is None:
            return None
        if not isinstance(found, str) or not _DAY.fullmatch(found):
            raise RefusedError(key, "not_a_date")
        try:
            return date.fromisoformat(found)
        except ValueError:
            raise RefusedError(key, "no_such_day") from None

    def needed_day(self, key: str) -> date:
        """A day that has to be there."""
        found = self.day(key)
        if found is None:
            raise RefusedError(key, "missing")
        return found

    def instant(self, key: str) -> datetime | None:
        """An aware instant in UTC, or None."""
        found = self.raw(key)
        if found is None:
            return None
        try:
            at = datetime.fromisoformat(found) if isinstance(found, str) else None
            if at is None or at.tzinfo is None:
                raise RefusedError(key, "not_a_date")
            return at.astimezone(UTC)
        except (ValueError, OverflowError):
            raise RefusedError(key, "not_a_date") from None

    def amount(self, key: str) -> Decimal | None:
        """A decimal string, or None."""
        found = self.raw(key)
        if found is None:
            return None
        text = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
        if not _NUMBER.fullmatch(text):
            too_large = re.fullmatch(r"-?[0-9]{14,}(\.[0-9]*)?", text)
            raise RefusedError(key, "number.too_large" if too_large else "not_a_number")
        try:
            value = plain(Decimal(text))
            to_micro(value)
        except (InvalidOperation, ValueError):
            raise RefusedError(
                key, "number.too_large" if abs(Decimal(text)) >= LIMIT else "number.too_precise"
            ) from None
        return value

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number within both ends, or None."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or not low <= found <= high:
            raise RefusedError(key, "wrong_type")
        return found

    def flag(self, key: str) -> bool:
        """A truth; False where there is none."""
        found = self.raw(key)
        if found is not None and not isinstance(found, bool):
            raise RefusedError(key, "wrong_type")
        return bool(found)

    def word(self, key: str, words: type[W]) -> W | None:
        """One of the words of an enum, or None."""
        found = self.raw(key)
        if found is None:
            return None
        if not isinstance(found, str) or found not in set(words):
            raise RefusedError(key, "wrong_type")
        return words(found)

    def needed_word(self, key: str, words: type[W]) -> W:
        """A word that has to be there."""
        found = self.word(key, words)
        if found is None:
            raise RefusedError(key, "missing")
        return found

    def uuid(self, key: str) -> str:
        """A UUID in its usual form."""
        found = self.raw(key)
        if found is None:
            raise RefusedError(key, "missing")
        return as_uuid(found, key)

    def list(self, key: str) -> list[object]:
        """A list; an empty one where there is none."""
        found = self.raw(key)
        if found is None:
            return []
        if not isinstance(found, list):
            raise RefusedError(key, "wrong_type")
        return found

    def texts(self, key: str) -> Iterator[tuple[str, object]]:
        """The pairs of an object; none where there is none."""
        found = self.raw(key)
        if found is None:
            return iter(())
        if not isinstance(found, Mapping):
            raise RefusedError(key, "wrong_type")
        return iter(found.items())

    def _text(self, key: str) -> str:
        found = self.raw(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise RefusedError(key, "wrong_type")
        return found


def as_uuid(found: object, field: str = "uuid") -> str:
    """A UUID in its usual form; raises RefusedError."""
    if isinstance(found, str) and _UUID.fullmatch(found):
        return found
    try:
        return str(UUID(found)) if isinstance(found, str) and len(found) < 50 else _refuse(field)
    except ValueError:
        return _refuse(field)


def _refuse(field: str) -> str:
    raise RefusedError(field, "bad_uuid")


def _whole_text(key: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise RefusedError(key, "too_long")
    return text
