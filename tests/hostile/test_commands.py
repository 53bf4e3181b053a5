"""Every command that is given a file or a folder, against files of strangers and names that steer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from kampanye_tui.cli.main import kampanye as group
from kampanye_tui.store.index import read_index
from tests.each import for_each
from tests.hostile.attacks import STEERING, attacks
from tests.hostile.entrances import steers
from tests.hostile.seeds import ID, ledger
from tests.unit.cli.office import Command, Ran

HERE = "BERKAS"
"""Stands for the file in a line of the table."""


class Taken(NamedTuple):
    """A command that reads a file: the kind of file, and the words of the command."""

    kind: str
    words: tuple[str, ...]


READ = {
    "--config": Taken("toml", ("--config", HERE, "daftar")),
    "bandingkan": Taken("toml", ("bandingkan", HERE, ID)),
    "bangun-ulang": Taken("pdf", ("bangun-ulang", HERE)),
    "buka": Taken("pdf", ("buka", HERE)),
    "cadangkan --uji": Taken("zip", ("cadangkan", "--uji", HERE)),
    "kantor --dari": Taken("csv", ("kantor", "--dari", HERE, "--pemilu", "pemilu-2024")),
    "paket pasang": Taken("zip", ("paket", "pasang", HERE)),
    "pihak impor": Taken("csv", ("pihak", "impor", HERE)),
    "pindaian catat": Taken("pdf", ("pindaian", "catat", HERE, "--tentang", "mandat")),
    "salinan lembar": Taken("csv", ("salinan", "lembar", HERE)),
    "tandatangan lembar": Taken("csv", ("tandatangan", "lembar", HERE)),
    "tanggapan impor": Taken("csv", ("tanggapan", "impor", HERE)),
    "verifikasi": Taken("pdf", ("verifikasi", HERE)),
}
"""The argument or option → how it is given a file of others."""
FOLDERS = {
    "kembalikan": ("kembalikan", HERE),
    "massal": ("massal", HERE),
    "paket kemas": ("paket", "kemas", HERE),
    "paket periksa": ("paket", "periksa", HERE),
    "paket pratinjau": ("paket", "pratinjau", HERE),
    "periksa-simpanan": ("periksa-simpanan", HERE),
    "rekap": ("rekap", HERE),
}
"""Those that are given a folder."""
WRITTEN = {
    "bandingkan -o",
    "bukti -o",
    "cadangkan -o",
    "buka --ke",
    "ekspor -o",
    "kantor -o",
    "laporan-teknis -o",
    "massal -o",
    "mulai --keluaran",
    "mulai --paket",
    "pihak ekspor",
    "pinjam --ke",
    "rekap -o",
    "salinan cetak -o",
    "salinan lembar -o",
    "salinan paket -o",
    "tandatangan lembar -o",
    "tanggapan ekspor",
}
"""Those that name what is written: nothing is read there."""
NAME = "\x1b]0;judul\x07\x1b[2J\u202e[bold]\n" + "x" * 150
"""A name as a file system takes it."""
LONG = "a" * 300
# NOTE
ANY = (
    "nothing",
    "NUL",
    "every byte",
    "a line of 10 MB",
    "what steers terminals",
    "what steers terminals, quoted",
)


def _given(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield each argument and option of a command, and of those below it, that names a file or folder."""
    for one in command.params:
        named = isinstance(one.type, click.Path | click.File)
        if named or any(word in str(one.metavar) for word in ("BERKAS", "FOLDER")):
            option = "" if isinstance(one, click.Argument) else one.opts[0]
            yield option if option == "--config" else " ".join((*path, option)).strip()
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found is not None
            yield from _given(found, (*path, name))


def test_every_file_that_a_command_is_given_is_in_the_table() -> None:
    assert set(_given(group)) - READ.keys() - FOLDERS.keys() - WRITTEN == set()


