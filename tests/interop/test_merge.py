"""Two copies of one file: what one side changed comes in, what both changed is asked, and repeating changes nothing."""

import json
import sqlite3
import tempfile
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.transfer import Path
from smart_tui.interop.merging.compare import GROUPS
from smart_tui.store.commands import goals, plans
from smart_tui.store.errors import StoreError
from tests.interop.copies import DEEDS, Deed, alike, first_of
from tests.store.contents import MONDAY, sound

DOING = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(1, 3), st.integers(1, 9)), max_size=6)


def owner(path: Path) -> Path:
    """What a part is deleted with."""
    return path[:2] if path[0] in GROUPS else path


@settings(max_examples=8, deadline=None)
@given(rounds=st.lists(st.tuples(st.booleans(), DOING), min_size=1, max_size=4))
def test_what_only_one_side_changed_comes_in_without_a_question(rounds: list[tuple[bool, list[Deed]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = alike(folder)
        assert two.parts == one.parts
        for here, deeds in rounds:
            working, other = (one, two) if here else (two, one)
            for deed in deeds:
                working.do(deed)
            told = working.sent()
            plan = other.merge(told)
            assert plan.intake.conflicts == ()
            assert other.parts == working.parts
            assert other.plan(told).intake.nothing
            assert working.plan(other.sent()).intake.nothing
        one.store.close()
        two.store.close()
        assert sound(one.store.path) and sound(two.store.path)


@settings(max_examples=8, deadline=None)
@given(here=DOING, there=DOING, theirs=st.booleans())
def test_what_both_sides_changed_is_asked_and_only_that(here: list[Deed], there: list[Deed], theirs: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = alike(folder)
        before = one.parts
        for deed in here:
            one.do(deed)
        for deed in there:
            two.do(deed)
        mine, given = two.parts, one.parts
        told = one.sent()
        plan = two.merge(told, lambda conflict: theirs)
        asked = {conflict.path for conflict in plan.intake.conflicts}
        for path in {*before, *mine, *given}:
            was, is_mine, is_given = before.get(path), mine.get(path), given.get(path)
            if owner(path) not in mine or owner(path) not in given or path[0] == "entry":
                continue
            both = was != is_mine and was != is_given and is_mine != is_given
            assert (path in asked) == both, path
            if not both and path[-1] != "parent" and path[0] != "journal" and "decisions" not in path:
                assert two.parts.get(path) == (is_given if was == is_mine else is_mine), path
        # Whatever was chosen: asked once, and the other machine takes it over without a question.
        assert two.plan(told).intake.nothing
        assert one.merge(two.sent()).intake.conflicts == ()
        assert one.parts == two.parts
        assert two.plan(one.sent()).intake.nothing
        one.store.close()
        two.store.close()
        assert sound(one.store.path) and sound(two.store.path)


def test_a_milestone_that_both_sides_changed_comes_as_the_milestone_it_is(tmp_path: FilePath) -> None:
    one, two = alike(str(tmp_path))
    one.do(("done", 1, 1))
    milestone = first_of(two.store, "milestone", 1)
    two.store.run_sync(plans.edit_milestone, milestone, {"title": "Other"})
    (asked,) = two.plan(one.sent()).intake.conflicts
    mine, theirs = asked.milestones
    assert mine is not None and theirs is not None
    assert (mine.title, mine.done_on, theirs.done_on) == ("Other", None, MONDAY)
    one.store.close()
    two.store.close()


def test_an_entry_that_went_over_to_a_goal_deleted_here_stays_with_its_own(tmp_path: FilePath) -> None:
    one, two = alike(str(tmp_path))
    own, other = [uuid for (uuid,) in one.store.reader.rows("SELECT uuid FROM goal ORDER BY id")]
    told = json.loads(FilePath(one.sent()).read_bytes())
    one.store.run_sync(goals.delete, 2)
    (entry,) = [each for each in told["entries"] if each["goal"] == own]
    entry["goal"] = other
    FilePath(one.file).write_text(json.dumps(told))
    before = one.parts
    plan = one.merge(one.file, lambda conflict: True)
    assert [conflict.path for conflict in plan.intake.conflicts] == [("entry", entry["uuid"])]
    assert one.parts == before
    one.store.close()
    two.store.close()


def test_what_stands_here_against_today_s_rules_is_not_left_out_by_merging(tmp_path: FilePath) -> None:
    one, two = alike(str(tmp_path))
    one.store.run_sync(goals.set_fields, 1, {"people": "Ida"})
    two.store.close()
    file = sqlite3.connect(two.store.path)
    file.execute("PRAGMA ignore_check_constraints=ON")
    file.execute("UPDATE milestone SET weight = 2000000 WHERE goal_id = 1")
    file.commit()
    file.close()
    before = two.parts
    with pytest.raises(StoreError, match="invalid"):
        two.merge(one.sent())
    assert two.parts == before
    one.store.close()
    two.store.close()
