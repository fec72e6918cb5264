"""What went wrong, in a sentence that says what to do about it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from smart_tui.i18n import N_, Words
from smart_tui.text.history import FIELDS, deed


class Coded(Protocol):
    """An error of the store or of reading: a code, and the values its sentence needs."""

    code: str

    @property
    def params(self) -> Mapping[str, object]:
        """The values by name."""


STORE: Mapping[str, str] = {
    "disk_full": N_("The disk is full. Nothing was saved."),
    "locked": N_("Another program is using the file {path}. Nothing was changed; try again in a moment."),
    "read_only": N_("The file {path} can only be read. Nothing was changed."),
    "no_permission": N_("There is no permission to use {path}."),
    "io": N_("The file {path} could not be read or written. Nothing was changed."),
    "damaged": N_("The file {path} is damaged. It was left as it is; a backup may help."),
    "not_a_database": N_("{path} is not a smart-tui file. It was left as it is."),
    "other_program": N_("{path} belongs to another program. It was left as it is."),
    "newer_version": N_("{path} was written by a newer smart-tui. Update the program to open it."),
    "empty_file": N_("{path} is empty, although there are backups of it. It was left as it is; restore a backup."),
    "held": N_(
        "{path} is damaged, so nothing is written to it until a backup is restored, or what can be read is salvaged."
    ),
    "nothing_to_salvage": N_("Nothing can be read out of {path} any more. It was left as it is; restore a backup."),
    "path_is_directory": N_("{path} is a folder, not a file."),
    "broken_link": N_("{path} points to a file that is not there: {target}."),
    "backup_failed": N_("No backup could be written to {path}, so the file was left as it is."),
    "second_missing": N_("The second folder {path} is not there, so the backup is only beside the file."),
    "second_failed": N_("The backup could not be copied into {path}; it is only beside the file."),
    "no_backup": N_("There is no backup “{ref}”."),
    "not_found": N_("There is no goal “{ref}”."),
    "ambiguous": N_("“{ref}” fits several goals: {candidates}."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
}
"""A sentence for each code of the store; `changed_since` and `invalid` are put together below."""

INVALID: Mapping[str, str] = {
    "missing": N_("it is empty"),
    "not_a_date": N_("it is not a date"),
    "not_a_number": N_("it is not a number"),
    "out_of_range": N_("the number is too large, or has more than six digits behind the decimal sign"),
    "too_large": N_("the number is too large"),
    "unknown": N_("it is not known"),
    "not_a_uuid": N_("it is not an identifier"),
    "not_a_text": N_("it is not a text"),
    "not_a_list": N_("it is not a list"),
    "not_five": N_("there have to be five levels"),
    "not_a_level": N_("it is none of the five levels, -2 to 2"),
    "one_field_only": N_("only one field can be saved this way"),
    "before_first": N_("it ends before it begins"),
    "not_after_last": N_("it has to begin after the version before it"),
    "cycle": N_("a goal cannot be a part of itself"),
    "too_deep": N_("goals stand in three levels at most"),
}
READING: Mapping[str, str] = {
    "number.empty": N_("A number is missing."),
    "number.unreadable": N_("“{text}” is not a number."),
    "number.rest": N_("{number} is a number, but “{rest}” is not understood."),
    "number.clock": N_("“{text}” is a time of day; the unit is not a time."),
    "number.too_large": N_("“{text}” is too large: twelve digits at most."),
    "number.too_precise": N_("“{text}” is too exact: six digits behind the decimal sign at most."),
    "date.empty": N_("A date is missing."),
    "date.unreadable": N_("“{text}” is not a date. Try 31 March, 2026-03-31 or in 6 weeks."),
    "date.impossible": N_("There is no such day: {text}."),
    "date.out_of_range": N_("“{text}” is too far away."),
    "duration.empty": N_("A length of time is missing."),
    "duration.unreadable": N_("“{text}” is not a length of time. Try 6 weeks or 3 months."),
    "period.empty": N_("A period is missing."),
    "period.unreadable": N_("“{text}” is not a period. Try a day, a week or a month."),
    "rate.empty": N_("A rate is missing."),
    "rate.unreadable": N_("“{text}” is not a rate. Try 2 a week or 400 a month."),
    "weekdays.empty": N_("No weekday is named."),
    "weekdays.unreadable": N_("“{text}” names no weekdays. Try mon-fri, weekdays or mon, wed."),
    "entry.empty": N_("Type a number, x for done or s for excused."),
    "entry.no_value": N_("A number is missing after “{text}”."),
    "entry.unreadable": N_("“{text}” is not understood. Type a number, a day and a number, x or s."),
    "entry.future": N_("{date} is still to come; only what has happened is recorded."),
    "entry.only_done": N_("This goal takes x for done or s for excused."),
    "entry.needs_number": N_("This goal needs a number."),
    "entry.level": N_("This goal is rated on five levels, from -2 to 2."),
    "entry.percent": N_("The unit is {unit}, so a percentage does not fit."),
    "entry.scale": N_("The scale goes from {low} to {high}."),
    "entry.three_counts": N_(
        "Type three counts: promoters, passives and detractors, such as 12 5 3; =45 is a score alone."
    ),
    "entry.nobody": N_("Nobody answered, so there is no score."),
    "entry.score": N_("A net promoter score is between -100 and 100."),
    "entry.no_count": N_("Only a running count can begin anew."),
    "entry.count_lower": N_("It stood at {count} on {date}. Type “reset {text}” if the count began anew."),
    "entry.count_below_origin": N_("The count began at {count}. Type “reset {text}” if it began anew since."),
    "entry.count_higher": N_("It stood at {count} on {date}, so it cannot have been higher before."),
}


def store_error(error: Coded, words: Words, *, kept: bool = False) -> str:
    """What the store could not do, and what became of it. `kept`: what was typed still stands, and is tried again."""
    params = error.params
    if kept and error.code == "disk_full":
        return words.gettext("The disk is full. What you typed stays here and is saved once there is room.")
    if error.code == "changed_since":
        return _changed_since(params, words)
    if error.code == "invalid":
        return _invalid(params, words)
    if error.code == "not_found" and params.get("table", "goal") != "goal":
        return words.gettext("That is no longer there.")
    pattern = STORE.get(error.code, N_("This could not be done."))
    return words.gettext(pattern).format(
        path=params.get("path", ""),
        target=params.get("target", ""),
        ref=params.get("ref", ""),
        candidates=_candidates(params.get("candidates")),
    )


def reading_error(error: Coded, words: Words, lang: str = "") -> str:
    """What could not be read of something typed in the language `lang`, shown in that of `words`."""
    day = error.params.get("date")
    amounts = {name: error.params.get(name) for name in ("low", "high", "count")}
    pattern = READING.get(error.code, N_("“{text}” is not understood."))
    return words.gettext(pattern).format(
        text=error.params.get("text", ""),
        number=error.params.get("number", ""),
        rest=error.params.get("rest", ""),
        unit=error.params.get("unit", ""),
        date=words.date_full(day) if isinstance(day, date) else day,
        **{name: words.number(amount) if isinstance(amount, Decimal) else amount for name, amount in amounts.items()},
    )


def _changed_since(params: Mapping[str, object], words: Words) -> str:
    if "operation" in params:
        what = deed(str(params["operation"]), params, words)
        return words.gettext("Something newer depends on it, so this stays as it is: {deed}.").format(deed=what)
    return words.gettext("This was changed elsewhere in the meantime. It was left as it is there.")


def _invalid(params: Mapping[str, object], words: Words) -> str:
    field, reason = str(params.get("field", "")), str(params.get("reason", ""))
    if (field, reason) == ("title", "missing"):
        return words.gettext("A goal needs a title before it can be activated.")
    why = words.gettext(INVALID.get(reason, N_("it does not fit")))
    name = words.gettext(FIELDS[field]) if field in FIELDS else words.gettext("the value")
    return words.gettext("{field} cannot be saved: {reason}.").format(field=name[:1].upper() + name[1:], reason=why)


def _candidates(given: object) -> str:
    """Number and title of each goal that a name fits."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        return ""
    return ", ".join(
        " ".join(str(part) for part in one) if isinstance(one, tuple | list) else str(one) for one in given
    )