def wrong_with(ran: Ran) -> str:
    """Return what is wrong with what a command left on the terminal."""
    shown = ran.out + ran.err
    if steers(shown):
        return f"shows {steers(shown)!r} in {shown[:200]!r}"
    if "kesalahan pada program" in shown:
        return shown[:300]
    return "" if len(shown) < 100_000 else f"tells {len(shown)} characters"


def everything_below(folder: Path) -> dict[str, int]:
    """Return every file below a folder with its size."""
    return {
        str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()
    }


@for_each("taken", READ)
def test_a_name_that_steers_reaches_no_terminal(office: Path, kampanye: Command, taken: Taken) -> None:
    (office / NAME).write_bytes(b"x")
    ran = kampanye(*(NAME if word == HERE else word for word in taken.words))
    assert (ran.code != 0, wrong_with(ran)) == (True, "")


@for_each("taken", READ)
def test_a_name_of_300_characters_is_refused(office: Path, kampanye: Command, taken: Taken) -> None:
    ran = kampanye(*(LONG if word == HERE else word for word in taken.words))
    assert (ran.code != 0, wrong_with(ran)) == (True, "")


@pytest.mark.penuh
@pytest.mark.parametrize("name", READ)
def test_a_file_of_a_stranger_is_refused_or_harmless(
    office: Path,
    kampanye: Command,
    name: str,
) -> None:
    kampanye("baru")
    around = everything_below(office.parent)
    found = {}
    for attack, data in attacks(READ[name].kind).items():
        file = office / f"berkas.{READ[name].kind}"
        file.write_bytes(data)
        ran = kampanye(*(file.name if word == HERE else word for word in READ[name].words))
        found[attack] = wrong_with(ran)
        file.unlink()
    after = everything_below(office.parent)
    assert {attack: words for attack, words in found.items() if words} == {}
    assert {path for path in after.keys() ^ around.keys() if not path.startswith("kantor/")} == set()


def _bad_links(folder: Path) -> None:
    (folder / "tautan.toml").symlink_to("/etc/passwd")
    (folder / "luar").symlink_to("/etc")
    (folder / "putaran").symlink_to(folder)


def _steering_names(folder: Path) -> None:
    (folder / NAME).mkdir()
    (folder / NAME / NAME).write_bytes(STEERING)


