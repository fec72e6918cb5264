"""English, as data."""

from smart_tui.reading.words.lexicon import DateWords, NumberWords

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
            "within [the]", "over [the]", "during [the]", "throughout [the]", "in the course of [the]",
            
        ),
        "in": ("in [the]", "on [the]", "for [the]", "at [the]"),
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
        "christmas": ("christmas", "christmas eve"),
        "ago": ("{span} ago",),
        "numeric": ("{weekday} [,] {date}",),
    },
    weak={
        "weekday": ("{weekday}",),
        "month": ("{month}",),
        "season": ("{season}",),
        "year": ("{year}", "[the] year {year}"),
        "this year": ("[the] year",),
        "numeric": ("{date}", "[the] {date}"),
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
