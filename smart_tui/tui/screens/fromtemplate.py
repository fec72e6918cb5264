"""A new goal that starts from a typical one."""

from smart_tui.domain.templates import Template
from smart_tui.tui import keys
from smart_tui.tui.screens.advising import AdvisingScreen


class TemplateStart(AdvisingScreen[None]):
    """A screen that writes a goal step by step, and fills a new one from a template while nothing is typed yet.

    With `from_template` one came for a template: leaving the list of them leaves this screen, too.
    """

    def __init__(self, goal_id: int | None, model: str, *, from_template: bool) -> None:
        super().__init__(goal_id, model)
        self.at = 0
        self.from_template = from_template

    @property
    def takes_template(self) -> bool:
        """Whether a template may fill the goal: a new one in which nothing was typed yet, on its first step."""
        return self.goal_id is None and self.at == 0 and self.draft.empty

    def footer_commands(self) -> tuple[keys.Command, ...]:
        usual = super().footer_commands()
        if not self.takes_template:
            return usual
        return (usual[0], keys.command("take_template"), *(each for each in usual[1:] if each.id != "step_back"))

    def action_from_template(self) -> None:
        if not self.takes_template:
            self.say(self.words.gettext("Something is written here already. A template is for a new goal."))
            return
        from smart_tui.tui.screens.templates import TemplatesScreen

        self.app.push_screen(TemplatesScreen(), self._template_taken)

    async def _template_taken(self, template: Template | None) -> None:
        if template is None:
            if self.from_template:
                self.end("")
            return
        from smart_tui.tui.screens.templates import template_texts

        self.from_template = False
        changed: list[str] = []
        for field, text in template_texts(template, self.today, self.words).items():
            changed += [field, *self.draft.put(field, text)]
        self._show_texts(changed)
        self.saving.touched()
        self.refresh_looks()
        await self._open_unanswered()

    async def _open_unanswered(self) -> None:
        """Open the first question from the open one on that nothing answers yet."""
        form = self.form
        if form is None:
            return
        shown = form.shown()
        behind = shown[shown.index(form.opened) if form.opened in shown else 0 :]
        await form.open(next((field for field in behind if not self.draft.text(field).strip()), behind[-1]))
