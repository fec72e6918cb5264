"""Tables that spreadsheets save come in as they are meant; what could also be meant otherwise is said."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Kind
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.tables import entriesin, table
from smart_tui.interop.tables.cells import CellError, day, number

TODAY = date(2026, 1, 15)
EN, DA, SV = (Asked(TODAY, language) for language in ("en", "da", "sv"))
DANISH = "Dato;Vægt (kg);Bemærkning\r\n01-12-2025;84,5;efter ferie\r\n02-12-2025;84,25;\r\n31-12-2025;83,9;jul\r\n"
SWEDISH = "Datum\tSteg\tAnteckning\n2025-12-01\t7\u00a0500\tpromenad\n2025-12-02\t10 200\tlöpning\n"


def read(folder: Path, text: str | bytes, asked: Asked = EN, name: str = "Run.csv", **fixed: object) -> Found:
    """The table as it is read once it is guessed how."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert sources.recognise(str(path)) == table.FORMAT
    if fixed:
        asked = asked._replace(columns=table.guess(str(path), asked, fixed))
    return sources.read(str(path), asked)


def entries(found: Found) -> list[tuple[str, str, str]]:
    return [(each.on.isoformat(), str(each.value), each.note) for each in found.contents.entries]


def codes(found: Found) -> list[str]:
    return [each.code for each in found.said]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_danish_spreadsheet_comes_in_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, DANISH.encode(encoding), DA)
    assert entries(found) == [
        ("2025-12-01", "84.5", "efter ferie"),
        ("2025-12-02", "84.25", ""),
        ("2025-12-31", "83.9", "jul"),
    ]
    (goal,) = found.contents.goals
    assert (goal.title, goal.measures[0].kind, goal.measures[0].unit) == ("Run", Kind.LEVEL, "kg")
    assert found.rejected == ()
    assert ("encoding" in codes(found)) == (encoding not in ("utf-8", "utf-8-sig"))


def test_a_swedish_spreadsheet_comes_in_with_tabs_and_hard_blanks(tmp_path: Path) -> None:
    found = read(tmp_path, SWEDISH, SV)
    assert entries(found) == [("2025-12-01", "7500", "promenad"), ("2025-12-02", "10200", "löpning")]
    assert codes(found) == ["table.goal_from_file"]


@pytest.mark.parametrize(
    ("rows", "order", "said"),
    [
        (["1/2/2025", "13/4/2025"], "2025-02-01", False),
        (["1/2/2025", "4/13/2025"], "2025-01-02", False),
        (["1/2/2025", "3/4/2025"], "2025-02-01", True),
        (["1/2/2025", "12/6/2025", "1/12/2026"], "2025-01-02", False),
        (["1/2/2025", "31/2/2025"], "2025-02-01", False),
        (["2025-02-01", "2025-03-01T10:30:00Z"], "2025-02-01", False),
        (["20250201", "20250301"], "2025-02-01", False),
        (["25-02-01", "25-02-28"], "2025-02-01", False),
        (["1. feb. 2025", "2. marts 2025"], "2025-02-01", False),
        (["Feb 1, 2025", "Mar 13, 2025"], "2025-02-01", False),
    ],
)
def test_the_order_of_dates_is_told_by_the_dates_and_doubt_is_said(
    tmp_path: Path, rows: list[str], order: str, said: bool
) -> None:
    found = read(tmp_path, "\n".join(["date;value", *(f"{row};1" for row in rows)]))
    assert entries(found)[0][0] == order
    assert [each.code for each in found.rejected] == ["no_such_day"] * ("31/2/2025" in rows)
    assert any(code.startswith("table.dates_") for code in codes(found)) == said


