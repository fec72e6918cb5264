"""How a command line is read.

Read by hand: argparse alone costs as much as Python itself takes to start, and speaks English only.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from smart_tui.cli.commandtable import ADDED, COMMANDS, GOAL, Option, command
from smart_tui.i18n import N_


class Arguments(NamedTuple):
    """A command line that makes sense. `command` is empty for the app."""

    command: str = ""
    words: tuple[str, ...] = ()
    db: str | None = None
    lang: str | None = None
    json: bool = False
    help: bool = False
    version: bool = False
    options: Mapping[str, str] = {}
    """What the command's own options said, by name; a flag says its own name, and so does a value left out."""
    goals: tuple[str, ...] = ()
    """What each `--goal` said."""


class UsageError(Exception):
    """A command line that makes no sense: an English sentence for gettext with {word} in it, and the word."""

    def __init__(self, sentence: str, word: str = "") -> None:
        super().__init__(sentence, word)
        self.sentence = sentence
        self.word = word


def parse(argv: Sequence[str]) -> Arguments:
    """The command line `argv`, without the program's name. Options may stand anywhere; "--" ends them.

    Raises UsageError.
    """
    words: list[str] = []
    db = lang = None
    flags: set[str] = set()
    options: dict[str, str] = {}
    goals: list[str] = []
    own = {option.name: option for known in COMMANDS for option in known.options}
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            words += rest
            break
        name, given, value = word.partition("=")
        if name in ("--db", "--lang"):
            value = _value(name, value if given else None, rest)
            db, lang = (value, lang) if name == "--db" else (db, value)
        elif word in ("--json", "--help", "-h", "--version", "-V"):
            flags.add(word)
        elif name in own and (own[name].value or not given):
            # What may be left out is not the command, where the option stands before that.
            options[name] = _own_value(own[name], value if given else None, rest, bool(words))
            goals += [options[name]] if name == GOAL.name else []
        elif _is_option(word):
            raise UsageError(N_("There is no option {word}."), word)
        else:
            words.append(word)
    arguments = Arguments(
        command=words[0] if words else "",
        words=tuple(words[1:]),
        db=db,
        lang=lang,
        json="--json" in flags,
        help=bool(flags & {"--help", "-h"}),
        version=bool(flags & {"--version", "-V"}),
        options=options,
        goals=tuple(goals),
    )
    if not arguments.help and not arguments.version:
        _check(arguments)
    return arguments


def _check(arguments: Arguments) -> None:
    known = command(arguments.command)
    if known is None:
        if arguments.command:
            raise UsageError(N_("There is no command {word}."), arguments.command)
        if arguments.json:
            raise UsageError(N_("--json needs a command such as list."))
        if arguments.options:
            name = next(iter(arguments.options))
            if any(option.name == name for option in ADDED):
                raise UsageError(N_("{word} needs the command add."), name)
            raise UsageError(N_("{word} needs a command before it."), name)
        return
    if len(arguments.words) < known.least:
        raise UsageError(N_("Something is missing: smart-tui {word}"), known.synopsis)
    if len(arguments.words) > known.most:
        raise UsageError(N_("There is a word too many: {word}"), arguments.words[known.most])
    if arguments.json and not known.json:
        raise UsageError(N_("{word} does not go with this command."), "--json")
    allowed = {option.name for option in known.options}
    for name in arguments.options:
        if name not in allowed:
            raise UsageError(N_("{word} does not go with this command."), name)


def _own_value(option: Option, value: str | None, rest: list[str], begun: bool) -> str:
    """What an option of a command says. What stands behind it may begin with a minus, but not be an option."""
    if not option.value:
        return option.name
    if option.optional:
        return value or (" ".join(_taken(rest)) if begun else "") or option.name
    if value is None and rest and rest[0].startswith("--"):
        raise UsageError(N_("Something is missing behind {word}."), option.name)
    return _value(option.name, value, rest)


def _taken(rest: list[str]) -> Iterator[str]:
    """Takes the words up to the next option."""
    while rest and not _is_option(rest[0]):
        yield rest.pop(0)


def _value(name: str, value: str | None, rest: list[str]) -> str:
    if value is None and rest:
        value = rest.pop(0)
    if not value:
        raise UsageError(N_("Something is missing behind {word}."), name)
    return value


def _is_option(word: str) -> bool:
    """Whether a word is meant as an option: "-3 kg" and "-" are not."""
    return len(word) > 1 and word[0] == "-" and (word[1] == "-" or word[1].isalpha())
