"""Help and usage errors speak Indonesian, in every command."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from kampanye_tui.cli.commands import Commands
from kampanye_tui.cli.main import kampanye as program
from tests.each import for_each
from tests.unit.cli.office import Command

ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Show|message|exit|Error|Try|help for|default|required|"
    r"Missing|Invalid|No such|Did you mean|unexpected|takes?|requires?|TEXT|INTEGER|PATH)\b"
)
"""Words of click."""


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of each command, groups included."""
    yield path
    context = click.Context(group)
    for name in group.list_commands(context) if isinstance(group, Commands) else group.commands:
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


ALL = list(commands(program))
every_command = for_each("path", {" ".join(path) or "kampanye": path for path in ALL})

GROUPS = {" ".join(path) or "kampanye": path for path in ALL if any(one[:-1] == path for one in ALL if one)}
"""Those that list commands of their own."""


def english(told: str) -> list[str]:
    """Return the words of click in a text."""
    return ENGLISH.findall(told)


def test_the_commands_are_the_ones_that_are_promised() -> None:
    assert [" ".join(path) for path in ALL] == [
        "",
        "mulai",
        "kantor",
        "baru",
        "buka",
        "daftar",
        "lihat",
        "susun",
        "acara",
        "klausul",
        "klausul daftar",
        "klausul tambah",
        "klausul buang",
        "klausul geser",
        "klausul sunting",
        "pihak",
        "pihak impor",
        "pihak ekspor",
        "pihak kelompok",
        "pihak daftar",
        "pihak tambah",
        "pihak ubah",
        "pihak buang",
        "urungkan",
        "gabungkan",
        "periksa",
        "tanggapan",
        "tanggapan impor",
        "tanggapan ekspor",
        "tanggapan catat",
        "tanggapan daftar",
        "bandingkan",
        "finalkan",
        "tandatangan",
        "tandatangan lembar",
        "tandatangan hadir",
        "tandatangan daftar",
        "tandatangan catat",
        "tandatangan ganti",
        "jeda",
        "tutup",
        "koreksi",
        "riwayat",
        "catatan",
        "verifikasi",
        "bangun-ulang",
        "periksa-simpanan",
        "laporan-teknis",
        "cadangkan",
        "pinjam",
        "kembalikan",
        "salinan",
        "salinan paket",
        "salinan lembar",
        "salinan daftar",
        "salinan cetak",
        "salinan serah",
        "salinan terima",
        "salinan kembali",
        "salinan rusak",
        "pindaian",
        "pindaian catat",
        "pindaian daftar",
        "bukti",
        "nomor",
        "nomor ambil",
        "nomor catat",
        "nomor batal",
        "nomor luar",
        "nomor daftar",
        "ekspor",
        "massal",
        "rekap",
        "wilayah",
        "huruf",
        "paket",
        "paket baru",
        "paket periksa",
        "paket pratinjau",
        "paket kemas",
        "paket pasang",
        "paket rincian",
        "paket beda",
        "paket setujui",
        "paket cabut",
        "paket aktifkan",
        "paket nonaktifkan",
        "paket daftar",
        "ssh",
    ]


@every_command
@for_each("option", ["--help", "-h"])
def test_help_is_data(path: tuple[str, ...], option: str, kampanye: Command) -> None:
    ran = kampanye(*path, option)
    assert (ran.code, ran.out.startswith("Pemakaian: kampanye"), ran.err) == (0, True, "")


@every_command
def test_help_has_no_english_words(path: tuple[str, ...], kampanye: Command) -> None:
    assert english(kampanye(*path, "--help").out) == []


@every_command
def test_help_fits_a_terminal_of_80_columns(path: tuple[str, ...], kampanye: Command) -> None:
    assert max(map(len, kampanye(*path, "--help").out.splitlines())) <= 80


@for_each("path", GROUPS)
def test_what_a_command_does_is_told_in_a_line_that_is_whole(
    path: tuple[str, ...], kampanye: Command
) -> None:
    listed = kampanye(*path, "--help").out.partition("\nPerintah:\n")[2].splitlines()
    assert listed
    assert [line for line in listed if line.endswith("...")] == []


@every_command
def test_every_option_says_what_it_is_for(path: tuple[str, ...]) -> None:
    command: click.Command = program
    for name in path:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), name)
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help] == []


MISTAKES = {
    "unknown command": ("dafta",),
    "no command of a group": ("paket",),
    "unknown command of a group": ("paket", "dafta"),
    "unknown option": ("daftar", "--jsn"),
    "unknown option without a likeness": ("daftar", "--qqqq"),
    "unknown option with several likenesses": ("ekspor", "--t"),
    "option without its value": ("daftar", "--config"),
    "value for a flag": ("daftar", "--json=ya"),
    "one argument too many": ("daftar", "a"),
    "two arguments too many": ("daftar", "a", "b"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_on_the_command_line_is_exit_code_2_and_no_data(mistake: str, kampanye: Command) -> None:
    assert kampanye(*MISTAKES[mistake])[:2] == (2, "")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_on_the_command_line_is_told_without_english_words(mistake: str, kampanye: Command) -> None:
    assert english(kampanye(*MISTAKES[mistake]).err) == []


def test_a_mistyped_command_is_answered_with_the_one_that_was_meant(kampanye: Command) -> None:
    assert "Perintah 'dafta' tidak ada. Mungkin maksudnya: 'daftar'?" in kampanye("dafta").err


def test_a_mistyped_option_is_answered_with_the_one_that_was_meant(kampanye: Command) -> None:
    assert "Opsi '--jsn' tidak ada. Mungkin maksudnya: '--json'?" in kampanye("daftar", "--jsn").err
