"""One chip: what was read or is known, and what taking it does."""

from collections.abc import Mapping
from typing import NamedTuple

from smart_tui.reading.items import ItemReading
from smart_tui.tui.titlewords import Left


class Offer(NamedTuple):
    """One chip: what it says, and the texts it puts into which fields. `parent_id`, `alone` (no longer a part of
    another goal), `item` (to be added to a running goal) and `park` do what they say."""

    label: str
    puts: Mapping[str, str] = {}
    parent_id: int | None = None
    alone: bool = False
    item: ItemReading | None = None
    park: bool = False
    about: str = ""
    """The field a chip of the sentence is about, by which it is known again when more of the sentence is read."""
    left: Left | None = None
    """What a chip that takes its words out of the title leaves."""
