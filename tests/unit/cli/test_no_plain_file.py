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
    "verifikasi": ("verifikasi", PIPE),
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
