"""jrnl: its JSON (`jrnl --format json`) and the text it keeps, as journal entries of their days.

In the text an entry begins with `[2026-01-15 09:30] Title`, what follows is its body, and `*` behind the title is a
star; in files of jrnl 1 the brackets are missing. The date is written as each person has set it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from smart_tui.domain.cleaning import TEXT_LIMIT, clean_text
from smart_tui.domain.review import JournalEntry
from smart_tui.domain.transfer import Asked, Contents, Found, Rejected, Said, UnreadableFileError
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.tables.cells import CellError, day, is_year_first, numbers_of
from smart_tui.interop.textfile import ROWS, head_text, parsed, read_text, short

FORMAT = "jrnl"
MORNING = time(9)
"""The time of an entry that has none, as jrnl itself does."""
_BRACKETED = re.compile(r"^\[([^\]\n]{4,60})\] ", re.MULTILINE)
_BARE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d)(?= [^\W\d])", re.MULTILINE)
_FIRST = re.compile(r"^\[\d{4}-\d\d-\d\d[ T]\d\d:\d\d", re.MULTILINE)
_TIME = re.compile(r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?![\d-]|\.\d{3})(?:[:.]\d{2})?\s*([AaPp])?")
_STAR = re.compile(r"[ \t]*\*[ \t]*$")


class Page(NamedTuple):
    """An entry as it is found: the line it begins on, when, its text, whether it is starred, and the UUID it has."""

    line: int
    on: date
    at: time
    text: str
    starred: bool = False
    uuid: str = ""


def recognises(name: str, head: bytes) -> bool:
    """Whether a file that begins like this is jrnl's."""
    if name.endswith("/"):
        return False
    text = head_text(head).lstrip()
    if text[:1] == "{":
        return '"entries"' in text and '"body"' in text and '"title"' in text
    first = text.split("\n", 1)[0]
    bracketed = _BRACKETED.match(first)
    dated = bracketed is not None and (is_year_first(bracketed[1]) or numbers_of(bracketed[1]) is not None)
    return dated or bool(_BARE.match(first)) or bool(_FIRST.search(text))


def read(path: str, asked: Asked) -> Found:
    """The journal entries of a file of jrnl; raises UnreadableFileError."""
    text, _ = read_text(path)
    rejected: list[Rejected] = []
    said: list[Said] = []
    if text.lstrip()[:1] == "{":
        pages = list(_of_json(parsed(text, path), text, path, rejected))
    else:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        pages = list(_of_text(text, asked, path, rejected, said))
    if not pages and not rejected:
        raise UnreadableFileError("no_rows", path=path)
    if len(pages) > ROWS:
        raise UnreadableFileError("too_many_rows", path=path, limit=ROWS)
    return _found(pages, rejected, said)


def _of_json(value: object, text: str, path: str, rejected: list[Rejected]) -> Iterator[Page]:
    entries = value.get("entries") if isinstance(value, Mapping) else None
    if not isinstance(entries, list):
        raise UnreadableFileError("wrong_format", path=path)
    for each in entries:
        found = each if isinstance(each, Mapping) else {}
        written = [found.get(name) or "" for name in ("title", "body", "date", "time", "uuid")]
        title, body, on, at, uuid = (part if isinstance(part, str) else "" for part in written)
        try:
            if not isinstance(each, Mapping):
                raise CellError("not_an_object")
            if not on:
                raise CellError("no_date")
            if not is_year_first(on):
                raise CellError("not_a_date")
            whole = "\n".join(part for part in (title.rstrip(), body.strip("\n")) if part.strip())
            if not whole:
                raise CellError("no_text")
            yield Page(0, day(on, "ymd", "en", date.min), _time(at), whole, bool(found.get("starred")), _uuid(uuid))
        except CellError as error:
            rejected.append(Rejected(_line_of(title or body or on, text), short(on or title or body), error.code))


