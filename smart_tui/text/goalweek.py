"""How a goal went in the weeks of a review: one sentence, a strip of its days, and the change."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from smart_tui.domain.calendar import add_days
from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Kind, Period
from smart_tui.domain.rollup import RollUp
from smart_tui.domain.weekfigures import DayMark, GoalWeek, WeekFigures
from smart_tui.i18n import N_, Words
from smart_tui.text.history import quoted
from smart_tui.text.pace import change_figure
from smart_tui.text.rollup import rollup_sentence
from smart_tui.text.weekdays import listed

Written = Callable[[Decimal, GoalWeek, Words], str]
"""How a value is written: with its unit or without."""

UP, DOWN = "▲", "▼"
MARK_SIGN: Mapping[DayMark, str] = {
    DayMark.MET: "✓",
    DayMark.NOT: "×",
    DayMark.VALUE: "•",
    DayMark.NOUGHT: "0",
    DayMark.EXCUSED: "–",
    DayMark.UNKNOWN: "·",
    DayMark.EMPTY: "·",
    DayMark.PAUSED: "–",
    DayMark.OFF: " ",
    DayMark.OUT: " ",
    DayMark.COMING: " ",
}
"""One cell wide each; the sentence beside the strip says the same."""

MOST_NAMED = 2
"""Milestones named in a sentence; of more, the others are counted."""

_TELLS_NOTHING = (DayMark.EMPTY, DayMark.OFF, DayMark.OUT, DayMark.COMING)
IN_PERIOD: Mapping[str, str] = {
    Period.MONTH: N_("{value} of {target} in the month"),
    Period.QUARTER: N_("{value} of {target} in the quarter"),
    Period.YEAR: N_("{value} of {target} in the year"),
}
_RESTING = (DayMark.PAUSED, DayMark.OUT, DayMark.OFF, DayMark.COMING)


def week_sentence(week: GoalWeek, words: Words) -> str:
    """What the weeks of the span held: "5 of 8 meetings, 8 the week before"; side by side "8, 5 and 6 of 8 meetings".

    Without a full stop, and beginning with a small letter where it begins with a word.
    """
    week = _since_it_began(week)
    quiet = _quiet(week, words)
    if quiet:
        return quiet
    said = _BY_KIND[week.kind](week, words)
    unknown = len(week.missing) - _settled(week)
    by_day = week.kind is Kind.QUOTA and (week.period is Period.DAY or week.at_most)
    if not unknown or not by_day or all(each.value is None for each in week.span):
        return said
    open_days = words.ngettext("{said}; {n} day unknown", "{said}; {n} days unknown", unknown)
    return open_days.format(said=said, n=words.number(unknown))


def _settled(week: GoalWeek) -> int:
    """How many of the days that nothing was said of count as not met by now, and are in the counts already."""
    marks = {add_days(each.first, at): mark for each in week.span for at, mark in enumerate(each.marks)}
    return sum(1 for day in week.missing if marks.get(day) is DayMark.NOT)


def change_sign(week: GoalWeek) -> str:
    """▲ or ▼ where the span changed the goal's figure, of a quota a day the share of days met; else nothing."""
    change: Fraction | Decimal | None = week.change
    if _by_day(week):
        before, now = _share(week.before), _share(week.span[-1])
        change = None if before is None or now is None else now - before
    return "" if not change else UP if change > 0 else DOWN


def change_said(week: GoalWeek, words: Words) -> str:
    """The change with its sign: "▲ +350", "▼ −0.4 percentage points"; empty where there was none."""
    sign = change_sign(week)
    if not sign or not week.change or _by_day(week):
        return sign
    return f"{sign} {change_figure(week.change, week.unit, words)}"


def tells(week: WeekFigures) -> bool:
    """Whether the strip of a week is worth drawing: that something was entered in it, or asked for."""
    return any(mark not in _TELLS_NOTHING for mark in week.marks)


def marks_said(marks: Sequence[DayMark]) -> str:
    """The days of a week as signs, one after the other: "· · ✓ ✓ × ✓ ×"."""
    return " ".join(MARK_SIGN[mark] for mark in marks)


def _since_it_began(week: GoalWeek) -> GoalWeek:
    """The same without the weeks of the span that lie before the goal's first day; the last week stays."""
    span = week.span
    while len(span) > 1 and span[0].value is None and span[0].marks and {*span[0].marks} == {DayMark.OUT}:
        span = span[1:]
    return week._replace(weeks=(week.before, *span))


def _unknown(each: WeekFigures, words: Words) -> str:
    """What is said of one of several weeks in which nothing was entered."""
    rested = DayMark.PAUSED in each.marks and {*each.marks} <= {*_RESTING}
    return words.gettext("rested") if rested else words.gettext("unknown")


