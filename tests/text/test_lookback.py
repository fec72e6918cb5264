"""A month, a quarter and a year looked back on, and the journal, in words and as Markdown."""

import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tried

from smart_tui.domain.goal import Kind, Outcome, Period
from smart_tui.domain.lookback import Ended, Line, LookBack, Moved
from smart_tui.domain.promises import Share
from smart_tui.domain.review import CHANGE, HINDERED, WELL, Cause, JournalEntry
from smart_tui.domain.settings import Settings
from smart_tui.domain.stretch import Stretch
from smart_tui.i18n import LANGUAGES, words
from smart_tui.store.queries.journal import About, Moment, MomentKind
from smart_tui.text.journal import journal_markdown, moment_head
from smart_tui.text.lookback import lookback_lines, lookback_markdown, moved_said, stretch_title
from tests.text.test_reviewpage import HOSTILE, body, drawn, shape

REVIEWED = Path(__file__).with_name("lookbacks.txt")
ENGLISH, USUAL = words("en"), Settings()
JANUARY = Stretch.of(date(2026, 1, 15), Period.MONTH)


def moved(title: str, kind: Kind, before: int | None, after: int | None, target: int | None, **more: object) -> Moved:
    values = [None if value is None else Decimal(value) for value in (before, after)]
    change = None if before is None or after is None else Decimal(after) - Decimal(before)
    aim = None if target is None else Decimal(target)
    unit = str(more.pop("unit", ""))
    part = Fraction(int(bool(change or more.get("judged"))))
    return Moved(1, 1, title, kind, unit, values[0], values[1], change, aim, part=part)._replace(**more)  # type: ignore[arg-type]


FOUND = LookBack(
    stretch=JANUARY,
    over=True,
    reviewed=3,
    weeks=4,
    promises=Share(11, 2, 15, 16),
    ended=(
        Ended(3, 3, "Launch the new product", Outcome.ACHIEVED, "Begin with the text.", date(2026, 1, 14)),
        Ended(4, 9, "Write a post every week", Outcome.DROPPED, "", date(2026, 1, 20)),
    ),
    begun=((7, "Be at ease speaking in public"),),
    moved=(
        moved("Visits to our site", Kind.LEVEL, 12400, 12900, 14880, unit="visits", confidence=((JANUARY.first, 8),)),
        moved("8 customer meetings", Kind.QUOTA, None, 31, 8, met=3, judged=4, period=Period.WEEK),
        moved(
            "Read 24 books",
            Kind.TOTAL,
            0,
            3,
            24,
            unit="books",
            confidence=((JANUARY.first, 6), (JANUARY.last, 8)),
        ),
        moved("Launch the shop", Kind.MILESTONES, 1, 2, 4),
        moved("Speak in public", Kind.RATING, -1, 0, None),
        moved("Sleep", Kind.LEVEL, 7, 7, None, unit="h"),
    ),
    lines=(
        Line(date(2026, 1, 5), WELL, "Slow start, good calls."),
        Line(date(2026, 1, 12), HINDERED, "Two days ill."),
        Line(date(2026, 1, 12), CHANGE, "Calls before mail."),
    ),
    causes=((Cause.TIME, 3), (Cause.WAITING, 1)),
)
EMPTY = LookBack(JANUARY.before, True, 0, 0, Share(0, 0, 0, 0), (), (), (), (), ())


def test_a_month_reads_as_reviewed() -> None:
    told = [*drawn(lookback_lines(FOUND, USUAL, ENGLISH)), "", lookback_markdown(FOUND, USUAL, ENGLISH)]
    told += drawn(lookback_lines(EMPTY, USUAL, ENGLISH))
    text = "\n".join(told) + "\n"
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


def test_a_quarter_that_runs_says_what_it_asks_for_so_far() -> None:
    letters = moved("Newsletters", Kind.QUOTA, None, 1, 3, unit="letters", running=Decimal(1), asked=Decimal(3))
    letters = letters._replace(period=Period.QUARTER)
    assert moved_said(letters, ENGLISH) == "1 of 3 letters in the quarter so far"
    assert moved_said(letters, ENGLISH, JANUARY.last) == "1 of 3 letters in the quarter by 31 January"
    assert moved_said(letters._replace(at_most=True), ENGLISH) == "1 of at most 3 letters in the quarter so far"


