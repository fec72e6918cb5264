"""The chips of a goal sentence: what is offered while one types, and what taking one does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.i18n import words
from smart_tui.text.statement import statement
from smart_tui.tui.around import Around
from smart_tui.tui.draft import Draft
from smart_tui.tui.offers import offers
from smart_tui.tui.sentencechips import sentence_offers
from smart_tui.tui.titlewords import take_apart
from smart_tui.tui.written import TITLE_FIELD
from tests.tui.writing import TODAY


def drafted(text: str, language: str = "en", **texts: str) -> Draft:
    """A draft with a sentence, and what else stands in it."""
    draft = Draft("international", language, TODAY)
    draft.texts = {TITLE_FIELD: text, **texts}
    return draft


def labels(draft: Draft, field: str = TITLE_FIELD) -> list[str]:
    return [offer.label for offer in offers(field, draft, Around(words(draft.language), TODAY))]


def take(draft: Draft, label: str) -> None:
    """Take the chip that begins so."""
    around = Around(words(draft.language), TODAY)
    (offer, *_) = [each for each in offers(TITLE_FIELD, draft, around) if each.label.startswith(label)]
    for field, text in offer.puts.items():
        draft.put(field, text)
    draft.left = offer.left or draft.left


def said(draft: Draft) -> str:
    return statement(draft.goal(), TODAY, words(draft.language))


@pytest.mark.parametrize(
    ("language", "sentence", "offered"),
    [
        ("en", "Read 24 books by 31 December", ["total: 24 books", "Thu 31 December 2026, in 350 days"]),
        ("en", "Raise sales by 12 % this year", ["level: +12%", "Thu 31 December 2026, in 350 days"]),
        (
            "en",
            "Meet 3 customers a week in 2026",
            ["quota: at least 3 customers", "a week", "Thu 1 January 2026 to Thu 31 December 2026"],
        ),
        ("en", "Save 300 a month", ["quota: at least 300", "a month"]),
        ("en", "Bake bread every Sunday", ["quota: at least once", "a week on Sundays"]),
        ("en", "Read 6 books by June", ["total: 6 books", "Tue 30 June 2026", "Mon 1 June 2026"]),
        (
            "en",
            "Cut the queue from 40 to 25 minutes by May 3",
            ["level: from 40 minutes", "25 minutes", "Sun 3 May 2026, in 108 days"],
        ),
        ("en", "Do yoga on Mondays and Thursdays", ["quota: at least 2 times", "a week on Mondays and Thursdays"]),
        ("en", "Grow sales from 3 to 4 MSEK", ["level: from 3 MSEK", "4 MSEK"]),
        ("en", "Read 1.500 pages", ["total: 1.5 pages", "total: 1,500 pages"]),
        ("en", "Get fitter this year", ["Thu 31 December 2026, in 350 days"]),
        ("en", "Launch the shop by 1 June", ["milestones", "Mon 1 June 2026, in 137 days"]),
        ("en", "Cut my sugar by a third", ["level: −33.3%"]),
        ("en", "Raise sales by 2.25 %", ["level: +2.25%"]),
        (
            "en",
            "Run 5 km a week for the rest of the year",
            ["quota: at least 5 km", "a week", "Thu 15 January 2026 to Thu 31 December 2026"],
        ),
        (
            "en",
            "Swim 40 lengths every Tuesday and Thursday",
            ["quota: at least 40 lengths", "a day on Tuesdays and Thursdays"],
        ),
        ("en", "Read 10 pages every weekday", ["quota: at least 10 pages", "a day on weekdays"]),
        ("en", "Run every other day", []),
        ("en", "Run 5 km every other day by 1 May", ["5 km", "Fri 1 May 2026, in 106 days"]),
        ("da", "Løbe hver anden dag", []),
        ("sv", "Springa varannan dag", []),
        ("en", "Pulse between 50 and 60", ["keep within: between 50 and 60"]),
    ],
)
def test_each_thing_that_was_read_is_a_chip_and_the_first_names_the_kind(
    language: str, sentence: str, offered: list[str]
) -> None:
    assert labels(drafted(sentence, language)) == offered


def test_a_day_said_by_a_month_is_no_day_to_begin_on() -> None:
    assert all(
        "start" not in offer.puts
        for offer in sentence_offers(drafted("Read 6 books by June"), Around(words("en"), TODAY))
    )


def test_a_sentence_is_read_in_its_own_language_and_filled_in_in_the_apps() -> None:
    draft = drafted("Tabe 8,5 kg fra 90,5 til 82 kg inden 1. juni")
    assert labels(draft)[:2] == ["level: from 90.5 kg", "82 kg"]
    take(draft, "level: from")
    assert draft.text("baseline") == "90.5"


def test_chips_take_their_words_out_of_the_title_and_the_sentence_stays_below_it() -> None:
    draft = drafted("Increase visits to our site by 20 % by 15 July\nThe shop lives on them")
    take(draft, "level: +20%")
    take(draft, "Wed 15 July")
    assert draft.text(TITLE_FIELD).splitlines() == [
        "Increase visits to our site",
        "Increase visits to our site by 20 % by 15 July",
        "The shop lives on them",
    ]
    assert said(draft) == "Increase visits to our site by 20% by Wed 15 July 2026."


def test_what_one_chip_took_is_not_read_anew_in_what_is_left() -> None:
    """Alone, the 5 km that are left would be a distance to add up."""
    draft = drafted("Run 5 km in 25 minutes before summer")
    take(draft, "level: 25 minutes")
    assert draft.text(TITLE_FIELD).splitlines()[0] == "Run 5 km before summer"
    assert labels(draft) == ["Mon 1 June 2026", "Mon 31 August 2026"]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        ({"kind": "total", "target": "12", "unit": "books"}, ["Thu 31 December 2026, in 350 days"]),
        ({"deadline": "1 May"}, ["total: 24 books"]),
        ({"ending": "open"}, ["total: 24 books"]),
        ({"start": "1 February", "duration": "3 months"}, ["total: 24 books"]),
        ({"kind": "milestones"}, ["Thu 31 December 2026, in 350 days"]),
    ],
)
def test_nothing_is_offered_for_what_was_typed_or_taken_already(texts: dict[str, str], left: list[str]) -> None:
    assert labels(drafted("Read 24 books by 31 December", **texts)) == left


def test_a_number_brings_no_unit_over_the_one_that_was_typed() -> None:
    draft = drafted("Read 24 books", unit="novels")
    take(draft, "total: 24 novels")
    assert (draft.text("unit"), draft.text("target")) == ("novels", "24")


def test_where_a_drop_begins_is_asked_and_where_it_ends_offered_only_then() -> None:
    draft = drafted("Lose 9 kg by 1 June")
    assert labels(draft) == ["level", "counted in kg", "Mon 1 June 2026, in 137 days"]
    take(draft, "level")
    assert draft.text("baseline") == "" == draft.text("target")
    draft.put("baseline", "90")
    assert labels(draft, "target") == ["81 kg"]


def test_what_is_typed_on_behind_the_title_is_read_with_what_chips_took() -> None:
    draft = drafted("Read 24 books")
    take(draft, "total")
    first, *below = draft.text(TITLE_FIELD).splitlines()
    draft.put(TITLE_FIELD, "\n".join([f"{first} by 1 June", *below]))
    take(draft, "Mon 1 June")
    assert draft.text(TITLE_FIELD).splitlines() == ["Read books", "Read 24 books by 1 June"]


def test_a_sentence_typed_anew_takes_the_place_of_the_one_that_was_kept() -> None:
    draft = drafted("Read 24 books by 1 June")
    take(draft, "total")
    draft.put(TITLE_FIELD, "Run to Rome by 1 July\nRead 24 books by 1 June")
    take(draft, "Wed 1 July")
    assert draft.text(TITLE_FIELD).splitlines() == ["Run to Rome", "Run to Rome by 1 July"]
    assert draft.text("target") == "24"


def test_a_draft_opened_again_goes_on_from_the_sentence_that_stands_below() -> None:
    typed = take_apart("Run 5 km before summer\nFor Bo\nRun 5 km in 25 minutes before summer")
    assert typed.sentence == "Run 5 km in 25 minutes before summer"
    assert [typed.sentence[start:end] for start, end in typed.gone] == ["in 25 minutes"]
    assert typed.below == ("For Bo",)


def test_a_chip_that_would_leave_no_word_of_the_title_leaves_the_title() -> None:
    draft = drafted("10 km")
    take(draft, "total: 10 km")
    assert draft.text(TITLE_FIELD) == "10 km"


def test_an_end_without_a_day_is_kept_as_words_and_asked() -> None:
    draft = drafted("Finish the nursery before the baby comes")
    take(draft, "before the baby comes")
    assert draft.text("deadline") == "before the baby comes"
    assert draft.title == "Finish the nursery before the baby comes"
    assert draft.snapshot().answers["raw.deadline"] == "before the baby comes"


@pytest.mark.parametrize(
    ("language", "sentence", "title", "told"),
    [
        ("en", "Pay off $5,000 of debt", "Pay off debt", "Pay off debt: $5,000."),
        ("da", "Afdrage 5.000 kr af gælden", "Afdrage gælden", "Afdrage gælden: 5.000 kr."),
        ("sv", "Amortera 5 000 kr av skulden", "Amortera skulden", "Amortera skulden: 5 000 kr."),
        ("en", "Save 20% of my pay a month", "Save 20% of my pay", "Save 20% of my pay a month."),
        ("da", "Spare 20 % af min løn om måneden", "Spare 20 % af min løn", "Spare 20 % af min løn om måneden."),
        ("sv", "Spara 20 % av lönen i månaden", "Spara 20 % av lönen", "Spara 20 % av lönen i månaden."),
    ],
)
def test_a_title_without_its_amount_keeps_what_it_is_a_part_of(
    language: str, sentence: str, title: str, told: str
) -> None:
    draft = drafted(sentence, language)
    while found := labels(draft):
        take(draft, found[0])
    assert (draft.title, said(draft).replace("\xa0", " ")) == (title, told)


def test_what_was_not_taken_in_the_title_is_offered_where_it_belongs() -> None:
    draft = drafted("Meet 3 customers a week until 31 March", kind="quota", direction="at_least")
    assert labels(draft, "target") == ["at least 3 customers"]
    assert labels(draft, "period") == ["a week"]
    assert labels(draft, "deadline") == ["Tue 31 March 2026, in 75 days"]


# While one types.


def offered(draft: Draft, text: str, standing: frozenset[str]) -> list[str]:
    return [offer.label for offer in sentence_offers(draft, Around(words("en"), TODAY), text, standing)]


def test_what_may_grow_with_the_next_word_waits_for_it_unless_it_stands_already() -> None:
    draft = drafted("8 customer meetings")
    assert offered(draft, "8 customer ", frozenset()) == []
    assert offered(draft, "8 customer meetings with ", frozenset()) == ["total: 8 customer meetings"]
    assert offered(draft, "Double ", frozenset()) == []
    assert offered(draft, "Double our sales ", frozenset()) == ["level: +100%"]
    assert offered(draft, "Meditate every day for ", frozenset()) == ["quota: at least once", "a day"]
    assert offered(draft, "Launch the shop ", frozenset()) == []
    assert offered(draft, "8 customer meetings a week ", frozenset({"target"})) == [
        "quota: at least 8 customer meetings"
    ]


PIECES = [
    "Read",
    "24",
    "books",
    "from",
    "3",
    "to",
    "10 000",
    "20 %",
    "by",
    "1 June",
    "until the end",
    "a week",
    "between 5 and 6",
]
PIECES += [
    "within the next year",
    "before the baby comes",
    "on Mondays",
    "double",
    "\n",
    "MSEK",
    "i løbet af",
    "halvera",
    "+5 %",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=7), st.booleans(), st.sampled_from(["", "quota", "level", "milestones"])
)
def test_any_sentence_can_be_typed_and_its_chips_taken_until_there_are_none(
    pieces: list[str], typing: bool, kind: str
) -> None:
    draft = drafted(" ".join(pieces), kind=kind)
    around = Around(words("en"), TODAY)
    for end in range(len(pieces)):
        sentence_offers(draft, around, " ".join(pieces[: end + 1]) + " ", frozenset() if typing else None)
    for _ in range(12):
        found = sentence_offers(draft, around)
        if not found:
            break
        before = {field: text for field, text in draft.texts.items() if text and field != TITLE_FIELD}
        take(draft, found[0].label)
        assert all(draft.text(field) == text for field, text in before.items())
    assert not sentence_offers(draft, around)
