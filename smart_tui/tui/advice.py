"""Which of the coach's remarks are shown where one is, and with which example. It knows no screen and no store."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from smart_tui.domain.goal import Goal, State
from smart_tui.domain.remark import LATER, Remark, RemarkCode
from smart_tui.domain.smart import Slot
from smart_tui.i18n import Words
from smart_tui.text.coach import example_beside, remark_sentence
from smart_tui.tui.widgets.noterows import Note

MOST = 3
"""So many remarks are shown at a time."""

ABSENT: frozenset[RemarkCode] = LATER | {
    RemarkCode.NO_NUMBER,
    RemarkCode.NO_UNIT,
    RemarkCode.NO_BASELINE,
    RemarkCode.NO_DATE,
}
"""What only says that something is not there: while its field was not passed yet, nobody needs to be told."""

BEFORE_THE_START: frozenset[RemarkCode] = frozenset(
    (RemarkCode.PAST_DATE, RemarkCode.NO_ACCEPTANCE, RemarkCode.NO_FIRST_STEP)
)
"""What is of no use to a goal that has begun."""


def found(
    goal: Goal, otherwise: str, today: date, first_weekday: int, dismissed: Collection[str], parts: int = 0
) -> tuple[Remark, ...]:
    """All that the coach has to say about a goal, but for what was dismissed; of a closed goal nothing, nor where
    words that it reads with cannot be read themselves.

    `otherwise` is the language its title is read in where it does not tell; `parts` other goals belong to it.
    """
    if goal.state is State.CLOSED or not goal.title.strip():
        return ()
    from smart_tui.coach.remarks import remarks, written
    from smart_tui.reading.language import spoken
    from smart_tui.reading.words.files import faults

    language = spoken(goal.title, otherwise)
    silent = {*dismissed, *(BEFORE_THE_START if goal.state is not State.DRAFT else ())}
    said = remarks(written(goal, language, today, first_weekday, parts), today)
    if faults():
        return ()
    mending = goal.state is not State.DRAFT
    return tuple(remark for remark in said if remark.code not in silent and (remark.lack or not mending))


def of_sentence(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """What concerns the sentence in which a goal is first said: what later steps ask for is none of its business."""
    return tuple(remark for remark in remarks if remark.code not in LATER and remark.field != "review_on")


def of_step(
    remarks: Iterable[Remark], slot: Slot, asked: Collection[str], passed: Collection[str]
) -> tuple[Remark, ...]:
    """What concerns a step that asks these fields: of what is not there only what was passed without an answer."""
    if slot is Slot.SPECIFIC:
        return of_sentence(remarks)
    return tuple(
        remark for remark in remarks if remark.field in asked and (remark.code not in ABSENT or remark.field in passed)
    )


def calm(wanted: Sequence[Remark], shown: Collection[Remark], *, typing: bool) -> tuple[Remark, ...]:
    """What is shown of the wanted remarks: while one types, one that holds no more leaves, and no new one comes."""
    known = {remark.code for remark in shown}
    kept = wanted if not typing else [remark for remark in wanted if remark.code in known]
    return tuple(kept[:MOST])


def better(remarks: Iterable[Remark], goal: Goal, words: Words) -> str:
    """A goal of the kind that a weak one seems to be, in full; empty beside one that is not weak."""
    return example_beside(remarks, goal.measure.kind if goal.measure is not None else None, words)


def note(remark: Remark, question: str, words: Words, *, leads: bool) -> Note:
    """A remark as it is shown, with the name of its question; `leads` is whether one can go there from here."""
    return Note(question, remark_sentence(remark, words), leads)
