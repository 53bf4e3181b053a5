"""From the command line to the first screen: what the terminal can do, what Textual must find when it is
read, and the thread that saves when the line goes dead."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from kampanye_tui.model.problem import Refused, refuse

if TYPE_CHECKING:
    from kampanye_tui.recap import Asked
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.settings import Settings


def start(
    located: Located | None,
    operator: str,
    agreement_id: str = "",
    without: tuple[str, ...] = (),
    recap: Asked | None = None,
) -> int:
    """Open the terminal program, on an agreement or a recap if one is named, and return its exit code.

    ``located`` is None where nothing is configured yet, ``without`` are packs that are left out this once.
    Raises :class:`Refused` for a terminal that cannot show it, and for an agreement that there is not.
    """
    from kampanye_tui.store.lease import ENDING
    from kampanye_tui.store.own_packs import LOGS
    from kampanye_tui.store.settings import Settings, data_home, read_settings
    from kampanye_tui.store.workspace import load

    _check_terminal()
    if located is not None and agreement_id:
        load(located.workspace, agreement_id)
    trouble = None
    try:
        settings = read_settings(data_home())
    except Refused as refused:
        # Colours and keys are no reason to keep somebody from work; the first screen says what is wrong.
        settings, trouble = Settings(), refused
    _prepare(settings)
    # Before any thread starts: threads inherit it, and one of ours waits for these signals.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        from kampanye_tui.tui.app import Kampanye
        from kampanye_tui.tui.hangup import watch
        from kampanye_tui.tui.output_aside import output_aside

        app = Kampanye(
            located,
            settings,
            operator=operator,
            agreement_id=agreement_id,
            without=without,
            trouble=trouble,
            recap=recap,
        )
        watch(app, ENDING)
        with output_aside(data_home() / LOGS / "layar.log"):
            ended = app.run(mouse=settings.mouse)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    if app.crash:
        print(app.crash, file=sys.stderr)
        return 2
    return ended if isinstance(ended, int) else 0


def _check_terminal() -> None:
    """Refuse where there is no terminal, or one that cannot show Indonesian names."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise refuse(
            "program layar memerlukan terminal",
            "Tanpa terminal, pakai perintahnya: kampanye susun --baris, kampanye periksa, kampanye ekspor",
        )
    encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else ""
    if encoding.lower().replace("-", "") != "utf8":
        raise refuse(
            f"terminal ini memakai penyandian {encoding}, bukan UTF-8",
            "Setel dahulu: export LANG=C.UTF-8",
        )
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise refuse(
            "jenis terminal (TERM) tidak dikenal",
            "Setel dahulu: export TERM=xterm-256color, atau pakai: kampanye susun --baris",
        )


def _prepare(settings: Settings) -> None:
    """Set what Textual reads once, when it is imported."""
    quiet = {
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_SMOOTH_SCROLL": "0",
        # A link that is lost leaves the terminal as it is; these modes would make it print garbage.
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
    }
    if settings.theme.value == "16-warna" or settings.lean:
        quiet["TEXTUAL_COLOR_SYSTEM"] = "standard"
    for name, value in quiet.items():
        os.environ.setdefault(name, value)
