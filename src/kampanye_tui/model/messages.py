"""The Indonesian words for problems met while reading TOML and CSV.

Each function returns what is wrong and what to do; ``tests/unit/model/messages.md`` shows every one
of them as an operator would read it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable

from kampanye_tui.model.text import printable

Words = tuple[str, str]
"""What is wrong, and what to do."""

LONGEST_LIST = 24
"""Choices that a message lists; beyond that a list helps nobody."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a did-you-mean for ``word`` among ``known``, or the list of them when none is near."""
    from difflib import get_close_matches

    choices = sorted(set(known))
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'Mungkin maksudnya "{near[0]}"'
    return f"Pilihannya: {', '.join(choices)}" if 0 < len(choices) <= LONGEST_LIST else ""


def shortened(text: str) -> str:
    """Return ``text`` as a message quotes it: 40 characters at most."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def header(name: str, rows: bool) -> str:
    """Return the header of a table as it stands in a file."""
    return f"[[{name}]]" if rows else f"[{name}]"


def unknown_key(key: str, known: Iterable[str]) -> Words:
    """Words for a key that is not known."""
    return f'kunci "{shortened(key)}" tidak dikenal', nearest(key, known)


def unknown_table(name: str, rows: bool, known: Iterable[str]) -> Words:
    """Words for a table that is not known; ``name`` has the names of all tables around it."""
    return f"tabel {header(shortened(name), rows)} tidak dikenal", nearest(name.rpartition(".")[2], known)


def missing_table(name: str, rows: bool) -> Words:
    """Words for a table that must be there."""
    return f"tabel {header(name, rows)} belum ada", f"Tulis {header(name, rows)} pada baris tersendiri"


def missing_key(key: str, example: str, inside: bool) -> Words:
    """Words for a key that must be there: ``inside`` a table, or above the first one of the file."""
    where = "di tabel ini" if inside else "sebelum tabel pertama"
    return f'kunci "{key}" belum ada', f"Tambahkan baris {key} = {example} {where}"


def missing_cell(key: str) -> Words:
    """Words for a cell of a CSV that must not be empty."""
    return f'kolom "{key}" kosong', "Isi selnya"


def missing_column(key: str) -> Words:
    """Words for a column that a CSV must have."""
    return f'kolom "{key}" belum ada', "Tambahkan kolom itu beserta isinya"


def nameless_column(number: int) -> Words:
    """Words for a column, counted from 1, that has cells but no head."""
    return f"judul kolom ke-{number} kosong", "Isi judulnya, atau hapus kolom itu"


def wrong_type(expected: str, found: object, example: str) -> Words:
    """Words for a value of another type."""
    return f"harus berupa {expected}, tertulis {kind_of(found)}", f"Contoh: {example}"


def unknown_choice(value: str, choices: Iterable[str]) -> Words:
    """Words for a word that is not in a closed list."""
    return f'"{shortened(value)}" tidak termasuk pilihan', nearest(value, choices)


def out_of_range(value: object, lowest: object) -> Words:
    """Words for a number below the smallest one allowed."""
    return f"tertulis {value}, padahal nilai terkecil {lowest}", ""


def twice(key: str, value: str, first: str, rows: str) -> Words:
    """Words for an id that stands in two rows; ``first`` is where, ``rows`` what a row is called."""
    return f'{key} "{value}" sudah dipakai pada {first}', f"Setiap {rows} memerlukan {key} yang berbeda"


def not_a_table(name: str, rows: bool, found: object) -> Words:
    """Words for a value where a table was expected; ``name`` has the names of all tables around it."""
    if rows and isinstance(found, dict):
        doubled = f"Tulis {header(name, rows)}, dengan kurung siku ganda, di atas isinya"
        return "harus berupa baris, tertulis satu tabel", doubled
    what = f"harus berupa tabel, tertulis {kind_of(found)}"
    return what, f"Tulis {header(name, rows)} pada baris tersendiri"


def missing_format(current: int) -> Words:
    """Words for a file that does not say its format."""
    return 'kunci "format" belum ada', f"Tulis format = {current} pada baris pertama"


def other_format(found: int, current: int) -> Words:
    """Words for a file of another format."""
    if found < current:
        return f"format {found} tidak dikenal", f"Program ini membaca format {current}"
    return (
        f"format {found} tidak dapat dibaca; program ini membaca format {current}",
        "Perbarui program ini, atau minta berkas dalam format yang lebih lama",
    )


def no_such_clause(clause: str, known: Iterable[str]) -> Words:
    """Words for a clause that is not in the agreement."""
    near = nearest(clause, known)
    hint = near if near.startswith("Mungkin") else "Lihat id-nya dengan: kampanye klausul daftar"
    return f'klausul "{shortened(clause)}" tidak ada dalam naskah ini', hint


def locked_clause(clause: str, pack: str) -> Words:
    """Words for a clause whose words nobody but its pack may change."""
    by = f" oleh paket {pack}" if pack else ""
    return (
        f'klausul "{clause}" terkunci{by}, jadi bunyinya tidak dapat diubah atau dibuang',
        "Isian dan letaknya tetap dapat diubah; usul perubahan disampaikan kepada pengelola paket itu",
    )


def unknown_party_row(party: str, near: str) -> Words:
    """Words for a row about a pihak that the agreement lacks, and that says too little to make one."""
    what = f'pihak "{shortened(party)}" belum ada dalam naskah ini'
    fill = 'untuk pihak baru, isi kolom "nama" dan "peran"'
    return what, f"{near}; {fill}" if near else fill


def too_many_signatories(found: int, most: int) -> Words:
    """Words for more people than a table has columns for."""
    what = f"satu pihak mempunyai {found} penanda tangan; tabel memuat paling banyak {most}"
    return what, "Kurangi penanda tangannya dengan: kampanye pihak ubah"


def stray_brace(stray: str) -> Words:
    """Words for a brace in a text that belongs to no placeholder."""
    return (
        f'kurung kurawal "{stray}" bukan isian',
        "Isian ditulis {nama}; kurung kurawal biasa ditulis dua kali",
    )


def not_utf8(line: int) -> Words:
    """Words for bytes that are not UTF-8."""
    return (
        f"baris {line} tidak tersimpan sebagai UTF-8",
        'Buka di penyunting teks, lalu simpan ulang dengan pengodean "UTF-8"',
    )


def typographic(name: str, press: str) -> Words:
    """Words for a character that word processors put in place of a typed one."""
    return f"{name} tidak dapat dipakai di sini", f"Ganti dengan menekan tombol {press}"


def too_large(size: int, limit: int) -> Words:
    """Words for a file beyond the size limit (bytes)."""
    shown = f"{size:,}".replace(",", "."), f"{limit:,}".replace(",", ".")
    return (
        f"berkas berukuran {shown[0]} bita, batasnya {shown[1]} bita",
        "Periksa apakah berkas ini yang dimaksud",
    )


def too_many(limit: int, called: str) -> Words:
    """Words for a table with more rows or columns than are read."""
    shown = f"{limit:,}".replace(",", ".")
    return f"tabel ini lebih dari {shown} {called}", "Bagi menjadi beberapa berkas, atau hapus yang kosong"


def kind_of(value: object) -> str:
    """Say in words what kind of value stands in a file."""
    from datetime import date, datetime, time

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > 63:
        return "bilangan yang terlalu panjang"
    if isinstance(value, int | float):
        return f"bilangan {value}"
    if isinstance(value, str):
        return f'teks "{shortened(value)}"'
    if isinstance(value, datetime):
        return "tanggal beserta jam"
    if isinstance(value, date):
        return f"tanggal {value.isoformat()}"
    if isinstance(value, time):
        return f"jam {value.isoformat()}"
    if isinstance(value, list):
        return "daftar"
    return "tabel"


def system_error(error: OSError) -> str:
    """Say in words what the system refused."""
    return SYSTEM.get(error.errno or 0, f"ditolak oleh sistem ({error.strerror or error})")


def program_error(error: Exception) -> str:
    """Say in one line that the program failed, and how; what files made it say steers nothing."""
    return printable(f"kesalahan program: {type(error).__name__}: {' '.join(str(error).split())}")


SYSTEM = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak boleh dibuka atau ditulisi oleh pengguna ini",
    errno.EPERM: "tidak boleh dibuka atau ditulisi oleh pengguna ini",
    errno.ENOTDIR: "berada di dalam sesuatu yang bukan folder",
    errno.EISDIR: "adalah folder, bukan berkas",
    errno.EEXIST: "sudah ada sebagai berkas, jadi tidak dapat menjadi folder",
    errno.ENOSPC: "tidak dapat ditulis karena ruang penyimpanan penuh; kosongkan sebagian, lalu ulangi",
    errno.EDQUOT: "tidak dapat ditulis karena jatah ruang penyimpanan habis; kosongkan sebagian, lalu ulangi",
    errno.EROFS: "berada di tempat yang hanya dapat dibaca",
    errno.ELOOP: "adalah tautan",
    errno.ENAMETOOLONG: "bernama terlalu panjang",
    errno.EIO: "tidak dapat dibaca karena gangguan pada penyimpanan",
    errno.ENOLCK: (
        "berada pada penyimpanan yang tidak mengenal penguncian berkas, jadi tidak ditulisi; "
        "pindahkan ruang kerja ke diska komputer ini"
    ),
    errno.ESTALE: "diganti oleh program lain sewaktu dipakai; ulangi",
}
"""Error number of the system → words that follow the name of a file."""

CONFIGURATION_EXISTS = (
    "berkas ini sudah ada, jadi tidak ditulis ulang",
    "Ubah isinya dengan penyunting teks, atau buat yang lain dengan --config BERKAS",
)
CHANGED_MEANWHILE = ("naskah telah diubah orang lain sejak dibuka", "Ulangi perintah ini")
NOTHING_TO_UNDO = ("belum ada perubahan yang dapat diurungkan", "Riwayat dimulai dari perubahan berikutnya")
NOTHING_TAKEN_BACK = (
    "tidak ada yang baru saja diurungkan",
    "Sesudah perubahan baru, yang diurungkan sebelumnya tidak dapat dikembalikan",
)
BROKEN_EARLIER = "Sisihkan dengan: kampanye periksa-simpanan --perbaiki"
"""What to do with an earlier text that cannot be read."""
UTF16 = ("berkas ini tersimpan sebagai UTF-16", 'Simpan ulang dengan pengodean "UTF-8"')
DEEP_KEY = ("nama kunci ini mempunyai terlalu banyak bagian bertitik", "Periksa titik pada nama kunci")
FALLBACK_VALUE = ("sebuah nilai terlalu panjang atau terlalu dalam", "Periksa kurung dan bilangan")
FALLBACK_SYNTAX = ("baris ini tidak dapat dibaca", "Periksa tanda petik, tanda =, dan kurung")
OPEN_QUOTE = ("tanda petik belum ditutup", "Tambahkan tanda petik penutup")
_BACKSLASH = (
    "garis miring terbalik (\\) di dalam tanda petik ganda",
    "Tulis dua kali (\\\\) atau pakai tanda petik tunggal",
)
_HIDDEN = (
    "karakter tak terlihat di dalam baris ini",
    "Hapus karakter itu; teks beberapa baris diapit tiga tanda petik ganda",
)
LONG_TEXT = ("teks panjang belum ditutup", "Tutup dengan tiga tanda petik pada baris tersendiri")
_BRACKETS = (
    "kurung siku tabel belum ditutup",
    "Tutup [nama] dengan ], dan [[nama]] dengan ]] pada baris yang sama",
)
_TWICE = ("kunci ini sudah ditulis sebelumnya", "Hapus salah satunya")
TABLE_TWICE = ("tabel ini sudah ditulis sebelumnya", "Gabungkan, atau pakai [[ ]] untuk baris baru")
BEHIND_HEADER = ("sesudah nama tabel masih ada tulisan lain", "Tulis nama tabel pada baris tersendiri")
_DAY = ("tanggal ini tidak dapat dibaca", "Tanggal ditulis tahun-bulan-hari, misalnya: 2023-11-28")
_NO_DAY = ("tanggal ini tidak ada di kalender", _DAY[1])

SYNTAX = {
    "Invalid value": (
        "nilai ini tidak dapat dibaca",
        'Teks diapit tanda petik lurus, misalnya: nama = "KPU"',
    ),
    "Invalid date or datetime": _NO_DAY,
    "Invalid statement": ("baris ini tidak dapat dibaca", 'Bentuknya: kunci = "nilai", atau [tabel]'),
    "Expected '=' after a key": ('sesudah nama kunci harus ada tanda "="', 'Bentuknya: kunci = "nilai"'),
    "Invalid initial character for a key part": (
        "nama kunci tidak dapat dimulai dengan karakter ini",
        "Nama kunci berisi huruf, angka, garis bawah, atau tanda hubung",
    ),
    "Expected newline or end of document after a statement": (
        "sesudah nilai ini masih ada tulisan lain",
        "Satu baris berisi satu kunci; periksa tanda petik penutup dan tanda #",
    ),
    "Expected ']' at the end of a table declaration": _BRACKETS,
    "Expected ']]' at the end of an array declaration": _BRACKETS,
    "Unterminated string": OPEN_QUOTE,
    "Expected \"'''\"": LONG_TEXT,
    'Expected "\'"': OPEN_QUOTE,
    "Illegal character '\\n'": OPEN_QUOTE,
    "Found invalid character '\\n'": OPEN_QUOTE,
    "Illegal character": _HIDDEN,
    "Found invalid character": _HIDDEN,
    "Unescaped '\\' in a string": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    "Escaped character is not a Unicode scalar value": (
        "kode karakter ini tidak ada",
        "Tulis karakternya langsung, atau hapus",
    ),
    "Unclosed array": (
        "daftar ini belum ditutup, atau butirnya belum dipisahkan koma",
        "Tambahkan tanda ] sesudah butir terakhir, atau koma di antara butir",
    ),
    "Unclosed inline table": (
        "tabel di antara { } belum ditutup, atau isinya belum dipisahkan koma",
        "Tambahkan tanda } di akhir, atau koma di antara isinya",
    ),
    "Cannot overwrite a value": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Cannot declare": TABLE_TWICE,
    "Cannot mutate immutable namespace": ("tabel ini sudah diisi di tempat lain", "Gabungkan keduanya"),
    "Cannot redefine namespace": ("tabel ini sudah ditulis sebelumnya", "Gabungkan keduanya"),
}
"""tomllib's message (its beginning) → what is wrong and what to do. Read off CPython 3.11's parser."""

SHAPES = {
    r"\d\d\d\d-\d\d-\d\d\b": _NO_DAY,
    r"\d\d\d\d-\d\d?-\d\d?\b": _DAY,
    r"\d\d\d\d[/.]\d\d?[/.]\d\d?\b": _DAY,
    r"\d\d?[-/. ](\d\d?|[A-Za-z]{3,9})[-/. ]\d\d\d\d\b": _DAY,
    r"(\d\d?:|([01]?\d|2[0-4])\.)\d\d([:.]\d\d)?\s*(WI[BT]|WITA|pagi|siang|sore|malam|#|$)": (
        "jam ini tidak dapat dibaca",
        "Jam ditulis jam:menit:detik, misalnya: 09:00:00",
    ),
}
"""How people write days and hours, where TOML sees a number with words behind it."""

CSV_FAULTS = {
    "unexpected end of data": OPEN_QUOTE,
    "field larger than field limit": ("satu sel terlalu panjang", "Periksa tanda petik penutup"),
    "expected after": ("ada tulisan sesudah tanda petik penutup", "Apit seluruh isi sel dengan tanda petik"),
}
"""Part of a message of Python's csv → what is wrong and what to do."""

TYPOGRAPHIC = {
    "“": ("tanda petik lengkung “", 'petik lurus (")'),
    "”": ("tanda petik lengkung ”", 'petik lurus (")'),
    "„": ("tanda petik bawah „", 'petik lurus (")'),
    "‘": ("tanda petik lengkung ‘", "petik lurus (')"),
    "’": ("tanda petik lengkung ’", "petik lurus (')"),
    "\u00a0": ("spasi tak terputus (U+00A0)", "spasi"),
    "–": ("tanda pisah –", "tanda hubung (-)"),
    "—": ("tanda pisah —", "tanda hubung (-)"),
    "＝": ("tanda sama dengan lebar", "sama dengan (=)"),
}
"""Characters that Word, WhatsApp and web pages put in the place of typed ones → name, key to press."""
