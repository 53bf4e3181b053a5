"""Every function that takes bytes of others in, each as one call from bytes to nothing.

An entrance returns, or raises Refused; whatever else it does is a finding. Bytes are data here: where a
reader wants a file, it gets one in a folder of its own.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from kampanye_tui.agreement.chain import beginning, read_book
from kampanye_tui.agreement.filled_sheet import read_filled_rows
from kampanye_tui.agreement.number_register import read_register
from kampanye_tui.agreement.party_table import read_table_of
from kampanye_tui.agreement.receipt_table import ReceiptRow
from kampanye_tui.agreement.response_table import ResponseRow
from kampanye_tui.agreement.signing_table import SigningRow
from kampanye_tui.attached_sources import read_record
from kampanye_tui.document.template_body import take_apart
from kampanye_tui.document.template_check import check_template
from kampanye_tui.document.template_file import read_template
from kampanye_tui.formats.pdf.attachments import attachments
from kampanye_tui.formats.pdf.reading import page_texts
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.own_packs import OwnPacks
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.model.region import Region
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.text import hidden
from kampanye_tui.plugin.data_files import read_contents
from kampanye_tui.plugin.folder import pack_of
from kampanye_tui.plugin.province_offices import OfficeRow
from kampanye_tui.plugin.unpacking import unpacked
from kampanye_tui.store.arrivals import Arrival, arrivals, content_of
from kampanye_tui.store.backup_check import check_backup
from kampanye_tui.store.batch_manifest import is_complete, read_manifest
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.index import INDEX, read_index
from kampanye_tui.store.journal import recover
from kampanye_tui.store.lease import FILE as LEASE
from kampanye_tui.store.lease import Holder
from kampanye_tui.store.lease import _tenant as tenant_of
from kampanye_tui.store.pictures import read_picture
from kampanye_tui.store.settings import FILE as SETTINGS
from kampanye_tui.store.settings import read_settings
from kampanye_tui.typeset.font_file import characters, fault, tables

Entrance = Callable[[bytes], object]
MANIFEST_HEAD = """\
format = 1

