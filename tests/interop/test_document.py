"""Our own document: everything comes back byte for byte, and what is wrong in one is refused with its reason."""

import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Entry, EntryState, Goal, IfThenPlan, Kind, Measure, Milestone, Pause, State
from smart_tui.domain.quantity import plain
from smart_tui.domain.review import JournalEntry
from smart_tui.domain.transfer import Asked, Contents, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.merging.plan import make_plan
from smart_tui.interop.own import document
from smart_tui.store.checks import line, long_text
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from tests.interop.copies import DEEDS, NOW, Copy, filled, read
from tests.store.contents import sound

TODAY = date(2026, 5, 1)
LINES = st.text(max_size=40).map(lambda text: line("text", text))
TITLES = LINES.map(lambda text: text or "T")
TEXTS = st.text(max_size=60).map(lambda text: long_text("text", text))
AMOUNTS = st.decimals(-(10**11), 10**11, places=6).map(plain)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
UUIDS = st.uuids().map(str)
MEASURES = st.builds(
    lambda **given: Measure(**given),
    kind=st.sampled_from(Kind),
    valid_from=DAYS,
    target=st.none() | AMOUNTS,
    unit=LINES,
    baseline=st.none() | AMOUNTS,
    baseline_on=st.none() | DAYS,
    weekdays=st.integers(1, 127),
    levels=st.just(()) | st.tuples(LINES, LINES, LINES, LINES, LINES),
    running=st.booleans(),
    reason=TEXTS,
)
GOALS = st.builds(
    lambda **given: Goal(**given),
    id=st.just(1),
    uuid=UUIDS,
    no=st.integers(1, 10**6),
    title=TITLES,
    state=st.sampled_from((State.DRAFT, State.ACTIVE, State.PAUSED)),
    model=TITLES,
    language=st.sampled_from(("en", "da", "sv")),
    statement=TEXTS,
    deadline=st.none() | DAYS,
    area=LINES,
    tags=st.lists(TITLES, max_size=3, unique=True).map(tuple),
    people=LINES,
    answers=st.dictionaries(TITLES, TEXTS.filter(bool), max_size=3),
    measures=st.lists(MEASURES, max_size=2, unique_by=lambda each: each.valid_from).map(
        lambda found: tuple(sorted(found, key=lambda each: each.valid_from))
    ),
    pauses=st.lists(DAYS, max_size=2, unique=True).map(lambda days: tuple(Pause(day) for day in sorted(days))),
    milestones=st.lists(st.tuples(UUIDS, TITLES), max_size=2).map(lambda found: tuple(Milestone(0, *m) for m in found)),
    plans=st.lists(st.tuples(UUIDS, TITLES), max_size=2).map(
        lambda found: tuple(IfThenPlan(0, *p, "a") for p in found)
    ),
    created_at=INSTANTS,
    weight=st.integers(1, 1000),
)
ENTRIES = st.tuples(UUIDS, DAYS, AMOUNTS, LINES, INSTANTS).map(
    lambda of: Entry(0, of[0], 1, of[1], EntryState.VALUE, *of[2:])
)
JOURNAL = st.tuples(UUIDS, DAYS, TEXTS, INSTANTS).map(
    lambda of: JournalEntry(0, of[0], of[1], of[2] or "j", created_at=of[3])
)


@settings(max_examples=8, deadline=None)
@given(GOALS, st.lists(ENTRIES, max_size=4), st.lists(JOURNAL, max_size=2))
def test_whatever_is_held_comes_back_byte_for_byte(
    goal: Goal, entries: list[Entry], journal: list[JournalEntry]
) -> None:
    held = Contents(
        goals=(goal,),
        entries=tuple(sorted(entries, key=lambda each: each.on)),
        journal=tuple(sorted(journal, key=lambda each: each.on)),
        areas={goal.area: stable_uuid("area", goal.area)} if goal.area else {},
    )
    written = document.encode(document.to_document(held, NOW))
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(folder, "new")
        Path(copy.file).write_bytes(written)
        assert read(copy.file).rejected == ()
        copy.merge(copy.file)
        again = contents(copy.store.reader)
        assert document.encode(document.to_document(again, NOW)) == written
        assert b"".join(document.pieces(again, NOW)) == written
        copy.store.close()
        assert sound(copy.store.path)


def test_a_whole_file_exported_and_imported_is_exported_the_same(tmp_path: Path) -> None:
    one, two = Copy(str(tmp_path), "one"), Copy(str(tmp_path), "two")
    filled(one)
    for at, name in enumerate(sorted(DEEDS)):
        one.do((name, at % 2 + 1, at))
    one.store.run_sync(_set, "first_weekday", "6")
    first = Path(one.sent()).read_bytes()
    two.merge(one.file)
    assert Path(two.sent()).read_bytes() == first
    assert sources.recognise(two.file) == "smart-tui"


def _set(unit: Any, key: str, value: str) -> None:
    unit.keep_setting(key, value)


