"""What the coach says: each remark as one plain sentence, its short name, and goals of a kind as examples."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from smart_tui.domain.goal import Kind
from smart_tui.domain.remark import WEAK, Remark, RemarkCode, Vague
from smart_tui.i18n import N_, Words
from smart_tui.text.fullstop import one_full_stop
from smart_tui.text.history import quoted
from smart_tui.text.pace import points_said
from smart_tui.text.realism import short_year_sentence
from smart_tui.text.thirds import decimals_said

Said = Callable[[Remark, Words], str]

VAGUE: Mapping[Vague, str] = {
    Vague.MORE: N_("{words} gives a direction, but not how far it goes."),
    Vague.LESS: N_("{words} gives a direction, but not how far it goes."),
    Vague.BETTER: N_("{words} leaves open what will be different afterwards."),
    Vague.SKILL: N_("{words} has no end of its own: what will be possible once it is reached?"),
    Vague.STATE: N_("{words} is hard to see from outside: what will be different then?"),
}
"""What is wrong with a sentence that names no result, by the way in which it does not; with the words it does it in."""

EXAMPLES: Mapping[Vague | Kind, str] = {
    Vague.MORE: N_("Cycle to work at least 3 times a week until the end of May"),
    Vague.LESS: N_("Buy lunch out at most twice a week until the end of May"),
    Vague.BETTER: N_("Run the 5 km round the lake in under 27 minutes by 1 June"),
    Vague.SKILL: N_("Talk with Ana in Spanish alone for ten minutes by 1 October"),
    Vague.STATE: N_("Speak up at least once in every Monday meeting until the end of June"),
    Kind.TOTAL: N_("Cook 30 dishes that are new to me by the end of November"),
    Kind.LEVEL: N_("Bring the mean delivery time down from 6 to 4 days by the end of June"),
    Kind.QUOTA: N_("Take a walk of at least 30 minutes 4 times a week until the end of May"),
    Kind.WITHIN: N_("Keep between 40 and 60 pallets in stock until the end of the year"),
    Kind.MILESTONES: N_("Open the web shop for orders by 1 September"),
    Kind.RATING: N_("Chair the meeting on 1 June so that my colleagues call it calm and clear"),
}
SHARED_EXAMPLES: Mapping[Vague, str] = {
    Vague.MORE: N_("Raise repeat orders from 120 to 150 a month by the end of September"),
    Vague.LESS: N_("Bring returned parcels down from 60 to 40 a month by the end of September"),
    Vague.BETTER: N_("Lift the mean mark for our support from 3.9 to 4.4 by the end of June"),
    Vague.SKILL: N_("Train 4 colleagues to settle a complaint on their own by 1 October"),
    Vague.STATE: N_("Have at least 80% of the staff recommend us as a workplace by the end of November"),
}
"""The same for goals of several people, at work or in a club."""

LABELS: Mapping[RemarkCode, str] = {
    RemarkCode.NO_RESULT: N_("no result named"),
    RemarkCode.TWO_GOALS: N_("two goals in one"),
    RemarkCode.NO_NUMBER: N_("no number"),
    RemarkCode.NO_UNIT: N_("a number without a unit"),
    RemarkCode.PERCENT_POINTS: N_("per cent or percentage points"),
    RemarkCode.NO_BASELINE: N_("no baseline named"),
    RemarkCode.CADENCE_OR_TOTAL: N_("a rhythm or a sum"),
    RemarkCode.YEARLY_SHORT: N_("a year's figure in a few months"),
    RemarkCode.NEXT_QUARTER: N_("a time that can be read in two ways"),
    RemarkCode.NO_DATE: N_("no date"),
    RemarkCode.PAST_DATE: N_("a date in the past"),
    RemarkCode.NO_RELEVANCE: N_("nothing on why it matters"),
    RemarkCode.NO_ACCEPTANCE: N_("nothing on being ready for it"),
    RemarkCode.NO_FIRST_STEP: N_("no first step"),
    RemarkCode.NO_WHAT_COUNTS: N_("nothing on what counts"),
}


def remark_sentence(remark: Remark, words: Words) -> str:
    """A remark as one sentence that says what and why."""
    said = _SAID[remark.code](remark, words) if remark.code in _SAID else words.gettext(_PLAIN[remark.code])
    return one_full_stop(said, remark.words[-1] if remark.words else "")


def remark_label(code: RemarkCode, words: Words) -> str:
    """A remark in a few words, as the end of "the coach speaks of …"."""
    return words.gettext(LABELS[code])


def example(kind: Kind | None, vague: Vague | None, words: Words, *, shared: bool = False) -> str:
    """A goal that says all, of the kind of measure if it is known, else of the sort the vague one seems to be."""
    if kind is not None:
        return words.gettext(EXAMPLES[kind])
    if shared:
        return words.gettext(SHARED_EXAMPLES[vague or Vague.MORE])
    return words.gettext(EXAMPLES[vague or Kind.TOTAL])


def example_beside(remarks: Iterable[Remark], kind: Kind | None, words: Words) -> str:
    """The example for a goal with these remarks, whose measure is of this kind; empty where none calls it weak."""
    weak = [remark for remark in remarks if remark.code in WEAK]
    if not weak:
        return ""
    vague = next((remark.vague for remark in weak if remark.vague is not None), None)
    return example(kind, vague, words, shared=weak[0].shared)


def _percent(value: Decimal, words: Words) -> str:
    return words.percent(value, decimals=decimals_said(value))


def _no_result(remark: Remark, words: Words) -> str:
    if remark.numbers:
        said = words.gettext("{percent} of what? The sentence does not say what is to change.")
        return said.format(percent=_percent(remark.numbers[0], words))
    if not remark.words:
        return words.gettext("No result is named yet: what will be there once it is reached?")
    said = words.gettext(VAGUE[remark.vague or Vague.BETTER])
    return said.format(words=quoted(remark.words[0], words))


def _two_goals(remark: Remark, words: Words) -> str:
    if len(remark.words) < 2:
        return words.gettext("This holds more than one goal; each is easier to follow by itself.")
    first, second = (quoted(text, words) for text in remark.words[:2])
    said = words.gettext("{first} and {second}: two goals, easier to follow apart.")
    return said.format(first=first, second=second)


def _no_number(remark: Remark, words: Words) -> str:
    if remark.field in ("target", "low"):
        return words.gettext("The measure has no target yet, so nothing can be judged by it.")
    return words.gettext("No number yet: what will show that it is reached?")


def _no_unit(remark: Remark, words: Words) -> str:
    number = words.number(remark.numbers[0] if remark.numbers else 0)
    return words.gettext("{number} of what? The number has no unit yet.").format(number=number)


def _percent_points(remark: Remark, words: Words) -> str:
    if len(remark.numbers) < 2:
        percent = abs(remark.numbers[0]) if remark.numbers else Decimal(0)
        said = words.ngettext(
            "{percent} of what it is now, or {n} percentage point? The two differ.",
            "{percent} of what it is now, or {n} percentage points? The two differ.",
            percent,
        )
        return said.format(percent=_percent(percent, words), n=words.number(percent, decimals=decimals_said(percent)))
    start, target = remark.numbers[:2]
    change = (target - start) / start * 100 if start else Decimal(0)
    said = words.gettext("From {start} to {target} is {points}, or {percent} of what it is now.")
    return said.format(
        start=_percent(start, words),
        target=_percent(target, words),
        points=points_said(target - start, words, decimals=2),
        percent=words.percent(change, sign=True, decimals=0 if abs(change) >= 10 else 1),
    )


def _no_baseline(remark: Remark, words: Words) -> str:
    if not remark.numbers:
        return words.gettext("Where it stands today is not said; the way to the target begins there.")
    change, unit = remark.numbers[0], remark.words[0] if remark.words else ""
    said = words.gettext("The figure that {change} starts from is missing; it takes one to judge by.")
    return said.format(change=words.amount(change, unit, sign=True))


def _cadence_or_total(remark: Remark, words: Words) -> str:
    if remark.numbers:
        said = words.gettext("{amount}: once, in all or again and again? Each counts in another way.")
        return said.format(amount=words.amount(remark.numbers[0], remark.words[0] if remark.words else ""))
    said = words.gettext("{words} is a rhythm, while the measure adds up one sum.")
    return said.format(words=quoted(" ".join(remark.words), words))


def _yearly_short(remark: Remark, words: Words) -> str:
    months, days = (*remark.numbers, Decimal(0), Decimal(0))[:2]
    return short_year_sentence(int(months), int(days), words)


def _next_quarter(remark: Remark, words: Words) -> str:
    first, last = words.date_long(remark.days[0]), words.date_long(remark.days[-1])
    said = words.gettext("{words} ends on {first} or on {last}.")
    if len(remark.days) > 2:
        said = words.gettext("{words} ends between {first} and {last}.")
    return said.format(words=quoted(" ".join(remark.words), words), first=first, last=last)


def _no_date(remark: Remark, words: Words) -> str:
    if remark.words:
        said = words.gettext("{words} is kept as it is; by which day would that be?")
        return said.format(words=quoted(remark.words[0], words))
    if remark.field == "review_on":
        return words.gettext("It goes on without an end; a day to look at it again keeps it in sight.")
    return words.gettext("No date yet; without one nothing tells whether it is late.")


def _past_date(remark: Remark, words: Words) -> str:
    said = words.gettext("{day} lies in the past; is another day meant?")
    return said.format(day=words.date_full(remark.days[0]) if remark.days else "")


def _no_what_counts(remark: Remark, words: Words) -> str:
    if not remark.words:
        return words.gettext("What counts as one time is still open; a line on it helps when in doubt.")
    said = words.gettext("What counts for {unit} is still open; a line on it helps when in doubt.")
    return said.format(unit=quoted(remark.words[0], words))


_PLAIN: Mapping[RemarkCode, str] = {
    RemarkCode.NO_RELEVANCE: N_("Nothing says yet why it matters; that carries one through a bad week."),
    RemarkCode.NO_ACCEPTANCE: N_("Nothing says yet how ready you are to see it through."),
    RemarkCode.NO_FIRST_STEP: N_("No first step yet; something small today makes a beginning."),
}
_SAID: Mapping[RemarkCode, Said] = {
    RemarkCode.NO_RESULT: _no_result,
    RemarkCode.TWO_GOALS: _two_goals,
    RemarkCode.NO_NUMBER: _no_number,
    RemarkCode.NO_UNIT: _no_unit,
    RemarkCode.PERCENT_POINTS: _percent_points,
    RemarkCode.NO_BASELINE: _no_baseline,
    RemarkCode.CADENCE_OR_TOTAL: _cadence_or_total,
    RemarkCode.YEARLY_SHORT: _yearly_short,
    RemarkCode.NEXT_QUARTER: _next_quarter,
    RemarkCode.NO_DATE: _no_date,
    RemarkCode.PAST_DATE: _past_date,
    RemarkCode.NO_WHAT_COUNTS: _no_what_counts,
}
