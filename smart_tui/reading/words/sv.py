"""Swedish, as data."""

from smart_tui.reading.words.lexicon import DateWords, EntryWords, GoalWords, NumberWords

_SMALL_TEXT = (
    "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_SMALL = _SMALL_TEXT.split()
_TENS = {
    "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
}

NUMBERS = NumberWords(
    decimal=",",
    thousands=" ",
    small={
        **{word: n for n, word in enumerate(_SMALL) if word != "en"}, "dussin": 12,
        **{
            f"{ten}{one}": n + tens
            for n, one in enumerate(_SMALL[:10]) if n
            for ten, tens in _TENS.items()
        },
        **{f"{ten}ett": tens + 1 for ten, tens in _TENS.items()},
    },
    tens=_TENS,
    hundred=frozenset({"hundra"}),
    multipliers={
        "tusen": 10**3, "t": 10**3, "miljon": 10**6, "miljoner": 10**6, "milj": 10**6, "mn": 10**6, "mkr": 10**6,
        "miljard": 10**9, "miljarder": 10**9,
    },
    halves={"halv": "0.5", "halvt": "0.5", "halva": "0.5"},
    articles=frozenset({"en", "ett"}),
    joiners=frozenset({"och"}),
    percent=frozenset({"procent", "proc"}),
    minus=frozenset({"minus"}),
    currencies=frozenset({"kr", "kronor", "krona", "sek", "euro"}),
    time_units={
        **dict.fromkeys(("h", "t", "tim", "timme", "timmar", "timmars"), "h"),
        **dict.fromkeys(("m", "min", "minut", "minuter"), "min"),
        **dict.fromkeys(("s", "sek", "sekund", "sekunder"), "s"),
    },
)

ENTRIES = EntryWords(resets=frozenset({"nollställ", "nollställd", "nollställt", "nollställs"}))

_ORDINALS_TEXT = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde "
    "femtonde sextonde sjuttonde artonde nittonde tjugonde"
)
_ORDINALS = _ORDINALS_TEXT.split()

