"""The words of each language as data; English is understood beside every language."""

from functools import cache

from smart_tui.reading.words.lexicon import DateWords, NumberWords, Phrases


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
def date_words(lang: str) -> tuple[DateWords, ...]:
    """The date words of a language, its own first, then the English ones."""
    english = _dates("en")
    return (english,) if lang not in ("da", "sv") else (_dates(lang), english)


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


__all__ = ["DateWords", "NumberWords", "Phrases", "date_words", "number_words"]
