"""Taking a page along: as Markdown on the clipboard, or in a file."""

import os

from textual import work

from smart_tui.tui.screens.base import BaseScreen


class TakeAlong(BaseScreen[None]):
    """A screen that shows a page. It says what the page is as Markdown, and what a file of it is called."""

    def markdown(self) -> str:
        """The page to take along; empty while there is none."""
        return ""

    def file_name(self) -> str:
        """The name of its file, without a folder."""
        return "page.md"

    def action_copy_page(self) -> None:
        page = self.markdown()
        if page:
            self.app.copy_to_clipboard(page)
            self.say(self.words.gettext("The page is on the clipboard."))

    @work
    async def action_save_page(self) -> None:
        from smart_tui.paths import documents
        from smart_tui.tui.screens.savepage import SavePageScreen

        page = self.markdown()
        if not page:
            return
        path = await self.app.push_screen_wait(SavePageScreen(page, os.path.join(documents(), self.file_name())))
        if path:
            self.say(self.words.gettext("Saved as {path}").format(path=path))
