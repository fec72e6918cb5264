"""Every guiding question in words: the question itself, a label for its folded line, and a hint."""

from collections.abc import Mapping
from typing import NamedTuple

from smart_tui.i18n import N_, Words


class Wording(NamedTuple):
    """The three texts of one question."""

    question: str
    short: str
    hint: str


WORDINGS: Mapping[str, Wording] = {
    "specific.what": Wording(
        N_("What do you want to reach?"),
        N_("What"),
        N_("One sentence is enough. A number and a date in it are read."),
    ),
    "specific.owner": Wording(N_("Who answers for it?"), N_("Owner"), N_("Leave it empty if it is you.")),
    "specific.where": Wording(N_("Where does it take place?"), N_("Where"), N_("A site, a market, a channel, a room.")),
    "specific.why": Wording(
        N_("Why do you want it?"), N_("Why"), N_("You will see this again when a week has gone badly.")
    ),
    "specific.people": Wording(N_("Who else takes part?"), N_("People"), N_("Names, roles or groups.")),
    "specific.constraints": Wording(
        N_("What do you have to work with, and what limits you?"),
        N_("Means and limits"),
        N_("Time, money, rules. Shown again when you judge how realistic it is."),
    ),
    "specific.when": Wording(
        N_("When would you like to be there?"),
        N_("When"),
        N_("“In six months” is enough here; the last step makes a date of it."),
    ),
    "measurable.amount": Wording(
        N_("How much, how many, or how often?"),
        N_("Amount"),
        N_("Choose how it is counted; only the fields it needs are asked for."),
    ),
    "measurable.how": Wording(
        N_("How will you find out where you stand?"),
        N_("Source"),
        N_("Where the figures come from: a report, a scale, your own count."),
    ),
    "measurable.unit": Wording(
        N_("What are you counting in?"), N_("Unit"), N_("Visits, books, kilos, kronor, per cent.")
    ),
    "measurable.done_when": Wording(
        N_("What must be true for it to count?"), N_("What counts"), N_("Shown at every check-in.")
    ),
    "attainable.resources": Wording(
        N_("Do you have what it takes: means, time, knowledge?"),
        N_("Resources"),
        N_("Yes or no, and what is missing. That can become the first activity."),
    ),
    "attainable.timeframe": Wording(
        N_("Is there enough time for it?"),
        N_("Enough time"),
        N_("Asked again when the target or the date changes."),
    ),
    "relevant.why": Wording(
        N_("What does it do for you, or for the business?"),
        N_("Importance"),
        N_("Begins with your answer to why."),
    ),
    "relevant.strategy": Wording(
        N_("Which larger plan does it serve?"),
        N_("Larger plan"),
        N_("A strategy, or a goal of your own that this one is a part of."),
    ),
    "time.when": Wording(
        N_("By which day do you want to have reached it?"),
        N_("Deadline"),
        N_("A date, “in 6 weeks” or “end of March”; empty for a goal that goes on."),
    ),
    "time.frame": Wording(
        N_("When do you start, and how long may it take?"),
        N_("Time frame"),
        N_("Two of start, length and deadline give the third."),
    ),
    "time.deadline": Wording(
        N_("Does it have to be finished on a certain day?"),
        N_("Fixed day"),
        N_("A standing weekly goal may have none; it gets a review date instead."),
    ),
    "time.six_months": Wording(
        N_("How far can you get in six months?"), N_("Six months"), N_("It becomes a milestone.")
    ),
    "time.six_weeks": Wording(
        N_("What will you get done in the next six weeks?"),
        N_("Six weeks"),
        N_("One activity a line, such as: call Bo, Monday 9:00, office"),
    ),
    "time.today": Wording(
        N_("What can you do about it today?"), N_("Today"), N_("Small is fine. It becomes your first step.")
    ),
    "accepted.willing": Wording(
        N_("How ready are you to see it through?"), N_("Commitment"), N_("1 is hardly, 5 is wholly.")
    ),
    "accepted.worth": Wording(
        N_("How well does it repay the effort?"), N_("Worth"), N_("1 is hardly, 5 is many times over.")
    ),
    "accepted.timing": Wording(
        N_("Is now the moment for it?"),
        N_("Timing"),
        N_("After a no you can park it until a day that suits better."),
    ),
    "accepted.fit": Wording(
        N_("How does it go together with what else you are doing?"),
        N_("Fit"),
        N_("Your other active goals are listed beside it."),
    ),
    "accepted.person": Wording(
        N_("Are you the right one to do it?"),
        N_("Right person"),
        N_("After a no you can name someone else as owner."),
    ),
    "attainable.how": Wording(
        N_("Which way leads there?"),
        N_("The way there"),
        N_("One a line: Design ready by 1 March, or: call Bo, Monday 9:00"),
    ),
    "attainable.constraints": Wording(
        N_("With money and other limits in mind, how sure are you?"),
        N_("How sure"),
        N_("1 to 10; the key 0 is 10. It is your first confidence value."),
    ),
    "attainable.ability": Wording(
        N_("Do you lack something, or may something get in the way?"),
        N_("Obstacles"),
        N_("An obstacle can become an if-then plan."),
    ),
    "attainable.precedent": Wording(
        N_("Has anyone done it before?"),
        N_("Done before"),
        N_("Your own closed goals of the same area are listed beside it."),
    ),
}

HINTS_OF_MODEL: Mapping[tuple[str, str], str] = {
    ("international", "specific.why"): N_("Relevant begins with this, and you see it again after a bad week."),
    ("nordic", "time.when"): N_("Begins with the day you named under Specific, if you did."),
}
"""Hints that differ because of what else the model asks, by model and question."""


def question(question_id: str, words: Words) -> str:
    """The question in full; the id itself for one that is not known, so that no answer is hidden."""
    wording = WORDINGS.get(question_id)
    return words.gettext(wording.question) if wording else question_id


def question_short(question_id: str, words: Words) -> str:
    """A label of one to three words for the folded line."""
    wording = WORDINGS.get(question_id)
    return words.gettext(wording.short) if wording else question_id


def question_hint(question_id: str, model: str, words: Words) -> str:
    """One line on what the answer is used for, or empty."""
    wording = WORDINGS.get(question_id)
    hint = HINTS_OF_MODEL.get((model, question_id), wording.hint if wording else "")
    return words.gettext(hint)
