"""What is said of backups that could not be made, and of folders that are copied elsewhere."""

from collections.abc import Mapping

from smart_tui.i18n import N_, Words
from smart_tui.text.errors import Coded, store_error

_FAILED: Mapping[str, str] = {
    "disk_full": N_("No backup could be made: the disk is full. Your goals are saved; make some room."),
    "no_permission": N_("No backup could be made: {path} may not be written to. Your goals are saved."),
    "read_only": N_("No backup could be made: {path} may not be written to. Your goals are saved."),
    "": N_("No backup could be made in {path}. Your goals are saved; smart-tui doctor may tell why."),
}


def backup_failed(error: Coded, words: Words) -> str:
    """Why no backup was made of a file that is well itself, and what to do."""
    if error.code != "backup_failed":
        return store_error(error, words)
    cause = str(error.params.get("cause", ""))
    return words.gettext(_FAILED.get(cause, _FAILED[""])).format(path=error.params.get("path", ""))


def in_cloud(service: str, words: Words) -> str:
    """What to mind where a service copies the folder of the goals; said once."""
    return words.gettext(
        "{service} copies the folder of your goals to other machines. Use them on one machine at a time, "
        "and let it finish before you go on elsewhere."
    ).format(service=service)
