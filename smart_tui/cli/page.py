"""One goal as a page of plain text: statement, how it stands, answers by step, measure, entries, plans."""

from collections.abc import Sequence
from datetime import date

from smart_tui.cli import pagefigures
from smart_tui.cli.columns import table
from smart_tui.cli.figures import Figures
from smart_tui.cli.standing import Standing
from smart_tui.domain.goal import Activity, Entry, Measure, Milestone
from smart_tui.domain.settings import Settings
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS, Model, Step, also_answered
from smart_tui.i18n import Words
from smart_tui.text.aim import aim
from smart_tui.text.answers import answer_said
from smart_tui.text.labels import kind_name, outcome_name, slot_name, state_name
from smart_tui.text.labels import status_label as label_of
from smart_tui.text.questions import question_short
from smart_tui.text.statement import statement
from smart_tui.text.status import reason
from smart_tui.text.title import title

Rows = list[tuple[str, ...]]


def page(each: Standing, found: Figures, today: date, words: Words, settings: Settings, accepted_label: str) -> str:
    """The page of one goal; sections without anything in them are left out."""
    goal = each.goal
    model = MODELS.get(goal.model, MODELS[DEFAULT_MODEL])
    parts = [
        f"{goal.no}  {title(goal, words)}",
        statement(goal, today, words, settings),
        pagefigures.sentences(found, today, words),
        _stands(each, found, today, words),
        _section(words.gettext("The next 7 days"), pagefigures.minimum(found, today, words)),
    ]
    for step in model.steps:
        name = slot_name(step.slot, words, accepted_label, model.id)
        parts.append(_section(name, _answers(each, model, step, words)))
    parts.append(_section(words.gettext("Measure"), [_version(measure, words) for measure in goal.measures]))
    parts += [
        _section(words.gettext("Periods"), pagefigures.periods(found, today, words), right=(1,)),
        _section(words.gettext("Realism"), pagefigures.realism(found, words)),
        _section(words.gettext("Goals below"), pagefigures.children(found, words), right=(0, 2)),
    ]
    parts.append(_section(words.gettext("Milestones"), [_milestone(each, words) for each in goal.milestones]))
    parts.append(_section(words.gettext("Activities"), [_activity(each, words) for each in goal.activities]))
    parts.append(_section(words.gettext("If-then plans"), [(plan.situation, plan.action) for plan in goal.plans]))
    parts += [
        _section(words.gettext("Confidence"), pagefigures.confidence(found, today, words)),
        _section(words.gettext("Pauses"), pagefigures.pauses(found, words)),
    ]
    parts.append(_section(words.gettext("Entries"), [_entry(entry, each, words) for entry in each.entries], right=(1,)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _stands(each: Standing, found: Figures, today: date, words: Words) -> str:
    goal, assessment = each.goal, each.assessment
    state = state_name(goal.state, words)
    if goal.outcome:
        state = f"{state}, {outcome_name(goal.outcome, words)}"
    said = [label_of(assessment.status, words), reason(assessment, goal, words, today)]
    rows: Rows = [(words.gettext("State"), state), (words.gettext("Status"), ", ".join(part for part in said if part))]
    if goal.start:
        rows.append((words.gettext("Start"), words.date_full(goal.start)))
    if goal.deadline:
        rows.append((words.gettext("Deadline"), words.date_full(goal.deadline)))
    rows += [
        (words.gettext("Supports"), f"{found.parent.no}  {title(found.parent, words)}" if found.parent else ""),
        (words.gettext("Area"), goal.area),
        (words.gettext("Tags"), ", ".join(goal.tags)),
        (words.gettext("Lesson"), goal.lesson),
    ]
    return "\n".join(table([row for row in rows if row[1]]))


def _answers(each: Standing, model: Model, step: Step, words: Words) -> Rows:
    answers = each.goal.answers
    asked = [question.id for question in step.questions]
    return [
        (question_short(id, words), " / ".join(answer_said(id, answers[id], words).split("\n")))
        for id in [*asked, *also_answered(model, answers, step.slot)]
        if answers.get(id, "").strip()
    ]


def _version(measure: Measure, words: Words) -> tuple[str, ...]:
    return (
        words.gettext("from {day}").format(day=words.date_long(measure.valid_from)),
        kind_name(measure.kind, words),
        aim(measure, words),
        measure.what_counts.replace("\n", " "),
        measure.reason.replace("\n", " "),
    )


def _milestone(milestone: Milestone, words: Words) -> tuple[str, ...]:
    return (_sign(milestone.done_on), milestone.title, _due(milestone.due, words), _done(milestone.done_on, words))


def _activity(activity: Activity, words: Words) -> tuple[str, ...]:
    what = ", ".join(part for part in (activity.what, activity.when, activity.where) if part)
    if activity.done_on is None and activity.outcome is not None:
        from smart_tui.text.review import PROMISE_SIGN, promise_label

        said = ", ".join(part for part in (promise_label(activity.outcome, words), activity.reason) if part)
        return (PROMISE_SIGN[activity.outcome], what, _due(activity.due, words), said)
    return (_sign(activity.done_on), what, _due(activity.due, words), _done(activity.done_on, words))


def _sign(done_on: date | None) -> str:
    return "✓" if done_on else "·"


def _due(due: date | None, words: Words) -> str:
    return words.gettext("due {day}").format(day=words.date_long(due)) if due else ""


def _done(done_on: date | None, words: Words) -> str:
    return words.gettext("done {day}").format(day=words.date_long(done_on)) if done_on else ""


def _entry(entry: Entry, each: Standing, words: Words) -> tuple[str, ...]:
    measure = each.goal.measure_on(entry.on)
    unit = measure.unit if measure else ""
    decimals = None if entry.counts is None else 0
    value = words.gettext("excused") if entry.value is None else words.amount(entry.value, unit, decimals=decimals)
    counts = "" if entry.counts is None else "/".join(map(str, entry.counts))
    return (words.date_full(entry.on), value, counts, entry.note)


def _section(name: str, rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    return "\n".join([name, *table(rows, right, indent=2)]) if rows else ""