DATES = DateWords(
    months={
        "januari": 1, "jan": 1, "februari": 2, "feb": 2, "mars": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
        "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
        "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    weekdays={
        "måndag": 0, "mån": 0, "tisdag": 1, "tis": 1, "tisd": 1, "onsdag": 2, "ons": 2, "torsdag": 3, "tor": 3,
        "tors": 3, "fredag": 4, "fre": 4, "lördag": 5, "lör": 5, "söndag": 6, "sön": 6,
        "måndagen": 0, "tisdagen": 1, "onsdagen": 2, "torsdagen": 3, "fredagen": 4, "lördagen": 5, "söndagen": 6,
    },
    seasons={
        "vår": "spring", "våren": "spring", "sommar": "summer", "sommaren": "summer", "höst": "autumn",
        "hösten": "autumn", "vinter": "winter", "vintern": "winter",
    },
    units={
        "dag": "day", "dagar": "day", "dagen": "day", "dagarna": "day", "dygn": "day", "vecka": "week",
        "veckor": "week", "veckan": "week", "veckorna": "week", "v": "week", "månad": "month", "månader": "month",
        "månaden": "month", "månaderna": "month", "mån": "month", "kvartal": "quarter", "kvartalet": "quarter",
        "kvartalen": "quarter", "år": "year", "året": "year", "åren": "year",
    },
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)},
    ordinal_marks=frozenset({"e", "a"}),
    durations={
        "ett halvår": (6, "month"), "halvår": (6, "month"), "ett halvt år": (6, "month"), "halvåret": (6, "month"),
        "ett och ett halvt år": (18, "month"), "ett kvartal": (3, "month"), "ett par veckor": (2, "week"),
    },
    prefixes={
        "by": (
            "senast [den|d] [:]", "senast i|på|till|under|vid [den]", "före [den|d]", "innan [den|d]", "till [den|d]",
            "tills [den|d]", "fram till [den|d]", "inte senare än [den]", "till och med [den]", "t o m [den]",
            "frist [:]", "deadline [:]", "när vi|jag når [den]",
        ),
        "within": ("inom", "under loppet av", "under", "över", "genom", "under hela"),
        "in": ("i", "den", "för", "vid"),
        "on": ("på",),
        "from": ("från [den]", "från och med [den]", "sedan [den]"),
    },
    points={
        "today": ("i dag", "idag", "i kväll", "ikväll"),
        "tomorrow": ("i morgon", "imorgon", "imorrn", "i morrn"),
        "yesterday": ("i går", "igår"),
        "day before yesterday": ("i förrgår", "iförrgår", "förrgår"),
        "day after tomorrow": ("i övermorgon", "övermorgon"),
        "day month": (
            "[den|d] {day} {month} [{year}]", "{weekday} [,] [den|d] {day} {month} [{year}]",
        ),
        "month year": (
            "{month} [i] {year}",
        ),
        "end of month": (
            "slutet av {month} [{year}]", "i slutet av {month} [{year}]",
            "utgången av {month} [{year}]", "sista {month} [{year}]", "ultimo {month} [{year}]",
        ),
        "mid month": ("mitten av {month} [{year}]", "i mitten av {month} [{year}]", "medio {month} [{year}]"),
        "start of month": ("början av {month} [{year}]", "i början av {month} [{year}]", "primo {month} [{year}]"),
        "next weekday": ("nästa {weekday}",),
        "coming weekday": ("på {weekday}", "kommande {weekday}", "nu på {weekday}"),
        "last weekday": ("förra|senaste {weekday}", "i {lastday}"),
        "this unit": (
            "denna|detta|innevarande {unit}", "den|det här {unit}", "{genitive} slut|utgång",
            "[i] slutet|utgången av [denna|detta|innevarande] {unit}",
        ),
        "this year": ("i år", "nyår", "årsskiftet", "kalenderåret", "årsslutet"),
        "next unit": (
            "nästa|nästkommande|kommande {unit}", "det|den kommande|närmaste {unit}", "slutet av nästa {unit}",
        ),
        "last unit": ("förra {unit}",),
        "whole unit": ("hela {unit}", "resten av {unit}"),
        "quarter": ("{quarter} [i] [{year}]", "slutet|utgången av {quarter} [{year}]"),
        "season year": ("{season} {year}", "denna {season}", "slutet av {season} [{year}]"),
        "next season": ("nästa {season}",),
        "week number": ("vecka|v [nr|nummer] [.] {week} [,] [i] [{year}]",),
        "end of year": ("[i] slutet|utgången av {year}", "nyår|årsskiftet {year}"),
        "year": ("år|året {year}",),
        "christmas": ("julafton", "jul", "julen"),
        "ago": ("för {span} sedan|sen", "{span} sedan"),
        "numeric": ("{weekday} [,] [den|d] {date}", "{weekday} [,] [den|d] {date} [-] {year}"),
    },
    weak={
        "weekday": ("{weekday}",),
        "month": ("{month}",),
        "season": ("{season}",),
        "year": ("{year}",),
        "this year": ("året", "nyårsafton"),
        "numeric": ("{date}", "den|d {date}", "[den|d] {date} [-] {year}"),
    },
    offsets={
        "ahead": (
            "om|i|på|inom|under|över [de|den|det] [närmaste|nästa|kommande] {span}",
            "inom loppet av [de] [närmaste|kommande] {span}", "under loppet av [de] [närmaste|kommande] {span}",
            "de|den|det närmaste|nästa|kommande {span}", "närmaste {span}", "{span} från nu|idag",
            "{span} framåt",
        ),
    },
    periods={
        "day": (
            "om|per dagen|dag|dygn", "varje [enda] dag|morgon|kväll|natt|vardag|arbetsdag|dygn", "/ dag|dygn",
            "alla vardagar|dagar",
        ),
        "week": (
            "i|per veckan|vecka", "varje [enda] vecka", "varje [enda] {weekday} [{daytime}]", "/ vecka|v",
            "{weekdays} [{daytime}]",
        ),
        "month": (
            "i månaden", "per månad", "varje [enda] månad", "/ månad|mån",
        ),
        "quarter": ("per kvartal", "i kvartalet", "varje [enda] kvartal", "/ kvartal"),
        "year": ("om året", "per år", "varje [enda] år", "/ år"),
    },
    cadences={
        **dict.fromkeys(("daglig", "dagligen", "dagliga"), "day"),
        **dict.fromkeys(("veckovis", "veckovisa"), "week"),
        **dict.fromkeys(("månadsvis", "månatlig", "månatliga", "månatligen"), "month"),
        **dict.fromkeys(("kvartalsvis", "kvartalsvisa"), "quarter"),
        **dict.fromkeys(("årlig", "årligen", "årliga"), "year"),
    },
    genitives={"dagens": "day", "veckans": "week", "månadens": "month", "kvartalets": "quarter", "årets": "year"},
    daytimes=frozenset({"morgon", "förmiddag", "eftermiddag", "kväll", "natt"}),
    plural_weekdays={
        **dict.fromkeys(("måndagar", "måndagarna"), 0), **dict.fromkeys(("tisdagar", "tisdagarna"), 1),
        **dict.fromkeys(("onsdagar", "onsdagarna"), 2), **dict.fromkeys(("torsdagar", "torsdagarna"), 3),
        **dict.fromkeys(("fredagar", "fredagarna"), 4), **dict.fromkeys(("lördagar", "lördagarna"), 5),
        **dict.fromkeys(("söndagar", "söndagarna"), 6),
    },
    last_weekdays={
        "måndags": 0, "tisdags": 1, "onsdags": 2, "torsdags": 3, "fredags": 4, "lördags": 5, "söndags": 6,
    },
    lists=frozenset({",", "och", "&", "/", "eller"}),
    fillers=frozenset({"hela", "fulla"}),
    possessives=frozenset({"vår"}),
)

