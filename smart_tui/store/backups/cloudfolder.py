"""Whether a file lies in a folder that a service copies to other machines, by the names and marks these folders have.

Two machines that write at once can then overwrite each other, and a file can be copied while it is half written.
"""

import os
import re
from collections.abc import Iterator

_BY_NAME: tuple[tuple[str, str], ...] = (
    (r"dropbox( \(.*\))?", "Dropbox"),
    (r"onedrive([ -].*)?", "OneDrive"),
    (r"mobile documents|icloud ?drive|com~apple~clouddocs", "iCloud Drive"),
    (r"google ?drive(-.*)?", "Google Drive"),
    (r"nextcloud(-.*)?", "Nextcloud"),
    (r"syncthing", "Syncthing"),
)
"""Names of folders, as patterns of all of the name, whatever its case."""
_BY_MARK: tuple[tuple[str, str], ...] = (
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".stfolder", "Syncthing"),
)
"""What these services put into the topmost folder that they copy."""


def cloud_service(path: str) -> str:
    """The name of the service that copies the folder of the file at `path` to other machines, "" for none known."""
    for folder in dict.fromkeys((*_above(os.path.abspath(path)), *_above(os.path.realpath(path)))):
        name = os.path.basename(folder)
        for pattern, service in _BY_NAME:
            if re.fullmatch(pattern, name, re.IGNORECASE):
                return service
        for mark, service in _BY_MARK:
            if os.path.lexists(os.path.join(folder, mark)):
                return service
    return ""


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in, the innermost first."""
    folder = os.path.dirname(path)
    while folder != os.path.dirname(folder):
        yield folder
        folder = os.path.dirname(folder)
