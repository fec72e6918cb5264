"""What another copy has seen of a part, as numbers: a digest of its state, and how often it had changed by then.

A mark is such a pair in one number. That a state came back (a goal paused and resumed) gives another mark than
that it was never left. So a mark of the one copy among those of the other means that the other has gone on from it.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from enum import Enum, auto
from hashlib import blake2b
from typing import NamedTuple

from smart_tui.domain.transfer import Contents, Path
from smart_tui.interop.merging.parts import states
from smart_tui.interop.own.jsonout import Json

_BITS = 11
MOST = (1 << _BITS) - 1
"""How often a part is counted to have changed at most."""
NOTHING = 0
"""The digest of a part that is not there."""
UNSEEN = 0
"""The mark of a part that never was: every copy has seen that."""


class Verdict(Enum):
    """What becomes of a part that is one thing here and another there."""

    SAME = auto()
    KEEP = auto()
    TAKE = auto()
    ASK = auto()


class Stamps(NamedTuple):
    """The marks a document tells of (those that go without saying are left out), and those that are new with it."""

    told: Mapping[int, tuple[int, ...]]
    new: tuple[tuple[int, int], ...]


def part_of(path: Path) -> int:
    """The number that stands for a path."""
    return int.from_bytes(blake2b("\x1f".join(path).encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def digest(state: Json) -> int:
    """The number that stands for a state, never that of nothing."""
    text = state if isinstance(state, str) else json.dumps(state, ensure_ascii=False, sort_keys=True)
    kind = b"t" if isinstance(state, str) else b"j"
    whole = int.from_bytes(blake2b(kind + text.encode("utf-8", "replace"), digest_size=8).digest())
    return (whole >> (_BITS + 1)) or 1


def mark(state: int, marks: Collection[int]) -> int:
    """The mark of a state (a digest) after these: the last one, if that is its own, else the next."""
    last = max((each & MOST for each in marks), default=0)
    if not last and state == NOTHING:
        return UNSEEN
    own = state << _BITS | last
    return own if own in marks else state << _BITS | min(last + 1, MOST)


def own_verdict(mine: int, theirs: int, marks: Collection[int], their_marks: Collection[int]) -> tuple[Verdict, int]:
    """What becomes of a part by its two states (digests) and what each copy has seen; and the mark of theirs."""
    here, there = mark(mine, marks), mark(theirs, their_marks)
    if mine == theirs:
        return Verdict.SAME, there
    seen_here, seen_there = _seen(there, marks), _seen(here, their_marks)
    if seen_here and seen_there:
        often_here, often_there = here & MOST, there & MOST
        if often_here == often_there:
            return Verdict.ASK, there
        return (Verdict.KEEP if often_here > often_there else Verdict.TAKE), there
    if seen_here:
        return Verdict.KEEP, there
    return (Verdict.TAKE if seen_there else Verdict.ASK), there


def foreign_verdict(mine: int, theirs: int, marks: Collection[int], received: bool) -> tuple[Verdict, int]:
    """The same for a file that knows nothing of copies; `received` says that mine is as such a file had it last."""
    if theirs == NOTHING:
        return Verdict.KEEP, UNSEEN
    known = [each for each in marks if each >> _BITS == theirs]
    if mine == theirs:
        return Verdict.SAME, mark(mine, marks)
    after = decided(theirs, marks)
    if received or (not marks and mine == NOTHING):
        return Verdict.TAKE, after
    return (Verdict.KEEP, max(known)) if known else (Verdict.ASK, after)


def decided(state: int, marks: Collection[int]) -> int:
    """The mark of a state (a digest) that was chosen over all these."""
    return state << _BITS | min(max((each & MOST for each in marks), default=0) + 1, MOST)


def stamped(contents: Contents) -> Stamps:
    """The marks of all parts as they are now, gone ones included, and of all that they were when they were seen."""
    told: dict[int, tuple[int, ...]] = {}
    new: list[tuple[int, int]] = []
    gone = dict(contents.exchanged)
    for part, state in _all_states(contents, gone):
        marks = contents.exchanged.get(part, ())
        now = mark(state, marks)
        if now not in marks:
            new.append((part, now))
            marks = (*marks, now)
        if marks != (state << _BITS | 1,):
            told[part] = marks
    return Stamps(told, tuple(new))


def marks_told(part: int, state: int, told: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The marks of a part of a document, also where they went without saying."""
    return told.get(part) or ((state << _BITS | 1,) if state != NOTHING else ())


def _all_states(contents: Contents, gone: dict[int, tuple[int, ...]]) -> Iterable[tuple[int, int]]:
    for path, state in states(contents):
        part = part_of(path)
        gone.pop(part, None)
        yield part, digest(state)
    for part in gone:
        yield part, NOTHING


def _seen(one: int, marks: Collection[int]) -> bool:
    return one == UNSEEN or one in marks
