"""Twenty ways in which what an office sent can be broken or hostile, and what has to be said of each.

A way takes the folder of an agreement that was signed, closed and handed out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from kampanye_tui.agreement.chain import Book, added, beginning, read_book


def _text(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return _file("naskah.toml", change)


def _ledger(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    return _file("buku.jsonl", lambda data: b"".join(change(data.splitlines(keepends=True))))


def _file(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / name
        path.write_bytes(change(path.read_bytes()))

    return damage


def _in_place_of(name: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        make(path)

    return damage


def _gone(_path: Path) -> None:
    pass


def _replaced(before: bytes, after: bytes) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert before in data
        return data.replace(before, after)

    return change


def _of_another(data: bytes) -> bytes:
    events = read_book(data, "2023-kampanye-damai").events
    return added(Book((), beginning("naskah-lain")), events)[0]


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _led_elsewhere(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to("/")


WAYS: dict[str, tuple[Callable[[Path], None], str]] = {
    "text gone": (_in_place_of("naskah.toml", _gone), "berkas naskah tidak ada"),
    "text empty": (_text(lambda _data: b""), "naskah.toml"),
    "text cut": (_text(lambda data: data[: len(data) // 2]), "naskah.toml"),
    "text of noise": (_text(lambda _data: bytes(range(128, 256)) * 40), "UTF-8"),
    "text with a key of nobody": (_text(lambda data: b"rahasia = 1\n" + data), "rahasia"),
    "text reworded": (_text(_replaced(b" kampanye", b" kampanya")), "isinya tidak sama dengan naskah final"),
    "text with an escape": (_text(_replaced(b"Kampanye", b"\\u001b[2J")), "U+001B"),
    "text that is a link": (
        _in_place_of("naskah.toml", lambda path: path.symlink_to("/etc/passwd")),
        "tautan, tidak diikuti",
    ),
    "text that is a pipe": (_in_place_of("naskah.toml", os.mkfifo), "bukan berkas"),
    "text that is a folder": (_in_place_of("naskah.toml", Path.mkdir), "bukan berkas"),
    "text too large": (_text(lambda data: data + b"#" * 600_000), "terlalu besar"),
    "text of brackets": (_text(lambda data: data + b"a = " + b"[" * 5000), "naskah.toml"),
    "ledger with another word": (
        _ledger(lambda lines: [lines[0].replace(b"ani", b"ina"), *lines[1:]]),
        "isi baris ini berubah sejak dicatat",
    ),
    "ledger without a line": (
        _ledger(lambda lines: [*lines[:4], *lines[5:]]),
        "baris ini tidak menyambung baris sebelumnya",
    ),
    "ledger torn": (
        _ledger(lambda lines: [*lines[:-1], lines[-1][:50]]),
        "baris terakhir tidak selesai ditulis",
    ),
    "ledger of another agreement": (
        _file("buku.jsonl", _of_another),
        "baris ini tidak menyambung baris sebelumnya",
    ),
    "ledger gone": (
        _in_place_of("buku.jsonl", _gone),
        "tidak dinyatakan final oleh satu kejadian pun yang utuh",
    ),
    "final text gone": (_in_place_of("revisi", _gone), "yang dinyatakan final oleh kejadian nomor"),
    "folder empty": (_emptied, "tidak memuat naskah atau berkas bukti"),
    "folder that leads elsewhere": (_led_elsewhere, "tautan, tidak diikuti"),
}