@pytest.mark.parametrize(
    ("cells", "asked", "values", "said"),
    [
        (["1.234,5", "2"], EN, ["1234.5", "2"], False),
        (["1,234.5", "2"], DA, ["1234.5", "2"], False),
        (["1.234", "2.500"], DA, ["1234", "2500"], True),
        (["1.234", "2.5"], DA, ["1.234", "2.5"], False),
        (["1 234,5 kr.", "kr -2"], DA, ["1234.5", "-2"], False),
        (["12 %", "(3)", "4-", "−5"], EN, ["12", "-3", "-4", "-5"], False),
        (["ja", "nej", "x"], DA, ["1", "0", "1"], False),
        (["1:30", "0:20"], EN, ["1.5", "0.333333"], False),
    ],
)
def test_numbers_are_read_with_the_sign_that_fits_them_and_doubt_is_said(
    tmp_path: Path, cells: list[str], asked: Asked, values: list[str], said: bool
) -> None:
    found = read(
        tmp_path, "\n".join(["date;value", *(f"2025-01-0{at};{cell}" for at, cell in enumerate(cells, 1))]), asked
    )
    assert [value for _, value, _ in entries(found)] == values and not found.rejected
    assert ("table.numbers_assumed" in codes(found)) == said


def test_what_the_person_says_is_not_guessed_and_not_doubted(tmp_path: Path) -> None:
    text = "a;b;c\n1/2/2025;1.234;7\n3/4/2025;2.500;8\n"
    found = read(tmp_path, text, EN, dates="mdy", decimal=",", value="b", note=2, title="x")
    assert entries(found) == [("2025-01-02", "1234", "7"), ("2025-03-04", "2500", "8")]
    assert codes(found) == ["table.goal_from_file"]
    with pytest.raises(UnreadableFileError, match="no_column"):
        read(tmp_path, text, EN, value=3)


def test_each_row_that_cannot_be_taken_says_its_line_and_why(tmp_path: Path) -> None:
    rows = (
        '2025-01-01,1,"two\nlines"',
        "2025-02-30,1,",
        "2025-01-02,one,",
        "2030-01-01,1,",
        ",1,",
        "1700-01-01,1,",
        "2025-01-03,9999999999999,",
        "2025-01-04,,why",
        "2025-01-05,,",
        ",,",
    )
    found = read(tmp_path, "Date,Value,Note\n" + "\n".join(rows))
    assert [(each.line, each.code, each.found) for each in found.rejected] == [
        (4, "no_such_day", "2025-02-30"),
        (5, "not_a_number", "one"),
        (6, "in_future", "2030-01-01"),
        (7, "no_date", ""),
        (8, "too_early", "1700-01-01"),
        (9, "number.too_large", "9999999999999"),
        (10, "no_value", ""),
    ]
    assert entries(found) == [("2025-01-01", "1", "two lines")]
    assert {each.code: each.params.get("count") for each in found.said} | {"table.goal_from_file": None} == {
        "rows_empty": 1,
        "table.no_number": 1,
        "table.goal_from_file": None,
    }


def test_a_column_may_name_the_goals_and_the_same_rows_are_the_same_entries(tmp_path: Path) -> None:
    text = "Vane,Dato,Antal\nLøb,2025-01-01,3\nLæs,2025-01-01,20\nløb,2025-01-01,4\n"
    found = read(tmp_path, text, DA)
    assert [goal.title for goal in found.contents.goals] == ["Løb", "Læs"]
    again = read(tmp_path, text.replace(",4\n", ",5\n") + "Læs,2025-01-02,1\n", DA, "copy.csv")
    ids = [each.uuid for each in found.contents.entries]
    assert len(set(ids)) == 3 and {each.uuid for each in again.contents.entries} > set(ids)
    one = read(tmp_path, text, DA._replace(title="Alt", uuid="0e3e7068-2c20-4cac-829f-6fbed82c07cd"))
    assert [(goal.title, goal.uuid) for goal in one.contents.goals] == [("Alt", "0e3e7068-2c20-4cac-829f-6fbed82c07cd")]


def test_a_table_without_names_or_numbers_counts_its_days(tmp_path: Path) -> None:
    found = read(tmp_path, "2025-01-01\n2025-01-02\n", name="Push_ups (2).csv")
    assert [value for _, value, _ in entries(found)] == ["1", "1"]
    assert found.contents.goals[0].title == "Push ups"
    assert codes(found) == ["table.no_header", "table.no_values", "table.goal_from_file"]


