"""Two copies compared part by part: what each part is here and there, and what becomes of it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from smart_tui.domain.goal import Entry
from smart_tui.domain.transfer import Contents, Path
from smart_tui.interop.merging.marks import (
    NOTHING,
    Verdict,
    digest,
    foreign_verdict,
    mark,
    marks_told,
    own_verdict,
    part_of,
)
from smart_tui.interop.merging.parts import states
from smart_tui.interop.own.document import FORMAT
from smart_tui.store.queries.contents import Here

GROUPS = ("goal", "review")
"""What comes and goes with all that belongs to it."""


class Side(NamedTuple):
    """One copy: what it holds, the UUID of the goal each of its ids stands for, and the digest of each part."""

    contents: Contents
    uuids: Mapping[int, str]
    digests: Mapping[Path, int]
    entries: Mapping[str, Entry]
    """By their UUIDs."""
    met: frozenset[str] = frozenset()
    """The UUIDs of goals that are meant and not compared: they are on both sides, whatever stands in `digests`."""

    def owner(self, uuid: str) -> str:
        """The UUID of the goal that an entry belongs to; empty where the entry is not there."""
        entry = self.entries.get(uuid)
        return "" if entry is None else self.uuids[entry.goal_id]


class Part(NamedTuple):
    """A part that was compared: what becomes of it, its digests here and there, and what there is to be remembered."""

    verdict: Verdict
    mine: int
    theirs: int
    number: int
    """What stands for its path."""
    marks: tuple[int, ...]
    """What the other copy has seen of it, as far as that is new here."""
    there: int
    """The mark of the other's state."""


def side(contents: Contents, into: Mapping[str, str] | None = None) -> Side:
    """A copy, taken apart. Of goals in `into` (their UUID -> ours) only what was entered is of interest."""
    into = into or {}
    uuids = {goal.id: into.get(goal.uuid, goal.uuid) for goal in contents.goals}
    compared = contents._replace(
        goals=tuple(goal for goal in contents.goals if goal.uuid not in into),
        entries=tuple(entry for entry in contents.entries if entry.goal_id in uuids),
    )
    digests = {path: digest(state) for path, state in states(compared, uuids)}
    return Side(compared, uuids, digests, {entry.uuid: entry for entry in compared.entries}, frozenset(into.values()))


def known_entries(theirs: Contents, mine: Contents, into: Mapping[str, str]) -> Contents:
    """The other's contents with the UUIDs of ours for entries that come from the same place of the same source."""
    uuids = {goal.id: goal.uuid for goal in mine.goals}
    ours = {entry.uuid for entry in mine.entries}
    by_source = {(uuids[e.goal_id], e.source, e.source_id): e.uuid for e in mine.entries if e.source_id}
    if not by_source:
        return theirs
    goals = {goal.id: into.get(goal.uuid, goal.uuid) for goal in theirs.goals}
    return theirs._replace(
        entries=tuple(
            entry
            if entry.uuid in ours or not entry.source_id
            else entry._replace(
                uuid=by_source.get((goals.get(entry.goal_id, ""), entry.source, entry.source_id), entry.uuid)
            )
            for entry in theirs.entries
        )
    )


def compare(here: Here, mine: Side, theirs: Side, format: str) -> dict[Path, Part]:
    """Every part of the other copy, and every one of ours of which it says that it is gone there."""
    told, seen = theirs.contents.exchanged, here.contents.exchanged
    found: dict[Path, Part] = {}
    for path, number, there in _asked(mine, theirs):
        marks, state = seen.get(number, ()), mine.digests.get(path, NOTHING)
        if format == FORMAT:
            their_marks = marks_told(number, there, told)
            verdict, now = own_verdict(state, there, marks, their_marks)
            learned = tuple(each for each in (*their_marks, now) if each not in marks)
        else:
            received = (number, mark(state, marks)) in here.received
            verdict, now = foreign_verdict(state, there, marks, received)
            learned = () if now in marks else (now,)
        found[path] = Part(verdict, state, there, number, tuple(dict.fromkeys(learned)), now)
    return found


def group_of(path: Path, mine: Side, theirs: Side) -> Path | None:
    """What a part comes and goes with, where that is there on one side only; None where it stands for itself."""
    if path[0] in GROUPS:
        group = path[:2]
    elif path[0] == "entry":
        group = ("goal", mine.owner(path[1]) or theirs.owner(path[1]))
    else:
        return None
    if group[1] in theirs.met:
        return None
    return group if (group in mine.digests) != (group in theirs.digests) else None


def _asked(mine: Side, theirs: Side) -> Iterator[tuple[Path, int, int]]:
    told = theirs.contents.exchanged
    for path, there in theirs.digests.items():
        yield path, part_of(path), there
    for path in mine.digests if told else ():
        if path not in theirs.digests:
            number = part_of(path)
            if number in told:
                yield path, number, NOTHING
