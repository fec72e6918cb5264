"""Commands on weekly reviews: each answer is written when it is given, as a step of its own."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from smart_tui.domain.review import Cause, Decision, Repair, ReviewScreen, Way
from smart_tui.store import checks
from smart_tui.store.commands.fields import check_expected
from smart_tui.store.commands.steps import already, describe

if TYPE_CHECKING:
    from smart_tui.store.changes import Values
    from smart_tui.store.records import Unit

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 100 * 24 * 60 * 60
"""Seconds that a review can have taken at most."""
NAME_SHOWN = 60

_NOTHING: Mapping[str, object] = {
    "decision": None,
    "cause": None,
    "cause_note": "",
    "repair": None,
    "repair_said": "",
    "figures": "",
}
_COVERING = "SELECT id FROM review WHERE since <= :week AND last >= :week ORDER BY week LIMIT 1"
_COVERED = "SELECT max(last) FROM review WHERE last < :week"
_DAY_AFTER = "SELECT date(:day, '+1 day')"


def begin(unit: "Unit", week: date, since: date, last: date, way: Way, uuid: str = "") -> int:
    """Begin the review of a week, by its first and last day; gives its id, and that of the one there is already.

    It covers the weeks from `since` on, but for those that another review covers. Opening a review says
    nothing yet and is no step of the history.
    """
    key, first, ends = checks.day("week", week), checks.day("since", since), checks.day("last", last)
    if not first <= key <= ends:
        raise checks.invalid("week", "out_of_range")
    chosen = checks.word("way", way, Way)
    wanted = checks.uuid("uuid", uuid)
    found = already(unit, "review", wanted) if uuid else None
    if found is not None:
        return found
    covering = unit.values(_COVERING, week=key)
    if covering:
        return int(covering[0][0])
    ((covered,),) = unit.values(_COVERED, week=key)
    if covered is not None and covered >= first:
        ((first,),) = unit.values(_DAY_AFTER, day=covered)
    values = {"uuid": wanted, "week": key, "since": first, "last": ends, "way": chosen, "started_at": unit.at}
    return int(unit.insert("review", values)["id"])


def stand(unit: "Unit", review_id: int, screen: ReviewScreen, place: str, seconds: int, way: Way | None = None) -> int:
    """Keep where one stands in a review, how many seconds were spent on it so far, and which way; no step."""
    values = {
        "screen": checks.word("screen", screen, ReviewScreen),
        "place": checks.line("place", place),
        "seconds": checks.whole("seconds", seconds, 0, LONGEST),
    }
    if way is not None:
        values["way"] = checks.word("way", way, Way)
    unit.change("review", review_id, **values)
    return review_id


def decide(unit: "Unit", review_id: int, goal_id: int, decision: Decision | None) -> int:
    """Keep what was decided about a goal; None takes it back. Gives the id of the review."""
    _keep(unit, review_id, goal_id, decision=checks.word_or_none("decision", decision, Decision))
    describe(unit, "review_decision", goal_id)
    return review_id


def say_cause(unit: "Unit", review_id: int, goal_id: int, cause: Cause | None, note: str = "") -> int:
    """Keep why a goal is not where it should be; None takes it back. Gives the id of the review."""
    word, said = checks.word_or_none("cause", cause, Cause), checks.line("cause_note", note)
    _keep(unit, review_id, goal_id, cause=word, cause_note=said if word else "")
    describe(unit, "review_cause", goal_id)
    return review_id


def say_repair(unit: "Unit", review_id: int, goal_id: int, repair: Repair | None, said: str = "") -> int:
    """Keep what is done about the cause, in the person's words; None takes it back. Gives the id of the review."""
    word, text = checks.word_or_none("repair", repair, Repair), checks.line("repair_said", said)
    _keep(unit, review_id, goal_id, repair=word, repair_said=text if word else "")
    describe(unit, "review_repair", goal_id)
    return review_id


def deciding(
    unit: "Unit",
    review_id: int,
    goal_id: int,
    decision: Decision,
    command: "Callable[Concatenate[Unit, P], T]",
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run the command that does what was decided, and keep the decision, as one step; gives what the command gives."""
    result = command(unit, *args, **kwargs)
    decide(unit, review_id, goal_id, decision)
    return result


def repairing(
    unit: "Unit",
    review_id: int,
    goal_id: int,
    repair: Repair,
    said: str,
    command: "Callable[Concatenate[Unit, P], T]",
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run the command that mends a cause, and keep how, as one step; gives what the command gives."""
    result = command(unit, *args, **kwargs)
    say_repair(unit, review_id, goal_id, repair, said)
    return result


def write_line(
    unit: "Unit", review_id: int, prompt: str, text: str, visit: str = "", expected: str | None = None
) -> int:
    """Store what was written under a prompt; an empty text takes it away. Saves of the same `visit` are one step.

    Gives the id of the review. Raises StoreError changed_since when the stored text is neither `expected` nor
    already the new one.
    """
    week = unit.row("review", review_id)["week"]
    asked = checks.needed("prompt", checks.line("prompt", prompt))
    wanted = checks.long_text("text", text)
    old = unit.rows("review_line", review_id=review_id, prompt=asked)
    before = str(old[0]["text"]) if old else ""
    check_expected("text", before, expected, wanted)
    if old and wanted:
        unit.change("review_line", old[0]["id"], text=wanted)
    elif old:
        unit.remove("review_line", old[0]["id"])
    elif wanted:
        unit.add("review_line", review_id=review_id, prompt=asked, text=wanted)
    unit.describe("review_line", 0, visit, on=week, name=_first_words(wanted or before))
    return review_id


def finish(unit: "Unit", review_id: int, figures: Mapping[int, str]) -> int:
    """End a review now, and keep how each goal stood (goal's id -> `domain.goalweek.encode`); gives its id.

    One that is finished stays as it is.
    """
    review = unit.row("review", review_id)
    if review["finished_at"] is not None:
        return review_id
    for goal_id, text in figures.items():
        if unit.peek("goal", goal_id) is not None:
            _keep(unit, review_id, goal_id, figures=_one_text(text))
    unit.change("review", review_id, finished_at=unit.at, screen=ReviewScreen.DONE.value)
    unit.describe("finish_review", 0, on=review["week"])
    return review_id


def delete(unit: "Unit", review_id: int) -> int:
    """Delete a review with all that was said in it; what it changed of the goals stays. Gives its id."""
    unit.describe("delete_review", 0, on=unit.row("review", review_id)["week"])
    for table in ("review_goal", "review_line"):
        for row in unit.rows(table, review_id=review_id):
            unit.remove(table, row["id"])
    unit.remove("review", review_id)
    return review_id


def _keep(unit: "Unit", review_id: int, goal_id: int, **values: Any) -> None:
    """Set columns of what a review holds of a goal; a row that says nothing any more goes."""
    unit.row("review", review_id)
    unit.row("goal", goal_id)
    old = unit.rows("review_goal", review_id=review_id, goal_id=goal_id)
    if not old:
        if _says({**_NOTHING, **values}):
            unit.add("review_goal", review_id=review_id, goal_id=goal_id, **{**_NOTHING, **values})
    elif _says({**old[0], **values}):
        unit.change("review_goal", old[0]["id"], **values)
    else:
        unit.remove("review_goal", old[0]["id"])


def _says(row: "Values") -> bool:
    return any(row[column] != nothing for column, nothing in _NOTHING.items())


def _one_text(text: object) -> str:
    if not isinstance(text, str):
        raise checks.invalid("figures", "not_a_text")
    return text


def _first_words(text: str) -> str:
    return text.split("\n")[0][:NAME_SHOWN].strip()
