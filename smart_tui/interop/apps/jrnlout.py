"""The journal and the reviews as jrnl writes its JSON, `{"tags": {"@tag": n}, "entries": [...]}`, or as its text."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

MORNING = time(9)
"""The time of what has none of its own, as jrnl itself does."""
_BEGINS = re.compile(r"^\[", re.MULTILINE)
"""Begins an entry where it stands first in a line; jrnl would divide a text there."""
_TAG = re.compile(r"(?<!\S)@[\w-]+")


class Page(NamedTuple):
    """Something written: its day, its text, the first line of which is its title, and when it was written (UTC)."""

    on: date
    text: str
    uuid: str
    written: datetime | None = None


def jrnl_json(pages: Iterable[Page], zone: tzinfo | None = None) -> str:
    """The pages as one document, the oldest first; `zone` is where the person is, that of the system if None."""
    count: Counter[str] = Counter()
    entries = []
    for at, page in sorted(((_time(each, zone), each) for each in pages), key=lambda each: (each[1].on, each[0])):
        tags = sorted({tag.lower() for tag in _TAG.findall(page.text)})
        count.update(tags)
        title, _, body = page.text.strip().partition("\n")
        entries.append(
            {
                "title": title.rstrip(),
                "body": body.strip("\n"),
                "date": page.on.isoformat(),
                "time": at.strftime("%H:%M"),
                "tags": tags,
                "starred": False,
                "uuid": page.uuid,
            }
        )
    return json.dumps({"tags": dict(sorted(count.items())), "entries": entries}, ensure_ascii=False, indent=2) + "\n"


def jrnl_text(pages: Iterable[Page], zone: tzinfo | None = None) -> str:
    """The pages as jrnl keeps them itself and imports them, the oldest first: "[2026-01-15 09:00] Title", the body."""
    timed = sorted(((each.on, _time(each, zone), each) for each in pages), key=lambda each: each[:2])
    return "\n".join(f"[{on} {at:%H:%M}] {_BEGINS.sub(' [', page.text.strip())}\n" for on, at, page in timed)


def _time(page: Page, zone: tzinfo | None) -> time:
    """When on its day it was written; what was written on another day has the time of a morning."""
    if page.written is None:
        return MORNING
    try:
        local = page.written.astimezone(zone)
    except (OverflowError, ValueError):
        return MORNING
    return local.time() if local.date() == page.on else MORNING
