"""What comes out of HabitBull: one table, skipped days by a number of their own, and no targets."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import EntryState
from smart_tui.domain.transfer import Asked, UnreadableFileError
from smart_tui.interop import sources

ASKED = Asked(date(2026, 1, 15))
TABLE = """HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText
Breed dragons,with love and fire,Diet & Food,2016-03-18,1,text
Breed dragons,with love and fire,Diet & Food,2016-03-19,0,
Breed dragons,with love and fire,Diet & Food,2016-03-21,-2150000000,"Syg, desværre"
Armbøjninger,,Fitness,2022-01-08,100,
Armbøjninger,,Fitness,2022-01-08,100,
Armbøjninger,,Fitness,2022-01-09,12.5,
Grow spiritually,"transcend ego, practice compassion",Meditation,2016-03-15,1,
"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> str:
    path = tmp_path / "HabitBullData.csv"
    path.write_text(text, encoding=encoding)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_habits_come_in_with_their_days_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, TABLE, encoding)
    assert sources.recognise(path) == "habitbull"
    found = sources.read(path, ASKED)
    assert [(goal.title, goal.area) for goal in found.contents.goals] == [
        ("Breed dragons", "Diet & Food"),
        ("Armbøjninger", "Fitness"),
        ("Grow spiritually", "Meditation"),
    ]
    assert found.contents.goals[2].answers == {"specific.what": "transcend ego, practice compassion"}
    assert all(goal.measures[0].untargeted for goal in found.contents.goals)
    entries = [(each.goal_id, each.on.day, each.state, each.value, each.note) for each in found.contents.entries]
    assert entries == [
        (1, 18, EntryState.VALUE, Decimal(1), "text"),
        (1, 19, EntryState.VALUE, Decimal(0), ""),
        (1, 21, EntryState.EXCUSED, None, "Syg, desværre"),
        (2, 8, EntryState.VALUE, Decimal(100), ""),
        (2, 9, EntryState.VALUE, Decimal("12.5"), ""),
        (3, 15, EntryState.VALUE, Decimal(1), ""),
    ]
    assert {each.code: each.params.get("count") for each in found.said} == {"no_targets": None, "doubles": 1}


def test_refused_rows_say_their_line_and_why(tmp_path: Path) -> None:
    rows = "A,,,2016-02-30,1,\nA,,,2016-03-01,one,\n,,,2016-03-01,1,\nA,,,2016-03-02,1,\nA,,,2016-03-02,2,\nA\n"
    found = sources.read(write(tmp_path, TABLE.partition("\n")[0] + "\n" + rows), ASKED)
    assert [(each.line, each.code) for each in found.rejected] == [
        (2, "no_such_day"),
        (3, "not_a_number"),
        (4, "no_name"),
        (6, "double"),
        (7, "no_date"),
    ]


def test_a_table_without_its_columns_or_without_rows_is_refused(tmp_path: Path) -> None:
    for text, code in (("Name,Value\na,1\n", "wrong_format"), (TABLE.partition("\n")[0] + "\n", "no_rows")):
        with pytest.raises(UnreadableFileError, match=code):
            sources.read(write(tmp_path, text), ASKED, "habitbull")
