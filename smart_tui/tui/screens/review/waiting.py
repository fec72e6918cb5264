"""Whether the weekly review waits, for the quiet line of the list."""

from typing import TYPE_CHECKING

from smart_tui.store.errors import StoreError
from smart_tui.store.queries.reviews import review_due
from smart_tui.text.review import due_said

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp


def review_said(smart: "SmartApp") -> str:
    """That the weekly review is due, in a few words; empty where it is not, or where nobody can tell."""
    try:
        weeks = smart.store.read(review_due, smart.today, smart.settings)
    except StoreError:
        # The list says itself what is wrong with the file.
        return ""
    return due_said(weeks, smart.words) if weeks is not None else ""
