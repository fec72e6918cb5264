"""What the page says beside the first sentence: forecast, minimum, streak, realism, roll-up, charts, weekdays."""

import os
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.buffer import Ask
from smart_tui.domain.forecast import Forecast, Outlook, Trend
from smart_tui.domain.goal import (
    Assessment,
    Confidence,
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Period,
    PeriodVerdict,
    Reading,
    Reason,
    State,
    Status,
)
from smart_tui.domain.rollup import RollUp
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.domain.streak import Streak
from smart_tui.i18n import LANGUAGES, Words, words
from smart_tui.text import labels
from smart_tui.text.chartwords import (
    calendar_sentence,
    chart_sentence,
    confidence_sentence,
    forecast_sentence,
    inside_sentence,
    ratings_sentence,
    tally,
)
from smart_tui.text.clash import clash
from smart_tui.text.distance import ends_said
from smart_tui.text.forecast import forecast_brief, outlook_sentence
from smart_tui.text.minimum import buffer_sentence, minimum_heading, minimum_rows, minimum_sentence
from smart_tui.text.quota import quota_sentence
from smart_tui.text.realism import realism_sentences
from smart_tui.text.rollup import rollup_sentence
from smart_tui.text.streak import streak_sentence
from smart_tui.text.weekdays import listed, weekdays_said
from tests.text.examples import measured

REVIEWED = Path(__file__).with_name("tracking.txt")
TODAY, DEADLINE = date(2026, 7, 15), date(2026, 10, 16)
Said = Callable[[Words], str]


def goal(measure: Measure | None, **fields: object) -> Goal:
    measures = (measure,) if measure else ()
    whole = Goal(1, "u", 1, "x", State.ACTIVE, "international", "en", deadline=DEADLINE, measures=measures)
    return whole._replace(**fields)  # type: ignore[arg-type]


def days(first: str, last: str | None) -> Forecast:
    earliest = date.fromisoformat(first)
    return Forecast(earliest, earliest, date.fromisoformat(last) if last else None)


def asks(*amounts: int | str) -> tuple[Ask, ...]:
    return tuple(Ask(TODAY + timedelta(days=ahead), Decimal(amount)) for ahead, amount in enumerate(amounts, 1))


def week(number: int, *, judged: bool = True, met: bool | None = None) -> PeriodVerdict:
    first = date(2026, 7, 13) - timedelta(weeks=number)
    return PeriodVerdict(first, first + timedelta(days=6), Decimal(8), None, judged, met, 7, 7, 0)


def verdicts_of(signs: str) -> list[PeriodVerdict]:
    """One week a sign, the last of them the running one: + met, - not met, ? unknown, x not counted."""
    kinds = {"+": (True, True), "-": (True, False), "?": (True, None), "x": (False, None)}
    found = []
    for number, sign in enumerate(signs):
        judged, met = kinds[sign]
        found.append(week(len(signs) - 1 - number, judged=judged, met=met))
    return found


BOOKS = measured(Kind.TOTAL, 24)._replace(unit="books")
KILOS = measured(Kind.LEVEL, 78, baseline=84)._replace(unit="kg")
RATE = measured(Kind.LEVEL, 8, baseline=5)._replace(unit="%")
VISITS = measured(Kind.LEVEL, baseline=12400, change_percent=20, reading=Reading.PER_PERIOD)._replace(
    unit="visits", period=Period.MONTH
)
MEETINGS = measured(Kind.QUOTA, 8)._replace(unit="meetings", period=Period.WEEK)
PARTS = tuple(
    Milestone(number, "", name, TODAY + timedelta(days=ahead), done_on=done)
    for number, (name, ahead, done) in enumerate(
        (("Sketch", 1, TODAY), ("Prototype", 2, None), ("Test", 4, None), ("Launch", 6, None)), 1
    )
)
LAUNCH = goal(measured(Kind.MILESTONES), milestones=PARTS)


def ahead(outlook: Outlook, measure: Measure = BOOKS, deadline: date | None = DEADLINE) -> Said:
    return lambda spoken: outlook_sentence(goal(measure, deadline=deadline), outlook, TODAY, spoken)


