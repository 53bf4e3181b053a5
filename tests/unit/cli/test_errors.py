"""What goes wrong ends in a sentence and an exit code; nothing that came from a file steers a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from kampanye_tui.cli import export
from kampanye_tui.cli.main import TRACE
from kampanye_tui.store import configuration
from tests.unit.cli.office import SAMPLE, Command, accepting, edit
from tests.unit.plugin.packs import TERMS, python_pack

ESCAPE = "\x1b]0;palsu\x07\x1b[31m"
"""Renames the window of a terminal and turns its text red."""
PROGRAM = [sys.executable, "-m", "kampanye_tui"]


def fail(*_arguments: object) -> NoReturn:
    """Fail as only a fault of the program does."""
    raise RuntimeError("tak terduga")


@pytest.fixture
def faulty(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office whose program has a fault."""
    monkeypatch.setattr(configuration, "open_configuration", fail)
    return office


def test_a_fault_of_the_program_is_exit_code_2(faulty: Path, kampanye: Command) -> None:
    assert kampanye("daftar").code == 2


def test_a_fault_of_the_program_is_a_sentence_not_a_traceback(faulty: Path, kampanye: Command) -> None:
    assert kampanye("daftar")[1:] == (
        "",
        "Terjadi kesalahan pada program (RuntimeError: tak terduga).\n"
        "Laporkan beserta keluaran dari: KAMPANYE_JEJAK=1 kampanye …\n",
    )


def test_a_fault_of_the_program_shows_its_place_when_asked(
    faulty: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRACE, "1")
    with pytest.raises(RuntimeError, match="tak terduga"):
        kampanye("daftar")


def test_a_fault_after_writing_does_not_claim_that_nothing_was_written(
    office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "findings_of", fail)
    ran = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "nota.txt")
    assert "Tidak ada yang ditulis" not in ran.err


def test_an_interrupted_command_says_so_and_is_exit_code_2(
    office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_named: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(configuration, "open_configuration", interrupt)
    ran = kampanye("daftar")
    assert (ran.code, ran.err.strip()) == (2, "Dibatalkan.")


def test_an_error_of_the_file_system_names_the_file(office: Path, kampanye: Command) -> None:
    (office / "nota").touch()
    ran = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "nota")
    assert (ran.code, ran.err.splitlines()[-1].startswith("nota/naskah.txt ")) == (2, True)


def test_an_error_of_the_file_system_is_told_in_indonesian(office: Path, kampanye: Command) -> None:
    (office / "nota").touch()
    told = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "nota").err
    assert told.endswith(" berada di dalam sesuatu yang bukan folder.\n")


def test_a_missing_logo_is_told_in_indonesian(office: Path, kampanye: Command) -> None:
    edit(office, '# logo = "logo.png"', 'logo = "tiada.png"')
    told = kampanye("ekspor", "--templat", "naskah", "-o", "hasil").err
    assert told.splitlines()[-1].startswith("tiada.png: tidak ada. Periksa kunci ")


BROKEN = {
    "an escape in the file": f'[kantor]\nnama = "{ESCAPE}"\n',
    "an escape in a value": '[kantor]\nwilayah = "\\u001b[31m"\n',
    "an escape in a key": '[kantor]\nwilayah = "36.74"\n"\\u001b[31m" = 1\n',
    "an escape in a table": '["\\u001b[31m"]\nx = 1\n',
    "an escape in a choice": '[naskah]\nid = "a"\njenis = "\\u001b[31m"\n',
    "an unknown region": '[kantor]\nwilayah = "\\u202e36"\n',
}
"""What stands in a configuration after ``format = 1``."""


@pytest.mark.parametrize("what", BROKEN)
def test_nothing_in_a_broken_configuration_steers_the_terminal(
    what: str, office: Path, kampanye: Command
) -> None:
    (office / "kampanye.toml").write_text("format = 1\n" + BROKEN[what])
    told = kampanye("baru").err
    assert {character for character in told if not character.isprintable()} == {"\n"}


@pytest.mark.parametrize("command", ["daftar", "lihat"])
def test_nothing_in_the_name_of_a_folder_steers_the_terminal(
    command: str, office: Path, kampanye: Command
) -> None:
    folder = office / "naskah" / ESCAPE.replace("/", "")
    folder.mkdir(parents=True)
    (folder / "naskah.toml").write_text("format = 1\n")
    ran = kampanye(command)
    assert "\x1b" not in ran.out + ran.err


