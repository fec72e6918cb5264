"""The words of each language as data, a folder each; English is understood beside every language."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from smart_tui.reading.words.coaching import JudgingWords, RemarkWords
from smart_tui.reading.words.files import FIRST, WordsT, languages, words_of
from smart_tui.reading.words.lexicon import (
    DateWords,
    EntryWords,
    GoalWords,
    ItemWords,
    NumberWords,
    Phrases,
    WeekdayWords,
)

_OWN_DATES = frozenset({"possessives", "turns"})
_OWN_GOALS = frozenset(
    {
        "off",
        "ranges",
        "stops",
        "links",
        "levels",
        "of",
        "limits",
        "likes",
        "present",
        "sizes",
        "ones",
        "writes",
        "lengths",
        "purposes",
        "means",
    }
)
"""Fields to which the English words are not added, since they would be mistaken for the language's own."""


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language with the English ones added; unknown languages are English."""
    return _with_english(NumberWords, lang, "numbers")


@cache
def date_words(lang: str) -> DateWords:
    """The names and phrases of dates of a language with the English ones added; its own go first."""
    return _with_english(DateWords, lang, "dates", _OWN_DATES)


@cache
def goal_words(lang: str) -> GoalWords:
    """The words of goal sentences of a language; English ones are added where they cannot be mistaken for its own."""
    english = words_of(GoalWords, FIRST, "goals")
    if lang == FIRST or lang not in languages():
        return english
    own = words_of(GoalWords, lang, "goals")
    return _joined(own, english, _OWN_GOALS)._replace(
        rise=(english.rise - own.stops) | own.rise,
        fall=(english.fall - own.rise - own.stops) | own.fall,
        times=(english.times - own.measures) | own.times,
        events=(english.events - own.stops) | own.events,
    )


@cache
def entry_words(lang: str) -> EntryWords:
    """The words of check-ins of a language with the English ones added."""
    return _with_english(EntryWords, lang, "checkins")


@cache
def item_words(lang: str) -> ItemWords:
    """The words of milestones, activities and plans of a language with the English ones behind them."""
    return _with_english(ItemWords, lang, "items")


@cache
def judging_words(lang: str) -> JudgingWords:
    """What the verbs and nouns of goals say in a language, by itself; unknown languages are English."""
    return words_of(JudgingWords, lang if lang in languages() else FIRST, "judging")


@cache
def weekday_words(lang: str) -> WeekdayWords:
    """The words for choosing days of the week of a language with the English ones added."""
    return _with_english(WeekdayWords, lang, "weekdays")


@cache
def remark_words(lang: str) -> RemarkWords:
    """The words the coach remarks on in a language with the English ones added."""
    return _with_english(RemarkWords, lang, "remarks")


def _with_english(kind: type[WordsT], lang: str, name: str, own_only: frozenset[str] = frozenset()) -> WordsT:
    english = words_of(kind, FIRST, name)
    if lang == FIRST or lang not in languages():
        return english
    return _joined(words_of(kind, lang, name), english, own_only)


def _joined(own: WordsT, english: WordsT, own_only: frozenset[str]) -> WordsT:
    """Both, field by field: a language's own value of a word and its own signs count, and its phrases go first."""
    types: Mapping[str, Any] = type(own).__annotations__
    return type(own)(
        *(
            mine if name in own_only else _both(written, mine, theirs)
            for (name, written), mine, theirs in zip(types.items(), own, english, strict=True)
        )
    )


def _both(written: Any, mine: Any, theirs: Any) -> Any:
    if written is str:
        return mine
    if written == Phrases:
        return {meaning: mine.get(meaning, ()) + theirs.get(meaning, ()) for meaning in {**mine, **theirs}}
    if isinstance(mine, frozenset):
        return mine | theirs
    return mine + theirs if isinstance(mine, tuple) else {**theirs, **mine}


__all__ = [
    "DateWords",
    "EntryWords",
    "GoalWords",
    "ItemWords",
    "JudgingWords",
    "NumberWords",
    "Phrases",
    "RemarkWords",
    "WeekdayWords",
    "date_words",
    "entry_words",
    "goal_words",
    "item_words",
    "judging_words",
    "languages",
    "number_words",
    "remark_words",
    "weekday_words",
]
