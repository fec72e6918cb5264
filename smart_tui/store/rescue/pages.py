"""The pages of a database file as bytes: rows are read out of each page that is whole, whatever became of the others.

After the description of the format, https://www.sqlite.org/fileformat2.html. Nothing here trusts what it reads.
"""

import struct
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

Value = int | float | str | bytes | None

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
USUAL_SIZE = 4096
_INTERIOR, _LEAF = 5, 13
_INDEX_INTERIOR, _INDEX_LEAF = 2, 10
_LONGEST = 100_000_000
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, _LONGEST, _LONGEST)
"""How many bytes a value takes, by its type; two types are never used."""
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_FEW = 3
"""So many odd characters are shown as such; behind more of them, the rest of a text is not the person's."""


class Stored(NamedTuple):
    """A row as it was stored: its id, its values in the order of the columns, and whether all of it could be read."""

    id: int
    values: tuple[Value, ...]
    whole: bool = True


class UnreadableError(ValueError):
    """Bytes that cannot be what they should be."""


class Pages:
    """The pages of the file `data`, numbered from 1."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = _page_size(data)
        self.count = (len(data) + self.size - 1) // self.size
        reserved = data[20] if data[:16] == _MAGIC else 0
        self.usable = self.size - reserved
        self.headed = data[:16] == _MAGIC

    @property
    def version(self) -> int:
        """The user_version in the header, 0 where that is lost."""
        return int.from_bytes(self.data[60:64], "big") if self.headed else 0

    def is_leaf(self, number: int) -> bool:
        """Whether a page holds rows of a table."""
        return self._kind(number) == _LEAF

    def is_blank(self, number: int) -> bool:
        """Whether a page holds nothing but zeros."""
        return not any(self._page(number))

    def walk(self, root: int) -> tuple[list[int], bool]:
        """The pages with rows of the table whose tree begins at `root`, in order; and whether none is missing."""
        leaves: list[int] = []
        whole, seen, waiting = True, set[int](), [root]
        while waiting:
            number = waiting.pop()
            kind = self._kind(number)
            if number in seen or kind not in (_INTERIOR, _LEAF):
                whole = False
                continue
            seen.add(number)
            if kind == _LEAF:
                leaves.append(number)
                continue
            try:
                waiting += reversed(self._children(number))
            except UnreadableError:
                whole = False
        return leaves, whole

    def rows(self, number: int) -> Iterator[Stored | None]:
        """The rows of a page of a table; None for each that cannot be read."""
        page, begin = self._page(number), _HEADER if number == 1 else 0
        cells = int.from_bytes(page[begin + 3 : begin + 5], "big")
        if begin + 8 + 2 * cells > self.size:
            return
        for at in range(begin + 8, begin + 8 + 2 * cells, 2):
            try:
                yield self._row(page, int.from_bytes(page[at : at + 2], "big"))
            except (UnreadableError, struct.error):
                yield None

    def index_rows(self, root: int, known: Container[int]) -> Iterator[tuple[Value, ...]]:
        """What an index says of each row that is not `known`, its id last, as far as it can be read."""
        seen, waiting = set[int](), [root]
        most = ((self.usable - 12) * 64 // 255) - 23
        while waiting:
            number = waiting.pop()
            kind = self._kind(number)
            if number in seen or kind not in (_INDEX_INTERIOR, _INDEX_LEAF):
                continue
            seen.add(number)
            page = self._page(number)
            for at in self._cells(page, number):
                if kind == _INDEX_INTERIOR:
                    waiting.append(int.from_bytes(page[at : at + 4], "big"))
                    at += 4
                with suppress(UnreadableError, struct.error):
                    payload, length = self._payload(page, at, most)
                    if _last(payload, length) not in known:
                        values, whole = _values(payload, length)
                        if whole:
                            yield values
            if kind == _INDEX_INTERIOR:
                waiting.append(int.from_bytes(page[8:12], "big"))

    def free(self) -> set[int]:
        """The pages that hold nothing any more, as far as the list of them can be read."""
        found: set[int] = set()
        trunk = int.from_bytes(self.data[32:36], "big") if self.headed else 0
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            trunk, named = struct.unpack(">II", page[:8])
            for at in range(8, min(8 + 4 * named, self.size), 4):
                found.add(int.from_bytes(page[at : at + 4], "big"))
        return found

    def _page(self, number: int) -> bytes:
        page = self.data[(number - 1) * self.size : number * self.size]
        return page + bytes(self.size - len(page))

    def _kind(self, number: int) -> int:
        if not 0 < number <= self.count:
            return 0
        at = (number - 1) * self.size + (_HEADER if number == 1 else 0)
        return self.data[at] if at < len(self.data) else 0

    def _cells(self, page: bytes, number: int) -> list[int]:
        begin = _HEADER if number == 1 else 0
        first = begin + (12 if page[begin] in (_INTERIOR, _INDEX_INTERIOR) else 8)
        cells = int.from_bytes(page[begin + 3 : begin + 5], "big")
        if first + 2 * cells > self.size:
            return []
        return [int.from_bytes(page[at : at + 2], "big") for at in range(first, first + 2 * cells, 2)]

    def _children(self, number: int) -> list[int]:
        page = self._page(number)
        begin = _HEADER if number == 1 else 0
        cells = self._cells(page, number)
        if not cells:
            raise UnreadableError
        return [int.from_bytes(page[at : at + 4], "big") for at in [*cells, begin + 8]]

    def _row(self, page: bytes, at: int) -> Stored:
        _, behind = _varint(page, at)
        row_id, _ = _varint(page, behind)
        if row_id >= 1 << 63:
            row_id -= 1 << 64
        values, whole = _values(*self._payload(page, at, self.usable - 35, has_id=True))
        return Stored(row_id, values, whole)

    def _payload(self, page: bytes, at: int, most: int, has_id: bool = False) -> tuple[bytes, int]:
        """A record, of which `most` bytes lie in the page itself, as far as it is there; and how long it should be."""
        length, at = _varint(page, at)
        if has_id:
            _, at = _varint(page, at)
        if length > _LONGEST:
            raise UnreadableError
        local = length
        if length > most:
            least = ((self.usable - 12) * 32 // 255) - 23
            local = least + (length - least) % (self.usable - 4)
            local = local if local <= most else least
        if at + local > self.size:
            raise UnreadableError
        payload = page[at : at + local]
        if local < length:
            payload += self._beyond(int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
        return payload, length

    def _beyond(self, number: int, length: int) -> bytes:
        """What lies on the pages that a long record goes on to, as far as they are there."""
        parts: list[bytes] = []
        seen: set[int] = set()
        while length > 0 and 1 < number <= self.count and number not in seen:
            seen.add(number)
            page = self._page(number)
            parts.append(page[4 : 4 + min(length, self.usable - 4)])
            length -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def _page_size(data: bytes) -> int:
    """The page size of the header, or that under which most pages look like pages."""
    if data[:16] == _MAGIC:
        said = int.from_bytes(data[16:18], "big")
        said = 65536 if said == 1 else said
        if 512 <= said <= 65536 and said & (said - 1) == 0:
            return said
    return USUAL_SIZE


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    value = 0
    for place in range(9):
        if at >= len(data):
            raise UnreadableError
        byte = data[at]
        at += 1
        if place == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at


def _values(payload: bytes, length: int) -> tuple[tuple[Value, ...], bool]:
    types, end = _types(payload, length)
    values: list[Value] = []
    whole = True
    for kind in types:
        width = _width(kind)
        value, sound = _value(kind, payload[end : end + width], width)
        values.append(value)
        whole = whole and sound
        end += width
    return tuple(values), whole


def _last(payload: bytes, length: int) -> int:
    """The last value of a record of an index, which is the id of the row."""
    types, _ = _types(payload, length)
    if not types or len(payload) < length:
        raise UnreadableError
    value, _ = _value(types[-1], payload[length - _width(types[-1]) :], _width(types[-1]))
    if not isinstance(value, int):
        raise UnreadableError
    return value


def _types(payload: bytes, length: int) -> tuple[Sequence[int], int]:
    """The types of the values of a record of `length` bytes, and where the first begins."""
    end, at = _varint(payload, 0)
    if not at <= end <= len(payload):
        raise UnreadableError
    types: Sequence[int] = payload[at:end]
    if not payload[at:end].isascii():
        types = []
        while at < end:
            kind, at = _varint(payload, at)
            types.append(kind)
        if at != end:
            raise UnreadableError
    if end + sum(map(_width, types)) != length:
        raise UnreadableError
    return types, end


def _width(kind: int) -> int:
    if kind < _FIRST_BLOB:
        return _WIDTHS[kind]
    return (kind - _FIRST_BLOB) >> 1


def _value(kind: int, raw: bytes, width: int) -> tuple[Value, bool]:
    if kind >= _FIRST_BLOB:
        return _text(raw, len(raw) == width) if kind % 2 else (raw, len(raw) == width)
    if len(raw) != width:
        raise UnreadableError
    if kind == _REAL:
        return struct.unpack(">d", raw)[0], True
    if 0 < kind < _REAL:
        return int.from_bytes(raw, "big", signed=True), True
    return {_ZERO: 0, _ONE: 1}.get(kind), True


def _text(raw: bytes, whole: bool) -> tuple[str, bool]:
    """The text of some bytes, up to where it is none any more."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    # What is stored has no such character: it is what a page that was overwritten holds.
    if "\0" not in text and "\ufffd" not in text:
        return text, whole
    odd = [text.find(sign) for sign in ("\0", "\ufffd") if sign in text]
    few = "\0" not in text and text.count("\ufffd") <= _FEW
    return (text if few else text[: min(odd)]), False
