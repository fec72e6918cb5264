"""What a field shows besides its text: its label, what was read in it, and what is wrong with it, in words."""

from collections.abc import Callable, Mapping

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT
from smart_tui.domain.goal import Kind, State
from smart_tui.i18n import N_, Words
from smart_tui.text import labels
from smart_tui.text.questions import question_short
from smart_tui.text.weekdays import weekdays_said
from smart_tui.tui.amountlooks import amount_look
from smart_tui.tui.around import Around, problem
from smart_tui.tui.draft import MOST_WEIGHT, Draft
from smart_tui.tui.fields import (
    DATES,
    ENTERED_HINTS,
    NUMBERS,
    READING_HINTS,
    RUNNING,
    Field,
    Input,
    combines,
    field_of,
    label_of,
    rarer_fields,
)
from smart_tui.tui.listed import PLANNED, item_said, stands_on
from smart_tui.tui.parents import matching, parent_text, refusal
from smart_tui.tui.timelooks import day_look, duration_look, paced, rate_look, time_asked
from smart_tui.tui.typed import read_days_of_week
from smart_tui.tui.widgets.fieldrow import Choices, Look
from smart_tui.tui.widgets.yesno import split_yes_no

PACED = ("target", "deadline", "duration", "attainable.timeframe", "attainable.constraints")
"""Where it helps to know what the target asks for a week or a month."""
WITH_DEFAULT = ("direction", "silence", "running", "entered_as", "combine", "judged", "ending")
"""Choices of which the first one holds while none is picked."""
ASKED_AFTER_NO: Mapping[str, str] = {
    "accepted.person": N_("who is it instead?"),
    "accepted.timing": N_("when would suit better?"),
    "attainable.resources": N_("what is missing?"),
    "attainable.timeframe": N_("what is in the way?"),
}
"""What the line behind a no asks for."""


def look(field: Field, draft: Draft, around: Around) -> Look:
    """How a field's row looks now."""
    words = around.words
    label = words.gettext(label_of(field, draft.texts)) if field.label else question_short(field.id, words)
    base = Look(
        label, choices=choices_of(field, draft, words), placeholder=words.gettext(field.hint) if field.hint else ""
    )
    limit = LINE_LIMIT if field.input == Input.LINE else TEXT_LIMIT
    if len(draft.text(field.id)) > limit:
        text = words.gettext("Only the first {limit} characters are kept.").format(limit=words.number(limit))
        return base._replace(problem=text)
    if field.id in PACED:
        said = (paced(field.id, draft, around), time_asked(field.id, draft, words))
        base = base._replace(note=" ".join(part for part in said if part))
    if field.id in NUMBERS:
        return amount_look(base, field.id, draft, around)
    if field.id in DATES:
        return day_look(base, field.id, draft, around)
    if field.id == "milestones":
        return _milestones(base, draft, around)
    if field.id in PLANNED:
        return base._replace(note=_planned(field.id, draft, around))
    if field.id in ASKED_AFTER_NO and split_yes_no(draft.text(field.id))[0] == "no":
        asked = words.gettext(ASKED_AFTER_NO[field.id])
        return base._replace(placeholder=asked, note=_context(field.id, draft, around))
    if field.id in WITH_DEFAULT and base.choices:
        base = base._replace(placeholder=base.choices[0][1])
    special = _SPECIAL.get(field.id)
    if special is not None:
        return special(base, draft, around)
    return base._replace(note=base.note or _context(field.id, draft, around))


def choices_of(field: Field, draft: Draft, words: Words) -> Choices:
    """The choices of a field, as people see them."""
    if field.digits:
        return tuple((str(digit), str(digit)) for digit in range(1, field.digits + 1))
    named = dict(field.choices)
    values = combines(draft.texts) if field.id == "combine" else tuple(named)
    return tuple((value, words.gettext(named[value])) for value in values)


def _kind(base: Look, draft: Draft, around: Around) -> Look:
    kind = next((kind for kind in Kind if kind == draft.text("kind")), None)
    return base._replace(note=labels.kind_hint(kind, around.words) if kind else "")


def _reading(base: Look, draft: Draft, around: Around) -> Look:
    hint = READING_HINTS.get(draft.text("reading"), "")
    return base._replace(note=around.words.gettext(hint) if hint else "")


def _entered_as(base: Look, draft: Draft, around: Around) -> Look:
    hint = ENTERED_HINTS.get(draft.text("entered_as"), "")
    return base._replace(note=around.words.gettext(hint) if hint else "")


def _unit(base: Look, draft: Draft, around: Around) -> Look:
    scored = draft.text("kind") == Kind.LEVEL and draft.text("entered_as") in ENTERED_HINTS
    return base._replace(placeholder=around.words.gettext("points")) if scored else base


def _running(base: Look, draft: Draft, around: Around) -> Look:
    return base._replace(note=labels.running_hint(draft.text("running") == RUNNING[1][0], around.words))


