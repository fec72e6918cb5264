"""What the coach remarks on the number and the time of a goal."""

from datetime import date

from smart_tui.coach.remarks import remarks, sentence
from smart_tui.domain.goal import Kind, Measure, Period, Reading
from tests.coach.remarked import LEVEL, QUOTA, RELATIVE, SUMMER, TODAY, TOTAL, C, D, codes, goal, of, only, said_of


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
    for measure in (
        scored,
        daily,
        LEVEL._replace(unit=""),
        RELATIVE._replace(unit=""),
        Measure(Kind.MILESTONES, TODAY),
    ):
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
