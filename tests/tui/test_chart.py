"""Charts: what is drawn where, readable without colour, in the person's numbers and dates."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from smart_tui.domain.goal import PeriodVerdict
from smart_tui.i18n import words
from smart_tui.tui.widgets.chart import Chart, line_chart, spark_line
from smart_tui.tui.widgets.lines import ELLIPSIS, Span, cut, fitted, line_width, padded, plain, visible, wrapped
from smart_tui.tui.widgets.wall import period_strip

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
