"""The help of the command line, made from the table of commands."""

from collections.abc import Mapping

from smart_tui.cli.columns import table
from smart_tui.cli.commandtable import COMMANDS, OPTIONS, Command, command
from smart_tui.i18n import N_, Words

ENVIRONMENT: tuple[tuple[str, str], ...] = (
    ("SMART_TUI_HOME", N_("One folder for all files.")),
    ("SMART_TUI_TODAY", N_("Today's date, like 2026-01-15.")),
)

EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "log": (
        ("log 3 5", N_("adds 5, or says the reading is 5")),
        ("log 3 -2", N_("takes 2 off; +2 changes a reading")),
        ("log 3 =42", N_("makes the day's value 42")),
        ("log 3 x", N_("done")),
        ("log 3 s ill", N_("excuses the day, with the reason")),
        ('log 3 "mon 4 # with Bo"', N_("for last Monday, with a note")),
    ),
    "ask": (
        ("ask", N_("for today")),
        ("ask yesterday", N_("for yesterday")),
        ("ask week", N_("for the last seven days")),
    ),
    "coach": (
        ('coach "Get better at chess"', N_("says what is missing")),
        ('coach "Løbe 5 km om ugen"', N_("is read in the language it is written in")),
        ("coach --jsonl goals.jsonl", N_("reads a sentence a line, as JSON")),
    ),
    "journal": (
        ('journal add "Bo liked it" --goal 3', N_("writes it down for today, tied to goal 3")),
        ("journal add --on yesterday", N_("opens your editor")),
        ("journal list --goal 3", N_("prints what was written about goal 3")),
        ("journal search spring", N_("finds it again")),
    ),
    "export": (
        ("export goals.json", N_("everything, to bring in again")),
        ("export entries.csv --local", N_("the entries, for a spreadsheet")),
        ("export notes --to md", N_("a folder of pages for a note app")),
        ("export goals.ics --goal 3", N_("one goal, for a calendar")),
        ("export > goals.json", N_("through a pipe")),
    ),
    "backup": (
        ("backup now", N_("makes one, beside your file")),
        ("backup list", N_("prints when each was made, and why")),
        ("backup verify", N_("checks all of them, wholly")),
    ),
    "restore": (
        ("restore --dry-run", N_("says what the newest backup would change")),
        ("restore", N_("puts it in place, and keeps what was there")),
        ("restore --salvage", N_("where there is no good backup")),
    ),
    "import": (
        ("import tasks.json --dry-run", N_("says what would come in")),
        ("import steps.csv --goal 3", N_("adds a table to goal 3")),
        ("import v.csv --columns date=1,value=3", N_("names the columns")),
    ),
    "report": (
        ("report", N_("the latest review")),
        ("report --week 3 --md", N_("week 3, as Markdown")),
        ("report --month last month", N_("last month")),
    ),
}
"""What may be typed, and what it does, by command."""

JSON = " [--json]"
"""What most commands take; the list of all of them says it once."""


def help_text(name: str, words: Words) -> str:
    """The help for one command, or for all of them where `name` is none."""
    known = command(name)
    if known is not None:
        return _of_command(known, words)
    commands = [("smart-tui", words.gettext("Open your goals."))]
    commands += [(f"smart-tui {each.synopsis.removesuffix(JSON)}", words.gettext(each.help)) for each in COMMANDS]
    options = [(option, words.gettext(help)) for option, help in OPTIONS]
    environment = [(variable, words.gettext(help)) for variable, help in ENVIRONMENT]
    lines = table([*commands, *options, *environment], indent=2)
    parts = [
        words.gettext("smart-tui: write SMART goals, track them, review them every week."),
        "\n".join(lines[: len(commands)]),
        "\n".join([words.gettext("Options"), *lines[len(commands) : -len(environment)]]),
        "\n".join([words.gettext("Environment"), *lines[-len(environment) :]]),
    ]
    return "\n\n".join(parts) + "\n"


def _of_command(known: Command, words: Words) -> str:
    parts = [f"smart-tui {known.synopsis}", words.gettext(known.help)]
    rows = [(f"{each.name} {each.value}".rstrip(), words.gettext(each.help)) for each in known.options]
    if rows:
        parts.append("\n".join([words.gettext("Options"), *table(rows, indent=2)]))
    if known.name in EXAMPLES:
        lines = [(f"smart-tui {typed}", words.gettext(does)) for typed, does in EXAMPLES[known.name]]
        parts.append("\n".join([words.gettext("Examples"), *table(lines, indent=2)]))
    return "\n\n".join(parts) + "\n"
