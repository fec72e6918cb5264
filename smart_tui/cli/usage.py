"""The help of the command line, made from the table of commands."""

from smart_tui.cli.arguments import COMMANDS, OPTIONS, Command, command
from smart_tui.cli.columns import table
from smart_tui.i18n import N_, Words

ENVIRONMENT: tuple[tuple[str, str], ...] = (
    ("SMART_TUI_HOME", N_("One folder for all files.")),
    ("SMART_TUI_TODAY", N_("Today's date, like 2026-01-15.")),
)

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
    if known.examples:
        lines = [(f"smart-tui {typed}", words.gettext(does)) for typed, does in known.examples]
        parts.append("\n".join([words.gettext("Examples"), *table(lines, indent=2)]))
    return "\n\n".join(parts) + "\n"
