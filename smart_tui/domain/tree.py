"""Longer-term goals and what serves them: a tree of three levels at most (product.md §2, Parent)."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

LEVELS = 3

Item = TypeVar("Item")


def may_be_parent(child_id: int, parent_id: int, parents: Mapping[int, int | None]) -> bool:
    """Whether `child_id` may be put below `parent_id`: no circle, and at most three levels with what it brings along.

    `parents` gives the parent of every goal as it is now; the child's own link in it does not matter.
    """
    above = [parent_id]
    while (higher := parents.get(above[-1])) is not None:
        if higher in above:
            return False
        above.append(higher)
    if child_id in above:
        return False
    return len(above) + _height(child_id, parents, child_id) <= LEVELS


def tree_order(
    items: Iterable[Item], id_of: Callable[[Item], int], parent_of: Callable[[Item], int | None]
) -> list[tuple[Item, int]]:
    """Every item once with its depth (0 at the top), children directly below their parent, else in the given order.

    An item whose parent is not among `items` stands at depth 0.
    """
    given = list(items)
    known = {id_of(item) for item in given}
    children: dict[int | None, list[Item]] = {}
    for item in given:
        parent = parent_of(item)
        children.setdefault(parent if parent in known else None, []).append(item)
    ordered: list[tuple[Item, int]] = []
    seen: set[int] = set()
    for top in [*children.get(None, ()), *given]:
        waiting = [(top, 0)]
        while waiting:
            item, depth = waiting.pop()
            if id_of(item) in seen:
                continue
            seen.add(id_of(item))
            ordered.append((item, depth))
            waiting.extend((child, depth + 1) for child in reversed(children.get(id_of(item), ())))
    return ordered


def _height(goal_id: int, parents: Mapping[int, int | None], root: int, levels: int = 1) -> int:
    """Levels of the subtree below and with a goal; a circle in what is stored counts as too many."""
    if levels > LEVELS:
        return levels
    below = [child for child, parent in parents.items() if parent == goal_id and child != root]
    return max((_height(child, parents, root, levels + 1) for child in below), default=levels)
