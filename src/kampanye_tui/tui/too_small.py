"""The notice of a window in which the screens do not fit: it goes by itself when the window is large enough.

It lies over whatever is open, so that no key reaches a list that cannot be seen. Whoever has no larger window
closes it and works on as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.tui.actions import action
from kampanye_tui.tui.frame import KeyLine, TitleLine
from kampanye_tui.tui.keymap import key_name, keys_of
from kampanye_tui.tui.perform import program_of
from kampanye_tui.tui.prose import Prose

if TYPE_CHECKING:
    from textual.geometry import Size

    from kampanye_tui.tui.app import Kampanye

NARROWEST = (60, 18)
"""Columns and rows below which the notice comes."""


def fits(size: Size) -> bool:
    """Tell whether a window is large enough."""
    return size.width >= NARROWEST[0] and size.height >= NARROWEST[1]


def watch_size(app: Kampanye) -> None:
    """Open the notice in a window that is too small, and close it in one that is not.

    To be called whenever the window or the screen has changed.
    """
    noticed = isinstance(app.screen, TooSmall)
    if fits(app.size):
        app.small_is_fine = False
        if noticed:
            app.pop_screen()
    elif not noticed and not app.small_is_fine:
        app.push_screen(TooSmall())


class TooSmall(Screen[None]):
    """The notice."""

    def compose(self) -> ComposeResult:
        """Lay out the notice."""
        yield TitleLine(self.app.TITLE or "")
        yield Prose()
        yield KeyLine()

    def on_resize(self) -> None:
        """Say how much is lacking."""
        width, height = self.app.size
        back, leave = (
            key_name(keys_of(action(name), program_of(self).own_keys)[0]) for name in ("kembali", "keluar")
        )
        needed = " x ".join(map(str, NARROWEST))
        self.query_one(Prose).say(
            (
                (f"Jendela terlalu kecil: perlu {needed}, sekarang {width} x {height}.", "bold"),
                ("Perbesar jendelanya, atau kecilkan hurufnya; pekerjaan Anda tetap seperti semula.", ""),
                (f"{back} memakai jendela ini apa adanya, {leave} keluar.", ""),
            )
        )
        self.call_after_refresh(program_of(self).put_cursor, self.query_one(Prose), 0, 0)

    def on_unmount(self) -> None:
        """Remember that the user closed it, until the window has been large enough."""
        program_of(self).small_is_fine = not fits(self.app.size)
