"""The one function that cleans what comes in: no control characters, no lone surrogates, NFC, bounded length."""

import re
from unicodedata import normalize

TITLE_LIMIT = 200
LINE_LIMIT = 500
TEXT_LIMIT = 20_000
"""Characters kept of a title, of any other single line, and of a long text."""

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\n]")
# Controls, lone surrogates, and the marks that turn the reading direction of what stands after them.
_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """One line of user text: breaks and tabs become spaces, at most `limit` characters, ends stripped."""
    return _cleaned(_SPACES.sub(" ", _BREAKS.sub("\n", _bounded(text, limit))), limit)


def clean_title(text: str) -> str:
    """A title: one line of at most `TITLE_LIMIT` characters."""
    return clean_line(text, TITLE_LIMIT)


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """A long text: newlines are kept, tabs become spaces, at most `limit` characters, ends stripped."""
    return _cleaned(_BREAKS.sub("\n", _bounded(text, limit)).replace("\t", " "), limit)


def _bounded(text: str, limit: int) -> str:
    # Normalising a megabyte only to cut it would stall the paste; composing shrinks text at most this much.
    return text.lstrip()[: limit * 8]


def _cleaned(text: str, limit: int) -> str:
    return normalize("NFC", _REFUSED.sub("", text)).strip()[:limit].rstrip()
