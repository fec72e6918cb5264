"""What comes out of harsh and habitctl: two plain files, joined by the names of habits."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import EntryState, Period, State
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources

ASKED = Asked(date(2026, 1, 15))
HABITS = """# This is your habits file.
# 1 means daily, 7 means weekly, 14 every two weeks.

! Dailies
Meditated: 1
Gik en tur på åsen : 5/7

! Weeklies
Gym: 3/7
Called Mom: 1w
Blog: 14
Thesis: 2/30: 2026-06-01

! Tracking
PullUps: 0
Too much coffee: 0
"""
LOG = """# my log
2026-01-01 : Meditated : y : Great : 0
2026-01-01 : Gym : y : Leg day : 1.5
2026-01-01 : PullUps : y : Crushed it : 15
2026-01-01 : Old habit : y
2026-01-01 : Gik en tur på åsen : n :  :

2026-01-02 : Meditated : s : Rejse
2026-01-02 : Gym : n : Rest day : 0
2026-01-02 : PullUps : y : : 12.5
2026-01-02 : Meditated : y
2026-01-02 : Too much coffee : y :  : plenty
"""


def write(folder: Path, habits: str = HABITS, log: str = LOG) -> str:
    for name, text in (("habits", habits), ("log", log)):
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def entered(found: Found, title: str) -> list[tuple[int, object, str]]:
    number = next(goal.id for goal in found.contents.goals if goal.title == title)
    return [
        (each.on.day, "excused" if each.state is EntryState.EXCUSED else each.value, each.note)
        for each in found.contents.entries
        if each.goal_id == number
    ]


def test_habits_and_log_are_joined_by_name(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert sources.recognise(path) == "harsh"
    found = sources.read(path, ASKED)
    goals = {goal.title: goal for goal in found.contents.goals}
    assert not found.rejected
    assert {title: (goal.measures[0].period, goal.measures[0].target) for title, goal in goals.items()} == {
        "Meditated": (Period.DAY, 1),
        "Gik en tur på åsen": (Period.WEEK, 5),
        "Gym": (Period.WEEK, 3),
        "Called Mom": (Period.WEEK, 1),
        "Blog": (Period.MONTH, 2),
        "Thesis": (Period.MONTH, 2),
        "PullUps": (Period.WEEK, None),
        "Too much coffee": (Period.WEEK, None),
        "Old habit": (Period.WEEK, None),
    }
    assert [goals[title].area for title in ("Meditated", "Gym", "PullUps")] == ["Dailies", "Weeklies", "Tracking"]
    assert set(found.contents.areas) == {"Dailies", "Weeklies", "Tracking"}
    assert goals["Thesis"].deadline == date(2026, 6, 1)
    assert entered(found, "Meditated") == [(1, 1, "Great"), (2, 1, "")]
    assert entered(found, "Gik en tur på åsen") == [(1, 0, "")]


def test_amounts_are_values_where_nothing_else_is_counted_and_notes_elsewhere(tmp_path: Path) -> None:
    found = sources.read(write(tmp_path), ASKED)
    said = {each.code: each.params for each in found.said}
    assert entered(found, "PullUps") == [(1, 15, "Crushed it"), (2, Decimal("12.5"), "")]
    assert said["harsh.amounts"] == {"title": "PullUps"}
    assert entered(found, "Gym") == [(1, 1, "1.5 · Leg day"), (2, 0, "Rest day")]
    assert entered(found, "Too much coffee") == [(2, 1, "plenty")]
    assert said["harsh.amounts_noted"] == {"count": 2}
    assert said["replaced"] == {"count": 1}


def test_a_log_that_lost_its_habit_is_kept_and_said(tmp_path: Path) -> None:
    found = sources.read(write(tmp_path), ASKED)
    orphan = found.contents.goals[-1]
    assert (orphan.title, orphan.state, orphan.measures[0].untargeted) == ("Old habit", State.PAUSED, True)
    assert [each.params for each in found.said if each.code == "harsh.orphan"] == [{"title": "Old habit"}]
    assert "archived" not in {each.code for each in found.said}, "nobody put it aside there"


@pytest.mark.parametrize("name", ["habits", "log"])
def test_either_file_brings_in_the_other_beside_it(tmp_path: Path, name: str) -> None:
    path = write(tmp_path)
    assert sources.recognise(f"{path}/{name}") == "harsh"
    assert sources.read(f"{path}/{name}", ASKED).contents == sources.read(path, ASKED).contents


def test_a_log_alone_is_recorded_and_not_judged(tmp_path: Path) -> None:
    found = sources.read(write(tmp_path, habits="") + "/log", ASKED)
    assert all(goal.measures[0].untargeted and goal.state is State.ACTIVE for goal in found.contents.goals)
    assert "harsh.no_habits" in {each.code for each in found.said}


def test_habitctl_is_read_too(tmp_path: Path) -> None:
    habits = "# how often\n1 Meditated\n7 Cleaned the apartment\n0 Had a headache\n"
    log = "2018-09-15\tMeditated\ty\n2018-09-15\tHad a headache\tn\n\n2018-09-16\tCleaned the apartment\ts\n"
    path = write(tmp_path, habits, log)
    assert sources.recognise(f"{path}/log") == sources.recognise(f"{path}/habits") == "harsh"
    found = sources.read(path, ASKED)
    assert [goal.title for goal in found.contents.goals] == ["Meditated", "Cleaned the apartment", "Had a headache"]
    assert entered(found, "Cleaned the apartment") == [(16, "excused", "")]
    assert entered(found, "Meditated") == [(15, 1, "")]


def test_refused_lines_say_which_and_why(tmp_path: Path) -> None:
    habits = "Fine: 1\nNo rhythm: often\nFine: 7\nnothing here\n: 7\nTwice: 1/0\n"
    log = (
        "2026-01-01 : Fine : y\n2026-13-01 : Fine : y\n2026-01-02 : Fine\n2026-01-03 : Fine : maybe\n"
        "2026-01-04 : Fine : y : a : b : c\n2026-01-05 :  : y\n"
    )
    found = sources.read(write(tmp_path, habits, log), ASKED)
    assert [(each.line, each.code) for each in found.rejected] == [
        (2, "harsh.rhythm"),
        (3, "double"),
        (4, "harsh.rhythm"),
        (5, "no_name"),
        (6, "harsh.rhythm"),
        (2, "no_such_day"),
        (3, "harsh.fields"),
        (4, "not_understood"),
        (5, "harsh.fields"),
        (6, "no_name"),
    ]
    assert len(found.contents.entries) == 1


def test_a_folder_without_either_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="wrong_format"):
        sources.read(str(tmp_path), ASKED, "harsh")
