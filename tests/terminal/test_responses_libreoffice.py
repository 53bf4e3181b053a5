"""The table of answers through LibreOffice: opened, filled in, saved as a workbook, and as CSV again."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from kampanye_tui.agreement.responding import Said
from kampanye_tui.agreement.response_table import read_responses, response_table
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer

pytestmark = pytest.mark.penuh

SEMICOLON, QUOTE = 59, 34
LETTERS = {"UTF-8": 76, "Windows-1252": 1}
"""What LibreOffice calls them."""
REMARKS = {
    "tanpa-politik-uang": "Kata “materi lainnya” terlalu luas; mohon contohnya.",
    "alat-peraga": "=1+1 bukan rumus",
    "asas-bersama": "- tidak ada kalimat penutup",
}


def through_libreoffice(folder: Path, data: bytes, letters: int) -> bytes:
    """Return a CSV file as LibreOffice writes it that was opened, saved as a workbook and opened again."""
    (folder / "isi.csv").write_bytes(data)
    read = f"--infilter=Text - txt - csv (StarCalc):{SEMICOLON},{QUOTE},{LETTERS['UTF-8']},1"
    write = f"csv:Text - txt - csv (StarCalc):{SEMICOLON},{QUOTE},{letters},1"
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    begin = ("soffice", profile, "--headless", "--convert-to")
    for rest in (("xlsx", read, "isi.csv"), (write, "isi.xlsx")):
        subprocess.run([*begin, *rest], cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "isi.csv").read_bytes()


def filled(agreement: Agreement) -> bytes:
    """Return the table with what Demokrat says, each cell guarded as the program writes cells."""
    head, *lines = response_table(agreement, {}).decode("utf-8-sig").splitlines()
    rows = []
    for row in csv.DictReader([head, *lines], delimiter=";"):
        if row["pihak"] == "partai-demokrat":
            remark = REMARKS.get(row["klausul"], "")
            row |= {"jawaban": "Keberatan" if remark else "setuju"}
            row |= {"catatan": f"'{remark}" if remark[:1] in ("=", "-") else remark}
        rows.append(";".join(f'"{cell}"' for cell in row.values()))
    return "\r\n".join((head, *rows)).encode("utf-8-sig")


@pytest.mark.parametrize("letters", LETTERS)
def test_answers_come_back_word_for_word(tmp_path: Path, agreement: Agreement, letters: str) -> None:
    saved = through_libreoffice(tmp_path, filled(agreement), LETTERS[letters])
    assert read_responses(agreement, {}, saved, "isi.csv") == tuple(
        Said("partai-demokrat", clause.id, Answer.OBJECTION, REMARKS[clause.id])
        if clause.id in REMARKS
        else Said("partai-demokrat", clause.id, Answer.AGREED)
        for clause in agreement.clauses
    )
