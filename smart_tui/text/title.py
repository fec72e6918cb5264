"""What a goal is called: its title, or the first words of what was written for it."""

from smart_tui.domain.goal import Goal
from smart_tui.i18n import Words

WORDS_SHOWN = 8
FIRST_ANSWERS = ("specific.what", "specific.why", "measurable.done_when", "relevant.why")


def title(goal: Goal, words: Words) -> str:
    """The title; for an untitled draft its first words, or "Untitled"."""
    if goal.title.strip():
        return goal.title.strip()
    return first_words(goal) or words.gettext("Untitled")


def first_words(goal: Goal) -> str:
    """The start of the first answer there is, without a full stop; empty when nothing was written."""
    given = [goal.answers.get(question, "") for question in FIRST_ANSWERS]
    given += [text for question, text in goal.answers.items() if not question.startswith("raw.")]
    for answer in given:
        spoken = answer.split()
        if len(spoken) > WORDS_SHOWN:
            return " ".join(spoken[:WORDS_SHOWN]).rstrip(",;:.") + "…"
        if spoken and not (len(spoken) == 1 and len(spoken[0]) < 3):
            return " ".join(spoken).rstrip(".")
    return ""
