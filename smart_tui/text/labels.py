"""The names of things: kinds, periods, states, statuses, slots."""

from collections.abc import Mapping

from smart_tui.domain.goal import Combine, Direction, Kind, Outcome, Period, Reading, State, Status
from smart_tui.i18n import N_, Words

STATUS_SIGN: Mapping[str, str] = {
    Status.ON_TRACK: "●",
    Status.AT_RISK: "◐",
    Status.BEHIND: "○",
    Status.STALE: "◌",
    Status.ACHIEVED: "✓",
    Status.MISSED: "×",
    Status.NEEDS_BASELINE: "·",
    Status.PAUSED: "–",
}
"""One cell wide each; the word always stands beside it or behind it."""

STATUSES: Mapping[str, str] = {
    Status.ON_TRACK: N_("on track"),
    Status.AT_RISK: N_("at risk"),
    Status.BEHIND: N_("behind"),
    Status.STALE: N_("stale"),
    Status.ACHIEVED: N_("achieved"),
    Status.MISSED: N_("missed"),
    Status.NEEDS_BASELINE: N_("no baseline"),
    Status.PAUSED: N_("paused"),
}
STATES: Mapping[str, str] = {
    State.DRAFT: N_("draft"),
    State.ACTIVE: N_("active"),
    State.PAUSED: N_("paused"),
    State.CLOSED: N_("closed"),
}
OUTCOMES: Mapping[str, str] = {
    Outcome.ACHIEVED: N_("achieved"),
    Outcome.PARTLY: N_("partly achieved"),
    Outcome.MISSED: N_("missed"),
    Outcome.DROPPED: N_("dropped"),
}
KINDS: Mapping[str, str] = {
    Kind.TOTAL: N_("total"),
    Kind.LEVEL: N_("level"),
    Kind.QUOTA: N_("quota"),
    Kind.WITHIN: N_("keep within"),
    Kind.MILESTONES: N_("milestones"),
    Kind.RATING: N_("rating"),
}
KIND_HINTS: Mapping[str, str] = {
    Kind.TOTAL: N_("adds up to a number: 24 books, 10,000 followers"),
    Kind.LEVEL: N_("goes from one value to another: a rate, a weight"),
    Kind.QUOTA: N_("so many in every period: 8 meetings a week"),
    Kind.WITHIN: N_("stays between two limits: a pulse, a balance"),
    Kind.MILESTONES: N_("is done, or not yet: a launch and its parts"),
    Kind.RATING: N_("is judged on five levels that you describe"),
}
PER_PERIOD: Mapping[str, str] = {
    Period.DAY: N_("a day"),
    Period.WEEK: N_("a week"),
    Period.MONTH: N_("a month"),
    Period.QUARTER: N_("a quarter"),
    Period.YEAR: N_("a year"),
}
MANY_PERIODS: Mapping[str, str] = {
    Period.DAY: N_("days"),
    Period.WEEK: N_("weeks"),
    Period.MONTH: N_("months"),
    Period.QUARTER: N_("quarters"),
    Period.YEAR: N_("years"),
}
THE_PERIODS: Mapping[str, str] = {
    Period.DAY: N_("the days"),
    Period.WEEK: N_("the weeks"),
    Period.MONTH: N_("the months"),
    Period.QUARTER: N_("the quarters"),
    Period.YEAR: N_("the years"),
}
THIS_PERIOD: Mapping[str, str] = {
    Period.DAY: N_("today"),
    Period.WEEK: N_("this week"),
    Period.MONTH: N_("this month"),
    Period.QUARTER: N_("this quarter"),
    Period.YEAR: N_("this year"),
}
EVERY_PERIOD: Mapping[str, str] = {
    Period.DAY: N_("every day"),
    Period.WEEK: N_("every week"),
    Period.MONTH: N_("every month"),
    Period.QUARTER: N_("every quarter"),
    Period.YEAR: N_("every year"),
}
RATES: Mapping[str, str] = {
    Period.DAY: N_("{amount} a day"),
    Period.WEEK: N_("{amount} a week"),
    Period.MONTH: N_("{amount} a month"),
    Period.QUARTER: N_("{amount} a quarter"),
    Period.YEAR: N_("{amount} a year"),
}
DIRECTIONS: Mapping[str, str] = {Direction.AT_LEAST: N_("at least"), Direction.AT_MOST: N_("at most")}
READINGS: Mapping[str, str] = {
    Reading.LEVEL: N_("a level now"),
    Reading.PER_PERIOD: N_("an amount per period"),
    Reading.SPAN: N_("the amount of the whole span"),
}
COMBINES: Mapping[str, str] = {
    Combine.ADD: N_("they add up"),
    Combine.LAST: N_("the last one counts"),
    Combine.MAX: N_("the highest counts"),
    Combine.MIN: N_("the lowest counts"),
    Combine.MEAN: N_("their mean counts"),
}
"""What becomes of several entries on one day."""
ENTERED_AS: Mapping[str, str] = {
    "plain": N_("a number"),
    "scale": N_("a point on a scale"),
    "nps": N_("NPS from three counts"),
}
"""How a level is typed, by `Measure.entered_as`."""
RUNNING: Mapping[bool, str] = {False: N_("amounts"), True: N_("a running count")}
"""How a total is typed: what came on top, or what the counter shows."""
RUNNING_HINTS: Mapping[bool, str] = {
    False: N_("what came on top since the last entry: 3 books"),
    True: N_("what a counter shows: an odometer, followers"),
}
MODEL_NAMES: Mapping[str, str] = {"international": N_("International"), "nordic": N_("Nordic")}
SLOTS: Mapping[str, str] = {
    "specific": N_("Specific"),
    "measurable": N_("Measurable"),
    "attainable": N_("Achievable"),
    "relevant": N_("Relevant"),
    "time": N_("Time-bound"),
}
"""The names of steps by slot; the models themselves are not loaded for a list of goals."""
ACCEPTED: Mapping[str, str] = {
    "accepted": N_("Accepted"),
    "attractive": N_("Attractive"),
    "ambitious": N_("Ambitious"),
}
"""What people call the nordic A, by the setting's value."""
SLOTS_OF_MODEL: Mapping[tuple[str, str], str] = {("nordic", "attainable"): N_("Realistic")}


