"""Cetak & Simpan and Ambil berkas: what is marked is written, whole or not at all, and can be fetched."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec
import pikepdf
import pytest
from textual.pilot import Pilot

from kampanye_tui import export
from kampanye_tui.export import Maker
from kampanye_tui.model.finding import Finding, Level, Place, Section
from kampanye_tui.model.problem import refuse
from kampanye_tui.tui.printing import Printers
from kampanye_tui.tui.progress import Progress
from kampanye_tui.tui.screens.fetch import NOTE, Fetch
from kampanye_tui.tui.screens.output import OutputPane
from tests.tui.desk import ID, Desk, lines, text, until

pytestmark = pytest.mark.penuh

ONLY_NASKAH = ("down", "space", "down", "space", "up", "up")
"""Takes the marks off the other two papers."""


def folder(desk: Desk) -> Path:
    return desk.folder / "naskah" / ID / "keluaran"


def names(desk: Desk) -> list[str]:
    """Return the names of the files that were written."""
    return sorted(path.name for path in folder(desk).iterdir()) if folder(desk).exists() else []


async def opened(at: Pilot) -> OutputPane:
    """Open the tab."""
    await at.press("6")
    return at.app.screen.pane


BOOKLET = (
    *(f"templat:nasional/{name}" for name in ("naskah", "berita-acara-kesepakatan", "salinan-peserta")),
    "templat:nasional/buku-saku",
)
"""Rows that, marked one after the other, leave the booklet alone."""


async def marked(at: Pilot, *row_ids: str) -> None:
    """Open the tab, change the marks of rows, write, and wait for the list of files."""
    pane = await opened(at)
    for row_id in row_ids:
        pane.choices.point(row_id)
        await at.press("space")
    await written(at)


async def written(at: Pilot, *keys: str) -> None:
    """Open the tab, press keys, write, and wait for the list of files."""
    await opened(at)
    await at.press(*keys, "enter")
    await until(at, lambda: isinstance(at.app.screen, Fetch) and at.app.screen.host)


def programs_that_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: Path) -> None:
    """Have one printer, whose ``lp`` only notes what it is told."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, does in (
        ("lp", f'echo "$@" > {printed}; echo "request id is hukum-12 (1 file(s))"'),
        ("lpstat", "echo hukum"),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))


