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
from kampanye_tui.model.office import Configuration, PackChoice
from kampanye_tui.model.own_packs import OwnChoice
from kampanye_tui.model.region import Region
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library, open_library
from kampanye_tui.store.cache import cache_home
from kampanye_tui.store.new_configuration import invited
from kampanye_tui.store.own_packs import users_choice


def known_regions() -> tuple[Region, ...]:
    """Return the regions of the national pack; which other packs apply follows from the region."""
    given = Host("", (), (), own=OwnChoice(cache=cache_home())).collect("kampanye_regions")
    return lay(given, lambda region: region.code, "wilayah")[0]


def known_elections(folders: Iterable[Path], without: Iterable[str] = ()) -> tuple[Election, ...]:
    """Return the elections of the national pack and of those in ``folders`` that are for the whole nation.

    ``without`` are ids of packs that are left out this once.
    """
    own = users_choice(PackChoice(), without)
    given = Host("", list(folders), (), own=own).collect("kampanye_elections")
    return lay(given, lambda election: election.id, "pemilihan")[0]


def library_of(configuration: Configuration, path: Path, without: Iterable[str] = ()) -> Library:
    """Return the library for a configuration that will be written to ``path``; raises :class:`Refused`.

    ``without`` are ids of packs that are left out this once.
    """
    return open_library(
        configuration.packs,
        path.parent,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        path.name,
        users_choice(configuration.packs, without),
    )


def with_invited(configuration: Configuration, library: Library, path: Path) -> Configuration:
    """Return the configuration with those whom an office there would invite.

    An agreement has been made of it, so it can be used as it is; raises :class:`Refused` otherwise.
    """
    complete = msgspec.structs.replace(configuration, parties=invited(library.reference))
    clause_set = library.clause_set(complete.clauses.clause_set)
    compose(complete, library.reference, clause_set, library.host.packs(), path.name)
    return complete
