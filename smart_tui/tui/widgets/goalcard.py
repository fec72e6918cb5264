"""One goal of a weekly review on one screen: how it went, what is asked about it, and what one knows of it."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.tui.widgets.lines import Line, Span, cut, evened, line_width, visible

MARGIN = 2
TWO_COLUMNS = 104
"""Columns from which what one knows of the goal stands beside what is asked."""
LEFT = 68
LEAST_TITLE = 16
APART = 4
WIDEST = 92
GRID_FROM = 60
"""Columns from which choices stand under each other."""
LOW = 15
"""Rows below which no line is left blank."""


class Choice(NamedTuple):
    """One answer on a key."""

    key: str
    label: str
    action: str
    """What a click on it does, as the key."""
    chosen: bool = False
    fits: bool = False
    """Whether it is the one to think of first."""


class Asked(NamedTuple):
    """A question with its choices."""

    question: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    """How to answer, or to leave it unanswered."""


class Card(NamedTuple):
    """Everything the screen of one goal says, in words; empty texts are not shown."""

    no: str
    title: str
    status: Line
    place: str
    """Which of how many it is."""
    strip: Line = ()
    week: str = ""
    """The sentence on the week under review."""
    stands: tuple[tuple[str, str], ...] = ()
    """How it stands, each text with its style."""
    sure: str = ""
    sure_hint: str = ""
    answered: bool = False
    """Whether how sure one is was said in this review."""
    done: tuple[tuple[str, str], ...] = ()
    """What was decided, found and arranged in this review: a label and what stands behind it."""
    asked: Asked | None = None
    known: tuple[str, ...] = ()
    """What one knows of the goal: why it matters, what counts, which plans there are."""


class Drawn(NamedTuple):
    """The lines of a card, and where a click answers: line, first cell, end, action."""

    lines: tuple[Line, ...]
    places: tuple[tuple[int, int, int, str], ...] = ()


class _Block(NamedTuple):
    """Lines that stay or go together; the highest `rank` goes first, 0 never."""

    lines: list[Line]
    rank: int
    places: Sequence[tuple[int, int, int, str]] = ()
    close: bool = False
    """Whether no blank line stands above it."""


def drawn(card: Card, width: int, height: int) -> Drawn:
    """The card in lines of `width` cells. Where it is higher than `height` rows, what explains goes first."""
    wide = width >= TWO_COLUMNS
    inside = min(LEFT if wide else width - 2 * MARGIN, WIDEST)
    inside = max(inside, 1)
    low = height < LOW
    blocks = [*_week(card, width, inside), *_questions(card, inside)]
    known = _known(card, width - LEFT - APART - 2 * MARGIN if wide else inside, 5 if wide else 1 if low else 3)
    if not wide:
        blocks += [_Block(lines, rank=5 + at, close=at > 0) for at, lines in enumerate(known)]
    blocks = _fitting(blocks, height, low)
    lines, places = _stacked(blocks, low)
    if wide and known:
        lines = _beside(lines, [line for text in known for line in (*text, ())][: max(height - 2, 1)])
    return Drawn(tuple(lines), tuple(places))


def _week(card: Card, width: int, inside: int) -> list[_Block]:
    title = _Block([_title(card, width)], rank=0)
    blocks = [title]
    week = _behind(card.strip, card.week, inside)
    if week:
        blocks.append(_Block(week, rank=3, close=True))
    stands: list[Line] = [
        (Span(line, style),) for text, style in card.stands for line in evened(text, inside, most=3) if text
    ]
    if stands:
        strong = [line for line in stands if line[0].style == "strong"]
        more = [line for line in stands if line[0].style != "strong"]
        blocks += [_Block(lines, rank, close=at > 0) for at, (lines, rank) in enumerate(((strong, 2), (more, 4)))]
    return [block for block in blocks if block.lines]


def _title(card: Card, width: int) -> Line:
    """Number and title, and at the right how it stands and which of how many it is, as far as there is room."""
    room = width - 2 * MARGIN
    no = f"{card.no}  "
    for right in ((*card.status, Span(f"   {card.place}" if card.place else "", "dim")), card.status, ()):
        left = room - cell_len(no) - line_width(right) - 2
        if left >= LEAST_TITLE:
            break
    title = cut(visible(card.title), max(left, 1))
    gap = max(room - cell_len(no) - cell_len(title) - line_width(right), 0)
    return (Span(no, "dim"), Span(title, "strong"), Span(" " * gap), *right)


def _behind(strip: Line, said: str, width: int) -> list[Line]:
    """The strip with the sentence behind it, or under it where that would leave it no room."""
    if not strip:
        return [(Span(line),) for line in evened(said, width, most=2) if said]
    room = width - line_width(strip) - 3
    if room < 24:
        return [strip, *((Span(line),) for line in evened(said, width, most=2) if said)]
    first, *rest = evened(said, room, most=3) or [""]
    gap = " " * (line_width(strip) + 3)
    return [(*strip, Span("   " + first)), *((Span(gap + line),) for line in rest)]


def _questions(card: Card, width: int) -> list[_Block]:
    blocks = []
    if card.sure:
        blocks.append(_Block(_sure(card, width), rank=0 if card.asked is None else 4))
    done = [line for label, said in card.done for line in _labelled(label, said, width)]
    if done:
        blocks.append(_Block(done, rank=1))
    if card.asked is not None:
        lines: list[Line] = [(Span(line, "strong"),) for line in evened(card.asked.question, width, most=2)]
        rows, places = _choices(card.asked.choices, width)
        places = [(row + len(lines), first, end, action) for row, first, end, action in places]
        blocks.append(_Block([*lines, *rows], rank=0, places=places))
        if card.asked.hint:
            hint: list[Line] = [(Span(line, "dim"),) for line in evened(card.asked.hint, width, most=2)]
            blocks.append(_Block(hint, rank=7, close=True))
    return blocks


def _sure(card: Card, width: int) -> list[Line]:
    style = "text" if card.asked is not None or card.answered else "strong"
    lines: list[Line] = [(Span(line, style),) for line in evened(card.sure, width, most=3)]
    gap = width - line_width(lines[-1]) - cell_len(card.sure_hint)
    if card.sure_hint and card.asked is None:
        if gap >= 3:
            lines[-1] = (*lines[-1], Span("   " + card.sure_hint, "dim"))
        else:
            lines.append((Span(card.sure_hint, "dim"),))
    return lines


def _labelled(label: str, said: str, width: int) -> list[Line]:
    """A label, dim, and what stands behind it, in two lines at most."""
    head = f"{label}  " if label and said else label
    room = width - cell_len(head)
    if room < LEAST_TITLE:
        return [(Span(cut(label, width), "dim"),), *((Span(line),) for line in evened(said, width, most=2))]
    first, *rest = evened(said, room, most=2) or [""]
    gap = " " * cell_len(head)
    return [(Span(head, "dim"), Span(first)), *((Span(gap + line),) for line in rest)]


def _choices(choices: Sequence[Choice], width: int) -> tuple[list[Line], list[tuple[int, int, int, str]]]:
    """The choices in columns, one behind the other where there is little room; and where a click answers."""
    sizes = [len(choice.key) + 1 + cell_len(choice.label) for choice in choices]
    column = max(sizes, default=0) + 3
    rows: list[list[Span]] = []
    places: list[tuple[int, int, int, str]] = []
    across = max((width + 3) // column, 1)
    in_columns = width >= GRID_FROM and sum(sizes) + 3 * (len(sizes) - 1) > width
    at = width + 1
    for index, (choice, size) in enumerate(zip(choices, sizes, strict=True)):
        begins = index % across == 0 if in_columns else at + size > width
        if begins:
            rows.append([])
            at = 0
        style = "accent" if choice.chosen else "strong" if choice.fits else "text"
        gap = column - size if in_columns else 3
        rows[-1] += [
            Span(choice.key, "strong"),
            Span(" " + cut(choice.label, max(width - 2, 1)), style),
            Span(" " * gap),
        ]
        places.append((len(rows) - 1, at, at + size, choice.action))
        at += size + gap
    return [tuple(row[:-1]) for row in rows], places


def _known(card: Card, width: int, most: int) -> list[list[Line]]:
    """Each text one knows the goal by, in lines."""
    return [[(Span(line, "dim"),) for line in evened(text, max(width, 12), most=most)] for text in card.known if text]


def _fitting(blocks: list[_Block], height: int, low: bool) -> list[_Block]:
    """The blocks without those for which there is no room."""
    kept = list(blocks)
    while _height(kept, low) > height:
        last = max(range(len(kept)), key=lambda at: (kept[at].rank, at))
        if not kept[last].rank:
            break
        del kept[last]
    return kept


def _height(blocks: list[_Block], low: bool) -> int:
    return sum(len(block.lines) + (not block.close and not low) for block in blocks) - (not low)


def _stacked(blocks: list[_Block], low: bool) -> tuple[list[Line], list[tuple[int, int, int, str]]]:
    lines: list[Line] = []
    places: list[tuple[int, int, int, str]] = []
    for block in blocks:
        if lines and not low and not block.close:
            lines.append(())
        places += [(row + len(lines), first + MARGIN, end + MARGIN, act) for row, first, end, act in block.places]
        lines += [(Span(" " * MARGIN), *line) for line in block.lines]
    return lines, places


def _beside(lines: list[Line], known: list[Line]) -> list[Line]:
    """What is known in a second column, from the third line on."""
    column = LEFT + MARGIN + APART
    both: list[Line] = lines[:2]
    for at in range(max(len(lines) - 2, len(known))):
        left = lines[2 + at] if 2 + at < len(lines) else ()
        right = known[at] if at < len(known) else ()
        both.append((*left, Span(" " * max(column - line_width(left), 1)), *right) if right else left)
    return both
