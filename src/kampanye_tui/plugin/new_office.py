"""What packs give before there is a configuration: regions, elections, and whom a new office would invite.

Folders of packs and a configuration in the making come in; choices and the finished configuration go out. It
writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.layers import lay
from kampanye_tui.model.election import Election
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.region import Region
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library, open_library
from kampanye_tui.store.new_configuration import invited
from kampanye_tui.store.own_packs import own_choice
from kampanye_tui.store.settings import data_home


def known_regions() -> tuple[Region, ...]:
    """Return the regions of the national pack; which other packs apply follows from the region."""
    given = Host("", (), ()).collect("kampanye_regions")
    return lay(given, lambda region: region.code, "wilayah")[0]


def known_elections(folders: Iterable[Path]) -> tuple[Election, ...]:
    """Return the elections of the national pack and of those in ``folders`` that are for the whole nation."""
    given = Host("", list(folders), ()).collect("kampanye_elections")
    return lay(given, lambda election: election.id, "pemilihan")[0]


def library_of(configuration: Configuration, path: Path) -> Library:
    """Return the library for a configuration that will be written to ``path``; raises :class:`Refused`."""
    return open_library(
        configuration.packs,
        path.parent,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        path.name,
        own_choice(configuration.packs, data_home()),
    )


def with_invited(configuration: Configuration, library: Library, path: Path) -> Configuration:
    """Return the configuration with those whom an office there would invite.

    An agreement has been made of it, so it can be used as it is; raises :class:`Refused` otherwise.
    """
    complete = msgspec.structs.replace(configuration, parties=invited(library.reference))
    clause_set = library.clause_set(complete.clauses.clause_set)
    compose(complete, library.reference, clause_set, library.host.packs(), path.name)
    return complete
