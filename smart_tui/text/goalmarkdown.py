"""A goal as a page of Markdown with front matter: all that was said of it, and its entries as a table."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Activity, Assessment, Entry, Goal, IfThenPlan, Measure, Milestone, Pause, Promise
from smart_tui.domain.settings import Settings
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS
from smart_tui.i18n import Words
from smart_tui.text.aim import aim
from smart_tui.text.answers import answer_said
from smart_tui.text.labels import kind_name, outcome_name, state_name, status_label
from smart_tui.text.markdown import front_matter, name_in_markdown, one_line, words_in_markdown
from smart_tui.text.questions import question
from smart_tui.text.review import promise_label
from smart_tui.text.statement import statement
from smart_tui.text.status import reason
from smart_tui.text.title import title

GOAL_TYPE = "goal"
"""What a page is, for note apps; the same in every language, so that their queries find all of them."""
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
"""What ends a cell of a table: a bar that no backslash belongs to."""


class Told(NamedTuple):
    """A goal with what is told of it: its entries, how it stands, and the title of the goal it serves."""

    goal: Goal
    entries: Sequence[Entry] = ()
    standing: Assessment | None = None
    serves: str = ""


def goal_markdown(told: Told, today: date, words: Words, settings: Settings) -> str:
    """The page; sections without anything in them are left out."""
    goal = told.goal
    parts = [
        f"# {name_in_markdown(title(goal, words))}",
        words_in_markdown(statement(goal, today, words, settings)),
        _stands(told, today, words),
        *_answers(goal, words),
        _section(words.gettext("Measure"), [_version(each, words) for each in goal.measures]),
        _section(words.gettext("Milestones"), [_milestone(each, words) for each in goal.milestones]),
        _section(words.gettext("Activities"), [_activity(each, words) for each in goal.activities]),
        _section(words.gettext("If-then plans"), [_plan(each, words) for each in goal.plans]),
        _section(
            words.gettext("Confidence"), [f"{words.date_long(each.on)}: {each.value}" for each in goal.confidence]
        ),
        _section(words.gettext("Pauses"), [_pause(each, words) for each in goal.pauses]),
        _lesson(goal, words),
        "\n".join(_entries(told, words)),
    ]
    return _front(told, words) + "\n\n".join(part for part in parts if part) + "\n"


def _front(told: Told, words: Words) -> str:
    goal, measure, standing = told.goal, told.goal.measure, told.standing
    return front_matter(
        {
            "title": title(goal, words),
            "type": GOAL_TYPE,
            "number": Decimal(goal.no),
            "uuid": goal.uuid,
            "state": goal.state.value,
            "outcome": goal.outcome.value if goal.outcome else "",
            "status": standing.status.value if standing is not None and standing.status else "",
            "area": goal.area,
            "serves": told.serves,
            "tags": (GOAL_TYPE, *("-".join(tag.split()) for tag in goal.tags)),
            "start": goal.start or "",
            "deadline": goal.deadline or "",
            "review": goal.review_on or "",
            "closed": goal.closed_on or "",
            "kind": measure.kind.value if measure else "",
            "baseline": measure.baseline if measure else None,
            "target": measure.goal_value if measure else None,
            "unit": measure.unit if measure else "",
            "period": measure.period.value if measure and measure.period else "",
        }
    )


def _stands(told: Told, today: date, words: Words) -> str:
    """State, status and why, in a line; then whom it takes."""
    goal, standing = told.goal, told.standing
    state = state_name(goal.state, words)
    if goal.outcome is not None:
        state = f"{state}, {outcome_name(goal.outcome, words)}"
    parts = [state]
    if standing is not None and standing.status is not None:
        parts += [status_label(standing.status, words), reason(standing, goal, words, today)]
    lines = [" · ".join(part for part in parts if part)]
    named = ((words.gettext("Owner"), goal.owner), (words.gettext("People"), goal.people))
    lines += [f"**{label}** {words_in_markdown(said)}" for label, said in named if said.strip()]
    return "\n\n".join(lines)


def _answers(goal: Goal, words: Words) -> Iterator[str]:
    """The questions that were answered, those of the goal's model in their order, then others."""
    model = MODELS.get(goal.model, MODELS[DEFAULT_MODEL])
    asked = [each.id for each in model.questions()]
    for id in dict.fromkeys((*asked, *goal.answers)):
        said = answer_said(id, goal.answers.get(id, ""), words).strip()
        if said and not id.startswith("raw."):
            yield f"## {name_in_markdown(question(id, words))}\n\n{_lines(said)}"


