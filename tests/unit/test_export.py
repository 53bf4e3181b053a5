"""Which documents are made, for whom, and under which names."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import BinaryIO

import msgspec
import pypdfium2
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.export import Job, Maker, Request, make_all, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportFormat, ExportOptions
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.template import Template
from kampanye_tui.plugin.library import Library

NAMES = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")


def jobs_of(
    agreement: Agreement,
    library: Library,
    *templates: str,
    formats: tuple[str, ...] = ("pdf",),
    to: tuple[str, ...] = ("semua",),
) -> tuple[Job, ...]:
    return plan(agreement, library, Request(templates, formats, to))


def names(jobs: tuple[Job, ...]) -> list[str]:
    return [job.name for job in jobs]


def problem_of(agreement: Agreement, library: Library, *templates: str, **more: tuple[str, ...]) -> Problem:
    with pytest.raises(Refused) as caught:
        jobs_of(agreement, library, *templates, **more)
    (problem,) = caught.value.problems
    return problem


def changed(library: Library, name: str, **front: object) -> Library:
    """Return the library with one template's front matter changed."""
    template = library.template(name)
    other = msgspec.structs.replace(template, front=msgspec.structs.replace(template.front, **front))
    return library._replace(templates={**library.templates, template.address: other})


def with_template(library: Library, template: Template) -> Library:
    return library._replace(templates={**library.templates, template.address: template})


@pytest.fixture
def maker(agreement: Agreement, library: Library) -> Maker:
    """Makes the papers of the sample."""
    return Maker(agreement, state(agreement), library)


def test_a_document_of_the_agreement_is_named_by_its_template(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "naskah", "berita-acara-kesepakatan")
    assert names(jobs) == ["naskah.pdf", "berita-acara-kesepakatan.pdf"]


def test_a_copy_is_named_by_its_number_and_its_holder(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "salinan-peserta", to=("partai-demokrat",))
    assert names(jobs) == ["salinan-14_partai-demokrat.pdf"]


