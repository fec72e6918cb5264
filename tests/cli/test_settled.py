"""What nobody answered of a period counts alike in the list, on the page and in the report once it was reviewed."""

from datetime import date

from smart_tui.domain.review import Way
from smart_tui.store.commands import history, reviews
from smart_tui.store.store import Store
from tests.cli.conftest import Here

MONDAY, SUNDAY = date(2026, 1, 12), date(2026, 1, 18)
TUESDAY = "2026-01-20"


def test_a_silent_week_is_judged_alike_everywhere_once_it_was_reviewed(here: Here, store: Store) -> None:
    here("add", "Meet customers", *("--target", "8", "--per", "week", "--activate"), today="2026-01-05")
    here("log", "1", "8", today="2026-01-07")

    def judged() -> tuple[list[bool | None], bool | None, str]:
        shown = here("show", "1", "--json", today=TUESDAY).json
        (listed,) = here("list", "--json", today=TUESDAY).json
        assert listed["status"] == shown["status"]
        (week,) = here("report", "--week", "2026-01-14", "--json", today=TUESDAY).json["goals"]
        return [period["met"] for period in shown["periods"]], week["weeks"][-1]["met"], listed["status"]

    assert judged() == ([True, None, None], None, "on_track")
    review_id = store.run_sync(reviews.begin, MONDAY, MONDAY, SUNDAY, Way.FULL)
    assert judged() == ([True, None, None], None, "on_track"), "a review that is not finished settles nothing"
    store.run_sync(reviews.finish, review_id, {})
    shown = here("show", "1", "--json", today=TUESDAY).json
    assert [period["met"] for period in shown["periods"]] == [True, False, None]
    assert here("list", "--json", today=TUESDAY).json[0]["status"] == shown["status"] == "at_risk"
    here("log", "1", "2026-01-16 8", today=TUESDAY)
    assert [period["met"] for period in here("show", "1", "--json", today=TUESDAY).json["periods"]] == [
        True,
        True,
        None,
    ]
    for _ in range(2):
        store.run_sync(history.undo)
    assert judged() == ([True, None, None], None, "on_track")