def bare(measure: Measure, *amounts: int | str, behind: bool = False) -> Said:
    return lambda spoken: minimum_sentence(asks(*amounts), goal(measure), TODAY, spoken, behind=behind)


def table(of: Goal, *amounts: int | str) -> Said:
    def said(spoken: Words) -> str:
        rows = minimum_rows(asks(*amounts), of, TODAY, spoken)
        heading = minimum_heading(asks(*amounts), of, TODAY, spoken)
        return heading + "".join(f"\n      {day}: {amount}" for day, amount in rows)

    return said


def buffer(measure: Measure, value: str, spare: int, status: Status = Status.ON_TRACK) -> Said:
    found = Assessment(status, Reason("gap"), Decimal(value))
    return lambda spoken: buffer_sentence(goal(measure), found, spare, TODAY, spoken)


def real(code: str, measure: Measure = VISITS, **params: object) -> Said:
    return lambda spoken: "".join(realism_sentences([Reason(code, params)], measure, spoken))


def record(target: int, **params: object) -> Said:
    best = {"best": Decimal(9), "median": Decimal(6), "count": 8, "period": Period.WEEK, "at_most": False}
    return real("record", MEETINGS, target=Decimal(target), **{**best, **params})


def sure(*said: tuple[int, int]) -> tuple[Confidence, ...]:
    return tuple(Confidence(TODAY - timedelta(days=ago), value) for value, ago in said)


def disagree(status: Status, *said: tuple[int, int]) -> Said:
    return lambda spoken: clash(goal(BOOKS, confidence=sure(*said)), Assessment(status, Reason("gap")), TODAY, spoken)


def calendar(signs: str) -> Said:
    return lambda spoken: calendar_sentence(verdicts_of(signs), Period.WEEK, TODAY, spoken)


def points(*values: tuple[int, str]) -> list[tuple[date, Decimal]]:
    return [(TODAY - timedelta(days=ago), Decimal(value)) for ago, value in values]


OCTOBER, NO_END = days("2026-10-04", "2026-10-30"), days("2026-10-04", None)
LINE = [(date(2026, 1, 1), Decimal(0)), (DEADLINE, Decimal(24))]

