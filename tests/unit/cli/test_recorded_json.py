"""What a command records can be had as JSON, with the keys of its file; then nothing else is on stdout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, with_signatories

FINAL = ("finalkan", "--waktu", "27-11-2023 09.00")
DAY = ("--waktu", "28-11-2023 09.00")
SIGNED = ("tandatangan", "catat", "1", "menandatangani", *DAY)
COMMANDS = {
    "final": ((), FINAL),
    "tanggapan": ((), ("tanggapan", "catat", "1", "alat-peraga", "--setuju", *DAY)),
    "hadir": ((FINAL,), ("tandatangan", "hadir", "1", *DAY)),
    "tandatangan": ((FINAL,), SIGNED),
    "jeda": ((FINAL,), ("jeda", "listrik padam", *DAY)),
    "koreksi": ((FINAL, SIGNED), ("koreksi", "2", "--alasan", "salah tekan")),
    "ganti-penandatangan": (
        (FINAL,),
        ("tandatangan", "ganti", "1", "--nama", "Siti", "--alasan", "sakit", *DAY),
    ),
    "salinan": ((FINAL,), ("salinan", "cetak", "--bentuk", "asli", *DAY)),
}
"""Kind of the event → what is done before, and the command that records it."""


@pytest.mark.parametrize("kind", COMMANDS)
def test_what_was_recorded_is_all_that_is_printed(office: Path, kampanye: Command, kind: str) -> None:
    before, command = COMMANDS[kind]
    with_signatories(office)
    kampanye("baru")
    for one in before:
        kampanye(*one)
    events = json.loads(kampanye(*command, "--json").out)
    assert {event["jenis"] for event in events} == {kind}


def test_the_code_of_the_ledger_says_up_to_which_event(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye(*FINAL)
    told = json.loads(kampanye("catatan", "--json").out)
    assert (len(told["kode"]), told["kejadian"]) == (64, 1)


def test_a_number_that_was_taken_is_printed_with_its_register(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    (entry,) = json.loads(kampanye("nomor", "catat", "naskah", "12/PL/2023", "--json").out)
    assert (entry["dokumen"], entry["nomor"]) == ("naskah", "12/PL/2023")
