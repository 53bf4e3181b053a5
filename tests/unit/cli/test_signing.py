"""The day by commands: final, signing, correction, pause, closing, and the ledger read back."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.keyboard import answers
from tests.unit.cli.office import Command, Susun, with_signatories, without_supervisor

FINAL = ("finalkan", "--waktu", "27-11-2023 16.00")


@pytest.fixture
def final(office: Path, kampanye: Command) -> Path:
    """An office whose only agreement is final."""
    with_signatories(office)
    kampanye("baru")
    assert kampanye(*FINAL).code == 0
    return office


def outcomes(kampanye: Command) -> dict[str, str]:
    """Return the outcome of each pihak that has one."""
    rows = json.loads(kampanye("tandatangan", "daftar", "--json").out)
    return {row["pihak"]: row["hasil"] for row in rows if row["hasil"]}


def sign_all(kampanye: Command) -> None:
    """Record a signature of everybody who has a name, and that the others were not there."""
    for row in json.loads(kampanye("tandatangan", "daftar", "--json").out):
        if not row["hasil"]:
            outcome = "menandatangani" if row["nama"] else "tidak-hadir"
            ran = kampanye("tandatangan", "catat", row["pihak"], outcome, "--waktu", "28-11-2023 10.00")
            assert ran.code == 0, ran.err


def test_a_clean_text_becomes_final_and_tells_its_code(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    ran = kampanye(*FINAL)
    assert (ran.code, ran.out.strip() in ran.err) == (0, True)


def test_what_stands_in_the_way_is_told_and_nothing_becomes_final(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    kampanye("baru")
    ran = kampanye(*FINAL)
    assert (ran.code, "Menghalangi: " in ran.err) == (1, True)
    assert "Belum ada kejadian" in kampanye("riwayat").err


def test_a_final_text_is_not_made_final_twice(final: Path, kampanye: Command) -> None:
    assert "sudah final sebagai revisi 1" in kampanye(*FINAL).err


def test_an_edit_of_a_final_text_is_a_new_revision_that_needs_a_reason(
    final: Path, kampanye: Command
) -> None:
    kampanye("klausul", "buang", "alat-peraga")
    assert "revisi baru memerlukan alasan" in kampanye("finalkan").err
    assert kampanye("finalkan", "--alasan", "permintaan pleno").code == 0
    assert "revisi 2" in kampanye("riwayat").out


def test_an_outcome_is_recorded_under_the_ballot_number(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "catat", "14", "menandatangani")
    assert outcomes(kampanye) == {"partai-demokrat": "menandatangani"}


def test_nobody_signs_without_a_name_and_it_is_said_how_to_fill_it_in(final: Path, kampanye: Command) -> None:
    ran = kampanye("tandatangan", "catat", "kodim", "menandatangani", "--alasan", "lekas pergi")
    (hint,) = re.findall(r"kampanye pihak ubah kodim --penandatangan \S+ \S+", ran.err)
    assert (ran.code, "Nama penanda tangan Kodim" in ran.err, outcomes(kampanye)) == (2, True, {})
    assert kampanye(*shlex.split(hint)[1:]).code == 0
    assert kampanye("tandatangan", "catat", "kodim", "menandatangani", "--alasan", "lekas pergi").code == 0


def test_nobody_is_booked_twice(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "catat", "1", "menandatangani")
    ran = kampanye("tandatangan", "catat", "1", "tidak-hadir")
    assert (ran.code, "sudah tercatat: menandatangani" in ran.err) == (2, True)


def test_a_stand_in_needs_the_paper_of_the_mandate(final: Path, kampanye: Command) -> None:
    assert (
        "mandat belum lengkap"
        in kampanye("tandatangan", "catat", "1", "menandatangani", "--oleh", "Budi").err.casefold()
    )


def test_a_correction_keeps_both_entries(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "catat", "1", "tidak-hadir")
    assert kampanye("koreksi", "2", "--alasan", "salah tekan").code == 0
    told = kampanye("riwayat").out
    assert ("tidak hadir (dikoreksi)" in told, "koreksi atas nomor 2: salah tekan" in told) == (True, True)
    assert outcomes(kampanye) == {}


def test_a_pause_is_recorded(final: Path, kampanye: Command) -> None:
    kampanye("jeda", "listrik padam", "--waktu", "28-11-2023 10.15", "--lanjut", "28-11-2023 10.40")
    assert "jeda: listrik padam" in kampanye("riwayat").out


NAMELESS = (
    "Nama penanda tangan Kodim (Komandan Komando Distrik Militer) belum diisi; isi dahulu pada tab Pihak, "
    "atau catat surat mandat yang mewakilinya. Dengan perintah: "
    'kampanye pihak ubah kodim --penandatangan "" "Nama"'
)


def test_that_the_next_one_has_no_name_is_told_before_they_sign(final: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("tandatangan", "daftar", "--json").out)
    told = [kampanye("tandatangan", "catat", row["pihak"], "tidak-hadir").err for row in rows[:-1]]
    assert [NAMELESS in one.splitlines() for one in told] == [False] * 23 + [True]


@pytest.mark.parametrize(
    "command", [("hadir", "kodim"), ("catat", "kodim", "menandatangani", "--alasan", "lekas")]
)
def test_that_a_pihak_has_no_name_is_told_in_the_same_words(
    command: tuple[str, ...], final: Path, kampanye: Command
) -> None:
    assert kampanye("tandatangan", *command).err.splitlines()[-1] == NAMELESS


def test_it_is_not_closed_while_somebody_is_waiting(final: Path, kampanye: Command) -> None:
    ran = kampanye("tutup")
    assert (ran.code, "19 penanda tangan belum mempunyai hasil" in ran.err) == (2, True)


def test_it_is_closed_when_everybody_has_an_outcome(final: Path, kampanye: Command) -> None:
    sign_all(kampanye)
    ran = kampanye("tutup", "--waktu", "28-11-2023 11.30")
    assert ran.out == "Ditandatangani 24 dari 25 penanda tangan; rincian dalam berita acara.\n"


def test_the_code_of_the_ledger_changes_with_every_entry(final: Path, kampanye: Command) -> None:
    before = kampanye("catatan").out
    kampanye("jeda", "listrik padam")
    assert kampanye("catatan").out != before


def test_another_person_signs_for_a_pihak(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "ganti", "1", "--nama", "Siti", "--alasan", "Ketua sakit")
    rows = json.loads(kampanye("tandatangan", "daftar", "--json").out)
    assert rows[0]["nama"] == "Siti"


@pytest.fixture
def shut(final: Path, kampanye: Command) -> Path:
    """An office whose signing was closed, as event 27."""
    sign_all(kampanye)
    assert kampanye("tutup", "--waktu", "28-11-2023 11.30").code == 0
    return final


def test_a_correction_under_a_closing_says_what_stays_on_paper_and_asks(
    shut: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "ya")
    told = kampanye("koreksi", "2", "--alasan", "salah tekan").err.splitlines()
    assert told == [
        "PKB: menandatangani.",
        "Perhatian: Penandatanganan sudah ditutup: berita acara dan salinan tetap memuat hasil lama. Agar "
        "berubah, koreksi juga penutupannya (kejadian nomor 27), catat hasil yang benar, tutup kembali, lalu "
        "cetak lagi berita acara dan salinan.",
        "Koreksi sesudah ditutup? Ketik ya atau tidak [tidak]: ya",
        "Tidak berlaku lagi: PKB: menandatangani.",
    ]


@pytest.mark.parametrize("typed", ["tidak", ""])
def test_a_correction_under_a_closing_is_not_recorded_without_a_yes(
    typed: str, shut: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = shut.glob("naskah/*/buku.jsonl")
    before = path.read_bytes()
    answers(monkeypatch, typed)
    ran = kampanye("koreksi", "2", "--alasan", "salah tekan")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "Tidak dikoreksi; tidak ada yang berubah.")
    assert path.read_bytes() == before


def test_a_correction_before_the_closing_has_nothing_to_warn_of(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "catat", "1", "menandatangani")
    assert "Perhatian" not in kampanye("koreksi", "2", "--alasan", "salah tekan").err


def test_a_change_in_the_ledger_is_found(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "catat", "1", "menandatangani")
    (path,) = final.glob("naskah/*/buku.jsonl")
    path.write_bytes(path.read_bytes().replace(b"menandatangani", b"menandatengani"))
    ran = kampanye("riwayat")
    assert (ran.code, "baris 2" in ran.err) == (2, True)


def test_a_name_that_no_paper_could_print_is_not_recorded(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye("finalkan")
    ran = kampanye("tandatangan", "ganti", "1", "--nama", "Siti محمد", "--alasan", "sakit")
    assert "tidak dapat dicetak" in ran.err
    assert "ganti" not in kampanye("riwayat").out


@pytest.fixture
def named_since(office: Path, kampanye: Command) -> None:
    """A final text that names nobody, and one person named by the ledger since."""
    kampanye("baru")
    kampanye(*FINAL, "--tetap", "nama menyusul")
    assert "pada 24 pihak: PKB, Gerindra" in kampanye("periksa").out
    kampanye("tandatangan", "ganti", "1", "--nama", "Siti", "--alasan", "Ketua sakit")


def test_who_was_named_after_the_text_was_final_is_not_asked_for_any_more(
    named_since: None, kampanye: Command
) -> None:
    assert "pada 23 pihak: Gerindra, PDI Perjuangan" in kampanye("periksa").out


def test_by_questions_who_was_named_since_is_not_asked_for_either(named_since: None, susun: Susun) -> None:
    assert "pada 23 pihak: Gerindra, PDI Perjuangan" in " ".join(susun("4", ".", "0").err.split())
