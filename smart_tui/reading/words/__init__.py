"""The words of each language as data; English is understood beside every language."""

from functools import cache

from smart_tui.reading.words.lexicon import DateWords, EntryWords, GoalWords, NumberWords, Phrases


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language with the English ones added; unknown languages are English."""
    english = _numbers("en")
    if lang not in ("da", "sv"):
        return english
    own = _numbers(lang)
    return own._replace(
        small={**english.small, **own.small},
        tens={**english.tens, **own.tens},
        hundred=english.hundred | own.hundred,
        multipliers={**english.multipliers, **own.multipliers},
        halves={**english.halves, **own.halves},
        articles=english.articles | own.articles,
        joiners=english.joiners | own.joiners,
        percent=english.percent | own.percent,
        minus=english.minus | own.minus,
        currencies=english.currencies | own.currencies,
        time_units={**english.time_units, **own.time_units},
    )


@cache
def date_words(lang: str) -> DateWords:
    """The names and phrases of dates of a language with the English ones added; its own go first."""
    english = _dates("en")
    if lang not in ("da", "sv"):
        return english
    own = _dates(lang)
    return DateWords(
        months={**english.months, **own.months},
        weekdays={**english.weekdays, **own.weekdays},
        seasons={**english.seasons, **own.seasons},
        units={**english.units, **own.units},
        ordinals={**english.ordinals, **own.ordinals},
        ordinal_marks=english.ordinal_marks | own.ordinal_marks,
        durations={**english.durations, **own.durations},
        prefixes=_both(own.prefixes, english.prefixes),
        points=_both(own.points, english.points),
        weak=_both(own.weak, english.weak),
        offsets=_both(own.offsets, english.offsets),
        periods=_both(own.periods, english.periods),
        cadences={**english.cadences, **own.cadences},
        genitives={**english.genitives, **own.genitives},
        daytimes=english.daytimes | own.daytimes,
        plural_weekdays={**english.plural_weekdays, **own.plural_weekdays},
        last_weekdays={**english.last_weekdays, **own.last_weekdays},
        lists=english.lists | own.lists,
        fillers=english.fillers | own.fillers,
        possessives=own.possessives,
    )


@cache
def goal_words(lang: str) -> GoalWords:
    """The words of goal sentences of a language; English ones are added where they cannot be mistaken for its own."""
    english = _goals("en")
    if lang not in ("da", "sv"):
        return english
    own = _goals(lang)
    return own._replace(
        marks=_both(own.marks, english.marks),
        after=_both(own.after, english.after),
        rise=english.rise | own.rise,
        fall=(english.fall - own.rise - own.stops) | own.fall,
        more=english.more | own.more,
        factors={**english.factors, **own.factors},
        counts=english.counts,
        times=english.times | own.times,
        measures=english.measures | own.measures,
        points=english.points | own.points,
        shares={**english.shares, **own.shares},
        negations=english.negations | own.negations,
        onlys=english.onlys | own.onlys,
        events=(english.events - own.stops) | own.events,
    )


@cache
def entry_words(lang: str) -> EntryWords:
    """The words of check-ins of a language with the English ones added."""
    english = _entries("en")
    if lang not in ("da", "sv"):
        return english
    return EntryWords(resets=english.resets | _entries(lang).resets)


def _both(own: Phrases, english: Phrases) -> Phrases:
    return {meaning: own.get(meaning, ()) + english.get(meaning, ()) for meaning in {**own, **english}}


def _numbers(lang: str) -> NumberWords:
    if lang == "da":
        from smart_tui.reading.words import da

        return da.NUMBERS
    if lang == "sv":
        from smart_tui.reading.words import sv

        return sv.NUMBERS
    from smart_tui.reading.words import en

    return en.NUMBERS


def _dates(lang: str) -> DateWords:
    if lang == "da":
        from smart_tui.reading.words import da

        return da.DATES
    if lang == "sv":
        from smart_tui.reading.words import sv

        return sv.DATES
    from smart_tui.reading.words import en

    return en.DATES


def _entries(lang: str) -> EntryWords:
    if lang == "da":
        from smart_tui.reading.words import da

        return da.ENTRIES
    if lang == "sv":
        from smart_tui.reading.words import sv

        return sv.ENTRIES
    from smart_tui.reading.words import en

    return en.ENTRIES


def _goals(lang: str) -> GoalWords:
    if lang == "da":
        from smart_tui.reading.words import da

        return da.GOALS
    if lang == "sv":
        from smart_tui.reading.words import sv

        return sv.GOALS
    from smart_tui.reading.words import en

    return en.GOALS


__all__ = [
    "DateWords",
    "EntryWords",
    "GoalWords",
    "NumberWords",
    "Phrases",
    "date_words",
    "entry_words",
    "goal_words",
    "number_words",
]
