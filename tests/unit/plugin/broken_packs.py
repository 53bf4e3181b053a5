"""A broken pack for each code of the catalogue: the smallest one that it is told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kampanye_tui.plugin.pack_codes import PackCode
from tests.unit.plugin.packs import TERMS, data_pack, manifest, python_pack, terms_pack, write_files

ID = "uji"
BANTEN = "36"
ADDED = """\
format = 1
atas = "{target}"

[[tambah]]
id = "baru"
judul = "Klausul Baru"
teks = "{text}"
"""


def overlay(root: Path, text: str = "Teks.", target: str = "nasional/ringkas", more: str = "") -> Path:
    """Write a pack of Banten that adds a clause."""
    file = ADDED.format(target=target, text=text) + more
    return data_pack(root, ID, {"penyesuaian": "ubah.toml"}, {"ubah.toml": file}, region=BANTEN)


def _folder(root: Path) -> Path:
    path = terms_pack(root, ID, "kata_uji", "uji", region=BANTEN)
    (path / "tautan.md").symlink_to("plugin.toml")
    return path


def _manifest(root: Path) -> Path:
    text = manifest(ID, region=BANTEN).replace("versi =", "versinya =")
    return write_files(root / ID, {"plugin.toml": text})


def _version(root: Path) -> Path:
    text = manifest(ID, region=BANTEN) + 'minimal = "99.0"\n'
    return write_files(root / ID, {"plugin.toml": text})


def _contents(root: Path) -> Path:
    row = 'format = 1\n\n[[istilah]]\nnama = "kata"\nnilay = "uji"\n'
    return data_pack(root, ID, {"istilah": "a.toml"}, {"a.toml": row}, region=BANTEN)


def _unused(root: Path) -> Path:
    return write_files(terms_pack(root, ID, "kata_uji", "uji", region=BANTEN), {"klausul/a.toml": "x"})


def _template(root: Path) -> Path:
    page = '+++\nformat = 1\nid = "surat"\njudul = "Surat"\n+++\n\nKepada {tidak_ada}\n'
    return data_pack(root, ID, {"templat": "surat.md"}, {"surat.md": page}, region=BANTEN)


def _case(root: Path) -> Path:
    files = {
        "a.toml": 'format = 1\n[[istilah]]\nnama = "kata_uji"\nnilai = "uji"\n',
        "uji/a.toml": 'format = 1\n[[kasus]]\nnama = "x"\nwilayah = "36.74"\npemilu = "pemilu-2024"\n'
        'istilah = { kata_uji = "lain" }\n',
    }
    return data_pack(root, ID, {"istilah": "a.toml", "uji": "uji/*.toml"}, files, region=BANTEN)


def _conflict(root: Path) -> Path:
    row = 'format = 1\n\n[[istilah]]\nnama = "kata"\nnilai = "a"\n\n[[istilah]]\nnama = "kata"\nnilai = "b"\n'
    return data_pack(root, ID, {"istilah": "a.toml"}, {"a.toml": row}, region=BANTEN)


def _locked(root: Path) -> Path:
    """Change a clause of the neighbour, which has locked it."""
    clause = 'id = "satu"\njudul = "Satu"\nteks = "Satu."\nterkunci = true\n'
    own = f'format = 1\n[kumpulan]\nid = "milik"\njudul = "Milik"\n\n[[klausul]]\n{clause}'
    data_pack(root, "atas", {"klausul": "a.toml"}, {"a.toml": own}, region=BANTEN)
    change = 'format = 1\natas = "atas/milik"\n\n[[hapus]]\nid = "satu"\nalasan = "x"\n'
    return data_pack(root, ID, {"penyesuaian": "u.toml"}, {"u.toml": change}, region="36.74")


def _modes(root: Path) -> Path:
    path = terms_pack(root, ID, "kata_uji", "uji", region=BANTEN)
    (path / "istilah.toml").chmod(0o666)
    return path


BROKEN: dict[PackCode, tuple[Callable[[Path], Path], str, int, int]] = {
    PackCode.FOLDER: (_folder, "uji", 0, 0),
    PackCode.MANIFEST: (_manifest, "uji/plugin.toml", 6, 1),
    PackCode.VERSION: (_version, "uji/plugin.toml", 10, 1),
    PackCode.CONTENTS: (_contents, "uji/a.toml", 5, 1),
    PackCode.UNUSED: (_unused, "uji/klausul/a.toml", 0, 0),
    PackCode.REGION: (
        lambda root: terms_pack(root, ID, "kata_uji", "uji", region="89"),
        "uji/plugin.toml",
        9,
        1,
    ),
    PackCode.PLACEHOLDER: (lambda root: overlay(root, "Kepada {tidak_ada}."), "uji/ubah.toml", 7, 1),
    PackCode.REFERENCE: (lambda root: overlay(root, "Lihat {@tidak-ada}."), "uji/ubah.toml", 7, 1),
    PackCode.TARGET: (
        lambda root: overlay(root, more='\n[[hapus]]\nid = "tidak-ada"\nalasan = "x"\n'),
        "uji/ubah.toml",
        10,
        1,
    ),
    PackCode.LOCKED: (_locked, "uji/u.toml", 5, 1),
    PackCode.CONFLICT: (_conflict, "uji/a.toml", 9, 1),
    PackCode.TEMPLATE: (_template, "uji/surat.md", 7, 0),
    PackCode.CASE: (_case, "uji/uji/a.toml", 6, 1),
    PackCode.CODE: (
        lambda root: python_pack(root, ID, TERMS.replace("terms", "term"), region=BANTEN),
        "uji/modul.py",
        4,
        1,
    ),
    PackCode.MODES: (_modes, "", 0, 0),
}
"""Code → how to write the pack, and the file, line and column that are told."""
