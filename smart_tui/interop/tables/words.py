"""What columns are called in tables that people keep, in English, Danish and Swedish."""

import re
from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES: Mapping[str, frozenset[str]] = {
    "date": _words(
        "date day when timestamp datetime daystamp calendardate dato dag dagen tidspunkt tidspunkt datum tidpunkt "
        "tid time"
    ),
    "value": _words(
        "value amount count number quantity total sum reading result score points measurement steps weight distance "
        "pages minutes hours km kg værdi vaerdi antal mængde maengde tal resultat måling maaling beløb beloeb vægt "
        "vaegt afstand sider minutter timer skridt point pulse puls värde varde mängd mangd summa belopp mätning "
        "mätvärde vikt sträcka distans sidor minuter timmar steg poäng varden värden saldo balance"
    ),
    "note": _words(
        "note notes comment comments commenttext remark remarks description text memo noter notat bemærkning "
        "bemaerkning kommentar kommentarer beskrivelse tekst anteckning anteckningar notering beskrivning "
        "anmärkning"
    ),
    "goal": _words(
        "goal habit habitname activity name title category project mål maal vane aktivitet navn titel kategori "
        "projekt mal vana namn"
    ),
}
"""By what a column holds, the words that name it."""

COUNTS = _words("id nr no row række rad index uuid week uge vecka year år month måned månad #")
"""Names of columns of numbers that count rows or days and are no values."""

_UNIT = re.compile(r"[(\[]\s*([^()\[\]]{1,20}?)\s*[)\]]\s*$")
_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a column's name, without the unit in brackets behind it."""
    return tuple(_WORD.findall(_UNIT.sub("", name[:200]).casefold()))


def fits(name: str, kind: str) -> int:
    """How well a column's name says that it holds this: 2 it is the word, 1 the word is in it, 0 not."""
    words = words_of(name)
    if not words:
        return 0
    if "".join(words) in NAMES[kind] or (len(words) == 1 and words[0] in NAMES[kind]):
        return 2
    return int(any(word in NAMES[kind] for word in words))


def unit_of(name: str) -> str:
    """The unit that stands in brackets behind a column's name: kg of "Weight (kg)"."""
    found = _UNIT.search(name[:200])
    return found[1] if found else ""
