"""English, as data."""

from smart_tui.reading.words.lexicon import DateWords, EntryWords, GoalWords, NumberWords

_SMALL_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_SMALL = _SMALL_TEXT.split()

NUMBERS = NumberWords(
    decimal=".",
    thousands=",",
    small={**{word: n for n, word in enumerate(_SMALL)}, "dozen": 12},
    tens={
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
    hundred=frozenset({"hundred"}),
    multipliers={
        "k": 10**3, "thousand": 10**3, "mio": 10**6, "mn": 10**6, "million": 10**6, "millions": 10**6,
        "bn": 10**9, "billion": 10**9, "billions": 10**9,
    },
    halves={"half": "0.5"},
    articles=frozenset({"a", "an"}),
    joiners=frozenset({"and"}),
    percent=frozenset({"%", "percent", "pct"}),
    minus=frozenset({"minus"}),
    currencies=frozenset({"$", "£", "€", "kr", "dkk", "sek", "nok", "eur", "usd", "gbp", "euro", "euros"}),
    time_units={
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
        **dict.fromkeys(("min", "mins", "minute", "minutes"), "min"),
        **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
    },
)

ENTRIES = EntryWords(resets=frozenset({"reset", "restart"}))

_ORDINALS_TEXT = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = _ORDINALS_TEXT.split()

DATES = DateWords(
    months={
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    weekdays={
        "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3,
        "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
    },
    seasons={"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"},
    units={
        "day": "day", "days": "day", "d": "day", "week": "week", "weeks": "week", "wk": "week", "wks": "week",
        "month": "month", "months": "month", "mth": "month", "mths": "month", "quarter": "quarter",
        "quarters": "quarter", "year": "year", "years": "year", "yr": "year", "yrs": "year",
    },
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)},
    ordinal_marks=frozenset({"st", "nd", "rd", "th"}),
    durations={
        "half a year": (6, "month"), "half year": (6, "month"), "a half year": (6, "month"),
        "a year and a half": (18, "month"), "one and a half years": (18, "month"),
        "a fortnight": (14, "day"), "fortnight": (14, "day"),
    },
    prefixes={
        "by": (
            "by [the]", "before [the]", "until [the]", "till [the]", "up to [the]", "through [the]",
            "no|not later than [the]", "at the latest [on|by|in]", "to be done by", "due [on|by|in]", "deadline [:]",
            "by the time of", "as of",
        ),
        "within": (
            "within", "over", "during", "throughout", "in the course of",
            
        ),
        "in": ("in [the]", "for [the]", "at [the]"),
        "on": ("on [the]",),
        "from": ("from [the]", "since [the]", "starting [on|in|from]"),
    },
    points={
        "today": ("today", "tonight"),
        "tomorrow": ("tomorrow",),
        "yesterday": ("yesterday",),
        "day before yesterday": ("the day before yesterday", "day before yesterday"),
        "day after tomorrow": ("the day after tomorrow", "day after tomorrow"),
        "day month": (
            "[the] {day} [of] {month} [,] [of] [{year}]", "{month} [the] {day} [,] [{year}]",
            "{weekday} [,] [the] {day} [of] {month} [,] [{year}]", "{weekday} [,] {month} [the] {day} [,] [{year}]",
        ),
        "month year": ("{month} [of] {year}",),
        "end of month": ("[the] end|close of {month} [of] [{year}]", "late {month} [{year}]"),
        "mid month": ("mid [-] {month} [{year}]", "[the] middle of {month} [{year}]"),
        "start of month": ("[the] start|beginning of {month} [{year}]", "early {month} [{year}]"),
        "next weekday": ("next {weekday}",),
        "coming weekday": ("[this] coming {weekday}", "this {weekday}"),
        "last weekday": ("last {weekday}",),
        "this unit": (
            "this [calendar|current] {unit}", "[the] current|calendar {unit}",
            "[the] end of this|the [calendar|current] {unit}",
            "end of {unit}", "{unit} [-] end", "[the] {genitive} end",
        ),
        "this year": ("new year", "new year's eve"),
        "next unit": ("next {unit}", "[the] end of next {unit}", "the next|coming|following {unit}"),
        "last unit": ("last {unit}",),
        "whole unit": ("[the] whole|entire|full {unit}", "[the] rest of the {unit}", "all {unit} [long]"),
        "quarter": ("{quarter} [of] [{year}]", "[the] end of {quarter} [{year}]"),
        "season year": ("{season} [of] {year}", "this {season}", "[the] coming {season}",
                        "the end of {season} [{year}]"),
        "next season": ("next {season}",),
        "week number": ("week [no|number] [.] {week} [,] [of] [{year}]", "wk {week}"),
        "end of year": ("[the] end of {year}", "new year {year}"),
        "year": ("[the] year {year}",),
        "christmas": ("christmas", "christmas eve"),
        "ago": ("{span} ago",),
        "numeric": ("{weekday} [,] {date}", "{weekday} [,] {date} {year}"),
    },
    weak={
        "weekday": ("{weekday}",),
        "month": ("{month}",),
        "season": ("[the] {season}",),
        "year": ("{year}",),
        "this year": ("the year",),
        "numeric": ("{date}", "[the] {date}", "[the] {date} {year}"),
    },
    offsets={
        "ahead": (
            "in|within|over|for|during|inside [about] {span}",
            "in|within|over|for|during|throughout|inside the next|coming|following {span}",
            "within|over the course of [the] [next] {span}",
            "[the] next|coming {span}", "{span} from now|today", "{span} ahead",
        ),
    },
    periods={
        "day": (
            "a|per|each|every [single] day", "every|each|per [single] morning|evening|night", "a night",
            "every|each|per [single] work|working|week day", "every|each|per weekday|workday", "/ day|d",
            "each and every day", "on weekdays|workdays",
        ),
        "week": (
            "a|per|each|every [single] week", "/ week|wk|w", "every|each [single] {weekday} [{daytime}]",
            "[on] {weekdays} [{daytime}]",
        ),
        "month": ("a|per|each|every [single] month", "/ month|mth"),
        "quarter": ("a|per|each|every [single] quarter", "/ quarter"),
        "year": ("a|per|each|every [single] year", "/ year|yr", "per annum"),
    },
    cadences={
        "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
        "yearly": "year", "annual": "year", "annually": "year",
    },
    genitives={"day's": "day", "week's": "week", "month's": "month", "quarter's": "quarter", "year's": "year"},
    daytimes=frozenset({"morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night", "nights"}),
    plural_weekdays={
        "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
    },
    last_weekdays={},
    lists=frozenset({",", "and", "&", "/", "or"}),
    fillers=frozenset({"full", "whole", "more", "calendar", "consecutive", "straight"}),
)

