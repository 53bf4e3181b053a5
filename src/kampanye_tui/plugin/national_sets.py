"""The clause sets of the national pack as it gives them, before any other pack changes them."""

from __future__ import annotations

from collections.abc import Mapping

from kampanye_tui.agreement.clause_sets import OfferedSet, offered_sets
from kampanye_tui.model.own_packs import OwnChoice
from kampanye_tui.plugin.host import Host
from kampanye_tui.store.cache import cache_home


def national_sets() -> tuple[str, Mapping[str, OfferedSet]]:
    """Return the fingerprint of the national pack, and its sets by address."""
    host = Host("", (), (), own=OwnChoice(cache=cache_home()))
    (pack,) = host.packs()
    sets, _conflicts = offered_sets(host.collect("kampanye_clause_sets"), ())
    return pack.fingerprint, sets
