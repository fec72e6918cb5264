"""A check-in for a goal with its entries: read by the measure of its day, and held against what is there.

The app and the command line both read through here, so that one grammar holds everywhere.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from smart_tui.domain.checkin import Count, counted, effect, last_count, next_count
from smart_tui.domain.goal import Entry, Goal, Kind, Measure
from smart_tui.domain.measure import RESET
from smart_tui.domain.scale import outside
from smart_tui.reading.entries import EntryReading, Mode, read_entry
from smart_tui.reading.errors import ReadingError


def read_check_in(
    text: str,
    lang: str,
    today: date,
    goal: Goal,
    entries: Iterable[Entry],
    *,
    first_weekday: int = 0,
    on: date | None = None,
) -> EntryReading:
    """The check-in that the whole text is; `on` is the day if none is written, else today.

    Raises `ReadingError` like `read_entry`, and for what does not fit the goal's other entries: a running count
    below the one before it or above the one behind it, and a step off the ends of a scale.
    """
    measure = measure_for(goal, on or today)
    reading = read_entry(text, lang, today, measure, first_weekday=first_weekday, on=on)
    then = measure_for(goal, reading.on)
    if then != measure:
        reading = read_entry(text, lang, today, then, first_weekday=first_weekday, on=on)
    return fitting(reading, goal, entries)


def measure_for(goal: Goal, day: date) -> Measure:
    """The measure valid on a day; a goal without one is done or not."""
    return goal.measure_on(day) or Measure(Kind.MILESTONES, day)


def fitting(reading: EntryReading, goal: Goal, entries: Iterable[Entry]) -> EntryReading:
    """The same reading where it fits the entries; a running count that is set to zero is one that begins anew.

    Raises `ReadingError` entry.count_lower, entry.count_below_origin, entry.count_higher or entry.scale.
    """
    measure = measure_for(goal, reading.on)
    if reading.value is None or reading.mode is Mode.DONE:
        return reading
    if measure.running:
        return _counted(reading, goal, measure, tuple(counted(goal, entries)))
    shows = effect(goal, entries, reading.on, reading.mode, reading.value).reading
    if shows is not None and outside(measure, shows):
        raise ReadingError("entry.scale", {"low": measure.low, "high": measure.high})
    return reading


def _counted(reading: EntryReading, goal: Goal, measure: Measure, entries: tuple[Entry, ...]) -> EntryReading:
    shows = effect(goal, entries, reading.on, reading.mode, reading.value).reading or Decimal(0)
    before = _before(reading, measure, entries)
    if reading.mode is not Mode.RESET and before is not None and shows < before.value:
        if not shows:
            return reading._replace(mode=Mode.RESET, interpreted=True)
        typed = {"count": before.value, "text": f"{abs(reading.value or shows):f}"}
        if before.on is None:
            raise ReadingError("entry.count_below_origin", typed)
        raise ReadingError("entry.count_lower", {**typed, "date": before.on})
    after = next_count(entries, reading.on)
    if after is not None and shows > after.value:
        raise ReadingError("entry.count_higher", {"count": after.value, "date": after.on})
    return reading


def _before(reading: EntryReading, measure: Measure, entries: tuple[Entry, ...]) -> Count | None:
    """The count that a new one may not be below: setting or changing a day may correct the counts of that day, but
    goes on from where they began anew."""
    begun_anew = any(entry.on == reading.on and entry.source == RESET for entry in entries)
    whole_day = reading.mode is Mode.ADD or begun_anew
    known = [entry for entry in entries if entry.on < reading.on or (whole_day and entry.on == reading.on)]
    return last_count(measure, known)
