"""Options that all commands share: where the configuration is named, and which one counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.office import SAMPLE, Command

COMMANDS = [("baru",), ("daftar",), ("lihat",), ("periksa",), ("ekspor",), ("paket", "daftar")]
"""Commands that need a configuration."""


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without configuration, beside it two that differ by the id of their agreement."""
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        text = SAMPLE.replace('folder = ["plugins"]', "folder = []")
        (tmp_path / name / "kampanye.toml").write_text(text.replace("2023-kampanye-damai", f"naskah-{name}"))
    (tmp_path / "kosong").mkdir()
    monkeypatch.chdir(tmp_path / "kosong")
    return tmp_path


def test_the_configuration_may_be_named_before_the_command(offices: Path, kampanye: Command) -> None:
    assert kampanye("--config", "../satu/kampanye.toml", "baru").out == "naskah-satu\n"


def test_the_configuration_may_be_named_after_the_command(offices: Path, kampanye: Command) -> None:
    assert kampanye("baru", "--config", "../satu/kampanye.toml").out == "naskah-satu\n"


def test_of_two_configurations_the_later_counts(offices: Path, kampanye: Command) -> None:
    named = ("--config", "../satu/kampanye.toml", "baru", "--config", "../dua/kampanye.toml")
    assert kampanye(*named).out == "naskah-dua\n"


def test_the_configuration_may_be_named_between_a_group_and_its_command(
    offices: Path, kampanye: Command
) -> None:
    assert kampanye("paket", "--config", "../satu/kampanye.toml", "daftar").code == 0


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_configuration_no_command_runs(
    command: tuple[str, ...], offices: Path, kampanye: Command
) -> None:
    assert kampanye(*command) == (
        2,
        "",
        "Konfigurasi kampanye.toml tidak ditemukan. "
        "Tunjuk dengan --config BERKAS, atau letakkan kampanye.toml di folder ini.\n",
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_missing_configuration_is_named(command: tuple[str, ...], offices: Path, kampanye: Command) -> None:
    ran = kampanye(*command, "--config", "tiada.toml")
    assert ran == (2, "", 'Berkas konfigurasi "tiada.toml" tidak ada. Periksa nama dan foldernya.\n')


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_broken_configuration_is_told_with_its_place(
    command: tuple[str, ...], offices: Path, kampanye: Command
) -> None:
    path = offices / "satu" / "kampanye.toml"
    path.write_text(path.read_text().replace('kota = "Tangerang Selatan"', 'kotta = "Tangerang Selatan"'))
    ran = kampanye(*command, "--config", str(path))
    assert ran == (
        2,
        "",
        f'{path}, tabel [kantor]: kunci "kotta" tidak dikenal. Mungkin maksudnya "kota".\n',
    )


@pytest.mark.parametrize("arguments", [("--version",), ("--version", "tiada")])
def test_the_version_is_data(arguments: tuple[str, ...], kampanye: Command) -> None:
    from kampanye_tui import __version__

    assert kampanye(*arguments) == (0, f"kampanye {__version__}\n", "")
