"""How right predictions of goal sentences are: the five figures of the headline, and what is found where there is none.

The binary criteria are measured by F1, the harmonic mean of precision and recall of the class 1.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

GOALS = Path(__file__).with_name("goals.jsonl")
BITS = ("specific", "measurable", "time_bound")

Line = Mapping[str, Any]


class Scores(NamedTuple):
    """Shares of 0 to 1."""

    specific: float
    measurable: float
    time_bound: float
    target: float
    """Numbers that are right, of those that are there."""
    date: float
    """Dates that are right, of those that are there."""
    false_measures: float
    """Measures found, of the sentences without one."""
    false_deadlines: float
    false_dates: float

    @property
    def headline(self) -> float:
        """The mean of the first five."""
        return sum(self[:5]) / 5


def labelled() -> list[Line]:
    """The labelled sentences, in order."""
    return [json.loads(line) for line in GOALS.read_text("utf-8").splitlines() if line.strip()]


def scores(lines: Sequence[Line], predictions: Sequence[Line]) -> Scores:
    """The scores of predictions, one for each of the lines."""
    pairs = [(line["labels"], found) for line, found in zip(lines, predictions, strict=True)]
    bits = {bit: _f1([(labels[bit], found[bit]) for labels, found in pairs]) for bit in BITS}
    numbers = [
        bool(found["measure"]) and found["measure"]["target"] == labels["measure"]["target"]
        for labels, found in pairs
        if labels["measure"] and labels["measure"]["target"] is not None
    ]
    dates = [
        _iso(found) in [labels["deadline"]["iso"], *labels["deadline"].get("iso_alt", [])]
        for labels, found in pairs
        if _iso(labels)
    ]
    return Scores(
        bits["specific"],
        bits["measurable"],
        bits["time_bound"],
        _share(numbers),
        _share(dates),
        _share([found["measure"] is not None for labels, found in pairs if labels["measure"] is None]),
        _share([found["deadline"] is not None for labels, found in pairs if labels["deadline"] is None]),
        _share([_iso(found) is not None for labels, found in pairs if not _iso(labels)]),
    )


def _iso(labels: Line) -> str | None:
    return labels["deadline"]["iso"] if labels["deadline"] else None


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)


def _f1(pairs: Sequence[tuple[int, int]]) -> float:
    hits = sum(want == 1 == found for want, found in pairs)
    wrong = sum(want != found for want, found in pairs)
    return 2 * hits / (2 * hits + wrong)
