"""How files of habit trackers and of Beeminder were understood, in words."""

from collections.abc import Callable, Mapping

from smart_tui.i18n import N_, Words

Counted = Callable[[Words, int], str]
"""A sentence that goes by a number, its {count}."""

SAID: Mapping[str, str] = {
    # habits
    "rhythm.week": N_("“{title}”: {times} in {days} days becomes {target} a week, as near as a whole week comes."),
    "rhythm.month": N_("“{title}”: {times} in {days} days becomes {target} a month, as near as a whole month comes."),
    "rhythm.quarter": N_(
        "“{title}”: {times} in {days} days becomes {target} a quarter, as near as a whole quarter comes."
    ),
    "loop.no_rhythm": N_("“{title}”: the file does not say how often, so it is recorded and not judged."),
    "loop.no_target": N_("“{title}”: there is no target, so it is recorded and not judged."),
    "loop.left_out": N_("Colours, reminders and scores are left out: there is nothing like them here."),
    "loop.by_name": N_(
        "This export knows habits by their names: one that is renamed there comes in as a new goal. A backup of Loop, "
        "from version 24 on, knows them for good."
    ),
    "no_targets": N_("The file holds no targets, so the goals are recorded and not judged."),
    "rewire.weekdays": N_("“{title}”: on certain weekdays there; here {count} a week, on any day."),
    "harsh.orphan": N_("“{title}” is in the log and not among the habits, so it rests and is not judged."),
    "harsh.amounts": N_("“{title}”: the amounts are its values."),
    "harsh.no_habits": N_("There is no file of habits beside the log, so nothing is judged."),
    # beeminder
    "beeminder.left_out": N_("Pledges, reminders and the look of the graph are left out."),
    "beeminder.no_line": N_("“{title}”: no target is found in its line, so it is recorded and not judged."),
    "beeminder.side": N_(
        "“{title}”: its line runs away from its good side, which there is no measure for here, so it is recorded and "
        "not judged."
    ),
    "beeminder.computed": N_("“{title}”: by its slope the line ends at {target} on {date}, which becomes the target."),
    "beeminder.computed_count": N_(
        "“{title}”: by its slope the count stands at {end} on {date}, so the target is {target} more."
    ),
    "beeminder.day_week": N_("“{title}”: {rate} a day becomes {target} a week, as days may make up for each other."),
    "beeminder.hour_week": N_("“{title}”: {rate} an hour becomes {target} a week, as days may make up for each other."),
    "beeminder.year_month": N_("“{title}”: {rate} a year becomes {target} a month."),
    "beeminder.year_quarter": N_("“{title}”: {rate} a year becomes {target} a quarter."),
    "beeminder.aggday": N_(
        "“{title}”: several points of a day are combined by “{aggday}” there, and here in the nearest way there is."
    ),
}
"""How a file was understood, by code."""

SAID_COUNTED: Mapping[str, Counted] = {
    "texts_shortened": lambda words, n: words.ngettext(
        "{count} text is longer than can be kept, and was shortened.",
        "{count} texts are longer than can be kept, and were shortened.",
        n,
    ),
    "notes_to_journal": lambda words, n: words.ngettext(
        "{count} note is too long for an entry; the whole of it is in the journal.",
        "{count} notes are too long for an entry; the whole of them is in the journal.",
        n,
    ),
    "values_rounded": lambda words, n: words.ngettext(
        "{count} number was rounded to six digits behind the decimal sign.",
        "{count} numbers were rounded to six digits behind the decimal sign.",
        n,
    ),
    "doubles": lambda words, n: words.ngettext(
        "{count} row stands in the file twice and counts once.",
        "{count} rows stand in the file twice and count once.",
        n,
    ),
    "replaced": lambda words, n: words.ngettext(
        "{count} row is corrected by a later one of the same day, which counts.",
        "{count} rows are corrected by later ones of the same day, which count.",
        n,
    ),
    "archived": lambda words, n: words.ngettext(
        "{count} goal was put aside there and comes in as paused.",
        "{count} goals were put aside there and come in as paused.",
        n,
    ),
    "rhythm.rolling": lambda words, n: words.ngettext(
        "{count} habit counts any 7 or 30 days in a row there; here it is calendar weeks and months.",
        "{count} habits count any 7 or 30 days in a row there; here it is calendar weeks and months.",
        n,
    ),
    "loop.auto": lambda words, n: words.ngettext(
        "{count} day was ticked by Loop itself and is left out.",
        "{count} days were ticked by Loop itself and are left out.",
        n,
    ),
    "rewire.other": lambda words, n: words.ngettext(
        "{count} check-in says nothing that is known for sure and is left out.",
        "{count} check-ins say nothing that is known for sure and are left out.",
        n,
    ),
    "loop.silent_no": lambda words, n: words.ngettext(
        "{count} day without a tick is left open: the old export does not tell “no” from no answer.",
        "{count} days without a tick are left open: the old export does not tell “no” from no answer.",
        n,
    ),
    "loop.notes": lambda words, n: words.ngettext(
        "{count} note is of a day without an entry; it goes into the journal.",
        "{count} notes are of days without an entry; they go into the journal.",
        n,
    ),
    "beeminder.line": lambda words, n: words.ngettext(
        "{count} goal is a line on which one can work ahead; here each week, month or quarter counts by itself.",
        "{count} goals are lines on which one can work ahead; here each week, month or quarter counts by itself.",
        n,
    ),
    "beeminder.slopes": lambda words, n: words.ngettext(
        "{count} goal had other slopes before; only the last one comes in.",
        "{count} goals had other slopes before; only the last ones come in.",
        n,
    ),
    "beeminder.dummies": lambda words, n: words.ngettext(
        "{count} point was set by Beeminder itself and is left out.",
        "{count} points were set by Beeminder itself and are left out.",
        n,
    ),
    "beeminder.utc": lambda words, n: words.ngettext(
        "{count} point has no day but a time; its day is the one in UTC.",
        "{count} points have no day but a time; their days are those in UTC.",
        n,
    ),
    "harsh.amounts_noted": lambda words, n: words.ngettext(
        "{count} amount stands in its entry's note: the habit counts days.",
        "{count} amounts stand in the notes of their entries: the habits count days.",
        n,
    ),
}
"""How a file was understood, by code, where the sentence goes by the parameter `count`."""
