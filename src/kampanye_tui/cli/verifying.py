"""``verifikasi``: whether agreements, slips and copies still are what was recorded; it changes nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, talk
from kampanye_tui.cli.session import locate
from kampanye_tui.cli.verified_files import Shown, shown_copies, shown_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kampanye_tui.agreement.proof import Proof
    from kampanye_tui.agreement.slips import Slip
    from kampanye_tui.agreement.verification import Check, Verified

_GROUP = re.compile(r"[0-9A-Za-z]{4}")


class _Asked(NamedTuple):
    """What was named: folders of agreements, workspaces whose registers count, codes, files."""

    folders: tuple[Path, ...]
    workspaces: tuple[Path, ...]
    codes: tuple[str, ...]
    files: tuple[Path, ...]


@click.command("verifikasi", options_metavar="[OPSI]")
@click.argument("names", metavar="[NASKAH|FOLDER|BERKAS|KODE]...", nargs=-1)
@click.option("--slip", "slips", multiple=True, metavar="KODE", help="Kode dari slip; dapat diulang.")
@click.option(
    "--salinan",
    "numbers",
    type=click.IntRange(1),
    multiple=True,
    metavar="NOMOR",
    help="Siapa yang memegang nomor ini.",
)
@config
@as_json
def verify(names: tuple[str, ...], slips: tuple[str, ...], numbers: tuple[int, ...], as_json: bool) -> Exit:
    """Periksa apakah naskah dan catatannya tidak berubah.

    Tanpa nama, semua naskah di ruang kerja diperiksa. Kode diketik dari tanda
    terima atau berita acara; huruf besar, spasi, dan tanda hubung tidak
    berpengaruh. Kata-kata sebuah PDF dibandingkan dengan naskah final, klausul
    demi klausul. Tidak ada yang diubah dan tidak perlu jaringan.

    \b
    Contoh:
      kampanye verifikasi
      kampanye verifikasi 2023-kampanye-damai --slip 4F2A-9C01-77QX
      kampanye verifikasi salinan-dari-partai.pdf
      kampanye verifikasi /media/usb/2023-kampanye-damai --salinan 14
    """
    from kampanye_tui.agreement.slips import best, slip
    from kampanye_tui.store.register import register_years

    asked = _asked(names)
    found = [_verified(folder) for folder in asked.folders]
    registers = [_register(place, year) for place in asked.workspaces for year in register_years(place)]
    each = {typed: [slip(typed, one) for one in found] for typed in (*asked.codes, *slips)}
    meant = [best(meanings) for meanings in each.values()]
    files = [shown_file(path, found) for path in asked.files]
    copies = [shown_copies(number, found) for number in numbers]
    proofs = [_proof(one, at, list(each.values())) for at, one in enumerate(found)]
    if as_json:
        data_json(_as_table(found, proofs, registers, meant, files, copies))
    else:
        _print(found, proofs, registers, meant, [*files, *(row for rows in copies for row in rows)])
    return _told(found, registers, meant, [*files, *(row for rows in copies for row in rows)])


def _verified(folder: Path) -> Verified:
    """Return what came of the checks of a folder; of a fork it is told among them that it is one.

    A file that cannot be read breaks its own agreement, and stops no other.
    """
    from kampanye_tui.agreement.verification import Check, Verdict, unread, verified
    from kampanye_tui.model.messages import system_error
    from kampanye_tui.model.problem import Problem, Refused
    from kampanye_tui.store.forks import FORKS, fork_words, origin_of
    from kampanye_tui.store.kept import read_kept

    at = folder.resolve()
    try:
        kept = read_kept(folder)
    except Refused as refused:
        return unread(at.name, refused.problems[0])
    except OSError as error:
        return unread(at.name, Problem(what=system_error(error), file=str(error.filename or folder)))
    found = verified(kept)
    if at.parent.name != FORKS or not origin_of(at):
        return found
    told = Check(f"{FORKS}/{at.name}", Verdict.NOTE, fork_words(at.parent.parent, at))
    return found._replace(checks=(told, *found.checks))


def _asked(names: Sequence[str]) -> _Asked:
    """Sort what was named; raises Refused for what is nothing that can be verified, and for nothing there."""
    from kampanye_tui.agreement.slips import looks_like_code
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.kept import holds_agreement, kept_folders

    folders: list[Path] = []
    workspaces: list[Path] = []
    codes: list[str] = []
    files: list[Path] = []
    for name in _joined(names):
        path = Path(name)
        if path.is_dir() and holds_agreement(path):
            folders.append(path)
        elif path.is_dir() and kept_folders(path):
            folders += kept_folders(path)
            workspaces.append(path)
        elif path.exists() and not path.is_dir():
            files.append(path)
        elif looks_like_code(name) and _saved(name) is None:
            codes.append(name)
        else:
            folders.append(_named(name))
            workspaces.append(locate().workspace)
    if not folders:
        workspace = locate().workspace
        folders += kept_folders(workspace)
        workspaces.append(workspace)
        if not folders:
            raise refuse("belum ada naskah di ruang kerja ini", "Sebutkan folder naskah yang akan diperiksa")
    once = [tuple(dict.fromkeys(paths)) for paths in (folders, workspaces, files)]
    return _Asked(once[0], once[1], tuple(codes), once[2])


def _register(place: Path, year: int) -> Check:
    """Return whether the register of a year holds; what cannot be read is told as what is broken."""
    from kampanye_tui.agreement.verification import register_check, register_unread
    from kampanye_tui.model.messages import system_error
    from kampanye_tui.model.problem import Problem, Refused
    from kampanye_tui.store.kept import kept_register

    try:
        content, label = kept_register(place, year)
    except Refused as refused:
        return register_unread(year, refused.problems[0])
    except OSError as error:
        return register_unread(year, Problem(what=system_error(error), file=str(error.filename or place)))
    return register_check(content, year, label)


def _joined(names: Sequence[str]) -> list[str]:
    """Return the names, groups of four that a shell took apart put together again."""
    from kampanye_tui.agreement.slips import looks_like_code

    joined: list[str] = []
    groups: list[str] = []
    for name in (*names, ""):
        if _GROUP.fullmatch(name) and not Path(name).exists():
            groups.append(name)
            continue
        joined += [" ".join(groups)] if looks_like_code("".join(groups)) else groups
        groups = []
        joined += [name] if name else []
    return joined


def _saved(name: str) -> Path | None:
    """Return the folder of an agreement of that id in the workspace; None for none."""
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.store.kept import kept_folders

    try:
        workspace = locate().workspace
    except Refused:
        return None
    return next((folder for folder in kept_folders(workspace) if folder.name == name), None)


def _named(name: str) -> Path:
    """Return the folder of an agreement by its id; raises Refused where there is none."""
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.kept import kept_folders

    folder = _saved(name)
    if folder is None:
        known = [one.name for one in kept_folders(locate().workspace)]
        hint = nearest(name, known) if known else ""
        raise refuse(f'"{name}" bukan naskah, folder naskah, berkas, atau kode', hint)
    return folder


def _proof(found: Verified, at: int, meanings: Sequence[Sequence[Slip]]) -> Proof:
    from kampanye_tui.agreement.proof import proof

    return proof(found, [of_each[at] for of_each in meanings])


def _lines(checks: Sequence[Check]) -> None:
    for check in checks:
        data(f"  {check.verdict.value + ':':12} {check.subject}: {check.words}")


def _sentences(proof: Proof) -> None:
    for heading, sentences in (("Terbukti:", proof.proven), ("Tidak terbukti:", proof.open)):
        if sentences:
            data(f"  {heading}")
        for sentence in sentences:
            data(f"  - {sentence}")


def _print(
    found: Sequence[Verified],
    proofs: Sequence[Proof],
    registers: Sequence[Check],
    slips: Sequence[Slip],
    shown: Sequence[Shown],
) -> None:
    for one, proof in zip(found, proofs, strict=True):
        data(one.id)
        _lines(one.checks)
        _sentences(proof)
    _lines(registers)
    for slip in slips:
        data(f"{slip.typed}: {slip.means.value}. {slip.words}")
    for thing in shown:
        data(f"{thing.what}: {thing.words}")
        if thing.paper:
            _lines(thing.paper.checks)
            _sentences(thing.paper.proof)


def _told(
    found: Sequence[Verified], registers: Sequence[Check], slips: Sequence[Slip], shown: Sequence[Shown]
) -> Exit:
    """Tell the first place that breaks, and return the exit code."""
    from kampanye_tui.agreement.verification import Verdict, first_break

    papers = [check for one in shown if one.paper for check in one.paper.checks]
    noted = next((one.words for one in papers if one.verdict is Verdict.NOTE), "")
    problem = first_break((*(check for one in found for check in one.checks), *registers, *papers))
    unknown = [f"{one.typed}: {one.means.value}. {one.words}" for one in slips if not one.known]
    unknown += [f"{one.what}: {one.words}" for one in shown if not one.known]
    if problem is not None:
        talk(f"Tidak cocok, pertama kali di sini: {problem}")
    elif unknown:
        talk(f"Berkas-berkasnya cocok, tetapi tidak semua yang ditunjukkan dikenal. {unknown[0]}")
    elif noted:
        talk(f"Cocok, tetapi perhatikan: {noted}")
    else:
        talk("Semua yang diperiksa cocok. Kode ini bukan tanda tangan elektronik.")
    return Exit.REFUSED if problem is not None or unknown else Exit.DONE


def _as_table(
    found: Sequence[Verified],
    proofs: Sequence[Proof],
    registers: Sequence[Check],
    slips: Sequence[Slip],
    files: Sequence[Shown],
    copies: Sequence[Sequence[Shown]],
) -> dict[str, Any]:
    return {
        "naskah": [
            {
                "id": one.id,
                "utuh": one.first_break is None,
                "kejadian": len(one.events),
                "kode_catatan": one.heads[-1] if one.heads else "",
                "pemeriksaan": [_row(check) for check in one.checks],
                "terbukti": list(proof.proven),
                "tidak_terbukti": list(proof.open),
            }
            for one, proof in zip(found, proofs, strict=True)
        ],
        "register": [_row(check) for check in registers],
        "slip": [
            {
                "kode": one.typed,
                "arti": one.means.value,
                "kejadian": one.number or None,
                "penjelasan": one.words,
            }
            for one in slips
        ],
        "berkas": [_file_row(one) for one in files],
        "salinan": [
            {"nomor": int(one.what.rpartition(" ")[2]), "ada": one.known, "penjelasan": one.words}
            for rows in copies
            for one in rows
        ],
    }


def _file_row(shown: Shown) -> dict[str, Any]:
    paper = shown.paper
    return {
        "nama": shown.what,
        "dikenal": shown.known,
        "penjelasan": shown.words,
        "pemeriksaan": [_row(check) for check in paper.checks] if paper else [],
        "terbukti": list(paper.proof.proven) if paper else [],
        "tidak_terbukti": list(paper.proof.open) if paper else [],
    }


def _row(check: Check) -> dict[str, Any]:
    problem = check.problem
    return {
        "bagian": check.subject,
        "hasil": check.verdict.value,
        "penjelasan": check.words,
        "berkas": problem.file if problem else None,
        "baris": problem.line or None if problem else None,
    }
