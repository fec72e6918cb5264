"""The writing flow from the first key to the activated goal, in both models and three languages."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Direction, Horizon, Kind, Period, Reading, State
from smart_tui.tui.screens.card import CardScreen
from smart_tui.tui.screens.choosemodel import ChooseModelScreen
from smart_tui.tui.screens.drafting import by_id
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.write import WriteScreen
from tests.tui.world import settle as calm
from tests.tui.writing import goals, seen, settle, started, type_text


async def test_the_first_goal_asks_for_the_model_once(tmp_path: Path) -> None:
    async with started(tmp_path, model="") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, ChooseModelScreen)
        await pilot.press("down", "right", "enter")
        await pilot.pause()
        assert isinstance(app.screen, WriteScreen)
        assert app.settings.default_model == "nordic"
        assert app.config.accepted_label == "attractive"
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert "ATTRACTIVE" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, WriteScreen)
    assert 'accepted_label = "attractive"' in Path(app.paths.config_file).read_text()


async def test_leaving_the_choice_of_a_model_leaves_no_goal(tmp_path: Path) -> None:
    async with started(tmp_path, model="") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ListScreen)
        assert goals(app) == []


async def test_a_relative_goal_is_written_and_activated_by_keys(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Increase visits to our site by 20 % within 6 months")
        await pilot.press("f3", "f3", "f3")
        await pilot.pause()
        await pilot.press("pagedown", "down")
        await type_text(pilot, "12400")
        await pilot.press("enter")
        await type_text(pilot, "december")
        await pilot.press("enter", "enter", "right", "right", "enter")
        await type_text(pilot, "visits")
        await pilot.press("enter", "right", "right", "right", "enter")
        await type_text(pilot, "sessions without our own office")
        await pilot.pause()
        assert "= 14,880 visits a month" in seen(app)
        assert "Wed 31 December 2025" in seen(app)
        await pilot.press("pagedown", "y", "pagedown")
        await type_text(pilot, "The shop lives on them")
        await pilot.press("pagedown")
        await pilot.pause()
        assert "Wed 15 July 2026, in 181 days" in seen(app)
        await pilot.press("pagedown")
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        assert "● S   ● M   ● A   ● R   ● T" in seen(app)
        assert "The first three weeks ask for" in seen(app)
        await pilot.press("a")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        (goal,) = goals(app)
        measure = goal.measure
        assert measure is not None
        assert (goal.state, goal.title, goal.deadline) == (
            State.ACTIVE,
            "Increase visits to our site",
            date(2026, 7, 15),
        )
        assert (measure.kind, measure.change_percent, measure.reading, measure.period) == (
            Kind.LEVEL,
            Decimal(20),
            Reading.PER_PERIOD,
            Period.MONTH,
        )
        assert (measure.baseline, measure.baseline_on) == (Decimal(12400), date(2025, 12, 31))
        assert measure.what_counts == "sessions without our own office"
        assert goal.answers["attainable.resources"] == "yes"


async def test_a_nordic_goal_brings_milestone_activities_first_step_and_confidence_once(tmp_path: Path) -> None:
    async with started(tmp_path, "sv", "nordic") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "8 kundmöten i veckan")
        await pilot.press("f3", "f3", "pagedown")
        await pilot.pause()
        await pilot.press("pagedown", "4", "enter", "5", "pagedown")
        await type_text(pilot, "Ring gamla kunder")
        await pilot.press("enter", "enter", "8", "pagedown")
        await pilot.press("down", "right", "down", "down", "down")
        await type_text(pilot, "in 8 weeks")
        await pilot.press("enter")
        await type_text(pilot, "Fyra nya avtal")
        await pilot.press("enter")
        await type_text(pilot, "Gör en lista")
        await pilot.press("enter")
        await type_text(pilot, "Boka lokal")
        await pilot.press("enter", "enter")
        await type_text(pilot, "Ring Bo")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        assert "Ring Bo" in seen(app)
        await pilot.press("a")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.state == State.ACTIVE
        assert goal.measure is not None
        assert (goal.measure.kind, goal.measure.target, goal.measure.period, goal.measure.direction) == (
            Kind.QUOTA,
            Decimal(8),
            Period.WEEK,
            Direction.AT_LEAST,
        )
        assert [milestone.title for milestone in goal.milestones] == ["Fyra nya avtal"]
        assert {(activity.what, activity.horizon) for activity in goal.activities} == {
            ("Ring gamla kunder", Horizon.OTHER),
            ("Gör en lista", Horizon.SIX_WEEKS),
            ("Boka lokal", Horizon.SIX_WEEKS),
            ("Ring Bo", Horizon.TODAY),
        }
        assert [confidence.value for confidence in goal.confidence] == [8]
        assert goal.answers["time.today"] == "Ring Bo"
        await pilot.press("u")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.state == State.DRAFT
        assert (goal.milestones, goal.activities, goal.confidence) == ((), (), ())


async def test_activation_asks_for_a_title_and_once_for_a_first_step(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "3", "pagedown", "pagedown", "pagedown")
        await calm(pilot)
        assert isinstance(app.screen, CardScreen)
        await pilot.press("a")
        await pilot.pause()
        assert "What do you call this goal?" in seen(app)
        await type_text(pilot, "Swim")
        await pilot.press("enter")
        await pilot.pause()
        assert "What can you do about it today?" in seen(app)
        await pilot.press("enter")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        (goal,) = goals(app)
        assert (goal.state, goal.title, goal.activities) == (State.ACTIVE, "Swim", ())


async def test_milestones_are_listed_one_a_line_and_become_rows_once(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Launch the new product")
        await pilot.press("pagedown", "m", "enter")
        await type_text(pilot, "Design ready, 1 March")
        await pilot.press("enter")
        await type_text(pilot, "Tested")
        await pilot.pause()
        assert "2 milestones" in seen(app)
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.milestones == ()
        assert goal.answers["raw.milestones"] == "Design ready, 1 March\nTested"
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        await calm(pilot)
        await pilot.press("a")
        await calm(pilot)
        (goal,) = goals(app)
        assert [(m.title, m.due) for m in goal.milestones] == [("Design ready", date(2026, 3, 1)), ("Tested", None)]
        assert "raw.milestones" not in goal.answers


async def test_parking_keeps_a_draft_with_its_day(tmp_path: Path) -> None:
    async with started(tmp_path, "da") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Lær at svømme")
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        await calm(pilot)
        await pilot.press("p")
        await pilot.pause()
        await type_text(pilot, "om 6 uger")
        await pilot.press("enter")
        await calm(pilot)
        (goal,) = goals(app)
        assert (goal.state, goal.wake_on) == (State.DRAFT, date(2026, 2, 26))


@pytest.mark.parametrize(("model", "language"), [("international", "sv"), ("nordic", "da"), ("international", "en")])
async def test_every_question_of_the_model_stands_on_one_of_five_screens(
    tmp_path: Path, language: str, model: str
) -> None:
    from smart_tui.domain.smart import MODELS
    from smart_tui.i18n import words
    from smart_tui.text.questions import question

    async with started(tmp_path, language, model) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        asked: set[str] = set()
        screens = 0
        while isinstance(app.screen, WriteScreen):
            at, screens = app.screen.at, screens + 1
            if app.screen.step.slot == "measurable":
                await pilot.press("right")
            while isinstance(app.screen, WriteScreen) and app.screen.at == at:
                asked.add(" ".join(str(app.screen.query_one("#heading").render()).split()))
                await pilot.press("tab" if app.screen.form and not app.screen.form.at_end else "pagedown")
                await pilot.pause()
        assert screens == 5
        everything = " ".join(asked)
        for item in MODELS[model].questions():
            assert " ".join(question(item.id, words(language)).split()) in everything, item.id


async def test_steps_are_free_and_a_draft_opens_where_it_was_left(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "pagedown")
        await type_text(pilot, "It matters")
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        assert goals(app)[0].step == "relevant"
    async with started(tmp_path) as (app, pilot):
        await pilot.press("v", "enter")
        await calm(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert "RELEVANT" in seen(app)
        assert "It matters" in seen(app)
        await pilot.press("pageup")
        await pilot.pause()
        assert "ACHIEVABLE" in seen(app)


async def test_switching_the_model_loses_no_answer(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim")
        await pilot.press("enter")
        await type_text(pilot, "Anna")
        await pilot.press("pagedown", "pagedown", "n", "enter")
        await type_text(pilot, "no pool yet")
        await pilot.press("f8", "down", "enter")
        await calm(pilot)
        assert isinstance(app.screen, WriteScreen)
        assert app.screen.draft.model_id == "nordic"
        assert "REALISTIC" in seen(app)
        assert "Also answered" in seen(app)
        assert "no, no pool yet" in seen(app)
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.model == "nordic"
        assert goal.answers["specific.owner"] == "Anna"
        assert goal.answers["attainable.resources"] == "no: no pool yet"


async def test_the_cursor_of_the_list_goes_to_the_goal_that_was_written(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        for title in ("Zoo keeping", "Aardvarks"):
            await pilot.press("n")
            await pilot.pause()
            await type_text(pilot, title)
            await pilot.press(*["pagedown"] * 5)
            await pilot.pause()
            await pilot.press("a")
            await calm(pilot)
            assert isinstance(app.screen, ListScreen)
            here = app.screen.goal_here()
            assert here is not None
            assert here.title == title


async def test_a_start_is_the_nearest_such_day_and_must_lie_before_the_deadline(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Read")
        await pilot.press(*["pagedown"] * 4)
        await pilot.pause()
        await type_text(pilot, "2026-12-31")
        await pilot.press("enter", "enter")
        await type_text(pilot, "1 january")
        await settle(pilot)
        assert "Thu 1 January 2026" in seen(app)
        (goal,) = goals(app)
        assert (goal.start, goal.deadline) == (date(2026, 1, 1), date(2026, 12, 31))
        await type_text(pilot, " 2027")
        await settle(pilot)
        assert "The start has to lie before the deadline." in seen(app)
        assert "◐ T" in seen(app)


async def test_a_look_on_the_way_between_two_steps_does_no_harm(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        screen.at = 1
        screen.fields = by_id(screen._fields(screen.step))
        screen.refresh_looks()
        await screen.go_to(1)
        await calm(pilot)
        assert "MEASURABLE" in seen(app)
        assert app.crash is None
