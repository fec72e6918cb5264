"""Every command of the command line and the options of each, as one table."""

from typing import NamedTuple

from smart_tui.i18n import N_


class Option(NamedTuple):
    """An option of a command: its name, what stands behind it (nothing for a flag), and what it says.

    A value in square brackets may be left out, and may be of several words.
    """

    name: str
    value: str
    help: str

    @property
    def optional(self) -> bool:
        """Whether it may stand alone."""
        return self.value.startswith("[")


class Command(NamedTuple):
    """One command: its name, what follows it, what it does, and how many words it takes."""

    name: str
    synopsis: str
    help: str
    least: int = 0
    most: int = 0
    json: bool = False
    options: tuple[Option, ...] = ()


MANY = 10_000

ADDED: tuple[Option, ...] = (
    Option("--kind", "KIND", N_("total, level, quota, within, milestones or rating")),
    Option("--baseline", "NUMBER", N_("where it stands now")),
    Option("--target", "NUMBER", N_("what to reach; +20% for a change, 50-60 to keep within")),
    Option("--unit", "WORD", N_("what is counted")),
    Option("--per", "PERIOD", N_("day, week, month or quarter")),
    Option("--start", "DATE", N_("the first day; today, if none is given")),
    Option("--deadline", "DATE", N_("the last day")),
    Option("--activate", "", N_("begin at once, rather than make a draft")),
)
"""What may stand beside the sentence of a new goal."""

COACHED: tuple[Option, ...] = (
    Option("--today", "DATE", N_("the day to count from; today, if none is given")),
    Option("--jsonl", "FILE", N_("read a sentence a line, print what each holds; - for piped in")),
)
GOAL = Option("--goal", "GOAL", N_("of this goal; by number, uuid or title"))
EXPRESS = Option("--express", "", N_("the short way: numbers, goals at risk, done"))
WRITTEN: tuple[Option, ...] = (
    GOAL,
    Option("--on", "DATE", N_("the day it is for; today, if none is given")),
    Option("--limit", "NUMBER", N_("list so many, the newest; 100, if none is given, or all")),
)
REPORTED: tuple[Option, ...] = (
    Option("--week", "[DAY]", N_("the page of a week: last week, 3, 2026-01-12")),
    Option("--month", "[DAY]", N_("look back on a month: last month, December 2025")),
    Option("--quarter", "[DAY]", N_("look back on a quarter: Q3 2025")),
    Option("--year", "[DAY]", N_("look back on a year: 2025")),
    GOAL,
    Option("--md", "", N_("print Markdown, for a note app")),
)

EXPORTED: tuple[Option, ...] = (
    Option("--to", "FORMAT", N_("json, csv, md, ics, jrnl or taskwarrior")),
    GOAL,
    Option("--local", "", N_("a table as spreadsheets of your language read it")),
    Option("--force", "", N_("replace what is there")),
)

DRY = Option("--dry-run", "", N_("only say what would change"))
BROUGHT_IN: tuple[Option, ...] = (
    DRY,
    Option("--mine", "", N_("where both sides changed, keep what is here")),
    Option("--theirs", "", N_("where both sides changed, take what is there")),
    Option("--yes", "", N_("do not ask")),
)
MERGED = BROUGHT_IN[:3]
IMPORTED: tuple[Option, ...] = (
    Option("--from", "FORMAT", N_("taskwarrior, jrnl, loop, table and others")),
    GOAL,
    *BROUGHT_IN,
    Option("--columns", "COLUMNS", N_("of a table: date=1,value=2,note=3,goal=4")),
    Option("--separator", "SIGN", N_("what stands between cells: ; or , or tab")),
    Option("--decimal", "SIGN", N_("the decimal sign: . or ,")),
    Option("--dates", "ORDER", N_("how dates are written: ymd, dmy or mdy")),
    Option("--encoding", "NAME", N_("how letters are coded: utf-8, cp1252, utf-16")),
)
RESTORED: tuple[Option, ...] = (
    DRY,
    Option("--yes", "", N_("do not ask")),
    Option("--salvage", "", N_("read out of a damaged file what is left")),
)
FORGOTTEN: tuple[Option, ...] = (
    Option("--journal", "DAY", N_("what you wrote in the journal that day")),
    Option("--yes", "", N_("do not ask")),
)

COMMANDS: tuple[Command, ...] = (
    Command("list", "list [--json]", N_("Print all goals, those that need you first."), json=True),
    Command("show", "show GOAL [--json]", N_("Print a goal, by number, uuid or title."), least=1, most=MANY, json=True),
    Command("today", "today [--json]", N_("Print what is due today and this week."), json=True),
    Command("due", "due [--json]", N_("Print what waits; ends with 1 if anything does."), json=True),
    Command(
        "log",
        "log GOAL ENTRY [--json]",
        N_("Check in, like the app: 3, =42, x, yesterday 2."),
        least=2,
        most=MANY,
        json=True,
    ),
    Command(
        "ask",
        "ask [WHEN] [--json]",
        N_("Ask for what is open: today, yesterday or week."),
        most=MANY,
        json=True,
    ),
    Command(
        "add",
        'add "TEXT" [--json]',
        N_("Make a draft from one sentence."),
        least=1,
        most=MANY,
        json=True,
        options=ADDED,
    ),
    Command(
        "coach",
        'coach "TEXT" [--json]',
        N_("Say what a goal sentence holds and lacks."),
        most=MANY,
        json=True,
        options=COACHED,
    ),
    Command("review", "review", N_("Open the weekly review."), options=(EXPRESS,)),
    Command(
        "journal",
        "journal WHAT [--json]",
        N_("Your journal: add, list or search."),
        least=1,
        most=MANY,
        json=True,
        options=WRITTEN,
    ),
    Command(
        "report",
        "report [--json]",
        N_("Print a week, a month, a quarter or a year."),
        json=True,
        options=REPORTED,
    ),
    Command("export", "export [FILE]", N_("Take your data along, in six formats."), most=1, options=EXPORTED),
    Command(
        "import",
        "import FILE [--json]",
        N_("Bring in what another program kept."),
        least=1,
        most=1,
        json=True,
        options=IMPORTED,
    ),
    Command(
        "merge",
        "merge FILE [--json]",
        N_("Bring together what two machines kept."),
        least=1,
        most=1,
        json=True,
        options=MERGED,
    ),
    Command(
        "backup",
        "backup WHAT [--json]",
        N_("Backups: now, list or verify [NAME]."),
        least=1,
        most=2,
        json=True,
    ),
    Command(
        "restore",
        "restore [NAME] [--json]",
        N_("Put a backup into the file, or salvage it."),
        most=1,
        json=True,
        options=RESTORED,
    ),
    Command(
        "forget",
        "forget GOAL [--json]",
        N_("Take a goal out of the file for ever."),
        most=MANY,
        json=True,
        options=FORGOTTEN,
    ),
    Command("doctor", "doctor [--json]", N_("Say how the program and its files are."), json=True),
    Command("demo", "demo", N_("Open example goals; nothing is kept.")),
    Command("where", "where", N_("Print the paths in use.")),
)

OPTIONS: tuple[tuple[str, str], ...] = (
    ("--db PATH", N_("Use another database file.")),
    ("--lang LANG", N_("Speak en, da or sv this time.")),
    ("--json", N_("Print JSON, always in English.")),
    ("--version", N_("Print the version.")),
    ("--help", N_("Print this help.")),
)


def command(name: str) -> Command | None:
    """The command of this name, or None."""
    return next((known for known in COMMANDS if known.name == name), None)
