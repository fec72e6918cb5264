"""Names of files out of titles: safe on every system, and no two the same where capitals do not count."""

import re
from unicodedata import normalize

LONGEST = 120
"""Bytes of a name before its ending; a path has to hold it, and a program that copies it."""

_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*#^\[\]]+')
"""What a system refuses in a name, and what note apps read as a part of a link."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ends them."""
_BLANK = re.compile(r"\s+")


class Names:
    """Gives names, and remembers which are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, title: str, otherwise: str, ending: str) -> str:
        """A name of a title that is not taken yet; `otherwise` where nothing of the title can be one."""
        stem = file_stem(title) or otherwise
        name, at = stem + ending, 1
        while name.casefold() in self._taken:
            at += 1
            name = f"{stem} ({at}){ending}"
        self._taken.add(name.casefold())
        return name


def file_stem(title: str) -> str:
    """What of a title can be a name, without an ending; empty where nothing is left."""
    name = normalize("NFC", _BLANK.sub(" ", _REFUSED.sub(" ", title)))
    name = "".join(each for each in name if each.isprintable())
    name = _shortened(_BLANK.sub(" ", name).strip(" ."))
    return f"_{name}" if _RESERVED.match(name) else name


def _shortened(name: str) -> str:
    return name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").rstrip(" .")
