"""Lists one writes while answering, read line by line: milestones, activities and if-then plans.

The grammar of a line is that of the page (`reading.items`); which question it answers says what a line
without a sign of its own is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from smart_tui.domain.cleaning import clean_line, clean_text
from smart_tui.domain.goal import Activity, Goal, Horizon, IfThenPlan, Milestone
from smart_tui.i18n import Words
from smart_tui.reading.items import ItemKind, ItemReading, read_item, read_plans

PLANNED = ("milestones", "attainable.how", "time.six_months", "time.six_weeks", "time.today", "attainable.ability")
"""The fields whose lines become milestones, activities or plans."""
_KINDS: Mapping[str, ItemKind] = {
    "milestones": ItemKind.MILESTONE,
    "time.six_months": ItemKind.MILESTONE,
    "time.six_weeks": ItemKind.ACTIVITY,
    "time.today": ItemKind.ACTIVITY,
}
HORIZONS: Mapping[str, Horizon] = {"time.six_weeks": Horizon.SIX_WEEKS, "time.today": Horizon.TODAY}


def items(text: str) -> tuple[str, ...]:
    """The lines of a list that say something."""
    return tuple(line for raw in clean_text(text).splitlines() if (line := clean_line(raw)))


def read_list(field: str, text: str, lang: str, today: date, first_weekday: int = 0) -> tuple[ItemReading, ...]:
    """What the lines of one of the `PLANNED` fields become, in order; what lacks something is left out."""
    if field == "attainable.ability":
        return read_plans(text, lang)
    lines = (" ".join(items(text)),) if field == "time.today" else items(text)
    found = (_read(field, line, lang, today, first_weekday) for line in lines if line)
    return tuple(item for item in found if not item.problem)


@lru_cache(maxsize=256)
def _read(field: str, line: str, lang: str, today: date, first_weekday: int) -> ItemReading:
    item = read_item(line, lang, today, _KINDS.get(field), first_weekday)
    if field == "attainable.how" and item.kind is ItemKind.MILESTONE and item.due is None:
        return ItemReading(ItemKind.ACTIVITY, item.text)
    if field == "time.today" and item.due is None:
        return item._replace(due=today)
    return item


def milestone_of(item: ItemReading) -> Milestone:
    """A milestone as if it were stored."""
    return Milestone(0, "", item.text, item.due, item.weight)


def activity_of(item: ItemReading, horizon: Horizon = Horizon.OTHER) -> Activity:
    """An activity as if it were stored."""
    return Activity(0, "", item.text, item.when, item.where, item.due, horizon)


def plan_of(item: ItemReading) -> IfThenPlan:
    """A plan as if it were stored."""
    return IfThenPlan(0, "", item.situation, item.action)


def stands_on(goal: Goal, item: ItemReading) -> bool:
    """Whether a goal has this milestone, activity or plan already, by what it is called."""
    return _named[item.kind](goal, item)


_named: Mapping[ItemKind, Callable[[Goal, ItemReading], bool]] = {
    ItemKind.MILESTONE: lambda goal, item: any(one.title == item.text for one in goal.milestones),
    ItemKind.ACTIVITY: lambda goal, item: any(one.what == item.text for one in goal.activities),
    ItemKind.PLAN: lambda goal, item: any(one.situation == item.situation for one in goal.plans),
}


def item_said(item: ItemReading, words: Words, today: date) -> str:
    """What was understood of a line, in words."""
    from smart_tui.text.echo import echo_date

    if item.kind is ItemKind.PLAN:
        sentence = words.gettext("If {situation}, then {action}")
        return sentence.format(situation=item.situation, action=item.action)
    parts = [item.text]
    if item.due is not None:
        due = echo_date(item.due, today, words)
        parts.append(words.gettext("by {date}").format(date=due) if item.kind is ItemKind.MILESTONE else due)
    parts += [part for part in (item.when, item.where) if part]
    if item.weight != 1:
        parts.append(words.gettext("weight {n}").format(n=item.weight))
    return " · ".join(parts)
