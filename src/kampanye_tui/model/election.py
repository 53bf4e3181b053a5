"""An election with the dates of its stages, and who contests it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.text import Id, Line, RegionCode
from kampanye_tui.model.value import Value, key


class ElectionKind(StrEnum):
    """The two families of elections; each has its own campaign law."""

    GENERAL = "pemilu"
    REGIONAL_HEADS = "pilkada"


class Stage(Value, frozen=True, kw_only=True):
    """A stage of an election, first and last day included."""

    id: Id = key("id")
    name: Line = key("nama")
    start: date = key("mulai")
    end: date = key("selesai")
    evidence: Evidence = key("bukti", default=Evidence.MEMORY)
    source: Line = key("sumber", default="")

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a stage that ends before it starts."""
        if self.end < self.start:
            yield (
                "selesai",
                f"tanggal selesai {self.end} lebih awal daripada tanggal mulai {self.start}",
                "Periksa kedua tanggal",
            )

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


class Election(Value, frozen=True, kw_only=True):
    """An election: ``Pemilihan Umum Tahun 2024``, for short ``Pemilu 2024``."""

    id: Id = key("id")
    kind: ElectionKind = key("jenis")
    name: Line = key("nama")
    short: Line = key("singkat")
    year: int = key("tahun")
    stages: tuple[Stage, ...] = key("tahapan", default=())

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage of that id, or None when its dates are not known."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)


class Contestant(Value, frozen=True, kw_only=True):
    """A party, local party, pair or candidate on the ballot (``peserta pemilu``).

    ``region`` is the code of the region it contests in; empty is everywhere.
    """

    id: Id = key("id")
    election: Id = key("pemilu")
    number: int = key("nomor_urut")
    name: Line = key("nama")
    short: Line = key("singkatan", default="")
    region: RegionCode = key("wilayah", default="")
    aliases: tuple[Line, ...] = key("nama_lain", default=())
    decision: Line = key("keputusan", default="")
    evidence: Evidence = key("bukti", default=Evidence.MEMORY)
    source: Line = key("sumber", default="")
