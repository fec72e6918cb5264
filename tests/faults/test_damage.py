"""Damage of whole pages is noticed, never backed up, and salvaged without making it worse."""

import random
from pathlib import Path

from smart_tui.store.rescue.health import full_check
from smart_tui.store.rescue.salvage import salvage
from tests.faults.damage import ANY, WHOLE_PAGE, pages, zero_page
from tests.faults.damaged import notice_damage, prepare, salvage_damage
from tests.faults.mending import NOW
from tests.faults.whole import DATABASE, problem, state
from tests.store.contents import contents


def test_a_page_of_zeros_or_of_anything_is_noticed_and_gets_into_no_backup(scratch: Path) -> None:
    figures = notice_damage(scratch, WHOLE_PAGE, 1, 11)
    assert figures.clean, figures.wrong
    assert figures.seen["noticed"] > 30


def test_a_damaged_file_is_salvaged_or_refused_and_kept_as_it_was(scratch: Path) -> None:
    figures = salvage_damage(scratch, ANY, 1, 53)
    assert figures.clean, figures.wrong
    assert figures.seen["rows saved"] > 500


def test_the_end_of_a_long_text_turned_to_zeros_is_noticed_and_the_rest_salvaged(scratch: Path) -> None:
    prepare(scratch)
    path = scratch / DATABASE
    raw, original = path.read_bytes(), state(path)
    silent = []
    for page in range(2, pages(path) + 1):
        zero_page(path, page, random.Random())
        if not problem(path) and state(path) != original:
            silent.append((page, full_check(str(path))))
        path.write_bytes(raw)
    assert silent and all("hold zeros" in " ".join(found) for _, found in silent)
    zero_page(path, silent[0][0], random.Random())
    assert sum(salvage(str(path), NOW).lost.values()) == 1
    assert full_check(str(path)) == ()
    assert "\0" not in str(contents(str(path)))
