"""What was typed about goals, for looking through it: read when somebody looks, not with every list."""

from collections.abc import Iterable

from smart_tui.domain.goal import State
from smart_tui.store.connection import Query, Reader

_AMONG = "goal_id IN (SELECT id FROM goal WHERE state = ?)"


def said(reader: Reader, state: State) -> dict[int, str]:
    """Statement, tags and answers of each goal of one state, a line each, by the goal's id; raises StoreError."""
    wanted = (str(state),)
    asked: list[Query] = [
        ("SELECT id, statement FROM goal WHERE state = ?", wanted),
        (f"SELECT goal_id, name FROM tag WHERE {_AMONG} ORDER BY id", wanted),
        (f"SELECT goal_id, text FROM answer WHERE question NOT GLOB 'raw.*' AND {_AMONG} ORDER BY id", wanted),
    ]
    found: dict[int, list[str]] = {}
    for goal_id, text in _texts(reader.gather(asked)):
        found.setdefault(goal_id, []).append(text)
    return {goal_id: "\n".join(texts) for goal_id, texts in found.items()}


def _texts(parts: Iterable[Iterable[tuple[int, object]]]) -> Iterable[tuple[int, str]]:
    return ((goal_id, text) for part in parts for goal_id, text in part if isinstance(text, str) and text)
