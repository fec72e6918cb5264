"""Chips: what was read in an answer and can be taken over with one key. Nothing is taken without it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.domain.goal import Goal, Kind, Period
from smart_tui.i18n import Words
from smart_tui.reading.dates import DateReading
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.items import ItemReading, begin_plan, begins_plan
from smart_tui.reading.numbers import plain
from smart_tui.reading.phrases import normal
from smart_tui.text import labels
from smart_tui.text.echo import echo_date
from smart_tui.tui.around import Around, begin_here
from smart_tui.tui.course import thirds, typed_rate
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import DATES, NUMBERS
from smart_tui.tui.listed import PLANNED, item_said, stands_on
from smart_tui.tui.parents import MOST, allowed, likely, matching, parent_text
from smart_tui.tui.typed import read_amount, read_day, read_field_day, tags_of
from smart_tui.tui.widgets.yesno import split_yes_no
from smart_tui.tui.written import TITLE_FIELD, write_amount

if TYPE_CHECKING:
    from smart_tui.reading.goals import Chip, GoalReading


MOST_AREAS = 6
LONGEST_TAG = 24
"""A longer answer is a sentence and no tag."""


class Offer(NamedTuple):
    """One chip: what it says, and the texts it puts into which fields. `parent_id`, `alone` (no longer a part of
    another goal), `item` (to be added to a running goal) and `park` do what they say."""

    label: str
    puts: Mapping[str, str] = {}
    parent_id: int | None = None
    alone: bool = False
    item: ItemReading | None = None
    park: bool = False


def offers(field: str, draft: Draft, around: Around, sentence: str | None = None) -> tuple[Offer, ...]:
    """The chips of a field, in the order they are offered; `sentence` is as much of the title's text as is finished."""
    if field == TITLE_FIELD:
        return _from_sentence(draft, around, draft.text(TITLE_FIELD) if sentence is None else sentence)
    if field in ("target", "deadline", "rate") and (found := _from_rate(field, draft, around)):
        return found
    if field in NUMBERS:
        amount = read_amount(draft.texts, field, draft.language)
        return tuple(
            Offer(around.words.number(value), {field: plain(value, draft.language)}) for value in amount.others
        )
    if field in DATES and draft.text(field).strip():
        days = read_field_day(field, draft.text(field), draft.language, draft.today, draft.first_weekday).others
        return tuple(Offer(echo_date(day, around.today, around.words), {field: day.isoformat()}) for day in days)
    special = _SPECIAL.get(field)
    found = special(draft, around) if special else ()
    return (*_rows(field, draft, around), *found) if field in PLANNED else found


def _rows(field: str, draft: Draft, around: Around) -> tuple[Offer, ...]:
    """What is written in a list of a running goal and does not stand on its page yet."""
    base = draft.base
    if base is None or not draft.active:
        return ()
    label = around.words.gettext("add: {what}")
    return tuple(
        Offer(label.format(what=item_said(item, around.words, around.today)), item=item)
        for item in draft.listed(field)
        if not stands_on(base, item)
    )


def _from_rate(field: str, draft: Draft, around: Around) -> tuple[Offer, ...]:
    """What a rate gives: the deadline, the target, or either; with neither known it waits in its own field."""
    goal, begin = draft.goal(), begin_here(draft, around)
    text = draft.text(field)
    if begin is None or goal.measure is None or not text.strip():
        return ()
    rate = typed_rate(text, draft.language, goal.measure.unit)
    if isinstance(rate, ReadingError):
        return ()
    unit = {"unit": rate.unit} if rate.unit and not goal.measure.unit else {}
    found: list[Offer] = []
    for third in thirds(rate, begin, goal.measure, goal.deadline, around.today, around.words):
        puts = {"rate": "", **unit, field: "", third.field: _typed(third.value, draft)}
        if third.field == "deadline":
            label = around.words.gettext("deadline {day}").format(day=third.said)
        else:
            label = around.words.gettext("target {amount}").format(amount=third.said)
        found.append(Offer(label, puts))
    if not found and field != "rate":
        label = around.words.gettext("keep it as the rate")
        found.append(Offer(label, {field: "", "rate": text.strip(), **unit}))
    return tuple(found)


def _typed(value: date | Decimal, draft: Draft) -> str:
    return plain(value, draft.language) if isinstance(value, Decimal) else value.isoformat()


