"""Writes the pictures of the README and the docs from the demo, on one fixed day.

.venv/bin/python screenshots/make.py            all pictures, beside this file
.venv/bin/python screenshots/make.py FOLDER     the same into another folder
"""

import asyncio
import html
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from textual.widgets import Input, TextArea  # noqa: E402

from smart_tui.cli.app import build  # noqa: E402
from smart_tui.cli.arguments import parse  # noqa: E402
from smart_tui.cli.context import surroundings  # noqa: E402
from smart_tui.demo import DemoCopy  # noqa: E402
from smart_tui.domain.backup import BackupReason  # noqa: E402
from smart_tui.domain.goal import Kind, Measure, Period, Reading, State  # noqa: E402
from smart_tui.store import queries  # noqa: E402
from smart_tui.store.backups.copying import make_backup  # noqa: E402
from smart_tui.store.commands import entries, goals, measures  # noqa: E402
from smart_tui.store.connection import open_writer  # noqa: E402
from smart_tui.store.records import Unit  # noqa: E402
from smart_tui.store.store import Store  # noqa: E402
from smart_tui.tui.screens.drafting import DraftScreen  # noqa: E402
from tests.tui.world import settle  # noqa: E402

TODAY = "2026-01-15"
SMALL, WIDE = (80, 24), (120, 40)


class Picture(NamedTuple):
    """One picture: its file name, the keys that lead to it from the list, and the size of the terminal."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = SMALL


def typed(text: str) -> tuple[str, ...]:
    """The keys that type a text."""
    return tuple("space" if character == " " else character for character in text)


def found(text: str) -> tuple[str, ...]:
    """The keys that filter the list and leave the cursor on what is left."""
    return ("/", *typed(text), "enter")


def new(text: str) -> tuple[str, ...]:
    """The keys that begin a goal in five steps with this sentence."""
    return ("n", "enter", *typed(text))


def draft(text: str, steps: int = 0) -> tuple[str, ...]:
    """The keys that open the draft of this name where it was left, and go on so many steps."""
    return (DRAFTS, *found(text), "enter", *("pagedown",) * steps)


DRAFTS = "v"
BACKED_UP = "B"
WALL = datetime(2026, 1, 15, 20, 15)
"""What the clock on the wall says in the pictures."""
BACKUPS = (
    (BackupReason.MIGRATION, datetime(2025, 12, 28, 9, 12)),
    (BackupReason.EXIT, datetime(2026, 1, 4, 21, 3)),
    (BackupReason.IMPORT, datetime(2026, 1, 11, 16, 40)),
    (BackupReason.DELETE, datetime(2026, 1, 13, 7, 55)),
    (BackupReason.TIME, datetime(2026, 1, 14, 21, 30)),
    (BackupReason.ASKED, datetime(2026, 1, 15, 20, 5)),
)
"""When and why the backups of the pictures were made, in local time."""
SENTENCE = "20 % more visitors within 6 months"
WEAK = {
    "en": "Get fitter",
    "da": "Komme i bedre form",
    "sv": "Komma i bättre form",
}
"""Sentences that leave much open, for the coach to speak of."""
LINE = "Practise the cello for 20 minutes a day until Easter"
CHECK_IN = "yesterday 2 # two from the fair"
CAUSE = ("w", *("right",) * 4, "5", "enter")
"""To the question what got in the way of the first goal that is behind."""
PLANNING = ("w", *("right",) * 12)
REVIEW = (
    Picture("review-week", ("w",)),
    Picture("review-goal", CAUSE),
    Picture("review-next", PLANNING),
    Picture("review-done", (*PLANNING, "pagedown", "pagedown")),
)
PICTURES: dict[str, tuple[Picture, ...]] = {
    "en": (
        Picture("list"),
        Picture("list-wide", ("j",) * 4, WIDE),
        Picture("write-specific", new(SENTENCE)),
        Picture("coach", new(WEAK["en"])),
        Picture("coach-wide", new(WEAK["en"]), WIDE),
        Picture("one-line", ("N", *typed(LINE))),
        Picture("write-measurable", draft("our site")),
        Picture("write-time", draft("our site", 3)),
        Picture("card", draft("our site", 4)),
        Picture("page", (*found("our site"), "enter")),
        Picture("page-wide", (*found("70,000"), "enter"), WIDE),
        Picture("check-in", (*found("meetings a week"), "c", *typed(CHECK_IN))),
        Picture("today", ("t",)),
        Picture("grid", (*found("meetings a week"), "d")),
        Picture("page-forecast", (*found("this year's"), "enter")),
        Picture("keys", ("?",)),
        *REVIEW,
        Picture("review-answers", ("w", "G")),
        Picture("journal", ("b",)),
        Picture("look-back", ("L",)),
        Picture("backups", (BACKED_UP, "j")),
        Picture("restore", (BACKED_UP, "j", "j", "enter")),
    ),
    "da": (
        Picture("list"),
        Picture("coach", new(WEAK["da"])),
        Picture("write-measurable", draft("vores website")),
        Picture("card", draft("vores website", 4)),
        Picture("page", (*found("vores website"), "enter")),
        Picture("today", ("t",)),
        *REVIEW,
        Picture("backups", (BACKED_UP, "j")),
    ),
    "sv": (
        Picture("list"),
        Picture("coach", new(WEAK["sv"])),
        Picture("write-measurable", draft("vår webbplats")),
        Picture("card", draft("vår webbplats", 4)),
        Picture("page", (*found("vår webbplats"), "enter")),
        Picture("today", ("t",)),
        *REVIEW,
        Picture("backups", (BACKED_UP, "j")),
    ),
}


def file_name(language: str, name: str) -> str:
    """The English pictures have plain names, the others their language behind it."""
    return f"{name}.svg" if language == "en" else f"{name}-{language}.svg"


def back_up(path: str) -> None:
    """Make the backups that the picture of them shows, with a check-in between two of them."""
    store = Store(path)
    goal_id = next(goal.id for goal in store.read(queries.goals) if goal.state is State.ACTIVE)
    for reason, made in BACKUPS:
        connection = open_writer(path)
        make_backup(connection, path, reason, made.astimezone())
        connection.close()
        store.run_sync(entries.check_in, goal_id, made.date(), Decimal(1))
    store.close()


async def draw(language: str, picture: Picture, home: str) -> str:
    """One picture as SVG, from a copy of the demo in `home`."""
    environ = {"SMART_TUI_HOME": home, "SMART_TUI_TODAY": TODAY, "HOME": home}
    context = surroundings(parse(["--lang", language]), environ)
    with DemoCopy(home, language, context.fixed_today or sys.exit("no day")) as path:
        folder = os.path.dirname(path)
        paths = context.paths._replace(db=path, state=folder, config=folder)
        if DRAFTS in picture.keys[:1]:
            add_draft(path, language)
        app = build(context.at(paths))
        app.clock, app.keeps_backups = lambda: WALL, False
        if BACKED_UP in picture.keys[:1]:
            back_up(path)
        async with app.run_test(size=picture.size) as pilot:
            await settle(pilot)
            for key in picture.keys:
                await pilot.press(key)
                await settle(pilot)
            # The pane beside the list follows once the cursor rests.
            await pilot.pause(0.4)
            await settle(pilot)
            if isinstance(app.screen, DraftScreen):
                # What is said once one pauses.
                app.screen.settle()
                await settle(pilot)
            for field in app.screen.query(Input):
                field.cursor_blink = False
            for text in app.screen.query(TextArea):
                text.cursor_blink = False
            await pilot.pause()
            svg = settled(app.export_screenshot(title="smart-tui"))
        # What is still to be written belongs to this copy, not to the next one, which stands in its place.
        app.store.close()
        return svg


def settled(svg: str) -> str:
    """The picture without fonts to fetch from elsewhere, and with the blanks that begin a text kept by every viewer."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("<svg ", '<svg xml:space="preserve" ', 1)