SENTENCES: Sequence[tuple[str, Said]] = (
    ("forecast within a month", ahead(Outlook(OCTOBER, based_on=8))),
    ("forecast over two months", ahead(Outlook(days("2026-09-28", "2026-10-04"), based_on=5))),
    ("forecast over the new year", ahead(Outlook(days("2026-12-28", "2027-01-04"), based_on=8))),
    ("forecast in another year", ahead(Outlook(days("2027-03-04", "2027-03-30"), based_on=8))),
    ("forecast without a deadline", ahead(Outlook(OCTOBER, based_on=8), deadline=None)),
    ("forecast after the deadline has passed", ahead(Outlook(OCTOBER, based_on=8), deadline=date(2026, 7, 1))),
    ("forecast of a level", ahead(Outlook(OCTOBER, based_on=12), KILOS)),
    ("forecast from today on", ahead(Outlook(days("2026-07-15", "2026-07-30"), based_on=8))),
    ("forecast of one day", ahead(Outlook(days("2026-10-04", "2026-10-04"), based_on=8))),
    ("forecast without an end", ahead(Outlook(NO_END, based_on=3))),
    ("no pace at all", ahead(Outlook(stuck=True, based_on=8))),
    ("two weeks missing", ahead(Outlook(missing=2, based_on=1))),
    ("one week missing", ahead(Outlook(missing=1, based_on=2))),
    ("monthly readings", ahead(Outlook(trend=Trend(Decimal("413.4"), Decimal(380), Period.MONTH, 3)), VISITS)),
    (
        "few readings of a rate",
        ahead(Outlook(missing=3, trend=Trend(Decimal("0.34"), Decimal("-0.1"), Period.WEEK, 5)), RATE),
    ),
    ("nothing to forecast", lambda spoken: outlook_sentence(goal(MEETINGS), None, TODAY, spoken)),
    ("forecast in a table", lambda spoken: forecast_brief(OCTOBER, TODAY, spoken)),
    ("forecast in a table, no end", lambda spoken: forecast_brief(NO_END, TODAY, spoken)),
    ("minimum of a total", bare(BOOKS, 0, 2, 2, 3, 3, 3, 4)),
    ("minimum of a total behind", bare(BOOKS, 3, 3, 4, 4, 5, 5, 6, behind=True)),
    ("minimum of a falling level", bare(KILOS, "-0.4", "-0.4", "-0.5", "-0.5", "-0.6", "-0.6", "-0.7")),
    ("minimum of a rate behind", bare(RATE, "0.1", "0.1", "0.1", "0.2", "0.2", "0.2", "0.3", behind=True)),
    ("minimum of an amount a month", bare(VISITS, 100, 100, 100, 100, 100, 100, 100)),
    ("minimum of nothing", bare(BOOKS, 0, 0, 0, 0, 0, 0, 0)),
    ("minimum of milestones", lambda spoken: minimum_sentence(asks(0, 1), LAUNCH, TODAY, spoken)),
    (
        "minimum of milestones behind",
        lambda spoken: minimum_sentence(asks(1, 1, 2, 2), LAUNCH, TODAY, spoken, behind=True),
    ),
    ("minimum as a table", table(goal(BOOKS), 0, 2, 2, 3, 3, 3, 4)),
    ("minimum of milestones as a table", table(LAUNCH, 0, 1, 1, 2, 2, 3, 3)),
    ("minimum of nothing as a table", table(goal(BOOKS), 0, 0)),
    ("minimum without a line", table(goal(BOOKS))),
    ("spare days of a total", buffer(BOOKS, "15", 10)),
    ("spare days of a level", buffer(KILOS, "80", 150)),
    ("spare days of an amount a month", buffer(VISITS, "13100", 12)),
    ("spare days in an abbreviated unit", buffer(KILOS._replace(unit="kr."), "80", 12)),
    ("spare days behind", buffer(BOOKS, "15", 10, Status.BEHIND)),
    ("streak", lambda spoken: streak_sentence(Streak(6, 11), Period.WEEK, spoken)),
    ("streak, the best", lambda spoken: streak_sentence(Streak(11, 11), Period.DAY, spoken)),
    ("streak, over", lambda spoken: streak_sentence(Streak(0, 3), Period.QUARTER, spoken)),
    ("streak begun again", lambda spoken: streak_sentence(Streak(1, 10), Period.WEEK, spoken)),
    ("streak of one", lambda spoken: streak_sentence(Streak(1, 1), Period.MONTH, spoken)),
    ("growth of the article", real("growth", rate=3**0.5 - 1, period=Period.MONTH, periods=2.0)),
    ("growth of ten per cent a year", real("growth", rate=1.1 ** (1 / 12) - 1, period=Period.MONTH, periods=12.0)),
    ("growth downwards", real("growth", rate=-0.058, period=Period.WEEK, periods=12.0)),
    ("growth that is hardly any", real("growth", rate=0.0004, period=Period.MONTH, periods=60.0)),
    ("target above one's best", record(12)),
    ("target within one's record", record(7)),
    ("ceiling under one's best", record(1, best=Decimal(2), median=Decimal(3), at_most=True)),
    ("ceiling within one's record", record(3, best=Decimal(2), median=Decimal("3.5"), at_most=True)),
    ("a year's figure in two months", real("short_year", months=2, days=61)),
    ("a year's figure in ten days", real("short_year", months=0, days=10)),
    (
        "goals closed before",
        real("closed_before", achieved=2, partly=0, missed=1, dropped=0, titles=("Run 10 km", "Read 24 books")),
    ),
    ("goals closed before, untitled", real("closed_before", achieved=0, partly=1, missed=0, dropped=0, titles=())),
    ("clash with a goal behind", disagree(Status.BEHIND, (5, 30), (8, 2))),
    ("clash with a goal at risk, some time ago", disagree(Status.AT_RISK, (7, 45))),
    ("clash with a goal on track", disagree(Status.ON_TRACK, (4, 1))),
    ("no clash", disagree(Status.BEHIND, (9, 30), (6, 2))),
    ("roll-up", lambda spoken: rollup_sentence(RollUp(Decimal("0.417"), Status.BEHIND, 3), spoken)),
    ("roll-up of one", lambda spoken: rollup_sentence(RollUp(Decimal("0.4"), Status.ON_TRACK, 1), spoken)),
    ("roll-up without progress", lambda spoken: rollup_sentence(RollUp(None, Status.STALE, 2), spoken)),
    ("roll-up without status", lambda spoken: rollup_sentence(RollUp(Decimal(1), None, 2), spoken)),
    ("roll-up of nothing judged", lambda spoken: rollup_sentence(RollUp(None, None, 2), spoken)),
    ("roll-up of none", lambda spoken: rollup_sentence(RollUp(None, None, 0), spoken)),
    ("calendar", calendar("x++-+??+++?")),
    ("calendar, the running week met", calendar("+-+")),
    ("calendar of the first week", calendar("?")),
    (
        "curve with a forecast",
        lambda spoken: chart_sentence(
            goal(BOOKS), points((180, "2"), (0, "8")), LINE, spoken, Forecast(*OCTOBER), TODAY
        ),
    ),
    ("curve without a line", lambda spoken: chart_sentence(goal(KILOS), points((180, "84"), (0, "80")), [], spoken)),
    ("curve of one value", lambda spoken: chart_sentence(goal(BOOKS), points((0, "8")), LINE, spoken)),
    ("forecast without an end, drawn", lambda spoken: forecast_sentence(NO_END, TODAY, spoken)),
    ("ratings", lambda spoken: ratings_sentence(points((200, "-2"), (90, "-1"), (12, "0")), TODAY, spoken)),
    ("one rating", lambda spoken: ratings_sentence(points((12, "1")), TODAY, spoken)),
    ("no rating", lambda spoken: ratings_sentence([], TODAY, spoken)),
    (
        "readings in a band",
        lambda spoken: inside_sentence(
            points((9, "55"), (6, "61"), (1, "60")), measured(Kind.WITHIN, low=50, high=60)._replace(unit="bpm"), spoken
        ),
    ),
    (
        "readings over a limit",
        lambda spoken: inside_sentence(points((9, "9000")), measured(Kind.WITHIN, low=10000), spoken),
    ),
    ("confidence up", lambda spoken: confidence_sentence(sure((6, 40), (5, 20), (8, 2)), TODAY, spoken)),
    ("confidence down", lambda spoken: confidence_sentence(sure((8, 40), (3, 2)), TODAY, spoken)),
    ("confidence as before", lambda spoken: confidence_sentence(sure((8, 40), (3, 20), (8, 2)), TODAY, spoken)),
    ("confidence once", lambda spoken: confidence_sentence(sure((8, 40)), TODAY, spoken)),
    ("no confidence", lambda spoken: confidence_sentence((), TODAY, spoken)),
)


