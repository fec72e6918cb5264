"""What jrnl keeps comes in as journal entries: its JSON as documented, its text whatever date it is set to write."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smart_tui.domain.cleaning import TEXT_LIMIT
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.apps import jrnl
from smart_tui.interop.apps.jrnlout import Page, jrnl_json

ASKED = Asked(date(2026, 1, 15))
# As `jrnl --format txt` and `jrnl --format json` write it.
TEXT = """[2020-06-28 18:22] This is the first sample entry
This is the sample body text of the first sample entry.

[2020-07-01 20:00] This is the second sample entry *
This is the sample body text, but this one has a @tag.
[link] and
[x] a list are text

[2020-07-01 20:00] This is the third sample entry
"""
JSON = {
    "tags": {"@tag": 1},
    "entries": [
        {
            "title": "This is the first sample entry",
            "body": "This is the sample body text of the first sample entry.",
            "date": "2020-06-28",
            "time": "18:22",
            "tags": [],
            "starred": False,
        },
        {
            "title": "This is the second sample entry",
            "body": "This is the sample body text, but this one has a @tag.\n[link] and\n[x] a list are text",
            "date": "2020-07-01",
            "time": "20:00",
            "tags": ["@tag"],
            "starred": True,
        },
        {"title": "This is the third sample entry", "body": "", "date": "2020-07-01", "time": "20:00", "tags": []},
    ],
}


def read(folder: Path, text: str, name: str = "journal.txt") -> Found:
    path = folder / name
    path.write_bytes(text.encode())
    assert sources.recognise(str(path)) == jrnl.FORMAT
    return sources.read(str(path), ASKED)


def test_text_and_json_of_the_same_journal_are_the_same_entries(tmp_path: Path) -> None:
    text, document = read(tmp_path, TEXT), read(tmp_path, json.dumps(JSON, indent=2), "journal.json")
    assert text.contents == document.contents
    assert [(each.on.isoformat(), each.text.splitlines()[0]) for each in text.contents.journal] == [
        ("2020-06-28", "This is the first sample entry"),
        ("2020-07-01", "This is the second sample entry"),
        ("2020-07-01", "This is the third sample entry"),
    ]
    assert text.contents.journal[1].text.endswith("@tag.\n[link] and\n[x] a list are text")
    assert len({each.uuid for each in text.contents.journal}) == 3
    assert list(text.contents.unknown.values()) == [{"jrnl": {"starred": True}}]
    changed = read(tmp_path, TEXT.replace("third sample", "last sample"))
    assert [each.uuid for each in changed.contents.journal] == [each.uuid for each in text.contents.journal]


@pytest.mark.parametrize(
    ("heads", "days", "doubt"),
    [
        (("[2013-06-09 03:39 PM]", "[2013-06-10 11:00 AM]"), ("2013-06-09 15:39", "2013-06-10 11:00"), False),
        (("[09.06.2013 15:39]", "[28.06.2013 08:00]"), ("2013-06-09 15:39", "2013-06-28 08:00"), False),
        (("[6/9/2013 15:39]", "[6/28/2013 8:00]"), ("2013-06-09 15:39", "2013-06-28 08:00"), False),
        (("[9/6/2013]", "[10/6/2013]"), ("2013-06-09 09:00", "2013-06-10 09:00"), True),
        (("2012-03-29 09:00", "2012-03-30 10:15"), ("2012-03-29 09:00", "2012-03-30 10:15"), False),
    ],
)
def test_the_date_is_read_as_each_person_has_set_it(
    tmp_path: Path, heads: tuple[str, str], days: tuple[str, str], doubt: bool
) -> None:
    found = read(tmp_path, f"{heads[0]} A first. *\nbody\n{heads[1]} Next\n")
    written = [
        each.created_at and each.created_at.astimezone().strftime("%Y-%m-%d %H:%M") for each in found.contents.journal
    ]
    assert tuple(written) == days
    assert any(each.code.startswith("table.dates_") for each in found.said) == doubt


def test_an_entry_too_long_to_be_kept_in_one_piece_loses_nothing(tmp_path: Path) -> None:
    lines = [f"line {number} of a long day" for number in range(2000)]
    found = read(tmp_path, "[2020-06-28 18:22] " + "\n".join(lines))
    parts = [each.text for each in found.contents.journal]
    assert len(parts) > 1 and max(map(len, parts)) <= TEXT_LIMIT
    assert "\n".join(parts).splitlines() == lines
    assert len({each.uuid for each in found.contents.journal}) == len(parts)


def test_what_is_no_entry_is_refused_by_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, f"Diary of mine\n{TEXT}[2020-07-03 09:00] \n")
    assert [(each.line, each.code) for each in found.rejected] == [(1, "no_date"), (11, "no_text")]
    entries = [
        {"title": "a", "date": "2020-02-31"},
        {"title": "b", "date": "soon"},
        {"body": " ", "date": "2020-01-01"},
        5,
    ]
    found = read(tmp_path, json.dumps({"entries": [*entries, *JSON["entries"]]}, indent=1), "j.json")
    assert [each.code for each in found.rejected] == ["no_such_day", "not_a_date", "no_text", "not_an_object"]
    assert len(found.contents.journal) == 3
    for text in ('{"entries": {"title": "", "body": ""}}', '{"title": "entries", "body": "entries"'):
        with pytest.raises(UnreadableFileError):
            read(tmp_path, text.replace('"entries"', '"entries" '), "j.json")


def test_what_left_for_jrnl_comes_back(tmp_path: Path) -> None:
    uuid = "0e3e7068-2c20-4cac-829f-6fbed82c07cd"
    page = Page(date(2026, 1, 10), "Bo liked it\n\n- a list", uuid, datetime(2026, 1, 10, 8, 30, tzinfo=UTC))
    (entry,) = read(tmp_path, jrnl_json([page]), "out.json").contents.journal
    assert (entry.on, entry.uuid, entry.created_at) == (page.on, uuid, page.written)
    assert entry.text.split() == page.text.split()
