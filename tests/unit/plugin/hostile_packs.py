"""Packs that do harm, by intent or by mistake, and the sentence in which each ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.unit.plugin.packs import TERMS, data_pack, python_pack, terms_pack, write_files

Write = Callable[[Path, str], Path]


class Hostile(NamedTuple):
    """How to write the pack, and the sentence; ``{id}`` in it is the pack's id."""

    write: Write
    told: str


def _code(code: str, root: Path, pack_id: str, hooks: tuple[str, ...] = ("kampanye_terms",)) -> Path:
    return python_pack(root, pack_id, code, hooks)


def _hook(body: str) -> Write:
    return partial(_code, f"@hookimpl\ndef kampanye_terms(region):\n    {body}\n")


def _taken(root: Path, pack_id: str) -> Path:
    """Give a format an id of the program's own."""
    code = """
    @hookimpl
    def kampanye_export_formats():
        return [ExportFormat(id="pdf", label="Palsu", suffix=".pdf", write=print)]
    """
    return python_pack(root, pack_id, code, ["kampanye_export_formats"])


def _shadowing(root: Path, pack_id: str) -> Path:
    """Claim to be the national pack."""
    path = terms_pack(root, pack_id, "kata", "x")
    manifest = (path / "plugin.toml").read_text()
    (path / "plugin.toml").write_text(manifest.replace(f'id = "{pack_id}"', 'id = "nasional"'))
    return path


def _link(root: Path, pack_id: str) -> Path:
    path = terms_pack(root, pack_id, "kata", "x")
    (path / "rahasia.toml").symlink_to("/etc/passwd")
    return path


def _huge(root: Path, pack_id: str) -> Path:
    path = terms_pack(root, pack_id, "kata", "x")
    with (path / "besar.toml").open("wb") as file:
        file.truncate(10 * 1024 * 1024)
    return path


def _unknown_key(root: Path, pack_id: str) -> Path:
    row = 'format = 1\n\n[[istilah]]\nnama = "kata"\nnilay = "x"\n'
    return data_pack(root, pack_id, {"istilah": "a.toml"}, {"a.toml": row})


def _pyc(root: Path, pack_id: str) -> Path:
    """Hide code where Python would look for it first; it is neither read nor harmful."""
    return write_files(python_pack(root, pack_id, "raise ValueError"), {"__pycache__/modul.pyc": b"x"})


HOSTILE = {
    "misspelt hook": Hostile(
        partial(_code, TERMS.replace("_terms", "_term")),
        'hook "kampanye_term" tidak ada. Mungkin maksudnya "kampanye_terms"',
    ),
    "forgotten decorator": Hostile(
        partial(_code, TERMS.replace("@hookimpl", "")), "tidak ada fungsi bertanda @hookimpl"
    ),
    "late generator error": Hostile(
        _hook("yield Term(name='kata', text='x'); raise ValueError('rusak')"),
        "hook kampanye_terms gagal: ValueError: rusak",
    ),
    "sys.exit": Hostile(_hook("import sys; sys.exit(3)"), "hook kampanye_terms mencoba menghentikan program"),
    "endless loop": Hostile(_hook("while True: pass"), "hook kampanye_terms tidak selesai dalam 1 detik"),
    "wrong type": Hostile(
        _hook("return {'kata': 'x'}"), "hook kampanye_terms mengembalikan dict, seharusnya daftar Term"
    ),
    "taken id": Hostile(_taken, 'format "pdf" sudah ada'),
    "shadowed built-in": Hostile(
        _shadowing,
        '{id}: id "nasional" tidak sama dengan nama folder "{id}". Samakan nama folder dengan id pada '
        "plugin.toml.",
    ),
    "symlink": Hostile(_link, "{id}: rahasia.toml adalah tautan; paket harus utuh di dalam foldernya."),
    "10 MB": Hostile(_huge, "{id}: besar.toml lebih besar daripada 524288 bita."),
    "unknown key": Hostile(
        _unknown_key,
        '{id}/a.toml, [[istilah]] ke-1 ("kata"): kunci "nilay" tidak dikenal. Mungkin maksudnya "nilai".',
    ),
    "wrapper": Hostile(
        partial(_code, TERMS.replace("@hookimpl", "@hookimpl(wrapper=True)")),
        'hook "kampanye_terms" memakai wrapper, hookwrapper, tryfirst, trylast, atau specname',
    ),
    "planted pyc": Hostile(_pyc, "gagal: ValueError"),
    "printing and failing": Hostile(
        _hook("import os; print('kotor'); os.write(1, b'kotor'); raise ValueError"),
        "hook kampanye_terms gagal: ValueError",
    ),
}
"""What a pack does → how it is written, and how its reason begins."""
