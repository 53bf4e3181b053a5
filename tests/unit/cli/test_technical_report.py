"""``laporan-teknis``: what it tells, that it tells no names, and that nothing broken stops it."""

from __future__ import annotations

import getpass
import json
import re
import shutil
import socket
import subprocess
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kampanye_tui.cli.technical_kinds import OTHER
from kampanye_tui.cli.technical_report import _faults_of
from kampanye_tui.cli.technical_traces import place
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.guard import Fault
from kampanye_tui.store.log import LARGEST, append
from kampanye_tui.store.own_packs import LOGS
from kampanye_tui.store.settings import data_home
from kampanye_tui.tui.crash import record
from tests.country import country
from tests.damaged import WAYS
from tests.each import for_each
from tests.unit.cli.office import Command, accepting, edit, with_signatories
from tests.unit.plugin.packs import opened, python_pack

TEXT = "naskah/2023-kampanye-damai/naskah.toml"
NAMES = st.text("QXZ", min_size=6, max_size=9)


@pytest.fixture(autouse=True)
def _nothing_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_counts_are_told(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert "naskah 1" in kampanye("laporan-teknis").out.splitlines()


def test_a_file_is_for_its_owner_alone(office: Path, kampanye: Command) -> None:
    kampanye("laporan-teknis", "-o", "laporan.txt")
    assert (office / "laporan.txt").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_left(office: Path, kampanye: Command) -> None:
    (office / "ada.txt").write_text("isi")
    assert (kampanye("laporan-teknis", "-o", "ada.txt").code, (office / "ada.txt").read_text()) == (2, "isi")


def test_a_broken_configuration_is_told_without_its_content(office: Path, kampanye: Command) -> None:
    (office / "kampanye.toml").write_text("QXZQXZ = [")
    ran = kampanye("laporan-teknis")
    assert (ran.code, "rusak atau tidak dapat dibaca" in ran.out, "QXZ" in ran.out) == (0, True, False)


def test_a_broken_text_is_counted(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    (office / TEXT).write_text("QXZQXZ = [")
    ran = kampanye("laporan-teknis")
    assert (ran.code, "naskah yang rusak 1" in ran.out, "QXZ" in ran.out) == (0, True, False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('  File "/home/budi/kampanye_tui/export.py", line 7, in x', 'File "kampanye_tui/export.py", line 7'),
        ('  File "/home/budi/kampanye_tui/budi.py", line 7, in x', ""),
        ("ValueError: Budi Santoso", "ValueError"),
        ("kampanye_tui.model.problem.Refused: Budi Santoso", "kampanye_tui.model.problem.Refused"),
        ("pypdf.errors.PdfReadError: Budi Santoso", "pypdf.errors.PdfReadError"),
        ("PIL.UnidentifiedImageError: Budi Santoso", "PIL.UnidentifiedImageError"),
        ("json.decoder.JSONDecodeError: Budi Santoso", "json.decoder.JSONDecodeError"),
        ("msgspec.ValidationError: Budi Santoso", "msgspec.ValidationError"),
        ("  | zipfile.BadZipFile: Budi Santoso", "zipfile.BadZipFile"),
        ("kampanye_tui.model.problem.Santoso: Budi", ""),
        ("budi.santoso.Refused: Budi", ""),
        ("antigravity.Refused: Budi", ""),
        ("zlib.crc32: Budi", ""),
        ("struct.Struct: Budi", ""),
        ("type: Budi", ""),
        ("Budi: Santoso", ""),
        ("    nama = 'Budi'", ""),
    ],
)
def test_only_places_and_types_are_left_of_a_trace(line: str, told: str) -> None:
    assert place(line) == told


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from strings(one)


def test_no_name_or_sentence_of_a_text_is_told(office: Path, kampanye: Command) -> None:
    with_signatories(office)
    kampanye("baru")
    words = {one for one in strings(tomllib.loads((office / TEXT).read_text())) if " " in one.strip()}
    assert len(words) > 100
    told = kampanye("laporan-teknis").out
    assert [one for one in words if one in told] == []


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES)
def test_no_name_is_told(office: Path, kampanye: Command, name: str) -> None:
    kampanye("baru")
    kampanye("acara", "--tempat", name)
    log = data_home() / "kesalahan.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(f'  File "/home/{name}/{name}.py", line 3\nValueError: {name}\n')
    told = kampanye("laporan-teknis").out
    around = (
        name,
        "Aula",
        "Surabaya",
        str(Path.home()),
        socket.gethostname(),
        getpass.getuser(),
        str(office),
    )
    assert [one for one in around if one in told] == []


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of an office whose agreement was signed, closed and handed out."""
    folder = tmp_path_factory.mktemp("negeri")
    country(folder, 1)
    (office,) = folder.iterdir()
    return office


UNPROVEN = "revisi/r01.toml: tanpa kejadian yang utuh"
KINDS = {
    "text gone": ["naskah.toml: tidak ada"],
    "text empty": ["naskah.toml: kunci belum ada"],
    "text cut": ["naskah.toml: penulisan TOML"],
    "text of noise": ["naskah.toml: bukan UTF-8"],
    "text with a key of nobody": ["naskah.toml: kunci tidak dikenal"],
    "text reworded": ["naskah.toml: isi berbeda"],
    "text with an escape": ["naskah.toml: karakter tak terlihat"],
    "text that is a link": ["naskah.toml: penulisan TOML"],
    "text that is a pipe": ["naskah.toml: bukan berkas"],
    "text that is a folder": ["naskah.toml: bukan berkas"],
    "text too large": ["naskah.toml: terlalu besar"],
    "text of brackets": ["naskah.toml: penulisan TOML"],
    "ledger with another word": ["buku.jsonl: isi berubah", UNPROVEN],
    "ledger without a line": ["buku.jsonl: rantai putus", UNPROVEN],
    "ledger torn": ["buku.jsonl: baris terakhir terpotong"],
    "ledger of another agreement": ["buku.jsonl: rantai putus", UNPROVEN],
    "ledger gone": [UNPROVEN],
    "final text gone": ["revisi/r01.toml: tidak ada"],
    "folder empty": ["naskah.toml: tidak ada"],
}


@for_each("way", list(KINDS))
def test_each_fault_of_an_agreement_is_of_a_kind(signed: Path, tmp_path: Path, way: str) -> None:
    folder = tmp_path / way / "2023-kampanye-damai"
    shutil.copytree(signed / "naskah" / folder.name, folder)
    WAYS[way][0](folder)
    told = [re.sub(", baris [0-9]+", "", one) for one in _faults_of(folder, Counter())]
    assert told == KINDS[way]


def test_every_way_to_break_an_agreement_has_its_kind() -> None:
    # A folder that is a link is not looked into.
    assert (WAYS.keys() - KINDS.keys(), OTHER in str(KINDS)) == ({"folder that leads elsewhere"}, False)


def test_the_line_that_breaks_is_told(signed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "2023-kampanye-damai"
    shutil.copytree(signed / "naskah" / folder.name, folder)
    WAYS["ledger without a line"][0](folder)
    assert next(_faults_of(folder, Counter())) == "buku.jsonl, baris 5: rantai putus"


def test_broken_registers_are_told_with_their_year(office: Path, kampanye: Command) -> None:
    (office / "register").mkdir()
    (office / "register" / "2021.jsonl").mkdir()
    (office / "register" / "2022.jsonl").write_bytes(b"Budi Santoso\n")
    (office / "register" / "2023.jsonl").write_bytes(b'{"jenis":')
    told = kampanye("laporan-teknis").out.splitlines()
    assert [line for line in told if line.startswith("register/")] == [
        "register/2021.jsonl: bukan berkas",
        "register/2022.jsonl, baris 1: bukan catatan yang utuh",
        "register/2023.jsonl, baris 1: baris terakhir terpotong",
    ]


def test_a_folder_of_registers_that_cannot_be_read_ends_no_report(office: Path, kampanye: Command) -> None:
    (office / "register").symlink_to("register")
    ran = kampanye("laporan-teknis")
    assert (ran.code, "register, tidak dapat dibaca: ELOOP\n" in ran.out) == (0, True)


def test_of_very_many_faults_the_rest_is_counted(office: Path, kampanye: Command) -> None:
    (office / "register").mkdir()
    for year in range(2000, 2033):
        (office / "register" / f"{year}.jsonl").write_bytes(b"x\n")
    told = kampanye("laporan-teknis").out
    assert (told.count("bukan catatan yang utuh"), "kerusakan lain 3\n" in told) == (30, True)


def failing(deed: Callable[[], object], error: type[Exception]) -> None:
    """Do what fails, and write it down as the program on the screen does."""
    with pytest.raises(error) as caught:
        deed()
    record(caught.value, [])


def fault() -> None:
    """Raise an error of ours because of one of Python's."""
    try:
        {}["Budi Qxzman"]
    except KeyError as error:
        raise Fault("paket Budi Qxzman") from error


