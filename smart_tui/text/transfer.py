"""What comes in from a file, in words: why it or a row of it is refused, how it was understood, what it would change.

Every code of `UnreadableFileError`, `Rejected` and `Said` has its sentence here; a test looks for those that have none.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from smart_tui.domain.transfer import Conflict, Intake, Rejected, Said
from smart_tui.i18n import N_, Words
from smart_tui.text import trackers
from smart_tui.text.differing import both_sides, part_name
from smart_tui.text.trackers import Counted
from smart_tui.text.unreadable import UNREADABLE as UNREADABLE


class Coded(Protocol):
    """A code, and the values its sentence needs."""

    code: str

    @property
    def params(self) -> Mapping[str, object]:
        """The values by name."""


REJECTED: Mapping[str, str] = {
    "no_date": N_("there is no date"),
    "not_a_date": N_("it is not a date"),
    "no_such_day": N_("there is no such day"),
    "in_future": N_("the day is still to come"),
    "too_early": N_("the day is before 1900"),
    "no_value": N_("there is no number"),
    "not_a_number": N_("it is not a number"),
    "number.too_large": N_("the number is too large: twelve digits at most"),
    "number.too_precise": N_("the number is too exact: six digits behind the decimal sign at most"),
    "number.ambiguous": N_("the number can be read in two ways; say what the decimal sign is"),
    "no_name": N_("there is no name"),
    "no_text": N_("there is no text"),
    "unknown_goal": N_("there is no goal of this name"),
    "unknown_status": N_("this state is not known"),
    "bad_uuid": N_("the identifier is not one"),
    "double": N_("it stands in the file before"),
    "too_long": N_("the text is too long"),
    "not_an_object": N_("it is not what a row is made of"),
    "wrong_type": N_("{field} is not what is expected"),
    "missing": N_("{field} is missing"),
    "not_json": N_("it is not JSON"),
    "not_understood": N_("it is not understood"),
    "loop.no_habit": N_("it belongs to no habit of the file"),
    "tickmate.no_track": N_("it belongs to no track of the file"),
    "harsh.fields": N_("it has too few or too many parts"),
    "harsh.rhythm": N_("its rhythm is not understood"),
}
"""Why a row is refused, by code; it stands behind the row's place and words."""

SAID: Mapping[str, str] = {
    # any format
    "encoding": N_("Read as {encoding}."),
    # tables
    "table.dates_dmy": N_("Dates are read as day, month, year; {example} could also be {other}."),
    "table.dates_mdy": N_("Dates are read as month, day, year; {example} could also be {other}."),
    "table.dates_ymd": N_("Dates are read as year, month, day; {example} could also be {other}."),
    "table.numbers_assumed": N_("“{decimal}” is read as the decimal sign; {example} could also be {other}."),
    "table.no_header": N_("The first row is read as data: it names no columns."),
    "table.goal_from_file": N_("The goal is called “{title}”, after the file. Name another with --goal."),
    "table.value_assumed": N_("Column {column} is read as the value; other columns hold numbers too."),
    "table.no_values": N_("No column holds numbers: each row counts as 1."),
    # taskwarrior
    "taskwarrior.projects": N_("Each project becomes a goal, its tasks the milestones."),
    **trackers.SAID,
}
"""How a file was understood, by code."""

