"""What the grammars need to know of a language; the files in its folder fill it in, as plain data."""

from collections.abc import Mapping
from typing import NamedTuple

Phrases = Mapping[str, tuple[str, ...]]
"""Meaning to patterns, as `reading.phrases` reads them."""


class NumberWords(NamedTuple):
    """How numbers are written: signs, words and the units that belong to the number itself."""

    decimal: str
    """The sign in front of decimals."""
    thousands: str
    """The sign between thousands; a space is understood everywhere."""
    small: Mapping[str, int]
    """0 to 19 and, where they are one word, 20 to 99."""
    tens: Mapping[str, int]
    """20 to 90, which a small number may follow, joined or not."""
    hundred: frozenset[str]
    """Words for a hundred."""
    multipliers: Mapping[str, int]
    """Words and signs behind a number that make it so many times as large: thousand, k, million."""
    halves: Mapping[str, str]
    """Words for half and one and a half, to their value."""
    articles: frozenset[str]
    """Words that are 1 only where a number is expected."""
    joiners: frozenset[str]
    """What may stand between the parts of a number in words: and."""
    percent: frozenset[str]
    """Words and signs for per cent."""
    minus: frozenset[str]
    """Words for below zero."""
    currencies: frozenset[str]
    """Signs and words of money, before or behind the number."""
    time_units: Mapping[str, str]
    """Word to "h", "min" or "s"."""
    genitives: Mapping[str, str]
    """Units of time that say whose something is, to the unit: the Danish "timers" to "timer"."""


class DateWords(NamedTuple):
    """Names and phrases of dates, durations and periods."""

    months: Mapping[str, int]
    """Names and short names of the months."""
    weekdays: Mapping[str, int]
    """0 is Monday."""
    seasons: Mapping[str, str]
    """Word to "spring", "summer", "autumn" or "winter"."""
    units: Mapping[str, str]
    """Word to "day", "week", "month", "quarter" or "year"."""
    ordinals: Mapping[str, int]
    """first, second, third ... up to the 31st day."""
    articles: frozenset[str]
    """What may stand in front of a day of the month: "the" 3rd, "den" 3."""
    quarter_signs: frozenset[str]
    """Letters in front of the number of a quarter: Q3, K3."""
    ordinal_marks: frozenset[str]
    """What may stand behind the digits of a day: th, e, ..."""
    durations: Mapping[str, tuple[int, str]]
    """Phrases that are a whole duration: half a year, a fortnight."""
    prefixes: Phrases
    """What may stand before a date: "by", "within", "in"; the meaning is how it is read."""
    points: Phrases
    """Dates that are one wherever they stand."""
    weak: Phrases
    """Words that are a date only in a date field or behind a prefix."""
    offsets: Phrases
    """So long from today."""
    periods: Phrases
    """How often: by the day, week, month, quarter or year, or in a way that is none of these, as every other week."""
    cadences: Mapping[str, str]
    """Single words that are a cadence or, before a noun, describe one: "weekly" to "week"."""
    genitives: Mapping[str, str]
    """Units in the genitive: "year's"."""
    daytimes: frozenset[str]
    """Times of the day behind a weekday: Monday "morning"."""
    plural_weekdays: Mapping[str, int]
    """Days of the week that come again and again: on Mondays."""
    last_weekdays: Mapping[str, int]
    """"i mandags": the weekday that was."""
    lists: frozenset[str]
    """What stands between weekdays in a list."""
    fillers: frozenset[str]
    """Words between a number and its unit of time that change nothing: "6 full months"."""
    possessives: frozenset[str]
    """Seasons that, in front of a noun, say whose it is: the Swedish "vår"."""
    ranges: Phrases
    """Stretches of the calendar that something can be the end, the first half or the last Friday of."""
    years: Mapping[str, int]
    """Phrases for a year behind a date, counted from this one, which is 1: "next year" is 2."""
    halves: Mapping[str, int]
    """Phrases for one half of a year."""
    holidays: Mapping[str, str]
    """Names of days that are a date only behind a preposition ("by Easter"), to their rule: a day of the year, so
    many days from Easter, or a weekday from a day on."""
    feasts: Mapping[str, str]
    """Names of days that are a date wherever they stand, to their rule."""
    undertakings: frozenset[str]
    """Nouns that a season in front of them gives a time: "a summer project"."""
    until: frozenset[str]
    """What stands between the two ends of a range of dates."""
    others: frozenset[str]
    """Words behind a date that make it describe a noun: the 2019 "level"."""
    even: frozenset[str]
    """Words in front of a cadence that take it back: "even" on Mondays."""
    must: frozenset[str]
    """Verbs that say what a level has to be: "must", "stay"."""
    no_day: frozenset[str]
    """Words in front of a weekday by which it is not the next to come: "a" Sunday."""
    begins: frozenset[str]
    """Verbs of beginning: what they say of today is no deadline."""
    turnarounds: frozenset[str]
    """Words of how long a single thing takes ("reply", "-tiden"): a few days are its length and no deadline. With a
    hyphen in front: what a word ends in."""
    events: Phrases
    """What leads to an event without a known date. The meaning says what may follow: "any" words, one of
    `happenings` or `stretches`, one of `stretches`, a clause with one of `happens`, or nothing ("whole")."""
    happenings: frozenset[str]
    """Nouns of what will happen once: an exam, the wedding, "-provet" as an ending."""
    stretches: frozenset[str]
    """Nouns of a time that will have an end: the term, "-perioden"."""
    happens: Phrases
    """Verbs of something that will happen once: "retire", "is over"."""
    coming: frozenset[str]
    """"next", "this": in front of any noun it will happen once."""
    routines: frozenset[str]
    """Words that make an event no end: before "breakfast", the next "level"."""
    turns: frozenset[str]
    """Words that begin the main clause behind such an event: "ska"."""
    subjects: frozenset[str]
    """Words behind which those do not: "vi ska"."""