def add_draft(path: str, language: str) -> None:
    """Put a draft that is nearly ready into the database: what the pictures of writing show."""
    text = import_module(f"smart_tui.demo.{language}").TEXTS["visits"]
    day = date.fromisoformat(TODAY)
    measure = Measure(
        Kind.LEVEL,
        day,
        unit=text.unit,
        baseline=Decimal(12_400),
        baseline_on=date(2025, 12, 31),
        baseline_period=Period.MONTH,
        change_percent=Decimal(20),
        reading=Reading.PER_PERIOD,
        period=Period.MONTH,
        step=Decimal(100),
        what_counts=text.what_counts,
    )

    def write(unit: Unit) -> None:
        goal_id = goals.create(
            unit, "international", language, text.title, {"specific.what": text.title, **text.answers}, area=text.area
        )
        measures.set_measure(unit, goal_id, measure)
        goals.set_fields(unit, goal_id, {"deadline": date(2026, 7, 15), "start": day, "step": "measurable"})

    store = Store(path)
    store.run_sync(write)
    store.close()


def text_of(svg: str) -> list[str]:
    """What a picture says: the text of its lines without blanks, places, colours and fonts."""
    lines: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in re.findall(r'<text[^>]*? x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', svg, re.DOTALL):
        lines.setdefault(float(y), []).append((float(x), html.unescape(text)))
    return ["".join("".join(text for _, text in sorted(parts)).split()) for _, parts in sorted(lines.items())]


def make(folder: Path, languages: Sequence[str] = tuple(PICTURES)) -> None:
    """Write all pictures of these languages into `folder`."""
    with tempfile.TemporaryDirectory() as home:
        for language in languages:
            for picture in PICTURES[language]:
                svg = asyncio.run(draw(language, picture, home))
                (folder / file_name(language, picture.name)).write_text(svg, "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
