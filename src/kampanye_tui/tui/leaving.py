"""Leaving what may not be saved yet: it is tried once more, and asked about where the disk still refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kampanye_tui.tui.question import Question, answers

if TYPE_CHECKING:
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.tui.app import Kampanye


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
    app.push_screen(
        Question("Perubahan terakhir belum tersimpan", told), lambda yes: leave() if yes else None
    )
