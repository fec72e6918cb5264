"""What a title already says, so that the statement does not say it again."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Measure, Period
from smart_tui.i18n import month_names, weekday_names

FIGURE = r"(?i)(\d+(?:[ \xa0\u202f.,]\d+)*)\s?(k\b|mio\b|mn\b|million|miljon)?"
SPACES = r"[ \xa0\u202f]+"
THOUSANDS = r"\d{1,3}([ \xa0\u202f.,]\d{3})+"
"""Not compiled here: most starts of the program never need them."""
FACTORS: Mapping[str, int] = {"": 1, "k": 1000}
MILLION = 1_000_000
NUMBER_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "da": ("én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    "sv": ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
}
ARTICLES: Mapping[str, tuple[str, ...]] = {"en": ("a", "an"), "da": ("en", "et", "ét"), "sv": ("ett",)}
"""They say one of a thing: "write a post every week"."""
PERIOD_STEMS: Mapping[str, tuple[str, ...]] = {
    Period.DAY: ("day", "daily", "dag", "daglig", "dagen", "dagligen", "daglige", "dagligt"),
    Period.WEEK: (
        "week",
        "weekly",
        "uge",
        "ugen",
        "ugentlig",
        "ugentligt",
        "vecka",
        "veckan",
        "veckovis",
        "varje vecka",
    ),
    Period.MONTH: ("month", "monthly", "måned", "måneden", "månedlig", "månedligt", "månad", "månaden", "månatligen"),
    Period.QUARTER: ("quarter", "quarterly", "kvartal", "kvartalet", "kvartalsvis", "kvartalsvist"),
    Period.YEAR: ("year", "yearly", "annual", "år", "året", "årlig", "årligt", "årligen"),
}
WEEKDAY_STEMS: Mapping[str, tuple[str, ...]] = {
    "en": ("weekday", "weekend", "workday"),
    "da": ("hverdag", "weekend", "arbejdsdag"),
    "sv": ("vardag", "helg", "arbetsdag"),
}
CEILINGS = (
    *("most", "max", "maximum", "under", "below", "less", "fewer", "limit", "only", "more than"),
    *("højst", "maks", "mindre", "færre", "kun", "over", "ikke mere"),
    *("högst", "färre", "bara", "mer än", "inte mer"),
)
RISE = (
    *("increase", "raise", "grow", "boost", "lift", "improve", "gain"),
    *("øg", "øge", "forøg", "forøge", "hæv", "hæve", "løft", "løfte"),
    *("öka", "höj", "höja", "lyft", "lyfta"),
)
FALL = (
    *("reduce", "lower", "cut", "decrease", "shrink"),
    *("sænk", "sænke", "reducer", "reducér", "reducere", "nedbring", "nedbringe", "mindsk", "mindske"),
    *("minska", "sänk", "sänka", "reducera"),
)
_COUNTING = """
read walk run hold get do eat drink swim cycle ride make meet visit sell call send publish watch save lose win earn
learn take have practise practice finish complete climb bake cook plant post record write give play see find gain add
spend drive train sleep collect plan answer build ship create test fix hire log reach keep
læs læse gå løb løbe hold holde få lav lave gør gøre spis spise drik drikke svøm svømme cykl cykle mød møde besøg besøge
sælg sælge ring ringe send sende udgiv udgive se spar spare tab tabe vind vinde tjen tjene lær lære tag tage hav have øv
øve bag bage plant skriv skrive giv give spil spille find finde kør køre træn træne byg bygge nå book
läs läsa gå löp löpa spring springa håll hålla få gör göra ät äta drick dricka simma cykla möt möta träffa besök besöka
sälj sälja ring ringa skicka publicera se spara tappa vinn vinna tjäna lär lära ta ha öva baka plantera skriv skriva ge
spela hitta kör köra träna bygg bygga nå boka promenera
"""
COUNTING = frozenset(_COUNTING.split())
"""Words after which one can count: "Read 24 books", but not "Customer 24 meetings" nor "New 24 customers"."""
MONEY = frozenset(("£", "$", "€", "kr", "kr.", "kroner", "kronor", "dkk", "sek", "nok", "eur", "usd", "gbp", "euro"))
_LINKS = """
for on from in by up aside toward towards with til på fra i op inden ved med för till från av ihop undan innan
"""
LINKS = frozenset(_LINKS.split())
"""Words behind a verb in front of which an amount of money has its place: "save £300 for a boiler"."""
_CIRCUMSTANCES = """
until before after when while so because unless without during at in on
indtil inden før efter når mens så fordi medmindre uden under i på ved
tills innan före efter när medan så eftersom utan under i på vid
"""
CIRCUMSTANCES = frozenset(_CIRCUMSTANCES.split())
"""Words that begin how, where or when something is done, behind which a period would belong to that."""
MORE = ("more", "flere", "mere", "fler", "mer")
LESS = ("less", "fewer", "mindre", "færre", "färre")
PARTICLES = ("up", "down", "op", "ned", "upp", "ner")
FACTORS_SAID: Mapping[str, int] = {
    **dict.fromkeys(("double", "doubling", "fordobl", "fordoble", "dubbla", "fördubbla"), 100),
    **dict.fromkeys(("halve", "halving", "halvér", "halver", "halvere", "halvera"), -50),
    **dict.fromkeys(("triple", "treble", "tredobl", "tredoble", "tredubbla"), 200),
    **dict.fromkeys(("quadruple", "firdobl", "firdoble", "fyrdubbla"), 300),
}
"""Verbs that say a change in per cent themselves."""
SHORTEST_STEM = 4
LONGEST_ENDING = 3


def numbers(text: str, language: str) -> frozenset[Decimal]:
    """Every number a text may be read to hold; an ambiguous "1.000" is both a thousand and one."""
    found: set[Decimal] = set()
    for match in re.finditer(FIGURE, text):
        suffix = (match[2] or "").lower()
        factor = FACTORS.get(suffix, MILLION)
        found.update(value * factor for value in _values(match[1]))
    names, articles = NUMBER_WORDS.get(language, ()), ARTICLES.get(language, ())
    for spoken in _spoken(text):
        if spoken in names:
            found.add(Decimal(names.index(spoken) + 1))
        elif spoken in articles:
            found.add(Decimal(1))
    return frozenset(found)


def _values(figure: str) -> set[Decimal]:
    if re.fullmatch(THOUSANDS, figure):
        values = {Decimal(re.sub(r"\D", "", figure))}
        if re.fullmatch(r"\d+[.,]\d+", figure):
            values.add(Decimal(figure.replace(",", ".")))
        return values
    values = set()
    for part in re.split(SPACES, figure):
        whole, _, fraction = part.replace(",", ".").rpartition(".")
        values.add(Decimal(f"{re.sub(r'[.]', '', whole) or 0}.{fraction}" if whole else part))
    return values


def has_period(text: str, period: Period | None) -> bool:
    """Whether the text names the period: "a week", "ugentlig", "i veckan"."""
    return period is None or not set(PERIOD_STEMS[period]).isdisjoint(_spoken(text))


def has_weekdays(text: str, language: str) -> bool:
    """Whether the text names weekdays: "on Mondays", "hverdage", "i helgen"."""
    stems = (*WEEKDAY_STEMS.get(language, ()), *weekday_names(language))
    return any(spoken.startswith(stems) for spoken in _spoken(text))


def has_unit(text: str, unit: str) -> bool:
    """Whether the text holds the unit in some form, "besøgene" for "besøg"; no unit is held by every text."""
    if not unit:
        return True
    wanted = [part for part in unit.lower().split() if len(part) >= SHORTEST_STEM] or [unit.lower()]
    return all(any(_kin(part, spoken) for spoken in _spoken(text)) for part in wanted)


def _kin(unit: str, spoken: str) -> bool:
    if unit == spoken:
        return True
    short, long = sorted((unit, spoken), key=len)
    if len(short) < SHORTEST_STEM:
        return False
    return long.endswith(short) or (long.startswith(short) and len(long) - len(short) <= LONGEST_ENDING)


def has_ceiling(text: str) -> bool:
    """Whether the text says that its number is a limit: "at most", "højst", "mindre end"."""
    spoken = _spoken(text)
    return any(word in spoken or (" " in word and word in text.lower()) for word in CEILINGS)


def has_date(text: str, day: date, start: date | None) -> bool:
    """Whether the text names the day itself, or the calendar year that the goal fills up to it."""
    if day.isoformat() in text:
        return True
    spoken = _spoken(text)
    if (day.month, day.day) == (12, 31) and (start is None or (start.month, start.day) == (1, 1)):
        return str(day.year) in spoken
    if str(day.day) not in spoken:
        return False
    names = {name.rstrip(".").lower() for name in month_names(day)}
    return not names.isdisjoint(spoken)


def change_verb(text: str) -> int:
    """1 where the text begins by asking for more, -1 for less, 0 where it does neither."""
    first = next(iter(_spoken(text)), "")
    return (first in RISE) - (first in FALL)


def leads_to_level(text: str) -> bool:
    """Whether "to 78 kg" may follow: "Cut the weight", "Bring my weight down"; not "Run 5 km"."""
    return bool(change_verb(text)) or next(reversed(_spoken(text)), "") in PARTICLES


def change_said(text: str, language: str, change: Decimal) -> bool:
    """Whether the change in per cent stands in the text already, as a number or as "double" or "halve"."""
    return abs(change) in numbers(text, language) or any(FACTORS_SAID.get(word) == change for word in _spoken(text))


def target_said(text: str, language: str, measure: Measure) -> bool:
    """Whether the number to reach stands in the text already."""
    value = measure.goal_value
    return value is not None and value in numbers(text, language)


def with_amount(title: str, unit: str, amount: str) -> str | None:
    """The title with an amount before what it counts, "Read books" as "Read 24 books"; None where that jars.

    It fits at the start, before a "more" behind the first word, and behind a first word that says what one does
    with them; a title of one word takes the amount with its unit behind it.
    """
    spoken, counted = title.split(), unit.lower().split()
    for at in range(len(spoken) - len(counted) + 1 if counted else 0):
        if all(_kin(part, _bare(word)) for part, word in zip(counted, spoken[at:], strict=False)):
            more = bool(at) and _bare(spoken[at - 1]) in MORE
            fits = at - more < 1 or (at - more == 1 and (more or _bare(spoken[0]) in COUNTING))
            return _inserted(spoken, at - more, amount) if fits else None
    if len(spoken) == 1:
        return f"{title} {amount} {unit}".rstrip() if unit != "%" else None
    return None


def with_period(title: str, unit: str, period: str) -> str | None:
    """The title with a period behind what is counted, where more follows that is no part of it; None elsewhere.

    "Read 20 pages before bed" is "Read 20 pages a day before bed", but "8 meetings with customers" ends in it.
    """
    spoken, counted = title.split(), unit.lower().split()
    for at in range(len(spoken) - len(counted) if counted else 0):
        behind = at + len(counted)
        if all(_kin(part, _bare(word)) for part, word in zip(counted, spoken[at:behind], strict=True)):
            return _inserted(spoken, behind, period) if spoken[behind].lower() in CIRCUMSTANCES else None
    return None


def with_money(title: str, unit: str, money: str) -> str | None:
    """The title with an amount of money behind its verb, "Save for a boiler" as "Save £300 for a boiler"."""
    spoken = title.split()
    fits = unit.lower() in MONEY and len(spoken) > 1 and _bare(spoken[0]) in COUNTING and spoken[1].lower() in LINKS
    return _inserted(spoken, 1, money) if fits else None


def with_change(title: str, change: Decimal, percent: str) -> str | None:
    """The title with a percentage before its "more" or "fewer", "Get 20% more visitors"; None without one."""
    spoken = title.split()
    wanted = MORE if change > 0 else LESS
    found = [at for at, word in enumerate(spoken) if _bare(word) in wanted]
    return _inserted(spoken, found[0], percent) if found else None


def _inserted(spoken: list[str], at: int, amount: str) -> str:
    rest = spoken[at:]
    if not at and rest[0][1:].islower():
        rest = [rest[0].lower(), *rest[1:]]
    return " ".join([*spoken[:at], amount, *rest])


def _bare(word: str) -> str:
    return word.lower().strip(".,;:")


def _spoken(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.lower())
