"""What the system says of a file: whom it lets in, which file system it lies on, how much room is left there."""

import os
import shutil
import stat

REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse.davfs2"})
"""File systems on other machines, whose locks cannot be relied on."""
_MOUNTS = "/proc/self/mounts"


def mode(path: str) -> str:
    """The permissions as four octal digits, "" where there is no such file."""
    try:
        return f"{stat.S_IMODE(os.stat(path).st_mode):04o}"
    except OSError:
        return ""


def open_to_others(path: str) -> bool:
    """Whether others than its owner are let in."""
    return os.name == "posix" and bool(int(mode(path) or "0", 8) & 0o077)


def file_system(path: str) -> str:
    """The type of the file system that the file lies on, "" where the system does not tell."""
    real = os.path.realpath(path)
    try:
        with open(_MOUNTS, encoding="utf-8", errors="surrogateescape") as file:
            mounted = [line.split(" ")[1:3] for line in file if line.count(" ") > 2]
    except OSError:
        return ""
    found = ""
    longest = -1
    for place, kind in mounted:
        folder = place.replace("\\040", " ").rstrip("/")
        # Of two on one folder the later one is seen.
        if (real + "/").startswith(folder + "/") and len(folder) >= longest:
            found, longest = kind, len(folder)
    return found


def free_bytes(path: str) -> int | None:
    """The room left where the file lies, in bytes; None where that cannot be said."""
    folder = os.path.dirname(os.path.realpath(path))
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
