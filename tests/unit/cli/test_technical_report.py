"""``laporan-teknis``: what it tells, that it tells no names, and that nothing broken stops it."""

from __future__ import annotations

import getpass
import socket
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kampanye_tui.cli.technical_report import _place
from kampanye_tui.store.settings import data_home
from tests.unit.cli.office import Command, with_signatories

TEXT = "naskah/2023-kampanye-damai/naskah.toml"
NAMES = st.text("QXZ", min_size=6, max_size=9)


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
        ("    nama = 'Budi'", ""),
    ],
)
def test_only_places_and_types_are_left_of_a_trace(line: str, told: str) -> None:
    assert _place(line) == told


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
