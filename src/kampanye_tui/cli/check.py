"""``periksa``: what the rules find, and the mends they offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, talk
from kampanye_tui.cli.session import Session, choose, findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kampanye_tui.model.finding import Finding


@click.command("periksa", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--perbaiki", "mend", is_flag=True, help="Terapkan perbaikan yang aman, lalu simpan.")
@click.option("--coba", "dry", is_flag=True, help="Tunjukkan perbaikan yang aman tanpa menyimpan.")
@config
@as_json
def check(agreement_id: str | None, mend: bool, dry: bool, as_json: bool) -> Exit:
    """Periksa naskah terhadap aturan. Keluar 1 bila ada catatan wajib."""
    session = choose(agreement_id)
    findings = findings_of(session)
    if mend or dry:
        session = _mended(session, findings, keep=mend and not dry)
        findings = findings_of(session)
    if as_json:
        data_json([as_table(finding) for finding in findings])
    else:
        print_findings(findings)
    talk(summary(findings))
    return Exit.REFUSED if any(finding.level == "wajib" for finding in findings) else Exit.DONE


def print_findings(findings: tuple[Finding, ...], show: Callable[[str], None] = data) -> None:
    """Print findings under the headings of their levels, each with its place and its mend."""
    from kampanye_tui.model.finding import Level

    for level in Level:
        of_level = [finding for finding in findings if finding.level is level]
        if not of_level:
            continue
        show(f"{level.heading} ({len(of_level)})")
        for finding in of_level:
            show(f"  - {finding.message}")
            show(f"    di {place_of(finding)}; aturan: {finding.rule_words}")
            if finding.fix is not None:
                how = "periksa --perbaiki" if finding.fix.safe else "perlu keputusan Anda"
                show(f"    perbaikan: {finding.fix.label} ({how})")


def place_of(finding: Finding) -> str:
    """Return the place of a finding in words."""
    place = finding.place
    return " > ".join(part for part in (place.section.value, place.id, place.field) if part)


def summary(findings: tuple[Finding, ...]) -> str:
    """Return one sentence about all findings."""
    from kampanye_tui.model.finding import Level

    if not findings:
        return "Pemeriksaan: tidak ada catatan."
    counts = ", ".join(
        f"{sum(finding.level is level for finding in findings)} {level.value}" for level in Level
    )
    return f"Pemeriksaan: {counts}."


def as_table(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON shows it."""
    return {
        "aturan": finding.rule,
        "tingkat": finding.level.value,
        "pesan": finding.message,
        "bagian": finding.place.section.value,
        "id": finding.place.id,
        "kunci": finding.place.field,
        "dasar": [f"{citation.law} {citation.article}" for citation in finding.citations],
        "perbaikan": finding.fix.label if finding.fix else None,
        "aman": finding.fix.safe if finding.fix else None,
    }


def _mended(session: Session, findings: tuple[Finding, ...], *, keep: bool) -> Session:
    """Return the session with the safe mends, shown and, when wanted, saved."""
    from kampanye_tui.agreement.account import told_of
    from kampanye_tui.agreement.checks import mend, mendable
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.workspace import save

    if keep and session.saved is None:
        raise refuse("naskah ini belum tersimpan", "Simpan dahulu dengan: kampanye baru")
    after = mend(session.agreement, mendable(findings, session.located.configuration))
    lines = told_of(session.agreement, after)
    if not lines:
        talk("Tidak ada perbaikan yang dapat diterapkan dengan aman.")
        return session
    if keep and session.saved is not None:
        session = session._replace(agreement=after, saved=save(session.saved, after))
    talk("Perbaikan diterapkan:" if keep else "Perbaikan yang akan diterapkan:")
    for line in lines:
        talk(f"  {line}")
    return session