_UNITS_TEXT = (
    "kg kgs kilo kilos kilogram kilograms g gram grams lb lbs pound pounds stone km kms kilometre kilometres kilometer "
    "kilometers m metre metres meter meters cm mm centimetre centimetres centimeter centimeters mile miles l litre "
    "litres liter liters ml dl millilitre millilitres milliliter milliliters h hr hrs hour hours min mins minute "
    "minutes s sec secs second seconds kcal calories watt watts bpm degrees kwh"
)
_STOPS_TEXT = (
    "a an the of in on at for by to from with and or but per each every within before after until till this next that "
    "which who so as my your our his her their i we than over under during through via into about around while when if "
    "is are was be will all between without because by more less most fewer"
)
_RISE_TEXT = (
    "increase increases increased increasing grow grows growing growth raise raises raised raising lift lifts lifting "
    "boost boosts boosting improve improves improving rise rises rising gain gains gaining higher up expand strengthen "
    "more additional extend scale climb climbs jump add uplift"
)
_FALL_TEXT = (
    "reduce reduces reducing reduction decrease decreases decreasing lower lowers lowering cut cuts cutting drop drops "
    "dropping lose loses losing shed fall falls falling fewer less down shrink shrinks trim decline sink off rid "
    "minimise minimize slash halve shorten"
)
_EVENTS_TEXT = (
    "finish complete launch release publish buy sell join pass open stop ship adopt quit found move graduate submit "
    "hire sign hike climb win get hand clear patch fix renovate register book deliver write pay enter give"
)

GOALS = GoalWords(
    marks={
        "at_least": (
            "at least|lest", "a|the minimum of", "minimum [of]", "min [.]", "no fewer|less than", "more than", "over",
            "above",
        ),
        "at_most": (
            "no|not more than", "at most", "a|the maximum of", "maximum [of]", "max [.]", "only", "just", "under",
            "below", "less|fewer than", "at the most", "not exceeding",
        ),
        "from": ("from",),
        "to": ("to", "→", "- >", "up|down to", "to reach", "reach|reaching", "hit|hitting", "get to", "near", "at",
               "towards"),
        "by": ("by", "by about|around|another|a|an"),
        "now": ("now", "now is", "is|was now", "currently [at]", "right now is", "instead of", "today", "is"),
        "between": ("between", "within"),
        "scale": ("scale from|of", "rating from"),
        "compare": ("compared with|to", "against", "versus|vs", "since", "than", "of", "in", "from", "level in|of"),
        "age": ("turn|turning", "age|aged [of]", "grade|chapter|level|room|route|phase|version|no|number"),
        "own": ("my", "my fastest|best|current|first|own", "a", "an", "the", "our", "your", "his|her|their"),
        "for": ("for", "within", "in", "inside", "of"),
    },
    after={
        "at_least": ("or more|longer|over|above|higher", "and more|up", "minimum", "at least", "+"),
        "at_most": ("or less|fewer|faster|under|below|lower|quicker", "maximum", "at most", "max", "tops"),
    },
    rise=frozenset(_RISE_TEXT.split()),
    fall=frozenset(_FALL_TEXT.split()),
    more=frozenset({"more", "extra", "additional", "fewer", "less", "new", "higher", "lower"}),
    factors={
        "double": "100", "doubling": "100", "triple": "200", "tripling": "200", "quadruple": "300", "halve": "-50",
        "halving": "-50",
    },
    shares={
        "in half": "50", "half": "50", "a half": "50", "a quarter": "25", "one quarter": "25", "a fifth": "20",
        "one fifth": "20", "a tenth": "10", "three quarters": "75", "a third": "33.333333", "one third": "33.333333",
        "two thirds": "66.666667",
    },
    counts={"once": 1, "twice": 2, "thrice": 3},
    times=frozenset({"times", "time", "x"}),
    times_word="times",
    measures=frozenset(_UNITS_TEXT.split()),
    points=frozenset({"points", "point", "pp"}),
    stops=frozenset(_STOPS_TEXT.split()),
    links=frozenset({
        "by", "to", "from", "with", "and", "or", "in", "on", "at", "for", "of", "within", "a", "an", "the", "per",
        "but", "than", "at least", "about", "until", "before",
    }),
    levels=frozenset({"weigh", "reach", "reaching", "hit", "able", "maintain", "manage", "score"}),
    events=frozenset(_EVENTS_TEXT.split()),
    negations=frozenset({"no", "not", "never", "without", "don't"}),
    of=frozenset({"of"}),
    onlys=frozenset({"only", "just"}),
    limits=frozenset({"under", "below", "faster", "sub"}),
)
