"""``paket periksa``: what is wrong with a pack, told to who writes it, before anybody uses it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, table, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kampanye_tui.model.agreement import Agreement, CopyPlan
    from kampanye_tui.model.party import Party
    from kampanye_tui.model.template import Template
    from kampanye_tui.plugin.pack_check import PackFinding, PackReport

MOST_ROWS = 12
"""Regions that the table shows; those with findings come first, and all of them are in the JSON."""


@click.command("periksa", options_metavar="[OPSI]")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@config
@as_json
def check(folder: Path, as_json: bool) -> Exit:
    """Periksa sebuah paket tanpa memakainya. Keluar 1 bila ada catatan.

    Setiap catatan mempunyai kode yang tetap, nama berkas, baris, dan kolom. Untuk
    setiap wilayah tempat paket berlaku, naskah disusun dan semua format naskahnya
    dibuat. Kode Python hanya dibaca, tidak dijalankan.

    \b
    Contoh:
      kampanye paket periksa plugins/kip-aceh
      kampanye paket periksa plugins/kip-aceh --json
    """
    from kampanye_tui.plugin.pack_check import check_pack

    report = check_pack(folder, everybodys_papers)
    if as_json:
        data_json(_as_table(report))
    else:
        for finding in report.findings:
            data(_line(finding))
        _show_rows(report)
    talk(_summary(report))
    return Exit.REFUSED if report.findings else Exit.DONE


def everybodys_papers(
    agreement: Agreement, template: Template
) -> Iterable[tuple[CopyPlan | None, Party | None]]:
    """Yield whose copy, and for whom, each paper of a template is."""
    from kampanye_tui.export import EVERYBODY, papers_of, recipients_of

    chosen = recipients_of(agreement, (EVERYBODY,))
    return ((copy, holder) for copy, holder, _name in papers_of(agreement, template, chosen))


def _line(finding: PackFinding) -> str:
    """Return a finding as editors read it: file, line, column, then code and words."""
    problem = finding.problem
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    # A cell of a table has a line and no column, so its column is told by name.
    what = problem.what.rstrip(".")
    if problem.key and not problem.column:
        what = f'{problem.key_is} "{problem.key}": {what}'
    where = f" (wilayah {_regions(finding.regions)})" if finding.regions else ""
    hint = f" {problem.hint[:1].upper()}{problem.hint[1:]}." if problem.hint else ""
    return f"{place}: {finding.code.value}: {what}{where}.{hint}"


def _regions(codes: tuple[str, ...]) -> str:
    more = f", dan {len(codes) - 3} lainnya" if len(codes) > 3 else ""
    return ", ".join(codes[:3]) + more


def _show_rows(report: PackReport) -> None:
    if not report.rows:
        return
    shown = sorted(report.rows, key=lambda row: (row.findings == 0, row.region.code))[:MOST_ROWS]
    table(
        ("KODE", "WILAYAH", "KLAUSUL", "DOKUMEN", "CATATAN"),
        [
            (row.region.code, row.region.name, str(row.clauses), str(row.papers), str(row.findings))
            for row in shown
        ],
    )
    if len(report.rows) > len(shown):
        talk(f"{len(report.rows) - len(shown)} wilayah lain tidak ditampilkan; semuanya ada pada --json.")


def _summary(report: PackReport) -> str:
    if report.folder is None:
        return f"Pemeriksaan: {len(report.findings)} catatan; folder ini belum dapat dipakai sebagai paket."
    plugin = report.folder.manifest.plugin
    count = f"{len(report.findings)} catatan" if report.findings else "tidak ada catatan"
    return (
        f"Pemeriksaan paket {plugin.id} {plugin.version}: {count}. "
        f"Program tertua yang dapat membacanya: versi {report.oldest}."
    )


def _as_table(report: PackReport) -> dict[str, object]:
    """Return a report as JSON shows it, every key in every row."""
    folder = report.folder
    return {
        "id": folder.manifest.plugin.id if folder else "",
        "versi": folder.manifest.plugin.version if folder else "",
        "sha256": folder.fingerprint if folder else "",
        "minimal": report.oldest,
        "catatan": [
            {
                "kode": finding.code.value,
                "berkas": finding.problem.file,
                "baris": finding.problem.line,
                "kolom": finding.problem.column,
                "kunci": finding.problem.key,
                "pesan": finding.problem.what,
                "saran": finding.problem.hint,
                "wilayah": list(finding.regions),
            }
            for finding in report.findings
        ],
        "wilayah": [
            {
                "kode": row.region.code,
                "nama": row.region.name,
                "klausul": row.clauses,
                "dokumen": row.papers,
                "catatan": row.findings,
            }
            for row in report.rows
        ],
    }
