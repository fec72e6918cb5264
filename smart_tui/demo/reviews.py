"""The weekly reviews of the demo's person: which weeks, what was said of goals, what was promised and kept.

Weeks are counted back from the running one. In between there are weeks without a review, most of them around the
holiday; the next review covers them too. The week before today waits for its review.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.demo.diary import Diary, Ids
from smart_tui.demo.reviewtext import ReviewText, Written
from smart_tui.domain.calendar import add_days
from smart_tui.domain.goal import Promise
from smart_tui.domain.review import (
    ACCEPTED,
    CHANGE,
    HINDERED,
    RELEVANT,
    WELL,
    Cause,
    Decision,
    Repair,
    ReviewScreen,
    Span,
    Way,
)
from smart_tui.domain.snapshot import encode
from smart_tui.store import queries
from smart_tui.store.commands import course, plans, reviews
from smart_tui.store.queries.reviewpages import goal_weeks
from smart_tui.store.store import Store

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

KEPT, PARTLY, NOT = Promise.KEPT, Promise.PARTLY, Promise.NOT
MINUTE = 60
DONE_ON = 2
"""Days from the first of a week to the one on which its promises are done."""
MOVED_TO = 100
"""So many days ago the goal ended whose deadline was moved in a review."""

Meant = tuple[str, Promise | None]
"""The key of a goal, and what became of what was promised for it; None where nobody has said."""


class Mended(NamedTuple):
    """Why a goal was not where it should be, and what was done about it."""

    cause: Cause
    repair: Repair | None = None
    promise: int = 0
    """Of a smaller step or somebody to ask: its place among the promises."""


class Walked(NamedTuple):
    """One review; its words are in `Written.reviews`."""

    back: int
    minutes: int
    way: Way = Way.FULL
    sure: Mapping[str, int] = {}
    promises: tuple[Meant, ...] = ()
    mended: Mapping[str, Mended] = {}
    decided: Mapping[str, Decision] = {}


DROPPED_AT, RAISED_AT, ENDED_AT, RESTED_AT = 26, 21, 13, 4
"""Reviews in which a goal was given up, got a higher target, was closed, and was paused."""

REVIEWS = (
    Walked(41, 13, sure={"steps": 7, "books": 7, "revenue": 6}, promises=(("books", KEPT), ("steps", KEPT))),
    Walked(40, 11, sure={"steps": 8, "list": 6}, promises=(("list", KEPT), ("books", NOT))),
    Walked(37, 14, sure={"steps": 8, "books": 7, "list": 6}, promises=(("run", KEPT), ("newsletter", PARTLY))),
    Walked(
        33,
        12,
        sure={"list": 5, "revenue": 7, "run": 7},
        promises=(("list", KEPT), ("posts", KEPT)),
        mended={"list": Mended(Cause.UNCLEAR, Repair.SMALLER)},
    ),
    Walked(30, 4, Way.EXPRESS),
    Walked(
        DROPPED_AT,
        16,
        sure={"steps": 8, "run": 6, "posts": 4},
        promises=(("run", KEPT), ("posts", NOT)),
        mended={"posts": Mended(Cause.TIME, Repair.PLAN)},
        decided={"spanish": Decision.FINISHED},
    ),
    Walked(25, 3, Way.EXPRESS, sure={"posts": 4}),
    Walked(
        RAISED_AT,
        15,
        sure={"meetings": 7, "run": 5, "books": 8},
        promises=(("meetings", KEPT), ("guitar", KEPT)),
        mended={"run": Mended(Cause.TOO_BIG, Repair.DATE)},
        decided={"books": Decision.ADJUSTED, "run": Decision.ADJUSTED},
    ),
    Walked(
        16,
        17,
        sure={"meetings": 8, "run": 5, "recommend": 6, "steps": 7},
        promises=(("run", PARTLY), ("meetings", KEPT), ("newsletter", KEPT)),
        mended={"run": Mended(Cause.ENERGY, Repair.SMALLER)},
    ),
    Walked(
        ENDED_AT,
        13,
        sure={"meetings": 7, "recommend": 6, "revenue": 7},
        promises=(("launch", KEPT), ("meetings", PARTLY), ("conversion", KEPT)),
        decided={"posts": Decision.FINISHED},
    ),
    Walked(
        9,
        14,
        sure={"books": 6, "speaking": 5, "pulse": 6, "visits": 8, "launch": 8},
        promises=(("speaking", KEPT), ("launch", KEPT), ("savings", KEPT)),
        mended={
            "speaking": Mended(Cause.UNCLEAR, Repair.ASK),
            "books": Mended(Cause.TIME, Repair.PLAN),
            "pulse": Mended(Cause.ENERGY),
        },
    ),
    Walked(
        7,
        12,
        sure={"books": 5, "speaking": 5, "recommend": 5, "conversion": 6},
        promises=(("books", KEPT), ("recommend", NOT), ("conversion", KEPT)),
        mended={"books": Mended(Cause.TIME, Repair.SMALLER), "speaking": Mended(Cause.OTHER)},
    ),
    Walked(6, 4, Way.EXPRESS, sure={"speaking": 5}, mended={"speaking": Mended(Cause.ENERGY)}),
    Walked(
        5,
        14,
        sure={"launch": 7, "books": 6, "speaking": 5, "conversion": 6, "revenue": 7, "savings": 7, "coffee": 6},
        promises=(("meetings", KEPT), ("launch", NOT), ("newsletter", KEPT), ("books", PARTLY)),
        mended={"books": Mended(Cause.TIME), "speaking": Mended(Cause.ENERGY), "conversion": Mended(Cause.UNCLEAR)},
    ),
    Walked(
        RESTED_AT,
        13,
        sure={"launch": 7, "conversion": 7, "recommend": 6, "meetings": 8, "guitar": 6},
        promises=(("recommend", KEPT), ("speaking", KEPT), ("launch", PARTLY), ("steps", KEPT)),
        mended={
            "recommend": Mended(Cause.WAITING, Repair.ASK),
            "speaking": Mended(Cause.TOO_BIG, Repair.SMALLER, 1),
        },
        decided={"guitar": Decision.PAUSED},
    ),
    Walked(
        3,
        10,
        sure={"launch": 6, "speaking": 6, "books": 6, "meetings": 7, "revenue": 8, "piano": 8, "coffee": 7},
        promises=(("launch", NOT), ("meetings", PARTLY), ("books", KEPT), ("conversion", KEPT)),
        mended={"books": Mended(Cause.ENERGY), "conversion": Mended(Cause.TIME)},
    ),
    Walked(
        2,
        15,
        sure={
            **{"launch": 6, "meetings": 7, "conversion": 5, "books": 7, "speaking": 6},
            **{"steps": 8, "revenue": 8, "visits": 7, "piano": 8, "satisfaction": 5, "bicycle": 8, "newsletter": 7},
        },
        promises=(("launch", None), ("meetings", KEPT), ("visits", KEPT), ("conversion", KEPT), ("steps", KEPT)),
        mended={
            "launch": Mended(Cause.WAITING, Repair.ASK),
            "books": Mended(Cause.TIME, Repair.PLAN),
            "conversion": Mended(Cause.OTHER),
        },
    ),
)
"""All of them, oldest first. What the last one promised is done in part, and not answered for."""


def weekly_reviews(told: Diary, written: Written) -> None:
    """Tell of every review, the promises made in it, and what became of those."""
    asked: set[tuple[int, int]] = set()
    before: Walked | None = None
    for walked in REVIEWS:
        on = told.sunday(walked.back)
        month = (on.year, on.month)
        deed = _Deed(told, walked, before, written, monthly=walked.way is Way.FULL and month not in asked)
        told.review(on, deed.walk, deed.finish)
        if walked.way is Way.FULL:
            asked.add(month)
        before = walked
    _done_since(told, REVIEWS[-1])


def _done_since(told: Diary, last: Walked) -> None:
    """What the last review promised and the person has done by now."""
    on = add_days(told.sunday(last.back), 1 + DONE_ON)
    for number, (_, outcome) in enumerate(last.promises):
        if outcome is KEPT:
            told.activity_done(f"review.{last.back}", number, on)


class _Deed:
    """One review while it is written."""

    def __init__(self, told: Diary, walked: Walked, before: Walked | None, written: Written, *, monthly: bool) -> None:
        self.told, self.walked, self.before, self.written = told, walked, before, written
        self.monthly = monthly
        self.on = told.sunday(walked.back)
        first = walked.back if before is None else before.back - 1
        self.span = Span(tuple(told.monday(back) for back in range(first, walked.back - 1, -1)), self.on)
        self.text = written.reviews.get(walked.back, ReviewText())

    def walk(self, unit: "Unit", ids: Ids) -> None:
        """Give every answer."""
        span, walked = self.span, self.walked
        review_id = reviews.begin(unit, span.week, span.since, span.last, walked.way)
        ids[f"review.{walked.back}"] = review_id
        if self.before is not None:
            self._answer_for(unit, ids, self.before)
        for key, sure in walked.sure.items():
            plans.set_confidence(unit, ids[key], self.on, sure)
        for number, ((what, _), (key, _)) in enumerate(zip(self.text.promises, walked.promises, strict=True)):
            name = f"review.{walked.back}.activity.{number}"
            ids[name] = plans.add_activity(unit, ids[key], what, due=add_days(self.on, 1))
        for key, mended in walked.mended.items():
            self._mend(unit, review_id, ids[key], key, mended)
        for key, decision in walked.decided.items():
            reviews.decide(unit, review_id, ids[key], decision)
        self._write_lines(unit, review_id)
        reviews.stand(unit, review_id, ReviewScreen.DONE, "", walked.minutes * MINUTE)

    def finish(self, store: Store, ids: Ids) -> None:
        """Keep how the goals stood that evening, as the last key of the review does."""
        settings = store.read(queries.settings)
        found = store.read(goal_weeks, self.span, self.on, settings, self.on)
        store.run_sync(
            reviews.finish, ids[f"review.{self.walked.back}"], {week.goal_id: encode(week) for week in found}
        )

    def _answer_for(self, unit: "Unit", ids: Ids, before: Walked) -> None:
        """Say what became of the promises of the review before."""
        texts = self.written.reviews.get(before.back, ReviewText()).promises
        done = add_days(self.told.sunday(before.back), 1 + DONE_ON)
        for number, ((_, reason), (_, outcome)) in enumerate(zip(texts, before.promises, strict=True)):
            activity_id = ids[f"review.{before.back}.activity.{number}"]
            plans.promise_outcome(unit, activity_id, outcome, reason, done)

    def _mend(self, unit: "Unit", review_id: int, goal_id: int, key: str, mended: Mended) -> None:
        reviews.say_cause(unit, review_id, goal_id, mended.cause, self.text.notes.get(key, ""))
        if mended.repair is None:
            return
        said = ""
        if mended.repair is Repair.PLAN:
            situation, action = self.text.plans[key]
            plans.add_plan(unit, goal_id, situation, action)
            said = self.written.if_then.format(situation=situation, action=action)
        elif mended.repair is Repair.DATE:
            deadline = self.told.ago(MOVED_TO)
            course.change_course(unit, goal_id, None, deadline)
            said = self.written.day(deadline)
        else:
            said = self.text.promises[mended.promise][0]
        reviews.say_repair(unit, review_id, goal_id, mended.repair, said)

    def _write_lines(self, unit: "Unit", review_id: int) -> None:
        text = self.text
        lines = {WELL: text.well, HINDERED: text.hindered, CHANGE: text.change}
        if self.monthly:
            lines |= {RELEVANT: text.relevant, ACCEPTED: text.accepted}
        for prompt, line in lines.items():
            if line:
                reviews.write_line(unit, review_id, prompt, line)
