"""Whether a goal sentence is specific, measurable and time-bound, judged from its words alone."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.coach.clauses import aside_places, clauses_of
from smart_tui.coach.verdicts import Verdict, verdict_of
from smart_tui.coach.vocabulary import LONGEST, Vocabulary, vocabulary
from smart_tui.domain.goal import Kind
from smart_tui.reading.goals import GoalReading, read_goal
from smart_tui.reading.phrases import Token, normal, tokens
from smart_tui.reading.sentences import goal_phrases
from smart_tui.reading.words import date_words, goal_words

_BOUNDS = ("at_least", "at_most")
_FIGURES = ("target", "change", "difference", "low")


class Judgement(NamedTuple):
    """What a sentence holds of S, M and T, and what makes it vague."""

    specific: bool
    measurable: bool
    time_bound: bool
    vague: str = ""
    """The words that make it vague, as written."""
    event: bool = False
    """Whether it is done once and then is done."""


def judge(text: str, lang: str, today: date, first_weekday: int = 0, reading: GoalReading | None = None) -> Judgement:
    """What a goal sentence holds by itself; never raises. `reading`: what `read_goal` made of the same text."""
    read = reading if reading is not None else read_goal(text, lang, today, first_weekday)
    written = normal(text)[:LONGEST]
    words = vocabulary(lang)
    ended = read.deadline is not None or bool(read.deadline_words)
    time_bound = ended or bool(read.cadence)
    toks = tokens(written)
    left = _untimed(toks, read, written, lang)
    verdicts = [verdict_of(clause, words, written, dated=ended) for clause in clauses_of(left, words)]
    event = any(verdict.event for verdict in verdicts)
    vague = next((verdict for verdict in verdicts if not verdict.event), None)
    if _has_figure(read) and (event or not _is_incidental(read, toks, words)):
        specific = read.change_percent is None or _is_named(left, read, words, lang)
        return Judgement(specific, True, time_bound, "" if specific else _said(vague, written))
    if event:
        return Judgement(True, True, time_bound, event=not read.cadence)
    if read.cadence and vague is not None and (vague.open or vague.verb is None):
        return Judgement(True, True, time_bound)
    return Judgement(False, False, time_bound, _said(vague, written))


def heard(text: str, lang: str, today: date, first_weekday: int = 0) -> tuple[GoalReading, Judgement]:
    """A sentence read and judged; done or not is its measure only where it names something that can be done."""
    reading = read_goal(text, lang, today, first_weekday)
    judgement = judge(text, lang, today, first_weekday, reading)
    if reading.kind is Kind.MILESTONES and not judgement.measurable:
        kept = tuple(chip for chip in reading.chips if chip.field != "kind")
        reading = reading._replace(kind=None, aim=None, chips=kept)
    return reading, judgement


def _untimed(toks: Sequence[Token], read: GoalReading, written: str, lang: str) -> list[Token]:
    """The tokens of a sentence without those of its deadline and its cadence, and of "at least" in front of that."""
    spans = []
    for said in (read.deadline.text if read.deadline is not None else "", read.deadline_words, read.cadence):
        start = written.find(said) if said else -1
        if start >= 0:
            spans.append((start, start + len(said)))
    begins = {start for start, _ in spans} if read.cadence else set()
    for at, tok in enumerate(toks):
        for match in goal_phrases(lang).marks.every(toks, at, {}):
            if match.meaning in _BOUNDS and match.end < len(toks) and toks[match.end].start in begins:
                spans.append((tok.start, toks[match.end].start))
    return [tok for tok in toks if not any(start <= tok.start < end for start, end in spans)]


def _has_figure(read: GoalReading) -> bool:
    """Whether a number that is written, or doubling and halving, is the aim."""
    if (read.kind is None and read.aim is None) or read.kind is Kind.MILESTONES:
        return False
    return (
        read.change_percent is not None
        or read.unit == "%"
        or any(chip.field in _FIGURES and chip.end > chip.start for chip in read.chips)
    )


def _is_incidental(read: GoalReading, toks: Sequence[Token], words: Vocabulary) -> bool:
    """Whether the number is only part of a description or a reason: "what the other 9 people think"."""
    plain = read.change_percent is None and read.baseline is None and read.period is None and read.direction is None
    if not plain or read.unit == "%":
        return False
    places = aside_places(toks, words)
    figures = (chip for chip in read.chips if chip.field in _FIGURES and chip.end > chip.start)
    return all(any(chip.start <= place < chip.end for place in places) for chip in figures)


def _is_named(toks: Sequence[Token], read: GoalReading, words: Vocabulary, lang: str) -> bool:
    """Whether the sentence names what is to change: any word besides the change, its number and small words."""
    known, own = goal_words(lang), words.words
    taken = [(chip.start, chip.end) for chip in read.chips if chip.end > chip.start]
    small = (
        known.stops | known.rise | known.fall | known.more | known.links | own.fillers | own.modals | own.prepositions
    )
    for tok in toks:
        if tok.kind != "word" or tok.text in small or any(start <= tok.start < end for start, end in taken):
            continue
        if tok.text in words.comparatives or tok.text in words.verbs or tok.text in date_words(lang).units:
            continue
        if tok.text not in known.points:
            return True
    return False


def _said(verdict: Verdict | None, written: str) -> str:
    """The words that make a clause vague."""
    if verdict is None or verdict.first is None or verdict.last is None:
        return ""
    return written[verdict.first.start : verdict.last.end]


__all__ = ["Judgement", "heard", "judge"]
