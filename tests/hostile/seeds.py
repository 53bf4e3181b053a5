"""Whole files of every kind, as the program writes or takes them: what mutations begin with."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import msgspec
from PIL import Image

from kampanye_tui.agreement.chain import beginning, line_of
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.agreement.response_table import response_table
from kampanye_tui.attached_sources import as_attached
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.batch import Done, Output
from kampanye_tui.model.event import Answer, Closed, Correction, Outcome, Responded, Signed
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.model.writing import write
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.library import open_library
from kampanye_tui.plugin.unpacking import packed
from kampanye_tui.store.bundle import bundled
from kampanye_tui.store.index import FORMAT, Counts, Entry
from kampanye_tui.store.journal import Typing, journal_file
from kampanye_tui.store.lease import Tenant
from tests.conftest import ROOT
from tests.unit.formats.papers import document, paragraph, pdf

ID = "2023-kampanye-damai"
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)
NATIONAL = ROOT / "src" / "kampanye_tui" / "national"
PACKS = ROOT / "plugins"


@cache
def agreement() -> Agreement:
    """Return the agreement of the sample office."""
    configuration = read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")
    place = (configuration.packs, ROOT, configuration.office.region, configuration.election.id)
    library = open_library(*place, configuration.occasion.day, "sample_config.toml")
    clauses = library.clause_set(configuration.clauses.clause_set)
    return compose(configuration, library.reference, clauses, library.host.packs())


def _first(folder: Path, of: str) -> bytes:
    """Return the first file of a kind that a pack has."""
    return min((folder / of).iterdir()).read_bytes()


def _bundle(folder: str) -> bytes:
    """Return an agreement and its ledger in a zip file with a list of both."""
    held = {f"{folder}naskah.toml": write(agreement()), f"{folder}buku.jsonl": ledger()}
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\r\n" for name, data in held.items())
    return bundled((held | {"DAFTAR-SHA256.txt": listed.encode()}).items())


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Return whole files for an entrance."""
    return _MADE[name]()


def ledger() -> bytes:
    """Return a ledger of several kinds of events."""
    said = {"occurred": THEN, "recorded": THEN, "operator": "operator1"}
    events = (
        Responded(number=1, party="pkb", clause="a", clause_digest="c" * 64, answer=Answer.AGREED, **said),
        Signed(
            number=2,
            party="pkb",
            place=1,
            name="Sítí",
            office="Ketua",
            revision=1,
            outcome=Outcome.SIGNED,
            **said,
        ),
        Closed(number=3, revision=1, **said),
        Correction(number=4, of=2, reason="keliru", **said),
    )
    return _chained(events, ID)


def _chained(entries: tuple[msgspec.Struct, ...], owner: str) -> bytes:
    lines, head = [], beginning(owner)
    for entry in entries:
        line, head = line_of(entry, head)
        lines.append(line)
    return b"".join(lines)


def _index() -> bytes:
    entry = Entry(id=ID, stamp=(1, 2, 3), day=date(2023, 11, 28), packs=("nasional 1.0",), findings=Counts())
    return msgspec.json.encode({"format": FORMAT, "naskah": [entry]})


def _manifest() -> bytes:
    made = Output(name="naskah.pdf", pages=3, size=9, sha256="a" * 64)
    return msgspec.json.encode(Done(configuration="a/kampanye.toml", folder="a", files=(made,))) + b"\n"


def carrying() -> bytes:
    """Return a PDF with the text of the sample attached."""
    attached = as_attached(write(agreement()), b"format = 1\n")
    return pdf(document(paragraph("Peserta Pemilu tertib.")), attach=lambda _pages: attached)


def _picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG")
    return stream.getvalue()


def _font() -> bytes:
    import font_source_serif_pro

    return next(Path(font_source_serif_pro.__file__).parent.rglob("*Regular*.ttf")).read_bytes()


_MADE = {
    "kampanye.toml": lambda: ((ROOT / "sample_config.toml").read_bytes(),),
    "naskah.toml": lambda: (write(agreement()),),
    "pengaturan.toml": lambda: (
        b'format = 1\ntema = "terang"\nhemat = true\n\n[tombol]\nsimpan = "ctrl+s"\n',
    ),
    "paket.toml": lambda: (
        b'format = 1\nnonaktif = ["bali"]\n\n[[setuju]]\nid = "uji"\nversi = "1"\nsha256 = "'
        + b"a" * 64
        + b'"\n',
    ),
    "jurnal": lambda: (journal_file([Typing(place="klausul/a", fields={"bunyi": "x"}, stamp="s", at=THEN)]),),
    "cetak.toml": lambda: ((Path(__file__).parent / "cetak.toml").read_bytes(),),
    "buku.jsonl": lambda: (ledger(),),
    "buku.jsonl dirantai": lambda: (ledger(),),
    "register": lambda: (ledger(),),
    ".indeks": lambda: (_index(),),
    ".sewa": lambda: (
        msgspec.json.encode(Tenant(operator="a", host="b", pid=1, since=THEN, heartbeat=THEN)),
    ),
    "manifes.jsonl": lambda: (_manifest(),),
    "wilayah.csv": lambda: ((NATIONAL / "data" / "wilayah.csv").read_bytes()[:1500],),
    "kantor.csv": lambda: ("kode;nama;ketua;polres\n36.74;KPU;Sítí;Polres\n".encode("cp1252"),),
    "pihak.csv": lambda: (table_of(agreement()),),
    "tanggapan.csv": lambda: (response_table(agreement(), {})[:3000],),
    "lembar-kendali.csv": lambda: ("\ufeffpihak;ke;hasil;pukul\r\npkb;1;hadir;09.15\r\n".encode(),),
    "penyerahan.csv": lambda: (b"bentuk;nomor;diserahkan\r\nsalinan;1;28-11-2023\r\n",),
    "templat.md": lambda: tuple(one.read_bytes() for one in (NATIONAL / "templat").iterdir()),
    "paket.zip": lambda: (packed(read_folder(ROOT / "plugins" / "bali", "bali")),),
    "cadangan.zip": lambda: (_bundle(f"naskah/{ID}/"),),
    "kiriman.zip": lambda: (_bundle(""),),
    "isi klausul": lambda: (_first(NATIONAL, "klausul"),),
    "isi penyesuaian": lambda: (_first(PACKS / "jawa-tengah", "penyesuaian"),),
    "isi aturan": lambda: (_first(PACKS / "papua", "aturan"),),
    "isi istilah": lambda: (b'format = 1\n\n[[istilah]]\nnama = "kata_uji"\nnilai = "uji"\n',),
    "isi dasar hukum": lambda: ((NATIONAL / "data" / "dasar-hukum.csv").read_bytes(),),
    "plugin.toml": lambda: ((PACKS / "bali" / "plugin.toml").read_bytes(),),
    "lampiran.pdf": lambda: (carrying(),),
    "halaman.pdf": lambda: (carrying(),),
    "logo.png": lambda: (_picture(),),
    "huruf.ttf": lambda: (_font(),),
}
