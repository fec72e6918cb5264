"""Setting a goal on another course: what the dialog is given to look at, and what is stored of what it gives."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from smart_tui.domain.goal import Assessment, Goal, Measure, State
from smart_tui.domain.measure import effective_kind, goal_days
from smart_tui.domain.status import assess
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.tui.around import closed_beside
from smart_tui.tui.course import ON_A_LINE
from smart_tui.tui.screens.pagethings import same_target

if TYPE_CHECKING:
    from datetime import date

    from smart_tui.store.records import Unit
    from smart_tui.tui.screens.base import BaseScreen
    from smart_tui.tui.screens.coursedialog import Beside, Course

    Change = Callable[[Unit, int, Measure | None, date | None], int]


async def ask_course(
    screen: "BaseScreen[None]", goal: Goal, assessment: Assessment, change: "Change | None" = None, at: str = ""
) -> bool:
    """Ask for another target, deadline or rate and store it; gives whether anything changed.

    `change` is the command that stores it where more than the course is to be kept with it. The cursor begins in
    the field `at`, or in the first one.
    """
    from smart_tui.store.commands.course import change_course
    from smart_tui.tui.screens.version import VersionScreen

    async def save(course: "Course") -> bool:
        if not changed(goal, course):
            return True
        command = change or change_course
        return await screen.write(command, goal.id, new_version(goal, course), course.deadline) is not None

    dialog = VersionScreen(goal, screen.today, assessment, partial(beside_of, screen, goal), at=at)
    course = await screen.ask(dialog, save)
    if course is not None and not changed(goal, course):
        screen.say(screen.words.gettext("Nothing was changed."))
    return course is not None and changed(goal, course)


async def ask_version(screen: "BaseScreen[None]", goal: Goal, new: Measure) -> Measure | None:
    """Ask since when and why a target typed elsewhere holds; gives the version, or None to go on typing."""
    from smart_tui.tui.screens.version import VersionScreen

    try:
        entries = screen.smart.store.read(queries.entries, goal.id)
    except StoreError:
        entries = ()
    assessment = assess(goal, entries, screen.today, screen.smart.settings)
    wanted = goal._replace(measures=(*goal.measures[:-1], new))
    beside = partial(beside_of, screen, goal)
    dialog = VersionScreen(wanted, screen.today, assessment, beside, settled=True)
    course: Course | None = await screen.app.push_screen_wait(dialog)
    return course.measure if course is not None else None


async def beside_of(screen: "BaseScreen[None]", goal: Goal) -> "Beside":
    """The person's own figures that bear on the goal, read without holding up the screen."""
    from smart_tui.tui.screens.coursedialog import Beside

    store = screen.smart.store
    try:
        entries = await store.read_aside(queries.entries, goal.id)
        closed = await store.read_aside(queries.goals, (State.CLOSED,))
    except StoreError:
        return Beside()
    return Beside(goal_days(goal, entries, screen.today), closed_beside(goal, closed))


def changed(goal: Goal, course: "Course") -> bool:
    """Whether a course differs from the one the goal is on."""
    return new_version(goal, course) is not None or course.deadline != goal.deadline


def new_version(goal: Goal, course: "Course") -> Measure | None:
    """The version to be added: for another target, and for another deadline of what goes along a line to it, or
    for one with a reason, which a version keeps."""
    old = goal.measure
    if old is None:
        return None
    told = bool(course.measure.reason) and course.measure.reason != old.reason
    bent = course.deadline != goal.deadline and (told or (effective_kind(old) in ON_A_LINE and not old.untargeted))
    return course.measure if bent or not same_target(course.measure, old) else None
