"""How far a day is from today, as one says it."""

from datetime import date

from smart_tui.i18n import Words

WEEKDAYS_AHEAD = 6
"""So many days ahead a weekday alone names a day."""
DAYS_SAID = 20
"""So many days ahead a day is said by its distance, then by its date."""


def distance(day: date, today: date, words: Words) -> str:
    """ "today", "tomorrow", "in 12 days", "3 days ago"."""
    days = (day - today).days
    if days == 0:
        return words.gettext("today")
    if days == 1:
        return words.gettext("tomorrow")
    if days == -1:
        return words.gettext("yesterday")
    if days > 0:
        return words.ngettext("in {days} day", "in {days} days", days).format(days=words.number(days))
    return words.ngettext("{days} day ago", "{days} days ago", -days).format(days=words.number(-days))


def day_brief(day: date, today: date, words: Words) -> str:
    """A day in a few cells: "today", "Sun" within the week, else "15 Jul"."""
    days = (day - today).days
    if days == 0:
        return words.gettext("today")
    if 0 < days <= WEEKDAYS_AHEAD:
        return words.weekday_short(day)
    return words.date_short(day, today)


def day_ahead(day: date, today: date, words: Words) -> str:
    """A deadline in a few cells: "Sun", "in 12 days", "31 Dec"."""
    days = (day - today).days
    if WEEKDAYS_AHEAD < days <= DAYS_SAID:
        return distance(day, today, words)
    return day_brief(day, today, words)


def day_said(day: date, today: date, words: Words) -> str:
    """A day within a sentence: "today", "Sunday", else "15 July" with the year if it is another one."""
    days = (day - today).days
    if -1 <= days <= 1:
        return distance(day, today, words)
    if 0 < days <= WEEKDAYS_AHEAD:
        return words.weekday(day)
    return words.day_month(day) if day.year == today.year else words.date_long(day)


def date_said(day: date, today: date, words: Words) -> str:
    """A date within a sentence, with the year only if it is another one: "30 October", "4 January 2027"."""
    return words.day_month(day) if day.year == today.year else words.date_long(day)


def ends_said(first: date, last: date, today: date, words: Words) -> tuple[str, str]:
    """Two days to stand in "between … and …", the month said once: ("4", "30 October").

    The year is said where it is not this one, and of both where they differ.
    """
    if (first.year, first.month) == (last.year, last.month):
        return words.day_number(first), date_said(last, today, words)
    if first.year == last.year:
        return words.day_month(first), date_said(last, today, words)
    return words.date_long(first), words.date_long(last)
