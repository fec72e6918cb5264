"""Every scenario, by its name."""

from tests.faults import commands, exchange, mending, writing

SCENARIOS = {
    "check-in": writing.CHECK_IN,
    "review": writing.REVIEW,
    "first write": writing.FIRST_WRITE,
    "migration": writing.MIGRATION,
    "backup": mending.BACKUP,
    "restore": mending.RESTORE,
    "restore of a damaged file": mending.RESTORE_DAMAGED,
    "restore of an emptied file": mending.RESTORE_EMPTIED,
    "salvage": mending.SALVAGE,
    "import": exchange.IMPORT,
    "export": exchange.EXPORT,
    "command": commands.COMMAND,
}
