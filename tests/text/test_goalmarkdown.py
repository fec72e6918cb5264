"""A goal's page is Markdown that note apps read, whatever was written in it."""

import json
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Activity, Confidence, Entry, Goal, IfThenPlan, Kind, Outcome, Pause, Promise, State
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.goalmarkdown import Told, goal_markdown
from tests.interop import leaving
from tests.interop.leaving import TODAY, goal, measure

WORDS = Words.source()
QUOTED = re.compile(r'^\w+: ("(?:[^"\\]|\\.)*"|\[.*\]|\d{4}-\d\d-\d\d|-?\d+(\.\d+)?)$')
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\|")


def page(of: Goal, *entries: Entry) -> tuple[dict[str, object], list[str]]:
    """The front matter of a page, and its lines."""
    text = goal_markdown(Told(of, entries), TODAY, WORDS, Settings())
    head, _, body = text.removeprefix("---\n").partition("\n---\n\n")
    fields: dict[str, object] = {}
    for line in head.splitlines():
        assert QUOTED.match(line), line
        name, _, value = line.partition(": ")
        fields[name] = date.fromisoformat(value) if re.match(r"\d{4}-\d\d-", value) else json.loads(value)
    return fields, body.splitlines()


@settings(max_examples=50, deadline=None)
@given(leaving.goals, st.lists(leaving.entries, max_size=2))
def test_what_was_written_stays_in_its_place(of: Goal, entries: list[Entry]) -> None:
    of = of._replace(answers={"specific.why": of.statement}, lesson=of.statement)
    fields, lines = page(of, *entries)
    assert fields["title"] == " ".join(of.title.split()) or not of.title
    assert fields["number"] == of.no
    assert fields["uuid"] == of.uuid and fields["deadline"] == of.deadline
    heads = [line for line in lines if re.match(r"#{1,6} ", line)]
    named = 1 + bool(of.statement) * 2 + 1 + bool(of.milestones) + bool(of.activities) + bool(entries)
    assert len(heads) == named
    table = [line for line in lines if line.startswith("| ")]
    assert len(table) == (len(entries) + 1 if entries else 0)
    assert all(len(UNESCAPED.findall(line)) == 4 for line in table)
    tasks = [line for line in lines if re.match(r"- \[[ x]\] ", line)]
    assert len(tasks) == len(of.milestones) + len(of.activities)
    assert not any(line.startswith("---") for line in lines)


def test_all_that_was_said_of_a_goal_is_on_its_page() -> None:
    rating = measure(Kind.RATING, "0", levels=("far off", "off", "there", "beyond", "far beyond"), reason="clearer now")
    of = goal(
        "Speak at ease",
        state=State.CLOSED,
        outcome=Outcome.PARTLY,
        closed_on=TODAY,
        lesson="Begin small.",
        owner="me",
        people="Bo",
        area="Work",
        tags=("my talks",),
        answers={"relevant.why": "It matters.\nTo me.", "specific.what": "Speak", "raw.target": "x", "my.own": "More"},
        measures=(rating,),
        activities=(Activity(1, "a", "Call Bo", "Monday", outcome=Promise.PARTLY, reason="ill"),),
        plans=(IfThenPlan(1, "p", "it is Monday", "I call"),),
        confidence=(Confidence(TODAY, 7),),
        pauses=(Pause(date(2026, 1, 3)),),
    )
    fields, lines = page(of)
    assert fields["tags"] == ["goal", "my-talks"] and fields["closed"] == TODAY and fields["kind"] == "rating"
    text = "\n".join(lines)
    for said in (
        "closed, partly achieved",
        "**Owner** me",
        "**People** Bo",
        "It matters.\nTo me.",
        "## my.own\n\nMore",
        "- from 1 January 2026: rating · 0 books · clearer now",
        "  - −2: far off",
        "- [ ] Call Bo, Monday, partly, ill",
        "- If it is Monday, then I call",
        "- 15 January 2026: 7",
        "- since Sat 3 January 2026",
        "## Lesson\n\nBegin small.",
    ):
        assert said in text
    assert "raw.target" not in text
    assert text.index("What do you want") < text.index("It matters") < text.index("my.own")
