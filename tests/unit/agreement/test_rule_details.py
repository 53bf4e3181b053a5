"""What rules of the national pack tell apart: names and numbers, articles, and what is open in a clause."""

import pytest

from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.party import Role

from .making import changed, found_by, with_clause, with_party, without_party


@pytest.fixture
def told(library, complete, checked):
    """What a rule says of an agreement."""
    return lambda rule_id, made: [one.message for one in found_by(library.rules, rule_id, made, checked)]


def memory(article, law="uu-7-2017"):
    return Citation(law=law, article=article, evidence=Evidence.MEMORY)


@pytest.mark.parametrize("name", ["Partai Golkar", "PARTAI GOLONGAN KARYA", "Golkar"])
def test_a_contestant_may_stand_under_another_of_its_names(told, complete, name):
    named = with_party(complete, "partai-golongan-karya", name=name)
    assert told("bukan-peserta", named) == []


def test_a_contestant_at_the_number_of_another_is_told(told, complete):
    named = with_party(complete, "partai-golongan-karya", name="Partai Aceh")
    assert told("bukan-peserta", named) == [
        "Partai Aceh (nomor urut 4) tidak terdaftar sebagai peserta di wilayah ini."
    ]


def test_a_contestant_without_a_number_is_told_as_one(told, complete):
    late = with_party(complete, "partai-ummat", ballot_number=None)
    assert told("bukan-peserta", late) == [
        "Partai Ummat (nomor urut belum ada) tidak terdaftar sebagai peserta di wilayah ini."
    ]


def test_without_contestants_a_pihak_of_their_kind_is_wanted(told, complete):
    nobody = changed(complete, parties=tuple(one for one in complete.parties if one.ballot_number is None))
    assert told("lembaga-pokok", nobody) == ["Belum ada pihak dari unsur peserta pemilu."]


def misnumbered(library, complete, checked):
    """The finding about a contestant that stands at a number that is not its own."""
    wrong = with_party(complete, "partai-ummat", ballot_number=99)
    [finding] = found_by(library.rules, "peserta-kurang", wrong, checked)
    return wrong, finding


def test_a_contestant_with_another_number_gets_its_own(library, complete, checked):
    wrong, finding = misnumbered(library, complete, checked)
    assert finding.fix.apply(wrong).party("partai-ummat").ballot_number == 24


def test_the_mend_of_a_number_says_which(library, complete, checked):
    _wrong, finding = misnumbered(library, complete, checked)
    assert finding.fix.label == "Ubah nomor urut Partai Ummat menjadi 24"


def test_a_number_is_not_changed_without_being_asked(library, complete, checked):
    _wrong, finding = misnumbered(library, complete, checked)
    assert finding.fix.safe is False


def test_no_mend_is_offered_that_leaves_a_contestant_missing(library, complete, checked):
    guest = with_party(complete, "partai-ummat", role=Role.PRESENT)
    [finding] = found_by(library.rules, "peserta-kurang", guest, checked)
    mended = finding.fix.apply(guest) if finding.fix else None
    assert mended is None or found_by(library.rules, "peserta-kurang", mended, checked) == []


def test_a_contestant_that_a_mend_adds_is_one_for_the_rule_about_institutions(
    told, library, complete, checked
):
    [finding] = found_by(library.rules, "peserta-kurang", without_party(complete, "partai-ummat"), checked)
    alone = changed(complete, parties=tuple(one for one in complete.parties if one.ballot_number is None))
    assert told("lembaga-pokok", finding.fix.apply(alone)) == []


def test_an_article_from_memory_is_told_once_with_all_its_clauses(told, complete):
    twice = complete
    for name in ("asas-bersama", "alat-peraga"):
        twice = with_clause(twice, name, citations=(memory("Pasal 267"),))
    assert told("dasar-dari-ingatan", twice) == [
        "Pasal 267 UU 7/2017 belum dicocokkan dengan bunyi aslinya; dirujuk klausul 1 dan 6."
    ]


def test_each_article_from_memory_is_told(told, complete):
    cited = with_clause(complete, "alat-peraga", citations=(memory("Pasal 1"), memory("Pasal 2")))
    assert [line.split(" UU ")[0] for line in told("dasar-dari-ingatan", cited)] == ["Pasal 1", "Pasal 2"]


@pytest.mark.parametrize("evidence", [Evidence.FOUND, Evidence.PARTLY])
def test_an_article_that_was_seen_is_not_told(told, complete, evidence):
    seen = Citation(law="uu-7-2017", article="Pasal 1", evidence=evidence)
    assert told("dasar-dari-ingatan", with_clause(complete, "alat-peraga", citations=(seen,))) == []


def test_the_sample_has_articles_to_be_compared_with_the_law(told, agreement):
    assert ("Pasal 276 UU 7/2017 belum dicocokkan dengan bunyi aslinya; dirujuk klausul 9.") in told(
        "dasar-dari-ingatan", agreement
    )


def test_a_word_in_an_explanation_that_nothing_knows_is_told(told, complete):
    named = with_clause(complete, "asas-bersama", explanation="Tanyakan kepada {tidak_ada}.")
    assert told("isian-kosong", named) == [
        'Isian {tidak_ada} pada klausul "Asas dan Dasar Bersama" belum mempunyai nilai.'
    ]


def test_an_explanation_may_name_what_is_not_filled_in_yet(told, complete):
    named = with_clause(complete, "asas-bersama", explanation="Alamat: {alamat_kantor}.")
    assert told("isian-kosong", named) == []


def test_a_value_with_braces_is_no_stray(told, complete):
    filled = with_clause(complete, "asas-bersama", text="Oleh {nama}.", resolved="Oleh {{x.y}}.")
    assert told("isian-kosong", filled) == []
