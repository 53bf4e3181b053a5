"""Every screen of the program, and the keys that lead to it: one table for pages, pictures and the cursor.

A screen that is added to the program is added here; ``test_pages.py`` says so when it is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from shutil import copytree, ignore_patterns
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.agreement.responding import Said, all_responded, to_agree_with
from kampanye_tui.model.event import Answer
from kampanye_tui.store.apart import Diverged
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.ledger import record
from kampanye_tui.store.lending import Lender, lend
from kampanye_tui.store.settings import FILE, data_home
from kampanye_tui.store.workspace import Saved, load, save
from tests.country import country
from tests.damaged import WAYS
from tests.signatories import named
from tests.tui.copies_made import closed, final, going_out
from tests.tui.desk import ID, LARGE, OPERATOR, ROOT, SMALL, Desk

FIRST, SECOND = "asas-bersama", "aman-tertib-damai"
"""The first two clauses of the sample."""
CARET = "▏"
"""Where the cursor is, in :attr:`Scene.cursor`."""


class Shown(NamedTuple):
    """A step of a scene: to wait until the screen shows a text."""

    text: str


class Scene(NamedTuple):
    """What is shown, the keys that lead there, and where the cursor is then.

    ``shows`` is the name of the class of the screen or of its open pane. ``cursor`` is a text that stands
    once on the screen of 80 by 24, with :data:`CARET` in it. ``before`` prepares the office.
    """

    shows: str
    steps: tuple[str | Shown, ...]
    cursor: str
    before: Callable[[Desk], object] | None = None
    sizes: tuple[tuple[int, int], ...] = (SMALL, LARGE)


def said(desk: Desk, *wanted: Said) -> None:
    """Record answers as another process does."""
    agreement = load(desk.located.workspace, ID).agreement
    now = moment_of("", agreement, datetime.now(UTC))
    record(
        desk.located.workspace / "naskah" / ID,
        ID,
        lambda book: all_responded(
            agreement, book.events, wanted, occurred=now, recorded=now, operator="operator2"
        ),
    )


def answered(desk: Desk) -> None:
    """Let two pihak agree to everything, one object, one remark; then reword a clause."""
    kept = load(desk.located.workspace, ID)
    said(
        desk,
        *to_agree_with(kept.agreement, (), "1"),
        *to_agree_with(kept.agreement, (), "2"),
        Said(
            "partai-demokrat", "tanpa-politik-uang", Answer.OBJECTION, "Kata “materi lainnya” terlalu luas."
        ),
        Said("partai-nasdem", "tanpa-politik-uang", Answer.REMARK, "Mohon contohnya."),
    )
    save(kept, reword(kept.agreement, "alat-peraga", title="Alat Peraga"))


def without_a_party(desk: Desk) -> None:
    """Save the agreement without one contestant, which a rule finds and can mend."""
    kept = load(desk.located.workspace, ID)
    save(kept, drop_party(kept.agreement, "partai-ummat"))


def _in_the_middle(desk: Desk) -> None:
    """End a session in the middle of typing into a clause."""
    draft = Draft.open(desk.located.workspace, ID, operator=OPERATOR, home=data_home())
    clause = next(one for one in draft.agreement.clauses if one.id == "aman-tertib-damai")
    typed = f"{clause.text.rstrip()} Koordinator lapangan ditunjuk untuk"
    draft.typing(f"klausul:{clause.id}", {"judul": clause.title, "teks": typed})
    draft.close()


def two_versions(kept: Saved) -> None:
    """Save a text over which another one is refused: two clauses are worded by both, one by each alone."""
    ours = reword(kept.agreement, FIRST, title="Asas Kami")
    ours = reword(ours, SECOND, text="Peserta berkampanye dengan damai dan santun.")
    ours = reword(ours, "alat-peraga", title="Alat Peraga")
    theirs = reword(kept.agreement, FIRST, title="Asas Mereka")
    theirs = reword(theirs, SECOND, text="Peserta berkampanye dengan damai dan tertib.")
    theirs = reword(theirs, "tanpa-politik-uang", title="Tanpa Uang")
    save(kept, theirs)
    with suppress(Diverged):
        save(kept, ours)


def _two_versions(desk: Desk) -> None:
    """Leave a version of the agreement that waits to be merged."""
    two_versions(load(desk.located.workspace, ID))


def _with_own_keys(_desk: Desk) -> None:
    """Write keys of the operator's own, one of them of no action, two that clash."""
    data_home().mkdir(parents=True)
    (data_home() / FILE).write_text(
        'format = 1\n[tombol]\n"naskah.urung" = "f9"\n"beranda.baru" = "a"\ntiada = "x"\n'
    )