def test_the_log_of_the_program_tells_places_and_types_of_real_errors(
    office: Path, kampanye: Command
) -> None:
    failing(lambda: read(Agreement, b'format = 1\nid = "Budi Qxzman"\n', "/home/budi/Qxzman.toml"), Refused)
    failing(lambda: msgspec.json.decode(b'"Budi Qxzman"', type=int), msgspec.ValidationError)
    failing(fault, Fault)
    failing(lambda: subprocess.run(["false", "Budi Qxzman"], check=True), subprocess.CalledProcessError)
    told = kampanye("laporan-teknis").out.partition("catatan program\n")[2].splitlines()
    told = [re.sub("line [0-9]+$", "line N", line) for line in told]
    assert list(dict.fromkeys(told)) == [
        'File "kampanye_tui/model/reading.py", line N',
        "kampanye_tui.model.problem.Refused",
        "msgspec.ValidationError",
        "KeyError",
        "kampanye_tui.plugin.guard.Fault",
        "subprocess.CalledProcessError",
    ]


def test_a_log_that_was_begun_anew_is_told_beside_the_one_before(office: Path, kampanye: Command) -> None:
    log = data_home() / "kesalahan.log"
    append(log, "KeyError: 1\n" + "Budi\n" * LARGEST)
    append(log, "ValueError: Budi\n")
    told = kampanye("laporan-teknis").out.partition("JEJAK KESALAHAN\n")[2].splitlines()
    # Only the end of a log is read.
    assert told == ["catatan program", "ValueError", "catatan program sebelumnya", "tanpa jejak kesalahan"]


