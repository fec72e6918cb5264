"""What holds for every goal, whatever its entries."""

from datetime import date
from decimal import Decimal as D
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.buffer import bare_minimum, buffer_days
from smart_tui.domain.calendar import FirstWeekday
from smart_tui.domain.goal import (
    Combine,
    Direction,
    Entry,
    Goal,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Reading,
)
from smart_tui.domain.measure import goal_days, total_on
from smart_tui.domain.quota import judged_shares, verdicts
from smart_tui.domain.series import series
from smart_tui.domain.status import assess
from tests.domain.cases import SETTINGS, START, day, entry, goal

AMOUNTS = st.decimals(-500, 500, places=2)
POSITIVE = st.decimals(0, 500, places=2)
MASKS = st.integers(1, 127)
LENGTHS = st.one_of(st.none(), st.integers(1, 200))


@st.composite
def measures(draw: st.DrawFn, valid_from: date = START) -> Measure:
    kind = draw(st.sampled_from(list(Kind)))
    baseline = draw(st.one_of(st.none(), AMOUNTS))
    change = draw(st.one_of(st.none(), st.sampled_from([D(20), D(-10)])))
    target = draw(AMOUNTS)
    return Measure(
        kind,
        valid_from,
        target if target != (baseline or 0) else target + 1,
        baseline=baseline,
        change_percent=change if kind in (Kind.TOTAL, Kind.LEVEL) else None,
        reading=draw(st.sampled_from(list(Reading))) if change is not None else None,
        period=draw(st.sampled_from(list(Period))),
        direction=draw(st.sampled_from(list(Direction))),
        weekdays=draw(MASKS),
        combine=draw(st.one_of(st.none(), st.sampled_from(list(Combine)))),
        running=draw(st.booleans()) and kind is Kind.TOTAL,
        silence_is_zero=draw(st.booleans()),
        low=D(0),
        high=D(100),
        keep_line=draw(st.booleans()),
        untargeted=draw(st.booleans()) and draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn, amounts: st.SearchStrategy[D] = AMOUNTS) -> list[Entry]:
    found = draw(st.lists(st.tuples(st.integers(-10, 150), st.one_of(st.none(), amounts)), max_size=25))
    return [entry(number, day(offset), value) for number, (offset, value) in enumerate(found, 1)]


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    first = draw(measures())
    later = draw(st.lists(st.integers(1, 120), max_size=2, unique=True))
    versions = [first, *(draw(measures(day(offset))) for offset in sorted(later))]
    length = draw(LENGTHS)
    pauses = [
        Pause(day(at), None if lasts is None else day(at + lasts))
        for at, lasts in draw(st.lists(st.tuples(st.integers(0, 150), LENGTHS), max_size=2))
    ]
    parts = draw(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 150)), st.integers(1, 5), LENGTHS), max_size=4))
    milestones = tuple(
        Milestone(n, str(n), f"m{n}", None if due is None else day(due), weight, None if done is None else day(done))
        for n, (due, weight, done) in enumerate(parts)
    )
    deadline = None if length is None else day(length)
    return goal(*versions, deadline=deadline, pauses=tuple(pauses), milestones=milestones)


TODAYS = st.integers(-5, 220).map(day)


@given(goals(), histories(), TODAYS)
@settings(max_examples=100, deadline=None)
def test_every_goal_has_a_verdict_with_a_reason_and_progress_between_0_and_1(
    subject: Goal, history: list[Entry], today: date
) -> None:
    found = assess(subject, history, today, SETTINGS)
    assert found.reason.code
    for share in (found.progress, found.expected):
        assert share is None or 0 <= share <= 1
    assert 0 <= found.met <= found.judged
    if found.outlook is not None and found.outlook.forecast is not None:
        earliest, middle, latest = found.outlook.forecast
        assert today <= earliest <= middle <= (latest or date.max)
    drawn = series(subject, history, today, SETTINGS)
    for points in (drawn.actual, drawn.expected):
        dates = [on for on, _ in points]
        assert dates == sorted(dates)
    assert all(on <= today for on, _ in drawn.actual)


