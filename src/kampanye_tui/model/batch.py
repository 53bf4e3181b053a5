"""What becomes of each office of a batch, as its manifest keeps it."""

from __future__ import annotations

from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.value import Value, key


class Output(Value, frozen=True, kw_only=True):
    """A file of an office: its name in the folder of the office, its pages where it has pages, its bytes."""

    name: str = key("berkas")
    pages: int | None = key("halaman")
    size: int = key("ukuran")
    sha256: str = key("sha256")


class Done(Value, frozen=True, kw_only=True):
    """What became of an office: its files, or the problems that kept it from having any.

    ``required`` counts the findings that must be mended before the text can be made final; ``asked`` stands
    for what was asked for, and for all that it was made from.
    """

    configuration: str = key("konfigurasi")
    folder: str = key("folder", default="")
    region: str = key("wilayah", default="")
    office: str = key("kantor", default="")
    agreement: str = key("naskah", default="")
    files: tuple[Output, ...] = key("berkas_jadi", default=())
    required: int = key("wajib", default=0)
    packs: tuple[PackUse, ...] = key("paket", default=())
    asked: str = key("permintaan", default="")
    problems: tuple[str, ...] = key("masalah", default=())