def _from_sentence(draft: Draft, around: Around, sentence: str) -> tuple[Offer, ...]:
    lines = sentence.splitlines()
    if not lines or not lines[0].strip():
        return ()
    from smart_tui.reading.goals import read_goal, without

    first = normal(lines[0])
    reading = read_goal(first, draft.language, draft.today, draft.first_weekday)
    found: list[Offer] = []
    for chip in (_signed(chip, first, reading.unit) for chip in _ranged(reading.chips)):
        rest = first if chip.end == chip.start else without(first, [(chip.start, chip.end)], draft.language)
        for label, puts in _readings(chip, reading, draft, around):
            if all(draft.text(field) == text for field, text in puts.items()):
                continue
            if chip.end > chip.start:
                puts[TITLE_FIELD] = "\n".join([rest, *lines[1:]])
            found.append(Offer(label, puts))
    return tuple(found)


def _ranged(chips: "Sequence[Chip]") -> "list[Chip]":
    """The chips with both bounds of a range as one: taken alone, the lower one would leave no range to read."""
    low, high = (next((chip for chip in chips if chip.field == field), None) for field in ("low", "high"))
    if low is None or high is None:
        return list(chips)
    both = low._replace(field="range", value=(low.value, high.value), end=max(low.end, high.end))
    left = (chip for chip in chips if chip.field not in ("low", "high") and chip.value is not Kind.WITHIN)
    return sorted([both, *left], key=lambda chip: chip.start)


def _range(low: Decimal, high: Decimal, draft: Draft, words: Words) -> tuple[str, dict[str, str]]:
    said = words.gettext("between {low} and {high}").format(low=words.number(low), high=words.number(high))
    puts = {"kind": str(Kind.WITHIN), "low": plain(low, draft.language), "high": plain(high, draft.language)}
    return said, puts


def _signed(chip: "Chip", text: str, unit: str) -> "Chip":
    """A per cent figure with a sign in front of it is a change, and the sign leaves the title with it."""
    sign = text[chip.start - 1 : chip.start]
    value = chip.value
    if chip.field not in ("target", "change") or unit != "%" or not isinstance(value, Decimal):
        return chip
    if not sign or sign not in "+-−":
        return chip
    return chip._replace(field="change", value=abs(value) if sign == "+" else -abs(value), start=chip.start - 1)


def _readings(chip: "Chip", reading: "GoalReading", draft: Draft, around: Around) -> list[tuple[str, dict[str, str]]]:
    """What a chip can mean: how it is said, and the fields it fills. A number brings its kind, unit and side along."""
    words, value = around.words, chip.value
    if isinstance(value, DateReading):
        start = {"start": value.start.isoformat()} if value.start else {}
        days = (value.date, *value.alternatives)
        return [
            (echo_date(day, around.today, words), {"deadline": day.isoformat(), **(start if day == value.date else {})})
            for day in days
        ]
    if isinstance(value, Kind):
        return [(labels.kind_name(value, words), {"kind": str(value)})]
    if isinstance(value, Period):
        return [(labels.per_period(value, words), {"period": str(value)})]
    if chip.field == "range" and isinstance(value, tuple):
        return [_range(value[0], value[1], draft, words)]
    if not isinstance(value, Decimal) or chip.field == "difference":
        return []
    if chip.end == chip.start and draft.text("target").strip():
        return []
    along = {} if draft.text("kind") or reading.kind is None else {"kind": str(reading.kind)}
    if reading.direction is not None and chip.field == "target":
        along["direction"] = str(reading.direction)
    if chip.field == "change":
        text = write_amount(value, draft.language, percent=True, change=True)
        return [(words.percent(value, sign=True), {"target": text, **along})]
    if reading.unit and not draft.text("unit").strip():
        along["unit"] = reading.unit
    others = reading.ambiguous if chip.field == "target" else ()
    return [
        (_amount(chip.field, number, reading, words), {chip.field: plain(number, draft.language), **along})
        for number in (value, *others)
    ]


def _amount(field: str, value: Decimal, reading: "GoalReading", words: Words) -> str:
    said = words.amount(value, reading.unit)
    if field in ("baseline", "low"):
        return words.gettext("from {number}").format(number=said)
    if field == "target" and reading.direction is not None:
        return f"{labels.direction_name(reading.direction, words)} {said}"
    return said


def _deadline(draft: Draft, around: Around) -> tuple[Offer, ...]:
    wish = draft.text("specific.when").strip()
    if draft.text("deadline").strip() or not wish:
        return ()
    day = read_day(wish, draft.language, draft.today, draft.first_weekday)
    days = day.others or ((day.on,) if day.on else ())
    return tuple(Offer(echo_date(on, around.today, around.words), {"deadline": on.isoformat()}) for on in days)


def _why(draft: Draft, around: Around) -> tuple[Offer, ...]:
    why = draft.text("specific.why").strip()
    return (Offer(" ".join(why.split()), {"relevant.why": why}),) if why and not draft.text("relevant.why") else ()