def test_a_quarter_and_a_year_keep_one_line_of_what_was_to_change() -> None:
    lines = tuple(
        Line(date(2026, 1, 5) + timedelta(weeks=week), prompt, f"{prompt} {week} " + "x" * 200)
        for week in range(13)
        for prompt in ((WELL, HINDERED) if week in (3, 12) else (WELL, CHANGE))
    )

    def told(period: Period, lines: tuple[Line, ...] = lines) -> list[str]:
        found = EMPTY._replace(stretch=Stretch.of(JANUARY.first, period), lines=lines)
        return [line.text for line in lookback_lines(found, USUAL, ENGLISH)][3:]

    weeks, months = told(Period.QUARTER)[1:], told(Period.YEAR)[1:]
    # Weeks that say nothing of a change are not said to.
    assert (len(weeks), weeks[1][:20], weeks[4][:20]) == (12, "  Week 2: change 0 x", "  Week 6: change 4 x")
    assert [line.split(" x")[0] for line in months[1:]] == [
        "  January 2026: change 2",
        "  February 2026: change 7",
        "  March 2026: change 11",
    ]
    assert max(map(len, [*weeks, *months])) < 130
    others = told(Period.QUARTER, tuple(line for line in lines if line.prompt != CHANGE))
    assert (others[1], others[2][:18]) == ("From the weeks", "  Week 2: well 0 x")


def test_a_stretch_is_called_by_its_name() -> None:
    said = [stretch_title(Stretch.of(JANUARY.first, period), ENGLISH) for period in (Period.QUARTER, Period.YEAR)]
    assert said == ["Quarter 1, 2026", "2026"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_unformatted_in_any_language(code: str) -> None:
    assert "{" not in lookback_markdown(FOUND, USUAL, words(code))


@given(title=HOSTILE.filter(str.strip), said=HOSTILE.filter(str.strip))
@tried(max_examples=40, deadline=None)
def test_whatever_was_written_breaks_no_look_back(title: str, said: str) -> None:
    def told(title: str, said: str) -> str:
        found = FOUND._replace(
            ended=(FOUND.ended[0]._replace(title=title, lesson=said),),
            moved=(FOUND.moved[0]._replace(title=title, unit=said),),
            begun=((7, title),),
            lines=(Line(date(2026, 1, 5), said, said),),
        )
        return lookback_markdown(found, USUAL, ENGLISH)

    assert shape(told(title, said)) == shape(told("x", "x"))


def test_a_moment_is_headed_by_its_day_and_what_it_is() -> None:
    goal, on = (About(1, 4, "Read 24 books"),), date(2026, 1, 17)
    heads = [
        moment_head(moment, USUAL, ENGLISH)
        for moment in (
            Moment(MomentKind.JOURNAL, 1, on, "x"),
            Moment(MomentKind.JOURNAL, 1, on, "x", (*goal, About(2, 5, ""))),
            Moment(MomentKind.REVIEW, 1, date(2026, 1, 18), "x", week=date(2026, 1, 12)),
            Moment(MomentKind.LESSON, 1, on, "x", goal),
            Moment(MomentKind.NOTE, 1, on, "x", goal, datetime(2026, 1, 17, tzinfo=UTC), Decimal(2)),
        )
    ]
    assert heads == [
        "Sat 17 January 2026",
        "Sat 17 January 2026 · Read 24 books, goal 5",
        "Sun 18 January 2026 · Review of week 3",
        "Sat 17 January 2026 · Lesson · Read 24 books",
        "Sat 17 January 2026 · Check-in · Read 24 books · 2",
    ]


@given(title=HOSTILE, text=HOSTILE.filter(str.strip))
@tried(max_examples=40, deadline=None)
def test_an_entry_keeps_its_own_markdown_behind_the_front_matter(title: str, text: str) -> None:
    entry = JournalEntry(1, "u", date(2026, 1, 17), text)
    told = journal_markdown(entry, (About(1, 4, title),), ENGLISH)
    assert body(told).strip("\n") == text.strip("\n")
