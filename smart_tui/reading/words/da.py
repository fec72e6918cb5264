"""Danish, as data."""

from smart_tui.reading.words.lexicon import DateWords, EntryWords, GoalWords, NumberWords

_SMALL_TEXT = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten"
)
_SMALL = _SMALL_TEXT.split()
_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70,
    "firs": 80, "halvfems": 90,
}

NUMBERS = NumberWords(
    decimal=",",
    thousands=".",
    small={
        **{word: n for n, word in enumerate(_SMALL) if word != "en"}, "én": 1, "ét": 1, "een": 1, "dusin": 12,
        **{
            f"{one}og{ten}": n + tens
            for n, one in enumerate(_SMALL[:10]) if n
            for ten, tens in _TENS.items()
        },
    },
    tens=_TENS,
    hundred=frozenset({"hundrede", "hundred"}),
    multipliers={
        "tusind": 10**3, "tusinde": 10**3, "t": 10**3, "mio": 10**6, "million": 10**6, "millioner": 10**6,
        "mia": 10**9, "milliard": 10**9, "milliarder": 10**9,
    },
    halves={"halv": "0.5", "halvt": "0.5", "halve": "0.5", "halvanden": "1.5", "halvandet": "1.5"},
    articles=frozenset({"en", "et"}),
    joiners=frozenset({"og"}),
    percent=frozenset({"procent", "pct"}),
    minus=frozenset({"minus"}),
    currencies=frozenset({"kr", "kroner", "krone", "dkk", "euro"}),
    time_units={
        **dict.fromkeys(("h", "t", "time", "timer", "tim"), "h"),
        **dict.fromkeys(("m", "min", "minut", "minutter"), "min"),
        **dict.fromkeys(("s", "sek", "sekund", "sekunder"), "s"),
    },
)

ENTRIES = EntryWords(resets=frozenset({"nulstil", "nulstillet", "nulstilles"}))

_ORDINALS_TEXT = (
    "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende "
    "femtende sekstende syttende attende nittende tyvende"
)
_ORDINALS = _ORDINALS_TEXT.split()

