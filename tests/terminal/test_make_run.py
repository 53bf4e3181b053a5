"""What ``make run`` does, from an empty home: twenty papers, sound, complete, and the same every time."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.model.agreement import Agreement

pytestmark = pytest.mark.penuh

ROOT = Path(__file__).parent.parent.parent
PROGRAM = ROOT / ".venv" / "bin" / "kampanye"
LARGEST = 250_000
"""Bytes; a paper has to go through a chat and over a slow line."""


class Ran(NamedTuple):
    """One run: where the papers are, and what was printed."""

    folder: Path
    out: str
    err: str

    @property
    def papers(self) -> list[Path]:
        """The papers by name."""
        return sorted(self.folder.iterdir())

    @property
    def bytes(self) -> dict[str, bytes]:
        """Name → bytes of all papers."""
        return {paper.name: paper.read_bytes() for paper in self.papers}


def run(folder: Path) -> Ran:
    """Run the program as ``make run`` does, in an office with the repository's sample and packs."""
    office, home = folder / "kantor", folder / "rumah"
    if not office.exists():
        home.mkdir(parents=True)
        office.mkdir()
        shutil.copy(ROOT / "sample_config.toml", office)
        shutil.copytree(ROOT / "plugins", office / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    ran = subprocess.run(
        [PROGRAM, "--config", "sample_config.toml", "ekspor", "--timpa", "-o", "keluaran"],
        cwd=office,
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    return Ran(office / "keluaran", ran.stdout, ran.stderr)


def told(*command: str | Path) -> str:
    """Return what an outside program prints; fails when it is not content."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The first run."""
    return run(tmp_path_factory.mktemp("pertama"))


def test_make_run_runs_this_command() -> None:
    command = told("make", "-n", "-C", ROOT, "run").splitlines()
    assert ".venv/bin/kampanye --config sample_config.toml ekspor --timpa -o keluaran" in command


def test_twenty_papers_are_written(ran: Ran) -> None:
    names = [paper.name for paper in ran.papers]
    copies = [name for name in names if name.startswith("salinan-") and name.endswith(".pdf")]
    assert (len(names), len(copies)) == (20, 18)


def test_nothing_is_said_but_what_needs_attention_and_the_sum(ran: Ran) -> None:
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == [
        "Belum ada naskah tersimpan; disusun langsung dari sample_config.toml.",
        "Selesai",
        "Perlu perhatian (1)",
        "  - Nama penanda tangan masih kosong pada 24 pihak",
        "    di pihak > partai-kebangkitan-bangsa > penandatangan; aturan",
        "Pemeriksaan",
    ]


def test_nothing_is_written_into_the_home_but_what_the_program_keeps_for_its_user(ran: Ran) -> None:
    home = ran.folder.parent.parent / "rumah"
    written = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    assert [
        path for path in written if not path.startswith((".local/share/kampanye/", ".cache/kampanye/"))
    ] == []


def test_nothing_but_the_papers_is_written_into_the_office(ran: Ran) -> None:
    assert sorted(path.name for path in ran.folder.parent.iterdir()) == [
        "keluaran",
        "plugins",
        "sample_config.toml",
    ]


def test_a_second_run_in_another_place_gives_the_same_bytes(ran: Ran, tmp_path: Path) -> None:
    assert run(tmp_path).bytes == ran.bytes


def test_a_second_run_in_the_same_place_leaves_every_paper_as_it_is(tmp_path: Path) -> None:
    run(tmp_path)
    became = [row.split()[1] for row in run(tmp_path).out.splitlines()[1:]]
    assert became == ["tetap"] * 20


def test_the_hashes_that_were_printed_are_those_of_the_papers(ran: Ran) -> None:
    printed = {row.split()[3]: row.split()[2] for row in ran.out.splitlines()[1:]}
    summed = (line.split() for line in told("sha256sum", *ran.papers).splitlines())
    assert printed == {f"keluaran/{Path(name).name}": sha256 for sha256, name in summed}


def test_the_pages_that_were_printed_are_those_of_the_papers(ran: Ran) -> None:
    printed = {row.split()[3]: row.split()[0] for row in ran.out.splitlines()[1:]}
    counted = {f"keluaran/{paper.name}": told("qpdf", "--show-npages", paper).strip() for paper in ran.papers}
    assert printed == counted


def test_qpdf_finds_nothing_wrong_in_any_paper(ran: Ran) -> None:
    checks = [told("qpdf", "--check", paper) for paper in ran.papers]
    assert ["No syntax or stream encoding errors found" in check for check in checks] == [True] * 20


def test_every_font_is_embedded_and_a_subset(ran: Ran) -> None:
    fonts = [line for paper in ran.papers for line in told("pdffonts", paper).splitlines()[2:]]
    flags = {tuple(line.split()[-5:-2]) for line in fonts}
    assert flags == {("yes", "yes", "yes")}


def test_every_paper_has_fonts(ran: Ran) -> None:
    assert [paper.name for paper in ran.papers if len(told("pdffonts", paper).splitlines()) < 3] == []


def test_every_naskah_holds_the_titles_of_all_clauses_in_order(ran: Ran, agreement: Agreement) -> None:
    titles = [clause.title for clause in agreement.clauses]
    holders = [paper for paper in ran.papers if not paper.name.startswith("berita-acara")]
    for paper in holders:
        text = " ".join(told("pdftotext", paper, "-").split()).casefold()
        at = 0
        for title in titles:
            at = text.find(title.casefold(), at)
            assert at >= 0, (paper.name, title)


def test_every_page_says_that_it_is_a_sample(ran: Ran) -> None:
    for paper in ran.papers:
        pages = told("pdftotext", paper, "-").split("\f")[:-1]
        assert [page for page in pages if "CONTOH — BUKAN DOKUMEN KPU" not in page] == [], paper.name


def test_each_copy_names_its_holder(ran: Ran, agreement: Agreement) -> None:
    names = {party.id: party.name for party in agreement.parties}
    for paper in ran.papers:
        if paper.name.startswith("salinan-"):
            first = " ".join(told("pdftotext", "-l", "1", paper, "-").split())
            assert names[paper.stem.partition("_")[2]] in first, paper.name


def test_every_paper_is_small_enough_to_send(ran: Ran) -> None:
    assert {name: len(data) for name, data in ran.bytes.items() if len(data) > LARGEST} == {}