SAID_COUNTED: Mapping[str, Counted] = {
    "rows_empty": lambda words, n: words.ngettext("{count} row is empty.", "{count} rows are empty.", n),
    "table.no_number": lambda words, n: words.ngettext(
        "{count} row has no number and is left out.", "{count} rows have no number and are left out.", n
    ),
    "table.rounded": lambda words, n: words.ngettext(
        "{count} number was rounded to six digits behind the decimal sign.",
        "{count} numbers were rounded to six digits behind the decimal sign.",
        n,
    ),
    "table.clock": lambda words, n: words.ngettext(
        "{count} time such as 1:30 is read as hours.", "{count} times such as 1:30 are read as hours.", n
    ),
    "table.words": lambda words, n: words.ngettext(
        "{count} word among the numbers, such as x or no, counts as 1 or 0.",
        "{count} words among the numbers, such as x or no, count as 1 or 0.",
        n,
    ),
    "texts_cut": lambda words, n: words.ngettext(
        "{count} text is longer than can be kept in one piece, and was divided.",
        "{count} texts are longer than can be kept in one piece, and were divided.",
        n,
    ),
    "jrnl.starred": lambda words, n: words.ngettext(
        "{count} entry has a star, which is kept and not shown.",
        "{count} entries have a star, which is kept and not shown.",
        n,
    ),
    "taskwarrior.deleted": lambda words, n: words.ngettext(
        "{count} task was deleted there and is left out.", "{count} tasks were deleted there and are left out.", n
    ),
    "taskwarrior.templates": lambda words, n: words.ngettext(
        "{count} template of repeated tasks is left out; the tasks made from it come in.",
        "{count} templates of repeated tasks are left out; the tasks made from them come in.",
        n,
    ),
    "taskwarrior.no_project": lambda words, n: words.ngettext(
        "{count} task belongs to no project; it goes under “{title}”.",
        "{count} tasks belong to no project; they go under “{title}”.",
        n,
    ),
    "taskwarrior.moved": lambda words, n: words.ngettext(
        "{count} task has another project there by now; it stays with its goal here.",
        "{count} tasks have another project there by now; they stay with their goals here.",
        n,
    ),
    "taskwarrior.dependencies": lambda words, n: words.ngettext(
        "{count} task waits for another; milestones have no order but their dates.",
        "{count} tasks wait for others; milestones have no order but their dates.",
        n,
    ),
    **trackers.SAID_COUNTED,
}
"""How a file was understood, by code, where the sentence goes by the parameter `count`."""

FORMATS: Mapping[str, str] = {
    "smart-tui": N_("smart-tui"),
    "entries": N_("smart-tui, a table of entries"),
    "loop": N_("Loop Habit Tracker"),
    "loop-db": N_("Loop Habit Tracker, backup"),
    "habitbull": N_("HabitBull"),
    "tickmate": N_("Tickmate"),
    "rewire": N_("Rewire"),
    "beeminder": N_("Beeminder"),
    "taskwarrior": N_("Taskwarrior"),
    "jrnl": N_("jrnl"),
    "harsh": N_("harsh"),
    "table": N_("a table"),
}
"""What each format is called."""

KINDS: Mapping[str, Counted] = {
    "goal": lambda words, n: words.ngettext("{count} goal", "{count} goals", n),
    "entry": lambda words, n: words.ngettext("{count} entry", "{count} entries", n),
    "journal": lambda words, n: words.ngettext("{count} journal entry", "{count} journal entries", n),
    "review": lambda words, n: words.ngettext("{count} review", "{count} reviews", n),
    "setting": lambda words, n: words.ngettext("{count} setting", "{count} settings", n),
    "area": lambda words, n: words.ngettext("{count} area", "{count} areas", n),
}
"""Kinds of things that come in; others are named together."""


class _Values(dict[str, object]):
    """What a sentence asks for and nobody gave is left out of it."""

    def __missing__(self, key: str) -> str:
        return ""


def unreadable(error: Coded, words: Words) -> str:
    """Why a file could not be taken over at all, and what to do."""
    sentence = words.gettext(UNREADABLE.get(error.code, N_("The file {path} could not be understood.")))
    return _filled(sentence, error.params, words)


def reason(each: Rejected, words: Words) -> str:
    """Why a row is refused: "it is not a date"."""
    return _filled(words.gettext(REJECTED.get(each.code, N_("it is not understood"))), each.params, words)


def rejected(each: Rejected, words: Words) -> str:
    """A row that is refused, with its line: "Line 12, “31.2.2026”: there is no such day."."""
    why = reason(each, words)
    if not each.line:
        return words.gettext("“{found}”: {reason}.").format(found=each.found, reason=why)
    line = words.number(each.line)
    if not each.found:
        return words.gettext("Line {line}: {reason}.").format(line=line, reason=why)
    return words.gettext("Line {line}, “{found}”: {reason}.").format(line=line, found=each.found, reason=why)


