"""The contract of plugins: every hook, in the order of an agreement's life.

What holds for all of them:

* A plugin implements any of them, with any subset of a hook's arguments.
* A hook returns data, and the core decides order, conflicts, layout and paths. ``None`` is "nothing from me".
* Order comes from the region code (nation, province, kabupaten/kota), never from loading.
* Each implementation is called by itself, within a time limit. One that raises, hangs, exits or returns
  something else than the type named here puts its plugin, and only that, out of use, with a sentence why.
* What is printed never reaches the terminal; ``paket daftar`` shows it. Wrappers, ``tryfirst`` and
  ``trylast`` belong to the core.

Each example below is run as a test.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from kampanye_tui.model.clause import ClauseSet, Overlay
    from kampanye_tui.model.election import Contestant, Election
    from kampanye_tui.model.export_format import ExportFormat, ExportReceipt
    from kampanye_tui.model.legal import LegalBasis
    from kampanye_tui.model.party import Stakeholder
    from kampanye_tui.model.region import Region
    from kampanye_tui.model.rule import Rule
    from kampanye_tui.model.template import Template
    from kampanye_tui.model.term import Term

PROJECT = "kampanye"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def kampanye_regions() -> Iterable[Region] | None:
    """Regions of the state. Called first, for the office's code must be found before anything else.

    A pack below may describe a region anew; two of one level that do are a conflict. Example::

        @hookimpl
        def kampanye_regions():
            return [Region(code="99", name="Contoh", kind=RegionKind.PROVINCE, province="Contoh",
                           zone=Zone.WEST)]
    """


@hookspec
def kampanye_elections() -> Iterable[Election] | None:
    """Elections with the dates of their stages. Called once, when the reference is composed.

    Example::

        @hookimpl
        def kampanye_elections():
            return [Election(id="pemilu-contoh", kind=ElectionKind.GENERAL, name="Pemilihan Umum Contoh",
                             short="Pemilu Contoh", year=2030)]
    """


@hookspec
def kampanye_legal_basis(region: Region) -> Iterable[LegalBasis] | None:
    """Laws, regulations and decisions that hold in ``region``, with dates and evidence as far as known.

    Example::

        @hookimpl
        def kampanye_legal_basis(region):
            return [LegalBasis(id="perda-contoh", kind="Peraturan Daerah", number="1", year=2020,
                               title="Ketertiban Umum")]
    """


@hookspec
def kampanye_contestants(election: Election, region: Region) -> Iterable[Contestant] | None:
    """Parties, local parties, pairs and candidates that contest ``election`` in ``region``.

    Example::

        @hookimpl
        def kampanye_contestants(election, region):
            return [Contestant(id="paslon-1", election=election.id, number=1, name="Pasangan Calon Satu")]
    """


@hookspec
def kampanye_stakeholders(region: Region) -> Iterable[Stakeholder] | None:
    """Whom an office of ``region`` would invite, with role. A deeper level replaces an equal id.

    Example::

        @hookimpl
        def kampanye_stakeholders(region):
            return [Stakeholder(id="fkub", name="Forum Kerukunan Umat Beragama {sebutan_wilayah}",
                                role=Role.WITNESS, institution=Institution.OTHER, office="Ketua")]
    """


@hookspec
def kampanye_terms(region: Region) -> Iterable[Term] | None:
    """Words that differ by region or day; the deepest level wins.

    Example::

        @hookimpl
        def kampanye_terms(region):
            return [Term(name="singkatan_pengawas", text="Panwaslih")]
    """


@hookspec
def kampanye_clause_sets(region: Region) -> Iterable[ClauseSet] | None:
    """New sets of clauses. Ids are local; the core puts the plugin's id before them.

    Example::

        @hookimpl
        def kampanye_clause_sets(region):
            return [ClauseSet(id="adat", title="Adat", clauses=(
                Clause(id="tertib-adat", title="Tertib Adat", text="{peserta} menghormati adat."),))]
    """


@hookspec
def kampanye_clause_overlays(region: Region) -> Iterable[Overlay] | None:
    """Changes to a set of the same region or of one above: add, replace, remove.

    Replacing and removing need a reason, which is printed. A clause locked by its owner stays as it is.
    Two plugins of one level that touch one clause are a conflict, and neither is applied. Example::

        @hookimpl
        def kampanye_clause_overlays(region):
            return [Overlay(target="nasional/ringkas", removals=(
                Removal(id="alat-peraga", reason="Diatur tersendiri"),))]
    """


@hookspec
def kampanye_rules(region: Region) -> Iterable[Rule] | None:
    """Rules: ``check(agreement, reference)`` yields findings and changes nothing.

    A rule that raises is reported as a finding of its own. Example::

        @hookimpl
        def kampanye_rules(region):
            def check(agreement, reference):
                if not agreement.occasion.place:
                    yield Finding(rule="tempat", level=Level.SUGGESTION, message="Tempat belum diisi.",
                                  place=Place(section=Section.OCCASION, field="tempat"))
            return [Rule(id="tempat", level=Level.SUGGESTION, check=check)]
    """


@hookspec
def kampanye_templates(region: Region) -> Iterable[Template] | None:
    """Documents. Ids are local; the core puts the plugin's id before them.

    Example::

        @hookimpl
        def kampanye_templates(region):
            return [Template(front=FrontMatter(id="catatan", title="Catatan"), body="Catatan {nama_kantor}.",
                             file="catatan.md")]
    """


@hookspec
def kampanye_export_formats() -> Iterable[ExportFormat] | None:
    """Export formats. ``write(document, stream, options)`` returns the number of pages, or None.

    An id that is taken already is refused. Example::

        @hookimpl
        def kampanye_export_formats():
            def write(document, stream, options):
                stream.write(document.title.encode())
                return None
            return [ExportFormat(id="judul", label="Judul saja", suffix=".judul", write=write)]
    """


@hookspec
def kampanye_exported(receipt: ExportReceipt) -> None:
    """Told after a file was written: path, format, template, pages, SHA-256. For archives and registers.

    Example::

        @hookimpl
        def kampanye_exported(receipt):
            print(receipt.path)
    """
