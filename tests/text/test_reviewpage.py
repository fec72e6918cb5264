"""The page of a week as one reads it a year later, on the screen and as Markdown that holds whatever was written."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from smart_tui.domain.goal import Status
from smart_tui.domain.review import CHANGE, HINDERED, PROMPTS, WELL, Cause, GoalReview, Repair, Review
from smart_tui.domain.settings import Settings
from smart_tui.domain.weekfigures import GoalWeek, Promised
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.reviewpage import Line, goal_week_markdown, markdown, page
from tests.text import weeks

REVIEWED = Path(__file__).with_name("reviewpages.txt")
ENGLISH, USUAL = words("en"), Settings()
LAST_WEEK = {week.goal_id: week._replace(status=Status.ON_TRACK) for week in weeks.FIVE}
LATER = {1: weeks.MEETINGS_BEHIND._replace(weeks=weeks.weeks(8, 6, target=8))}
MOST_LINES = 60

PAGES: tuple[tuple[str, tuple[Review, tuple[GoalWeek, ...]], dict[int, GoalWeek], dict[int, GoalWeek]], ...] = (
    ("all on track", weeks.ALL_FINE, {}, LAST_WEEK),
    ("two behind, with cause and repair; one entry came later", weeks.TWO_BEHIND, LATER, LAST_WEEK),
    ("three weeks side by side", weeks.SIDE_BY_SIDE, {}, {}),
    ("nothing answered", weeks.NOTHING_ANSWERED, {}, {}),
    ("the short way, one goal paused, one finished", weeks.EXPRESS, {}, {}),
    ("a week without a review", (weeks.review(id=0, started_at=None, finished_at=None), weeks.FIVE[:2]), {}, {}),
)


def drawn(lines: tuple[Line, ...]) -> list[str]:
    return [f"{line.style:<6}{f'{line.text:<56}{line.end}'.rstrip()}".rstrip() for line in lines]


def test_pages_read_as_reviewed() -> None:
    told = []
    for name, (review, found), now, earlier in PAGES:
        lines = page(review, found, now, USUAL, ENGLISH, earlier=earlier)
        told += [f"=== {name}", *drawn(lines), ""]
    review, found = weeks.TWO_BEHIND
    told += ["=== as Markdown", markdown(review, found, LATER, USUAL, ENGLISH, earlier=LAST_WEEK)]
    told += ["=== one goal as Markdown", goal_week_markdown(review, found[1], LATER, USUAL, ENGLISH)]
    text = "\n".join(told)
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


def busy() -> tuple[Review, tuple[GoalWeek, ...]]:
    """Five goals with three promises each, kept, partly kept and not, and three more planned; two behind."""
    promises = weeks.MEETINGS_BEHIND.promises
    found = [
        week._replace(promises=promises, course=week.course._replace(planned=("a", "b", "c")))
        for week in weeks.TWO_BEHIND[1]
    ]
    return weeks.TWO_BEHIND[0]._replace(lines=weeks.LINES), tuple(found)


def test_five_goals_with_promises_and_three_lines_take_60_lines_at_most() -> None:
    review, found = busy()
    assert len(page(review, found, LATER, USUAL, ENGLISH, earlier=LAST_WEEK)) <= MOST_LINES
    assert len(markdown(review, found, LATER, USUAL, ENGLISH, earlier=LAST_WEEK).splitlines()) <= MOST_LINES


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_unformatted_in_any_language(code: str) -> None:
    for _, (review, found), now, earlier in PAGES:
        text = markdown(review, found, now, USUAL, words(code), earlier=earlier)
        text += "".join(map("".join, page(review, found, now, USUAL, words(code), earlier=earlier)))
        assert "{" not in text


def test_a_page_tells_what_was_entered_afterwards_and_not_what_stayed() -> None:
    review, found = weeks.TWO_BEHIND
    same = {week.goal_id: week._replace(status=None, value=Decimal(99)) for week in found}
    assert "afterwards" not in markdown(review, found, same, USUAL, ENGLISH)
    assert "Changed afterwards: 6 of 8 meetings" in markdown(review, found, LATER, USUAL, ENGLISH)


def test_what_mends_a_cause_is_not_told_again_as_planned_though_it_names_its_day() -> None:
    review, found = weeks.TWO_BEHIND
    held = GoalReview(found[0].goal_id, cause=Cause.WAITING, repair=Repair.ASK, repair_said="Ask Bo, 25 March 2026")
    for planned, told in ((("Ask Bo",), ""), (("Ask Bo", "Ask Ida"), "Next: Ask Ida"), (("Ask",), "Next: Ask")):
        week = found[0]._replace(course=found[0].course._replace(planned=planned))
        text = [line.text.strip() for line in page(review._replace(goals=(held,)), (week,), {}, USUAL, ENGLISH)]
        assert "→ Ask Bo, 25 March 2026" in text
        assert [line for line in text if line.startswith("Next")] == [told] * bool(told)


def test_prompts_of_ones_own_stand_as_they_were_asked_before_what_was_written() -> None:
    review = weeks.review(lines={"Did I sleep enough?": "Mostly."})
    asked = markdown(review, (), None, USUAL, ENGLISH, asked=(CHANGE, "Did I sleep enough?"))
    assert asked.endswith("**I change:** not answered\n\n**Did I sleep enough?** Mostly.\n")


def test_weeks_that_begin_on_sunday_have_a_day_for_a_name() -> None:
    sunday = weeks.review(week=date(2026, 7, 12), since=date(2026, 7, 12), last=date(2026, 7, 18))
    settings = Settings(first_weekday=6)
    title = page(sunday, (), None, settings, ENGLISH)[0].text
    assert title == "Week of 12 July · 12–18 July 2026"
    assert 'week: "2026-07-12"' in markdown(sunday, (), None, settings, ENGLISH)


HOSTILE = st.lists(
    st.sampled_from(
        [
            *("---", "# ", "## x", "```", "`", "\n", "\n\n", "- ", "* ", "1. ", "> ", "~~~", "===", "<!--", "<div>"),
            *("[", "](x)", "**", "_", "\\", '"', "{title}", "%s", "title: x", "a", " ", "\t", "|", "&copy;", "![", "$"),
        ]
    )
    | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=8,
).map("".join)


def shape(text: str) -> list[tuple[str, str]]:
    """The blocks of a Markdown text behind its front matter, without what stands in them."""
    return [(token.type, token.tag) for token in MarkdownIt().parse(body(text)) if token.type != "inline"]


def body(text: str) -> str:
    head, dashes, rest = text.removeprefix("---\n").partition("\n---\n")
    assert dashes
    assert all(line.split(": ")[0] in FIELDS for line in head.splitlines())
    return rest


FIELDS = ("title", "date", "from", "week", "type", "tags", "goals")


def first_bold(text: str) -> str:
    """What stands in bold first, as it reads."""
    for token in MarkdownIt().parse(body(text)):
        children = token.children or []
        opened = [at for at, child in enumerate(children) if child.type == "strong_open"]
        if opened:
            closed = next(at for at, child in enumerate(children) if child.type == "strong_close")
            return "".join(child.content for child in children[opened[0] + 1 : closed])
    return ""


def told(title: str, said: str) -> tuple[str, tuple[Line, ...], str]:
    """A page, its lines and one goal's page that hold a title and a text wherever a person can write one."""
    week = weeks.MEETINGS_BEHIND._replace(title=title, unit=said, promises=(Promised(None, said, said),))
    held = GoalReview(1, None, Cause.OTHER, said, Repair.PLAN, said)
    review = weeks.review(lines=dict.fromkeys(PROMPTS, said), goals=(held,))
    one = goal_week_markdown(review, week, None, USUAL, ENGLISH)
    return markdown(review, (week,), None, USUAL, ENGLISH), page(review, (week,), None, USUAL, ENGLISH), one


@given(title=HOSTILE.filter(str.strip), said=HOSTILE)
@tried(max_examples=60, deadline=None)
def test_whatever_was_written_breaks_no_page_and_titles_read_as_they_are(title: str, said: str) -> None:
    whole, lines, one = told(title, said)
    plain = told("x", "x" if said.strip() else "")
    assert shape(whole) == shape(plain[0])
    assert shape(one) == shape(plain[2])
    assert [line.style for line in lines] == [line.style for line in plain[1]]
    assert not any("\n" in line.text + line.end for line in lines)
    wanted = " ".join(title.split())
    assert first_bold(whole) == wanted
    goals = next(line for line in whole.splitlines() if line.startswith("goals: "))
    assert json.loads(goals.removeprefix("goals: ")) == [wanted]


def test_emphasis_and_links_in_what_was_written_stay() -> None:
    said = "I *did* it, see [[Plan]] and https://x.dk #win"
    assert f"**Went well:** {said}" in markdown(weeks.review(lines={WELL: said}), (), None, USUAL, ENGLISH)
    assert "**In the way:** \\# rain" in markdown(weeks.review(lines={HINDERED: "# rain"}), (), None, USUAL, ENGLISH)
