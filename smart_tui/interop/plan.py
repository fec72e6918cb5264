"""What taking a file over would do: its parts compared with those that are here."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.transfer import Found, Intake
from smart_tui.store.connection import Reader


class Plan(NamedTuple):
    """A file as it was read, and what taking it over would do."""

    found: Found
    intake: Intake


def make_plan(reader: Reader, found: Found, today: date, into: Mapping[str, str] | None = None) -> Plan:
    """Compare what a file holds with what is here. Nothing is changed; raises StoreError.

    `into` names by their UUIDs goals of the file that stand for a goal here (theirs -> ours): of such a goal only
    the entries come in, and the goal here stays as it is.
    """
    raise NotImplementedError
