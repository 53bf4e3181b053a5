"""The catalogue of what the check of a pack finds: codes that stay, whatever the sentences say."""

from __future__ import annotations

from enum import StrEnum


class PackCode(StrEnum):
    """The code of a finding. One that was ever published is neither reused nor renamed."""

    FOLDER = "folder"
    MANIFEST = "manifes"
    VERSION = "versi-minimal"
    CONTENTS = "isi"
    UNUSED = "berkas-tidak-terpakai"
    REGION = "wilayah"
    PLACEHOLDER = "isian"
    REFERENCE = "rujukan"
    TARGET = "sasaran"
    LOCKED = "terkunci"
    CONFLICT = "benturan"
    TEMPLATE = "templat"
    CASE = "uji"
    CODE = "kode"
    MODES = "izin-berkas"


MEANINGS = {
    PackCode.FOLDER: "folder ini tidak dapat dibaca sebagai paket: ada tautan, berkas terlalu besar, atau "
    "plugin.toml tidak ada",
    PackCode.MANIFEST: "plugin.toml keliru: kunci, nilai, id, atau versi API",
    PackCode.VERSION: "versi program pada kunci minimal tidak sesuai dengan isi paket",
    PackCode.CONTENTS: "sebuah berkas isi keliru: kunci tidak dikenal, nilai salah jenis, atau id ganda",
    PackCode.UNUSED: "sebuah berkas tidak disebut pada tabel [isi], jadi tidak pernah dibaca",
    PackCode.REGION: "paket berlaku untuk kode wilayah yang tidak dikenal",
    PackCode.PLACEHOLDER: "sebuah isian tidak dikenal di wilayah tempat paket berlaku",
    PackCode.REFERENCE: "sebuah klausul menunjuk klausul yang tidak ada di dalam naskah",
    PackCode.TARGET: "penyesuaian ditujukan kepada kumpulan atau klausul yang tidak ada",
    PackCode.LOCKED: "penyesuaian ditujukan kepada klausul yang dikunci paket lain",
    PackCode.CONFLICT: "isi paket berbenturan dengan isinya sendiri atau dengan paket lain",
    PackCode.TEMPLATE: "sebuah format naskah tidak dapat dibuat menjadi dokumen",
    PackCode.CASE: "sebuah kasus uji tidak terpenuhi",
    PackCode.CODE: "kode Python tidak dapat dibaca, atau hook-nya tidak sesuai dengan kontrak",
    PackCode.MODES: "isi paket dapat diubah oleh pengguna lain",
}
"""Code → what it means, as the reference for authors has it."""
