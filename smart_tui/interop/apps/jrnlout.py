"""The journal and the reviews as jrnl writes its JSON: `{"tags": {"@tag": n}, "entries": [...]}`."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

MORNING = time(9)
"""The time of what has none of its own, as jrnl itself does."""
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


def _time(page: Page, zone: tzinfo | None) -> time:
    """When on its day it was written; what was written on another day has the time of a morning."""
    if page.written is None:
        return MORNING
    try:
        local = page.written.astimezone(zone)
    except (OverflowError, ValueError):
        return MORNING
    return local.time() if local.date() == page.on else MORNING
