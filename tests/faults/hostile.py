r"""Texts that would steer a terminal, break markup, end a quotation or fill the memory, by the thousand.

They come from a seed, so that a run that found something can be had again.
"""

import re
import unicodedata
from collections.abc import Iterator
from random import Random

HARMFUL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]",
)
"""What may reach no terminal: controls but the newline, half characters, and what turns the reading direction."""

PIECES = (
    *(
        "[/]",
        "[/b]",
        "[b",
        "[",
        "]",
        "[book]x[/book]",
        "[@click=app.quit]x[/]",
        "[link='x']",
        "[$accent on red]",
        "\\[",
    ),
    *("\x1b[31m", "\x1b[2J", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://x\x1b\\", "\x1bP1;1|x\x1b\\", "\x1b", "\x1bc"),
    *("\x9b31m", "\x9d0;t\x9c", "\x90", "\x85", "\x00", "\x07", "\x08", "\x7f", "\r", "\r\n", "\n", "\n\n", "\t", "\v"),
    *("\u202e", "\u202a", "\u202c", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u2028", "\u2029", "\ufeff"),
    *("\ud800", "\udfff", "\ud83d", "\ufffd", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "\U000e0041", "\xad"),
    *("\U0001f469\u200d\U0001f469\u200d\U0001f467", "\u200d", "\u200b", "\u2060", "\ufe0f", "\U0001f1e9\U0001f1f0"),
    *("e\u0301", "\u0301" * 9, "\u1100\u1161\u11a8", "\u0e33", "\u0f77", "\u0345", "\ufb03", "\u1e9e", "\u0130", "ſ"),
    *("日本語", "עברית", "العربية", "ไทย", "ﷺ", "\u3000", "\xa0", "\u202f", "\u2007", "　", "𝔣𝔲𝔩𝔩", "１２３"),
    *(
        "'",
        '"',
        "`",
        "'; DROP TABLE goal; --",
        "%s",
        "%(x)s",
        "{",
        "}",
        "{name}",
        "{0.__class__}",
        "{{}}",
        "$(id)",
        "${x}",
    ),
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|",
        "\\",
        "\\n",
        "\\u001b",
        "&lt;",
        "<b>",
        "<!--",
        "-->",
        "]]>",
        "---",
        "...",
        "# x",
    ),
    *(
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "~",
        "nul",
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        ";",
        ",",
        ":",
        "a: b",
        "- x",
        "* x",
    ),
    *(
        "nan",
        "inf",
        "-0",
        "1e999",
        "9" * 40,
        "1,5",
        "1.000",
        "2**63",
        "29 Feb",
        "2026-02-30",
        "0000-00-00",
        "by Friday",
    ),
    *("x", "read 24 books", "note 12 km", " ", "  ", "of", "null", "true", "#1", "!", "?", "😀", "ø", "Å", "ß"),
)
ENDLESS = (
    "[/]",
    "日",
    "e\u0301",
    "\u0301",
    "x",
    " x",
    "\u202e",
    "\x1b[2J",
    "[",
    "\U0001f469\u200d",
    "x\n",
    "\U0010ffff",
)
"""What the long ones are made of."""


def strings(count: int, seed: int = 0, long_each: int = 100, longest: int = 30_000) -> Iterator[str]:
    """So many texts; every `long_each`-th is longer than anything that is kept."""
    random = Random(seed)
    for number in range(count):
        if number % long_each == long_each - 1:
            piece = random.choice(ENDLESS)
            yield piece * (random.randint(250, longest) // len(piece))
        elif number % 50 == 7:
            yield "".join(chr(random.choice((random.randrange(0x300), random.randrange(0x110000)))) for _ in range(9))
        else:
            yield "".join(random.choices(PIECES, k=random.randint(1, 8)))


def kept(text: str, limit: int, lines: bool = False) -> str:
    """What is to be stored of a text, said in other words than those of the store.

    Nothing is left out but what is harmful; a break stays one where there are lines, and is a blank where not.
    """
    broken = "".join("\n" if each in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" else each for each in _one_break(text))
    blank = " " if not lines else "\n"
    plain = broken.lstrip()[: limit * 8].replace("\t", " ").replace("\n", blank)
    harmless = "".join(each for each in plain if each == "\n" or not _harmful(each))
    return unicodedata.normalize("NFC", harmless).strip()[:limit].rstrip()


def _one_break(text: str) -> str:
    return text.replace("\r\n", "\n")


def _harmful(character: str) -> bool:
    category = unicodedata.category(character)
    turns = unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return category in ("Cc", "Cs") or turns or character in "\u061c\u200e\u200f\ufeff"
