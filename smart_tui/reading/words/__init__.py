"""The words of each language as data, a folder each; English is understood beside every language."""

from functools import cache

from smart_tui.reading.words.files import FIRST, languages, load
from smart_tui.reading.words.lexicon import (
    DateWords,
    EntryWords,
    GoalWords,
    ItemWords,
    JudgingWords,
    NumberWords,
    Phrases,
    RemarkWords,
    WeekdayWords,
)


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language with the English ones added; unknown languages are English."""
    english = load(NumberWords, FIRST, "numbers")
    if lang == FIRST or lang not in languages():
        return english
    own = load(NumberWords, lang, "numbers")
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
    english = load(DateWords, FIRST, "dates")
    if lang == FIRST or lang not in languages():
        return english
    own = load(DateWords, lang, "dates")
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
        ranges=_both(own.ranges, english.ranges),
        years={**english.years, **own.years},
        halves={**english.halves, **own.halves},
        holidays={**english.holidays, **own.holidays},
        feasts={**english.feasts, **own.feasts},
        undertakings=english.undertakings | own.undertakings,
        until=english.until | own.until,
        others=english.others | own.others,
        even=english.even | own.even,
        must=english.must | own.must,
        no_day=english.no_day | own.no_day,
        begins=english.begins | own.begins,
        turnarounds=english.turnarounds | own.turnarounds,
        events=_both(own.events, english.events),
        happenings=english.happenings | own.happenings,
        stretches=english.stretches | own.stretches,
        happens=_both(own.happens, english.happens),
        coming=english.coming | own.coming,
        routines=english.routines | own.routines,
        turns=own.turns,
        subjects=english.subjects | own.subjects,
    )


@cache
def goal_words(lang: str) -> GoalWords:
    """The words of goal sentences of a language; English ones are added where they cannot be mistaken for its own."""
    english = load(GoalWords, FIRST, "goals")
    if lang == FIRST or lang not in languages():
        return english
    own = load(GoalWords, lang, "goals")
    return own._replace(
        marks=_both(own.marks, english.marks),
        after=_both(own.after, english.after),
        feats=_both(own.feats, english.feats),
        rise=(english.rise - own.stops) | own.rise,
        fall=(english.fall - own.rise - own.stops) | own.fall,
        particles=own.particles | english.particles,
        more=english.more | own.more,
        factors={**english.factors, **own.factors},
        counts=english.counts,
        times=(english.times - own.measures) | own.times,
        measures=english.measures | own.measures,
        points=english.points | own.points,
        shares={**english.shares, **own.shares},
        few={**english.few, **own.few},
        negations=english.negations | own.negations,
        onlys=english.onlys | own.onlys,
        events=(english.events - own.stops) | own.events,
        races=english.races | own.races,
        benchmarks=own.benchmarks + english.benchmarks,
        scores=own.scores + english.scores,
    )


@cache
def entry_words(lang: str) -> EntryWords:
    """The words of check-ins of a language with the English ones added."""
    english = load(EntryWords, FIRST, "checkins")
    if lang == FIRST or lang not in languages():
        return english
    return EntryWords(resets=english.resets | load(EntryWords, lang, "checkins").resets)


@cache
def item_words(lang: str) -> ItemWords:
    """The words of milestones, activities and plans of a language with the English ones behind them."""
    english = load(ItemWords, FIRST, "items")
    if lang == FIRST or lang not in languages():
        return english
    return ItemWords(*(mine + theirs for mine, theirs in zip(load(ItemWords, lang, "items"), english, strict=True)))


@cache
def judging_words(lang: str) -> JudgingWords:
    """What the verbs and nouns of goals say in a language, by itself; unknown languages are English."""
    return load(JudgingWords, lang if lang in languages() else FIRST, "judging")


@cache
def weekday_words(lang: str) -> WeekdayWords:
    """The words for choosing days of the week of a language with the English ones added."""
    english = load(WeekdayWords, FIRST, "weekdays")
    if lang == FIRST or lang not in languages():
        return english
    own = load(WeekdayWords, lang, "weekdays")
    return WeekdayWords(
        own.until | english.until,
        own.but | english.but,
        own.between | english.between,
        _both(own.groups, english.groups),
    )


@cache
def remark_words(lang: str) -> RemarkWords:
    """The words the coach remarks on in a language with the English ones added."""
    english = load(RemarkWords, FIRST, "remarks")
    if lang == FIRST or lang not in languages():
        return english
    own = load(RemarkWords, lang, "remarks")
    return RemarkWords(
        better=own.better | english.better,
        more=own.more | english.more,
        less=own.less | english.less,
        skill=own.skill | english.skill,
        state=own.state | english.state,
        yearly=own.yearly | english.yearly,
        yearly_starts=own.yearly_starts + english.yearly_starts,
        flows=own.flows | english.flows,
        flow_ends=own.flow_ends + english.flow_ends,
        rates=own.rates + english.rates,
        rate_ends=own.rate_ends + english.rate_ends,
        repeated=own.repeated | english.repeated,
        repeated_ends=own.repeated_ends + english.repeated_ends,
        clear=own.clear | english.clear,
        shared=own.shared | english.shared,
        leads_on=own.leads_on | english.leads_on,
    )


def _both(own: Phrases, english: Phrases) -> Phrases:
    return {meaning: own.get(meaning, ()) + english.get(meaning, ()) for meaning in {**own, **english}}


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
