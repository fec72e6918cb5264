"""What an undo or redo did, in one line."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from smart_tui.domain.history import ChangeGroup
from smart_tui.i18n import N_, Words
from smart_tui.text.labels import OUTCOMES
from smart_tui.text.questions import WORDINGS

DEEDS: Mapping[str, str] = {
    "create_goal": N_("the new goal {goal}"),
    "edit_answer": N_("the answer to {question} of {goal}"),
    "edit_goal": N_("the change of {field} of {goal}"),
    "set_measure": N_("the measure of {goal}"),
    "new_version": N_("the new target of {goal}"),
    "activate": N_("the activation of {goal}"),
    "park": N_("the parking of {goal}"),
    "pause": N_("the pause of {goal}"),
    "resume": N_("the end of the pause of {goal}"),
    "finish": N_("the closing of {goal}"),
    "reopen": N_("the reopening of {goal}"),
    "delete_goal": N_("the deletion of {goal}"),
    "check_in": N_("the entry {value} on {day} for {goal}"),
    "excuse": N_("the excuse on {day} for {goal}"),
    "check_ins": N_("the entries on {day} for {goal}"),
    "clear_day": N_("the emptying of {day} for {goal}"),
    "edit_entry": N_("the change of the entry on {day} for {goal}"),
    "delete_entry": N_("the deletion of the entry on {day} for {goal}"),
    "add_milestone": N_("the milestone {name} of {goal}"),
    "edit_milestone": N_("the change of the milestone {name} of {goal}"),
    "milestone_done": N_("the milestone {name} of {goal} as done"),
    "milestone_reopened": N_("the milestone {name} of {goal} as not done"),
    "delete_milestone": N_("the deletion of the milestone {name} of {goal}"),
    "add_activity": N_("the activity {name} of {goal}"),
    "edit_activity": N_("the change of the activity {name} of {goal}"),
    "activity_done": N_("the activity {name} of {goal} as done"),
    "activity_reopened": N_("the activity {name} of {goal} as not done"),
    "delete_activity": N_("the deletion of the activity {name} of {goal}"),
    "add_plan": N_("the if-then plan {name} of {goal}"),
    "edit_plan": N_("the change of the if-then plan {name} of {goal}"),
    "delete_plan": N_("the deletion of the if-then plan {name} of {goal}"),
    "confidence": N_("the confidence {value} for {goal}"),
    "delete_confidence": N_("the deletion of the confidence {value} on {day} for {goal}"),
    "promise": N_("what became of the activity {name} of {goal}"),
    "review_decision": N_("what the review decided about {goal}"),
    "review_cause": N_("the cause in the review of {goal}"),
    "review_repair": N_("the remedy in the review of {goal}"),
    "review_line": N_("the line {name} in a review"),
    "finish_review": N_("the end of the review of the week from {day}"),
    "delete_review": N_("the deletion of the review of the week from {day}"),
    "write_journal": N_("the journal entry of {day}"),
    "edit_journal": N_("the change of the journal entry of {day}"),
    "delete_journal": N_("the deletion of the journal entry of {day}"),
    "dismiss_remark": N_("the dismissed remark on {goal}"),
    "allow_remark": N_("the return of dismissed remarks on {goal}"),
    "import": N_("what came in from a file"),
    "merge": N_("what came in from another copy"),
}
"""What each operation of the store did, to stand behind "Undone:"."""

FIELDS: Mapping[str, str] = {
    "title": N_("the title"),
    "statement": N_("the statement"),
    "model": N_("the model"),
    "language": N_("the language"),
    "start": N_("the start"),
    "deadline": N_("the deadline"),
    "review_on": N_("the review date"),
    "wake_on": N_("the wake-up date"),
    "area": N_("the area"),
    "tags": N_("the tags"),
    "owner": N_("the owner"),
    "people": N_("the people"),
    "parent_id": N_("the parent goal"),
    "weight": N_("the weight"),
}
LONGEST_NAME = 40


def undone(group: ChangeGroup, words: Words) -> str:
    """ "Undone: the entry 3 on 14 January 2026 for “Read 24 books”." """
    return words.gettext("Undone: {deed}.").format(deed=deed(group.operation, group.params, words))


def redone(group: ChangeGroup, words: Words) -> str:
    """ "Done again: …", as for undo."""
    return words.gettext("Done again: {deed}.").format(deed=deed(group.operation, group.params, words))


def deed(operation: str, params: Mapping[str, object], words: Words) -> str:
    """What an operation did, as the end of a sentence; for one that is not known, the goal it touched."""
    if operation.endswith("_done") and not params.get("on"):
        operation = operation.replace("_done", "_reopened")
    pattern = DEEDS.get(operation, N_("a change of {goal}"))
    return words.gettext(pattern).format(
        goal=_goal(params, words),
        question=_question(params, words),
        field=words.gettext(FIELDS.get(str(params.get("field", "")), N_("the details"))),
        value=_value(params, words),
        day=_day(params, words),
        name=quoted(str(params.get("name") or ""), words),
        outcome=words.gettext(OUTCOMES.get(str(params.get("outcome", "")), "")),
    )


def quoted(text: str, words: Words) -> str:
    """A person's own words within a sentence, shortened, in the quotation marks of the language."""
    if len(text) > LONGEST_NAME:
        text = text[: LONGEST_NAME - 1].rstrip() + "…"
    return words.gettext("“{text}”").format(text=text)


def _goal(params: Mapping[str, object], words: Words) -> str:
    title, others = str(params.get("title") or ""), params.get("others")
    named = quoted(title, words) if title.strip() else ""
    named = named or words.gettext("goal {number}").format(number=params.get("no", ""))
    if not isinstance(others, int) or others < 1:
        return named
    return words.ngettext("{goal} and {n} other", "{goal} and {n} others", others).format(goal=named, n=others)


def _question(params: Mapping[str, object], words: Words) -> str:
    wording = WORDINGS.get(str(params.get("question", "")))
    return quoted(words.gettext(wording.short), words) if wording else words.gettext("a question")


def _value(params: Mapping[str, object], words: Words) -> str:
    text = str(params.get("value") or "")
    try:
        return words.number(Decimal(text))
    except InvalidOperation:
        return text


def _day(params: Mapping[str, object], words: Words) -> str:
    text = str(params.get("on") or "")
    try:
        return words.date_long(date.fromisoformat(text))
    except ValueError:
        return text