def _weekdays(base: Look, draft: Draft, around: Around) -> Look:
    words, text = around.words, draft.text("weekdays")
    read = read_days_of_week(text, draft.language)
    if read.error is not None:
        return base._replace(problem=problem(read.error, draft, words))
    every = words.gettext("every day")
    if not text.strip():
        return base._replace(placeholder=every, note=words.gettext("such as mon-fri, weekdays or mon, wed, fri"))
    return base._replace(echo=weekdays_said(read.mask, words) or every)


def _more(base: Look, draft: Draft, around: Around) -> Look:
    """What is folded away, by name."""
    words, rarer = around.words, rarer_fields(draft.texts)
    names = [words.gettext(label_of(field_of(id), draft.texts)) for id in rarer]
    listed = ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])
    if draft.text("more") == "shown":
        return base._replace(note=listed)
    note = words.gettext("→ shows them: {fields}").format(fields=listed)
    return base._replace(placeholder=listed, note=note)


def _milestones(base: Look, draft: Draft, around: Around) -> Look:
    words = around.words
    found = draft.milestones()
    if not found:
        note = words.gettext("One a line: Pilot by 1 March x2, where x2 counts double. Without any: done or not.")
        return base._replace(note=note)
    dated = [m.due for m in found if m.due is not None]
    many = words.ngettext("{count} milestone", "{count} milestones", len(found)).format(count=len(found))
    last = (
        ""
        if not dated
        else words.gettext(", {dated} with a date, the last {day}").format(
            dated=len(dated), day=words.date_full(max(dated))
        )
    )
    return base._replace(note="\n".join(part for part in (_planned("milestones", draft, around), many + last) if part))


def _planned(field: str, draft: Draft, around: Around) -> str:
    """What the line written last becomes; of a running goal, whether its page has what is written here."""
    found, words = draft.listed(field), around.words
    if draft.active and draft.base is not None:
        base = draft.base
        if found and all(stands_on(base, item) for item in found):
            return words.gettext("All of it stands on the goal's page, where it is changed.")
        return words.gettext("The goal's page keeps its own list; what is new here can be added to it.")
    if not found:
        return _context(field, draft, around)
    return item_said(found[-1], words, around.today)


def _parent(base: Look, draft: Draft, around: Around) -> Look:
    words, typed = around.words, draft.text("parent").strip()
    linked = next((goal for goal in around.goals if goal.id == draft.parent_id), None)
    if not typed or (linked is not None and typed == parent_text(linked)):
        return base._replace(note=words.gettext("Emptied, it stands for itself.") if linked else "")
    found = matching(typed, around.goals, draft.goal_id)
    if not found:
        return base._replace(problem=words.gettext("None of your open goals is called that."))
    refused = [refusal(goal, around.goals, draft.goal_id, words) for goal in found]
    return base._replace(problem=refused[0]) if all(refused) else base._replace(echo=words.gettext("not chosen yet"))


def _weight(base: Look, draft: Draft, around: Around) -> Look:
    if not draft.weight_refused():
        return base
    said = around.words.gettext("A weight is a whole number from 1 to {most}.")
    return base._replace(problem=said.format(most=around.words.number(MOST_WEIGHT)))


def _context(field: str, draft: Draft, around: Around) -> str:
    """What the person said elsewhere, or has elsewhere, that helps to answer here."""
    words = around.words
    if field in ("attainable.how", "attainable.constraints", "attainable.ability"):
        return " ".join(draft.text("specific.constraints").split())
    if field == "accepted.fit":
        titles = [goal.title for goal in around.goals if goal.state == State.ACTIVE and goal.id != draft.goal_id]
        return words.gettext("Active now: {titles}").format(titles=" · ".join(titles[:6])) if titles else ""
    if field == "attainable.precedent":
        area = draft.text("area").strip()
        closed = [goal.title for goal in around.goals if goal.state == State.CLOSED and (not area or goal.area == area)]
        return words.gettext("Closed before: {titles}").format(titles=" · ".join(closed[:6])) if closed else ""
    if field == "relevant.strategy":
        parent = next((goal for goal in around.goals if goal.id == draft.parent_id), None)
        if parent is not None:
            return words.gettext("Supports goal {number}, {title}").format(number=parent.no, title=parent.title)
        found = matching(draft.text(field), around.goals, draft.goal_id)
        refused = [refusal(goal, around.goals, draft.goal_id, words) for goal in found]
        return refused[0] if refused and all(refused) else ""
    return ""


_SPECIAL: Mapping[str, Callable[[Look, Draft, Around], Look]] = {
    "duration": duration_look,
    "rate": rate_look,
    "kind": _kind,
    "reading": _reading,
    "entered_as": _entered_as,
    "running": _running,
    "unit": _unit,
    "weekdays": _weekdays,
    "more": _more,
    "parent": _parent,
    "weight": _weight,
}
