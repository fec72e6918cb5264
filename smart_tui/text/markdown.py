"""A person's own words within Markdown, touched only where they would break what stands around them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

_MEANT = re.compile(r"[\\`*_\[\]<>&~=$^|#]")
"""What means something within a line: to CommonMark, and to the note apps beside it."""
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_BLOCK = re.compile(r"(#{1,6}(?= |$)|[-+*](?= |$)|>|`{3,}|~{3,}|(?:[-*_] *){3,}$|=+ *$|\||:|%%|!\[)")
_NUMBERED = re.compile(r"\d{1,9}([.)])(?= |$)")
BMP = 0xFFFF
"""Signs beyond are no control characters, and have no short escape."""
_TASK = re.compile(r"\[(?=[ xX]\] )")


def one_line(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def name_in_markdown(text: str) -> str:
    """A title as it reads: no sign in it marks anything up."""
    return _beginning_nothing(_MEANT.sub(lambda found: "\\" + found[0], one_line(text)))


def words_in_markdown(text: str) -> str:
    """What a person wrote, on one line: its emphasis, links and tags stay, but it begins no block and no HTML."""
    line = _HTML.sub(r"\\<", one_line(text))
    if line.count("`") % 2:
        line = line.replace("`", "\\`")
    return _beginning_nothing(line)


def _beginning_nothing(line: str) -> str:
    """The line with a backslash where it would begin a heading, a list, a quotation, a rule or a block of code."""
    numbered = _NUMBERED.match(line)
    if numbered:
        return line[: numbered.start(1)] + "\\" + line[numbered.start(1) :]
    return "\\" + line if _BLOCK.match(line) or _TASK.match(line) else line


def front_matter(fields: Mapping[str, str | date | Decimal | Sequence[str] | None]) -> str:
    """What note apps read of a page, between two lines of dashes: a quoted string, a date, a number, a list of strings.

    What is empty is left out; nought is not empty.
    """
    lines = [
        f"{name}: {_value(value)}" for name, value in fields.items() if value is not None and value not in ("", ())
    ]
    return "\n".join(["---", *lines, "---", "", ""])


def _value(value: str | date | Decimal | Sequence[str]) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str):
        return _quoted(value)
    return f"[{', '.join(_quoted(each) for each in value)}]"


def _quoted(text: str) -> str:
    """A string of YAML in double quotes, which is one of JSON as well."""
    escaped = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(each if each.isprintable() or ord(each) > BMP else f"\\u{ord(each):04x}" for each in escaped)
        + '"'
    )
