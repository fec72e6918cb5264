"""Goals, entries, a journal and reviews in which every text a person can write is a hostile one."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, TITLE_LIMIT
from smart_tui.domain.goal import Kind, Measure, Outcome, Promise
from smart_tui.domain.review import Cause, Repair, Way
from smart_tui.store.commands import coach, entries, goals, journal, measures, plans, reviews, settings
from smart_tui.store.records import Unit
from smart_tui.store.store import Store
from tests.faults.hostile import kept
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, TODAY, WEIGHT, YEAR_END

QUESTIONS = ("specific.what", "measurable.proof", "achievable.how", "relevant.why", "timebound.when")
A_GOAL = 39
"""So many texts go into a goal with all that belongs to it."""


class Stored(NamedTuple):
    """Where a text went, and what is to stand there."""

    sql: str
    row: int
    text: str


class Hostile:
    """Puts texts into every field of one goal after the other, and remembers what is to be found there."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)[::-1]
        self.stored: list[Stored] = []

    def fill(self, store: Store) -> int:
        """Write goals as long as the texts last; gives how many."""
        made = 0
        while len(self._texts) >= A_GOAL:
            store.run_sync(self._goal, made)
            made += 1
        return made

    def missing(self, path: str) -> list[str]:
        """What does not stand in the file as it was typed."""
        with closing(sqlite3.connect(path)) as db:
            found = [(each, db.execute(each.sql, (each.row,)).fetchone()) for each in self.stored]
        return [f"{each.sql}: {each.text[:60]!a}, there {row!a:.90}" for each, row in found if row != (each.text,)]

    def _text(self) -> str:
        return self._texts.pop()

    def _needed(self) -> str:
        """A text that is not empty when it is cleaned."""
        text = self._texts.pop()
        return text if kept(text, TITLE_LIMIT) else f"x{text}"

    def _line(self, sql: str, row: int, text: str, limit: int = LINE_LIMIT) -> None:
        self.stored.append(Stored(sql, row, kept(text, limit)))

    def _long(self, sql: str, row: int, text: str) -> None:
        self.stored.append(Stored(sql, row, kept(text, TEXT_LIMIT, lines=True)))

    def _goal(self, unit: Unit, number: int) -> None:
        title, area, tag, statement = self._needed(), self._needed(), self._needed(), self._text()
        answers = {question: self._needed() for question in QUESTIONS}
        goal_id = goals.create(unit, "nordic", "en", title, answers, NEW_YEAR, area)
        self._line("SELECT title FROM goal WHERE id = ?", goal_id, title, TITLE_LIMIT)
        self._line("SELECT name FROM area WHERE id = (SELECT area_id FROM goal WHERE id = ?)", goal_id, area)
        for question, text in answers.items():
            self._long(f"SELECT text FROM answer WHERE question = '{question}' AND goal_id = ?", goal_id, text)
        for column in ("owner", "people", "step"):
            text = self._text()
            goals.set_fields(unit, goal_id, {column: text})
            self._line(f"SELECT {column} FROM goal WHERE id = ?", goal_id, text)
        goals.set_fields(unit, goal_id, {"statement": statement, "tags": (tag,), "deadline": YEAR_END})
        self._long("SELECT statement FROM goal WHERE id = ?", goal_id, statement)
        self._line("SELECT name FROM tag WHERE goal_id = ?", goal_id, tag)
        self._measure(unit, goal_id, number)
        goals.activate(unit, goal_id, NEW_YEAR)
        self._below(unit, goal_id)
        self._review(unit, goal_id, number)
        self._journal(unit, goal_id, number)
        self._end(unit, goal_id, number)

    def _measure(self, unit: Unit, goal_id: int, number: int) -> None:
        word, counts, reason, entered_as = self._text(), self._text(), self._text(), self._needed()
        levels = tuple(self._text() for _ in range(5))
        rating = Measure(Kind.RATING, NEW_YEAR, target=Decimal(1))
        kind = (BOOKS, rating, MEETINGS, WEIGHT, LAUNCH, BOOKS._replace(running=True))[number % 6]
        measure = kind._replace(unit=word, what_counts=counts, reason=reason, levels=levels, entered_as=entered_as)
        measure_id = measures.set_measure(unit, goal_id, measure)
        self._line("SELECT unit FROM measure WHERE id = ?", measure_id, word)
        self._line("SELECT entered_as FROM measure WHERE id = ?", measure_id, entered_as)
        self._long("SELECT what_counts FROM measure WHERE id = ?", measure_id, counts)
        self._long("SELECT reason FROM measure WHERE id = ?", measure_id, reason)
        clean = json.dumps([kept(level, LINE_LIMIT) for level in levels], ensure_ascii=False)
        self.stored.append(Stored("SELECT levels FROM measure WHERE id = ?", measure_id, clean))

    def _below(self, unit: Unit, goal_id: int) -> None:
        """Milestones, promises, plans and entries."""
        title = self._needed()
        self._line("SELECT title FROM milestone WHERE id = ?", plans.add_milestone(unit, goal_id, title, TODAY), title)
        what, when, where, reason = self._needed(), self._text(), self._text(), self._text()
        promise = plans.add_activity(unit, goal_id, what, when, where, TODAY - timedelta(3))
        plans.promise_outcome(unit, promise, Promise.NOT, reason)
        for column, text in (("what", what), ("time", when), ("place", where), ("reason", reason)):
            self._line(f"SELECT {column} FROM activity WHERE id = ?", promise, text)
        situation, action = self._needed(), self._needed()
        plan = plans.add_plan(unit, goal_id, situation, action)
        self._line("SELECT situation FROM plan WHERE id = ?", plan, situation)
        self._line("SELECT action FROM plan WHERE id = ?", plan, action)
        for ago in (8, 1, 0):
            note = self._text()
            entry = entries.check_in(unit, goal_id, TODAY - timedelta(ago), excused=True, note=note)
            self._line("SELECT note FROM entry WHERE id = ?", entry, note)

    def _review(self, unit: Unit, goal_id: int, number: int) -> None:
        monday = date(2026, 1, 12) - timedelta(7 * (number % 9))
        review = reviews.begin(unit, monday, monday, monday + timedelta(6), Way.FULL)
        cause, said, prompt, line = self._text(), self._text(), self._text(), self._needed()
        reviews.say_cause(unit, review, goal_id, Cause.OTHER, cause)
        reviews.say_repair(unit, review, goal_id, Repair.ASK, said)
        self._line("SELECT cause_note FROM review_goal WHERE goal_id = ?", goal_id, cause)
        self._line("SELECT repair_said FROM review_goal WHERE goal_id = ?", goal_id, said)
        reviews.write_line(unit, review, f"{number} {prompt}", line)
        self._long(f"SELECT text FROM review_line WHERE prompt || ' ' LIKE '{number} %' AND ?", 1, line)
        self._line(
            f"SELECT prompt FROM review_line WHERE prompt || ' ' LIKE '{number} %' AND ?", 1, f"{number} {prompt}"
        )

    def _journal(self, unit: Unit, goal_id: int, number: int) -> None:
        text, code, typed = self._needed(), self._needed(), self._text()
        written = journal.write(unit, None, TODAY - timedelta(number % 20), text, [goal_id])
        self._long("SELECT text FROM journal WHERE id = ?", written, text)
        coach.dismiss(unit, goal_id, code)
        self._line("SELECT code FROM dismissal WHERE goal_id = ?", goal_id, code)
        settings.set_setting(unit, f"unsent {number}", typed)
        self._long(f"SELECT value FROM setting WHERE key = 'unsent {number}' AND ?", 1, typed)

    def _end(self, unit: Unit, goal_id: int, number: int) -> None:
        lesson = self._text()
        if number % 5 == 4:
            goals.finish(unit, goal_id, Outcome.ACHIEVED, lesson, TODAY)
            self._line("SELECT lesson FROM goal WHERE id = ?", goal_id, lesson)


FREE = {
    "goal": ("title", "statement", "owner", "people", "step", "lesson", "model", "language"),
    "area": ("name",),
    "tag": ("name",),
    "answer": ("text",),
    "measure": ("unit", "what_counts", "reason", "entered_as"),
    "milestone": ("title",),
    "activity": ("what", "time", "place", "reason"),
    "plan": ("situation", "action"),
    "entry": ("note", "source", "source_id"),
    "journal": ("text",),
    "review": ("place",),
    "review_goal": ("cause_note", "repair_said"),
    "review_line": ("text", "prompt"),
    "dismissal": ("code",),
}
"""The columns of each table that hold free text."""


def spoil(path: str, texts: Iterable[str]) -> int:
    """Write texts into the file as they are, as another program could; gives how many."""
    rest = iter(texts)
    written = 0
    with closing(sqlite3.connect(path)) as db:
        for table, columns in FREE.items():
            for (row,) in db.execute(f"SELECT rowid FROM {table}").fetchall():
                for column in columns:
                    # A text with zeros is what a broken disk leaves, and is told apart.
                    text = next(rest).encode("utf-8", "replace").decode()[:TEXT_LIMIT].replace("\0", "\1")
                    db.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?", (text, row))
                    written += 1
        db.commit()
    return written
