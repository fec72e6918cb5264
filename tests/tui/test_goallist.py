"""The list's drawing: cells, columns, bars, and that only what can be seen is drawn."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.strip import Strip

from smart_tui.domain.goal import Goal, State
from smart_tui.tui.widgets.bar import bar
from smart_tui.tui.widgets.goallist import GoalList
from smart_tui.tui.widgets.rows import Cells, Columns, Row, Whole, columns, lines_of


def row(number: int, area: str = "") -> Row:
    goal = Goal(number, f"uuid-{number}", number, f"Goal {number}", State.ACTIVE, "nordic", "en", area=area)
    return Row(Whole(goal, None), (number,))


def cells(of: Row) -> Cells:
    status = ("●", "on track", "good")
    return Cells(str(of.goal.no), of.goal.title, "5 of 8", *status, "15 Jul", Decimal("0.5"), None, True)


class Harness(App[None]):
    """The list alone, counting the lines it draws and the rows it asks about."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.drawn: list[int] = []
        self.asked: set[int] = set()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"rule": "gray", "cursor-line": "blue"}

    def compose(self) -> ComposeResult:
        harness = self

        class Counted(GoalList):
            def render_line(self, y: int) -> Strip:
                harness.drawn.append(y)
                return super().render_line(y)

        def counting(of: Row) -> Cells:
            self.asked.add(of.id)
            return cells(of)

        yield Counted(counting, id="goals")

    def on_mount(self) -> None:
        self.query_one(GoalList).show([row(number) for number in range(1, self.number + 1)])
        self.query_one(GoalList).focus()


@pytest.mark.parametrize("number", [10, 10_000])
async def test_only_lines_that_can_be_seen_are_drawn(number: int) -> None:
    app = Harness(number)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert max(app.drawn) < 20
        assert len(app.asked) <= 80
        app.drawn.clear()
        app.query_one(GoalList).move(1)
        await pilot.pause()
        assert sorted(set(app.drawn)) == [0, 1]


async def test_the_cursor_pulls_what_it_stands_on_into_view() -> None:
    app = Harness(500)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        goals = app.query_one(GoalList)
        goals.last()
        await pilot.pause()
        assert goals.scroll_offset.y == 480
        goals.move(-3)
        assert goals.scroll_offset.y == 480
        goals.first()
        await pilot.pause()
        assert goals.scroll_offset.y == 0


async def test_new_rows_keep_the_cursor_on_its_goal_and_the_scroll() -> None:
    app = Harness(100)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        goals = app.query_one(GoalList)
        goals.move(50)
        await pilot.pause()
        scroll = goals.scroll_offset.y
        goals.show([row(number) for number in range(1, 101) if number != 3])
        await pilot.pause()
        here = goals.row_here()
        assert here is not None and here.id == 51
        assert abs(goals.scroll_offset.y - scroll) <= 1


async def test_when_the_goal_is_gone_the_cursor_stays_where_it_stood() -> None:
    app = Harness(10)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        goals = app.query_one(GoalList)
        goals.move(4)
        goals.show([row(number) for number in range(1, 11) if number != 5])
        here = goals.row_here()
        assert here is not None and here.id == 6


async def test_lines_are_as_wide_as_the_list_for_any_width() -> None:
    app = Harness(5)
    async with app.run_test(size=(80, 10)) as pilot:
        for width in (1, 7, 20, 40, 63, 80, 200):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
            goals = app.query_one(GoalList)
            for y in range(8):
                assert goals.render_line(y).cell_length == goals.size.width


def test_areas_come_in_the_order_of_their_first_goal() -> None:
    rows = [row(1, "Work"), row(2, "Health"), row(3, "Work"), row(4)]
    lines = lines_of([each.area for each in rows], range(4), (), True)
    assert [(line.area, line.row) for line in lines] == [
        ("Work", -1),
        ("Work", 0),
        ("Work", 2),
        ("Health", -1),
        ("Health", 1),
        ("", -1),
        ("", 3),
    ]


