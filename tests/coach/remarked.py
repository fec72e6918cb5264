"""Goals and remarks for the tests of the coach."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.coach.remarks import remarks, sentence, written
from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Period, Reading, State
from smart_tui.domain.remark import Remark, RemarkCode

TODAY = date(2026, 1, 15)
SUMMER = date(2026, 6, 30)
D = Decimal
C = RemarkCode


def codes(found: Iterable[Remark]) -> list[str]:
    return [str(remark.code) for remark in found]


def said_of(text: str, lang: str) -> list[str]:
    return codes(remarks(sentence(text, lang, TODAY), TODAY))


def goal(
    title: str,
    measure: Measure | None = None,
    model: str = "international",
    deadline: date | None = None,
    answers: Mapping[str, str] | None = None,
) -> Goal:
    plain = Goal(0, "", 0, title, State.DRAFT, model, "en", deadline=deadline, answers=answers or {})
    return plain._replace(measures=(measure,) if measure else ())


def of(one: Goal, lang: str = "en") -> tuple[Remark, ...]:
    return remarks(written(one, lang, TODAY), TODAY)


def only(found: tuple[Remark, ...], code: RemarkCode) -> Remark:
    return next(remark for remark in found if remark.code is code)


QUOTA = Measure(Kind.QUOTA, TODAY, D(8), "meetings", period=Period.WEEK, direction=Direction.AT_LEAST)
TOTAL = Measure(Kind.TOTAL, TODAY, D(24), "books")
LEVEL = Measure(Kind.LEVEL, TODAY, D(78), "kg", D(84))
RELATIVE = Measure(
    Kind.LEVEL, TODAY, unit="visits", change_percent=D(20), reading=Reading.PER_PERIOD, period=Period.MONTH
)
