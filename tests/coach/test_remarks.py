"""What the coach remarks on a goal: only what is true of it, the most useful first."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.coach.remarks import remarks, sentence, written
from smart_tui.domain.goal import Activity, Direction, Goal, Kind, Measure, Milestone, Period, Reading, State
from smart_tui.domain.remark import SLOTS, Remark, RemarkCode, Vague
from smart_tui.domain.smart import Slot
from smart_tui.i18n import words
from smart_tui.text.coach import remark_sentence
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import FORM_FIELDS

TODAY = date(2026, 1, 15)
SUMMER = date(2026, 6, 30)
D = Decimal
C = RemarkCode


def codes(found: Iterable[Remark]) -> list[str]:
    return [str(remark.code) for remark in found]


def said_of(text: str, lang: str) -> list[str]:
    return codes(remarks(sentence(text, lang, TODAY), TODAY))


def goal(
    title: str,
    measure: Measure | None = None,
    model: str = "international",
    deadline: date | None = None,
    answers: Mapping[str, str] | None = None,
) -> Goal:
    plain = Goal(0, "", 0, title, State.DRAFT, model, "en", deadline=deadline, answers=answers or {})
    return plain._replace(measures=(measure,) if measure else ())


def of(one: Goal, lang: str = "en") -> tuple[Remark, ...]:
    return remarks(written(one, lang, TODAY), TODAY)


def only(found: tuple[Remark, ...], code: RemarkCode) -> Remark:
    return next(remark for remark in found if remark.code is code)


QUOTA = Measure(Kind.QUOTA, TODAY, D(8), "meetings", period=Period.WEEK, direction=Direction.AT_LEAST)
TOTAL = Measure(Kind.TOTAL, TODAY, D(24), "books")
LEVEL = Measure(Kind.LEVEL, TODAY, D(78), "kg", D(84))
RELATIVE = Measure(
    Kind.LEVEL, TODAY, unit="visits", change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH
)

SENTENCES = [
    ("en", "Improve our teamwork", "no_result no_number no_date"),
    ("da", "Forbedre vores samarbejde", "no_result no_number no_date"),
    ("sv", "Bli bättre på att lyssna", "no_result no_number no_date"),
    ("en", "Drink less coffee by 1 June", "no_result no_number"),
    ("da", "Drikke mindre kaffe inden 1. juni", "no_result no_number"),
    ("sv", "Dricka mindre kaffe före 1 juni", "no_result no_number"),
    ("en", "Sell 40 paintings", "no_date"),
    ("da", "Sælge 40 malerier", "no_date"),
    ("sv", "Sälja 40 tavlor", "no_date"),
    ("en", "Sell 40 paintings by 1 May 2024", "past_date"),
    ("da", "Sælge 40 malerier inden 1. maj 2024", "past_date"),
    ("sv", "Sälja 40 tavlor senast 1 maj 2024", "past_date"),
    ("en", "Increase sales by 15% by 30 June", "no_baseline"),
    ("da", "Øge salget med 15 % inden 30. juni", "no_baseline"),
    ("sv", "Öka försäljningen med 15 % till 30 juni", "no_baseline"),
    ("en", "Raise the response rate by 4% by 30 June", "percent_points no_baseline"),
    ("da", "Hæve svarprocenten med 4 % inden 30. juni", "percent_points no_baseline"),
    ("sv", "Höja svarsfrekvensen med 4 % till 30 juni", "percent_points no_baseline"),
    ("en", "Increase the yearly revenue by 15% within 3 months", "yearly_short no_baseline"),
    ("da", "Øge årsomsætningen med 15 % inden for 3 måneder", "yearly_short no_baseline"),
    ("sv", "Öka den årliga omsättningen med 15 % inom 3 månader", "yearly_short no_baseline"),
    ("en", "Sell 40 paintings in the next quarter", "next_quarter"),
    ("da", "Sælge 40 malerier i det næste kvartal", "next_quarter"),
    ("sv", "Sälja 40 tavlor under nästa kvartal", "next_quarter"),
    ("en", "Meditate 20 minutes", "no_date cadence_or_total"),
    ("da", "Meditere 20 minutter", "no_date cadence_or_total"),
    ("sv", "Meditera 20 minuter", "no_date cadence_or_total"),
    ("en", "Sell 400 by 30 June", "no_unit"),
    ("da", "Sælge 400 inden 30. juni", "no_unit"),
    ("sv", "Sälja 400 före 30 juni", "no_unit"),
    ("en", "Hold 5 workshops a month", "no_what_counts"),
    ("da", "Holde 5 workshops om måneden", "no_what_counts"),
    ("sv", "Hålla 5 workshoppar i månaden", "no_what_counts"),
]


@pytest.mark.parametrize(("lang", "text", "said"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_a_sentence_is_told_what_it_lacks_and_nothing_else(lang: str, text: str, said: str) -> None:
    assert said_of(text, lang) == said.split()


GOOD = [
    ("en", "Cook 30 new dishes by 30 November"),
    ("en", "Walk 8,000 steps every day until 30 June"),
    ("en", "Bring the waiting time down from 40 to 25 minutes by 1 September"),
    ("en", "Launch the new shop by 1 March"),
    ("da", "Læse 12 romaner inden 31. december"),
    ("da", "Skrive 300 ord om dagen indtil 30. juni"),
    ("da", "Sænke hvilepulsen fra 70 til 62 slag inden 1. september"),
    ("da", "Bestå køreprøven inden 1. maj"),
    ("sv", "Läsa 12 romaner före 31 december"),
    ("sv", "Gå 8 000 steg varje dag till 30 juni"),
    ("sv", "Sänka kön från 40 till 25 minuter senast 1 september"),
    ("sv", "Sälja båten före 1 maj"),
]


@pytest.mark.parametrize(("lang", "text"), GOOD, ids=[text for _, text in GOOD])
def test_a_good_sentence_is_left_in_peace(lang: str, text: str) -> None:
    assert said_of(text, lang) == []


@pytest.mark.parametrize("text", ["", "  ", "Improve", "Be", "1 2", "?! …", "a b"])
def test_a_title_hardly_begun_is_told_nothing(text: str) -> None:
    assert of(goal(text)) == ()
    assert of(goal(text, model="nordic")) == ()


def test_a_vague_sentence_is_known_by_its_words_and_its_sort() -> None:
    sorts = {
        "Improve our teamwork": Vague.BETTER,
        "Spend less on clothes": Vague.LESS,
        "Grow our audience": Vague.MORE,
        "Learn Italian": Vague.SKILL,
        "Feel calmer at work": Vague.STATE,
    }
    found = {text: only(remarks(sentence(text, "en", TODAY), TODAY), C.NO_RESULT) for text in sorts}
    assert {text: remark.vague for text, remark in found.items()} == sorts
    assert all(word.rstrip(" …") in text for text, remark in found.items() for word in remark.words)


TWO = [
    ("en", "Lose 5 kilos and read 12 books by 30 June", ("Lose 5 kilos", "read 12 books")),
    ("da", "Tabe 5 kilo og læse 12 bøger inden 30. juni", ("Tabe 5 kilo", "læse 12 bøger")),
    ("sv", "Läsa 12 böcker och springa 300 km före 30 juni", ("Läsa 12 böcker", "springa 300 km")),
    ("en", "Lose 5 kilos and learn Italian", ("Lose 5 kilos", "learn Italian")),
    ("en", "Run a marathon and write a novel", ("Run a marathon", "write a novel")),
    ("en", "Increase sales and reduce complaints", ("Increase sales", "reduce complaints")),
    ("da", "Øge salget og reducere klagerne", ("Øge salget", "reducere klagerne")),
    ("sv", "Öka försäljningen och minska svinnet", ("Öka försäljningen", "minska svinnet")),
]


@pytest.mark.parametrize(("lang", "text", "aims"), TWO, ids=[text for _, text, _ in TWO])
def test_two_goals_in_one_are_named_by_their_first_words(lang: str, text: str, aims: tuple[str, ...]) -> None:
    found = remarks(sentence(text, lang, TODAY), TODAY)
    assert only(found, C.TWO_GOALS).words == aims


ONE = [
    ("en", "Plan and host 5 dinners by 30 June"),
    ("en", "Read 12 books and write about them"),
    ("en", "Save 3,000 kr. by dropping 100 into a jar every week"),
    ("en", "Write 500 words a day and finish the draft by 30 June"),
    ("en", "Eat 3 apples and 2 carrots a day"),
    ("en", "Find a flat and move in by 1 May"),
    ("en", "Save 3,000 kr. and buy a bike"),
    ("en", "Find a trainer and run a marathon"),
    ("da", "Skrive og udgive 3 artikler inden 30. juni"),
    ("sv", "Cykla 20 mil och ha roligt på vägen"),
]


@pytest.mark.parametrize(("lang", "text"), ONE, ids=[text for _, text in ONE])
def test_one_goal_with_an_and_in_it_is_one(lang: str, text: str) -> None:
    assert C.TWO_GOALS not in said_of(text, lang)


def test_a_percentage_of_nothing_named_names_no_result() -> None:
    found = only(remarks(sentence("Grow by 20% by 30 June", "en", TODAY), TODAY), C.NO_RESULT)
    assert (found.numbers, found.words) == ((D(20),), ())


def test_a_direction_is_said_with_its_noun() -> None:
    found = only(remarks(sentence("Mindre stress", "da", TODAY), TODAY), C.NO_RESULT)
    assert (found.words, found.vague) == (("Mindre stress",), Vague.LESS)


def test_an_accepted_measure_goes_before_what_the_sentence_says() -> None:
    assert codes(of(goal("Read more", TOTAL, deadline=SUMMER, answers={"relevant.why": "x"}))) == []
    assert codes(of(goal("Read more", TOTAL._replace(target=None, untargeted=True), deadline=SUMMER)))[:1] == [
        "no_relevance"
    ]
    rated = Measure(Kind.RATING, TODAY, levels=("a", "b", "c", "d", "e"))
    assert codes(of(goal("Be calmer at work", rated, deadline=SUMMER))) == ["no_relevance"]
    unrated = rated._replace(levels=("a", "", "", "", ""))
    assert "no_result" in codes(of(goal("Be calmer at work", unrated, deadline=SUMMER)))


def test_done_or_not_names_no_result_by_itself() -> None:
    done = Measure(Kind.MILESTONES, TODAY)
    one = goal("Improve our teamwork", done, deadline=SUMMER)
    assert "no_result" in codes(of(one))
    assert "no_result" not in codes(of(one._replace(milestones=(Milestone(1, "", "A day in the woods"),))))
    assert "no_result" not in codes(of(goal(one.title, done._replace(what_counts="All say so."), deadline=SUMMER)))


def test_a_goal_that_others_are_a_part_of_is_measured_by_them() -> None:
    whole = goal("Grow our shop", deadline=SUMMER, answers={"relevant.why": "x"})
    assert codes(remarks(written(whole, "en", TODAY, parts=2), TODAY)) == []
    assert codes(of(whole)) == ["no_result", "no_number"]


def test_a_measure_without_its_number_asks_for_it_in_the_field() -> None:
    total = of(goal("Read more", TOTAL._replace(target=None)))
    assert only(total, C.NO_NUMBER).field == "target"
    within = of(goal("Keep the pulse steady", Measure(Kind.WITHIN, TODAY)))
    assert only(within, C.NO_NUMBER).field == "low"
    waiting = goal("Read more", TOTAL._replace(target=None), answers={"raw.target": "a dozen or so"})
    assert C.NO_NUMBER not in codes(of(waiting))


def test_an_accepted_deadline_goes_before_the_dates_of_the_sentence() -> None:
    for title in ("Read 24 books", "Read 24 books by 1 May 2024", "Read 24 books in the next quarter"):
        found = codes(of(goal(title, TOTAL, deadline=SUMMER)))
        assert not {"no_date", "past_date", "next_quarter"} & {*found}
    past = only(of(goal("Read 24 books", TOTAL, deadline=date(2025, 12, 31))), C.PAST_DATE)
    assert (past.field, past.days) == ("deadline", (date(2025, 12, 31),))
    assert only(of(goal("Read 24 books by 1 May 2024")), C.PAST_DATE).field == "specific.what"
    assert C.PAST_DATE not in codes(of(goal("Read 24 books", TOTAL, deadline=TODAY)))


def test_words_for_a_day_that_is_not_known_are_kept_and_asked() -> None:
    asked = only(of(goal("Paint the room", answers={"raw.deadline": "before the baby comes"})), C.NO_DATE)
    assert (asked.field, asked.words) == ("deadline", ("before the baby comes",))
    assert only(of(goal("Paint the nursery before the baby comes")), C.NO_DATE).words == ("before the baby comes",)


def test_a_wish_for_a_time_and_a_day_to_look_again_are_no_missing_date() -> None:
    assert C.NO_DATE not in codes(of(goal("Read 24 books", TOTAL, answers={"specific.when": "in six months"})))
    assert C.NO_DATE not in codes(of(goal("Read 24 books", TOTAL)._replace(review_on=SUMMER)))


def test_a_standing_quota_is_asked_for_a_day_to_look_again() -> None:
    standing = goal("Meet customers", QUOTA._replace(what_counts="At least half an hour."))
    assert only(of(standing), C.NO_DATE).field == "review_on"
    assert C.NO_DATE not in codes(of(standing._replace(deadline=SUMMER)))


def test_the_next_quarter_comes_with_both_its_days() -> None:
    found = only(remarks(sentence("Sell 40 paintings within the next quarter", "en", TODAY), TODAY), C.NEXT_QUARTER)
    assert found.days == (date(2026, 4, 15), date(2026, 6, 30))
    assert found.words == ("within the next quarter",)


def test_a_year_s_figure_is_doubted_only_where_months_are_left_for_it() -> None:
    title = "Increase the yearly revenue by 15% by {}"
    for day, doubted in (("30 April 2026", True), ("30 June 2027", False), ("31 December 2026", False)):
        assert (C.YEARLY_SHORT in said_of(title.format(day), "en")) is doubted
    assert C.YEARLY_SHORT not in said_of("Sell 40 tickets for the annual concert by 30 April", "en")
    assert C.YEARLY_SHORT not in said_of("Register for the annual conference by 30 April", "en")
    span = Measure(Kind.TOTAL, TODAY, unit="kr.", baseline=D(900), baseline_period=Period.YEAR)
    span = span._replace(change_percent=D(10), reading=Reading.SPAN)
    found = only(of(goal("Raise revenue", span, deadline=date(2026, 3, 15))), C.YEARLY_SHORT)
    assert (found.field, found.numbers) == ("deadline", (D(2), D(59)))


def test_a_change_between_two_rates_is_only_said_in_both_ways() -> None:
    between = Measure(Kind.LEVEL, TODAY, D(8), "%", D(5))
    found = only(of(goal("Raise the conversion rate", between, deadline=SUMMER)), C.PERCENT_POINTS)
    assert found.numbers == (D(5), D(8))
    assert not found.lack
    changed = between._replace(target=None, baseline=None, change_percent=D(3), reading=Reading.LEVEL)
    asked = only(of(goal("Raise the conversion rate", changed, deadline=SUMMER)), C.PERCENT_POINTS)
    assert asked.numbers == (D(3),)
    assert asked.lack
    known = changed._replace(baseline=D(5))
    assert C.PERCENT_POINTS not in codes(of(goal("Raise the conversion rate", known, deadline=SUMMER)))
    assert C.PERCENT_POINTS not in said_of("Halve the dropout rate by 30 June", "en")
    assert C.PERCENT_POINTS not in said_of("Lower the resting heart rate by 4% by 30 June", "en")


def test_a_baseline_is_asked_for_where_the_target_hangs_on_it() -> None:
    relative = only(of(goal("Increase visits", RELATIVE)), C.NO_BASELINE)
    assert (relative.field, relative.numbers) == ("baseline", (D(20),))
    assert only(of(goal("Weigh less", LEVEL._replace(baseline=None))), C.NO_BASELINE).numbers == ()
    assert C.NO_BASELINE not in codes(of(goal("Weigh less", LEVEL)))
    assert C.NO_BASELINE not in codes(of(goal("Read", TOTAL)))
    waiting = LEVEL._replace(baseline=None)
    assert C.NO_BASELINE not in codes(of(goal("Weigh less", waiting, answers={"raw.baseline": "80?"})))
    lost = only(remarks(sentence("Lose 9 kilos by 30 June", "en", TODAY), TODAY), C.NO_BASELINE)
    assert lost.numbers == (D(-9),)


def test_a_number_is_asked_for_its_unit_only_where_it_has_one() -> None:
    assert only(of(goal("Sell more", TOTAL._replace(unit=""), deadline=SUMMER)), C.NO_UNIT).field == "unit"
    scored = LEVEL._replace(unit="", entered_as="nps")
    daily = QUOTA._replace(unit="", target=D(1))
    for measure in (scored, daily, RELATIVE._replace(unit=""), Measure(Kind.MILESTONES, TODAY)):
        assert C.NO_UNIT not in codes(of(goal("Look after it", measure, deadline=SUMMER)))
    for text in ("Read Fahrenheit 451 by 30 June", "Raise satisfaction to 4 by 30 June", "Finish chapter 4 by 30 June"):
        assert C.NO_UNIT not in said_of(text, "en")


def test_a_sum_is_doubted_where_the_sentence_says_how_often() -> None:
    clash = of(goal("Hold 8 meetings a week", TOTAL))
    assert only(clash, C.CADENCE_OR_TOTAL).words == ("a week",)
    assert C.CADENCE_OR_TOTAL not in codes(of(goal("Hold 8 meetings a week", QUOTA)))
    for text in ("Host seven dinners", "Run 5 km every week", "Practise 20 hours by 30 June", "Lose 9 kilos"):
        assert C.CADENCE_OR_TOTAL not in said_of(text, "en")


def test_a_quota_is_asked_what_counts_where_that_can_be_doubted() -> None:
    assert only(of(goal("Meet customers", QUOTA)), C.NO_WHAT_COUNTS).words == ("meetings",)
    for measure in (QUOTA._replace(what_counts="Half an hour."), QUOTA._replace(unit="km"), QUOTA._replace(unit="kr.")):
        assert C.NO_WHAT_COUNTS not in codes(of(goal("Meet customers", measure)))
    assert C.NO_WHAT_COUNTS not in codes(of(goal("Meet customers", TOTAL)))
    assert only(of(goal("Go to the gym 3 times a week")), C.NO_WHAT_COUNTS).words == ()
    for title in ("Swim 1 km 3 times a week", "Write one letter a week", "Call 3 friends a week (more than a text)"):
        assert C.NO_WHAT_COUNTS not in codes(of(goal(title)))


def test_what_only_a_later_step_asks_is_missed_where_the_model_asks_it() -> None:
    asked = {"no_relevance", "no_acceptance", "no_first_step"}
    assert asked & {*codes(of(goal("Read 24 books", TOTAL)))} == {"no_relevance"}
    assert asked & {*codes(of(goal("Read 24 books", TOTAL, "nordic")))} == {"no_acceptance", "no_first_step"}
    assert asked & {*codes(of(goal("Read 24 books", None, "nordic")))} == {"no_acceptance"}
    for why in ({"relevant.why": "x"}, {"relevant.strategy": "x"}, {"specific.why": "x"}):
        assert C.NO_RELEVANCE not in codes(of(goal("Read 24 books", TOTAL, answers=why)))
    assert C.NO_RELEVANCE not in codes(of(goal("Read 24 books", TOTAL)._replace(parent_id=3)))
    assert C.NO_ACCEPTANCE not in codes(of(goal("Read 24 books", TOTAL, "nordic", answers={"accepted.willing": "4"})))
    begun = goal("Read 24 books", TOTAL, "nordic")._replace(activities=(Activity(1, "", "Go to the library"),))
    assert C.NO_FIRST_STEP not in codes(of(begun))


def test_each_remark_names_a_field_to_go_to_and_the_letter_it_belongs_to() -> None:
    titles = [text for _, text, _ in SENTENCES]
    for title in titles:
        for measure in (None, TOTAL._replace(unit=""), QUOTA, RELATIVE, LEVEL._replace(baseline=None)):
            found = of(goal(title, measure, "nordic"))
            assert len({*codes(found)}) == len(found)
            for remark in found:
                assert remark.field in FORM_FIELDS or remark.field.split(".")[0] in list(Slot)
                assert remark.slot is SLOTS[remark.code]


def test_the_remarks_of_a_draft_follow_what_is_typed_into_it() -> None:
    draft = Draft("nordic", "en", TODAY)
    draft.put("specific.what", "Improve our sales")
    assert codes(of(draft.goal())) == ["no_result", "no_number", "no_date", "no_acceptance"]
    for field, text in (("kind", "quota"), ("target", "8"), ("unit", "meetings"), ("period", "week")):
        draft.put(field, text)
    assert codes(of(draft.goal())) == ["no_date", "no_what_counts", "no_acceptance", "no_first_step"]
    for field, text in (("deadline", "end of June"), ("what_counts", "Half an hour."), ("accepted.willing", "4")):
        draft.put(field, text)
    assert codes(of(draft.goal())) == ["no_first_step"]
    draft.put("time.today", "Call Bo")
    assert of(draft.goal()) == ()


TEXTS = st.text(st.sampled_from("0123456789.,:%/-–'’ aeikmnrståäöæøABK$£\n") | st.characters(), max_size=60)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["en", "da", "sv", "xx"]), st.sampled_from([None, TOTAL, QUOTA, RELATIVE, LEVEL]))
def test_any_text_gets_remarks_that_can_be_said(text: str, lang: str, measure: Measure | None) -> None:
    grown = sentence(f"increase {text} by 20% next quarter", lang, TODAY)
    for remark in (*of(goal(text, measure), lang), *remarks(grown, TODAY)):
        assert remark_sentence(remark, words("en")).strip()


def test_remarks_come_in_one_order() -> None:
    title = "Improve things and grow next quarter"
    found = codes(of(goal(title, RELATIVE._replace(unit=""), "nordic", deadline=date(2025, 1, 1))))
    order = [str(code) for code in ORDER]
    assert found == sorted(found, key=order.index)
    assert found[0] == "past_date"


ORDER = (
    C.PAST_DATE,
    C.NO_RESULT,
    C.TWO_GOALS,
    C.NO_NUMBER,
    C.NO_DATE,
    C.NEXT_QUARTER,
    C.YEARLY_SHORT,
    C.CADENCE_OR_TOTAL,
    C.PERCENT_POINTS,
    C.NO_BASELINE,
    C.NO_UNIT,
    C.NO_WHAT_COUNTS,
    C.NO_RELEVANCE,
    C.NO_ACCEPTANCE,
    C.NO_FIRST_STEP,
)
