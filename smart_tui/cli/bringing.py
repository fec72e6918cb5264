"""What `import` and `merge` share: looking into the file, the preview, choosing between two sides, bringing in."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.asking import can_ask, chosen, confirmed
from smart_tui.cli.context import Context
from smart_tui.cli.crash import report
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import Json, Value
from smart_tui.cli.output import finish
from smart_tui.cli.waiting import waiting
from smart_tui.domain.goal import Milestone
from smart_tui.domain.transfer import Conflict, Found, Intake, Path, UnreadableFileError
from smart_tui.i18n import N_, Words
from smart_tui.interop.merging.bring import bring_in_sync
from smart_tui.interop.merging.plan import Plan
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.text.errors import store_error
from smart_tui.text.transfer import brought_in, conflict, format_name, intake_lines, rejected, said, unreadable

MINE, THEIRS, DRY, YES = "--mine", "--theirs", "--dry-run", "--yes"
FAILED = 1
SOON = 1.0
"""Seconds that pass without a word of how far it has come."""
OFTEN = 0.2

T = TypeVar("T")


def from_file(
    context: Context, look: Callable[[Context, Store, str], T], carry_out: Callable[[Context, Store, T], str]
) -> NoReturn:
    """Look into the file that is named, carry out what was seen, and say what that gives; ends the process.

    Raises UsageError.
    """
    options, words = context.arguments.options, context.words
    if MINE in options and THEIRS in options:
        raise UsageError(N_("{word} does not go with this command."), THEIRS)
    store = Store(context.paths.db)
    try:
        path = os.path.expanduser(context.arguments.words[0])
        with _changing_nothing(context), waiting(words.gettext("The file is being read.")):
            seen = look(context, store, path)
        told = carry_out(context, store, seen)
    except UnreadableFileError as error:
        kept = words.gettext("Nothing was changed.")
        finish(error=f"smart-tui: {unreadable(error, words)}\n{kept}\n", code=FAILED)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    except StoreError as error:
        finish(error=f"smart-tui: {store_error(error, words)}\n", code=FAILED)
    finally:
        store.close()
    finish(told)


def preview(found: Found, intake: Intake, options: Mapping[str, str], words: Words, about: Sequence[str] = ()) -> str:
    """What a file holds, how it was understood, what is refused, what it would change; `about` is said first.

    What both sides changed is listed where nothing comes of it: else it is asked about, or said by an option.
    """
    rows = words.ngettext("{count} row was looked at.", "{count} rows were looked at.", found.rows)
    lines = [words.gettext("Format: {format}").format(format=format_name(found.format, words)), *about]
    lines += [rows.format(count=words.number(found.rows)), *(said(each, words) for each in found.said)]
    if found.rejected:
        count = len(found.rejected)
        head = words.ngettext("{count} row cannot be taken over:", "{count} rows cannot be taken over:", count)
        lines += ["", head.format(count=words.number(count))]
        lines += [f"  {rejected(each, words)}" for each in found.rejected]
    lines += ["", *intake_lines(intake, words, len(found.rejected))]
    if DRY in options:
        lines += [f"  {line}" for each in intake.conflicts for line in conflict(each, words).splitlines()]
    return "\n".join(lines) + "\n"


def sides(conflicts: Sequence[Conflict], options: Mapping[str, str], words: Words) -> frozenset[Path]:
    """The parts of which the other side is taken: as the options say, else as the person answers.

    Raises RefusedError where nobody can be asked, or the person ends it.
    """
    if THEIRS in options:
        return frozenset(each.path for each in conflicts)
    if MINE in options or not conflicts:
        return frozenset()
    if not can_ask():
        listed = "\n".join(conflict(each, words) for each in conflicts)
        why = words.gettext("Both sides changed this; say --mine or --theirs. Nothing was changed.")
        raise RefusedError(f"{why}\n{listed}")
    return _asked(conflicts, words)


def _asked(conflicts: Sequence[Conflict], words: Words) -> frozenset[Path]:
    """The answers to each conflict; one answer may be given for all that are left."""
    answers = {
        "m": words.gettext("keep mine"),
        "t": words.gettext("take theirs"),
        "a": words.gettext("keep mine in all that follow"),
        "b": words.gettext("take theirs in all that follow"),
    }
    taken: set[Path] = set()
    for place, each in enumerate(conflicts):
        answer = chosen(conflict(each, words), answers, words)
        if not answer:
            raise RefusedError(words.gettext("Nothing was changed."))
        if answer == "b":
            taken.update(other.path for other in conflicts[place:])
        if answer == "t":
            taken.add(each.path)
        if answer in "ab":
            break
    return frozenset(taken)


def unsettled(conflicts: Sequence[Conflict], options: Mapping[str, str]) -> bool:
    """Whether both sides changed something, and no option says which one holds."""
    return bool(conflicts) and MINE not in options and THEIRS not in options


def agreed(options: Mapping[str, str], words: Words) -> None:
    """Ask whether to bring it in, unless that was said; raises RefusedError where it is not wanted."""
    if YES in options:
        return
    if not can_ask():
        raise RefusedError(words.gettext("Nothing was changed; with --yes it is brought in."))
    if not confirmed(words.gettext("Bring this in?"), words):
        raise RefusedError(words.gettext("Nothing was changed."))


def bring(store: Store, plan: Plan, theirs: frozenset[Path], words: Words) -> Intake:
    """Make a backup and bring it in, saying how far it has come; raises StoreError."""
    progress = _Progress(words)
    try:
        return bring_in_sync(store, plan, theirs, progress.told)
    finally:
        progress.end()


@contextmanager
def _changing_nothing(context: Context) -> Iterator[None]:
    """While a file is looked at: a mistake of ours ends the process with a sentence, and says that nothing changed."""
    try:
        yield
    except (UnreadableFileError, RefusedError, StoreError, UsageError):
        raise
    except Exception as error:
        finish(error=f"{report(error, context)}{context.words.gettext('Nothing was changed.')}\n", code=FAILED)


def has_something(store: Store) -> bool:
    """Whether there is a file already, of which a backup is made before anything comes in."""
    return os.path.isfile(store.path) and os.path.getsize(store.path) > 0


def done(intake: Intake, words: Words, backed_up: bool) -> str:
    """What has come in, that there is a backup where there was something to keep, and how to take it back."""
    lines = [brought_in(intake, words)]
    if intake.nothing:
        return lines[0] + "\n"
    if backed_up:
        lines.append(words.gettext("A backup was made first. In the app, u takes all of it back."))
    else:
        lines.append(words.gettext("In the app, u takes all of it back."))
    return "\n".join(lines) + "\n"


def as_json(found: Found, intake: Intake, brought: bool) -> Json:
    """The preview for programs: English words, counts by kind, refused rows, what both sides changed."""
    return {
        "format": found.format,
        "rows": found.rows,
        "new": dict(intake.new),
        "changed": dict(intake.changed),
        "removed": dict(intake.removed),
        "same": dict(intake.same),
        "deleted_here": dict(intake.deleted_here),
        "conflicts": [
            {
                "path": list(each.path),
                "title": each.title,
                "part": each.part,
                "mine": _side(each.mine, each.milestones[0]),
                "theirs": _side(each.theirs, each.milestones[1]),
            }
            for each in intake.conflicts
        ],
        "rejected": [{"line": each.line, "found": each.found, "code": each.code} for each in found.rejected],
        "said": [
            {"code": each.code, **{name: str(value) for name, value in each.params.items()}} for each in found.said
        ],
        "brought_in": brought,
    }


def _side(text: str, milestone: Milestone | None) -> Value:
    """A part as it is on one side: its text, of a milestone all that can differ, "" where it was deleted."""
    if milestone is None:
        return text
    return {
        "title": milestone.title,
        "due": milestone.due.isoformat() if milestone.due else None,
        "weight": milestone.weight,
        "done_on": milestone.done_on.isoformat() if milestone.done_on else None,
    }


class _Progress:
    """Says on a terminal how far it has come, once that takes longer than a second."""

    def __init__(self, words: Words, clock: Callable[[], float] = time.monotonic) -> None:
        self._words = words
        self._clock = clock
        self._next = clock() + SOON
        self._shown = False

    def told(self, done: int, total: int) -> None:
        if self._clock() < self._next or not os.isatty(2):
            return
        self._next, self._shown = self._clock() + OFTEN, True
        said = self._words.gettext("{done} of {total} rows")
        self._write("\r" + said.format(done=self._words.number(done), total=self._words.number(total)))

    def end(self) -> None:
        if self._shown:
            self._write("\r\x1b[K")

    @staticmethod
    def _write(text: str) -> None:
        with suppress(OSError):
            os.write(2, text.encode("utf-8", "replace"))
