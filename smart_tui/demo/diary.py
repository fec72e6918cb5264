"""Collects what the demo's person did, day by day, and writes it with the store's own commands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.demo.goaltext import GoalText, Texts
from smart_tui.domain.calendar import week_start
from smart_tui.domain.goal import Horizon, Measure, Outcome, State
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures, plans, standings
from smart_tui.store.store import Store

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

Ids = dict[str, int]
Deed = Callable[["Unit", Ids], object]
Then = Callable[[Store, Ids], object]

SINGLE_DAYS = 4
"""Days back from today whose deeds are steps of their own, so that undo takes back one thing at a time."""

NOTE_EVERY = 9
INTERNATIONAL, NORDIC = "international", "nordic"
HOLIDAY = (205, 192)
"""How many days ago the holiday began and ended."""


class Dated(NamedTuple):
    """A deed and the day it was done on."""

    on: date
    deed: Deed
    then: "Then | None" = None
    """What is done when everything up to here is in the database."""


class Diary:
    """The deeds of one person up to `today`, in one language."""

    def __init__(self, texts: Texts, language: str, today: date) -> None:
        self.today = today
        self._texts = texts
        self._language = language
        self._deeds: list[Dated] = []

    def ago(self, days: int) -> date:
        """The day so many days before today; negative for days ahead."""
        return self.today - timedelta(days=days)

    def monday(self, back: int) -> date:
        """The first day of the week so many weeks before the running one."""
        return week_start(self.today) - timedelta(weeks=back)

    def sunday(self, back: int) -> date:
        """The last day of that week."""
        return self.monday(back - 1) - timedelta(days=1)

    def deed(self, on: date, deed: Deed) -> None:
        """Do something on a day."""
        self._add(on, deed)

    def review(self, on: date, walk: Deed, finish: Then) -> None:
        """Walk through a week's review on a day, and when all of that day is in the database finish it."""
        self._deeds.append(Dated(on, walk, finish))

    def draft(self, key: str, model: str, on: date, fields: Mapping[str, object] | None = None) -> GoalText:
        """Begin a goal with its words, and leave it as a draft."""
        text = self._texts[key]
        answers = {"specific.what": text.title, **text.answers}

        def create(unit: "Unit", ids: Ids) -> None:
            ids[key] = goals.create(unit, model, self._language, text.title, answers, area=text.area)
            goals.set_fields(unit, ids[key], {"tags": text.tags, **(fields or {})})

        self._add(on, create)
        return text

    def goal(
        self,
        key: str,
        model: str,
        measure: Measure,
        deadline: date | None = None,
        fields: Mapping[str, object] | None = None,
        begun: date | None = None,
    ) -> None:
        """Write a goal and activate it on the first day of its measure, or on `begun`."""
        start = measure.valid_from
        on = begun or start
        text = self.draft(key, model, on, {"start": start, "deadline": deadline, **(fields or {})})
        whole = measure._replace(unit=text.unit, what_counts=text.what_counts, levels=text.levels)

        def activate(unit: "Unit", ids: Ids) -> None:
            measures.set_measure(unit, ids[key], whole)
            for number, what in enumerate(text.activities):
                horizon = Horizon.TODAY if number == 0 else Horizon.SIX_WEEKS
                ids[f"{key}.activity.{number}"] = plans.add_activity(unit, ids[key], what, horizon=horizon)
            if text.plan[0]:
                plans.add_plan(unit, ids[key], *text.plan)
            goals.activate(unit, ids[key], start)

        self._add(on, activate)

    def larger_goal(self, key: str, model: str, on: date, deadline: date) -> None:
        """Begin a goal that others serve, without a measure of its own."""
        self.draft(key, model, on, {"start": on, "deadline": deadline})
        self._add(on, lambda unit, ids: goals.activate(unit, ids[key], on))

    def serves(self, key: str, larger: str, on: date, weight: int = 1) -> None:
        """Make a goal part of a larger one, counting so much among its parts."""
        self._add(on, lambda unit, ids: goals.set_fields(unit, ids[key], {"parent_id": ids[larger], "weight": weight}))

    def milestones(self, key: str, on: date, dues: Iterable[tuple[date, int]]) -> None:
        """Add the goal's milestones, each with the day it is due on and its weight."""
        for number, (title, (due, weight)) in enumerate(zip(self._texts[key].milestones, dues, strict=True)):
            self._add(on, self._milestone(key, number, title, due, weight))

    def milestone_done(self, key: str, number: int, on: date) -> None:
        """Reach a milestone, by its place among the goal's, from 0."""
        self._add(on, lambda unit, ids: plans.milestone_done(unit, ids[f"{key}.milestone.{number}"], on))

    def activity_done(self, key: str, number: int, on: date) -> None:
        """Do an activity, by its place among the goal's, from 0."""
        self._add(on, lambda unit, ids: plans.activity_done(unit, ids[f"{key}.activity.{number}"], on))

    def promise(self, key: str, on: date, due: date, done: date | None = None) -> None:
        """Mean to do the goal's one activity of a week, and on `done` do it."""
        [(what, when, where)] = self._texts[key].promises

        def add(unit: "Unit", ids: Ids) -> None:
            ids[f"{key}.promise"] = plans.add_activity(unit, ids[key], what, when, where, due)

        self._add(on, add)
        if done is not None:
            self._add(done, lambda unit, ids: plans.activity_done(unit, ids[f"{key}.promise"], done))

    def counts(self, key: str, values: Iterable[tuple[date, tuple[int, int, int]]]) -> None:
        """Check in on each day with promoters, passives and detractors."""
        for on, counted in values:
            self._add(on, self._count(key, on, counted))

    def began_anew(self, key: str, on: date, value: int) -> None:
        """Say where a running count stands after it began anew."""
        text = self._texts[key]
        self._add(
            on,
            lambda unit, ids: entries.check_in(unit, ids[key], on, Decimal(value), note=text.anew, mode="reset"),
        )

    def holiday(self, first: date, last: date) -> None:
        """Let every active goal rest from a day to a day."""
        self._add(first, lambda unit, ids: goals.pause_everything(unit, first, last))

    def entries(self, key: str, values: Iterable[tuple[date, Decimal | int | None]]) -> None:
        """Check in on each day with a value, or excused with None; every few entries carry a note."""
        text = self._texts[key]
        for number, (on, value) in enumerate(values):
            note = text.excuse
            if value is not None:
                turn, rest = divmod(number, NOTE_EVERY)
                note = text.notes[turn % len(text.notes)] if text.notes and rest == 2 else ""
            self._add(on, self._check_in(key, on, value, note))

    def confidence(self, key: str, values: Iterable[tuple[date, int]]) -> None:
        """Say on each day how sure the person is, 1 to 10."""
        for on, value in values:
            self._add(on, self._sure(key, on, value))

    def new_version(self, key: str, measure: Measure) -> None:
        """Change how the goal is measured, from a day on, for the reason in its words."""
        text = self._texts[key]
        whole = measure._replace(unit=text.unit, what_counts=text.what_counts, reason=text.reason)
        self._add(measure.valid_from, lambda unit, ids: measures.add_version(unit, ids[key], whole))

    def pause(self, key: str, on: date) -> None:
        """Let the goal rest from a day on."""
        self._add(on, lambda unit, ids: goals.pause(unit, ids[key], on))

    def park(self, key: str, on: date, until: date) -> None:
        """Make the goal one for some day."""
        self._add(on, lambda unit, ids: goals.park(unit, ids[key], until))

    def finish(self, key: str, on: date, outcome: Outcome) -> None:
        """Close the goal, with the lesson in its words."""
        lesson = self._texts[key].lesson
        self._add(on, lambda unit, ids: goals.finish(unit, ids[key], outcome, lesson, on))

    def write(self, path: str) -> None:
        """Write all deeds into a new database at `path`, each recorded on its day; raises StoreError."""
        clock = _Clock()
        store = Store(path, clock=clock)
        ids: Ids = {}
        try:
            for days in self._steps():
                clock.day = days[-1].on
                store.run_sync(_all, [each.deed for each in days], ids)
                if days[-1].then is not None:
                    days[-1].then(store, ids)
            self._keep_figures(store)
        finally:
            store.close()

    def _keep_figures(self, store: Store) -> None:
        """Keep how the goals stand today, as the app does once it has shown them."""
        settings = store.read(queries.settings)
        found = store.read(queries.standings, (State.ACTIVE, State.PAUSED), self.today, settings)
        store.run_sync(standings.keep, found, self.today, settings)

    def _steps(self) -> list[list[Dated]]:
        """The deeds in order: those up to a review in one transaction each, the last days' one by one."""
        steps: list[list[Dated]] = []
        single = self.ago(SINGLE_DAYS)
        for each in sorted(self._deeds, key=lambda dated: (dated.on, dated.then is not None)):
            last = steps[-1][-1] if steps else None
            if last is None or last.then or each.on > single:
                steps.append([each])
            else:
                steps[-1].append(each)
        return steps

    def _add(self, on: date, deed: Deed) -> None:
        if on <= self.today:
            self._deeds.append(Dated(on, deed))

    def _milestone(self, key: str, number: int, title: str, due: date, weight: int) -> Deed:
        def add(unit: "Unit", ids: Ids) -> None:
            ids[f"{key}.milestone.{number}"] = plans.add_milestone(unit, ids[key], title, due, weight)

        return add

    def _check_in(self, key: str, on: date, value: Decimal | int | None, note: str) -> Deed:
        if value is None:
            return lambda unit, ids: entries.check_in(unit, ids[key], on, excused=True, note=note)
        return lambda unit, ids: entries.check_in(unit, ids[key], on, Decimal(value), note=note)

    def _count(self, key: str, on: date, counts: tuple[int, int, int]) -> Deed:
        return lambda unit, ids: entries.check_in(unit, ids[key], on, counts=counts)

    def _sure(self, key: str, on: date, value: int) -> Deed:
        return lambda unit, ids: plans.set_confidence(unit, ids[key], on, value)


class _Clock:
    """The evening of the day that is being written."""

    day = date.min

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(19), UTC)


def _all(unit: "Unit", deeds: Iterable[Deed], ids: Ids) -> None:
    for deed in deeds:
        deed(unit, ids)


def spread(today: date, first: int, last: int, values: Iterable[int | str]) -> list[tuple[date, Decimal]]:
    """The values evenly over the days from `first` to `last` days before `today`."""
    found = [Decimal(value) for value in values]
    apart = Decimal(first - last) / max(len(found) - 1, 1)
    return [(today - timedelta(days=first - int(number * apart)), value) for number, value in enumerate(found)]


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from one to another, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
