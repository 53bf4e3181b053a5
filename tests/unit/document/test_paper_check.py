"""Papers that somebody shows, as PDF: honest ones are known, each tampered one is found and named."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.slips import Means
from kampanye_tui.agreement.verification import Verdict
from kampanye_tui.document.paper_check import Paper, copy_numbers, paper_checked
from kampanye_tui.formats.pdf.reading import page_texts
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.occasion import AgreementKind, Style
from kampanye_tui.model.state import Phase
from kampanye_tui.plugin.library import Library
from tests.unit.agreement.making import changed, with_clause, with_party, without_clause, without_party
from tests.unit.document.kept_office import Office


@pytest.fixture(scope="module")
def office(agreement: Agreement, library: Library) -> Office:
    """The office; what is tampered with here stays here."""
    return Office(agreement, library)


def checked(office: Office, data: bytes) -> Paper:
    """Return what came of a PDF that was shown."""
    return paper_checked(page_texts(data), office.found, "dari-partai.pdf")


def broken(paper: Paper) -> list[str]:
    """Return what breaks, in order."""
    return [check.words for check in paper.checks if check.verdict is Verdict.BREAKS]


def pages(data: bytes, order: Callable[[list], list], cover: bytes = b"", count: int = 1) -> bytes:
    """Return a PDF with its pages in another order, or with the first ones of another before them."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened, pikepdf.open(BytesIO(cover or data)) as other:
        made = pikepdf.new()
        if cover:
            made.pages.extend(other.pages[:count])
        made.pages.extend(order(list(opened.pages)))
        made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["naskah", "salinan-peserta"])
def test_a_paper_that_nobody_changed_is_known(office: Office, name: str) -> None:
    data = office.paper(name) if name == "naskah" else office.copy()
    assert broken(checked(office, data)) == []


def test_a_copy_that_was_saved_again_by_another_program_is_known(office: Office) -> None:
    assert broken(checked(office, pages(office.copy(), list))) == []


@pytest.mark.parametrize(
    ("one", "two"), [("ﬁ", "ﬂ"), ("\u6600\u6900", "\u6600\u6c00")], ids=["joined", "turned"]
)
def test_letters_that_another_program_joined_do_not_count(office: Office, one: str, two: str) -> None:
    pages = [text.replace("fi", one).replace("fl", two) for text in page_texts(office.copy())]
    assert broken(paper_checked(pages, office.found, "dari-partai.pdf")) == []


def test_a_copy_is_known_with_who_has_it(office: Office) -> None:
    said = {check.subject: check.words for check in checked(office, office.copy()).checks}
    assert said["nomor salinan"] == (
        "salinan nomor 1 untuk Anggrek: diserahkan sejak 28-11-2023, oleh Fajar (sekretaris)."
    )


@pytest.mark.penuh
@pytest.mark.parametrize("kind", list(AgreementKind))
@pytest.mark.parametrize("style", list(Style))
def test_every_kind_of_paper_is_known_in_both_styles(
    agreement: Agreement, library: Library, kind: AgreementKind, style: Style
) -> None:
    office = Office(changed(agreement, kind=kind, style=style), library)
    assert broken(checked(office, office.paper("naskah"))) == []


@pytest.mark.parametrize("kind", [AgreementKind.UNDERSTANDING, AgreementKind.DECLARATION])
def test_clauses_that_are_points_of_one_sentence_are_known(
    agreement: Agreement, library: Library, kind: AgreementKind
) -> None:
    points = tuple(
        changed(one, text=f"menjaga hal {at};", resolved=f"menjaga hal {at};")
        for at, one in enumerate(agreement.clauses, 1)
    )
    office = Office(changed(agreement, kind=kind, clauses=points), library)
    assert broken(checked(office, office.paper("naskah"))) == []


FIRST, SECOND = "asas-bersama", "aman-tertib-damai"


def reworded(agreement: Agreement, clause: str, before: str, after: str) -> Agreement:
    """Return the agreement with a word changed in a clause."""
    (one,) = [one for one in agreement.clauses if one.id == clause]
    assert before in one.resolved
    return with_clause(agreement, clause, resolved=one.resolved.replace(before, after))


def swapped(agreement: Agreement) -> Agreement:
    """Return the agreement with its second and third clause in the place of each other."""
    first, second, third, *others = agreement.clauses
    return changed(agreement, clauses=(first, third, second, *others))


def with_one_more(agreement: Agreement, at: int) -> Agreement:
    """Return the agreement with a clause that nobody agreed on."""
    more = changed(agreement.clauses[0], id="sisipan", title="Sumbangan", text="Bayar.", resolved="Bayar.")
    return changed(agreement, clauses=(*agreement.clauses[:at], more, *agreement.clauses[at:]))


