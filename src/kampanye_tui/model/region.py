"""A region of the state, by its Kemendagri code (Kepmendagri 300.2.2-2430/2025)."""

from __future__ import annotations

from enum import StrEnum

from kampanye_tui.model.text import Line, RegionCode
from kampanye_tui.model.value import Value, key


class RegionKind(StrEnum):
    """What a region is in law."""

    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"
    ADMINISTRATIVE_REGENCY = "kabupaten-administrasi"
    ADMINISTRATIVE_CITY = "kota-administrasi"


class Zone(StrEnum):
    """The three zones of Indonesian time."""

    WEST = "WIB"
    CENTRAL = "WITA"
    EAST = "WIT"


class Region(Value, frozen=True, kw_only=True):
    """A province (``36``), kabupaten or kota (``36.74``)."""

    code: RegionCode = key("kode")
    name: Line = key("nama")
    kind: RegionKind = key("jenis")
    province: Line = key("provinsi")
    zone: Zone = key("zona")
    aliases: tuple[Line, ...] = key("nama_lain", default=())

    @property
    def designation(self) -> str:
        """The name as it follows "KPU": ``Provinsi Banten``, ``Kota Tangerang Selatan``."""
        if self.kind is RegionKind.PROVINCE and not self.name.startswith("Daerah "):
            return f"Provinsi {self.name}"
        return self.name

    @property
    def place(self) -> str:
        """The bare name, as in "di Tangerang Selatan"."""
        for prefix in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "):
            if self.name.startswith(prefix):
                return self.name.removeprefix(prefix)
        return self.name


def chain(code: str) -> tuple[str, ...]:
    """Return the codes from the nation down: ``36.74`` → ``("", "36", "36.74")``."""
    parts = code.split(".") if code else []
    return ("", *(".".join(parts[: n + 1]) for n in range(len(parts))))