DATES = DateWords(
    months={
        "januar": 1, "jan": 1, "februar": 2, "feb": 2, "marts": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
        "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
        "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    weekdays={
        "mandag": 0, "man": 0, "tirsdag": 1, "tir": 1, "tirs": 1, "onsdag": 2, "ons": 2, "torsdag": 3, "tor": 3,
        "tors": 3, "fredag": 4, "fre": 4, "lørdag": 5, "lør": 5, "søndag": 6, "søn": 6,
    },
    seasons={
        "forår": "spring", "foråret": "spring", "sommer": "summer", "sommeren": "summer", "efterår": "autumn",
        "efteråret": "autumn", "vinter": "winter", "vinteren": "winter",
    },
    units={
        "dag": "day", "dage": "day", "dagen": "day", "dagene": "day", "døgn": "day", "døgnet": "day",
        "uge": "week", "uger": "week", "ugen": "week", "ugerne": "week", "måned": "month", "måneder": "month",
        "måneden": "month", "månederne": "month", "mdr": "month", "md": "month", "kvartal": "quarter",
        "kvartaler": "quarter", "kvartalet": "quarter", "år": "year", "året": "year", "årene": "year",
    },
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)},
    ordinal_marks=frozenset({"."}),
    durations={
        "et halvt år": (6, "month"), "halvt år": (6, "month"), "et halvår": (6, "month"), "halvår": (6, "month"),
        "halvandet år": (18, "month"), "et kvart år": (3, "month"), "et par uger": (2, "week"),
    },
    prefixes={
        "by": (
            "inden [den|d] [.]", "senest [den|d] [.]", "senest i|på|til|inden [den]", "før [den|d] [.]",
            "til [den|d] [.]", "indtil [den|d] [.]", "frem til [den|d] [.]", "når vi|jeg rammer|når [den]",
            "frist [:] [den]", "deadline [:] [den]", "op til [den]", "ikke senere end [den]",
            "til og med [den|d] [.]",
        ),
        "within": ("inden for", "indenfor", "i løbet af", "over", "gennem", "i hele", "under"),
        "in": ("i", "d [.]", "den", "for", "ved"),
        "on": ("på",),
        "from": ("fra [den|d] [.]", "siden [den]"),
    },
    points={
        "today": ("i dag", "idag", "i aften", "dags dato"),
        "tomorrow": ("i morgen", "imorgen"),
        "yesterday": ("i går", "igår"),
        "day before yesterday": ("i forgårs", "iforgårs", "forgårs"),
        "day after tomorrow": ("i overmorgen", "overmorgen"),
        "day month": (
            "[den|d] {day} {month} [{year}]", "{weekday} [,] [den|d] [.] {day} {month} [{year}]",
        ),
        "month year": (
            "{month} [i] {year}",
        ),
        "end of month": (
            "ultimo {month} [{year}]", "slutningen|udgangen af {month} [{year}]",
            "sidst i {month} [{year}]", "slut {month} [{year}]",
        ),
        "mid month": ("medio {month} [{year}]", "midt i {month} [{year}]", "midten af {month} [{year}]"),
        "start of month": ("primo {month} [{year}]", "begyndelsen|starten af {month} [{year}]",
                           "først i {month} [{year}]"),
        "next weekday": ("næste {weekday}",),
        "coming weekday": ("førstkommende {weekday}", "på {weekday}", "kommende {weekday}", "nu på {weekday}"),
        "last weekday": ("sidste|forrige {weekday}", "i {lastday}"),
        "this unit": (
            "denne|dette|indeværende {unit}", "{genitive} udgang|slutning|afslutning|slut",
            "slutningen|udgangen af [denne|dette|indeværende] {unit}",
        ),
        "this year": ("i år", "nytår", "kalenderåret", "årsskiftet", "ultimo året"),
        "next unit": (
            "næste|kommende {unit}", "det|den næste|kommende {unit}", "slutningen|udgangen af næste {unit}",
        ),
        "last unit": ("sidste|forrige {unit}",),
        "whole unit": ("hele {unit}", "resten af {unit}"),
        "quarter": ("{quarter} [i] [{year}]", "slutningen|udgangen|udgang af {quarter} [{year}]"),
        "season year": ("{season} {year}", "denne|dette {season}", "slutningen af {season} [{year}]"),
        "next season": ("næste {season}",),
        "week number": ("uge [nr|nummer] [.] {week} [,] [i] [{year}]",),
        "end of year": ("udgangen|slutningen af {year}", "ultimo {year}", "nytår {year}"),
        "year": ("år|året {year}",),
        "christmas": ("juleaften", "jul", "julen"),
        "ago": ("for {span} siden", "{span} siden"),
        "numeric": ("{weekday} [,] [den|d] [.] {date}", "{weekday} [,] [den|d] [.] {date} [-] {year}"),
    },
    weak={
        "weekday": ("{weekday}",),
        "month": ("{month}",),
        "season": ("{season}",),
        "year": ("{year}",),
        "this year": ("året", "nytårsaften"),
        "numeric": ("{date}", "den|d [.] {date}", "[den|d] [.] {date} [-] {year}"),
    },
    offsets={
        "ahead": (
            "om|i|over|på [de|den|det] [næste|kommende] {span}", "inden for|om [de|den|det] [næste|kommende] {span}",
            "inden|indenfor [de|den|det] [næste|kommende] {span}", "i løbet af [de|den|det] [næste|kommende] {span}",
            "de|den|det næste|kommende {span}", "næste {span}", "{span} fra nu|idag", "{span} fra i dag",
            "gennem [de|den|det] [næste|kommende] {span}",
        ),
    },
    periods={
        "day": (
            "om|pr|per [.] dagen|dag|døgn", "hver [eneste] dag|morgen|aften|nat|hverdag|arbejdsdag", "hvert døgn",
            "i døgnet", "/ dag", "alle hverdage|dage",
        ),
        "week": (
            "om|i ugen", "pr|per [.] uge|ugen", "hver [eneste] uge", "hver [eneste] {weekday} [{daytime}]", "/ uge",
            "{weekdays} [{daytime}]",
        ),
        "month": (
            "om|i måneden", "pr|per [.] måned|md|mdr [.]", "hver [eneste] måned", "/ måned|md",
        ),
        "quarter": ("i kvartalet", "pr|per [.] kvartal", "hvert [eneste] kvartal", "/ kvartal"),
        "year": ("om året", "pr|per [.] år", "hvert [eneste] år", "/ år"),
    },
    cadences={
        **dict.fromkeys(("daglig", "dagligt", "daglige"), "day"),
        **dict.fromkeys(("ugentlig", "ugentligt", "ugentlige"), "week"),
        **dict.fromkeys(("månedlig", "månedligt", "månedlige", "månedsvis"), "month"),
        **dict.fromkeys(("kvartalsvis", "kvartalsvise"), "quarter"),
        **dict.fromkeys(("årlig", "årligt", "årlige"), "year"),
    },
    genitives={"dagens": "day", "ugens": "week", "månedens": "month", "kvartalets": "quarter", "årets": "year"},
    daytimes=frozenset({"morgen", "formiddag", "eftermiddag", "aften", "nat"}),
    plural_weekdays={
        "mandage": 0, "tirsdage": 1, "onsdage": 2, "torsdage": 3, "fredage": 4, "lørdage": 5, "søndage": 6,
    },
    last_weekdays={
        "mandags": 0, "tirsdags": 1, "onsdags": 2, "torsdags": 3, "fredags": 4, "lørdags": 5, "søndags": 6,
    },
    lists=frozenset({",", "og", "&", "/", "eller"}),
    fillers=frozenset({"hele", "fulde"}),
)