def _of_text(text: str, asked: Asked, path: str, rejected: list[Rejected], said: list[Said]) -> Iterator[Page]:
    marks = _marks(text, asked, said)
    if not marks:
        raise UnreadableFileError("wrong_format", path=path)
    before = text[: marks[0][0].start()].strip()
    if before:
        rejected.append(Rejected(1, short(before), "no_date"))
    line, counted = 1, 0
    ends = [found.start() for found, _ in marks[1:]]
    for (found, on), end in zip(marks, [*ends, len(text)], strict=True):
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        title, newline, body = text[found.end() : end].partition("\n")
        starred = _STAR.search(title) is not None
        whole = (_STAR.sub("", title).strip() + newline + body.rstrip()).strip()
        if whole:
            yield Page(line, on, _time(found[1]), whole, starred)
        else:
            rejected.append(Rejected(line, short(found[0]), "no_text"))


def _found(pages: list[Page], rejected: list[Rejected], said: list[Said]) -> Found:
    journal: list[JournalEntry] = []
    unknown: dict[str, Mapping[str, object]] = {}
    at_once: dict[tuple[date, time], int] = {}
    divided = starred = 0
    for page in pages:
        number = at_once[page.on, page.at] = at_once.get((page.on, page.at), 0) + 1
        ids = (page.on.isoformat(), page.at.strftime("%H:%M"), str(number))
        parts = list(_parts(page.text))
        divided += len(parts) > 1
        for place, part in enumerate(parts):
            more = (str(place),) if place else ()
            uuid = (
                page.uuid
                if page.uuid and not place
                else stable_uuid(FORMAT, *((page.uuid,) if page.uuid else ids), *more)
            )
            written = _instant(page.on, page.at)
            journal.append(JournalEntry(len(journal) + 1, uuid, page.on, part, (), written, written))
            if page.starred and not place:
                starred += 1
                unknown[f"journal/{uuid}"] = {"jrnl": {"starred": True}}
    counts = {"texts_cut": divided, "jrnl.starred": starred}
    told = (*said, *(Said(code, {"count": count}) for code, count in counts.items() if count))
    contents = Contents(journal=tuple(journal), unknown=unknown)
    return Found(FORMAT, contents, tuple(rejected), told, len(pages) + len(rejected))


def _parts(text: str) -> Iterator[str]:
    """A text in pieces as long as can be kept, broken between lines where it has any."""
    rest = clean_text(text, len(text))
    while len(rest) > TEXT_LIMIT:
        at = rest.rfind("\n", TEXT_LIMIT // 2, TEXT_LIMIT)
        at = at if at > 0 else TEXT_LIMIT
        yield rest[:at].strip()
        rest = rest[at:].strip()
    if rest:
        yield rest


def _marks(text: str, asked: Asked, said: list[Said]) -> list[tuple[re.Match[str], date]]:
    """Where entries begin, and their days: in the order of day and month by which most of them are days."""
    for pattern in (_BRACKETED, _BARE):
        found = list(islice(pattern.finditer(text), ROWS + 1))
        if len(found) > ROWS:
            raise UnreadableFileError("too_many_rows", limit=ROWS)
        read = {order: [(mark, _day(mark[1], order, asked)) for mark in found] for order in ("dmy", "mdy")}
        marks = {order: [(mark, on) for mark, on in days if on is not None] for order, days in read.items()}
        if not marks["dmy"] and not marks["mdy"]:
            continue
        order, other = ("mdy", "dmy") if len(marks["mdy"]) > len(marks["dmy"]) else ("dmy", "mdy")
        differ = [(one, two) for one, two in zip(marks[order], marks[other], strict=False) if one[1] != two[1]]
        if differ and len(marks[order]) == len(marks[other]):
            (mark, _), (_, else_on) = differ[0]
            said.append(Said(f"table.dates_{order}", {"example": short(mark[1]), "other": else_on}))
        return marks[order]
    return []


def _day(written: str, order: str, asked: Asked) -> date | None:
    """The day in front of an entry; None for brackets that hold none."""
    try:
        return day(written, order, asked.language, asked.today)
    except CellError:
        return None


def _time(written: str) -> time:
    """The time of day in a text; that of a morning where there is none."""
    for found in reversed(list(_TIME.finditer(written))):
        hour, minute = int(found[1]), int(found[2])
        if found[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found[3] in "pP" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return MORNING


def _instant(on: date, at: time) -> datetime | None:
    """When it was written: the local time of the machine, as an instant."""
    try:
        return datetime.combine(on, at).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


def _line_of(part: str, text: str) -> int:
    """The line on which a part of a JSON file begins; 0 where it cannot be told."""
    at = text.find(part[:40]) if part else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
