"""Which remarks are shown where one is, and how they are set in rows: no nagging, no flicker, no half rows."""

from datetime import date

import pytest

from smart_tui.domain.goal import Goal, State
from smart_tui.domain.remark import SLOTS, WEAK, Remark, RemarkCode, Vague
from smart_tui.domain.smart import Slot
from smart_tui.i18n import words
from smart_tui.text.card import remarked_of
from smart_tui.text.coach import example
from smart_tui.tui import advice
from smart_tui.tui.around import Around
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import field_of
from smart_tui.tui.looks import look
from smart_tui.tui.widgets.noterows import Advice, Labels, Note, column, under

TODAY = date(2026, 1, 15)
LABELS = Labels("F5", "For example", "e.g.")
SHORT = Note("What", "“Improve” leaves open what will be different.")
LEADING = Note("What kind", "No number yet: what will show that it is reached?", leads=True)
LONG = Note("Deadline", "No date yet; " + "without one nothing tells whether it is late. " * 3, leads=True)


def remark(code: RemarkCode, field: str) -> Remark:
    return Remark(code, field, SLOTS[code])


VAGUE = remark(RemarkCode.NO_RESULT, "specific.what")
NUMBER = remark(RemarkCode.NO_NUMBER, "kind")
DATE = remark(RemarkCode.NO_DATE, "deadline")
WHY = remark(RemarkCode.NO_RELEVANCE, "relevant.why")
PAST = remark(RemarkCode.PAST_DATE, "deadline")
ALL = (PAST, VAGUE, NUMBER, DATE, WHY)


def goal(title: str, state: State = State.DRAFT) -> Goal:
    return Goal(1, "", 1, title, state, "international", "en")


def codes(title: str, state: State = State.DRAFT, dismissed: tuple[str, ...] = ()) -> list[RemarkCode]:
    return [each.code for each in advice.found(goal(title, state), "en", TODAY, 0, dismissed)]


def test_a_sentence_is_not_blamed_for_what_a_later_step_asks() -> None:
    assert advice.of_sentence((*ALL, remark(RemarkCode.NO_DATE, "review_on"))) == (PAST, VAGUE, NUMBER, DATE)
    assert advice.of_step(ALL, Slot.SPECIFIC, ("specific.what",), ()) == (PAST, VAGUE, NUMBER, DATE)


def test_a_step_says_what_concerns_it_and_of_what_is_absent_only_what_was_passed() -> None:
    asked = ("deadline", "start")
    assert advice.of_step(ALL, Slot.TIME, asked, ()) == (PAST,)
    assert advice.of_step(ALL, Slot.TIME, asked, ("deadline",)) == (PAST, DATE)
    assert advice.of_step(ALL, Slot.RELEVANT, ("relevant.why",), ("relevant.why",)) == (WHY,)


def test_while_one_types_no_remark_comes_and_one_that_holds_no_more_leaves() -> None:
    assert advice.calm(ALL, (), typing=True) == ()
    assert advice.calm(ALL, (), typing=False) == (PAST, VAGUE, NUMBER)
    assert advice.calm((NUMBER, DATE), (VAGUE, NUMBER), typing=True) == (NUMBER,)


def test_what_was_dismissed_is_not_found_again() -> None:
    assert RemarkCode.NO_NUMBER in codes("Be a better friend")
    assert RemarkCode.NO_NUMBER not in codes("Be a better friend", dismissed=("no_number",))


def test_the_example_stays_that_of_its_kind_where_only_the_number_is_spoken_of() -> None:
    weak = goal("Stress less")
    number = [each for each in advice.found(weak, "en", TODAY, 0, ("no_result",)) if each.code in WEAK]
    assert [each.code for each in number] == [RemarkCode.NO_NUMBER]
    assert advice.better(number, weak, words("en")) == example(None, Vague.LESS, words("en"))


def test_a_goal_that_has_begun_is_not_told_how_to_begin_and_a_closed_one_nothing() -> None:
    assert RemarkCode.PAST_DATE in codes("Be a better friend by 1 March 2025")
    assert RemarkCode.PAST_DATE not in codes("Be a better friend by 1 March 2025", State.ACTIVE)
    assert codes("Be a better friend", State.CLOSED) == []
    assert codes("  ") == []


def test_a_change_that_is_said_in_both_ways_is_no_news_to_a_goal_that_runs() -> None:
    title = "Raise the conversion rate from 5% to 8% by 1 June"
    assert RemarkCode.PERCENT_POINTS in codes(title)
    assert RemarkCode.PERCENT_POINTS not in codes(title, State.ACTIVE)


def test_words_for_an_end_that_only_the_person_knows_are_asked_after_and_not_refused() -> None:
    draft = Draft("international", "en", TODAY)
    around = Around(words("en"), TODAY)
    draft.put("deadline", "before my birthday")
    kept = look(field_of("deadline"), draft, around)
    assert kept.problem == "" and str(kept.note).endswith("by which day would that be?")
    draft.put("deadline", "sometime")
    assert look(field_of("deadline"), draft, around).problem


def test_a_day_gone_by_is_spoken_of_once_and_not_as_one_before_a_start_nobody_set() -> None:
    draft = Draft("international", "en", TODAY)
    around = Around(words("en"), TODAY)
    draft.put("deadline", "1 March 2025")
    shown = look(field_of("deadline"), draft, around)
    assert (shown.problem, shown.echo) == ("", "Sat 1 March 2025, 320 days ago")
    draft.put("start", "1 February 2026")
    assert look(field_of("deadline"), draft, around).problem == "The deadline has to lie after the start."


def test_the_text_stands_where_it_stood_when_an_example_comes() -> None:
    without, beside = (under(Advice((SHORT,), said), LABELS, 76, 3)[0].plain for said in ("", "Walk"))
    assert without == beside


def test_the_card_says_once_what_a_letter_lacks() -> None:
    named = remarked_of(goal("Be a better friend"), (VAGUE, NUMBER, DATE), words("en"))
    assert named == {Slot.SPECIFIC: "no result named"}


@pytest.mark.parametrize("width", [36, 56, 76])
@pytest.mark.parametrize("notes", [(SHORT,), (SHORT, LEADING, LONG), (LONG, SHORT), (LONG, LONG, LONG)])
def test_rows_under_a_form_are_few_and_fit(notes: tuple[Note, ...], width: int) -> None:
    for most in (1, 2, 3):
        rows = under(Advice(notes, "Walk for 30 minutes 4 times a week until May"), LABELS, width, most)
        assert 1 <= len(rows) <= most
        assert all(row.cell_length <= width for row in rows)


def test_the_key_stands_beside_the_first_remark_that_leads_elsewhere_and_each_names_its_question() -> None:
    rows = [row.plain for row in under(Advice((SHORT, LEADING), "Walk 4 times a week"), LABELS, 76, 3)]
    assert [row.split()[0] for row in rows] == ["◦", "F5", "e.g."]
    assert rows[0].endswith("  What") and rows[1].endswith("  What kind")
    assert next(row.plain for row in column(Advice((SHORT, LEADING)), LABELS, 40)) == "What"
    assert "F5  What kind" in [row.plain for row in column(Advice((SHORT, LEADING)), LABELS, 40)]


def test_a_remark_is_shown_wholly_or_not_at_all_once_one_stands_there() -> None:
    rows = under(Advice((SHORT, LONG)), LABELS, 50, 3)
    assert not any("No date yet" in row.plain for row in rows)
