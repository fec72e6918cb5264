"""How the preview of a file looks: its blocks from what was seen in the file and what the person said of it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.domain.goal import Goal
from smart_tui.domain.transfer import Columns, Conflict, Found, Intake, Path
from smart_tui.i18n import Words
from smart_tui.text.differing import both_sides, part_name
from smart_tui.text.intake import FIELDS, MISSING, choices, said_now
from smart_tui.text.transfer import format_name, intake_lines, rejected, said
from smart_tui.tui.transfer import Look, Wish, formats
from smart_tui.tui.widgets.intakelist import Block, BlockKind
from smart_tui.tui.widgets.lines import cut, padded, visible

GOAL = "goal here"
FORMAT = "format"
MOST_REFUSED = 500
"""So many refused rows are shown; the others are counted."""
SAMPLE = 5
ASKED_HERE = ("table.goal_from_file",)
"""What the reader says of itself that is a line to choose from here."""
WIDEST = 24
"""Cells of the widest column of a sample."""

Choices = tuple[tuple[object, str], ...]


class Shown(NamedTuple):
    """All that a preview is made of."""

    look: Look | None
    wish: Wish
    goals: tuple[Goal, ...]
    """The goals here that rows of a table can belong to."""
    goal: Goal | None
    theirs: frozenset[Path]
    problem: str = ""


def blocks(shown: Shown, words: Words) -> list[Block]:
    """The preview, top to bottom."""
    look = shown.look
    found = look.plan.found if look is not None and look.plan is not None and not shown.problem else None
    made: list[Block] = []
    if shown.problem:
        made.append(Block(BlockKind.TEXT, shown.problem))
    elif look is not None and look.missing is not None:
        made.append(Block(BlockKind.TEXT, words.gettext(MISSING.get(look.missing.code, ""))))
    elif look is not None and look.plan is not None:
        made += _coming(look.plan.found, look.plan.intake, words)
        made += _conflicts(look.plan.intake.conflicts, shown.theirs, words)
    made += _reading(shown, words)
    if found is not None:
        made += _refused(found, words)
    return made


def choices_of(key: str, shown: Shown, words: Words) -> Choices:
    """What can be chosen for a line, as pairs of the value and its words."""
    if key == FORMAT:
        return tuple((format, format_name(format, words)) for format in formats())
    if key == GOAL:
        here = tuple((goal.uuid, f"{goal.no}  {goal.title}") for goal in shown.goals)
        return (("", _new_goal(shown, words)), *here)
    if shown.look is None or shown.look.columns is None:
        return ()
    return choices(key, shown.look.columns, _first(shown.look), words)


def _coming(found: Found, intake: Intake, words: Words) -> Iterable[Block]:
    yield Block(BlockKind.HEAD, words.gettext("What comes in"))
    contents = found.contents
    if not (contents.goals or contents.entries or contents.journal or contents.reviews or contents.settings):
        yield Block(BlockKind.TEXT, words.gettext("Nothing in this file could come in, read as it is now."))
        return
    for line in intake_lines(intake, words, len(found.rejected)):
        yield Block(BlockKind.TEXT, line)
    if found.rejected:
        # They stand below all that can be chosen, where a small window does not show them.
        yield Block(BlockKind.TEXT, _left_out(len(found.rejected), words))


def _conflicts(found: Sequence[Conflict], theirs: frozenset[Path], words: Words) -> Iterable[Block]:
    if found:
        yield Block(BlockKind.HEAD, words.gettext("Changed here and there: which one holds?"))
    for at, each in enumerate(found):
        named = words.gettext("{title}, {part}").format(title=each.title, part=part_name(each.part, words))
        sides = tuple(zip((words.gettext("here"), words.gettext("there")), both_sides(each, words), strict=True))
        yield Block(BlockKind.SIDES, named, key=str(at), sides=sides, chosen=int(each.path in theirs))


def _reading(shown: Shown, words: Words) -> Iterable[Block]:
    look = shown.look
    yield Block(BlockKind.HEAD, words.gettext("How it is read"))
    if look is not None:
        yield Block(BlockKind.CHOICE, format_name(look.format, words), FORMAT, words.gettext("Format"))
    if look is not None and look.plan is not None and not shown.problem:
        for each in look.plan.found.said:
            if each.code not in ASKED_HERE:
                yield Block(BlockKind.DIM, said(each, words))
    if look is not None and look.columns is not None and look.format == (shown.wish.format or look.format):
        yield from _table(shown, look, look.columns, words)


def _table(shown: Shown, look: Look, columns: Columns, words: Words) -> Iterable[Block]:
    if columns.goal is None:
        text = f"{shown.goal.no}  {shown.goal.title}" if shown.goal is not None else _new_goal(shown, words)
        yield Block(BlockKind.CHOICE, text, GOAL, words.gettext("Goal"))
    for field, label in FIELDS.items():
        now = said_now(field, columns)
        named = dict(choices(field, columns, _first(look), words))
        text = named.get(now) or words.gettext("not known yet")
        yield Block(BlockKind.CHOICE, text, field, words.gettext(label))
    yield Block(BlockKind.HEAD, words.gettext("The first rows"))
    for row in _aligned(look.sample[:SAMPLE]):
        yield Block(BlockKind.CELLS, row)


def _new_goal(shown: Shown, words: Words) -> str:
    look = shown.look
    goals = look.plan.found.contents.goals if look is not None and look.plan is not None else ()
    if shown.goal is None and len(goals) == 1:
        return words.gettext("a new goal: {title}").format(title=goals[0].title)
    return words.gettext("a new goal, called like the file")


def _refused(found: Found, words: Words) -> Iterable[Block]:
    count = len(found.rejected)
    if not count:
        return
    yield Block(BlockKind.HEAD, _left_out(count, words))
    for each in found.rejected[:MOST_REFUSED]:
        yield Block(BlockKind.DIM, rejected(each, words))
    more = count - MOST_REFUSED
    if more > 0:
        yield Block(BlockKind.DIM, words.ngettext("{n} more", "{n} more", more).format(n=words.number(more)))


def _left_out(count: int, words: Words) -> str:
    left_out = words.ngettext("{n} row is left out", "{n} rows are left out", count)
    return left_out.format(n=words.number(count))


def _first(look: Look) -> Sequence[str]:
    return look.sample[0] if look.sample else ()


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells, the columns below each other."""
    wide = max((len(row) for row in rows), default=0)
    full = [[cut(visible(cell), WIDEST) for cell in row] + [""] * (wide - len(row)) for row in rows]
    widths = [max(cell_len(row[at]) for row in full) for at in range(wide)]
    return ["  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in full]
