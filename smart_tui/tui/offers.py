"""Chips: what was read in an answer and can be taken over with one key. Nothing is taken without it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Kind, Period
from smart_tui.reading.dates import DateReading
from smart_tui.reading.goals import Chip, read_goal, without
from smart_tui.reading.numbers import plain
from smart_tui.text import labels
from smart_tui.text.echo import echo_date
from smart_tui.tui.draft import TITLE_FIELD, Draft, write_amount
from smart_tui.tui.fields import DATES, NUMBERS
from smart_tui.tui.looks import Around
from smart_tui.tui.typed import read_amount, read_day
from smart_tui.tui.widgets.fieldrow import split_yes_no


class Offer(NamedTuple):
    """One chip: what it says, and the texts it puts into which fields. `parent_id` and `park` do what they say."""

    label: str
    puts: Mapping[str, str] = {}  # noqa: RUF012 - never written to
    parent_id: int | None = None
    park: bool = False


def offers(field: str, draft: Draft, around: Around) -> tuple[Offer, ...]:
    """The chips of a field, in the order they are offered."""
    if field == TITLE_FIELD:
        return _from_sentence(draft, around)
    if field in NUMBERS:
        amount = read_amount(draft.texts, field, draft.language)
        return tuple(
            Offer(around.words.number(value), {field: plain(value, draft.language)}) for value in amount.others
        )
    if field in DATES and draft.text(field).strip():
        days = read_day(draft.text(field), draft.language, draft.today, draft.first_weekday).others
        return tuple(Offer(echo_date(day, around.today, around.words), {field: day.isoformat()}) for day in days)
    special = _SPECIAL.get(field)
    return special(draft, around) if special else ()


def _from_sentence(draft: Draft, around: Around) -> tuple[Offer, ...]:
    text = draft.text(TITLE_FIELD)
    if not text.strip():
        return ()
    reading = read_goal(text, draft.language, draft.today, draft.first_weekday)
    found: list[Offer] = []
    for chip in reading.chips:
        puts = _puts(chip, draft)
        if not puts or all(draft.text(field).strip() == value for field, value in puts.items()):
            continue
        if not draft.text("kind") and reading.kind is not None and "deadline" not in puts and "start" not in puts:
            puts.setdefault("kind", str(reading.kind))
        if chip.end > chip.start and chip.field not in ("kind", "unit"):
            puts[TITLE_FIELD] = without(text, [(chip.start, chip.end)])
        found.append(Offer(_said(chip, around), puts))
    return tuple(found)


def _puts(chip: Chip, draft: Draft) -> dict[str, str]:
    """The field and the text that a chip fills it with."""
    value, language = chip.value, draft.language
    if isinstance(value, DateReading):
        puts = {"deadline": value.date.isoformat()}
        if value.start is not None:
            puts["start"] = value.start.isoformat()
        return puts
    if isinstance(value, date):
        return {chip.field: value.isoformat()}
    if isinstance(value, Decimal):
        if chip.field == "change":
            return {"target": write_amount(value, language, percent=True, change=True)}
        return {chip.field: plain(value, language)}
    return {chip.field: str(value)} if value else {}


def _said(chip: Chip, around: Around) -> str:
    words, value = around.words, chip.value
    if isinstance(value, DateReading):
        return echo_date(value.date, around.today, words)
    if isinstance(value, date):
        return echo_date(value, around.today, words)
    if isinstance(value, Kind):
        return labels.kind_name(value, words)
    if isinstance(value, Period):
        return labels.per_period(value, words)
    if isinstance(value, Decimal):
        if chip.field == "change":
            return words.percent(value, sign=True)
        if chip.field == "baseline":
            return words.gettext("from {number}").format(number=words.number(value))
        return words.number(value)
    return str(value)


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


def _person(draft: Draft, around: Around) -> tuple[Offer, ...]:
    answer, name = split_yes_no(draft.text("accepted.person"))
    if answer != "no" or not name.strip() or draft.text("specific.owner").strip() == name.strip():
        return ()
    return (Offer(around.words.gettext("owner: {name}").format(name=name), {"specific.owner": name.strip()}),)


def _timing(draft: Draft, around: Around) -> tuple[Offer, ...]:
    answer, _ = split_yes_no(draft.text("accepted.timing"))
    return (Offer(around.words.gettext("park it until …"), park=True),) if answer == "no" else ()


def _parents(draft: Draft, around: Around) -> tuple[Offer, ...]:
    typed = draft.text("relevant.strategy").casefold().strip()
    if not typed or draft.parent_id is not None:
        return ()
    found = [
        goal
        for goal in around.goals
        if goal.id != draft.goal_id and goal.title and (typed in goal.title.casefold() or typed == str(goal.no))
    ]
    text = around.words.gettext("supports goal {number}, {title}")
    return tuple(Offer(text.format(number=goal.no, title=goal.title), parent_id=goal.id) for goal in found[:4])


def _review(draft: Draft, around: Around) -> tuple[Offer, ...]:
    if draft.text("review_on").strip() or draft.text("ending") != "open":
        return ()
    days = [date.fromordinal(around.today.toordinal() + count) for count in (28, 91)]
    return tuple(Offer(echo_date(day, around.today, around.words), {"review_on": day.isoformat()}) for day in days)


_SPECIAL: Mapping[str, Callable[[Draft, Around], tuple[Offer, ...]]] = {
    "deadline": _deadline,
    "relevant.why": _why,
    "attainable.resources": _resources,
    "accepted.person": _person,
    "accepted.timing": _timing,
    "relevant.strategy": _parents,
    "review_on": _review,
}


def chip_line(found: Sequence[Offer], at: int) -> list[tuple[str, bool]]:
    """The chips as texts, each with whether it is the one that would be taken."""
    return [(offer.label, index == at % len(found)) for index, offer in enumerate(found)]
