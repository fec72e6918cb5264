"""What taking a file over would do: its parts compared with those that are here."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.transfer import Found, Intake, Path
from smart_tui.interop.merging.compare import GROUPS, Part, Side, compare, group_of, known_entries, side
from smart_tui.interop.merging.conflicts import conflict
from smart_tui.interop.merging.marks import NOTHING, Verdict
from smart_tui.store.connection import Reader
from smart_tui.store.queries.contents import here

COUNTED = ("goal", "entry", "journal", "review", "setting")


class Plan(NamedTuple):
    """A file as it was read, and what taking it over would do. What stands behind `intake` is for `bring`."""

    found: Found
    intake: Intake
    today: date
    into: Mapping[str, str]
    history: str
    mine: Side
    theirs: Side
    parts: Mapping[Path, Part]
    verdicts: Mapping[Path, Verdict]
    """What becomes of each part, after those that come and go together were looked at together."""
    groups: Mapping[Path, Path]
    """The group of each part that comes or goes with one."""


def make_plan(reader: Reader, found: Found, today: date, into: Mapping[str, str] | None = None) -> Plan:
    """Compare what a file holds with what is here. Nothing is changed; raises StoreError.

    `into` names by their UUIDs goals of the file that stand for a goal here (theirs -> ours): of such a goal only
    the entries come in, and the goal here stays as it is.
    """
    now = here(reader)
    mine = side(now.contents)
    theirs = side(known_entries(found.contents, now.contents, into or {}), into)
    parts = compare(now, mine, theirs, found.format)
    verdicts, groups = _together(parts, mine, theirs)
    asked = [path for path, verdict in verdicts.items() if verdict is Verdict.ASK and groups.get(path, path) == path]
    conflicts = tuple(conflict(path, mine, theirs) for path in asked)
    intake = _intake(parts, verdicts, groups)._replace(conflicts=conflicts)
    return Plan(found, intake, today, into or {}, now.history, mine, theirs, parts, verdicts, groups)


def settled(plan: Plan, theirs: Collection[Path]) -> Intake:
    """What the plan does where of all that both sides changed those parts in `theirs` are taken over."""
    chosen = set(theirs)
    verdicts = {
        path: verdict
        if verdict is not Verdict.ASK
        else (Verdict.TAKE if plan.groups.get(path, path) in chosen else Verdict.ASK)
        for path, verdict in plan.verdicts.items()
    }
    return _intake(plan.parts, verdicts, plan.groups)


def _together(parts: Mapping[Path, Part], mine: Side, theirs: Side) -> tuple[dict[Path, Verdict], dict[Path, Path]]:
    """What becomes of each part; what is there on one side only comes, goes or is asked for as a whole."""
    verdicts = {path: part.verdict for path, part in parts.items()}
    groups = {path: group for path in parts if (group := group_of(path, mine, theirs)) is not None}
    # Parts of a group that the other copy knows nothing about: they were made here after it was deleted there.
    unsaid = {group for path in mine.digests if path not in parts and (group := group_of(path, mine, theirs))}
    members: dict[Path, list[Path]] = {}
    for path, group in groups.items():
        members.setdefault(group, []).append(path)
    for group, paths in members.items():
        whole = parts[group].verdict if group in parts else Verdict.KEEP
        if group in mine.digests:
            untouched = group not in unsaid and all(parts[path].verdict is Verdict.TAKE for path in paths)
            decided = whole if whole is Verdict.KEEP or (whole is Verdict.TAKE and untouched) else Verdict.ASK
        else:
            untouched = all(parts[path].verdict is Verdict.KEEP for path in paths)
            decided = whole if whole is Verdict.TAKE or (whole is Verdict.KEEP and untouched) else Verdict.ASK
        verdicts |= dict.fromkeys(paths, decided)
    return verdicts, groups


def _intake(
    parts: Mapping[Path, Part],
    verdicts: Mapping[Path, Verdict],
    groups: Mapping[Path, Path],
) -> Intake:
    """Goals and reviews count once each, whatever of them changes."""
    new: Counter[str] = Counter()
    changed, removed, same, left = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    within: dict[Path, bool] = {}
    for path, part in parts.items():
        kind, verdict = path[0], verdicts[path]
        if kind not in COUNTED:
            continue
        if kind in GROUPS and path not in groups:
            within[path[:2]] = within.get(path[:2], False) or verdict is Verdict.TAKE
        elif kind in GROUPS and len(path) > 2:
            continue
        elif verdict is Verdict.TAKE:
            into = new if part.mine == NOTHING else removed if part.theirs == NOTHING else changed
            into[kind] += 1
        elif part.mine == NOTHING and verdict is Verdict.KEEP:
            left[kind] += 1
        elif part.theirs != NOTHING and verdict is not Verdict.ASK:
            same[kind] += 1
    for path, touched in within.items():
        (changed if touched else same)[path[0]] += 1
    return Intake(dict(new), dict(changed), dict(removed), dict(same), dict(left))
