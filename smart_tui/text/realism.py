"""What one's own figures say about a plan, each remark as one sentence."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from smart_tui.domain.goal import Measure, Outcome, Period, Reason
from smart_tui.i18n import Words
from smart_tui.text.history import quoted
from smart_tui.text.labels import every_period, outcome_name, periods_counted
from smart_tui.text.weekdays import listed

Said = Callable[[Mapping[str, object], Measure, Words], str]

WHOLE_PERCENT = 10
"""From here on per cents are said without digits behind the sign."""
LEAST_PERCENT = Decimal("0.1")
MOST_TITLES = 2


def realism_sentences(remarks: Sequence[Reason], measure: Measure, words: Words) -> tuple[str, ...]:
    """A sentence for each remark of `domain.realism` that has something to say, in their order."""
    said = (_SAID[remark.code](remark.params, measure, words) for remark in remarks if remark.code in _SAID)
    return tuple(sentence for sentence in said if sentence)


def growth_sentence(rate: float, period: Period, words: Words) -> str:
    """ "That is about 73% more every month."; `rate` is a fraction, below zero for less. Empty for none at all."""
    if not rate:
        return ""
    percent = Decimal(str(round(abs(rate) * 100, 4)))
    every = every_period(period, words)
    if percent < LEAST_PERCENT:
        said = words.gettext("That is less than {percent} more {every_period}.")
        if rate < 0:
            said = words.gettext("That is not even {percent} less {every_period}.")
        return said.format(percent=words.percent(LEAST_PERCENT), every_period=every)
    said = words.gettext("That is about {percent} more {every_period}.")
    if rate < 0:
        said = words.gettext("That is about {percent} less {every_period}.")
    decimals = 0 if percent >= WHOLE_PERCENT else 1
    return said.format(percent=words.percent(percent, decimals=decimals), every_period=every)


def short_year_sentence(months: int, days: int, words: Words) -> str:
    """That a yearly figure has so many whole months before it; below one, so many days."""
    if months < 1:
        said = words.ngettext(
            "The figure is one for a whole year, and there is {n} day for it: is it meant so?",
            "The figure is one for a whole year, and there are {n} days for it: is it meant so?",
            days,
        )
        return said.format(n=words.number(days))
    said = words.ngettext(
        "The figure is one for a whole year, and there is {n} month for it: is it meant so?",
        "The figure is one for a whole year, and there are {n} months for it: is it meant so?",
        months,
    )
    return said.format(n=words.number(months))


def _growth(params: Mapping[str, object], measure: Measure, words: Words) -> str:
    rate, period = params.get("rate"), params.get("period")
    if not isinstance(rate, float | int) or not isinstance(period, Period):
        return ""
    return growth_sentence(float(rate), period, words)


def _record(params: Mapping[str, object], measure: Measure, words: Words) -> str:
    """The target against the best and the middle of one's last periods; of a ceiling the best is the lowest."""
    target, best, median = (_decimal(params, name) for name in ("target", "best", "median"))
    period = params.get("period")
    if not isinstance(period, Period):
        return ""
    said = words.gettext("Your last {periods}: {best} at best, {median} in the middle; the target lies within.")
    if target < best if params.get("at_most") else target > best:
        said = words.gettext(
            "Your last {periods}: {best} at best, {median} in the middle; the target of {target} is beyond them all."
        )
    return said.format(
        periods=periods_counted(int(_decimal(params, "count")), period, words),
        best=words.figure(best, measure.unit, decimals=1),
        median=words.figure(median, measure.unit, decimals=1),
        target=words.figure(target, measure.unit),
    )


def _short_year(params: Mapping[str, object], measure: Measure, words: Words) -> str:
    return short_year_sentence(int(_decimal(params, "months")), int(_decimal(params, "days")), words)


def _closed_before(params: Mapping[str, object], measure: Measure, words: Words) -> str:
    """ "Goals you closed in this area: 2 achieved and 1 missed, last “Read 24 books” and “Run”." """
    counts = [(int(_decimal(params, outcome.value)), outcome) for outcome in Outcome]
    outcomes = [
        words.gettext("{n} {outcome}").format(n=words.number(count), outcome=outcome_name(outcome, words))
        for count, outcome in counts
        if count
    ]
    if not outcomes:
        return ""
    titles = params.get("titles")
    names = [quoted(str(title), words) for title in titles[:MOST_TITLES]] if isinstance(titles, tuple) else []
    said = words.gettext("Goals you closed in this area: {outcomes}.")
    if names:
        said = words.gettext("Goals you closed in this area: {outcomes}, last {titles}.")
    return said.format(outcomes=listed(outcomes, words), titles=listed(names, words))


def _decimal(params: Mapping[str, object], name: str) -> Decimal:
    value = params.get(name)
    return Decimal(value) if isinstance(value, Decimal | int) else Decimal(0)


_SAID: Mapping[str, Said] = {
    "growth": _growth,
    "record": _record,
    "short_year": _short_year,
    "closed_before": _closed_before,
}
