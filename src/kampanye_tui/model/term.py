"""Words that differ by region, kind of region, kind of election, or day: KPU → KIP, DKI → DKJ."""

from __future__ import annotations

from datetime import date

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.region import RegionKind
from kampanye_tui.model.text import Line, Placeholder
from kampanye_tui.model.value import Value, key


class Term(Value, frozen=True, kw_only=True):
    """One word for one placeholder; it may hold placeholders of the region.

    An empty ``region_kinds`` or ``elections`` means all; an absent day means without bound; ``until`` is the
    last day. The text may also hold terms that stand before it.
    """

    name: Placeholder = key("nama")
    text: Line = key("nilai")
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    since: date | None = key("sejak", default=None)
    until: date | None = key("sampai", default=None)
