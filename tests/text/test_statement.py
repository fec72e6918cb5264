"""The statement says every goal in one sentence of each language, each thing once."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Goal, Kind, Measure, Period, State
from smart_tui.domain.settings import Settings
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.statement import headline, statement
from tests.text.examples import ARTICLES, OTHERS, TODAY, Example, measured

REVIEWED = Path(__file__).with_name("statements.txt")


def block(example: Example) -> str:
    said = [f"  {code}  {statement(example.goal(code), TODAY, words(code))}" for code in LANGUAGES]
    return "\n".join([example.name, *said]).replace("\xa0", "~")


def test_statements_read_as_reviewed() -> None:
    head = "Statements on 15 January 2026; ~ stands for a no-break space.\n\n"
    text = head + "\n\n".join(block(example) for example in (*ARTICLES, *OTHERS)) + "\n"
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


def goal(title: str, measure: Measure | None = None, language: str = "en", **fields: Any) -> Goal:
    measures = (measure,) if measure else ()
    return Goal(1, "", 1, title, State.DRAFT, "international", language, measures=measures)._replace(**fields)


def test_a_statement_edited_by_hand_wins() -> None:
    edited = goal("Read", measured(Kind.TOTAL, 24), statement="I read two books a month.")
    assert statement(edited, TODAY, words("da")) == "I read two books a month."


def test_a_row_says_the_amount_that_was_taken_out_of_the_title() -> None:
    week = Measure(Kind.QUOTA, date(2026, 1, 1), Decimal(70_000), "steps", period=Period.WEEK)
    goal = Goal(1, "u", 1, "Walk steps", State.ACTIVE, "international", "en", measures=(week,))
    assert headline(goal, words("en")) == "Walk 70,000 steps a week"
    assert headline(goal._replace(title="Walk 70 000 steps a week"), words("en")) == "Walk 70 000 steps a week"
    assert headline(goal._replace(measures=()), words("en")) == "Walk steps"
    total = week._replace(kind=Kind.TOTAL, target=Decimal(24), unit="books", period=None)
    assert headline(goal._replace(title="Read books", measures=(total,)), words("en")) == "Read 24 books"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Hold meetings", "Hold 8 meetings a week"),
        ("Meetings with customers", "8 meetings with customers a week"),
        ("Customer meetings", "Customer meetings: at least 8 a week"),
        ("Long meetings", "Long meetings: at least 8 a week"),
    ],
)
def test_an_amount_goes_into_a_title_only_where_one_can_count_there(title: str, said: str) -> None:
    weekly = measured(Kind.QUOTA, 8, period=Period.WEEK)._replace(unit="meetings")
    assert headline(goal(title, weekly), words("en")) == said


@pytest.mark.parametrize(
    ("title", "language", "unit", "said"),
    [
        ("Read pages before bed", "en", "pages", "Read 20 pages a day before bed."),
        ("Read 20 pages before bed", "en", "pages", "Read 20 pages a day before bed."),
        ("Read pages of poems", "en", "pages", "Read 20 pages of poems a day."),
        ("Læse sider før sengetid", "da", "sider", "Læse 20 sider om dagen før sengetid."),
        ("Læse sider til børnene", "da", "sider", "Læse 20 sider til børnene om dagen."),
        ("Läsa sidor innan jag somnar", "sv", "sidor", "Läsa 20 sidor om dagen innan jag somnar."),
        ("Läsa sidor för barnen", "sv", "sidor", "Läsa 20 sidor för barnen om dagen."),
    ],
)
def test_a_period_stands_behind_what_is_counted_and_not_behind_when_it_is_done(
    title: str, language: str, unit: str, said: str
) -> None:
    daily = measured(Kind.QUOTA, 20, period=Period.DAY)._replace(unit=unit)
    assert statement(goal(title, daily, language), TODAY, words(language)).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("title", "language", "unit", "said"),
    [
        ("Save for a boiler", "en", "£", "Save £3,000 for a boiler."),
        ("Save", "en", "kr", "Save 3,000 kr."),
        ("A boiler", "en", "£", "A boiler: £3,000."),
        ("Spare op inden ferien", "da", "kr", "Spare 3.000 kr op inden ferien."),
        ("Spara till en båt", "sv", "kr", "Spara 3 000 kr till en båt."),
        ("Spara till en båt", "sv", "£", "Spara 3 000 £ till en båt."),
    ],
)
def test_money_stands_behind_its_verb_with_its_sign_where_the_language_has_it(
    title: str, language: str, unit: str, said: str
) -> None:
    saved = goal(title, measured(Kind.TOTAL, 3000)._replace(unit=unit), language)
    assert statement(saved, TODAY, words(language)).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("title", "change", "said"),
    [
        ("Halve the waste", -50, "Halve the waste."),
        ("Double the sales", 100, "Double the sales."),
        ("Double the sales", 50, "Double the sales: +50%."),
    ],
)
def test_a_verb_that_says_the_change_says_it_alone(title: str, change: int, said: str) -> None:
    level = Measure(Kind.LEVEL, TODAY, unit="t", change_percent=Decimal(change))
    assert statement(goal(title, level), TODAY, words("en")) == said


def test_nothing_written_says_nothing() -> None:
    assert statement(goal("  "), TODAY, words("en")) == ""


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Walk 70 000 steps", "sv"),
        ("Walk 70\xa0000 steps", "sv"),
        ("Gå 70.000 skridt", "da"),
        ("Walk 70,000 steps", "en"),
        ("Walk 70000 steps", "en"),
        ("Walk 70K steps", "en"),
    ],
)
def test_a_number_in_the_title_is_not_said_again(title: str, language: str) -> None:
    steps = goal(title, measured(Kind.TOTAL, 70000), language)
    assert statement(steps, TODAY, words("en")) == f"{title}."


def test_a_number_word_in_the_title_counts_as_the_number() -> None:
    assert statement(goal("Læs tolv bøger", measured(Kind.TOTAL, 12), "da"), TODAY, words("da")) == "Læs tolv bøger."


def test_an_article_counts_as_one() -> None:
    posts = goal("Skriv et indlæg hver uge", measured(Kind.QUOTA, 1, period=Period.WEEK), "da")
    assert statement(posts, TODAY, words("da")) == "Skriv et indlæg hver uge."


def test_a_day_in_the_title_is_not_said_again() -> None:
    launch = goal("Launch by 15 April", deadline=date(2026, 4, 15))
    assert statement(launch, TODAY, words("en")) == "Launch by 15 April."
    assert statement(launch._replace(deadline=date(2026, 4, 16)), TODAY, words("en")).endswith("Thu 16 April 2026.")


def test_the_persons_own_share_is_used_where_the_measure_leaves_it_open() -> None:
    quota = measured(Kind.QUOTA, 8, period=Period.WEEK)
    weekly = goal("Meet 8 customers a week", quota, start=date(2026, 1, 5), deadline=date(2027, 1, 3))
    assert "in at least 26 of 52 weeks" in statement(weekly, TODAY, words("en"), Settings(default_share=50))


def test_the_title_is_never_used_as_a_format() -> None:
    assert statement(goal("Write {date} {0} %s"), TODAY, words("en")) == "Write {date} {0} %s."


PIECES = ("18", "pages", "a month", "on Mondays", "by 15 April 2027")


@given(st.sampled_from(("Read", "Get through", "reading")), st.lists(st.booleans(), min_size=5, max_size=5))
@settings(max_examples=100, deadline=None)
def test_what_the_title_says_is_not_said_again(verb: str, chosen: list[bool]) -> None:
    quota = measured(Kind.QUOTA, 18, period=Period.MONTH, weekdays=0b0000001)._replace(unit="pages")
    title = " ".join([verb, *(piece for piece, wanted in zip(PIECES, chosen, strict=True) if wanted)])
    said = statement(goal(title, quota, deadline=date(2027, 4, 15)), TODAY, words("en"))
    assert said.count("pages") <= 1, said
    for thing in ("18", "month", "Monday", "April"):
        assert said.count(thing) == 1, said


@given(
    st.text(max_size=40),
    st.sampled_from(Kind),
    st.none() | st.decimals(-(10**9), 10**9, places=2),
    st.none() | st.decimals(1, 10**9, places=2),
    st.none() | st.sampled_from(Period),
    st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=100, deadline=None)
def test_every_partial_draft_has_a_statement(
    title: str,
    kind: Kind,
    target: Decimal | None,
    baseline: Decimal | None,
    period: Period | None,
    deadline: date | None,
    language: str,
) -> None:
    measure = Measure(kind, TODAY, target, baseline=baseline, period=period, change_percent=target)
    draft = goal(title, measure, language, deadline=deadline, start=TODAY)
    said = statement(draft, TODAY, words(language))
    assert bool(said) == bool(title.strip().rstrip(" .,;:+"))