def test_what_is_said_reads_as_reviewed() -> None:
    lines = [f"{name}\n      {said(words('en'))}".rstrip() for name, said in SENTENCES]
    text = "What is said on Wed 15 July 2026, in English.\n\n" + "\n".join(lines) + "\n"
    if os.environ.get("WRITE_STATEMENTS"):
        REVIEWED.write_text(text, encoding="utf-8")
    assert text == REVIEWED.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_unformatted_in_any_language(code: str) -> None:
    spoken = words(code)
    for name, said in SENTENCES:
        assert "{" not in said(spoken), name
        assert bool(said(spoken)) == bool(said(words("en"))), name
    for period in Period:
        assert "{" not in labels.rate_said("8", period, spoken) + labels.periods_counted(2, period, spoken)
        assert "{" not in labels.every_period(period, spoken)


FORECASTS = st.builds(
    lambda first, middle, last: Forecast(
        TODAY + timedelta(days=first),
        TODAY + timedelta(days=first + middle),
        None if last is None else TODAY + timedelta(days=first + middle + last),
    ),
    st.integers(0, 4000),
    st.integers(0, 900),
    st.none() | st.integers(0, 900),
)


@given(FORECASTS, st.none() | st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_a_forecast_names_its_dates_and_the_deadline_ahead(
    forecast: Forecast, deadline: date | None, code: str
) -> None:
    spoken = words(code)
    said = outlook_sentence(goal(BOOKS, deadline=deadline), Outlook(forecast, based_on=8), TODAY, spoken)
    assert said.endswith(".")
    assert "{" not in said
    assert "8" in said
    last = forecast.latest or forecast.earliest
    assert spoken.day_month(last) in said
    assert last.year == TODAY.year or str(last.year) in said
    if deadline is not None and deadline >= TODAY:
        assert spoken.day_month(deadline) in said


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 800), st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_two_days_name_every_month_and_year_they_need_once(first: date, length: int, code: str) -> None:
    last, spoken = first + timedelta(days=length), words(code)
    said = " – ".join(ends_said(first, last, TODAY, spoken))
    assert spoken.month(last) in said
    assert (spoken.month(first) in said.split(" – ")[0]) == ((first.year, first.month) != (last.year, last.month))
    assert (str(last.year) in said) == (last.year != TODAY.year or first.year != last.year)
    assert (str(first.year) in said.split(" – ")[0]) == (first.year != last.year)


