"""The help of the command line, made from the table of commands."""

from smart_tui.cli.arguments import COMMANDS, OPTIONS, command
from smart_tui.cli.columns import table
from smart_tui.i18n import N_, Words

ENVIRONMENT: tuple[tuple[str, str], ...] = (
    ("SMART_TUI_HOME", N_("One folder for all files.")),
    ("SMART_TUI_TODAY", N_("Today's date, like 2026-01-15.")),
)


def help_text(name: str, words: Words) -> str:
    """The help for one command, or for all of them where `name` is none."""
    known = command(name)
    if known is not None:
        return f"smart-tui {known.synopsis}\n\n{words.gettext(known.help)}\n"
    commands = [("smart-tui", words.gettext("Open your goals."))]
    commands += [(f"smart-tui {each.synopsis}", words.gettext(each.help)) for each in COMMANDS]
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
