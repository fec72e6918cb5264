"""What reads goal sentences in the benchmark of the coach: the coach itself, and libraries as they come.

Each is made by a function that imports what it needs and gives back a function of a sentence and its language.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from typing import NamedTuple

TODAY = date(2026, 1, 15)
NOON = datetime(2026, 1, 15)
LANGUAGES = ("en", "da", "sv")

Read = Callable[[str, str], Sequence[object]]
"""A sentence and its language, to what was found in it, in order: dates, numbers, or the code of a language."""


class Reader(NamedTuple):
    """One way to read sentences, and the languages it is made for."""

    name: str
    make: Callable[[], Read]
    languages: Sequence[str] = LANGUAGES


def coach_dates() -> Read:
    """The deadline that the coach finds."""
    from smart_tui.coach.prediction import predict

    def read(text: str, lang: str) -> list[object]:
        found = predict(text, lang, TODAY)["deadline"]
        return [date.fromisoformat(found["iso"])] if found and found["iso"] else []

    return read


def coach_numbers() -> Read:
    """The target that the coach finds."""
    from smart_tui.coach.prediction import predict

    def read(text: str, lang: str) -> list[object]:
        found = predict(text, lang, TODAY)["measure"]
        return [abs(float(found["target"]))] if found and found["target"] is not None else []

    return read


def coach_language() -> Read:
    """The language that the coach takes a sentence for."""
    from smart_tui.reading.language import detect

    return lambda text, _: [detect(text)]


def dateparser_dates() -> Read:
    """Every date that dateparser's search finds, told the language and that the future is meant."""
    search = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": NOON, "PREFER_DATES_FROM": "future"}

    def read(text: str, lang: str) -> list[object]:
        return [found.date() for _, found in search(text, languages=[lang], settings=settings) or ()]

    return read


def parsedatetime_dates() -> Read:
    """Every date that parsedatetime finds, by its English words."""
    calendar = import_module("parsedatetime").Calendar()

    def read(text: str, _: str) -> list[object]:
        return [found[0].date() for found in calendar.nlp(text, sourceTime=NOON) or ()]

    return read


def quantulum_numbers() -> Read:
    """Every quantity that quantulum3 finds, by its English words, but spans of time, which are not what is counted."""
    parse = import_module("quantulum3.parser").parse

    def read(text: str, _: str) -> list[object]:
        found = parse(text)
        counted = [each for each in found if each.unit.entity.name != "time"]
        return [abs(float(each.value)) for each in counted or found]

    return read


def text2num_numbers() -> Read:
    """Every number once text2num has put digits in the place of number words."""
    digits = import_module("text_to_num").alpha2digit

    def read(text: str, lang: str) -> list[object]:
        return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", digits(text, lang))]

    return read


def langdetect_language() -> Read:
    """What langdetect says, seeded, from all the languages it knows."""
    module = import_module("langdetect")
    module.DetectorFactory.seed = 0

    def read(text: str, _: str) -> list[object]:
        try:
            return [module.detect(text)]
        except module.LangDetectException:
            return []

    return read


def langid_language() -> Read:
    """What py3langid says, told which languages there are."""
    module = import_module("py3langid")
    module.set_languages(list(LANGUAGES))
    return lambda text, _: [module.classify(text)[0]]


def lingua_language() -> Read:
    """What lingua says, told which languages there are."""
    module = import_module("lingua")
    chosen = [module.Language.ENGLISH, module.Language.DANISH, module.Language.SWEDISH]
    detector = module.LanguageDetectorBuilder.from_languages(*chosen).build()

    def read(text: str, _: str) -> list[object]:
        found = detector.detect_language_of(text)
        return [found.iso_code_639_1.name.lower()] if found else []

    return read


DATES = (
    Reader("the coach", coach_dates),
    Reader("dateparser", dateparser_dates),
    Reader("parsedatetime", parsedatetime_dates, ("en",)),
)
NUMBERS = (
    Reader("the coach", coach_numbers),
    Reader("quantulum3", quantulum_numbers),
    Reader("text2num", text2num_numbers, ("en", "da")),
)
LANGUAGE = (
    Reader("the coach", coach_language),
    Reader("lingua", lingua_language),
    Reader("py3langid", langid_language),
    Reader("langdetect", langdetect_language),
)
