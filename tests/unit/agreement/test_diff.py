"""What differs between two agreements, in lines that an operator reads."""

import pytest

from kampanye_tui.agreement.diff import changes
from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.party import Role, Signatory

from .making import GENERAL_DAY, changed, party, small_agreement, with_clause, with_party

BASE = small_agreement()
LONG = "Peserta Pemilu melaksanakan kampanye secara aman, tertib, damai, bermartabat, dan "


def test_two_equal_agreements_differ_in_nothing():
    assert changes(BASE, small_agreement()) == ()


@pytest.mark.parametrize(
    ("other", "line"),
    [
        (changed(BASE, topic="Kampanye Tertib"), "~ tentang: “Kampanye Damai” → “Kampanye Tertib”"),
        (changed(BASE, revision=2), "+ revisi: 2"),
        (
            changed(BASE, occasion=changed(BASE.occasion, place="Lapangan")),
            "~ acara.tempat: “Aula” → “Lapangan”",
        ),
        (
            changed(BASE, occasion=Occasion(day=GENERAL_DAY, city="Tangerang Selatan")),
            "- acara.tempat: “Aula”",
        ),
        (
            changed(BASE, office=changed(BASE.office, address="Jalan Merdeka 1")),
            "+ kantor.alamat: “Jalan Merdeka 1”",
        ),
        (changed(BASE, office=changed(BASE.office, sample=True)), "+ kantor.contoh: ya"),
        (with_party(BASE, "partai-b", name="Partai B"), "~ pihak partai-b: nama: “Partai-B” → “Partai B”"),
        (
            with_clause(BASE, "jujur", explanation=""),
            "- klausul jujur: penjelasan: “Jangan berbohong.”",
        ),
        (changed(BASE, parties=BASE.parties[:2]), "- pihak partai-b: Partai-B"),
        (
            changed(BASE, parties=(*BASE.parties, party("partai-c", number=3))),
            "+ pihak partai-c: Partai-C",
        ),
        (changed(BASE, clauses=BASE.clauses[:1]), "- klausul jujur: Jujur"),
        (changed(BASE, clauses=BASE.clauses[::-1]), "= klausul: urutan menjadi jujur, damai"),
        (
            with_clause(BASE, "damai", resolved="Satu.\n\nDua."),
            "~ klausul damai: bunyi: “Peserta Pemilu berkampanye dengan damai.” → “Satu. ¶ Dua.”",
        ),
    ],
)
def test_a_change_is_one_line_with_its_sign(other, line):
    assert changes(BASE, other) == (line,)


def test_a_pihak_added_behind_does_not_count_as_another_order():
    other = with_parties(BASE, (*BASE.parties, party("bawaslu", Role.WITNESS)))
    assert [line for line in changes(BASE, other) if line.startswith("=")] == []


def test_a_long_value_is_shortened():
    line = changes(BASE, changed(BASE, topic="x" * 61))[0]
    assert line == f"~ tentang: “Kampanye Damai” → “{'x' * 60}…”"


def test_a_value_of_sixty_letters_is_shown_whole():
    line = changes(BASE, changed(BASE, topic="x" * 60))[0]
    assert line == f"~ tentang: “Kampanye Damai” → “{'x' * 60}”"


def test_what_changed_at_the_end_of_a_long_value_can_be_seen():
    before, after = (with_clause(BASE, "damai", resolved=LONG + word) for word in ("jujur.", "adil."))
    [line] = changes(before, after)
    old, new = line.removeprefix("~ klausul damai: bunyi: ").split(" → ")
    assert old != new


def test_what_was_added_at_the_end_of_a_long_value_can_be_seen():
    before, after = (with_clause(BASE, "damai", resolved=LONG + words) for words in ("jujur", "jujur sekali"))
    [line] = changes(before, after)
    assert "sekali" in line


def test_an_ayat_parted_in_two_can_be_seen():
    before, after = (with_clause(BASE, "damai", resolved=f"Satu.{gap}Dua.") for gap in (" ", "\n\n"))
    assert "“Satu. Dua.” → “Satu. Dua.”" not in changes(before, after)[0]


def test_a_long_value_is_shown_from_a_few_words_before_its_change():
    before, after = (with_clause(BASE, "damai", resolved=LONG + word) for word in ("jujur.", "adil."))
    assert changes(before, after) == (
        "~ klausul damai: bunyi: “…i, bermartabat, dan jujur.” → “…i, bermartabat, dan adil.”",
    )


def test_a_replaced_signer_is_named():
    other = with_party(BASE, "partai-b", signatories=(Signatory(office="Ketua", name="Budi"),))
    assert any("Budi" in line for line in changes(BASE, other))


def test_a_changed_article_is_named():
    other = with_clause(BASE, "damai", citations=(Citation(law="uu-7-2017", article="Pasal 281"),))
    assert any("Pasal 281" in line for line in changes(BASE, other))


def test_a_number_given_to_a_paper_reads_as_people_write_it():
    other = changed(BASE, numbers={"naskah": "80/PR.07-NK/01/2022"})
    assert changes(BASE, other) == ("+ nomor.naskah: “80/PR.07-NK/01/2022”",)


def test_a_number_taken_from_a_paper_reads_as_people_write_it():
    numbered = changed(BASE, numbers={"naskah": "80/PR.07-NK/01/2022"})
    assert changes(numbered, BASE) == ("- nomor.naskah: “80/PR.07-NK/01/2022”",)
