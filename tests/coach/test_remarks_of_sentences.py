"""What the coach remarks on a sentence alone, in three languages."""

import pytest

from smart_tui.coach.remarks import remarks, sentence
from smart_tui.domain.remark import Vague
from tests.coach.remarked import TODAY, C, D, only, said_of

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
    ("en", "Sleep more and worry less", ("Sleep more", "worry less")),
    ("sv", "Äta hälsosammare och träna mer", ("Äta hälsosammare", "träna mer")),
    ("en", "Sell 1 200 tickets and save 10 % of pay", ("Sell 1 200 tickets", "save 10 % …")),
    ("en", "Lose 6 kg and quit smoking", ("Lose 6 kg", "quit smoking")),
    ("da", "Tabe 6 kg og holde op med at ryge", ("Tabe 6 kg", "holde op med at ryge")),
    ("sv", "Gå ner 6 kg och sluta röka", ("Gå ner 6 kg", "sluta röka")),
    ("en", "Become a better leader and run a marathon", ("Become a better leader", "run a marathon")),
    ("da", "Blive en bedre leder og løbe et maraton", ("Blive en bedre leder", "løbe et maraton")),
    ("sv", "Bli en bättre ledare och springa ett maraton", ("Bli en bättre ledare", "springa ett maraton")),
    ("en", "Publish the old diaries and train the young dog", ("Publish the old diaries", "train the young dog")),
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
    ("en", "Quit sugar and lose 5 kg by June"),
    ("en", "Become a better runner and run a marathon"),
    ("da", "Droppe sukker og tabe 5 kg"),
    ("sv", "Sluta snusa och spara 3000 kr"),
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
