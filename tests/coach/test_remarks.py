"""What the coach remarks on a goal as it is written, step by step: only what is true of it, the most useful first."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.coach.remarks import remarks, sentence, written
from smart_tui.domain.goal import Activity, Kind, Measure, Milestone
from smart_tui.domain.remark import SLOTS
from smart_tui.domain.smart import Slot
from smart_tui.i18n import words
from smart_tui.text.coach import remark_sentence
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import FORM_FIELDS
from tests.coach.remarked import LEVEL, QUOTA, RELATIVE, SUMMER, TODAY, TOTAL, C, codes, goal, of, only
from tests.coach.test_remarks_of_sentences import SENTENCES


@pytest.mark.parametrize("text", ["", "  ", "Improve", "Be", "1 2", "?! …", "a b"])
def test_a_title_hardly_begun_is_told_nothing(text: str) -> None:
    assert of(goal(text)) == ()
    assert of(goal(text, model="nordic")) == ()


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


def test_a_habit_whose_end_waits_for_a_day_is_not_said_to_go_on() -> None:
    asked = only(of(goal("Run more", QUOTA, answers={"raw.deadline": "before my birthday"})), C.NO_DATE)
    assert (asked.field, asked.words) == ("deadline", ("before my birthday",))
    assert only(of(goal("Run before my birthday", QUOTA)), C.NO_DATE).field == "deadline"


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


def test_who_wants_no_deadline_is_not_asked_for_one() -> None:
    draft = Draft("international", "en", TODAY)
    for field, text in (("specific.what", "Read 24 books"), ("ending", "open")):
        draft.put(field, text)
    assert only(of(draft.goal()), C.NO_DATE).field == "review_on"
    draft.put("review_on", "end of June")
    assert C.NO_DATE not in codes(of(draft.goal()))


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
