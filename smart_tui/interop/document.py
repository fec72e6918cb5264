"""Our own document: everything as one JSON value, out of which it comes back without loss."""

from datetime import datetime

from smart_tui.domain.transfer import Asked, Contents, Found

FORMAT = "smart-tui"


def recognises(name: str, head: bytes) -> bool:
    """Whether a file of this name that begins like this is such a document."""
    return name.lower().endswith(".json") and b'"smart-tui"' in head[:400]


def to_document(contents: Contents, now: datetime) -> dict[str, object]:
    """The document of what a file holds, `now` being the aware instant it is made."""
    raise NotImplementedError


def encode(document: dict[str, object]) -> bytes:
    """The document as UTF-8, its keys in a fixed order, a line for each thing of a list."""
    raise NotImplementedError


def read(path: str, asked: Asked) -> Found:
    """What a document holds; raises UnreadableFileError where it cannot be taken over at all, OSError."""
    raise NotImplementedError
