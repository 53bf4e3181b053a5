"""Which pihak people mean who write an id, a ballot number or a name. Pihak and a text come in, one goes out.

It refuses nobody: why a name leads nowhere depends on what it was wanted for.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.model.party import Party


def party_named(parties: Iterable[Party], name: str) -> Party | None:
    """Return the pihak of that id or ballot number, else of that short or full name; None for nobody."""
    listed = tuple(parties)
    for party in listed:
        if name == party.id or (party.ballot_number is not None and name == str(party.ballot_number)):
            return party
    wanted = name.casefold()
    for party in listed:
        if wanted and wanted in (party.short.casefold(), party.name.casefold()):
            return party
    return None
