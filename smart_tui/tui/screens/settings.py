"""The settings: each with what it is now; Enter changes it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from smart_tui.domain.reviewweek import review_weekday
from smart_tui.domain.settings import PROMPTS
from smart_tui.domain.smart import DEFAULT_MODEL
from smart_tui.i18n import LANGUAGE_NAMES, Words
from smart_tui.text.labels import ACCEPTED, model_name
from smart_tui.tui import keys, themes
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.choose import MODEL_NAMES, ChooseScreen, language_choice, theme_choice
from smart_tui.tui.screens.coachsettings import CoachSettingsScreen, coach_says
from smart_tui.tui.screens.reviewprompts import ReviewPromptsScreen
from smart_tui.tui.widgets.lines import padded
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.options import Options

A_MONDAY = 4
"""1 January 1970 was a Thursday, so day 4 (counted from 0) is a Monday."""
SHARES = (50, 60, 70, 75, 80, 85, 90, 95, 100)
MOST_ACTIVE = (3, 4, 5, 6, 7, 8, 10, 12, 15, 0)


class Setting(NamedTuple):
    """One line: its name, what it is now, what it is for, and how it is changed."""

    name: str
    now: str
    help: str
    choice: ChooseScreen | ReviewPromptsScreen | CoachSettingsScreen
    take: Callable[[str], None]


def settings_of(app: SmartApp) -> tuple[Setting, ...]:
    """All settings as they are now, in the current language."""
    words = app.words
    return (
        Setting(
            words.gettext("Language"),
            LANGUAGE_NAMES[words.code],
            words.gettext("Changes every word at once."),
            language_choice(app),
            app.set_language,
        ),
        Setting(
            words.gettext("Theme"),
            theme_name(app.theme, words),
            words.gettext("Changes the colours at once."),
            theme_choice(app),
            app.set_theme,
        ),
        _model(app),
        _label_of_a(app),
        _first_weekday(app),
        _day_ends_at(app),
        _share(app),
        _most_active(app),
        _review_day(app),
        _review_prompts(app),
        _coach(app),
    )


def theme_name(name: str, words: Words) -> str:
    """A theme as people call it."""
    return words.gettext(themes.NAMES[name]) if name in themes.NAMES else name


def _model(app: SmartApp) -> Setting:
    words, now = app.words, app.settings.default_model or DEFAULT_MODEL
    title = words.gettext("SMART model of new goals")
    choices = [(model, words.gettext(name)) for model, name in MODEL_NAMES.items()]
    help = words.gettext("Decides which questions the five steps ask.")
    return _stored(app, "default_model", title, help, choices, now)._replace(now=model_name(now, words))


def _label_of_a(app: SmartApp) -> Setting:
    words, now = app.words, app.config.accepted_label
    title = words.gettext("The A of the nordic model")
    choices = [(label, words.gettext(name)) for label, name in ACCEPTED.items()]
    help = words.gettext("What its third step is called; the questions stay the same.")
    return Setting(title, dict(choices)[now], help, ChooseScreen(title, choices, now), app.set_accepted_label)


def _first_weekday(app: SmartApp) -> Setting:
    words = app.words
    title = words.gettext("First day of the week")
    choices = [(str(day), _weekday(day, words)) for day in range(7)]
    help = words.gettext("Weekly goals are judged by these weeks. A change counts from next week on.")

    def take(value: str) -> None:
        app.run_worker(app.set_first_weekday(int(value)), group="settings")

    made = _stored(app, "first_weekday", title, help, choices, str(int(app.settings.first_weekday)))
    return made._replace(take=take)


def _weekday(day: int, words: Words) -> str:
    from datetime import date

    return words.weekday(date(1970, 1, 1 + A_MONDAY + day))


def _day_ends_at(app: SmartApp) -> Setting:
    words = app.words
    title = words.gettext("The day ends at")
    choices = [(str(minutes), f"{minutes // 60:02d}:{minutes % 60:02d}") for minutes in range(0, 361, 30)]
    help = words.gettext("Until then, what you record still belongs to the day before.")
    return _stored(app, "day_ends_at", title, help, choices, str(app.settings.day_ends_at))


def _share(app: SmartApp) -> Setting:
    words = app.words
    title = words.gettext("Share of periods wanted")
    choices = [(str(share), words.percent(share)) for share in SHARES]
    help = words.gettext("How many weeks or months of a repeated goal are to be met, unless the goal says otherwise.")
    return _stored(app, "default_share", title, help, choices, str(app.settings.default_share))


def _most_active(app: SmartApp) -> Setting:
    words = app.words
    title = words.gettext("Active goals at a time")
    named = words.gettext("any number")
    choices = [(str(most), words.number(most) if most else named) for most in MOST_ACTIVE]
    help = words.gettext("With more than these, the app says so once. It never stands in the way.")
    return _stored(app, "most_active", title, help, choices, str(app.settings.most_active))


def _review_day(app: SmartApp) -> Setting:
    words, chosen = app.words, app.settings.review_weekday
    title = words.gettext("Day of the weekly review")
    last = _weekday(review_weekday(app.settings._replace(review_weekday=None)), words)
    usual = words.gettext("the last day of the week ({weekday})").format(weekday=last)
    choices = [("", usual), *((str(day), _weekday(day, words)) for day in range(7))]
    help = words.gettext("From this day on the list says that the review is due. It can be done on any day.")
    return _stored(app, "review_weekday", title, help, choices, "" if chosen is None else str(chosen))


def _review_prompts(app: SmartApp) -> Setting:
    words, prompts = app.words, app.settings.review_prompts
    title = words.gettext("Lines of the weekly review")
    now = words.ngettext("{n} line", "{n} lines", len(prompts)).format(n=words.number(len(prompts)))
    if prompts == PROMPTS:
        now = words.gettext("the usual three")
    help = words.gettext("What you write a line about each week: your own questions, in your order.")
    dialog = ReviewPromptsScreen(prompts)

    async def save(value: str) -> bool:
        return await app.set_setting("review_prompts", value)

    dialog.save = save
    # It is stored before the dialog closes.
    return Setting(title, now, help, dialog, lambda value: None)


def _coach(app: SmartApp) -> Setting:
    words = app.words
    title = words.gettext("What the coach says")
    help = words.gettext("Which remarks stand beside a goal while it is written.")
    # Each change is stored when it is made.
    return Setting(title, coach_says(app.settings.quiet, words), help, CoachSettingsScreen(), lambda value: None)


def _stored(app: SmartApp, key: str, title: str, help: str, choices: Sequence[tuple[str, str]], now: str) -> Setting:
    shown = dict(choices).get(now, now)

    def take(value: str) -> None:
        app.run_worker(app.set_setting(key, value), group="settings")

    return Setting(title, shown, help, ChooseScreen(title, choices, now), take)


class SettingsScreen(BaseScreen[None]):
    """A list of settings; Enter on one opens its choices."""

    WHERE = keys.SETTINGS
    AUTO_FOCUS = "#settings"
    DEFAULT_CSS = """
    #settings {
        height: 1fr; border: none; padding: 1 1; background: transparent; scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.SETTINGS)

    def __init__(self) -> None:
        super().__init__()
        self._helps: list[str] = []

    def content(self) -> ComposeResult:
        yield Options(id="settings", markup=False)

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one(NoticeLine).left = self._helps[event.option_index]

    def on_mount(self) -> None:
        self.show()

    def title_left(self) -> str:
        return self.words.gettext("Settings")

    def title_right(self) -> str:
        return self.smart.paths.config_file if self.app.size.width >= 100 else ""

    def show(self) -> None:
        """List the settings as they are now; the cursor stays."""
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        settings = settings_of(self.smart)
        width = max(cell_len(setting.name) for setting in settings) + 2
        options.clear_options()
        self._helps = [setting.help for setting in settings]
        for setting in settings:
            options.add_option(
                Option(Content.assemble(padded(setting.name, width), Content(setting.now).stylize("bold")))
            )
        options.highlighted = at

    def translate(self) -> None:
        self.show()
        super().translate()

    def day_changed(self) -> None:
        self.show()
        super().day_changed()

    @on(OptionList.OptionSelected)
    def action_settings_change(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        setting = settings_of(self.smart)[at]

        def chosen(value: str | None) -> None:
            if value is not None:
                setting.take(value)
                self.show()

        self.app.push_screen(setting.choice, chosen)
