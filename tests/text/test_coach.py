"""What the coach says: one plain sentence for each remark, and a better goal of the same kind."""

from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from smart_tui.coach.remarks import remarks, sentence
from smart_tui.domain.goal import Kind
from smart_tui.domain.remark import SLOTS, Remark, RemarkCode, Vague
from smart_tui.i18n import LANGUAGES, words
from smart_tui.text.coach import EXAMPLES, SHARED_EXAMPLES, example, example_beside, remark_label, remark_sentence

TODAY = date(2026, 1, 15)
ROOM = 75
D = Decimal
C = RemarkCode


def remark(
    code: RemarkCode,
    field: str = "specific.what",
    days: tuple[date, ...] = (),
    numbers: tuple[Decimal, ...] = (),
    words: tuple[str, ...] = (),
    vague: Vague | None = None,
) -> Remark:
    return Remark(code, field, SLOTS[code], days, numbers, words, vague)


SAID = [
    (remark(C.NO_RESULT), "No result is named yet: what will be there once it is reached?"),
    (remark(C.NO_RESULT, numbers=(D(20),)), "20% of what? The sentence does not say what is to change."),
    (
        remark(C.NO_RESULT, words=("Improve",), vague=Vague.BETTER),
        "“Improve” leaves open what will be different afterwards.",
    ),
    (remark(C.NO_RESULT, words=("less",), vague=Vague.LESS), "“less” gives a direction, but not how far it goes."),
    (
        remark(C.NO_RESULT, words=("learn",), vague=Vague.SKILL),
        "“learn” has no end of its own: what will be possible once it is reached?",
    ),
    (
        remark(C.NO_RESULT, words=("calm",), vague=Vague.STATE),
        "“calm” is hard to see from outside: what will be different then?",
    ),
    (remark(C.TWO_GOALS), "This holds more than one goal; each is easier to follow by itself."),
    (
        remark(C.TWO_GOALS, words=("Paint", "build")),
        "“Paint” and “build”: two goals, easier to follow apart.",
    ),
    (remark(C.NO_NUMBER, "kind"), "No number yet: what will show that it is reached?"),
    (remark(C.NO_NUMBER, "target"), "The measure has no target yet, so nothing can be judged by it."),
    (remark(C.NO_UNIT, numbers=(D(35000),)), "35,000 of what? The number has no unit yet."),
    (
        remark(C.PERCENT_POINTS, numbers=(D(3),)),
        "3% of what it is now, or 3 percentage points? The two differ.",
    ),
    (
        remark(C.PERCENT_POINTS, numbers=(D(1),)),
        "1% of what it is now, or 1 percentage point? The two differ.",
    ),
    (
        remark(C.PERCENT_POINTS, numbers=(D(5), D(8))),
        "From 5% to 8% is +3 percentage points, or +60% of what it is now.",
    ),
    (
        remark(C.PERCENT_POINTS, numbers=(D(8), D("7.5"))),
        "From 8% to 7.5% is −0.5 percentage points, or −6.3% of what it is now.",
    ),
    (
        remark(C.NO_BASELINE, numbers=(D(20),), words=("%",)),
        "The figure that +20% starts from is missing; it takes one to judge by.",
    ),
    (
        remark(C.NO_BASELINE, numbers=(D(-9),), words=("kilos",)),
        "The figure that −9 kilos starts from is missing; it takes one to judge by.",
    ),
    (remark(C.NO_BASELINE), "Where it stands today is not said; the way to the target begins there."),
    (
        remark(C.CADENCE_OR_TOTAL, numbers=(D(20),), words=("minutes",)),
        "20 minutes: once, in all or again and again? Each counts in another way.",
    ),
    (remark(C.CADENCE_OR_TOTAL, words=("a week",)), "“a week” is a rhythm, while the measure adds up one sum."),
    (
        remark(C.YEARLY_SHORT, numbers=(D(2), D(59))),
        "The figure is one for a whole year, and there are 2 months for it: is it meant so?",
    ),
    (
        remark(C.NEXT_QUARTER, days=(date(2026, 4, 15), date(2026, 6, 30)), words=("in the next quarter",)),
        "“in the next quarter” ends on 15 April 2026 or on 30 June 2026.",
    ),
    (
        remark(C.NEXT_QUARTER, days=(date(2026, 12, 31), TODAY, date(2027, 12, 31)), words=("next year",)),
        "“next year” ends between 31 December 2026 and 31 December 2027.",
    ),
    (remark(C.NO_DATE, "deadline"), "No date yet; without one nothing tells whether it is late."),
    (remark(C.NO_DATE, "review_on"), "It goes on without an end; a day to look at it again keeps it in sight."),
    (
        remark(C.NO_DATE, words=("before the baby comes",)),
        "“before the baby comes” is kept as it is; by which day would that be?",
    ),
    (remark(C.PAST_DATE, days=(date(2009, 4, 15),)), "Wed 15 April 2009 lies in the past; is another day meant?"),
    (remark(C.NO_RELEVANCE), "Nothing says yet why it matters; that carries one through a bad week."),
    (remark(C.NO_ACCEPTANCE), "Nothing says yet how ready you are to see it through."),
    (remark(C.NO_FIRST_STEP), "No first step yet; something small today makes a beginning."),
    (
        remark(C.NO_WHAT_COUNTS, words=("meetings",)),
        "What counts for “meetings” is still open; a line on it helps when in doubt.",
    ),
    (remark(C.NO_WHAT_COUNTS), "What counts as one time is still open; a line on it helps when in doubt."),
]