def test_a_folded_area_is_its_heading_with_the_number_of_its_goals() -> None:
    rows = [row(1, "Work"), row(2, "Health"), row(3, "Work")]
    lines = lines_of([each.area for each in rows], range(3), {"Work"}, True)
    assert [tuple(line)[:3] for line in lines] == [("Work", -1, 2), ("Health", -1, 1), ("Health", 1, 0)]


def test_without_any_area_there_are_no_headings() -> None:
    assert [line.row for line in lines_of(["", ""], range(2), (), True)] == [0, 1]
    assert [line.row for line in lines_of(["Work", "", "Work"], range(3), (), False)] == [0, 1, 2]


def test_a_goal_stands_below_the_one_it_serves_where_both_stand_in_one_area() -> None:
    areas = ["Work", "Work", "Health", "Work", "Work"]
    kin = [(1, None), (2, 4), (3, 4), (4, None), (5, 2)]
    lines = lines_of(areas, range(5), (), True, kin)
    assert [(line.row, line.depth) for line in lines if line.row >= 0] == [(0, 0), (3, 0), (1, 1), (4, 2), (2, 0)]
    flat = lines_of(areas, range(5), (), False, kin)
    assert [(line.row, line.depth) for line in flat] == [(0, 0), (3, 0), (1, 1), (4, 2), (2, 1)]
    without_the_parent = lines_of(areas, (0, 1, 4), (), True, kin)
    assert [(line.row, line.depth) for line in without_the_parent[1:]] == [(0, 0), (1, 0), (4, 1)]


@pytest.mark.parametrize("width", range(20, 160, 7))
def test_columns_never_ask_for_more_than_there_is(width: int) -> None:
    wide = columns(width, [cells(row(12345))._replace(note="10 days over", amount="61 400 of 70 000")])
    assert 2 + sum(each + 2 for each in wide if each) <= width + 1
    assert wide.title >= 1


def test_a_title_stands_whole_rather_than_with_an_amount_that_is_cut() -> None:
    blog = Cells("12", "Write for the blog: at least 2 articles a month", bare="Write for the blog")
    assert blog.called(24) == "Write for the blog"
    assert blog.called(60) == blog.title
    assert Cells("2", "Walk 70,000 steps a week").called(10) == "Walk 70,000 steps a week"


def test_a_long_title_takes_room_from_the_bar_and_none_from_the_reason() -> None:
    def wide(title: str) -> Columns:
        long = Cells("12", title, "1,233,398", "●", "on track", "good", "13 May at best", Decimal(1), None, True)
        return columns(80, [long])

    short, long = wide("Read"), wide("Customers who recommend us to others")
    assert short.bar > long.bar > 0 and long.title >= 24
    assert short.note == long.note == len("13 May at best")


@pytest.mark.parametrize(
    ("progress", "expected", "picture"),
    [
        (None, None, "────────"),
        ("0", None, "────────"),
        ("0.001", None, "╸───────"),
        ("0.5", None, "━━━━────"),
        ("0.999", None, "━━━━━━━╸"),
        ("1", None, "━━━━━━━━"),
        ("1.7", None, "━━━━━━━━"),
        ("-0.3", None, "────────"),
        ("0.5", "0.75", "━━━━──┃─"),
        ("0.5", "1", "━━━━───┃"),
        ("0.5", "0", "━━━━────"),
        ("0.75", "0.25", "━━┃━━━──"),
    ],
)
def test_a_bar_says_how_far_and_where_the_line_stands(progress: str | None, expected: str | None, picture: str) -> None:
    def value(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    pieces = bar(value(progress), value(expected), 8)
    assert "".join(text for text, _ in pieces) == picture
    assert all(cell_len(text) == len(text) for text, _ in pieces)


def test_the_day_has_no_part_in_drawing() -> None:
    """Cells are made by the screen, which knows the day; the widget only draws what it is given."""
    made: dict[str, Any] = cells(row(1))._asdict()
    assert not any(isinstance(value, date) for value in made.values())