def _with_signatories(desk: Desk) -> None:
    """Save the agreement with the name of everybody who signs."""
    kept = load(desk.located.workspace, ID)
    save(kept, named(kept.agreement))


def _a_table(desk: Desk) -> None:
    """Put a table of pihak, with a name that the agreement has not, where the program looks for it."""
    agreement = load(desk.located.workspace, ID).agreement
    folder = desk.located.workspace / "naskah" / ID / "keluaran"
    folder.mkdir()
    table = table_of(agreement).decode("utf-8-sig").replace("Taufiq MZ", "Siti Rahma")
    (folder / "pihak.csv").write_text(table)


def _own_packs(desk: Desk) -> None:
    """Give the office packs of its own: those of the tests are read once, wherever that was."""
    (desk.folder / "plugins").unlink()
    for name in ("bali", "kota-tangerang-selatan", "penandatangan-csv"):
        pack = ROOT / "plugins" / name
        copytree(pack, desk.folder / "plugins" / name, ignore=ignore_patterns("__pycache__"))


def other_packs(desk: Desk) -> None:
    """Let the agreement be made of an older version of a pack, which worded a clause otherwise."""
    change = msgspec.structs.replace
    kept = load(desk.located.workspace, ID)
    packs = [
        change(one, version="2025.2", fingerprint="0" * 64) if one.id == "kota-tangerang-selatan" else one
        for one in kept.agreement.packs
    ]
    clauses = [
        change(one, text=f"{one.text} Dahulu.", origin=change(one.origin, fingerprint="0" * 64))
        if one.origin is not None and one.origin.changes
        else one
        for one in kept.agreement.clauses
    ]
    save(kept, change(kept.agreement, packs=tuple(packs), clauses=tuple(clauses)))


def _lent(desk: Desk) -> None:
    """Lend the agreement to a laptop."""
    now = datetime(2023, 11, 28, 0, 30, tzinfo=UTC)
    lend(Lender(desk.located, OPERATOR, now), ID, desk.folder.parent / "laptop-aula")


def _nothing(desk: Desk) -> None:
    """Leave nothing of the office."""
    for path in (desk.folder / "kampanye.toml", desk.folder / "plugins"):
        path.unlink()


SENT = ("11", "11.01", "11.17", "11.71", "12", "12.01", "12.02", "51.03")
"""Codes of the offices that sent something: in Aceh at every stage, in Sumatera Utara one that is broken."""
BROKEN = "12.02"


def sent(desk: Desk) -> None:
    """Put into a folder what offices sent, one of them broken, and a folder with nothing in it."""
    folder = desk.folder / "kiriman"
    country(folder, codes=SENT)
    WAYS["ledger with another word"][0](folder / BROKEN / "naskah" / ID)
    (folder / "bali-lama").mkdir()


def _nothing_sent(desk: Desk) -> None:
    """Make a folder into which nobody has sent anything."""
    (desk.folder / "kiriman").mkdir()


LISTED = (Shown("1 catatan"),)
"""The list of agreements, with their findings counted."""
OPENED = (Shown("▸"), "enter", Shown("Langkah "))
"""The agreement, with packs and rules read."""
EDITED = (*OPENED, "down", "enter", *" Koordinator")
FINAL = (*OPENED, "7", Shown("Tidak ada yang menghalangi"), "f10", Shown("Naskah final"), "7", Shown("MEJA"))
REGION = (Shown("Ketik sebagian"), *"36.74", "enter", Shown("Nama Ketua"))
PAPER = (Shown("CONTOH"),)
RECAP = (
    *(*LISTED, "r", *"kiriman", "f10", Shown("Selesai")),
    *("f", "ctrl+u", *"1-12-2023", "f10", Shown("01-12-2023")),
)
"""A recap as of a day that stays the same."""
RECAP_OFFICE = (*RECAP, "down", "enter", "enter", Shown("PKB"))

