"""Makes of what a file holds what is to leave, in any of the formats."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.domain.family import stand_by_children
from smart_tui.domain.goal import Assessment, Entry, Goal, State
from smart_tui.domain.review import Review
from smart_tui.domain.settings import Settings
from smart_tui.domain.transfer import Contents
from smart_tui.export.harmless import harmless
from smart_tui.export.kinds import Kind
from smart_tui.export.naming import Names
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import Reader
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.contents import contents
from smart_tui.store.store import Store
from smart_tui.text.statement import statement
from smart_tui.text.title import title

if TYPE_CHECKING:
    from smart_tui.interop.own.weight import Weighed

PAGE = ".md"


class Taken(NamedTuple):
    """What is taken along, on which day and at which moment (UTC), and in whose words."""

    contents: Contents
    standings: Mapping[int, Assessment]
    """How each goal stands, by its id."""
    settings: Settings
    today: date
    now: datetime
    words: Words
    whole: bool = True
    """Whether it is everything, and not only some goals."""
    as_text: bool = False
    """Whether jrnl gets its own text rather than JSON, which it writes and does not import."""

    @property
    def titles(self) -> Mapping[int, str]:
        """What each goal is called."""
        return {goal.id: title(goal, self.words) for goal in self.contents.goals}


def take(
    reader: Reader,
    settings: Settings,
    today: date,
    now: datetime,
    words: Words,
    goal_ids: Collection[int] = (),
    kind: Kind = Kind.JSON,
) -> Taken:
    """Everything in the file, or of these goals; in our own document with the goals they serve. Raises StoreError."""
    stand = queries.standings(reader, tuple(State), today, settings)
    standings = {each.goal.id: each.assessment for each in stand}
    standings |= stand_by_children([(each.goal, each.assessment) for each in stand])
    everything = contents(reader)
    if kind is Kind.JSON:
        # Where it is brought in again, a goal is still a part of the one it serves.
        goal_ids = {*goal_ids, *_served(everything.goals, goal_ids)}
    found = of_goals(everything, goal_ids) if goal_ids else everything
    return Taken(found, standings, settings, today, now, words, not goal_ids)


def of_goals(everything: Contents, goal_ids: Collection[int]) -> Contents:
    """What of it belongs to these goals: no reviews and no settings, which are of all of them."""
    goals = tuple(
        goal if goal.parent_id in goal_ids else goal._replace(parent_id=None)
        for goal in everything.goals
        if goal.id in goal_ids
    )
    written = (
        each._replace(goals=tuple(goal_id for goal_id in each.goals if goal_id in goal_ids))
        for each in everything.journal
        if not set(goal_ids).isdisjoint(each.goals)
    )
    areas, kept = {goal.area for goal in goals}, {f"goal/{goal.uuid}" for goal in goals}
    return Contents(
        goals=goals,
        entries=tuple(each for each in everything.entries if each.goal_id in goal_ids),
        journal=tuple(written),
        areas={name: uuid for name, uuid in everything.areas.items() if name in areas},
        unknown={of: said for of, said in everything.unknown.items() if of in kept},
    )


def _served(goals: Collection[Goal], goal_ids: Collection[int]) -> Iterator[int]:
    """The goals that these serve, and those that these serve in turn."""
    parents = {goal.id: goal.parent_id for goal in goals}
    for goal_id in goal_ids:
        above, seen = parents.get(goal_id), {goal_id}
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            above = parents.get(above)


def remember(store: Store, kind: Kind, taken: Taken) -> None:
    """Keep what has left for another copy, so that merging tells its changes from ours; as far as that can be.

    What is of some goals only says nothing of the others, and so nothing is kept of it.
    """
    if kind is not Kind.JSON or not taken.whole:
        return
    from smart_tui.interop.merging.bring import remember_sent

    # The file is there already, and is whole: merging asks more without this, and loses nothing.
    with suppress(StoreError):
        remember_sent(store, taken.contents)


def things(kind: Kind, taken: Taken) -> Mapping[str, int]:
    """How many things of which kind are in a file of a format."""
    found = taken.contents
    goals = {"goal": len(found.goals)}
    entries = {"entry": len(found.entries)}
    written = {"journal": len(found.journal), "review": len(found.reviews)}
    reviewed = {**written, "review": sum(each.finished for each in found.reviews)}
    of: Mapping[Kind, Mapping[str, int]] = {
        Kind.CSV: entries,
        Kind.CALENDAR: goals,
        Kind.TASKWARRIOR: goals,
        Kind.JRNL: reviewed,
    }
    return of.get(kind, {**goals, **entries, **written})


def pieces(kind: Kind, taken: Taken, local: bool = False) -> Iterator[bytes]:
    """The bytes of one file, piece by piece; `local` writes a table as the spreadsheets of the language read it."""
    if kind is Kind.CSV:
        from smart_tui.interop.tables.entriescsv import LOCAL, PLAIN, entry_rows

        rows = entry_rows(taken.contents, LOCAL.get(taken.words.code, PLAIN) if local else PLAIN)
        return (harmless(row) for row in rows)
    return _WHOLE[kind](taken)


def weighed(kind: Kind, taken: Taken, local: bool = False) -> "Weighed":
    """The same, to be asked afterwards whether it is our own document and too large to be brought in again."""
    from smart_tui.interop.own.weight import Weighed

    return Weighed(taken.contents if kind is Kind.JSON else None, pieces(kind, taken, local))


def pages(taken: Taken) -> Iterator[tuple[str, bytes]]:
    """The pages of a folder, by their names with "/" for folders: goals, reviews and journal."""
    for folder, name, text in _pages(taken):
        yield f"{folder}/{name}", harmless(text)


def _document(taken: Taken) -> Iterator[bytes]:
    from smart_tui.interop.own import document

    return document.pieces(taken.contents, taken.now)


def _one_after_the_other(taken: Taken) -> Iterator[bytes]:
    for at, (_, _, text) in enumerate(_pages(taken)):
        yield harmless(("\n" if at else "") + text)


def _calendar(taken: Taken) -> Iterator[bytes]:
    from smart_tui.interop.apps.calendarfile import Named, Plan, calendar_file

    words, goals = taken.words, taken.contents.goals
    statements = {goal.id: statement(goal, taken.today, words, taken.settings) for goal in goals}
    named = Named(words.gettext("Goals"), words.gettext("Weekly review"), taken.titles, statements)
    plan = Plan(taken.settings, taken.today) if taken.whole else None
    yield harmless(calendar_file(goals, taken.standings, named, taken.now, plan).decode("utf-8", "replace"))


def _jrnl(taken: Taken) -> Iterator[bytes]:
    from smart_tui.interop.apps.jrnlout import Page, jrnl_json, jrnl_text

    written = [Page(each.on, each.text, each.uuid, each.created_at) for each in taken.contents.journal]
    for review, page in _reviews(taken):
        if review.finished:
            # What note apps read of a page is in its first block, which ends with the first line of dashes.
            text = page.partition("\n---\n\n")[2].removeprefix("# ")
            written.append(Page(review.last, text, review.uuid, review.finished_at))
    yield harmless((jrnl_text if taken.as_text else jrnl_json)(written))


def _taskwarrior(taken: Taken) -> Iterator[bytes]:
    from smart_tui.interop.apps.taskwarriorout import taskwarrior_json

    for piece in taskwarrior_json(taken.contents.goals, taken.titles, taken.now):
        yield harmless(piece)


_WHOLE: Mapping[Kind, Callable[[Taken], Iterator[bytes]]] = {
    Kind.JSON: _document,
    Kind.MARKDOWN: _one_after_the_other,
    Kind.CALENDAR: _calendar,
    Kind.JRNL: _jrnl,
    Kind.TASKWARRIOR: _taskwarrior,
}


def _pages(taken: Taken) -> Iterator[tuple[str, str, str]]:
    """Each page with its folder and its name."""
    from smart_tui.text.goalmarkdown import Told, goal_markdown
    from smart_tui.text.journal import journal_markdown

    words, goals, titles = taken.words, taken.contents.goals, taken.titles
    entries: dict[int, list[Entry]] = {}
    for entry in taken.contents.entries:
        entries.setdefault(entry.goal_id, []).append(entry)
    names = Names()
    for goal in goals:
        serves = titles.get(goal.parent_id or 0, "")
        told = Told(goal, entries.get(goal.id, ()), taken.standings.get(goal.id), serves)
        otherwise = words.gettext("goal {number}").format(number=goal.no)
        yield (
            "goals",
            names.of(titles[goal.id], otherwise, PAGE),
            goal_markdown(told, taken.today, words, taken.settings),
        )
    names = Names()
    for review, text in _reviews(taken):
        yield "reviews", names.of(f"week-{review.week.isoformat()}", "", PAGE), text
    names, by_id = Names(), {goal.id: goal for goal in goals}
    for each in taken.contents.journal:
        about: list[Goal] = [by_id[goal_id] for goal_id in each.goals if goal_id in by_id]
        yield "journal", names.of(each.on.isoformat(), "", PAGE), journal_markdown(each, about, words)


def _reviews(taken: Taken) -> Iterator[tuple[Review, str]]:
    """The reviews, the oldest first, each with its page as it was when it was finished."""
    from smart_tui.domain.weekfigures import GoalWeek
    from smart_tui.store.queries.reviewpages import ordered, seen
    from smart_tui.text.reviewpage import markdown

    earlier: dict[int, GoalWeek] = {}
    for review in sorted(taken.contents.reviews, key=lambda each: each.week):
        weeks = ordered(seen(review))
        yield review, markdown(review, weeks, None, taken.settings, taken.words, earlier=earlier)
        if review.finished:
            earlier = {week.goal_id: week for week in weeks}
