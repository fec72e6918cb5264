"""What the fields of time show besides what was typed: days, how long, the rate, and what the target asks for."""

from datetime import date

from smart_tui.domain.goal import State
from smart_tui.domain.remark import RemarkCode, remark_of
from smart_tui.i18n import Words
from smart_tui.reading.errors import ReadingError
from smart_tui.text.coach import remark_sentence
from smart_tui.text.echo import echo_date
from smart_tui.text.pace import pace
from smart_tui.text.questions import question
from smart_tui.tui.around import Around, begin_here, problem, which
from smart_tui.tui.course import rate_of, said, thirds, typed_rate
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import YES_NO
from smart_tui.tui.typed import read_field_day, read_length
from smart_tui.tui.widgets.fieldrow import Look
from smart_tui.tui.widgets.yesno import split_yes_no


def paced(field: str, draft: Draft, around: Around) -> str:
    """What the target asks for, and for a percentage by how many points it moves."""
    words, goal = around.words, draft.goal()
    asked = pace(goal, around.today, words)
    measure = goal.measure
    if field != "target" or measure is None or measure.unit != "%" or measure.relative or not measure.baseline:
        return asked
    if measure.target is None:
        return asked
    moved = measure.target - measure.baseline
    points = words.gettext("{points} percentage points, {change} of what it was.").format(
        points=words.number(moved, sign=True),
        change=words.percent(moved / abs(measure.baseline) * 100, sign=True, decimals=0),
    )
    return f"{points} {asked}".strip()


def time_asked(field: str, draft: Draft, words: Words) -> str:
    """Whether there is enough time, asked again where it was answered and target or date are set or changed."""
    answer, more = split_yes_no(draft.text("attainable.timeframe"))
    if field not in ("target", "deadline", "duration", "rate") or not answer + more or not moved(draft):
        return ""
    told = ", ".join(part for part in (words.gettext(dict(YES_NO)[answer]) if answer else "", more.strip()) if part)
    asked = question("attainable.timeframe", words)
    return words.gettext("{question} You said: {answer}").format(question=asked, answer=told)


def moved(draft: Draft) -> bool:
    """Whether target or date differ from those the goal had when it was opened."""
    base, now = draft.base, draft.goal()
    if base is None:
        return now.deadline is not None
    old, new = base.measure, now.measure
    return now.deadline != base.deadline or (old is not None and new is not None and new.goal_value != old.goal_value)


def day_look(base: Look, field: str, draft: Draft, around: Around) -> Look:
    """A date field: the day in full, or what is wrong with it."""
    words = around.words
    text = draft.text(field)
    since = _counted_from(field, draft)
    day = read_field_day(field, text, draft.language, since, draft.first_weekday)
    if field == "deadline" and draft.text("ending") == "open":
        return base._replace(placeholder=words.gettext("none"))
    if day.error is not None:
        if field == "deadline" and (note := rate_instead(field, draft, around)):
            return base._replace(note=note)
        if field == "deadline" and _names_an_event(text, draft):
            asked = remark_of(RemarkCode.NO_DATE, field)._replace(words=(text.strip(),))
            return base._replace(note=remark_sentence(asked, words))
        return base._replace(problem=problem(day.error, draft, words))
    if day.others:
        return base._replace(problem=which([words.date_full(other) for other in day.others], words))
    times = draft.times()
    if day.on is None:
        derived = times.start if field == "start" else times.deadline if field == "deadline" else None
        if derived is not None:
            return base._replace(echo=echo_date(derived, around.today, words))
        if field == "start" and not draft.active:
            return base._replace(placeholder=words.gettext("the day it is activated"))
        return base
    start = times.start or (around.today if draft.base is None or draft.base.state == State.DRAFT else None)
    if field == "deadline" and start is not None and day.on <= start:
        if times.start is None and day.on < around.today:
            return base._replace(echo=echo_date(day.on, around.today, words))  # the coach says what is odd about it
        return base._replace(problem=words.gettext("The deadline has to lie after the start."))
    if field == "start" and times.deadline is not None and times.deadline <= day.on:
        return base._replace(problem=words.gettext("The start has to lie before the deadline."))
    return base._replace(echo=echo_date(day.on, around.today, words))


def _names_an_event(text: str, draft: Draft) -> bool:
    """Whether these are words for an end whose day only the person knows: "before my birthday"."""
    from smart_tui.reading.goals import read_goal

    return read_goal(text, draft.language, draft.today, draft.first_weekday).deadline_words == text.strip()


def _counted_from(field: str, draft: Draft) -> date:
    """A deadline such as "in 6 weeks" is counted from the start when that lies ahead."""
    return draft.times().start or draft.today if field == "deadline" else draft.today


def duration_look(base: Look, draft: Draft, around: Around) -> Look:
    """How long it lasts: said in days where start and deadline give it."""
    words = around.words
    error = read_length(draft.text("duration"), draft.language)
    if error is not None:
        return base._replace(problem=problem(error, draft, words))
    times = draft.times()
    start, deadline = times.start or around.today, times.deadline
    if deadline is None or deadline <= start:
        return base
    days = (deadline - start).days
    lasting = words.ngettext("{days} day", "{days} days", days).format(days=words.number(days))
    return base._replace(echo="" if draft.text("duration").strip() else lasting)


def rate_look(base: Look, draft: Draft, around: Around) -> Look:
    """The rate that target and deadline ask for; of a typed one, what is wrong with it or what it lacks."""
    words, goal = around.words, draft.goal()
    begin, measure = begin_here(draft, around), goal.measure
    text = draft.text("rate")
    if begin is None or measure is None:
        return base
    if not text.strip():
        rate = rate_of(begin, measure, goal.deadline)
        if rate is not None:
            return base._replace(echo=said(rate, measure, words))
        return base._replace(placeholder=words.gettext("such as 2 a week"))
    read = typed_rate(text, draft.language, measure.unit)
    if isinstance(read, ReadingError):
        return base._replace(problem=problem(read, draft, words))
    if measure.goal_value is None and goal.deadline is None:
        return base._replace(note=words.gettext("With a target it gives the deadline, with a deadline the target."))
    if not thirds(read, begin, measure, goal.deadline, around.today, words) and goal.deadline is None:
        return base._replace(problem=words.gettext("At that rate the target is never reached."))
    return base


def rate_instead(field: str, draft: Draft, around: Around) -> str:
    """What to say of a rate that was typed where a target or a deadline is asked for; empty where none was."""
    goal, words = draft.goal(), around.words
    begin, measure = begin_here(draft, around), goal.measure
    if begin is None or measure is None:
        return ""
    if isinstance(typed_rate(draft.text(field), draft.language, measure.unit), ReadingError):
        return ""
    if field == "target":
        return words.gettext("That is a rate: with a deadline it gives the target.")
    return words.gettext("That is a rate: with a target it gives the deadline.")
