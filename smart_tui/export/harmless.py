"""Files that people look at in a terminal: nothing in them steers it, whatever another program put into our file."""

import re

# A break of two characters is that of tables and calendars, and a mark of the order of bytes may begin a file.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)|(?!\\A)\ufeff"
)


def harmless(text: str) -> bytes:
    """The text in UTF-8, without control characters and what turns the direction of reading; breaks and tabs stay."""
    return _HARMFUL.sub("", text).encode()
