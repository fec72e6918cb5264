"""What the words around a number make of its digits in a sentence: thousands, millions, the low end of a range."""

from decimal import Decimal

from smart_tui.reading.figures import Figure
from smart_tui.reading.sentences import Sentence


def halves_a_unit(sentence: Sentence, at: int) -> bool:
    """Whether "half" counts something ("half an hour") and is not part of a name ("half marathon")."""
    numbers = sentence.numbers
    behind = sentence.word(at + 2 if sentence.word(at + 1) in numbers.articles else at + 1)
    return behind in numbers.time_units or behind in sentence.words.measures or behind in numbers.multipliers


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
