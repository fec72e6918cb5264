"""A day that is still to come is refused, whatever program has written it down."""

import json
from datetime import date
from pathlib import Path

import pytest

from smart_tui.domain.transfer import Asked
from smart_tui.interop import sources
from tests.interop.beefiles import READING, point
from tests.interop.loopfiles import tables, write_database, write_zip

EARLY = Asked(date(2026, 1, 13), title="Named")
"""Loop's files end a day later."""
FILES = {
    "Checkmarks.csv": "Date,Read,\n2026-01-14,2,\n2026-01-13,2,\n",
    "log": "2026-01-13 : Read : y\n2026-01-14 : Read : y\n",
    "habitbull.csv": "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"
    "Read,,,2026-01-13,1,\nRead,,,2026-01-14,1,\n",
    "lines.txt": '2026 1 13 1 "on time"\n2026 1 14 1 "too early"\n',
    "alice.json": json.dumps({**READING, "datapoints": [point("2026-01-13", 1), point("2026-01-14", 1)]}),
}


@pytest.mark.parametrize("name", FILES)
def test_a_day_that_is_still_to_come_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], "utf-8")
    found = sources.read(str(path), EARLY)
    assert [each.on.day for each in found.contents.entries] == [13]
    (refused,) = found.rejected
    assert (refused.code, "14" in refused.found) == ("in_future", True)


@pytest.mark.parametrize("form", ["zip", "database"])
def test_the_last_day_of_loops_own_files_is_refused_where_it_is_still_to_come(tmp_path: Path, form: str) -> None:
    path = write_zip(tmp_path / "a.zip", tables()) if form == "zip" else write_database(tmp_path / "a.db")
    found = sources.read(path, EARLY)
    assert {each.code for each in found.rejected} == {"in_future"}
    assert max(each.on for each in found.contents.entries) <= EARLY.today
