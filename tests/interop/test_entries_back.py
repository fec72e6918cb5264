"""The table of entries that left comes back as it was."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Entry, EntryState
from smart_tui.domain.transfer import Asked, Contents, Found
from smart_tui.interop import sources
from smart_tui.interop.tables import entriesin
from smart_tui.interop.tables.entriescsv import LOCAL, PLAIN, Separators, entry_rows
from tests.interop import leaving
from tests.interop.leaving import TODAY, goal

LATER = Asked(date(2201, 1, 1))
LINES = leaving.raw.map(clean_line)
GOAL = goal().uuid


def read(folder: Path, text: str, asked: Asked = LATER) -> Found:
    """A table read from a file, by what the file is recognised as."""
    path = folder / "entries.csv"
    path.write_bytes(text.encode())
    assert sources.recognise(str(path)) == entriesin.FORMAT
    return sources.read(str(path), asked)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=leaving.titles.filter(bool),
    recorded=st.lists(st.tuples(leaving.entries, LINES), min_size=1, max_size=4),
    separators=st.sampled_from([PLAIN, *LOCAL.values()]),
)
def test_what_left_comes_back_the_same(
    tmp_path: Path, title: str, recorded: list[tuple[Entry, str]], separators: Separators
) -> None:
    left = {
        entry.uuid: entry._replace(note=note, recorded_at=entry.recorded_at or leaving.NOW) for entry, note in recorded
    }
    written = "".join(entry_rows(Contents((goal(title),), tuple(left.values())), separators))
    found = read(tmp_path, written)
    assert found.rejected == () and found.rows == len(left)
    assert {entry.uuid: entry._replace(id=1) for entry in found.contents.entries} == left
    assert [(each.uuid, each.title) for each in found.contents.goals] == [(GOAL, title)]


def test_three_digits_behind_the_decimal_sign_are_no_thousand(tmp_path: Path) -> None:
    exact = Entry(1, GOAL, 1, TODAY, EntryState.VALUE, Decimal("1.234"), "", leaving.NOW)
    for separators in (PLAIN, *LOCAL.values()):
        for language in ("en", "da", "sv"):
            found = read(
                tmp_path, "".join(entry_rows(Contents((goal(),), (exact,)), separators)), Asked(TODAY, language)
            )
            assert found.contents.entries == (exact,) and found.said == ()


def test_a_score_comes_back_with_its_counts_and_an_excuse_as_one(tmp_path: Path) -> None:
    score = Entry(1, leaving.goal().uuid, 1, TODAY, EntryState.VALUE, Decimal(35), "", leaving.NOW, counts=(12, 5, 3))
    excuse = Entry(2, str(leaving.goal().uuid)[::-1], 1, TODAY, EntryState.EXCUSED, None, "ill", leaving.NOW)
    excuse = excuse._replace(uuid="00000000-0000-4000-8000-000000000001")
    found = read(tmp_path, "".join(entry_rows(Contents((goal(),), (score, excuse)))))
    assert found.contents.entries == (score, excuse)
