"""Leaving what may not be saved yet: it is tried once more, and asked about where the disk still refuses.

What stands in a form and is kept nowhere else is asked about before it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from kampanye_tui.tui.question import Question, answers

if TYPE_CHECKING:
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.tui.app import Kampanye


class Leaving(Question):
    """Asks before something is lost. The key that led to it leads to no second one."""


def leave_program(app: Kampanye) -> None:
    """Leave the program, after a question where typing or a change would be lost."""
    from kampanye_tui.tui.form import Form

    if isinstance(app.screen, Leaving):
        return

    def leave() -> None:
        leave_saved(app, app.drafts, lambda: app.exit(0))

    forms = [screen for screen in app.screen_stack if isinstance(screen, Form)]
    typed = [label for form in forms if not form.kept_at_the_end for label in form.typed_into]
    if typed:
        ask_to_drop(app, typed, leave)
    else:
        leave()


def ask_to_drop(app: Kampanye, typed: Sequence[str], then: Callable[[], None]) -> None:
    """Ask whether what was typed into these fields may be dropped, and do ``then`` where it may."""
    told = (
        (f"Belum disimpan: {', '.join(typed)}.", ""),
        ("", ""),
        (answers("membuangnya", "melanjutkan mengisi", app.own_keys), "bold"),
    )
    app.push_screen(Leaving("Buang isian yang belum disimpan?", told), lambda yes: then() if yes else None)


def leave_saved(app: Kampanye, drafts: Iterable[Draft], leave: Callable[[], None]) -> None:
    """Leave at once where everything is saved; else ask whether the last change may be lost."""
    held = tuple(drafts)
    unsaved = [draft for draft in held if not draft.retry()]
    for draft in held:
        if draft.notice:
            # Such as that somebody else saved first, and where ours is kept: to be read before leaving.
            app.tell(draft.notice.split("\n")[0])
            draft.notice = ""
            return
    if not unsaved:
        leave()
        return
    told = [
        *((f"{draft.agreement.topic} · {draft.standing.words}.", "") for draft in unsaved),
        ("", ""),
        ("Bila Anda keluar sekarang, perubahan yang belum tersimpan hilang.", ""),
        (
            "Bila tidak, penyimpanan terus dicoba; beri ruang di diska, atau hubungi pengelola komputer.",
            "",
        ),
        (answers("keluar tanpa menyimpan", "tetap di sini", app.own_keys), "bold"),
    ]
    app.push_screen(Leaving("Perubahan terakhir belum tersimpan", told), lambda yes: leave() if yes else None)