def test_a_first_line_may_name_the_separator_and_a_first_row_a_day_that_is_none(tmp_path: Path) -> None:
    assert entries(read(tmp_path, 'sep=|\ndate|value\n2025-01-01|"1,5"\n', DA)) == [("2025-01-01", "1.5", "")]
    assert [each.line for each in read(tmp_path, "31.2.2025;1\n1.3.2025;2\n").rejected] == [1]


def test_a_word_for_yes_among_amounts_is_said(tmp_path: Path) -> None:
    table_of = "date,kg\n2025-12-01,{}\n2025-12-02,x\n2025-12-03,no\n"
    assert dict((each.code, each.params) for each in read(tmp_path, table_of.format("84.5")).said)["table.words"] == {
        "count": 2
    }
    assert "table.words" not in codes(read(tmp_path, table_of.format("1")))


def test_long_notes_go_into_the_journal_whole(tmp_path: Path) -> None:
    found = read(tmp_path, f"date,value,note\n2025-01-01,1,{'word ' * 200}\n")
    (written,) = found.contents.journal
    assert written.text == ("word " * 200).strip() and written.goals == (1,)
    assert len(found.contents.entries[0].note) <= 500
    assert "notes_to_journal" in codes(found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "empty"),
        (b"\x7fELF" + bytes(range(256)) * 9, "not_text"),
        (b"a,b\nc,d\n", "no_date_column"),
        (b"date,value\n", "no_date_column"),
        (b"date;value\n2025-01-01;1\n" + b"x" * 300_000, "long_line"),
        (b'date;value\n2025-01-01;1\n2025-01-02;"1\n2025-01-03;1\n', "open_quote"),
        (b"date,value\n" + b"2025-01-01,1\n" * 1101, "too_many_rows"),
        (b"date,value,goal\n" + b"".join(b"2025-01-01,1,g%d\n" % at for at in range(1001)), "too_many_goals"),
    ],
)
def test_a_file_that_is_no_table_to_be_read_is_refused_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: bytes, code: str
) -> None:
    monkeypatch.setattr(table, "ROWS", 1100)
    path = tmp_path / "a.csv"
    path.write_bytes(text)
    with pytest.raises(UnreadableFileError) as refused:
        sources.read(str(path), EN)
    assert refused.value.code == code


@pytest.mark.parametrize("head", ["date,value\n", "goal_no,goal_uuid,goal,date,state,value,unit,note\n"])
def test_the_names_of_the_columns_are_no_row_of_a_full_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str
) -> None:
    monkeypatch.setattr(table, "ROWS", 20)
    monkeypatch.setattr(entriesin, "ROWS", 20)
    row = "2025-01-01,1\n" if head.startswith("date") else "1,,Run,2025-01-01,value,1,,\n"
    path = tmp_path / "a.csv"
    path.write_text(head + row * 20)
    assert sources.read(str(path), EN).rows == 20
    path.write_text(head + row * 21)
    with pytest.raises(UnreadableFileError) as refused:
        sources.read(str(path), EN)
    assert (refused.value.code, refused.value.params["limit"]) == ("too_many_rows", 20)


def test_a_cell_is_a_day_or_a_number_in_full_or_not_at_all() -> None:
    for cell in ("2025", "may 2025", "yesterday", "15/1", "week 3 2025", "1.2.3.4", "x" * 99, "12:30", "1/2/3000000"):
        with pytest.raises(CellError):
            day(cell, "dmy", "en", TODAY)
    for cell in ("3 x 20", "1.2.3", "12 34", "--1", "e5", "g1", "nan", "inf", "²", "5 (6)", "", "1" * 99, "٣:٣٠:٩٩"):
        with pytest.raises(CellError):
            number(cell, ".")
    assert number("１２", ".").value == Decimal(12)
    assert number("0.1234567", ".") == (Decimal("0.123457"), True, False)
