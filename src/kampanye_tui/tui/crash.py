"""What becomes of an unexpected error: a file that tells where it came from, a sentence for the operator."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kampanye_tui.store.draft import Draft


def record(error: BaseException, drafts: Iterable[Draft]) -> str:
    """Write an error down, without the values of variables: they hold names. Return what to tell.

    ``drafts`` are those that were open; what of them is not saved is told.
    """
    from kampanye_tui.model.text import printable

    return "\n".join(map(printable, _told(error, drafts)))


def _told(error: BaseException, drafts: Iterable[Draft]) -> Iterator[str]:
    from kampanye_tui.model.messages import system_error
    from kampanye_tui.store.log import PROGRAM, append
    from kampanye_tui.store.settings import data_home

    unsaved = list(_unsaved(drafts))
    kept = "" if unsaved else "; naskah Anda sudah disimpan"
    yield f"Program berhenti karena kesalahan yang tidak terduga{kept}."
    yield from unsaved
    path = data_home() / PROGRAM
    text = "".join(traceback.format_exception(error))
    try:
        append(path, f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
    except OSError as unwritten:
        yield f"Catatannya tidak dapat ditulis: {path} {system_error(unwritten)}."
        yield "Buka lagi dengan: kampanye"
        return
    yield "Buka lagi dengan: kampanye"
    yield f"Bila melapor, sertakan catatannya: {path}"


def _unsaved(drafts: Iterable[Draft]) -> Iterator[str]:
    """Yield a sentence for each agreement whose last change the disk still refuses."""
    from kampanye_tui.store.draft import StandingKind

    for draft in drafts:
        standing = draft.standing
        if standing.kind is StandingKind.UNSAVED:
            # Behind the semicolon stands what a program that goes on would do.
            yield f"Perubahan terakhir pada naskah {draft.agreement.id} {standing.words.split(';')[0]}."
