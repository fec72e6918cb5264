"""How each language writes numbers and names days and months.

Made by `.ci/catalogues update` from Babel's copy of the Unicode CLDR and compared with it by
`.ci/catalogues check`: loading the whole locale data when a word is shown would cost the command
line twice what Python itself takes to start.
"""

from typing import NamedTuple


class Formats(NamedTuple):
    """The signs and names of one language; names stand in one text, from Monday and from January on."""

    decimal: str
    group: str
    percent: str
    weekdays: str
    weekdays_short: str
    months: str
    months_short: str


FORMATS = {
    "en": Formats(
        decimal=".",
        group=",",
        percent="{}%",
        weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        weekdays_short="Mon Tue Wed Thu Fri Sat Sun",
        months="January February March April May June July August September October November December",
        months_short="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "da": Formats(
        decimal=",",
        group=".",
        percent="{}\xa0%",
        weekdays="mandag tirsdag onsdag torsdag fredag lørdag søndag",
        weekdays_short="man. tirs. ons. tors. fre. lør. søn.",
        months="januar februar marts april maj juni juli august september oktober november december",
        months_short="jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    ),
    "sv": Formats(
        decimal=",",
        group="\xa0",
        percent="{}\xa0%",
        weekdays="måndag tisdag onsdag torsdag fredag lördag söndag",
        weekdays_short="mån tis ons tors fre lör sön",
        months="januari februari mars april maj juni juli augusti september oktober november december",
        months_short="jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    ),
}
