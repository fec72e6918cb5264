"""Why a file that was to come in could not be read at all, and what to do instead."""

from collections.abc import Mapping

from smart_tui.i18n import N_

UNREADABLE: Mapping[str, str] = {
    "no_file": N_("There is no file {path}."),
    "no_permission": N_("There is no permission to read {path}."),
    "is_folder": N_("{path} is a folder; name the file in it."),
    "own_file": N_(
        "{path} is the file of smart-tui itself, so it was not read. smart-tui restore brings a backup back."
    ),
    "own_folder": N_(
        "{path} holds the file of smart-tui itself, so it was not read. Name the file that is to come in."
    ),
    "own_database": N_(
        "{path} is a database of smart-tui. Take an export of it with smart-tui --db {path} export goals.json and "
        "bring that in; smart-tui restore {path} puts the whole of it in the place of your file."
    ),
    "not_to_merge": N_(
        "merge takes a JSON export of smart-tui, and {path} is none. smart-tui import brings it in, if it can be read."
    ),
    "spreadsheet": N_("{path} is a spreadsheet. Save it as CSV first, and bring that in."),
    "not_a_file": N_("{path} is no plain file, so it was not read."),
    "io": N_("The file {path} could not be read."),
    "empty": N_("The file {path} is empty."),
    "too_large": N_("The file {path} is larger than {limit} MB, so it was not read."),
    "too_many": N_("The file {path} holds more than can be taken over at once. Divide it and bring in the parts."),
    "too_many_rows": N_("The file has more than {limit} rows. Divide it and bring in the parts."),
    "too_many_goals": N_("The file names more than {limit} goals. Is the column with the goal the right one?"),
    "too_deep": N_("Lists in the file {path} stand in each other more deeply than is read."),
    "not_text": N_("The file {path} is no text, and none of the formats that are known."),
    "unknown_encoding": N_("There is no encoding “{encoding}”. Try utf-8, cp1252 or utf-16."),
    "wrong_encoding": N_("The file {path} is not written in {encoding}. Name another encoding."),
    "not_json": N_("The file {path} is not whole: it stops being JSON in line {line}."),
    "unknown_format": N_("The format of {path} is not known."),
    "no_such_format": N_("There is no format “{format}”; there are {formats}."),
    "wrong_format": N_("{path} does not hold what a file of this format holds."),
    "newer": N_("{path} was written by a newer version, {version}, which is not known yet."),
    "older": N_("{path} was written by a version too old to be known, {version}. Save a new copy with a newer one."),
    "loop.scores": N_("{path} holds scores, which Loop works out. Bring in Checkmarks.csv or the whole export."),
    "loop.names": N_("The names in the first line of {path} hold commas. Bring in the whole export, the ZIP file."),
    "damaged": N_("The file {path} is damaged. Try another copy of it."),
    "bad_zip": N_("{path} is no whole ZIP file. Try another copy of it."),
    "zip_encrypted": N_("{path} is locked with a password. Unpack it and name the folder."),
    "zip_too_many": N_("{path} holds more than {limit} files, so it was not unpacked."),
    "zip_too_large": N_("{path} would grow to more than {limit} MB, so it was not unpacked."),
    "zip_path": N_("{path} holds “{name}”, which would leave its folder, so nothing of it was read."),
    "no_date_column": N_("No column of {path} holds dates. Say which one with --columns date=1."),
    "no_value_column": N_("No column of {path} holds numbers. Say which one with --columns value=2."),
    "no_goal": N_("{path} does not say which goal it is about. Name it with --goal."),
    "several_goals": N_("Several goals are called “{title}”: {numbers}. Name one by its number with --goal."),
    "no_column": N_("There is no column {column}; the file has {count}."),
    "no_rows": N_("There are no rows in {path}."),
    "long_line": N_("Line {line} is far too long for a row of a table."),
    "open_quote": N_("A quotation mark in line {line} is never closed, so the rows behind it cannot be told apart."),
    "no_separator": N_("The separator has to be one character, or the word tab."),
    "bad_columns": N_("“{found}” names no column. Write it like date=1,value=2,note=3."),
    "bad_decimal": N_("The decimal sign has to be a point or a comma."),
    "bad_dates": N_("The order of dates has to be ymd, dmy or mdy."),
}
"""A sentence for each code of `UnreadableFileError`."""
