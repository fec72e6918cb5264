from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.tree import LEVELS, may_be_parent, tree_order

FAMILY = {1: None, 2: 1, 3: 2, 4: None, 5: 4, 6: None}
"""1 > 2 > 3, 4 > 5, and 6 alone."""


def test_three_levels_and_no_more() -> None:
    assert may_be_parent(6, 2, FAMILY)
    assert not may_be_parent(6, 3, FAMILY)
    assert may_be_parent(4, 1, FAMILY)
    assert not may_be_parent(4, 2, FAMILY)
    assert not may_be_parent(1, 6, FAMILY)


def test_nothing_stands_below_itself() -> None:
    assert not may_be_parent(1, 1, FAMILY)
    assert not may_be_parent(1, 2, FAMILY)
    assert not may_be_parent(1, 3, FAMILY)
    assert not may_be_parent(6, 7, {7: 8, 8: 7, 6: None})


def test_its_own_parent_may_stay() -> None:
    assert may_be_parent(3, 2, FAMILY)
    assert may_be_parent(2, 4, FAMILY)


def test_children_stand_directly_below_their_parent_in_the_given_order() -> None:
    order = [3, 6, 5, 2, 4, 1, 9]
    parents = {**FAMILY, 9: 77}
    found = tree_order(order, lambda number: number, lambda number: parents[number])
    assert found == [(6, 0), (4, 0), (5, 1), (1, 0), (2, 1), (3, 2), (9, 0)]


def parents_given(draw: st.DrawFn) -> dict[int, int | None]:
    parents: dict[int, int | None] = {}
    for number in range(draw(st.integers(1, 12))):
        parents[number] = None
        wanted = draw(st.one_of(st.none(), st.integers(0, 11)))
        if wanted is not None and may_be_parent(number, wanted, parents) and wanted in parents:
            parents[number] = wanted
    return parents


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_links_made_one_by_one_stay_a_tree_of_three_levels(data: st.DataObject) -> None:
    parents = data.draw(st.composite(parents_given)())
    for number in data.draw(st.permutations(sorted(parents))):
        wanted = data.draw(st.sampled_from(sorted(parents)))
        if may_be_parent(number, wanted, parents):
            parents[number] = wanted
    found = tree_order(sorted(parents), lambda number: number, lambda number: parents[number])
    assert sorted(number for number, _ in found) == sorted(parents)
    depths = dict(found)
    assert max(depths.values()) < LEVELS
    above: list[int] = []
    for number, depth in found:
        above = above[:depth]
        assert parents[number] == (above[-1] if above else None)
        above.append(number)


@given(st.dictionaries(st.integers(0, 6), st.integers(0, 6)))
def test_every_item_is_shown_once_even_in_a_circle(parents: dict[int, int]) -> None:
    found = tree_order(list(parents), lambda number: number, lambda number: parents[number])
    assert sorted(number for number, _ in found) == sorted(parents)
