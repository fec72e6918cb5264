"""A goal that starts from a typical one: taken by keys, and all of it still one's own to change."""

from datetime import date
from pathlib import Path

import pytest

from smart_tui.domain.goal import Kind, Period, State
from smart_tui.domain.templates import TEMPLATES, WORKDAYS
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.statement import statement
from smart_tui.text.templates import template_measure, template_parts, template_title
from smart_tui.tui.draft import Draft
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.templates import TemplatesScreen, lines, template_texts
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.widgets.footer import FooterLine
from tests.tui.writing import TODAY, goals, seen, settle, started, type_text

DERIVED = ("kind", "baseline_period")
"""The amount of a span is a total, and the span of an amount per period is that period: both follow from the form."""


def taken(id: str, language: str) -> Draft:
    template = next(each for each in TEMPLATES if each.id == id)
    draft = Draft("international", language, TODAY)
    for field, text in template_texts(template, TODAY, words(language)).items():
        draft.put(field, text)
    return draft


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_reads_back_just_what_the_template_says(language: str) -> None:
    spoken = words(language)
    for template in TEMPLATES:
        draft = taken(template.id, language)
        measure, meant = draft.measure(), template_measure(template, TODAY, spoken)
        assert measure is not None and measure.baseline is None
        for field in meant._fields:
            if field not in DERIVED:
                assert getattr(measure, field) == getattr(meant, field), (template.id, field)
        assert draft.title == template_title(template, spoken)
        assert [each.title for each in draft.milestones()] == list(template_parts(template, spoken))
        assert (draft.times().deadline is None) == (template.months == 0) == draft.times().open_ended


def test_the_statement_says_nothing_twice() -> None:
    spoken = words("en")
    said = {each.id: statement(taken(each.id, "en").goal(), TODAY, spoken) for each in TEMPLATES}
    assert said["books"] == "Read 24 books by Fri 15 January 2027."
    assert said["coffee"] == "Drink less coffee: at most 2 cups a day, until Wed 15 April 2026."
    assert said["weight"] == "Bring my weight down to 78 kg by Wed 15 July 2026."
    assert said["revenue"] == "Raise revenue by 10% in a year by Fri 15 January 2027."
    assert said["conversion"] == "Raise the conversion rate to 8% by Wed 15 April 2026."
    assert said["practice"].count("weekdays") == 1
    assert said["launch"] == "Launch the new product, in 4 milestones, by Wed 15 April 2026."


def test_each_stands_once_under_its_heading_with_how_it_is_measured() -> None:
    found = list(lines(words("en")))
    assert sorted(line.template for line in found if line.template) == sorted(each.id for each in TEMPLATES)
    beside = {line.template: line.beside for line in found}
    assert beside["practice"] == "quota · a day" and beside["followers"] == "total · a running count"
    assert beside["recommend"] == "level · NPS from three counts" and beside["sleep"] == "level · only recorded"
    assert beside[""] == "" and not found[0].template


async def test_one_is_taken_while_nothing_is_written_and_saved_like_all_typing(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        assert "F9" in [entry.key for entry in app.screen.query_one(FooterLine).entries]
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press("j", "down", "j", "enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        assert "F9" not in [entry.key for entry in screen.query_one(FooterLine).entries]
        assert screen.form is not None and not screen.draft.text(screen.form.opened)
        [goal] = goals(app)
        assert (goal.title, goal.state) == ("Practise an instrument on weekdays", State.DRAFT)
        assert goal.deadline == date(2026, 7, 15)
        assert goal.measure is not None and (goal.measure.kind, goal.measure.period) == (Kind.QUOTA, Period.DAY)
        assert goal.measure.weekdays == WORKDAYS
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("v", "u")
        await settle(pilot)
        await app.store.run(lambda unit: None)
        assert goals(app) == []


async def test_nothing_typed_is_overwritten(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await type_text(pilot, "Sing")
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, WriteScreen) and app.screen.draft.title == "Sing"
        assert "for a new goal" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_from_the_list_one_goes_back_to_it_without_a_trace(tmp_path: Path, size: tuple[int, int]) -> None:
    async with started(tmp_path, size=size) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await type_text(pilot, "template")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, TemplatesScreen)
        await pilot.press("G")
        await pilot.pause()
        assert "Launch the new product" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ListScreen) and goals(app) == []
