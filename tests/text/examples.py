"""Goals as people write them, in three languages: the seven of both articles, and some of every kind."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Milestone, Period, Reading, State

TODAY = date(2026, 1, 15)
HALF_A_YEAR, QUARTER_ON, YEAR_END = date(2026, 7, 15), date(2026, 4, 15), date(2026, 12, 31)


class Example(NamedTuple):
    """A goal without its language: a title and a unit for each, and the rest of it."""

    name: str
    titles: tuple[str, str, str]
    units: tuple[str, str, str] = ("", "", "")
    measure: Measure | None = None
    fields: Mapping[str, Any] = {}
    levels: tuple[str, str, str] = ("", "", "")

    def goal(self, language: str) -> Goal:
        """The goal as written in a language."""
        index = ("en", "da", "sv").index(language)
        blank = Goal(1, "", 1, self.titles[index], State.ACTIVE, "international", language)
        measure = self.measure
        if measure is not None:
            measure = measure._replace(unit=self.units[index])
            if self.levels[index]:
                measure = measure._replace(levels=("", "", self.levels[index], "", ""))
            blank = blank._replace(measures=(measure,))
        return blank._replace(**self.fields)


def measured(kind: Kind, target: int | str | None = None, **fields: Any) -> Measure:
    """A measure from plain figures."""
    decimals: dict[str, Any] = {k: Decimal(str(v)) if k in NUMBERS and v is not None else v for k, v in fields.items()}
    return Measure(kind, TODAY, None if target is None else Decimal(str(target)))._replace(**decimals)


NUMBERS = ("baseline", "change_percent", "low", "high", "step")
PARTS = tuple(Milestone(number, "", f"part {number}") for number in range(1, 5))
YEAR: Mapping[str, Any] = {"start": date(2026, 1, 5), "deadline": date(2027, 1, 3)}
DURING_2022: Mapping[str, Any] = {"start": date(2022, 1, 1), "deadline": date(2022, 12, 31)}
PERCENT = ("%", "%", "%")
MONTHLY: Mapping[str, Any] = {
    "baseline": 12400,
    "change_percent": 20,
    "reading": Reading.PER_PERIOD,
    "period": Period.MONTH,
}
WEEKLY: Mapping[str, Any] = {"period": Period.WEEK, "direction": Direction.AT_LEAST}

ARTICLES = (
    Example(
        "visits +20 % in six months",
        ("Increase visits to our site", "Øg besøgene på vores website", "Öka besöken på vår webbplats"),
        ("visits", "besøg", "besök"),
        measured(Kind.LEVEL, **MONTHLY),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "conversion 5 % to 8 % in three months",
        ("Raise the conversion rate", "Hæv konverteringsraten", "Höj konverteringsgraden"),
        PERCENT,
        measured(Kind.LEVEL, 8, baseline=5),
        {"deadline": QUARTER_ON},
    ),
    Example(
        "launch a product in three months, four milestones",
        ("Launch the new product", "Lancér det nye produkt", "Lansera den nya produkten"),
        measure=measured(Kind.MILESTONES),
        fields={"deadline": QUARTER_ON, "milestones": PARTS},
    ),
    Example(
        "10 000 more followers by the end of the year",
        (
            "Get 10,000 more followers on Instagram",
            "Få 10.000 flere følgere på Instagram",
            "Få 10 000 fler följare på Instagram",
        ),
        ("followers", "følgere", "följare"),
        measured(Kind.TOTAL, 10000),
        {"deadline": YEAR_END},
    ),
    Example(
        "this year's revenue +10 %",
        ("Increase this year's revenue", "Øg årets omsætning", "Öka årets omsättning"),
        ("kr.", "kr.", "kr"),
        measured(Kind.TOTAL, baseline=4000000, change_percent=10, reading=Reading.SPAN),
        {"start": date(2026, 1, 1), "deadline": YEAR_END},
    ),
    Example(
        "8 customer meetings a week",
        ("Hold 8 customer meetings a week", "Hold 8 kundemøder om ugen", "Ha 8 kundmöten i veckan"),
        ("meetings", "møder", "möten"),
        measured(Kind.QUOTA, 8, **WEEKLY),
        YEAR,
    ),
    Example(
        "70 000 steps a week during one calendar year",
        ("Walk 70,000 steps a week", "Gå 70.000 skridt om ugen", "Gå 70 000 steg i veckan"),
        ("steps", "skridt", "steg"),
        measured(Kind.QUOTA, 70000, **WEEKLY),
        DURING_2022,
    ),
)

OTHERS = (
    Example(
        "total, the number in the title",
        ("Read 24 books", "Læs 24 bøger", "Läs 24 böcker"),
        ("books", "bøger", "böcker"),
        measured(Kind.TOTAL, 24),
        {"deadline": YEAR_END},
    ),
    Example(
        "total, the unit in the title",
        ("Read more books", "Læs flere bøger", "Läs fler böcker"),
        ("books", "bøger", "böcker"),
        measured(Kind.TOTAL, 24),
        {"deadline": YEAR_END},
    ),
    Example(
        "total, neither in the title, no deadline",
        ("Practise the piano", "Øv klaver", "Öva piano"),
        ("h", "t", "h"),
        measured(Kind.TOTAL, "100.5"),
    ),
    Example(
        "total in money, from an amount on",
        ("Save for the boat", "Spar op til båden", "Spara till båten"),
        ("kr.", "kr.", "kr"),
        measured(Kind.TOTAL, 80000, baseline=12500),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "total, the number taken out of the title",
        ("read books", "Læs bøger", "Läs böcker"),
        ("books", "bøger", "böcker"),
        measured(Kind.TOTAL, 24),
        {"deadline": YEAR_END},
    ),
    Example(
        "total, the number taken out before a more",
        ("Get more followers on Instagram", "Flere følgere på Instagram", "Få fler följare på Instagram"),
        ("followers", "følgere", "följare"),
        measured(Kind.TOTAL, 10000),
        {"deadline": YEAR_END},
    ),
    Example(
        "total, a title of one word",
        ("Run", "Løb", "Spring"),
        ("km", "km", "km"),
        measured(Kind.TOTAL, 500),
        {"deadline": YEAR_END},
    ),
    Example(
        "level downwards",
        ("Get my weight down", "Få min vægt ned", "Få ner min vikt"),
        ("kg", "kg", "kg"),
        measured(Kind.LEVEL, 78, baseline="84.5"),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "level, target in the title",
        ("Raise satisfaction to 4.3", "Løft tilfredsheden til 4,3", "Höj nöjdheten till 4,3"),
        measure=measured(Kind.LEVEL, "4.3", baseline="3.8"),
        fields={"deadline": HALF_A_YEAR},
    ),
    Example(
        "level, no baseline yet",
        ("Raise the conversion rate", "Hæv konverteringsraten", "Höj konverteringsgraden"),
        PERCENT,
        measured(Kind.LEVEL, 8),
        {"deadline": QUARTER_ON},
    ),
    Example(
        "relative, a title without a verb",
        ("Visits to our site", "Besøg på vores website", "Besök på vår webbplats"),
        ("visits", "besøg", "besök"),
        measured(Kind.LEVEL, **MONTHLY),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "relative, the percentage in the title",
        ("Get 15 % more subscribers", "Få 15 % flere abonnenter", "Få 15 % fler prenumeranter"),
        ("subscribers", "abonnenter", "prenumeranter"),
        measured(Kind.LEVEL, baseline=2000, change_percent=15, reading=Reading.LEVEL),
        {"deadline": QUARTER_ON},
    ),
    Example(
        "relative downwards, no baseline yet",
        ("Cut our printing costs", "Nedbring vores trykudgifter", "Minska våra tryckkostnader"),
        ("kr.", "kr.", "kr"),
        measured(Kind.LEVEL, change_percent=-30, reading=Reading.PER_PERIOD, period=Period.MONTH),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "relative, the percentage taken out before a more",
        ("Get more visitors", "Flere besøgende på vores site", "Få fler besökare"),
        ("visitors", "besøgende", "besökare"),
        measured(Kind.LEVEL, **MONTHLY),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "quota, the number and the period taken out of the title",
        ("Hold customer meetings", "Hold kundemøder", "Kundmöten"),
        ("customer meetings", "kundemøder", "kundmöten"),
        measured(Kind.QUOTA, 8, **WEEKLY),
        YEAR,
    ),
    Example(
        "quota, at most, the number taken out of the title",
        ("Drink cups of coffee", "Kopper kaffe", "Drick koppar kaffe"),
        ("cups", "kopper", "koppar"),
        measured(Kind.QUOTA, 2, period=Period.DAY, direction=Direction.AT_MOST),
    ),
    Example(
        "quota, nothing in the title, three of four weeks",
        ("Meet customers", "Mød kunder", "Träffa kunder"),
        ("meetings", "møder", "möten"),
        measured(Kind.QUOTA, 8, share_wanted=75, **WEEKLY),
        {"review_on": date(2026, 4, 6)},
    ),
    Example(
        "quota, at most",
        ("Drink less coffee", "Drik mindre kaffe", "Drick mindre kaffe"),
        ("cups", "kopper", "koppar"),
        measured(Kind.QUOTA, 2, period=Period.DAY, direction=Direction.AT_MOST, share_wanted=93),
    ),
    Example(
        "quota, at most, the number in the title",
        ("Drink 2 coffees a day", "Drik 2 kopper kaffe om dagen", "Drick 2 koppar kaffe om dagen"),
        measure=measured(Kind.QUOTA, 2, period=Period.DAY, direction=Direction.AT_MOST),
    ),
    Example(
        "quota, standing, every week",
        ("Hold 8 customer meetings a week", "Hold 8 kundemøder om ugen", "Ha 8 kundmöten i veckan"),
        ("meetings", "møder", "möten"),
        measured(Kind.QUOTA, 8, share_wanted=100, **WEEKLY),
    ),
    Example(
        "quota that counts how often, one word",
        ("Meditate", "Meditér", "Meditera"),
        ("", "", ""),
        measured(Kind.QUOTA, 1, period=Period.DAY),
    ),
    Example(
        "quota that counts how often",
        ("Go to the gym", "Gå i fitness", "Gå på gym"),
        ("", "", ""),
        measured(Kind.QUOTA, 3, **WEEKLY),
    ),
    Example(
        "quota per month, to begin in the future",
        ("Write blog posts", "Skriv blogindlæg", "Skriv blogginlägg"),
        ("posts", "indlæg", "inlägg"),
        measured(Kind.QUOTA, 2, period=Period.MONTH, direction=Direction.AT_LEAST, share_wanted=100),
        {"start": date(2026, 2, 1), "deadline": date(2026, 7, 31)},
    ),
    Example(
        "quota on weekdays",
        ("Walk 10,000 steps a day", "Gå 10.000 skridt om dagen", "Gå 10 000 steg om dagen"),
        ("steps", "skridt", "steg"),
        measured(Kind.QUOTA, 10000, period=Period.DAY, weekdays=0b0011111),
        YEAR,
    ),
    Example(
        "quota on two weekdays",
        ("Go to the gym", "Gå i fitness", "Gå på gym"),
        measure=measured(Kind.QUOTA, 2, weekdays=0b0001001, **WEEKLY),
    ),
    Example(
        "quota, the weekdays in the title",
        ("Read on weekdays", "Læs på hverdage", "Läs på vardagar"),
        ("pages", "sider", "sidor"),
        measured(Kind.QUOTA, 20, period=Period.DAY, weekdays=0b0011111),
    ),
    Example(
        "quota per quarter",
        ("Speak at conferences", "Tal på konferencer", "Tala på konferenser"),
        measure=measured(Kind.QUOTA, 1, period=Period.QUARTER, direction=Direction.AT_LEAST),
        fields={"start": date(2026, 1, 1), "deadline": YEAR_END},
    ),
    Example(
        "quota without a target",
        ("Coffee", "Kaffe", "Kaffe"),
        ("cups", "kopper", "koppar"),
        measured(Kind.QUOTA, 2, period=Period.DAY, untargeted=True),
    ),
    Example(
        "level on a scale",
        ("Raise customer satisfaction", "Løft kundetilfredsheden", "Höj kundnöjdheten"),
        measure=measured(Kind.LEVEL, "4.3", baseline="3.8", low=1, high=5, entered_as="scale"),
        fields={"deadline": HALF_A_YEAR},
    ),
    Example(
        "level as NPS",
        ("Raise loyalty", "Løft loyaliteten", "Höj lojaliteten"),
        measure=measured(Kind.LEVEL, 40, baseline=-5, entered_as="nps"),
        fields={"deadline": HALF_A_YEAR},
    ),
    Example(
        "level as NPS, named in the title",
        ("Raise our NPS", "Løft vores NPS", "Höj vår NPS"),
        measure=measured(Kind.LEVEL, 40, baseline=25, entered_as="nps"),
        fields={"deadline": HALF_A_YEAR},
    ),
    Example(
        "level, an amount a month, not relative",
        ("Raise the traffic", "Løft trafikken", "Höj trafiken"),
        ("visits", "besøg", "besök"),
        measured(Kind.LEVEL, 15000, baseline=12400, reading=Reading.PER_PERIOD, period=Period.MONTH),
        {"deadline": HALF_A_YEAR},
    ),
    Example(
        "running count",
        ("Ride the bicycle", "Kør på cykel", "Cykla mer"),
        ("km", "km", "km"),
        measured(Kind.TOTAL, 3000, baseline=12500, running=True),
        {"deadline": YEAR_END},
    ),
    Example(
        "running count, a more in the title",
        ("Get more followers", "Få flere følgere", "Få fler följare"),
        ("followers", "følgere", "följare"),
        measured(Kind.TOTAL, 2000, baseline=12500, running=True),
        {"deadline": YEAR_END},
    ),
    Example(
        "keep under a limit",
        ("Keep the bounce rate low", "Hold afvisningsprocenten nede", "Håll nere avvisningsfrekvensen"),
        PERCENT,
        measured(Kind.WITHIN, high=40),
        {"deadline": YEAR_END},
    ),
    Example(
        "keep within",
        ("Keep my resting pulse steady", "Hold min hvilepuls stabil", "Håll min vilopuls stabil"),
        ("bpm", "slag/min", "slag/min"),
        measured(Kind.WITHIN, low=50, high=60),
        {"deadline": YEAR_END},
    ),
    Example(
        "keep within, one limit",
        ("A healthy balance", "En sund saldo", "Ett sunt saldo"),
        ("kr.", "kr.", "kr"),
        measured(Kind.WITHIN, low=10000),
    ),
    Example(
        "done or not",
        ("Learn to swim", "Lær at svømme", "Lär mig simma"),
        measure=measured(Kind.MILESTONES),
        fields={"deadline": HALF_A_YEAR},
    ),
    Example(
        "rating",
        ("Be at ease speaking in public", "Tal afslappet for en forsamling", "Tala avspänt inför folk"),
        measure=measured(Kind.RATING),
        fields={"deadline": HALF_A_YEAR},
        levels=(
            "I speak up in every team meeting.",
            "jeg siger noget på hvert møde i gruppen",
            "jag säger något på varje gruppmöte",
        ),
    ),
    Example(
        "without a target",
        ("Sleep", "Søvn", "Sömn"),
        ("h", "t", "h"),
        measured(Kind.LEVEL, untargeted=True),
    ),
    Example(
        "a draft with a title only",
        ("Improve our online presence", "Bliv mere synlige på nettet", "Synas mer på nätet"),
    ),
    Example(
        "a draft with a title and a date",
        ("become better at French", "blive bedre til fransk", "bli bättre på franska"),
        fields={"deadline": YEAR_END},
    ),
    Example(
        "an untitled draft",
        ("", "", ""),
        fields={"answers": {"raw.target": "12 apples", "specific.why": "Because the pipeline for the spring is empty"}},
    ),
)