def _quiet(week: GoalWeek, words: Words) -> str:
    """What is said of weeks in which nothing was to be done, or all of it was excused."""
    marks = {mark for each in week.span for mark in each.marks}
    if not marks or any(each.value is not None for each in week.span):
        return ""
    if marks <= {*_RESTING, DayMark.EXCUSED} and DayMark.EXCUSED in marks:
        return words.gettext("excused")
    if not marks <= set(_RESTING):
        return ""
    if DayMark.PAUSED in marks:
        return words.gettext("rested")
    # Of a goal that ended one wants to know where it stands.
    return words.gettext("nothing was asked for") if week.value is None or week.kind is Kind.QUOTA else ""


def _quota(week: GoalWeek, words: Words) -> str:
    if week.period is Period.DAY:
        return _days(week, words, words.gettext("met on {counts} days"))
    if week.period is not Period.WEEK:
        return _total(week, words)
    if week.target is None and all(each.target is None for each in week.span):
        return _amounts(week, words)
    if all(each.value is None for each in week.span):
        return _with_before(words.gettext("nothing entered"), week, words)
    values = [_unknown(each, words) if each.value is None else _figure(each.value, week, words) for each in week.span]
    together: list[tuple[Decimal | None, list[str]]] = []
    for value, each in zip(values, week.span, strict=True):
        # Weeks that asked for the same are told together, and those that asked for nothing with their neighbours.
        if together and (each.target is None or together[-1][0] in (None, each.target)):
            told = each.target if together[-1][0] is None else together[-1][0]
            together[-1] = told, [*together[-1][1], value]
        else:
            together.append((each.target, [value]))
    *first, last = [(target, listed(told, words)) for target, told in together]
    said = [_of_target(told, target, _figure, week, words) for target, told in first]
    said.append(_of_target(last[1], last[0], _amount, week, words))
    return _with_before("; ".join(said), week, words)


def _of_target(values: str, target: Decimal | None, written: Written, week: GoalWeek, words: Words) -> str:
    if target is None:
        return values
    pattern = words.gettext("{values} of at most {target}") if week.at_most else words.gettext("{values} of {target}")
    return pattern.format(values=values, target=written(target, week, words))


def _against(value: str, each: WeekFigures, week: GoalWeek, words: Words) -> str:
    """One week's value with its own target, "5 of 7"; weeks of which nothing was asked have none."""
    if each.target is None or each.value is None:
        return value
    return words.gettext("{value} of {target}").format(value=value, target=_figure(each.target, week, words))


def _total(week: GoalWeek, words: Words) -> str:
    """ "17 of 24 books, +1; +2 the week before", side by side "17 of 24 books: +2, nothing and +1"."""
    added = [_added(each, week, words) for each in week.span]
    if all(each.value is None for each in week.span):
        said = words.gettext("{so_far}, nothing new").format(so_far=_so_far(week, words))
    elif len(added) == 1:
        said = words.gettext("{so_far}, {change}").format(so_far=_so_far(week, words), change=added[0])
    else:
        said = words.gettext("{so_far}: {changes}").format(so_far=_so_far(week, words), changes=listed(added, words))
    if week.before.value is None:
        return said
    before = _added(week.before, week, words)
    return words.gettext("{said}; {before} the week before").format(said=said, before=before)


def _added(each: WeekFigures, week: GoalWeek, words: Words) -> str:
    if each.value is None:
        return words.gettext("nothing")
    return words.figure(each.value, week.unit, sign=True, decimals=2)


def _so_far(week: GoalWeek, words: Words) -> str:
    """Where the goal, or its running period, stands: "17 of 24 books", "7 of 12 posts in the month"."""
    value = week.value or Decimal(0)
    if week.target is None:
        return _amount(value, week, words)
    pattern = IN_PERIOD.get(week.period, "") if week.kind is Kind.QUOTA and week.period else ""
    said = words.gettext(pattern) if pattern else words.gettext("{value} of {target}")
    return said.format(value=_figure(value, week, words), target=_amount(week.target, week, words))


def _amounts(week: GoalWeek, words: Words) -> str:
    """What was entered in each week where nothing is asked for: "12 cups, 15 the week before"."""
    if all(each.value is None for each in week.span):
        return _with_before(words.gettext("nothing entered"), week, words)
    nothing = words.gettext("nothing")
    *first, last = [nothing if each.value is None else _figure(each.value, week, words) for each in week.span]
    value = week.span[-1].value
    if value is not None:
        last = _amount(value, week, words)
    return _with_before(listed([*first, last], words), week, words)


def _level(week: GoalWeek, words: Words) -> str:
    readings = [each.value for each in week.span if each.value is not None]
    if not readings or week.value is None:
        if week.value is None:
            return words.gettext("no reading yet")
        return words.gettext("no new reading; {amount} as before").format(amount=_amount(week.value, week, words))
    *first, last = [_figure(value, week, words) for value in readings]
    last = _amount(readings[-1], week, words)
    said = listed([*first, last], words)
    if week.change:
        change = change_figure(week.change, week.unit, words)
        said = words.gettext("{said}, {change}").format(said=said, change=change)
    if week.target is None:
        return said
    return words.gettext("{said}; the goal is {target}").format(said=said, target=_figure(week.target, week, words))


