"""Every name, question and error has words in every language, and a slot goes by its model's name."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Combine, Direction, Kind, Measure, Outcome, Period, Reading, State, Status
from smart_tui.domain.smart import MODELS, SLOT_OF, Slot
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text import labels
from smart_tui.text.aim import aim
from smart_tui.text.questions import WORDINGS, question, question_hint, question_short

LONGEST_QUESTION, LONGEST_SHORT, LONGEST_HINT = 72, 20, 76


def test_a_running_count_aims_at_what_the_counter_will_show() -> None:
    count = Measure(Kind.TOTAL, date(2026, 1, 1), Decimal(3000), unit="km", baseline=Decimal(1000))
    assert aim(count, words("en")) == "1,000 → 3,000 km"
    assert aim(count._replace(running=True), words("en")) == "1,000 → 4,000 km"


def test_every_member_has_a_name() -> None:
    tables = {
        Status: labels.STATUSES,
        State: labels.STATES,
        Outcome: labels.OUTCOMES,
        Kind: labels.KINDS,
        Direction: labels.DIRECTIONS,
        Reading: labels.READINGS,
        Combine: labels.COMBINES,
    }
    for members, table in tables.items():
        assert set(table) == set(members)
    by_period = (labels.PER_PERIOD, labels.THIS_PERIOD, labels.MANY_PERIODS, labels.THE_PERIODS)
    for periods in (*by_period, labels.EVERY_PERIOD, labels.RATES):
        assert set(periods) == set(Period)
    assert set(labels.KIND_HINTS) == set(Kind)
    assert set(labels.STATUS_SIGN) == set(Status)


def test_ways_to_type_a_value_are_told_apart() -> None:
    english = words("en")
    assert {labels.entered_as_name(way, english) for way in ("plain", "scale", "nps")} == set(
        labels.ENTERED_AS.values()
    )
    assert labels.entered_as_name("else", english) == "else"
    assert labels.running_name(True, english) != labels.running_name(False, english)
    assert labels.running_hint(True, english) != labels.running_hint(False, english)
    assert len({labels.combine_name(combine, english) for combine in Combine}) == len(Combine)


def test_signs_of_statuses_differ_without_colour() -> None:
    assert len(set(labels.STATUS_SIGN.values())) == len(Status)


def test_every_question_of_every_model_is_worded() -> None:
    assert set(WORDINGS) == set(SLOT_OF)


@pytest.mark.parametrize("code", LANGUAGES)
def test_questions_fit_into_eighty_columns(code: str) -> None:
    spoken = words(code)
    for model in MODELS.values():
        for asked in model.questions():
            assert question(asked.id, spoken).endswith("?")
            assert len(question(asked.id, spoken)) <= LONGEST_QUESTION
            assert 0 < len(question_short(asked.id, spoken)) <= LONGEST_SHORT
            assert 0 < len(question_hint(asked.id, model.id, spoken)) <= LONGEST_HINT


@pytest.mark.parametrize("code", LANGUAGES)
def test_questions_of_a_model_are_told_apart_by_their_labels(code: str) -> None:
    for model in MODELS.values():
        short = [question_short(asked.id, words(code)) for asked in model.questions()]
        assert len(short) == len(set(short))


def test_an_unknown_question_is_shown_by_its_id() -> None:
    assert question("own.thing", words("en")) == "own.thing"
    assert question_short("own.thing", words("en")) == "own.thing"
    assert question_hint("own.thing", "nordic", words("en")) == ""


def test_a_hint_may_differ_by_model() -> None:
    hints = {question_hint("time.when", model, words("en")) for model in MODELS}
    assert len(hints) == 2


@pytest.mark.parametrize(
    ("code", "model", "names"),
    [
        ("en", "international", ["Specific", "Measurable", "Achievable", "Relevant", "Time-bound"]),
        ("en", "nordic", ["Specific", "Measurable", "Accepted", "Realistic", "Time-bound"]),
        ("da", "international", ["Specifikt", "Målbart", "Opnåeligt", "Relevant", "Tidsbestemt"]),
        ("da", "nordic", ["Specifikt", "Målbart", "Accepteret", "Realistisk", "Tidsbestemt"]),
        ("sv", "international", ["Specifikt", "Mätbart", "Uppnåeligt", "Relevant", "Tidsatt"]),
        ("sv", "nordic", ["Specifikt", "Mätbart", "Accepterat", "Realistiskt", "Tidsatt"]),
    ],
)
def test_steps_go_by_the_names_of_their_model(code: str, model: str, names: list[str]) -> None:
    steps = MODELS[model].steps
    assert [labels.slot_name(step.slot, words(code), model=model) for step in steps] == names
    assert "".join(labels.slot_letter(step.slot, model) for step in steps) == "SMART"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Accepted", "Attractive", "Ambitious"]),
        ("da", ["Accepteret", "Attraktivt", "Ambitiøst"]),
        ("sv", ["Accepterat", "Attraktivt", "Ambitiöst"]),
    ],
)
def test_the_nordic_a_goes_by_the_persons_choice(code: str, names: list[str]) -> None:
    choices = ("accepted", "attractive", "ambitious")
    assert [labels.slot_name(Slot.ACCEPTED, words(code), choice, "nordic") for choice in choices] == names
    assert labels.slot_name(Slot.ACCEPTED, words(code), "adored", "nordic") == names[0]


def test_a_slot_the_model_does_not_ask_has_no_letter() -> None:
    assert labels.slot_letter(Slot.ACCEPTED, "international") == ""
    assert labels.slot_letter(Slot.ATTAINABLE, "nordic") == "R"


@pytest.mark.parametrize("code", LANGUAGES)
def test_outcomes_begin_with_different_letters(code: str) -> None:
    names = [labels.outcome_name(outcome, words(code)) for outcome in Outcome]
    assert len({name[0] for name in names}) == len(names)
