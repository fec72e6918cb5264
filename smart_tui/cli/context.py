"""What every command is given: where the files are, which language, which day."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from smart_tui.cli.arguments import Arguments, UsageError
from smart_tui.domain.calendar import civil_today
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words, known, system_language, words
from smart_tui.paths import Paths, find

if TYPE_CHECKING:
    from smart_tui.config import Config, Problem

TODAY = "SMART_TUI_TODAY"


class Context:
    """The surroundings of one command. `fixed_today` is set where the environment fixes the date."""

    def __init__(
        self,
        arguments: Arguments,
        environ: Mapping[str, str],
        paths: Paths,
        words: Words,
        chosen: "Config | None" = None,
        problems: "tuple[Problem, ...]" = (),
        fixed_today: date | None = None,
    ) -> None:
        self.arguments = arguments
        self.environ = environ
        self.paths = paths
        self.words = words
        self._chosen = chosen
        self.problems = problems
        self.fixed_today = fixed_today

    @property
    def config(self) -> "Config":
        """What the config file says, or the defaults."""
        from smart_tui.config import Config

        return self._chosen or Config()

    @property
    def language(self) -> str:
        """The language the person writes in, which is read even where the answer is JSON and English."""
        if not self.arguments.json:
            return self.words.code
        from smart_tui.config import read

        asked = known(self.arguments.lang or "")
        return asked or read(self.paths.config_file)[0].language or system_language(self.environ)

    def language_of(self, text: str) -> str:
        """The language a text is read in: the one asked for, else the one it tells, else the person's."""
        from smart_tui.reading.language import spoken

        return known(self.arguments.lang or "") or spoken(text, self.language)

    def at(self, paths: Paths) -> "Context":
        """The same surroundings with the files in other places."""
        return Context(self.arguments, self.environ, paths, self.words, self._chosen, self.problems, self.fixed_today)

    def today(self, settings: Settings) -> date:
        """The civil date: the fixed one, or the clock's, shifted by the person's end of day."""
        return self.fixed_today or civil_today(datetime.now(), settings.day_ends_at)


def surroundings(arguments: Arguments, environ: Mapping[str, str]) -> Context:
    """The context of a command line; raises UsageError for a language or a date that cannot be one."""
    if arguments.lang is not None and known(arguments.lang) is None:
        raise UsageError(N_("There is no language {word}; there are en, da and sv."), arguments.lang)
    paths = find(environ, arguments.db)
    fixed = fixed_today(environ)
    if arguments.json:
        # For programs: the same words whatever the person's language, and no catalogue to load.
        return Context(arguments, environ, paths, Words.source(), fixed_today=fixed)
    from smart_tui.config import read

    config, problems = read(paths.config_file)
    language = known(arguments.lang or "") or config.language or system_language(environ)
    return Context(arguments, environ, paths, words(language), config, problems, fixed)


def fixed_today(environ: Mapping[str, str]) -> date | None:
    """The date SMART_TUI_TODAY fixes, None where it is not set; raises UsageError for one that is no date."""
    text = environ.get(TODAY, "").strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
        # Other ways of writing a date in ISO 8601, such as by week, are not meant.
        if day.isoformat() != text:
            raise ValueError(text)
        return day
    except ValueError:
        raise UsageError(N_("SMART_TUI_TODAY is not a date like 2026-01-15: {word}"), text) from None