[plugin]
id = "uji"
nama = "Uji"
versi = "1"
api = 1
jenis = "data"
wilayah = ""
"""
NOW = datetime(2023, 11, 28, 9, tzinfo=UTC)


def _in_folder(name: str, use: Callable[[Path], object]) -> Entrance:
    """Return an entrance that finds its bytes under a name in a folder, which ``use`` is given."""

    def enter(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / name).write_bytes(data)
            return use(Path(folder))

    return enter


def _arrivals(folder: Path) -> None:
    """Read what came as ``rekap`` does, which puts what the system says into words."""
    for one in arrivals(folder):
        if isinstance(one, Arrival):
            with suppress(OSError):
                content_of(one)


def _template(data: bytes) -> object:
    template = read_template(data, "uji.md")
    check_template(template)
    return take_apart(template)


def _pack(data: bytes) -> object:
    pack_id, files = unpacked(data, "uji.zip")
    return read_contents(pack_of(Path(pack_id), files, pack_id))


def _contents(kind: str, suffix: str) -> Entrance:
    """Return an entrance that takes its bytes as a file of a pack, named in ``[isi]`` by this key."""
    told = f'{MANIFEST_HEAD}\n[isi]\n{kind} = ["berkas.{suffix}"]\n'.encode()

    def enter(data: bytes) -> object:
        return read_contents(pack_of(Path("uji"), {"plugin.toml": told, f"berkas.{suffix}": data}, "uji"))

    return enter


def _font(data: bytes) -> object:
    return fault(data) or (tables(data), characters(data))


def _chained(data: bytes) -> object:
    """Read lines as a ledger whose hashes are true, whatever they say: anybody can compute hashes."""
    head, lines = beginning("nota"), []
    for line in data.splitlines():
        body = line.partition(b',"sebelum":')[0].removesuffix(b"}")
        chained = body + b',"sebelum":"' + head.encode() + b'"'
        head = hashlib.sha256(chained + b"}").hexdigest()
        lines.append(chained + b',"hash":"' + head.encode() + b'"}\n')
    return read_book(b"".join(lines), "nota")


def _lease(folder: Path) -> str:
    return Holder(tenant_of(folder), NOW).words


def _manifest(folder: Path) -> list[bool]:
    return [is_complete(done, folder) for done in read_manifest(folder / "manifes.jsonl")]


PARSERS: Mapping[str, Entrance] = {
    "kampanye.toml": _in_folder("kampanye.toml", lambda at: open_configuration(str(at / "kampanye.toml"))),
    "naskah.toml": lambda data: read(Agreement, data, "naskah.toml"),
    "pengaturan.toml": _in_folder(SETTINGS, read_settings),
    "paket.toml": lambda data: read(OwnPacks, data, "paket.toml"),
    "jurnal": _in_folder("jurnal.toml", lambda at: recover(at / "jurnal.toml")),
    "cetak.toml": read_record,
    "buku.jsonl": lambda data: read_book(data, "2023-kampanye-damai"),
    "buku.jsonl dirantai": _chained,
    "register": lambda data: read_register(data, 2023, "register/2023.jsonl"),
    ".indeks": _in_folder(INDEX, read_index),
    ".sewa": _in_folder(LEASE, _lease),
    "manifes.jsonl": _in_folder("manifes.jsonl", _manifest),
    "wilayah.csv": lambda data: read_rows(Region, data, "wilayah.csv"),
    "kantor.csv": lambda data: read_rows(OfficeRow, data, "kantor.csv", others="lembaga"),
    "pihak.csv": lambda data: read_table_of(data, "pihak.csv"),
    "tanggapan.csv": lambda data: read_filled_rows(ResponseRow, data, "tanggapan.csv"),
    "lembar-kendali.csv": lambda data: read_filled_rows(SigningRow, data, "lembar-kendali.csv"),
    "penyerahan.csv": lambda data: read_filled_rows(ReceiptRow, data, "penyerahan.csv"),
    "templat.md": _template,
    "paket.zip": _pack,
    "cadangan.zip": lambda data: check_backup(BytesIO(data), "cadangan.zip"),
    "kiriman.zip": _in_folder("kiriman.zip", _arrivals),
    "isi klausul": _contents("klausul", "toml"),
    "isi penyesuaian": _contents("penyesuaian", "toml"),
    "isi aturan": _contents("aturan", "toml"),
    "isi istilah": _contents("istilah", "toml"),
    "isi dasar hukum": _contents("dasar_hukum", "csv"),
    "plugin.toml": lambda data: pack_of(Path("bali"), {"plugin.toml": data}, "bali"),
    "lampiran.pdf": lambda data: attachments(data, ("naskah.toml", "cetak.toml")),
    "halaman.pdf": page_texts,
    "logo.png": _in_folder("logo.png", lambda at: read_picture(at / "logo.png", "logo")),
    "huruf.ttf": _font,
}


def _kind(name: str) -> str:
    return {
        ".indeks": "jsonl",
        ".sewa": "jsonl",
        "buku.jsonl dirantai": "jsonl",
        "register": "jsonl",
        "jurnal": "toml",
        "isi dasar hukum": "csv",
    }.get(name, "toml" if name.startswith("isi ") else name.rpartition(".")[2])


KINDS: Mapping[str, str] = {name: _kind(name) for name in PARSERS}
"""The kind of file that each takes."""


def steers(shown: str) -> str:
    """Return the characters of what a terminal is given that would steer it, hide or turn text."""
    return "".join(one for one in shown if one != "\n" and hidden(one))


def outcome(name: str, data: bytes) -> str:
    """Give an entrance a file; return what is wrong with what came of it, empty for nothing."""
    try:
        PARSERS[name](data)
    except Refused as refused:
        told = str(refused)
        return f"tells {told[:80]!r} with {steers(told)!r}" if steers(told) or not told.strip() else ""
    except Exception as error:  # noqa: BLE001 - whatever else it does is what is looked for
        return f"raises {type(error).__name__}: {str(error)[:100]}"
    return ""
