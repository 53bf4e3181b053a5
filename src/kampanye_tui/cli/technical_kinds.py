"""What is wrong with a kept file → which file, which line, and one of a list of kinds.

What a problem quotes, and who or what it names, stays behind: a sentence that no row knows is "jenis lain".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kampanye_tui.model import messages

if TYPE_CHECKING:
    from kampanye_tui.model.problem import Problem

OTHER: Final = "jenis lain"
_FILE: Final = re.compile(
    r"(?:.*/)?(naskah\.toml|buku\.jsonl|revisi/r[0-9]{2,4}\.toml|register/[0-9]{4}\.jsonl|bukti)(?:/.*)?",
    re.DOTALL,
)
_KINDS: Final = (
    (r"bukan berkas$", "bukan berkas"),
    (r"berkas berukuran [0-9.]+ bita, batasnya", "terlalu besar"),
    (r"berkas (naskah tidak ada|ini hilang)$", "tidak ada"),
    (r"naskah yang dinyatakan final oleh kejadian nomor [0-9]+ tidak ada$", "tidak ada"),
    (r"baris [0-9]+ tidak tersimpan sebagai UTF-8$|berkas ini tersimpan sebagai UTF-16$", "bukan UTF-8"),
    (r"baris terakhir tidak selesai ditulis$", "baris terakhir terpotong"),
    (r"baris ini bukan catatan yang utuh$", "bukan catatan yang utuh"),
    (r"baris ini tidak menyambung baris sebelumnya$", "rantai putus"),
    (r"isi baris ini berubah sejak dicatat$", "isi berubah"),
    (r"baris ini sebagian ditutup bagi pihak luar", "baris tertutup"),
    (r"catatan ini tidak dikenal", "catatan tidak dikenal"),
    (r"baris ini tidak ditulis oleh program ini$", "bentuk lain"),
    (r"nomor catatan [0-9]+ tidak sesuai urutannya$", "urutan lain"),
    (r".*karakter tak terlihat", "karakter tak terlihat"),
    (r"waktu pada baris ini di luar penanggalan$", "di luar penanggalan"),
    (r'(kunci|tabel) .* tidak dikenal$|"format" tidak dikenal', "kunci tidak dikenal"),
    (r"(kunci|tabel) .* belum ada$", "kunci belum ada"),
    (r"format -?[0-9]+ (tidak dikenal|tidak dapat dibaca)", "format lain"),
    (r"harus berupa |.* tidak termasuk pilihan$|tertulis .*, padahal nilai terkecil", "nilai lain"),
    (r"paling panjang [0-9]+ karakter", "terlalu panjang"),
    (r".* sudah dipakai pada ", "dua kali"),
    (r'id ".*" (tidak sama dengan nama foldernya|bukan id )|berkas ini memuat naskah ', "id lain"),
    (r"isinya (bukan|tidak sama dengan) ", "isi berbeda"),
    (r"orang, hari, atau tempatnya bukan ", "acara berbeda"),
    (r"naskah ini tidak dinyatakan final oleh satu kejadian pun", "tanpa kejadian yang utuh"),
)
"""How what is wrong begins → its kind; the first row that fits."""
_SYNTAX: Final = {
    what
    for what, _hint in (
        *messages.SYNTAX.values(),
        *messages.SHAPES.values(),
        messages.FALLBACK_SYNTAX,
        messages.FALLBACK_VALUE,
        messages.DEEP_KEY,
        messages.LONG_TEXT,
        messages.TABLE_TWICE,
        messages.BEHIND_HEADER,
    )
}


def told(problem: Problem) -> str:
    """Return file, line and kind of a problem: ``buku.jsonl, baris 5: rantai putus``."""
    met = _FILE.fullmatch(problem.file)
    line = f", baris {problem.line}" if problem.line else ""
    return f"{met[1] if met else 'berkas lain'}{line}: {kind_of(problem.what)}"


def kind_of(what: str) -> str:
    """Return the kind of what is wrong."""
    if what in _SYNTAX:
        return "penulisan TOML"
    return next((kind for begins, kind in _KINDS if re.match(begins, what, re.DOTALL)), OTHER)