def _resources(draft: Draft, around: Around) -> tuple[Offer, ...]:
    answer, words = split_yes_no(draft.text("attainable.resources"))
    if answer != "no" or not words.strip() or draft.text("time.today").strip():
        return ()
    label = around.words.gettext("first activity: {what}").format(what=words)
    return (Offer(label, {"time.today": words}),)


def _obstacle(draft: Draft, around: Around) -> tuple[Offer, ...]:
    *before, last = draft.text("attainable.ability").rstrip().split("\n")
    if not last.strip() or begins_plan(last, draft.language):
        return ()
    beginning = begin_plan(last, draft.language)
    label = around.words.gettext("if-then plan: {beginning} …").format(beginning=beginning.strip())
    return (Offer(label, {"attainable.ability": "\n".join([*before, beginning])}),)


def _person(draft: Draft, around: Around) -> tuple[Offer, ...]:
    answer, name = split_yes_no(draft.text("accepted.person"))
    if answer != "no" or not name.strip() or draft.text("specific.owner").strip() == name.strip():
        return ()
    return (Offer(around.words.gettext("owner: {name}").format(name=name), {"specific.owner": name.strip()}),)


def _timing(draft: Draft, around: Around) -> tuple[Offer, ...]:
    answer, _ = split_yes_no(draft.text("accepted.timing"))
    return (Offer(around.words.gettext("park it until …"), park=True),) if answer == "no" else ()


def _parents(draft: Draft, around: Around, field: str = "relevant.strategy") -> tuple[Offer, ...]:
    """The goals this one may be a part of; of one that is a part already, that it stands for itself."""
    words, linked = around.words, next((goal for goal in around.goals if goal.id == draft.parent_id), None)
    typed = draft.text(field).strip()
    found: list[Goal] = []
    if typed and (linked is None or typed != parent_text(linked)):
        found = [goal for goal in matching(typed, around.goals, draft.goal_id) if goal.id != draft.parent_id]
    elif not typed and linked is None:
        found = likely(around.goals, draft.goal_id)
    text = words.gettext("part of goal {number}, {title}")
    offers = [
        Offer(text.format(number=goal.no, title=goal.title), {"parent": parent_text(goal)}, parent_id=goal.id)
        for goal in found
        if allowed(goal, around.goals, draft.goal_id)
    ]
    if linked is not None and (typed or field != "parent"):
        label = words.gettext("no longer part of goal {number}").format(number=linked.no)
        offers.append(Offer(label, {"parent": ""}, alone=True))
    return tuple(offers[:MOST])


def _part_of(draft: Draft, around: Around) -> tuple[Offer, ...]:
    return _parents(draft, around, "parent")


def _review(draft: Draft, around: Around) -> tuple[Offer, ...]:
    if draft.text("review_on").strip() or draft.text("ending") != "open":
        return ()
    days = [date.fromordinal(around.today.toordinal() + count) for count in (28, 91)]
    return tuple(Offer(echo_date(day, around.today, around.words), {"review_on": day.isoformat()}) for day in days)


def _areas(draft: Draft, around: Around) -> tuple[Offer, ...]:
    typed = draft.text("area").strip().casefold()
    known = sorted({goal.area for goal in around.goals if goal.area}, key=str.casefold)
    found = [name for name in known if name.casefold().startswith(typed) and name.casefold() != typed]
    return tuple(Offer(name, {"area": name}) for name in found[:MOST_AREAS])


def _tag(draft: Draft, around: Around) -> tuple[Offer, ...]:
    """Where it takes place, as a tag."""
    place, tags = tags_of(draft.text("specific.where")), tags_of(draft.text("tags"))
    new = [name for name in place if len(name) <= LONGEST_TAG and name not in tags]
    return tuple(Offer(name, {"tags": ", ".join([*tags, name])}) for name in new)


_SPECIAL: Mapping[str, Callable[[Draft, Around], tuple[Offer, ...]]] = {
    "deadline": _deadline,
    "relevant.why": _why,
    "attainable.resources": _resources,
    "attainable.ability": _obstacle,
    "accepted.person": _person,
    "accepted.timing": _timing,
    "relevant.strategy": _parents,
    "parent": _part_of,
    "review_on": _review,
    "area": _areas,
    "tags": _tag,
}


def chip_line(found: Sequence[Offer], at: int) -> list[tuple[str, bool]]:
    """The chips as texts, each with whether it is the one that would be taken."""
    return [(offer.label, index == at % len(found)) for index, offer in enumerate(found)]
