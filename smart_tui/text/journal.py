"""The journal in words: what heads each moment of its timeline, and an entry as Markdown."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from smart_tui.domain.review import JournalEntry
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.markdown import front_matter
from smart_tui.text.review import week_named

JOURNAL_TYPE = "journal"
"""What a page is, for note apps; the same in every language."""


class AboutGoal(Protocol):
    """A goal that something was written about."""

    @property
    def no(self) -> int:
        """Its number."""

    @property
    def title(self) -> str:
        """Its title, empty where it has none."""


class Written(Protocol):
    """A moment of the timeline: kind "journal", "review", "lesson" or "note", day, text, and goals it is about."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def on(self) -> date:
        """Its day."""

    @property
    def goals(self) -> Sequence[AboutGoal]:
        """The goals it is about."""

    @property
    def value(self) -> Decimal | None:
        """What was entered with a note."""

    @property
    def week(self) -> date | None:
        """Of a review, the first day of its week."""


def moment_head(moment: Written, settings: Settings, words: Words) -> str:
    """What stands above a moment: "Sat 17 January 2026 · Read 24 books", "… · Review of week 3"."""
    parts = [words.date_full(moment.on), moment_kind(moment, settings, words), goals_said(moment.goals, words)]
    if moment.kind == "note" and moment.value is not None:
        parts.append(words.number(moment.value))
    return " · ".join(part for part in parts if part)


def moment_kind(moment: Written, settings: Settings, words: Words) -> str:
    """What a moment is; empty for an entry of the journal itself."""
    if moment.kind == "review":
        week = week_named(moment.week or moment.on, settings, words)
        return words.gettext("Review of {week}").format(week=week)
    return {"lesson": words.gettext("Lesson"), "note": words.gettext("Check-in")}.get(moment.kind, "")


def goals_said(goals: Sequence[AboutGoal], words: Words) -> str:
    """The goals something is about, by their titles; empty for none."""
    return ", ".join(_title(goal, words) for goal in goals)


def journal_markdown(entry: JournalEntry, goals: Sequence[AboutGoal], words: Words) -> str:
    """An entry as Markdown with front matter for note apps; its text, which is Markdown already, stays as it is."""
    fields: dict[str, str | date | Sequence[str]] = {
        "title": words.date_full(entry.on),
        "date": entry.on,
        "type": JOURNAL_TYPE,
        "tags": (JOURNAL_TYPE,),
        "goals": tuple(_title(goal, words) for goal in goals),
    }
    return front_matter(fields) + entry.text.strip("\n") + "\n"


def _title(goal: AboutGoal, words: Words) -> str:
    return goal.title.strip() or words.gettext("goal {number}").format(number=goal.no)
