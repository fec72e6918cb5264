"""Text in a table that a spreadsheet would take for a formula: written so that it is text, and read as it was.

A cell that begins with one of SIGNS, or with apostrophes before one, gets an apostrophe in front. Reading takes one
apostrophe away wherever a cell begins with apostrophes and one of SIGNS, so that every text comes back.
"""

SIGNS = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet may begin a formula with, in either width."""
APOSTROPHE = "'"


def disarmed(text: str) -> str:
    """The text of a cell so that no spreadsheet computes it."""
    return APOSTROPHE + text if text.lstrip(APOSTROPHE)[:1] in _ANY else text


def as_it_was(cell: str) -> str:
    """The text that `disarmed` made a cell of; any other cell as it is."""
    return cell[1:] if cell[:1] == APOSTROPHE and cell.lstrip(APOSTROPHE)[:1] in _ANY else cell


_ANY = frozenset(SIGNS)
