"""How each language writes numbers and names days and months.

Made by `.ci/catalogues update` from Babel's copy of the Unicode CLDR and compared with it by
`.ci/catalogues check`: loading the whole locale data when a word is shown would cost the command
line twice what Python itself takes to start.
"""

from typing import NamedTuple


class Formats(NamedTuple):
    """The signs and names of one language; weekdays start on Monday, months in January."""

    decimal: str
    group: str
    percent: str
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]


FORMATS = {
    "en": Formats(
        decimal=".",
        group=",",
        percent="{}%",
        weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
        weekdays_short=tuple("Mon Tue Wed Thu Fri Sat Sun".split()),
        months=tuple("January February March April May June July August September October November December".split()),
        months_short=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    ),
    "da": Formats(
        decimal=",",
        group=".",
        percent="{}\xa0%",
        weekdays=tuple("mandag tirsdag onsdag torsdag fredag lørdag søndag".split()),
        weekdays_short=tuple("man. tirs. ons. tors. fre. lør. søn.".split()),
        months=tuple("januar februar marts april maj juni juli august september oktober november december".split()),
        months_short=tuple("jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.".split()),
    ),
    "sv": Formats(
        decimal=",",
        group="\xa0",
        percent="{}\xa0%",
        weekdays=tuple("måndag tisdag onsdag torsdag fredag lördag söndag".split()),
        weekdays_short=tuple("mån tis ons tors fre lör sön".split()),
        months=tuple("januari februari mars april maj juni juli augusti september oktober november december".split()),
        months_short=tuple("jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.".split()),
    ),
}