def _steering_files(folder: Path) -> None:
    for name in (
        "kampanye.toml",
        "plugin.toml",
        "naskah/a/naskah.toml",
        "naskah/a/buku.jsonl",
        "BACA-SAYA.md",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(STEERING)


def _pipes(folder: Path) -> None:
    (folder / "naskah" / "a").mkdir(parents=True)
    for name in ("plugin.toml", "naskah/a/naskah.toml", "naskah/a/buku.jsonl", "kiriman.zip"):
        os.mkfifo(folder / name)


def _deep(folder: Path) -> None:
    (folder / Path(*["a"] * 900)).mkdir(parents=True)


PLANTED = {
    "links": _bad_links,
    "names that steer": _steering_names,
    "files that steer": _steering_files,
    "pipes": _pipes,
    "folders in folders": _deep,
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_a_stranger_is_refused_or_harmless(office: Path, kampanye: Command, name: str) -> None:
    found = {}
    for trick, plant in PLANTED.items():
        folder = office / f"kiriman-{len(found)}"
        folder.mkdir()
        plant(folder)
        ran = kampanye(*(folder.name if word == HERE else word for word in FOLDERS[name]))
        found[trick] = wrong_with(ran) + ("shows passwd" if "root:" in ran.out + ran.err else "")
    assert {trick: words for trick, words in found.items() if words} == {}


KEPT = {
    "naskah.toml": ("toml", f"naskah/{ID}/naskah.toml"),
    "buku.jsonl": ("jsonl", f"naskah/{ID}/buku.jsonl"),
    "register": ("jsonl", "register/2023.jsonl"),
    ".indeks": ("jsonl", ".indeks"),
    ".sewa": ("jsonl", f"naskah/{ID}/.sewa"),
    "riwayat": ("toml", f"naskah/{ID}/.riwayat/0001.toml"),
    "revisi": ("toml", f"naskah/{ID}/revisi/r01.toml"),
}
READING = (
    ("daftar",),
    ("lihat", ID),
    ("periksa", ID),
    ("riwayat", ID),
    ("catatan", ID),
    ("verifikasi",),
    ("urungkan", ID),
    ("nomor", "daftar"),
    ("ekspor", "--templat", "naskah", "--format", "teks", "-o", "keluaran"),
)


@pytest.mark.penuh
@pytest.mark.parametrize("name", KEPT)
def test_a_workspace_of_a_stranger_is_refused_or_harmless(
    office: Path,
    kampanye: Command,
    name: str,
) -> None:
    kind, path = KEPT[name]
    found = {}
    wanted = {attack: data for attack, data in attacks(kind).items() if attack in ANY or kind == "jsonl"}
    for attack, data in wanted.items():
        kampanye("baru")
        (office / path).parent.mkdir(parents=True, exist_ok=True)
        before = (office / path).read_bytes() if (office / path).exists() else None
        (office / path).write_bytes(data)
        for words in READING:
            found[f"{attack}: {' '.join(words)}"] = wrong_with(kampanye(*words))
        (office / path).unlink()
        if before is not None:
            (office / path).write_bytes(before)
    assert {attack: words for attack, words in found.items() if words} == {}


def test_a_ledger_with_true_hashes_steers_no_terminal(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    (office / "naskah" / ID / "buku.jsonl").write_bytes(ledger())
    found = {" ".join(words): wrong_with(kampanye(*words)) for words in READING}
    assert {words: wrong for words, wrong in found.items() if wrong} == {}


ENDLESS = {
    "kampanye.toml": ("daftar",),
    f"naskah/{ID}/naskah.toml": ("lihat", ID),
    f"naskah/{ID}/buku.jsonl": ("riwayat", ID),
    f"naskah/{ID}/.riwayat/0001.toml": ("urungkan", ID),
    "register/2023.jsonl": ("nomor", "daftar", "--tahun", "2023"),
    "salinan.pdf": ("verifikasi", "salinan.pdf"),
    "pihak.csv": ("pihak", "impor", "pihak.csv"),
    "lampiran.pdf": ("buka", "lampiran.pdf"),
}
"""A file that is read whole → a command that reads it."""


@for_each("path", list(ENDLESS))
def test_a_file_of_ten_gigabytes_is_not_taken_into_memory(office: Path, kampanye: Command, path: str) -> None:
    whole = office / "kampanye.toml"
    before = whole.read_bytes()
    kampanye("baru")
    (office / path).parent.mkdir(parents=True, exist_ok=True)
    with (office / path).open("ab") as stream:
        stream.truncate(10 * 2**30)
    ran = kampanye(*ENDLESS[path])
    (office / path).unlink()
    whole.write_bytes(before)
    # Of several files each is told what came of it, so one that is too large is a finding there.
    assert (ran.code, wrong_with(ran)) == (1 if "verifikasi" in ENDLESS[path] else 2, ""), ran.err


def test_a_pipe_in_the_place_of_a_ledger_is_not_waited_for(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    os.mkfifo(office / "naskah" / ID / "buku.jsonl")
    ran = kampanye("riwayat", ID)
    assert (ran.code, "buku.jsonl: bukan berkas" in ran.err) == (2, True), ran.err


def test_a_pipe_in_the_place_of_the_index_or_an_earlier_text_is_passed_over(
    office: Path, kampanye: Command
) -> None:
    kampanye("baru")
    (office / "naskah" / ID / ".riwayat").mkdir()
    for path in (office / ".indeks", office / "naskah" / ID / ".riwayat" / "0001.toml"):
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    assert (read_index(office), kampanye("urungkan", ID).code) == ({}, 1)