def test_what_is_not_understood_is_kept_and_given_back_at_its_place(tmp_path: Path) -> None:
    one, two = Copy(str(tmp_path), "one"), Copy(str(tmp_path), "two")
    filled(one)
    newer = json.loads(Path(one.sent()).read_text("utf-8"))
    newer["mood"] = {"deep": [1, 2.5, None, "æ"]}
    newer["settings"]["colour"] = "red"
    newer["goals"][0] |= {"smell": "\x1b[31m"}
    newer["goals"][0]["milestones"][0]["shape"] = "round"
    newer["entries"][0]["place"] = {"lat": "55.6"}
    newer["journal"][0]["weather"] = "rain"
    newer["reviews"][0]["decisions"][0]["sure"] = True
    Path(one.file).write_text(json.dumps(newer), "utf-8")
    two.merge(one.file)
    given = json.loads(Path(two.sent()).read_text("utf-8"))
    assert {**given, "exported_at": ""} == {**newer, "exported_at": ""}
    assert "\x1b" not in Path(two.file).read_text("utf-8")
    assert two.plan(one.file).intake.nothing


WRONG: tuple[tuple[tuple[Any, ...], object, str], ...] = (
    (("goals", 0, "deadline"), "2026-02-30", "no_such_day"),
    (("goals", 0, "state"), "asleep", "wrong_type"),
    (("goals", 0, "title"), "x" * 500, "too_long"),
    (("goals", 0, "title"), "", "missing"),
    (("goals", 0, "uuid"), "../../etc", "bad_uuid"),
    (("goals", 0, "measures", 0, "target"), "1e999", "not_a_number"),
    (("goals", 0, "measures", 0, "target"), "9" * 13, "number.too_large"),
    (("goals", 0, "milestones", 0), 7, "not_an_object"),
    (("goals", 1), [], "not_an_object"),
    (("entries", 0, "value"), "0.0000001", "number.too_precise"),
    (("entries", 0, "value"), None, "no_value"),
    (("entries", 0, "on"), "yesterday", "not_a_date"),
    (("entries", 0, "goal"), "00000000-0000-4000-8000-000000000000", "unknown_goal"),
    (("journal", 0, "text"), "", "no_text"),
    (("reviews", 0, "answers"), [1], "wrong_type"),
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    copy = Copy(str(tmp_path_factory.mktemp("exported")), "one")
    filled(copy)
    found: dict[str, Any] = json.loads(Path(copy.sent()).read_text("utf-8"))
    copy.store.close()
    return found


@pytest.mark.parametrize(("place", "value", "code"), WRONG, ids=lambda each: str(each)[:40])
def test_what_is_wrong_is_refused_by_itself_with_its_reason(
    exported: dict[str, Any], tmp_path: Path, place: tuple[Any, ...], value: object, code: str
) -> None:
    changed = json.loads(json.dumps(exported))
    at = changed
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(changed), "utf-8")
    found = read(str(path))
    assert code in {each.code for each in found.rejected}
    plan = make_plan(Store(str(tmp_path / "empty.db")).reader, found, TODAY)
    assert sum(plan.intake.new.values()) > 0


def test_a_thing_that_two_goals_claim_comes_in_once(exported: dict[str, Any], tmp_path: Path) -> None:
    changed = json.loads(json.dumps(exported))
    changed["goals"][1]["milestones"] = changed["goals"][0]["milestones"]
    twin = {**changed["entries"][0], "uuid": stable_uuid("twin"), "source": "loop", "source_id": "1"}
    changed["entries"] += [twin, {**twin, "uuid": stable_uuid("other")}]
    copy = Copy(str(tmp_path), "new")
    Path(copy.file).write_text(json.dumps(changed), "utf-8")
    found = read(copy.file)
    assert [each.code for each in found.rejected] == ["double", "double"]
    copy.carry_out(make_plan(copy.store.reader, found, TODAY))
    assert len(contents(copy.store.reader).entries) == 2
    copy.store.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ('{"format": "smart-tui", "version": 1', "not_json"),
        ('{"format": "smart-tui", "version": 2}', "newer"),
        ('{"format": "smart-tui", "version": true}', "wrong_format"),
        ('{"format": "smart-tui", "version": 1, "goals": {}}', "wrong_format"),
        ('{"format": "smart-tui", "version": 1, "new": NaN}', "not_json"),
        ('{"format": "smart-tui", "version": 1, "new": ' + "[" * 60 + "]" * 60 + "}", "too_deep"),
        ('{"format": "smart-tui", "version": 1, "new": ' + "[" * 10**6, "too_deep"),
        ('{"format": "smart-tui", "version": 1, "new": [' + "[]," * 3 * 10**6 + "[]]}", "too_many"),
        ('["smart-tui"]', "wrong_format"),
    ],
    ids=lambda each: each[:46],
)
def test_a_file_that_is_no_such_document_is_refused_as_a_whole(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableFileError) as refused:
        document.read(str(path), Asked(TODAY))
    assert refused.value.code == code