class EntryWords(NamedTuple):
    """Words of a check-in."""

    resets: frozenset[str]
    """In front of a number: the running count began anew and stands there now."""


class GoalWords(NamedTuple):
    """What the words of a goal sentence say about the number beside them."""

    marks: Phrases
    """Phrases in front of a number: at_least, at_most, limit (over, under: a level), from, to, by, now (where things
    stand), between, inside, hold (so long), scale, compare, year (it may be a year), age (a name or an age), own,
    theirs (it belongs to the thing: "my 400 m"), for, hour (it may be an hour of the day), clock (it is one)."""
    after: Phrases
    """Phrases behind a number and its unit: at_least, at_most."""
    feats: Phrases
    """Phrases that make a number one to reach in one go: in a row, by heart."""
    rise: frozenset[str]
    """Words that say up; a stem ends in a star: "reducer*"."""
    fall: frozenset[str]
    """Words that say down; stems as in `rise`."""
    particles: frozenset[str]
    """Those of `rise` and `fall` that are no verbs: up, down."""
    more: frozenset[str]
    """"more", "fewer", "better" between a number and its noun."""
    off: frozenset[str]
    """In front of or behind a weight or a length they say that it is to go: "take off 5 pounds"."""
    factors: Mapping[str, str]
    """Verbs that are a change in percent: double is 100."""
    shares: Mapping[str, str]
    """Phrases that are a share in percent, behind "by" or in front of "of": half is 50."""
    few: Mapping[str, str]
    """Phrases that are a number, perhaps with its unit: a couple of, half a dozen."""
    counts: Mapping[str, int]
    """once, twice."""
    times: frozenset[str]
    """How often; `times_word` is the one to show for "3x" and "once"."""
    times_word: str
    """The one of `times` to show."""
    measures: frozenset[str]
    """Units that belong to the number itself, as kilometres do and books do not."""
    points: frozenset[str]
    """Percentage points, as one word or the second of two."""
    ranges: frozenset[str]
    """What joins the two ends of a range: 4 to 5 times, 2 or 3."""
    stops: frozenset[str]
    """Words that end the noun behind a number."""
    links: frozenset[str]
    """Words that cannot end a title."""
    levels: frozenset[str]
    """Verbs of reaching a level."""
    holds: frozenset[str]
    """Those of them that are done to things one counts, too: "hold 3 courses"."""
    events: frozenset[str]
    """Verbs of what is done once and then is done."""
    negations: frozenset[str]
    """Words that make a cadence one of not doing something."""
    of: frozenset[str]
    """What may stand between a unit and its noun, and goes with the unit: "2 litres of"."""
    onlys: frozenset[str]
    """Words for at most that may stand before a verb: only."""
    limits: frozenset[str]
    """Words that make a number in a title of time one to beat: "in under"."""
    likes: frozenset[str]
    """Behind "three times" they make it a growth: as, så."""
    present: frozenset[str]
    """Words in front of a number that say how things stand now: currently."""
    sizes: frozenset[str]
    """What stands between a thing and its size: a book of 200 pages."""
    ones: frozenset[str]
    """Words beside the articles that make a noun one thing: my, another, new."""
    writes: frozenset[str]
    """Verbs whose thing grows to its size: write a novel of 80,000 words."""
    lengths: frozenset[str]
    """What such a thing is measured in: words, pages."""
    races: frozenset[str]
    """Verbs and nouns that make a number with a K a distance: run."""
    purposes: frozenset[str]
    """In front of a verb they say what something is good for: to, at, att."""
    means: frozenset[str]
    """Words that begin the means to something: through."""
    totals: tuple[str, ...]
    """What says that a number is all of it together: in total."""
    wholes: tuple[str, ...]
    """What stands between a count and what it is a part of: 3 "out of" 5 days."""
    metres: Mapping[str, int]
    """Units of distance in metres: a clock time beside a short one is minutes, beside a long one hours."""
    hours: frozenset[str]
    """Words behind a number that make it an hour of the day: am, o'clock."""
    benchmarks: tuple[str, ...] = ()
    """What words for the level of others end in: the average."""
    scores: tuple[str, ...] = ()
    """What words of marks on a scale begin with: satisfaction, index, grade; "*index" is all that has it in it, and
    "=mark" only that word."""


class ItemWords(NamedTuple):
    """How a milestone, an activity and an if-then plan are written in one line."""

    begins: tuple[str, ...]
    """What an if-then plan begins with; the first is the one to write."""
    goes_on: tuple[str, ...]
    """What stands in front of its action."""
    by: tuple[str, ...]
    """What stands in front of a milestone's date."""
    at: tuple[str, ...]
    """What stands in front of a clock time."""


class WeekdayWords(NamedTuple):
    """How days of the week are chosen: "mon-fri", "all days but Sunday"."""

    until: frozenset[str]
    """What stands between the ends of a range of days."""
    but: frozenset[str]
    """What takes days away: all days "but" Sunday."""
    between: frozenset[str]
    """What stands between days in a list."""
    groups: Phrases
    """"workdays", "weekend" and "every_day" to the phrases for them."""