PRINTING = """
import traceback

@hookimpl
def kampanye_terms(region):
    print("Halo, Budi Qxzman")
    try:
        {}["Budi Qxzman"]
    except KeyError:
        traceback.print_exc()
    return []
"""


@pytest.fixture
def printing(office: Path, kampanye: Command) -> Path:
    """A Python pack of the office that printed a name and an error, behind packs whose names come first."""
    edit(office, "folder = []", 'folder = ["plugins"]')
    for name in ("aa-qxz", "zz-qxz"):
        python_pack(office / "plugins", name, PRINTING)
    pack = python_pack(office / "plugins", "mm-qxz", PRINTING)
    accepting(office, pack)
    kampanye("baru")
    return pack


def logs_of(told: str) -> dict[str, list[str]]:
    """Return the lines told of each log."""
    found: dict[str, list[str]] = {}
    for line in told.partition("JEJAK KESALAHAN\n")[2].splitlines():
        if line.startswith("catatan "):
            found[line] = []
        else:
            found[list(found)[-1]].append(line)
    return found


def test_the_log_of_a_pack_has_the_number_of_the_pack(printing: Path, kampanye: Command) -> None:
    told = kampanye("laporan-teknis").out
    number = re.search(rf"^paket ([0-9]+): .*{opened(printing).fingerprint}$", told, re.MULTILINE)
    assert number is not None
    assert logs_of(told) == {"catatan program": ["tidak ada"], f"catatan paket {number[1]}": ["KeyError"]}


def test_logs_of_the_screen_and_of_packs_that_are_gone_are_called_that(
    office: Path, kampanye: Command
) -> None:
    for name in ("layar.log", "budi-qxz.log", "layar.log.1"):
        append(data_home() / LOGS / name, "ValueError: Budi\n")
    assert list(logs_of(kampanye("laporan-teknis").out)) == [
        "catatan program",
        "catatan layar",
        "catatan layar sebelumnya",
        "catatan paket di luar daftar",
    ]


def test_no_name_of_a_whole_office_is_told_whatever_is_broken(
    signed: Path, tmp_path: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "negeri"
    shutil.copytree(signed, office)
    monkeypatch.chdir(office)
    folder = office / "naskah" / "2023-kampanye-damai"
    said = [*strings(tomllib.loads((folder / "naskah.toml").read_text()))]
    said += strings([json.loads(line) for line in (folder / "buku.jsonl").read_text().splitlines()])
    said += strings(tomllib.loads((office / "kampanye.toml").read_text()))
    names = {word for one in said for word in re.findall(r"\b[A-Z][A-Za-z]{2,}", one)}
    assert len(names) > 200
    for word in sorted(names):
        append(data_home() / "kesalahan.log", f"{word}: {word}\nkampanye_tui.{word}.{word}: {word}\n")
    told = ""
    for way in ("text reworded", "text with a key of nobody", "text cut", "ledger with another word"):
        shutil.rmtree(folder)
        shutil.copytree(signed / "naskah" / folder.name, folder)
        WAYS[way][0](folder)
        told += kampanye("laporan-teknis").out
    assert names & set(re.findall("[A-Za-z]+", told)) == set()
