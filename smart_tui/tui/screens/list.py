"""The list of goals: where am I, what needs me, which key."""

from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from smart_tui.domain.goal import Goal, State
from smart_tui.store.queries.resting import resting
from smart_tui.tui import keys
from smart_tui.tui.screens import listwords
from smart_tui.tui.screens.listbeside import ListBeside
from smart_tui.tui.screens.listing import VIEWS
from smart_tui.tui.screens.rowcells import cells
from smart_tui.tui.widgets.goallist import GoalList
from smart_tui.tui.widgets.lineinput import LineInput
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.rows import Cells, Row

NARROW = 72
"""Columns under which the headings of areas go."""
TOGETHER = 2.0
"""Seconds in which two sentences belong together."""


class ListScreen(ListBeside):
    """All goals of one view, the worst first under each area; from 100 columns on with the goal beside them."""

    WHERE = keys.LIST
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.LIST)]

    def __init__(self) -> None:
        super().__init__()
        self.resting = 0
        """How many active goals rest until a day."""
        self._many = ("", 0.0)
        """What is said of too many active goals, and when that began."""
        self.review_said = ""
        """That the weekly review is due; empty where it is not."""

    def content(self) -> ComposeResult:
        yield GoalList(self._cells, id="goals")

    def on_mount(self) -> None:
        self.goals.headings = self.app.size.width >= NARROW
        self.goals.no_area = self.words.gettext("Without an area")
        self.goals.focus()
        self.read_view()
        self.call_after_refresh(self.fit_pane)
        # What tells whether a review is due is loaded only once the goals are there to be seen.
        self.call_after_refresh(self._look_for_review)

    def goal_here(self) -> Goal | None:
        row = self.goals.row_here()
        return next(iter(self.whole([row.id])), None) if row else None

    def goals_here(self) -> tuple[Goal, ...]:
        chosen = self.goals.selected
        if chosen:
            return self.whole([row.id for row in self.rows if row.id in chosen])
        return super().goals_here()

    def _cells(self, row: Row) -> Cells:
        return cells(row, self.today, self.words)

    # What stands around the list.

    def title_left(self) -> str:
        return self.words.gettext(listwords.TITLES[self.view])

    def title_right(self) -> str:
        parts = [self.smart.week_title(), self.smart.day_title()]
        if self.filter.needle:
            found = self.words.gettext("{n} of {all} match")
            shown = self.goals.count
            parts.insert(0, found.format(n=self.words.number(shown), all=self.words.number(len(self.rows))))
        elif self.view == State.ACTIVE:
            well, judged = self.tally
            if judged:
                counted = self.words.gettext("{n} of {all} on track")
                parts.insert(0, counted.format(n=self.words.number(well), all=self.words.number(judged)))
        return " · ".join(parts)

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if not self.query(NoticeLine):
            return
        others = any(count for view, count in self.counts.items() if view != self.view)
        self.goals.empty = listwords.empty_lines(self.view, others, bool(self.filter.needle), self.words)
        notice = self.query_one(NoticeLine)
        notice.left = listwords.other_counts(self.view, self.counts, self.words)
        chosen = len(self.goals.selected)
        selected = self.words.ngettext("{n} goal selected", "{n} goals selected", chosen)
        notice.right = selected.format(n=chosen) if chosen else self._damage() or self._asked()

    def _asked(self) -> str:
        if self.view == State.PAUSED and self.resting:
            return listwords.still_active(self.resting, self.words)
        asked = listwords.asked(*self.due, self.words)
        if self.review_said and self.app.size.width < NARROW:
            return self.review_said
        return " · ".join(part for part in (asked, self.review_said) if part)

    def _look_for_review(self) -> None:
        from smart_tui.tui.screens.review.waiting import review_said

        before, self.review_said = self.review_said, review_said(self.smart)
        if self.review_said != before:
            self.refresh_frame()

    def reload(self) -> None:
        super().reload()
        if self.is_mounted:
            self._look_for_review()

    # How many goals run at a time.

    def _count(self) -> None:
        before = self.running if self.counts else None
        super()._count()
        self.resting = self.smart.store.read(resting, self.today)
        most = self.smart.settings.most_active
        if before is not None and most and before <= most < self.running:
            self._many = (listwords.many_active(self.running, most, self.words), monotonic())
            self.say(self.query_one(NoticeLine).message)

    @property
    def running(self) -> int:
        """How many active goals do not rest."""
        return self.counts.get(State.ACTIVE, 0) - self.resting

    def say(self, text: str) -> None:
        note, since = self._many
        if note and monotonic() - since < TOGETHER and note not in text:
            # It stands behind what was done to make them so many, whichever of the two is said first.
            text = f"{text} {note}".strip()
        super().say(text)

    def phase_over(self) -> None:
        self.goals.clear_selected()

    def _damage(self) -> str:
        damaged = len(self.smart.store.reader.damaged)
        sentence = self.words.ngettext("{n} damaged row was passed over", "{n} damaged rows were passed over", damaged)
        return sentence.format(n=damaged) if damaged else ""

    def on_descendant_focus(self) -> None:
        super().refresh_frame()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        if self.help_where() == keys.FILTER:
            return keys.footer_of(keys.FILTER)
        if self.rows:
            found = keys.footer_of(keys.LIST)
            if self.review_said:
                wanted = ("write_goal", "check_in", "open_goal", "review", "filter_goals", "help")
                found = tuple(keys.command(id) for id in wanted)
            return found
        wanted = ("write_goal", "one_line", "next_view", "settings", "help", "quit_list")
        return tuple(keys.command(id) for id in wanted)

    def translate(self) -> None:
        self.goals.no_area = self.words.gettext("Without an area")
        self.goals.forget_words()
        super().translate()
        self._look_for_review()
        self.fill_pane()

    def day_changed(self) -> None:
        self.goals.forget_words()
        self.read_view()
        self._look_for_review()

    # Moving, opening, views.

    def action_cursor_down(self) -> None:
        self.goals.move(1)

    def action_cursor_up(self) -> None:
        self.goals.move(-1)

    def action_cursor_first(self) -> None:
        self.goals.first()

    def action_cursor_last(self) -> None:
        self.goals.last()

    def action_page_down(self) -> None:
        self.goals.page(1)

    def action_page_up(self) -> None:
        self.goals.page(-1)

    def action_fold_area(self) -> None:
        self.goals.fold()

    def action_select_goal(self) -> None:
        self.goals.toggle_selected()
        self.refresh_frame()

    @on(GoalList.Opened)
    def action_open_goal(self) -> None:
        goal = self.goal_here()
        if goal is None:
            self.goals.fold()
            return
        if goal.state == State.DRAFT:
            self.smart.open_writing(goal.id)
            return
        from smart_tui.tui.screens.goalpage import GoalPage

        self.app.push_screen(GoalPage(goal.id))

    def action_next_view(self) -> None:
        self.show_view(VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)])

    def show_view(self, view: State) -> None:
        """Go to another view, with the cursor on its first goal."""
        self.view = view
        self.goals.clear_selected()
        self.put(())
        self.read_view()

    def action_quit_list(self) -> None:
        self.smart.leave(0)

    # The filter.

    def action_filter_goals(self) -> None:
        found = self.query("#filter").first(Input) if self.query("#filter") else None
        if found is None:
            hint = self.words.gettext("Filter")
            found = LineInput(self.filter.needle, placeholder=hint, id="filter")
            self.mount(found, before="#notice")
        found.focus()
        self.smart.hold_keys(self, field=found)

    @on(Input.Changed, "#filter")
    def _filtered(self, event: Input.Changed) -> None:
        self.filter.needle = event.value.strip()
        self.goals.refilter(self.filter.places(self.rows))
        self.refresh_frame()

    @on(Input.Submitted, "#filter")
    def action_filter_done(self) -> None:
        self.goals.focus()
        if not self.filter.needle:
            self.query("#filter").remove()

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and isinstance(self.focused, Input):
            event.stop()
            self.action_filter_done()

    def action_clear_list(self) -> None:
        self.query("#filter").remove()
        self.goals.focus()
        self.goals.clear_selected()
        self.filter.needle = ""
        self.goals.refilter(None)
        self.refresh_frame()

    def help_where(self) -> str:
        return keys.FILTER if isinstance(self.focused, Input) else keys.LIST

    def on_resize(self, event: events.Resize) -> None:
        headings = event.size.width >= NARROW
        if headings != self.goals.headings:
            self.goals.headings = headings
            self.goals.refilter(self.goals.shown)
        self.fit_pane()
