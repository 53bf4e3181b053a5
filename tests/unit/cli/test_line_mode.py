"""``susun --baris``: the whole job by numbers, with every answer on a line of stdin."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.cli.line_mode import watch
from kampanye_tui.model.party import Institution, Role
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load, save
from tests.unit.cli.office import ID, Command, Susun, saved


def first_text(folder: Path) -> str:
    """Return the raw words of the first clause on the disk."""
    return saved(folder).clauses[0].text


def test_without_a_configuration_it_names_mulai(
    tmp_path: Path, susun: Susun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = susun()
    assert (ran.code, "kampanye mulai" in ran.err) == (2, True)


def test_without_an_agreement_one_is_composed_after_a_yes(office: Path, susun: Susun) -> None:
    susun("y", "", "0")
    assert (office / "naskah" / ID / "naskah.toml").is_file()


def test_without_a_yes_none_is_composed(office: Path, susun: Susun) -> None:
    susun("")
    assert not (office / "naskah").exists()


def test_another_agreement_is_composed_from_the_list(made: Path, kampanye: Command, susun: Susun) -> None:
    kampanye("baru", "kedua")
    susun("b", "ketiga", "0")
    assert (made.parent / "ketiga" / "naskah.toml").is_file()


def test_beside_the_only_agreement_another_is_composed_from_the_menu(made: Path, susun: Susun) -> None:
    told = susun("b", "kedua", "1", "4", "Aula", ".", "0").err
    assert ("Naskah kedua: konsep" in told, saved(made.parent / "kedua").occasion.place) == (True, "Aula")


def test_a_new_agreement_that_is_not_wanted_after_all_leads_back_to_the_menu(
    made: Path, susun: Susun
) -> None:
    told = susun("b", ".", "0").err
    assert (told.count(f"Naskah {ID}: konsep"), [*made.parent.iterdir()]) == (2, [made])


def test_one_of_several_is_chosen_by_its_number(made: Path, kampanye: Command, susun: Susun) -> None:
    kampanye("baru", "kedua")
    assert "Naskah kedua: konsep" in susun("2", "0").err


def test_an_agreement_that_is_not_there_is_refused(made: Path, susun: Susun) -> None:
    assert susun(naskah=("lain",)).code == 2


def test_the_menu_says_where_the_agreement_stands(made: Path, susun: Susun) -> None:
    shown = susun("0").err.splitlines()
    assert shown[1].startswith(f"Naskah {ID}: konsep; 10 klausul, 25 pihak; tersimpan ")
    assert shown[2].startswith("Langkah ")


def test_an_answer_is_saved(made: Path, susun: Susun) -> None:
    susun("1", "4", "Balai Kota", ".", "0")
    assert saved(made).occasion.place == "Balai Kota"


def test_after_an_answer_only_what_changed_is_said(made: Path, susun: Susun) -> None:
    shown = susun("1", "2", "9.00", ".", "0").err
    assert (shown.count("Kota: Tangerang Selatan"), shown.count("  2 Mulai pukul: 09.00")) == (1, 1)


def test_a_clause_is_read_once_where_nothing_about_it_changed(made: Path, susun: Susun) -> None:
    assert susun("2", "1", "4", ".", ".", "0").err.count("Klausul 1 dari 10: ") == 1


def test_an_answer_is_saved_when_the_input_ends_behind_it(made: Path, susun: Susun) -> None:
    ran = susun("1", "4", "Balai Kota")
    assert (ran.code, saved(made).occasion.place) == (0, "Balai Kota")


def test_an_hour_before_the_beginning_is_told_and_not_saved(made: Path, susun: Susun) -> None:
    before = saved(made)
    ran = susun("1", "2", "09.00", "3", "08.00", ".", "0")
    assert "padahal mulai pukul 09.00" in ran.err
    assert saved(made).occasion.end == before.occasion.end


def test_another_day_tells_which_clauses_come_and_go(made: Path, susun: Susun) -> None:
    susun("1", "1", "1 Desember 2023", ".", "0")
    assert str(saved(made).occasion.day) == "2023-12-01"


def test_the_kind_is_chosen_by_its_number(made: Path, susun: Susun) -> None:
    susun("1", "7", "4", ".", "0")
    assert saved(made).kind.value == "deklarasi"


def test_the_name_of_a_member_is_kept(made: Path, susun: Susun) -> None:
    susun("1", "12", "Siti Aminah", ".", "0")
    assert saved(made).office.members[1].name == "Siti Aminah"


def test_the_number_of_a_document_is_kept(made: Path, susun: Susun) -> None:
    susun("1", "16", "12/PL.01.6-NK/3674/2023", ".", "0")
    assert saved(made).numbers["naskah"] == "12/PL.01.6-NK/3674/2023"


def test_a_line_of_a_clause_is_replaced(made: Path, susun: Susun) -> None:
    rest = first_text(made).partition("\n")[2]
    susun("2", "1", "1", "1", "Baris baru.", ".", ".", "0")
    assert first_text(made) == f"Baris baru.\n{rest}"


def test_a_line_of_a_clause_is_dropped(made: Path, susun: Susun) -> None:
    lines = first_text(made).split("\n")
    susun("2", "1", "1", "2", "-", ".", ".", "0")
    assert first_text(made) == "\n".join([lines[0], *lines[2:]])


def test_a_clause_is_written_anew_up_to_a_full_stop(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Satu:", "- dua", ".", ".", ".", "0")
    assert first_text(made) == "Satu:\n- dua"


def test_words_that_are_refused_can_be_mended(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Satu }", ".", "1", "Satu.", ".", ".", "0")
    assert first_text(made) == "Satu."


def test_a_clause_of_the_library_is_read_before_it_is_taken(made: Path, susun: Susun) -> None:
    count = len(saved(made).clauses)
    assert "Ambil klausul ini?" in susun("2", "p", "1", "", ".", "0").err
    assert len(saved(made).clauses) == count


def test_a_clause_of_the_library_is_taken_after_a_yes(made: Path, susun: Susun) -> None:
    count = len(saved(made).clauses)
    susun("2", "p", "1", "y", ".", "0")
    assert len(saved(made).clauses) == count + 1


def test_a_clause_is_moved(made: Path, susun: Susun) -> None:
    first = saved(made).clauses[0].id
    susun("2", "1", "3", "3", ".", ".", "0")
    assert saved(made).clauses[2].id == first


def test_a_clause_is_dropped(made: Path, susun: Susun) -> None:
    first = saved(made).clauses[0].id
    susun("2", "1", "5", ".", "0")
    assert first not in [one.id for one in saved(made).clauses]


def test_what_differs_from_the_pack_is_marked(made: Path, susun: Susun) -> None:
    ran = susun("2", "1", "2", "Judul Lain", "4", ".", ".", "0")
    assert "{+Judul Lain+}" in ran.err


def test_the_words_of_the_pack_come_back(made: Path, susun: Susun) -> None:
    before = saved(made).clauses[0]
    susun("2", "1", "2", "Judul Lain", "5", ".", ".", "0")
    assert saved(made).clauses[0] == before


def test_the_words_of_a_locked_clause_are_not_offered_for_change(made: Path, susun: Susun) -> None:
    ran = susun("2", "10", ".", ".", "0")
    assert "Ubah bunyi" not in ran.err


def test_a_signatory_is_added(made: Path, susun: Susun) -> None:
    susun("3", "2", "6", "Sekretaris", "Budi", ".", ".", "0")
    assert [one.name for one in saved(made).parties[1].signatories][-1] == "Budi"


def test_a_signatory_without_an_office_goes(made: Path, susun: Susun) -> None:
    susun("3", "2", "5", "-", ".", ".", "0")
    assert saved(made).parties[1].signatories == ()


def test_a_pihak_that_no_pack_knows_is_added(made: Path, susun: Susun) -> None:
    susun("3", "t", "l", "Forum Kerukunan", "2", ".", ".", "0")
    assert saved(made).party("forum-kerukunan").name == "Forum Kerukunan"


def test_who_becomes_a_contestant_is_one_as_an_institution_too(made: Path, susun: Susun) -> None:
    susun("3", "t", "l", "Partai Lokal", "2", "6", "1", ".", ".", "0")
    party = saved(made).party("partai-lokal")
    assert (party.role, party.institution) == (Role.CONTESTANT, Institution.CONTESTANT)


def test_a_number_of_thousands_of_digits_is_refused_in_words(made: Path, susun: Susun) -> None:
    ran = susun("3", "2", "3", "9" * 5000, "", ".", ".", "0")
    assert "bukan nomor urut" in " ".join(ran.err.split())


def test_a_pihak_that_packs_know_is_added_by_its_number(made: Path, susun: Susun) -> None:
    susun("3", "2", "10", ".", "0")
    gone = saved(made)
    susun("3", "t", "1", ".", ".", "0")
    assert len(saved(made).parties) == len(gone.parties) + 1


def test_missing_names_are_asked_for_one_by_one(made: Path, susun: Susun) -> None:
    missing = [party.id for party in saved(made).parties if not party.signatories[0].name]
    susun("3", "k", "Nama Pertama", "", "Nama Ketiga", ".", ".", "0")
    names = [saved(made).party(party_id).signatories[0].name for party_id in missing[:3]]
    assert names == ["Nama Pertama", "", "Nama Ketiga"]


def test_undo_takes_the_last_change_back(made: Path, susun: Susun) -> None:
    before = saved(made)
    susun("1", "4", "Balai Kota", ".", "7", "0")
    assert saved(made) == before


def test_redo_brings_it_again(made: Path, susun: Susun) -> None:
    susun("1", "4", "Balai Kota", ".", "7", "8", "0")
    assert saved(made).occasion.place == "Balai Kota"


def test_nothing_to_undo_is_told(made: Path, susun: Susun) -> None:
    assert "Belum ada perubahan yang dapat diurungkan" in susun("7", "0").err


def test_an_undone_day_brings_its_packs_back(made: Path, susun: Susun) -> None:
    shown = susun("4", ".", "1", "1", "1 Januari 2020", ".", "7", "4", ".", "0").err
    summaries = [line for line in shown.splitlines() if line.startswith("Pemeriksaan: ")]
    assert summaries[0] == summaries[-1]


@pytest.fixture
def faulty(made: Path, kampanye: Command) -> Path:
    """An agreement without a party that stands for election: its first finding; returns its folder."""
    kampanye("pihak", "buang", "partai-buruh")
    return made


def test_a_mend_is_shown_before_it_is_applied(faulty: Path, susun: Susun) -> None:
    ran = susun("4", "1", "f", "", ".", "0")
    assert "+ pihak Partai Buruh" in ran.err
    assert saved(faulty).party("partai-buruh") is None


def test_a_mend_is_applied_after_a_yes(faulty: Path, susun: Susun) -> None:
    susun("4", "1", "f", "y", ".", "0")
    assert saved(faulty).party("partai-buruh") is not None


@pytest.mark.penuh
def test_mends_are_not_offered_where_there_is_none(made: Path, susun: Susun) -> None:
    assert "terapkan semua perbaikan" not in susun(*("1", "4", "Balai Kota", "."), "4", ".", "0").err


def test_the_weightiest_finding_is_the_first(faulty: Path, susun: Susun) -> None:
    shown = susun("4", ".", "0").err.splitlines()
    assert next(line for line in shown if line.startswith("  1 ") and "Acara" not in line).startswith(
        "  1 wajib: "
    )


def test_a_finding_leads_to_its_place(made: Path, susun: Susun) -> None:
    shown = susun("4", "1", "b", "Nama Pertama", ".", ".", "0").err
    assert "nama penanda tangan ke-1 diisi" in " ".join(shown.split())


def test_a_paper_is_read_out_on_stdout(made: Path, susun: Susun) -> None:
    assert "NOTA KESEPAHAMAN" in susun("5", "1", ".", ".", "0").out


@pytest.mark.penuh
def test_the_end_of_a_paper_is_said(made: Path, susun: Susun) -> None:
    shown = susun("5", "1", *[""] * 80).err
    assert shown.count("Enter: selesai; .: kembali") == 1
    assert "Dokumen itu sudah terbaca sampai akhir." in shown


@pytest.mark.penuh
def test_where_packs_know_no_other_pihak_that_is_said(made: Path, susun: Susun) -> None:
    assert "Semua pihak yang dikenal paket sudah ikut." in susun("3", "t", ".", ".", "0").err


def test_files_are_written_for_whom_they_are_wanted(made: Path, susun: Susun) -> None:
    susun("6", "", "", "4", "2", "0")
    written = {path.name for path in (made / "keluaran").iterdir()}
    assert written == {
        "naskah.txt",
        "berita-acara-kesepakatan.txt",
        "salinan-01_partai-kebangkitan-bangsa.txt",
    }


def test_the_folder_of_the_files_is_data(made: Path, susun: Susun) -> None:
    assert susun("6", "1", "4", "0").out.splitlines()[0] == f"{made / 'keluaran'}"


def test_the_ways_to_windows_are_data(made: Path, susun: Susun) -> None:
    pscp, winscp = susun("6", "1", "4", "0").out.splitlines()[1:]
    assert (pscp.startswith("pscp "), winscp.startswith("sftp://")) == (True, True)


def test_files_of_other_content_stay_without_a_yes(made: Path, susun: Susun) -> None:
    susun("6", "1", "4", "0")
    before = (made / "keluaran" / "naskah.txt").read_bytes()
    susun("2", "1", "2", "Judul Lain", ".", ".", "6", "1", "4", "", "0")
    assert (made / "keluaran" / "naskah.txt").read_bytes() == before


def test_files_of_other_content_are_replaced_after_a_yes(made: Path, susun: Susun) -> None:
    susun("6", "1", "4", "0")
    susun("2", "1", "2", "Judul Lain", ".", ".", "6", "1", "4", "y", "0")
    assert "Judul Lain" in (made / "keluaran" / "naskah.txt").read_text()


@pytest.fixture
def busy(made: Path, susun: Susun) -> Iterator[Path]:
    """An agreement that Siti has open; returns its folder."""
    located = open_configuration(None)
    draft = Draft.open(located.workspace, ID, operator="siti", home=data_home())
    yield made
    draft.close()


def test_who_else_edits_is_told(busy: Path, susun: Susun) -> None:
    assert "hanya dapat dibaca: dibuka oleh siti" in " ".join(susun("", "0").err.split())


def test_nothing_is_changed_while_somebody_else_edits(busy: Path, susun: Susun) -> None:
    before = saved(busy)
    susun("", "1", "4", "Balai Kota", ".", "0")
    assert saved(busy) == before


@pytest.mark.penuh
@pytest.mark.parametrize(
    "answers",
    [
        ("1", "4"),
        ("2", "1", "2"),
        ("2", "1", "3"),
        ("2", "p"),
        ("2", "b"),
        ("3", "t"),
        ("3", "k"),
        ("3", "2", "1"),
    ],
)
def test_nothing_is_asked_for_that_a_reader_could_not_save(
    busy: Path, susun: Susun, answers: tuple[str, ...]
) -> None:
    told = " ".join(susun("", *answers, "0").err.split())
    assert told.count("hanya dapat dibaca: dibuka oleh siti") == 2
    assert "Selesai; hanya baca" in told


def test_words_are_not_asked_for_while_somebody_else_edits(busy: Path, susun: Susun) -> None:
    assert "Ketik baris demi baris" not in susun("", "2", "1", "1", "u", "0").err


def test_an_agreement_is_taken_over_after_a_yes(busy: Path, susun: Susun) -> None:
    susun("y", "1", "4", "Balai Kota", ".", "0")
    assert saved(busy).occasion.place == "Balai Kota"


def test_it_is_taken_over_from_the_menu_as_well(busy: Path, susun: Susun) -> None:
    susun("", "9", "y", "1", "4", "Balai Kota", ".", "0")
    assert saved(busy).occasion.place == "Balai Kota"


def test_a_file_that_somebody_else_changed_is_read_anew_from_the_menu(
    made: Path, susun: Susun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "BEAT", 0.01)

    def elsewhere() -> None:
        kept = load(made.parent.parent, ID)
        save(kept, reword(kept.agreement, kept.agreement.clauses[0].id, title="Judul Mereka"))
        time.sleep(0.2)

    ran = susun(elsewhere, "", "9", "1", "4", "Balai Kota", ".", "0")
    assert "9 Baca ulang berkasnya, untuk mengubah" in ran.err
    assert (saved(made).clauses[0].title, saved(made).occasion.place) == ("Judul Mereka", "Balai Kota")


def test_names_of_people_are_never_obeyed(made: Path, susun: Susun) -> None:
    ran = susun("3", "2", "1", "\x9b2J *X* {peserta}", ".", ".", ".", "0")
    assert "\x9b" not in ran.err


def table(made: Path, before: str, after: str) -> None:
    """Write the pihak as CSV into the workspace, with something else in it."""
    text = table_of(saved(made)).decode("utf-8-sig")
    assert before in text
    (made.parent.parent / "pihak.csv").write_text(text.replace(before, after))


def test_pihak_come_from_a_csv_after_it_was_shown_what_changes(made: Path, susun: Susun) -> None:
    table(made, "Taufiq MZ", "Siti Rahma")
    ran = susun("3", "i", "pihak.csv", "y", ".", "0")
    assert "~ " in ran.err
    assert "Siti Rahma" in ran.err
    assert saved(made).parties[0].signatories[0].name == "Siti Rahma"


def test_a_csv_that_is_not_wanted_changes_nothing(made: Path, susun: Susun) -> None:
    table(made, "Taufiq MZ", "Siti Rahma")
    before = saved(made)
    susun("3", "i", "pihak.csv", "", ".", "0")
    assert saved(made) == before


def test_a_csv_that_cannot_be_read_is_asked_for_again(made: Path, susun: Susun) -> None:
    table(made, "Taufiq MZ", "Siti Rahma")
    ran = susun("3", "i", "tiada.csv", "pihak.csv", "y", ".", "0")
    assert "tiada.csv: tidak ada" in " ".join(ran.err.split())
    assert saved(made).parties[0].signatories[0].name == "Siti Rahma"
