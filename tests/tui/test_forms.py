"""The form of each kind of measure: what it asks for, what is stored of it, and that nothing typed is lost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Combine, Direction, Goal, Kind, Measure, Period, Reading, State
from smart_tui.i18n import words
from smart_tui.tui.around import Around
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import FORM_FIELDS, PLACE_FIELDS, Field, field_of, needed, question_field
from smart_tui.tui.looks import look
from smart_tui.tui.offers import Offer, offers
from smart_tui.tui.written import measure_texts

TODAY = date(2026, 1, 15)
"""A Thursday."""
AROUND = Around(words("en"), TODAY)


def draft(goal: Goal | None = None, /, lang: str = "en", **texts: str) -> Draft:
    """A draft with these texts; two underscores in a name stand for a point."""
    made = Draft("nordic", lang, TODAY, goal)
    for field, text in texts.items():
        made.put(field.replace("__", "."), text)
    return made


def measured(**texts: str) -> Measure:
    measure = draft(**texts).measure()
    assert measure is not None
    return measure


def _field(id: str) -> Field:
    found = next((field for field in PLACE_FIELDS if field.id == id), None) or question_field(id)
    assert found is not None
    return found


def asked(made: Draft) -> set[str]:
    return set(needed(made.texts, made.relative()))


@pytest.mark.parametrize(
    ("texts", "first", "folded"),
    [
        ({"kind": "total"}, {"target", "unit", "running"}, {"combine", "step", "judged"}),
        ({"kind": "level"}, {"baseline", "target", "unit", "entered_as"}, {"combine", "step", "judged"}),
        ({"kind": "quota"}, {"direction", "target", "period", "weekdays", "share"}, {"combine", "step", "judged"}),
        ({"kind": "within"}, {"low", "high", "unit"}, {"combine", "step"}),
        ({"kind": "milestones"}, {"milestones"}, set()),
        ({"kind": "rating"}, {"level_1", "level_5"}, set()),
    ],
)
def test_each_kind_asks_for_what_it_needs_and_folds_the_rest(
    texts: dict[str, str], first: set[str], folded: set[str]
) -> None:
    made = draft(**texts)
    assert first <= asked(made) and not folded & asked(made)
    made.put("more", "shown")
    assert folded <= asked(made)
    assert not {"level_1", "low", "direction", "milestones"} & asked(made) - first


def test_a_rarer_field_stays_in_sight_while_something_stands_in_it() -> None:
    assert "step" in asked(draft(kind="total", step="5"))
    assert "judged" in asked(draft(kind="quota", judged="untargeted"))


def test_a_running_count_asks_where_it_stands_and_no_longer_what_several_entries_do() -> None:
    made = draft(kind="total", target="10 000", running="running", origin="3 400", more="shown")
    assert "origin" in asked(made) and "combine" not in asked(made)
    assert (made.measure() or Measure(Kind.LEVEL, TODAY)).baseline == 3400


def test_a_quota_keeps_its_weekdays_and_what_silence_means() -> None:
    measure = measured(
        kind="quota", target="2", period="day", weekdays="mon-fri", direction="at_most", silence="zero", combine="max"
    )
    assert (measure.weekdays, measure.direction, measure.silence_is_zero) == (0b11111, Direction.AT_MOST, True)
    assert measure.combine is Combine.MAX
    assert measured(kind="quota", weekdays="whenever").weekdays == 127


def test_weekdays_are_echoed_and_what_names_none_is_said() -> None:
    row = field_of("weekdays")
    assert look(row, draft(kind="quota", weekdays="mon-fri"), AROUND).echo == "on weekdays"
    assert "names no weekdays" in look(row, draft(kind="quota", weekdays="whenever"), AROUND).problem


def test_a_level_on_a_scale_needs_both_ends_and_a_target_between_them() -> None:
    scale = {"kind": "level", "baseline": "3.8", "target": "4.3", "entered_as": "scale", "scale_low": "1"}
    assert measure_missing(measured(**scale)) == ("scale",)
    measure = measured(**scale, scale_high="5")
    assert (measure.entered_as, measure.low, measure.high) == ("scale", Decimal(1), Decimal(5))
    assert not measure_missing(measure)
    assert measure_missing(measured(**{**scale, "target": "6"}, scale_high="5")) == ("outside",)
    assert measure_missing(measured(kind="level", baseline="30", target="120", entered_as="nps")) == ("outside",)


def test_readings_are_not_added_up() -> None:
    assert measured(kind="level", baseline="1", target="2", combine="add").combine is None
    assert measured(kind="level", baseline="1", target="2", combine="mean").combine is Combine.MEAN


def test_the_figure_of_a_whole_year_says_so() -> None:
    measure = measured(kind="total", target="+200 %", baseline="100 000", reading="span", baseline_period="year")
    assert (measure.reading, measure.baseline_period, measure.period) == (Reading.SPAN, Period.YEAR, None)


@given(
    st.lists(st.sampled_from([str(kind) for kind in Kind]), min_size=1, max_size=5),
    st.dictionaries(
        st.sampled_from([id for id in FORM_FIELDS if id not in ("kind", "reading")]),
        st.sampled_from(["7", "mon-fri", "scale", "mean", "shown", "x y"]),
    ),
)
@settings(max_examples=60)
def test_what_was_typed_stands_there_again_when_the_kind_is_switched_back(
    kinds: list[str], texts: dict[str, str]
) -> None:
    made = draft(kind="total")
    for field, text in texts.items():
        made.texts[field] = text
    for kind in [*kinds, "total"]:
        made.put("kind", kind)
        made.measure()
    assert {field: made.text(field) for field in texts} == texts


@given(
    st.integers(1, 127),
    st.sampled_from([None, Combine.MAX, Combine.LAST]),
    st.sampled_from(["plain", "nps", "scale"]),
    st.booleans(),
    st.sampled_from([Kind.TOTAL, Kind.LEVEL, Kind.QUOTA]),
    st.sampled_from(["en", "da", "sv"]),
)
@settings(max_examples=80)
def test_a_stored_measure_is_written_and_read_back_as_it_was(
    weekdays: int, combine: Combine | None, entered_as: str, running: bool, kind: Kind, lang: str
) -> None:
    measure = Measure(kind, TODAY, Decimal("4.5"), "points", combine=combine)
    if kind is Kind.QUOTA:
        measure = measure._replace(weekdays=weekdays, period=Period.WEEK, direction=Direction.AT_LEAST)
    elif kind is Kind.LEVEL:
        low, high = (Decimal(1), Decimal(5)) if entered_as == "scale" else (None, None)
        measure = measure._replace(entered_as=entered_as, low=low, high=high, baseline=Decimal("3.5"))
    elif running:
        measure = measure._replace(running=True, baseline=Decimal(120))
    assert draft(lang=lang, **measure_texts(measure, lang)).measure() == measure


# Two of three.


def chips(field: str, made: Draft) -> list[Offer]:
    return list(offers(field, made, AROUND))


def test_a_rate_gives_the_deadline_in_full_and_is_taken_only_by_its_chip() -> None:
    made = draft(kind="total", target="24", unit="books", rate="2 books a week")
    (offer,) = chips("rate", made)
    assert offer.label == "deadline Thu 9 April 2026, in 84 days"
    assert made.goal().deadline is None
    for field, text in offer.puts.items():
        made.put(field, text)
    assert made.goal().deadline == date(2026, 4, 9)
    assert look(field_of("rate"), made, AROUND).echo == "2 books a week"


def test_a_rate_gives_the_target_where_the_deadline_is_known() -> None:
    made = draft(kind="total", unit="books", deadline="9 April 2026", rate="2 a week")
    assert [offer.label for offer in chips("rate", made)] == ["target 24 books"]


def test_a_rate_beside_both_offers_to_move_either() -> None:
    made = draft(kind="total", target="24", unit="books", deadline="9 April 2026", rate="1 a week")
    assert [offer.label for offer in chips("rate", made)] == [
        "deadline Thu 2 July 2026, in 168 days",
        "target 12 books",
    ]


@pytest.mark.parametrize(("lang", "typed"), [("en", "2 a week"), ("da", "2 bøger om ugen"), ("sv", "2 i veckan")])
def test_a_rate_typed_where_a_day_is_asked_for_is_understood(lang: str, typed: str) -> None:
    made = draft(lang=lang, kind="total", target="24", deadline=typed)
    (offer,) = offers("deadline", made, Around(words(lang), TODAY))
    assert offer.puts["deadline"] == "2026-04-09"
    assert not look(field_of("deadline"), made, AROUND).problem


def test_a_falling_level_falls_at_the_rate_that_was_typed_without_a_sign() -> None:
    made = draft(kind="level", baseline="84", target="78", unit="kg", rate="0.5 kg a week")
    assert [offer.puts["deadline"] for offer in chips("rate", made)] == ["2026-04-09"]


def test_a_rate_that_leads_away_is_said_and_offers_nothing() -> None:
    made = draft(kind="level", baseline="84", target="78", unit="kg", rate="+0.5 kg a week")
    assert chips("rate", made) == []
    assert "never reached" in look(field_of("rate"), made, AROUND).problem


# Lists.


def test_lists_become_milestones_activities_and_plans_with_all_they_say() -> None:
    made = draft(
        kind="milestones",
        milestones="Pilot by 1 March x2",
        attainable__how="ask Bo\ncall Bo, Monday 9:00, office\nDesign ready by 1 February",
        time__six_weeks="buy shoes, Saturday, the mall",
        time__today="call Eva, 9:00",
        attainable__ability="if it rains, then I read",
    )
    assert [(m.title, m.due, m.weight) for m in made.milestones()] == [
        ("Pilot", date(2026, 3, 1), 2),
        ("Design ready", date(2026, 2, 1), 1),
    ]
    assert [(a.what, a.when, a.where, a.due) for a in made.activities()] == [
        ("ask Bo", "", "", None),
        ("call Bo", "9:00", "office", date(2026, 1, 19)),
        ("buy shoes", "", "the mall", date(2026, 1, 17)),
        ("call Eva", "9:00", "", TODAY),
    ]
    assert [(plan.situation, plan.action) for plan in made.plans()] == [("it rains", "I read")]


def test_the_last_line_of_a_list_is_echoed_in_full() -> None:
    made = draft(time__six_weeks="buy shoes\ncall Bo, Monday 9:00, office")
    said = look(_field("time.six_weeks"), made, AROUND).note
    assert said == "call Bo · Mon 19 January 2026, in 4 days · 9:00 · office"


def test_a_running_goal_offers_what_its_page_does_not_have_yet() -> None:
    base = Goal(1, "u", 1, "Run", State.ACTIVE, "nordic", "en", answers={"time.six_weeks": "buy shoes\ncall Bo"})
    made = draft(base._replace(activities=draft(time__six_weeks="buy shoes").activities()))
    assert [offer.label for offer in chips("time.six_weeks", made)] == ["add: call Bo"]


# The longer-term goal.


def _goal(id: int, title: str, parent: int | None = None) -> Goal:
    return Goal(id, f"u{id}", id, title, State.ACTIVE, "nordic", "en", parent_id=parent)


def test_a_parent_is_offered_by_number_or_title_and_one_that_makes_a_circle_is_refused() -> None:
    goals = (_goal(1, "Grow the shop"), _goal(2, "Visits", 1), _goal(3, "Campaign", 2), _goal(4, "Letters"))
    around = Around(words("en"), TODAY, goals)
    top, free = draft(goals[0]), draft(goals[3])
    free.put("parent", "visits")
    assert [offer.parent_id for offer in offers("parent", free, around)] == [2]
    free.put("parent", "3")
    assert not offers("parent", free, around)
    assert "more than three levels" in look(_field("parent"), free, around).problem
    top.put("parent", "visits")
    assert not offers("parent", top, around)
    assert "is a part of this one" in look(_field("parent"), top, around).problem


def test_an_emptied_field_takes_the_goal_out_from_under_its_parent() -> None:
    made = draft(_goal(2, "Visits", 1))
    made.texts["parent"] = "1 Grow the shop"
    assert made.goal().parent_id == 1
    made.put("parent", "")
    assert made.goal().parent_id is None


@pytest.mark.parametrize(("typed", "weight"), [("", 1), ("3", 3), ("1000", 1000), ("0", 1), ("1001", 1), ("two", 1)])
def test_a_weight_is_a_whole_number_and_one_at_first(typed: str, weight: int) -> None:
    made = draft(weight=typed)
    assert made.goal().weight == weight
    assert bool(look(_field("weight"), made, AROUND).problem) == (typed in ("0", "1001", "two"))
