"""What the page of a week says: what moved, what was promised and kept, what was decided and why.

The parts are the same for a screen, plain text and Markdown; they differ in how a person's own words are quoted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from smart_tui.domain.goal import Promise, Status
from smart_tui.domain.promises import kept_share
from smart_tui.domain.review import Decision, GoalReview, Repair, Review, Way
from smart_tui.domain.settings import Settings
from smart_tui.domain.walk import asks_how_sure, wants_cause
from smart_tui.domain.weekfigures import GoalWeek, changed
from smart_tui.i18n import N_, Words
from smart_tui.text.goalweek import change_sign, week_sentence
from smart_tui.text.labels import outcome_name, status_label, status_word
from smart_tui.text.markdown import one_line
from smart_tui.text.review import cause_label, confidence_said, elapsed, promises_said, prompt_label, span_title

TEXT, DIM = "text", "dim"
"""Two styles of lines: content, and what explains it or is missing."""

BECAME: tuple[tuple[Promise | None, str], ...] = (
    (Promise.KEPT, N_("Kept: {promises}")),
    (Promise.PARTLY, N_("Partly: {promises}")),
    (Promise.NOT, N_("Not kept: {promises}")),
    (None, N_("Not answered: {promises}")),
)
"""What became of promises, in the order in which it is told."""
REPAIRED: Mapping[Repair, str] = {
    Repair.PLAN: N_("→ {said}"),
    Repair.SMALLER: N_("→ A smaller step: {said}"),
    Repair.DATE: N_("→ A new date: {said}"),
    Repair.ASK: N_("→ {said}"),
}
_FINE = (Status.ON_TRACK, Status.ACHIEVED)
_NOT_COUNTED = (None, Status.PAUSED)

Said = tuple[str, str]
"""A line with its style before it."""


class Seen(NamedTuple):
    """A review with what is needed to tell of it, and how a title and a whole line are written down."""

    review: Review
    now: Mapping[int, GoalWeek]
    """The same weeks by the figures of today."""
    earlier: Mapping[int, GoalWeek]
    """The weeks of the review before."""
    settings: Settings
    words: Words
    name: Callable[[str], str]
    line: Callable[[str], str]

    @property
    def begun(self) -> bool:
        """Whether there is a review at all, and not only a week."""
        return self.review.started_at is not None


class GoalPart(NamedTuple):
    """What is said of one goal: its line, and the lines beneath."""

    sign: str
    name: str
    stands: str
    below: tuple[Said, ...]


class PageParts(NamedTuple):
    """What the page says, part by part."""

    title: str
    summary: tuple[Said, ...]
    goals: tuple[GoalPart, ...]
    lines: tuple[tuple[str, str], ...]
    """What was written, by its label; empty where it was not answered."""


def page_parts(seen: Seen, weeks: Sequence[GoalWeek], asked: Sequence[str] | None) -> PageParts:
    """All that the page says of these weeks, in their order."""
    return PageParts(
        span_title(seen.review, seen.settings, seen.words),
        tuple(_summary(seen, weeks)),
        tuple(goal_part(seen, week) for week in weeks),
        tuple(_lines(seen, asked)),
    )


def goal_part(seen: Seen, week: GoalWeek) -> GoalPart:
    """What the page says of one goal."""
    name = seen.name(week.title) or seen.words.gettext("goal {number}").format(number=week.no)
    below = tuple((style, seen.line(text)) for style, text in _below(seen, week))
    return GoalPart(change_sign(week), name, _stands(seen, week), below)


def on_track(weeks: Sequence[GoalWeek]) -> tuple[int, int]:
    """How many goals are on track, or reached, of how many that are judged."""
    judged = [week for week in weeks if week.status not in _NOT_COUNTED]
    return sum(1 for week in judged if week.status in _FINE), len(judged)


def _summary(seen: Seen, weeks: Sequence[GoalWeek]) -> Iterator[Said]:
    words = seen.words
    sentences = [_on_track(seen, weeks)]
    share = kept_share(promise.outcome for week in weeks for promise in week.promises)
    sentences.append(promises_said(*share, words))
    told = " ".join(f"{sentence}." for sentence in sentences if sentence)
    yield TEXT, told or words.gettext("No goal was under way.")
    about = _about(seen, weeks)
    if about:
        yield DIM, about


def _on_track(seen: Seen, weeks: Sequence[GoalWeek]) -> str:
    words, (fine, judged) = seen.words, on_track(weeks)
    if not judged:
        return ""
    said = words.ngettext("{fine} of {n} goal on track", "{fine} of {n} goals on track", judged)
    said = said.format(fine=words.number(fine), n=words.number(judged))
    fine_before, judged_before = on_track(tuple(seen.earlier.values()))
    if not judged_before or (fine_before, judged_before) == (fine, judged):
        return said
    before = words.number(fine_before)
    if judged_before == judged:
        return words.gettext("{said} ({before} last time)").format(said=said, before=before)
    pattern = words.gettext("{said} ({before} of {n} last time)")
    return pattern.format(said=said, before=before, n=words.number(judged_before))


def _about(seen: Seen, weeks: Sequence[GoalWeek]) -> str:
    """What there is to know of the review itself: how long, which way, and for how many goals one was not sure."""
    words, review = seen.words, seen.review
    if not seen.begun:
        return words.gettext("There was no review of this week.")
    parts = [elapsed(review.seconds, words)]
    if review.way is Way.EXPRESS:
        parts.append(words.gettext("the short way"))
    if not review.finished:
        parts.append(words.gettext("not finished"))
    unsure = sum(1 for week in weeks if week.confidence is None and _was_asked(seen, week))
    if unsure:
        said = words.ngettext(
            "how sure: not answered for {n} goal", "how sure: not answered for {n} goals", unsure
        ).format(n=words.number(unsure))
        parts.append(said)
    about = " · ".join(part for part in parts if part)
    return about[:1].upper() + about[1:]


def _was_asked(seen: Seen, week: GoalWeek) -> bool:
    """Whether the way that was walked asks about the goal by itself."""
    asked = seen.review.way is Way.FULL or wants_cause(week, week.confidence)
    return asked and asks_how_sure(week.status)


def _stands(seen: Seen, week: GoalWeek) -> str:
    words, before = seen.words, seen.earlier.get(week.goal_id)
    status = status_label(week.status, words)
    if status and before is not None and before.status not in (None, week.status):
        status = words.gettext("{status}, was {before}").format(status=status, before=status_word(before.status, words))
    parts = (status, confidence_said(week.confidence, week.confidence_before, words))
    return " · ".join(part for part in parts if part)


def _below(seen: Seen, week: GoalWeek) -> Iterator[Said]:
    words, held = seen.words, seen.review.of(week.goal_id)
    yield TEXT, week_sentence(week, words)
    yield from _promises(seen, week)
    decision = _decision(seen, week, held.decision)
    if decision:
        yield TEXT, decision
    yield from _cause(seen, week, held)
    told = held.repair is Repair.DATE and held.repair_said in decision
    if held.repair is not None and held.repair_said.strip() and not told:
        yield TEXT, words.gettext(REPAIRED[held.repair]).format(said=one_line(held.repair_said))
    if week.course.planned and seen.begun:
        yield from _next(week, held, words)
    now = seen.now.get(week.goal_id)
    if now is not None and changed(week, now):
        yield DIM, words.gettext("Changed afterwards: {what}").format(what=_changed(week, now, words))


def _next(week: GoalWeek, held: GoalReview, words: Words) -> Iterator[Said]:
    """What is promised for the coming week, but for what was just told as what mends the cause."""
    mends = one_line(held.repair_said) if held.repair in (Repair.SMALLER, Repair.ASK) else ""
    # What mends the cause names its day, time and place behind what is done.
    planned = [said for said in map(one_line, week.course.planned) if not f"{mends}, ".startswith(f"{said}, ")]
    if planned:
        yield TEXT, words.gettext("Next: {promises}").format(promises="; ".join(planned))


def _promises(seen: Seen, week: GoalWeek) -> Iterator[Said]:
    for outcome, pattern in BECAME:
        told = [_promise(seen, each.what, each.reason) for each in week.promises if each.outcome is outcome]
        if told:
            yield DIM if outcome is None else TEXT, seen.words.gettext(pattern).format(promises="; ".join(told))


def _promise(seen: Seen, what: str, reason: str) -> str:
    if not reason.strip():
        return one_line(what)
    return seen.words.gettext("{what} ({reason})").format(what=one_line(what), reason=one_line(reason))


def _decision(seen: Seen, week: GoalWeek, decision: Decision | None) -> str:
    words, course = seen.words, week.course
    if decision is None:
        return ""
    if decision is Decision.PAUSED:
        if course.rests_until is None:
            return words.gettext("Paused")
        return words.gettext("Paused until {day}").format(day=words.date_long(course.rests_until))
    if decision is Decision.FINISHED:
        if course.outcome is None:
            return words.gettext("Finished")
        said = words.gettext("Finished: {outcome}").format(outcome=outcome_name(course.outcome, words))
        return _with_reason(seen, said, course.lesson)
    return _with_reason(seen, _adjusted(seen, week), course.reason)


def _adjusted(seen: Seen, week: GoalWeek) -> str:
    words, course = seen.words, week.course
    if course.target is not None and course.target_before not in (None, course.target):
        return words.gettext("Adjusted: {target} instead of {before}").format(
            target=words.amount(course.target, week.unit, decimals=2),
            before=words.figure(course.target_before or 0, week.unit, decimals=2),
        )
    if course.deadline is not None:
        return words.gettext("Adjusted: until {day}").format(day=words.date_long(course.deadline))
    return words.gettext("Adjusted")


def _with_reason(seen: Seen, said: str, reason: str) -> str:
    if not reason.strip():
        return said
    return seen.words.gettext("{said}. {reason}").format(said=said, reason=one_line(reason))


def _cause(seen: Seen, week: GoalWeek, held: GoalReview) -> Iterator[Said]:
    words = seen.words
    if held.cause is None:
        if seen.begun and held.decision is None and held.repair is None and wants_cause(week, week.confidence):
            yield DIM, words.gettext("In the way: not answered")
        return
    cause = cause_label(held.cause, words)
    if held.cause_note.strip():
        cause = words.gettext("{what} ({reason})").format(what=cause, reason=one_line(held.cause_note))
    yield TEXT, words.gettext("In the way: {cause}").format(cause=cause)


def _changed(week: GoalWeek, now: GoalWeek, words: Words) -> str:
    told = week_sentence(now, words)
    if told == week_sentence(week, words) and week.promises != now.promises:
        return promises_said(*kept_share(each.outcome for each in now.promises), words) or told
    return told


def _lines(seen: Seen, asked: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """The prompts in the order they were asked in with what was written, then what else was written."""
    written, words = seen.review.lines, seen.words
    if asked is None:
        asked = seen.settings.review_prompts if seen.begun and seen.review.way is Way.FULL else ()
    for prompt in dict.fromkeys((*asked, *written)):
        yield seen.name(prompt_label(prompt, words)), seen.line(written.get(prompt, ""))