def kind_name(kind: Kind, words: Words) -> str:
    """A kind of measure in a word or two."""
    return words.gettext(KINDS[kind])


def kind_hint(kind: Kind, words: Words) -> str:
    """What a kind of measure is for, with an example, as the end of "the goal …"."""
    return words.gettext(KIND_HINTS[kind])


def per_period(period: Period, words: Words) -> str:
    """ "a week", to stand behind an amount."""
    return words.gettext(PER_PERIOD[period])


def many_periods(period: Period, words: Words) -> str:
    """ "weeks", behind a number of them."""
    return words.gettext(MANY_PERIODS[period])


def the_periods(period: Period, words: Words) -> str:
    """ "the weeks", all that there are."""
    return words.gettext(THE_PERIODS[period])


def this_period(period: Period, words: Words) -> str:
    """ "this week", for the running period."""
    return words.gettext(THIS_PERIOD[period])


def every_period(period: Period, words: Words) -> str:
    """ "every week", to stand behind what happens in each."""
    return words.gettext(EVERY_PERIOD[period])


def rate_said(amount: str, period: Period, words: Words) -> str:
    """An amount in words with its period, "+413 visits a month"."""
    return words.gettext(RATES[period]).format(amount=amount)


def periods_counted(count: int, period: Period, words: Words) -> str:
    """So many of them, "6 weeks"."""
    named = {
        Period.DAY: words.ngettext("{n} day", "{n} days", count),
        Period.WEEK: words.ngettext("{n} week", "{n} weeks", count),
        Period.MONTH: words.ngettext("{n} month", "{n} months", count),
        Period.QUARTER: words.ngettext("{n} quarter", "{n} quarters", count),
        Period.YEAR: words.ngettext("{n} year", "{n} years", count),
    }
    return named[period].format(n=words.number(count))


def combine_name(combine: Combine, words: Words) -> str:
    """What becomes of several entries on one day, "they add up"."""
    return words.gettext(COMBINES[combine])


def entered_as_name(entered_as: str, words: Words) -> str:
    """How a level is typed; the value itself where it is none we know."""
    return words.gettext(ENTERED_AS.get(entered_as, entered_as))


def running_name(running: bool, words: Words) -> str:
    """How a total is typed."""
    return words.gettext(RUNNING[running])


def running_hint(running: bool, words: Words) -> str:
    """What one types then, with an example."""
    return words.gettext(RUNNING_HINTS[running])


def direction_name(direction: Direction, words: Words) -> str:
    """at least or at most."""
    return words.gettext(DIRECTIONS[direction])


def state_name(state: State, words: Words) -> str:
    """Where a goal is in its life."""
    return words.gettext(STATES[state])


def outcome_name(outcome: Outcome, words: Words) -> str:
    """How a closed goal ended."""
    return words.gettext(OUTCOMES[outcome])


def status_word(status: Status | None, words: Words) -> str:
    """The status as a word, empty for none."""
    return words.gettext(STATUSES[status]) if status else ""


def status_label(status: Status | None, words: Words) -> str:
    """Sign and word: "● on track", empty for none."""
    return f"{STATUS_SIGN[status]} {status_word(status, words)}" if status else ""


def model_name(model: str, words: Words) -> str:
    """A SMART model by its id."""
    return words.gettext(MODEL_NAMES.get(model, model))


def slot_name(slot: str, words: Words, accepted_label: str = "accepted", model: str = "international") -> str:
    """The name of a step; the nordic model has its own for some, and its A goes by the person's choice."""
    if slot == "accepted":
        return words.gettext(ACCEPTED.get(accepted_label, ACCEPTED["accepted"]))
    return words.gettext(SLOTS_OF_MODEL.get((model, slot), SLOTS[slot]))


def slot_letter(slot: str, model: str = "international") -> str:
    """The capital of a step in a model, empty where the model has no such step."""
    from smart_tui.domain.smart import MODELS, letter

    steps = MODELS[model].steps
    return next((letter(MODELS[model], index) for index, step in enumerate(steps) if step.slot == slot), "")
