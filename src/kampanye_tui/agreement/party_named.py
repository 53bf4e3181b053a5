"""Which pihak people mean who write an id, a ballot number or a name. Pihak and a text come in, one goes out.

Why a name leads nowhere depends on what it was wanted for, and is told there; one of two is refused here.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import refuse


def party_named(parties: Iterable[Party], name: str) -> Party | None:
    """Return the pihak of that id or ballot number, else of that short or full name; None for nobody.

    Raises :class:`Refused` where several are called so.
    """
    listed = tuple(parties)
    wanted = name.casefold()
    if not wanted:
        return None
    for found in (
        [one for one in listed if name in (one.id, str(one.ballot_number or ""))],
        [one for one in listed if wanted in (one.short.casefold(), one.name.casefold())],
    ):
        if len(found) > 1:
            ids = ", ".join(one.id for one in found)
            raise refuse(f'"{name}" dapat berarti {len(found)} pihak', f"Sebutkan id-nya: {ids}")
        if found:
            return found[0]
    return None
