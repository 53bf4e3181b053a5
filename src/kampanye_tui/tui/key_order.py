"""Keys one after the other: what one does is over before the next is given to anybody.

Keys and pasted texts come in and go out one by one. Textual gives a key to whatever has the focus and goes
on at once; that the key moves the focus or opens a screen follows a little later. After a line that stood
still keys come together, and all would go to the first field, or letters of a name to the list below a form
that is just opening. It never drops a key, and never changes their order.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key, Paste

TURNS = 4
"""Rounds of the loop that nothing may be waiting in until a key counts as done with; a message passes from
a widget to the one around it in two."""
PATIENCE = 1.0
"""Seconds after which the next key goes on in any case: what takes longer shall not lock the keys."""


class KeyOrder:
    """The keys of an app; ``give`` hands one to whoever has the focus."""

    def __init__(self, app: App[object], give: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app = app
        self._give = give
        self._held: deque[Key | Paste] = deque()
        self._going: asyncio.Task[None] | None = None

    async def take(self, key: Key | Paste) -> None:
        """Give a key, or a pasted text, once those before it are done with."""
        if self._going is not None and not self._going.done():
            self._held.append(key)
            return
        await self._give(key)
        self._going = asyncio.create_task(self._go_on())
        self._going.add_done_callback(self._ended)

    async def _go_on(self) -> None:
        await self._settled()
        while self._held:
            await self._give(self._held.popleft())
            await self._settled()

    def _ended(self, going: asyncio.Task[None]) -> None:
        """Tell the app of an error; nobody awaits the task."""
        error = None if going.cancelled() else going.exception()
        if isinstance(error, Exception):
            self._app._handle_exception(error)

    async def _settled(self) -> None:
        """Wait until no widget of the open screen has a message left."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        quiet = 0
        while quiet < TURNS and loop.time() < end:
            await asyncio.sleep(0)
            quiet = 0 if self._busy() else quiet + 1

    def _busy(self) -> bool:
        app = self._app
        if app.message_queue_size:
            return True
        return bool(app.screen_stack) and any(
            node.message_queue_size for node in app.screen.walk_children(with_self=True)
        )