def said(each: Said, words: Words) -> str:
    """How a file was understood, as one sentence."""
    if each.code in SAID_COUNTED:
        count = each.params.get("count", 0)
        return _filled(SAID_COUNTED[each.code](words, count if isinstance(count, int) else 0), each.params, words)
    return _filled(words.gettext(SAID.get(each.code, "")), each.params, words)


def format_name(format: str, words: Words) -> str:
    """What a format is called."""
    return words.gettext(FORMATS[format]) if format in FORMATS else format


def counts(numbers: Mapping[str, int], words: Words) -> str:
    """Things by kind in one line: "12 goals, 340 entries"; empty where there are none."""
    told = [
        KINDS[kind](words, numbers[kind]).format(count=words.number(numbers[kind])) for kind in KINDS if kind in numbers
    ]
    rest = sum(count for kind, count in numbers.items() if kind not in KINDS)
    if rest:
        told.append(words.ngettext("{count} other part", "{count} other parts", rest).format(count=words.number(rest)))
    return ", ".join(told)


def intake_lines(intake: Intake, words: Words, refused: int = 0) -> list[str]:
    """What taking a file over would do, a line for each way things go; so many rows of it are `refused`."""
    if intake.nothing:
        return _why_nothing(intake, words, refused)
    return _going(intake, words)


def _why_nothing(intake: Intake, words: Words, refused: int) -> list[str]:
    if intake.deleted_here:
        return [words.gettext("Nothing would change."), *_going(intake, words)]
    if not refused:
        return [words.gettext("Nothing would change: all of it is here already.")]
    if intake.same:
        return [words.gettext("Nothing would change: the rest is here already.")]
    return [words.gettext("Nothing would change: none of it can be taken over.")]


def _going(intake: Intake, words: Words) -> list[str]:
    lines: Iterable[tuple[Mapping[str, int], str]] = (
        (intake.new, words.gettext("New: {counts}")),
        (intake.changed, words.gettext("Changed: {counts}")),
        (intake.removed, words.gettext("Deleted there, so deleted here: {counts}")),
        (intake.same, words.gettext("The same: {counts}")),
        (intake.deleted_here, words.gettext("Deleted here, so left out: {counts}")),
    )
    told = [pattern.format(counts=counts(numbers, words)) for numbers, pattern in lines if any(numbers.values())]
    if intake.conflicts:
        count = len(intake.conflicts)
        sentence = words.ngettext("Changed on both sides: {count} part", "Changed on both sides: {count} parts", count)
        told.append(sentence.format(count=words.number(count)))
    return told


def brought_in(intake: Intake, words: Words) -> str:
    """What has come in: "12 goals, 340 entries came in."."""
    numbers = {
        kind: sum(each.get(kind, 0) for each in (intake.new, intake.changed)) for kind in (*intake.new, *intake.changed)
    }
    told = counts({kind: count for kind, count in numbers.items() if count}, words)
    if told:
        return words.gettext("Came in: {counts}.").format(counts=told)
    if any(intake.removed.values()):
        return words.gettext("Deleted: {counts}.").format(counts=counts(intake.removed, words))
    return words.gettext("Nothing changed.")


def conflict(each: Conflict, words: Words) -> str:
    """A part that was changed on both sides, and both versions, over three lines."""
    mine, theirs = both_sides(each, words)
    lines = (
        words.gettext("{title}, {part}").format(title=each.title, part=part_name(each.part, words)),
        words.gettext("  here:  {text}").format(text=mine),
        words.gettext("  there: {text}").format(text=theirs),
    )
    return "\n".join(lines)


def _filled(sentence: str, params: Mapping[str, object], words: Words) -> str:
    return sentence.format_map(_Values({name: _shown(value, words) for name, value in params.items()}))


def _shown(value: object, words: Words) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | Decimal):
        return words.number(value)
    return words.date_long(value) if isinstance(value, date) else str(value)
