"""Whether a sentence breaks off in the middle: its last word asks for another one behind it."""

import re

from smart_tui.reading.phrases import normal, tokens
from smart_tui.reading.words import judging_words, number_words

_LOOKED_AT = 80
"""Characters at the end of a text that are looked at."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def breaks_off(text: str, lang: str) -> bool:
    """Whether a sentence cannot well end where it ends: "be a better", "walk every", "read 24", "get up at".

    A particle that does end one ("clean up") counts as breaking off, too: it is only a reason to wait a little.
    """
    toks = tokens(normal(text)[-_LOOKED_AT:])
    if len(toks) > 1 and toks[-1].text == "." and toks[-2].kind == "num":
        toks.pop()  # "1." is a day whose month is still to come
    if not toks or toks[-1].kind == "mark":
        return False
    words, last = judging_words(lang), toks[-1].text
    if toks[-1].kind == "num":
        money = len(toks) > 1 and toks[-2].text in number_words(lang).currencies
        return not money and not _YEAR.fullmatch(last) and ":" not in last
    if _is_number(last, lang):
        return True
    leads = words.determiners | words.prepositions | number_words(lang).articles
    if last in leads | words.joins | words.ors | words.purposes | words.modals:
        return True
    return len(toks) > 1 and last in words.comparatives and toks[-2].text in leads


def before_number(text: str, lang: str) -> str:
    """A text without the number words at its end, whose noun is still to come: "two" may go on as "two years"."""
    toks = tokens(text)
    end = len(toks)
    while end and _is_number(toks[end - 1].text, lang):
        end -= 1
    return text if end == len(toks) else text[: toks[end].start]


def _is_number(word: str, lang: str) -> bool:
    numbers = number_words(lang)
    return word in numbers.small or word in numbers.tens or word in numbers.hundred or word in numbers.multipliers
