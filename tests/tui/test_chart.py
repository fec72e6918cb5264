"""Charts: what is drawn where, readable without colour, in the person's numbers and dates."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from smart_tui.domain.calendar import FirstWeekday, period_bounds, week_number
from smart_tui.domain.forecast import Forecast
from smart_tui.domain.goal import Milestone, Period, PeriodVerdict
from smart_tui.i18n import words
from smart_tui.tui.widgets.chart import Chart, line_chart, spark_line
from smart_tui.tui.widgets.ladder import rail
from smart_tui.tui.widgets.lines import ELLIPSIS, Span, cut, evened, fitted, line_width, padded, plain, visible, wrapped
from smart_tui.tui.widgets.ratings import rating_chart
from smart_tui.tui.widgets.wall import days_of_week, period_strip, wall, week_strip

EN = words("en")
START, END, TODAY = date(2026, 1, 15), date(2026, 7, 15), date(2026, 3, 1)
VISITS = Chart(
    ((START, Decimal(12400)), (date(2026, 1, 31), Decimal(12600)), (date(2026, 2, 28), Decimal(13150))),
    ((START, Decimal(12400)), (END, Decimal(14880))),
    (Decimal(14880),),
    "visits",
)


def drawn(chart: Chart, width: int = 76, height: int = 9, language: str = "en") -> list[str]:
    return [plain(line) for line in line_chart(chart, width, height, words(language), TODAY)]


def test_the_curve_is_heavy_the_line_dotted_and_each_reading_a_dot() -> None:
    lines = drawn(VISITS)
    assert lines[0].rstrip().endswith("····") and lines[0].startswith("14,880 ┤")
    assert lines[-3].startswith("12,400 ┤●━")
    assert "".join(lines).count("●") == 3


def test_the_axes_speak_the_persons_language() -> None:
    danish = drawn(VISITS, language="da")
    assert danish[0].startswith("14.880 ┤")
    assert danish[-1].split()[:2] == ["15.", "jan."]
    assert danish[-1].rstrip().endswith("15. jul.")
    assert "12 400" in drawn(VISITS, language="sv")[-3].replace("\xa0", " ")


def test_the_last_day_stands_at_the_right_edge_whatever_the_width() -> None:
    for width in (30, 40, 60, 76, 116):
        lines = drawn(VISITS, width)
        assert lines[-1].rstrip().endswith("15 Jul")
        assert max(cell_len(line) for line in lines) <= width


def test_a_single_reading_is_a_chart_too() -> None:
    lines = drawn(Chart(((START, Decimal(3)),), ()), 40, 6)
    assert sum(line.count("●") for line in lines) == 1
    assert any(line.lstrip().startswith("3 ") for line in lines)


def test_ten_years_have_years_on_the_axis() -> None:
    days = [date(2016, 1, 1) + timedelta(days=n) for n in range(3650)]
    lines = drawn(Chart(tuple((day, Decimal(n % 70)) for n, day in enumerate(days)), ()), 100, 10)
    assert "2018" in lines[-1] and "2024" in lines[-1]


def test_a_spark_line_has_the_lowest_and_the_highest_value_at_its_ends() -> None:
    text = plain(spark_line(VISITS, 36, EN))
    assert text.startswith("12,400 ▁") and text.endswith(" 14,880")
    assert cell_len(text) <= 36


def verdict(first: date, met: bool | None, judged: bool = True) -> PeriodVerdict:
    return PeriodVerdict(first, first + timedelta(days=6), Decimal(8), Decimal(5), judged, met, 7, 7, 0)


def test_each_period_has_a_sign_of_its_own_shape() -> None:
    first = date(2026, 1, 5)
    weeks = [first + timedelta(days=7 * n) for n in range(5)]
    found = [
        verdict(weeks[0], True),
        verdict(weeks[1], False),
        verdict(weeks[2], None),
        verdict(weeks[3], None, judged=False),
        verdict(weeks[4], None),
    ]
    assert plain(period_strip(found, 20, date(2026, 2, 4))).split() == ["✓", "×", "·", "–", "◦"]
    assert plain(period_strip(found, 4, date(2026, 2, 4))).split() == ["–", "◦"]


def test_a_forecast_lies_on_the_row_of_the_target_from_its_earliest_to_its_latest_date() -> None:
    ahead = VISITS._replace(
        target=Decimal(14880),
        due=END,
        now=TODAY,
        forecast=Forecast(date(2026, 5, 20), date(2026, 6, 4), date(2026, 7, 1)),
    )
    lines = drawn(ahead)
    top = lines[0]
    assert top.startswith("14,880 ┤ target") and top.rstrip().endswith("◆")
    assert top.index("├") < top.index("◇") < top.rindex("┤") < top.index("◆")
    assert not set("├◇◆") & set("".join(lines[1:-2]))
    assert "today" in lines[-1]


def test_a_forecast_without_an_end_leaves_by_the_right_edge_and_stretches_the_chart_by_half_at_most() -> None:
    endless = VISITS._replace(
        target=Decimal(14880), due=END, forecast=Forecast(date(2026, 8, 1), date(2027, 9, 1), None)
    )
    span = endless.span()
    assert span is not None and (span[1] - START).days <= 3 * (END - START).days / 2
    top, labels = drawn(endless)[0], drawn(endless)[-1]
    assert top.rstrip().endswith("╌›") and top.index("◆") < top.index("├") and "◇" not in top
    assert "15 Jul" in labels


def test_a_new_version_stands_as_an_upright_with_the_target_until_then() -> None:
    changed = VISITS._replace(
        marks=(Decimal(14880), Decimal(14000)), versions=((date(2026, 5, 1), Decimal(14000)),), target=Decimal(14880)
    )
    lines = drawn(changed, height=12)
    before = next(line for line in lines if line.startswith("14,000 ┤"))
    assert "until 30 Apr" in before
    column = lines[9].index("┆")
    assert sum(line[column : column + 1] == "┆" for line in lines[:-2]) >= 8


def test_a_reading_outside_of_the_band_is_hollow() -> None:
    readings = tuple((START + timedelta(days=10 * n), Decimal(value)) for n, value in enumerate((62, 55, 49, 58)))
    lines = drawn(Chart(readings, (), band=(Decimal(50), Decimal(60))), 60, 12)
    assert [line[:2] for line in lines if "╌" in line] == ["60", "50"]
    assert sum(line.count("○") for line in lines) == 2 and sum(line.count("●") for line in lines) == 2


def test_each_rating_stands_on_the_row_of_its_described_level() -> None:
    names = ("I avoid it", "I shake", "Nervous at first", "I enjoy it", "I ask for it")
    given = ((START, Decimal(-2)), (date(2026, 2, 10), Decimal(0)))
    lines = [plain(line) for line in rating_chart(names, given, (START, TODAY), 76, EN, TODAY, TODAY)]
    assert [line[:2] for line in lines[:5]] == ["+2", "+1", " 0", "−1", "−2"]
    assert "Nervous at first" in lines[2] and "●" in lines[2]
    assert "I avoid it" in lines[4] and "○" in lines[4]
    assert "●" not in lines[3] + lines[1] and "○" not in lines[3]


def test_milestones_stand_on_their_days_and_an_overdue_one_looks_overdue() -> None:
    parts = [
        Milestone(1, "a", "Plan", date(2026, 1, 20), done_on=date(2026, 1, 21)),
        Milestone(2, "b", "Text", date(2026, 2, 20)),
        Milestone(3, "c", "Shop", date(2026, 6, 1)),
    ]
    signs, names = (plain(line) for line in rail(parts, (START, END), 76, EN, TODAY))
    assert signs.index("✓") < signs.index("×") < signs.index("┃") < signs.index("◦")
    assert "today" in names


def judged(period: Period, count: int, first_weekday: int = 0, last: date = date(2026, 3, 1)) -> list[PeriodVerdict]:
    found: list[PeriodVerdict] = []
    day = last
    for number in range(count):
        first, end = period_bounds(day, period, first_weekday)
        found.append(PeriodVerdict(first, end, Decimal(8), Decimal(8), True, number % 5 != 4, 7, 7, 0))
        day = first - timedelta(days=1)
    return found[::-1]


def test_days_stand_in_rows_of_months_under_their_numbers() -> None:
    lines = [plain(line) for line in wall(judged(Period.DAY, 70), Period.DAY, 76, 4, EN, TODAY)]
    assert [line.split()[0] for line in lines[1:]] == ["Jan", "Feb", "Mar"]
    assert lines[1].startswith("Jan 2026")
    place = lines[0].index("15")
    assert lines[2][place] in "✓×" and lines[3].split()[1:] == ["✓"]
    assert lines[2].count("✓") + lines[2].count("×") == 28


@pytest.mark.parametrize("first_weekday", [0, 6])
def test_weeks_stand_by_their_number_in_the_persons_week(first_weekday: int) -> None:
    found = judged(Period.WEEK, 60, first_weekday)
    lines = [plain(line) for line in wall(found, Period.WEEK, 76, 6, EN, TODAY, first_weekday)]
    assert [line.split()[0] for line in lines[1::2]] == ["1–26", "27–53" if first_weekday else "27–52", "1–26"]
    assert [line[:4].strip() for line in lines[::2]] == ["2025", "", "2026"]
    last = week_number(found[-1].first, first_weekday)[1]
    assert lines[5].count("✓") + lines[5].count("×") == last
    assert lines[4].split()[1:7] == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    assert lines[5].rstrip().endswith("✓") and lines[4].index("Feb") < len(lines[5].rstrip())


def test_a_short_week_stands_beside_the_one_whose_number_it_shares() -> None:
    changed = FirstWeekday(6, ((date(2025, 1, 1), 0), (date(2026, 2, 11), 6)))
    found: list[PeriodVerdict] = []
    day = date(2026, 3, 7)
    while day > date(2026, 1, 5):
        first, last = changed.week(day)
        found.insert(0, PeriodVerdict(first, last, Decimal(8), Decimal(8), True, True, 7, 7, 0))
        day = first - timedelta(days=1)
    assert min((week.last - week.first).days for week in found) < 6
    lines = [plain(line) for line in wall(found, Period.WEEK, 76, 6, EN, TODAY, changed)]
    assert "✓✓" in "".join(lines) and "".join(lines).count("✓") == len(found)


def test_months_and_quarters_stand_in_rows_of_years() -> None:
    lines = [plain(line) for line in wall(judged(Period.MONTH, 15), Period.MONTH, 76, 8, EN, TODAY)]
    assert lines[0].split() == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert lines[1].split()[0] == "2025" and lines[1].count("✓") + lines[1].count("×") == 12
    assert lines[2][lines[0].index("Mar")] == "✓"
    quarters = [plain(line) for line in wall(judged(Period.QUARTER, 5), Period.QUARTER, 76, 8, EN, TODAY)]
    assert quarters[0].split() == ["Jan", "Apr", "Jul", "Oct"] and quarters[2].split() == ["2026", "✓"]


def test_the_week_shows_what_was_entered_on_each_of_its_days() -> None:
    days = [(date(2026, 3, 2) + timedelta(days=n), text) for n, text in enumerate(("10,300", "·", "", "–"))]
    names, amounts = (plain(line) for line in week_strip(days, 60, EN))
    assert names.split() == ["Mon", "Tue", "Wed", "Thu"]
    assert amounts.index("·") == names.index("Tue") and amounts.index("–") == names.index("Thu")
    assert week_strip(days, 20, EN) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER]),
    st.integers(1, 400),
    st.integers(34, 130),
    st.integers(0, 20),
    st.integers(0, 6),
    st.dates(date(2010, 1, 1), date(2040, 12, 31)),
    st.sampled_from(["en", "da", "sv"]),
)
def test_any_calendar_keeps_within_its_space_and_ends_with_the_newest_period(
    period: Period, count: int, width: int, most: int, first_weekday: int, last: date, language: str
) -> None:
    found = judged(period, count, first_weekday, last)
    lines = wall(found, period, width, most, words(language), last, first_weekday)
    assert len(lines) <= most
    assert all(line_width(line) <= width for line in lines)
    assert not lines or plain(lines[-1]).rstrip().endswith("✓" if found[-1].met else "×")


values = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
points = st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2090, 1, 1)), values), max_size=30).map(
    lambda found: tuple(sorted(dict(found).items()))
)


@settings(max_examples=100, deadline=None)
@given(points, points, st.integers(4, 130), st.integers(3, 20), st.sampled_from(["en", "da", "sv"]))
def test_any_values_are_drawn_within_the_space_given(
    actual: tuple[tuple[date, Decimal], ...],
    expected: tuple[tuple[date, Decimal], ...],
    width: int,
    height: int,
    language: str,
) -> None:
    chart = Chart(actual, expected)
    lines = line_chart(chart, width, height, words(language), TODAY)
    assert len(lines) in (0, max(height, 4))
    assert all(line_width(line) <= max(width, 20) for line in lines)
    assert line_width(spark_line(chart, width, words(language))) <= max(width, 44)


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\x00b", "\u202eabc", "\x9b31m", "a\nb", "\ud800x"])
def test_nothing_in_a_text_reaches_the_terminal_as_a_command(hostile: str) -> None:
    shown = visible(hostile)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert "\u202e" not in shown and "\ud800" not in shown


def test_markup_is_shown_as_it_was_written() -> None:
    assert visible("[/] [book] [@click=app.quit]x[/]") == "[/] [book] [@click=app.quit]x[/]"


def test_texts_are_cut_by_cells_and_end_in_an_ellipsis() -> None:
    assert cut("漢字漢字", 5) == "漢字" + ELLIPSIS
    assert padded("ab", 4, right=True) == "  ab"
    assert plain(fitted((Span("abc"), Span("def")), 4)) == "abc" + ELLIPSIS


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.integers(1, 40), st.integers(0, 4))
def test_wrapped_texts_fit(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert not most or len(lines) <= most


def test_a_number_is_never_parted_from_its_thousands_or_its_unit() -> None:
    assert wrapped("from 12\u00a0400 to 7,4\u00a0%", 9) == ["from", "12\u00a0400 to", "7,4\u00a0%"]


def test_no_word_of_a_sentence_is_left_alone_on_its_last_line() -> None:
    assert wrapped("at least 49 of 65 weeks, until Sun 5 April 2026.", 43)[-1] == "2026."
    assert evened("at least 49 of 65 weeks, until Sun 5 April 2026.", 43) == [
        "at least 49 of 65 weeks, until Sun 5",
        "April 2026.",
    ]
    assert evened("all in one", 20) == ["all in one"]
    assert evened("a word and incomprehensibilities", 22) == ["a word and", "incomprehensibilities"]


def test_the_last_week_of_the_calendar_ends_with_it() -> None:
    assert days_of_week(date(9999, 12, 27)) == tuple(date(9999, 12, day) for day in range(27, 32))
    assert len(days_of_week(date(2026, 1, 12))) == 7
