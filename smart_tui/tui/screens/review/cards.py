"""What the goals of a review show: the card of one goal, and the line of one that is seen together with others."""

from collections.abc import Sequence
from datetime import date

from smart_tui.domain.goal import Entry, State
from smart_tui.domain.repair import repairs
from smart_tui.domain.review import HINDERED, Cause, GoalReview, Repair
from smart_tui.domain.settings import Settings
from smart_tui.domain.walk import asks_how_sure
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.i18n import Words
from smart_tui.text.goalweek import MARK_SIGN, tells, week_sentence
from smart_tui.text.review import (
    cause_label,
    cause_question,
    decision_said,
    prompt_label,
    prompt_question,
    repair_label,
)
from smart_tui.text.reviewgoal import counts_said, sure_said, why_said
from smart_tui.text.title import title
from smart_tui.tui.screens.review.flow import Reviewed
from smart_tui.tui.screens.review.goalwalk import Phase
from smart_tui.tui.screens.review.sure import Sure
from smart_tui.tui.widgets.goalcard import Asked, Card, Choice
from smart_tui.tui.widgets.head import standing_said
from smart_tui.tui.widgets.lines import Line, Span
from smart_tui.tui.widgets.page import Page, status_spans
from smart_tui.tui.widgets.signs import STYLES
from smart_tui.tui.widgets.togetherlist import TogetherRow

PLANS = 2
"""How many if-then plans a card shows, the newest ones."""
STRIPS = 2
"""How many weeks stand side by side as strips; of more, the last one is drawn."""
REPAIR_COMMANDS = {
    Repair.PLAN: "repair_plan",
    Repair.SMALLER: "repair_smaller",
    Repair.DATE: "repair_date",
    Repair.ASK: "repair_ask",
}


class Scene:
    """What every card and line of one moment needs besides the goal itself."""

    def __init__(self, today: date, settings: Settings, words: Words, key_of: "dict[Repair, str]") -> None:
        self.today, self.settings, self.words, self.key_of = today, settings, words, key_of

    def card(
        self,
        reviewed: Reviewed,
        week: GoalWeek,
        entries: Sequence[Entry],
        held: GoalReview,
        sure: Sure,
        phase: Phase,
        place: str,
    ) -> Card:
        """The card of one goal."""
        words, goal = self.words, reviewed.goal
        asked, stands = self._asked(phase, held), self._stands(reviewed, entries)
        said = _week_said(week, words)
        if any(text.startswith(said) for text, _ in stands):
            # Where nothing moved, how it stands says the same and more.
            said = ""
        hint = words.gettext("1–9, 0 is 10")
        if sure.now is not None:
            hint = words.gettext("another digit changes it")
        asks = goal.state is State.ACTIVE and asks_how_sure(reviewed.assessment.status)
        # Behind it a digit is a cause.
        asks = asks and (phase is Phase.SURE or sure.now is not None)
        return Card(
            no=str(goal.no),
            title=title(goal, words),
            status=status_spans(goal, reviewed.assessment, words),
            place=place,
            strip=strip_of(week),
            week=said,
            stands=stands,
            sure=sure_said(sure.now, sure.before, self.today, words) if asks or sure.now is not None else "",
            sure_hint=hint if asks else "",
            answered=sure.now is not None,
            done=self._done(held, phase),
            asked=asked,
            known=tuple(text for text in (why_said(goal, words), counts_said(goal, words), *self._plans(reviewed))),
        )

    def row(self, reviewed: Reviewed, week: GoalWeek, held: GoalReview, sure: Sure) -> TogetherRow:
        """The line of a goal that is seen together with others."""
        words, goal = self.words, reviewed.goal
        before = words.gettext("was {n}").format(n=sure.before.value) if sure.before is not None else ""
        return TogetherRow(
            no=str(goal.no),
            title=title(goal, words),
            strip=strip_of(week),
            said=decision_said(held.decision, words) if held.decision is not None else _week_said(week, words),
            sure="" if sure.now is None else str(sure.now),
            before=before,
        )

    def _stands(self, reviewed: Reviewed, entries: Sequence[Entry]) -> tuple[tuple[str, str], ...]:
        page = Page(reviewed.goal, reviewed.assessment, entries, self.today, self.settings)
        first, more, disagree = standing_said(page, self.words)
        said = ((first, "strong"), (more, "text"), (disagree, "text"))
        return tuple((text, style) for text, style in said if text)

    def _done(self, held: GoalReview, phase: Phase) -> tuple[tuple[str, str], ...]:
        words = self.words
        done = []
        if held.decision is not None:
            done.append((words.gettext("Decided"), decision_said(held.decision, words)))
        if held.cause is not None and phase is not Phase.CAUSE:
            done.append((prompt_label(HINDERED, words), _cause_said(held, words)))
        if held.repair is not None:
            done.append(("→", held.repair_said or repair_label(held.repair, words)))
        return tuple(done)

    def _plans(self, reviewed: Reviewed) -> list[str]:
        said = self.words.gettext("If {situation}, then {action}")
        return [said.format(situation=plan.situation, action=plan.action) for plan in reviewed.goal.plans[-PLANS:]]

    def _asked(self, phase: Phase, held: GoalReview) -> Asked | None:
        words = self.words
        if phase is Phase.CAUSE:
            choices = tuple(
                Choice(str(at), cause_label(cause, words), f"digit({at})", chosen=cause is held.cause)
                for at, cause in enumerate(Cause, 1)
            )
            return Asked(prompt_question(HINDERED, words), choices, words.gettext("Enter leaves it unanswered."))
        if phase is Phase.REPAIR:
            order = repairs(held.cause)
            choices = tuple(
                Choice(
                    self.key_of[repair],
                    repair_label(repair, words),
                    REPAIR_COMMANDS[repair],
                    chosen=repair is held.repair,
                    fits=at == 0 and held.cause not in (None, Cause.OTHER),
                )
                for at, repair in enumerate(order)
            )
            asked = cause_question(held.cause, words) if held.cause not in (None, Cause.OTHER) else ""
            question = asked or words.gettext("What could help next week?")
            hint = words.gettext("Enter goes on without.") if held.repair is None else ""
            return Asked(question, choices, hint)
        return None


def strip_of(week: GoalWeek) -> Line:
    """The days of the last week as signs, with the week before it where two were missed."""
    spans: list[Span] = []
    for each in week.span if len(week.span) <= STRIPS else week.span[-1:]:
        signs = [MARK_SIGN[mark] for mark in each.marks]
        if not tells(each):
            continue
        if spans:
            spans.append(Span("  "))
        spans += [Span(sign + " ", STYLES.get(sign, "text")) for sign in signs]
    return tuple(spans)


def _week_said(week: GoalWeek, words: Words) -> str:
    said = week_sentence(week, words)
    return said[:1].upper() + said[1:]


def _cause_said(held: GoalReview, words: Words) -> str:
    if held.cause is None:
        return ""
    if not held.cause_note:
        return cause_label(held.cause, words)
    if held.cause is Cause.OTHER:
        return held.cause_note
    return words.gettext("{cause}: {note}").format(cause=cause_label(held.cause, words), note=held.cause_note)
