"""The pihak as a table: it reads back as it was written, however Excel and Notepad saved it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.edit import drop_party, with_parties, with_party
from kampanye_tui.agreement.party_table import MOST, read_table_of, table_of, with_rows
from kampanye_tui.model.party import Institution, Party, Role, Signatory
from kampanye_tui.model.problem import Refused
from tests.examples import examples
from tests.unit.model.values import ID, SEEN

from .making import changed, party, small_agreement

BASE = small_agreement()
SHARP = st.sampled_from("=+-@'\";,“”’ ")
CELL = st.text(SEEN | SHARP, max_size=12).map(str.strip)
FILLED = CELL.filter(bool)
PEOPLE = st.lists(st.builds(Signatory, office=FILLED, name=CELL), max_size=MOST).map(tuple)
PARTIES = st.lists(
    st.builds(
        Party,
        id=ID,
        name=FILLED,
        role=st.sampled_from(Role),
        short=CELL,
        institution=st.sampled_from(Institution),
        ballot_number=st.none() | st.integers(1, 99),
        address=CELL,
        group=st.none() | st.integers(1, 9),
        has_own_number=st.booleans(),
        signatories=PEOPLE,
    ),
    max_size=4,
    unique_by=lambda one: one.id,
).map(tuple)


def imported(agreement, text, *, whole=False):
    data = text if isinstance(text, bytes) else text.encode()
    return with_rows(agreement, read_table_of(data, "pihak.csv"), "pihak.csv", whole=whole)


@examples(20)
@given(parties=PARTIES)
def test_a_written_table_reads_back_into_an_agreement_without_pihak(parties):
    written = table_of(changed(BASE, parties=parties))
    assert imported(changed(BASE, parties=()), written, whole=True).parties == parties


@examples(20)
@given(parties=PARTIES)
def test_a_written_table_changes_nothing_where_it_came_from(parties):
    there = with_parties(BASE, parties)
    assert imported(there, table_of(there)) == there


def test_the_sample_reads_back_as_it_was_written(agreement):
    assert imported(agreement, table_of(agreement), whole=True) == agreement


@examples(20)
@given(parties=PARTIES)
def test_no_cell_is_worked_out_by_a_spreadsheet(parties):
    text = table_of(changed(BASE, parties=parties)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


ROW = "id;penandatangan\npartai-a;Siti\n"
SAVED = {
    "Notepad with a mark": b"\xef\xbb\xbf" + ROW.encode(),
    "CRLF": ROW.replace("\n", "\r\n").encode(),
    "commas": ROW.replace(";", ",").encode(),
    "tabs": ROW.replace(";", "\t").encode(),
    "quotes": b'"id";"penandatangan"\r\n"partai-a";"Siti"\r\n',
    "empty columns at the right": b"id;penandatangan;;\r\npartai-a;Siti;;\r\n",
    "empty rows below": (ROW + ";\n;\n").encode(),
    "blanks around cells": b"id ; penandatangan\npartai-a ; Siti \n",
}


@pytest.mark.parametrize("how", SAVED)
def test_a_table_is_read_however_it_was_saved(how):
    assert imported(BASE, SAVED[how]).party("partai-a").signatories[0].name == "Siti"


@pytest.mark.parametrize("name", ["Siti “Ani” Aminah", "D’Ornay", "Renée – Siti"])
def test_letters_of_old_excel_are_read(name):
    data = f"id;penandatangan\r\npartai-a;{name}\r\n".encode("cp1252")
    assert imported(BASE, data).party("partai-a").signatories[0].name == name


def test_a_lost_leading_zero_of_a_number_is_no_loss():
    assert imported(BASE, "id;nomor_urut\npartai-b;02\n") == imported(BASE, "id;nomor_urut\npartai-b;2\n")


def test_a_lost_leading_zero_of_an_id_is_refused_with_the_id_that_was_meant():
    numbered = with_party(BASE, party("007-partai", number=3))
    with pytest.raises(Refused, match='Mungkin maksudnya "007-partai"'):
        imported(numbered, "id;alamat\n7-partai;Jalan Raya\n")


REFUSED = {
    "an unknown column": ("id;nma\npartai-a;x\n", 'kolom "nma" tidak dikenal. Mungkin maksudnya "nama"'),
    "a column in curly quotes": ("“id”;nama\npartai-a;x\n", 'Mungkin maksudnya "id"'),
    "no id": ("nama\nx\n", 'kolom "id" belum ada'),
    "an empty id": ("id;nama\n;x\n", 'baris 2: kolom "id" kosong'),
    "a row twice": (
        "id\npartai-a\npartai-a\n",
        'baris 3, kolom "id": id "partai-a" sudah dipakai pada baris 2',
    ),
    "a cell too many": ("id;nama\npartai-a;x;y\n", "baris 2: berisi 3 sel, padahal judul kolomnya 2"),
    "an open quote": ('id;nama\npartai-a;"x\n', "tanda petik belum ditutup"),
    "a role in other words": ("id;peran\npartai-a;Peserta Pemilu\n", 'Mungkin maksudnya "peserta-pemilu"'),
    "a number with a comma": ("id;nomor_urut\npartai-a;1,0\n", "harus berupa bilangan bulat"),
    "a ballot number of nobody": ("id;nomor_urut\npartai-a;0\n", "nilai terkecil 1"),
    "an escape": ("id;nama\npartai-a;x\x1b[31m\n", 'baris 2, kolom "nama": karakter tak terlihat U+001B'),
    "a name that Excel took for a formula": (
        "id;penandatangan\npartai-a;#NAME?\n",
        'baris 2, kolom "penandatangan": berisi "#NAME?": Excel mengira teks di sel ini rumus',
    ),
    "an address that Excel could not find": (
        "id;alamat\npartai-b;x\npartai-a;#N/A\n",
        'baris 3, kolom "alamat": berisi "#N/A"',
    ),
    "a new pihak without a name": ("id;peran\nfkub;saksi\n", 'isi kolom "nama" dan "peran"'),
    "an empty file": ("", "berkas ini kosong"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place_and_the_mend(what):
    typed, told = REFUSED[what]
    with pytest.raises(Refused) as refused:
        imported(BASE, typed)
    assert told in str(refused.value)


def test_every_problem_of_a_table_is_told_at_once():
    with pytest.raises(Refused) as refused:
        imported(BASE, "id;nomor_urut\npartai-a;x\npartai-b;y\n")
    assert len(refused.value.problems) == 2


def test_an_empty_cell_keeps_what_was_there():
    assert imported(BASE, "id;nama;penandatangan\npartai-a;;\n") == BASE


def test_a_row_that_changes_nothing_changes_nothing():
    assert imported(BASE, "id\npartai-a\n") == BASE


def test_who_has_no_row_stays():
    assert imported(BASE, ROW).party("partai-b") == BASE.party("partai-b")


def test_of_the_whole_list_who_has_no_row_goes():
    assert [one.id for one in imported(BASE, ROW, whole=True).parties] == ["partai-a"]


def test_a_new_pihak_stands_behind_its_role():
    after = imported(BASE, "id;nama;peran;jabatan\nfkub;FKUB;saksi;Ketua\n")
    assert after.parties[-1].id == "fkub"


def test_copies_are_planned_for_who_takes_part():
    after = imported(BASE, "id;nama;peran\nfkub;FKUB;saksi\n")
    assert after.copies == plan_of_copies(after.parties)


def test_a_second_signatory_is_added_by_its_columns():
    after = imported(BASE, "id;jabatan_2;penandatangan_2\npartai-a;Sekretaris;Budi\n")
    assert after.party("partai-a").signatories[1:] == (Signatory(office="Sekretaris", name="Budi"),)


def test_more_signatories_than_columns_are_refused():
    crowd = party("ramai", Role.WITNESS, signatories=(Signatory(office="Anggota"),) * (MOST + 1))
    with pytest.raises(Refused, match=f"paling banyak {MOST}"):
        table_of(with_party(BASE, crowd))


def test_a_pihak_of_another_role_changes_its_place():
    guest = changed(BASE.party("partai-a"), role=Role.PRESENT)
    assert [one.id for one in with_party(BASE, guest).parties][-1] == "partai-a"


def test_a_dropped_pihak_gets_no_copy():
    assert [copy.holder for copy in drop_party(BASE, "partai-a").copies if copy.holder == "partai-a"] == []