SCENES = {
    "beranda": Scene("Home", LISTED, "▏▸"),
    "beranda-cari": Scene("Home", (*LISTED, "/", *"umum"), " umum▏"),
    "beranda-dipinjamkan": Scene("Home", LISTED, "▏▸", _lent),
    "naskah-baru": Scene("Form", (*LISTED, "n"), "kampanye-damai-2▏"),
    "naskah-dari-pdf": Scene("Form", (*LISTED, "b", *"salinan.pdf"), "salinan.pdf▏"),
    "beranda-pinjam": Scene(
        "Form", (*LISTED, "l", *"/media/usb/aula"), "baru               /media/usb/aula▏", sizes=(SMALL,)
    ),
    "beranda-ambil-pinjaman": Scene(
        "Form", (*LISTED, "L", *"/media/usb/aula"), "laptop        /media/usb/aula▏", _lent, (SMALL,)
    ),
    "paket": Scene("Packs", (*LISTED, "p", Shown("dari 4 dipakai"), "down"), "▏▸", _own_packs),
    "paket-rincian": Scene(
        "Reading", (*LISTED, "p", Shown("dari 4 dipakai"), "enter"), "▏ ── Asal", _own_packs
    ),
    "naskah-paket": Scene(
        "AgreementPacks", (Shown("▸"), "enter", Shown("2026.1 tersedia"), "p"), "▏ nasional", other_packs
    ),
    "pengaturan": Scene("OwnSettings", (Shown("▸"), "s"), "▏mengikuti terminal", _with_own_keys),
    "bantuan": Scene("Help", (*LISTED, "f1"), "▏ ── Beranda"),
    "perintah": Scene("Palette", (*LISTED, "f2"), "▏kata, misalnya"),
    "mulai": Scene("Begin", (Shown("Ketik sebagian"), *"bogor", "enter"), "▏▸", _nothing),
    "mulai-isian": Scene("OfficeForm", REGION, "▏Pemilu 2024", _nothing),
    "mulai-berkas": Scene("NewConfiguration", (*REGION, "f10"), "▏ # Konfigurasi", _nothing),
    "acara": Scene("OccasionPane", (*OPENED, "1", "down"), "▏▸"),
    "acara-formulir": Scene("TypedForm", (*OPENED, "1", "down", "enter"), "Mulai pukul               ▏"),
    "klausul": Scene("ClausesPane", OPENED, "▏▸"),
    "klausul-dipinjamkan": Scene("ClausesPane", OPENED, "▏▸", _lent),
    "pustaka": Scene("ClausesPane", (*OPENED, "tab"), "▏▸"),
    "klausul-baru": Scene("TypedForm", (*OPENED, "n", *"Pasar"), "Pasar▏"),
    "sunting": Scene("ClauseEditor", (*EDITED, Shown(" halaman")), "kegiatan. Koordinator▏"),
    "beda": Scene("Difference", (*EDITED, "f9"), "▏ Kampanye Aman"),
    "pihak": Scene("PartiesPane", (*OPENED, "3", "down"), "▏▸"),
    "pihak-formulir": Scene("TypedForm", (*OPENED, "3", "down", "enter"), "Nama penanda tangan 1     ▏"),
    "pihak-tambah": Scene("Chooser", (*OPENED, "3", "n"), "▏▸", without_a_party),
    "pihak-cara": Scene("Chooser", (*OPENED, "3", "down", "c"), "▏▸"),
    "pihak-impor": Scene("Form", (*OPENED, "3", "i"), "pihak.csv▏"),
    "pihak-perubahan": Scene("TableChanges", (*OPENED, "3", "i", "f10"), "▏▸", _a_table),
    "pemeriksaan": Scene("CheckPane", (*OPENED, "4"), "▏▸", without_a_party),
    "perbaikan": Scene("Question", (*OPENED, "4", "F"), "▏ Tekan y", without_a_party),
    "pratinjau": Scene("PreviewPane", (*OPENED, "5", *PAPER), "▏ ── halaman 1"),
    "pratinjau-pilih": Scene("PreviewPane", (*OPENED, "5", *PAPER, "p", "down"), "▏▸"),
    "cetak": Scene("OutputPane", (*OPENED, "6"), "▏▸"),
    "cetak-cara": Scene("OutputPane", (*OPENED, "6", "end", *("up",) * 36, "space"), "▏▸"),
    "ambil": Scene("Fetch", (*OPENED, "6", "enter", Shown("Selesai:"), Shown("ke ruang-hukum")), "▏▸"),
    "ambil-cetak": Scene(
        "Form", (*OPENED, "6", "enter", Shown("Selesai:"), Shown("ke ruang-hukum"), "c"), "▏semua PDF"
    ),
    "pembahasan": Scene("Discussion", (*OPENED, "8", "down", "down", "down", "3"), "▏▸", answered),
    "pembahasan-lembaga": Scene(
        "Discussion", (*OPENED, "8", "tab", "down", "right"), "▏▸", answered, (SMALL,)
    ),
    "tanggapan-klausul": Scene(
        "ClauseAnswers", (*OPENED, "8", "down", "down", "down", "3", "enter"), "▏▸", answered
    ),
    "tanggapan-pihak": Scene("PartyAnswers", (*OPENED, "8", "p", "1", "enter"), "▏▸", answered),
    "tanggapan-beda": Scene(
        "SinceAnswered",
        (*OPENED, "8", "p", "1", "enter", "d", Shown("Yang berubah")),
        "▏ ~ Klausul",
        answered,
    ),
    "tanggapan-pilih": Scene("PartyChooser", (*OPENED, "8", "p", "1", "4"), "▏▸", answered),
    "gerbang": Scene("Gate", (*OPENED, "7"), "▏▸", without_a_party),
    "gerbang-keberatan": Scene("Gate", (*OPENED, "7"), "▏▸", answered, (SMALL,)),
    "finalkan": Scene("Form", (*OPENED, "7", "f10", *"pleno"), "pleno▏", without_a_party),
    "meja": Scene("Desk", (*FINAL, "t", "t", "x"), "▏▸", _with_signatories),
    "meja-hadir": Scene(
        "Desk",
        (*FINAL, "s", *"Bawaslu", "f10", Shown("saksi: "), "t", "d", "end", "d"),
        "▏▸",
        _with_signatories,
    ),
    "meja-diwakili": Scene("Form", (*FINAL, "w", *"Budi"), "Budi▏"),
    "salinan-final": Scene("Copies", (*OPENED, "9"), "▏▸", final),
    "salinan-ditutup": Scene("Question", (*OPENED, "9", "c"), "▏ 24 salinan", closed, (SMALL,)),
    "salinan": Scene("Copies", (*OPENED, "9", "5"), "▏▸", going_out),
    "salinan-serah": Scene("Form", (*OPENED, "9", "7", "s", *"Budi"), "Budi▏", going_out),
    "salinan-riwayat": Scene("Reading", (*OPENED, "9", "6", "enter"), "▏ 29-11-2023", going_out, (SMALL,)),
    "pemulihan": Scene("Question", (Shown("▸"), "enter", Shown("Tekan y")), "▏ Sesi", _in_the_middle),
    "gabungkan": Scene("Merging", (Shown("▸"), "enter", Shown("Gabungkan dua")), "▏▸", _two_versions),
    "gabungkan-selesai": Scene(
        "Merging", (Shown("▸"), "enter", Shown("Gabungkan dua"), "s", "b"), "▏▸", _two_versions
    ),
    "rekap-folder": Scene("Form", (*LISTED, "r", *"/srv/masuk"), "/srv/masuk▏"),
    "rekap": Scene("RecapCountry", (*RECAP, "down", "down"), "▏▸", sent),
    "rekap-cari": Scene("RecapCountry", (*RECAP, "/", *"bali"), " bali▏", sent, (SMALL,)),
    "rekap-kosong": Scene("RecapCountry", RECAP, "▏▸", _nothing_sent, (SMALL,)),
    "rekap-urut": Scene("Chooser", (*RECAP, "s", "down"), "▏▸", sent, (SMALL,)),
    "rekap-saring": Scene("Form", (*RECAP, "f"), "01-12-2023▏", sent, (SMALL,)),
    "rekap-provinsi": Scene("RecapProvince", (*RECAP, "down", "enter", "down", "down"), "▏▸", sent),
    "rekap-kantor": Scene("RecapOffice", (*RECAP_OFFICE, "down"), "▏▸", sent),
    "rekap-pihak": Scene("Reading", (*RECAP_OFFICE, "enter"), "▏ Pimpinan", sent, (SMALL,)),
    "rekap-klausul": Scene("Reading", (*RECAP_OFFICE, "c"), "▏ Dibandingkan", sent, (SMALL,)),
    "rekap-masalah": Scene("RecapTroubles", (*RECAP, "m"), "▏▸", sent),
    "buang-isian": Scene("Leaving", (*FINAL, "w", *"Budi", "escape"), "▏ Belum disimpan"),
    "terlalu-kecil": Scene("TooSmall", (), "▏   Jendela", sizes=((50, 12),)),
}
"""Name → scene; the page of a scene is ``layar/<name>-<size>.txt``, its picture ``layar-<name>.png``."""


def place(cursor: str, shown: list[str]) -> tuple[int, int]:
    """Return column and line of the caret in a text that begins one line, or else stands in one."""
    text = cursor.replace(CARET, "").rstrip()
    begins = [number for number, one in enumerate(shown) if one.startswith(text)]
    (line,) = begins or [number for number, one in enumerate(shown) if text in one]
    return shown[line].index(text) + cursor.index(CARET), line