def test_nothing_in_the_reason_of_a_pack_steers_the_terminal(office: Path, kampanye: Command) -> None:
    code = f"@hookimpl\ndef kampanye_terms(region):\n    raise ValueError({ESCAPE!r})\n"
    (office / "kampanye.toml").write_text(SAMPLE)
    accepting(office, python_pack(office / "plugins", "uji", code))
    assert "\x1b" not in kampanye("lihat").err


def test_nothing_in_a_finding_of_a_pack_steers_the_terminal(office: Path, kampanye: Command) -> None:
    code = f"""
    @hookimpl
    def kampanye_rules(region):
        def check(agreement, reference):
            yield Finding(rule="uji", level=Level.SUGGESTION, message={ESCAPE!r},
                          place=Place(section=Section.PACKS))
        return [Rule(id="uji", level=Level.SUGGESTION, check=check)]
    """
    (office / "kampanye.toml").write_text(SAMPLE)
    accepting(office, python_pack(office / "plugins", "uji", code, ["kampanye_rules"]))
    ran = kampanye("periksa")
    assert "\x1b" not in ran.out + ran.err


def test_nothing_that_a_pack_prints_reaches_the_terminal(office: Path, kampanye: Command) -> None:
    code = f"print('sisipan')\n{TERMS}".replace("return", "print('sisipan')\n    return")
    (office / "kampanye.toml").write_text(SAMPLE)
    accepting(office, python_pack(office / "plugins", "uji", code))
    ran = kampanye("lihat")
    assert "sisipan" not in ran.out + ran.err


AS_JSON = [
    ("daftar", "--json"),
    ("periksa", "--json"),
    ("periksa", "--coba", "--json"),
    ("ekspor", "--templat", "naskah", "--format", "teks", "--json"),
    ("paket", "daftar", "--json"),
    ("wilayah", "--json"),
]


@pytest.mark.parametrize("command", AS_JSON, ids=" ".join)
def test_as_json_stdout_is_json_whatever_is_said_beside(
    command: tuple[str, ...], office: Path, kampanye: Command
) -> None:
    (office / "kampanye.toml").write_text(SAMPLE)
    (office / "plugins" / "rusak").mkdir(parents=True)
    assert isinstance(json.loads(kampanye(*command).out), list)


LEAVING = {
    "a table": ("wilayah",),
    "a line": ("wilayah", "36.74"),
    "a document": ("ekspor", "--templat", "naskah", "--format", "pdf", "-o", "-"),
}


def left_alone(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run a command whose reader has left already."""
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*PROGRAM, *command], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    return ran


@pytest.mark.parametrize("what", LEAVING)
def test_a_reader_that_has_left_is_nothing_to_speak_of(what: str, office: Path) -> None:
    told = left_alone(LEAVING[what]).stderr.splitlines()
    assert [line for line in told if not line.startswith("Belum ada naskah")] == []


@pytest.mark.parametrize("what", LEAVING)
def test_a_reader_that_has_left_is_not_taken_for_a_finding(what: str, office: Path) -> None:
    assert left_alone(LEAVING[what]).returncode == 2


def test_only_the_first_line_can_be_read(office: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m kampanye_tui wilayah | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout.split(), ran.stderr) == (["KODE", "NAMA", "PROVINSI", "ZONA"], "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_without_all_characters_still_shows_an_agreement(encoding: str, office: Path) -> None:
    ran = subprocess.run(
        [*PROGRAM, "lihat"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert ran.returncode == 0, ran.stderr.decode(encoding)


def test_a_character_that_a_terminal_lacks_is_a_question_mark(office: Path) -> None:
    edit(office, "[naskah]\n", '[naskah]\ntentang = "Damai → Tertib"\n')
    ran = subprocess.run(
        [*PROGRAM, "lihat"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert b"DAMAI ? TERTIB" in ran.stdout.upper()


def test_the_module_runs_as_the_program_does(office: Path) -> None:
    ran = subprocess.run([*PROGRAM, "daftar"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "Belum ada naskah tersimpan. Buat dengan: kampanye baru\n")


def test_the_exit_code_reaches_the_shell(office: Path) -> None:
    ran = subprocess.run([*PROGRAM, "lihat", "tiada"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
