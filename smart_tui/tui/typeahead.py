"""Keys typed ahead: what is typed while a dialog or a screen is being opened goes to it, and nothing is lost.

A key that opens something gives its work to a worker, and until the field of a dialog has focus the keys behind it
would go to the screen beneath: `c 3 Enter`, typed fast, would lose the 3, or take it for a command. So from such a key
on, keys are held until what it began is there or done, and are then played one after the other. The same goes for a
key that leads out of a field: what is typed behind it is for the next field, or for the screen one then is on.
"""

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

LONGEST = 1.0
"""Seconds after which keys are no longer held, whatever still goes on."""
_LOOK = 0.004
_COMMANDS = "default"
"""The group of the workers that commands start; others read or save in the background."""


@runtime_checkable
class Opening(Protocol):
    """A screen that is not ready for keys as soon as it is shown."""

    def takes_keys(self) -> bool:
        """Whether a key pressed now gets where it is meant for."""


class TypeAheadApp(App[int]):
    """An app that holds keys while what a command opens is not there yet."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[events.Key] | None = None
        self._played: events.Key | None = None
        self._begun: set[Worker[Any]] = set()
        self._behind: Screen[Any] | None = None
        """The screen from which the last command was given."""
        self._field: Widget | None = None

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and event is not self._played:
            if self._held is not None:
                event.stop()
                event.prevent_default()
                self._held.append(event)
                return
            if not event.is_forwarded and not event.is_printable and self._in_field():
                self._played = event
                self._hold()
        await super().on_event(event)

    def _in_field(self) -> bool:
        """Whether a key with a character is typed into something, and is no command."""
        focused = self.focused
        return focused is not None and (isinstance(self.screen, Opening) or focused.check_consume_key("x", "x"))

    async def run_action(
        self,
        action: Any,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        behind, before = self.screen, set(self.workers)
        done = await super().run_action(action, default_namespace, namespaces)
        begun = {worker for worker in self.workers if worker not in before and worker.group == _COMMANDS}
        if begun or self.screen is not behind:
            self.hold_keys(behind, begun)
        return done

    def hold_keys(self, behind: Screen[Any], begun: Iterable[Worker[Any]] = (), field: Widget | None = None) -> None:
        """Hold keys until another screen than `behind` takes them, these workers are finished, or `field` has focus."""
        self._behind, self._begun, self._field = behind, set(begun), field
        self._hold()

    def _hold(self) -> None:
        if self._held is None:
            self._held = []
            self.run_worker(self._play_held(), group="typeahead", exit_on_error=False)

    async def _play_held(self) -> None:
        # The app may be left while keys are held: then nothing takes them any more.
        with suppress(ScreenStackError):
            await self._play()

    async def _play(self) -> None:
        try:
            await self._passed()
            await self._opened()
            while self._held:
                self._held.sort(key=lambda key: key.time)
                first = self._held.pop(0)
                self._played = events.Key(first.key, first.character)
                self.post_message(self._played)
                await self._passed()
                await self._opened()
        finally:
            self._held = self._played = None

    async def _opened(self) -> None:
        """Wait until what the last command began is there, or done, and what that began in its turn."""
        while (behind := self._behind) is not None:
            begun, field = self._begun, self._field
            self._behind, self._begun, self._field = None, set(), None
            await self._there(behind, begun, field)

    async def _there(self, behind: Screen[Any], begun: set[Worker[Any]], field: Widget | None) -> None:
        end = asyncio.get_running_loop().time() + LONGEST
        while asyncio.get_running_loop().time() < end:
            if self.screen is not behind:
                if await self._takes_keys(self.screen):
                    return
            elif field is not None:
                if field.has_focus:
                    return
            elif all(worker.is_finished for worker in begun):
                return
            await asyncio.sleep(_LOOK)

    async def _takes_keys(self, screen: Screen[Any]) -> bool:
        shown = asyncio.Event()
        if not screen.call_after_refresh(shown.set):
            return True
        await _at_most(shown)
        return screen.takes_keys() if isinstance(screen, Opening) else True

    async def _passed(self) -> None:
        """Wait until a key went its way: to what has focus, and with all it set going up until nothing is left."""
        end = asyncio.get_running_loop().time() + LONGEST
        await _reached(self)
        while asyncio.get_running_loop().time() < end:
            way: list[DOMNode] = list((self.focused or self.screen).ancestors_with_self)
            for node in way:
                await _reached(node)
            await _reached(self)
            if not any(node.message_queue_size for node in way):
                return


async def _reached(node: MessagePump) -> None:
    """Wait until a node has dealt with all it was sent so far."""
    dealt = asyncio.Event()
    if node.call_later(dealt.set):
        await _at_most(dealt)


async def _at_most(event: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(event.wait(), LONGEST)
    except TimeoutError:
        return
