"""Formats of Python packs write in a process of their own: whatever they do there, it is a sentence here."""

from __future__ import annotations

import os
import time
from io import BytesIO
from pathlib import Path

import pytest

from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin import apart
from kampanye_tui.plugin.library import Library
from tests.unit.plugin.packs import library, python_pack
from tests.unit.plugin.test_gifts import PAPER

CODE = """
import os, sys, time

@hookimpl
def kampanye_export_formats():
    def write(document, stream, options):
        {0}
    return [ExportFormat(id="uji", label="Uji", suffix=".uji", write=write)]
"""
DEADLY = {
    "leaves": ("os._exit(0)", "menghentikan prosesnya sebelum selesai"),
    "is killed": ("os.kill(os.getpid(), 9)", "menghentikan prosesnya sebelum selesai"),
    "takes all memory": ("x = bytes(1 << 40)", "gagal: MemoryError"),
    "asks to leave": ("sys.exit(0)", "mencoba menghentikan program"),
    "raises": ("raise ValueError('rusak')", "gagal: ValueError: rusak"),
    "closes the stream": ("stream.close()", "menutup aliran yang diberikan kepadanya"),
    "swallows everything": (
        "while True:\n            try: time.sleep(9)\n            except BaseException: pass",
        "tidak selesai dalam 0.2 detik",
    ),
}


def office(root: Path, body: str) -> Library:
    """Return a library with a pack whose format does what ``body`` says."""
    pack = python_pack(root, "uji", CODE.format(body), ["kampanye_export_formats"])
    return library(root, pack)


def written(made: Library) -> bytes:
    """Return what the format writes."""
    stream = BytesIO()
    made.format("uji").write(PAPER, stream, ExportOptions())
    return stream.getvalue()


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "EXPORT_SECONDS", 0.2)
    monkeypatch.setattr(apart, "STARTUP_SECONDS", 1.5)


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(deed, marks=pytest.mark.penuh) if deed == "swallows everything" else deed
        for deed in DEADLY
    ],
)
def test_what_would_end_the_program_is_a_sentence(deed: str, tmp_path: Path) -> None:
    body, told = DEADLY[deed]
    made = office(tmp_path, body)
    with pytest.raises(Refused, match="paket uji") as caught:
        written(made)
    assert told in caught.value.problems[0].what


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    assert written(office(tmp_path, "stream.write(document.title.encode())")) == b"Judul"


@pytest.mark.parametrize(("returned", "pages"), [("3", 3), ("None", None), ("'tiga'", None), ("True", None)])
def test_a_format_returns_whole_pages_or_none(returned: str, pages: int | None, tmp_path: Path) -> None:
    made = office(tmp_path, f"return {returned}")
    assert made.format("uji").write(PAPER, BytesIO(), ExportOptions()) == pages


def test_it_is_another_process(tmp_path: Path) -> None:
    assert int(written(office(tmp_path, "stream.write(str(os.getpid()).encode())"))) != os.getpid()


@pytest.mark.parametrize("how", ["print('halo')", "os.write(1, b'halo')"])
def test_what_is_printed_is_no_part_of_the_file_and_goes_to_the_log(how: str, tmp_path: Path) -> None:
    made = office(tmp_path, f"{how}; stream.write(b'isi')")
    assert (written(made), made.host.printed["uji"].strip()) == (b"isi", "halo")


def test_what_a_pack_changes_in_its_process_changes_nothing_in_ours(tmp_path: Path) -> None:
    written(office(tmp_path, "os.environ['KAMPANYE_UJI'] = 'x'"))
    assert "KAMPANYE_UJI" not in os.environ


@pytest.mark.penuh
def test_processes_that_a_pack_leaves_behind_are_ended(tmp_path: Path) -> None:
    trace = tmp_path / "jejak"
    body = f"if os.fork() == 0:\n            time.sleep(1)\n            open({str(trace)!r}, 'w')"
    written(office(tmp_path / "p", body))
    time.sleep(1.5)
    assert not trace.exists()
