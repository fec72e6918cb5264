"""Why a file could not be written, in one sentence: what happened, what was kept, what to do."""

import errno
from collections.abc import Mapping

from smart_tui.i18n import N_, Words

PROBLEMS: Mapping[int, str] = {
    errno.ENOENT: N_("There is no such folder. Nothing was written; name one that is there."),
    errno.ENOTDIR: N_("There is no such folder. Nothing was written; name one that is there."),
    errno.EISDIR: N_("This is a folder. Put a file name behind it."),
    errno.EEXIST: N_("There is a file of this name. Nothing was written; give another name."),
    errno.EACCES: N_("You may not write there. Nothing was written; choose another folder."),
    errno.EPERM: N_("You may not write there. Nothing was written; choose another folder."),
    errno.EROFS: N_("Nothing can be written there. Choose another folder."),
    errno.ENOSPC: N_("The disk is full. Nothing was written; make room or choose another place."),
    errno.EDQUOT: N_("The disk is full. Nothing was written; make room or choose another place."),
    errno.EFBIG: N_("The disk is full. Nothing was written; make room or choose another place."),
    errno.ENAMETOOLONG: N_("This name is too long. Nothing was written; choose a shorter one."),
}
"""By errno."""
OWN_FILE = N_("This file belongs to smart-tui itself. Nothing was written; give another name.")
OTHER = N_("The file could not be written. Nothing was changed; try another place.")


def file_problem(error: OSError | ValueError, words: Words) -> str:
    """The sentence for what stood in the way of writing a file; ValueError is a name that cannot be one."""
    number = error.errno if isinstance(error, OSError) else None
    return words.gettext(PROBLEMS.get(number or 0, OTHER))