def _lines(text: str) -> str:
    """A longer text line by line; none begins what it was not meant to."""
    return "\n".join(words_in_markdown(line) for line in text.splitlines())


def _section(name: str, lines: Sequence[str]) -> str:
    """A heading and a list under it."""
    if not lines:
        return ""
    return "\n".join([f"## {name}", "", *(f"- {line}" for line in lines)])


def _version(measure: Measure, words: Words) -> str:
    said = (kind_name(measure.kind, words), aim(measure, words), measure.what_counts, measure.reason)
    since = words.gettext("from {day}").format(day=words.date_long(measure.valid_from))
    line = words_in_markdown(f"{since}: " + " · ".join(one_line(each) for each in said if each.strip()))
    levels = (f"  - {words.number(at, sign=True)}: {one_line(level)}" for at, level in enumerate(measure.levels, -2))
    return "\n".join([line, *levels])


def _milestone(part: Milestone, words: Words) -> str:
    said = ", ".join(each for each in (one_line(part.title), _due(part.due, words), _done(part.done_on, words)) if each)
    return f"[{'x' if part.done_on else ' '}] {words_in_markdown(said)}"


def _activity(deed: Activity, words: Words) -> str:
    parts = [deed.what, deed.when, deed.where, _due(deed.due, words), _done(deed.done_on, words)]
    if deed.outcome is not None:
        parts += [promise_label(deed.outcome, words), deed.reason]
    said = ", ".join(one_line(each) for each in parts if each.strip())
    return f"[{'x' if deed.done_on or deed.outcome is Promise.KEPT else ' '}] {words_in_markdown(said)}"


def _due(due: date | None, words: Words) -> str:
    return words.gettext("due {day}").format(day=words.date_long(due)) if due else ""


def _done(done_on: date | None, words: Words) -> str:
    return words.gettext("done {day}").format(day=words.date_long(done_on)) if done_on else ""


def _plan(plan: IfThenPlan, words: Words) -> str:
    said = words.gettext("If {situation}, then {action}")
    return words_in_markdown(said.format(situation=one_line(plan.situation), action=one_line(plan.action)))


def _pause(pause: Pause, words: Words) -> str:
    if pause.last is None:
        return words.gettext("since {day}").format(day=words.date_full(pause.first))
    return words.date_range(pause.first, pause.last)


def _lesson(goal: Goal, words: Words) -> str:
    return f"## {words.gettext('Lesson')}\n\n{_lines(goal.lesson)}" if goal.lesson.strip() else ""


def _entries(told: Told, words: Words) -> Iterator[str]:
    """The entries as a table: days as ISO writes them, so that programs and people can sort them."""
    if not told.entries:
        return
    yield f"## {words.gettext('Entries')}\n"
    cells = (words.gettext("Day"), words.gettext("Value"), words.gettext("Note"))
    yield f"| {' | '.join(cells)} |"
    yield "|---|---:|---|"
    for entry in told.entries:
        measure = told.goal.measure_on(entry.on)
        unit = measure.unit if measure else ""
        value = words.gettext("excused") if entry.value is None else words.amount(entry.value, unit)
        cells = (entry.on.isoformat(), value, entry.note)
        yield f"| {' | '.join(_BAR.sub(_escaped, words_in_markdown(cell)) for cell in cells)} |"


def _escaped(found: re.Match[str]) -> str:
    return f"{found[1]}\\|"