@pytest.mark.parametrize(("told", "said"), SAID, ids=[said for _, said in SAID])
def test_a_remark_is_one_plain_sentence(told: Remark, said: str) -> None:
    assert remark_sentence(told, words("en")) == said
    assert len(said) <= ROOM or told.code is C.YEARLY_SHORT
    assert "!" not in said


def test_each_code_is_said_and_has_a_short_name() -> None:
    assert {told.code for told, _ in SAID} == {*RemarkCode}
    names = {remark_label(code, words("en")) for code in RemarkCode}
    assert len(names) == len(RemarkCode)
    assert all(0 < len(name) <= 40 for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_remark_fills_every_gap_of_its_sentence(lang: str) -> None:
    for told, _ in SAID:
        said = remark_sentence(told, words(lang))
        assert [name for _, name, _, _ in Formatter().parse(said) if name] == []


def test_a_person_s_words_are_shown_as_they_are() -> None:
    told = remark(C.NO_RESULT, words=("[/]{0}%s" + "x" * 60,), vague=Vague.MORE)
    said = remark_sentence(told, words("en"))
    assert said.startswith("“[/]{0}%sxxx")
    assert "…" in said


def test_a_unit_that_is_short_for_a_word_brings_one_full_stop() -> None:
    told = remark(C.NO_WHAT_COUNTS, words=("tk.",))
    assert ".." not in remark_sentence(told, words("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_holds_what_the_weak_sentence_lacks(lang: str) -> None:
    for source in (*EXAMPLES.values(), *SHARED_EXAMPLES.values()):
        better = words(lang).gettext(source)
        read_in = "en" if better == source else lang
        found = {told.code for told in remarks(sentence(better, read_in, TODAY), TODAY) if told.lack}
        assert not found - {C.NO_WHAT_COUNTS}, better


def test_the_example_is_of_the_kind_the_goal_is() -> None:
    english = words("en")
    assert example(Kind.QUOTA, Vague.BETTER, english) == EXAMPLES[Kind.QUOTA]
    assert example(None, Vague.SKILL, english) == EXAMPLES[Vague.SKILL]
    assert example(None, Vague.SKILL, english, shared=True) == SHARED_EXAMPLES[Vague.SKILL]
    assert example(None, Vague.LESS, english, shared=True) == SHARED_EXAMPLES[Vague.LESS]
    assert example(None, None, english) == EXAMPLES[Kind.TOTAL]
    assert {*EXAMPLES} == {*Kind, *Vague}
    assert {*SHARED_EXAMPLES} == {*Vague}


def test_only_a_weak_sentence_has_an_example_beside_it() -> None:
    english = words("en")
    for text, better in (
        ("Eat less sugar", EXAMPLES[Vague.LESS]),
        ("Improve our service", SHARED_EXAMPLES[Vague.BETTER]),
        ("We shall get better at following up our customers", SHARED_EXAMPLES[Vague.SKILL]),
        ("Sell 40 paintings", ""),
    ):
        assert example_beside(remarks(sentence(text, "en", TODAY), TODAY), None, english) == better
