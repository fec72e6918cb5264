"""A goal sentence gives up its measure and its date, and keeps a clean title."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Direction, Kind, Period
from smart_tui.reading.dates import DateReading
from smart_tui.reading.goals import GoalReading, read_goal, without

TODAY = date(2026, 1, 15)


def read(text: str, lang: str = "en") -> GoalReading:
    return read_goal(text, lang, TODAY)


def deadline(reading: GoalReading) -> str:
    return reading.deadline.date.isoformat() if reading.deadline else ""


@pytest.mark.parametrize(
    ("lang", "text", "kind", "target", "unit", "by"),
    [
        ("en", "Read 24 books by 31 December", Kind.TOTAL, "24", "books", "2026-12-31"),
        ("en", "Save $5,000 by Christmas", Kind.TOTAL, "5000", "$", "2026-12-24"),
        ("en", "Earn 35K in 2027", Kind.TOTAL, "35000", "", "2027-12-31"),
        ("en", "Run 10 km in under 50 minutes by September", Kind.LEVEL, "50", "minutes", "2026-09-30"),
        ("da", "Læse 24 bøger inden 31. december", Kind.TOTAL, "24", "bøger", "2026-12-31"),
        ("da", "Spare 50.000 kr. op inden årets udgang", Kind.TOTAL, "50000", "kr", "2026-12-31"),
        ("da", "Komme ned på 78 kg til sommer", Kind.LEVEL, "78", "kg", "2026-08-31"),
        ("sv", "Läsa 24 böcker till den 31 december", Kind.TOTAL, "24", "böcker", "2026-12-31"),
        ("sv", "Spara 50 000 kr före årets slut", Kind.TOTAL, "50000", "kr", "2026-12-31"),
        ("sv", "Springa milen under 50 minuter", Kind.LEVEL, "50", "minuter", ""),
        ("en", "Hold 3 tastings by Christmas", Kind.TOTAL, "3", "tastings", "2026-12-24"),
        ("da", "Holde otte foredrag inden jul", Kind.TOTAL, "8", "foredrag", "2026-12-24"),
        ("sv", "Hålla 80 kg", Kind.LEVEL, "80", "kg", ""),
    ],
)
def test_sums_and_levels(lang: str, text: str, kind: Kind, target: str, unit: str, by: str) -> None:
    reading = read(text, lang)
    assert (reading.kind, reading.target, reading.unit, deadline(reading)) == (kind, Decimal(target), unit, by)


@pytest.mark.parametrize(
    ("lang", "text", "target", "period", "direction"),
    [
        ("en", "Hold at least 8 client meetings a week", 8, Period.WEEK, Direction.AT_LEAST),
        ("en", "At most 2 coffees a day", 2, Period.DAY, Direction.AT_MOST),
        ("en", "Go to the gym three times a week", 3, Period.WEEK, Direction.AT_LEAST),
        ("en", "Swim 1 km 2 times a week", 2, Period.WEEK, Direction.AT_LEAST),
        ("en", "Practise piano on Mondays and Thursdays", 2, Period.WEEK, Direction.AT_LEAST),
        ("en", "Call mum once a month", 1, Period.MONTH, Direction.AT_LEAST),
        ("en", "Meditate daily", 1, Period.DAY, Direction.AT_LEAST),
        ("da", "Løbe 3 gange om ugen", 3, Period.WEEK, Direction.AT_LEAST),
        ("da", "Højst 2 sodavand om dagen", 2, Period.DAY, Direction.AT_MOST),
        ("da", "Gå 10.000 skridt hver dag", 10_000, Period.DAY, Direction.AT_LEAST),
        ("sv", "Träna tre gånger i veckan", 3, Period.WEEK, Direction.AT_LEAST),
        ("sv", "Ringa mamma varje söndag", 1, Period.WEEK, Direction.AT_LEAST),
        ("sv", "70 000 steg i veckan", 70_000, Period.WEEK, Direction.AT_LEAST),
    ],
)
def test_so_much_in_every_period(lang: str, text: str, target: int, period: Period, direction: Direction) -> None:
    reading = read(text, lang)
    assert (reading.kind, reading.target) == (Kind.QUOTA, Decimal(target))
    assert (reading.period, reading.direction) == (period, direction)


@pytest.mark.parametrize(
    ("lang", "text", "change"),
    [
        ("en", "Increase visits to our site by 20 % within 6 months", "20"),
        ("en", "20 % more visitors within 6 months", "20"),
        ("en", "Cut costs by a third next year", "-33.333333"),
        ("en", "Double our revenue within two years", "100"),
        ("da", "Øge besøgstallet med 20 % inden for 6 måneder", "20"),
        ("da", "Sænke forbruget med en fjerdedel", "-25"),
        ("sv", "Minska svinnet med tolv procent", "-12"),
        ("sv", "Fördubbla omsättningen till 2027", "100"),
    ],
)
def test_a_change_in_percent_is_signed_and_no_level(lang: str, text: str, change: str) -> None:
    reading = read(text, lang)
    assert (reading.kind, reading.target, reading.change_percent) == (Kind.LEVEL, None, Decimal(change))


@pytest.mark.parametrize(
    ("lang", "text", "baseline", "target"),
    [
        ("en", "Raise the conversion rate from 5 % to 8 % within three months", "5", "8"),
        ("en", "Get my weight down from 84 to 78 kg", "84", "78"),
        ("da", "Hæve kundetilfredsheden fra 3,8 til 4,3", "3.8", "4.3"),
        ("sv", "Höja nöjdheten från 3,8 till 4,3 senast i mars", "3.8", "4.3"),
    ],
)
def test_from_one_value_to_another_is_a_level_with_a_baseline(lang: str, text: str, baseline: str, target: str) -> None:
    reading = read(text, lang)
    assert reading.kind is Kind.LEVEL
    assert (reading.baseline, reading.target) == (Decimal(baseline), Decimal(target))
    assert reading.change_percent is None


def test_by_how_much_without_a_baseline_is_a_difference() -> None:
    assert read("Lose 6 kg by 1 June").difference == -6
    assert read("Gå ner 6 kg till sommaren", "sv").difference == -6


def test_percentage_points_are_never_percent() -> None:
    reading = read("Increase satisfaction by 3 percentage points")
    assert (reading.change_percent, reading.difference) == (None, Decimal(3))


def test_a_range_to_keep_within() -> None:
    reading = read("Keep my resting pulse between 50 and 60")
    assert (reading.kind, reading.low, reading.high) == (Kind.WITHIN, Decimal(50), Decimal(60))


def test_something_done_once_is_milestones() -> None:
    reading = read("Launch the new shop before 1 May")
    assert (reading.kind, deadline(reading)) == (Kind.MILESTONES, "2026-05-01")


def test_a_total_with_a_cadence_that_explains_it_stays_a_total() -> None:
    reading = read("Visit 52 churches this year, one every week")
    assert (reading.kind, reading.target, reading.period) == (Kind.TOTAL, Decimal(52), None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Be happier"),
        ("en", "Send the weekly report"),
        ("en", "Read chapter 7"),
        ("da", "Blive gladere"),
        ("sv", "Må bättre"),
        ("en", ""),
    ],
)
def test_nothing_is_guessed(lang: str, text: str) -> None:
    reading = read(text, lang)
    assert reading.target is None
    assert reading.deadline is None
    assert reading.title == text


def test_an_ambiguous_number_is_handed_on() -> None:
    reading = read("Reach 1.500 subscribers")
    assert (reading.target, reading.ambiguous) == (Decimal("1.5"), (Decimal(1500),))


def test_thousands_with_a_dot_are_not_taken_for_ones() -> None:
    reading = read("Reach 1.000 subscribers")
    assert (reading.target, reading.ambiguous) == (Decimal(1000), (Decimal(1),))


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "Increase visits to our site by 20 % within 6 months", "Increase visits to our site"),
        ("en", "20 % more visitors within 6 months", "More visitors"),
        ("en", "By 31 May, write 3 songs.", "Write songs"),
        ("en", "Go to the gym three times a week", "Go to the gym"),
        ("da", "Øge besøgstallet med 20 % inden for 6 måneder", "Øge besøgstallet"),
        ("da", "Hæve tilfredsheden fra 3,8 til 4,3 inden udgangen af marts", "Hæve tilfredsheden"),
        ("sv", "Träna tre gånger i veckan", "Träna"),
        ("sv", "Sänka elförbrukningen med en fjärdedel under året", "Sänka elförbrukningen"),
    ],
)
def test_with_everything_taken_the_title_is_clean(lang: str, text: str, title: str) -> None:
    assert read(text, lang).title == title


def test_only_what_was_accepted_leaves_the_title() -> None:
    text = "Read 24 books by 31 December"
    chips = {chip.field: chip for chip in read(text).chips}
    date_chip = chips["deadline"]
    assert isinstance(date_chip.value, DateReading)
    assert without(text, [(date_chip.start, date_chip.end)]) == "Read 24 books"
    assert without(text, [(c.start, c.end) for c in chips.values()]) == "Read books"
    assert without(text, []) == text


def test_chips_point_at_their_words() -> None:
    text = "Raise the rate from 5 % to 8 % by June"
    places = {chip.field: text[chip.start : chip.end] for chip in read(text).chips}
    assert places["baseline"] == "from 5 %"
    assert places["target"] == "to 8 %"
    assert places["deadline"] == "by June"


def test_a_decimal_behind_by_is_no_date() -> None:
    reading = read("Reduce my weight by 2.5 kg")
    assert (reading.difference, reading.deadline) == (Decimal("-2.5"), None)


def test_names_with_numbers_in_them_are_not_counted() -> None:
    for text in ("Run a half marathon in May", "Pass the B2 exam", "Run my first 10K", "Finish chapter 7 of the book"):
        assert read(text).target is None, text


def test_half_an_hour_is_an_amount() -> None:
    reading = read("Read for half an hour every day")
    assert (reading.target, reading.unit, reading.title) == (Decimal("0.5"), "hour", "Read")


def test_both_ends_share_the_word_for_millions() -> None:
    reading = read("Öka omsättningen från 2 till 3 miljoner kr", "sv")
    assert (reading.baseline, reading.target) == (Decimal(2_000_000), Decimal(3_000_000))


def test_not_doing_something_is_not_counted_as_doing_it() -> None:
    assert read("No alcohol on weekdays").kind is None


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "Swim every Tuesday and Thursday", "Swim"),
        ("da", "Svømme hver tirsdag og torsdag", "Svømme"),
        ("sv", "Simma varje tisdag och torsdag", "Simma"),
    ],
)
def test_every_weekday_of_a_list_is_taken(lang: str, text: str, title: str) -> None:
    reading = read(text, lang)
    assert reading.title == title
    assert [chip.value for chip in reading.chips if chip.field == "weekdays"] == [0b0001010]


def test_what_links_a_unit_to_its_noun_leaves_with_it() -> None:
    assert read("Drink 2 litres of water every day").title == "Drink water"
    assert read("Pay off $12,000 of debt by June").title == "Pay off debt"


@pytest.mark.parametrize(
    ("lang", "text", "title", "change"),
    [
        ("en", "Yearly revenue +10 % within the next year", "Yearly revenue", 10),
        ("da", "E-mail-abonnenter +15 % i næste kvartal", "E-mail-abonnenter", 15),
        ("sv", "Kostnaderna −5 % före juni", "Kostnaderna", -5),
    ],
)
def test_a_percentage_with_a_sign_is_a_change_and_takes_its_sign_along(
    lang: str, text: str, title: str, change: int
) -> None:
    read = read_goal(text, lang, date(2026, 1, 15))
    assert (read.title, read.target, read.change_percent) == (title, None, Decimal(change))


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "Run 5 km in 25 minutes", "Run 5 km"),
        ("en", "Read a book of 200 pages", "Read a book of 200 pages"),
        ("en", "Save 5,000 dollars by Christmas", "Save"),
        ("en", "Raise £1.2m for the roof by June", "Raise for the roof"),
        ("en", "Bring my 10K down from 54:15 to 49:30 this year", "Bring my 10K down"),
        ("en", "Write 3 to 4 posts per week", "Write posts"),
        ("en", "Cycle to work at least 3 out of 5 days a week", "Cycle to work"),
        ("en", "Half of all meals vegetarian", "Half of all meals vegetarian"),
        ("en", "Sell 20 or more cakes", "Sell cakes"),
        ("da", "Spare 12.500 kr. op til cyklen", "Spare op til cyklen"),
        ("da", "Indsamle kr. 75.000 til den nye hal", "Indsamle til den nye hal"),
        ("da", "Ventetiden må højst være 10 minutter", "Ventetiden"),
        ("sv", "Springa 100 mil under 2026", "Springa"),
        ("sv", "Tjäna 40 000:- på butiken", "Tjäna på butiken"),
        ("sv", "Cykla till jobbet på en halv timme", "Cykla till jobbet"),
    ],
)
def test_the_title_keeps_what_belongs_to_the_thing_and_loses_what_became_its_measure(
    lang: str, text: str, title: str
) -> None:
    assert read(text, lang).title == title


@pytest.mark.parametrize(
    ("lang", "text", "baseline"),
    [("en", "Cut the waste from 6 %", 6), ("da", "Sænke spildet fra 6", 6), ("sv", "Höja betyget från 3,8", "3.8")],
)
def test_a_change_that_only_says_where_it_begins_has_no_target(lang: str, text: str, baseline: int | str) -> None:
    reading = read(text, lang)
    assert (reading.kind, reading.baseline) == (Kind.LEVEL, Decimal(baseline))
    assert (reading.target, reading.change_percent, reading.difference) == (None, None, None)


def test_a_period_in_front_of_what_is_raised_by_a_number_is_no_quota() -> None:
    assert read("Raise yearly").kind is None
    assert read("Raise yearly revenue by 10").period is None
    assert read("Halvera svinnet på två", "sv").change_percent == -50


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "Save 200 kWh a month", "kWh"),
        ("en", "Read 5 books by June", "books"),
        ("en", "Go from 3 days to 1 day a week without exercise", "days"),
        ("da", "Spare 200 kWh om måneden", "kWh"),
        ("da", "Få halvanden times træning om dagen", "timer"),
        ("da", "1 times læsning hver dag", "time"),
        ("da", "30 minutters guitar om dagen", "minutter"),
        ("da", "Gå fra 3 dage til 1 dag om ugen med rygning", "dage"),
        ("sv", "Spara 200 kWh i månaden", "kWh"),
        ("sv", "2 timmars träning i veckan", "timmar"),
        ("sv", "Gå från 3 dagar till 1 dag i veckan med rökning", "dagar"),
    ],
)
def test_a_unit_is_kept_as_it_is_said_by_itself(lang: str, text: str, unit: str) -> None:
    assert read_goal(text, lang, TODAY).unit == unit


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "Keep between 40 and 60 pallets in stock", "Keep pallets in stock"),
        ("da", "Holde mellem 40 og 60 paller på lager", "Holde paller på lager"),
        ("sv", "Hålla mellan 40 och 60 pallar i lager", "Hålla pallar i lager"),
    ],
)
def test_the_words_between_both_bounds_leave_the_title_with_them(lang: str, text: str, title: str) -> None:
    assert read_goal(text, lang, TODAY).title == title


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Run 45 min every Tuesday and Thursday", (45, Period.DAY, Period.WEEK, [0b0001010])),
        ("en", "Run 3 times a week on Tuesdays and Thursdays", (3, Period.WEEK, Period.WEEK, [])),
        ("en", "Run 5 km every Tuesday", (5, Period.WEEK, Period.WEEK, [0b0000010])),
        ("en", "Work 37 hours from Monday to Friday", (37, Period.WEEK, Period.WEEK, [0b0011111])),
        ("en", "Read 10 pages every weekday", (10, Period.DAY, Period.DAY, [0b0011111])),
        ("en", "Meditate every weekday", (1, Period.DAY, Period.DAY, [0b0011111])),
        ("da", "Svømme 40 baner hver tirsdag og torsdag", (40, Period.DAY, Period.WEEK, [0b0001010])),
        ("da", "Læse 10 sider hver hverdag", (10, Period.DAY, Period.DAY, [0b0011111])),
        ("da", "Løbe mandag, onsdag og fredag", (3, Period.WEEK, Period.WEEK, [0b0010101])),
        ("sv", "Simma 40 längder varje tisdag och torsdag", (40, Period.DAY, Period.WEEK, [0b0001010])),
        ("sv", "Läsa 10 sidor varje vardag", (10, Period.DAY, Period.DAY, [0b0011111])),
    ],
)
def test_a_size_is_meant_for_each_of_the_weekdays(lang: str, text: str, found: tuple[object, ...]) -> None:
    reading = read_goal(text, lang, TODAY)
    days = [chip.value for chip in reading.chips if chip.field == "weekdays"]
    assert (reading.target, reading.period, reading.per, days) == found


@pytest.mark.parametrize(
    ("lang", "text", "target", "unit", "title"),
    [
        ("en", "Read half a book a week", "0.5", "book", "Read book"),
        ("en", "Run a mile a day", "1", "mile", "Run"),
        ("da", "Læse en halv bog om ugen", "0.5", "bog", "Læse bog"),
        ("da", "Gå en mil om dagen", "1", "mil", "Gå"),
        ("sv", "Läsa en halv bok i veckan", "0.5", "bok", "Läsa bok"),
        ("sv", "Gå en mil om dagen", "1", "mil", "Gå"),
    ],
)
def test_a_half_or_a_measure_in_every_period_is_a_number_with_its_unit(
    lang: str, text: str, target: str, unit: str, title: str
) -> None:
    found = read_goal(text, lang, TODAY)
    assert (f"{found.target}", found.unit, found.title) == (target, unit, title)


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("en", "Run 500 km in total by June", "Run"),
        ("en", "Read 24 books in total", "Read books"),
        ("en", "Get 100 of new sales", "Get new sales"),
        ("da", "Løbe 500 km i alt inden juni", "Løbe"),
        ("sv", "Springa 500 km totalt före juni", "Springa"),
    ],
)
def test_nothing_is_left_of_what_only_goes_with_the_number(lang: str, text: str, title: str) -> None:
    assert read_goal(text, lang, TODAY).title == title
