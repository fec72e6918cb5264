"""Chips: what was read in an answer and can be taken over with one key. Nothing is taken without it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Goal
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.items import begin_plan, begins_plan
from smart_tui.reading.numbers import plain
from smart_tui.text.echo import echo_date
from smart_tui.tui.around import Around, begin_here
from smart_tui.tui.course import thirds, typed_rate
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import DATES, NUMBERS
from smart_tui.tui.listed import PLANNED, item_said, stands_on
from smart_tui.tui.offer import Offer as Offer
from smart_tui.tui.parents import MOST, allowed, likely, matching, parent_text
from smart_tui.tui.sentencechips import sentence_offers
from smart_tui.tui.typed import read_amount, read_day, read_field_day, tags_of
from smart_tui.tui.widgets.yesno import split_yes_no
from smart_tui.tui.written import TITLE_FIELD

MOST_AREAS = 6
SAID_IN_TITLE = ("kind", "target", "baseline", "low", "high", "unit", "period", "deadline")
"""Fields that the title's sentence may fill."""
LONGEST_TAG = 24
"""A longer answer is a sentence and no tag."""


def offers(
    field: str, draft: Draft, around: Around, text: str | None = None, standing: Iterable[str] | None = None
) -> tuple[Offer, ...]:
    """The chips of a field, in the order they are offered; the last two are for the title, see `sentence_offers`."""
    if field == TITLE_FIELD:
        return sentence_offers(draft, around, text, standing)
    if field in SAID_IN_TITLE and not draft.text(field).strip() and (found := _said_in_title(field, draft, around)):
        return (*found, *_deadline(draft, around)) if field == "deadline" else found
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


def _said_in_title(field: str, draft: Draft, around: Around) -> tuple[Offer, ...]:
    """What the sentence says about an empty field, offered where it belongs to; the number with the kind."""
    chips = sentence_offers(draft, around)
    return tuple(offer for offer in chips if field in offer.puts and (field == "kind" or offer.about != "kind"))


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