def _within(week: GoalWeek, words: Words) -> str:
    if week.value is None:
        return words.gettext("no reading yet")
    if not any(each.days_judged for each in week.span):
        return words.gettext("no new reading; {amount} as before").format(amount=_amount(week.value, week, words))
    said = _days(week, words, words.gettext("{counts} readings inside"))
    return words.gettext("{amount}; {said}").format(amount=_amount(week.value, week, words), said=said)


def _days(week: GoalWeek, words: Words, pattern: str) -> str:
    """Days met of days judged, week by week, with those of the week before: "5 of 7", in the pattern's {counts}."""
    if not any(_known(each) for each in week.span):
        return _with_before(words.gettext("nothing entered"), week, words)
    counts = [_count(each, words) if _known(each) else _unknown(each, words) for each in week.span]
    return _with_before(pattern.format(counts=listed(counts, words)), week, words)


def _known(each: WeekFigures) -> bool:
    """Whether days were judged by what was entered, or are met by silence; days nobody answered for say nothing."""
    return each.days_judged > 0 and (each.value is not None or each.days_met > 0)


def _count(each: WeekFigures, words: Words) -> str:
    met, judged = words.number(each.days_met), words.number(each.days_judged)
    return words.gettext("{value} of {target}").format(value=met, target=judged)


def _milestones(week: GoalWeek, words: Words) -> str:
    if not week.parts and week.reason.code == CHILDREN:
        count = week.reason.params.get(CHILDREN, 0)
        below = RollUp(week.progress, week.status, count if isinstance(count, int) else 0)
        return rollup_sentence(below, words).removesuffix(".")
    if not week.parts:
        return words.pgettext("milestone", "done") if week.value else words.gettext("not done yet")
    figures = {"done": words.number(week.parts_done), "n": words.number(week.parts)}
    if not week.done:
        said = words.ngettext("{done} of {n} milestone done", "{done} of {n} milestones done", week.parts)
        return said.format(**figures)
    named = [quoted(title, words) for title in week.done[:MOST_NAMED]]
    if len(week.done) > MOST_NAMED:
        more = len(week.done) - MOST_NAMED
        named.append(words.ngettext("{n} more", "{n} more", more).format(n=words.number(more)))
    said = words.ngettext(
        "{milestones} done; {done} of {n} milestone", "{milestones} done; {done} of {n} milestones", week.parts
    )
    return said.format(milestones=listed(named, words), **figures)


def _rating(week: GoalWeek, words: Words) -> str:
    ratings = [words.number(each.value, sign=True) for each in week.span if each.value is not None]
    if not ratings:
        if week.value is None:
            return words.gettext("not rated yet")
        return words.gettext("not rated; {level} as before").format(level=words.number(week.value, sign=True))
    return _with_before(words.gettext("rated {level}").format(level=listed(ratings, words)), week, words)


def _with_before(said: str, week: GoalWeek, words: Words) -> str:
    """The same beside the week before the span, where that says anything."""
    before = _before(week, words)
    return words.gettext("{said}, {before} the week before").format(said=said, before=before) if before else said


def _before(week: GoalWeek, words: Words) -> str:
    before = week.before
    if week.kind is Kind.WITHIN or (week.kind is Kind.QUOTA and week.period is Period.DAY):
        return _count(before, words) if _known(before) else ""
    if before.value is None:
        return ""
    if week.kind is Kind.RATING:
        return words.number(before.value, sign=True)
    value = _figure(before.value, week, words)
    targets = {each.target for each in week.span}
    return value if before.target is None or targets == {before.target} else _against(value, before, week, words)


def _figure(value: Decimal, week: GoalWeek, words: Words) -> str:
    if week.unit == "%":
        return words.percent(value, decimals=2)
    return words.figure(value, week.unit, decimals=2)


def _amount(value: Decimal, week: GoalWeek, words: Words) -> str:
    # A unit is written as many of it are called: "1 books" is not said, and the goal names what it is.
    if value == 1 and week.unit != "%":
        return words.figure(value, week.unit)
    return words.amount(value, week.unit, decimals=2)


def _by_day(week: GoalWeek) -> bool:
    return week.kind is Kind.QUOTA and week.period is Period.DAY and len(week.weeks) > 1


def _share(each: WeekFigures) -> Fraction | None:
    return Fraction(each.days_met, each.days_judged) if each.days_judged else None


_BY_KIND: Mapping[Kind, Callable[[GoalWeek, Words], str]] = {
    Kind.TOTAL: _total,
    Kind.LEVEL: _level,
    Kind.QUOTA: _quota,
    Kind.WITHIN: _within,
    Kind.MILESTONES: _milestones,
    Kind.RATING: _rating,
}
