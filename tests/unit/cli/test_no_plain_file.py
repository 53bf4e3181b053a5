"""Whatever a command is given as a file may be a pipe that never ends: it is refused, not waited for."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, edit

PIPE = "pipa.toml"
COMMANDS = {
    "pihak impor": ("pihak", "impor", PIPE),
    "tanggapan impor": ("tanggapan", "impor", PIPE),
    "tandatangan lembar": ("tandatangan", "lembar", PIPE),
    "salinan lembar": ("salinan", "lembar", PIPE),
    "pindaian catat": ("pindaian", "catat", PIPE, "--tentang", "mandat"),
    "kantor": ("kantor", "--dari", PIPE, "--pemilu", "pemilu-2024"),
    "bandingkan": ("bandingkan", PIPE, "2023-kampanye-damai"),
    "paket pasang": ("paket", "pasang", PIPE),
    "pihak ekspor": ("pihak", "ekspor", PIPE),
    "--config": ("--config", PIPE, "daftar"),
}
SECONDS = 20


def _waits(*_signal: object) -> None:
    raise AssertionError(f"it waited {SECONDS} s for a pipe")


@pytest.fixture
def pipe(office: Path) -> Iterator[Path]:
    """An office with a pipe into which nobody writes."""
    os.mkfifo(office / PIPE)
    before = signal.signal(signal.SIGALRM, _waits)
    signal.alarm(SECONDS)
    yield office / PIPE
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_pipe_is_refused_by_its_name(pipe: Path, kampanye: Command, command: tuple[str, ...]) -> None:
    kampanye("baru")
    ran = kampanye(*command)
    assert (ran.code, "pipa.toml" in ran.err) == (2, True), ran.err


def test_verifikasi_names_a_pipe_among_files_and_goes_on_with_the_others(
    pipe: Path, kampanye: Command
) -> None:
    kampanye("baru")
    Path("lain.pdf").write_bytes(b"lain")
    ran = kampanye("verifikasi", PIPE, "lain.pdf")
    told = [
        f"{PIPE}: Bukan berkas." in ran.out,
        "lain.pdf: Bukan berkas yang dicatat" in ran.out,
        PIPE in ran.err,
    ]
    assert (ran.code, told) == (1, [True, True, True]), ran.err


@pytest.mark.parametrize("name", ["naskah.toml", "buku.jsonl", "revisi/r01.toml"])
def test_verifikasi_names_a_pipe_in_one_agreement_and_goes_on_with_the_others(
    pipe: Path, kampanye: Command, name: str
) -> None:
    kampanye("baru", "satu")
    kampanye("baru", "dua")
    path = pipe.parent / "naskah" / "dua" / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    ran = kampanye("verifikasi")
    told = [f"dua/{name}: bukan berkas." in ran.err, "satu\n  perhatikan:" in ran.out]
    assert (ran.code, told) == (1, [True, True]), ran.out


def test_verifikasi_names_a_pipe_among_registers_and_goes_on(pipe: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye("nomor", "luar", "1", "--tahun", "2023", "--alasan", "surat lain")
    os.mkfifo(pipe.parent / "register" / "2022.jsonl")
    ran = kampanye("verifikasi")
    told = ["register/2022.jsonl: bukan berkas." in ran.err, "register nomor 2023: 1 catatan" in ran.out]
    assert (ran.code, told) == (1, [True, True]), ran.out


def test_a_pipe_in_the_place_of_a_logo_is_refused(pipe: Path, kampanye: Command) -> None:
    edit(pipe.parent, '# logo = "logo.png"', f'logo = "{PIPE}"')
    ran = kampanye("ekspor", "--templat", "naskah", "--format", "json", "-o", "-")
    assert (ran.code, "pipa.toml: bukan berkas" in ran.err) == (2, True), ran.err


FACES = "".join(f'{face} = "{PIPE}"\n' for face in ("biasa", "tebal", "miring", "tebal_miring"))


@pytest.mark.parametrize(
    ("command", "told", "code"),
    [
        (("ekspor", "--templat", "naskah", "--format", "pdf"), "bukan berkas", 2),
        (("huruf",), "bukan berkas", 0),
        (("ekspor", "--templat", "naskah", "--format", "docx"), "", 0),
    ],
)
def test_a_pipe_in_the_place_of_a_font_is_not_waited_for(
    pipe: Path, kampanye: Command, command: tuple[str, ...], told: str, code: int
) -> None:
    configuration = pipe.parent / "kampanye.toml"
    configuration.write_text(f"{configuration.read_text()}\n[huruf]\n{FACES}")
    ran = kampanye(*command)
    assert (ran.code, told in ran.err + ran.out) == (code, True), ran.err
