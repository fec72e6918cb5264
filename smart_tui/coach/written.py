"""A goal as far as it is written: its sentence as read and judged, and what stands in its fields."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.coach.judgement import Judgement, heard
from smart_tui.coach.vocabulary import LONGEST
from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Goal, Kind, Measure
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS
from smart_tui.reading.goals import Chip, GoalReading
from smart_tui.reading.phrases import tokens
from smart_tui.reading.words import number_words

FEWEST_WORDS, FEWEST_LETTERS = 2, 3
"""Below this a title is hardly begun, and nothing is said of it."""
TITLE = "specific.what"
"""The field the sentence stands in."""
PERCENT = "%"
_UNREAD = "raw."
"""In front of a field's id among the answers: what was typed into it and could not be read."""


class Written(NamedTuple):
    """A goal as far as it is written. What an accepted field says goes before what the sentence says."""

    title: str
    language: str
    """The one the title is read in."""
    reading: GoalReading
    judgement: Judgement
    asked: frozenset[str] = frozenset()
    """The questions of the goal's model."""
    answers: Mapping[str, str] = {}
    """By question, and what could not be read of a field under "raw." and its id."""
    measure: Measure | None = None
    start: date | None = None
    deadline: date | None = None
    review_on: date | None = None
    linked: bool = False
    """Whether it is a part of another goal."""
    milestones: int = 0
    activities: int = 0
    parts: int = 0
    """How many other goals are a part of it; one without a measure of its own is measured by them."""

    @property
    def begun(self) -> bool:
        """Whether enough of a sentence stands there to be spoken of."""
        title = self.title[:LONGEST]
        words = sum(tok.kind != "mark" for tok in tokens(title))
        return words >= FEWEST_WORDS and sum(letter.isalpha() for letter in title) >= FEWEST_LETTERS

    @property
    def measured(self) -> bool:
        """Whether its measure says when it is reached, or was chosen to be only recorded."""
        if self.measure is None:
            return self.parts > 0
        if self.measure.kind is Kind.MILESTONES:
            return bool(self.milestones or self.measure.what_counts.strip())
        return self.measure.untargeted or not {"target", "low", "levels"} & {*measure_missing(self.measure)}

    @property
    def in_percent(self) -> bool:
        """Whether its change is written as a percentage, and not as doubling, halving or a fraction."""
        if self.measure is not None and self.measured:
            return True
        chip, signs = self.chip("change"), number_words(self.language).percent | {PERCENT}
        return chip is not None and any(sign in self.title[chip.start : chip.end].lower() for sign in signs)

    def says(self, question: str) -> str:
        """An answer, without blanks around it."""
        return self.answers.get(question, "").strip()

    def unread(self, field: str) -> str:
        """What was typed into a field of a form and could not be read, and waits there."""
        return self.says(_UNREAD + field)

    def chip(self, field: str) -> Chip | None:
        """What the sentence says of a field, with its place."""
        return next((chip for chip in self.reading.chips if chip.field == field), None)


def written(goal: Goal, language: str, today: date, first_weekday: int = 0, parts: int = 0) -> Written:
    """A goal, stored or as a draft makes it, with its title read in `language`; `parts` other goals belong to it."""
    return Written(
        goal.title,
        language,
        *heard(goal.title, language, today, first_weekday),
        frozenset(question.id for question in MODELS.get(goal.model, MODELS[DEFAULT_MODEL]).questions()),
        goal.answers,
        goal.measure,
        goal.start,
        goal.deadline,
        goal.review_on,
        goal.parent_id is not None,
        len(goal.milestones),
        len(goal.activities),
        parts,
    )


def sentence(title: str, language: str, today: date, first_weekday: int = 0) -> Written:
    """A goal that is no more than its sentence, which is asked nothing that only a goal can answer."""
    return Written(title, language, *heard(title, language, today, first_weekday))
