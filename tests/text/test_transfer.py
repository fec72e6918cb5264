"""Every code of a file that comes in has its sentence, whichever module says it."""

import ast
import fnmatch
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smart_tui.domain.goal import Milestone
from smart_tui.domain.review import MONTHLY, PROMPTS
from smart_tui.domain.transfer import Conflict, Intake, Rejected, Said
from smart_tui.i18n import Words
from smart_tui.interop.merging import parts
from smart_tui.interop.merging.conflicts import part_named as named
from smart_tui.store.queries.contents import SETTINGS
from smart_tui.text import transfer
from smart_tui.text.differing import part_name
from smart_tui.text.questions import WORDINGS
from smart_tui.text.transfer import brought_in, conflict, counts, intake_lines, rejected, said, unreadable

PACKAGE = Path(transfer.__file__).resolve().parent.parent
WORDS = Words.source()
TABLES = {
    "UnreadableFileError": (0, "code", transfer.UNREADABLE),
    "Rejected": (2, "code", transfer.REJECTED),
    "Said": (0, "code", {**transfer.SAID, **transfer.SAID_COUNTED}),
}


def used() -> Iterator[tuple[str, str, str]]:
    """What is raised or said, its code where that is written out, and where; of a code put together its beginning."""
    for folder in ("interop", "cli", "tui"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            text = path.read_text("utf-8")
            if not any(f"{name}(" in text for name in TABLES):
                continue
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TABLES:
                    place, name, _ = TABLES[node.func.id]
                    given = [*node.args[place : place + 1], *(each.value for each in node.keywords if each.arg == name)]
                    for each in given:
                        yield from ((node.func.id, code, path.name) for code in written(each))


def written(node: ast.AST) -> Iterator[str]:
    """The texts that stand in an expression; "table.dates_*" for one that goes on with a value."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from written(child)


def test_every_code_that_a_reader_says_has_a_sentence() -> None:
    codes = set(used())
    assert len(codes) >= 20
    missing = {each for each in codes if not fnmatch.filter(TABLES[each[0]][2], each[1])}
    assert not missing


@pytest.mark.parametrize("count", [1, 2])
def test_sentences_that_go_by_a_number_name_it(count: int) -> None:
    for code, sentence in {**transfer.SAID_COUNTED, **transfer.KINDS}.items():
        assert "{count}" in sentence(WORDS, count), code


def test_a_value_that_nobody_gave_breaks_no_sentence() -> None:
    class Bare:
        def __init__(self, code: str) -> None:
            self.code, self.params = code, dict[str, object]()

    for code in (*transfer.UNREADABLE, "new_code"):
        assert not list(field for _, field, _, _ in string.Formatter().parse(unreadable(Bare(code), WORDS)) if field)


def test_a_refused_row_says_its_line_what_stood_there_and_why() -> None:
    assert (
        rejected(Rejected(1200, "31.2.2026", "no_such_day"), WORDS) == "Line 1,200, “31.2.2026”: there is no such day."
    )
    assert rejected(Rejected(3, "", "no_date"), WORDS) == "Line 3: there is no date."
    assert rejected(Rejected(0, "Run", "no_name"), WORDS) == "“Run”: there is no name."


def test_what_comes_in_is_told_by_kind_and_way() -> None:
    intake = Intake(new={"goal": 1, "entry": 1340}, changed={"entry": 2}, same={"milestone": 1}, removed={"goal": 0})
    assert intake_lines(intake, WORDS) == ["New: 1 goal, 1,340 entries", "Changed: 2 entries", "The same: 1 other part"]
    assert brought_in(intake, WORDS) == "Came in: 1 goal, 1,342 entries."


def test_why_nothing_would_change_is_said_as_it_is() -> None:
    assert intake_lines(Intake(same={"goal": 4}), WORDS) == ["Nothing would change: all of it is here already."]
    assert intake_lines(Intake(same={"goal": 4}), WORDS, 2) == ["Nothing would change: the rest is here already."]
    assert intake_lines(Intake(), WORDS, 2) == ["Nothing would change: none of it can be taken over."]
    assert intake_lines(Intake(deleted_here={"goal": 1}, same={"entry": 2}), WORDS, 1) == [
        "Nothing would change.",
        "The same: 2 entries",
        "Deleted here, so left out: 1 goal",
    ]
    assert counts({}, WORDS) == ""


def test_every_part_that_two_copies_can_disagree_about_has_a_name() -> None:
    goal = [("goal", "u", name) for name in (*parts.FIELDS, "state", "dismissed")]
    listed = [("goal", "u", name, "x") for name in (*parts.LISTS, "pauses")]
    review = [("review", "w", name, "x") for name in ("span", "finished", "decisions")]
    answers = [("goal", "u", "answers", question) for question in WORDINGS] + [
        ("review", "w", "answers", prompt) for prompt in (*PROMPTS, *MONTHLY)
    ]
    settings = [("setting", key) for key in SETTINGS]
    whole = [("goal", "u"), ("entry", "u"), ("journal", "u"), ("review", "w"), ("unknown", "goal/u")]
    for path in (*goal, *listed, *review, *answers, *settings, *whole):
        assert part_name(named(path), WORDS) != named(path), path


def test_a_part_deleted_on_one_side_says_so() -> None:
    shown = conflict(Conflict(("goal", "u", "title"), "Run", "title", "Run {x} more", ""), WORDS)
    assert shown.splitlines() == ["Run, the title", "  here:  Run {x} more", "  there: deleted"]


def test_a_milestone_that_both_changed_says_what_is_otherwise() -> None:
    mine = Milestone(1, "m", "Design", date(2026, 5, 1), 3, date(2026, 4, 2))
    both = (mine, mine._replace(due=None, weight=1, done_on=None))
    shown = conflict(Conflict(("goal", "u", "milestones", "m"), "Launch", "milestone", "x", "y", both), WORDS)
    assert shown.splitlines() == [
        "Launch, a milestone",
        "  here:  Design, due 1 May 2026, weight 3, done 2 April 2026",
        "  there: Design, no due day, weight 1, not done",
    ]
    alike = (mine, mine._replace(done_on=None))
    shown = conflict(Conflict(("goal", "u", "milestones", "m"), "Launch", "milestone", "x", "y", alike), WORDS)
    assert shown.splitlines()[1:] == ["  here:  Design, done 2 April 2026", "  there: Design, not done"]
    gone = conflict(Conflict(("goal", "u", "milestones", "m"), "Launch", "milestone", "", "y", (None, mine)), WORDS)
    assert gone.splitlines()[1] == "  here:  deleted"


def test_a_count_is_said_as_the_language_writes_it() -> None:
    assert said(Said("rows_empty", {"count": 1500}), WORDS) == "1,500 rows are empty."