FORGED: dict[str, tuple[Callable[[Office], bytes], str]] = {
    "a word changed": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "secara aman", "secara bebas")),
        'seharusnya "',
    ),
    "a word left out": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "tidak:", ":")),
        f'klausul "{"Kampanye Aman, Tertib, dan Damai"}"',
    ),
    "a word added": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "secara aman", "sedapat-dapatnya secara aman")),
        "sedapat-dapatnya",
    ),
    "a comma left out": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "aman, tertib", "aman tertib")),
        "aman",
    ),
    "a small letter for a capital": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "Peserta Pemilu", "peserta Pemilu")),
        "peserta Pemilu",
    ),
    "a huruf left out": (
        lambda o: o.copy(
            with_clause(
                o.agreement,
                SECOND,
                text="a\n- b",
                resolved="Dalam kampanye, Peserta Pemilu tidak:\n- mengganggu ketertiban umum.",
            )
        ),
        "berbeda",
    ),
    "another title": (
        lambda o: o.copy(with_clause(o.agreement, SECOND, title="Kampanye Bebas")),
        "Kampanye Bebas",
    ),
    "the first clause removed": (lambda o: o.copy(without_clause(o.agreement, FIRST)), "tidak ada"),
    "a clause removed": (lambda o: o.copy(without_clause(o.agreement, SECOND)), "tidak ada"),
    "the last clause removed": (
        lambda o: o.copy(without_clause(o.agreement, o.agreement.clauses[-1].id)),
        "berbeda",
    ),
    "two clauses swapped": (lambda o: o.copy(swapped(o.agreement)), "tidak pada tempatnya"),
    "a clause between others": (lambda o: o.copy(with_one_more(o.agreement, 2)), "Sumbangan"),
    "another pihak": (
        lambda o: o.copy(with_party(o.agreement, "partai-bakung", name="Partai Zaitun")),
        '"Partai Bakung" tidak ditemukan',
    ),
    "a pihak left out": (
        lambda o: o.copy(without_party(o.agreement, "partai-cempaka")),
        '"Partai Cempaka" tidak ditemukan',
    ),
    "another title of the agreement": (
        lambda o: o.copy(changed(o.agreement, topic="Kampanye Gaduh")),
        "tidak ditemukan",
    ),
    "another copy number": (lambda o: o.copy(number=2), "tercatat untuk Partai Bakung, bukan"),
    "a copy number that there is not": (lambda o: o.copy(number=99), "tidak ada salinan nomor 99"),
    "a copy for another pihak": (lambda o: o.copy(holder="partai-bakung"), "tercatat untuk Partai Anggrek"),
    "the cover of another copy": (
        lambda o: pages(o.copy(), lambda p: p[1:], o.copy(None, 2)),
        "beberapa nomor salinan: 1 dan 2",
    ),
    "a page left out": (lambda o: pages(o.copy(), lambda p: [*p[:3], *p[4:]]), "klausul"),
    "pages swapped": (lambda o: pages(o.copy(), lambda p: [*p[:2], p[3], p[2], *p[4:]]), "klausul"),
    "the code of another agreement": (
        lambda o: o.copy(code=short_code("1" * 64)),
        "tidak memuat kode naskah final",
    ),
    "a code with a wrong check digit": (
        lambda o: o.copy(code=o.state.code[:-1] + ("7" if o.state.code[-1] != "7" else "8")),
        "tidak memuat kode naskah final",
    ),
    "a forgery before the true pages": (
        lambda o: pages(o.copy(), lambda p: p, o.copy(reworded(o.agreement, FIRST, "Peserta", "Calon")), 4),
        'klausul "Asas dan Dasar Bersama"',
    ),
    "a forgery with another title before the true pages": (
        lambda o: pages(o.copy(), lambda p: p, o.copy(with_clause(o.agreement, FIRST, title="Asas")), 4),
        "sudah tertulis Pasal 3 yang lain",
    ),
    "a draft": (lambda o: o.copy(phase=Phase.DRAFT), "mungkin konsep"),
    "the number of another revision": (
        lambda o: o.copy(revision=2),
        "pada kakinya tertulis revisi 2, padahal kode naskahnya milik revisi 1",
    ),
    "a line at the foot in the middle of a page": (
        lambda o: o.copy(reworded(o.agreement, SECOND, "secara aman", f"{FOOT} secara aman")),
        "Naskah final r01",
    ),
    "a receipt for a naskah": (
        lambda o: o.paper("tanda-terima", None, COPY_ONE),
        "bukan naskah atau salinan",
    ),
}
FOOT = "Naskah final r01 · kode"
COPY_ONE = CopyPlan(number=1, form=CopyForm.COPY, holder="partai-anggrek")


@pytest.mark.penuh
@pytest.mark.parametrize(("forge", "words"), FORGED.values(), ids=FORGED)
def test_a_tampered_paper_is_found(office: Office, forge: Callable[[Office], bytes], words: str) -> None:
    found = broken(checked(office, forge(office)))
    assert [words in one for one in found[:1]] == [True], found


def test_a_code_in_small_letters_is_known(office: Office) -> None:
    assert broken(checked(office, office.copy(code=office.state.code.lower()))) == []


def test_an_earlier_revision_is_told_from_the_one_that_holds(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    earlier = office.copy()
    office.revise()
    assert broken(checked(office, earlier)) == ["ini naskah revisi 1; yang berlaku adalah revisi 2."]


def test_the_number_of_a_copy_that_replaces_another_is_its_own() -> None:
    assert copy_numbers("Salinan nomor 25, pengganti nomor 14 dari 24 untuk Demokrat") == [25]


def test_a_copy_that_was_spoiled_is_told_and_no_forgery(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    office.spoil(1)
    said = {check.subject: check.verdict for check in checked(office, office.copy()).checks}
    assert said["nomor salinan"] is Verdict.NOTE


def test_what_a_code_of_the_ledger_stands_for_is_proven(office: Office) -> None:
    receipt = checked(office, office.paper("tanda-terima", None, COPY_ONE))
    assert [one.means for one in receipt.codes if one.number == len(office.day.events)] == [Means.MOMENT] * 2


def test_a_code_that_the_ledger_does_not_know_is_found_on_a_receipt(office: Office) -> None:
    receipt = checked(office, office.paper("tanda-terima", None, COPY_ONE, head="1" * 64))
    assert "Tidak dikenal" in " ".join(broken(receipt))


def test_what_is_not_proven_is_told(office: Office) -> None:
    assert any("bukan tanda tangan elektronik" in one for one in checked(office, office.copy()).proof.open)
