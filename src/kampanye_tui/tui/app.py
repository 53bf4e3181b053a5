"""The program on the screen: it opens screens, carries the user's settings, and says what went wrong."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Event, Focus, Key, Paste
from textual.geometry import Offset, Region

from kampanye_tui.tui.actions import Group, action
from kampanye_tui.tui.frame import KeyLine, MessageLine
from kampanye_tui.tui.harmless import Harmless
from kampanye_tui.tui.keymap import key_name, keys_of, own_keymap
from kampanye_tui.tui.paint import PAINTS, Painted
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.too_small import watch_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.widget import Widget

    from kampanye_tui.model.problem import Refused
    from kampanye_tui.recap import Asked
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.store.settings import Settings
    from kampanye_tui.tui.key_order import KeyOrder
    from kampanye_tui.work import Work

THEMES = {
    "ikut-terminal": "ansi-dark",
    "16-warna": "ansi-dark",
    "terang": "ansi-light",
    "gelap": "ansi-dark",
}
"""The user's word → Textual's theme; what it leaves to the terminal, a paint of that word may give."""
_HARMLESS = Harmless()


class Kampanye(Performer, App[object], inherit_bindings=False):
    """The terminal program."""

    TITLE = "Kampanye Damai"
    ENABLE_COMMAND_PALETTE = False
    groups = (Group.EVERYWHERE,)
    BINDINGS: ClassVar = bound(Group.EVERYWHERE)
    CSS = """
    Screen { background: $background; }
    * { scrollbar-size: 0 0; }
    Input { border: none; height: 1; padding: 0; background: transparent; }
    SearchLine { padding: 0 1; }
    Input.-textual-compact { background: transparent; }
    Input:focus { background: transparent; text-style: underline; }
    TextArea { border: none; padding: 0 2; background: transparent; }
    TextArea:focus { border: none; }
    TextArea .text-area--cursor-line { background: transparent; }
    """

    def __init__(
        self,
        located: Located | None,
        settings: Settings,
        *,
        operator: str,
        agreement_id: str = "",
        without: tuple[str, ...] = (),
        trouble: Refused | None = None,
        recap: Asked | None = None,
    ) -> None:
        super().__init__(ansi_color=True)
        if settings.lean:
            from kampanye_tui.tui.thrift import ThriftyDriver

            self.driver_class = ThriftyDriver
        self._located = located
        self.settings = settings
        self.operator = operator
        self.own_keys = dict(settings.keys)
        self.plain = settings.screen_reader
        self.first = agreement_id
        self.without = without
        """Packs that are left out this once, for a configuration that is still to be written."""
        self.trouble = trouble
        """What is wrong with the user's settings, while the usual ones are at work instead."""
        self.recap = recap
        """The recap that the program was opened for, in the place of the list of agreements."""
        self.message = ""
        self.drafts: list[Draft] = []
        self.loop: asyncio.AbstractEventLoop | None = None
        self.small_is_fine = False
        """Whether the user has closed the notice of a window that is too small."""
        self.key_order: KeyOrder | None = None
        self._worn: tuple[LineFilter, ...] = ()
        self.crash = ""
        """What is told after the screen is gone, when the program failed."""

    @property
    def located(self) -> Located:
        """The configuration of the office; only Mulai works before there is one."""
        if self._located is None:
            raise LookupError("belum ada konfigurasi")
        return self._located

    @located.setter
    def located(self, located: Located) -> None:
        self._located = located

    @property
    def has_configuration(self) -> bool:
        """Whether the office has a configuration yet."""
        return self._located is not None

    @property
    def _background_screens(self) -> list[Screen[object]]:
        """None: a screen covers those below it. Textual paints all of it when something below it changes."""
        return []

    async def on_event(self, event: Event) -> None:
        """Let each key be done with before the next."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            if self.key_order is None:
                from kampanye_tui.tui.key_order import KeyOrder

                self.key_order = KeyOrder(self, super().on_event)
            await self.key_order.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Open the first screen."""
        self.loop = asyncio.get_running_loop()
        self.take(self.settings)
        self.set_keymap(own_keymap(self.own_keys))
        self.screen_change_signal.subscribe(self, self._screen_changed)
        if self.trouble is not None:
            self.call_after_refresh(self._tell_trouble, self.trouble)
        if self.recap is not None:
            from kampanye_tui.tui.screens.recap_country import RecapCountry

            self.push_screen(RecapCountry(self.recap))
        elif self._located is None:
            from kampanye_tui.tui.screens.begin import Begin

            self.push_screen(Begin())
        else:
            from kampanye_tui.tui.screens.home import Home

            self.push_screen(Home())
            if self.first:
                from kampanye_tui.tui.opening import open_agreement

                self.call_after_refresh(open_agreement, self, self.first)
            if self._located.own.deadly:
                self.call_after_refresh(self._tell_deadly, self._located.own.deadly)

    def take(self, settings: Settings) -> None:
        """Work with these settings, as far as they can change while the program runs."""
        self.settings = settings
        self.plain = settings.screen_reader
        # Textual hides the terminal's cursor and only moves it; a screen reader follows one that shows.
        self.call_after_refresh(self._show_cursor, shown=self.plain)
        self.theme = THEMES[settings.theme.value]
        self._wear(settings.theme.value)

    def _wear(self, word: str) -> None:
        """Paint the screen, unless it follows the terminal or the user wants no colours at all."""
        paint = None if self.no_color else PAINTS.get(word)
        before, self._worn = self._worn, () if paint is None else (Painted(paint),)
        if before or self._worn:
            self.refresh_css(animate=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every finished line."""
        return (_HARMLESS, *super().get_line_filters(), *self._worn)

    def _show_cursor(self, *, shown: bool) -> None:
        if self._driver is not None:
            self._driver.write("\x1b[?25h" if shown else "\x1b[?25l")
            self._driver.flush()

    def _tell_trouble(self, trouble: Refused) -> None:
        """Say on the first screen that the user's own settings are not at work."""
        from kampanye_tui.tui.screens.own_settings import not_at_work

        for line in self.screen_stack[1].query(MessageLine):
            line.say(not_at_work(trouble))

    def _tell_deadly(self, packs: Iterable[str]) -> None:
        """Say on the first screen which packs ended the program, so that they are left out."""
        looking = key_name(keys_of(action("beranda.paket"), self.own_keys)[0])
        self.tell(f"Paket {', '.join(packs)} menghentikan program, jadi tidak dimuat; {looking} melihatnya.")

    def on_resize(self) -> None:
        """Look whether the screens still fit."""
        self.call_later(watch_size, self)

    def tell(self, sentence: str) -> None:
        """Say in one line what happened, on the screen that is open."""
        self.message = sentence
        for line in self.screen.query(MessageLine):
            line.say(sentence)

    def refresh_keys(self) -> None:
        """Show the keys anew: what is on or off has changed."""
        for line in self.screen.query(KeyLine):
            line.renew()

    def put_cursor(self, widget: Widget, x: int, y: int) -> None:
        """Put the terminal's cursor at a place of a widget; screen readers read what stands there."""
        if widget.screen is not self.screen:
            # A list below an open question may change; the reader is in the question.
            return
        region = widget.content_region
        place = Offset(region.x + x, region.y + y)
        if place != self.cursor_position:
            self.cursor_position = place
            # The terminal hears of it with the next frame; there might be none.
            widget.refresh(Region(0, y, 1, 1))

    def _screen_changed(self, screen: Screen[object]) -> None:
        """Let the focus of a screen that comes (back) take the terminal's cursor, once it is laid out."""

        def taken() -> None:
            if screen.is_current and screen.focused is not None:
                screen.focused.post_message(Focus(from_app_focus=True))

        screen.call_after_refresh(taken)
        self.call_later(watch_size, self)

    def hold(self, draft: Draft) -> None:
        """Remember an agreement that is open, so that it is saved whatever becomes of the program."""
        self.drafts.append(draft)

    def release(self, work: Work) -> None:
        """Close an agreement and bring its entry of the list up to date."""
        from kampanye_tui.tui.filling import entry_now

        if work.draft in self.drafts:
            self.drafts.remove(work.draft)
            work.draft.close()
            entry_now(work)

    def do_help(self) -> None:
        """Show every key of this screen; once more, and it is closed."""
        from kampanye_tui.tui.screens.help import Help

        if isinstance(self.screen, Help):
            self.pop_screen()
        else:
            self.push_screen(Help(self.screen))

    def do_palette(self) -> None:
        """Find an action by its name; once more, and it is closed."""
        from kampanye_tui.tui.screens.palette import Palette

        if isinstance(self.screen, Palette):
            self.pop_screen()
        else:
            self.push_screen(Palette(self.screen))

    def do_back(self) -> None:
        """Leave this screen, by its own ``leave`` where it has something to put away first."""
        getattr(self.screen, "leave", self.screen.dismiss)()

    def why_off(self, action_id: str) -> str:
        """Say that there is nothing behind the first screen."""
        if action_id == "kembali" and len(self.screen_stack) <= 2:
            leaving = keys_of(action("keluar"), self.own_keys)[0]
            return f"Ini layar pertama; {key_name(leaving)} keluar dari program."
        return ""

    def do_tell_way_out(self) -> None:
        """Say how to leave, to those who press what ends other programs."""
        from kampanye_tui.store.draft import StandingKind

        leave = keys_of(action("keluar"), self.own_keys)
        standings = [draft.standing for draft in self.drafts]
        waiting = (StandingKind.UNSAVED, StandingKind.TYPING)
        unsaved = [one.words for one in standings if one.kind in waiting]
        told = "; ".join(unsaved) or "semua sudah tersimpan"
        self.tell(f"Untuk keluar, tekan {' atau '.join(map(key_name, leave))}; {told}.")

    def do_leave(self) -> None:
        """Leave the program, after a question where something would be lost."""
        from kampanye_tui.tui.leaving import leave_program

        leave_program(self)

    def _handle_exception(self, error: Exception) -> None:
        """Save, write down what happened, and leave with a sentence instead of a traceback."""
        from kampanye_tui.tui.crash import record

        drafts = tuple(self.drafts)
        for draft in drafts:
            draft.flush()
        if os.environ.get("KAMPANYE_JEJAK") or self.is_headless:
            super()._handle_exception(error)
            return
        self.crash = record(error, drafts)
        self._return_code = 2
        self._close_messages_no_wait()
