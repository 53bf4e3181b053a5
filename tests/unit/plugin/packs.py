"""Packs for tests: folders written from strings, the acceptance of one, and a host over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from kampanye_tui.model.office import Acceptance, PackChoice
from kampanye_tui.model.pack import PackStatus
from kampanye_tui.plugin.folder import PackFolder, read_folder
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library, open_library

CITY = "36.74"
DAY = date(2023, 11, 28)

TERMS = """
@hookimpl
def kampanye_terms(region):
    return [Term(name="kata_uji", text="uji")]
"""
"""A hook that behaves."""

API = "from kampanye_tui.api import *\n"


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their relative path; text loses the indentation it has in the test."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(content).encode() if isinstance(content, str) else content)
    return folder


def manifest(pack_id: str, *, kind: str = "data", region: str = "", api: int = 1, more: str = "") -> str:
    """Return a ``plugin.toml``; ``more`` is what follows the table [plugin]."""
    head = f"""\
format = 1

[plugin]
id = "{pack_id}"
nama = "Paket {pack_id}"
versi = "1"
api = {api}
jenis = "{kind}"
wilayah = "{region}"
"""
    return head + dedent(more)


def data_pack(
    root: Path,
    pack_id: str,
    contents: Mapping[str, str],
    files: Mapping[str, str | bytes],
    *,
    region: str = "",
) -> Path:
    """Write a data pack: ``contents`` is the table [isi], key → pattern."""
    table = "".join(f'{key} = ["{pattern}"]\n' for key, pattern in contents.items())
    told = manifest(pack_id, region=region, more=f"\n[isi]\n{table}")
    return write_files(root / pack_id, {"plugin.toml": told, **files})


def terms_pack(root: Path, pack_id: str, name: str, text: str, *, region: str = "") -> Path:
    """Write a data pack with one term."""
    row = f'format = 1\n\n[[istilah]]\nnama = "{name}"\nnilai = "{text}"\n'
    return data_pack(root, pack_id, {"istilah": "istilah.toml"}, {"istilah.toml": row}, region=region)


def stakeholder_pack(root: Path, pack_id: str = "uji", body: str = "badan-uji") -> Path:
    """Write a data pack with one body that an office invites."""
    row = f"""\
        format = 1

        [[pihak]]
        id = "{body}"
        nama = "Badan Uji"
        peran = "saksi"
        lembaga = "lainnya"
        jabatan = "Ketua"
        """
    return data_pack(root, pack_id, {"pihak": "pihak.toml"}, {"pihak.toml": row})


def election_pack(root: Path, pack_id: str = "uji", election: str = "pemilu-uji") -> Path:
    """Write a data pack with one election."""
    row = f"""\
        format = 1

        [[pemilu]]
        id = "{election}"
        jenis = "pemilu"
        nama = "Pemilihan Umum Uji"
        singkat = "Pemilu Uji"
        tahun = 2030
        """
    return data_pack(root, pack_id, {"pemilu": "pemilu.toml"}, {"pemilu.toml": row})


def python_pack(
    root: Path,
    pack_id: str,
    code: str,
    hooks: Iterable[str] = ("kampanye_terms",),
    *,
    region: str = "",
    files: Mapping[str, str | bytes] | None = None,
) -> Path:
    """Write a Python pack whose module is ``modul.py``, with the types of the contract imported."""
    declared = ", ".join(f'"{hook}"' for hook in hooks)
    table = f'\n[python]\nmodul = "modul"\nhook = [{declared}]\n'
    told = manifest(pack_id, kind="python", region=region, more=table)
    return write_files(root / pack_id, {"plugin.toml": told, "modul.py": API + dedent(code), **(files or {})})


def opened(pack: Path) -> PackFolder:
    """Return the files of a pack, which has the id of its folder."""
    return read_folder(pack, pack.name)


def accept(*packs: Path) -> tuple[Acceptance, ...]:
    """Return what an office writes to accept these packs as they are."""
    return tuple(Acceptance(id=pack.name, fingerprint=opened(pack).fingerprint) for pack in packs)


def host(folder: Path, *accepted: Path, region: str = CITY) -> Host:
    """Return a host over the packs in ``folder``, of which some were accepted."""
    return Host(region, [folder], accept(*accepted))


def library(folder: Path, *accepted: Path, region: str = CITY) -> Library:
    """Return a library over the packs in ``folder``, of which some were accepted."""
    return open_library(
        PackChoice(folders=(str(folder),), accepted=accept(*accepted)),
        folder,
        region,
        "pemilu-2024",
        DAY,
        "kampanye.toml",
    )


def status(of: Host | Library, pack_id: str) -> PackStatus:
    """Return what became of a pack."""
    return (of if isinstance(of, Host) else of.host).statuses[pack_id]


def words(of: Host, pack_id: str) -> list[str]:
    """Return the words that a pack gives to a host."""
    given = of.collect("kampanye_terms", region=None)
    return [term.text for one in given if one.pack.id == pack_id for term in one.items]