_UNITS_TEXT = (
    "kg kilo kilogram g gram hg km kilometer m meter cm mm centimeter l liter dl ml cl milliliter deciliter h tim "
    "timme timmar min minut minuter s sek sekund sekunder kcal kalorier watt grader kwh mil mkr msek tkr"
)
_STOPS_TEXT = (
    "en ett den det de av i på till för från med och eller men per om varje alla inom senast före innan efter tills "
    "denna detta nästa som när så min mitt mina vår våra jag vi än över under genom via medan är var blir ska skall "
    "vill mellan utan eftersom vid hos fler mer färre mindre mot att jämfört fördelat"
)
_RISE_TEXT = (
    "öka ökar ökat ökning höja höjer höjt lyfta lyfter stiga stiger stigit växa växer tillväxt förbättra förbättrar "
    "fler mer högre upp utöka utökas stärka bredda"
)
_FALL_TEXT = (
    "minska minskar minskat minskning sänka sänker sänkt sjunka sjunker sjunkit reducera reducerar dra skära banta "
    "falla faller ner ned färre mindre lägre tappa krympa krymper korta halvera begränsa"
)
_EVENTS_TEXT = (
    "slutföra sluta avsluta lansera publicera köpa sälja öppna klara flytta anställa skicka genomföra bygga åka anmäla "
    "lämna betala skriva vinna bestiga lägga släppa"
)

GOALS = GoalWords(
    marks={
        "at_least": ("minst", "åtminstone", "minimum", "inte under", "inte färre|mindre än", "mer|fler än", "över"),
        "at_most": (
            "högst", "max [.]", "maximalt", "som mest", "bara", "endast", "inte mer|fler än", "under",
            "färre|mindre än", "inte över",
        ),
        "from": ("från",),
        "to": ("till", "upp|ner|ned till|på|i", "nå [upp] [till]", "på", "landa på", "passera"),
        "by": ("med", "med ca|cirka|ungefär|ytterligare"),
        "now": ("i stället|istället för", "nu", "just nu", "är nu", "i dag är", "idag är"),
        "between": ("mellan",),
        "scale": ("skala från", "skalan från"),
        "compare": ("jämfört med", "i förhållande till", "mot", "än", "sedan", "från", "i", "nivå från|i"),
        "age": ("fyller|blir", "åldern", "klass|kapitel|nivå|rum|rutt|fas|version|nr|nummer"),
        "own": ("min|mitt|mina", "min|mitt bästa|snabbaste", "en", "ett", "den|det", "vår|våra"),
        "for": ("i", "på under", "inom"),
    },
    after={
        "at_least": ("eller mer|fler|längre|däröver", "minst", "som minst"),
        "at_most": ("eller mindre|färre|snabbare|därunder", "högst", "max", "som mest"),
    },
    rise=frozenset(_RISE_TEXT.split()),
    fall=frozenset(_FALL_TEXT.split()),
    more=frozenset({"fler", "mer", "extra", "färre", "mindre", "nya", "högre", "lägre"}),
    factors={"fördubbla": "100", "fördubbling": "100", "tredubbla": "200", "fyrdubbla": "300", "halvera": "-50",
             "halvering": "-50"},
    shares={
        "hälften": "50", "en halv": "50", "en fjärdedel": "25", "en femtedel": "20", "en tiondel": "10",
        "tre fjärdedelar": "75", "en tredjedel": "33.333333", "två tredjedelar": "66.666667",
    },
    counts={},
    times=frozenset({"gånger", "gång", "ggr", "x"}),
    times_word="gånger",
    measures=frozenset(_UNITS_TEXT.split()),
    points=frozenset({"procentenheter", "procentenhet"}),
    stops=frozenset(_STOPS_TEXT.split()),
    links=frozenset({
        "med", "till", "från", "och", "eller", "i", "på", "för", "av", "inom", "en", "ett", "den", "det", "per", "om",
        "än", "minst", "senast", "att", "men", "ca", "över", "under",
    }),
    levels=frozenset({
        "väga", "nå", "kunna", "hålla", "ligga", "komma", "landa", "passera", "uppnå", "fixa", "klara", "orka",
    }),
    events=frozenset(_EVENTS_TEXT.split()),
    negations=frozenset({"ingen", "inget", "inga", "inte", "aldrig", "utan"}),
    of=frozenset({"av"}),
    onlys=frozenset({"bara", "endast"}),
    limits=frozenset({"under", "snabbare"}),
)
