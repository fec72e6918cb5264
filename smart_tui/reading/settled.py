"""The part of a text that is finished while one types, so that nothing is said about half a word or half a number."""

_MARKS = ".,;:!?)]…"
"""Behind a letter these end a word; behind a digit they may be part of a number: "1,5", "10.000", "31." for a day."""


def settled(text: str, cursor: int) -> str:
    """The text without the word or number the cursor still stands in.

    A number at the end waits for the whole word behind it: "10 " may become "10 000", and "5 k" "5 km". `cursor` is
    the number of characters before it; outside the text it counts as its nearest end.
    """
    start, end = _unfinished(text, cursor)
    return text[:start] + text[end:]


def settling(read: str, text: str, cursor: int) -> str:
    """What of a text is to be read now, when `read` is what was read of it last.

    While nothing differs but the word one is in, what was read stands: a pause within a word makes it read as it is,
    and typing on takes nothing back before the word is finished.
    """
    start, end = _unfinished(text, cursor)
    before, after = text[:start], text[end:]
    same = read.startswith(before) and read.endswith(after) and len(read) >= len(before) + len(after)
    if start < end and same and all(map(_waits, read[len(before) : len(read) - len(after)].split()[:-1])):
        return read
    return before + after


def _unfinished(text: str, cursor: int) -> tuple[int, int]:
    """Where the word or the numbers begin and end that the cursor stands in; an empty place where it is in none."""
    cursor = min(max(cursor, 0), len(text))
    start = end = cursor
    while start and not text[start - 1].isspace():
        start -= 1
    word = text[start:cursor]
    while word and end < len(text) and not text[end].isspace():
        end += 1
    if word and end == cursor and (word[-1] == "%" or (word[-1] in _MARKS and _spelled(word))):
        return cursor, cursor
    if text[end:].partition("\n")[0].strip() or text[:start].endswith("\n"):
        return start, end
    first = _numbers_before(text, start)
    return first, (end if first < start or word else first)


def _numbers_before(text: str, at: int) -> int:
    """Where the numbers begin that end right before a place on the same line, which is given where there are none."""
    while True:
        end = at
        while end and text[end - 1].isspace() and text[end - 1] != "\n":
            end -= 1
        start = end
        while start and not text[start - 1].isspace():
            start -= 1
        if not _waits(text[start:end]):
            return at
        at = start


def _spelled(word: str) -> bool:
    return any(character.isalpha() for character in word)


def _waits(word: str) -> bool:
    """Whether a word is a bare number, to which its unit, its month or its next three digits are still to come."""
    return any(character.isdigit() for character in word) and not _spelled(word) and "%" not in word
