"""When the demo's person wrote in the journal, and about which goals; the words are in `Written.journal`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.demo.diary import Diary, Ids
from smart_tui.demo.reviewtext import Written
from smart_tui.store.commands import journal

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


class Noted(NamedTuple):
    """An entry: how many days ago, and the keys of the goals it is about."""

    ago: int
    goals: tuple[str, ...] = ()


ENTRIES: Mapping[str, Noted] = {
    "beginning": Noted(291),
    "library": Noted(262, ("books",)),
    "till": Noted(224, ("list",)),
    "packing": Noted(206),
    "back": Noted(190, ("run", "steps")),
    "rehearsal": Noted(152, ("guitar",)),
    "customers": Noted(140, ("recommend",)),
    "reached": Noted(128, ("list",)),
    "cold": Noted(112, ("steps",)),
    "race": Noted(97, ("run",)),
    "silence": Noted(80, ("speaking",)),
    "no": Noted(60, ("savings",)),
    "parcels": Noted(45, ("recommend", "satisfaction")),
    "pictures": Noted(33, ("launch",)),
    "quiet": Noted(19),
    "sentences": Noted(11, ("speaking",)),
    "calls": Noted(7, ("meetings", "revenue")),
}


def journal_entries(told: Diary, written: Written) -> None:
    """Tell of every entry."""
    for key, noted in ENTRIES.items():
        text = written.journal[key]

        def write(unit: "Unit", ids: Ids, noted: Noted = noted, text: str = text) -> None:
            journal.write(unit, None, told.ago(noted.ago), text, [ids[goal] for goal in noted.goals])

        told.deed(told.ago(noted.ago), write)