_UNITS_TEXT = (
    "kg kilo kilogram g gram km kilometer m meter cm mm centimeter l liter dl ml milliliter deciliter h t time timer "
    "min minut minutter s sek sekund sekunder kcal kalorier watt grader kwh mil pund"
)
_STOPS_TEXT = (
    "en et den det de af i på til for fra med og eller men per pr om hver hvert alle inden senest før efter indtil "
    "denne dette næste som der når så min mit mine vores jeg vi end over under gennem via mens hvis er var bliver skal "
    "vil mellem uden fordi ved hos flere mere færre mindre ad at"
)
_RISE_TEXT = (
    "øge øger øgede øget øgning forøge hæve hæver hævet løfte løfter løftet stige stiger stigning vækst vokse vokser "
    "forbedre forbedrer forbedring flere mere højere op styrke udvide booste ekstra fremgang"
)
_FALL_TEXT = (
    "sænke sænker sænket reducere reducerer reduktion nedbringe nedbringer mindske mindsker skære skærer tabe taber "
    "falde falder fald ned færre mindre lavere af slippe nedsætte nedsætter begrænse begrænser minimere forkorte "
    "formindske"
)
_EVENTS_TEXT = (
    "færdiggøre afslutte lancere udgive købe sælge droppe stoppe åbne bestå flytte ansætte sende gennemføre bygge "
    "opsige tilmelde aflevere betale skrive vinde bestige etablere"
)

GOALS = GoalWords(
    marks={
        "at_least": ("mindst", "minimum", "min [.]", "ikke under", "ikke færre|mindre end", "mere|flere end", "over"),
        "at_most": (
            "højst", "højest", "maks|max [.]", "maksimalt", "maksimum", "kun", "ikke mere|flere|over end", "under",
            "færre|mindre end", "ikke over", "blot",
        ),
        "from": ("fra",),
        "to": ("til", "op|ned til|på", "nå [op] [på]", "ramme", "passere", "på", "runde"),
        "by": ("med", "med [ca] [.]", "med yderligere"),
        "now": ("i stedet for", "nu", "lige nu", "er nu", "i dag [er]", "aktuelt"),
        "between": ("mellem", "imellem"),
        "scale": ("skala fra", "skalaen fra"),
        "compare": ("sammenlignet med", "i forhold til", "mod", "end", "siden", "fra", "i", "niveau fra|i", "kontra"),
        "age": ("fylder|bliver", "alderen", "klasse|kapitel|niveau|rum|rute|fase|version|nr|nummer"),
        "own": ("min|mit|mine", "min|mit bedste|hurtigste", "en", "et", "den|det", "vores"),
        "for": ("i", "på under", "inden for"),
    },
    after={
        "at_least": ("eller mere|flere|derover|længere", "minimum", "som minimum", "mindst"),
        "at_most": ("eller mindre|færre|derunder|hurtigere", "maksimalt", "højst", "maks|max"),
    },
    rise=frozenset(_RISE_TEXT.split()),
    fall=frozenset(_FALL_TEXT.split()),
    more=frozenset({"flere", "mere", "ekstra", "færre", "mindre", "nye", "højere", "lavere"}),
    factors={"fordoble": "100", "fordobling": "100", "tredoble": "200", "firdoble": "300", "halvere": "-50",
             "halvering": "-50"},
    shares={
        "halvdelen": "50", "en halv": "50", "en fjerdedel": "25", "en femtedel": "20", "en tiendedel": "10",
        "tre fjerdedele": "75", "en tredjedel": "33.333333", "to tredjedele": "66.666667",
    },
    counts={},
    times=frozenset({"gange", "gang", "x"}),
    times_word="gange",
    measures=frozenset(_UNITS_TEXT.split()),
    points=frozenset({"procentpoint", "procentpoints"}),
    stops=frozenset(_STOPS_TEXT.split()),
    links=frozenset({
        "med", "til", "fra", "og", "eller", "i", "på", "for", "af", "inden", "en", "et", "den", "det", "per", "pr",
        "om", "end", "mindst", "senest", "at", "men", "ca", "over", "under",
    }),
    levels=frozenset({"veje", "nå", "ramme", "kunne", "holde", "ligge", "komme", "passere", "opnå", "score", "runde"}),
    events=frozenset(_EVENTS_TEXT.split()),
    negations=frozenset({"ingen", "intet", "ikke", "aldrig", "uden"}),
    of=frozenset({"af"}),
    onlys=frozenset({"kun", "blot"}),
    limits=frozenset({"under", "hurtigere"}),
)
