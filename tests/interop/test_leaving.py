"""What leaves as a table, a calendar, for jrnl or for Taskwarrior says what was there, and nothing else."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from smart_tui.domain.goal import (
    Activity,
    Assessment,
    Direction,
    Entry,
    Goal,
    Milestone,
    Outcome,
    Promise,
    Reason,
    State,
)
from smart_tui.domain.goal import Status as Stands
from smart_tui.domain.settings import Settings
from smart_tui.domain.transfer import Contents
from smart_tui.interop.apps.calendarfile import Named, Plan, calendar_file
from smart_tui.interop.apps.jrnlout import Page, jrnl_json
from smart_tui.interop.apps.taskwarriorout import taskwarrior_json
from smart_tui.interop.tables.entriescsv import COLUMNS, LOCAL, PLAIN, Separators, entry_rows
from smart_tui.interop.tables.formulas import SIGNS, as_it_was, disarmed
from tests.interop import leaving
from tests.interop.leaving import NOW, TODAY, WALK, goal

CET = timezone(timedelta(hours=1))
FEW = settings(max_examples=50, deadline=None)


def rows(found: Contents, separators: Separators = PLAIN) -> Iterator[dict[str, str]]:
    """The table, read again by the standard module."""
    text = "".join(entry_rows(found, separators)).removeprefix("\ufeff")
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=separators.cell)


@FEW
@given(leaving.goals, st.lists(leaving.entries, max_size=3), st.sampled_from([PLAIN, LOCAL["da"], LOCAL["en"]]))
def test_every_text_number_and_date_comes_back_from_the_table(
    of: Goal, entries: list[Entry], separators: Separators
) -> None:
    read = list(rows(Contents((of,), tuple(entries)), separators))
    expected = sorted(entries, key=lambda each: each.on)
    assert [date.fromisoformat(row["date"]) for row in read] == [entry.on for entry in expected]
    for row, entry in zip(read, expected, strict=True):
        assert list(row) == list(COLUMNS)
        assert as_it_was(row["note"]) == entry.note
        assert as_it_was(row["title"]) == of.title
        assert as_it_was(row["source"]) == entry.source
        number = row["value"].replace(separators.decimal, ".")
        assert (Decimal(number) if number else None) == entry.value
        assert row["state"] == entry.state.value
        assert row["uuid"] == entry.uuid
        recorded = row["recorded_at"]
        assert (datetime.fromisoformat(recorded) if recorded else None) == entry.recorded_at
        assert not {row[name][:1] for name in ("title", "note", "source", "unit")} & set(SIGNS)


@FEW
@given(leaving.raw)
def test_a_cell_is_disarmed_where_a_spreadsheet_would_compute_it_and_comes_back(text: str) -> None:
    cell = disarmed(text)
    assert cell[:1] not in SIGNS or not cell
    assert as_it_was(cell) == text
    assert as_it_was("'tis") == disarmed("'tis") == "'tis"


def calendar(*goals: Goal, plan: Plan | None = None, standing: Assessment | None = None) -> tuple[bytes, Any]:
    """A calendar of goals as it is written, and as it is read again."""
    standings = {} if standing is None else {each.id: standing for each in goals}
    titles, said = {each.id: each.title for each in goals}, {each.id: each.statement for each in goals}
    written = calendar_file(goals, standings, Named("Goals", "Weekly review", titles, said), NOW, plan)
    return written, Calendar.from_ical(written)


@FEW
@given(leaving.goals)
def test_a_calendar_is_read_again_as_it_was_meant_in_lines_of_75_octets(of: Goal) -> None:
    written, read = calendar(of, plan=Plan(Settings(), TODAY))
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() for line in lines)
    first, *parts = read.walk("VTODO")
    assert str(first["summary"]) == of.title
    assert str(first.get("description", "")) == of.statement
    assert categories(written) == [each for each in (of.area, *of.tags) if each]
    assert [str(each["summary"]) for each in parts] == [part.title for part in of.milestones]
    assert [each.decoded("due", None) for each in parts] == [part.due for part in of.milestones]
    assert {str(each["related-to"]) for each in parts} <= {of.uuid}


def categories(written: bytes) -> list[str]:
    """The categories of the first task, as RFC 5545 reads them."""
    unfolded = written.replace(b"\r\n ", b"").decode().split("\r\n")
    line = next((each for each in unfolded if each.startswith("CATEGORIES:")), None)
    found = re.findall(r"[:,]((?:\\.|[^,\\])*)", (line or "").removeprefix("CATEGORIES"))
    return [re.sub(r"\\(.)", r"\1", each) for each in found]


def test_a_goal_is_a_task_with_its_days_its_share_and_its_quota() -> None:
    standing = Assessment(Stands.ON_TRACK, Reason("gap"), progress=Decimal("0.415"))
    _, read = calendar(goal(measures=(WALK,), area="Own time", tags=("a, b",)), standing=standing)
    (task,) = read.walk("VTODO")
    assert task["due"].to_ical() == b"20261231" and task["due"].params["VALUE"] == "DATE"
    assert task.decoded("dtstart") == date(2026, 1, 1)
    assert task["status"] == "IN-PROCESS" and task["percent-complete"] == 41
    assert task["x-smart-quota"] == "8/P1W" and not read.walk("VEVENT")
    assert task["categories"].to_ical() == rb"Own time,a\, b"
    assert read["version"] == "2.0" and read["calscale"] == "GREGORIAN" and read["prodid"]
    ceiling = goal(measures=(WALK._replace(direction=Direction.AT_MOST),))
    assert calendar(ceiling)[1].walk("VTODO")[0]["x-smart-quota"].params["X-DIRECTION"] == "AT-MOST"


def test_what_is_not_over_is_never_all_done_and_what_is_over_is() -> None:
    reached = Assessment(Stands.ACHIEVED, Reason("reached"), progress=Decimal(1))
    states = {}
    closed: Any = {"state": State.CLOSED, "closed_on": TODAY, "milestones": (Milestone(1, "m", "Part"),)}
    for outcome in (None, *Outcome):
        of = goal(**closed, outcome=outcome) if outcome else goal()
        task, *parts = calendar(of, standing=reached)[1].walk("VTODO")
        states[outcome] = (str(task["status"]), task["percent-complete"])
        assert ("completed" in task) == (task["status"] == "COMPLETED")
        assert {str(part["status"]) for part in parts} <= {"CANCELLED"}
    assert states == {
        None: ("IN-PROCESS", 99),
        Outcome.ACHIEVED: ("COMPLETED", 100),
        Outcome.PARTLY: ("COMPLETED", 99),
        Outcome.MISSED: ("CANCELLED", 99),
        Outcome.DROPPED: ("CANCELLED", 99),
    }


def test_the_review_is_an_event_of_twenty_minutes_each_week_on_the_own_weekday() -> None:
    for weekday, name, first in ((None, "SU", 18), (4, "FR", 16), (3, "TH", 15), (2, "WE", 21)):
        written, read = calendar(plan=Plan(Settings(review_weekday=weekday), TODAY))
        (event,) = read.walk("VEVENT")
        assert event.decoded("dtstart") == datetime(2026, 1, first, 17) and b"TZID" not in written
        assert event["rrule"].to_ical() == f"FREQ=WEEKLY;BYDAY={name}".encode()
        assert event["duration"].to_ical() == b"PT20M" and "dtend" not in event


def test_the_review_is_the_same_event_in_every_file_of_one_person() -> None:
    plan = Plan(Settings(), TODAY)
    uids = [
        str(calendar(*goals, plan=plan)[1].walk("VEVENT")[0]["uid"])
        for goals in ([goal()], [goal(no=9, uuid="later"), goal(title="Other")], [goal(uuid="of somebody else")])
    ]
    assert uids[0] == uids[1] != uids[2]


def test_a_goal_names_the_goal_it_serves_where_that_leaves_too() -> None:
    above = goal(id=7, uuid="above")
    tasks = calendar(above, goal(parent_id=7))[1].walk("VTODO")
    assert str(tasks[1]["related-to"]) == "above"
    assert "related-to" not in calendar(goal(parent_id=7))[1].walk("VTODO")[0]


@FEW
@given(st.lists(st.builds(Page, leaving.days, leaving.texts, leaving.uuids, leaving.instants), max_size=4))
def test_jrnl_gets_each_text_under_its_day_and_its_time(pages: list[Page]) -> None:
    read = json.loads(jrnl_json(pages, CET))
    assert [each["date"] for each in read["entries"]] == sorted(page.on.isoformat() for page in pages)
    texts = {page.uuid: page for page in pages}
    for entry in read["entries"]:
        page = texts[entry["uuid"]]
        assert "".join(f"{entry['title']}\n{entry['body']}".split()) == "".join(page.text.split())
        local = page.written.astimezone(CET) if page.written else None
        same = local is not None and local.date() == page.on
        assert entry["time"] == (local.strftime("%H:%M") if local and same else "09:00")


def test_jrnl_is_told_the_tags_of_a_text_and_how_often_each_is_used() -> None:
    read = json.loads(jrnl_json([Page(TODAY, "Met @Bo\nand @bo, @eva; bo@x.dk", "1"), Page(TODAY, "@bo", "2")]))
    assert read["entries"][0]["tags"] == ["@bo", "@eva"]
    assert read["tags"] == {"@bo": 2, "@eva": 1}
    assert (read["entries"][0]["title"], read["entries"][0]["body"]) == ("Met @Bo", "and @bo, @eva; bo@x.dk")


@FEW
@given(st.lists(leaving.goals, max_size=2))
def test_taskwarrior_gets_what_it_requires_of_each_task(of: list[Goal]) -> None:
    read = json.loads("".join(taskwarrior_json(of, {}, NOW, CET)))
    parts: list[Milestone | Activity] = []
    for each in of:
        parts += [*each.milestones, *each.activities]
    assert [task["uuid"] for task in read] == [part.uuid for part in parts]
    for task, part in zip(read, parts, strict=True):
        assert task["description"] == (part.title if isinstance(part, Milestone) else part.what)
        assert task["project"] == of[0].title or len(of) > 1
        assert task["smartgoal"] == goal().uuid
        assert task["status"] == ("completed" if part.done_on else "pending")
        moments = [task[name] for name in ("entry", "due", "end") if name in task]
        assert all(len(moment) == 16 and moment.endswith("Z") for moment in moments)
        assert ("end" in task) == (task["status"] == "completed")
        if part.due is not None:
            written = datetime.strptime(task["due"], "%Y%m%dT%H%M%S%z").astimezone(CET)
            assert written.date() == part.due and (written.hour, written.minute) == (23, 59)


def test_taskwarrior_keeps_apart_what_was_promised_and_not_done() -> None:
    deeds = (
        Activity(1, "a", "Call", "Monday", "office", TODAY, outcome=Promise.NOT, reason="ill"),
        Activity(2, "b", "Write", done_on=TODAY),
        Activity(3, "c", "Rest"),
    )
    for state, rest in ((State.ACTIVE, "pending"), (State.CLOSED, "deleted")):
        of = goal(activities=deeds, state=state, tags=("my shop",))
        read = json.loads("".join(taskwarrior_json([of], {1: "Named"}, NOW, CET)))
        assert [task["status"] for task in read] == ["deleted", "completed", rest]
        assert [each["description"] for each in read[0]["annotations"]] == ["Monday", "office", "ill"]
        assert len({each["entry"] for each in read[0]["annotations"]}) == 3
        assert {task["project"] for task in read} == {"Named"} and read[0]["tags"] == ["my_shop"]
    assert "".join(taskwarrior_json([], {}, NOW)) == "[]\n"
