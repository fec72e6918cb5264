"""`smart-tui review` opens the app in the weekly review, the whole of it or the short way."""

import os

import pytest

from smart_tui.cli import app
from smart_tui.domain.review import Way
from smart_tui.tui.app import SmartApp
from tests.cli.conftest import Here


@pytest.mark.parametrize(("more", "way"), [((), Way.FULL), (("--express",), Way.EXPRESS)])
def test_the_app_opens_in_the_review(
    here: Here, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], way: Way
) -> None:
    opened = []

    def run(smart: SmartApp) -> int:
        opened.append(smart.start_review)
        smart.store.close()
        return 0

    monkeypatch.setattr(os, "isatty", lambda descriptor: True)
    monkeypatch.setattr(app, "_run", run)
    assert here("review", *more).code == 0
    assert opened == [way]


def test_without_a_terminal_it_says_so(here: Here) -> None:
    said = here("review")
    assert (said.code, said.out) == (2, "")
    assert "needs a terminal" in said.err


def test_it_takes_nothing_else(here: Here) -> None:
    assert here("review", "--json").code == here("review", "now").code == here("--express").code == 2