def test_what_is_marked_is_written_and_listed(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await written(at)
        assert len(names(desk)) == 20
        assert lines(at.app)[1] == " Selesai: 20 berkas, 249 halaman (20 baru)"
        assert lines(at.app)[9].split()[:4] == ["naskah.pdf", "10", "hal", "baru"]

    desk.play(scene)


def test_a_mark_that_is_taken_off_is_not_written(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await written(at, *ONLY_NASKAH)
        assert names(desk) == ["naskah.pdf"]

    desk.play(scene)


def test_a_booklet_to_be_folded_has_two_pages_on_each_side_of_a_lying_a4(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await marked(at, *BOOKLET, "cara:lipat")
        assert names(desk) == ["buku-saku-lipat.pdf"]

    desk.play(scene)
    with pikepdf.open(folder(desk) / "buku-saku-lipat.pdf") as file:
        assert {tuple(round(float(side)) for side in page.mediabox) for page in file.pages} == {
            (0, 0, 842, 595)
        }


def test_a_small_pdf_carries_no_sources_along(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await marked(at, *BOOKLET, "cara:ringkas")
        await at.press("escape")
        await marked(at, "cara:ringkas")
        assert names(desk) == ["buku-saku-ringkas.pdf", "buku-saku.pdf"]

    desk.play(scene)
    carried = []
    for name in names(desk):
        with pikepdf.open(folder(desk) / name) as file:
            carried.append(len(file.attachments))
    assert carried == [0, 2]


def test_a_booklet_is_printed_on_a4_turned_over_its_short_edge(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed"
    programs_that_print(tmp_path, monkeypatch, printed)

    async def scene(at: Pilot) -> None:
        await marked(at, *BOOKLET, "cara:lipat")
        await at.press("c", "f10")
        await at.pause()
        assert "Kertas yang diperlukan: A4 (1 dokumen, dibalik pada sisi pendek)." in text(at.app)
        await at.press("y")
        await until(at, lambda: "tugas hukum-12" in at.app.message)
        assert "-o sides=two-sided-short-edge -o media=A4" in printed.read_text()

    desk.play(scene)


def test_nothing_marked_says_what_to_do(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press(*ONLY_NASKAH, "space", "enter")
        assert lines(at.app)[22] == " Tandai sedikitnya satu dokumen."
        assert names(desk) == []

    desk.play(scene)


def test_what_must_be_mended_is_counted_and_does_not_stand_in_the_way(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        wrong = Finding(
            rule="uji", level=Level.REQUIRED, message="Salah.", place=Place(section=Section.CLAUSES)
        )
        work = at.app.screen.work
        work._checked = (work.agreement, (), (wrong,))
        pane = await opened(at)
        assert "KONSEP r01. 1 hal wajib diperbaiki" in lines(at.app)[4]
        assert pane.why_off("cetak.tulis") == ""

    desk.play(scene)


def test_another_content_is_replaced_only_when_that_is_wanted(desk: Desk) -> None:
    folder(desk).mkdir()
    paper = folder(desk) / "naskah.pdf"
    paper.write_text("milik orang")

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press(*ONLY_NASKAH, "enter")
        await until(at, lambda: "Ganti berkas" in text(at.app))
        await at.press("t")
        assert (lines(at.app)[22], paper.read_text()) == (" Tidak ada berkas yang ditulis.", "milik orang")
        await at.press("enter")
        await until(at, lambda: "Ganti berkas" in text(at.app))
        await at.press("y")
        await until(at, lambda: isinstance(at.app.screen, Fetch))
        assert (lines(at.app)[1], paper.read_bytes()[:5]) == (
            " Selesai: 1 berkas, 10 halaman (1 diganti)",
            b"%PDF-",
        )

    desk.play(scene)


def test_x_stops_before_the_next_paper_and_nothing_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    make = Maker.make

    async def scene(at: Pilot) -> None:
        pane = await opened(at)

        def slowly(maker: Maker, job, *press):
            made.append(job)
            pane.run.cancelled.wait(10)
            return make(maker, job, *press)

        monkeypatch.setattr(Maker, "make", slowly)
        await at.press("enter")
        assert lines(at.app)[3] == " Menyusun dokumen 0/20 · x membatalkan"
        await at.press("x")
        await until(at, lambda: not pane.run.writing)
        assert lines(at.app)[22] == " Dibatalkan; tidak ada berkas yang ditulis."
        assert (len(made), names(desk)) == (1, [])

    desk.play(scene)


def test_what_is_being_written_cannot_be_broken_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, write = threading.Event(), export.deliver

    def slowly(*arguments, **named):
        go_on.wait(10)
        return write(*arguments, **named)

    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(export, "deliver", slowly)
        pane = await opened(at)
        await at.press(*ONLY_NASKAH, "enter")
        await until(at, lambda: pane.run.made)
        await at.press("x")
        assert at.app.message == "Menulis berkas…"
        go_on.set()
        await until(at, lambda: isinstance(at.app.screen, Fetch))
        assert len(names(desk)) == 1

    desk.play(scene)


def test_a_paper_is_written_with_the_packs_that_it_was_made_with(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, write = [], export.deliver

    def noted(library, *arguments, **named):
        given.append(library)
        return write(library, *arguments, **named)

    make = Maker.make

    def and_packs_change(maker: Maker, job, *press):
        at_work[0]._library = None
        return make(maker, job, *press)

    at_work = []

    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(export, "deliver", noted)
        monkeypatch.setattr(Maker, "make", and_packs_change)
        at_work.append(at.app.screen.work)
        before = at.app.screen.work.library
        await written(at, *ONLY_NASKAH)
        assert given == [before]

    desk.play(scene)


def test_a_printing_system_that_is_silent_does_not_hold_the_program(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent, waited = threading.Event(), []

    def never() -> Printers:
        waited.append(silent.wait(10))
        return Printers(())

    monkeypatch.setattr("kampanye_tui.tui.screens.fetch.printers", never)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("o")
        await at.press("ctrl+q")

    desk.play(scene)
    assert waited == []
    silent.set()


def test_an_agreement_that_is_left_is_not_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    make = Maker.make

    async def scene(at: Pilot) -> None:
        pane = await opened(at)

        def slowly(maker: Maker, job, *press):
            pane.run.cancelled.wait(10)
            made.append(make(maker, job, *press))
            return made[-1]

        monkeypatch.setattr(Maker, "make", slowly)
        await at.press("enter", "escape")
        await until(at, lambda: made)
        await at.pause(0.2)
        assert (len(made), names(desk)) == (1, [])

    desk.play(scene)


def test_progress_is_told_twice_a_second_at_most() -> None:
    clock = iter([0.0, 0.1, 0.3, 0.6, 0.9, 1.1])
    told: list[str] = []
    progress = Progress(5, threading.Event(), told.append, "x", lambda: next(clock))
    for done in range(1, 6):
        progress(done)
    assert told == ["Menyusun dokumen 3/5 · x membatalkan", "Menyusun dokumen 5/5 · x membatalkan"]


def test_a_paper_that_cannot_be_made_leaves_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker.make

    def but_copies(maker: Maker, job, *press):
        if job.copy is not None:
            raise refuse("salinan ini tidak dapat dibuat", "Perbaiki templatnya")
        return make(maker, job, *press)

    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(Maker, "make", but_copies)
        pane = await opened(at)
        await at.press("enter")
        await until(at, lambda: not pane.run.writing)
        assert "Salinan ini tidak dapat dibuat. Perbaiki templatnya" in lines(at.app)[22]
        assert names(desk) == []

    desk.play(scene)


def test_a_disk_that_refuses_is_told(desk: Desk) -> None:
    folder(desk).write_text("bukan folder")

    async def scene(at: Pilot) -> None:
        pane = await opened(at)
        await at.press("enter")
        await until(at, lambda: not pane.run.writing)
        assert "keluaran" in at.app.message

    desk.play(scene)


def test_papers_of_an_earlier_export_are_named(desk: Desk) -> None:
    folder(desk).mkdir()
    (folder(desk) / "salinan-01_paslon-4.pdf").write_text("lama")

    async def scene(at: Pilot) -> None:
        await written(at)
        assert "1 berkas dari ekspor sebelumnya tidak berlaku lagi" in " ".join(text(at.app).split())

    desk.play(scene)


def test_the_way_to_fetch_is_sent_and_can_be_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.9 50022 10.0.0.5 22")
    monkeypatch.setattr("getpass.getuser", lambda: "operator1")

    async def scene(at: Pilot) -> None:
        await written(at, *ONLY_NASKAH)
        await at.press("down", "down", "enter")
        line = f"pscp -r operator1@10.0.0.5:{folder(desk)} ."
        assert at.app.clipboard == line
        assert "belum tentu sampai" in lines(at.app)[22]
        await at.press("w")
        assert line in (folder(desk) / NOTE).read_text().splitlines()

    desk.play(scene)


def test_before_anything_is_written_the_folder_is_shown(desk: Desk) -> None:
    folder(desk).mkdir()
    (folder(desk) / "naskah.pdf").write_text("lama")

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("o")
        await until(at, lambda: at.app.screen.host)
        assert lines(at.app)[9].startswith("  naskah.pdf")
        await at.press("c")
        assert "Tulis dokumen dahulu" in lines(at.app)[22]

    desk.play(scene)


def test_pages_are_counted_before_anything_is_printed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed"
    programs_that_print(tmp_path, monkeypatch, printed)

    async def scene(at: Pilot) -> None:
        await written(at, *ONLY_NASKAH)
        await at.press("c", "down", "down", "backspace", "3", "f10")
        await at.pause()
        assert "1 dokumen, 3 rangkap, 30 halaman, ke printer hukum, bolak-balik." in text(at.app)
        assert not printed.exists()
        await at.press("y")
        await until(at, lambda: "tugas hukum-12" in at.app.message)
        assert printed.read_text().split()[:8] == [
            *("-d", "hukum", "-n", "3"),
            *("-o", "sides=two-sided-long-edge", "-o", "media=A4"),
        ]

    desk.play(scene)


def test_names_of_people_are_shown_as_they_are(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        agreement = at.app.screen.work.agreement
        last = msgspec.structs.replace(agreement.parties[-1], name="[red]Kodim[/red]")
        at.app.screen.edit(msgspec.structs.replace(agreement, parties=(*agreement.parties[:-1], last)))
        await opened(at)
        await at.press("G")
        assert "[red]Kodim[/red]" in text(at.app)

    desk.play(scene)
