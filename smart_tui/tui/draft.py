"""A goal being written: the text of every field, and the goal they make so far. It knows no screen and no store."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from smart_tui.domain.cleaning import clean_line, clean_text, clean_title
from smart_tui.domain.goal import Activity, Goal, Horizon, IfThenPlan, Kind, Measure, Milestone, Period, State
from smart_tui.domain.smart import MODELS, SLOT_OF, Model
from smart_tui.reading.durations import Duration, add
from smart_tui.reading.items import ItemKind, ItemReading
from smart_tui.reading.weekdays import write_weekdays
from smart_tui.tui.fields import DATES, FORM_FIELDS, MEASURE_FIELDS, NUMBERS, UNSTORED
from smart_tui.tui.listed import HORIZONS, activity_of, milestone_of, plan_of, read_list
from smart_tui.tui.titlewords import Left
from smart_tui.tui.typed import (
    Times,
    is_relative,
    read_amount,
    read_days_of_week,
    read_field_day,
    read_measure,
    read_times,
    tags_of,
)
from smart_tui.tui.written import RAW, TITLE_FIELD, goal_texts, held, measure_texts, write_amount

MOST_WEIGHT = 1000
THREE = ("deadline", "duration", "start")


class Snapshot(NamedTuple):
    """All of a draft that the store keeps."""

    answers: Mapping[str, str]
    fields: Mapping[str, object]
    measure: Measure | None


T = TypeVar("T")


def _joined(rows: Sequence[T], listed: Sequence[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """The rows a goal has, and what is listed and not among them by its name."""
    known = {name(row) for row in rows}
    return (*rows, *(one for one in listed if name(one) not in known))


class Draft:
    """What was typed into the fields of one goal, by field id, and everything that follows from it."""

    def __init__(self, model: str, language: str, today: date, goal: Goal | None = None) -> None:
        self.goal_id: int | None = goal.id if goal else None
        self.base = goal
        self.model_id = goal.model if goal and goal.model in MODELS else model
        self.language = language
        self.today = today
        self.first_weekday = 0
        self.parent_id = goal.parent_id if goal else None
        self.step = goal.step if goal else ""
        self.texts: dict[str, str] = goal_texts(goal, language) if goal else {}
        self.order: tuple[str, ...] = THREE
        self.left: Left | None = None
        """What the last chip that was taken left of the title."""
        self._titled = False

    @property
    def model(self) -> Model:
        return MODELS[self.model_id]

    @property
    def active(self) -> bool:
        """Whether the goal has left the drafts, so that its target and milestones are kept as history."""
        return self.base is not None and self.base.state != State.DRAFT

    def text(self, field: str) -> str:
        """What stands in a field."""
        return self.texts.get(field, "")

    def put(self, field: str, text: str) -> tuple[str, ...]:
        """Put a text into a field; returns the other fields whose text changed because of it."""
        if self.texts.get(field, "") == text:
            return ()
        self.texts[field] = text
        if field == TITLE_FIELD:
            self._titled = True
        if field == "parent" and not text.strip():
            self.parent_id = None
        if field in THREE and text.strip():
            return self._third(field)
        if field == "reading" and text and self.text("kind") in ("total", "level"):
            self.texts["kind"] = "total" if text == "span" else "level"
            return ("kind",)
        return ()

    def _third(self, edited: str) -> tuple[str, ...]:
        self.order = (*(name for name in self.order if name != edited), edited)
        changed: tuple[str, ...] = ()
        if edited == "deadline" and self.text("ending") == "open":
            self.texts["ending"] = "dated"
            changed = ("ending",)
        if all(self.text(name).strip() for name in THREE):
            self.texts[self.order[0]] = ""
            changed += (self.order[0],)
        return changed

    @property
    def title(self) -> str:
        """The first line of what is to be achieved; a title given elsewhere stays until that line is changed."""
        if self.base is not None and self.base.title and not self._titled:
            return self.base.title
        return next((clean_title(line) for line in self.text(TITLE_FIELD).splitlines() if line.strip()), "")

    @property
    def weight(self) -> int:
        """What the goal counts among the parts of its parent; the one it had while what is typed is none."""
        text = self.text("weight").strip()
        if not text:
            return 1
        fits = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_WEIGHT))
        fits = fits and 1 <= int(text) <= MOST_WEIGHT
        return int(text) if fits else self.base.weight if self.base else 1

    def weight_refused(self) -> bool:
        """Whether what is typed as the weight is none."""
        text = self.text("weight").strip()
        return bool(text) and str(self.weight) != text.lstrip("0")

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands in any field."""
        return not any(text.strip() for field, text in self.texts.items() if field != "more")

    def relative(self) -> bool:
        """Whether the target is a change in percent."""
        return is_relative(self.texts, self.language)

    def measure(self) -> Measure | None:
        """The measure as far as it can be read."""
        base = self.base.measure if self.base else None
        measure = read_measure(self.texts, self.language, self.today, base)
        if measure is None or self.active:
            return measure
        return measure._replace(valid_from=self.times().start or self.today)

    def times(self) -> Times:
        """Start, deadline and review date as far as they can be read."""
        return read_times(self.texts, self.language, self.today, self.first_weekday)

    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones listed in the form, those on the way there that have a day, and the one six months ahead."""
        found = list(self.listed("milestones")) if self.text("kind") == Kind.MILESTONES else []
        found += [item for item in self.listed("attainable.how") if item.kind is ItemKind.MILESTONE]
        found += self.listed("time.six_months")
        made = [milestone_of(item) for item in found]
        return tuple({milestone.title: milestone for milestone in reversed(made)}.values())[::-1]

    def listed(self, field: str) -> tuple[ItemReading, ...]:
        """What the lines of a list become; what one can get done in six months is due then, or at the deadline."""
        found = read_list(field, self.text(field), self.language, self.today, self.first_weekday)
        if field != "time.six_months" or all(item.due for item in found):
            return found
        start = self.times().start or self.today
        half_year = add(start, Duration(6, Period.MONTH))
        latest = min(half_year, self.times().deadline or half_year)
        return tuple(item if item.due else item._replace(due=latest) for item in found)

    def activities(self) -> tuple[Activity, ...]:
        """What is on the way there and no milestone, and what was listed for six weeks and for today."""
        found = [
            activity_of(item, HORIZONS.get(field, Horizon.OTHER))
            for field in ("attainable.how", "time.six_weeks", "time.today")
            for item in self.listed(field)
            if item.kind is ItemKind.ACTIVITY
        ]
        return tuple({activity.what: activity for activity in found}.values())

    def plans(self) -> tuple[IfThenPlan, ...]:
        """The if-then plans among the way there and the obstacles."""
        read = (*self.listed("attainable.how"), *self.listed("attainable.ability"))
        return tuple(plan_of(item) for item in read if item.kind is ItemKind.PLAN)

    def confidence(self) -> int | None:
        """The digit said about the constraints, 1 to 10."""
        text = self.text("attainable.constraints").strip()
        return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 10 else None

    def goal(self) -> Goal:
        """The goal these texts make, as if it were stored."""
        base = self.base or Goal(0, "", 0, "", State.DRAFT, self.model_id, self.language)
        times, measure = self.times(), self.measure()
        goal = base._replace(
            title=self.title,
            model=self.model_id,
            start=times.start,
            deadline=times.deadline,
            review_on=times.review_on,
            answers=self.snapshot().answers,
            parent_id=self.parent_id,
            weight=self.weight,
            area=clean_line(self.text("area")),
            statement=" ".join(clean_text(self.text("statement")).split()),
        )
        if self.active:
            return goal._replace(measures=(*base.measures[:-1], measure) if measure else base.measures)
        return goal._replace(
            measures=(measure,) if measure else (),
            milestones=_joined(base.milestones, self.milestones(), lambda one: one.title),
            activities=_joined(base.activities, self.activities(), lambda one: one.what),
        )

    def snapshot(self) -> Snapshot:
        """What the store is to keep of the draft as it is now.

        The measure and the dates of a goal that has left the drafts change only by what can be read; its measure
        waits as typed until `measure_settled`, because a changed target makes a new version.
        """
        times, measure = self.times(), self.measure()
        answers = {field: clean_text(text) for field, text in self.texts.items() if field in SLOT_OF}
        if self.text("duration").strip():
            answers["time.frame"] = clean_line(self.text("duration"))
        answers |= {RAW + field: clean_text(self.text(field)) for field in self._unread(measure, times)}
        fields: dict[str, object] = {
            "title": self.title,
            "model": self.model_id,
            "start": times.start,
            "deadline": times.deadline,
            "review_on": times.review_on,
            "parent_id": self.parent_id,
            "weight": self.weight,
            "step": self.step,
            "area": clean_line(self.text("area")),
            "tags": tags_of(self.text("tags")),
            "statement": " ".join(clean_text(self.text("statement")).split()),
        }
        for field, question in (("owner", "specific.owner"), ("people", "specific.people")):
            fields[field] = clean_line(self.text(question))
        if self.base is not None and self.active:
            measure = self.base.measure
            fields["title"] = self.title or self.base.title
            for field in ("start", "deadline", "review_on"):
                if fields[field] is None and self.text(field).strip():
                    fields[field] = getattr(self.base, field)
        return Snapshot({key: text for key, text in answers.items() if text}, fields, measure)

    @property
    def measure_edited(self) -> bool:
        """Whether the form of the measure holds anything else than the measure the goal has."""
        return bool(self._edited())

    def _edited(self) -> list[str]:
        old = self.base.measure if self.base else None
        known = measure_texts(old, self.language) if old else {}
        fields = (field.id for field in MEASURE_FIELDS if field.id not in UNSTORED)
        return [field for field in fields if self.text(field).strip() != known.get(field, "").strip()]

    def measure_settled(self, measure: Measure) -> None:
        """The measure as typed is now the one the goal has."""
        if self.base is not None:
            self.base = self.base._replace(measures=(*self.base.measures, measure))

    def _unread(self, measure: Measure | None, times: Times) -> list[str]:
        """The fields of the forms whose text is not held by a measure or a date, and must be kept as typed."""
        kept = {"duration", "more", *held(measure, self.texts)}
        kept |= {name for name in ("start", "deadline", "review_on") if getattr(times, name) and self.text(name)}
        if times.open_ended:
            kept.discard("deadline")
        if self.active:
            kept |= {field.id for field in MEASURE_FIELDS}
            kept -= set(self._edited())
        return [field for field in FORM_FIELDS if field not in kept and self.text(field).strip()]

    def _day(self, field: str, text: str) -> date | None:
        since = self._day("start", self.text("start")) if field == "deadline" else None
        return read_field_day(field, text, self.language, since or self.today, self.first_weekday).on

    def day_changed(self, today: date) -> tuple[str, ...]:
        """Go on to another day: "tomorrow" means the day it meant when it was typed.

        Returns the fields whose text changed, to the date they mean.
        """
        meant = {field: self._day(field, self.text(field)) for field in DATES}
        self.today = today
        changed = [field for field, day in meant.items() if day and self._day(field, self.text(field)) != day]
        for field in changed:
            self.texts[field] = str(meant[field])
        return tuple(changed)

    def translate(self, language: str) -> tuple[str, ...]:
        """Rewrite numbers and dates for another language, so that they still mean what they meant.

        Returns the fields whose text changed. What could not be read stays as it was typed.
        """
        old = dict(self.texts)
        for field in NUMBERS:
            amount = read_amount(old, field, self.language)
            if amount.value is not None:
                self.texts[field] = write_amount(amount.value, language, percent=amount.percent, change=amount.change)
        for field in DATES:
            if (day := self._day(field, old.get(field, ""))) is not None:
                self.texts[field] = day.isoformat()
        days = read_days_of_week(old.get("weekdays", ""), self.language)
        if old.get("weekdays", "").strip() and days.error is None:
            self.texts["weekdays"] = write_weekdays(days.mask, language)
        self.language = language
        return tuple(field for field in self.texts if self.texts[field] != old.get(field, ""))