def test_a_template_without_a_stem_names_its_copies_by_its_id(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(
        agreement, changed(library, "salinan-peserta", stem=None), "salinan-peserta", to=("partai-demokrat",)
    )
    assert names(jobs) == ["salinan-peserta-14_partai-demokrat.pdf"]


def test_a_number_below_ten_has_two_digits(agreement: Agreement, library: Library) -> None:
    assert (
        names(jobs_of(agreement, library, "salinan-peserta"))[0] == "salinan-01_partai-kebangkitan-bangsa.pdf"
    )


def test_names_sort_in_the_order_of_the_copies(agreement: Agreement, library: Library) -> None:
    made = names(jobs_of(agreement, library, "salinan-peserta"))
    assert made == sorted(made)


def test_each_document_is_made_in_each_format(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "naskah", formats=("pdf", "teks", "markdown", "json"))
    assert names(jobs) == ["naskah.pdf", "naskah.txt", "naskah.md", "naskah.json"]


def test_a_template_may_be_chosen_by_its_address(agreement: Agreement, library: Library) -> None:
    assert names(jobs_of(agreement, library, "nasional/naskah")) == ["naskah.pdf"]


def test_semua_is_everybody_whom_the_template_is_for(agreement: Agreement, library: Library) -> None:
    contestants = changed(library, "salinan-peserta", audience=(Role.CONTESTANT,))
    assert len(jobs_of(agreement, contestants, "salinan-peserta", to=("semua",))) == 18


def test_a_role_is_everybody_of_that_role(agreement: Agreement, library: Library) -> None:
    assert names(jobs_of(agreement, library, "salinan-peserta", to=("saksi",))) == ["salinan-19_bawaslu.pdf"]


@pytest.mark.parametrize("name", ["partai-demokrat", "Demokrat", "demokrat", "14"])
def test_a_recipient_may_be_named_by_id_short_name_or_ballot_number(
    name: str, agreement: Agreement, library: Library
) -> None:
    jobs = jobs_of(agreement, library, "salinan-peserta", to=(name,))
    assert names(jobs) == ["salinan-14_partai-demokrat.pdf"]


def test_recipients_are_taken_together(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "salinan-peserta", to=("partai-ummat", "partai-buruh"))
    assert names(jobs) == ["salinan-06_partai-buruh.pdf", "salinan-18_partai-ummat.pdf"]


def test_a_recipient_named_twice_gets_one_copy(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "salinan-peserta", to=("partai-ummat", "peserta-pemilu"))
    assert names(jobs).count("salinan-18_partai-ummat.pdf") == 1


def test_a_template_for_contestants_passes_over_institutions(agreement: Agreement, library: Library) -> None:
    contestants = changed(library, "salinan-peserta", audience=(Role.CONTESTANT,))
    jobs = jobs_of(agreement, contestants, "salinan-peserta", to=("partai-ummat", "bawaslu"))
    assert names(jobs) == ["salinan-18_partai-ummat.pdf"]


def test_a_template_for_everybody_makes_a_copy_for_each_but_the_organiser(
    agreement: Agreement, library: Library
) -> None:
    holders = {job.copy.holder for job in jobs_of(agreement, library, "salinan-peserta") if job.copy}
    others = {party.id for party in agreement.parties if party.role is not Role.ORGANISER}
    assert holders == others


def test_recipients_do_not_matter_to_a_document_of_the_agreement(
    agreement: Agreement, library: Library
) -> None:
    assert names(jobs_of(agreement, library, "naskah", to=("bawaslu",))) == ["naskah.pdf"]


def test_a_recipient_whom_no_template_is_for_is_refused(agreement: Agreement, library: Library) -> None:
    contestants = changed(library, "salinan-peserta", audience=(Role.CONTESTANT,))
    problem = problem_of(agreement, contestants, "salinan-peserta", to=("bawaslu",))
    assert problem.what == "tidak ada dokumen untuk penerima yang dipilih"


@pytest.mark.parametrize(
    ("templates", "formats", "to", "what", "near"),
    [
        (("naskahh",), ("pdf",), ("semua",), 'templat "naskahh" tidak ada', '"naskah"'),
        (("naskah",), ("pdff",), ("semua",), 'format "pdff" tidak ada', '"pdf"'),
        (
            ("naskah",),
            ("pdf",),
            ("partai-demokratt",),
            'penerima "partai-demokratt" tidak ada dalam naskah ini',
            '"partai-demokrat"',
        ),
        (("naskah",), ("pdf",), ("peserta",), 'penerima "peserta" tidak ada', '"peserta-pemilu"'),
    ],
    ids=["template", "format", "recipient", "role"],
)
def test_an_unknown_name_is_refused_with_what_may_be_meant(
    agreement: Agreement,
    library: Library,
    templates: tuple[str, ...],
    formats: tuple[str, ...],
    to: tuple[str, ...],
    what: str,
    near: str,
) -> None:
    problem = problem_of(agreement, library, *templates, formats=formats, to=to)
    assert (what in problem.what, near in problem.hint) == (True, True)


def test_a_template_that_two_packs_have_is_refused_by_its_id_alone(
    agreement: Agreement, library: Library
) -> None:
    twin = msgspec.structs.replace(library.template("naskah"), address="daerah/naskah")
    problem = problem_of(agreement, with_template(library, twin), "naskah")
    assert (problem.what, problem.hint) == (
        'templat "naskah" ada di lebih dari satu paket',
        "Sebutkan: nasional/naskah, daerah/naskah",
    )


def test_two_documents_of_one_name_are_refused(agreement: Agreement, library: Library) -> None:
    twin = msgspec.structs.replace(library.template("naskah"), address="daerah/naskah")
    both = with_template(library, twin)
    problem = problem_of(agreement, both, "nasional/naskah", "daerah/naskah")
    assert problem.what == 'dua dokumen akan bernama "naskah.pdf"'


def test_a_template_named_twice_is_refused(agreement: Agreement, library: Library) -> None:
    assert "dua dokumen" in problem_of(agreement, library, "naskah", "naskah").what


def test_a_made_file_knows_the_hash_of_its_bytes(
    agreement: Agreement, library: Library, maker: Maker
) -> None:
    (made,) = make_all(maker, jobs_of(agreement, library, "naskah"))
    assert made.sha256 == hashlib.sha256(made.data).hexdigest()


def test_a_made_file_holds_what_its_format_writes(
    agreement: Agreement, library: Library, maker: Maker
) -> None:
    (job,) = jobs_of(agreement, library, "naskah", formats=("json",))
    stream = BytesIO()
    library.format("json").write(maker.document(job.template), stream, ExportOptions())
    assert maker.make(job).data == stream.getvalue()


def test_a_pdf_tells_its_pages(agreement: Agreement, library: Library, maker: Maker) -> None:
    (made,) = make_all(maker, jobs_of(agreement, library, "naskah"))
    file = pypdfium2.PdfDocument(made.data)
    try:
        assert made.pages == len(file)
    finally:
        file.close()


def test_a_text_has_no_pages(agreement: Agreement, library: Library, maker: Maker) -> None:
    (made,) = make_all(maker, jobs_of(agreement, library, "naskah", formats=("teks",)))
    assert made.pages is None


def test_the_paper_of_the_office_is_used(agreement: Agreement, library: Library, maker: Maker) -> None:
    assert maker._replace(paper=Paper.F4).document(library.template("naskah")).page.height == 330


def test_every_copy_is_for_its_holder(agreement: Agreement, library: Library, maker: Maker) -> None:
    jobs = jobs_of(agreement, library, "salinan-peserta")
    holders = [maker.document(job.template, job.copy).holder for job in jobs]
    assert holders == [party.id for party in agreement.parties if party.role is not Role.ORGANISER]


def test_progress_is_told_after_each_file(agreement: Agreement, library: Library, maker: Maker) -> None:
    told: list[int] = []
    make_all(maker, jobs_of(agreement, library, *NAMES[:2], formats=("json",)), told.append)
    assert told == [1, 2]


def test_the_same_agreement_gives_the_same_files(
    agreement: Agreement, library: Library, maker: Maker
) -> None:
    jobs = jobs_of(agreement, library, *NAMES[:2], formats=("pdf", "teks", "markdown", "json"))
    assert make_all(maker, jobs) == make_all(maker, jobs)


def test_a_document_that_fails_leaves_nothing_made(agreement: Agreement, library: Library) -> None:
    party = msgspec.structs.replace(agreement.parties[2], name="Partai 😀")
    parties = (*agreement.parties[:2], party, *agreement.parties[3:])
    broken = msgspec.structs.replace(agreement, parties=parties)
    told: list[int] = []
    jobs = jobs_of(broken, library, "berita-acara-kesepakatan", "naskah")
    with pytest.raises(Refused):
        make_all(Maker(broken, state(broken), library), jobs, told.append)
    assert told == [1]


def test_a_format_that_refuses_is_not_swallowed(agreement: Agreement, library: Library, maker: Maker) -> None:
    def write(_document: Document, _stream: BinaryIO, _options: ExportOptions) -> None:
        raise Refused([Problem(what="tidak bisa")])

    (job,) = jobs_of(agreement, library, "naskah")
    format_ = ExportFormat(id="uji", label="Uji", suffix=".uji", write=write)
    with pytest.raises(Refused, match="Tidak bisa"):
        maker.make(job._replace(format=format_))


def test_a_paper_for_a_pihak_has_the_number_of_its_copy(agreement: Agreement, library: Library) -> None:
    jobs = jobs_of(agreement, library, "undangan", to=("partai-demokrat", "bawaslu"))
    assert names(jobs) == ["undangan-14_partai-demokrat.pdf", "undangan-19_bawaslu.pdf"]


def test_a_paper_for_a_pihak_is_made_for_all_but_the_office(agreement: Agreement, library: Library) -> None:
    assert len(jobs_of(agreement, library, "undangan")) == len(agreement.parties) - 1


def test_a_paper_for_a_pihak_says_whom_it_is_for(
    maker: Maker, agreement: Agreement, library: Library
) -> None:
    (job,) = jobs_of(agreement, library, "undangan", formats=("teks",), to=("partai-demokrat",))
    assert "Partai Demokrat" in maker.make(job).data.decode()
