"""What the words around a number make of its digits in a sentence: thousands, millions, the low end of a range."""

from collections.abc import Collection
from decimal import Decimal

from smart_tui.reading.figures import Figure
from smart_tui.reading.sentences import Sentence

_LONGEST_NOUN = 2
"""Words of what is done by halves in each period."""


def halves_a_unit(sentence: Sentence, at: int) -> bool:
    """Whether "half" counts something ("half an hour") and is not part of a name ("half marathon")."""
    numbers = sentence.numbers
    behind = sentence.word(at + 2 if sentence.word(at + 1) in numbers.articles else at + 1)
    return behind in numbers.time_units or behind in sentence.words.measures or behind in numbers.multipliers


def paced(sentence: Sentence, at: int, paces: Collection[int]) -> Figure | None:
    """A half or a whole that only its cadence makes a number: "half a book a week", "a mile a day". `paces` are the
    tokens with which cadences begin."""
    numbers = sentence.numbers
    half = numbers.halves.get(sentence.word(at)) == "0.5"
    article = sentence.word(at) in numbers.articles
    if article and numbers.halves.get(sentence.word(at + 1)) == "0.5":
        at, half = at + 1, True
    elif half and sentence.word(at + 1) in numbers.articles:
        pass
    elif not article or not _is_measure(sentence, at + 1):
        return None
    noun = at + 2 if half and sentence.word(at + 1) in numbers.articles else at + 1
    if noun in sentence.taken or not any(noun < place <= noun + _LONGEST_NOUN for place in paces):
        return None
    pace = min(place for place in paces if place > noun)
    known = {*range(at, pace)} & sentence.taken
    plain = all(
        sentence.word(place).isalpha() and sentence.word(place) not in sentence.words.stops
        for place in range(noun, pace)
    )
    return Figure(Decimal("0.5") if half else Decimal(1), (), noun, True) if plain and not known else None


def _is_measure(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return word in sentence.words.measures or word in sentence.numbers.currencies or sentence.is_time(word)


def ranged(sentence: Sentence, at: int) -> Figure | None:
    """The low end of `2-3`."""
    text = sentence.word(at)
    low, dash, high = text.partition("-")
    if sentence.toks[at].kind != "num" or not dash or len(text) > 12 or not (low.isdecimal() and high.isdecimal()):
        return None
    return Figure(Decimal(low), (), at + 1)


def grouped(sentence: Sentence, at: int, figure: Figure) -> Figure:
    """A number whose mark leads three zeros is one of thousands in any language, and money has no
    third decimal: nobody writes 12.000 for 12."""
    large = figure.others[0] if len(figure.others) == 1 and figure.value < figure.others[0] else None
    money = {sentence.word(at - 1), sentence.word(figure.end)} & sentence.numbers.currencies
    if large is None or not (money or sentence.word(at).endswith("000")):
        return figure
    return figure._replace(value=large, others=(figure.value,))


def multiplied(sentence: Sentence, at: int, figure: Figure) -> Figure:
    """£1.2m, 3M and 2bn: a letter that is no unit there, because of the currency or the capital."""
    if not sentence.glued(figure.end) or sentence.word(figure.end) not in ("m", "b"):
        return figure
    money = {sentence.word(at - 1), sentence.word(figure.end + 1)} & sentence.numbers.currencies
    if not money and not (sentence.written(figure.end) == "M" and figure.end + 1 < len(sentence.toks)):
        return figure
    times = 10**6 if sentence.word(figure.end) == "m" else 10**9
    return figure._replace(value=figure.value * times, others=(), end=figure.end + 1, factor=times)
