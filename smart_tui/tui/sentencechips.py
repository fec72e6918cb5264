"""The chips of a goal sentence: what was read in it, each to be taken with one key.

What stands in a field was typed or taken by the person, so nothing is offered for it any more. A number brings its
kind, unit and side along where these are open, and its chip says so.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.domain.goal import Kind, Period
from smart_tui.i18n import Words
from smart_tui.reading.dates import DateReading
from smart_tui.reading.numbers import plain
from smart_tui.reading.weekdays import write_weekdays
from smart_tui.text import labels
from smart_tui.text.clauses import times
from smart_tui.text.echo import echo_date
from smart_tui.text.thirds import decimals_said
from smart_tui.text.weekdays import weekdays_said
from smart_tui.tui.around import Around
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import needed
from smart_tui.tui.offer import Offer
from smart_tui.tui.titlewords import Typed, take_apart
from smart_tui.tui.typed import read_amount
from smart_tui.tui.written import TITLE_FIELD, write_amount

if TYPE_CHECKING:
    from smart_tui.reading.goals import Chip, GoalReading

WITH_A_START = (Kind.QUOTA, Kind.WITHIN, Kind.TOTAL)
"""Kinds of which all counts from the first day of a span on: "24 books in 2026"."""


class _Said(NamedTuple):
    """One meaning of a chip: how it is said, and the fields it fills, the one it is about first."""

    label: str
    puts: dict[str, str]


def sentence_offers(
    draft: Draft, around: Around, text: str | None = None, standing: Iterable[str] | None = None
) -> tuple[Offer, ...]:
    """The chips of the title field. `text` is as much of it as is finished.

    `standing` says what the chips are about that stand there while one goes on typing: what ends where the text ends
    may grow with the next word, and is offered only when one rests, unless it stands already; None: one rests.
    Nothing is offered where the words that it is read with cannot be read themselves.
    """
    typed = take_apart(draft.text(TITLE_FIELD) if text is None else text, draft.left)
    if not typed.title:
        return ()
    from smart_tui.coach.judgement import heard
    from smart_tui.reading.language import spoken
    from smart_tui.reading.words.files import faults

    language = spoken(typed.sentence, draft.language)
    reading, _ = heard(typed.sentence, language, draft.today, draft.first_weekday)
    if faults():
        return ()
    reader = _Reader(draft, around, reading, typed.sentence)
    found: list[Offer] = []
    for chip in _in_order(reading, typed.sentence):
        if any(start <= chip.start and chip.end <= end for start, end in typed.gone) and chip.end > chip.start:
            continue
        about = _about(chip)
        if standing is not None and about not in standing and _may_grow(chip, reading, typed.sentence):
            continue
        found += _offers(chip, reader, typed, language, about)
    return tuple(found)


def _may_grow(chip: "Chip", reading: "GoalReading", text: str) -> bool:
    """Whether the next word may belong to a chip: nothing stands behind it but the thing that is counted.

    What is gathered from the whole sentence, as a kind without a number, waits for the end of it.
    """
    if chip.field in ("kind", "unit"):
        return True
    end = max([chip.end, *(other.end for other in reading.chips if other.start == chip.start)])
    if end == chip.start:  # a word that doubles or halves
        return len(text[end:].split()) < 2
    return text[end:].strip() in reading.unit


def _offers(chip: "Chip", reader: "_Reader", typed: Typed, language: str, about: str) -> list[Offer]:
    found = []
    for said in reader.meanings(chip):
        puts, left = dict(said.puts), None
        if chip.end > chip.start and chip.field not in ("difference", "event"):
            left = typed.take((chip.start, chip.end), language)
            puts[TITLE_FIELD] = typed.text(left)
        found.append(Offer(said.label, puts, about=about, left=left))
    return found


def _about(chip: "Chip") -> str:
    return {"change": "target", "difference": "target", "event": "deadline", "range": "low"}.get(chip.field, chip.field)


def _in_order(reading: "GoalReading", text: str) -> "list[Chip]":
    """The chips as they are offered: the figures and their period, then what they leave open, the time last."""
    chips = _ranged(reading.chips)
    if reading.deadline is None and reading.deadline_words:
        from smart_tui.reading.goals import Chip

        at = text.find(reading.deadline_words)
        chips.append(Chip("event", reading.deadline_words, max(at, 0), max(at, 0) + len(reading.deadline_words)))
    last = {"kind": 1, "unit": 2, "deadline": 3, "event": 3}
    return sorted(chips, key=lambda chip: (last.get(chip.field, 0), chip.start))


def _ranged(chips: "Sequence[Chip]") -> "list[Chip]":
    """The chips with both bounds of a range as one: taken alone, the lower one would leave no range to read."""
    low, high = (next((chip for chip in chips if chip.field == field), None) for field in ("low", "high"))
    if low is None or high is None:
        return list(chips)
    both = low._replace(field="range", value=(low.value, high.value), end=max(low.end, high.end))
    return [both, *(chip for chip in chips if chip.field not in ("low", "high") and chip.value is not Kind.WITHIN)]


def _as_written(unit: str, text: str) -> str:
    """A unit with the capitals it was written with, except at its beginning: "MSEK", but "meetings"."""
    at = text.lower().find(unit)
    written = text[at : at + len(unit)] if at >= 0 else unit
    return written if not written[1:].islower() and written.lower() == unit else unit


class _Reader:
    """Says what each chip of one sentence means for one draft. The first of them that brings the kind names it."""

    def __init__(self, draft: Draft, around: Around, reading: "GoalReading", text: str) -> None:
        self.draft, self.reading = draft, reading
        self.unit = _as_written(reading.unit, text)
        self.words: Words = around.words
        self.today = around.today
        self.named = False
        self.brought = False
        self.united = False

    def meanings(self, chip: "Chip") -> list[_Said]:
        """What a chip can mean; none where its field is filled, or not asked of the chosen kind of measure."""
        if chip.field in ("deadline", "event"):
            return self._times(chip)
        said = self._measured(chip)
        open_ = [one for one in said if not any(self.draft.text(field).strip() for field in one.puts)]
        return [self._with_kind(one) for one in open_ if self._asked(one)]

    def _measured(self, chip: "Chip") -> list[_Said]:
        value, language = chip.value, self.draft.language
        if isinstance(value, Kind):
            return [_Said("", {"kind": str(value)})] if not self.brought else []
        if isinstance(value, Period):
            return [self._period(value)]
        if chip.field == "unit":
            said = self.words.gettext("counted in {unit}").format(unit=self.unit)
            own = self.united or self.reading.change_percent is not None
            return [] if own else [_Said(said, {"unit": self.unit})]
        if chip.field == "range" and isinstance(value, tuple):
            low, high = value
            said = self.words.gettext("between {low} and {high}")
            said = said.format(low=self.words.number(low), high=self.words.number(high))
            return [_Said(said, {"low": plain(low, language), "high": plain(high, language)})]
        if not isinstance(value, Decimal):
            return []
        if chip.field == "change":
            puts = {"target": write_amount(value, language, percent=True, change=True)}
            said = self.words.percent(value, sign=True, decimals=decimals_said(value))
            return [_Said(said, puts)]
        if chip.field == "difference":
            return self._difference(value)
        others = self.reading.ambiguous if chip.field == "target" else ()
        return [self._amount(chip.field, number) for number in (value, *others)]

    def _period(self, period: Period) -> _Said:
        """The period, with the weekdays that were named for it."""
        said = labels.per_period(period, self.words)
        mask = next((chip.value for chip in self.reading.chips if chip.field == "weekdays"), None)
        if not isinstance(mask, int) or self.draft.text("weekdays").strip():
            return _Said(said, {"period": str(period)})
        days = write_weekdays(mask, self.draft.language)
        return _Said(f"{said} {weekdays_said(mask, self.words)}", {"period": str(period), "weekdays": days})

    def _difference(self, value: Decimal) -> list[_Said]:
        """Where "9 kg less" leads to: known as soon as the person has said where it stands, and never guessed."""
        baseline = read_amount(self.draft.texts, "baseline", self.draft.language).value
        return [self._amount("target", baseline + value)] if baseline is not None else []

    def _amount(self, field: str, value: Decimal) -> _Said:
        unit = self.draft.text("unit").strip() or self.unit
        said = self.words.amount(value, unit, decimals=decimals_said(value) if unit == "%" else None)
        written = any(chip.field == field and chip.end > chip.start for chip in self.reading.chips)
        if not unit and not written and self.reading.kind is Kind.QUOTA:
            said = times(value, self.words)
        if field in ("baseline", "low"):
            said = self.words.gettext("from {number}").format(number=said)
        elif field == "target" and self.reading.direction is not None:
            said = f"{labels.direction_name(self.reading.direction, self.words)} {said}"
        return _Said(said, {field: plain(value, self.draft.language)})

    def _asked(self, said: _Said) -> bool:
        """Whether the form has the fields for the kind of measure that is chosen, or comes along."""
        kind = self.draft.text("kind") or self._kind(said)
        relative = self.draft.relative() or said.puts.get("target", "").startswith(("+", "-"))
        fields = needed({**self.draft.texts, **said.puts, "kind": kind}, relative)
        return kind == "" or "kind" in said.puts or all(field in fields for field in said.puts)

    def _kind(self, said: _Said) -> str:
        kind = Kind.WITHIN if "low" in said.puts and "high" in said.puts else self.reading.kind
        return "" if kind is None else str(kind)

    def _with_kind(self, said: _Said) -> _Said:
        """With what comes along: the kind, which the first chip that brings it names, the side and the unit."""
        puts, label = dict(said.puts), said.label
        kind = puts.get("kind") or self._kind(said)
        if kind and not self.draft.text("kind"):
            puts["kind"] = kind
            self.brought = True
            name = labels.kind_name(Kind(kind), self.words)
            if not label:
                label = name
            elif not self.named:
                label = self.words.gettext("{kind}: {what}").format(kind=name, what=label)
            self.named = self.named or not self._ambiguous(said)
        direction = self.reading.direction
        if direction is not None and "target" in puts and not self.draft.text("direction"):
            puts["direction"] = str(direction)
        unit = self.unit
        numbered = {"target", "baseline", "low", "high"} & puts.keys()
        if unit and numbered and not puts.get("target", "").startswith(("+", "-")):
            self.united = True
            if not self.draft.text("unit").strip():
                puts["unit"] = unit
        return _Said(label, puts)

    def _ambiguous(self, said: _Said) -> bool:
        """Of a number with two readings each one names the kind."""
        return "target" in said.puts and bool(self.reading.ambiguous)

    def _times(self, chip: "Chip") -> list[_Said]:
        draft, words, value = self.draft, self.words, chip.value
        if draft.text("deadline").strip() or draft.text("ending") == "open" or draft.times().deadline is not None:
            return []
        if not isinstance(value, DateReading):
            said = words.gettext("{words}: the day is asked").format(words=value)
            return [_Said(said, {"deadline": str(value)})]
        days = (value.date, *value.alternatives)
        coming = [day for day in days if day > self.today] or list(days)
        return [self._deadline(day, value, alone=len(coming) == 1) for day in coming]

    def _deadline(self, day: date, value: DateReading, alone: bool) -> _Said:
        draft, words, start = self.draft, self.words, value.start
        free = not draft.text("start").strip() and not draft.text("duration").strip()
        kind = draft.text("kind") or str(self.reading.kind or "")
        if start is not None and start < day == value.date and free and kind in WITH_A_START:
            said = words.gettext("{first} to {last}").format(first=words.date_full(start), last=words.date_full(day))
            return _Said(said, {"deadline": day.isoformat(), "start": start.isoformat()})
        said = echo_date(day, self.today, words) if alone else words.date_full(day)
        return _Said(said, {"deadline": day.isoformat()})