@given(goals(), histories(), TODAYS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_any_order_of_insertion_gives_the_same_result(
    subject: Goal, history: list[Entry], today: date, random: Random
) -> None:
    shuffled = history[:]
    random.shuffle(shuffled)
    assert assess(subject, shuffled, today, SETTINGS) == assess(subject, history, today, SETTINGS)
    assert series(subject, shuffled, today, SETTINGS) == series(subject, history, today, SETTINGS)


@given(goals(), measures(), histories(), st.integers(1, 150))
@settings(max_examples=100, deadline=None)
def test_evaluating_the_past_after_a_new_version_gives_the_old_verdicts(
    subject: Goal, newer: Measure, history: list[Entry], offset: int
) -> None:
    today = day(offset)
    before = tuple(measure for measure in subject.measures if measure.valid_from <= today)
    old = subject._replace(measures=before)
    changed = subject._replace(measures=(*before, newer._replace(valid_from=day(offset + 1))))
    assert assess(changed, history, today, SETTINGS) == assess(old, history, today, SETTINGS)


@given(goals(), measures(), histories(), st.integers(1, 150))
@settings(max_examples=100, deadline=None)
def test_weeks_that_were_over_keep_their_verdict_after_a_new_version(
    subject: Goal, newer: Measure, history: list[Entry], offset: int
) -> None:
    versions = subject.measures[:1]
    old, later = subject._replace(measures=versions), day(offset + 40)
    days = goal_days(old, history, later)
    changed = old._replace(measures=(*versions, newer._replace(valid_from=day(offset), combine=versions[0].combine)))
    again = {verdict.first: verdict for verdict in verdicts(changed, days, later)}
    for was in verdicts(old, days, later):
        if was.last < day(offset):
            now = again[was.first]
            assert (now.last, now.target, now.value) == (was.last, was.target, was.value)
            assert now.met == was.met or now.judged != was.judged


WEEKDAYS = st.one_of(
    st.integers(0, 6),
    st.tuples(st.integers(0, 6), st.integers(0, 150)).map(
        lambda change: FirstWeekday(0).changed(change[0], day(change[1]))
    ),
)


@given(goals(), histories(), TODAYS, WEEKDAYS)
@settings(max_examples=100, deadline=None)
def test_periods_never_overlap(subject: Goal, history: list[Entry], today: date, first_weekday: int) -> None:
    found = verdicts(subject, goal_days(subject, history, today), today, first_weekday)
    for earlier, later in pairwise(found):
        assert earlier.last < later.first
    assert all(verdict.first <= verdict.last for verdict in found)
    assert all(0 <= verdict.active_days <= verdict.wanted_days for verdict in found)
    assert all(verdict.met is None for verdict in found if not verdict.judged)


@given(histories(POSITIVE), st.sampled_from([None, *Combine]), st.integers(0, 100))
@settings(max_examples=100, deadline=None)
def test_a_total_of_amounts_not_below_zero_never_falls(
    history: list[Entry], combine: Combine | None, offset: int
) -> None:
    measure = Measure(Kind.TOTAL, START, D(100), combine=combine)
    days = goal_days(goal(measure), history, day(200))
    sums = [total_on(measure, days, day(offset + ahead)) for ahead in range(30)]
    assert sums == sorted(sums)


@given(
    histories(POSITIVE),
    st.one_of(st.none(), st.integers(30, 200)),
    st.decimals(0, 50, places=1),
    st.sampled_from([Combine.ADD, Combine.MAX, Combine.MEAN]),
)
@settings(max_examples=50, deadline=None)
def test_progress_of_such_a_total_never_falls_from_day_to_day(
    history: list[Entry], length: int | None, baseline: D, combine: Combine
) -> None:
    measure = Measure(Kind.TOTAL, START, baseline + 300, baseline=baseline, combine=combine)
    subject = goal(measure, deadline=None if length is None else day(length))
    shown = [assess(subject, history, day(offset), SETTINGS).progress for offset in range(0, 160, 8)]
    known = [share for share in shown if share is not None]
    assert len(known) == len(shown)
    assert known == sorted(known)


@given(goals(), histories(), TODAYS)
@settings(max_examples=100, deadline=None)
def test_a_later_day_never_asks_for_less(subject: Goal, history: list[Entry], today: date) -> None:
    amounts = [abs(ask.amount) for ask in bare_minimum(subject, history, today, SETTINGS)]
    assert amounts == sorted(amounts)
    spare = buffer_days(subject, history, today, SETTINGS)
    assert spare is None or spare >= 0


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=5, max_size=40), st.sampled_from(list(Direction)))
@settings(max_examples=100, deadline=None)
def test_excused_days_change_neither_side_of_a_share(amounts: list[int | None], direction: Direction) -> None:
    measure = Measure(Kind.QUOTA, START, D(2), period=Period.DAY, direction=direction)
    history = [entry(number, day(number), amount) for number, amount in enumerate(amounts)]
    subject, today = goal(measure), day(len(amounts))
    found = verdicts(subject, goal_days(subject, history, today), today)
    entered = [amount for amount in amounts if amount is not None]
    met = sum(amount >= 2 if direction is Direction.AT_LEAST else amount <= 2 for amount in entered)
    assert judged_shares(found) == (met, len(entered))


@given(
    st.lists(st.integers(0, 12), min_size=6, max_size=10),
    st.integers(0, 5),
    st.sampled_from(list(Direction)),
    st.integers(1, 100),
)
@settings(max_examples=100, deadline=None)
def test_excused_weeks_change_neither_side_of_a_share(
    sums: list[int], excused_week: int, direction: Direction, share: int
) -> None:
    measure = Measure(
        Kind.QUOTA, START, D(8), period=Period.WEEK, direction=direction, silence_is_zero=True, share_wanted=share
    )
    subject, today = goal(measure), day(7 * len(sums) + 8)
    filled = [entry(n, day(7 * n), amount) for n, amount in enumerate(sums) if n != excused_week]
    excuses = [entry(50 + n, day(7 * excused_week + n), None) for n in range(7)]
    others = verdicts(subject, goal_days(subject, filled, today), today)
    found = verdicts(subject, goal_days(subject, [*filled, *excuses], today), today)
    assert judged_shares(found) == judged_shares([v for n, v in enumerate(others) if n != excused_week])