@given(st.text("+-?x", min_size=1, max_size=30))
@settings(max_examples=100, deadline=None)
def test_every_period_of_a_calendar_is_counted_once(signs: str) -> None:
    met, missed, unknown, excused, running = tally(verdicts_of(signs), TODAY)
    assert met + missed + unknown + excused + running == len(signs)
    assert met == signs.count("+")
    assert missed == signs.count("-")
    assert (unknown, excused) == (signs[:-1].count("?"), signs[:-1].count("x"))


def test_every_mask_of_weekdays_has_its_own_words() -> None:
    for code in LANGUAGES:
        said = [weekdays_said(mask, words(code)) for mask in range(1, 128)]
        assert len(set(said)) == 127
    english = words("en")
    assert weekdays_said(0b1111111, english) == weekdays_said(0, english) == ""
    assert weekdays_said(0b0011111, english) == "on weekdays"
    assert weekdays_said(0b1100000, english) == "at weekends"
    assert weekdays_said(0b0001001, english) == "on Mondays and Thursdays"
    assert weekdays_said(0b0010101, english) == "on Mondays, Wednesdays and Fridays"
    assert weekdays_said(0b0111111, english) == "except on Sundays"


def test_things_are_listed_with_one_and() -> None:
    assert [listed(names, words("en")) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_unit_with_a_full_stop_brings_no_second_one() -> None:
    measure = Measure(Kind.QUOTA, TODAY, Decimal(2), direction=Direction.AT_MOST)
    assert ".." not in buffer(KILOS._replace(unit="kr."), "80", 12)(words("da"))
    assert ".." not in table(goal(measure._replace(kind=Kind.TOTAL, unit="kr.")), 2)(words("da"))


def test_a_period_whose_days_are_all_excused_asks_for_nothing() -> None:
    daily = measured(Kind.QUOTA, 1, unit="calls", period=Period.DAY, direction=Direction.AT_LEAST)
    daily = daily._replace(valid_from=TODAY - timedelta(days=9))
    whole = goal(daily, start=daily.valid_from)
    excused = Entry(1, "", 1, TODAY, EntryState.EXCUSED, None)
    stands = assess(whole, (excused,), TODAY, Settings())
    said = quota_sentence(whole, stands, TODAY, words("en"))
    assert said.startswith("Nothing is asked for today.") and "0 of" not in said
    done = assess(whole, (excused, excused._replace(id=2, state=EntryState.VALUE, value=Decimal(1))), TODAY, Settings())
    assert quota_sentence(whole, done, TODAY, words("en")).startswith("1 of")
