"""The demo's past: finished reviews whose figures are those of their day, a review that waits, and a journal."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from smart_tui.demo import past_da, past_en, past_sv
from smart_tui.demo.journal import ENTRIES
from smart_tui.demo.reviews import REVIEWS
from smart_tui.demo.reviewtext import Written
from smart_tui.domain.calendar import week_start
from smart_tui.domain.goal import Promise
from smart_tui.domain.goalweek import goal_week
from smart_tui.domain.measure import goal_days
from smart_tui.domain.promises import promises_of, usual
from smart_tui.domain.review import Cause, Decision, Repair, Review
from smart_tui.domain.reviewweek import span_of
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.store import queries
from smart_tui.store.connection import Reader, open_reader
from smart_tui.store.queries.journal import MomentKind, timeline
from smart_tui.store.queries.reviewpages import review_page
from smart_tui.store.queries.reviews import outcomes_by_week, review, review_due, review_goals, reviews
from tests import demos

LANGUAGES: dict[str, Written] = {"en": past_en.WRITTEN, "da": past_da.WRITTEN, "sv": past_sv.WRITTEN}
THURSDAY, SUNDAY = "2026-01-15", "2026-03-01"


@pytest.fixture(params=[THURSDAY, SUNDAY])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, date, Settings]:
    """The English demo of a day, the day, and its settings."""
    path: Path = demos.demo(tmp_path_factory, "en", request.param)
    reader = open_reader(str(path))
    return reader, date.fromisoformat(request.param), queries.settings(reader)


def whole(reader: Reader) -> list[Review]:
    """All reviews with what they hold, oldest first."""
    return [review(reader, header.id) for header in reversed(reviews(reader))]


def test_the_review_of_last_week_is_due_with_promises_and_open_days(told: tuple[Reader, date, Settings]) -> None:
    reader, today, settings = told
    due = review_due(reader, today, settings)
    last_week = week_start(today) - timedelta(weeks=1)
    assert due is not None and last_week in due.weeks
    goals = review_goals(reader, due, today, settings)
    promised = [each for goal, *_ in goals for each in promises_of(goal, last_week, settings)]
    assert len(promised) == 5 and sum(each.done_on is None for each in promised) == 1
    assert {each.outcome for each in promised} == {None}
    weeks = [goal_week(goal, days, due, today, settings, standing) for goal, standing, days in goals]
    [coffee] = [week for week in weeks if week.title == "At most 2 cups of coffee a day"]
    weekend = {last_week + timedelta(days=5), last_week + timedelta(days=6)}
    assert weekend <= set(coffee.missing)
    found = outcomes_by_week(reader, today, settings)
    kept = usual([(each.kept + Decimal(each.partly) / 2, each.made) for each in found])
    assert kept is not None and 1 < kept.kept < kept.made


def test_a_finished_page_shows_the_figures_of_its_day(told: tuple[Reader, date, Settings]) -> None:
    """What a review kept of each goal is what the goal's entries up to that evening come to."""
    reader, today, settings = told
    goals = {goal.id: goal for goal in queries.goals(reader)}
    entries = queries.entries_of(reader, list(goals))
    compared = 0
    for each in whole(reader):
        assert each.finished and each.finished_at is not None
        assert each.finished_at.date() == each.last
        page = review_page(reader, each.id, today, settings)
        assert len(page.weeks) == len(each.goals) >= 3
        span = span_of(each.since, each.week, settings)
        for week in page.weeks:
            goal = goals[week.goal_id]
            assert goal.start is not None and goal.start <= each.last
            known = [entry for entry in entries.get(goal.id, ()) if entry.on <= each.last]
            days = goal_days(goal, known, each.last)
            now = goal_week(goal, days, span, each.last, settings, assess(goal, known, each.last, settings))
            sums = [figures.value for figures in now.weeks]
            assert [figures.value for figures in week.weeks] == sums, (each.week, week.title)
            assert [(one.what, one.outcome) for one in week.promises] == [
                (one.what, one.outcome) for one in now.promises
            ]
            compared += 1
    assert compared > 150


def test_reviews_tell_of_causes_repairs_decisions_and_a_holiday_that_was_missed(
    told: tuple[Reader, date, Settings],
) -> None:
    reader, today, _ = told
    found = whole(reader)
    held = [each for one in found for each in one.goals]
    assert {*Decision} == {each.decision for each in held if each.decision}
    assert {*Repair} == {each.repair for each in held if each.repair}
    assert len({each.cause for each in held if each.cause}) >= len(Cause) - 2
    assert all(each.repair_said for each in held if each.repair)
    assert (today - found[0].week).days == pytest.approx(290, abs=8)
    holiday = today - timedelta(days=198)
    assert any(one.since <= holiday < one.week for one in found)
    assert [one.since for one in found[-5:]] == [one.week for one in found[-5:]]
    covered = [(one.since, one.last) for one in found]
    assert all(earlier[1] + timedelta(days=1) == later[0] for earlier, later in pairwise(covered))


def test_the_journal_holds_all_four_kinds_of_moments(told: tuple[Reader, date, Settings]) -> None:
    moments = timeline(told[0], limit=500)
    kinds = [moment.kind for moment in moments]
    assert {*kinds} == {*MomentKind}
    assert kinds.count(MomentKind.JOURNAL) == len(ENTRIES) >= 15
    texts = "\n".join(moment.text for moment in moments if moment.kind is MomentKind.JOURNAL)
    for part in ("# ", "\n- ", "\n1. ", "https://example.org/"):
        assert part in texts
    assert {len(moment.goals) for moment in moments if moment.kind is MomentKind.JOURNAL} == {0, 1, 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_each_language_and_in_its_own_words(language: str) -> None:
    written, english = LANGUAGES[language], past_en.WRITTEN
    assert list(written.journal) == list(english.journal) == list(ENTRIES)
    assert all(text.strip() for text in written.journal.values())
    assert len({*written.months}) == 12
    assert written.reviews.keys() == english.reviews.keys() <= {each.back for each in REVIEWS}
    promised = {each.back: each.promises for each in REVIEWS}
    for back, text in written.reviews.items():
        other = english.reviews[back]
        for field in ("well", "hindered", "change", "relevant", "accepted"):
            assert bool(getattr(text, field)) == bool(getattr(other, field)), (back, field)
        assert text.plans.keys() == other.plans.keys() and text.notes.keys() == other.notes.keys()
        for (what, reason), (_, outcome) in zip(text.promises, promised[back], strict=True):
            assert what and bool(reason) == (outcome in (Promise.PARTLY, Promise.NOT)), (back, what)
        if language != "en":
            assert text.well != other.well and text.hindered != other.hindered
            assert all(here[0] != there[0] for here, there in zip(text.promises, other.promises, strict=True))
    if language != "en":
        assert all(text != english.journal[key] for key, text in written.journal.items())
    assert not re.search(r"\w+@\w+", str(written))
