"""`smart-tui where`: the paths in use."""

from typing import NoReturn

from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.output import finish


def run_where(context: Context) -> NoReturn:
    """Print each place with its path, one a line, whether it exists yet or not."""
    words, paths = context.words, context.paths
    rows = (
        (words.gettext("Database"), paths.db),
        (words.gettext("Data"), paths.data),
        (words.gettext("Config"), paths.config_file),
        (words.gettext("State"), paths.state),
        (words.gettext("Backups"), paths.backups),
    )
    finish("\n".join(table(rows)) + "\n")
