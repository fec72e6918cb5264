"""A power cut at any moment loses nothing that was acknowledged, and leaves nothing half."""

from pathlib import Path

import pytest

from tests.faults.injector import Injector
from tests.faults.powercuts import cut_power, record

CUTS = 20
SCENARIOS = (
    "check-in",
    "review",
    "first write",
    "migration",
    "backup",
    "restore",
    "restore of a damaged file",
    "restore of an emptied file",
    "salvage",
    "import",
    "export",
)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_power_cut_loses_nothing_that_was_acknowledged(injector: Injector, scratch: Path, scenario: str) -> None:
    figures = cut_power(record(injector, scenario, scratch), CUTS, 1, scratch)
    assert figures.clean, figures.wrong
    assert figures.runs == CUTS


@pytest.mark.parametrize("kinds", ["SD", "D"])
def test_a_disk_that_does_not_sync_is_seen_to_lose_rows(injector: Injector, scratch: Path, kinds: str) -> None:
    honest = record(injector, "check-in", scratch)
    lying = [each._replace(what="-") if each.what in kinds else each for each in honest.operations]
    figures = cut_power(honest._replace(operations=lying), 60, 1, scratch)
    assert figures.lost + figures.corrupt > 0
