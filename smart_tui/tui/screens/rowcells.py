"""What a row of the list says in words: a goal and how it stands, as cells of text."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.completeness import complete_steps
from smart_tui.domain.goal import Assessment, Goal, Kind, Outcome, State, Status
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS
from smart_tui.i18n import Words
from smart_tui.text.labels import STATUS_SIGN, outcome_name, status_word
from smart_tui.text.rows import amount_brief, deadline_brief
from smart_tui.text.statement import headline
from smart_tui.text.status import reason
from smart_tui.text.title import title
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.rows import Cells, Row

TONES: Mapping[Status, str] = {
    Status.ON_TRACK: "good",
    Status.ACHIEVED: "good",
    Status.AT_RISK: "warn",
    Status.NEEDS_BASELINE: "warn",
    Status.BEHIND: "bad",
    Status.MISSED: "bad",
    Status.STALE: "dim",
    Status.PAUSED: "dim",
}
CHILDREN = "children"
"""The reason of a goal that stands by those that serve it; named here, so that most lists need not load their rules."""
OUTCOME_SIGNS: Mapping[Outcome, tuple[str, str]] = {
    Outcome.ACHIEVED: ("✓", "good"),
    Outcome.PARTLY: ("◐", "warn"),
    Outcome.MISSED: ("×", "bad"),
    Outcome.DROPPED: ("–", "dim"),
}


def cells(row: Row, today: date, words: Words) -> Cells:
    """The cells of a row; what has no meaning for the goal stays empty."""
    goal = row.goal
    whole, bare = visible(headline(goal, words)), visible(title(goal, words))
    made = Cells(no=str(goal.no), title=whole, bare=bare if whole.startswith(bare) else "")
    if goal.state == State.DRAFT:
        return _draft(made, goal, today, words)
    if goal.state == State.CLOSED:
        return _closed(made, goal, today, words)
    return _running(made, goal, row.standing, today, words) if row.standing else made


def _running(made: Cells, goal: Goal, assessment: Assessment, today: date, words: Words) -> Cells:
    status = assessment.status
    quota = goal.measure is not None and goal.measure.kind == Kind.QUOTA
    progress = _of_the_period(assessment) if quota else assessment.progress
    return made._replace(
        amount=visible(amount_brief(goal, assessment, words)),
        sign=STATUS_SIGN[status] if status else "",
        word=status_word(status, words),
        tone=TONES[status] if status else "dim",
        note=visible(_note(goal, assessment, today, words)),
        progress=progress,
        expected=None if quota else assessment.expected,
        bar=progress is not None,
        quiet=status == Status.PAUSED and goal.state == State.ACTIVE,
    )


def _of_the_period(assessment: Assessment) -> Decimal | None:
    """How far a quota's running period is, the same figure as the amount beside the bar."""
    if assessment.target is None or assessment.target <= 0:
        return None
    return min((assessment.value or Decimal(0)) / assessment.target, Decimal(1))


def _note(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """Why it stands where it stands; a goal on track says when it ends."""
    if assessment.reason.code == CHILDREN:
        children = int(str(assessment.reason.params[CHILDREN]))
        return words.ngettext("{n} goal", "{n} goals", children).format(n=words.number(children))
    why = reason(assessment, goal, words, today)
    ends = deadline_brief(goal, assessment, today, words)
    if assessment.status in (Status.ON_TRACK, None):
        again = goal.state == State.ACTIVE and goal.review_on is not None and goal.review_on <= today
        return words.gettext("look again") if again else ends or why
    return why or ends


def _draft(made: Cells, goal: Goal, today: date, words: Words) -> Cells:
    steps = len(MODELS.get(goal.model, MODELS[DEFAULT_MODEL]).steps)
    word = words.gettext("draft {done}/{steps}").format(done=complete_steps(goal), steps=steps)
    note = ""
    if goal.wake_on is not None:
        woken = goal.wake_on <= today
        note = words.gettext("woke {day}") if woken else words.gettext("wakes {day}")
        note = note.format(day=words.date_short(goal.wake_on, today))
    return made._replace(word=word, note=note)


def _closed(made: Cells, goal: Goal, today: date, words: Words) -> Cells:
    sign, tone = OUTCOME_SIGNS[goal.outcome] if goal.outcome else ("", "dim")
    return made._replace(
        sign=sign,
        tone=tone,
        word=outcome_name(goal.outcome, words) if goal.outcome else "",
        note=words.date_short(goal.closed_on, today) if goal.closed_on else "",
    )
