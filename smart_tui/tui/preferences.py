"""What the person chose for the app: language, colours and the settings; changed now, and remembered."""

import asyncio

from smart_tui import config as config_file
from smart_tui.i18n import words as words_of
from smart_tui.store import queries
from smart_tui.tui.clock import ClockApp


class ChosenApp(ClockApp):
    """Looks, language and labels are remembered in the config file; what changes data, in the database."""

    config: config_file.Config
    _silence_said = False
    """Whether it was said why the coach is silent."""

    def set_language(self, code: str) -> None:
        """Change every visible word to another language now, and remember it in the config file."""
        self.words = words_of(code)
        self.config = self.config._replace(language=code)
        self._translate_all()
        self.remember("language", code)

    def set_theme(self, name: str) -> None:
        """Change the colours now, and remember them in the config file."""
        self.theme = name
        self.config = self.config._replace(theme=name)
        self.remember("theme", name)

    def remember(self, key: str, value: str) -> None:
        """Write one value to the config file; says so when that cannot be done."""
        self.run_worker(self._remember(key, value), group="config", exit_on_error=True)

    async def _remember(self, key: str, value: str) -> None:
        try:
            await asyncio.to_thread(config_file.write_value, self.paths.config_file, key, value)
        except OSError:
            self.say(self.words.gettext("The config file could not be written, so this holds until you leave."))

    def set_accepted_label(self, label: str) -> None:
        """Change what the A of the nordic model is called, and remember it in the config file."""
        self.config = self.config._replace(accepted_label=label)
        self._translate_all()
        self.remember("accepted_label", label)

    def choose_language(self) -> None:
        """Open the choice of languages."""
        from smart_tui.tui.screens.choose import language_choice

        self.push_screen(language_choice(self), lambda code: self.set_language(code) if code else None)

    def choose_theme(self) -> None:
        """Open the choice of themes."""
        from smart_tui.tui.screens.choose import theme_choice

        self.push_screen(theme_choice(self), lambda name: self.set_theme(name) if name else None)

    async def set_setting(self, key: str, value: str) -> bool:
        """Store one of the settings that change what data mean, and show all by it; gives whether it is there."""
        from smart_tui.store.commands.settings import set_setting

        stored = await self.write(set_setting, key, value) is not None
        self._settings_changed()
        return stored

    def say_silence(self) -> None:
        """Say once which file of words cannot be read, so that neither chips nor remarks are shown."""
        from smart_tui.reading.words.files import faults

        if faults() and not self._silence_said:
            self._silence_said = True
            said = self.words.gettext("The coach is silent: {fault}")
            self.say(said.format(fault=faults()[0]))

    async def set_quiet(self, code: str, quiet: bool) -> bool:
        """Let the coach say a remark of no goal, or again; gives whether that is stored."""
        from smart_tui.store.commands.coach import set_quiet

        stored = await self.write(set_quiet, code, quiet) is not None
        self._settings_changed()
        return stored

    async def set_first_weekday(self, weekday: int) -> None:
        """Let weeks begin on another day from the next week on, and say so; the weeks before stay as they were."""
        from smart_tui.store.commands.settings import set_first_weekday

        if await self.write(set_first_weekday, weekday, self.today) is not None:
            self._settings_changed()
            self.say(self.words.gettext("This counts from next week on; the weeks before stay as they were."))

    def _settings_changed(self) -> None:
        self.settings = self.store.read(queries.settings)
        self._look_at_clock(always=True)

    def _translate_all(self) -> None:
        for screen in self.screen_stack:
            translate = getattr(screen, "translate", None)
            if translate is not None:
                translate()
