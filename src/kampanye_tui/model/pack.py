"""Packs: their manifest, who they are, and what became of them when they were loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from kampanye_tui.model.text import Id, Line, RegionCode
from kampanye_tui.model.value import Value, key

API: Final = 1
"""The version of the plugin contract that this program offers."""
NATIONAL_ID: Final = "nasional"
"""The pack that is part of the program; no other may have its id."""


_VERSION: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,2}")


def newer(wanted: str, version: str) -> bool:
    """Tell whether ``wanted`` ("1.2") is a later version than ``version``; what is no version is not."""
    return _VERSION.fullmatch(wanted) is not None and _parts(wanted) > _parts(version)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


class PackKind(StrEnum):
    """A pack of data, or one with Python code that must be accepted before it runs."""

    DATA = "data"
    PYTHON = "python"

    @property
    def words(self) -> str:
        """What it is for whoever decides about it."""
        return {"data": "data saja, tanpa kode", "python": "berisi kode Python"}[self.value]


class Plugin(Value, frozen=True, kw_only=True):
    """The table ``[plugin]``: who the pack is and where it applies."""

    id: Id = key("id")
    name: Line = key("nama")
    version: Line = key("versi")
    api: int = key("api")
    kind: PackKind = key("jenis")
    region: RegionCode | tuple[RegionCode, ...] = key("wilayah")
    """Where it applies: one code, or several of one level."""
    oldest: Line = key("minimal", default="")
    """The oldest version of the program that knows everything in the pack."""

    @property
    def regions(self) -> tuple[str, ...]:
        """The codes where it applies; the nation is the empty one."""
        return (self.region,) if isinstance(self.region, str) else self.region

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a contract that this program does not offer."""
        if self.api != API:
            what = f"paket memerlukan API versi {self.api}; program ini menyediakan API versi {API}"
            yield "api", what, "Perbarui program ini" if self.api > API else "Perbarui paket ini"
        if not self.regions or len({code.count(".") for code in self.regions if code}) > 1:
            hint = "Sebutkan provinsi saja, atau kabupaten/kota saja"
            yield "wilayah", "kode wilayah harus dari satu tingkat", hint
        if len(self.regions) > 1 and "" in self.regions:
            yield "wilayah", "paket nasional tidak menyebut wilayah lain", 'Tuliskan wilayah = ""'
        if self.oldest and not _VERSION.fullmatch(self.oldest):
            yield "minimal", "bukan nomor versi", 'Tuliskan angka dan titik, misalnya "1.2"'


class Maintainer(Value, frozen=True, kw_only=True):
    """The table ``[penanggung_jawab]``: whom to ask about the pack."""

    unit: Line = key("unit")
    contact: Line = key("kontak", default="")


class Contents(Value, frozen=True, kw_only=True):
    """The table ``[isi]``: which files hold what, as patterns relative to the pack's folder."""

    regions: tuple[Line, ...] = key("wilayah", default=())
    elections: tuple[Line, ...] = key("pemilu", default=())
    legal_basis: tuple[Line, ...] = key("dasar_hukum", default=())
    contestants: tuple[Line, ...] = key("peserta", default=())
    stakeholders: tuple[Line, ...] = key("pihak", default=())
    terms: tuple[Line, ...] = key("istilah", default=())
    region_words: tuple[Line, ...] = key("daerah", default=())
    clause_sets: tuple[Line, ...] = key("klausul", default=())
    overlays: tuple[Line, ...] = key("penyesuaian", default=())
    rules: tuple[Line, ...] = key("aturan", default=())
    templates: tuple[Line, ...] = key("templat", default=())
    cases: tuple[Line, ...] = key("uji", default=())


class Code(Value, frozen=True, kw_only=True):
    """The table ``[python]``: the module and the hooks it declares; an undeclared hook is refused."""

    module: Line = key("modul")
    hooks: tuple[Line, ...] = key("hook")


class Manifest(Value, frozen=True, kw_only=True):
    """``plugin.toml``."""

    plugin: Plugin = key("plugin")
    maintainer: Maintainer | None = key("penanggung_jawab", default=None)
    contents: Contents = key("isi", default=Contents())
    code: Code | None = key("python", default=None)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse code in a data pack, and a Python pack without a module."""
        if self.plugin.kind is PackKind.DATA and self.code is not None:
            hint = 'Hapus tabel [python], atau ganti nilai jenis menjadi "python"'
            yield "python", "paket data tidak boleh memuat kode", hint
        if self.plugin.kind is PackKind.PYTHON and self.contents != Contents():
            hint = "Hapus tabel [isi], atau pindahkan isinya ke paket data tersendiri"
            yield "isi", "paket Python memberikan isinya melalui hook", hint
        if self.plugin.kind is PackKind.PYTHON and self.code is None:
            yield "python", "tabel [python] belum ada", 'Tambahkan [python] dengan "modul" dan "hook"'


class PackUse(Value, frozen=True, kw_only=True):
    """A pack that an agreement was drafted with. ``fingerprint`` is the SHA-256 of its files."""

    id: Id = key("id")
    version: Line = key("versi")
    fingerprint: Line = key("sha256")
    region: Line = key("wilayah", default="")

    @property
    def level(self) -> int:
        """0 for the nation, 1 for a province, 2 for a kabupaten or kota."""
        return 0 if not self.region else 1 + self.region.count(".")


class PackState(StrEnum):
    """What became of a pack."""

    ACTIVE = "dipakai"
    ELSEWHERE = "wilayah lain"
    WAITING = "menunggu persetujuan"
    OFF = "nonaktif"
    REFUSED = "tidak dipakai"


class PackStatus(Value, frozen=True, kw_only=True):
    """A pack that was found, and in one sentence why it is used or not."""

    id: Line = key("id")
    state: PackState = key("keadaan")
    name: Line = key("nama", default="")
    version: Line = key("versi", default="")
    kind: PackKind | None = key("jenis", default=None)
    region: Line = key("wilayah", default="")
    fingerprint: Line = key("sha256", default="")
    folder: Line = key("folder", default="")
    adds: tuple[Line, ...] = key("menambah", default=())
    reason: str = key("sebab", default="")
