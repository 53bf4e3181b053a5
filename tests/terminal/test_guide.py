"""The operator's guide, pressed key by key in a real terminal from an empty HOME, until files are there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pypdfium2
import pytest

from kampanye_tui.agreement.responding import answers_of
from kampanye_tui.model.event import Answer
from kampanye_tui.store.ledger import open_ledger
from kampanye_tui.store.workspace import load
from tests.terminal.emulator import Terminal

GUIDE = Path(__file__).parent.parent.parent / "docs" / "panduan-operator.md"
KEYS = {"Enter": "enter", "Esc": "escape", "Bawah": "down", "Kanan": "right", "F10": "f10"}
ID = "2024-kampanye-damai"

pytestmark = pytest.mark.penuh


def presses() -> list[tuple[str, str]]:
    """Return what the guide says to do, each with its word: ``ketik``, ``tunggu`` or ``tombol``."""
    found = []
    for block in re.findall(r"```tombol\n(.*?)```", GUIDE.read_text(), re.DOTALL):
        for line in block.splitlines():
            word, _blank, rest = line.partition(" ")
            found.append((word, rest) if rest else ("tombol", KEYS.get(line, line)))
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which everything that the guide says was pressed."""
    home = tmp_path_factory.mktemp("rumah")
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "USER": "operator1"}
    with Terminal([sys.executable, "-m", "kampanye_tui"], env, cwd=home) as terminal:
        terminal.wait_for("Cari")
        for kind, what in presses():
            {"ketik": terminal.type, "tunggu": terminal.wait_for, "tombol": terminal.press}[kind](what)
            terminal.settle()
        assert terminal.exit_code() == 0
    return home


def test_the_two_clauses_read_as_typed(home: Path) -> None:
    words = " ".join(clause.text for clause in load(home, ID).agreement.clauses)
    assert "Koordinator lapangan ditunjuk untuk setiap kegiatan." in words
    assert "Ralat dimuat paling lambat satu hari sesudahnya." in words


def test_the_signatory_was_added(home: Path) -> None:
    party = load(home, ID).agreement.party("partai-kebangkitan-bangsa")
    assert [person.name for person in party.signatories] == ["Siti Rahma"]


def test_what_the_check_found_was_mended(home: Path) -> None:
    assert load(home, ID).agreement.office.address == "Jalan Raya Serpong Nomor 1"


def test_the_answers_of_two_pihak_were_recorded(home: Path) -> None:
    answers = answers_of(open_ledger(home / "naskah" / ID, ID).book.events)
    said = [(one.party, one.answer, one.remark) for one in answers.values()]
    agreed = load(home, ID).agreement.clauses
    assert said == [
        *[("partai-demokrat", Answer.AGREED, "")] * len(agreed),
        ("partai-golongan-karya", Answer.REMARK, "Mohon disertai contoh."),
    ]


def test_every_party_has_its_copy(home: Path) -> None:
    delivered = home / "naskah" / ID / "keluaran"
    assert len(list(delivered.glob("salinan-*.pdf"))) == 24


def test_the_berita_acara_says_where_it_was_agreed(home: Path) -> None:
    paper = pypdfium2.PdfDocument(home / "naskah" / ID / "keluaran" / "berita-acara-kesepakatan.pdf")
    said = " ".join(page.get_textpage().get_text_bounded() for page in paper)
    assert "Aula KPU Kota Tangerang Selatan" in " ".join(said.split())
